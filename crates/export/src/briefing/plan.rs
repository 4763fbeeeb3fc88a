//! The planned visit in the internal briefing: sections 9–12, 14–28 and what the plan adds to the others.
//!
//! Owns: which lines of the plan stand in which section. Deliberately absent: judging the plan (engines), and empty
//! frames: a section with nothing planned is left out.

mod day;
mod duties;
mod talk;
mod ways;

use domain::engine::brief::{Briefing, QuestionCode};
use domain::engine::edition::seat_sheets;
use domain::{
    AgendaItem, Attendee, ChecklistItem, Clock, Contingency, CostLine, Lodging, Meal, Snapshot, StaffId, TalkingPoint,
    TalkingPointKind, TourStop, TravelLeg, Vehicle, Visit, VisitContact, VisitDuty, VisitGuest, VisitId, VisitTextKind,
};

use super::words::{Words, clean};
use crate::edition::say::Say;
use crate::paper::{Block, Bullet, Section, Style, Text};

/// The lines of one visit, each kind in its order.
pub(super) struct Plan<'a> {
    pub visit: &'a Visit,
    pub words: &'a Words<'a>,
    pub briefing: &'a Briefing,
    pub guests: Vec<&'a VisitGuest>,
    pub agenda: Vec<&'a AgendaItem>,
    pub vehicles: Vec<&'a Vehicle>,
    pub legs: Vec<&'a TravelLeg>,
    pub lodgings: Vec<&'a Lodging>,
    pub meals: Vec<&'a Meal>,
    pub stops: Vec<&'a TourStop>,
    pub points: Vec<&'a TalkingPoint>,
    pub duties: Vec<&'a VisitDuty>,
    pub contacts: Vec<&'a VisitContact>,
    pub checklist: Vec<&'a ChecklistItem>,
    pub costs: Vec<&'a CostLine>,
    pub cases: Vec<&'a Contingency>,
}

/// The lines of a visit, sorted.
fn lines<T, K: Ord>(all: &[T], visit: VisitId, of: impl Fn(&T) -> VisitId, by: impl Fn(&T) -> K) -> Vec<&T> {
    let mut own: Vec<&T> = all.iter().filter(|one| of(one) == visit).collect();
    own.sort_by_key(|one| by(one));
    own
}

impl<'a> Plan<'a> {
    /// `None` when there is no such visit.
    pub fn new(briefing: &'a Briefing, words: &'a Words<'a>) -> Option<Self> {
        let from: &Snapshot = words.snapshot;
        let visit = from.visit(briefing.visit)?;
        let id = visit.id;
        Some(Self {
            visit,
            words,
            briefing,
            guests: lines(&from.visit_guests, id, |one| one.visit, |one| one.protocol_order),
            agenda: lines(&from.agenda_items, id, |one| one.visit, |one| (one.on, one.starts_at, one.ends_at)),
            vehicles: lines(&from.vehicles, id, |one| one.visit, |one| one.position),
            legs: lines(&from.travel_legs, id, |one| one.visit, |one| (one.direction, one.on, one.at)),
            lodgings: lines(&from.lodgings, id, |one| one.visit, |one| order_of(from, id, one.person)),
            meals: lines(&from.meals, id, |one| one.visit, |one| (one.on, one.at)),
            stops: lines(&from.tour_stops, id, |one| one.visit, |one| one.position),
            points: lines(&from.talking_points, id, |one| one.visit, |one| one.position),
            duties: lines(&from.visit_duties, id, |one| one.visit, |one| one.position),
            contacts: lines(&from.visit_contacts, id, |one| one.visit, |one| one.position),
            checklist: lines(&from.checklist_items, id, |one| one.visit, |one| (one.offset_days, one.position)),
            costs: lines(&from.cost_lines, id, |one| one.visit, |one| one.position),
            cases: lines(&from.contingencies, id, |one| one.visit, |one| one.position),
        })
    }

