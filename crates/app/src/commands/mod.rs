//! One file per family of commands; each command is a function `(app, context, request) -> response`.

pub mod account;
pub mod after;
pub mod arrange;
mod asked;
pub mod birthday;
pub mod bond;
pub mod chain;
pub mod checklist;
pub mod clean;
pub mod counterparts;
pub mod court;
pub mod court_line;
pub mod court_load;
mod dated;
pub mod decision;
pub mod drawn;
pub mod drill;
pub mod edition;
pub mod export_list;
pub mod fact;
pub mod fact_line;
pub mod forbidden;
pub mod guests;
pub mod home;
pub mod import;
pub mod learn;
pub mod ledger;
pub mod line;
pub mod map;
mod map_side;
pub mod mend;
mod mends;
pub mod path;
pub mod people;
pub mod person;
pub mod person_question;
pub mod photo;
pub mod place;
pub mod plan;
pub mod planning;
mod propose;
pub mod question;
pub mod quick;
pub mod review;
pub mod rights;
pub mod room;
pub mod rows;
pub mod saved_view;
pub mod search;
pub mod seat;
pub mod seating;
mod shift;
pub mod succession;
pub(crate) mod tree;
pub mod unit;
pub mod visit;
pub mod visit_setup;
pub mod watch;
pub mod watch_line;
pub mod workspace;
pub mod yearly;

use crate::{App, Error};
use domain::{Record, Snapshot};

/// Longest name or title anybody may type, in characters.
pub(crate) const NAME_LIMIT: usize = 80;
/// Longest running text.
const TEXT_LIMIT: usize = 2_000;
/// Longest text of several lines: a speech, minutes.
const PARAGRAPHS_LIMIT: usize = 20_000;

/// A typed name: trimmed, without control or direction marks, not too long. Empty becomes `None`.
pub(crate) fn clean_name(text: &str) -> Result<Option<String>, Error> {
    clean(text, NAME_LIMIT)
}

/// A typed text under the same rules, but longer.
pub(crate) fn clean_text(text: &str) -> Result<Option<String>, Error> {
    clean(text, TEXT_LIMIT)
}

/// A typed text that may have several lines.
pub(crate) fn clean_paragraphs(text: &str) -> Result<Option<String>, Error> {
    let lines: Vec<String> = text.lines().map(tidy_text).collect();
    let plain = lines.join("\n").trim().to_owned();
    match plain.chars().count() {
        0 => Ok(None),
        n if n > PARAGRAPHS_LIMIT => Err(Error::refused("too-long").with("limit", PARAGRAPHS_LIMIT).with("length", n)),
        _ => Ok(Some(plain)),
    }
}

fn clean(text: &str, limit: usize) -> Result<Option<String>, Error> {
    let plain = tidy_text(text);
    match plain.chars().count() {
        0 => Ok(None),
        n if n > limit => Err(Error::refused("too-long").with("limit", limit).with("length", n)),
        _ => Ok(Some(plain)),
    }
}

/// A text on one line, without marks nobody sees and space around it.
pub(crate) fn tidy_text(text: &str) -> String {
    let spaced = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let plain: String = spaced.filter(|c| !is_hidden(*c)).collect();
    plain.trim().to_owned()
}

/// Control characters and marks that turn the direction of text: they can make one name look like another.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A required name.
pub(crate) fn required_name(text: &str) -> Result<String, Error> {
    clean_name(text)?.ok_or(Error::refused("name-empty"))
}

/// A Chinese text goes to the Chinese field, anything else to the Latin one.
pub(crate) fn by_script(text: String) -> (Option<String>, Option<String>) {
    if text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) { (Some(text), None) } else { (None, Some(text)) }
}

/// A record that must be there.
pub(crate) fn must<'a, R: Record>(list: &'a [R], id: R::Id, what: &str) -> Result<&'a R, Error> {
    domain::by_id(list, id).ok_or_else(|| Error::missing(what))
}

/// The position after the last of those there are.
pub(crate) fn next_position(known: impl Iterator<Item = i64>) -> i64 {
    known.max().map_or(0, |last| last.saturating_add(1))
}

impl App {
    /// The account a seat belongs to, with its records.
    pub(crate) fn account_of_seat(&mut self, seat: domain::SeatId) -> Result<std::sync::Arc<Snapshot>, Error> {
        let account = self.store()?.get::<domain::Seat>(seat)?.ok_or(Error::missing("seat"))?.account;
        self.account(account)
    }

    /// The account a visit belongs to, with its records.
    pub(crate) fn account_of_visit(&mut self, visit: domain::VisitId) -> Result<std::sync::Arc<Snapshot>, Error> {
        let account = self.store()?.get::<domain::Visit>(visit)?.ok_or(Error::missing("visit"))?.account;
        self.account(account)
    }
}
