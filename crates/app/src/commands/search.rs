//! One box for people, accounts, visits, promises, units and ours: Chinese, pinyin in full, initials, mixtures, Latin, figures of telephones.
//!
//! Facts are not searched: background and sensitive matters of people (P2, P3) are read where their purpose is, never stumbled
//! upon in a list. Of contacts only telephone and mail find their owner. Deliberately absent: the index itself
//! (`domain::engine::search`), gaps and warnings: the page has them and lets them be searched as what it offers.

mod documents;
mod hit;
mod involved;
mod shelf;
mod steps;

use domain::engine::search::{Ask, Hit, How, Index, Kind, Query, ReadAs};
use domain::scene::DisplayMode;
use uuid::Uuid;

use crate::wire::{FindText, FoundList, OfferHit, ViewContext};
use crate::{App, Error};
use documents::documents;
use hit::Desk;
pub(crate) use shelf::Shelf;
use std::collections::BTreeSet;
pub use steps::get_person_steps;

/// Most matches answered at once.
const MOST: u32 = 200;

/// Finds people, accounts, visits, promises, units and ours; best first. An empty text answers what was opened lately. While presenting only the
/// face of one account is searched, and what was opened before counts for nothing.
pub fn find_text(app: &mut App, context: &ViewContext, request: FindText) -> Result<FoundList, Error> {
    if context.mode == DisplayMode::Presenting {
        return find_on_face(app, context, &request);
    }
    let shelf = Shelf::fresh(app, context.today)?;
    let recent = request.recent.as_deref().unwrap_or_default();
    let limit = request.limit.clamp(1, MOST) as usize;
    let query = Query::new(&request.text);
    let hits = match &query {
        Some(query) => {
            let kinds = kinds(&request);
            let ask = Ask { group: request.account.map(Uuid::from), kinds: &kinds, recent, limit };
            if request.kinds.is_some() && kinds.is_empty() { Vec::new() } else { shelf.index.find(query, &ask) }
        }
        None => shelf.index.known(recent).into_iter().take(limit).collect(),
    };
    app.search = Some(shelf);
    let records = shelf::records_of(app.store()?, &hits)?;
    let (speech, day, typed) = (app.words().speak(context.lang), context.today, request.text.as_str());
    let desk = Desk { snapshot: &records, speech, day, query: query.as_ref(), typed, judging: true };
    let near = is_near(&hits);
    let hits: Vec<_> = hits.iter().filter_map(|hit| desk.found(hit)).collect();
    let offers = query.as_ref().map_or_else(Vec::new, |one| offers(one, &request, hits.is_empty()));
    Ok(FoundList { hits, offers, near })
}

/// Whether nothing fits otherwise than by its sound or with a slip.
fn is_near(hits: &[Hit]) -> bool {
    !hits.is_empty() && hits.iter().all(|one| one.how == How::Near)
}

/// Names, posts and units of one account, from the records that are filled for the room.
fn find_on_face(app: &mut App, context: &ViewContext, request: &FindText) -> Result<FoundList, Error> {
    let account = request.account.ok_or(Error::refused("not-presenting"))?;
    let face = crate::face::presenting(app.account(account)?.as_ref(), account, context.today);
    let Some(query) = Query::new(&request.text) else {
        return Ok(FoundList { hits: vec![], offers: vec![], near: false });
    };
    let index = Index::new(documents(&face, context.today));
    let kinds = kinds(request);
    let ask = Ask { group: None, kinds: &kinds, recent: &[], limit: request.limit.clamp(1, MOST) as usize };
    let (speech, day) = (app.words().speak(context.lang), context.today);
    let desk = Desk { snapshot: &face, speech, day, query: Some(&query), typed: &request.text, judging: false };
    let hits = index.find(&query, &ask);
    let near = is_near(&hits);
    Ok(FoundList { hits: hits.iter().filter_map(|hit| desk.found(hit)).collect(), offers: vec![], near })
}

/// Everybody whom a text finds, for the list of people; `None`: nothing was typed.
pub(crate) fn people_found(app: &mut App, context: &ViewContext, text: &str) -> Result<Option<BTreeSet<Uuid>>, Error> {
    let Some(query) = Query::new(text) else { return Ok(None) };
    let shelf = Shelf::fresh(app, context.today)?;
    let found = shelf.index.all(&query, Kind::Person);
    app.search = Some(shelf);
    Ok(Some(found))
}

/// The offers that fit, best first; those that fit with a slip only when nothing else does.
fn offers(query: &Query, request: &FindText, alone: bool) -> Vec<OfferHit> {
    let labels = request.offers.as_deref().unwrap_or_default();
    let fit = |(at, label): (usize, &String)| {
        // A label may be a sentence or begin with a name.
        let ways = [ReadAs::Phrase, ReadAs::Name].map(|read_as| query.all_on(label, read_as));
        let fits = ways.into_iter().filter(|one| !one.is_empty()).min_by_key(|one| one[0].how)?;
        let first = fits.first()?;
        let marks = fits.iter().map(|one| (one.from as u32, one.to as u32)).collect();
        Some(((first.how, first.from > 0), OfferHit { at: at as u32, marks }))
    };
    let mut all: Vec<_> = labels.iter().enumerate().filter_map(fit).collect();
    all.sort_by_key(|(rank, hit)| (*rank, hit.at));
    let sure = all.iter().filter(|(rank, _)| rank.0 != How::Near).count();
    all.truncate(if sure > 0 || !alone { sure } else { all.len() });
    all.into_iter().map(|(_, hit)| hit).collect()
}

/// The kinds asked for; one nobody knows is none.
fn kinds(request: &FindText) -> Vec<Kind> {
    let all = [Kind::Person, Kind::Account, Kind::Visit, Kind::Promise, Kind::Staff, Kind::Unit, Kind::Seat];
    let asked = |one: &Kind| request.kinds.as_ref().is_some_and(|list| list.iter().any(|name| name == hit::name(*one)));
    all.into_iter().filter(asked).collect()
}

/// How a name is spelt for choosers: the readings of its characters, `lin cai wei`. Empty for a name in Latin letters.
pub(crate) fn sound(name: &str) -> String {
    if name.is_ascii() { String::new() } else { readings(name).into_iter().flatten().collect::<Vec<_>>().join(" ") }
}

/// A reading for each character of a name.
pub(crate) fn readings(name: &str) -> Vec<Option<String>> {
    domain::engine::search::readings(name, ReadAs::Name, None)
}
