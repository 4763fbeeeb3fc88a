//! The lines of the day as guests read them, and as events of a calendar. Deliberately absent: material, our attendance,
//! and lines that are not for guests wherever guests read.

use super::{Ground, Said};
use crate::{AgendaItem, AgendaItemId, Clock, Day, Snapshot, VisitId};

/// A line of the day: when, what, where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLine {
    pub on: Day,
    pub at: Clock,
    pub ends: Option<Clock>,
    pub what: Said,
    pub place: Said,
}

/// An event of a calendar. The identity never changes, so that a later file replaces the earlier one's events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: AgendaItemId,
    pub line: AgendaLine,
}

impl<'a> Ground<'a> {
    /// All lines of the agenda by time.
    pub(super) fn agenda(&self) -> Vec<&'a AgendaItem> {
        let mut lines: Vec<_> = self.snapshot.agenda_items.iter().filter(|one| one.visit == self.visit.id).collect();
        lines.sort_by_key(|one| (one.on, one.starts_at, one.id));
        lines
    }
    /// The lines for guests in the guests' own wording.
    pub(super) fn guest_agenda(&self) -> Vec<AgendaLine> {
        self.agenda().into_iter().filter(|one| one.for_guests).map(guest_line).collect()
    }
}

pub(super) fn our_line(item: &AgendaItem) -> AgendaLine {
    AgendaLine {
        on: item.on,
        at: item.starts_at,
        ends: item.ends_at,
        what: Said::of(&item.title_zh, &item.title_en),
        place: Said::of(&item.place_zh, &item.place_en),
    }
}

fn guest_line(item: &AgendaItem) -> AgendaLine {
    let line = our_line(item);
    AgendaLine { what: Said::of(&item.guest_title_zh, &item.guest_title_en).or(line.what), ..line }
}

/// The agenda as events: for guests their lines in their wording alone, else all in ours. `None` when there is no such visit.
pub fn events(snapshot: &Snapshot, visit: VisitId, for_guests: bool) -> Option<Vec<Event>> {
    let ground = Ground::read(snapshot, visit, Day::MAX)?;
    let lines = ground.agenda().into_iter().filter(|one| one.for_guests || !for_guests);
    let event = |one: &AgendaItem| Event { id: one.id, line: if for_guests { guest_line(one) } else { our_line(one) } };
    Some(lines.map(event).collect())
}
