//! The host's pocket card: the day, and for each guest name, reading, address, at most three things in common, three to
//! talk about, two to leave alone. Deliberately absent: attitudes, weights, facts other than what is shared with the host by
//! their consent, and lines nobody marked for the card.

use super::agenda::our_line;
use super::my_place::{MyPlace, my_places};
use super::people::initials;
use super::{AgendaLine, Ground, Heading, Named, Said, kept};
use crate::engine::Reason;
use crate::engine::brief::{QuestionCode, brief_visit};
use crate::engine::host::{HostDimension, HostLine, HostMatcher, HostOptions};
use crate::{
    Convention, Day, Duty, Person, PersonId, PhotoId, Sitter, Snapshot, StaffId, TalkingPoint, TalkingPointKind,
    VisitGuest, VisitId, VisitTextKind,
};

/// Things in common on a card (C.1).
const COMMONS: usize = 3;
/// Things to talk about.
const TALK: usize = 3;
/// Things to leave alone.
const AVOID: usize = 2;
/// Telephones on the first page.
const PHONES: usize = 2;

/// A guest: name in both scripts, reading, form of address, post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPerson {
    /// Protocol order.
    pub number: u32,
    pub who: Named,
    /// How to say a Chinese name.
    pub reading: Option<String>,
    /// Form of address, spoken.
    pub address: Said,
    /// The question about how to address them, while nobody knows.
    pub ask: Option<u32>,
    /// What the photograph box shows until there is consent: the surname, in Latin script the initials.
    pub initials: Said,
    /// The photograph, with permission to print it.
    pub photo: Option<PhotoId>,
}

/// A guest with a page.
#[derive(Debug, Clone, PartialEq)]
pub struct GuestCard {
    pub person: CardPerson,
    /// Facts of the sentence are names of places, schools, dialects, languages and years alone.
    pub commons: Vec<Reason>,
    /// The question about a background nobody knows, while nothing is in common.
    pub ask: Option<u32>,
    pub talk: Vec<String>,
    pub avoid: Vec<String>,
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPhone {
    pub duty: Duty,
    pub name: Said,
    pub phone: String,
}

/// All that the card may say.
#[derive(Debug, Clone, PartialEq)]
pub struct HostCardEdition {
    pub heading: Heading,
    /// Chosen by a person; else the best proposal.
    pub host: Option<Said>,
    pub host_is_chosen: bool,
    /// Names are also printed in Latin script.
    pub foreign: bool,
    /// With each line, whether the host must be there.
    pub agenda: Vec<(AgendaLine, bool)>,
    /// What to ask for.
    pub ask: Vec<Said>,
    pub phones: Vec<CardPhone>,
    pub cards: Vec<GuestCard>,
    pub others: Vec<CardPerson>,
    /// Where the host sits.
    pub places: Vec<MyPlace>,
    /// For everybody: to talk about, and to leave alone with what to say when asked.
    pub talk: Vec<String>,
    pub avoid: Vec<(String, Option<String>)>,
}

/// The host's card as of a day; `None` when there is no such visit. Without a chosen host the best
/// proposal stands in and is marked as one.
pub fn host_card_edition(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<HostCardEdition> {
    let from = Ground::read(snapshot, visit, as_of)?;
    let marked = marked(&from);
    let brief = brief_visit(snapshot, visit, as_of)?;
    let host = brief.summary.host;
    let ask = |code, id: PersonId| {
        let about = brief.questions.iter().find(|one| one.code == code && one.people.contains(&id));
        about.map(|one| one.number)
    };
    let mut matcher = HostMatcher::new(snapshot, visit, &HostOptions::default(), as_of)?;
    let (mut cards, mut others) = (Vec::new(), Vec::new());
    for (guest, person) in from.guests() {
        let mut card = card(&from, &marked, guest, person);
        card.commons = commons(&mut matcher, host, person.id);
        card.ask = ask(QuestionCode::Background, person.id).filter(|_| card.commons.is_empty());
        card.person.ask = ask(QuestionCode::Address, person.id);
        let spoken_of = !(card.commons.is_empty() && card.talk.is_empty() && card.avoid.is_empty());
        if spoken_of || from.visit.principal_guest == Some(person.id) {
            cards.push(card);
        } else {
            others.push(card.person);
        }
    }
    let own = |one: &crate::AgendaItem| host.is_some_and(|id| one.lead == Some(id) || one.ours.contains(&id));
    let general = |taboo: bool| marked.iter().filter(move |one| one.about.is_none() && is_taboo(one) == taboo);
    Some(HostCardEdition {
        heading: from.heading(),
        host: host.and_then(|id| from.our_name(id)),
        host_is_chosen: brief.summary.host_is_chosen,
        foreign: from.visit.convention == Convention::Foreign,
        agenda: from.agenda().into_iter().map(|one| (our_line(one), own(one))).collect(),
        ask: from.texts(VisitTextKind::Ask),
        phones: phones(&from),
        cards,
        others,
        places: host.map_or_else(Vec::new, |id| my_places(&from, id)),
        talk: general(false).filter_map(|one| said(one)).take(TALK).collect(),
        avoid: general(true).filter_map(|one| Some((said(one)?, kept(&one.answer)))).take(TALK).collect(),
    })
}

/// Points marked for the card, in order.
fn marked<'a>(from: &Ground<'a>) -> Vec<&'a TalkingPoint> {
    let wanted =
        |one: &&TalkingPoint| one.visit == from.visit.id && one.on_card && one.kind != TalkingPointKind::Speech;
    let mut points: Vec<_> = from.snapshot.talking_points.iter().filter(wanted).collect();
    points.sort_by_key(|one| (one.position, one.id));
    points
}

