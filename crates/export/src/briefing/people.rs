//! Guest list and profiles in words.

use domain::engine::brief::{Briefing, ChainLine, GuestFact, GuestLine, Meeting};
use domain::engine::freshness::FreshWord;
use domain::engine::host::HostDimension;
use domain::engine::places::{dialect_name, language_name, place_name};
use domain::{Code, Confidence, Convention, FactKind, Lang, Person, PhotoId, Sitter};
use serde::Serialize;

use super::reason_text;
use super::sheet::Value;
use super::words::{Words, clean};
use crate::paper::Face;

/// A post: its title and the unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Post {
    pub title: String,
    pub unit: Option<String>,
}

/// When and how surely something was verified (`on` ISO).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Seen {
    pub on: Option<String>,
    pub confidence: &'static str,
    /// `202 天前`.
    pub age: Option<String>,
    /// Too old to lean on.
    pub stale: bool,
}

/// One line of the guest list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuestRow {
    pub order: u32,
    pub principal: bool,
    pub name: String,
    /// Reading of a Chinese name; the Chinese name in the English edition.
    pub second: Option<String>,
    pub posts: Vec<Post>,
    pub address: Value,
    /// Absent for all when nobody's role is recorded; then `role_note` says so once.
    pub role: Value,
    pub seen: Option<Seen>,
    pub ask_identity: Option<u32>,
}

/// Section 3.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuestsPart {
    pub rows: Vec<GuestRow>,
    pub has_roles: bool,
    pub ask_roles: Option<u32>,
    /// Unit and number of guests from it, in order of appearance.
    pub by_unit: Vec<(String, usize)>,
    pub total: String,
}

/// A fact with its source and day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactRow {
    pub label: String,
    pub value: Value,
    pub source: Option<String>,
    pub seen: Option<Seen>,
}

/// An earlier meeting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeetingRow {
    pub on: String,
    pub what: String,
}

/// Something the principal and a possible host share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommonRow {
    pub host: String,
    pub dimension: String,
    pub what: String,
    pub source: Option<String>,
}

/// Place in the chain, as the strip under a profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Position {
    pub roles: String,
    pub weight: u8,
    pub level: u8,
    pub level_word: String,
    pub attitude: Option<i8>,
    pub attitude_word: String,
    pub ask_attitude: Option<u32>,
    pub owners: String,
    pub ask_owner: Option<u32>,
    pub backup: Option<String>,
    pub sponsor: Option<String>,
}

/// One profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    pub order: u32,
    /// `full`, `half` or `compact`.
    pub size: &'static str,
    pub name: String,
    pub second: Option<String>,
    pub face: Face,
    pub posts: Vec<Post>,
    pub spoken: Value,
    /// The form of address in the other language: in the English edition, and for foreign guests.
    pub address_second: Option<String>,
    pub facts: Vec<FactRow>,
    pub meetings: Vec<MeetingRow>,
    pub commons: Vec<CommonRow>,
    pub position: Option<Position>,
}

pub(super) fn guests_part(briefing: &Briefing, words: &Words) -> GuestsPart {
    let has_roles = briefing.guests.iter().any(|one| one.role.is_some());
    let rows = briefing.guests.iter().map(|one| guest_row(briefing, words, one, has_roles)).collect();
    let mut by_unit: Vec<(String, usize)> = Vec::new();
    for unit in briefing.guests.iter().filter_map(|one| words.unit_of(*one.seats.first()?)) {
        match by_unit.iter_mut().find(|one| one.0 == unit) {
            Some(known) => known.1 += 1,
            None => by_unit.push((unit, 1)),
        }
    }
    GuestsPart {
        rows,
        has_roles,
        ask_roles: briefing.guests.iter().find_map(|one| one.ask_role),
        by_unit,
        total: words.tell("persons", &[("count", briefing.guests.len().to_string())]),
    }
}

fn guest_row(briefing: &Briefing, words: &Words, guest: &GuestLine, has_roles: bool) -> GuestRow {
    let person = words.snapshot.person(guest.person);
    let role =
        if has_roles { Value::or_unknown(guest.role.as_deref().map(clean), guest.ask_role) } else { Value::Absent(()) };
    let seen = guest.verified.map(|mark| {
        let age = (briefing.as_of - mark.on).num_days().max(0);
        seen(words, Some((mark.on.to_string(), age)), mark.confidence, guest.ask_identity.is_some())
    });
    GuestRow {
        order: guest.order,
        principal: guest.is_principal,
        name: words.person(guest.person),
        second: person.and_then(|one| second_name(words, one)),
        posts: posts(words, guest),
        address: address(briefing, words, person),
        role,
        seen,
        ask_identity: guest.ask_identity,
    }
}

