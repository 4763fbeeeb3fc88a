//! One card: its properties as they arrive. Owns: which property goes to which column, and what of them is no business of
//! ours. Deliberately absent: reading numbers and days (every list does that the same way, later), and which of several
//! values stays (`settle`).

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::column::leave_out;
use super::name::Names;
use super::photo;
use super::property::Property;
use super::relation::{Relation, is_superior};
use super::{birth, messenger, place};
use crate::people::PeopleField::{self, *};
use crate::people::ProblemCode;

/// Characters of a cell kept: more than any field takes, so that the reader of the rows can say it was too much.
const MOST_CHARS: usize = 5_000;
/// Values of one kind kept.
const MOST_VALUES: usize = 50;
/// Properties that say nothing about the person.
const TECHNICAL: [&str; 23] = [
    "VERSION",
    "PRODID",
    "X-PRODID",
    "REV",
    "MAILER",
    "CLASS",
    "X-CLASS",
    "SOURCE",
    "NAME",
    "PROFILE",
    "TZ",
    "LANG",
    "CLIENTPIDMAP",
    "X-ABUID",
    "X-ABADR",
    "X-ABORDER",
    "X-APPLE-SUBLOCALITY",
    "X-ACCESS-CLASS",
    "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
    "X-MS-OL-DESIGN",
    "X-MS-CARDPICTURE",
    "X-IMAGETYPE",
    "X-IMAGEHASH",
];

/// What a card says, while its lines arrive.
#[derive(Default)]
pub(super) struct Card {
    pub names: Names,
    pub values: Vec<(PeopleField, Value)>,
    /// Labels that people gave to a group of lines.
    pub labels: BTreeMap<String, String>,
    /// A label of an address, for cards that have no address in parts; and whether it says that it is of the office.
    pub label: Option<(String, bool)>,
    pub role: Option<String>,
    pub photo: Option<Result<Vec<u8>, ProblemCode>>,
    /// A company, a group, a place.
    pub nobody: bool,
    pub broken: bool,
    /// The line before was a note: bare lines after it belong to it.
    in_note: bool,
}

/// One value with what tells its kind.
pub(super) struct Value {
    pub text: String,
    pub preferred: bool,
    pub group: Option<String>,
    pub types: Vec<String>,
    /// A person or a day beside the person: only the label says whether it is one we take.
    pub relation: Option<Relation>,
}

impl Value {
    fn of(text: String, property: &Property<'_>, relation: Option<Relation>) -> Self {
        let group = property.group().map(str::to_owned);
        Self { text, preferred: property.is_preferred(), group, types: property.types(), relation }
    }

    fn whole(text: String) -> Self {
        Self { text, preferred: false, group: None, types: Vec::new(), relation: None }
    }

    pub fn is(&self, words: &[&str]) -> bool {
        self.types.iter().any(|one| words.contains(&one.as_str()))
    }
}

impl Card {
    /// Takes one property; what has no column is counted.
    pub fn take(&mut self, property: Property<'_>, guess: &'static Encoding, left_out: &mut BTreeMap<String, u32>) {
        self.in_note = property.name() == "NOTE";
        if property.name() == "PHOTO" {
            return self.photograph(&property);
        }
        if property.is_blank() || self.named(&property, guess) || self.told(&property, guess, left_out) {
            return;
        }
        let text = || short(&property.text(guess));
        match property.name() {
            "ORG" => self.organisation(&property.parts(guess), left_out),
            "TITLE" => self.add(Title, text(), &property),
            "ROLE" => self.role = self.role.take().or_else(|| Some(text())),
            "TEL" => self.add(Phone, dialled(&text()), &property),
            "EMAIL" => self.add(Email, text(), &property),
            name if messenger::is_one(name) => self.add(Messenger, messenger::account(&property, &text()), &property),
            "ADR" => self.address(&property.parts(guess), &property),
            "LABEL" => self.label(text(), &property),
            "NOTE" => self.add(Note, text(), &property),
            "UID" => self.add(Uid, text(), &property),
            "X-ABLABEL" => {
                let (group, label) = (property.group().unwrap_or_default().to_owned(), text().to_uppercase());
                self.labels.insert(group, label);
            }
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.nobody |= !text().eq_ignore_ascii_case("individual"),
            "X-ABSHOWAS" => self.nobody |= text().eq_ignore_ascii_case("COMPANY"),
            known if TECHNICAL.contains(&known) => {}
            other => leave_out(left_out, other),
        }
    }

