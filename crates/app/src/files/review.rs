//! The weekly review as a PDF or a workbook. Deliberately absent: choosing what is told; the joint meeting's copy is made of
//! its own type, which holds nothing else.

use domain::engine::edition::Said;
use domain::engine::review::{Contact, RoomReview, StructureChange, review_for_room};
use domain::scene::{DisplayMode, Wording};
use domain::*;
use export::paper::{Job, write_pdf};
use export::review::{ReviewAccount, ReviewLine, ReviewPart, ReviewSheet, review_paper, write_workbook};

use super::{NamedFile, plain_file_name};
use crate::commands::review::{check_span, chosen, get_review};
use crate::wire::{GetReview, ReviewFormat, ReviewMark, ReviewView, ViewContext, WriteReview};
use crate::words::Speech;
use crate::{App, Error, names};

/// The review as a file.
///
/// # Errors
/// In presenting unless it is the room's copy; the room's copy of anything but one account; days the wrong way round; when
/// the file cannot be written.
pub fn write_review(app: &mut App, context: &ViewContext, request: WriteReview) -> Result<NamedFile, Error> {
    if context.mode == DisplayMode::Presenting && !request.room {
        return Err(Error::not_presenting());
    }
    app.saw("write-review", None)?;
    let context = ViewContext { lang: request.lang, ..context.clone() };
    let sheet = if request.room { room_sheet(app, &request)? } else { inner_sheet(app, &context, &request)? };
    let speech = app.words().speak(request.lang);
    let (bytes, end) = match request.format {
        ReviewFormat::Pdf => (write_pdf(&review_paper(&sheet, &speech), &Job::default())?.pdf, "pdf"),
        ReviewFormat::Xlsx => {
            let first = [speech.say("review-head-account"), speech.say("review-head-kind")];
            (write_workbook(&sheet, [&first[0], &first[1]])?, "xlsx")
        }
    };
    let key = if request.room { "review-file-room" } else { "review-file" };
    let name = speech.text(key, &[("day", request.until.to_string())]);
    Ok(NamedFile { name: format!("{}.{end}", plain_file_name(&name)), bytes })
}

fn heads(speech: &Speech) -> [String; 5] {
    ["mark", "what", "why", "who", "day"].map(|one| speech.say(&format!("review-head-{one}")))
}

fn company(app: &mut App, lang: Lang) -> Result<String, Error> {
    let whole = app.whole()?;
    Ok(whole.companies.first().map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, lang)))
}

fn inner_sheet(app: &mut App, context: &ViewContext, request: &WriteReview) -> Result<ReviewSheet, Error> {
    let asked = GetReview { accounts: request.accounts.clone(), since: request.since, until: request.until };
    let view = get_review(app, context, asked)?;
    let company = company(app, request.lang)?;
    let speech = app.words().speak(request.lang);
    Ok(sheet_of(&view, company, request.until, &speech))
}

fn sheet_of(view: &ReviewView, company: String, until: Day, speech: &Speech) -> ReviewSheet {
    let line = |one: &crate::wire::ReviewLine| {
        let severity = one.severity.map(|one| speech.label("shell-severity", one)).unwrap_or_default();
        let mark = [one.mark_text.as_str(), severity.as_str()];
        let mark: Vec<&str> = mark.into_iter().filter(|part| !part.is_empty()).collect();
        ReviewLine {
            mark: mark.join(" "),
            what: one.what.clone(),
            why: one.why.clone(),
            who: one.who.clone(),
            day: one.day.clone(),
            strong: one.mark == ReviewMark::New,
        }
    };
    let part = |one: &crate::wire::ReviewPart| ReviewPart {
        title: one.title.clone(),
        lines: one.lines.iter().map(line).collect(),
    };
    let account = |one: &crate::wire::ReviewAccount| ReviewAccount {
        name: one.name.clone(),
        figures: one.figures.iter().map(|figure| figure.text.clone()).collect(),
        parts: one.parts.iter().map(part).collect(),
    };
    let and = speech.say("review-and");
    let quiet = match view.quiet.is_empty() {
        true => String::new(),
        false => speech.text("review-quiet", &[("names", view.quiet.join(&and))]),
    };
    ReviewSheet {
        title: view.title.clone(),
        company,
        span: view.span.clone(),
        summary: view.summary.clone(),
        edition: speech.say("review-edition"),
        class: speech.say("doc-class"),
        heads: heads(speech),
        accounts: view.accounts.iter().map(account).collect(),
        quiet,
        note: speech.say("review-note"),
        as_of: until.to_string(),
    }
}

/// The copy for a meeting with the customer: one account, structure and formal contacts.
fn room_sheet(app: &mut App, request: &WriteReview) -> Result<ReviewSheet, Error> {
    check_span(request.since, request.until)?;
    let ids = chosen(app, &request.accounts)?;
    let [id] = ids[..] else { return Err(Error::refused("review-one-account")) };
    let snapshot = app.account(id)?;
    let review = review_for_room(&snapshot, id, request.since, request.until).ok_or(Error::missing("account"))?;
    let company = company(app, request.lang)?;
    let speech = app.words().speak(request.lang);
    let days = [("since", speech.full_day(review.since)), ("until", speech.full_day(review.until))];
    let span = speech.text("review-span", &days);
    Ok(ReviewSheet {
        title: speech.say("review-title-room"),
        company,
        summary: String::new(),
        span,
        edition: speech.say("review-edition-room"),
        class: String::new(),
        heads: heads(&speech),
        accounts: vec![room_account(&review, &speech)],
        quiet: String::new(),
        note: String::new(),
        as_of: request.until.to_string(),
    })
}

fn said(text: &Said, speech: &Speech) -> String {
    text.pick(speech.lang()).unwrap_or_default().to_owned()
}

fn room_account(review: &RoomReview, speech: &Speech) -> ReviewAccount {
    let and = speech.say("review-and");
    let list = |all: &[Said]| all.iter().map(|one| said(one, speech)).collect::<Vec<_>>().join(&and);
    let change = |one: &StructureChange| ReviewLine {
        mark: speech.say(&format!("review-change-{}", one.kind.code())),
        what: said(&one.name, speech),
        why: [said(&one.unit, speech), said(&one.post, speech)].join(" ").trim().to_owned(),
        who: String::new(),
        day: one.on.map(|on| speech.day(on)).unwrap_or_default(),
        strong: false,
    };
    let contact = |one: &Contact| ReviewLine {
        mark: speech.say(if one.planned { "review-planned" } else { "review-held" }),
        what: list(&one.theirs),
        why: String::new(),
        who: list(&one.ours),
        day: speech.day(one.on),
        strong: false,
    };
    let changes: Vec<ReviewLine> = review.changes.iter().map(change).collect();
    let contacts: Vec<ReviewLine> = review.contacts.iter().map(contact).collect();
    let part = |name: &str, lines: Vec<ReviewLine>| {
        let key = if lines.is_empty() { format!("review-room-{name}-none") } else { format!("review-room-{name}") };
        ReviewPart { title: speech.say(&key), lines }
    };
    ReviewAccount {
        name: said(&review.account, speech),
        figures: Vec::new(),
        parts: vec![part("structure", changes), part("contacts", contacts)],
    }
}
