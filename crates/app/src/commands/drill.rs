//! The departure drill as shown: names, words and candidates. Deliberately absent: any writing; see [`accept`].

use std::collections::HashSet;
use std::sync::Arc;

use domain::engine::drill::{
    self, AccountDrill, Drill, Figures, Heir, Impact, Leaver, Leavers, Load, LostMatter, LostRow, MatterKind,
    pale_seats, team_of,
};
use domain::scene::Wording;
use domain::*;

use super::court::{cells, row_name};
use super::rows::Desk;
use super::workspace::staff_chips;
use crate::names::{self, Directory};
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

pub mod accept;

/// Most departures ranked on each side.
const MOST_IMPACTS: usize = 8;
/// Most people that leave at once.
const MOST_LEAVERS: usize = 500;

/// What falls when these leave. Nothing is written.
pub fn get_drill(app: &mut App, context: &ViewContext, request: GetDrill) -> Result<DrillView, Error> {
    let who = leavers(app, &request.staff, request.team, &request.people)?;
    let (found, whole) = run(app, &who, request.as_of)?;
    let mut accounts = Vec::with_capacity(found.accounts.len());
    for one in &found.accounts {
        let snapshot = app.account(one.account)?;
        let account = snapshot.account(one.account).ok_or(Error::missing("account"))?;
        let day = ViewContext { today: request.as_of, ..context.clone() };
        let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), &day);
        accounts.push(account_block(&desk, one));
    }
    let speech = app.words().speak(context.lang);
    let book = Directory::new(&whole, request.as_of);
    let rows = || accounts.iter().flat_map(|one: &DrillAccount| &one.rows);
    let matters = || accounts.iter().flat_map(|one: &DrillAccount| &one.matters);
    Ok(DrillView {
        as_of: request.as_of,
        leavers: named(&whole, &who, &request, &book, &speech),
        columns: columns(&whole, &accounts, &who, context.lang),
        unowned: rows().filter(|row| row.lost.contains(&AssignmentKind::Owner)).count() as u32,
        untied: rows().filter(|row| row.untied).count() as u32,
        promises: matters().filter(|one| one.kind == MatterKind::Promise).count() as u32,
        matters: matters().count() as u32,
        impacts: worst(&found).map(|one| impact(one, &book, &speech)).collect(),
        staff: staff_chips(&whole, context.lang),
        accounts,
    })
}

/// The figures above a map as they would be. Nothing is written.
pub fn get_figures_without(
    app: &mut App,
    context: &ViewContext,
    request: GetFiguresWithout,
) -> Result<MapFigures, Error> {
    let Leaving { staff, team, people } = &request.without;
    let who = leavers(app, staff, *team, people)?;
    let (snapshot, _) = super::court::read_without(app, request.account, Some(&who), request.as_of)?;
    let account = super::must(&snapshot.accounts, request.account, "account")?;
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let desk = Desk::new(&snapshot, account, app.words().speak(context.lang), &day);
    Ok(super::map::figures(&desk, request.decision))
}

/// Those who leave; each must be known, and not too many.
pub(crate) fn leavers(app: &mut App, staff: &[StaffId], team: bool, people: &[PersonId]) -> Result<Leavers, Error> {
    let whole = app.whole()?;
    staff.iter().try_for_each(|id| super::must(&whole.staff, *id, "staff").map(|_| ()))?;
    people.iter().try_for_each(|id| super::must(&whole.people, *id, "person").map(|_| ()))?;
    let mut who = Leavers { staff: staff.iter().copied().collect(), people: people.iter().copied().collect() };
    if team {
        who.staff = staff.iter().flat_map(|id| team_of(&whole, *id)).collect();
    }
    if who.staff.len() + who.people.len() > MOST_LEAVERS {
        return Err(Error::refused("too-many").with("limit", MOST_LEAVERS));
    }
    Ok(who)
}

/// The rehearsal over every account.
pub(crate) fn run(app: &mut App, who: &Leavers, as_of: Day) -> Result<(Drill, Arc<Snapshot>), Error> {
    let ids: Vec<AccountId> = app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect();
    let snapshots = ids
        .into_iter()
        .map(|id| Ok((id, app.account(id)?)))
        .collect::<Result<Vec<(AccountId, Arc<Snapshot>)>, Error>>()?;
    let whole = app.whole()?;
    let each = snapshots.iter().map(|(id, snapshot)| (*id, &**snapshot));
    Ok((drill::drill(each, who, Load::read(&whole, as_of), as_of), whole))
}