    /// The texts of a kind in the language, in order.
    pub fn texts(&self, kind: VisitTextKind) -> Vec<String> {
        let all = &self.words.snapshot.visit_texts;
        let own = lines(all, self.visit.id, |one| one.visit, |one| one.position);
        let kept = own.into_iter().filter(|one| one.kind == kind);
        kept.filter_map(|one| self.words.pick(&one.text_zh, &one.text_en)).collect()
    }
    /// The same with their lines one under another.
    pub fn paragraphs(&self, kind: VisitTextKind) -> Vec<Text> {
        let all = &self.words.snapshot.visit_texts;
        let own = lines(all, self.visit.id, |one| one.visit, |one| one.position);
        let kept = own.into_iter().filter(|one| one.kind == kind);
        let text = |one: &domain::VisitText| {
            domain::pick(one.text_zh.as_deref(), one.text_en.as_deref(), self.words.lang).map(stacked)
        };
        kept.filter_map(text).collect()
    }
    /// Talking points of a kind.
    fn points_of(&self, kind: TalkingPointKind) -> Vec<&'a TalkingPoint> {
        self.points.iter().copied().filter(|one| one.kind == kind).collect()
    }
    /// Somebody of the visit.
    fn attendee(&self, who: &Attendee) -> String {
        match who {
            Attendee::Guest(id) => self.words.person(*id),
            Attendee::Ours(id) => self.words.staff(*id),
            Attendee::Named(name) => clean(name),
        }
    }
    /// One of ours, or a dash.
    fn staff(&self, id: Option<StaffId>) -> Text {
        id.map_or_else(Text::dash, |id| Text::name(self.words.staff(id)))
    }
    /// The question about a kind of thing, if there is one.
    fn ask(&self, code: QuestionCode) -> Option<u32> {
        self.briefing.questions.iter().find(|one| one.code == code).map(|one| one.number)
    }
    /// Word of the plan: `doc-plan-<key>`.
    fn word(&self, key: &str) -> String {
        self.words.word(&format!("plan-{key}"))
    }
    fn tell(&self, key: &str, facts: &[(&str, String)]) -> String {
        self.words.tell(&format!("plan-{key}"), facts)
    }
    fn label<C: domain::Code>(&self, family: &str, code: C) -> String {
        self.words.code(&format!("plan-{family}"), code)
    }
    /// A section of the manual with its heading.
    fn section(&self, number: &str) -> Section {
        Section::numbered(number, self.word(&format!("s{number}")))
    }
    /// A line of a list of the catalogue (`<area>-<key>`), or one's own words.
    fn keyed(&self, area: &str, key: Option<&str>, text: Option<&str>) -> String {
        if let Some(text) = text {
            return clean(text);
        }
        let Some(key) = key else { return String::new() };
        clean(&self.words.wording.text(&format!("{area}-{}", super::words::kebab(key)), &[]))
    }
}

/// Place of a guest in the list, for sorting.
fn order_of(from: &Snapshot, visit: VisitId, person: domain::PersonId) -> u32 {
    let own = |one: &&VisitGuest| one.visit == visit && one.person == person;
    from.visit_guests.iter().find(own).map_or(u32::MAX, |one| one.protocol_order)
}

/// What somebody typed, or a dash.
fn typed(text: &Option<String>) -> Text {
    text.as_deref().map_or_else(Text::dash, |text| Text::of(clean(text)))
}

/// A text with its lines one under another.
fn stacked(text: &str) -> Text {
    let lines = text.lines().map(str::trim).filter(|one| !one.is_empty());
    lines.fold(Text::default(), |all, line| all.under(Text::of(clean(line))))
}

/// A small remark, or nothing.
fn remark(text: Option<String>) -> Text {
    text.filter(|one| !one.is_empty()).map_or_else(Text::default, |text| Text::styled(text, Style::NOTE))
}

/// A list of lines, when there are any.
fn list(items: Vec<Text>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::List { bullet: Bullet::Dash, items })
}

/// `10:30–12:00`, or the beginning alone.
pub(super) fn span(from: Clock, to: Option<Clock>) -> String {
    to.map_or_else(|| from.to_string(), |to| format!("{from}–{to}"))
}

/// The drawings of seats that are kept.
fn seats(plan: &Plan) -> Option<Section> {
    let say = Say::new(plan.words.wording);
    let sheets = seat_sheets(plan.words.snapshot, plan.visit.id, plan.briefing.as_of);
    let blocks: Vec<Block> = sheets.iter().map(|one| say.seat_sheet(one)).collect();
    (!blocks.is_empty()).then(|| plan.section("15").new_page().blocks(blocks))
}

/// What a visit's plan adds, by section number; only what has something to print.
pub(super) fn sections(plan: &Plan) -> Vec<Section> {
    let all = [
        day::agenda(plan),
        ways::travel(plan),
        ways::vehicles(plan),
        ways::hotel(plan),
        day::venue(plan),
        seats(plan),
        day::tour(plan),
        talk::points(plan),
        talk::sensitive(plan),
        talk::speeches(plan),
        talk::gift(plan),
        talk::interpreter(plan),
        talk::dress(plan),
        talk::safety(plan),
        duties::contingency(plan),
        duties::contacts(plan),
        duties::checklist(plan),
        duties::costs(plan),
        duties::after(plan),
    ];
    all.into_iter().flatten().collect()
}

pub(super) use day::{day_strips, meals};
pub(super) use duties::counterparts;
