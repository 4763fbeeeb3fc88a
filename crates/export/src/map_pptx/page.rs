//! One slide: what stands around the map on every one. Owns: title, edition, day, legend, links back, and the numbering
//! of shapes and relationships. Deliberately absent: cards and lines.

use super::drawing;
use super::fit::{LEADING, LEAST, Ruler};
use super::shape::{self, Frame, Line, Look, PIXEL, POINT, Paint, Stand, Voice};
use super::xml::Xml;
use crate::map_svg::MapTitle;
use domain::scene::{LegendEntry, Scene, Wording};

const MARGIN: i64 = 320_040;
const TITLE: f32 = 20.0;
const SMALL: f32 = 10.0;
const TITLE_Y: i64 = 228_600;
const TITLE_H: i64 = 380_000;
const SUB_H: i64 = 220_000;
const EDITION_W: i64 = 2_900_000;
/// Where the map begins.
const TOP: i64 = 914_400;
const ROW: i64 = 210_000;
const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"),
];

/// What all slides share.
pub(super) struct Deck<'a> {
    /// Width and height of a slide, EMU.
    pub size: (i64, i64),
    pub scene: &'a Scene,
    pub title: &'a MapTitle,
    pub words: &'a dyn Wording,
    pub voice: Voice,
    pub ruler: Ruler,
    /// The layout has a title to fill.
    pub titled: bool,
}

/// A finished slide.
pub(super) struct Slide {
    pub xml: Vec<u8>,
    /// Slides it links to, from 0; relationship `rId2` on. `rId1` is the layout.
    pub links: Vec<usize>,
}

impl Deck<'_> {
    /// Smaller slides have smaller heads.
    fn shrink(&self) -> f32 {
        (self.size.0 as f32 / 9_144_000.0).min(self.size.1 as f32 / 5_143_500.0).min(1.0)
    }

    fn k(&self, value: i64) -> i64 {
        (value as f32 * self.shrink()) as i64
    }

    /// Where the map may stand.
    pub fn zone(&self) -> Frame {
        let (x, y) = (self.k(MARGIN), self.k(TOP));
        let rows = self.legend_places().last().map_or(0, |place| place.1 + 1).max(1);
        let foot = self.k(MARGIN) / 2 + rows * ROW + self.k(90_000);
        Frame { x, y, w: self.size.0 - 2 * x, h: (self.size.1 - y - foot).max(self.size.1 / 3) }
    }

    pub fn line(&self, text: &str, size: f32, strong: bool, width: i64) -> Line {
        let text = self.ruler.fit(text, size, strong, width as f32 / POINT);
        Line { text, size, strong, paint: Paint::Text }
    }

    /// A line that leads to another slide.
    pub fn pointer(&self, text: &str, width: i64) -> Line {
        Line { paint: Paint::Token("focus"), ..self.line(text, LEAST, false, width) }
    }

    fn entry(entry: &LegendEntry) -> String {
        format!("{} {}", entry.label, entry.count)
    }

    /// Left edge and row of every legend entry; the links stand at the right.
    fn legend_places(&self) -> Vec<(i64, i64)> {
        let right = self.size.0 - self.k(MARGIN) - self.k(EDITION_W);
        let (mut x, mut row) = (self.k(MARGIN), 0);
        let mut places = Vec::new();
        for entry in &self.scene.legend {
            let wide = ((self.ruler.width(&Self::entry(entry), SMALL - 1.0, false) + 28.0) * POINT) as i64;
            if x > self.k(MARGIN) && x + wide > right {
                (x, row) = (self.k(MARGIN), row + 1);
            }
            places.push((x, row));
            x += wide;
        }
        places
    }
}

/// A slide being written.
pub(super) struct Page<'a> {
    pub deck: &'a Deck<'a>,
    pub xml: Xml,
    id: u32,
    links: Vec<usize>,
}

impl<'a> Page<'a> {
    /// Begins a slide called `heading`.
    pub fn new(deck: &'a Deck<'a>, heading: &str) -> Self {
        let mut xml = Xml::part();
        let [a, r, p] = &NAMESPACES;
        xml.open("p:sld", &[(a.0, &a.1), (r.0, &r.1), (p.0, &p.1)]);
        xml.open("p:cSld", &[]);
        xml.open("p:spTree", &[]);
        xml.open("p:nvGrpSpPr", &[]);
        xml.leaf("p:cNvPr", &[("id", &1), ("name", &"")]);
        xml.leaf("p:cNvGrpSpPr", &[]);
        xml.leaf("p:nvPr", &[]);
        xml.close("p:nvGrpSpPr");
        xml.leaf("p:grpSpPr", &[]);
        let mut page = Self { deck, xml, id: 2, links: Vec::new() };
        page.head(heading);
        page
    }

