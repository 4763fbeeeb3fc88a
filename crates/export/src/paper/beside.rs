//! Two papers of one plan, one under the other: the second language is put under the first, line by line.
//!
//! Owns: how texts of equal structure are paired. Deliberately absent: translating. What has no equal in the other paper
//! stays in the first language alone, and so do marks and texts that read the same in both.

use super::text::words_of;
use super::*;

/// Takes the second language from the same thing in the other paper.
trait Beside {
    fn beside(&mut self, other: &Self);
}

impl Beside for Text {
    fn beside(&mut self, other: &Self) {
        if self.lines.len() != other.lines.len() {
            return;
        }
        for (line, other) in self.lines.iter_mut().zip(&other.lines) {
            let told = |run: &Run| matches!(run, Run::Words { style, .. } if style.small) && line.runs.contains(run);
            let kept = other.runs.iter().filter(|run| is_worded(run) && !told(run));
            let second: Vec<Run> = kept.cloned().collect();
            let said = words_of(&second);
            if !line.alone && said.chars().any(char::is_alphabetic) && words_of(&line.runs) != said {
                line.second = second;
            }
        }
    }
}

fn is_worded(run: &Run) -> bool {
    matches!(run, Run::Words { .. } | Run::Name { .. } | Run::Dot)
}

impl<T: Beside> Beside for Vec<T> {
    fn beside(&mut self, other: &Self) {
        if self.len() == other.len() {
            self.iter_mut().zip(other).for_each(|(one, other)| one.beside(other));
        }
    }
}
impl<T: Beside> Beside for Option<T> {
    fn beside(&mut self, other: &Self) {
        if let (Some(one), Some(other)) = (self, other) {
            one.beside(other);
        }
    }
}
impl<T: Beside> Beside for Box<T> {
    fn beside(&mut self, other: &Self) {
        (**self).beside(other);
    }
}
impl<T: Beside, const N: usize> Beside for [T; N] {
    fn beside(&mut self, other: &Self) {
        self.iter_mut().zip(other).for_each(|(one, other)| one.beside(other));
    }
}

/// Pairs the named fields.
macro_rules! fields {
    ($($kind:path { $($field:ident),* })*) => {
        $(impl Beside for $kind {
            fn beside(&mut self, other: &Self) {
                $(self.$field.beside(&other.$field);)*
            }
        })*
    };
}

fields! {
    Pair { label, value }
    table::Column { head }
    Table { columns, rows }
    block::Column { blocks }
    Portrait { name, post, note }
    Gauge { beside, under }
    QuestionLine { question, about }
    Profile { posts, address, facts, more, jot, strip, no_strip }
    CardList { label, items }
    Card { post, address, note, lists }
    DayItem { label }
    DayStrip { items }
    Drawing { shapes }
    Seating { title, rule, drawing, rows }
    Speech { speaker, place, words }
    DayLine { what, place }
    Plate { name, post, foot }
    Furniture { company, short, edition, class, draft }
    Section { title, aside, blocks }
}

impl Beside for Shape {
    fn beside(&mut self, other: &Self) {
        if let (Self::Label { text, .. }, Self::Label { text: other, .. }) = (self, other) {
            text.beside(other);
        }
    }
}

impl Beside for Block {
    fn beside(&mut self, other: &Self) {
        match (self, other) {
            (Self::Text { text, .. }, Self::Text { text: other, .. }) => text.beside(other),
            (Self::Pairs { rows }, Self::Pairs { rows: other }) => rows.beside(other),
            (Self::Table(one), Self::Table(other)) => one.beside(other),
            (Self::List { items, .. }, Self::List { items: other, .. }) => items.beside(other),
            (Self::Panel { blocks, .. }, Self::Panel { blocks: other, .. }) => blocks.beside(other),
            (Self::Columns { columns }, Self::Columns { columns: other }) => columns.beside(other),
            (Self::Portrait(one), Self::Portrait(other)) => one.beside(other),
            (Self::Gauge(one), Self::Gauge(other)) => one.beside(other),
            (Self::Questions { rows }, Self::Questions { rows: other }) => rows.beside(other),
            (Self::Profile(one), Self::Profile(other)) => one.beside(other),
            (Self::Card(one), Self::Card(other)) => one.beside(other),
            (Self::Roster { rows }, Self::Roster { rows: other }) => rows.beside(other),
            (Self::DayStrip(one), Self::DayStrip(other)) => one.beside(other),
            (Self::Seating(one), Self::Seating(other)) => one.beside(other),
            (Self::Drawing { drawing }, Self::Drawing { drawing: other }) => drawing.beside(other),
            (Self::Speech(one), Self::Speech(other)) => one.beside(other),
            (Self::Plate(one), Self::Plate(other)) => one.beside(other),
            (Self::Ruled { label, .. }, Self::Ruled { label: other, .. }) => label.beside(other),
            (one, other) => labelled(one, other),
        }
    }
}

