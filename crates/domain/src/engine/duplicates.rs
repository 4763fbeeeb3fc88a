//! Who of a list may be somebody already known, or stands in the list twice (C.3).
//!
//! Owns: finding pairs by key and saying which identifiers agree. Deliberately absent: reading names aloud (sounds come in),
//! and any merge: two matching identifiers make a proposal, a human decides.

use std::hash::{BuildHasher, RandomState};

codes! {
    /// What two parties have in common.
    Agreement {
        Name = "name",
        /// The name of one is a former name or a spelling of the other.
        FormerName = "former_name",
        /// The names sound alike.
        Sound = "sound",
        /// Both are in this unit of this account.
        Unit = "unit",
        /// Both have this post in this unit.
        Post = "post",
        Mobile = "mobile", Phone = "phone", Mail = "mail",
        /// The same name in another system.
        Ref = "ref",
        /// The one known came from an earlier edition of the same list.
        List = "list",
    }
}

/// More parties under one key than this tell nobody apart: a switchboard, a name half the account has.
const MOST_UNDER_ONE_KEY: usize = 12;

/// Where somebody sits. Texts are compared as they are; the caller folds them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// The account, in any form that is the same for the same account.
    pub account: String,
    pub unit: Option<String>,
    pub title: Option<String>,
}

/// Somebody as far as identity goes. Texts are compared as they are; the caller folds case, blanks and number forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    pub names: Vec<String>,
    /// Former names and other spellings.
    pub former: Vec<String>,
    /// Readings of the names.
    pub sounds: Vec<String>,
    pub posts: Vec<Post>,
    pub mobiles: Vec<String>,
    /// Other numbers, which may belong to an office.
    pub phones: Vec<String>,
    pub mails: Vec<String>,
    pub refs: Vec<String>,
    /// Came from an earlier edition of the list at hand.
    pub listed: bool,
}

/// One side of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Index into those known.
    Known(usize),
    /// Index into the rows.
    Row(usize),
}

/// A row and whom it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// Index into the rows.
    pub row: usize,
    pub other: Party,
    pub agreements: Vec<Agreement>,
    /// Two identifiers agree, a name among them, and none that both have speaks against it.
    pub certain: bool,
}

/// Pairs of rows with those known and with earlier rows, by row; the best first. Linear in both lists.
pub fn duplicates(known: &[Identity], rows: &[Identity]) -> Vec<Likeness> {
    let near = near(known, rows);
    let party = |one: Party| match one {
        Party::Known(at) => &known[at],
        Party::Row(at) => &rows[at],
    };
    let mut found = Vec::new();
    for beside in near.chunk_by(|a, b| a.0 == b.0) {
        let mut own: Vec<(usize, Likeness)> = Vec::new();
        for (at, other) in beside.iter().copied() {
            let known = matches!(other, Party::Known(_));
            if let Some((weight, agreements, certain)) = compare(party(other), &rows[at], known) {
                own.push((weight, Likeness { row: at, other, agreements, certain }));
            }
        }
        found.extend(settle(own));
    }
    found
}

/// Of several, only the surest stays when it is surer than the rest; equals are left to a human.
fn settle(mut own: Vec<(usize, Likeness)>) -> Vec<Likeness> {
    own.sort_by_key(|(weight, one)| (std::cmp::Reverse((one.certain, *weight)), one.other));
    for side in [true, false] {
        let of_side = |one: &Likeness| matches!(one.other, Party::Known(_)) == side && one.certain;
        let best = own.iter().filter(|(_, one)| of_side(one)).map(|(weight, _)| *weight).max();
        let Some(best) = best else { continue };
        if own.iter().filter(|(weight, one)| of_side(one) && *weight == best).count() == 1 {
            own.retain(|(weight, one)| matches!(one.other, Party::Known(_)) != side || of_side(one) && *weight == best);
        } else {
            own.iter_mut().filter(|(_, one)| of_side(one)).for_each(|(_, one)| one.certain = false);
        }
    }
    own.into_iter().map(|(_, one)| one).collect()
}

/// What agrees, how many identifiers that are, and whether it is certain; `None` when it is not enough to ask.
fn compare(a: &Identity, b: &Identity, known: bool) -> Option<(usize, Vec<Agreement>, bool)> {
    use Agreement as A;
    let name = name_agreement(a, b);
    let place = place_agreement(a, b);
    let reached = [
        (A::Mobile, meet(&a.mobiles, &b.mobiles)),
        (A::Phone, meet(&a.phones, &b.phones) || meet(&a.mobiles, &b.phones) || meet(&a.phones, &b.mobiles)),
        (A::Mail, meet(&a.mails, &b.mails)),
        (A::Ref, meet(&a.refs, &b.refs)),
    ];
    let reached: Vec<A> = reached.into_iter().filter(|(_, met)| *met).map(|(one, _)| one).collect();
    let same_account = a.posts.iter().any(|one| b.posts.iter().any(|other| one.account == other.account));
    let listed = a.listed || b.listed;
    let asks = !reached.is_empty()
        || match name {
            Some(A::Name | A::FormerName) => place.is_some() || (known && same_account) || listed,
            Some(A::Sound) => place.is_some(),
            _ => false,
        };
    if !asks {
        return None;
    }
    // Two Chinese names that only sound alike are two names; a Latin one is the same name written otherwise.
    let named = match name {
        Some(A::Sound) => latin(a) != latin(b),
        other => other.is_some(),
    };
    let weight = usize::from(named)
        + usize::from(place == Some(A::Post))
        + reached.len()
        + usize::from(listed && (named || !reached.is_empty()));
    let against = differ(&a.mobiles, &b.mobiles) || differ(&a.mails, &b.mails) || differ(&a.refs, &b.refs);
    let certain = named && weight >= if against { 3 } else { 2 };
    let mut agreements: Vec<A> = name.into_iter().chain(place).chain(reached).collect();
    agreements.extend(listed.then_some(A::List));
    Some((weight, agreements, certain))
}

