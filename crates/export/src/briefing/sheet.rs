//! The worded sheet of a briefing: every text in one language, ready for the templates.
//!
//! Owns: the top of the sheet and the states a value can have. Deliberately absent: numbers not in the briefing, and
//! any text that is not recorded or in the catalogue.

use domain::Snapshot;
use domain::engine::brief::Briefing;
use domain::engine::readiness::GateState;
use domain::scene::Wording;
use serde::Serialize;

use super::parts::{ChainPart, DiningPart, HostPart, MatterPart, QuestionRow};
use super::people::{GuestsPart, Profile};
use super::words::Words;
use super::{cover, parts, people};
use crate::paper::Face;

/// A value in one of its states (printed as in the key to the marks).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Text(String),
    /// Never asked; `ask` is the number of the question.
    Unknown {
        /// Always true: tells this state from the others in JSON.
        unknown: bool,
        ask: Option<u32>,
    },
    /// Asked; there is none.
    NoneTold {
        /// Always true.
        none_told: bool,
    },
    /// No entry, and none is needed.
    Absent(()),
}

impl Value {
    /// Unknown, with its question.
    pub fn unknown(ask: Option<u32>) -> Self {
        Self::Unknown { unknown: true, ask }
    }
    /// Asked: none.
    pub fn none_told() -> Self {
        Self::NoneTold { none_told: true }
    }
    /// The text, or unknown with its question.
    pub fn or_unknown(text: Option<String>, ask: Option<u32>) -> Self {
        text.map_or_else(|| Self::unknown(ask), Self::Text)
    }
}

/// What stands on every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    pub title: String,
    /// For the running head.
    pub short: String,
    pub company: String,
    pub level: String,
    /// A gate fails: every page says draft.
    pub draft: bool,
    /// ISO days.
    pub as_of: String,
    pub expires: String,
}

/// A person on the first page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Portrait {
    pub name: String,
    pub face: Face,
    pub post: String,
    pub note: String,
}

/// One risk of the first page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RiskRow {
    pub text: String,
    pub ask: Option<u32>,
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cover {
    pub days: String,
    pub place: Value,
    pub principal: Option<Portrait>,
    pub host: Option<Portrait>,
    pub host_label: String,
    pub score: u32,
    pub expected: u32,
    pub countdown: String,
    pub passed: usize,
    pub failed: usize,
    pub open: usize,
    pub who: String,
    pub why_now: Value,
    /// Label and value: decision, convention, interpreter, hospitality limits.
    pub frame: Vec<(String, Value)>,
    pub risks: Vec<RiskRow>,
    pub first_questions: Vec<QuestionRow>,
}

/// A gate and its state (`pass`, `fail`, `open`).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GateRow {
    pub number: usize,
    pub name: String,
    pub state: &'static str,
    pub word: String,
}

/// A block of preparation; `share` 0, 0.5 or 1, `None` when it does not apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BlockRow {
    pub name: String,
    pub weight: u32,
    pub share: Option<f32>,
}

/// Everything the templates print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BriefingSheet {
    pub heading: Heading,
    pub cover: Cover,
    pub gates: Vec<GateRow>,
    pub blocks: Vec<BlockRow>,
    pub guests: GuestsPart,
    pub profiles: Vec<Profile>,
    pub chain: ChainPart,
    pub matters: MatterPart,
    pub hosts: Option<HostPart>,
    pub dining: DiningPart,
    pub questions: Vec<QuestionRow>,
}

/// Words a briefing in the language of `wording`. `snapshot` must be the one the briefing was made from; records it
/// misses are printed as unknown, never invented.
pub fn word_briefing(briefing: &Briefing, snapshot: &Snapshot, wording: &dyn Wording) -> BriefingSheet {
    let words = Words::new(snapshot, wording);
    BriefingSheet {
        heading: heading(briefing, &words),
        cover: cover::cover(briefing, &words),
        gates: cover::gates(briefing, &words),
        blocks: cover::blocks(briefing, &words),
        guests: people::guests_part(briefing, &words),
        profiles: people::profiles(briefing, &words),
        chain: parts::chain_part(briefing, &words),
        matters: parts::matter_part(briefing, &words),
        hosts: parts::host_part(briefing, &words),
        dining: parts::dining_part(briefing, &words),
        questions: parts::question_rows(briefing, &words),
    }
}

fn heading(briefing: &Briefing, words: &Words) -> Heading {
    let visit = words.snapshot.visit(briefing.visit);
    let account = words.snapshot.account(briefing.account);
    let account = account.and_then(|one| words.pick(&one.name_zh, &one.name_en)).unwrap_or_default();
    let company = words.snapshot.companies.first().and_then(|one| words.pick(&one.name_zh, &one.name_en));
    let title = match visit.map(|one| one.direction) {
        Some(domain::VisitDirection::Outbound) => "title-outbound",
        _ => "title-inbound",
    };
    let starts_on = visit.map_or_else(String::new, |one| one.starts_on.to_string());
    Heading {
        title: words.tell(title, &[("account", account.clone())]),
        short: words.tell("title-short", &[("account", account), ("day", starts_on)]),
        company: company.unwrap_or_default(),
        level: visit.map(|one| words.code("level", one.level)).unwrap_or_default(),
        draft: briefing.readiness.gates.iter().any(|mark| mark.state == GateState::Fail),
        as_of: briefing.as_of.to_string(),
        expires: briefing.expires_on.to_string(),
    }
}
