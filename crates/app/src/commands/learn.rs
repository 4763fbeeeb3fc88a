//! What a visit leaves behind in words: minutes and thanks as drafts, and what was learnt, offered as facts.
//!
//! Deliberately absent: keeping anything by itself. A draft is a draft; a fact is kept when somebody says so.

use domain::engine::forbidden::caught;
use domain::scene::Wording;
use domain::*;

use super::fact::new_fact;
use super::{clean_text, must};
use crate::names::{self, is_shielded};
use crate::wire::*;
use crate::words::{Speech, Words};
use crate::{App, Error};

/// What the log says about guests that is not kept yet.
pub fn offer_facts(app: &mut App, context: &ViewContext, request: OfferFacts) -> Result<FactOffers, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    must(&snapshot.visits, request.visit, "visit")?;
    let speech = app.words().speak(context.lang);
    let kept = |person: PersonId, text: &str| {
        snapshot.facts.iter().any(|one| one.person == person && one.value.as_deref() == Some(text))
    };
    let mut log: Vec<&VisitLogEntry> = snapshot.visit_log.iter().filter(|one| one.visit == request.visit).collect();
    log.sort_by_key(|one| (one.on, one.at, one.id));
    let told = log.into_iter().filter(|one| matches!(one.kind, LogKind::Said | LogKind::Asked));
    let offer = |one: &VisitLogEntry| {
        let (person, text) = (snapshot.person(one.person?)?, one.text.clone()?);
        if person.status == PersonStatus::Erased || kept(person.id, &text) {
            return None;
        }
        Some(FactOffer {
            entry: one.id,
            person: person.id,
            name: names::person_name(person, &speech),
            kind: if one.kind == LogKind::Asked { FactKind::Concern } else { FactKind::Note },
            source: speech.text("plan-source-visit", &[("day", speech.day(one.on))]),
            on: one.on,
            barred: !caught(&text).is_empty(),
            text,
        })
    };
    Ok(FactOffers { rows: told.filter_map(offer).collect() })
}

/// Keeps something learnt about a guest.
pub fn keep_fact(app: &mut App, context: &ViewContext, request: KeepFact) -> Result<Changed, Error> {
    let entry = app.store()?.get::<VisitLogEntry>(request.entry)?.ok_or(Error::missing("line"))?;
    let snapshot = app.account_of_visit(entry.visit)?;
    let person = must(&snapshot.people, entry.person.ok_or(Error::missing("person"))?, "person")?;
    if person.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    let value = clean_text(&request.value)?.ok_or(Error::refused("name-empty"))?;
    let source = clean_text(&request.source)?.ok_or(Error::refused("source-needed"))?;
    // What somebody eats is asked with its purpose, not picked up (F.2).
    if request.kind == FactKind::Diet {
        return Err(Error::refused("fact-diet"));
    }
    let fact = new_fact(person.id, request.kind, Some(value), &source, request.confidence, Some(entry.on));
    let fact = super::fact::with_purpose(app, context, fact, None);
    let (_, changed) = app.transact(context.lang, "keep-fact", |tx| Ok(tx.put(&fact)?))?;
    Ok(Changed { created: Some(fact.id.to_string()), ..changed })
}

/// Minutes drafted in both languages: who was there, what was on the agenda, what was said and promised.
pub fn draft_minutes(app: &mut App, _: &ViewContext, request: DraftMinutes) -> Result<DraftText, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let text = |lang| Some(minutes(&snapshot, visit, &app.words().speak(lang)));
    Ok(DraftText { text_zh: text(Lang::ZhCn), text_en: text(Lang::En) })
}

