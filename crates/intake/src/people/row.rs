//! One row: each mapped cell becomes a value of its field or a problem.

use crate::people::clean::{self, Clean, clean, is_asked_none, is_nothing, parts, split_brackets};
use crate::people::contact::{self, Number};
use crate::people::date;
use crate::people::field::PeopleField;
use crate::people::list::{PersonRow, SeatSaid};
use crate::people::problem::{Problem, ProblemCode, ProblemColumn};
use crate::people::words::{self, Part, Reading};

/// Longest name. Longer ones are a sign of shifted columns, and no map can show them.
pub const MAX_NAME_CHARS: usize = 80;
/// Longest short text: units, titles, schools.
const MAX_TEXT_CHARS: usize = 200;
/// Longest note.
const MAX_NOTE_CHARS: usize = 4_000;
/// Characters of a value shown in a problem.
const SHOWN_CHARS: usize = 40;

/// A mapped column.
pub(super) struct Column {
    pub column: usize,
    pub field: PeopleField,
    pub place: ProblemColumn,
    /// The file itself says what stands in it: a card, not a list somebody laid out.
    pub certain: bool,
}

/// A row in work, with what superior resolution needs later.
pub(super) struct Draft {
    /// Aside: it is large, and drafts are moved about.
    pub row: Box<PersonRow>,
    /// The superior as written, cleaned.
    pub superior: Option<String>,
    pub problems: Vec<Problem>,
    /// The name cell said something, if only that the name is unknown.
    name_said: bool,
}