    /// A shape id not used on this slide.
    pub fn id(&mut self) -> u32 {
        self.id += 1;
        self.id - 1
    }

    /// The relationship that leads to a slide (from 0).
    pub fn link(&mut self, slide: usize) -> String {
        let at = self.links.iter().position(|&one| one == slide).unwrap_or_else(|| {
            self.links.push(slide);
            self.links.len() - 1
        });
        format!("rId{}", at + 2)
    }

    pub fn shape(&mut self, look: &Look, lines: &[Line]) {
        let id = self.id();
        shape::write(&mut self.xml, id, look, lines, &self.deck.voice);
    }

    /// A small line that leads to `slide`, read out as `text`; nothing when there is no room for a word.
    pub fn pointer(&mut self, text: &str, at: Frame, stand: Stand, slide: usize) {
        let line = self.deck.pointer(text, at.w);
        if line.text.is_empty() {
            return;
        }
        let link = self.link(slide);
        self.shape(&Look { stand, link: Some(&link), ..Look::words(text, text, at) }, &[line]);
    }

    fn head(&mut self, heading: &str) {
        let deck = self.deck;
        let (left, wide) = (deck.k(MARGIN), deck.size.0 - 2 * deck.k(MARGIN) - deck.k(EDITION_W));
        let at = Frame { x: left, y: deck.k(TITLE_Y), w: wide, h: deck.k(TITLE_H) };
        let size = (TITLE * deck.shrink()).max(LEAST);
        // Titles of other decks are broken into lines whatever we ask for: this one keeps clear of the edge.
        let line = deck.line(heading, size, true, wide * 95 / 100);
        self.shape(&Look { title: deck.titled, ..Look::words(heading, heading, at) }, &[line]);
        let title = deck.title;
        let below = Frame { y: at.bottom(), h: deck.k(SUB_H), ..at };
        if !title.subtitle.is_empty() {
            let line = deck.line(&title.subtitle, SMALL, false, wide);
            self.shape(&Look::words(&title.subtitle, &title.subtitle, below), &[line]);
        }
        let right = Frame { x: left + wide, w: deck.k(EDITION_W), ..at };
        for (text, strong, at) in
            [(&title.edition, true, right), (&title.as_of, false, Frame { y: below.y, h: below.h, ..right })]
        {
            if text.is_empty() {
                continue;
            }
            let line = deck.line(text, SMALL, strong, at.w);
            self.shape(&Look { stand: Stand::Right, ..Look::words(text, text, at) }, &[line]);
        }
    }

    fn legend(&mut self) {
        let deck = self.deck;
        let zone = deck.zone();
        for (entry, (x, row)) in deck.scene.legend.iter().zip(deck.legend_places()) {
            let y = zone.bottom() + deck.k(90_000) + row * ROW;
            let text = Deck::entry(entry);
            drawing::mark(&mut self.xml, &mut self.id, &entry.prims, (x, y + 18_000), 0.9, &text, &deck.voice);
            let size = SMALL - 1.0;
            let wide = (deck.ruler.width(&text, size, false) * POINT) as i64 + 1;
            let at = Frame {
                x: x + (18.0 * PIXEL) as i64,
                y,
                w: wide,
                h: ROW.min((size * LEADING * POINT) as i64 + 30_000),
            };
            let line = deck.line(&text, size, false, wide + 2);
            self.shape(&Look::words(&text, &text, at), &[line]);
        }
    }

    /// Legend, number of the slide, link to the overview; then the slide is done. `number` is its number and how many
    /// there are.
    pub fn done(mut self, number: (usize, usize), back: bool) -> Slide {
        self.legend();
        let deck = self.deck;
        let zone = deck.zone();
        let wide = deck.k(EDITION_W);
        let at = Frame { x: deck.size.0 - deck.k(MARGIN) - wide, y: zone.bottom() + deck.k(90_000), w: wide, h: ROW };
        let half = Frame { w: wide * 2 / 3, ..at };
        if number.1 > 1 {
            let args = [("page", number.0.to_string()), ("of", number.1.to_string())];
            let text = deck.words.text("slides-page", &args);
            let place = Frame { x: half.right(), w: wide - half.w, ..at };
            let line = deck.line(&text, LEAST, false, place.w);
            self.shape(&Look { stand: Stand::Right, ..Look::words(&text, &text, place) }, &[line]);
        }
        if back {
            let text = deck.words.text("slides-back", &[]);
            self.pointer(&text, half, Stand::Right, 0);
        }
        self.xml.close("p:spTree");
        self.xml.close("p:cSld");
        self.xml.open("p:clrMapOvr", &[]);
        self.xml.leaf("a:masterClrMapping", &[]);
        self.xml.close("p:clrMapOvr");
        self.xml.close("p:sld");
        Slide { xml: self.xml.done(), links: self.links }
    }
}
