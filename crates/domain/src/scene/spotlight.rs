//! The legend's filter on a drawing that leaves the program: what it leaves out is marked to be written pale. Deliberately
//! absent: how pale things are painted, and the filter of the screen, which is the window's own.

use std::collections::HashSet;

use super::{Scene, SceneCard};

/// Opacity of what the filter leaves out.
pub const DIMMED: f32 = 0.34;

impl Scene {
    /// Marks what none of the legend entries holds. A line stays while both its ends do, and, when kinds of line are
    /// among the entries, while it is of such a kind. No entry: everything stays.
    pub fn spotlight(&mut self, entries: &[String]) {
        if entries.is_empty() {
            return;
        }
        let wanted: HashSet<&str> = entries.iter().map(String::as_str).collect();
        let lit = |card: &SceneCard| card.keys.iter().any(|key| wanted.contains(key.as_str()));
        let mut bright = HashSet::new();
        for card in &mut self.cards {
            card.dimmed = !lit(card);
            if !card.dimmed {
                bright.insert(card.seat);
            }
        }
        let kinds = wanted.iter().any(|key| key.starts_with("line:"));
        for line in &mut self.lines {
            let ends = bright.contains(&line.from) && bright.contains(&line.to);
            let kind = !kinds || wanted.contains(format!("line:{}", crate::Code::code(line.kind)).as_str());
            line.dimmed = !(ends && kind);
        }
    }
}
