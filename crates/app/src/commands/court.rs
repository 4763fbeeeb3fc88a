//! The court: who of ours answers for whom, and for which topic. Deliberately absent: loads and seams (`court_load`), writing
//! (`bond`, `court_line`, `mend`).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::engine::asof::is_in_force;
use domain::engine::chain::{Holding, Stakeholder};
use domain::engine::drill::{self, Leavers};
use domain::engine::findings::over::{Loads, double_bookings};
use domain::engine::findings::{Finding, FindingCode, relevant_topics, topic_holders};
use domain::engine::reason::Severity;
use domain::engine::rights::is_restricted;
use domain::engine::rules::RuleBook;
use domain::engine::score::{AccountScore, score_account};
use domain::engine::seniors::{SeniorMet, met_by_seniors};
use domain::*;

use super::rows::{BySeverity, Desk};
use super::workspace::chips_of;
use crate::known::reach_of;
use crate::names;
use crate::tell::Told;
use crate::wire::{
    CourtAccount, CourtCell, CourtColumn, CourtRow, CourtRows, CourtTopic, CourtView, FindingRow, GetCourt,
    GetCourtRows, Leaving, MissingKind, SeniorLine, StaffChip, ViewContext,
};
use crate::{App, Error};

/// With more stakeholders than this only the heads of accounts are sent.
const MOST_ROWS: u32 = 600;
/// Most accounts whose rows are asked for at once.
const MOST_ACCOUNTS: usize = 40;
/// Most findings sent; the panel has them account by account.
const MOST_FINDINGS: usize = 300;

/// Rows by account, a column for each of ours, findings with mends.
pub fn get_court(app: &mut App, context: &ViewContext, request: GetCourt) -> Result<CourtView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let who = leavers_of(app, request.without.as_ref())?;
    let wanted: HashSet<AccountId> = request.accounts.iter().copied().collect();
    let is_wanted = |id: &AccountId| wanted.is_empty() || wanted.contains(id);
    let mut parts = match &who {
        Some(who) => parts_without(app, &day, who)?,
        None => app.tell::<CourtPart>(&day)?,
    };
    let mut loads = Loads::default();
    parts.iter().for_each(|one| loads.join(&one.1.loads));
    parts.retain(|one| is_wanted(&one.0));
    let mut company = company(app)?;
    if let Some(who) = &who {
        company = drill::without(&company, who);
    }
    let over = loads.overloads(&company, request.as_of);
    let mut over: Vec<(AccountId, Finding)> =
        double_bookings(&company, request.as_of).into_iter().chain(over).collect();
    over.retain(|one| is_wanted(&one.0));
    let all = Gathered::of(&parts, &over);
    let mut accounts: Vec<CourtAccount> = parts.iter().map(|one| one.1.head.clone()).collect();
    accounts.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.red.cmp(&a.red)));
    if accounts.iter().map(|one| one.seats).sum::<u32>() <= MOST_ROWS {
        let ids: Vec<AccountId> = accounts.iter().map(|one| one.account).collect();
        accounts = blocks(app, &day, who.as_ref(), &ids)?;
    }
    let chips = match &who {
        Some(_) => chips_of(&company.staff, context.lang).into(),
        None => app.chips(context.lang)?,
    };
    Ok(CourtView {
        columns: columns(app, context.lang, &company, &chips, &all),
        findings: worded(app, &day, who.as_ref(), &parts, &over)?,
        findings_total: all.gaps + all.collisions,
        gaps: all.gaps,
        collisions: all.collisions,
        unused: chips.iter().filter(|one| at_work(&company, one) && !all.used.contains(&one.id)).cloned().collect(),
        accounts,
        staff: chips.to_vec(),
    })
}

/// Somebody who is away for long has no column to be given anything in.
fn at_work(company: &Snapshot, chip: &StaffChip) -> bool {
    company.staff_member(chip.id).is_some_and(|one| one.status == StaffStatus::Active)
}

