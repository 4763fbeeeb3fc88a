//! Boxes with text. Owns: the XML of `p:sp`. Deliberately absent: where boxes stand and what they say.

use super::xml::Xml;
use crate::palette;

/// EMU per point.
pub(super) const POINT: f32 = 12_700.0;
/// EMU per CSS pixel.
pub(super) const PIXEL: f32 = 9_525.0;

/// A box in EMU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frame {
    pub x: i64,
    pub y: i64,
    pub w: i64,
    pub h: i64,
}

impl Frame {
    pub fn right(&self) -> i64 {
        self.x + self.w
    }

    pub fn bottom(&self) -> i64 {
        self.y + self.h
    }

    pub fn meets(&self, other: &Frame) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// A colour: of the palette, or whatever the deck writes text in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Paint {
    Token(&'static str),
    Text,
}

/// An outline; `dash` is a preset of DrawingML.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub paint: Paint,
    /// Points.
    pub width: f32,
    pub dash: Option<&'static str>,
}

/// One line of text, cut to its box already.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub text: String,
    /// Points.
    pub size: f32,
    pub strong: bool,
    pub paint: Paint,
}

/// How the text stands in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Left,
    Right,
    Middle,
}

/// What every run of text of a deck shares.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Voice {
    pub lang: &'static str,
    /// East Asian face.
    pub ea: String,
}

/// What a box is besides its text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look<'a> {
    pub name: &'a str,
    /// Alternative text, uncut.
    pub descr: &'a str,
    pub at: Frame,
    pub preset: &'a str,
    /// First adjustment of the preset.
    pub adjust: Option<i64>,
    pub fill: Option<Paint>,
    pub edge: Option<Edge>,
    /// Room between the sides and the text, EMU.
    pub inset: i64,
    pub stand: Stand,
    /// Relationship of the slide a click leads to.
    pub link: Option<&'a str>,
    /// Fills the layout's title.
    pub title: bool,
}

impl Look<'_> {
    /// A box of text without fill and edge.
    pub fn words<'a>(name: &'a str, descr: &'a str, at: Frame) -> Look<'a> {
        Look {
            name,
            descr,
            at,
            preset: "rect",
            adjust: None,
            fill: None,
            edge: None,
            inset: 0,
            stand: Stand::Left,
            link: None,
            title: false,
        }
    }
}

/// Names in the selection pane need no more.
const NAME_CHARS: usize = 60;

/// `p:cNvPr` with name, alternative text and link.
pub(super) fn identity(xml: &mut Xml, id: u32, name: &str, descr: &str, link: Option<&str>) {
    let name: String = name.chars().take(NAME_CHARS).collect();
    let Some(link) = link else {
        return xml.leaf("p:cNvPr", &[("id", &id), ("name", &name), ("descr", &descr)]);
    };
    xml.open("p:cNvPr", &[("id", &id), ("name", &name), ("descr", &descr)]);
    xml.leaf("a:hlinkClick", &[("r:id", &link), ("action", &"ppaction://hlinksldjump")]);
    xml.close("p:cNvPr");
}

/// Writes a box.
pub(super) fn write(xml: &mut Xml, id: u32, look: &Look, lines: &[Line], voice: &Voice) {
    xml.open("p:sp", &[]);
    xml.open("p:nvSpPr", &[]);
    identity(xml, id, look.name, look.descr, look.link);
    if look.title {
        xml.open("p:cNvSpPr", &[]);
        xml.leaf("a:spLocks", &[("noGrp", &1)]);
        xml.close("p:cNvSpPr");
        xml.open("p:nvPr", &[]);
        xml.leaf("p:ph", &[("type", &"title")]);
        xml.close("p:nvPr");
    } else {
        let box_of_text = look.fill.is_none() && look.edge.is_none() && !lines.is_empty();
        if box_of_text {
            xml.leaf("p:cNvSpPr", &[("txBox", &1)])
        } else {
            xml.leaf("p:cNvSpPr", &[])
        }
        xml.leaf("p:nvPr", &[]);
    }
    xml.close("p:nvSpPr");
    xml.open("p:spPr", &[]);
    placed(xml, &look.at);
    xml.open("a:prstGeom", &[("prst", &look.preset)]);
    xml.open("a:avLst", &[]);
    if let Some(value) = look.adjust {
        xml.leaf("a:gd", &[("name", &"adj"), ("fmla", &format!("val {value}"))]);
    }
    xml.close("a:avLst");
    xml.close("a:prstGeom");
    filled(xml, look.fill);
    edged(xml, look.edge, None);
    xml.close("p:spPr");
    body(xml, look, lines, voice);
    xml.close("p:sp");
}

