//! Lines of the court: teams, rules, topics, authority; read, put, removed, with undo. Deliberately absent: what follows from
//! them (`court`, the engines).

use domain::engine::asof::is_in_force;
use domain::engine::chain::Stakeholder;
use domain::engine::rules::{RuleBook, RuleReach};
use domain::*;
use store::{Table, Tx};

use super::court::{on_desk, row_name};
use super::dated::end;
use super::rows::Desk;
use super::{clean_name, must};
use crate::names;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Names shown of those a rule meets.
const MOST_NAMES: usize = 8;

/// Says of a kind of line what differs between kinds.
pub(crate) trait CourtRecord: Table<Id: std::fmt::Display> + Clone {
    /// Name of the step that writes it.
    const PUT: &'static str;
    /// Name of the step that removes it.
    const REMOVE: &'static str;
    fn set_id(&mut self, id: Self::Id);
    /// Cleans the texts and refuses what cannot be.
    fn check(&mut self, ground: &Ground) -> Result<(), Error>;
}

/// What a line is checked against.
pub(crate) struct Ground<'a> {
    app: &'a App,
}

impl Ground<'_> {
    fn there<R: Table>(&self, id: R::Id, what: &str) -> Result<R, Error> {
        self.app.store()?.get::<R>(id)?.ok_or_else(|| Error::missing(what))
    }
    /// One of ours who may be given something: known, and not departed.
    fn staff(&self, id: StaffId) -> Result<(), Error> {
        match self.there::<Staff>(id, "staff")?.status {
            StaffStatus::Departed => Err(Error::refused("staff-left")),
            _ => Ok(()),
        }
    }
    /// Lines that ended keep those who left since.
    fn staff_on(&self, id: StaffId, to_on: Option<Day>) -> Result<(), Error> {
        if to_on.is_some() { self.there::<Staff>(id, "staff").map(drop) } else { self.staff(id) }
    }
}

fn in_order(from: Option<Day>, to: Option<Day>) -> Result<(), Error> {
    match from.zip(to) {
        Some((from, to)) if to < from => Err(Error::refused("days-turned")),
        _ => Ok(()),
    }
}

macro_rules! court_record {
    ($record:ident $step:literal, $check:expr) => {
        impl CourtRecord for $record {
            const PUT: &'static str = concat!("put-", $step);
            const REMOVE: &'static str = concat!("remove-", $step);
            fn set_id(&mut self, id: Self::Id) {
                self.id = id;
            }
            fn check(&mut self, ground: &Ground) -> Result<(), Error> {
                let check: fn(&mut Self, &Ground) -> Result<(), Error> = $check;
                check(self, ground)
            }
        }
    };
}

court_record!(TeamMember "team-member", |line, ground| {
    ground.there::<Account>(line.account, "account")?;
    ground.staff_on(line.staff, line.to_on)?;
    in_order(line.from_on, line.to_on)
});
court_record!(CoverageRule "coverage-rule", |line, ground| {
    line.function = line.function.as_deref().map(clean_name).transpose()?.flatten();
    if let Some(account) = line.account {
        ground.there::<Account>(account, "account")?;
    }
    if let Some(unit) = line.unit {
        let unit = ground.there::<OrgUnit>(unit, "unit")?;
        if line.account != Some(unit.account) {
            return Err(Error::refused("rule-unit"));
        }
    }
    let ranks = [line.rank_from, line.rank_to].into_iter().flatten().collect::<Vec<_>>();
    if ranks.iter().any(|rank| !(1..=10).contains(rank)) || line.rank_from.zip(line.rank_to).is_some_and(|(from, to)| to < from) {
        return Err(Error::refused("rank-range"));
    }
    Ok(())
});
court_record!(TopicAssignment "topic-assignment", |line, ground| {
    ground.there::<Account>(line.account, "account")?;
    ground.staff_on(line.staff, line.to_on)?;
    in_order(line.from_on, line.to_on)
});
court_record!(CommitmentAuthority "authority", |line, ground| {
    let mut seen = Vec::new();
    line.roles.retain(|one| !seen.contains(one) && { seen.push(*one); true });
    let topic = line.topic;
    let others = ground.app.store()?.list::<CommitmentAuthority>()?;
    if others.iter().any(|one| one.topic == topic && one.id != line.id) {
        return Err(Error::refused("authority-twice"));
    }
    Ok(())
});

