//! The weekly review: what changed between two days and what waits, account by account.

use super::wire;
use domain::engine::reason::Severity;
use domain::*;

/// What a part of the review tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    Departure,
    Gap,
    Collision,
    Lapsed,
    Overdue,
    Warning,
    Changed,
    Mended,
    Kept,
    Contact,
}

/// Whether a line is new within the days, was there before, or is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewMark {
    New,
    Standing,
    Gone,
    Plain,
}

/// The file of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewFormat {
    Pdf,
    Xlsx,
}

wire! {
    /// Which accounts (empty: all) and days; what happened on `since` itself belongs to the week before.
    GetReview { accounts: Vec<AccountId>, since: Day, until: Day }

    /// The review. `quiet` names the accounts in which nothing happened and nothing waits.
    ReviewView { title: String, span: String, summary: String, accounts: Vec<ReviewAccount>, quiet: Vec<String> }

    /// An account with its figures before and after, and what there is to tell.
    ReviewAccount { account: AccountId, name: String, tier: AccountTier, figures: Vec<ReviewFigure>, parts: Vec<ReviewPart> }

    /// A figure on the first and the last day; `null`: not told, as the account is being built up.
    ReviewFigure { label: String, before: Option<f64>, after: Option<f64>, text: String }

    /// Lines of one kind.
    ReviewPart { kind: ReviewKind, title: String, lines: Vec<ReviewLine> }

    /// One line, worded. `who`: those of ours it concerns.
    ReviewLine { mark: ReviewMark, mark_text: String, severity: Option<Severity>, what: String, why: String, who: String, on: Option<Day>, day: String, seat: Option<SeatId> }

    /// Writes the review. `room`: structure and contacts only, for a meeting with the customer; then one account is named.
    WriteReview { accounts: Vec<AccountId>, since: Day, until: Day, format: ReviewFormat, lang: Lang, #[serde(default)] room: bool }
}
