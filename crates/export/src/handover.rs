//! The hand-over pack on paper: a pack in, a paper in words out.
//!
//! Owns: words and blocks of the pack. Deliberately absent: the records (what a reader may see was decided in
//! `domain::engine::drill::pack`), and how a format prints it ([`crate::paper`]).

mod chart;
mod people;
mod work;

use domain::Code;
use domain::engine::chain::Holding;
use domain::engine::drill::pack::{Pack, PackAccount};
use domain::engine::edition::Said;
use domain::scene::Wording;

use crate::briefing::clean;
use crate::edition::say::Say;
use crate::pack::{self, PackHead, pack_paper};
use crate::paper::{Block, Frame, Head, Pair, Paper, Rank, Section, Style, Text};

const AREA: &str = "drill-paper";

/// The pack in the language of `wording`; [`Paper::beside`] joins two of them.
pub fn handover_paper(pack: &Pack, wording: &dyn Wording) -> Paper {
    let say = Say::new(wording);
    let mut sections = vec![cover(pack, &say)];
    sections.extend(pack.accounts.iter().enumerate().map(|(at, one)| account(at, one, &say)));
    let name = say.said(&pack.staff);
    let head = PackHead {
        area: AREA,
        title: &[("name", name.clone())],
        short: Text::of(tell(&say, "short", &[("name", name.clone())])),
        company: say.text(&pack.company),
        class: Text::of(say.doc("class")),
        draft: None,
        as_of: pack.as_of.to_string(),
        watermark: true,
    };
    pack_paper(&say, head, sections)
}

/// The text of `drill-paper-<key>` with facts.
fn tell(say: &Say, key: &str, facts: &[(&str, String)]) -> String {
    pack::tell(say, AREA, key, facts)
}

fn word(say: &Say, key: &str) -> String {
    tell(say, key, &[])
}

/// The label of a code of the drill: `drill-<family>-<code>`.
fn label<C: domain::Code>(say: &Say, family: &str, code: C) -> String {
    clean(&say.wording.text(&format!("drill-{family}-{}", code.code()), &[]))
}

/// A code's label of the common catalogue: `<family>-<code>`.
fn common<C: domain::Code>(say: &Say, family: &str, code: C) -> String {
    clean(&say.wording.text(&format!("{family}-{}", code.code()), &[]))
}

/// The name, or what a seat is called while nobody is known there.
fn holder(say: &Say, name: &Said, holding: Holding, style: Style) -> Text {
    let known = say.said(name);
    if !known.is_empty() {
        return Text::default().and_name(known, style);
    }
    let key = match holding {
        Holding::Erased => "erased",
        Holding::Vacant => "vacant",
        Holding::Placeholder | Holding::Held => "unknown",
    };
    Text::styled(word(say, key), Style::QUIET)
}

fn cover(pack: &Pack, say: &Say) -> Section {
    let counted = |count: usize| Text::of(count.to_string());
    let people = pack.accounts.iter().map(|one| one.people.len()).sum();
    let matters = pack.accounts.iter().map(|one| one.matters.len()).sum();
    let visits = pack.accounts.iter().map(|one| one.visits.len()).sum();
    let from = say.name(&pack.staff, Style::STRONG).and("\u{2002}", Style::PLAIN).join(say.text(&pack.title));
    let to = if pack.holder.is_empty() {
        Text::styled(word(say, "no-holder"), Style::QUIET)
    } else {
        say.name(&pack.holder, Style::STRONG)
    };
    let rows = vec![
        Pair::new(word(say, "from"), from),
        Pair::new(word(say, "to"), to),
        Pair::new(word(say, "issued"), Text::of(say.long_day(pack.as_of))),
        Pair::new(word(say, "accounts"), counted(pack.accounts.len())),
        Pair::new(word(say, "people"), counted(people)),
        Pair::new(word(say, "matters"), counted(matters)),
        Pair::new(word(say, "visits"), counted(visits)),
    ];
    let withheld: Vec<String> =
        pack.accounts.iter().filter(|one| !one.entitled).map(|one| say.said(&one.name)).collect();
    let mut rights = vec![Block::note(word(say, "rights"))];
    if !withheld.is_empty() {
        let joined = withheld.join(if say.lang == domain::Lang::ZhCn { "、" } else { ", " });
        rights.push(Block::note(tell(say, "withheld", &[("accounts", joined)])));
    }
    let mut blocks = vec![
        Block::text(Rank::Display, tell(say, "title", &[("name", say.said(&pack.staff))])),
        Block::Stroke,
        Block::Pairs { rows },
        Block::Panel { frame: Frame::Wash, blocks: rights },
    ];
    if pack.accounts.is_empty() {
        blocks.push(Block::body(word(say, "nothing")));
    } else {
        blocks.push(Block::Contents);
    }
    Section { id: "cover".into(), ..Section::numbered("", word(say, "name")) }.head(Head::Hidden).blocks(blocks)
}

fn account(at: usize, one: &PackAccount, say: &Say) -> Section {
    let number = (at + 1).to_string();
    let name = say.said(&one.name);
    let mut blocks = Vec::new();
    if !one.chart.is_empty() {
        blocks.push(Block::sub(word(say, "chart")));
        blocks.extend(chart::drawings(&one.chart, &name, say));
        blocks.push(Block::note(word(say, "chart-note")));
    }
    blocks.extend(people::people(one, say));
    blocks.extend(work::matters(one, say));
    blocks.extend(work::visits(one, say));
    blocks.extend(work::history(one, say));
    let section = Section::numbered(&number, name).aside(one.tier.code());
    section.new_page().blocks(blocks)
}
