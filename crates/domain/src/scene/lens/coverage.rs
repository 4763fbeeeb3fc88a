//! Coverage lens: how far each stakeholder is covered (B.4.1), as a bar along the foot and a number. Deliberately absent:
//! the formula.

use super::{BySeat, ChipMark, Look, Tag, TagLook, entry, hollow, solid};
use crate::SeatId;
use crate::engine::chain::Stakeholder;
use crate::engine::score::{open_roles, score_coverage};
use crate::scene::draw::MapInput;
use crate::scene::index::Index;
use crate::scene::mark::{Pen, stroke};
use crate::scene::{LegendEntry, Prim, Token};

/// Lower ends of the steps, percent, with key, catalogue key and colour. Zero to a quarter is lightest.
const STEPS: [(i64, &str, &str, Token); 4] = [
    (0, "cover:0", "map-cover-0", "seq-2"),
    (25, "cover:25", "map-cover-25", "seq-3"),
    (50, "cover:50", "map-cover-50", "seq-4"),
    (75, "cover:75", "map-cover-75", "seq-5"),
];

fn step(percent: i64) -> &'static (i64, &'static str, &'static str, Token) {
    STEPS.iter().rev().find(|step| percent >= step.0).unwrap_or(&STEPS[0])
}

pub(in crate::scene) struct Coverage {
    /// The largest losses in order, with the points of coverage they cost.
    losses: Vec<(SeatId, String, i64)>,
    keys: BySeat<String>,
}

impl Coverage {
    pub fn new(input: &MapInput, index: &Index) -> Self {
        let open = open_roles(input.snapshot, index.decision, input.rows);
        let weight = |row: &Stakeholder| if row.is_scored() { f64::from(row.weight) } else { 0.0 };
        let total: f64 =
            input.rows.iter().map(weight).sum::<f64>() + open.iter().map(|one| f64::from(one.weight)).sum::<f64>();
        let losses = score_coverage(input.rows, &open).losses;
        let named = losses.into_iter().filter_map(|(seat, loss)| {
            let row = input.rows.iter().find(|row| row.seat == seat)?;
            let name = if row.is_named() { index.name(row) } else { index.title(seat) };
            Some((seat, name, (100.0 * loss / total.max(1.0)).round() as i64))
        });
        let losses: Vec<_> = named.collect();
        Self { keys: losses.iter().map(|one| (one.0, format!("loss:{}", one.0))).collect(), losses }
    }

    pub fn look(&self, index: &Index, row: &Stakeholder) -> Look {
        let mut look = Look { tags: Some(Vec::new()), chip_mark: ChipMark::None, ..Look::plain(row) };
        look.cell = solid("line-1");
        if !row.is_scored() {
            return look;
        }
        let percent = (100.0 * row.cover).round() as i64;
        let (share, step) = (row.cover as f32, step(percent));
        look.says = index.number("map-cover", "n", percent);
        let tag = |text| Tag { text, look: TagLook::Bare("seq-ink") };
        look.tags = Some(vec![tag(look.says.clone())]);
        look.chip_note = Some(tag(percent.to_string()));
        look.bar = Some((share, step.3));
        if percent == 0 {
            look.cell = hollow("paper-canvas", if look.open { "line-3" } else { "ink-3" });
        } else {
            look.cell.push(([0.0, 0.0, 15.0 * share, 7.0], Some("seq-5"), None));
        }
        look.keys.push(step.1.to_owned());
        look.keys.extend(self.keys.get(&row.seat).cloned());
        look
    }

    pub fn legend(&self, index: &Index, count: &dyn Fn(&str) -> u32) -> Vec<LegendEntry> {
        let bar = |share: f32, token: Token| -> Vec<Prim> {
            let pen = Pen::new(0.0, 0.0, 1.0);
            vec![
                pen.rect(0.0, 6.0, 16.0, 4.0, 0.0, Some("line-1"), None),
                pen.rect(0.0, 6.0, 16.0 * share, 4.0, 0.0, Some(token), None),
            ]
        };
        let steps = STEPS
            .iter()
            .enumerate()
            .map(|(at, (_, key, word, token))| entry(key, index.word(word), count, bar((at + 1) as f32 / 4.0, token)));
        let losses = self.losses.iter().map(|(seat, name, points)| {
            let label = index.words.text("map-loss", &[("name", name.clone()), ("n", points.to_string())]);
            let prims =
                vec![Pen::new(0.0, 0.0, 1.0).rect(0.5, 6.0, 15.0, 4.0, 0.0, None, Some(stroke("seq-ink", 1.0)))];
            entry(&format!("loss:{seat}"), label, count, prims)
        });
        steps.chain(losses).collect()
    }
}
