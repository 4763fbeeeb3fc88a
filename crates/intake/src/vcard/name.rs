//! The name on a card: which of its many places is right. Programs of the West put the given name first, phones put the
//! whole name into one part, and some put a number, the company or a form of address where the name belongs.

use crate::people::PeopleField::{self, *};
use crate::people::is_han;

/// Whole names kept: one for each script.
const MOST_NAMES: usize = 4;
/// How one speaks to somebody; no part of the name, unlike `Dr.` or `Jr.`.
const COURTESY: [&str; 20] = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "herr", "hr.", "frau", "fr.", "monsieur", "madame",
    "mme", "先生", "女士", "小姐", "太太",
];

/// The places of a name.
#[derive(Default)]
pub(super) struct Names {
    full: Vec<String>,
    surname: String,
    given: String,
    /// What stands before and behind the name.
    around: [String; 2],
    nick: Option<String>,
    pub reading_given: Option<String>,
    pub reading_middle: Option<String>,
    pub reading_surname: Option<String>,
    /// What lists are sorted by: a reading, if it is in letters and the name is not.
    pub sort: Option<String>,
}

/// The cells of a name.
pub(super) struct Found {
    pub cells: Vec<(PeopleField, String)>,
    /// The card names nobody but a company.
    pub of_company: bool,
    /// What there was no use for.
    pub unused: Vec<&'static str>,
}

impl Names {
    pub fn whole(&mut self, text: String) {
        if self.full.len() < MOST_NAMES && !self.full.contains(&text) {
            self.full.push(text);
        }
    }

    pub fn nick(&mut self, text: String) {
        self.nick = self.nick.take().or(Some(text));
    }

    /// `surname;given;middle;prefix;suffix`. The first that says anything counts: further ones are other scripts.
    pub fn parts(&mut self, parts: &[String]) {
        let part = |at: usize| plain(parts.get(at).map_or("", String::as_str));
        if !self.surname.is_empty() || !self.given.is_empty() {
            return;
        }
        self.surname = part(0);
        self.given = format!("{} {}", part(1), part(2)).trim().to_owned();
        self.around = [part(3), part(4)];
        if self.surname.chars().chain(self.given.chars()).any(is_han) {
            self.given.retain(|one| one != ' ');
        }
    }

    /// The same parts as they are read.
    pub fn read_as(&mut self, parts: &[String]) {
        let part = |at: usize| parts.get(at).map(|one| plain(one)).filter(|one| !one.is_empty());
        self.reading_surname = self.reading_surname.take().or_else(|| part(0));
        self.reading_given = self.reading_given.take().or_else(|| part(1));
    }

    /// What goes into the columns of the name.
    pub fn cells(mut self, company: Option<&str>) -> Found {
        let parted = !self.surname.is_empty() || !self.given.is_empty();
        self.full.retain(|one| !is_address(one) && !is_number(one));
        // A name to call somebody by is none to file them under.
        self.full.retain(|one| !parted || self.nick.as_ref() != Some(one));
        let (full, other) = self.two_scripts();
        let called = self.nick.is_some() && !parted && full.is_empty();
        let of_company = !parted && company.is_some_and(|one| full.is_empty() && !called || one == full);
        let mut unused = Vec::new();
        if self.nick.as_ref().is_some_and(|one| !called && *one != full) {
            unused.push("NICKNAME");
        }
        if self.full.len() > 1 + usize::from(!other.is_empty()) {
            unused.push("FN");
        }
        let (full, surname, given) = self.settled(full);
        let reading = self.reading(&format!("{full}{surname}{given}"));
        let name = if called { self.nick.unwrap_or_default() } else { full };
        let cells = vec![(Name, name), (NameEn, other), (Surname, surname), (Given, given), (Pronunciation, reading)];
        Found { cells, of_company, unused }
    }

    /// The whole name, and the same in letters, whichever of them came first.
    fn two_scripts(&self) -> (String, String) {
        let chinese = |one: &&String| one.chars().any(is_han);
        let first = self.full.first().cloned().unwrap_or_default();
        match (self.full.iter().find(chinese), self.full.iter().find(|one| !chinese(one))) {
            (Some(chinese), Some(letters)) => (chinese.clone(), self.bare(letters)),
            _ => (first, String::new()),
        }
    }

    fn reading(&self, name: &str) -> String {
        let parts = [&self.reading_surname, &self.reading_given, &self.reading_middle];
        let said = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        let letters = |text: &&String| name.chars().any(is_han) && !text.chars().any(is_han);
        let sorted = || self.sort.as_ref().filter(letters).map(|one| plain(one)).unwrap_or_default();
        Some(said.trim().to_owned()).filter(|one| !one.is_empty()).unwrap_or_else(sorted)
    }

    /// The whole name and its parts, agreeing with each other.
    fn settled(&self, full: String) -> (String, String, String) {
        let (surname, given) = (self.surname.clone(), self.given.clone());
        let full = self.bare(&full);
        let pressed: String = full.chars().filter(|one| !one.is_whitespace()).collect();
        let chinese = pressed.chars().any(is_han);
        match (surname.is_empty(), given.is_empty()) {
            // The whole name in one part: nobody has said which of it is the surname.
            (true, false) if given == pressed || given == full => (full, String::new(), String::new()),
            (false, true) if surname == pressed || surname == full => (full, String::new(), String::new()),
            (false, false) if chinese && pressed == format!("{given}{surname}") && surname.chars().count() <= 2 => {
                (format!("{surname}{given}"), surname, given)
            }
            (false, false) if !chinese => (self.in_order(full), surname, given),
            _ => (full, surname, given),
        }
    }

