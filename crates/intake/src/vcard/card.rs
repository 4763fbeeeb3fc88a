//! One card: its properties as cells. Owns: which property goes to which column, and what of them is no business of ours.
//! Deliberately absent: reading numbers and days (every list does that the same way, later).

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::column::{self, WIDTH, leave_out};
use super::name::{Names, is_address};
use super::photo::{self, Photos};
use super::property::Property;
use super::{birth, place};
use crate::people::PeopleField::{self, *};
use crate::people::ProblemCode;
use crate::{CardPhoto, Cards, Fault};

/// Characters of a cell kept: more than any field takes, so that the reader of the rows can say it was too much.
const MOST_CHARS: usize = 5_000;
/// Values of one kind kept.
const MOST_VALUES: usize = 50;
/// Properties that say nothing about the person.
const TECHNICAL: [&str; 24] = [
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
    "SORT-STRING",
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
    names: Names,
    values: Vec<(PeopleField, Value)>,
    /// Labels that people gave to a group of lines.
    labels: BTreeMap<String, String>,
    /// A label of an address, for cards that have no address in parts.
    label: Option<String>,
    role: Option<String>,
    photo: Option<Result<Vec<u8>, ProblemCode>>,
    /// A company, a group, a place.
    nobody: bool,
    broken: bool,
    /// The line before was a note: bare lines after it belong to it.
    in_note: bool,
}

struct Value {
    text: String,
    preferred: bool,
    group: Option<String>,
    types: Vec<String>,
}

impl Value {
    fn of(text: String, property: &Property<'_>) -> Self {
        let group = property.group().map(str::to_owned);
        Self { text, preferred: property.is_preferred(), group, types: property.types() }
    }

    fn is(&self, words: &[&str]) -> bool {
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
        if property.is_blank() {
            return;
        }
        let text = || short(&property.text(guess));
        match property.name() {
            "FN" => self.names.full = self.names.full.take().or_else(|| Some(text())),
            "N" => self.names.parts(&property.parts(guess)),
            "NICKNAME" => self.names.nick = Some(text()),
            "X-PHONETIC-FIRST-NAME" => self.names.reading_given = Some(text()),
            "X-PHONETIC-LAST-NAME" => self.names.reading_surname = Some(text()),
            "ORG" => self.organisation(&property.parts(guess)),
            "TITLE" => self.add(Title, text(), &property),
            "ROLE" => self.role = Some(text()),
            "X-MS-MANAGER" | "X-MANAGER" | "X-EVOLUTION-MANAGER" => self.add(Superior, text(), &property),
            "TEL" => self.add(Phone, dialled(&text()), &property),
            "EMAIL" => self.add(Email, text(), &property),
            "ADR" => self.add(WorkAddress, place::in_one_line(&property.parts(guess)), &property),
            "LABEL" if !property.types().iter().any(|one| one == "HOME") => self.label = Some(text()),
            "BDAY" if property.param("CALSCALE").is_none_or(|one| one.eq_ignore_ascii_case("gregorian")) => {
                self.add(Birthday, birth::month_and_day(&text()), &property);
            }
            "NOTE" => self.add(Note, text(), &property),
            "UID" => self.add(Uid, text(), &property),
            "X-ABLABEL" => {
                let (group, label) = (property.group().unwrap_or_default().to_owned(), text().to_uppercase());
                self.labels.insert(group, label);
            }
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.nobody |= !text().eq_ignore_ascii_case("individual"),
            "X-ABSHOWAS" => self.nobody |= text().eq_ignore_ascii_case("COMPANY"),
            "X-ANDROID-CUSTOM" => self.android(&property.parts(guess), &property, left_out),
            known if TECHNICAL.contains(&known) || known == "LABEL" => {}
            other => leave_out(left_out, other),
        }
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
        let known = self.values.iter().filter(|one| one.0 == field);
        if !text.is_empty() && known.count() < MOST_VALUES {
            self.values.push((field, Value::of(text, property)));
        }
    }

    fn organisation(&mut self, parts: &[String]) {
        let mut parts = parts.iter().map(|one| short(one)).filter(|one| !one.is_empty());
        let whole = |text: String| Value { text, preferred: false, group: None, types: Vec::new() };
        if let Some(company) = parts.next().filter(|_| !self.values.iter().any(|one| one.0 == Company)) {
            self.values.push((Company, whole(company)));
            let unit = parts.collect::<Vec<_>>().join("/");
            if !unit.is_empty() {
                self.values.push((Unit, whole(unit)));
            }
        }
    }