fn address(briefing: &Briefing, words: &Words, person: Option<&Person>) -> Value {
    let text = person.and_then(|one| words.pick(&one.address_zh, &one.address_en));
    let about = |one: &&domain::engine::brief::Question| {
        one.code.code() == "address" && person.is_some_and(|who| one.people.contains(&who.id))
    };
    Value::or_unknown(text, briefing.questions.iter().find(about).map(|one| one.number))
}

/// Beside a Chinese name its reading, else its Latin form; beside a Latin name the Chinese one.
fn second_name(words: &Words, person: &Person) -> Option<String> {
    let second = match words.lang {
        Lang::ZhCn => {
            person.pronunciation.as_deref().or(person.name_en.as_deref().filter(|_| person.name_zh.is_some()))
        }
        Lang::En => person.name_zh.as_deref().filter(|_| person.name_en.is_some()),
    };
    second.map(clean)
}

/// The photograph with permission, and what the box shows without.
pub(super) fn face(words: &Words, person: &Person) -> Face {
    let initials = domain::engine::edition::initials(person);
    let initials = words.pick(&initials.zh, &initials.en).unwrap_or_default();
    Face { initials, photo: printable(words, Sitter::Person(person.id)) }
}

/// The photograph of somebody, if the internal copy may show it.
pub(super) fn printable(words: &Words, sitter: Sitter) -> Option<PhotoId> {
    words.snapshot.photo_of(sitter).filter(|one| one.may_print()).map(|one| one.id)
}

pub(super) fn posts(words: &Words, guest: &GuestLine) -> Vec<Post> {
    let post = |seat: &domain::SeatId| Post { title: words.seat_title(*seat), unit: words.unit_of(*seat) };
    guest.seats.iter().map(post).collect()
}

fn seen(words: &Words, dated: Option<(String, i64)>, confidence: Confidence, stale: bool) -> Seen {
    let age = dated.as_ref().map(|(_, days)| words.tell("days-ago", &[("days", days.to_string())]));
    Seen { on: dated.map(|one| one.0), confidence: confidence.code(), age, stale }
}

pub(super) fn profiles(briefing: &Briefing, words: &Words) -> Vec<Profile> {
    briefing.guests.iter().map(|guest| profile(briefing, words, guest)).collect()
}

fn profile(briefing: &Briefing, words: &Words, guest: &GuestLine) -> Profile {
    let person = words.snapshot.person(guest.person);
    let line = briefing.chain.iter().find(|one| one.row.person == Some(guest.person));
    let size = match (guest.is_principal, line) {
        (true, _) => "full",
        (_, Some(_)) => "half",
        _ => "compact",
    };
    let foreign = words.snapshot.visit(briefing.visit).is_some_and(|one| one.convention == Convention::Foreign);
    let other = person.and_then(|one| match words.lang {
        Lang::ZhCn => one.address_en.clone().filter(|_| foreign),
        Lang::En => one.address_zh.clone(),
    });
    Profile {
        order: guest.order,
        size,
        name: words.person(guest.person),
        second: person.and_then(|one| second_name(words, one)),
        face: person.map(|one| face(words, one)).unwrap_or_default(),
        posts: posts(words, guest),
        spoken: address(briefing, words, person),
        address_second: other.as_deref().map(clean),
        facts: facts(briefing, words, guest),
        meetings: guest.meetings.iter().map(|one| meeting(words, one)).collect(),
        commons: if guest.is_principal { commons(briefing, words) } else { Vec::new() },
        position: line.map(|one| position(words, one)),
    }
}

fn facts(briefing: &Briefing, words: &Words, guest: &GuestLine) -> Vec<FactRow> {
    let mut rows: Vec<_> = position_fact(briefing, words, guest).into_iter().collect();
    rows.extend(guest.facts.iter().map(|one| fact_row(words, one)));
    rows.extend(missing_rows(words, &guest.missing));
    rows
}

/// Equal unknowns of one person that would fill the card are printed once.
const SEPARATE: usize = 2;

fn missing_rows(words: &Words, missing: &[(FactKind, u32)]) -> Vec<FactRow> {
    let row = |label, ask| FactRow { label, value: Value::unknown(Some(ask)), source: None, seen: None };
    let labels = missing.iter().map(|(kind, _)| words.code("fact", *kind));
    match missing.first() {
        Some((_, ask)) if missing.len() > SEPARATE => vec![row(words.list(labels), *ask)],
        _ => labels.zip(missing).map(|(label, (_, ask))| row(label, *ask)).collect(),
    }
}

