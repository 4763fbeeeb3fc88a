//! The weekly review in words: what changed between two days and what waits. Deliberately absent: files.

use domain::engine::findings::{Finding, FindingCode};
use domain::engine::reason::Severity;
use domain::engine::review::{AccountReview, Departure, Standing, review_account};
use domain::engine::warnings::{Warning, WarningCode};
use domain::scene::Wording;
use domain::*;

use super::map_side::differences;
use super::rows::Desk;
use crate::names;
use crate::wire::{
    GetReview, ReviewAccount, ReviewFigure, ReviewKind, ReviewLine, ReviewMark, ReviewPart, ReviewView, ViewContext,
};
use crate::{App, Error};

/// Most days a review spans; longer ones are asked of the map's comparison.
const MOST_DAYS: i64 = 366;

/// What changed and what waits, account by account; those with most to mend first.
pub fn get_review(app: &mut App, context: &ViewContext, request: GetReview) -> Result<ReviewView, Error> {
    check_span(request.since, request.until)?;
    let day = ViewContext { today: request.until, ..context.clone() };
    let mut found: Vec<(u32, ReviewAccount)> = Vec::new();
    let mut quiet = Vec::new();
    for id in chosen(app, &request.accounts)? {
        let snapshot = app.account(id)?;
        let account = snapshot.account(id).ok_or(Error::missing("account"))?;
        let review = review_account(&snapshot, id, request.since, request.until);
        let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), &day);
        let worded = account_of(&desk, &review);
        match worded.parts.is_empty() {
            true => quiet.push(worded.name),
            false => found.push((review.after.red, worded)),
        }
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.tier.cmp(&b.1.tier)));
    let speech = app.words().speak(context.lang);
    let accounts: Vec<ReviewAccount> = found.into_iter().map(|one| one.1).collect();
    let count = |kinds: &[ReviewKind]| {
        let parts = accounts.iter().flat_map(|one| &one.parts).filter(|one| kinds.contains(&one.kind));
        parts.map(|one| one.lines.len()).sum::<usize>().to_string()
    };
    let facts = [
        ("changes", count(&[ReviewKind::Changed, ReviewKind::Departure])),
        ("gaps", count(&[ReviewKind::Gap, ReviewKind::Lapsed])),
        ("collisions", count(&[ReviewKind::Collision])),
        ("overdue", count(&[ReviewKind::Overdue])),
    ];
    let span = [("since", speech.full_day(request.since)), ("until", speech.full_day(request.until))];
    Ok(ReviewView {
        title: speech.say("review-title"),
        span: speech.text("review-span", &span),
        summary: speech.text("review-summary", &facts),
        accounts,
        quiet,
    })
}

/// Refuses days the wrong way round, and spans nobody reviews.
pub(crate) fn check_span(since: Day, until: Day) -> Result<(), Error> {
    let days = (until - since).num_days();
    match days {
        ..1 => Err(Error::refused("days-turned")),
        _ if days > MOST_DAYS => Err(Error::refused("review-too-long").with("limit", MOST_DAYS)),
        _ => Ok(()),
    }
}

/// The accounts asked for, in their order; all of them when none is named.
pub(crate) fn chosen(app: &mut App, asked: &[AccountId]) -> Result<Vec<AccountId>, Error> {
    if asked.is_empty() {
        return Ok(app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect());
    }
    Ok(asked.to_vec())
}

fn account_of(desk: &Desk, review: &AccountReview) -> ReviewAccount {
    let lang = desk.speech.lang();
    let mut parts = vec![
        (ReviewKind::Departure, departures(desk, review)),
        (
            ReviewKind::Gap,
            findings(desk, review, |code| code.code().starts_with('G') && code != FindingCode::LapsedOwner),
        ),
        (ReviewKind::Collision, findings(desk, review, |code| code.code().starts_with('C'))),
        (ReviewKind::Lapsed, findings(desk, review, |code| code == FindingCode::LapsedOwner)),
        (ReviewKind::Overdue, overdue(desk, review)),
        (ReviewKind::Warning, warnings(desk, review)),
        (ReviewKind::Changed, changes(desk, review)),
        (ReviewKind::Mended, review.mended.iter().map(|one| finding(desk, review, one, ReviewMark::Gone)).collect()),
        (ReviewKind::Kept, kept(desk, review)),
        (ReviewKind::Contact, contacts(desk, review)),
    ];
    parts.retain(|one: &(ReviewKind, Vec<ReviewLine>)| !one.1.is_empty());
    let part = |(kind, lines): (ReviewKind, Vec<ReviewLine>)| {
        let title = desk.speech.text(&format!("review-part-{}", key(kind)), &[("count", lines.len().to_string())]);
        ReviewPart { kind, title, lines }
    };
    ReviewAccount {
        account: desk.account.id,
        name: names::account_name(desk.account, lang),
        tier: desk.account.tier,
        figures: figures(desk, &review.before, &review.after),
        parts: parts.into_iter().map(part).collect(),
    }
}

