//! What a typed line of contact comes to: everything understood, and what a person must still say.

use domain::engine::asof::Crew;
use domain::engine::chain::stakeholders;
use domain::scene::Wording;
use domain::*;

use super::line;
use super::who::{Book, Who};
use crate::names::{self, is_shielded, person_name, post_of, staff_name};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// The longest line read, in characters.
const LONGEST: usize = 500;
/// The most people one name may mean before it means nobody.
const MOST_OPTIONS: usize = 20;

/// Says what a line means. Nothing is changed.
pub fn read_touch(app: &mut App, context: &ViewContext, request: ReadTouch) -> Result<TouchDraft, Error> {
    let length = request.text.chars().count();
    if length > LONGEST {
        return Err(Error::refused("too-long").with("limit", LONGEST).with("length", length));
    }
    let account = match request.visit {
        Some(visit) => Some(app.store()?.get::<Visit>(visit)?.ok_or(Error::missing("visit"))?.account),
        None => request.account,
    };
    let snapshot = app.whole()?;
    let speech = app.words().speak(context.lang);
    let book = Book::of(&snapshot, None, context.today);
    let read = line::read(&request.text, context.today, &book);
    let mut drafting = Drafting { snapshot: &snapshot, speech, context, account, who: Vec::new() };
    drafting.preset(&request.people, &book);
    for (words, found) in &read.who {
        drafting.named(words, &book, found);
    }
    drafting.narrow();
    drafting.propose_owner();
    Ok(drafting.done(read))
}

struct Drafting<'a> {
    snapshot: &'a Snapshot,
    speech: Speech<'a>,
    context: &'a ViewContext,
    /// Where the line is typed; otherwise the people say it.
    account: Option<AccountId>,
    who: Vec<DraftWho>,
}

impl Drafting<'_> {
    fn option(&self, who: &Who) -> Option<DraftOption> {
        let lang = self.context.lang;
        match (who.staff, who.person) {
            (Some(id), _) => {
                let one = self.snapshot.staff_member(id)?;
                let detail = names::either(&one.title_zh, &one.title_en, lang);
                let name = staff_name(self.snapshot, id, lang);
                Some(DraftOption { person: None, staff: Some(id), account: None, name, detail })
            }
            (None, Some(id)) => {
                let one = self.snapshot.person(id)?;
                let own = who.account.and_then(|id| self.snapshot.account(id));
                let own = own.map_or_else(String::new, |one| names::account_name(one, lang));
                let args = [("account", own), ("post", post_of(self.snapshot, id, self.context.today, lang))];
                let detail = self.speech.text("ledger-option", &args);
                let name = person_name(one, &self.speech);
                Some(DraftOption { person: Some(id), staff: None, account: who.account, name, detail })
            }
            (None, None) => None,
        }
    }

    /// Whom the place already names: the card, the guests of a visit.
    fn preset(&mut self, people: &[PersonId], book: &Book) {
        let all: Vec<DraftOption> = people.iter().filter_map(|id| self.option(&book.person(*id)?)).collect();
        for one in all {
            self.who.push(DraftWho { words: one.name.clone(), options: vec![one], chosen: Some(0), proposed: false });
        }
    }

    fn named(&mut self, words: &str, book: &Book, found: &[usize]) {
        let options: Vec<DraftOption> =
            found.iter().take(MOST_OPTIONS).filter_map(|at| self.option(book.get(*at))).collect();
        let is_there = |one: &DraftOption| {
            let same = |other: &DraftOption| (other.person, other.staff) == (one.person, one.staff);
            self.who.iter().any(|who| who.options.len() == 1 && who.options.iter().any(same))
        };
        if options.is_empty() || (options.len() == 1 && options.iter().all(is_there)) {
            return;
        }
        let chosen = (options.len() == 1).then_some(0);
        self.who.push(DraftWho { words: words.to_owned(), options, chosen, proposed: false });
    }

    fn chosen(&self) -> impl Iterator<Item = &DraftOption> {
        self.who.iter().filter_map(|who| who.options.get(usize::try_from(who.chosen?).ok()?))
    }

    /// Of several, the only one of the account that is talked about.
    fn narrow(&mut self) {
        let Some(account) = self.account.or_else(|| self.chosen().find_map(|one| one.account)) else { return };
        for who in self.who.iter_mut().filter(|who| who.chosen.is_none()) {
            let own = |one: &&DraftOption| one.account == Some(account);
            if who.options.iter().filter(own).count() == 1 {
                who.chosen = who.options.iter().position(|one| own(&one)).map(|at| at as u32);
            }
        }
    }

    /// Without one of ours in the line the owner of the first of theirs is put forward.
    fn propose_owner(&mut self) {
        if self.chosen().any(|one| one.staff.is_some()) {
            return;
        }
        let Some((account, person)) = self.chosen().find_map(|one| one.account.zip(one.person)) else { return };
        let rows = stakeholders(self.snapshot, account, None, self.context.today);
        let crew = Crew::on(self.snapshot, self.context.today);
        let row = rows.iter().find(|row| row.person == Some(person));
        let owner = row.and_then(|row| crew.active(&row.owners).first().copied());
        let who = owner.map(|id| Who { staff: Some(id), person: None, account: None, names: Vec::new() });
        if let Some(option) = who.and_then(|who| self.option(&who)) {
            let words = option.name.clone();
            self.who.push(DraftWho { words, options: vec![option], chosen: Some(0), proposed: true });
        }
    }

    fn done(self, read: line::Line) -> TouchDraft {
        let on = read.on.unwrap_or(self.context.today);
        let kind = read.kind.unwrap_or(TouchKind::Meeting);
        let accounts: Vec<AccountId> = self.chosen().filter_map(|one| one.account).collect();
        let account = accounts.first().copied().or(self.account);
        let asks = self.asks(&accounts, on);
        let named = account.and_then(|id| self.snapshot.account(id));
        TouchDraft {
            on,
            day_text: self.speech.day_with_weekday(on),
            planned: on > self.context.today,
            at: read.at,
            kind,
            kind_text: self.speech.label("touch", kind),
            direction: read.direction,
            minutes: read.minutes,
            place: read.place,
            summary: read.summary,
            account,
            account_name: named.map(|one| names::account_name(one, self.context.lang)),
            ready: asks.is_empty(),
            asks,
            who: self.who,
        }
    }

    /// What is still open, in words.
    fn asks(&self, accounts: &[AccountId], on: Day) -> Vec<String> {
        let mut asks: Vec<String> = self
            .who
            .iter()
            .filter(|who| who.chosen.is_none())
            .map(|who| self.speech.text("ledger-ask-which", &[("words", who.words.clone())]))
            .collect();
        let open = !asks.is_empty();
        if !open && !self.chosen().any(|one| one.person.is_some()) {
            asks.push(self.speech.say("ledger-ask-theirs"));
        }
        if !open && !self.chosen().any(|one| one.staff.is_some()) {
            asks.push(self.speech.say("ledger-ask-ours"));
        }
        if accounts.iter().any(|one| Some(one) != accounts.first()) {
            asks.push(self.speech.say("ledger-ask-accounts"));
        }
        let barred = |one: &&DraftOption| one.person.is_some_and(|id| is_shielded(self.snapshot, id, on));
        if let Some(one) = self.chosen().find(barred) {
            asks.push(self.speech.text("ledger-ask-barred", &[("name", one.name.clone())]));
        }
        asks
    }
}
