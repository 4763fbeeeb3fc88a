//! The name on a card: which of its many places is right. Programs of the West put the given name first, phones put the
//! whole name into one part, and some put a number or the company where the name belongs.

use crate::people::PeopleField::{self, *};
use crate::people::is_han;

/// The places of a name.
#[derive(Default)]
pub(super) struct Names {
    pub full: Option<String>,
    surname: String,
    given: String,
    pub nick: Option<String>,
    pub reading_given: Option<String>,
    pub reading_surname: Option<String>,
}

/// The cells of a name.
pub(super) struct Found {
    pub cells: Vec<(PeopleField, String)>,
    /// The card names nobody but a company.
    pub of_company: bool,
}

impl Names {
    /// `surname;given;middle;prefix;suffix`.
    pub fn parts(&mut self, parts: &[String]) {
        let part = |at: usize| parts.get(at).map_or("", String::as_str).replace(',', " ");
        self.surname = part(0).trim().to_owned();
        self.given = format!("{} {}", part(1), part(2)).trim().to_owned();
        if self.surname.chars().chain(self.given.chars()).any(is_han) {
            self.given.retain(|one| one != ' ');
        }
    }

    /// What goes into the columns of the name.
    pub fn cells(self, company: Option<&str>) -> Found {
        let full = self.full.clone().filter(|one| !is_address(one) && !is_number(one)).unwrap_or_default();
        let parted = !self.surname.is_empty() || !self.given.is_empty();
        let of_company = !parted && company.is_some_and(|one| full.is_empty() && self.nick.is_none() || one == full);
        let (full, surname, given) = self.settled(full);
        let reading = [self.reading_surname, self.reading_given].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let nick = self.nick.filter(|_| full.is_empty() && surname.is_empty() && given.is_empty());
        let cells = vec![
            (Name, nick.unwrap_or(full)),
            (Surname, surname),
            (Given, given),
            (Pronunciation, reading.trim().to_owned()),
        ];
        Found { cells, of_company }
    }

    /// The whole name and its parts, agreeing with each other.
    fn settled(&self, full: String) -> (String, String, String) {
        let (surname, given) = (self.surname.clone(), self.given.clone());
        let bare: String = full.chars().filter(|one| !one.is_whitespace()).collect();
        let chinese = bare.chars().any(is_han);
        match (surname.is_empty(), given.is_empty()) {
            // The whole name in one part: nobody has said which of it is the surname.
            (true, false) if given == bare || given == full => (full, String::new(), String::new()),
            (false, true) if surname == bare || surname == full => (full, String::new(), String::new()),
            (false, false) if chinese && bare == format!("{given}{surname}") && surname.chars().count() <= 2 => {
                (format!("{surname}{given}"), surname, given)
            }
            _ => (full, surname, given),
        }
    }
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

    fn cells(full: &str, parts: &[&str], company: Option<&str>) -> (String, String, String, bool) {
        let mut names = Names { full: Some(full.to_owned()).filter(|one| !one.is_empty()), ..Names::default() };
        names.parts(&parts.iter().map(ToString::to_string).collect::<Vec<_>>());
        let found = names.cells(company);
        let [name, surname, given, _] = <[_; 4]>::try_from(found.cells).unwrap();
        (name.1, surname.1, given.1, found.of_company)
    }

    #[test]
    fn the_order_of_the_west_is_turned() {
        let said =
            |name: &str, surname: &str, given: &str, company| (name.into(), surname.into(), given.into(), company);
        assert_eq!(cells("越 彭", &["彭", "越", "", "", ""], None), said("彭越", "彭", "越", false));
        assert_eq!(cells("彭越", &["彭", "越"], None), said("彭越", "彭", "越", false));
        assert_eq!(cells("彭越", &["", "彭越"], None), said("彭越", "", "", false));
        assert_eq!(cells("彭越", &["彭越", ""], None), said("彭越", "", "", false));
        assert_eq!(
            cells("Ingrid Marie Olsen", &["Olsen", "Ingrid", "Marie"], None),
            said("Ingrid Marie Olsen", "Olsen", "Ingrid Marie", false)
        );
        assert_eq!(cells("", &["彭", "越"], None), said("", "彭", "越", false));
        assert_eq!(cells("13900001234", &["", ""], None), said("", "", "", false));
        assert_eq!(cells("样例公司", &["", ""], Some("样例公司")), said("样例公司", "", "", true));
        assert_eq!(cells("", &[], Some("样例公司")), said("", "", "", true));
    }
}