fn key(kind: ReviewKind) -> &'static str {
    match kind {
        ReviewKind::Departure => "departure",
        ReviewKind::Gap => "gap",
        ReviewKind::Collision => "collision",
        ReviewKind::Lapsed => "lapsed",
        ReviewKind::Overdue => "overdue",
        ReviewKind::Warning => "warning",
        ReviewKind::Changed => "changed",
        ReviewKind::Mended => "mended",
        ReviewKind::Kept => "kept",
        ReviewKind::Contact => "contact",
    }
}

fn figures(desk: &Desk, before: &Standing, after: &Standing) -> Vec<ReviewFigure> {
    let each = [
        ("coverage", Some(before.coverage), Some(after.coverage)),
        ("ownership", Some(before.ownership_pct), Some(after.ownership_pct)),
        ("health", before.health, after.health),
    ];
    let figure = |(name, before, after): (&str, Option<f64>, Option<f64>)| {
        let label = desk.speech.say(&format!("review-figure-{name}"));
        let said =
            |value: Option<f64>| value.map_or_else(|| desk.speech.say("review-untold"), |one| format!("{one:.1}"));
        let facts = [("label", label.clone()), ("before", said(before)), ("after", said(after))];
        let same = said(before) == said(after);
        let text = desk.speech.text(if same { "review-figure-same" } else { "review-figure" }, &facts);
        ReviewFigure { label, before, after, text }
    };
    each.into_iter().map(figure).collect()
}

fn line(desk: &Desk, mark: ReviewMark, what: String, why: String) -> ReviewLine {
    let mark_key = match mark {
        ReviewMark::New => "review-mark-new",
        ReviewMark::Standing => "review-mark-standing",
        ReviewMark::Gone => "review-mark-gone",
        ReviewMark::Plain => "",
    };
    let mark_text = if mark_key.is_empty() { String::new() } else { desk.speech.say(mark_key) };
    ReviewLine {
        mark,
        mark_text,
        severity: None,
        what,
        why,
        who: String::new(),
        on: None,
        day: String::new(),
        seat: None,
    }
}

fn dated(desk: &Desk, line: ReviewLine, on: Day) -> ReviewLine {
    ReviewLine { on: Some(on), day: desk.speech.day(on), ..line }
}

/// Names of ours, each once.
fn staff(desk: &Desk, ids: &[StaffId]) -> String {
    let mut known: Vec<String> = Vec::new();
    for id in ids {
        let name = names::staff_name(desk.snapshot, *id, desk.speech.lang());
        if !name.is_empty() && !known.contains(&name) {
            known.push(name);
        }
    }
    known.join(&desk.speech.say("review-and"))
}

fn findings(desk: &Desk, review: &AccountReview, wanted: fn(FindingCode) -> bool) -> Vec<ReviewLine> {
    let of = |list: &[Finding], mark: ReviewMark| -> Vec<ReviewLine> {
        list.iter().filter(|one| wanted(one.code)).map(|one| finding(desk, review, one, mark)).collect()
    };
    let mut lines = of(&review.begun, ReviewMark::New);
    lines.extend(of(&review.standing, ReviewMark::Standing));
    lines.sort_by_key(|one| std::cmp::Reverse(one.severity));
    lines
}

fn finding(desk: &Desk, review: &AccountReview, one: &Finding, mark: ReviewMark) -> ReviewLine {
    let rows = &review.score.stakeholders;
    let worded = desk.finding(one, rows);
    let owners = one.seat.and_then(|seat| rows.iter().find(|row| row.seat == seat)).map(|row| row.owners.clone());
    let ours = if one.staff.is_empty() { owners.unwrap_or_default() } else { one.staff.clone() };
    let who = staff(desk, &ours);
    ReviewLine { severity: Some(one.severity), who, seat: one.seat, ..line(desk, mark, worded.title, worded.detail) }
}