/// A column for each of ours who is in any row.
fn columns(app: &App, lang: Lang, company: &Snapshot, chips: &[StaffChip], all: &Gathered) -> Vec<CourtColumn> {
    let speech = app.words().speak(lang);
    let roles: HashMap<JobRole, String> = JobRole::ALL.iter().map(|one| (*one, speech.label("code", *one))).collect();
    let role = |id| company.staff_member(id).and_then(|one| roles.get(&one.job_role)).cloned().unwrap_or_default();
    let column = |one: &StaffChip| CourtColumn {
        staff: one.id,
        name: one.name.clone(),
        title: one.title.clone(),
        role: role(one.id),
        owns: all.owns.get(&one.id).copied().unwrap_or(0),
        active: one.active,
    };
    chips.iter().filter(|one| all.used.contains(&one.id)).map(column).collect()
}

/// Rows of accounts whose heads were sent.
pub fn get_court_rows(app: &mut App, context: &ViewContext, request: GetCourtRows) -> Result<CourtRows, Error> {
    if request.accounts.len() > MOST_ACCOUNTS {
        return Err(Error::refused("too-many").with("limit", MOST_ACCOUNTS));
    }
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let who = leavers_of(app, request.without.as_ref())?;
    Ok(CourtRows { accounts: blocks(app, &day, who.as_ref(), &request.accounts)? })
}

/// Those without whom the court is looked at; nobody: the court of the day.
fn leavers_of(app: &mut App, without: Option<&Leaving>) -> Result<Option<Leavers>, Error> {
    let asked = without.filter(|one| !one.staff.is_empty() || !one.people.is_empty());
    asked.map(|one| super::drill::leavers(app, &one.staff, one.team, &one.people)).transpose()
}

/// An account's records and scores, without those who leave where they have anything in it.
pub(super) fn read_without(
    app: &mut App,
    id: AccountId,
    who: Option<&Leavers>,
    day: Day,
) -> Result<(Arc<Snapshot>, Arc<Scored>), Error> {
    let snapshot = app.account(id)?;
    match who.filter(|who| drill::concerns(&snapshot, who)) {
        Some(who) => {
            let left = drill::without(&snapshot, who);
            let scored = Scored::of(&left, id, day);
            Ok((Arc::new(left), Arc::new(scored)))
        }
        None => Ok((snapshot, app.score(id, day)?)),
    }
}

/// What is needed of every account to see who is in two places at once, without everybody's people.
pub(crate) fn company(app: &mut App) -> Result<Snapshot, Error> {
    let staff = app.staff()?.to_vec();
    let store = app.store()?;
    Ok(Snapshot {
        staff,
        visits: store.list()?,
        visit_guests: store.list()?,
        agenda_items: store.list()?,
        planned_touches: store.list()?,
        ..Snapshot::default()
    })
}

/// What is reckoned of an account on a day: its scores, the topics that need somebody, and who of ours answers for any.
pub(crate) struct Scored {
    pub score: AccountScore,
    topics: Vec<Topic>,
    topic_staff: Vec<StaffId>,
    /// The people the account had in reach, in order.
    people: Box<[PersonId]>,
}

impl Scored {
    /// Reckons an account.
    pub fn of(snapshot: &Snapshot, account: AccountId, day: Day) -> Self {
        let held = |one: &&TopicAssignment| one.account == account && is_in_force(one.from_on, one.to_on, day);
        Self {
            score: score_account(snapshot, account, None, day),
            topics: relevant_topics(snapshot, account, day),
            topic_staff: snapshot.topic_assignments.iter().filter(held).map(|one| one.staff).collect(),
            people: reach_of(snapshot).into_iter().collect(),
        }
    }

    /// Whether any of these people is in reach of the account.
    pub fn reaches(&self, people: &BTreeSet<PersonId>) -> bool {
        people.iter().any(|one| self.people.binary_search(one).is_ok())
    }
}

/// The scores of every account on a day, without their records.
pub(crate) fn scores(app: &mut App, context: &ViewContext) -> Result<Vec<(AccountId, Arc<Scored>)>, Error> {
    let accounts = app.tell::<()>(context)?;
    accounts.into_iter().map(|(id, _)| Ok((id, app.score(id, context.today)?))).collect()
}

/// What the court tells of an account without its rows.
pub(crate) struct CourtPart {
    head: CourtAccount,
    findings: BySeverity,
    gaps: u32,
    collisions: u32,
    /// Who of ours is in any row or topic, each once.
    used: Vec<StaffId>,
    /// How many rows each owns.
    owns: Vec<(StaffId, u32)>,
    pub loads: Loads,
}

