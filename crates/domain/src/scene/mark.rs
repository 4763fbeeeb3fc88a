//! The marks of the map (interface §4): attitude, power, relation, freshness, diamond, hand. Owns: their shapes in
//! world units. Deliberately absent: when a mark is shown.

use super::{Anchor, Prim, Stroke, Token};
use std::fmt::Write;

/// A plain stroke.
pub(super) fn stroke(token: Token, width: f32) -> Stroke {
    Stroke { token, width, dash: Vec::new(), round: false }
}

/// A dashed stroke.
pub(super) fn dashed(token: Token, width: f32, dash: &[f32]) -> Stroke {
    Stroke { token, width, dash: dash.to_vec(), round: false }
}

/// A stroke with round caps and joins.
pub(super) fn rounded(token: Token, width: f32) -> Stroke {
    Stroke { token, width, dash: Vec::new(), round: true }
}

/// Text centred on a height: full-width glyphs stand 0.38 em above the baseline at their middle.
pub(super) fn text(x: f32, middle: f32, size: f32, fill: Token, text: String) -> Prim {
    Prim::Text { x, y: middle + size * 0.37, size, strong: false, fill, anchor: Anchor::Start, text }
}

/// Where and how large a mark is drawn: its template stands at the origin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub x: f32,
    pub y: f32,
    /// World units per template unit.
    pub scale: f32,
}

impl Pen {
    pub fn new(x: f32, y: f32, scale: f32) -> Self {
        Self { x, y, scale }
    }

    #[allow(clippy::too_many_arguments, reason = "the attributes of one SVG rect")]
    pub fn rect(&self, x: f32, y: f32, w: f32, h: f32, r: f32, fill: Option<Token>, edge: Option<Stroke>) -> Prim {
        let k = self.scale;
        Prim::Rect { x: self.x + x * k, y: self.y + y * k, w: w * k, h: h * k, r: r * k, fill, stroke: self.grow(edge) }
    }

    fn circle(&self, x: f32, y: f32, r: f32, fill: Option<Token>, edge: Option<Stroke>) -> Prim {
        self.rect(x - r, y - r, 2.0 * r, 2.0 * r, r, fill, edge)
    }

    fn shape(&self, points: &[(f32, f32)], closed: bool, fill: Option<Token>, edge: Option<Stroke>) -> Prim {
        let mut d = String::new();
        for (at, &(x, y)) in points.iter().enumerate() {
            let (x, y) = (num(self.x + x * self.scale), num(self.y + y * self.scale));
            let _ = write!(d, "{}{x} {y}", if at == 0 { 'M' } else { 'L' });
        }
        if closed {
            d.push('Z');
        }
        Prim::Path { d, fill, stroke: self.grow(edge) }
    }

    fn grow(&self, edge: Option<Stroke>) -> Option<Stroke> {
        edge.map(|mut edge| {
            edge.width *= self.scale;
            edge.dash.iter_mut().for_each(|dash| *dash *= self.scale);
            edge
        })
    }
}

/// A number as SVG writes it, at most two decimals. By hand, because a large map has a hundred thousand of them.
pub(super) fn num(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round_ties_even() as i64;
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let mut text = String::with_capacity(12);
    if hundredths < 0 {
        text.push('-');
    }
    let _ = write!(text, "{whole}");
    if part > 0 {
        text.push('.');
        text.push(char::from(b'0' + (part / 10) as u8));
        if part % 10 > 0 {
            text.push(char::from(b'0' + (part % 10) as u8));
        }
    }
    text
}

/// Attitude in a box of 14; `None` is unknown.
pub(super) fn attitude(pen: Pen, level: Option<i8>) -> Prim {
    let hollow = |token| Some(rounded(token, 1.6));
    match level {
        Some(2..) => pen.shape(&[(7.0, 1.2), (13.2, 12.5), (0.8, 12.5)], true, Some("att-p2"), None),
        Some(1) => pen.shape(&[(7.0, 2.7), (12.0, 11.8), (2.0, 11.8)], true, None, hollow("att-p1")),
        Some(0) => pen.rect(1.0, 5.25, 12.0, 3.5, 1.0, Some("att-0"), None),
        Some(-1) => pen.shape(&[(7.0, 11.3), (2.0, 2.2), (12.0, 2.2)], true, None, hollow("att-n1")),
        Some(..=-2) => pen.shape(&[(7.0, 12.8), (0.8, 1.5), (13.2, 1.5)], true, Some("att-n2"), None),
        None => pen.circle(7.0, 7.0, 5.6, None, Some(dashed("att-un", 1.3, &[2.2, 2.2]))),
    }
}