fn named(s: &Snapshot, who: &Leavers, request: &GetDrill, book: &Directory, speech: &Speech) -> Vec<DrillLeaver> {
    let lang = speech.lang();
    // Those asked for first, then those who come with their team.
    let more = who.staff.iter().filter(|id| !request.staff.contains(id));
    let staff = request.staff.iter().chain(more).filter_map(|id| s.staff_member(*id)).map(|one| DrillLeaver {
        staff: Some(one.id),
        person: None,
        name: names::either(&one.name_zh, &one.name_en, lang),
        title: names::either(&one.title_zh, &one.title_en, lang),
        team: team_of(s, one.id).len().saturating_sub(1) as u32,
    });
    let people = request.people.iter().filter_map(|id| book.person(*id)).map(|one| DrillLeaver {
        staff: None,
        person: Some(one.id),
        name: names::person_name(one, speech),
        title: names::post_of(s, one.id, request.as_of, lang),
        team: 0,
    });
    staff.chain(people).collect()
}

/// Those who leave, those who hold something in the rows, and the first candidates; seniors first.
fn columns(s: &Snapshot, accounts: &[DrillAccount], who: &Leavers, lang: Lang) -> Vec<StaffChip> {
    let rows = || accounts.iter().flat_map(|one| &one.rows);
    let mut shown: HashSet<StaffId> =
        rows().flat_map(|row| &row.cells).filter(|cell| !cell.kinds.is_empty()).map(|cell| cell.staff).collect();
    shown.extend(rows().flat_map(|row| &row.proposals).filter_map(|one| one.heirs.first()).map(|one| one.staff));
    let matters = accounts.iter().flat_map(|one| &one.matters);
    shown.extend(matters.filter_map(|one| one.heirs.first()).map(|one| one.staff));
    if accounts.iter().any(|one| !one.rows.is_empty() || !one.matters.is_empty()) {
        shown.extend(&who.staff);
    }
    staff_chips(s, lang).into_iter().filter(|one| shown.contains(&one.id)).collect()
}

fn figures(one: &Figures) -> DrillFigures {
    DrillFigures {
        coverage: one.coverage,
        support: one.support,
        risk: one.risk,
        our_share: one.our_share,
        their_share: one.their_share,
        thin: one.thin as u32,
        ownership_pct: one.ownership_pct,
    }
}

fn account_block(desk: &Desk, one: &AccountDrill) -> DrillAccount {
    DrillAccount {
        account: one.account,
        name: names::account_name(desk.account, desk.speech.lang()),
        tier: desk.account.tier,
        before: figures(&one.before),
        after: figures(&one.after),
        rows: one.rows.iter().map(|row| drill_row(desk, row)).collect(),
        matters: one.matters.iter().map(|matter| drill_matter(desk, matter)).collect(),
        shielded: one.shielded.len() as u32,
        pale: pale_seats(one),
    }
}

fn drill_row(desk: &Desk, row: &LostRow) -> DrillRow {
    let (before, speech) = (&row.before, &desk.speech);
    let seat = desk.snapshot.seat(before.seat);
    let proposal = |one: &drill::Proposal| DrillProposal {
        kind: one.kind,
        heirs: one.heirs.iter().map(|heir| drill_heir(desk, heir)).collect(),
    };
    let functions = before.functions.iter().filter(|_| row.leaves).map(|one| speech.label("code", *one));
    let roles = before.roles.iter().filter(|_| row.leaves).map(|one| speech.label("code", *one));
    DrillRow {
        seat: before.seat,
        name: row_name(desk, before),
        post: seat.map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, speech.lang())),
        holding: before.holding,
        formal_power: before.formal_power,
        influence_level: before.influence_level,
        weight: before.weight,
        cells: cells(before),
        loss: row.loss,
        lost: row.lost.clone(),
        untied: row.untied,
        leaves: row.leaves,
        note: note(row, speech),
        told: functions.chain(roles).collect(),
        proposals: row.proposals.iter().map(proposal).collect(),
        meet: row.meet,
    }
}

/// How long ago they were met, how well they are known, and whether anybody is left who knows them.
fn note(row: &LostRow, speech: &Speech) -> String {
    let args = [
        ("days", row.before.days.unwrap_or(0).to_string()),
        ("level", row.before.level.to_string()),
        ("left", row.after.level.to_string()),
    ];
    let key = match (row.before.days, row.before.level, row.after.level) {
        _ if row.leaves => "drill-note-leaves",
        (None, 0, _) => "drill-note-never",
        (Some(days), _, _) if days > row.before.cadence_days => "drill-note-lapsed",
        (_, level, 0) if level > 0 => "drill-note-untied",
        (_, level, left) if left < level => "drill-note-weaker",
        _ => "drill-note-same",
    };
    speech.text(key, &args)
}