impl Told for CourtPart {
    type Ground = ();

    fn ground(_: &ViewContext) -> Self::Ground {}

    fn of((): &(), desk: &Desk, scored: &Scored) -> Self {
        let score = &scored.score;
        let (mut used, mut owns) = (BTreeSet::new(), BTreeMap::new());
        for row in &score.stakeholders {
            for (kind, holders) in row.holders() {
                used.extend(holders.iter().copied());
                if kind == AssignmentKind::Owner {
                    holders.iter().for_each(|one| *owns.entry(*one).or_default() += 1);
                }
            }
            used.extend(row.ties.iter().map(|tie| tie.staff));
        }
        used.extend(scored.topic_staff.iter().copied());
        let mut loads = Loads::default();
        loads.add(desk.account.id, &score.stakeholders);
        let collisions = score.findings.iter().filter(|one| is_collision(one.code)).count() as u32;
        Self {
            head: head(desk.account, scored, desk.speech.lang()),
            findings: BySeverity::of(&score.findings),
            gaps: score.findings.len() as u32 - collisions,
            collisions,
            used: used.into_iter().collect(),
            owns: owns.into_iter().collect(),
            loads,
        }
    }
}

fn is_collision(code: FindingCode) -> bool {
    code.code().starts_with('C')
}

/// The same of every account without those who leave: nothing of it is kept.
fn parts_without(app: &mut App, day: &ViewContext, who: &Leavers) -> Result<Vec<(AccountId, Arc<CourtPart>)>, Error> {
    let ids: Vec<AccountId> = app.listed()?.iter().map(|one| one.id).collect();
    let part = |desk: &Desk, scored: &Scored| Arc::new(CourtPart::of(&(), desk, scored));
    ids.into_iter().map(|id| Ok((id, on_desk_without(app, day, Some(who), id, part)?))).collect()
}

/// What the accounts looked at add up to, findings over several of them included.
struct Gathered {
    used: HashSet<StaffId>,
    owns: HashMap<StaffId, u32>,
    gaps: u32,
    collisions: u32,
}

impl Gathered {
    fn of(parts: &[(AccountId, Arc<CourtPart>)], over: &[(AccountId, Finding)]) -> Self {
        let mut all = Self { used: HashSet::new(), owns: HashMap::new(), gaps: 0, collisions: 0 };
        for (_, part) in parts {
            all.used.extend(part.used.iter().copied());
            part.owns.iter().for_each(|(staff, rows)| *all.owns.entry(*staff).or_default() += rows);
            (all.gaps, all.collisions) = (all.gaps + part.gaps, all.collisions + part.collisions);
        }
        let apart = over.iter().filter(|one| is_collision(one.1.code)).count() as u32;
        (all.gaps, all.collisions) = (all.gaps + over.len() as u32 - apart, all.collisions + apart);
        all
    }
}

/// Where a finding that is shown stands: in the score of its account, or among those over several accounts.
enum Stands {
    Score(usize),
    Over(usize),
}

/// The worst findings, those over several accounts first among equals.
fn worst(parts: &[(AccountId, Arc<CourtPart>)], over: &[(AccountId, Finding)]) -> Vec<(AccountId, Stands)> {
    let mut shown = Vec::new();
    for severity in BySeverity::WORST_FIRST {
        let apart = over.iter().enumerate().filter(|one| one.1.1.severity == severity);
        let apart = apart.map(|(at, one)| (one.0, Stands::Over(at)));
        let own = parts.iter().flat_map(|(id, part)| part.findings.at(severity).iter().map(|at| (*id, *at)));
        let own = own.map(|(id, at)| (id, Stands::Score(at as usize)));
        let room = MOST_FINDINGS - shown.len();
        shown.extend(apart.chain(own).take(room));
    }
    shown
}

