//! The court: who of ours answers for whom, and for which topic. Deliberately absent: loads and seams (`court_load`), writing
//! (`bond`, `court_line`, `mend`).

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::engine::asof::is_in_force;
use domain::engine::chain::{Holding, Stakeholder};
use domain::engine::drill::{self, Leavers};
use domain::engine::findings::over::{Loads, double_bookings};
use domain::engine::findings::{Finding, FindingCode, relevant_topics, topic_holders};
use domain::engine::reason::Severity;
use domain::engine::rules::RuleBook;
use domain::engine::score::{AccountScore, score_account};
use domain::engine::seniors::{SeniorMet, met_by_seniors};
use domain::*;

use super::rows::Desk;
use super::workspace::staff_chip;
use crate::names;
use crate::wire::{
    CourtAccount, CourtCell, CourtColumn, CourtRow, CourtRows, CourtTopic, CourtView, FindingRow, GetCourt,
    GetCourtRows, Leaving, MissingKind, SeniorLine, ViewContext,
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
    let mut all = Gathered::default();
    over_scores_without(app, who.as_ref(), request.as_of, |account, scored| {
        all.loads.add(account.id, &scored.score.stakeholders);
        if wanted.is_empty() || wanted.contains(&account.id) {
            all.take(account, scored, context.lang);
        }
    })?;
    let mut company = company(app)?;
    if let Some(who) = &who {
        company = drill::without(&company, who);
    }
    let senior = |one: &Staff| (one.status == StaffStatus::Departed, Reverse(one.rank_level), one.r#ref.clone());
    company.staff.sort_by_cached_key(senior);
    let over = all.loads.overloads(&company, request.as_of);
    let mut over: Vec<(AccountId, Finding)> =
        double_bookings(&company, request.as_of).into_iter().chain(over).collect();
    over.retain(|one| wanted.is_empty() || wanted.contains(&one.0));
    let counts = all.counts(&over);
    let whole_blocks = all.heads.iter().map(|one| one.seats).sum::<u32>() <= MOST_ROWS;
    let findings = worded(app, &day, who.as_ref(), &all.findings, &over)?;
    let mut accounts = all.heads;
    accounts.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.red.cmp(&a.red)));
    if whole_blocks {
        let ids: Vec<AccountId> = accounts.iter().map(|one| one.account).collect();
        accounts = blocks(app, &day, who.as_ref(), &ids)?;
    }
    let column = |one: &Staff| {
        let chip = staff_chip(one, context.lang);
        let role = app.words().speak(context.lang).label("code", one.job_role);
        CourtColumn {
            staff: one.id,
            name: chip.name,
            title: chip.title,
            role,
            owns: all.owns.get(&one.id).copied().unwrap_or(0),
            active: chip.active,
        }
    };
    Ok(CourtView {
        columns: company.staff.iter().filter(|one| all.used.contains(&one.id)).map(column).collect(),
        findings,
        findings_total: counts.0 + counts.1,
        gaps: counts.0,
        collisions: counts.1,
        unused: company
            .staff
            .iter()
            .filter(|one| one.status == StaffStatus::Active && !all.used.contains(&one.id))
            .map(|one| staff_chip(one, context.lang))
            .collect(),
        accounts,
        staff: company.staff.iter().map(|one| staff_chip(one, context.lang)).collect(),
    })
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
    let store = app.store()?;
    Ok(Snapshot {
        staff: store.list()?,
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
}

impl Scored {
    /// Reckons an account.
    pub fn of(snapshot: &Snapshot, account: AccountId, day: Day) -> Self {
        let held = |one: &&TopicAssignment| one.account == account && is_in_force(one.from_on, one.to_on, day);
        Self {
            score: score_account(snapshot, account, None, day),
            topics: relevant_topics(snapshot, account, day),
            topic_staff: snapshot.topic_assignments.iter().filter(held).map(|one| one.staff).collect(),
        }
    }
}

/// Hands the scores of every account to `each`, without their records.
pub(crate) fn over_scores(app: &mut App, day: Day, each: impl FnMut(&Account, &Scored)) -> Result<(), Error> {
    over_scores_without(app, None, day, each)
}

fn over_scores_without(
    app: &mut App,
    who: Option<&Leavers>,
    day: Day,
    mut each: impl FnMut(&Account, &Scored),
) -> Result<(), Error> {
    for account in app.store()?.list::<Account>()? {
        let scored = match who {
            Some(_) => read_without(app, account.id, who, day)?.1,
            None => app.score(account.id, day)?,
        };
        each(&account, &scored);
    }
    Ok(())
}

/// What one walk over the accounts brings together.
#[derive(Default)]
struct Gathered {
    heads: Vec<CourtAccount>,
    /// Severity, account and place in its score of each finding.
    findings: Vec<(Severity, AccountId, usize)>,
    codes: [u32; 2],
    used: HashSet<StaffId>,
    owns: HashMap<StaffId, u32>,
    loads: Loads,
}

impl Gathered {
    fn take(&mut self, account: &Account, scored: &Scored, lang: Lang) {
        let score = &scored.score;
        self.heads.push(head(account, scored, lang));
        for (at, one) in score.findings.iter().enumerate() {
            self.findings.push((one.severity, account.id, at));
            self.count(one.code);
        }
        for row in &score.stakeholders {
            for (kind, holders) in row.holders() {
                self.used.extend(holders.iter().copied());
                if kind == AssignmentKind::Owner {
                    holders.iter().for_each(|one| *self.owns.entry(*one).or_default() += 1);
                }
            }
            self.used.extend(row.ties.iter().map(|tie| tie.staff));
        }
        self.used.extend(scored.topic_staff.iter().copied());
    }

    fn count(&mut self, code: FindingCode) {
        self.codes[usize::from(code.code().starts_with('C'))] += 1;
    }

    /// Gaps and collisions, those over several accounts included.
    fn counts(&mut self, over: &[(AccountId, Finding)]) -> (u32, u32) {
        over.iter().for_each(|one| self.count(one.1.code));
        (self.codes[0], self.codes[1])
    }
}

/// The worst findings in words: those of accounts, and those over several.
fn worded(
    app: &mut App,
    day: &ViewContext,
    who: Option<&Leavers>,
    found: &[(Severity, AccountId, usize)],
    over: &[(AccountId, Finding)],
) -> Result<Vec<FindingRow>, Error> {
    // Those over several accounts come first among equals; what is not shown is not looked up.
    let mut worst: Vec<(Severity, AccountId, Option<usize>, usize)> =
        over.iter().enumerate().map(|(at, one)| (one.1.severity, one.0, None, at)).collect();
    worst.extend(found.iter().map(|one| (one.0, one.1, Some(one.2), one.2)));
    worst.sort_by_key(|one| Reverse(one.0));
    worst.truncate(MOST_FINDINGS);
    let mut by_account: HashMap<AccountId, Vec<(usize, Option<usize>, usize)>> = HashMap::new();
    for (place, one) in worst.iter().enumerate() {
        by_account.entry(one.1).or_default().push((place, one.2, one.3));
    }
    let mut rows: Vec<Option<FindingRow>> = worst.iter().map(|_| None).collect();
    for (id, wanted) in by_account {
        on_desk_without(app, day, who, id, |desk, scored| {
            let score = &scored.score;
            for (place, of_account, at) in wanted {
                let found = match of_account {
                    Some(at) => score.findings.get(at),
                    None => over.get(at).map(|one| &one.1),
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
