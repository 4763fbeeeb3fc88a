//! A plan as primitives of the map, so that screen, SVG and paper paint it alike: guests with round corners, ours square,
//! principals solid, the door below. Deliberately absent: the rules in words; they are text beside the drawing.

use super::{Furniture, FurnitureKind, Hand, PlacedSeat, SeatPlan, SeatRole};
use crate::engine::{Param, Reason};
use crate::scene::measure::{fit, fit_two, text_width};
use crate::scene::{Anchor, Prim, Rect, Stroke, Token, Wording};
use crate::{Attendee, Code};

/// World units per millimetre of a plan.
const SCALE: f32 = 4.0;
const TAG: f32 = 12.0;
const NAME: f32 = 13.0;
/// Smallest name before it takes two lines.
const SMALL: f32 = 11.0;
/// Space left and right of a name.
const PAD: f32 = 4.0;

/// One seat: its place, its box, and what is painted there; apart, so that it can be dragged.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatBox {
    pub place: String,
    pub rect: Rect,
    pub prims: Vec<Prim>,
}

/// A plan to paint: `base` first, then the seats.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeatDrawing {
    pub width: f32,
    pub height: f32,
    pub base: Vec<Prim>,
    pub seats: Vec<SeatBox>,
}

/// The drawing of a plan. `name` gives the short name of somebody; names too wide for their chair take two lines.
pub fn draw(plan: &SeatPlan, name: &dyn Fn(&Attendee) -> String, wording: &dyn Wording) -> SeatDrawing {
    let mut base: Vec<Prim> = plan.furniture.iter().flat_map(|one| furniture(one, wording)).collect();
    base.extend(bracket(plan, wording));
    let seats = plan
        .seats
        .iter()
        .map(|one| SeatBox { place: one.place.clone(), rect: rect_of(one), prims: seat(one, name, wording) })
        .collect();
    SeatDrawing { width: plan.width * SCALE, height: plan.height * SCALE, base, seats }
}

/// Width of a chair, mm, that shows a name whole.
pub(super) fn width_of(name: &str) -> f32 {
    (text_width(name, SMALL, true) + PAD * 2.0) / SCALE
}

fn rect_of(one: &PlacedSeat) -> Rect {
    Rect { x: one.x * SCALE, y: one.y * SCALE, w: one.w * SCALE, h: one.h * SCALE }
}

fn say(wording: &dyn Wording, reason: &Reason) -> String {
    let value = |param: &Param| match param {
        Param::Int(number) => number.to_string(),
        Param::Text(text) => text.clone(),
        _ => String::new(),
    };
    let args: Vec<(&str, String)> = reason.params.iter().map(|(name, param)| (*name, value(param))).collect();
    wording.text(&format!("seating-{}", reason.code), &args)
}

fn line(token: Token, width: f32) -> Option<Stroke> {
    Some(Stroke { token, width, dash: Vec::new(), round: false })
}

/// Text in the middle of a width, cut to it.
fn middle(text: &str, at: (f32, f32), size: f32, strong: bool, fill: Token, width: f32) -> Prim {
    let text = fit(text, size, strong, width);
    Prim::Text { x: at.0, y: at.1 + size * 0.37, size, strong, fill, anchor: Anchor::Middle, text }
}

/// `客3`, `译`, `主陪` …
fn tag(one: &PlacedSeat, wording: &dyn Wording) -> String {
    let Some(occupant) = &one.occupant else { return String::new() };
    if let Some(post) = one.post {
        return wording.text(&format!("seating-tag-{post}"), &[]);
    }
    match (occupant.role, one.number) {
        (SeatRole::Interpreter, _) => wording.text("seating-tag-interpreter", &[]),
        (_, Some(number)) => {
            wording.text(&format!("seating-tag-{}", occupant.side.code()), &[("number", number.to_string())])
        }
        _ => String::new(),
    }
}

