//! Sections 3–8, 13 and 29 of the internal briefing as blocks. Owns: their columns and order. Deliberately absent: what
//! they say, which is worded already.

mod account;
mod guests;
mod matters;

use super::compose::{before, text_of};
use super::plan::{self, Plan};
use super::sheet::BriefingSheet;
use super::words::Words;
use crate::paper::{Block, Column, Pair, QuestionLine, Section, Style, Table, Text};

/// Every section that has something to print, in print order.
pub(super) fn all(sheet: &BriefingSheet, plan: Option<&Plan>, words: &Words) -> Vec<Section> {
    let mut sections = vec![
        guests::guest_list(sheet, words),
        guests::profiles(sheet, words),
        matters::chain(sheet, words),
        matters::open_matters(sheet, words),
    ];
    sections.extend(plan.and_then(|plan| account::account(plan.visit.account, plan.briefing.as_of, words)));
    sections.extend(matters::hosts(sheet, plan, words));
    sections.push(dining(sheet, plan, words));
    sections.extend(plan.map(plan::sections).unwrap_or_default());
    sections.push(questions(sheet, words));
    sections.sort_by_key(|one| one.number.parse::<u32>().unwrap_or_default());
    sections
}

/// Millimetres by language: English needs more for a name.
pub(super) fn by_lang(words: &Words, zh: f32, en: f32) -> f32 {
    if words.lang == domain::Lang::En { en } else { zh }
}

/// A column that holds one name.
pub(super) fn name_column(words: &Words, key: &str) -> Column {
    Column::mm(words.word(key), by_lang(words, 21.0, 30.0))
}

fn dining(sheet: &BriefingSheet, plan: Option<&Plan>, words: &Words) -> Section {
    let part = &sheet.dining;
    let mut blocks = Vec::new();
    let arranged = [("rule", &part.policy), ("table", &part.tables)];
    let arranged = arranged.into_iter().filter_map(|(key, text)| Some(Pair::new(words.word(key), text.clone()?)));
    let arranged: Vec<_> = arranged.collect();
    if !arranged.is_empty() {
        blocks.push(Block::Pairs { rows: arranged });
    }
    blocks.extend(plan.map(plan::meals).unwrap_or_default());
    let columns = vec![
        Column::mm(words.word("no"), 8.0),
        Column::mm(words.word("diner"), by_lang(words, 30.0, 52.0)),
        Column::share(words.word("diet"), 1.0),
    ];
    let row = |one: &super::parts::DietRow| {
        vec![
            Text::styled(one.order.to_string(), Style::QUIET),
            Text::name(one.name.clone()),
            text_of(&one.diet, words).ask(one.ask),
        ]
    };
    blocks.push(Block::Table(Table::new(columns).rows(part.rows.iter().map(row).collect())));
    blocks.push(Block::note(words.word("diet-privacy")));
    Section::numbered("13", words.word("s13")).needs(60.0).blocks(blocks)
}

fn questions(sheet: &BriefingSheet, words: &Words) -> Section {
    let colon = if words.lang == domain::Lang::ZhCn { "：" } else { ": " };
    let line = |one: &super::parts::QuestionRow| {
        let about = Text::styled(format!("{}{colon}{}", words.word("blocks-in"), one.blocks), Style::QUIET).dot();
        let about = match &one.asker {
            None => about.and(words.word("nobody"), Style::OPEN),
            Some(asker) => about.and(format!("{}\u{a0}{asker}", words.word("asked-by")), Style::QUIET),
        };
        let about = about.dot().and_name(before(&one.by, words), Style::PLAIN);
        QuestionLine { number: one.number, question: Text::of(one.text.clone()), about }
    };
    let rows: Vec<_> = sheet.questions.iter().map(line).collect();
    let aside = rows.len().to_string();
    let block = if rows.is_empty() { Block::note(words.word("no-questions")) } else { Block::Questions { rows } };
    Section::numbered("29", words.word("s29")).aside(aside).new_page().blocks(vec![block])
}
