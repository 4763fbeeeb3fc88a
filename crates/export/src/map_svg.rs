//! The map as one standalone SVG: title, frames, lines, cards, legend. Owns: the sheet around the scene and the writing
//! of primitives. Deliberately absent: layout, redaction and words; they come with the scene and the title.

use crate::palette;
use domain::scene::measure::text_width;
use domain::scene::{Anchor, DIMMED, LegendEntry, Prim, Scene, SceneUnit, Stroke};
use std::fmt::Write;

/// Room around the sheet.
const EDGE: f32 = 24.0;
const HEAD: f32 = 72.0;
const LEGEND_ROW: f32 = 24.0;
/// The sheet is at least as wide as its title needs.
const LEAST_W: f32 = 560.0;
const FONTS: &str = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei UI, Noto Sans SC, sans-serif";

/// What stands around the map; all texts are in the reader's language already.
#[derive(Debug, Clone, PartialEq)]
pub struct MapTitle {
    /// Account and kind of drawing.
    pub title: String,
    /// The decision, or empty.
    pub subtitle: String,
    /// Who may see it: `内部版`, `投屏版`.
    pub edition: String,
    /// Day of the drawing: `截至2026-11-20`.
    pub as_of: String,
    /// BCP 47 tag of the texts.
    pub lang: String,
}

/// Outer size of the sheet for a scene, in CSS pixels.
pub fn sheet_size(scene: &Scene, title: &MapTitle) -> (f32, f32) {
    let heading = text_width(&title.title, 22.0, true) + text_width(&title.edition, 12.0, false) + 120.0;
    let w = scene.width.max(LEAST_W).max(heading);
    (w.ceil(), (HEAD + scene.height + legend_height(scene, w) + EDGE).ceil())
}

/// Writes the drawing. Words stay text; every card and line carries its full wording in `<title>`.
pub fn write_map_svg(scene: &Scene, title: &MapTitle) -> String {
    let (w, h) = sheet_size(scene, title);
    let mut pen = Pen { out: String::with_capacity(4_096 + scene.cards.len() * 4_096) };
    let _ = write!(
        pen.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         xml:lang=\"{}\" font-family=\"{FONTS}\"><title>{}</title>",
        escape(&title.lang),
        escape(&title.title)
    );
    pen.rect([0.0, 0.0, w, h], 0.0, Some("paper-canvas"), None);
    heading(&mut pen, title, w);
    let _ = write!(pen.out, "<g transform=\"translate({} {HEAD})\">", ((w - scene.width) / 2.0).round());
    for unit in &scene.units {
        pen.prims(&unit.prims);
    }
    for line in scene.lines.iter().filter(|line| !line.quiet) {
        pen.group(&line.label, &line.prims, line.dimmed);
    }
    for card in &scene.cards {
        pen.group(&card.label, &card.near, card.dimmed);
    }
    for unit in &scene.units {
        unit_title(&mut pen, unit);
    }
    pen.out.push_str("</g>");
    legend(&mut pen, scene, w);
    pen.out.push_str("</svg>\n");
    pen.out
}

fn text(x: f32, y: f32, size: f32, strong: bool, fill: &'static str, anchor: Anchor, text: &str) -> Prim {
    Prim::Text { x, y, size, strong, fill, anchor, text: text.to_owned() }
}

fn heading(pen: &mut Pen, title: &MapTitle, w: f32) {
    pen.prims(&[
        text(EDGE, 38.0, 22.0, true, "ink-1", Anchor::Start, &title.title),
        text(EDGE, 60.0, 12.0, false, "ink-2", Anchor::Start, &title.subtitle),
        text(w - EDGE, 36.0, 12.0, true, "ink-1", Anchor::End, &title.edition),
        text(w - EDGE, 60.0, 12.0, false, "ink-2", Anchor::End, &title.as_of),
    ]);
}

/// Title and count on a pad of the ground's colour, so that lines pass behind.
fn unit_title(pen: &mut Pen, unit: &SceneUnit) {
    let (x, middle) = (unit.rect.x + 12.0, unit.rect.y + 16.0);
    let (name, count) = (text_width(&unit.title, 12.0, true), text_width(&unit.count_label, 12.0, false));
    pen.rect([x - 4.0, middle - 8.0, name + count + 14.0, 16.0], 0.0, Some("paper-canvas"), None);
    pen.prims(&[
        text(x, middle + 4.4, 12.0, true, "ink-2", Anchor::Start, &unit.title),
        text(x + name + 6.0, middle + 4.4, 12.0, false, "ink-3", Anchor::Start, &unit.count_label),
    ]);
}