fn drill_heir(desk: &Desk, heir: &Heir) -> DrillHeir {
    DrillHeir {
        staff: heir.staff,
        name: names::staff_name(desk.snapshot, heir.staff, desk.speech.lang()),
        level: heir.level,
        reasons: heir.reasons.iter().map(|one| desk.speech.reason(one, &desk.book)).collect(),
        introducer: heir.introducer,
    }
}

fn drill_matter(desk: &Desk, matter: &LostMatter) -> DrillMatter {
    let speech = &desk.speech;
    let (title, detail) = matter_words(desk, matter);
    let label = speech.label("drill-matter", matter.kind);
    DrillMatter {
        kind: matter.kind,
        id: matter.id.to_string(),
        title: if title.is_empty() { label } else { title },
        detail,
        holder: matter.holder,
        due: matter.due,
        heirs: matter.heirs.iter().map(|heir| drill_heir(desk, heir)).collect(),
    }
}

/// What it is, and what is to be known about handing it over.
fn matter_words(desk: &Desk, matter: &LostMatter) -> (String, String) {
    let (s, speech, lang) = (desk.snapshot, &desk.speech, desk.speech.lang());
    let due = matter.due.map_or_else(String::new, |day| speech.day(day));
    let text = match matter.kind {
        MatterKind::Promise => s
            .commitments
            .iter()
            .find(|one| one.id == matter.id.into())
            .map(|one| names::either(&one.text_zh, &one.text_en, lang)),
        MatterKind::Complaint => s
            .complaints
            .iter()
            .find(|one| one.id == matter.id.into())
            .map(|one| names::either(&one.text_zh, &one.text_en, lang)),
        MatterKind::Request => s
            .customer_requests
            .iter()
            .find(|one| one.id == matter.id.into())
            .map(|one| names::either(&one.text_zh, &one.text_en, lang)),
        MatterKind::Incident => s
            .incidents
            .iter()
            .find(|one| one.id == matter.id.into())
            .map(|one| names::either(&one.text_zh, &one.text_en, lang)),
        MatterKind::Warning => s
            .warning_notes
            .iter()
            .find(|one| one.id == matter.id.into())
            .map(|one| speech.say(&format!("warning-{}", one.code))),
        MatterKind::Visit => s.visit(matter.id.into()).and_then(|one| one.purpose.clone()),
        MatterKind::Task => s.tasks.iter().find(|one| one.id == matter.id.into()).and_then(|one| one.text.clone()),
        MatterKind::Contact => {
            matter.person.and_then(|id| desk.book.person(id)).map(|one| names::person_name(one, speech))
        }
        MatterKind::Topic => matter.topic.map(|one| speech.label("code", one)),
    };
    let key = format!("drill-matter-detail-{}", matter.kind.code());
    let parts = matter.parts.iter().map(|one| speech.label("drill-part", *one));
    let duties = matter.duties.iter().map(|one| speech.label("drill-duty", *one));
    let parts = parts.chain(duties).collect::<Vec<_>>().join(&speech.say("drill-join"));
    (text.unwrap_or_default(), speech.text(&key, &[("day", due), ("parts", parts)]))
}

/// The worst departures: ours first, then theirs.
fn worst(found: &Drill) -> impl Iterator<Item = &Impact> {
    let side = |ours: bool| {
        let own = found.impacts.iter().filter(move |one| matches!(one.who, Leaver::Ours(_)) == ours);
        own.take(MOST_IMPACTS)
    };
    side(true).chain(side(false))
}

fn impact(one: &Impact, book: &Directory, speech: &Speech) -> DrillImpact {
    let (staff, person, name) = match one.who {
        Leaver::Ours(id) => (Some(id), None, names::staff_name(book.snapshot, id, speech.lang())),
        Leaver::Theirs(id) => {
            (None, Some(id), book.person(id).map_or_else(String::new, |person| names::person_name(person, speech)))
        }
    };
    let account = book.snapshot.account(one.account);
    DrillImpact {
        staff,
        person,
        name,
        account: one.account,
        account_name: account.map_or_else(String::new, |one| names::account_name(one, speech.lang())),
        loss: one.loss,
    }
}
