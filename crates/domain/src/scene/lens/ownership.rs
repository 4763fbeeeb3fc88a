//! Ownership lens: who of ours answers for whom. Colours follow the order of our people, so that they stay the same on every
//! day. Deliberately absent: findings about gaps.

use super::{ChipMark, KEY_WEIGHT, Look, Tag, TagLook, entry, hollow, solid, swatch};
use crate::engine::chain::Stakeholder;
use crate::scene::draw::MapInput;
use crate::scene::index::Index;
use crate::scene::mark::{dashed, stroke};
use crate::scene::{LegendEntry, Token};
use crate::{AssignmentKind, SeatId, StaffId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Colour and wash of each owner that has one.
const COLOURS: [(Token, Token); 8] = [
    ("cat-1", "cat-1-wash"),
    ("cat-2", "cat-2-wash"),
    ("cat-3", "cat-3-wash"),
    ("cat-4", "cat-4-wash"),
    ("cat-5", "cat-5-wash"),
    ("cat-6", "cat-6-wash"),
    ("cat-7", "cat-7-wash"),
    ("cat-8", "cat-8-wash"),
];
/// Edge of owners beyond the colours there are.
const REST: Token = "ink-3";
const REST_KEY: &str = "owner:rest";
const NONE_KEY: &str = "owner:none";

pub(in crate::scene) struct Ownership {
    /// Owners of the account on any day, in the order of our people.
    places: HashMap<StaffId, usize>,
    order: Vec<StaffId>,
}

impl Ownership {
    pub fn new(input: &MapInput) -> Self {
        let account = input.account;
        let own: HashSet<SeatId> =
            input.snapshot.seats.iter().filter(|one| one.account == account).map(|one| one.id).collect();
        let owns = |kind, seat: &SeatId| kind == AssignmentKind::Owner && own.contains(seat);
        let dated = input.snapshot.assignments.iter().filter(|one| owns(one.kind, &one.seat)).map(|one| one.staff);
        let owners: BTreeSet<StaffId> =
            dated.chain(input.rows.iter().flat_map(|row| row.owners.iter().copied())).collect();
        let order: Vec<StaffId> = owners.into_iter().collect();
        Self { places: order.iter().enumerate().map(|(at, staff)| (*staff, at)).collect(), order }
    }

    fn colour(&self, staff: StaffId) -> Option<(Token, Token)> {
        COLOURS.get(*self.places.get(&staff)?).copied()
    }

    pub fn look(&self, index: &Index, row: &Stakeholder) -> Look {
        let mut look = Look { tags: Some(Vec::new()), chip_mark: ChipMark::None, ..Look::plain(row) };
        look.cell = solid("line-1");
        if row.no_contact {
            return look;
        }
        let Some(&owner) = row.owners.first() else {
            if row.in_chain {
                look.says = index.word("map-no-owner");
                look.tags = Some(vec![Tag { text: look.says.clone(), look: TagLook::Missing("cinnabar") }]);
                let short = index.word("map-no-owner-short");
                look.chip_note = Some(Tag { text: short, look: TagLook::Missing("cinnabar") });
                look.cell = hollow("paper-canvas", "cinnabar");
            }
            return look;
        };
        let colour = self.colour(owner);
        let ink = colour.map_or(REST, |one| one.0);
        if let (Some((edge, wash)), false) = (colour, look.open) {
            (look.edge, look.fill) = (edge, wash);
        } else if !look.open {
            look.edge = REST;
        }
        let held = if colour.is_some() { TagLook::Solid(ink) } else { TagLook::Edged(ink) };
        let name = index.staff_name(owner);
        let name = if row.owners.len() > 1 { format!("{name}+{}", row.owners.len() - 1) } else { name };
        let (tags, says) = with_backup(index, row, Tag { text: name, look: held }, ink);
        look.chip_note = Some(Tag { text: index.staff_short(owner), look: held });
        (look.tags, look.says, look.cell) = (Some(tags), says, solid(ink));
        if row.owners.iter().any(|staff| self.colour(*staff).is_none()) {
            look.keys.push(REST_KEY.to_owned());
        }
        look
    }

    pub fn legend(&self, index: &Index, count: &dyn Fn(&str) -> u32) -> Vec<LegendEntry> {
        let coloured = self.order.iter().zip(COLOURS).map(|(staff, (colour, _))| {
            entry(&format!("owner:{staff}"), index.staff_name(*staff), count, swatch(Some(colour), None))
        });
        let mut entries: Vec<LegendEntry> = coloured.filter(|one| one.count > 0).collect();
        if self.order.len() > COLOURS.len() {
            let label = index.number("map-owner-rest", "n", (self.order.len() - COLOURS.len()) as i64);
            entries.push(entry(REST_KEY, label, count, swatch(None, Some(stroke(REST, 1.0)))));
        }
        let missing = swatch(None, Some(dashed("cinnabar", 1.0, &[3.0, 2.0])));
        entries.push(entry(NONE_KEY, index.word("map-no-owner"), count, missing));
        entries
    }
}

/// The owner's tag and the backup's; a missing backup is named where the weight asks for one.
fn with_backup(index: &Index, row: &Stakeholder, owner: Tag, ink: Token) -> (Vec<Tag>, String) {
    let mut says = index.staff_names(&row.owners);
    let backup = match row.backups.first() {
        Some(&staff) => {
            Some(Tag { text: index.with("map-backup", "name", index.staff_name(staff)), look: TagLook::Edged(ink) })
        }
        None if row.in_chain && row.weight >= KEY_WEIGHT => {
            Some(Tag { text: index.word("map-no-backup"), look: TagLook::Missing("ochre") })
        }
        None => None,
    };
    if let Some(tag) = &backup {
        says = format!("{says}{}{}", index.between(), tag.text);
    }
    (std::iter::once(owner).chain(backup).collect(), says)
}