/// The worst findings in words. What is not shown is not looked up.
fn worded(
    app: &mut App,
    day: &ViewContext,
    who: Option<&Leavers>,
    parts: &[(AccountId, Arc<CourtPart>)],
    over: &[(AccountId, Finding)],
) -> Result<Vec<FindingRow>, Error> {
    let shown = worst(parts, over);
    let mut by_account: BTreeMap<AccountId, Vec<(usize, &Stands)>> = BTreeMap::new();
    for (place, (account, stands)) in shown.iter().enumerate() {
        by_account.entry(*account).or_default().push((place, stands));
    }
    let mut rows: Vec<Option<FindingRow>> = shown.iter().map(|_| None).collect();
    for (id, wanted) in by_account {
        on_desk_without(app, day, who, id, |desk, scored| {
            let score = &scored.score;
            for (place, stands) in wanted {
                let found = match stands {
                    Stands::Score(at) => score.findings.get(*at),
                    Stands::Over(at) => over.get(*at).map(|one| &one.1),
                };
                if let (Some(row), Some(found)) = (rows.get_mut(place), found) {
                    let worded = desk.finding(found, &score.stakeholders);
                    // What a rehearsal finds is mended by its plan.
                    let mends = if who.is_some() { Vec::new() } else { worded.mends };
                    *row = Some(FindingRow { mends, ..worded });
                }
            }
        })?;
    }
    Ok(rows.into_iter().flatten().collect())
}

/// Runs `work` with one account and its scores.
pub(crate) fn on_desk<T>(
    app: &mut App,
    day: &ViewContext,
    id: AccountId,
    work: impl FnOnce(&Desk, &Scored) -> T,
) -> Result<T, Error> {
    on_desk_without(app, day, None, id, work)
}

fn on_desk_without<T>(
    app: &mut App,
    day: &ViewContext,
    who: Option<&Leavers>,
    id: AccountId,
    work: impl FnOnce(&Desk, &Scored) -> T,
) -> Result<T, Error> {
    let (snapshot, score) = read_without(app, id, who, day.today)?;
    let account = snapshot.account(id).ok_or(Error::missing("account"))?;
    Ok(work(&Desk::new(&snapshot, account, app.words().speak(day.lang), day), &score))
}

fn blocks(
    app: &mut App,
    day: &ViewContext,
    who: Option<&Leavers>,
    ids: &[AccountId],
) -> Result<Vec<CourtAccount>, Error> {
    ids.iter().map(|id| on_desk_without(app, day, who, *id, account_block)).collect()
}

fn head(account: &Account, scored: &Scored, lang: Lang) -> CourtAccount {
    let score = &scored.score;
    let severity = |wanted: Severity| score.findings.iter().filter(|one| one.severity == wanted).count() as u32;
    CourtAccount {
        account: account.id,
        name: names::account_name(account, lang),
        tier: account.tier,
        ownership_pct: score.ownership_pct,
        seats: score.stakeholders.len() as u32,
        red: severity(Severity::Red),
        amber: severity(Severity::Amber),
        topic_rows: scored.topics.len() as u32,
        loaded: false,
        rows: Vec::new(),
        topics: Vec::new(),
    }
}

fn account_block(desk: &Desk, scored: &Scored) -> CourtAccount {
    let score = &scored.score;
    let book = RuleBook::on(desk.snapshot, desk.account.id, desk.today);
    let met = met_by_seniors(desk.snapshot, desk.account.tier, &score.stakeholders, desk.today);
    let met: HashMap<SeatId, SeniorMet> = met.into_iter().map(|one| (one.seat, one)).collect();
    let row = |row: &Stakeholder| CourtRow {
        proposed: proposed(&book, score, row),
        senior: met.get(&row.seat).map(|one| senior_line(desk, one)),
        ..court_row(desk, score, row)
    };
    CourtAccount {
        loaded: true,
        rows: score.stakeholders.iter().map(row).collect(),
        topics: topic_rows(desk, scored),
        ..head(desk.account, scored, desk.speech.lang())
    }
}

/// Whom the rules name, where nobody owns the row or somebody was chosen against them and nobody confirmed it.
fn proposed(book: &RuleBook, score: &AccountScore, row: &Stakeholder) -> Option<StaffId> {
    let codes = [FindingCode::NoOwner, FindingCode::InactiveOwner, FindingCode::RuleConflict];
    let open = |one: &Finding| one.seat == Some(row.seat) && codes.contains(&one.code);
    if book.is_empty() || !score.findings.iter().any(open) {
        return None;
    }
    book.proposal(row)?.staff.first().copied()
}

