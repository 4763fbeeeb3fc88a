//! The tables of `data/`, read once. Deliberately absent: choosing between names.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A place of today: code, short name (`夹江`), rest of the full name (`县`), Latin name.
#[derive(Debug)]
pub(super) struct Place {
    pub code: &'static str,
    pub short: &'static str,
    pub rest: &'static str,
    pub latin: &'static str,
}

impl Place {
    /// Two digits of a province, four of a city, six of a county: what codes of places inside it begin with.
    pub(super) fn scope(&self) -> &'static str {
        match self.code {
            code if code.ends_with("0000") => &code[..2],
            code if code.ends_with("00") => &code[..4],
            code => code,
        }
    }
}

/// A place as it was called or numbered once. Empty where today's tells the same.
#[derive(Debug)]
pub(super) struct Former {
    pub code: &'static str,
    pub today: &'static str,
    pub name: &'static str,
}

type Row = (&'static str, &'static str, &'static str);

fn rows(text: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    text.lines().map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let place = |[code, short, rest, latin]: [&'static str; 4]| Place { code, short, rest, latin };
    rows(include_str!("../../../data/places.tsv")).map(place).collect()
});
static FORMER: LazyLock<Vec<Former>> = LazyLock::new(|| {
    let former = |[code, today, name, _]: [&'static str; 4]| Former { code, today, name };
    rows(include_str!("../../../data/former.tsv")).map(former).collect()
});
static COUNTRIES: LazyLock<Vec<Row>> = LazyLock::new(|| {
    rows(include_str!("../../../data/countries.tsv")).map(|[code, zh, en, _]| (code, zh, en)).collect()
});
static DIALECTS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    rows(include_str!("../../../data/dialects.tsv")).map(|[code, zh, en, _]| (code, zh, en)).collect()
});

/// Rows by the first character of a name: a list of thousands is read against thousands of places.
fn by_first<T>(rows: &'static [T], name: impl Fn(&T) -> &'static str) -> HashMap<char, Vec<&'static T>> {
    let mut found: HashMap<char, Vec<&'static T>> = HashMap::new();
    for row in rows {
        if let Some(first) = name(row).chars().next() {
            found.entry(first).or_default().push(row);
        }
    }
    found
}
static PLACES_BY_FIRST: LazyLock<HashMap<char, Vec<&'static Place>>> =
    LazyLock::new(|| by_first(&PLACES, |one| one.short));
static FORMER_BY_FIRST: LazyLock<HashMap<char, Vec<&'static Former>>> =
    LazyLock::new(|| by_first(&FORMER, |one| one.name));

fn beginning<T>(index: &'static HashMap<char, Vec<&'static T>>, text: &str) -> &'static [&'static T] {
    text.chars().next().and_then(|first| index.get(&first)).map_or(&[], Vec::as_slice)
}

/// Every place of today, by code.
pub(super) fn places() -> &'static [Place] {
    &PLACES
}

/// Places of today whose short name begins as the text does, by code.
pub(super) fn places_like(text: &str) -> &'static [&'static Place] {
    beginning(&PLACES_BY_FIRST, text)
}

/// Every former name and code.
#[cfg(test)]
pub(super) fn formers() -> &'static [Former] {
    &FORMER
}

/// Former names that begin as the text does.
pub(super) fn formers_like(text: &str) -> &'static [&'static Former] {
    beginning(&FORMER_BY_FIRST, text)
}

/// Every country.
pub(super) fn countries() -> &'static [Row] {
    &COUNTRIES
}

/// The dialects there are codes for, with their Chinese and English names, in the order of their codes.
pub fn dialects() -> &'static [Row] {
    &DIALECTS
}

/// The place with this code, if it is one of today's.
pub(super) fn place(code: &str) -> Option<&'static Place> {
    PLACES.binary_search_by_key(&code, |one| one.code).ok().map(|at| &PLACES[at])
}

/// Today's code of a place: the code itself, or that of the place a former code stood for. `None`: never a code we know.
pub fn today_code(code: &str) -> Option<&'static str> {
    if let Some(place) = place(code) {
        return Some(place.code);
    }
    FORMER.binary_search_by_key(&code, |one| one.code).ok().map(|at| FORMER[at].today)
}