    /// Takes what belongs to the name; `false`: it does not.
    fn named(&mut self, property: &Property<'_>, guess: &'static Encoding) -> bool {
        let text = || short(&property.text(guess));
        if let Some(sort) = property.param("SORT-AS").filter(|_| matches!(property.name(), "N" | "FN")) {
            self.names.sort = self.names.sort.take().or_else(|| Some(short(sort)));
        }
        match property.name() {
            "FN" => self.names.whole(text()),
            "N" if property.param("PHONETIC").is_some() => self.names.read_as(&property.parts(guess)),
            "N" => self.names.parts(&property.parts(guess)),
            // How telephones say how a name is read.
            "SOUND" if property.types().iter().any(|one| one == "X-IRMC-N") => {
                self.names.read_as(&property.parts(guess))
            }
            "NICKNAME" => self.names.nick(text()),
            "SORT-STRING" => self.names.sort = Some(text()),
            "X-PHONETIC-FIRST-NAME" => self.names.reading_given = Some(text()),
            "X-PHONETIC-MIDDLE-NAME" => self.names.reading_middle = Some(text()),
            "X-PHONETIC-LAST-NAME" => self.names.reading_surname = Some(text()),
            _ => return false,
        }
        true
    }

    /// Takes superiors and birthdays, which every maker writes another way; `false`: it is neither.
    fn told(
        &mut self,
        property: &Property<'_>,
        guess: &'static Encoding,
        left_out: &mut BTreeMap<String, u32>,
    ) -> bool {
        let text = || short(&property.text(guess));
        let calendar = property.param("CALSCALE").map(str::to_ascii_lowercase);
        match (property.name(), calendar.as_deref()) {
            ("X-MS-MANAGER" | "X-MANAGER" | "X-EVOLUTION-MANAGER" | "X-KADDRESSBOOK-X-MANAGERSNAME", _) => {
                self.add(Superior, text(), property);
            }
            ("RELATED", _) => self.beside(Superior, text(), Relation::Related, property),
            ("X-ABRELATEDNAMES", _) => self.beside(Superior, text(), Relation::AppleName, property),
            ("X-ABDATE", _) => {
                let value = Value::of(birth::lunar(&text()), property, Some(Relation::AppleDay));
                self.keep(Birthday, Value { preferred: true, ..value });
            }
            ("BDAY", None | Some("gregorian")) => self.add(Birthday, birth::month_and_day(&text()), property),
            ("BDAY" | "X-ALTBDAY" | "ALTBDAY", Some("chinese")) => self.lunar(&text(), property),
            (name, None) if name.starts_with("X-") && birth::is_lunar_birthday(name) => self.lunar(&text(), property),
            ("X-ANDROID-CUSTOM" | "X-MIUI-CUSTOM", _) => self.android(&property.parts(guess), property, left_out),
            _ => return false,
        }
        true
    }

    /// A line that is no property: the rest of a note, or a broken line.
    pub fn loose(&mut self, line: &[u8], guess: &'static Encoding) {
        let text = std::str::from_utf8(line)
            .map_or_else(|_| guess.decode_without_bom_handling(line).0.into_owned(), str::to_owned);
        match self.values.iter_mut().rfind(|one| one.0 == Note).filter(|_| self.in_note) {
            Some((_, note)) if note.text.len() < 4 * MOST_CHARS => {
                note.text.push('\n');
                note.text.push_str(&short(text.trim()));
            }
            Some(_) => {}
            None => self.broken = true,
        }
    }

    fn add(&mut self, field: PeopleField, text: String, property: &Property<'_>) {
        self.keep(field, Value::of(text, property, None));
    }

