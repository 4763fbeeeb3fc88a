//! The list of those who must not come in again (F.4, point 7): what somebody was known by is kept as salted hashes only,
//! and whatever comes in is compared with them.
//!
//! Owns: which identifiers count, how they are brought to one form, the hash, and the text kept in
//! [`Person::suppress_hash`](crate::Person::suppress_hash). Deliberately absent: making a salt (random numbers come from
//! outside), and what an import does with somebody who is barred.
//!
//! A name alone bars nobody: people share names. A name counts together with a place of work; a telephone number, a mail
//! address, the name in a messenger and that in another system count alone. The salt lies in the same file, so whoever has the file can try a
//! known number against it: the hash forgets the person, it does not hide a number somebody already has.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use crate::{Fact, FactKind, Person, Snapshot};

/// Length of a kept hash in bytes.
const KEPT: usize = 16;
/// Fewest digits of a telephone number that tells somebody apart.
const FEWEST_DIGITS: usize = 7;
/// Form of the kept text; another form gets another mark.
const FORM: &str = "s1";

/// What somebody is known by, as written; brought to one form here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// The name in every script and order known.
    pub names: Vec<String>,
    /// Where the person works or worked: names of units and of the account.
    pub places: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Mail addresses.
    pub mails: Vec<String>,
    /// Names in messengers.
    pub messengers: Vec<String>,
    /// Names of the record in other systems.
    pub refs: Vec<String>,
}

impl Identity {
    /// Everything a person of the workspace is known by, former posts included.
    pub fn of(snapshot: &Snapshot, person: &Person) -> Self {
        let latin = |parts: [&Option<String>; 2]| Some(format!("{} {}", parts[0].as_ref()?, parts[1].as_ref()?));
        let orders =
            [latin([&person.given, &person.surname]), latin([&person.surname, &person.given]), person.name_en.clone()];
        let mut names: Vec<String> = person.name_zh.iter().cloned().chain(orders.into_iter().flatten()).collect();
        names.extend(person.variants.iter().map(|one| one.text.clone()));
        let mut all = Self { names, refs: person.r#ref.iter().cloned().collect(), ..Self::default() };
        for tenure in snapshot.tenures.iter().filter(|one| one.person == person.id) {
            let Some(seat) = snapshot.seat(tenure.seat) else { continue };
            let units = std::iter::once(seat.unit).chain(seat.former_units.iter().map(|one| one.unit));
            for unit in units.filter_map(|id| snapshot.units.iter().find(|one| one.id == id)) {
                all.places.extend([&unit.name_zh, &unit.name_en].into_iter().flatten().cloned());
            }
            if let Some(account) = snapshot.account(seat.account) {
                all.places.extend([&account.name_zh, &account.name_en].into_iter().flatten().cloned());
            }
        }
        for fact in snapshot.facts.iter().filter(|one| one.person == person.id) {
            all.tell(fact);
        }
        all
    }

    fn tell(&mut self, fact: &Fact) {
        let Some(value) = fact.value.clone() else { return };
        match fact.kind {
            FactKind::Mobile | FactKind::Phone => self.phones.push(value),
            FactKind::Email => self.mails.push(value),
            FactKind::Messenger => self.messengers.push(value),
            _ => {}
        }
    }

    /// The identifiers in one form each: `name` with a place, `tel`, `mail`, `chat`, `ref`.
    fn identifiers(&self) -> HashSet<String> {
        let mut all = HashSet::new();
        let places: Vec<String> = self.places.iter().map(|one| folded(one)).filter(|one| !one.is_empty()).collect();
        for name in self.names.iter().map(|one| folded(one)).filter(|one| !one.is_empty()) {
            all.extend(places.iter().map(|place| format!("name\u{0}{name}\u{0}{place}")));
        }
        all.extend(self.phones.iter().filter_map(|one| digits(one)).map(|one| format!("tel\u{0}{one}")));
        let plain = |one: &String| half_width(one).trim().to_lowercase();
        let mails = self.mails.iter().map(plain);
        all.extend(mails.filter(|one| one.contains('@')).map(|one| format!("mail\u{0}{one}")));
        let messengers = self.messengers.iter().map(plain).filter(|one| !one.is_empty());
        all.extend(messengers.map(|one| format!("chat\u{0}{one}")));
        let refs = self.refs.iter().map(|one| one.trim()).filter(|one| !one.is_empty());
        all.extend(refs.map(|one| format!("ref\u{0}{one}")));
        all
    }
}

/// The text to keep in `suppress_hash` of an erased person: form, salt and hashes. `None`: nothing is known that would
/// tell the person apart, so nothing can be barred.
pub fn suppress_hash(salt: &str, identity: &Identity) -> Option<String> {
    let mut hashes: Vec<String> = identity.identifiers().iter().map(|one| hash(salt, one)).collect();
    hashes.sort_unstable();
    (!hashes.is_empty()).then(|| format!("{FORM}:{salt}:{}", hashes.join(",")))
}

/// Everybody who must not come in again.
#[derive(Debug, Clone, Default)]
pub struct Suppression {
    by_salt: HashMap<String, HashSet<String>>,
}

impl Suppression {
    /// The list the erased people of a workspace make.
    pub fn of(people: &[Person]) -> Self {
        let mut by_salt: HashMap<String, HashSet<String>> = HashMap::new();
        let kept = people.iter().filter_map(|one| one.suppress_hash.as_deref());
        for (salt, hashes) in kept.filter_map(parts) {
            by_salt.entry(salt.to_owned()).or_default().extend(hashes.split(',').map(str::to_owned));
        }
        Self { by_salt }
    }

