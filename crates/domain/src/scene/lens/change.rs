//! Change lens: what differs between the day shown and the day compared with. Deliberately absent: seats and lines that are
//! not on the day shown; the list beside the map has them.

use super::{BySeat, Look, Tag, TagLook, badge, entry, solid};
use crate::engine::chain::Stakeholder;
use crate::engine::changes::{Change, ChangeKind, Value, changes_among};
use crate::scene::LegendEntry;
use crate::scene::describe::attitude_key;
use crate::scene::draw::{Compare, MapInput};
use crate::scene::index::Index;
use crate::{Day, EdgeId, SeatId};
use std::collections::HashMap;

/// The four badges, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::scene) enum Sign {
    Joined,
    Left,
    Moved,
    Changed,
}

impl Sign {
    fn of(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::Joined | ChangeKind::SeatAdded | ChangeKind::LineAdded => Self::Joined,
            ChangeKind::Left | ChangeKind::SeatRemoved | ChangeKind::LineRemoved => Self::Left,
            ChangeKind::Moved => Self::Moved,
            ChangeKind::StanceChanged | ChangeKind::RoleChanged => Self::Changed,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Joined => "change:joined",
            Self::Left => "change:left",
            Self::Moved => "change:moved",
            Self::Changed => "change:changed",
        }
    }

    /// Catalogue keys of the badge and of the legend.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Joined => ("map-badge-joined", "map-change-joined"),
            Self::Left => ("map-badge-left", "map-change-left"),
            Self::Moved => ("map-badge-moved", "map-change-moved"),
            Self::Changed => ("map-badge-changed", "map-change-changed"),
        }
    }

    fn cell(self) -> Vec<super::Part> {
        match self {
            Self::Joined => solid("ink-1"),
            Self::Left => super::hollow("paper-canvas", "ink-1"),
            Self::Moved => [0.0, 9.0].map(|x| ([x, 0.0, 6.0, 7.0], Some("ink-1"), None)).to_vec(),
            Self::Changed => vec![([0.0, 2.0, 15.0, 3.0], Some("ink-1"), None)],
        }
    }
}

pub(in crate::scene) struct Changes {
    /// By the card on which it is seen: sign and what the tag says.
    cards: BySeat<(Sign, String)>,
    lines: HashMap<EdgeId, Sign>,
    badges: HashMap<Sign, String>,
}

impl Changes {
    pub fn new(input: &MapInput, compare: &Compare, index: &Index) -> Self {
        let found =
            changes_among(input.snapshot, input.account, (input.as_of, input.rows), (compare.as_of, compare.rows));
        let forward = compare.as_of <= input.as_of;
        let mut changes = Self {
            cards: HashMap::new(),
            lines: HashMap::new(),
            badges: [Sign::Joined, Sign::Left, Sign::Moved, Sign::Changed]
                .map(|sign| (sign, index.word(sign.words().0)))
                .into(),
        };
        for one in &found {
            let sign = Sign::of(one.kind);
            if let Some(edge) = one.edge {
                changes.lines.insert(edge, sign);
                continue;
            }
            let Some(seat) = one.seat else { continue };
            let text = tag(index, one, input.as_of);
            match &one.before {
                // Both ends of a move are seen: the seat somebody came to, and the one left behind.
                Some(Value::Seat(old)) => {
                    let (here, there) = if forward { (seat, *old) } else { (*old, seat) };
                    changes.note(here, Sign::Moved, text);
                    let passed = if forward { Sign::Left } else { Sign::Joined };
                    changes.note(there, passed, String::new());
                }
                _ => changes.note(seat, sign, text),
            }
        }
        changes
    }

    /// The most telling change of a card wins.
    fn note(&mut self, seat: SeatId, sign: Sign, text: String) {
        let slot = self.cards.entry(seat).or_insert_with(|| (sign, text.clone()));
        if sign < slot.0 {
            *slot = (sign, text);
        }
    }

    fn badge(&self, sign: Sign) -> &str {
        self.badges.get(&sign).map_or("", String::as_str)
    }

    pub fn line(&self, edge: EdgeId) -> Option<(&str, &'static str)> {
        self.lines.get(&edge).map(|&sign| (self.badge(sign), sign.key()))
    }

    pub fn seat(&self, seat: SeatId) -> Option<(&str, &'static str)> {
        self.cards.get(&seat).map(|one| (self.badge(one.0), one.0.key()))
    }
}

/// What changed, short enough for a tag; empty: the badge says it all.
fn tag(index: &Index, one: &Change, as_of: Day) -> String {
    let day = one.on.map(|on| {
        let same_year = on.format("%Y").to_string() == as_of.format("%Y").to_string();
        on.format(if same_year { "%m-%d" } else { "%Y-%m-%d" }).to_string()
    });
    match (one.kind, &one.before, &one.after, day) {
        (_, Some(Value::Stance(from)), Some(Value::Stance(to)), _) => {
            let [from, to] = [from, to].map(|level| index.word(attitude_key(*level)));
            index.words.text("map-change-stance", &[("from", from), ("to", to)])
        }
        (ChangeKind::Joined | ChangeKind::SeatAdded, _, _, Some(day)) => index.with("map-change-since", "day", day),
        (ChangeKind::Left, _, _, Some(day)) => index.with("map-change-until", "day", day),
        (ChangeKind::Moved, Some(Value::Seat(_)), _, Some(day)) => index.with("map-change-moved-on", "day", day),
        (ChangeKind::Moved, Some(Value::Superior(_)), _, _) => index.word("map-change-superior"),
        (ChangeKind::Moved, Some(Value::Unit(_)), _, _) => index.word("map-change-unit"),
        (ChangeKind::RoleChanged, Some(Value::Posts(_)), _, _) => index.word("map-change-posts"),
        (ChangeKind::RoleChanged, _, _, _) => index.word("map-change-role"),
        _ => String::new(),
    }
}

pub(super) fn look(changes: Option<&Changes>, index: &Index, row: &Stakeholder) -> Look {
    let mut look = Look { tags: Some(Vec::new()), cell: solid("line-1"), ..Look::plain(row) };
    let Some((changes, (sign, text))) = changes.and_then(|all| Some((all, all.cards.get(&row.seat)?))) else {
        return look;
    };
    look.edge = "ink-1";
    look.badge = Some(changes.badge(*sign).to_owned());
    look.cell = sign.cell();
    look.keys.push(sign.key().to_owned());
    look.says = if text.is_empty() { index.word(sign.words().1) } else { text.clone() };
    if !text.is_empty() {
        look.tags = Some(vec![Tag { text: text.clone(), look: TagLook::Filled }]);
    }
    look
}

pub(super) fn legend(changes: Option<&Changes>, index: &Index, count: &dyn Fn(&str) -> u32) -> Vec<LegendEntry> {
    let Some(changes) = changes else {
        return vec![entry("change:none", index.word("map-change-none"), &|_| 0, Vec::new())];
    };
    let signs = [Sign::Joined, Sign::Changed, Sign::Moved, Sign::Left];
    let signs = signs.map(|sign| {
        let prims = badge(8.0, 8.0, 8.0, changes.badge(sign)).to_vec();
        entry(sign.key(), index.word(sign.words().1), count, prims)
    });
    signs.to_vec()
}
