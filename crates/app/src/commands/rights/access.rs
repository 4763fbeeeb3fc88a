//! Everything held about somebody, worded so that they can read it (F.4, point 6).
//!
//! Owns: which fields of which records are told, each named here. Deliberately absent: the paper (`files::access`).
//!
//! Judgements are told too: the person may ask to see them. A line that names somebody else is marked, so that whoever
//! reviews the pack can blacken it.

mod dealings;

use std::collections::HashSet;

use domain::engine::erasure::{about, copies_with};
use domain::engine::mentions::Called;
use domain::engine::places::{dialect_name, language_name, place_name};
use domain::scene::Wording;
use domain::*;
use uuid::Uuid;

use super::erase::{copy_row, table_label, written};
use super::{audit, living};
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// Everything held about somebody. That it was asked for is in the audit.
pub fn get_access(app: &mut App, context: &ViewContext, request: GetAccess) -> Result<AccessView, Error> {
    let view = held(app, context, request)?;
    app.saw("see-access", Some(view.person.into()))?;
    Ok(view)
}

/// The same for whoever notes by themselves what becomes of it.
pub(crate) fn held(app: &mut App, context: &ViewContext, request: GetAccess) -> Result<AccessView, Error> {
    let whole = app.whole()?;
    let person = living(&whole, request.person)?.clone();
    let speech = app.words().speak(context.lang);
    let mut told = Told { whole: &whole, person: &person, speech, parts: Vec::new(), others: others(&whole, &person) };
    told.identity();
    told.posts();
    told.facts();
    told.judgements();
    told.contacts();
    told.visits();
    told.matters();
    told.agreements();
    let own = about(&whole, person.id);
    let texts = elsewhere(app, &whole, &person, &own)?;
    told.elsewhere(texts);
    told.recipients(app)?;
    told.log(app)?;
    let parts: Vec<AccessPart> = told.parts.into_iter().filter(|one| !one.lines.is_empty()).collect();
    let third = parts.iter().flat_map(|one| &one.lines).filter(|one| one.third).count() as u32;
    let name = names::bare_name(&person, &app.words().speak(context.lang));
    Ok(AccessView { person: person.id, name, parts, third })
}

/// Names of the others in the same accounts, longest first, to find them in texts.
fn others(whole: &Snapshot, person: &Person) -> Vec<String> {
    let own = about(whole, person.id);
    let seats: HashSet<SeatId> =
        whole.tenures.iter().filter(|one| one.person == person.id).map(|one| one.seat).collect();
    let accounts: HashSet<AccountId> =
        whole.seats.iter().filter(|one| seats.contains(&one.id)).map(|one| one.account).collect();
    let here: HashSet<SeatId> =
        whole.seats.iter().filter(|one| accounts.contains(&one.account)).map(|one| one.id).collect();
    let mut near: HashSet<PersonId> =
        whole.tenures.iter().filter(|one| here.contains(&one.seat)).map(|one| one.person).collect();
    let met = whole.touches.iter().filter(|one| own.contains(&one.id.0)).flat_map(|one| &one.people);
    near.extend(met);
    near.remove(&person.id);
    let people = whole.people.iter().filter(|one| near.contains(&one.id));
    let names = people.flat_map(|one| [&one.name_zh, &one.name_en]).flatten();
    names.filter(|one| one.chars().count() > 1).cloned().collect()
}

/// Texts that name the person in records that are not theirs.
fn elsewhere(
    app: &App,
    whole: &Snapshot,
    person: &Person,
    own: &HashSet<Uuid>,
) -> Result<Vec<(&'static str, Uuid, String)>, Error> {
    let called = Called::of(whole, person);
    let mut found = Vec::new();
    app.store()?.each_text(&mut |cell| {
        if !own.contains(&cell.place.id) && called.find(cell.text, false).iter().any(|one| one.sure) {
            found.push((cell.place.table, cell.place.id, cell.text.to_owned()));
        }
    })?;
    // Facts and readings of the person are told in their own parts.
    let mine: HashSet<Uuid> = whole.facts.iter().filter(|one| one.person == person.id).map(|one| one.id.0).collect();
    found.retain(|one| !mine.contains(&one.1));
    Ok(found)
}