    fn beside(&mut self, field: PeopleField, text: String, relation: Relation, property: &Property<'_>) {
        self.keep(field, Value::of(text, property, Some(relation)));
    }

    fn keep(&mut self, field: PeopleField, value: Value) {
        let known = self.values.iter().filter(|one| one.0 == field);
        if !value.text.is_empty() && known.count() < MOST_VALUES {
            self.values.push((field, value));
        }
    }

    /// Of two birthdays the lunar one is kept by hand, and is the one that is celebrated.
    fn lunar(&mut self, text: &str, property: &Property<'_>) {
        let value = Value::of(birth::lunar(text), property, None);
        self.keep(Birthday, Value { preferred: true, ..value });
    }

    fn organisation(&mut self, parts: &[String], left_out: &mut BTreeMap<String, u32>) {
        let mut parts = parts.iter().map(|one| short(one)).filter(|one| !one.is_empty());
        let Some(company) = parts.next() else { return };
        if self.values.iter().any(|one| one.0 == Company) {
            return leave_out(left_out, "ORG");
        }
        self.values.push((Company, Value::whole(company)));
        let unit = parts.collect::<Vec<_>>().join("/");
        if !unit.is_empty() {
            self.values.push((Unit, Value::whole(unit)));
        }
    }

    fn address(&mut self, parts: &[String], property: &Property<'_>) {
        let line = place::in_one_line(parts);
        let label = || property.param("LABEL").map(|one| short(&one.replace("\\n", " ").replace("^n", " ")));
        self.add(WorkAddress, Some(line).filter(|one| !one.is_empty()).or_else(label).unwrap_or_default(), property);
    }

    fn label(&mut self, text: String, property: &Property<'_>) {
        let (types, is_office) = (property.types(), self.label.as_ref().is_some_and(|one| one.1));
        let says = |kind: &str| types.iter().any(|one| one == kind);
        if !says("HOME") && (self.label.is_none() || says("WORK") && !is_office) {
            self.label = Some((text, says("WORK")));
        }
    }

    /// `vnd.android.cursor.item/nickname;…`, `…/contact_event;1985-05-12;3`, `…/relation;样例一;7`.
    fn android(&mut self, parts: &[String], property: &Property<'_>, left_out: &mut BTreeMap<String, u32>) {
        /// What the address book calls a birthday, and a superior.
        const BIRTHDAY: &str = "3";
        const MANAGER: &str = "7";
        let part = |at: usize| parts.get(at).map_or("", String::as_str);
        let kind = part(0).rsplit('/').next().unwrap_or_default();
        match kind {
            "nickname" => self.names.nick(short(part(1))),
            "contact_event" if part(2) == BIRTHDAY => self.add(Birthday, birth::month_and_day(part(1)), property),
            "contact_event" if birth::is_lunar_birthday(part(3)) => self.lunar(part(1), property),
            "lunarBirthday" => self.lunar(part(1), property),
            "relation" if part(2) == MANAGER || is_superior(&part(3).to_uppercase()) => {
                self.add(Superior, short(part(1)), property);
            }
            _ => leave_out(left_out, &format!("{} {}", property.name(), kind.to_uppercase())),
        }
    }

    fn photograph(&mut self, property: &Property<'_>) {
        if self.photo.is_none() && !property.is_blank() {
            self.photo = Some(photo::bytes_of(property));
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(MOST_CHARS).collect()
}

/// A number as one dials it: without the form of a link, its extension behind the word for it.
fn dialled(text: &str) -> String {
    let text = text.get(..4).filter(|one| one.eq_ignore_ascii_case("tel:")).map_or(text, |_| &text[4..]);
    let at = text.find([',', ';', 'p', 'P', 'w', 'W']).filter(|at| *at >= 5);
    let Some((number, rest)) = at.map(|at| text.split_at(at)) else { return text.to_owned() };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let plain = rest.chars().all(|one| one.is_ascii_digit() || ",;pPwWext= ".contains(one));
    if plain && (1..=6).contains(&digits.len()) { format!("{number}转{digits}") } else { text.to_owned() }
}