impl Draft {
    /// Reads the mapped cells of one row; `None` if all are blank.
    pub fn read<'a>(number: u32, columns: &[Column], cell: impl Fn(&Column) -> &'a str) -> Option<Self> {
        let mut draft =
            Self { row: Box::new(PersonRow::blank(number)), superior: None, problems: Vec::new(), name_said: false };
        let mut any = false;
        for column in columns {
            let raw = cell(column);
            if !raw.trim().is_empty() {
                any |= draft.cell(column, raw);
            }
        }
        if !any {
            return None;
        }
        draft.finish();
        Some(draft)
    }

    /// Whether an error keeps the row out.
    pub fn refused(&self) -> bool {
        self.problems.iter().any(|one| one.severity == crate::people::Severity::Error)
    }

    /// Notes a problem in a column.
    pub fn problem(&mut self, column: Option<&Column>, code: ProblemCode, value: Option<&str>, rows: Vec<u32>) {
        self.problems.push(Problem {
            row: self.row.row,
            column: column.map(|one| one.place.clone()),
            code,
            severity: code.severity(),
            value: value.map(|text| text.chars().take(SHOWN_CHARS).collect()),
            rows,
        });
    }

    /// Reads one cell; `false` if it says nothing at all.
    fn cell(&mut self, column: &Column, raw: &str) -> bool {
        let Clean { text, marks } = clean(raw, column.field == PeopleField::Note || column.field.takes_several());
        if marks {
            self.problem(Some(column), ProblemCode::MarksRemoved, None, Vec::new());
        }
        if text.is_empty() {
            return false;
        }
        if is_formula_error(&text) {
            self.problem(Some(column), ProblemCode::FormulaError, Some(&text), Vec::new());
            return true;
        }
        match column.field {
            PeopleField::Name | PeopleField::NameEn | PeopleField::Surname | PeopleField::Given => {
                self.name(column, &text)
            }
            PeopleField::Hobby if is_asked_none(&text) => self.row.hobbies = Some(Vec::new()),
            PeopleField::Diet if is_asked_none(&text) => self.row.diet = Some(Vec::new()),
            _ if is_nothing(&text) => return false,
            PeopleField::Mobile | PeopleField::Phone => self.number(column, &text),
            PeopleField::Email => self.email(column, &text),
            PeopleField::Role | PeopleField::Function => self.roles(column, &text),
            PeopleField::Attitude => {
                self.row.attitude = self.level(column, &text, words::attitude(&text), ProblemCode::AttitudeUnreadable);
            }
            PeopleField::Power => {
                self.row.power = self.level(column, &text, words::level(&text), ProblemCode::LevelUnreadable);
            }
            PeopleField::Influence => {
                self.row.influence = self.level(column, &text, words::level(&text), ProblemCode::LevelUnreadable);
            }
            PeopleField::Relation => {
                self.row.relation = self.level(column, &text, words::relation(&text), ProblemCode::RelationUnreadable);
            }
            PeopleField::Rank => {
                self.row.rank = match words::rank(&text) {
                    // The crosswalk of state ranks is the product's, not the user's loose word.
                    Reading::Loose(rank) => Some(rank),
                    other => self.level(column, &text, other, ProblemCode::RankUnreadable),
                };
            }
            PeopleField::LastTouch => {
                self.row.last_touch = date::read_day(&text);
                self.unreadable_if(self.row.last_touch.is_none(), column, ProblemCode::DateUnreadable, &text);
            }
            PeopleField::Birthday => {
                self.row.birthday = date::read_birthday(&text);
                self.unreadable_if(self.row.birthday.is_none(), column, ProblemCode::BirthdayUnreadable, &text);
            }
            _ => self.text(column, &text),
        }
        true
    }

    fn unreadable_if(&mut self, bad: bool, column: &Column, code: ProblemCode, text: &str) {
        if bad {
            self.problem(Some(column), code, Some(text), Vec::new());
        }
    }

    fn name(&mut self, column: &Column, text: &str) {
        if text.chars().count() > MAX_NAME_CHARS {
            self.name_said = true;
            return self.problem(Some(column), ProblemCode::NameTooLong, Some(text), Vec::new());
        }
        if column.field == PeopleField::Name {
            self.name_said = true;
            if words::is_vacant(text) {
                self.row.said = SeatSaid::Vacant;
                return;
            }
            if words::is_unknown_holder(text) || is_nothing(text) {
                self.name_said = !is_nothing(text);
                return;
            }
        } else if is_nothing(text) {
            return;
        }
        let name = clean::name(text);
        let chinese = name.chars().any(clean::is_han);
        match column.field {
            PeopleField::Name if chinese => self.row.name = Some(name),
            PeopleField::Name => self.row.name_en = Some(name),
            PeopleField::NameEn if chinese && self.row.name.is_none() => self.row.name = Some(name),
            PeopleField::NameEn => self.row.name_en = Some(name),
            PeopleField::Surname => self.row.surname = Some(name),
            _ => self.row.given = Some(name),
        }
    }

    fn number(&mut self, column: &Column, text: &str) {
        let mobile = column.certain && column.field == PeopleField::Mobile;
        for one in &contact::numbers(text, column.certain) {
            match contact::number(one) {
                // Abroad only the column tells them apart.
                Number::Mobile(number) if number.starts_with('+') && column.field == PeopleField::Phone => {
                    add(&mut self.row.phones, number);
                }
                Number::Mobile(number) => add(&mut self.row.mobiles, number),
                // As it is dialled abroad, only the card can say what it is.
                Number::Landline(number) if mobile && !contact::is_mainland_landline(&number) => {
                    add(&mut self.row.mobiles, number);
                }
                Number::Landline(number) => add(&mut self.row.phones, number),
                Number::DigitsLost => self.problem(Some(column), ProblemCode::PhoneDigitsLost, Some(one), Vec::new()),
                Number::Unreadable => self.problem(Some(column), ProblemCode::PhoneUnreadable, Some(one), Vec::new()),
            }
        }
    }

    /// A line in which every part has its sign is several addresses; any other is one, good or not.
    fn email(&mut self, column: &Column, text: &str) {
        let split = |line| -> Vec<&str> {
            let all: Vec<&str> =
                str::split(line, [';', '；', ',', '，', ' ', '、']).filter(|one| !one.is_empty()).collect();
            let several = all.len() > 1 && all.iter().all(|one| one.contains(['@', '＠']));
            if several { all } else { vec![line] }
        };
        for one in text.split('\n').filter(|one| !one.trim().is_empty()).flat_map(split) {
            match contact::email(one) {
                Some(mail) => add(&mut self.row.emails, mail),
                None => self.problem(Some(column), ProblemCode::EmailUnreadable, Some(one), Vec::new()),
            }
        }
    }

    fn roles(&mut self, column: &Column, text: &str) {
        for part in parts(text) {
            match words::role(&part) {
                Some(Part::Role(role)) if !self.row.roles.contains(&role) => self.row.roles.push(role),
                Some(Part::Function(one)) if !self.row.functions.contains(&one) => self.row.functions.push(one),
                Some(_) => {}
                None => self.problem(Some(column), ProblemCode::RoleUnreadable, Some(&part), Vec::new()),
            }
        }
    }

    fn level<T>(&mut self, column: &Column, text: &str, reading: Reading<T>, bad: ProblemCode) -> Option<T> {
        match reading {
            Reading::Level(value) => Some(value),
            Reading::Loose(value) => {
                self.problem(Some(column), ProblemCode::WordLoose, Some(text), Vec::new());
                Some(value)
            }
            Reading::Unknown => None,
            Reading::Unreadable => {
                self.problem(Some(column), bad, Some(text), Vec::new());
                None
            }
        }
    }

    fn text(&mut self, column: &Column, text: &str) {
        let limit = if column.field == PeopleField::Note { MAX_NOTE_CHARS } else { MAX_TEXT_CHARS };
        // Of several values each has the limit.
        let values = if column.field.takes_several() { '\n' } else { '\0' };
        if text.split(values).any(|one| one.chars().count() > limit) {
            return self.problem(Some(column), ProblemCode::ValueTooLong, Some(text), Vec::new());
        }
        let row = &mut self.row;
        let one = Some(text.to_string());
        match column.field {
            PeopleField::Address => row.address = one,
            PeopleField::Unit => row.unit = one,
            PeopleField::Title => row.title = one,
            PeopleField::Superior => self.superior = one,
            PeopleField::Owner => row.owners = parts(text).iter().map(|one| our_name(one)).collect(),
            PeopleField::Backup => row.backup = Some(our_name(text)),
            PeopleField::Sponsor => row.sponsor = Some(our_name(text)),
            PeopleField::NativePlace => row.native_place = one,
            PeopleField::Dialect => row.dialects = parts(text),
            PeopleField::School => row.schools = parts(text),
            PeopleField::Employer => row.employers = parts(text),
            PeopleField::Profession => row.profession = one,
            PeopleField::Hobby => row.hobbies = Some(parts(text)),
            PeopleField::Diet => row.diet = Some(parts(text)),
            PeopleField::Note => row.note = one,
            PeopleField::Ref => row.external_ref = one,
            PeopleField::Company => row.company = one,
            PeopleField::Pronunciation => row.pronunciation = one,
            PeopleField::Messenger => text
                .split(['\n', '、', ';', '；'])
                .map(str::trim)
                .filter(|one| !one.is_empty())
                .for_each(|one| add(&mut row.messengers, one.to_string())),
            PeopleField::WorkAddress => text.split('\n').for_each(|one| add(&mut row.work_addresses, one.to_string())),
            PeopleField::Uid => row.uid = one,
            PeopleField::Photo => row.photo = true,
            // Read by their own functions above.
            _ => {}
        }
    }

    /// Puts the name together and decides what the row is.
    fn finish(&mut self) {
        let row = &mut self.row;
        if row.name.is_none() && row.name_en.is_none() {
            compose_name(row);
        }
        if row.any_name().is_some() {
            row.said = SeatSaid::Held;
        } else if self.refused() {
            // A name too long is problem enough.
        } else if self.row.title.is_none() {
            self.problem(None, ProblemCode::RowWithoutPerson, None, Vec::new());
        } else if !self.name_said {
            self.problem(None, ProblemCode::NameMissing, None, Vec::new());
        }
    }
}

/// Each value once.
fn add(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// Surname and given name in the order of their script.
fn compose_name(row: &mut PersonRow) {
    let (surname, given) = (row.surname.as_deref().unwrap_or(""), row.given.as_deref().unwrap_or(""));
    if surname.is_empty() && given.is_empty() {
        return;
    }
    if surname.chars().chain(given.chars()).any(clean::is_han) {
        row.name = Some(format!("{surname}{given}"));
    } else {
        row.name_en = Some(format!("{given} {surname}").trim().to_string());
    }
}

/// One of ours: without the bracketed post, blanks of padding taken out.
fn our_name(text: &str) -> String {
    let (outside, _) = split_brackets(text);
    clean::name(if outside.is_empty() { text } else { &outside })
}

fn is_formula_error(text: &str) -> bool {
    matches!(text, "#REF!" | "#N/A" | "#NAME?" | "#VALUE!" | "#DIV/0!" | "#NULL!" | "#NUM!" | "#SPILL!" | "#CALC!")
}