/// Writes one line.
pub fn put_court_line(app: &mut App, context: &ViewContext, request: PutCourtLine) -> Result<Changed, Error> {
    fn put<R: CourtRecord>(app: &mut App, context: &ViewContext, mut line: R, new: bool) -> Result<Changed, Error> {
        if new {
            line.set_id(new_id());
        } else if app.store()?.get::<R>(line.id())?.is_none() {
            return Err(Error::missing("line"));
        }
        line.check(&Ground { app })?;
        let (_, changed) = app.transact(context.lang, R::PUT, |tx| Ok::<(), Error>(tx.put(&line)?))?;
        Ok(Changed { created: new.then(|| line.id().to_string()), ..changed })
    }
    macro_rules! by_kind {
        ($($record:ident $field:ident),+ $(,)?) => {
            match request.line { $(CourtLine::$record(one) => put(app, context, one, request.new)),+ }
        };
    }
    for_each_court_line!(by_kind)
}

/// Removes a line.
pub fn remove_court_line(app: &mut App, context: &ViewContext, request: RemoveCourtLine) -> Result<Changed, Error> {
    fn remove<R: CourtRecord>(app: &mut App, context: &ViewContext, id: uuid::Uuid) -> Result<Changed, Error> {
        let id = R::Id::from(id);
        app.store()?.get::<R>(id)?.ok_or(Error::missing("line"))?;
        let (_, changed) = app.transact(context.lang, R::REMOVE, |tx| Ok::<bool, Error>(tx.remove::<R>(id)?))?;
        Ok(changed)
    }
    let id = uuid::Uuid::parse_str(&request.id).map_err(|_| Error::missing("line"))?;
    macro_rules! by_kind {
        ($($record:ident $field:ident),+ $(,)?) => {
            match request.kind { $(CourtLineKind::$record => remove::<$record>(app, context, id)),+ }
        };
    }
    for_each_court_line!(by_kind)
}

fn held<'a>(snapshot: &'a Snapshot, request: &AssignTopic) -> impl Iterator<Item = &'a TopicAssignment> {
    let (account, topic, kind, on) = (request.account, request.topic, request.kind, request.on);
    snapshot.topic_assignments.iter().filter(move |one| {
        one.account == account && one.topic == topic && one.kind == kind && is_in_force(one.from_on, one.to_on, on)
    })
}

/// Makes one of ours answer for a topic. There is one owner: a new one ends the others.
pub fn assign_topic(app: &mut App, context: &ViewContext, request: AssignTopic) -> Result<Changed, Error> {
    let snapshot = app.account(request.account)?;
    if must(&snapshot.staff, request.staff, "staff")?.status == StaffStatus::Departed {
        return Err(Error::refused("staff-left"));
    }
    let (same, others): (Vec<_>, Vec<_>) =
        held(&snapshot, &request).cloned().partition(|one| one.staff == request.staff);
    let others: Vec<TopicAssignment> = others.into_iter().filter(|_| request.kind == AssignmentKind::Owner).collect();
    if !same.is_empty() && others.is_empty() {
        return Err(Error::refused("already-assigned"));
    }
    let AssignTopic { account, topic, staff, kind, on } = request;
    let new = TopicAssignment {
        id: new_id(),
        r#ref: None,
        account,
        topic,
        staff,
        kind,
        from_on: Some(on),
        to_on: None,
        manual: true,
    };
    let (_, changed) = app.transact(context.lang, "assign-topic", |tx: &mut Tx| {
        others.into_iter().try_for_each(|one| end(tx, one, on))?;
        if same.is_empty() {
            tx.put(&new)?;
        }
        Ok::<(), Error>(())
    })?;
    Ok(changed)
}

/// Ends that one of ours answers for a topic.
pub fn end_topic(app: &mut App, context: &ViewContext, request: EndTopic) -> Result<Changed, Error> {
    let EndTopic { account, topic, staff, kind, on } = request;
    let snapshot = app.account(account)?;
    let asked = AssignTopic { account, topic, staff, kind, on };
    let held: Vec<TopicAssignment> = held(&snapshot, &asked).filter(|one| one.staff == staff).cloned().collect();
    if held.is_empty() {
        return Err(Error::missing("assignment"));
    }
    let (_, changed) =
        app.transact(context.lang, "end-topic", |tx| held.into_iter().try_for_each(|one| end(tx, one, on)))?;
    Ok(changed)
}

