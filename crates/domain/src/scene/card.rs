//! The full card, 240 × 104 (interface §4). Owns: what stands where on it. Deliberately absent: the marks' shapes,
//! smaller levels of detail.

use super::index::Index;
use super::mark::{self, Pen, dashed, stroke, text};
use super::measure::{fit, text_width};
use super::{Anchor, Lens, Prim, Rect, Stroke, Token};
use crate::engine::chain::{Holding, Stakeholder};
use crate::{Code, Lang, pick};

pub(super) const CARD_W: f32 = 240.0;
pub(super) const CARD_H: f32 = 104.0;
const PAD: f32 = 12.0;
/// Left edge of name and post.
const INDENT: f32 = 32.0;
/// Middles of the three lines.
const LINE_1: f32 = 22.0;
const LINE_2: f32 = 43.0;
const FOOT: f32 = 85.5;
const FOOT_LINE: f32 = 66.5;
const NAME: f32 = 15.0;
const SMALL: f32 = 12.0;
/// A long name yields to the tags no further than this.
const NAME_ROOM: f32 = 84.0;
const TAG_H: f32 = 20.0;
const TAG_GAP: f32 = 4.0;

/// A chain seat of this weight needs an owner before all others.
pub(super) const KEY_WEIGHT: u8 = 3;

/// Whether nobody with a name is shown in this seat.
pub(super) fn unnamed(row: &Stakeholder) -> bool {
    row.holding != Holding::Held
}

/// Late beyond half again the cadence (interface §4); nobody is late who must not be approached.
pub(super) fn overdue(row: &Stakeholder) -> bool {
    row.in_chain && !row.no_contact && row.days.is_some_and(|days| days as f64 > 1.5 * row.cadence_days as f64)
}

/// Fill and edge of a card or chip under a lens.
pub(super) fn ground(row: &Stakeholder, lens: Lens) -> (Token, Token) {
    match (lens, row.attitude) {
        (Lens::Attitude, Some(level)) if row.in_chain && !unnamed(row) => match level {
            2.. => ("att-p2-wash", "att-p2-line"),
            1 => ("att-p1-wash", "att-p1-line"),
            0 => ("att-0-wash", "att-0-line"),
            -1 => ("att-n1-wash", "att-n1-line"),
            ..=-2 => ("att-n2-wash", "att-n2-line"),
        },
        _ => ("paper-surface", "line-2"),
    }
}

/// One tag: outlined for a formal role, filled for a function.
struct Tag {
    text: String,
    filled: bool,
}

impl Tag {
    fn width(&self) -> f32 {
        text_width(&self.text, SMALL, false).ceil() + 14.0
    }
}

pub(super) struct Card<'a> {
    pub index: &'a Index<'a>,
    pub row: &'a Stakeholder,
    pub rect: Rect,
    pub lens: Lens,
}

