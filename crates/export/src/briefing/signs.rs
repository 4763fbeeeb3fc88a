//! Name plates and the welcome board of a visit.
//!
//! Owns: who gets a plate and what stands on it. Deliberately absent: anything but names, full posts and, on the foot that
//! lies on the table, whose plate it is: plates and board are seen by everybody.

use domain::engine::asof::is_active;
use domain::engine::brief::Briefing;
use domain::scene::Wording;
use domain::{Day, Snapshot, StaffId, Visit, VisitTextKind};

use super::compose::{furniture_words, mark_words};
use super::words::Words;
use crate::paper::{Block, Edition, Furnish, Furniture, Head, Paper, Plate, Section, Text, Tongue};

/// Double-sided name plates, one A4 sheet each to be folded twice: guests in protocol order, then ours, the host first.
/// Guests of whom no name is known and erased ones get none. `None` when there is no such visit.
pub fn name_plates(briefing: &Briefing, snapshot: &Snapshot, wording: &dyn Wording) -> Option<Paper> {
    let words = Words::new(snapshot, wording);
    let (visit, today) = (snapshot.visit(briefing.visit)?, briefing.as_of);
    let mut plates = Vec::new();
    for guest in &briefing.guests {
        let person = snapshot.person(guest.person);
        let name = person.and_then(|one| words.pick(&one.name_zh, &one.name_en));
        let post = guest.seats.first().map(|seat| words.seat_title(*seat));
        let foot = words.tell("plan-plate-guest", &[("number", guest.order.to_string())]);
        plates.extend(name.map(|name| plate(name, post, foot)));
    }
    for id in ours(snapshot, visit, today) {
        let staff = snapshot.staff_member(id);
        let name = staff.and_then(|one| words.pick(&one.name_zh, &one.name_en));
        let post = staff.and_then(|one| words.pick(&one.title_zh, &one.title_en));
        plates.extend(name.map(|name| plate(name, post, words.word("plan-plate-ours"))));
    }
    let section = |(at, plate): (usize, Plate)| {
        let section = Section::numbered("", plate.name.clone()).head(Head::Hidden).blocks(vec![Block::Plate(plate)]);
        Section { id: format!("plate-{at}"), ..section }
    };
    let sections = plates.into_iter().enumerate().map(section).collect();
    Some(bare(Edition::NamePlates, "plan-plates", visit, today, &words, sections))
}

fn plate(name: String, post: Option<String>, foot: String) -> Plate {
    Plate { name: Text::name(name), post: post.map_or_else(Text::default, Text::of), foot: Text::of(foot) }
}

/// Ours at the table: the host, those with counterparts, then those with duties; each once, nobody who has left.
fn ours(snapshot: &Snapshot, visit: &Visit, today: Day) -> Vec<StaffId> {
    let opposite = snapshot.visit_guests.iter().filter(|one| one.visit == visit.id).filter_map(|one| one.counterpart);
    let mut duties: Vec<_> = snapshot.visit_duties.iter().filter(|one| one.visit == visit.id).collect();
    duties.sort_by_key(|one| one.position);
    let lead = [visit.host, visit.business_lead, visit.coordinator].into_iter().flatten();
    let mut ours: Vec<StaffId> = Vec::new();
    for id in lead.chain(opposite).chain(duties.iter().map(|one| one.staff)) {
        let here = snapshot.staff_member(id).is_some_and(|one| is_active(one, today));
        if here && !ours.contains(&id) {
            ours.push(id);
        }
    }
    ours
}

/// The board at the entrance: the text of the sign as planned, else a greeting and the guests' company. `None` when there
/// is no such visit.
pub fn welcome_board(briefing: &Briefing, snapshot: &Snapshot, wording: &dyn Wording) -> Option<Paper> {
    let words = Words::new(snapshot, wording);
    let (visit, today) = (snapshot.visit(briefing.visit)?, briefing.as_of);
    let sign = snapshot.visit_texts.iter().find(|one| one.visit == visit.id && one.kind == VisitTextKind::Signboard);
    let sign = sign.and_then(|one| words.pick(&one.text_zh, &one.text_en));
    let account = snapshot.account(visit.account).and_then(|one| words.pick(&one.name_zh, &one.name_en));
    let company = snapshot.companies.first().and_then(|one| words.pick(&one.name_zh, &one.name_en));
    let (greeting, whom) = match sign {
        Some(sign) => (Text::default(), Text::of(sign)),
        None => (Text::of(words.word("plan-welcome")), Text::of(account.unwrap_or_default())),
    };
    let under = Text::of(company.unwrap_or_default()).under(Text::of(words.long_day(visit.starts_on)));
    let section = Section::numbered("", words.word("plan-board")).head(Head::Hidden);
    let section = Section { id: "board".into(), ..section.blocks(vec![Block::Board { greeting, whom, under }]) };
    Some(bare(Edition::WelcomeBoard, "plan-board", visit, today, &words, vec![section]))
}

/// A paper with nothing at head and foot.
fn bare(edition: Edition, title: &str, visit: &Visit, today: Day, words: &Words, sections: Vec<Section>) -> Paper {
    let company = words.snapshot.companies.first().and_then(|one| words.pick(&one.name_zh, &one.name_en));
    Paper {
        edition,
        tongue: Tongue::only(words.lang),
        page: edition.page(),
        title: Text::of(format!("{} {}", words.word(title), visit.starts_on)),
        furniture: Furniture {
            furnish: Furnish::Bare,
            company: Text::of(company.unwrap_or_default()),
            short: Text::default(),
            edition: Text::default(),
            class: Text::default(),
            draft: None,
            as_of: today.to_string(),
            expires: None,
            watermark: false,
            words: furniture_words(words),
        },
        marks: mark_words(words),
        sections,
    }
}
