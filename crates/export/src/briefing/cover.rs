//! The first page and the readiness page: who, why now, where we stand.

use domain::engine::brief::{Briefing, Risk, RiskLine};
use domain::engine::places::language_name;
use domain::engine::readiness::{GateMark, GateState};
use domain::{BlockState, Code, PersonId, Sitter, StaffId, Visit};

use super::parts::question_rows;
use super::people::{face, posts, printable};
use super::reason_text;
use super::sheet::{BlockRow, Cover, GateRow, Portrait, RiskRow, Value};
use super::words::{Words, kebab};
use crate::paper::Face;

/// Questions shown on the first page.
const FIRST: usize = 4;

pub(super) fn cover(briefing: &Briefing, words: &Words) -> Cover {
    let visit = words.snapshot.visit(briefing.visit);
    let count = |state| briefing.readiness.gates.iter().filter(|mark| mark.state == state).count();
    let mut first_questions = question_rows(briefing, words);
    first_questions.sort_by(|a, b| (&a.by, a.number).cmp(&(&b.by, b.number)));
    first_questions.truncate(FIRST);
    Cover {
        days: days(briefing, words, visit),
        place: Value::or_unknown(visit.and_then(|one| one.place.as_deref()).map(super::words::clean), None),
        principal: briefing.summary.principal.map(|id| guest_portrait(briefing, words, id)),
        host: briefing.summary.host.map(|id| host_portrait(briefing, words, id)),
        host_label: words.word(if briefing.summary.host_is_chosen { "host" } else { "host-proposed" }),
        score: briefing.readiness.score.round() as u32,
        expected: briefing.readiness.expected.round() as u32,
        countdown: format!("T\u{2212}{}", briefing.readiness.days_left.max(0)),
        passed: count(GateState::Pass),
        failed: count(GateState::Fail),
        open: count(GateState::Open),
        who: who(briefing, words),
        why_now: Value::or_unknown(why_now(briefing, words, visit), None),
        frame: visit.map(|one| frame(briefing, words, one)).unwrap_or_default(),
        risks: briefing.summary.risks.iter().map(|one| risk(words, one)).collect(),
        first_questions,
    }
}

fn days(briefing: &Briefing, words: &Words, visit: Option<&Visit>) -> String {
    let Some(visit) = visit else { return String::new() };
    let first = words.long_day(visit.starts_on);
    match visit.days {
        0 | 1 => first,
        many => words.tell(
            "days-from",
            &[("first", first), ("count", many.to_string()), ("last", briefing.ends_on.to_string())],
        ),
    }
}

fn who(briefing: &Briefing, words: &Words) -> String {
    let count = ("count", briefing.guests.len().to_string());
    let post = |id: PersonId| {
        briefing.guests.iter().find(|one| one.person == id).map(|one| first_post(words, one)).unwrap_or_default()
    };
    let lead = match briefing.summary.principal {
        Some(id) => words.tell("who-led", &[("name", words.person(id)), ("post", post(id)), count]),
        None => words.tell("who-unled", &[count]),
    };
    let support = briefing
        .summary
        .supporter
        .map(|id| words.tell("who-supporter", &[("name", words.person(id)), ("post", post(id))]));
    [Some(lead), support].into_iter().flatten().collect::<Vec<_>>().join(if words.lang == domain::Lang::ZhCn {
        ""
    } else {
        " "
    })
}

fn first_post(words: &Words, guest: &domain::engine::brief::GuestLine) -> String {
    posts(words, guest).first().map(|one| one.title.clone()).unwrap_or_default()
}

fn why_now(briefing: &Briefing, words: &Words, visit: Option<&Visit>) -> Option<String> {
    let purpose = super::words::clean(visit?.purpose.as_deref()?);
    let stage = words.snapshot.account(briefing.account).map(|one| words.code("stage", one.stage));
    Some(words.tell("why-purpose", &[("purpose", purpose), ("stage", stage.unwrap_or_default())]))
}

fn guest_portrait(briefing: &Briefing, words: &Words, id: PersonId) -> Portrait {
    let guest = briefing.guests.iter().find(|one| one.person == id);
    let person = words.snapshot.person(id);
    let address = person.and_then(|one| words.pick(&one.address_zh, &one.address_en));
    Portrait {
        name: words.person(id),
        face: person.map(|one| face(words, one)).unwrap_or_default(),
        post: guest.map(|one| first_post(words, one)).unwrap_or_default(),
        note: address.map(|one| words.tell("addressed", &[("address", one)])).unwrap_or_default(),
    }
}

