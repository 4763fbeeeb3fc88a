//! Words for the values of an edition. Owns: texts, names, days, times and lists in the language of the paper. Deliberately
//! absent: looking anything up; what is said was handed in.

use chrono::Datelike;
use domain::engine::edition::{AgendaLine, Said};
use domain::scene::Wording;
use domain::{Clock, Code, Day, Lang};

use crate::briefing::{clean, kebab};
use crate::paper::{Block, Bullet, DayLine, Pair, Section, Style, Text};

/// The catalogue in one language.
pub(crate) struct Say<'a> {
    pub wording: &'a dyn Wording,
    pub lang: Lang,
}

impl<'a> Say<'a> {
    pub fn new(wording: &'a dyn Wording) -> Self {
        Self { wording, lang: wording.lang() }
    }
    /// The text of `edition-<key>`.
    pub fn word(&self, key: &str) -> String {
        self.tell(key, &[])
    }
    /// The text of `edition-<key>` with facts.
    pub fn tell(&self, key: &str, facts: &[(&str, String)]) -> String {
        clean(&self.wording.text(&format!("edition-{key}"), facts))
    }
    /// The text of `doc-<key>`, shared with the internal edition.
    pub fn doc(&self, key: &str) -> String {
        clean(&self.wording.text(&format!("doc-{key}"), &[]))
    }
    /// The label of a code: `edition-<family>-<code>`.
    pub fn code<C: Code>(&self, family: &str, code: C) -> String {
        self.word(&format!("{family}-{}", kebab(code.code())))
    }
    /// A text in the language, else in the other one; empty when there is none.
    pub fn said(&self, said: &Said) -> String {
        said.pick(self.lang).map(clean).unwrap_or_default()
    }
    pub fn text(&self, said: &Said) -> Text {
        Text::of(self.said(said))
    }
    /// A name that is never split; unknown names are said to be unknown.
    pub fn name(&self, said: &Said, style: Style) -> Text {
        let name = self.said(said);
        Text::default().and_name(if name.is_empty() { self.doc("name-unknown") } else { name }, style)
    }
    /// The name in the script the paper's language does not use, when it differs.
    pub fn other_script(&self, said: &Said) -> Option<String> {
        let other = if self.lang == Lang::En { &said.zh } else { &said.en };
        other.as_deref().map(clean).filter(|one| *one != self.said(said))
    }
    pub fn list<'s>(&self, items: impl IntoIterator<Item = &'s Said>) -> String {
        let items: Vec<String> = items.into_iter().map(|one| self.said(one)).filter(|one| !one.is_empty()).collect();
        items.join(if self.lang == Lang::ZhCn { "、" } else { ", " })
    }
    /// `2026年12月4日，星期五`.
    pub fn long_day(&self, day: Day) -> String {
        crate::briefing::long_day(self.wording, day)
    }
    /// One day, or the first and the last of several.
    pub fn days(&self, from: Day, to: Day) -> String {
        if from == to {
            return self.long_day(from);
        }
        self.tell("days", &[("from", self.long_day(from)), ("to", self.long_day(to))])
    }
    /// `12‑04`, which does not break.
    pub fn month_day(&self, day: Day) -> String {
        format!("{:02}\u{2011}{:02}", day.month(), day.day())
    }
    /// `02‑02`, or `02‑02 – 02‑04`.
    pub fn short_days(&self, from: Day, to: Day) -> String {
        let (from, to) = (self.month_day(from), self.month_day(to));
        if from == to { from } else { format!("{from} – {to}") }
    }
    /// `10:30–12:00`.
    pub fn span(&self, at: Clock, ends: Option<Clock>) -> String {
        ends.filter(|end| *end > at).map_or_else(|| at.to_string(), |end| format!("{at}–{end}"))
    }
    /// Colon between a label and what follows on the same line.
    pub fn colon(&self) -> &'static str {
        if self.lang == Lang::ZhCn { "：" } else { ": " }
    }

    /// An authored text: lines that each begin with a label become pairs, other lines paragraphs.
    pub fn authored(&self, texts: &[Said]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut items = Vec::new();
        for text in texts {
            let lines = self.lines(text);
            let pairs: Vec<Pair> = lines.iter().filter_map(|line| labelled(line)).collect();
            match (pairs.len() == lines.len() && pairs.len() > 1, lines.len()) {
                (true, _) => blocks.push(Block::Pairs { rows: pairs }),
                (false, _) => items.extend(lines.into_iter().map(Text::of)),
            }
        }
        if !items.is_empty() {
            blocks.push(Block::List { bullet: Bullet::Dash, items });
        }
        blocks
    }
    /// The lines of a text.
    pub fn lines(&self, text: &Said) -> Vec<String> {
        let lines = text.pick(self.lang).unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(clean).collect()
    }
    /// Several texts as one value, a line each.
    pub fn stacked(&self, texts: &[Said]) -> Text {
        let lines = texts.iter().flat_map(|one| self.lines(one));
        lines.fold(Text::default(), |text, line| text.under(Text::of(line)))
    }

    /// The days of an agenda as blocks, each with its day on top.
    pub fn agenda<'l>(&self, lines: impl Iterator<Item = (&'l AgendaLine, bool)>, one_day: bool) -> Vec<Block> {
        let mut days: Vec<(Day, Vec<DayLine>)> = Vec::new();
        for (line, own) in lines {
            let time = line.at.to_string();
            let said =
                DayLine { time: Text::name(time), what: self.text(&line.what), place: self.text(&line.place), own };
            match days.last_mut().filter(|one| one.0 == line.on) {
                Some((_, known)) => known.push(said),
                None => days.push((line.on, vec![said])),
            }
        }
        let label = |day: Day| if one_day { Text::default() } else { Text::of(self.long_day(day)) };
        days.into_iter().map(|(day, lines)| Block::Day { label: label(day), lines }).collect()
    }
}

/// `label：value` or `label: value` with a short label.
fn labelled(line: &str) -> Option<Pair> {
    let (label, value) = line.split_once('：').or_else(|| line.split_once(": "))?;
    let short = !label.is_empty() && label.chars().count() <= 24 && !value.trim().is_empty();
    short.then(|| Pair::new(label.trim(), value.trim()))
}

/// A section that begins a page, with a plain heading.
pub(super) fn page(id: &str, title: String) -> Section {
    plain(id, title).new_page()
}

/// A section with a plain heading.
pub(super) fn plain(id: &str, title: String) -> Section {
    Section { id: id.to_owned(), ..Section::numbered("", title) }.head(crate::paper::Head::Plain)
}