impl Card<'_> {
    /// Primitives of the full card.
    pub fn near(&self) -> Vec<Prim> {
        let mut prims = vec![self.frame()];
        if self.row.in_chain {
            prims.push(mark::attitude(self.pen(PAD, LINE_1 - 7.0), self.row.attitude));
        }
        self.head(&mut prims);
        self.foot(&mut prims);
        prims
    }

    fn pen(&self, x: f32, y: f32) -> Pen {
        Pen::new(self.rect.x + x, self.rect.y + y, 1.0)
    }

    fn x(&self, x: f32) -> f32 {
        self.rect.x + x
    }

    fn y(&self, y: f32) -> f32 {
        self.rect.y + y
    }

    /// On a wash, paper tones would look stained: veils of ink take their place.
    fn washed(&self) -> bool {
        ground(self.row, self.lens).0 != "paper-surface"
    }

    fn frame(&self) -> Prim {
        let (fill, edge) = if unnamed(self.row) {
            ("paper-canvas", dashed("line-3", 1.0, &[3.0, 3.0]))
        } else {
            let (fill, edge) = ground(self.row, self.lens);
            (fill, stroke(edge, 1.0))
        };
        self.pen(0.0, 0.0).rect(0.5, 0.5, CARD_W - 1.0, CARD_H - 1.0, 5.5, Some(fill), Some(edge))
    }

    /// Name, tags and post. English moves the first role to the second line; the box stays.
    fn head(&self, prims: &mut Vec<Prim>) {
        let english = self.index.lang() == Lang::En;
        let name = self.index.name(self.row);
        let strong = self.row.in_chain && !unnamed(self.row);
        let right = CARD_W - PAD;
        let room = right - INDENT - 8.0 - text_width(&name, NAME, strong).min(NAME_ROOM);
        let (roles, functions) = self.tags();
        let mut end_1 = right;
        let mut end_2 = right;
        if english {
            let more = roles.len().saturating_sub(1);
            if let Some(role) = roles.into_iter().next() {
                let text = if more > 0 { format!("{role} +{more}") } else { role };
                end_2 = self.tag_row(prims, LINE_2, vec![Tag { text, filled: false }]) - 8.0;
            }
            end_1 = self.tag_row(prims, LINE_1, choose(&[], &functions, room)) - 8.0;
        } else {
            let tags = choose(&roles, &functions, room);
            if !tags.is_empty() {
                end_1 = self.tag_row(prims, LINE_1, tags) - 8.0;
            }
        }
        let fill = if unnamed(self.row) { "ink-2" } else { "ink-1" };
        let name = fit(&name, NAME, strong, end_1 - INDENT);
        let label_at = INDENT + text_width(&name, NAME, strong) + 6.0;
        prims.push(Prim::Text {
            x: self.x(INDENT),
            y: self.y(LINE_1 + NAME * 0.37),
            size: NAME,
            strong,
            fill,
            anchor: Anchor::Start,
            text: name,
        });
        self.name_label(prims, label_at, end_1);
        let post = fit(&self.index.post(self.row), SMALL, false, end_2 - INDENT);
        prims.push(text(self.x(INDENT), self.y(LINE_2), SMALL, "ink-2", post));
    }

    /// What tells two people of one name apart, where there is room.
    fn name_label(&self, prims: &mut Vec<Prim>, from: f32, to: f32) {
        let Some(label) = self.index.person(self.row.person).and_then(|person| person.label.as_deref()) else { return };
        let label = fit(label, SMALL, false, to - from);
        if label.chars().count() > 2 {
            prims.push(text(self.x(from), self.y(LINE_1), SMALL, "ink-3", label));
        }
    }

    fn tags(&self) -> (Vec<String>, Vec<String>) {
        if !self.row.in_chain {
            return (Vec::new(), Vec::new());
        }
        let roles = self.row.roles.iter().map(|role| self.index.word(&format!("map-role-{}", role.code())));
        let functions = self.row.functions.iter().map(|one| self.index.word(&format!("map-function-{}", one.code())));
        (roles.collect(), functions.collect())
    }

    /// Draws tags right-aligned and returns where they begin.
    fn tag_row(&self, prims: &mut Vec<Prim>, middle: f32, tags: Vec<Tag>) -> f32 {
        let mut x = CARD_W - PAD;
        for tag in tags.into_iter().rev() {
            let w = tag.width();
            x -= w;
            let pen = self.pen(x, middle - TAG_H / 2.0);
            let (fill, ink) = match (tag.filled, self.washed()) {
                (true, true) => (Some("ink-veil"), "ink-1"),
                (true, false) => (Some("paper-selected"), "ink-1"),
                (false, true) => (None, "ink-2"),
                (false, false) => (Some("paper-surface"), "ink-2"),
            };
            let edge = if self.washed() { "ink-edge" } else { "line-2" };
            let edge = (!tag.filled).then(|| stroke(edge, 1.0));
            prims.push(pen.rect(0.5, 0.5, w - 1.0, TAG_H - 1.0, 2.5, fill, edge));
            prims.push(text(self.x(x + 7.0), self.y(middle), SMALL, ink, tag.text));
            x -= TAG_GAP;
        }
        x + TAG_GAP
    }

    fn foot(&self, prims: &mut Vec<Prim>) {
        let line = if self.washed() { "ink-hair" } else { "line-1" };
        prims.push(self.line(PAD, CARD_W - PAD, FOOT_LINE, stroke(line, 1.0)));
        self.touch(prims);
        if !self.row.in_chain {
            if self.row.no_contact {
                self.barred(prims, PAD);
            } else {
                let word = self.index.word("map-not-in-chain");
                prims.push(text(self.x(PAD), self.y(FOOT), SMALL, "ink-3", word));
            }
            return;
        }
        prims.extend(mark::power(self.pen(PAD, 80.0), self.row.formal_power, self.row.influence_level));
        prims.extend(mark::relation(self.pen(PAD + 40.0, 79.5), self.row.level));
        prims.push(text(self.x(PAD + 63.0), self.y(FOOT), SMALL, "ink-2", self.row.level.to_string()));
        self.owner(prims, PAD + 80.0);
    }

    fn line(&self, from: f32, to: f32, y: f32, edge: Stroke) -> Prim {
        let d = format!("M{} {}H{}", mark::num(self.x(from)), mark::num(self.y(y)), mark::num(self.x(to)));
        Prim::Path { d, fill: None, stroke: Some(edge) }
    }

    /// Hand and word: nobody may approach.
    fn barred(&self, prims: &mut Vec<Prim>, x: f32) {
        prims.push(mark::hand(self.x(x - 2.0), self.y(FOOT - 8.0)));
        prims.push(text(self.x(x + 16.0), self.y(FOOT), SMALL, "ink-2", self.index.word("map-no-contact")));
    }

    fn owner(&self, prims: &mut Vec<Prim>, x: f32) {
        if self.row.no_contact {
            return self.barred(prims, x);
        }
        let (word, missing) = match self.row.owners.as_slice() {
            [] => (self.index.word("map-no-owner"), true),
            [one] => (self.index.staff_short(*one), false),
            [one, more @ ..] => (format!("{}+{}", self.index.staff_short(*one), more.len()), false),
        };
        let word = fit(&word, SMALL, false, 60.0);
        let w = text_width(&word, SMALL, false).ceil() + if missing { 14.0 } else { 12.0 };
        let (fill, edge, ink) = if missing {
            (None, Some(dashed("cinnabar", 1.0, &[3.0, 2.0])), "cinnabar")
        } else {
            (Some(if self.washed() { "ink-veil" } else { "paper-selected" }), None, "ink-1")
        };
        prims.push(self.pen(x, FOOT - 10.0).rect(0.5, 0.5, w - 1.0, TAG_H - 1.0, 9.5, fill, edge));
        let shift = if missing { 7.0 } else { 6.0 };
        prims.push(text(self.x(x + shift), self.y(FOOT), SMALL, ink, word));
    }

    /// Freshness and days at the right end of the foot.
    fn touch(&self, prims: &mut Vec<Prim>) {
        let word = match self.row.days {
            Some(days) => self.index.with("map-days", "n", days),
            None => self.index.word("map-never-touched"),
        };
        let late = overdue(self.row);
        let right = CARD_W - PAD;
        prims.push(Prim::Text {
            x: self.x(right),
            y: self.y(FOOT + SMALL * 0.37),
            size: SMALL,
            strong: false,
            fill: if late { "cinnabar" } else { "ink-2" },
            anchor: Anchor::End,
            text: word.clone(),
        });
        let pie = right - text_width(&word, SMALL, false).ceil() - 16.0;
        prims.extend(mark::freshness(self.pen(pie, FOOT - 6.0), self.row.days));
        if late {
            prims.push(mark::diamond(Pen { scale: 0.75, ..self.pen(pie - 13.0, FOOT - 4.5) }));
        }
    }
}

