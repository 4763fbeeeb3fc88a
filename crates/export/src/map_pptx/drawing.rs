//! Marks of the legend as native shapes. Owns: turning primitives into presets and free forms. Deliberately absent:
//! text, which a box of its own holds.

use super::shape::{Edge, Frame, Look, PIXEL, Paint, Voice, edged, filled, identity, write};
use super::xml::Xml;
use domain::scene::{Prim, Stroke};

/// One step of a path, absolute.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Cubic([f32; 6]),
    Close,
}

fn edge(stroke: Option<&Stroke>, scale: f32) -> Option<Edge> {
    stroke.map(|stroke| Edge {
        paint: Paint::Token(stroke.token),
        width: stroke.width * 0.75 * scale,
        dash: preset(&stroke.dash),
    })
}

/// The preset nearest to a dash.
pub(super) fn preset(dash: &[f32]) -> Option<&'static str> {
    match dash {
        [] => None,
        [on, ..] if *on < 1.0 => Some("sysDot"),
        [on, ..] if *on > 4.0 => Some("dash"),
        _ => Some("sysDash"),
    }
}

/// Writes a mark drawn at the origin, moved to `(x, y)` EMU; `id` numbers its shapes. `label` is its alternative text.
pub(super) fn mark(
    xml: &mut Xml,
    id: &mut u32,
    prims: &[Prim],
    (x, y): (i64, i64),
    scale: f32,
    label: &str,
    voice: &Voice,
) {
    let emu = |value: f32| (value * PIXEL * scale) as i64;
    for prim in prims {
        match prim {
            Prim::Rect { x: left, y: top, w, h, r, fill, stroke } => {
                let at = Frame { x: x + emu(*left), y: y + emu(*top), w: emu(*w), h: emu(*h) };
                let adjust = (*r > 0.0).then(|| (r / w.min(*h) * 100_000.0).min(50_000.0) as i64);
                let preset = if *r > 0.0 { "roundRect" } else { "rect" };
                let (fill, edge) = (fill.map(Paint::Token), edge(stroke.as_ref(), scale));
                let look = Look { preset, adjust, fill, edge, ..Look::words(label, label, at) };
                write(xml, *id, &look, &[], voice);
                *id += 1;
            }
            Prim::Path { d, fill, stroke } => {
                let Some(steps) = parse(d) else { continue };
                free_form(xml, *id, &steps, (x, y), scale, label, *fill, edge(stroke.as_ref(), scale));
                *id += 1;
            }
            Prim::Text { .. } => {}
        }
    }
}

/// Absolute `M L H V C Z`; `None` for anything else.
fn parse(d: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut at = (0.0f32, 0.0f32);
    let mut rest = d;
    while let Some(letter) = rest.chars().next() {
        rest = rest.get(1..)?;
        let end = rest.find(|one: char| one.is_ascii_alphabetic()).unwrap_or(rest.len());
        let numbers: Vec<f32> = rest[..end]
            .split([' ', ','])
            .filter(|one| !one.is_empty())
            .map(|one| one.parse().ok())
            .collect::<Option<_>>()?;
        rest = &rest[end..];
        match (letter, numbers.as_slice()) {
            ('M', &[x, y]) => (at, steps) = ((x, y), with(steps, Step::Move(x, y))),
            ('L', &[x, y]) => (at, steps) = ((x, y), with(steps, Step::Line(x, y))),
            ('H', &[x]) => (at, steps) = ((x, at.1), with(steps, Step::Line(x, at.1))),
            ('V', &[y]) => (at, steps) = ((at.0, y), with(steps, Step::Line(at.0, y))),
            ('C', &[a, b, c, d, x, y]) => (at, steps) = ((x, y), with(steps, Step::Cubic([a, b, c, d, x, y]))),
            ('Z', []) => steps.push(Step::Close),
            _ => return None,
        }
    }
    Some(steps)
}

fn with(mut steps: Vec<Step>, step: Step) -> Vec<Step> {
    steps.push(step);
    steps
}

fn points(step: &Step) -> Vec<(f32, f32)> {
    match *step {
        Step::Move(x, y) | Step::Line(x, y) => vec![(x, y)],
        Step::Cubic([a, b, c, d, x, y]) => vec![(a, b), (c, d), (x, y)],
        Step::Close => Vec::new(),
    }
}

#[allow(clippy::too_many_arguments, reason = "the attributes of one free form")]
fn free_form(
    xml: &mut Xml,
    id: u32,
    steps: &[Step],
    (x, y): (i64, i64),
    scale: f32,
    label: &str,
    fill: Option<&'static str>,
    edge: Option<Edge>,
) {
    let all: Vec<(f32, f32)> = steps.iter().flat_map(points).collect();
    let least = |pick: fn(&(f32, f32)) -> f32| all.iter().map(pick).fold(f32::INFINITY, f32::min);
    let most = |pick: fn(&(f32, f32)) -> f32| all.iter().map(pick).fold(f32::NEG_INFINITY, f32::max);
    let (left, top) = (least(|p| p.0), least(|p| p.1));
    let emu = |value: f32| (value * PIXEL * scale) as i64;
    let (w, h) = (emu(most(|p| p.0) - left).max(1), emu(most(|p| p.1) - top).max(1));
    xml.open("p:sp", &[]);
    xml.open("p:nvSpPr", &[]);
    identity(xml, id, label, label, None);
    xml.leaf("p:cNvSpPr", &[]);
    xml.leaf("p:nvPr", &[]);
    xml.close("p:nvSpPr");
    xml.open("p:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.leaf("a:off", &[("x", &(x + emu(left))), ("y", &(y + emu(top)))]);
    xml.leaf("a:ext", &[("cx", &w), ("cy", &h)]);
    xml.close("a:xfrm");
    xml.open("a:custGeom", &[]);
    for empty in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
        xml.leaf(empty, &[]);
    }
    xml.leaf("a:rect", &[("l", &"0"), ("t", &"0"), ("r", &"r"), ("b", &"b")]);
    xml.open("a:pathLst", &[]);
    let filling = if fill.is_some() { "norm" } else { "none" };
    xml.open("a:path", &[("w", &w), ("h", &h), ("fill", &filling)]);
    for step in steps {
        let name = match step {
            Step::Move(..) => "a:moveTo",
            Step::Line(..) => "a:lnTo",
            Step::Cubic(_) => "a:cubicBezTo",
            Step::Close => {
                xml.leaf("a:close", &[]);
                continue;
            }
        };
        xml.open(name, &[]);
        for (px, py) in points(step) {
            xml.leaf("a:pt", &[("x", &emu(px - left)), ("y", &emu(py - top))]);
        }
        xml.close(name);
    }
    xml.close("a:path");
    xml.close("a:pathLst");
    xml.close("a:custGeom");
    filled(xml, fill.map(Paint::Token));
    edged(xml, edge, None);
    xml.close("p:spPr");
    xml.close("p:sp");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn square_paths_are_read_and_others_are_left_alone() {
        assert_eq!(parse("M0 8H16"), Some(vec![Step::Move(0.0, 8.0), Step::Line(16.0, 8.0)]));
        assert_eq!(parse("M7 1.2L13.2 12.5L0.8 12.5Z").map(|all| all.len()), Some(4));
        assert_eq!(parse("M1 1a1 1 0 0 1 2 0"), None);
    }
}
