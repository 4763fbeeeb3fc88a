//! What we do not know about a visit, who finds it out, and by when. Deliberately absent: which unknowns there are (`engine::brief`).

use domain::engine::brief::{Blocked, Briefing, Question, QuestionCode, brief_visit};
use domain::engine::planning::PlanPanel;
use domain::scene::Wording;
use domain::*;

use super::{clean_text, must};
use crate::names::{self, Directory};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error, new_id};

/// The most hosts named in the question who hosts.
const SHOWN: usize = 3;

/// The questions of a visit with the plan for each.
pub fn get_questions(app: &mut App, context: &ViewContext, request: GetQuestions) -> Result<QuestionsView, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let briefing = brief_visit(&snapshot, request.visit, context.today).ok_or(Error::missing("visit"))?;
    let speech = app.words().speak(context.lang);
    let asking =
        Asking { briefing: &briefing, book: Directory::new(&snapshot, context.today), speech, today: context.today };
    let rows: Vec<AskRow> = briefing.questions.iter().map(|one| asking.row(one)).collect();
    Ok(QuestionsView {
        unplanned: rows.iter().filter(|one| one.owner.is_none() || one.due_on.is_none()).count() as u32,
        overdue: rows.iter().filter(|one| one.overdue).count() as u32,
        rows,
    })
}

/// Says who finds something out, and by when.
pub fn plan_question(app: &mut App, context: &ViewContext, request: PlanQuestion) -> Result<Changed, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let note = request.note.as_deref().map(clean_text).transpose()?.flatten();
    let known =
        snapshot.planned_questions.iter().find(|one| one.visit == request.visit && one.subject == request.subject);
    let asked = || {
        let briefing = brief_visit(&snapshot, request.visit, context.today);
        briefing.is_some_and(|one| one.questions.iter().any(|one| one.subject() == request.subject))
    };
    if known.is_none() && !asked() {
        return Err(Error::missing("question"));
    }
    if let Some(owner) = request.owner {
        let staff = must(&snapshot.staff, owner, "staff")?;
        if staff.status == StaffStatus::Departed {
            return Err(Error::refused("staff-left"));
        }
    }
    let empty = request.owner.is_none() && request.due_on.is_none() && note.is_none();
    let line = PlannedQuestion {
        id: known.map_or_else(new_id, |one| one.id),
        r#ref: known.and_then(|one| one.r#ref.clone()),
        visit: request.visit,
        subject: request.subject.clone(),
        owner: request.owner,
        due_on: request.due_on,
        note,
    };
    let (_, changed) = app.transact(context.lang, "put-question", |tx| {
        if empty {
            tx.remove::<PlannedQuestion>(line.id)?;
            return Ok(());
        }
        Ok(tx.put(&line)?)
    })?;
    Ok(changed)
}

struct Asking<'a> {
    briefing: &'a Briefing,
    book: Directory<'a>,
    speech: Speech<'a>,
    today: Day,
}

impl Asking<'_> {
    fn row(&self, question: &Question) -> AskRow {
        let subject = question.subject();
        let lines = self.book.snapshot.planned_questions.iter();
        let plan = lines.into_iter().find(|one| one.visit == self.briefing.visit && one.subject == subject);
        let due_on = plan.and_then(|one| one.due_on);
        AskRow {
            number: question.number,
            text: self.text(question),
            blocks: question.blocks.iter().map(|one| self.blocked(*one)).collect(),
            people: question.people.clone(),
            asker: question.asker,
            by: question.by,
            owner: plan.and_then(|one| one.owner),
            due_on,
            note: plan.and_then(|one| one.note.clone()),
            overdue: due_on.unwrap_or(question.by) < self.today,
            mend: MendAt {
                panel: panel(question.code),
                line: None,
                person: question.people.first().copied().filter(|_| question.people.len() == 1),
                staff: None,
                visit: None,
            },
            subject,
        }
    }

    fn blocked(&self, one: Blocked) -> String {
        match one {
            Blocked::Gate(gate) => self.speech.text("doc-blocks-gate", &[("gate", self.speech.label("gate", gate))]),
            Blocked::Finding(code) => self.speech.text("doc-blocks-finding", &[("code", code.code().to_owned())]),
            Blocked::Part(part) => self.speech.label("doc-part", part),
        }
    }

    fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        items.into_iter().collect::<Vec<_>>().join(&self.speech.say("app-list-comma"))
    }

    fn text(&self, question: &Question) -> String {
        let everybody = question.people.len() > 1 && question.people.len() == self.briefing.guests.len();
        let name =
            |id: &PersonId| self.book.person(*id).map_or_else(String::new, |one| names::person_name(one, &self.speech));
        let people = if everybody {
            self.speech.text("doc-all-guests", &[("count", question.people.len().to_string())])
        } else {
            self.list(question.people.iter().map(name))
        };
        let staff = |id: StaffId| names::staff_name(self.book.snapshot, id, self.speech.lang());
        let hosts = self.briefing.hosts.iter().flat_map(|one| one.candidates.iter().take(SHOWN));
        let decision = self.book.snapshot.decisions.iter().find(|one| Some(one.id) == self.briefing.decision);
        let facts = [
            ("people", people),
            ("seats", self.list(question.seats.iter().map(|seat| self.book.seat_title(*seat, self.speech.lang())))),
            ("roles", self.list(question.roles.iter().map(|role| self.speech.label("code", *role)))),
            ("kinds", self.list(question.kinds.iter().map(|kind| self.speech.label("fact", *kind)))),
            ("candidates", self.list(hosts.map(|one| format!("{} {}", staff(one.staff), one.total)))),
            (
                "decision",
                decision.map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, self.speech.lang())),
            ),
        ];
        let open = self.briefing.hosts.as_ref().is_none_or(|one| one.candidates.is_empty());
        match question.code {
            // What somebody eats is for the kitchen and not for this list.
            QuestionCode::DietKind => self.speech.text("plan-question-diet-kind", &facts),
            QuestionCode::Host if open => self.speech.text("doc-question-host-open", &facts),
            code => self.speech.text(&format!("doc-question-{}", code.code()), &facts),
        }
    }
}

/// Where the answer is written down.
fn panel(code: QuestionCode) -> PlanPanel {
    use QuestionCode as Q;
    match code {
        Q::Host => PlanPanel::Host,
        Q::Diet | Q::DietKind => PlanPanel::Diet,
        Q::Interpreter => PlanPanel::Interpreter,
        Q::Gift => PlanPanel::Gift,
        Q::Owner | Q::SeatHolder | Q::OpenRole | Q::Attitude => PlanPanel::Matters,
        _ => PlanPanel::Guests,
    }
}
