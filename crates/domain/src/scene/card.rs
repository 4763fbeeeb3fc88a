//! The full card, 240 × 104 (interface §4). Owns: what stands where on it. Deliberately absent: the marks' shapes,
//! smaller levels of detail.

use super::index::Index;
use super::lens::{self, Look, Tag, TagLook, unnamed};
use super::mark::{self, Pen, dashed, stroke, text};
use super::measure::{fit, text_width};
use super::{Anchor, Prim, Rect, Stroke, Token};
use crate::Lang;
use crate::engine::chain::Stakeholder;

pub(super) const CARD_W: f32 = 240.0;
pub(super) const CARD_H: f32 = 104.0;
pub(super) const PAD: f32 = 12.0;
/// Left edge of name and post.
const INDENT: f32 = 32.0;
/// Middles of the three lines.
const LINE_1: f32 = 22.0;
const LINE_2: f32 = 43.0;
const FOOT: f32 = 85.5;
const FOOT_LINE: f32 = 66.5;
const NAME: f32 = 15.0;
pub(super) const SMALL: f32 = 12.0;
/// A long name yields to the tags no further than this.
const NAME_ROOM: f32 = 84.0;
const TAG_H: f32 = 20.0;
const TAG_GAP: f32 = 4.0;
/// What a role keeps beside the mark of a restriction.
const ROLE_ROOM: f32 = 64.0;

/// Late beyond half again the cadence (interface §4); nobody is late who must not be approached.
pub(super) fn overdue(row: &Stakeholder) -> bool {
    row.in_chain && !row.no_contact && row.days.is_some_and(|days| days as f64 > 1.5 * row.cadence_days as f64)
}

impl Tag {
    fn strong(&self) -> bool {
        matches!(self.look, TagLook::Bare(_))
    }

    fn width(&self) -> f32 {
        text_width(&self.text, SMALL, self.strong()).ceil() + 14.0
    }

    /// The tag, cut to a width.
    fn cut(mut self, width: f32) -> Self {
        self.text = fit(&self.text, SMALL, self.strong(), width - 14.0);
        self
    }
}

/// The words of a card, said once for all its levels of detail.
pub(super) struct Said {
    pub name: String,
    pub post: String,
    pub roles: Vec<String>,
    pub functions: Vec<String>,
}

impl Said {
    pub fn new(index: &Index, row: &Stakeholder) -> Self {
        let (mut roles, mut functions) = (Vec::new(), Vec::new());
        if row.in_chain {
            roles.extend(row.roles.iter().map(|&role| index.role(role)));
            functions.extend(row.functions.iter().map(|&one| index.function(one)));
        }
        roles.extend(index.bodies(row.seat).iter().map(|&(body, chair)| {
            let name = index.body_name(body);
            if chair { index.with("map-body-chair", "name", name) } else { name }
        }));
        Self { name: index.name(row), post: index.post(row), roles, functions }
    }
}

pub(super) struct Card<'a> {
    pub index: &'a Index<'a>,
    pub row: &'a Stakeholder,
    pub said: &'a Said,
    pub look: &'a Look,
    pub rect: Rect,
}

