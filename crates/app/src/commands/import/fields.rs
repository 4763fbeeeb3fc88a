//! What a list and the records say of one person, field by field, in a form that can be compared.
//!
//! Deliberately absent: choosing between the two; proposals are made in `pairs`, the choice is the user's.

use std::collections::BTreeMap;

use domain::engine::places::full_place_name;
use domain::scene::Wording;
use domain::*;
use intake::people::{PeopleField, PersonRow};

use crate::commands::place::kept_or_asked;
use crate::words::Speech;

/// Values by field; a field with no values was not said. Asked and none is one empty text.
pub(super) type Values = BTreeMap<PeopleField, Vec<String>>;

/// Fields that are compared, in the order they are shown.
pub(super) const COMPARED: [PeopleField; 26] = [
    PeopleField::Name,
    PeopleField::NameEn,
    PeopleField::Pronunciation,
    PeopleField::Address,
    PeopleField::Unit,
    PeopleField::Title,
    PeopleField::Rank,
    PeopleField::Superior,
    PeopleField::Mobile,
    PeopleField::Phone,
    PeopleField::Email,
    PeopleField::Messenger,
    PeopleField::WorkAddress,
    PeopleField::Ref,
    PeopleField::Owner,
    PeopleField::Role,
    PeopleField::Attitude,
    PeopleField::NativePlace,
    PeopleField::Dialect,
    PeopleField::School,
    PeopleField::Employer,
    PeopleField::Profession,
    PeopleField::Hobby,
    PeopleField::Diet,
    PeopleField::Birthday,
    PeopleField::Note,
];

/// Fields that hold several values beside each other: taking those of the file adds what is missing.
pub(super) fn holds_several(field: PeopleField) -> bool {
    use PeopleField as F;
    matches!(field, F::Dialect | F::School | F::Employer | F::Hobby | F::Diet)
}

/// Whether the one value of a list stands against the one known; otherwise it is added beside what is there.
pub(super) fn stands_against(field: PeopleField, known: usize, listed: usize) -> bool {
    !holds_several(field) && (!field.takes_several() || known <= 1 && listed <= 1)
}

/// Fields a list may fill and never replace: who answers for a seat and its part in the decision are worked on here.
pub(super) fn only_fills(field: PeopleField) -> bool {
    matches!(field, PeopleField::Owner | PeopleField::Role)
}

/// The kind of fact a field becomes.
pub(crate) fn kind_of(field: PeopleField) -> Option<FactKind> {
    use {FactKind as K, PeopleField as F};
    Some(match field {
        F::Title => K::Position,
        F::Mobile => K::Mobile,
        F::Phone => K::Phone,
        F::Email => K::Email,
        F::Messenger => K::Messenger,
        F::WorkAddress => K::WorkAddress,
        F::NativePlace => K::NativePlace,
        F::Dialect => K::Dialect,
        F::School => K::School,
        F::Employer => K::Employer,
        F::Profession => K::Profession,
        F::Hobby => K::Hobby,
        F::Diet => K::Diet,
        F::Note => K::Note,
        _ => return None,
    })
}

/// What a row says.
pub(super) fn of_row(row: &PersonRow) -> Values {
    use PeopleField as F;
    let mut values = Values::new();
    let mut one = |field: F, value: Option<String>| {
        values.extend(value.filter(|text| !text.is_empty()).map(|text| (field, vec![text])));
    };
    one(F::Name, row.name.clone());
    one(F::NameEn, row.name_en.clone());
    one(F::Address, row.address.clone());
    one(F::Unit, row.unit.clone());
    one(F::Title, row.title.clone());
    one(F::Rank, row.rank.map(|rank| rank.to_string()));
    one(F::Pronunciation, row.pronunciation.clone());
    one(F::Ref, row.external_ref.clone());
    one(F::Attitude, row.attitude.map(|level| level.to_string()));
    one(F::NativePlace, row.native_place.clone().map(kept_or_asked));
    one(F::Profession, row.profession.clone());
    one(F::Birthday, row.birthday.map(birthday_text));
    one(F::Note, row.note.clone());
    let roles = row.roles.iter().map(|one| one.code().to_owned());
    let functions = row.functions.iter().map(|one| one.code().to_owned());
    let asked = |list: &Option<Vec<String>>| match list {
        Some(list) if list.is_empty() => vec![String::new()],
        Some(list) => list.clone(),
        None => Vec::new(),
    };
    let several: [(F, Vec<String>); 12] = [
        (F::Mobile, row.mobiles.clone()),
        (F::Phone, row.phones.clone()),
        (F::Email, row.emails.clone()),
        (F::Messenger, row.messengers.clone()),
        (F::WorkAddress, row.work_addresses.clone()),
        (F::Owner, row.owners.clone()),
        (F::Role, roles.chain(functions).collect()),
        (F::Dialect, row.dialects.clone()),
        (F::School, row.schools.clone()),
        (F::Employer, row.employers.clone()),
        (F::Hobby, asked(&row.hobbies)),
        (F::Diet, asked(&row.diet)),
    ];
    values.extend(several.into_iter().filter(|(_, list)| !list.is_empty()));
    values
}

