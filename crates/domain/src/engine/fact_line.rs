//! One typed line as a fact: `籍贯 乐山夹江 — 本人告知`, `native place Jiajiang, Leshan — told by herself`.
//!
//! Owns: the word for the kind, the value as it is kept, years, the source behind the dash and how sure it makes us. Deliberately
//! absent: saving, wording, and choosing between places: what may be several is asked.

mod kinds;

use super::places::{PlaceFound, dialect_code, language_code, resolve_place};
use crate::{Confidence, Day, FactKind};
use chrono::Datelike;

codes! {
    /// What is still open before the line can be kept.
    FactAsk { Kind = "kind", Value = "value", Source = "source", Place = "place", Phone = "phone", Mail = "mail", Years = "years" }
}

/// A line taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FactLine {
    pub kind: Option<FactKind>,
    /// As it is kept: codes for places, dialects and languages. `None` with `asked_none`: asked, none.
    pub value: Option<String>,
    /// The answer was that there is nothing.
    pub asked_none: bool,
    /// CEFR level of a language.
    pub level: Option<String>,
    pub from_year: Option<i32>,
    pub to_year: Option<i32>,
    pub source: Option<String>,
    /// By the source (B.2.10); unverified when there is none.
    pub confidence: Option<Confidence>,
    /// The places the value may mean, by code, when it is not clear.
    pub places: Vec<String>,
    pub asks: Vec<FactAsk>,
}

/// Takes a line apart. `kind`: chosen by hand, and then the line holds the value alone. Years ahead of `today` are asked about.
pub fn read_fact_line(text: &str, kind: Option<FactKind>, today: Day) -> FactLine {
    let (body, source) = at_dash(text.trim());
    let (said, rest) = kinds::kind_of(body);
    let rest = if kind.is_some() && said != kind { body } else { rest };
    let kind = kind.or(said).or_else(|| kinds::by_shape(body));
    let mut line = FactLine { kind, source: source.map(str::to_owned), ..FactLine::default() };
    line.confidence = line.source.as_deref().map(confidence_of);
    let rest = rest.trim();
    match kind {
        _ if kinds::is_none(rest) => line.asked_none = true,
        Some(FactKind::School | FactKind::Employer | FactKind::Served) => stay(&mut line, rest, today),
        Some(kind) => line.value = value_of(kind, rest, &mut line),
        None => line.value = filled(rest),
    }
    if line.kind.is_none() {
        line.asks.push(FactAsk::Kind);
    }
    if line.value.is_none() && !line.asked_none {
        line.asks.push(FactAsk::Value);
    }
    if line.source.is_none() {
        line.asks.push(FactAsk::Source);
    }
    line
}

fn filled(text: &str) -> Option<String> {
    let plain = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '。' | ';' | '；' | '、'));
    (!plain.is_empty()).then(|| plain.to_owned())
}

/// Splits at the last dash that is not within years: an em dash, or a short one between spaces.
fn at_dash(text: &str) -> (&str, Option<&str>) {
    let mut found: Option<(usize, usize)> = None;
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < signs.len() {
        let (from, sign) = signs[at];
        let mut last = at;
        while signs.get(last + 1).is_some_and(|one| one.1 == sign) && matches!(sign, '—' | '-' | '–' | '―') {
            last += 1;
        }
        let (end, wide) = (signs.get(last + 1).map_or(text.len(), |one| one.0), last > at);
        let spaced = text[..from].ends_with(char::is_whitespace) && text[end..].starts_with(char::is_whitespace);
        let years = text[..from].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '年')
            && text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '今' | '至'));
        let dash = match sign {
            '—' | '―' => !years,
            '-' | '–' => (spaced || wide) && !years,
            _ => false,
        };
        if dash {
            found = Some((from, end));
        }
        at = last + 1;
    }
    match found {
        Some((from, end)) => {
            let source = text[end..].trim();
            (text[..from].trim(), (!source.is_empty()).then_some(source))
        }
        None => (text, None),
    }
}

/// How sure a source makes us (B.2.10): told by the person or an official list, a card or site, hearsay, rumour.
pub fn confidence_of(source: &str) -> Confidence {
    let lower = source.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if any(&["传闻", "小道", "谣传", "rumour", "rumor", "gossip"]) {
        Confidence::Rumour
    } else if any(&["听说", "据说", "转述", "可能", "heard", "hearsay", "second hand", "secondhand", "not sure"])
    {
        Confidence::Unverified
    } else if any(&[
        "本人",
        "自述",
        "亲口",
        "当面",
        "来函",
        "名单",
        "公开简历",
        "任命",
        "公示",
        "年报",
        "told by",
        "told me",
        "told us",
        "himself",
        "herself",
        "in person",
        "official list",
        "official letter",
        "appointment notice",
    ]) {
        Confidence::Confirmed
    } else if any(&[
        "名片",
        "官网",
        "官方",
        "公开",
        "邮件签名",
        "card",
        "website",
        "official",
        "signature",
        "press",
        "报道",
    ]) {
        Confidence::Reliable
    } else {
        Confidence::Unverified
    }
}

/// A school, an employer or a time in the forces with its years.
fn stay(line: &mut FactLine, text: &str, today: Day) {
    let (rest, years) = kinds::years(text);
    (line.from_year, line.to_year) = years;
    let year = today.year();
    let wrong = match years {
        (Some(from), Some(to)) => from > to || to > year + 10,
        (Some(from), None) => from > year,
        _ => false,
    };
    if wrong {
        line.asks.push(FactAsk::Years);
    }
    line.value = filled(&rest);
}

fn value_of(kind: FactKind, text: &str, line: &mut FactLine) -> Option<String> {
    let typed = filled(text)?;
    match kind {
        FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp => match resolve_place(&typed) {
            PlaceFound::Known(code) => Some(code),
            PlaceFound::Ambiguous(codes) => {
                line.places = codes;
                line.asks.push(FactAsk::Place);
                Some(typed)
            }
            PlaceFound::Unknown => Some(typed),
        },
        FactKind::Dialect => Some(dialect_code(&typed).map_or(typed, str::to_owned)),
        FactKind::Language => {
            let (name, level) = kinds::level(&typed);
            line.level = level;
            Some(language_code(&name).map_or(name, str::to_owned))
        }
        FactKind::Mobile | FactKind::Phone => {
            if !kinds::is_phone(&typed) {
                line.asks.push(FactAsk::Phone);
            }
            Some(typed)
        }
        FactKind::Email => {
            if !kinds::is_mail(&typed) {
                line.asks.push(FactAsk::Mail);
            }
            Some(typed)
        }
        _ => Some(typed),
    }
}

#[cfg(test)]
mod tests;