/// Warnings that no finding or overdue promise tells already.
fn warnings(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let told = [WarningCode::TouchLapse, WarningCode::OwnerLeft];
    let of = |list: &[Warning], mark: ReviewMark| -> Vec<ReviewLine> {
        let open = list.iter().filter(|one| !told.contains(&one.code) && one.severity != Severity::Info);
        let open = open.filter(|one| !review.overdue.iter().any(|late| Some(late.0) == one.commitment));
        open.map(|one| {
            let what = desk.speech.say(&format!("warning-{}", one.code.code()));
            let why = desk.speech.reason(&one.reason, &desk.book);
            ReviewLine { severity: Some(one.severity), ..line(desk, mark, what, why) }
        })
        .collect()
    };
    let mut lines = of(&review.warned, ReviewMark::New);
    lines.extend(of(&review.warning, ReviewMark::Standing));
    lines.sort_by_key(|one| std::cmp::Reverse(one.severity));
    lines
}

fn promise<'a>(desk: &'a Desk, id: CommitmentId) -> Option<&'a Commitment> {
    desk.snapshot.commitments.iter().find(|one| one.id == id)
}

fn overdue(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let late = review.overdue.iter().filter_map(|(id, days)| Some((promise(desk, *id)?, *days)));
    late.map(|(one, days)| {
        let what = names::either(&one.text_zh, &one.text_en, desk.speech.lang());
        let why = desk.speech.text("review-days-late", &[("days", days.to_string())]);
        let who = staff(desk, one.held_by(desk.today).as_slice());
        let late = line(desk, ReviewMark::Standing, what, why);
        dated(
            desk,
            ReviewLine { severity: Some(Severity::Red), who, mark_text: String::new(), ..late },
            one.promised_on,
        )
    })
    .collect()
}

fn kept(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let kept = review.kept.iter().filter_map(|id| promise(desk, *id));
    kept.filter_map(|one| {
        let on = one.delivered_on?;
        let late = (on - one.promised_on).num_days();
        let why = match late {
            1.. => desk.speech.text("review-days-late", &[("days", late.to_string())]),
            _ => desk.speech.say("review-on-time"),
        };
        let what = names::either(&one.text_zh, &one.text_en, desk.speech.lang());
        let who = staff(desk, one.held_by(on).as_slice());
        Some(dated(desk, ReviewLine { who, ..line(desk, ReviewMark::Plain, what, why) }, on))
    })
    .collect()
}

fn departures(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let each = review.departures.iter().map(|one| match one {
        Departure::Ours(id, on) => {
            let name = names::staff_name(desk.snapshot, *id, desk.speech.lang());
            dated(desk, line(desk, ReviewMark::Plain, name, desk.speech.say("review-left-ours")), *on)
        }
        Departure::Theirs(id, on) => {
            let name = desk.book.person(*id).map_or_else(String::new, |one| names::person_name(one, &desk.speech));
            dated(desk, line(desk, ReviewMark::Plain, name, desk.speech.say("review-left-theirs")), *on)
        }
    });
    each.collect()
}

fn changes(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let each = differences(desk, &review.changes).into_iter().map(|one| {
        let changed = ReviewLine {
            mark_text: one.kind_text,
            seat: one.seat,
            ..line(desk, ReviewMark::Plain, one.name, one.text)
        };
        match one.on {
            Some(on) => dated(desk, changed, on),
            None => changed,
        }
    });
    each.collect()
}

fn contacts(desk: &Desk, review: &AccountReview) -> Vec<ReviewLine> {
    let each = review.touches.iter().map(|one| {
        let theirs: Vec<String> = one
            .people
            .iter()
            .filter_map(|id| desk.book.person(*id))
            .map(|person| names::person_name(person, &desk.speech))
            .collect();
        let what = theirs.join(&desk.speech.say("review-and"));
        let kind = desk.speech.label("touch", one.kind);
        let said = ReviewLine {
            mark_text: kind,
            who: staff(desk, &one.staff),
            ..line(desk, ReviewMark::Plain, what, one.summary.clone().unwrap_or_default())
        };
        dated(desk, said, one.on)
    });
    each.collect()
}