/// Takes a field of one row over into another.
pub(super) fn copy(from: &PersonRow, to: &mut PersonRow, field: PeopleField) {
    use PeopleField as F;
    macro_rules! take {
        ($($name:ident),+) => {{ $(to.$name.clone_from(&from.$name);)+ }};
    }
    match field {
        F::Name => take!(name, surname, given),
        F::NameEn => take!(name_en),
        F::Address => take!(address),
        F::Unit => take!(unit),
        F::Title => take!(title),
        F::Rank => take!(rank),
        F::Mobile => numbers(&from.mobiles, &mut to.mobiles),
        F::Phone => numbers(&from.phones, &mut to.phones),
        F::Email => numbers(&from.emails, &mut to.emails),
        F::Messenger => add(&from.messengers, &mut to.messengers),
        F::WorkAddress => add(&from.work_addresses, &mut to.work_addresses),
        F::Pronunciation => take!(pronunciation),
        F::Ref => take!(external_ref),
        F::Owner => take!(owners, backup, sponsor),
        F::Role => take!(roles, functions, power, influence),
        F::Attitude => take!(attitude),
        F::NativePlace => take!(native_place),
        F::Profession => take!(profession),
        F::Birthday => take!(birthday),
        F::Note => take!(note),
        F::Dialect => add(&from.dialects, &mut to.dialects),
        F::School => add(&from.schools, &mut to.schools),
        F::Employer => add(&from.employers, &mut to.employers),
        F::Hobby => add(from.hobbies.as_deref().unwrap_or_default(), to.hobbies.get_or_insert_default()),
        F::Diet => add(from.diet.as_deref().unwrap_or_default(), to.diet.get_or_insert_default()),
        // Parts of others, or no value of a person.
        F::Surname
        | F::Given
        | F::Superior
        | F::Function
        | F::Power
        | F::Influence
        | F::Relation
        | F::Backup
        | F::Sponsor
        | F::LastTouch
        | F::Company
        | F::Uid
        | F::Photo => {}
    }
}

/// One for one is replaced; several are put beside each other.
fn numbers(from: &[String], to: &mut Vec<String>) {
    if from.len() <= 1 && to.len() <= 1 {
        to.clear();
    }
    add(from, to);
}

fn add(from: &[String], to: &mut Vec<String>) {
    for one in from {
        if !to.contains(one) {
            to.push(one.clone());
        }
    }
}

/// `solar-5-12`, `lunar-5-12-leap`.
pub(super) fn birthday_text(day: Birthday) -> String {
    let leap = if day.leap { "-leap" } else { "" };
    format!("{}-{}-{}{leap}", day.calendar.code(), day.month, day.day)
}

/// Whether what is known of a field (`a`) says what a list does (`b`), however they are written.
pub(super) fn alike(field: PeopleField, a: &str, b: &str) -> bool {
    match field {
        PeopleField::Mobile | PeopleField::Phone => number(a) == number(b),
        PeopleField::Email => a.eq_ignore_ascii_case(b),
        // A note that holds all the list says needs nothing of it: somebody may have written on.
        PeopleField::Note => folded(a).contains(&folded(b)),
        _ => a == b || folded(a) == folded(b),
    }
}

/// The digits of a number, without the country's prefix.
pub(super) fn number(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("86") {
        Some(rest) if digits.len() == 13 && rest.starts_with('1') => rest.to_owned(),
        _ => digits,
    }
}

/// A text as it is compared: without blanks, dots and case.
pub(super) fn folded(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '·' | '.' | '-' | '\'' | ','));
    plain.flat_map(char::to_lowercase).collect()
}

/// The values of a field in words.
pub(super) fn shown(field: PeopleField, values: &[String], speech: &Speech) -> String {
    let comma = speech.say("app-list-comma");
    let texts: Vec<String> = values.iter().map(|one| shown_one(field, one, speech)).collect();
    texts.join(&comma)
}

fn shown_one(field: PeopleField, value: &str, speech: &Speech) -> String {
    match field {
        PeopleField::Attitude => match value.parse::<i8>() {
            Ok(level) => speech.say(attitude_key(level)),
            Err(_) => value.to_owned(),
        },
        PeopleField::Role => match DecisionRole::from_code(value) {
            Some(role) => speech.label("code", role),
            None => InformalFunction::from_code(value).map_or(value.to_owned(), |one| speech.label("code", one)),
        },
        PeopleField::NativePlace => full_place_name(value, speech.lang()).unwrap_or_else(|| value.to_owned()),
        PeopleField::Birthday => birthday_words(value, speech),
        _ if value.is_empty() => speech.say("core-import-asked-none"),
        _ => value.to_owned(),
    }
}

fn attitude_key(level: i8) -> &'static str {
    match level {
        ..=-2 => "attitude-n2",
        -1 => "attitude-n1",
        0 => "attitude-0",
        1 => "attitude-1",
        2.. => "attitude-2",
    }
}

fn birthday_words(value: &str, speech: &Speech) -> String {
    let parts: Vec<&str> = value.split('-').collect();
    let [calendar, month, day, ..] = parts[..] else { return value.to_owned() };
    let key = match (calendar, parts.len()) {
        ("lunar", 4) => "app-birthday-lunar-leap",
        ("lunar", _) => "app-birthday-lunar",
        _ => "app-birthday-solar",
    };
    speech.text(key, &[("month", month.to_owned()), ("day", day.to_owned())])
}