/// Teams, rules, topics and authority of one account or of all, with how far each rule reaches.
pub fn get_court_lines(app: &mut App, context: &ViewContext, request: GetCourtLines) -> Result<CourtLines, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let own = |account: AccountId| request.account.is_none_or(|one| one == account);
    let store = app.store()?;
    let mut rules: Vec<CoverageRule> = store.list()?;
    rules.retain(|one| one.account.is_none_or(own));
    rules.sort_by_key(|one| (one.position, one.account.is_none(), one.id));
    let mut team: Vec<TeamMember> = store.list()?;
    team.retain(|one| own(one.account));
    team.sort_by_key(|one| (one.account, !one.lead, one.id));
    let mut topics: Vec<TopicAssignment> = store.list()?;
    topics.retain(|one| own(one.account));
    let authorities: Vec<CommitmentAuthority> = store.list()?;
    let units: Vec<OrgUnit> = match request.account {
        Some(account) => store.list_by::<OrgUnit>("account", account)?,
        None => {
            let named = rules.iter().filter_map(|one| one.unit).map(|id| store.get::<OrgUnit>(id));
            named.filter_map(Result::transpose).collect::<Result<_, _>>()?
        }
    };
    let reaches = reaches(app, &day, request.account, &rules)?;
    let staff = app.chips(context.lang)?.to_vec();
    let speech = app.words().speak(context.lang);
    let unit = |one: &OrgUnit| Choice {
        code: one.id.to_string(),
        label: names::either(&one.name_zh, &one.name_en, context.lang),
    };
    Ok(CourtLines {
        team_members: team,
        coverage_rules: rules,
        topic_assignments: topics,
        commitment_authorities: authorities,
        reaches,
        job_roles: speech.choices::<JobRole>("code"),
        topics: speech.choices::<Topic>("code"),
        units: units.iter().map(unit).collect(),
        staff,
    })
}

/// How far a rule would reach, as if it stood at its place among the others.
pub fn preview_rule(app: &mut App, context: &ViewContext, request: PreviewRule) -> Result<RuleReachLine, Error> {
    let mut rule = request.rule;
    rule.check(&Ground { app })?;
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let mut others: Vec<CoverageRule> = app.store()?.list()?;
    others.retain(|one| one.id != rule.id);
    let mut tally = Tally::new(rule.id);
    for id in accounts_of(app, rule.account)? {
        on_desk(app, &day, id, |desk, scored| {
            let rules = others.iter().filter(|one| one.account.is_none_or(|of| of == id)).chain([&rule]).collect();
            let book = RuleBook::with(desk.snapshot, id, day.today, rules);
            tally.add(desk, &book, &rule, &scored.score.stakeholders);
        })?;
    }
    Ok(tally.line())
}

fn accounts_of(app: &App, account: Option<AccountId>) -> Result<Vec<AccountId>, Error> {
    Ok(match account {
        Some(account) => vec![account],
        None => app.store()?.list::<Account>()?.into_iter().map(|one| one.id).collect(),
    })
}

/// One line a rule, in their order, over the account asked for or all.
fn reaches(
    app: &mut App,
    day: &ViewContext,
    account: Option<AccountId>,
    rules: &[CoverageRule],
) -> Result<Vec<RuleReachLine>, Error> {
    let mut tallies: Vec<Tally> = rules.iter().map(|one| Tally::new(one.id)).collect();
    for id in accounts_of(app, account)? {
        on_desk(app, day, id, |desk, scored| {
            let book = RuleBook::on(desk.snapshot, id, day.today);
            for (rule, tally) in rules.iter().zip(&mut tallies) {
                if rule.account.is_none_or(|of| of == id) {
                    tally.add(desk, &book, rule, &scored.score.stakeholders);
                }
            }
        })?;
    }
    Ok(tallies.into_iter().map(Tally::line).collect())
}

/// What a rule meets, added up account by account.
struct Tally {
    rule: CoverageRuleId,
    reach: RuleReach,
    names: Vec<String>,
    owners: Vec<String>,
}

impl Tally {
    fn new(rule: CoverageRuleId) -> Self {
        Self { rule, reach: RuleReach { fits: 0, decides: 0, rows: 0 }, names: Vec::new(), owners: Vec::new() }
    }

    fn add(&mut self, desk: &Desk, book: &RuleBook, rule: &CoverageRule, rows: &[Stakeholder]) {
        let reach = book.reach(rule, rows);
        self.reach.fits += reach.fits;
        self.reach.decides += reach.decides;
        self.reach.rows += reach.rows;
        let met = rows.iter().filter(|row| row.is_in_scope() && book.fits(rule, row));
        let room = MOST_NAMES.saturating_sub(self.names.len());
        self.names.extend(met.take(room).map(|row| row_name(desk, row)));
        if reach.fits > 0 {
            for staff in book.team_with(rule.job_role) {
                let name = desk.staff(staff);
                if self.owners.len() < MOST_NAMES && !self.owners.contains(&name) {
                    self.owners.push(name);
                }
            }
        }
    }

    fn line(self) -> RuleReachLine {
        let RuleReach { fits, decides, rows } = self.reach;
        RuleReachLine {
            rule: self.rule,
            verdict: self.reach.verdict(),
            fits,
            decides,
            rows,
            names: self.names,
            owners: self.owners,
        }
    }
}