    /// `vnd.android.cursor.item/nickname;…` and `vnd.android.cursor.item/contact_event;1985-05-12;3`.
    fn android(&mut self, parts: &[String], property: &Property<'_>, left_out: &mut BTreeMap<String, u32>) {
        /// What the address book calls a birthday.
        const BIRTHDAY: &str = "3";
        let part = |at: usize| parts.get(at).map_or("", String::as_str);
        let kind = part(0).rsplit('/').next().unwrap_or_default();
        match kind {
            "nickname" => self.names.nick = Some(short(part(1))),
            "contact_event" if part(2) == BIRTHDAY => self.add(Birthday, birth::month_and_day(part(1)), property),
            _ => leave_out(left_out, &format!("X-ANDROID-CUSTOM {}", kind.to_uppercase())),
        }
    }

    fn photograph(&mut self, property: &Property<'_>) {
        if self.photo.is_none() && !property.is_blank() {
            self.photo = Some(photo::bytes_of(property));
        }
    }

    /// The cells of the card, its faults and what is beside them.
    pub fn cells(
        mut self,
        row: u32,
        photos: &mut Photos<'_>,
        faults: &mut Vec<Fault>,
        cards: &mut Cards,
    ) -> Vec<String> {
        let mut cells = vec![String::new(); WIDTH];
        let mut put = |field: PeopleField, text: String| {
            if let Some(cell) = column::at(field).and_then(|at| cells.get_mut(at)) {
                *cell = text;
            }
        };
        let mut values: Vec<(PeopleField, Value)> = std::mem::take(&mut self.values);
        values.sort_by_key(|one| !one.1.preferred);
        let company = values.iter().find(|one| one.0 == Company).map(|one| one.1.text.clone());
        let title = values.iter().any(|one| one.0 == Title);
        let mut lists: BTreeMap<PeopleField, Vec<String>> = BTreeMap::new();
        for (field, value) in values {
            let field = match self.place_of(field, &value) {
                Ok(field) => field,
                Err(name) => {
                    leave_out(&mut cards.left_out, name);
                    continue;
                }
            };
            let list = lists.entry(field).or_default();
            // One post, one birthday: a card that names several means the first.
            if list.is_empty() || field.takes_several() || field == Note {
                list.push(if field.takes_several() { value.text.replace('\n', " ") } else { value.text });
            }
        }
        lists.entry(Title).or_insert_with(|| self.role.take().filter(|_| !title).into_iter().collect());
        lists
            .entry(WorkAddress)
            .or_insert_with(|| self.label.take().map(|one| one.replace('\n', " ")).into_iter().collect());
        let found = self.names.cells(company.as_deref());
        self.nobody |= found.of_company;
        for (field, text) in lists.into_iter().map(|(field, list)| (field, list.join("\n"))).chain(found.cells) {
            put(field, text);
        }
        let mut fault =
            |column: Option<usize>, code: ProblemCode| faults.push(Fault { row, column, code, value: None });
        match self.photo.map(|one| one.and_then(|bytes| photos.kept(&bytes))) {
            None => {}
            Some(Ok(None)) => leave_out(&mut cards.left_out, "PHOTO"),
            Some(Ok(Some(jpeg))) => {
                put(Photo, "JPEG".into());
                cards.photos.push(CardPhoto { row, jpeg });
            }
            Some(Err(code)) => fault(column::at(Photo), code),
        }
        if self.nobody {
            fault(None, ProblemCode::CardOfNobody);
        }
        if self.broken {
            fault(None, ProblemCode::CardLineUnreadable);
        }
        cells
    }

    /// The column of a value by its kind and label; `Err`: under which name it is counted instead.
    fn place_of(&self, field: PeopleField, value: &Value) -> Result<PeopleField, &'static str> {
        let label = value.group.as_ref().and_then(|one| self.labels.get(one)).map_or("", String::as_str);
        let labelled = |words: &[&str]| words.iter().any(|one| label.contains(one));
        match field {
            Phone
                if value.is(&["FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE"]) || labelled(&["FAX", "PAGER", "传真"]) =>
            {
                Err("TEL FAX")
            }
            Phone
                if value.is(&["CELL", "MOBILE", "IPHONE"])
                    || labelled(&["MOBILE", "IPHONE", "CELL", "手机", "移动"]) =>
            {
                Ok(Mobile)
            }
            // Where somebody lives is no business of ours.
            WorkAddress if value.is(&["HOME"]) || labelled(&["HOME", "家", "住宅"]) => Err("ADR HOME"),
            Email if !is_address(&value.text) && value.is(&["X400", "TLX"]) => Err("EMAIL X400"),
            other => Ok(other),
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