fn host_portrait(briefing: &Briefing, words: &Words, id: StaffId) -> Portrait {
    let staff = words.snapshot.staff_member(id);
    let candidates = briefing.hosts.as_ref().map(|one| one.candidates.as_slice()).unwrap_or_default();
    // Beneath the first stands the second; beneath anybody else chosen, the one who led.
    let next = candidates.iter().find(|one| one.staff != id);
    let led = candidates.first().is_some_and(|one| one.staff == id);
    let own = candidates.iter().find(|one| one.staff == id);
    let note = match (own, next) {
        (Some(own), Some(next)) => words.tell(
            if led { "host-points" } else { "host-points-chosen" },
            &[
                ("points", own.total.to_string()),
                ("next", words.staff(next.staff)),
                ("nextPoints", next.total.to_string()),
            ],
        ),
        (Some(own), None) => words.tell("host-points-alone", &[("points", own.total.to_string())]),
        _ => String::new(),
    };
    Portrait {
        name: words.staff(id),
        face: Face {
            initials: staff.map(|one| words.staff_name(one)).map(|name| short_of(&name)).unwrap_or_default(),
            photo: printable(words, Sitter::Staff(id)),
        },
        post: staff.and_then(|one| words.pick(&one.title_zh, &one.title_en)).unwrap_or_default(),
        note,
    }
}

/// Ours are stored without name parts; the box then shows the first letters of the words, or the first character.
fn short_of(name: &str) -> String {
    let firsts = name.split_whitespace().filter_map(|one| one.chars().next());
    firsts.take(2).collect()
}

fn frame(briefing: &Briefing, words: &Words, visit: &Visit) -> Vec<(String, Value)> {
    let text = |key: &str, value: String| (words.word(key), Value::Text(value));
    let mut rows = Vec::new();
    let decision = words.snapshot.decisions.iter().find(|one| Some(one.id) == briefing.decision);
    if let Some(name) = decision.and_then(|one| words.pick(&one.name_zh, &one.name_en)) {
        rows.push(text("decision", name));
    }
    rows.push(text("convention", words.code("convention", visit.convention)));
    rows.push(match visit.interpreter.as_deref() {
        None => (words.word("interpreter"), Value::unknown(ask(briefing, "interpreter"))),
        Some("none") => text("interpreter", words.word("not-needed")),
        Some(pair) => text("interpreter", languages(words, pair)),
    });
    if let Some(policy) = domain::engine::brief::policy_of(words.snapshot, briefing.account) {
        rows.push(text("hospitality", super::parts::policy_text(briefing, words, policy)));
    }
    let gift = visit.gift_item.as_deref().map(super::words::clean);
    rows.push(match (visit.gift_decided, gift) {
        (true, Some(item)) => text("gift", item),
        (true, None) => text("gift", words.word("gift-none")),
        (false, _) => (words.word("gift"), Value::unknown(ask(briefing, "gift"))),
    });
    rows
}

/// `zh-en` as names of languages.
fn languages(words: &Words, pair: &str) -> String {
    let name = |code: &str| language_name(code, words.lang).map_or_else(|| super::words::clean(code), str::to_owned);
    words.list(pair.split('-').map(name))
}

fn ask(briefing: &Briefing, code: &str) -> Option<u32> {
    briefing.questions.iter().find(|one| one.code.code() == code).map(|one| one.number)
}

fn risk(words: &Words, line: &RiskLine) -> RiskRow {
    let text = match &line.risk {
        Risk::Gate(mark) => gate_fault(words, mark),
        Risk::Warning(warning) => reason_text(&warning.reason, words.snapshot, words.wording),
        Risk::Finding(finding) => reason_text(&finding.reason, words.snapshot, words.wording),
    };
    RiskRow { text, ask: line.ask }
}

fn gate_fault(words: &Words, mark: &GateMark) -> String {
    let key = format!("{}-fault", kebab(mark.gate.code()));
    words.tell(&key, &[("people", words.people(&mark.people)), ("count", mark.people.len().to_string())])
}

pub(super) fn gates(briefing: &Briefing, words: &Words) -> Vec<GateRow> {
    let row = |(at, mark): (usize, &GateMark)| GateRow {
        number: at + 1,
        name: words.word(&kebab(mark.gate.code())),
        state: mark.state.code(),
        word: words.code("state", mark.state),
    };
    briefing.readiness.gates.iter().enumerate().map(row).collect()
}

pub(super) fn blocks(briefing: &Briefing, words: &Words) -> Vec<BlockRow> {
    let share = |state| match state {
        BlockState::Empty => Some(0.0),
        BlockState::Draft => Some(0.5),
        BlockState::Confirmed => Some(1.0),
        BlockState::NotApplicable => None,
    };
    let rows = briefing.readiness.blocks.iter();
    rows.map(|(block, weight, state)| BlockRow {
        name: words.code("block", *block),
        weight: *weight,
        share: share(*state),
    })
    .collect()
}