fn is_taboo(point: &TalkingPoint) -> bool {
    point.kind == TalkingPointKind::Sensitive
}

fn said(point: &TalkingPoint) -> Option<String> {
    kept(&point.text).or_else(|| kept(&point.topic))
}

fn card(from: &Ground, marked: &[&TalkingPoint], guest: &VisitGuest, person: &Person) -> GuestCard {
    let about = |taboo: bool| {
        let own = marked.iter().filter(move |one| one.about == Some(person.id) && is_taboo(one) == taboo);
        own.filter_map(|one| said(one))
    };
    GuestCard {
        person: card_person(from, guest, person),
        commons: Vec::new(),
        ask: None,
        talk: about(false).take(TALK).collect(),
        avoid: about(true).take(AVOID).collect(),
    }
}

fn card_person(from: &Ground, guest: &VisitGuest, person: &Person) -> CardPerson {
    CardPerson {
        number: guest.protocol_order,
        who: from.named(person),
        reading: kept(&person.pronunciation),
        address: Said::of(&person.address_zh, &person.address_en),
        ask: None,
        initials: initials(person),
        photo: from.snapshot.photo_of(Sitter::Person(person.id)).filter(|one| one.may_print()).map(|one| one.id),
    }
}

/// What a guest and the host share, most points first: dialect or language, native place, school, career, pursuits. By the
/// rules of the match, so only with the host's consent and from facts that may count; whether the host may host at all does
/// not matter here.
fn commons(matcher: &mut HostMatcher, host: Option<StaffId>, person: PersonId) -> Vec<Reason> {
    use HostDimension::{Affinity, Career, Dialect, Native, School};
    let shared = |one: &HostLine| {
        let background = matches!(one.dimension, Affinity | Career | Dialect | Native | School);
        one.points > 0 && one.host_source == Some("self") && background
    };
    let pair = host.and_then(|host| matcher.score_one(person, host));
    let mut lines: Vec<&HostLine> = pair.iter().flat_map(|one| one.lines.iter()).filter(|one| shared(one)).collect();
    lines.sort_by_key(|one| std::cmp::Reverse(one.points));
    lines.into_iter().filter_map(|one| one.reason.clone()).take(COMMONS).collect()
}

/// Coordinator and whoever leads first, then the other duties that have a telephone.
fn phones(from: &Ground) -> Vec<CardPhone> {
    let first = |duty: Duty| !matches!(duty, Duty::Coordinator | Duty::BusinessLead);
    let mut all: Vec<_> = from.duties().collect();
    all.sort_by_key(|one| first(one.duty));
    let phone = |one: &crate::VisitDuty| {
        Some(CardPhone { duty: one.duty, name: from.our_name(one.staff)?, phone: kept(&one.phone)? })
    };
    all.into_iter().filter_map(phone).take(PHONES).collect()
}
