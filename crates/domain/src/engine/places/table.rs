//! The tables of `data/`, read once. Deliberately absent: choosing between names.

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

/// Every place of today, by code.
pub(super) fn places() -> &'static [Place] {
    &PLACES
}

/// Every former name and code.
pub(super) fn formers() -> &'static [Former] {
    &FORMER
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