struct Told<'a> {
    whole: &'a Snapshot,
    person: &'a Person,
    speech: Speech<'a>,
    parts: Vec<AccessPart>,
    others: Vec<String>,
}

impl Told<'_> {
    fn say(&self, key: &str) -> String {
        self.speech.say(key)
    }

    fn part(&mut self, part: &str, lines: Vec<AccessRow>) {
        let label = self.say(&format!("rights-part-{part}"));
        self.parts.push(AccessPart { part: part.into(), label, lines });
    }

    /// One line; a text that names somebody else is marked.
    fn line(&self, key: impl std::fmt::Display, label: String, value: String) -> AccessRow {
        let third = self.others.iter().any(|name| value.contains(name.as_str()));
        AccessRow { key: key.to_string(), label, value, on: None, source: None, third }
    }

    fn identity(&mut self) {
        let one = self.person;
        let birthday = one.birthday.map(|day| crate::commands::birthday::text(day, &self.speech));
        let variants = one.variants.iter().map(|other| other.text.clone()).collect::<Vec<_>>().join(" / ");
        let fields = [
            ("name-zh", one.name_zh.clone()),
            ("name-en", one.name_en.clone()),
            ("variants", Some(variants)),
            ("reading", one.pronunciation.clone()),
            (
                "address",
                [one.address_zh.clone(), one.address_en.clone()]
                    .into_iter()
                    .flatten()
                    .reduce(|a, b| format!("{a} / {b}")),
            ),
            ("label", one.label.clone()),
            ("birthday", birthday),
            ("status", Some(self.speech.label("rights-person", one.status))),
            ("left", one.left_on.map(|day| day.to_string())),
            ("no-contact", one.no_contact.then(|| self.say("rights-yes"))),
            ("regime", one.legal.clone()),
            ("ref", one.r#ref.clone()),
        ];
        let known = fields.into_iter().filter_map(|(field, value)| Some((field, value.filter(|one| !one.is_empty())?)));
        let mut lines: Vec<AccessRow> = known
            .map(|(field, value)| {
                self.line(format!("person:{field}"), self.say(&format!("rights-field-{field}")), value)
            })
            .collect();
        for photo in self.whole.photos.iter().filter(|photo| photo.person == Some(one.id)) {
            let agreed = photo.consent_on.map_or_else(|| self.say("rights-no"), |day| day.to_string());
            let value = self.speech.text("rights-photo-line", &[("agreed", agreed)]);
            let line = self.line(photo.id, self.say("rights-field-photo"), value);
            lines.push(AccessRow { on: Some(photo.added_on), source: Some(photo.source.clone()), ..line });
        }
        self.part("identity", lines);
    }

    fn span(&self, from: Option<Day>, to: Option<Day>) -> String {
        let day = |one: Option<Day>| one.map_or_else(|| "…".to_owned(), |day| day.to_string());
        if from.is_none() && to.is_none() { String::new() } else { format!("{} – {}", day(from), day(to)) }
    }

    fn seat(&self, id: SeatId) -> String {
        let Some(seat) = self.whole.seat(id) else { return String::new() };
        let lang = self.speech.lang();
        let account = self.whole.account(seat.account).map(|one| names::account_name(one, lang)).unwrap_or_default();
        format!("{account} {}", names::either(&seat.title_zh, &seat.title_en, lang)).trim().to_owned()
    }

    fn posts(&mut self) {
        let own = self.whole.tenures.iter().filter(|one| one.person == self.person.id);
        let line = |one: &Tenure| AccessRow {
            on: one.from_on,
            source: one.source.clone(),
            ..self.line(
                one.id,
                self.say("rights-field-post"),
                join([self.seat(one.seat), self.span(one.from_on, one.to_on)]),
            )
        };
        let lines = own.map(line).collect();
        self.part("posts", lines);
    }

    fn facts(&mut self) {
        let own = self.whole.facts.iter().filter(|one| one.person == self.person.id);
        let line = |one: &Fact| {
            let years = match (one.from_year, one.to_year) {
                (None, None) => String::new(),
                (from, to) => {
                    let year = |one: Option<i32>| one.map_or_else(|| "…".to_owned(), |year| year.to_string());
                    format!("{}–{}", year(from), year(to))
                }
            };
            let value =
                one.value.as_deref().map_or_else(|| self.say("rights-none"), |text| self.fact_value(one.kind, text));
            let until = one.retain_until.map(|day| self.speech.text("rights-until", &[("day", day.to_string())]));
            let class = self.speech.text(
                "rights-class",
                &[("class", one.class.code().into()), ("sure", self.speech.label("code", one.confidence))],
            );
            let purpose =
                one.purpose.as_ref().map(|text| self.speech.text("rights-purpose", &[("text", text.clone())]));
            let value = join([
                value,
                one.level.clone().unwrap_or_default(),
                years,
                class,
                purpose.unwrap_or_default(),
                until.unwrap_or_default(),
            ]);
            AccessRow {
                on: one.verified_on,
                source: one.source.clone(),
                ..self.line(one.id, self.speech.label("fact", one.kind), value)
            }
        };
        let lines = own.map(line).collect();
        self.part("facts", lines);
    }

    fn fact_value(&self, kind: FactKind, text: &str) -> String {
        let lang = self.speech.lang();
        let named = match kind {
            FactKind::NativePlace | FactKind::BirthPlace | FactKind::GrewUp => place_name(text, lang),
            FactKind::Dialect => dialect_name(text, lang).map(str::to_owned),
            FactKind::Language => language_name(text, lang).map(str::to_owned),
            _ => None,
        };
        named.unwrap_or_else(|| text.to_owned())
    }

    fn staff(&self, id: StaffId) -> String {
        names::staff_name(self.whole, id, self.speech.lang())
    }

    /// What was thought of the person, by whom and why.
    fn judgements(&mut self) {
        let id = self.person.id;
        let attitude = |level: Option<i8>| match level {
            Some(n) => self.say(&format!("attitude-{n}").replace("--", "-n")),
            None => self.say("attitude-unknown"),
        };
        let stances = self.whole.stances.iter().filter(|one| one.person == id).map(|one| AccessRow {
            on: Some(one.read_on),
            source: one.read_by.map(|by| self.staff(by)),
            ..self.line(one.id, self.say("rights-field-attitude"), join([attitude(one.level), one.evidence.clone()]))
        });
        let ties = self.whole.ties.iter().filter(|one| one.person == id).map(|one| {
            let level = self.say(&format!("tie-{}", one.level));
            let value = join([self.staff(one.staff), level, one.evidence.clone().unwrap_or_default()]);
            AccessRow { on: Some(one.read_on), ..self.line(one.id, self.say("rights-field-tie"), value) }
        });
        let seats: HashSet<SeatId> =
            self.whole.tenures.iter().filter(|one| one.person == id).map(|one| one.seat).collect();
        let members = self.whole.chain_members.iter().filter(|one| seats.contains(&one.seat)).map(|one| {
            let codes = |labels: Vec<String>| labels.join(if self.speech.lang() == Lang::ZhCn { "、" } else { ", " });
            let roles = codes(one.roles.iter().map(|role| self.speech.label("code", *role)).collect());
            let functions = codes(one.functions.iter().map(|role| self.speech.label("code", *role)).collect());
            let influence = one.influence_level.map_or_else(|| self.say("attitude-unknown"), |level| level.to_string());
            let weight =
                self.speech.text("rights-weight", &[("power", one.formal_power.to_string()), ("influence", influence)]);
            self.line(
                one.id,
                self.say("rights-field-part"),
                join([roles, functions, weight, one.function_evidence.clone().unwrap_or_default()]),
            )
        });
        let lines = stances.chain(ties).chain(members).chain(self.edges(&seats)).collect();
        self.part("judgements", lines);
    }

    /// Lines drawn from or to the person's seats that say something about them: who influences whom, who is at odds, and why we think so.
    fn edges(&self, seats: &HashSet<SeatId>) -> Vec<AccessRow> {
        let judged = |one: &&Edge| matches!(one.kind, EdgeKind::Influences | EdgeKind::ConflictsWith);
        let own = self.whole.edges.iter().filter(judged);
        let own = own.filter(|one| seats.contains(&one.from_seat) || seats.contains(&one.to_seat));
        let line = |one: &Edge| {
            let kind = self.speech.label("rights-edge", one.kind);
            let ends = format!("{} → {}", self.seat(one.from_seat), self.seat(one.to_seat));
            let strength = one.strength.map(|n| self.speech.text("rights-strength", &[("value", n.to_string())]));
            let evidence = one.evidence.clone().unwrap_or_default();
            let value = join([kind, ends, strength.unwrap_or_default(), self.span(one.from_on, one.to_on), evidence]);
            AccessRow { on: one.from_on, ..self.line(one.id, self.say("rights-field-edge"), value) }
        };
        own.map(line).collect()
    }

    fn elsewhere(&mut self, texts: Vec<(&'static str, Uuid, String)>) {
        let line = |(table, id, text): (&'static str, Uuid, String)| {
            self.line(format!("{table}:{id}"), table_label(table, &self.speech), text)
        };
        let lines = texts.into_iter().map(line).collect();
        self.part("elsewhere", lines);
    }

    /// Who was given papers with the person in them.
    fn recipients(&mut self, app: &App) -> Result<(), Error> {
        let copies = copies_with(self.whole, self.person.id).into_iter().map(|one| {
            let row = copy_row(self.whole, one, &self.speech);
            let holder = row.holder.unwrap_or_else(|| self.say("rights-no-holder"));
            let number = self
                .speech
                .text("rights-copy", &[("number", row.number.to_string()), ("version", row.version.to_string())]);
            AccessRow { on: Some(one.issued_on), ..self.line(one.id, row.edition, join([holder, row.visit, number])) }
        });
        let mut lines: Vec<AccessRow> = copies.collect();
        for (at, one) in written(app, self.whole, self.person.id)?.into_iter().enumerate() {
            let label = self.say(&format!("step-{}", one.op));
            lines.push(self.line(format!("written:{at}"), label, join([one.at, one.actor])));
        }
        self.part("recipients", lines);
        Ok(())
    }

    /// Who worked on the person's records, or looked at what is sensitive, and when.
    fn log(&mut self, app: &App) -> Result<(), Error> {
        let store = app.store()?;
        let mine = own_records(self.whole, self.person.id);
        let steps = store.steps_about(&mine)?;
        let id = Uuid::from(self.person.id);
        let entries = store.audit(|one| one.about == id || steps.contains(&one.about))?;
        let line = |(at, one): (usize, &store::AuditEntry)| {
            let why = audit::reason(one, &self.speech).unwrap_or_default();
            let value = join([one.at.clone(), one.actor.clone(), why]);
            self.line(format!("log:{at}"), audit::what(one, &self.speech), value)
        };
        let lines = entries.iter().enumerate().map(line).collect();
        self.part("log", lines);
        Ok(())
    }
}

/// The person and what is only about the person.
pub(super) fn own_records(s: &Snapshot, id: PersonId) -> HashSet<Uuid> {
    let mut all = HashSet::from([Uuid::from(id)]);
    all.extend(s.facts.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.stances.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.ties.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.tenures.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.touches.iter().filter(|one| one.people.contains(&id)).map(|one| one.id.0));
    all.extend(s.photos.iter().filter(|one| one.person == Some(id)).map(|one| one.id.0));
    all.extend(s.rights_requests.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.consents.iter().filter(|one| one.person == Some(id)).map(|one| one.id.0));
    all.extend(s.legal_holds.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.visit_guests.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all.extend(s.planned_touches.iter().filter(|one| one.person == id).map(|one| one.id.0));
    all
}

/// Texts that are there, with a dot between them.
fn join<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().filter(|one| !one.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}