fn name_agreement(a: &Identity, b: &Identity) -> Option<Agreement> {
    if meet(&a.names, &b.names) {
        Some(Agreement::Name)
    } else if meet(&a.former, &b.names) || meet(&a.names, &b.former) {
        Some(Agreement::FormerName)
    } else {
        meet(&a.sounds, &b.sounds).then_some(Agreement::Sound)
    }
}

fn place_agreement(a: &Identity, b: &Identity) -> Option<Agreement> {
    let pairs = || a.posts.iter().flat_map(|one| b.posts.iter().map(move |other| (one, other)));
    let unit = |(one, other): &(&Post, &Post)| one.account == other.account && one.unit == other.unit;
    let near = || pairs().filter(unit);
    if near().any(|(one, other)| one.title.is_some() && one.title == other.title) {
        Some(Agreement::Post)
    } else {
        near().any(|(one, _)| one.unit.is_some()).then_some(Agreement::Unit)
    }
}

fn meet(a: &[String], b: &[String]) -> bool {
    a.iter().any(|one| b.contains(one))
}

fn differ(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && !b.is_empty() && !meet(a, b)
}

fn latin(one: &Identity) -> bool {
    one.names.iter().all(|name| name.is_ascii())
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Clone, Copy)]
enum Key<'a> {
    Number(&'a str),
    Mail(&'a str),
    Ref(&'a str),
    /// A name, former ones too, in an account.
    Name(&'a str, &'a str),
    /// A name in a unit, where a name many have still tells something.
    NameInUnit(&'a str, &'a str, &'a str),
    SoundInUnit(&'a str, &'a str, &'a str),
    /// A name of an earlier edition of the list.
    Listed(&'a str),
}

/// Rows beside those known and the earlier rows that share a key with them, by row; each pair once.
///
/// Keys are compared by their hashes, sorted: two that fall together bring one comparison more, which finds nothing.
fn near(known: &[Identity], rows: &[Identity]) -> Vec<(usize, Party)> {
    let hashes = RandomState::new();
    let listed = known.iter().any(|one| one.listed);
    let mut under: Vec<(u64, Party)> = Vec::with_capacity(known.len() * 8 + rows.len() * 6);
    let known = known.iter().enumerate().map(|(at, one)| (Party::Known(at), one));
    for (party, one) in known.chain(rows.iter().enumerate().map(|(at, one)| (Party::Row(at), one))) {
        keys(one, one.listed, |key| under.push((hashes.hash_one(key), party)));
    }
    // Somebody with several posts in one account is there once under the name.
    under.sort_unstable();
    under.dedup();
    let mut found = Vec::new();
    let telling = |same: &&[(u64, Party)]| (2..=MOST_UNDER_ONE_KEY).contains(&same.len());
    for same in under.chunk_by(|a, b| a.0 == b.0).filter(telling) {
        // Those known stand first, rows in their order.
        for (at, (_, party)) in same.iter().enumerate() {
            let Party::Row(row) = party else { continue };
            found.extend(same[..at].iter().map(|(_, other)| (*row, *other)));
        }
    }
    if listed {
        found.extend(earlier_edition(&under, rows, &hashes));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A row asks for those of its name in an earlier edition, and is not one of them.
fn earlier_edition(under: &[(u64, Party)], rows: &[Identity], hashes: &RandomState) -> Vec<(usize, Party)> {
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.listed) {
        for name in row.names.iter().chain(&row.former) {
            let hash = hashes.hash_one(Key::Listed(name));
            let from = under.partition_point(|one| one.0 < hash);
            let count = under[from..].iter().take(MOST_UNDER_ONE_KEY + 1).take_while(|one| one.0 == hash).count();
            if (2..=MOST_UNDER_ONE_KEY).contains(&count) {
                let earlier = |one: &Party| matches!(one, Party::Known(_)) || *one < Party::Row(at);
                let same = under[from..from + count].iter().map(|one| one.1).filter(earlier);
                found.extend(same.map(|other| (at, other)));
            }
        }
    }
    found
}

/// Every key somebody could be found by.
fn keys<'a>(one: &'a Identity, listed: bool, mut put: impl FnMut(Key<'a>)) {
    one.mobiles.iter().chain(&one.phones).for_each(|number| put(Key::Number(number)));
    one.mails.iter().for_each(|mail| put(Key::Mail(mail)));
    one.refs.iter().for_each(|name| put(Key::Ref(name)));
    let names = || one.names.iter().chain(&one.former);
    for post in &one.posts {
        names().for_each(|name| put(Key::Name(name, &post.account)));
        if let Some(unit) = &post.unit {
            names().for_each(|name| put(Key::NameInUnit(name, &post.account, unit)));
            one.sounds.iter().for_each(|sound| put(Key::SoundInUnit(sound, &post.account, unit)));
        }
    }
    names().filter(|_| listed).for_each(|name| put(Key::Listed(name)));
}

#[cfg(test)]
mod tests;