impl Card<'_> {
    /// Primitives of the full card.
    pub fn near(&self) -> Vec<Prim> {
        let mut prims = vec![self.frame()];
        if self.row.in_chain {
            prims.push(mark::attitude(self.pen(PAD, LINE_1 - 7.0), self.row.attitude));
        }
        if self.index.waiting(self.row).is_some() {
            prims.push(mark::letter(self.pen(PAD, LINE_2 - 7.0)));
        }
        self.head(&mut prims);
        self.foot(&mut prims);
        if let Some((share, token)) = self.look.bar {
            prims.push(self.bar(1.0, "line-1"));
            prims.extend((share > 0.0).then(|| self.bar(share, token)));
        }
        if let Some(word) = &self.look.badge {
            prims.extend(lens::badge(self.x(1.0), self.y(1.0), 11.0, word));
        }
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

    fn frame(&self) -> Prim {
        let edge = if self.look.open { dashed(self.look.edge, 1.0, &[3.0, 3.0]) } else { stroke(self.look.edge, 1.0) };
        self.pen(0.0, 0.0).rect(0.5, 0.5, CARD_W - 1.0, CARD_H - 1.0, 5.5, Some(self.look.fill), Some(edge))
    }

    /// The lowest four pixels, inside the round corners of the card.
    fn bar(&self, share: f32, token: Token) -> Prim {
        let num = |value: f32| mark::num(value);
        let (left, right, top, foot) =
            (num(self.x(0.34)), num(self.x(CARD_W - 0.34)), num(self.y(CARD_H - 4.0)), num(self.y(CARD_H)));
        let start = format!("{} {foot}A6 6 0 0 1 {left} {top}Z", num(self.x(6.0)));
        let d = if share > 0.995 {
            format!("M{left} {top}H{right}A6 6 0 0 1 {} {foot}L{start}", num(self.x(CARD_W - 6.0)))
        } else {
            let end = num(self.x((CARD_W * share).clamp(6.0, CARD_W - 6.0)));
            format!("M{left} {top}H{end}V{foot}L{start}")
        };
        Prim::Path { d, fill: Some(token), stroke: None }
    }

    /// Name, tags and post. English moves the first role to the second line; the box stays.
    fn head(&self, prims: &mut Vec<Prim>) {
        let strong = self.row.in_chain && !unnamed(self.row);
        let right = CARD_W - PAD;
        let room = right - INDENT - 8.0 - text_width(&self.said.name, NAME, strong).min(NAME_ROOM);
        let [first, mut second] = self.tags(room);
        if self.index.is_restricted(self.row) {
            // The first role, in English in this line, yields to it.
            second = second.into_iter().map(|one| one.cut(ROLE_ROOM)).collect();
            second.push(Tag { text: self.index.word("map-restricted"), look: TagLook::Edged("line-3") });
        }
        let mut ends = [right; 2];
        for (at, tags) in [first, second].into_iter().enumerate().filter(|(_, tags)| !tags.is_empty()) {
            ends[at] = self.tag_row(prims, [LINE_1, LINE_2][at], tags) - 8.0;
        }
        let fill = if unnamed(self.row) { "ink-2" } else { "ink-1" };
        let name = fit(&self.said.name, NAME, strong, ends[0] - INDENT);
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
        self.name_label(prims, label_at, ends[0]);
        let post = fit(&self.said.post, SMALL, false, ends[1] - INDENT);
        prims.push(text(self.x(INDENT), self.y(LINE_2), SMALL, "ink-2", post));
    }

    /// Tags of the first and the second line.
    fn tags(&self, room: f32) -> [Vec<Tag>; 2] {
        let Said { roles, functions, .. } = self.said;
        match &self.look.tags {
            Some(tags) => own_tags(tags, room, CARD_W - PAD - INDENT - 8.0 - text_width(&self.said.name, NAME, true)),
            None if self.index.lang() == Lang::En => {
                let more = roles.len().saturating_sub(1);
                let role = roles.first().map(|role| if more > 0 { format!("{role} +{more}") } else { role.clone() });
                let role = role.map(|text| Tag { text, look: TagLook::Outlined }.cut(CARD_W / 2.0));
                [choose(&[], functions, room), role.into_iter().collect()]
            }
            None => [choose(roles, functions, room), Vec::new()],
        }
    }

    /// What tells two people of one name apart, where there is room.
    fn name_label(&self, prims: &mut Vec<Prim>, from: f32, to: f32) {
        let Some(label) = self.index.person(self.row.person).and_then(|person| person.label.as_deref()) else { return };
        let label = fit(label, SMALL, false, to - from);
        if label.chars().count() > 2 {
            prims.push(text(self.x(from), self.y(LINE_1), SMALL, "ink-3", label));
        }
    }

    /// Draws tags right-aligned and returns where they begin.
    fn tag_row(&self, prims: &mut Vec<Prim>, middle: f32, tags: Vec<Tag>) -> f32 {
        let mut x = CARD_W - PAD;
        for tag in tags.into_iter().rev() {
            let w = tag.width();
            x -= w;
            let (fill, edge, ink) = self.tag_paint(tag.look);
            let strong = tag.strong();
            if fill.is_some() || edge.is_some() {
                let pen = self.pen(x, middle - TAG_H / 2.0);
                prims.push(pen.rect(0.5, 0.5, w - 1.0, TAG_H - 1.0, 2.5, fill, edge));
            }
            let mut word = text(self.x(x + 7.0), self.y(middle), SMALL, ink, tag.text);
            if let Prim::Text { strong: own, .. } = &mut word {
                *own = strong;
            }
            prims.push(word);
            x -= TAG_GAP;
        }
        x + TAG_GAP
    }

    /// Fill, edge and ink of a tag.
    fn tag_paint(&self, look: TagLook) -> (Option<Token>, Option<Stroke>, Token) {
        let washed = self.look.washed();
        match look {
            TagLook::Filled if washed => (Some("ink-veil"), None, "ink-1"),
            TagLook::Filled => (Some("paper-selected"), None, "ink-1"),
            TagLook::Outlined if washed => (None, Some(stroke("ink-edge", 1.0)), "ink-2"),
            TagLook::Outlined => (Some("paper-surface"), Some(stroke("line-2", 1.0)), "ink-2"),
            TagLook::Bare(ink) => (None, None, ink),
            TagLook::Solid(colour) => (Some(colour), None, "ink-on"),
            TagLook::Edged(colour) => (None, Some(stroke(colour, 1.0)), "ink-1"),
            TagLook::Missing(colour) => (None, Some(dashed(colour, 1.0, &[3.0, 2.0])), colour),
        }
    }

    fn foot(&self, prims: &mut Vec<Prim>) {
        let line = if self.look.washed() { "ink-hair" } else { "line-1" };
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
            (Some(if self.look.washed() { "ink-veil" } else { "paper-selected" }), None, "ink-1")
        };
        prims.push(self.pen(x, FOOT - 10.0).rect(0.5, 0.5, w - 1.0, TAG_H - 1.0, 9.5, fill, edge));
        let shift = if missing { 7.0 } else { 6.0 };
        prims.push(text(self.x(x + shift), self.y(FOOT), SMALL, ink, word));
    }

    /// Freshness and days at the right end of the foot.
    fn touch(&self, prims: &mut Vec<Prim>) {
        let word = match self.row.days {
            Some(days) => self.index.number("map-days", "n", days),
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

/// The lens's own tags: all on the first line, else the first there and the others on the second, cut where they must be.
/// One alone leaves the first line to a name it would cut; `beside` is the room such a name leaves.
fn own_tags(tags: &[Tag], room: f32, beside: f32) -> [Vec<Tag>; 2] {
    if let [tag] = tags
        && tag.width() > beside
    {
        return [Vec::new(), vec![tag.clone().cut(CARD_W / 2.0)]];
    }
    let widths: f32 = tags.iter().map(|tag| tag.width() + TAG_GAP).sum();
    if widths - TAG_GAP <= room {
        return [tags.to_vec(), Vec::new()];
    }
    let mut tags = tags.iter().cloned();
    let first = tags.next().map(|tag| tag.cut(room));
    let second = tags.next().map(|tag| tag.cut(CARD_W / 2.0));
    [first, second].map(|tag| tag.into_iter().filter(|tag| !tag.text.is_empty()).collect())
}

/// As many tags as fit: all, then fewer roles with a count, then one role alone, then functions alone, then none.
fn choose(roles: &[String], functions: &[String], room: f32) -> Vec<Tag> {
    let roles_to = |shown: usize| {
        roles.iter().take(shown).enumerate().map(move |(at, role)| {
            let hidden = if at + 1 == shown { roles.len() - shown } else { 0 };
            (if hidden > 0 { format!("{role} +{hidden}") } else { role.clone() }, TagLook::Outlined)
        })
    };
    let some = |shown: usize, with: bool| -> Vec<Tag> {
        let functions = functions.iter().filter(|_| with).map(|text| (text.clone(), TagLook::Filled));
        roles_to(shown).chain(functions).map(|(text, look)| Tag { text, look }).collect()
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
