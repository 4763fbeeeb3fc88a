//! The access pack on paper: everything held about one person, in parts, each line with its day and source.
//!
//! Owns: words and blocks of the pack. Deliberately absent: the records; what is told was chosen line by line before.

use domain::Day;
use domain::scene::Wording;

use crate::briefing::clean;
use crate::edition::say::Say;
use crate::pack::{self, PackHead, pack_paper};
use crate::paper::{Block, Column, Density, Frame, Head, Pair, Paper, Rank, Section, Style, Table, Text};

const AREA: &str = "rights-paper";

/// What the paper says, already in words and already blackened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessPack {
    pub name: String,
    pub company: String,
    pub as_of: Option<Day>,
    /// Nobody noted that the pack was read before it leaves.
    pub draft: bool,
    pub asked_on: Option<Day>,
    pub due_on: Option<Day>,
    pub blackened: u32,
    pub parts: Vec<AccessPackPart>,
}

/// A part with its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessPackPart {
    pub label: String,
    pub lines: Vec<AccessPackLine>,
}

/// One thing held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessPackLine {
    pub label: String,
    pub value: String,
    pub on: Option<Day>,
    pub source: Option<String>,
}

/// The pack in the language of `wording`; [`Paper::beside`] joins two of them.
pub fn access_paper(pack: &AccessPack, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![cover(pack, &say)];
    sections.extend(pack.parts.iter().enumerate().map(|(at, one)| part(at, one, &say)));
    let head = PackHead {
        area: AREA,
        title: &[("name", pack.name.clone())],
        short: Text::of(word(&say, "short")),
        company: Text::of(clean(&pack.company)),
        class: Text::of(word(&say, "class")),
        draft: pack.draft.then(|| Text::of(word(&say, "draft"))),
        as_of: pack.as_of.map(|day| day.to_string()).unwrap_or_default(),
        watermark: pack.draft,
    };
    pack_paper(&say, head, sections)
}

fn tell(say: &Say, key: &str, facts: &[(&str, String)]) -> String {
    pack::tell(say, AREA, key, facts)
}

fn word(say: &Say, key: &str) -> String {
    tell(say, key, &[])
}

fn cover(pack: &AccessPack, say: &Say) -> Section {
    let day = |one: Option<Day>| one.map_or_else(Text::dash, |day| Text::of(say.long_day(day)));
    let lines: usize = pack.parts.iter().map(|one| one.lines.len()).sum();
    let rows = vec![
        Pair::new(word(say, "whom"), Text::default().and_name(clean(&pack.name), Style::STRONG)),
        Pair::new(word(say, "as-of"), day(pack.as_of)),
        Pair::new(word(say, "asked"), day(pack.asked_on)),
        Pair::new(word(say, "due"), day(pack.due_on)),
        Pair::new(word(say, "lines"), Text::of(lines.to_string())),
        Pair::new(word(say, "blackened"), Text::of(pack.blackened.to_string())),
    ];
    let blocks = vec![
        Block::text(Rank::Display, tell(say, "title", &[("name", clean(&pack.name))])),
        Block::Stroke,
        Block::Pairs { rows },
        Block::Panel {
            frame: Frame::Wash,
            blocks: vec![Block::note(word(say, "explains")), Block::note(word(say, "next"))],
        },
        Block::Contents,
    ];
    Section { id: "cover".into(), ..Section::numbered("", word(say, "name")) }.head(Head::Hidden).blocks(blocks)
}

fn part(at: usize, one: &AccessPackPart, say: &Say) -> Section {
    let columns = vec![
        Column::mm(word(say, "what"), 34.0),
        Column::share(word(say, "value"), 1.0),
        Column::mm(word(say, "day"), 24.0),
        Column::mm(word(say, "source"), 38.0),
    ];
    let row = |line: &AccessPackLine| {
        vec![
            Text::of(clean(&line.label)),
            Text::of(clean(&line.value)),
            line.on.map_or_else(Text::default, |day| Text::name(day.to_string())),
            Text::styled(line.source.as_deref().map(clean).unwrap_or_default(), Style::NOTE),
        ]
    };
    let table = Table::new(columns).density(Density::Tight).rows(one.lines.iter().map(row).collect());
    Section::numbered(&(at + 1).to_string(), clean(&one.label)).blocks(vec![Block::Table(table)])
}
