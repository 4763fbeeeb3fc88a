//! The catalogue: every text a person reads, in both languages, from the Fluent files in `locales/`.

use domain::engine::places::{dialect_name, language_name, place_name};
use domain::engine::{Param, Reason};
use domain::scene::Wording;
use domain::{Code, Day, Lang};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::names::{self, Directory};

include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// Both catalogues.
pub struct Words {
    zh_cn: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

/// One language of the catalogue.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    words: &'a Words,
    lang: Lang,
}

impl Default for Words {
    fn default() -> Self {
        Self::new()
    }
}

impl Words {
    /// Reads the catalogues that are built in.
    pub fn new() -> Self {
        Self { zh_cn: bundle("zh-CN", ZH_CN), en: bundle("en", EN) }
    }

    /// One language.
    pub fn speak(&self, lang: Lang) -> Speech<'_> {
        Speech { words: self, lang }
    }

    /// The name of an undo step.
    pub fn step(&self, lang: Lang, op: &str) -> String {
        self.speak(lang).say(&format!("step-{op}"))
    }

    /// What happened and what to do next, for an error.
    pub fn error(&self, lang: Lang, view: &crate::ErrorView) -> String {
        let args: Vec<_> = view.params.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        self.speak(lang).text(&format!("error-{}", view.code), &args)
    }
}

fn bundle(tag: &str, files: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for text in files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Wording for Speech<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        let bundle = match self.lang {
            Lang::ZhCn => &self.words.zh_cn,
            Lang::En => &self.words.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(name.to_string(), number_or_text(value));
        }
        bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned()
    }
}

/// Whole numbers are passed as numbers, so that plural forms work.
fn number_or_text(value: &str) -> FluentValue<'static> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

impl Speech<'_> {
    /// The language spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text without arguments.
    pub fn say(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// The label of a code: key `<prefix>-<code>`.
    pub fn label<C: Code>(&self, prefix: &str, code: C) -> String {
        self.say(&format!("{prefix}-{}", code.code()))
    }

    /// The choices of a closed list.
    pub fn choices<C: Code>(&self, prefix: &str) -> Vec<crate::wire::Choice> {
        let choice = |one: &C| crate::wire::Choice { code: one.code().into(), label: self.label(prefix, *one) };
        C::ALL.iter().map(choice).collect()
    }

    /// A reason in words.
    pub fn reason(&self, reason: &Reason, book: &Directory) -> String {
        self.reason_of("reason", reason, book)
    }

    /// A reason whose words stand in a catalogue of their own: key `<area>-<code>`.
    pub fn reason_of(&self, area: &str, reason: &Reason, book: &Directory) -> String {
        let args: Vec<_> = reason.params.iter().map(|(name, param)| (*name, self.param(param, book))).collect();
        self.text(&format!("{area}-{}", reason.code), &args)
    }

    fn param(&self, param: &Param, book: &Directory) -> String {
        let snapshot = book.snapshot;
        match param {
            Param::Int(number) => number.to_string(),
            Param::Number(number) => decimal(*number),
            Param::Text(text) => text.clone(),
            Param::Day(day) => self.day(*day),
            Param::Seat(id) => book.seat_name(*id, self),
            Param::Post(id) => book.seat_title(*id, self.lang),
            Param::Person(id) => {
                book.person(*id).map_or_else(|| self.say("app-unknown-person"), |one| names::person_name(one, self))
            }
            Param::Staff(id) => names::staff_name(snapshot, *id, self.lang),
            Param::Account(id) => {
                snapshot.account(*id).map_or_else(String::new, |one| names::account_name(one, self.lang))
            }
            Param::Unit(id) => snapshot
                .units
                .iter()
                .find(|one| one.id == *id)
                .map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, self.lang)),
            Param::Commitment(id) => snapshot
                .commitments
                .iter()
                .find(|one| one.id == *id)
                .map_or_else(String::new, |one| names::either(&one.text_zh, &one.text_en, self.lang)),
            Param::Complaint(id) => snapshot
                .complaints
                .iter()
                .find(|one| one.id == *id)
                .map_or_else(String::new, |one| names::either(&one.text_zh, &one.text_en, self.lang)),
            Param::Contract(id) => snapshot
                .contracts
                .iter()
                .find(|one| one.id == *id)
                .map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, self.lang)),
            Param::Incident(id) => snapshot
                .incidents
                .iter()
                .find(|one| one.id == *id)
                .map_or_else(String::new, |one| names::either(&one.text_zh, &one.text_en, self.lang)),
            Param::Place(code) => place_name(code, self.lang).unwrap_or_else(|| code.clone()),
            Param::Dialect(code) => dialect_name(code, self.lang).map_or_else(|| code.clone(), str::to_owned),
            Param::Language(code) => language_name(code, self.lang).map_or_else(|| code.clone(), str::to_owned),
            Param::Code(code) => self.say(&format!("code-{code}")),
        }
    }

    /// A day with its weekday: `12月4日 星期五`.
    pub fn day_with_weekday(&self, day: Day) -> String {
        use chrono::Datelike;
        let weekday = self.say(&format!("app-weekday-{}", day.weekday().number_from_monday()));
        self.text("app-day-weekday", &[("date", self.day(day)), ("weekday", weekday)])
    }

    /// A day with its year: `2026年11月20日`, `20 Nov 2026`.
    pub fn full_day(&self, day: Day) -> String {
        use chrono::Datelike;
        self.text("map-core-full-day", &[("day", self.day(day)), ("year", format!("{:04}", day.year()))])
    }

    /// A month with its year: `2026年11月`, `Nov 2026`.
    pub fn month(&self, day: Day) -> String {
        use chrono::Datelike;
        let month = self.say(&format!("app-month-{}", day.month()));
        self.text("map-core-month", &[("month", month), ("year", format!("{:04}", day.year()))])
    }

    /// A day in running text: `11月20日`, `20 Nov`.
    pub fn day(&self, day: Day) -> String {
        use chrono::Datelike;
        let month = self.say(&format!("app-month-{}", day.month()));
        self.text("app-day", &[("month", month), ("day", day.day().to_string())])
    }
}

/// One decimal, dropped when it is zero.
fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