/// Formal power as squares, influence as underlines, in a box of 30 × 11; unknown influence is dashed.
pub(super) fn power(pen: Pen, formal: u8, influence: Option<u8>) -> Vec<Prim> {
    let mut prims = Vec::new();
    for at in 0..4u8 {
        let x = f32::from(at) * 8.0;
        prims.push(if at < formal {
            pen.rect(x, 0.0, 6.0, 6.0, 1.0, Some("ink-2"), None)
        } else {
            pen.rect(x + 0.5, 0.5, 5.0, 5.0, 0.5, None, Some(stroke("ink-4", 1.0)))
        });
        match influence {
            Some(level) if at < level => prims.push(pen.rect(x, 8.5, 6.0, 2.0, 0.0, Some("ink-2"), None)),
            Some(_) => {}
            None => prims.extend(
                [x, x + 3.0].map(|x| pen.shape(&[(x, 9.5), (x + 1.5, 9.5)], false, None, Some(stroke("line-3", 1.0)))),
            ),
        }
    }
    prims
}

/// Relation level 0–5 as rising bars in a box of 19 × 12.
pub(super) fn relation(pen: Pen, level: u8) -> Vec<Prim> {
    (0..5u8)
        .map(|at| {
            let (x, top) = (f32::from(at) * 4.0, 8.0 - f32::from(at) * 2.0);
            if at < level {
                pen.rect(x, top, 3.0, 12.0 - top, 0.0, Some("ink-2"), None)
            } else {
                pen.rect(x + 0.5, top + 0.5, 2.0, 11.0 - top, 0.0, None, Some(stroke("ink-4", 1.0)))
            }
        })
        .collect()
}

/// Freshness of the last touch in a box of 12 (half-life of a relation: 120 days); `None` is never.
pub(super) fn freshness(pen: Pen, days: Option<i64>) -> Vec<Prim> {
    let Some(days) = days else {
        return vec![pen.circle(6.0, 6.0, 4.9, None, Some(dashed("line-3", 1.0, &[2.0, 2.0])))];
    };
    let value = 0.5f64.powf(days.max(0) as f64 / 120.0);
    let mut prims = vec![pen.circle(6.0, 6.0, 5.25, None, Some(stroke("ink-2", 1.0)))];
    match value {
        0.7.. => prims.push(pen.circle(6.0, 6.0, 3.3, Some("ink-2"), None)),
        0.5.. => prims.push(slice(pen, 0.75)),
        0.25.. => prims.push(slice(pen, 0.4)),
        _ => {}
    }
    prims
}

/// A pie from twelve o'clock, clockwise.
fn slice(pen: Pen, share: f32) -> Prim {
    let (k, r) = (pen.scale, 3.3);
    let angle = share * std::f32::consts::TAU;
    let (x, y) = (pen.x + 6.0 * k, pen.y + 6.0 * k);
    let d = format!(
        "M{} {}V{}A{r} {r} 0 {} 1 {} {}Z",
        num(x),
        num(y),
        num(y - r * k),
        u8::from(share > 0.5),
        num(x + r * k * angle.sin()),
        num(y - r * k * angle.cos()),
        r = num(r * k),
    );
    Prim::Path { d, fill: Some("ink-2"), stroke: None }
}

/// The cinnabar diamond in a box of 12: a person must act.
pub(super) fn diamond(pen: Pen) -> Prim {
    pen.shape(&[(6.0, 0.5), (11.5, 6.0), (6.0, 11.5), (0.5, 6.0)], true, Some("cinnabar"), None)
}

/// A sealed letter in a box of 14: something of theirs waits past its day, or nobody holds it.
pub(super) fn letter(pen: Pen) -> Prim {
    let at = |x: f32, y: f32| format!("{} {}", num(pen.x + x * pen.scale), num(pen.y + y * pen.scale));
    let frame = format!("M{}L{}L{}L{}Z", at(1.0, 2.5), at(13.0, 2.5), at(13.0, 11.5), at(1.0, 11.5));
    let flap = format!("M{}L{}L{}", at(1.0, 2.5), at(7.0, 7.5), at(13.0, 2.5));
    Prim::Path { d: format!("{frame}{flap}"), fill: None, stroke: pen.grow(Some(rounded("cinnabar", 1.4))) }
}

/// The raised hand in a box of 16: nobody may approach.
pub(super) fn hand(x: f32, y: f32) -> Prim {
    let d = format!(
        "M{} {}v-4a1 1 0 0 1 2 0v2.5v-3.5a1 1 0 0 1 2 0v3.5v-2.5a1 1 0 0 1 2 0v5c0 2.5-1.5 4-3.7 4\
         -1.8 0-2.7-.8-3.7-2.5l-1.4-2a1 1 0 0 1 1.7-1l1.1 1.5",
        num(x + 5.5),
        num(y + 8.5)
    );
    Prim::Path { d, fill: None, stroke: Some(rounded("ink-2", 1.25)) }
}

#[cfg(test)]
mod tests {
    use super::num;

    #[test]
    fn numbers_are_written_as_short_as_two_decimals_allow() {
        for step in -40_000..40_000 {
            let value = step as f32 / 128.0;
            let full = format!("{value:.2}");
            let short = full.trim_end_matches('0').trim_end_matches('.');
            assert_eq!(num(value), if short == "-0" { "0" } else { short });
        }
        assert_eq!((num(12_345_678.0).as_str(), num(f32::NAN).as_str()), ("12345678", "0"));
    }
}
