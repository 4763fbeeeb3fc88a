//! The reporting lines above the leaver's stakeholders, as an indented drawing: readable at any number of them.

use domain::engine::drill::pack::PackNode;

use super::{holder, tell};
use crate::edition::say::Say;
use crate::paper::{Block, Drawing, Ink, Pen, Shape, Spot, Style, Text};

/// Millimetres: a step to the right, a box, from one box to the next, the width of the text.
const STEP: f32 = 9.0;
const BOX: (f32, f32) = (88.0, 9.0);
const PITCH: f32 = 11.5;
const WIDTH: f32 = 168.0;
/// Deepest step that still leaves room for a box.
const DEEPEST: usize = 8;
/// Boxes of one drawing, so that it fits on a page beside its heading.
const MOST: usize = 17;

/// One drawing for every so many boxes.
pub(super) fn drawings(nodes: &[PackNode], account: &str, say: &Say) -> Vec<Block> {
    let alt = tell(say, "chart-alt", &[("account", account.to_owned())]);
    let parts = nodes.chunks(MOST).enumerate();
    parts.map(|(at, part)| Block::Drawing { drawing: drawing(nodes, at * MOST, part, &alt, say) }).collect()
}

fn drawing(all: &[PackNode], first: usize, part: &[PackNode], alt: &str, say: &Say) -> Drawing {
    let left = |node: &PackNode| node.depth.min(DEEPEST) as f32 * STEP + 1.0;
    let top = |at: usize| at as f32 * PITCH + 1.0;
    let hair = Some(Pen { ink: Ink::Quiet, width: 0.6, dashed: false });
    let mut shapes = Vec::new();
    for (at, node) in part.iter().enumerate() {
        let above = (0..first + at).rev().find(|one| all[*one].depth < node.depth).filter(|_| node.depth > 0);
        if let Some(parent) = above {
            let x = left(&all[parent]) + STEP / 2.0;
            // A superior in an earlier drawing is above the upper edge.
            let from = parent.checked_sub(first).map_or(0.0, |one| top(one) + BOX.1);
            let middle = top(at) + BOX.1 / 2.0;
            let points = vec![Spot { x, y: from }, Spot { x, y: middle }, Spot { x: left(node), y: middle }];
            shapes.push(Shape::Path { points, closed: false, fill: None, pen: hair });
        }
        let spot = Spot { x: left(node), y: top(at) };
        let (fill, width) = if node.own { (Ink::Wash, 0.9) } else { (Ink::White, 0.5) };
        let ink = if node.own { Ink::Ink } else { Ink::Quiet };
        let pen = Some(Pen { ink, width, dashed: node.name.is_empty() });
        shapes.push(Shape::Box { at: spot, w: BOX.0, h: BOX.1, round: 1.2, fill: Some(fill), pen });
        let post = Text::styled(say.said(&node.post), Style::NOTE);
        let text = holder(say, &node.name, node.holding, Style::STRONG).and("\u{2002}", Style::NOTE).join(post);
        let inner = Spot { x: spot.x + 1.5, y: spot.y };
        shapes.push(Shape::Label { at: inner, w: BOX.0 - 3.0, h: BOX.1, size: 9.0, text });
    }
    Drawing { w: WIDTH, h: part.len() as f32 * PITCH + 1.0, shapes, alt: alt.to_owned() }
}