fn minutes(snapshot: &Snapshot, visit: &Visit, speech: &Speech) -> String {
    let comma = speech.say("app-list-comma");
    let person = |id: PersonId| snapshot.person(id).map(|one| names::person_name(one, speech));
    let mut guests: Vec<&VisitGuest> =
        snapshot.visit_guests.iter().filter(|one| one.visit == visit.id && one.attended != Some(false)).collect();
    guests.sort_by_key(|one| one.protocol_order);
    let theirs: Vec<String> = guests.iter().filter_map(|one| person(one.person)).collect();
    let host = visit.host.map(|id| names::staff_name(snapshot, id, speech.lang()));
    let mut lines = vec![
        speech.text("plan-minutes-day", &[("day", speech.full_day(visit.starts_on))]),
        speech.text("plan-minutes-theirs", &[("names", theirs.join(&comma))]),
    ];
    lines.extend(host.map(|name| speech.text("plan-minutes-host", &[("name", name)])));
    let mut items: Vec<&AgendaItem> = snapshot.agenda_items.iter().filter(|one| one.visit == visit.id).collect();
    items.sort_by_key(|one| (one.on, one.starts_at));
    let content = |one: &&&AgendaItem| !matches!(one.kind, AgendaKind::Movement | AgendaKind::Rest);
    for item in items.iter().filter(content) {
        let title = names::either(&item.title_zh, &item.title_en, speech.lang());
        lines.push(speech.text("plan-minutes-item", &[("time", item.starts_at.to_string()), ("title", title)]));
    }
    let mut log: Vec<&VisitLogEntry> = snapshot.visit_log.iter().filter(|one| one.visit == visit.id).collect();
    log.sort_by_key(|one| (one.on, one.at, one.id));
    for entry in log.iter().filter(|one| matches!(one.kind, LogKind::Said | LogKind::Asked | LogKind::Promised)) {
        let who =
            entry.person.and_then(person).or(entry.staff.map(|id| names::staff_name(snapshot, id, speech.lang())));
        let args = [("who", who.unwrap_or_default()), ("text", entry.text.clone().unwrap_or_default())];
        lines.push(speech.text(&format!("plan-minutes-{}", entry.kind.code()), &args));
    }
    lines.join("\n")
}

/// Words of thanks to a guest: what the guest saw of the visit, nothing of what we noted.
pub fn thank_you(app: &mut App, context: &ViewContext, request: ThankYou) -> Result<DraftText, Error> {
    let snapshot = app.account_of_visit(request.visit)?;
    let visit = must(&snapshot.visits, request.visit, "visit")?;
    let own = |one: &VisitGuest| one.visit == visit.id && one.person == request.person;
    if !snapshot.visit_guests.iter().any(own) {
        return Err(Error::missing("guest"));
    }
    let person = must(&snapshot.people, request.person, "person")?;
    if person.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    if is_shielded(&snapshot, person.id, context.today) {
        return Err(Error::refused("no-contact"));
    }
    let text = thanks(&snapshot, visit, person, request.lang, app.words());
    Ok(match request.lang {
        Lang::ZhCn => DraftText { text_zh: Some(text), text_en: None },
        Lang::En => DraftText { text_zh: None, text_en: Some(text) },
    })
}

fn thanks(snapshot: &Snapshot, visit: &Visit, person: &Person, lang: Lang, words: &Words) -> String {
    let speech = words.speak(lang);
    let host = visit.host.and_then(|id| snapshot.staff_member(id));
    let sender = host.map(|one| names::either(&one.name_zh, &one.name_en, lang));
    let company = snapshot.companies.first().map(|one| names::either(&one.name_zh, &one.name_en, lang));
    let address = address(person, &speech);
    let outbound = visit.direction == VisitDirection::Outbound;
    let key = if outbound { "plan-thanks-body-outbound" } else { "plan-thanks-body" };
    let mut lines = vec![
        speech.text("plan-thanks-address", &[("address", address)]),
        speech.text(key, &[("day", speech.day(visit.starts_on)), ("company", company.clone().unwrap_or_default())]),
    ];
    let seen = |one: &&AgendaItem| {
        let open = one.visit == visit.id && one.for_guests && matches!(one.kind, AgendaKind::Talks | AgendaKind::Tour);
        open && (one.theirs.is_empty() || one.theirs.contains(&person.id))
    };
    // The guests' own wording alone: another title may be ours.
    let titles: Vec<String> = snapshot
        .agenda_items
        .iter()
        .filter(seen)
        .filter_map(|one| if lang == Lang::En { one.guest_title_en.clone() } else { one.guest_title_zh.clone() })
        .collect();
    if !titles.is_empty() {
        let topics = titles.join(&speech.say("app-list-comma"));
        lines.push(speech.text("plan-thanks-topics", &[("topics", topics)]));
    }
    lines.push(speech.say("plan-thanks-close"));
    lines.extend([sender, company].into_iter().flatten().filter(|one| !one.is_empty()));
    lines.join("\n")
}

/// The form of address as told; else the surname with the neutral form of the language, else the name.
fn address(person: &Person, speech: &Speech) -> String {
    let told = if speech.lang() == Lang::En { &person.address_en } else { &person.address_zh };
    told.clone().unwrap_or_else(|| names::bare_name(person, speech))
}