fn seat(one: &PlacedSeat, name: &dyn Fn(&Attendee) -> String, wording: &dyn Wording) -> Vec<Prim> {
    let Rect { x, y, w, h } = rect_of(one);
    let r = if one.is_round() { 10.0 } else { 3.0 };
    let Some(occupant) = &one.occupant else {
        let edge = Some(Stroke { token: "line-3", width: 1.0, dash: vec![4.0, 3.0], round: false });
        let free = wording.text("seating-free", &[]);
        let text = middle(&free, (x + w / 2.0, y + h / 2.0), TAG, false, "ink-3", w - PAD * 2.0);
        return vec![Prim::Rect { x, y, w, h, r, fill: None, stroke: edge }, text];
    };
    let (fill, edge, tag_ink, ink) = if one.principal {
        ("ink-fill", line("ink-fill", 1.0), "ink-on", "ink-on")
    } else if one.note.is_some() {
        ("paper-surface", line("ochre", 1.6), "ink-2", "ink-1")
    } else {
        ("paper-surface", line("line-3", 1.0), "ink-2", "ink-1")
    };
    let strong = one.principal || one.number == Some(2) || one.post.is_some();
    let called = name(&occupant.who);
    let size = if text_width(&called, NAME, strong) > w - PAD * 2.0 { SMALL } else { NAME };
    let centre = x + w / 2.0;
    let lines = fit_two(&called, size, strong, w - PAD * 2.0);
    let (tag_at, rows): (f32, &[f32]) = if lines.len() > 1 { (0.22, &[0.53, 0.8]) } else { (0.3, &[0.68]) };
    let mut prims = vec![
        Prim::Rect { x, y, w, h, r, fill: Some(fill), stroke: edge },
        middle(&tag(one, wording), (centre, y + h * tag_at), TAG, false, tag_ink, w - PAD),
    ];
    let name = |(text, at): (&String, &f32)| middle(text, (centre, y + h * at), size, strong, ink, w - PAD * 2.0);
    prims.extend(lines.iter().zip(rows).map(name));
    prims
}

/// Which hand is honoured, over the places of number 1 and number 2; between chairs that stand apart it is left out.
fn bracket(plan: &SeatPlan, wording: &dyn Wording) -> Vec<Prim> {
    let Some(honour) = &plan.honour else { return Vec::new() };
    let (Some(a), Some(b)) = (plan.at(&honour.first), plan.at(&honour.second)) else { return Vec::new() };
    if (a.y - b.y).abs() > 0.1 {
        return Vec::new();
    }
    let (a, b) = (rect_of(a), rect_of(b));
    let (from, to) = ((a.x + a.w / 2.0).min(b.x + b.w / 2.0), (a.x + a.w / 2.0).max(b.x + b.w / 2.0));
    let (foot, top) = (a.y - 5.0, a.y - 13.0);
    let d = format!("M{from:.1} {foot:.1}V{top:.1}H{to:.1}V{foot:.1}");
    let key = if honour.hand == Hand::Left { "seating-honour-left" } else { "seating-honour-right" };
    let words = middle(&wording.text(key, &[]), ((from + to) / 2.0, top - 11.0), TAG, false, "ink-1", 200.0);
    vec![Prim::Path { d, fill: None, stroke: line("ink-1", 1.2) }, words]
}

fn furniture(one: &Furniture, wording: &dyn Wording) -> Vec<Prim> {
    let (x, y, w, h) = (one.x * SCALE, one.y * SCALE, one.w * SCALE, one.h * SCALE);
    let label = one.label.as_ref().map(|label| say(wording, label)).unwrap_or_default();
    let words = |at: f32| middle(&label, (x + w / 2.0, at), NAME, false, "ink-2", w - PAD * 2.0);
    let body = |r: f32, fill: Option<Token>| Prim::Rect { x, y, w, h, r, fill, stroke: line("line-3", 1.0) };
    match one.kind {
        FurnitureKind::Table | FurnitureKind::SigningTable | FurnitureKind::TeaTable => {
            vec![body(6.0, Some("paper-canvas")), words(y + h / 2.0)]
        }
        FurnitureKind::Round => vec![body(w / 2.0, Some("paper-canvas")), words(y + h / 2.0)],
        FurnitureKind::Car => vec![body(28.0, Some("paper-canvas")), words(y + 20.0)],
        FurnitureKind::Driver => vec![body(3.0, Some("paper-sunken")), words(y + h / 2.0)],
        FurnitureKind::Label => vec![words(y + h / 2.0)],
        FurnitureKind::Door => wall(x, y, w, Some(78.0)).into_iter().chain([words(y + 22.0)]).collect(),
        FurnitureKind::Audience | FurnitureKind::Camera => {
            wall(x, y, w, None).into_iter().chain([words(y + 18.0)]).collect()
        }
    }
}

/// The lower edge of the room, with the frame of a door in its middle or without.
fn wall(x: f32, y: f32, w: f32, door: Option<f32>) -> Vec<Prim> {
    let line_at = y + 6.0;
    let plain = |from: f32, to: f32| Prim::Path {
        d: format!("M{from:.1} {line_at:.1}H{to:.1}"),
        fill: None,
        stroke: line("line-3", 1.4),
    };
    let Some(door) = door.map(|door| door.min(w / 2.0)) else { return vec![plain(x, x + w)] };
    let (from, to) = (x + (w - door) / 2.0, x + (w + door) / 2.0);
    let d = format!("M{from:.1} {line_at:.1}V{y:.1}H{to:.1}V{line_at:.1}");
    vec![plain(x, from), plain(to, x + w), Prim::Path { d, fill: None, stroke: line("ink-1", 1.6) }]
}
