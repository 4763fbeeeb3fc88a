//! What may stand on a screen in front of the customer (F.4): the day and who meets whom. Deliberately absent: all else.

use super::{AgendaLine, Ground, Heading, Named, OursNamed};
use crate::{Day, Snapshot, VisitId};

/// All that the screen may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentingEdition {
    pub heading: Heading,
    pub agenda: Vec<AgendaLine>,
    pub guests: Vec<Named>,
    pub ours: Vec<OursNamed>,
}

/// The edition for the screen as of a day; `None` when there is no such visit.
pub fn presenting_edition(snapshot: &Snapshot, visit: VisitId, as_of: Day) -> Option<PresentingEdition> {
    let from = Ground::read(snapshot, visit, as_of)?;
    Some(PresentingEdition {
        heading: from.heading(),
        agenda: from.guest_agenda(),
        guests: from.guests().into_iter().map(|(_, person)| from.named(person)).collect(),
        ours: from.met_by_guests(),
    })
}
