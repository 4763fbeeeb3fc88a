//! What was done with the person, and agreed with them: contacts, visits, matters, consents and requests.

use domain::scene::Wording;
use domain::*;
use uuid::Uuid;

use super::{Told, join};
use crate::names;
use crate::wire::AccessRow;

impl Told<'_> {
    pub(super) fn contacts(&mut self) {
        let id = self.person.id;
        let staff = |list: &[StaffId]| list.iter().map(|one| self.staff(*one)).collect::<Vec<_>>().join(" ");
        let met = self.whole.touches.iter().filter(|one| one.people.contains(&id)).map(|one| {
            let value = join([
                self.speech.label("touch", one.kind),
                staff(&one.staff),
                one.summary.clone().unwrap_or_default(),
            ]);
            AccessRow { on: Some(one.on), ..self.line(one.id, self.say("rights-field-touch"), value) }
        });
        let planned = self.whole.planned_touches.iter().filter(|one| one.person == id).map(|one| {
            let value = join([
                self.staff(one.staff),
                one.activity.clone().unwrap_or_default(),
                one.place.clone().unwrap_or_default(),
            ]);
            AccessRow { on: Some(one.on), ..self.line(one.id, self.say("rights-field-planned"), value) }
        });
        let lines = met.chain(planned).collect();
        self.part("contacts", lines);
    }

    fn visit(&self, id: VisitId) -> (String, Option<Day>) {
        let Some(visit) = self.whole.visit(id) else { return (String::new(), None) };
        let account = self.whole.account(visit.account).map(|one| names::account_name(one, self.speech.lang()));
        (join([account.unwrap_or_default(), visit.purpose.clone().unwrap_or_default()]), Some(visit.starts_on))
    }

    pub(super) fn visits(&mut self) {
        let id = self.person.id;
        let guests = self.whole.visit_guests.iter().filter(|one| one.person == id).map(|one| {
            let (visit, on) = self.visit(one.visit);
            let felt = |key: &str, value: Option<u8>| {
                value.map(|n| self.speech.text(key, &[("value", n.to_string())])).unwrap_or_default()
            };
            let counterpart = one.counterpart.map(|staff| self.staff(staff)).unwrap_or_default();
            let value = join([
                visit,
                one.role.clone().unwrap_or_default(),
                counterpart,
                one.counterpart_note.clone().unwrap_or_default(),
                one.deviation_note.clone().unwrap_or_default(),
                felt("rights-expected", one.expected_value),
                felt("rights-perceived", one.perceived_value),
            ]);
            AccessRow { on, ..self.line(one.id, self.say("rights-field-visit"), value) }
        });
        let rooms = self.whole.lodgings.iter().filter(|one| one.person == id).map(|one| {
            let hotel = names::either(&one.hotel_zh, &one.hotel_en, self.speech.lang());
            let value = join([
                hotel,
                one.room_kind.clone().unwrap_or_default(),
                one.room_number.clone().unwrap_or_default(),
                one.note.clone().unwrap_or_default(),
            ]);
            AccessRow { on: one.from_on, ..self.line(one.id, self.say("rights-field-room"), value) }
        });
        let points = self.whole.talking_points.iter().filter(|one| one.about == Some(id)).map(|one| {
            let texts = [&one.topic, &one.text, &one.proof, &one.question, &one.expected_question, &one.answer];
            let value = join(texts.map(|text| text.clone().unwrap_or_default()));
            AccessRow { on: self.visit(one.visit).1, ..self.line(one.id, self.say("rights-field-point"), value) }
        });
        let log = self.whole.visit_log.iter().filter(|one| one.person == Some(id)).map(|one| {
            let value = join([self.speech.label("rights-log", one.kind), one.text.clone().unwrap_or_default()]);
            AccessRow { on: Some(one.on), ..self.line(one.id, self.say("rights-field-log"), value) }
        });
        let lines = guests.chain(rooms).chain(points).chain(log).collect();
        self.part("visits", lines);
    }

    pub(super) fn matters(&mut self) {
        let (id, lang) = (self.person.id, self.speech.lang());
        let s = self.whole;
        let row = |key: Uuid, label: &str, value: String, on: Day| AccessRow {
            on: Some(on),
            ..self.line(key, self.say(label), value)
        };
        let promises = s.commitments.iter().filter(|one| one.to_person == Some(id));
        let promises = promises.map(|one| {
            row(one.id.0, "rights-field-promise", names::either(&one.text_zh, &one.text_en, lang), one.made_on)
        });
        let complaints = s.complaints.iter().filter(|one| one.by_person == Some(id));
        let complaints = complaints.map(|one| {
            row(one.id.0, "rights-field-complaint", names::either(&one.text_zh, &one.text_en, lang), one.opened_on)
        });
        let requests = s.customer_requests.iter().filter(|one| one.from_person == Some(id)).map(|one| {
            let value = join([names::either(&one.text_zh, &one.text_en, lang), one.answer.clone().unwrap_or_default()]);
            row(one.id.0, "rights-field-request", value, one.asked_on)
        });
        let signals = s.competitor_signals.iter().filter(|one| one.person == Some(id)).map(|one| AccessRow {
            source: Some(one.lawful_source.clone()),
            ..row(one.id.0, "rights-field-signal", names::either(&one.text_zh, &one.text_en, lang), one.on)
        });
        let tasks = s.tasks.iter().filter(|one| one.person == Some(id));
        let tasks = tasks.map(|one| {
            row(
                one.id.0,
                "rights-field-task",
                join([self.staff(one.staff), one.text.clone().unwrap_or_default()]),
                one.due_on,
            )
        });
        let lines = promises.chain(complaints).chain(requests).chain(signals).chain(tasks).collect();
        self.part("matters", lines);
    }

    pub(super) fn agreements(&mut self) {
        let id = self.person.id;
        let consents = self.whole.consents.iter().filter(|one| one.person == Some(id)).map(|one| {
            let gone = one.withdrawn_on.map(|day| self.speech.text("rights-withdrawn", &[("day", day.to_string())]));
            let value = join([
                self.speech.label("rights-scope", one.scope),
                one.version.clone(),
                one.text.clone(),
                gone.unwrap_or_default(),
            ]);
            AccessRow {
                on: Some(one.given_on),
                source: Some(one.channel.clone()),
                ..self.line(one.id, self.say("rights-field-consent"), value)
            }
        });
        let asked = self.whole.rights_requests.iter().filter(|one| one.person == id).map(|one| {
            let value = join([
                self.speech.label("rights-kind", one.kind),
                self.speech.label("rights-status", one.status),
                one.note.clone().unwrap_or_default(),
                one.answer.clone().unwrap_or_default(),
            ]);
            AccessRow {
                on: Some(one.received_on),
                source: one.channel.clone(),
                ..self.line(one.id, self.say("rights-field-asked"), value)
            }
        });
        let holds = self.whole.legal_holds.iter().filter(|one| one.person == id).map(|one| {
            let value = join([one.reason.clone(), self.span(Some(one.from_on), one.to_on)]);
            AccessRow { on: Some(one.from_on), ..self.line(one.id, self.say("rights-field-hold"), value) }
        });
        let lines = consents.chain(asked).chain(holds).collect();
        self.part("agreements", lines);
    }
}