fn senior_line(desk: &Desk, met: &SeniorMet) -> SeniorLine {
    let (staff, on) = (met.last.map(|one| one.0), met.last.map(|one| one.1));
    SeniorLine { staff, name: staff.map(|id| desk.staff(id)), on, days: met.days, late: met.late }
}

/// All topics, the relevant ones marked; the others stay, so that one can give them out.
fn topic_rows(desk: &Desk, scored: &Scored) -> Vec<CourtTopic> {
    let row = |topic: Topic| {
        let mut cells: Vec<CourtCell> = Vec::new();
        for kind in AssignmentKind::ALL {
            for staff in topic_holders(desk.snapshot, desk.account.id, topic, *kind, desk.today) {
                add_kind(&mut cells, staff, *kind, None);
            }
        }
        let gap = scored.score.findings.iter().find(|one| one.code == FindingCode::Unowned && one.topic == Some(topic));
        let owners = cells.iter().filter(|one| one.kinds.contains(&AssignmentKind::Owner)).count();
        let missing = gap.map(|one| MissingKind { kind: AssignmentKind::Owner, severity: one.severity });
        CourtTopic {
            topic,
            label: desk.speech.label("code", topic),
            relevant: scored.topics.contains(&topic),
            missing: missing.into_iter().collect(),
            collision: owners > 1,
            cells,
        }
    };
    Topic::ALL.iter().map(|one| row(*one)).collect()
}

fn add_kind(cells: &mut Vec<CourtCell>, staff: StaffId, kind: AssignmentKind, level: Option<u8>) {
    match cells.iter_mut().find(|one| one.staff == staff) {
        Some(cell) => cell.kinds.push(kind),
        None => cells.push(CourtCell { staff, kinds: vec![kind], level }),
    }
}

fn court_row(desk: &Desk, score: &AccountScore, row: &Stakeholder) -> CourtRow {
    let own = |code: FindingCode| {
        score.findings.iter().find(|one| one.seat == Some(row.seat) && one.code == code).map(|one| one.severity)
    };
    let missing = [
        (AssignmentKind::Owner, own(FindingCode::NoOwner).or(own(FindingCode::InactiveOwner))),
        (AssignmentKind::Backup, own(FindingCode::NoBackup)),
        (AssignmentKind::Sponsor, own(FindingCode::NoSponsor)),
    ];
    CourtRow {
        seat: row.seat,
        name: row_name(desk, row),
        post: desk.book.seat_title(row.seat, desk.speech.lang()),
        holding: row.holding,
        formal_power: row.formal_power,
        influence_level: row.influence_level,
        weight: row.weight,
        in_chain: row.in_chain,
        no_contact: row.no_contact,
        restricted: row.person.is_some_and(|id| is_restricted(desk.snapshot, id, desk.today)),
        cells: cells(row),
        missing: missing
            .into_iter()
            .filter_map(|(kind, severity)| severity.map(|severity| MissingKind { kind, severity }))
            .collect(),
        collision: own(FindingCode::DoubleOwner).is_some(),
        proposed: None,
        senior: None,
    }
}

/// The holder, or what the row is called while nobody is known to sit there.
pub(crate) fn row_name(desk: &Desk, row: &Stakeholder) -> String {
    match (row.holding, row.person.and_then(|id| desk.book.person(id))) {
        (Holding::Held, Some(person)) => names::person_name(person, &desk.speech),
        (Holding::Erased, _) => desk.speech.say("app-erased-person"),
        (Holding::Placeholder, _) => desk.speech.say("app-unknown-person"),
        _ => desk.speech.say("app-vacant"),
    }
}

pub(super) fn cells(row: &Stakeholder) -> Vec<CourtCell> {
    let level = |staff: StaffId| row.ties.iter().find(|tie| tie.staff == staff).map(|tie| tie.level);
    let mut cells: Vec<CourtCell> = Vec::new();
    for (kind, holders) in row.holders() {
        for staff in holders {
            add_kind(&mut cells, *staff, kind, level(*staff));
        }
    }
    let holds = |staff: StaffId, cells: &[CourtCell]| cells.iter().any(|one| one.staff == staff);
    for tie in &row.ties {
        if !holds(tie.staff, &cells) {
            cells.push(CourtCell { staff: tie.staff, kinds: vec![], level: Some(tie.level) });
        }
    }
    cells
}