    /// Without the form of address, if the parts say that it is one.
    fn bare(&self, full: &str) -> String {
        let courtesy = |one: &&String| COURTESY.contains(&one.to_lowercase().as_str());
        let cut = |text: &str, one: &String| {
            let rest = text.strip_prefix(one.as_str()).or_else(|| text.strip_suffix(one.as_str()));
            rest.map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).unwrap_or_else(|| text.to_owned())
        };
        self.around.iter().filter(courtesy).fold(full.to_owned(), |text, one| cut(&text, one))
    }

    /// `Doe, John` and `John Richter, James Doe` as one says them, if the parts say the same.
    fn in_order(&self, full: String) -> String {
        let said = plain(&format!("{} {} {}", self.given, self.surname, self.around[1]));
        let filed = full.contains([',', '，']) && plain(&full) == plain(&format!("{} {}", self.surname, self.given));
        if filed {
            plain(&format!("{} {}", self.given, self.surname))
        } else if plain(&full) == said {
            said
        } else {
            full
        }
    }
}

/// One blank between words, no commas.
fn plain(text: &str) -> String {
    text.replace([',', '，'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address of mail.
pub(super) fn is_address(text: &str) -> bool {
    text.contains('@') && !text.contains(' ')
}

/// A number where a name belongs.
fn is_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 5 && !text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(full: &[&str], parts: &[&str]) -> Names {
        let mut names = Names::default();
        full.iter().filter(|one| !one.is_empty()).for_each(|one| names.whole((*one).to_owned()));
        names.parts(&parts.iter().map(ToString::to_string).collect::<Vec<_>>());
        names
    }

    fn cells(full: &str, parts: &[&str], company: Option<&str>) -> (String, String, String, bool) {
        let found = names(&[full], parts).cells(company);
        let [name, _, surname, given, _] = <[_; 5]>::try_from(found.cells).unwrap();
        (name.1, surname.1, given.1, found.of_company)
    }

    fn said(name: &str, surname: &str, given: &str, company: bool) -> (String, String, String, bool) {
        (name.into(), surname.into(), given.into(), company)
    }

    #[test]
    fn the_order_of_the_west_is_turned() {
        assert_eq!(cells("越 彭", &["彭", "越", "", "", ""], None), said("彭越", "彭", "越", false));
        assert_eq!(cells("彭越", &["彭", "越"], None), said("彭越", "彭", "越", false));
        assert_eq!(cells("彭越", &["", "彭越"], None), said("彭越", "", "", false));
        assert_eq!(cells("彭越", &["彭越", ""], None), said("彭越", "", "", false));
        assert_eq!(
            cells("Ingrid Marie Olsen", &["Olsen", "Ingrid", "Marie"], None),
            said("Ingrid Marie Olsen", "Olsen", "Ingrid Marie", false)
        );
        assert_eq!(cells("Olsen, Ingrid", &["Olsen", "Ingrid"], None), said("Ingrid Olsen", "Olsen", "Ingrid", false));
        assert_eq!(cells("", &["彭", "越"], None), said("", "彭", "越", false));
        assert_eq!(cells("13900001234", &["", ""], None), said("", "", "", false));
        assert_eq!(cells("样例公司", &["", ""], Some("样例公司")), said("样例公司", "", "", true));
        assert_eq!(cells("", &[], Some("样例公司")), said("", "", "", true));
    }

    #[test]
    fn forms_of_address_go_and_degrees_stay() {
        let olsen = ["Olsen", "Tor", "", "Mr.", ""];
        assert_eq!(cells("Mr. Tor Olsen", &olsen, None), said("Tor Olsen", "Olsen", "Tor", false));
        let doctor = ["Olsen", "Tor", "", "Dr.", "jr."];
        assert_eq!(cells("Dr. Tor Olsen jr.", &doctor, None), said("Dr. Tor Olsen jr.", "Olsen", "Tor", false));
        assert_eq!(cells("彭越先生", &["彭", "越", "", "先生", ""], None), said("彭越", "彭", "越", false));
        assert_eq!(cells("先生", &["", "", "", "先生", ""], None), said("先生", "", "", false));
    }

    #[test]
    fn two_scripts_and_a_nickname() {
        for both in [["彭越", "Mr. Peng Yue"], ["Mr. Peng Yue", "彭越"]] {
            let found = names(&both, &["彭", "越", "", "Mr."]).cells(None);
            assert_eq!((found.cells[0].1.as_str(), found.cells[1].1.as_str()), ("彭越", "Peng Yue"));
            assert!(found.unused.is_empty());
        }
        let mut called = names(&["阿越"], &["彭", "越"]);
        called.nick("阿越".into());
        let found = called.cells(None);
        assert_eq!((found.cells[0].1.as_str(), found.unused), ("", vec!["NICKNAME"]));
    }

    #[test]
    fn a_word_to_sort_by_is_a_reading_of_chinese_alone() {
        let sorted = |name: &str, by: &str| {
            let mut names = names(&[name], &[]);
            names.sort = Some(by.into());
            names.cells(None).cells[4].1.clone()
        };
        assert_eq!(sorted("单雄", "Shàn,Xióng"), "Shàn Xióng");
        assert_eq!((sorted("Rene van der Harten", "Harten"), sorted("单雄", "单")), (String::new(), String::new()));
    }
}