/// The post itself, with the source it was verified by.
fn position_fact(briefing: &Briefing, words: &Words, guest: &GuestLine) -> Option<FactRow> {
    let mark = guest.verified?;
    let own = words.snapshot.facts.iter().filter(|one| one.person == guest.person && one.kind == FactKind::Position);
    let source = own.filter(|one| one.verified_on == Some(mark.on)).find_map(|one| one.source.clone());
    let titles = words.list(posts(words, guest).into_iter().map(|one| one.title));
    let age = (briefing.as_of - mark.on).num_days().max(0);
    let value = if guest.ask_identity.is_some() && titles.is_empty() {
        Value::unknown(guest.ask_identity)
    } else {
        Value::Text(titles)
    };
    Some(FactRow {
        label: words.code("fact", FactKind::Position),
        value,
        source: source.as_deref().map(clean),
        seen: Some(seen(words, Some((mark.on.to_string(), age)), mark.confidence, guest.ask_identity.is_some())),
    })
}

fn fact_row(words: &Words, fact: &GuestFact) -> FactRow {
    let stale = matches!(fact.fresh, Some(FreshWord::Stale | FreshWord::Expired));
    let dated = fact.verified_on.map(|on| on.to_string()).zip(fact.age_days);
    FactRow {
        label: words.code("fact", fact.kind),
        value: fact.value.as_deref().map_or_else(Value::none_told, |value| Value::Text(fact_text(words, fact, value))),
        source: fact.source.as_deref().map(clean),
        seen: Some(seen(words, dated, fact.confidence, stale)),
    }
}

/// Codes become names; years and levels are added.
fn fact_text(words: &Words, fact: &GuestFact, value: &str) -> String {
    let named = match fact.kind {
        FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp => place_name(value, words.lang),
        FactKind::Dialect => dialect_name(value, words.lang).map(str::to_owned),
        FactKind::Language => language_name(value, words.lang).map(str::to_owned),
        _ => None,
    };
    let year = |year: Option<i32>| year.map(|one| one.to_string()).unwrap_or_default();
    let span = match (fact.from_year, fact.to_year) {
        (None, None) => None,
        (from, to) => Some(format!("{}–{}", year(from), year(to))),
    };
    let parts = [Some(named.unwrap_or_else(|| clean(value))), fact.level.as_deref().map(clean), span];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn meeting(words: &Words, met: &Meeting) -> MeetingRow {
    let kind = words.code("touch", met.kind);
    let ours = words.staff_list(&met.staff);
    let what = words.tell("met-by", &[("kind", kind), ("ours", ours)]);
    let said = met.summary.as_deref().map(clean);
    let what = said.map_or(what.clone(), |said| words.tell("said-of", &[("what", what), ("whom", said)]));
    MeetingRow { on: met.on.to_string(), what }
}

/// Background shared with the two best candidates; the point lines that rest on people, not on rank or time.
fn commons(briefing: &Briefing, words: &Words) -> Vec<CommonRow> {
    use HostDimension::{Affinity, Career, Dialect, Native, School};
    let candidates = briefing.hosts.iter().flat_map(|one| one.candidates.iter().take(2));
    let lines = candidates.flat_map(|one| one.lines.iter().map(move |line| (one.staff, line)));
    let shared = lines
        .filter(|(_, line)| line.points > 0 && matches!(line.dimension, Affinity | Career | Dialect | Native | School));
    shared
        .map(|(staff, line)| CommonRow {
            host: words.staff(staff),
            dimension: words.code("dim", line.dimension),
            what: line.reason.as_ref().map(|one| reason_text(one, words.snapshot, words.wording)).unwrap_or_default(),
            source: line.guest_source.as_deref().map(clean),
        })
        .collect()
}

pub(super) fn position(words: &Words, line: &ChainLine) -> Position {
    let row = &line.row;
    let first = |ids: &[domain::StaffId]| ids.first().map(|id| words.staff(*id));
    Position {
        roles: roles(words, line),
        weight: row.weight,
        level: row.level,
        level_word: words.word(&format!("tie-{}", row.level)),
        attitude: row.attitude,
        attitude_word: attitude_word(words, row.attitude),
        ask_attitude: line.ask_attitude,
        owners: words.staff_list(&row.owners),
        ask_owner: line.ask_owner,
        backup: first(&row.backups),
        sponsor: first(&row.sponsors),
    }
}

/// Formal roles, informal functions in brackets.
pub(super) fn roles(words: &Words, line: &ChainLine) -> String {
    let formal = words.list(line.row.roles.iter().map(|one| words.code("role", *one)));
    let formal = if formal.is_empty() { words.word("role-none") } else { formal };
    let informal = words.list(line.row.functions.iter().map(|one| words.code("function", *one)));
    if informal.is_empty() { formal } else { words.tell("in-brackets", &[("what", formal), ("more", informal)]) }
}

/// Keys carry no sign: `attitude-minus-1`, `attitude-plus-2`.
fn attitude_word(words: &Words, level: Option<i8>) -> String {
    match level {
        None => words.word("unknown"),
        Some(0) => words.word("attitude-0"),
        Some(below @ ..0) => words.word(&format!("attitude-minus-{}", below.unsigned_abs())),
        Some(above) => words.word(&format!("attitude-plus-{above}")),
    }
}