fn placed(xml: &mut Xml, at: &Frame) {
    xml.open("a:xfrm", &[]);
    xml.leaf("a:off", &[("x", &at.x), ("y", &at.y)]);
    xml.leaf("a:ext", &[("cx", &at.w), ("cy", &at.h)]);
    xml.close("a:xfrm");
}

pub(super) fn filled(xml: &mut Xml, fill: Option<Paint>) {
    match fill {
        Some(paint) => solid(xml, paint),
        None => xml.leaf("a:noFill", &[]),
    }
}

fn solid(xml: &mut Xml, paint: Paint) {
    let token = match paint {
        Paint::Token(token) => palette::colour(token).filter(|one| one.opacity > 0.0),
        Paint::Text => {
            xml.open("a:solidFill", &[]);
            xml.open("a:schemeClr", &[("val", &"tx1")]);
            alpha(xml, 1.0);
            xml.close("a:schemeClr");
            return xml.close("a:solidFill");
        }
    };
    let Some(colour) = token else { return xml.leaf("a:noFill", &[]) };
    xml.open("a:solidFill", &[]);
    xml.open("a:srgbClr", &[("val", &colour.hex.trim_start_matches('#'))]);
    alpha(xml, colour.opacity);
    xml.close("a:srgbClr");
    xml.close("a:solidFill");
}

fn alpha(xml: &mut Xml, own: f32) {
    let opacity = own * xml.opacity;
    if opacity < 1.0 {
        xml.leaf("a:alpha", &[("val", &((opacity * 100_000.0) as i64))]);
    }
}

/// `a:ln`; `head` is the preset of an arrow head at the end.
pub(super) fn edged(xml: &mut Xml, edge: Option<Edge>, head: Option<&str>) {
    let Some(edge) = edge else {
        xml.open("a:ln", &[]);
        xml.leaf("a:noFill", &[]);
        return xml.close("a:ln");
    };
    let round = if edge.dash == Some("sysDot") { "rnd" } else { "flat" };
    xml.open("a:ln", &[("w", &((edge.width * POINT) as i64)), ("cap", &round)]);
    solid(xml, edge.paint);
    xml.leaf("a:prstDash", &[("val", &edge.dash.unwrap_or("solid"))]);
    xml.leaf("a:round", &[]);
    if let Some(head) = head {
        xml.leaf("a:tailEnd", &[("type", &head), ("w", &"med"), ("len", &"med")]);
    }
    xml.close("a:ln");
}

fn body(xml: &mut Xml, look: &Look, lines: &[Line], voice: &Voice) {
    xml.open("p:txBody", &[]);
    let (side, none) = (look.inset, 0);
    xml.open(
        "a:bodyPr",
        &[
            // Every line is cut by measured width; no program shall break it again.
            ("wrap", &"none"),
            ("lIns", &side),
            ("tIns", &none),
            ("rIns", &side),
            ("bIns", &none),
            ("rtlCol", &0),
            ("anchor", &"ctr"),
        ],
    );
    xml.leaf("a:noAutofit", &[]);
    xml.close("a:bodyPr");
    xml.leaf("a:lstStyle", &[]);
    for line in lines {
        paragraph(xml, look.stand, line, voice);
    }
    if lines.is_empty() {
        xml.open("a:p", &[]);
        xml.leaf("a:endParaRPr", &[("lang", &voice.lang)]);
        xml.close("a:p");
    }
    xml.close("p:txBody");
}

fn paragraph(xml: &mut Xml, stand: Stand, line: &Line, voice: &Voice) {
    let align = match stand {
        Stand::Left => "l",
        Stand::Right => "r",
        Stand::Middle => "ctr",
    };
    xml.open("a:p", &[]);
    xml.open("a:pPr", &[("marL", &0), ("indent", &0), ("algn", &align)]);
    xml.open("a:lnSpc", &[]);
    xml.leaf("a:spcPts", &[("val", &((line.size * super::fit::LEADING * 100.0) as i64))]);
    xml.close("a:lnSpc");
    for around in ["a:spcBef", "a:spcAft"] {
        xml.open(around, &[]);
        xml.leaf("a:spcPts", &[("val", &0)]);
        xml.close(around);
    }
    xml.leaf("a:buNone", &[]);
    xml.close("a:pPr");
    xml.open("a:r", &[]);
    let (size, strong) = ((line.size * 100.0).round() as i64, u8::from(line.strong));
    let other = if voice.lang == "zh-CN" { "en-US" } else { "zh-CN" };
    xml.open("a:rPr", &[("lang", &voice.lang), ("altLang", &other), ("sz", &size), ("b", &strong), ("dirty", &0)]);
    solid(xml, line.paint);
    xml.leaf("a:latin", &[("typeface", &"+mn-lt")]);
    xml.leaf("a:ea", &[("typeface", &voice.ea)]);
    xml.close("a:rPr");
    xml.text("a:t", &line.text);
    xml.close("a:r");
    xml.close("a:p");
}
