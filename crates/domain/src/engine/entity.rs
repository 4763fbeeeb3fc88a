//! Schools, employers and other names of one thing: compared by entity, never by raw text (B.4.9).
//!
//! Two texts name the same entity when they are equal after folding (width, space, marks, case, legal form) or stand in one
//! group of names: renamed, merged, another language. Deliberately absent: likeness. A similar name is another entity.

use crate::Snapshot;
use std::collections::HashMap;
use std::sync::LazyLock;

/// An entity inside one [`Aliases`].
pub type EntityKey = u32;

/// Legal forms that say nothing about which company it is, longest first.
const FORMS: [&str; 3] = ["股份有限公司", "有限责任公司", "有限公司"];
/// The same as words of their own at the end of a Latin name.
const LATIN_FORMS: [&str; 10] = ["co", "ltd", "limited", "inc", "incorporated", "llc", "plc", "gmbh", "ag", "asa"];

/// Universities under their names of today and before, as published, folded once: one line a university.
static SCHOOLS: LazyLock<Aliases> = LazyLock::new(|| {
    let mut known = Aliases::default();
    for line in include_str!("../../data/schools.tsv").lines() {
        let names: Vec<String> = line.split('\t').map(str::to_owned).collect();
        known.join(names.iter());
    }
    known
});

/// Groups of names that mean one entity.
#[derive(Debug, Default, Clone)]
pub struct Aliases {
    keys: HashMap<String, EntityKey>,
}

impl Aliases {
    /// The universities of the table, both names of the accounts, companies and their highest units, and the groups given by
    /// hand.
    /// Groups that share a name become one.
    pub fn of(snapshot: &Snapshot, by_hand: &[Vec<String>]) -> Self {
        let mut aliases = SCHOOLS.clone();
        let pairs = snapshot.accounts.iter().map(|one| [&one.name_zh, &one.name_en]);
        let pairs = pairs.chain(snapshot.companies.iter().map(|one| [&one.name_zh, &one.name_en]));
        let units = snapshot.units.iter().filter(|one| one.parent.is_none());
        for pair in pairs.chain(units.map(|one| [&one.name_zh, &one.name_en])) {
            aliases.join(pair.into_iter().flatten());
        }
        for group in by_hand {
            aliases.join(group.iter());
        }
        aliases
    }

    fn join<'a>(&mut self, names: impl Iterator<Item = &'a String>) {
        let folded: Vec<String> = names.map(|one| fold_entity(one)).filter(|one| !one.is_empty()).collect();
        let known: Vec<EntityKey> = folded.iter().filter_map(|one| self.keys.get(one).copied()).collect();
        let key = known.first().copied().unwrap_or_else(|| self.fresh());
        self.keys.values_mut().filter(|one| known.contains(one)).for_each(|one| *one = key);
        self.keys.extend(folded.into_iter().map(|one| (one, key)));
    }

    fn fresh(&self) -> EntityKey {
        self.keys.values().max().map_or(0, |most| most + 1)
    }

    /// The entity a text names; a name seen for the first time becomes one.
    pub(crate) fn learn(&mut self, text: &str) -> Option<EntityKey> {
        let folded = fold_entity(text);
        if folded.is_empty() {
            return None;
        }
        // Keys are never given back, so their number is always free.
        let next = self.keys.len() as EntityKey + LEARNT;
        Some(*self.keys.entry(folded).or_insert(next))
    }

    /// Whether two texts name the same entity.
    pub fn same(&self, one: &str, other: &str) -> bool {
        let (one, other) = (fold_entity(one), fold_entity(other));
        !one.is_empty()
            && (one == other || matches!((self.keys.get(&one), self.keys.get(&other)), (Some(a), Some(b)) if a == b))
    }
}

/// Keys of names learnt later begin here, above those of groups.
const LEARNT: EntityKey = 1 << 24;

/// A name without width, space, marks, case and legal form.
pub fn fold_entity(text: &str) -> String {
    let narrow: String = text.chars().map(narrow).flat_map(char::to_lowercase).collect();
    let mut words: Vec<&str> = narrow.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| LATIN_FORMS.contains(word)) {
        words.pop();
    }
    let plain = words.concat();
    let stem = FORMS.iter().find_map(|form| plain.strip_suffix(form)).filter(|stem| !stem.is_empty());
    stem.map_or(plain.clone(), str::to_owned)
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// A text without width, space, marks and case: for professions and hobbies.
pub fn fold(text: &str) -> String {
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fixture::{account, unit};

    #[test]
    fn width_space_marks_case_and_legal_form_make_no_difference() {
        let none = Aliases::default();
        for (one, other) in [
            ("样例 工业大学", "样例工业大学"),
            ("样例重工有限公司", "样例重工股份有限公司"),
            ("Sample Works Co., Ltd.", "SAMPLE WORKS"),
            ("ＡＢＣ研究院", "abc研究院"),
        ] {
            assert!(none.same(one, other), "{one} {other}");
        }
        assert!(!none.same("Zinc", "Z") && !none.same("Inc", "Ltd"), "a word, not its end");
        assert!(!none.same("样例大学", "样例工业大学") && !none.same("", ""));
        assert!(!none.same("有限公司", "股份有限公司"), "a form alone is a name");
    }

    #[test]
    fn renamed_and_merged_names_are_one_entity_through_their_group() {
        let groups = [
            vec!["样例工学院".to_owned(), "样例理工大学".to_owned()],
            vec!["样例理工大学".to_owned(), "Sample University of Technology".to_owned()],
        ];
        let mut aliases = Aliases::of(&Snapshot::default(), &groups);
        assert!(aliases.same("样例工学院", "SAMPLE UNIVERSITY OF TECHNOLOGY"));
        assert_eq!(aliases.learn("样例工学院"), aliases.learn("样例理工大学"));
        assert_ne!(aliases.learn("样例一中"), aliases.learn("样例二中"));
    }

    #[test]
    fn an_account_goes_by_both_its_names() {
        let named = crate::Account { name_en: Some("Sample Customer".into()), ..account() };
        let top = crate::OrgUnit { name_en: Some("Sample Group".into()), ..unit(10, None, "样例集团") };
        let part = crate::OrgUnit { name_en: Some("Finance".into()), ..unit(11, Some(10), "财务部") };
        let snapshot = Snapshot { accounts: vec![named], units: vec![top, part], ..Snapshot::default() };
        let aliases = Aliases::of(&snapshot, &[]);
        assert!(aliases.same("样例客户", "Sample Customer") && aliases.same("Sample Group", "样例集团有限公司"));
        assert!(!aliases.same("Finance", "财务部"), "a department is no employer");
    }

    #[test]
    fn a_university_that_was_renamed_is_the_same_and_others_of_the_table_are_not() {
        let mut aliases = Aliases::of(&Snapshot::default(), &[]);
        assert!(aliases.same("南京工学院", "东南大学") && aliases.same("southeast university", "东南大学"));
        assert_eq!(aliases.learn("北京钢铁学院"), aliases.learn("北京科技大学"));
        assert!(!aliases.same("华东工学院", "东南大学") && !aliases.same("北京工业大学", "北京理工大学"));
        let lines: Vec<&str> = include_str!("../../data/schools.tsv").lines().collect();
        let keys: std::collections::HashSet<_> =
            lines.iter().map(|line| aliases.learn(line.split('\t').next().unwrap())).collect();
        assert_eq!(keys.len(), lines.len(), "no two lines share a name");
        assert!(lines.iter().all(|line| line.split('\t').count() > 1));
    }
}