/// As many tags as fit: all, then fewer roles with a count, then one role alone, then functions alone, then none.
fn choose(roles: &[String], functions: &[String], room: f32) -> Vec<Tag> {
    let roles_to = |shown: usize| {
        roles.iter().take(shown).enumerate().map(move |(at, role)| {
            let hidden = if at + 1 == shown { roles.len() - shown } else { 0 };
            (if hidden > 0 { format!("{role} +{hidden}") } else { role.clone() }, false)
        })
    };
    let some = |shown: usize, with: bool| -> Vec<Tag> {
        let functions = functions.iter().filter(|_| with).map(|text| (text.clone(), true));
        roles_to(shown).chain(functions).map(|(text, filled)| Tag { text, filled }).collect()
    };
    let tries = (0..=roles.len()).rev().filter(|&shown| shown > 0 || roles.is_empty()).map(|shown| (shown, true));
    let fits = |tags: &Vec<Tag>| {
        let widths: f32 = tags.iter().map(Tag::width).sum();
        widths + TAG_GAP * (tags.len().max(1) - 1) as f32 <= room
    };
    tries
        .chain([(roles.len().min(1), false), (0, true)])
        .map(|(shown, with)| some(shown, with))
        .find(fits)
        .unwrap_or_default()
}

/// The small plain seat of a second post: 192 × 56, title above “苗国梁兼任”.
pub(super) fn second_seat(index: &Index, seat: crate::SeatId, rect: Rect) -> Vec<Prim> {
    let pen = Pen::new(rect.x, rect.y, 1.0);
    let room = rect.w - 2.0 * PAD;
    let name = index.person_name(index.holder.get(&seat).copied());
    let name = name.map_or_else(|| index.word("map-erased-name"), str::to_owned);
    let by = index.with("map-held-by", "name", name);
    let title = fit(&index.title(seat), 13.0, false, room);
    vec![
        pen.rect(0.5, 0.5, rect.w - 1.0, rect.h - 1.0, 5.5, Some("paper-canvas"), Some(stroke("line-2", 1.0))),
        text(rect.x + PAD, rect.y + 19.0, 13.0, "ink-1", title),
        text(rect.x + PAD, rect.y + 37.0, SMALL, "ink-3", fit(&by, SMALL, false, room)),
    ]
}

/// Name for a chip: the short word when there is no name.
pub(super) fn chip_name(index: &Index, row: &Stakeholder) -> String {
    match row.holding {
        Holding::Erased => index.word("map-erased-short"),
        Holding::Vacant => index.word("map-vacant-name"),
        Holding::Held | Holding::Placeholder => index
            .person(row.person)
            .and_then(|person| pick(person.name_zh.as_deref(), person.name_en.as_deref(), index.lang()))
            .map_or_else(|| index.word("map-unknown-short"), str::to_owned),
    }
}
