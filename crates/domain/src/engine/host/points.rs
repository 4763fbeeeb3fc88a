//! Points of the nine dimensions that rest on the visit itself: rank, business, meetings, language, time (B.4.9).

use super::ours::Ours;
use super::{Guest, HostDimension, HostLine, background};
use crate::engine::{Param, Reason};
use crate::{Busy, FactKind, Staff};
use std::sync::Arc;

/// Most points of each dimension, in column order.
pub(super) const MAX: [(HostDimension, u32); 9] = [
    (HostDimension::Rank, 25),
    (HostDimension::Business, 15),
    (HostDimension::Met, 15),
    (HostDimension::Dialect, 12),
    (HostDimension::Native, 10),
    (HostDimension::School, 8),
    (HostDimension::Career, 6),
    (HostDimension::Affinity, 5),
    (HostDimension::Available, 4),
];

/// What one dimension gives: points, why, and where both facts come from.
#[derive(Default)]
pub(super) struct Gain {
    pub points: u32,
    pub reason: Option<Reason>,
    pub guest_source: Option<Arc<str>>,
    pub host_source: Option<&'static str>,
    pub unknown: bool,
}

impl Gain {
    pub(super) fn of(points: u32, reason: Reason) -> Self {
        Self { points, reason: Some(reason), ..Self::default() }
    }
    pub(super) fn nothing_known() -> Self {
        Self { unknown: true, ..Self::default() }
    }
}

/// The line of one dimension. `let_in`: the written reason of somebody whose rank is too far away.
pub(super) fn line(dimension: HostDimension, max: u32, ours: &Ours, guest: &Guest, let_in: Option<&str>) -> HostLine {
    let gain = match dimension {
        HostDimension::Rank => rank(ours.staff, guest, let_in),
        HostDimension::Business => business(ours.staff, guest),
        HostDimension::Met => met(ours, guest),
        HostDimension::Dialect if guest.foreign => language(ours.staff, guest),
        HostDimension::Dialect => background::dialect(ours, guest),
        HostDimension::Native => background::native(ours, guest),
        HostDimension::School => background::school(ours, guest),
        HostDimension::Career => background::career(ours, guest),
        HostDimension::Affinity => background::affinity(ours, guest),
        HostDimension::Available => available(ours),
    };
    let Gain { points, reason, guest_source, host_source, unknown } = gain;
    HostLine { dimension, points: points.min(max), max, reason, guest_source, host_source, unknown }
}

/// Nine lines in column order.
pub(super) fn lines(ours: &Ours, guest: &Guest, let_in: Option<&str>) -> Vec<HostLine> {
    MAX.iter().map(|(dimension, max)| line(*dimension, *max, ours, guest, let_in)).collect()
}

/// Δ = host − guest: 0 or +1 25, −1 or +2 20, −2 10; further away 0, and only with a written reason.
fn rank(staff: &Staff, guest: &Guest, let_in: Option<&str>) -> Gain {
    let Some(theirs) = guest.rank else { return Gain::nothing_known() };
    let apart = i64::from(staff.rank_level) - i64::from(theirs);
    let points = match apart {
        0 | 1 => 25,
        -1 | 2 => 20,
        -2 => 10,
        _ => 0,
    };
    let code = match apart {
        0 => "rank-equal",
        1.. => "rank-above",
        _ => "rank-below",
    };
    let reason = let_in.map_or_else(
        || Reason::new(code),
        |why| Reason::new("rank-overridden").with("note", Param::Text(why.to_owned())),
    );
    let reason = reason.with("ours", Param::Int(staff.rank_level.into())).with("theirs", Param::Int(theirs.into()));
    Gain { guest_source: guest.rank_source.clone(), host_source: Some("register"), ..Gain::of(points, reason) }
}

/// Executive sponsor 15, topic or relation owner 10.
fn business(staff: &Staff, guest: &Guest) -> Gain {
    let about = |code| Reason::new(code).with("who", Param::Person(guest.person));
    let (points, reason) = if guest.sponsors.contains(&staff.id) {
        (15, about("host-sponsor"))
    } else if guest.topic_owner == Some(staff.id) {
        (10, Reason::new("host-topic-owner"))
    } else if guest.owners.contains(&staff.id) {
        (10, about("host-owner"))
    } else {
        return Gain::default();
    };
    Gain { host_source: Some("register"), ..Gain::of(points, reason) }
}

/// At least two meetings in three years 15, one 8. A note of the visit is about the principal; the log is about everybody.
fn met(ours: &Ours, guest: &Guest) -> Gain {
    let noted = ours.note.filter(|_| guest.principal).map_or(0, |one| one.met);
    let count = noted.max(guest.met.get(&ours.staff.id).copied().unwrap_or(0));
    let points = match count {
        0 => return Gain::default(),
        1 => 8,
        _ => 15,
    };
    let reason = Reason::new("met-before").with("count", Param::Int(count.into()));
    Gain { host_source: Some("register"), ..Gain::of(points, reason) }
}

/// Foreign guest: a shared language both speak at B2 or better 12, an interpreter 4.
fn language(staff: &Staff, guest: &Guest) -> Gain {
    let fluent = guest.languages.iter().filter(|one| one.fact.level.as_deref().is_some_and(|level| level >= "B2"));
    let shared = fluent.filter_map(|one| one.value.map(|code| (one, code))).find(|(_, code)| speaks(staff, code));
    if let Some((told, code)) = shared {
        let reason = Reason::new("language-shared").with("language", Param::Language(code.to_owned()));
        return Gain { guest_source: told.source.clone(), host_source: Some("self"), ..Gain::of(12, reason) };
    }
    if guest.interpreter {
        return Gain::of(4, Reason::new("interpreter-helps"));
    }
    Gain { unknown: !guest.knows(&[FactKind::Language]), ..Gain::default() }
}

/// CEFR levels sort as text. Our people's languages are background and need their consent.
fn speaks(staff: &Staff, code: &str) -> bool {
    staff.bg_ok && staff.languages.iter().any(|one| one.language == code && one.level.as_str() >= "B2")
}

/// Whole visit 4, part 2. Nothing noted: nothing known against it.
fn available(ours: &Ours) -> Gain {
    match ours.busy() {
        Busy::Free => Gain::of(4, Reason::new("free-throughout")),
        Busy::Part => Gain::of(2, Reason::new("free-partly")),
        Busy::All => Gain::default(),
    }
}