fn entry_label(entry: &LegendEntry) -> String {
    format!("{} {}", entry.label, entry.count)
}

/// Left edge and row of every entry.
fn legend_places(scene: &Scene, w: f32) -> Vec<(f32, f32)> {
    let (mut x, mut row) = (EDGE, 0.0);
    let mut places = Vec::new();
    for entry in &scene.legend {
        let wide = 22.0 + text_width(&entry_label(entry), 12.0, false) + 20.0;
        if x > EDGE && x + wide > w - EDGE {
            (x, row) = (EDGE, row + 1.0);
        }
        places.push((x, row));
        x += wide;
    }
    places
}

fn legend_height(scene: &Scene, w: f32) -> f32 {
    legend_places(scene, w).last().map_or(0.0, |place| (place.1 + 1.0) * LEGEND_ROW)
}

fn legend(pen: &mut Pen, scene: &Scene, w: f32) {
    for (entry, (x, row)) in scene.legend.iter().zip(legend_places(scene, w)) {
        let y = HEAD + scene.height + row * LEGEND_ROW;
        let _ = write!(pen.out, "<g transform=\"translate({x} {y})\">");
        pen.prims(&entry.prims);
        pen.out.push_str("</g>");
        pen.prims(&[text(x + 22.0, y + 12.4, 12.0, false, "ink-2", Anchor::Start, &entry_label(entry))]);
    }
}

/// Text for XML: markup escaped, characters XML forbids dropped.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            one => out.push(one),
        }
    }
    out
}

/// At most two decimals.
fn num(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Writes primitives.
struct Pen {
    out: String,
}

impl Pen {
    fn group(&mut self, title: &str, prims: &[Prim], dimmed: bool) {
        self.out.push_str("<g");
        if dimmed {
            let _ = write!(self.out, " opacity=\"{DIMMED}\"");
        }
        let _ = write!(self.out, "><title>{}</title>", escape(title));
        self.prims(prims);
        self.out.push_str("</g>");
    }

    fn prims(&mut self, prims: &[Prim]) {
        for prim in prims {
            match prim {
                Prim::Rect { x, y, w, h, r, fill, stroke } => self.rect([*x, *y, *w, *h], *r, *fill, stroke.as_ref()),
                Prim::Path { d, fill, stroke } => {
                    let _ = write!(self.out, "<path d=\"{}\"", escape(d));
                    self.paint(*fill, stroke.as_ref());
                }
                Prim::Text { .. } => self.text(prim),
            }
        }
    }

    fn rect(&mut self, [x, y, w, h]: [f32; 4], r: f32, fill: Option<&str>, stroke: Option<&Stroke>) {
        let [x, y, w, h] = [x, y, w, h].map(num);
        let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"");
        if r > 0.0 {
            let _ = write!(self.out, " rx=\"{}\"", num(r));
        }
        self.paint(fill, stroke);
    }

    fn text(&mut self, prim: &Prim) {
        let Prim::Text { x, y, size, strong, fill, anchor, text } = prim else { return };
        if text.is_empty() {
            return;
        }
        let _ = write!(self.out, "<text x=\"{}\" y=\"{}\" font-size=\"{}\"", num(*x), num(*y), num(*size));
        if *strong {
            self.out.push_str(" font-weight=\"600\"");
        }
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        self.colour("fill", fill);
        let _ = write!(self.out, ">{}</text>", escape(text));
    }

    fn paint(&mut self, fill: Option<&str>, stroke: Option<&Stroke>) {
        match fill {
            Some(token) => self.colour("fill", token),
            None => self.out.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = stroke {
            self.colour("stroke", stroke.token);
            let _ = write!(self.out, " stroke-width=\"{}\"", num(stroke.width));
            if !stroke.dash.is_empty() {
                let dash: Vec<String> = stroke.dash.iter().map(|&dash| num(dash)).collect();
                let _ = write!(self.out, " stroke-dasharray=\"{}\"", dash.join(" "));
            }
            if stroke.round {
                self.out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
        }
        self.out.push_str("/>");
    }

    fn colour(&mut self, what: &str, token: &str) {
        match palette::colour(token) {
            Some(colour) if colour.opacity > 0.0 => {
                let _ = write!(self.out, " {what}=\"{}\"", colour.hex);
                if colour.opacity < 1.0 {
                    let _ = write!(self.out, " {what}-opacity=\"{}\"", num(colour.opacity));
                }
            }
            _ => {
                let _ = write!(self.out, " {what}=\"none\"");
            }
        }
    }
}