    /// Whether nobody is barred: then nothing needs to be hashed.
    pub fn is_empty(&self) -> bool {
        self.by_salt.is_empty()
    }

    /// A salt already in use, so that what comes in is hashed once and not once an erased person.
    pub fn salt(&self) -> Option<&str> {
        self.by_salt.keys().min().map(String::as_str)
    }

    /// Whether somebody known by this was erased here and must not come in again.
    pub fn bars(&self, identity: &Identity) -> bool {
        if self.is_empty() {
            return false;
        }
        let all = identity.identifiers();
        self.by_salt.iter().any(|(salt, hashes)| all.iter().any(|one| hashes.contains(&hash(salt, one))))
    }
}

fn parts(kept: &str) -> Option<(&str, &str)> {
    kept.strip_prefix(FORM)?.strip_prefix(':')?.split_once(':')
}

fn hash(salt: &str, identifier: &str) -> String {
    let sum = Sha256::new().chain_update(salt).chain_update([0]).chain_update(identifier).finalize();
    sum.iter().take(KEPT).map(|byte| format!("{byte:02x}")).collect()
}

/// Letters and digits in lower case and half width; spaces, dots, hyphens and brackets left out.
pub(crate) fn folded(text: &str) -> String {
    half_width(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(crate) fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(half).collect()
}

/// The digits of a telephone number without the country's prefix or a leading zero; `None`: too few to tell anybody apart.
pub(crate) fn digits(text: &str) -> Option<String> {
    let all: String = half_width(text).chars().filter(char::is_ascii_digit).collect();
    let national = all.trim_start_matches('0');
    let plain = national.strip_prefix("86").filter(|rest| rest.len() >= 10).unwrap_or(national).trim_start_matches('0');
    (plain.len() >= FEWEST_DIGITS).then(|| plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonId, PersonStatus};

    fn text(parts: &[&str]) -> Vec<String> {
        parts.iter().map(|one| (*one).to_owned()).collect()
    }

    fn erased() -> Suppression {
        let known = Identity {
            names: text(&["样例一", "Yangli Yi"]),
            places: text(&["采购部", "样例公司"]),
            phones: text(&["+86 139-0000-1234", "0571-8888 6666"]),
            mails: text(&["Yi@Example.com"]),
            messengers: text(&["微信 Yangli_Yi"]),
            refs: text(&["x17"]),
        };
        let kept = suppress_hash("salt", &known);
        let person = Person {
            status: PersonStatus::Erased,
            suppress_hash: kept,
            ..Person::bare(PersonId(uuid::Uuid::from_u128(1)))
        };
        Suppression::of(&[person])
    }

    #[test]
    fn what_somebody_was_known_by_bars_in_any_way_of_writing() {
        let list = erased();
        let with = |identity: Identity| list.bars(&identity);
        assert!(with(Identity { phones: text(&["１３９ ００００ １２３４"]), ..Identity::default() }));
        assert!(with(Identity { phones: text(&["008613900001234"]), ..Identity::default() }));
        assert!(with(Identity { phones: text(&["(86) 571 88886666"]), ..Identity::default() }));
        assert!(with(Identity { mails: text(&[" yi@example.COM "]), ..Identity::default() }));
        assert!(with(Identity { messengers: text(&[" 微信 yangli_yi"]), ..Identity::default() }));
        assert!(!with(Identity { messengers: text(&["微信 yangli"]), ..Identity::default() }));
        assert!(with(Identity { refs: text(&["x17"]), ..Identity::default() }));
        let named =
            |name: &str, place: &str| Identity { names: text(&[name]), places: text(&[place]), ..Identity::default() };
        assert!(with(named("样 例一", "采购部")));
        assert!(with(named("YANGLI-YI", " 样例公司")));
    }

    #[test]
    fn a_namesake_elsewhere_and_a_stranger_come_in() {
        let list = erased();
        let named =
            |name: &str, place: &str| Identity { names: text(&[name]), places: text(&[place]), ..Identity::default() };
        assert!(!list.bars(&named("样例一", "财务部")), "a namesake");
        assert!(!list.bars(&Identity { names: text(&["样例一"]), ..Identity::default() }), "a name alone");
        assert!(!list.bars(&named("样例二", "采购部")));
        assert!(!list.bars(&Identity { phones: text(&["13900001235", "1234"]), ..Identity::default() }));
        assert!(!Suppression::default().bars(&named("样例一", "采购部")));
    }

    #[test]
    fn the_kept_text_tells_nothing_and_another_salt_tells_it_otherwise() {
        let known = Identity { phones: text(&["13900001234"]), ..Identity::default() };
        let (one, two) = (suppress_hash("a", &known).unwrap(), suppress_hash("b", &known).unwrap());
        assert!(!one.contains("13900001234"));
        assert_ne!(one.rsplit(':').next(), two.rsplit(':').next());
        assert_eq!(one.rsplit(':').next().map(str::len), Some(2 * KEPT));
        assert_eq!(suppress_hash("a", &Identity { names: text(&["样例一"]), ..Identity::default() }), None);
        assert_eq!(erased().salt(), Some("salt"));
    }
}
