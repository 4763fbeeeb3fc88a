//! Kept drawings of seats on paper. Owns: how places and furniture are drawn on paper. Deliberately absent: who
//! sits where; the edition says it.

use domain::engine::edition::{SeatSheet, SeatSpot};
use domain::engine::seating::{Furniture, FurnitureKind};
use domain::engine::{Param, Reason};
use domain::{Code, SeatingKind};

use super::crew::Crew;
use super::say::Say;
use crate::briefing::clean;
use crate::paper::{Block, Drawing, Ink, Pen, Seating, Shape, Spot, Style, Text};

/// Room around a drawing, millimetres.
const EDGE: f32 = 1.0;
/// The frame of the reader's own place, points.
const OWN: f32 = 2.2;

impl Crew<'_> {
    /// The drawings of some kinds.
    pub(super) fn seating(&self, kinds: &[SeatingKind]) -> Vec<Block> {
        let sheets = self.edition.seats.iter().filter(|one| kinds.contains(&one.kind));
        sheets.map(|one| self.say.seat_sheet(one)).collect()
    }
}

impl Say<'_> {
    /// A drawing with its rule.
    pub fn seat_sheet(&self, sheet: &SeatSheet) -> Block {
        let kind = self.wording.text(&format!("seating-kind-{}", sheet.kind.code()), &[]);
        let title = match &sheet.name {
            Some(name) => Text::of(kind).dot().and(clean(name), Style::PLAIN),
            None => Text::of(kind),
        };
        let drawing = self.seat_drawing(sheet, &title);
        let rule: Vec<String> = sheet.rule.iter().map(|one| self.word_of(one)).collect();
        Block::Seating(Seating { title, rule: Text::of(rule.join(" ")), drawing, rows: Vec::new() })
    }
    /// The drawing alone, called `title`.
    pub fn seat_drawing(&self, sheet: &SeatSheet, title: &Text) -> Drawing {
        let mut shapes: Vec<Shape> = sheet.furniture.iter().flat_map(|one| self.furniture(one)).collect();
        shapes.extend(sheet.seats.iter().flat_map(|one| self.seat(one)));
        Drawing { w: sheet.width + EDGE * 2.0, h: sheet.height + EDGE * 2.0, shapes, alt: title.words() }
    }
    /// What a drawing is called: its name, else its kind.
    pub fn seat_title(&self, kind: SeatingKind, name: Option<&str>) -> String {
        name.map_or_else(|| clean(&self.wording.text(&format!("seating-kind-{}", kind.code()), &[])), clean)
    }
    /// `seating-<code>` with its facts.
    fn word_of(&self, reason: &Reason) -> String {
        let fact = |param: &Param| match param {
            Param::Int(number) => number.to_string(),
            Param::Text(text) => clean(text),
            _ => String::new(),
        };
        let facts: Vec<_> = reason.params.iter().map(|(name, param)| (*name, fact(param))).collect();
        clean(&self.wording.text(&format!("seating-{}", reason.code), &facts))
    }
    fn furniture(&self, one: &Furniture) -> Vec<Shape> {
        let at = Spot { x: one.x + EDGE, y: one.y + EDGE };
        let pen = Some(Pen { ink: Ink::Quiet, width: 0.6, dashed: false });
        let outline = match one.kind {
            FurnitureKind::Table | FurnitureKind::SigningTable | FurnitureKind::TeaTable | FurnitureKind::Car => {
                let round = if one.kind == FurnitureKind::Car { 4.0 } else { 1.0 };
                Some(Shape::Box { at, w: one.w, h: one.h, round, fill: None, pen })
            }
            FurnitureKind::Round => {
                let r = one.w.min(one.h) / 2.0;
                let centre = Spot { x: at.x + one.w / 2.0, y: at.y + one.h / 2.0 };
                Some(Shape::Circle { centre, r, fill: None, pen })
            }
            FurnitureKind::Door | FurnitureKind::Audience => {
                let points = vec![at, Spot { x: at.x + one.w, y: at.y }];
                Some(Shape::Path { points, closed: false, fill: None, pen })
            }
            FurnitureKind::Camera | FurnitureKind::Driver | FurnitureKind::Label => None,
        };
        let label = one.label.as_ref().map(|reason| {
            let text = Text::styled(self.word_of(reason), Style::QUIET);
            Shape::Label { at, w: one.w, h: one.h.max(4.0), size: 8.0, text }
        });
        outline.into_iter().chain(label).collect()
    }
    fn seat(&self, one: &SeatSpot) -> Vec<Shape> {
        let at = Spot { x: one.x + EDGE, y: one.y + EDGE };
        let ink = if one.principal { Ink::Open } else { Ink::Ink };
        let width = if one.own {
            OWN
        } else if one.principal {
            1.0
        } else {
            0.5
        };
        let pen = Some(Pen { ink, width, dashed: one.name.is_none() });
        let (round, fill) = if one.guest { (2.0, Some(Ink::Wash)) } else { (0.4, Some(Ink::White)) };
        let tag = one.number.map(|number| {
            let code = if one.guest { "tag-guest" } else { "tag-ours" };
            self.word_of(&Reason::new(code).with("number", Param::Int(number.into())))
        });
        let tag = Text::styled(tag.unwrap_or_default(), Style::NOTE).alone();
        let name = match &one.name {
            Some(name) => self.name(name, Style::PLAIN),
            None => Text::styled(self.word_of(&Reason::new("free")), Style::QUIET),
        };
        vec![
            Shape::Box { at, w: one.w, h: one.h, round, fill, pen },
            Shape::Label { at, w: one.w, h: one.h, size: 9.0, text: tag.under(name) },
        ]
    }
}