/// Blocks with a label of their own.
fn labelled(one: &mut Block, other: &Block) {
    use Block::{Board, Captioned, Day, Missing, Signed};
    match (one, other) {
        (Captioned { label, blocks }, Captioned { label: l, blocks: b }) => {
            label.beside(l);
            blocks.beside(b);
        }
        (Missing { label, rows }, Missing { label: l, rows: r }) => {
            label.beside(l);
            rows.beside(r);
        }
        (Day { label, lines }, Day { label: l, lines: r }) => {
            label.beside(l);
            lines.beside(r);
        }
        (Board { greeting, whom, under }, Board { greeting: g, whom: w, under: u }) => {
            greeting.beside(g);
            whom.beside(w);
            under.beside(u);
        }
        (Signed { name, post }, Signed { name: n, post: p }) => {
            name.beside(n);
            post.beside(p);
        }
        _ => {}
    }
}

impl Paper {
    /// This paper with the other's language under each text. Both must be of one plan and edition; sections are paired
    /// by their id.
    #[must_use]
    pub fn beside(mut self, other: &Self) -> Self {
        self.title.beside(&other.title);
        self.furniture.beside(&other.furniture);
        for section in &mut self.sections {
            if let Some(other) = other.sections.iter().find(|one| one.id == section.id) {
                section.beside(other);
            }
        }
        self.tongue.second = Some(other.tongue.first);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(one: Text, other: Text) -> Text {
        let mut one = one;
        one.beside(&other);
        one
    }

    #[test]
    fn the_second_language_stands_under_the_first_without_marks_and_without_repeating() {
        let zh = Text::of("会谈").ask(Some(3)).under(Text::styled("一号楼", Style::NOTE));
        let en = Text::of("Talks").ask(Some(3)).under(Text::styled("Building 1", Style::NOTE));
        let both = beside(zh, en);
        assert_eq!(both.lines[0].second, Text::of("Talks").lines[0].runs);
        assert_eq!(words_of(&both.lines[1].second), "Building 1");
        assert!(beside(Text::of("4G"), Text::of("4G")).lines[0].second.is_empty());
        assert!(beside(Text::of("10:30"), Text::of("10.30")).lines[0].second.is_empty(), "figures are not a language");
        assert!(beside(Text::unknown(None), Text::unknown(None)).lines[0].second.is_empty());
        assert!(beside(Text::of("官网").alone(), Text::of("web site")).lines[0].second.is_empty());
    }

    #[test]
    fn a_remark_that_is_the_same_in_both_is_said_once() {
        let name = |text: &str| Text::name(text).and("  Gǔ Lánxiāng", Style::NOTE);
        let both = beside(name("古兰香"), name("Gu Lanxiang"));
        assert_eq!(words_of(&both.lines[0].second), "Gu Lanxiang");
    }

    #[test]
    fn rows_that_do_not_match_stay_in_the_first_language() {
        let rows = |words: &[&str]| -> Vec<Pair> { words.iter().map(|one| Pair::new(*one, *one)).collect() };
        let mut zh = rows(&["一", "二"]);
        zh.beside(&rows(&["one", "two", "three"]));
        assert!(zh.iter().all(|one| one.value.lines[0].second.is_empty()));
        zh.beside(&rows(&["one", "two"]));
        assert_eq!(words_of(&zh[1].value.lines[0].second), "two");
    }
}
