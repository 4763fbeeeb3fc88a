//! The hand-over pack of one colleague: what whoever takes over reads, by whitelist.
//!
//! A field that is not here cannot be printed. Background and our judgements (P2) are filled in only for accounts the new
//! holder works for; sensitive facts (P3), diet, rumours and what is kept past its day never are, nor anybody nobody may
//! approach (F.2, F.4). Deliberately absent: words and paper.

use crate::engine::asof::is_in_force;
use crate::engine::chain::{Holding, Stakeholder, stakeholders};
use crate::engine::edition::Said;
use crate::engine::host::last_day;
use crate::engine::units::unit_of;
use crate::engine::warnings::WarningCode;
use crate::{
    AccountId, AccountTier, AssignmentKind, Code, CommitmentId, ComplaintId, Confidence, CustomerRequestId, DataClass,
    Day, Duty, EdgeKind, Fact, FactKind, PersonId, SeatId, Snapshot, StaffId, Topic, TouchKind,
};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::matters::{MatterKind, VisitPart, lost_matters};
use super::{Leavers, team_of};

/// How far back the history goes, days.
pub const HISTORY_DAYS: i64 = 730;
/// Most contacts of one account printed.
const MOST_TOUCHES: usize = 60;

/// A fact with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct PackFact {
    pub kind: FactKind,
    /// `None`: asked, there is none.
    pub value: Option<String>,
    pub source: Option<String>,
    pub confidence: Confidence,
    pub verified_on: Option<Day>,
}

/// Our judgement of somebody (P2).
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub weight: u8,
    /// −2…+2; `None`: unknown.
    pub attitude: Option<i8>,
    /// Level of the leaver's tie, 0–5.
    pub level: u8,
    pub roles: Vec<crate::DecisionRole>,
}

/// A stakeholder the leaver holds or knows.
#[derive(Debug, Clone, PartialEq)]
pub struct PackPerson {
    pub seat: SeatId,
    pub name: Said,
    pub holding: Holding,
    pub post: Said,
    pub unit: Said,
    pub address: Said,
    pub kinds: Vec<AssignmentKind>,
    /// Others of ours who answer for them.
    pub others: Vec<(AssignmentKind, Said)>,
    pub last_touch: Option<Day>,
    pub cadence_days: i64,
    /// `None`: the reader has no right to it.
    pub judged: Option<Judged>,
    pub facts: Vec<PackFact>,
}

/// A place in the drawing: depth below the top, and whether the leaver answers for it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackNode {
    pub depth: usize,
    pub name: Said,
    pub post: Said,
    pub holding: Holding,
    pub own: bool,
}

/// A promise, complaint, request, task, planned contact or warning.
#[derive(Debug, Clone, PartialEq)]
pub struct PackMatter {
    pub kind: MatterKind,
    pub text: Said,
    pub topic: Option<Topic>,
    pub person: Said,
    pub since: Option<Day>,
    pub due: Option<Day>,
    pub target: Option<Day>,
    /// Percent, of a promise.
    pub progress: Option<u8>,
    pub severe: bool,
    /// The rule that warned, of a warning.
    pub warning: Option<WarningCode>,
}

/// A visit to come.
#[derive(Debug, Clone, PartialEq)]
pub struct PackVisit {
    pub from: Day,
    pub to: Day,
    pub place: Option<String>,
    pub purpose: Option<String>,
    pub principal: Said,
    pub parts: Vec<VisitPart>,
    pub duties: Vec<Duty>,
}

/// A contact that was.
#[derive(Debug, Clone, PartialEq)]
pub struct PackTouch {
    pub on: Day,
    pub kind: TouchKind,
    pub people: Vec<Said>,
    pub ours: Vec<Said>,
    pub summary: Option<String>,
}

/// One account.
#[derive(Debug, Clone, PartialEq)]
pub struct PackAccount {
    pub account: AccountId,
    pub name: Said,
    pub tier: AccountTier,
    /// Whether the reader may see background and judgements here.
    pub entitled: bool,
    pub chart: Vec<PackNode>,
    pub people: Vec<PackPerson>,
    pub matters: Vec<PackMatter>,
    pub visits: Vec<PackVisit>,
    pub history: Vec<PackTouch>,
}

/// The pack of one colleague for one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    pub company: Said,
    pub staff: Said,
    pub title: Said,
    pub holder: Said,
    pub as_of: Day,
    pub accounts: Vec<PackAccount>,
}

/// Whether one of ours works for the account on a day or after it: answers for somebody there, is in its team, or hosts or coordinates a
/// visit to come; and whoever leads such a one (F.2: account team and host).
pub fn is_entitled(s: &Snapshot, account: AccountId, staff: StaffId, as_of: Day) -> bool {
    let seats: HashSet<SeatId> = s.seats.iter().filter(|one| one.account == account).map(|one| one.id).collect();
    // Whoever takes over from a day to come prepares for it.
    let lasts = |to: Option<Day>| to.is_none_or(|to| as_of <= to);
    let held = s.assignments.iter().filter(|one| seats.contains(&one.seat) && lasts(one.to_on)).map(|one| one.staff);
    let team = s.team_members.iter().filter(|one| one.account == account && lasts(one.to_on)).map(|one| one.staff);
    let visits = s.visits.iter().filter(|one| one.account == account && last_day(one) >= as_of);
    let hosts = visits.flat_map(|one| [one.host, one.coordinator, one.business_lead]).flatten();
    let below = team_of(s, staff);
    held.chain(team).chain(hosts).any(|one| below.contains(&one))
}

/// The part of one account; `None` when the colleague has nothing there.
pub fn account_pack(
    s: &Snapshot,
    account: AccountId,
    staff: StaffId,
    holder: Option<StaffId>,
    as_of: Day,
) -> Option<PackAccount> {
    let record = s.account(account)?;
    let entitled = holder.is_some_and(|one| is_entitled(s, account, one, as_of));
    let decision = s.main_decision(account).map(|one| one.id);
    let rows = stakeholders(s, account, decision, as_of);
    let shown: Vec<&Stakeholder> = rows.iter().filter(|row| row.is_in_scope()).collect();
    let book = Book::read(s, &rows);
    let mine: Vec<&Stakeholder> = shown.iter().copied().filter(|row| concerns(row, staff)).collect();
    let people: Vec<PackPerson> = mine.iter().map(|row| book.person(row, staff, entitled, as_of)).collect();
    let leavers = Leavers { staff: [staff].into(), ..Leavers::default() };
    let lost = lost_matters(s, account, &leavers, as_of);
    let matters: Vec<PackMatter> = lost.iter().filter_map(|one| book.matter(one)).collect();
    let visits: Vec<PackVisit> = lost.iter().filter_map(|one| book.visit(one)).collect();
    let history = book.history(account, staff, as_of);
    if people.is_empty() && matters.is_empty() && visits.is_empty() {
        return None;
    }
    Some(PackAccount {
        account,
        name: Said::of(&record.name_zh, &record.name_en),
        tier: record.tier,
        entitled,
        chart: book.chart(&shown, &mine, as_of),
        people,
        matters,
        visits,
        history,
    })
}

/// The cover: who hands over to whom.
pub fn pack(s: &Snapshot, staff: StaffId, holder: Option<StaffId>, as_of: Day, accounts: Vec<PackAccount>) -> Pack {
    let named = |id: StaffId| s.staff_member(id).map(|one| Said::of(&one.name_zh, &one.name_en)).unwrap_or_default();
    Pack {
        company: s.companies.first().map(|one| Said::of(&one.name_zh, &one.name_en)).unwrap_or_default(),
        staff: named(staff),
        title: s.staff_member(staff).map(|one| Said::of(&one.title_zh, &one.title_en)).unwrap_or_default(),
        holder: holder.map(named).unwrap_or_default(),
        as_of,
        accounts,
    }
}

fn concerns(row: &Stakeholder, staff: StaffId) -> bool {
    let held = row.holders().iter().any(|(_, list)| list.contains(&staff));
    held || row.ties.iter().any(|tie| tie.staff == staff && tie.level > 0)
}

struct Book<'a> {
    s: &'a Snapshot,
    /// People nobody may approach are not named anywhere.
    barred: HashSet<PersonId>,
}

impl<'a> Book<'a> {
    fn read(s: &'a Snapshot, rows: &[Stakeholder]) -> Self {
        let marked = s.people.iter().filter(|one| one.no_contact).map(|one| one.id);
        let seated = rows.iter().filter(|row| row.no_contact).filter_map(|row| row.person);
        Self { s, barred: marked.chain(seated).collect() }
    }
    fn name(&self, id: PersonId) -> Said {
        let known = self.s.person(id).filter(|one| one.status != crate::PersonStatus::Erased);
        let known = known.filter(|_| !self.barred.contains(&id));
        known.map(|one| Said::of(&one.name_zh, &one.name_en)).unwrap_or_default()
    }
    fn staff(&self, id: StaffId) -> Said {
        self.s.staff_member(id).map(|one| Said::of(&one.name_zh, &one.name_en)).unwrap_or_default()
    }
    fn post(&self, seat: SeatId) -> Said {
        self.s.seat(seat).map(|one| Said::of(&one.title_zh, &one.title_en)).unwrap_or_default()
    }
    fn unit(&self, seat: SeatId, day: Day) -> Said {
        let unit = self.s.seat(seat).map(|one| unit_of(one, day));
        let found = self.s.units.iter().find(|one| Some(one.id) == unit);
        found.map(|one| Said::of(&one.name_zh, &one.name_en)).unwrap_or_default()
    }

    fn person(&self, row: &Stakeholder, staff: StaffId, entitled: bool, as_of: Day) -> PackPerson {
        let named = row.person.filter(|_| row.is_named());
        let record = named.and_then(|id| self.s.person(id));
        let level = row.ties.iter().filter(|tie| tie.staff == staff).map(|tie| tie.level).max().unwrap_or(0);
        let others = row.holders().into_iter().flat_map(|(kind, list)| list.iter().map(move |one| (kind, *one)));
        PackPerson {
            seat: row.seat,
            name: named.map(|id| self.name(id)).unwrap_or_default(),
            holding: row.holding,
            post: self.post(row.seat),
            unit: self.unit(row.seat, as_of),
            address: record.map(|one| Said::of(&one.address_zh, &one.address_en)).unwrap_or_default(),
            kinds: row.holders().into_iter().filter(|(_, list)| list.contains(&staff)).map(|one| one.0).collect(),
            others: others.filter(|one| one.1 != staff).map(|(kind, one)| (kind, self.staff(one))).collect(),
            last_touch: row.last_touch,
            cadence_days: row.cadence_days,
            judged: entitled.then(|| Judged {
                weight: row.weight,
                attitude: row.attitude,
                level,
                roles: row.roles.clone(),
            }),
            facts: named.map_or_else(Vec::new, |id| self.facts(id, entitled, as_of)),
        }
    }

    /// The newest value of each kind the reader may have; several values of one kind stay several.
    fn facts(&self, person: PersonId, entitled: bool, as_of: Day) -> Vec<PackFact> {
        let own = self.s.facts.iter().filter(|one| one.person == person && may_read(one, entitled, as_of));
        let mut facts: Vec<&Fact> = own.collect();
        facts.sort_by_key(|one| (one.kind, std::cmp::Reverse(one.verified_on), one.id));
        let mut seen = HashSet::new();
        facts.retain(|one| seen.insert((one.kind, one.value.clone())));
        let fact = |one: &Fact| PackFact {
            kind: one.kind,
            value: one.value.clone(),
            source: one.source.clone(),
            confidence: one.confidence,
            verified_on: one.verified_on,
        };
        facts.into_iter().map(fact).collect()
    }

    fn matter(&self, lost: &super::LostMatter) -> Option<PackMatter> {
        let mut matter = PackMatter {
            kind: lost.kind,
            text: Said::default(),
            topic: lost.topic,
            person: lost.person.map(|id| self.name(id)).unwrap_or_default(),
            since: None,
            due: lost.due,
            target: None,
            progress: None,
            severe: false,
            warning: None,
        };
        match lost.kind {
            MatterKind::Visit => return None,
            MatterKind::Promise => {
                let id = CommitmentId::from(lost.id);
                let one = self.s.commitments.iter().find(|one| one.id == id)?;
                matter.text = Said::of(&one.text_zh, &one.text_en);
                (matter.since, matter.target) = (Some(one.made_on), one.internal_target_on);
                matter.progress = Some(one.progress);
            }
            MatterKind::Complaint => {
                let id = ComplaintId::from(lost.id);
                let one = self.s.complaints.iter().find(|one| one.id == id)?;
                matter.text = Said::of(&one.text_zh, &one.text_en);
                (matter.since, matter.severe) = (Some(one.opened_on), one.severity == crate::ComplaintSeverity::Severe);
            }
            MatterKind::Request => {
                let id = CustomerRequestId::from(lost.id);
                let one = self.s.customer_requests.iter().find(|one| one.id == id)?;
                (matter.text, matter.since) = (Said::of(&one.text_zh, &one.text_en), Some(one.asked_on));
            }
            MatterKind::Incident => {
                let one = self.s.incidents.iter().find(|one| uuid::Uuid::from(one.id) == lost.id)?;
                (matter.text, matter.since) = (Said::of(&one.text_zh, &one.text_en), Some(one.on));
                matter.severe = one.severity == crate::ComplaintSeverity::Severe;
            }
            MatterKind::Task => {
                let one = self.s.tasks.iter().find(|one| uuid::Uuid::from(one.id) == lost.id)?;
                matter.text = Said::of(&one.text, &None);
            }
            MatterKind::Contact => {
                let one = self.s.planned_touches.iter().find(|one| uuid::Uuid::from(one.id) == lost.id)?;
                matter.text = Said::of(&one.activity, &None);
            }
            MatterKind::Warning => {
                let one = self.s.warning_notes.iter().find(|one| uuid::Uuid::from(one.id) == lost.id)?;
                // Which rule warned; what people wrote about it may be background.
                (matter.warning, matter.since) = (WarningCode::from_code(&one.code), Some(one.opened_on));
            }
            MatterKind::Topic => {}
        }
        Some(matter)
    }

    fn visit(&self, lost: &super::LostMatter) -> Option<PackVisit> {
        if lost.kind != MatterKind::Visit {
            return None;
        }
        let one = self.s.visit(lost.id.into())?;
        Some(PackVisit {
            from: one.starts_on,
            to: last_day(one),
            place: one.place.clone(),
            purpose: one.purpose.clone(),
            principal: one.principal_guest.map(|id| self.name(id)).unwrap_or_default(),
            parts: lost.parts.clone(),
            duties: lost.duties.clone(),
        })
    }

    /// Contacts of the leaver within two years, the newest first.
    fn history(&self, account: AccountId, staff: StaffId, as_of: Day) -> Vec<PackTouch> {
        let since = as_of.checked_sub_signed(chrono::TimeDelta::days(HISTORY_DAYS)).unwrap_or(Day::MIN);
        let own = self.s.touches.iter().filter(|one| one.account == account && one.staff.contains(&staff));
        let mut own: Vec<_> = own.filter(|one| (since..=as_of).contains(&one.on)).collect();
        own.sort_by_key(|one| (std::cmp::Reverse(one.on), one.id));
        own.truncate(MOST_TOUCHES);
        let all_barred = |one: &crate::Touch| one.people.iter().all(|id| self.barred.contains(id));
        own.retain(|one| one.people.is_empty() || !all_barred(one));
        let touch = |one: &&crate::Touch| PackTouch {
            on: one.on,
            kind: one.kind,
            people: one.people.iter().filter(|id| !self.barred.contains(id)).map(|id| self.name(*id)).collect(),
            ours: one.staff.iter().filter(|id| **id != staff).map(|id| self.staff(*id)).collect(),
            summary: one.summary.clone(),
        };
        own.iter().map(touch).collect()
    }

    /// The leaver's stakeholders with all above them, each below its superior, siblings in the order of the map.
    fn chart(&self, shown: &[&Stakeholder], mine: &[&Stakeholder], as_of: Day) -> Vec<PackNode> {
        let place: HashMap<SeatId, usize> = shown.iter().enumerate().map(|(at, row)| (row.seat, at)).collect();
        let lines = self.s.edges.iter().filter(|one| one.kind == EdgeKind::ReportsTo);
        let lines = lines.filter(|one| is_in_force(one.from_on, one.to_on, as_of));
        let above: HashMap<SeatId, SeatId> = lines
            .filter(|one| place.contains_key(&one.from_seat) && place.contains_key(&one.to_seat))
            .map(|one| (one.from_seat, one.to_seat))
            .collect();
        let mut wanted: HashSet<SeatId> = HashSet::new();
        for row in mine {
            let mut at = Some(row.seat);
            while let Some(seat) = at.filter(|seat| wanted.insert(*seat)) {
                at = above.get(&seat).copied();
            }
        }
        let mut below: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, row) in shown.iter().enumerate().filter(|(_, row)| wanted.contains(&row.seat)) {
            let parent = above.get(&row.seat).filter(|one| wanted.contains(one));
            below.entry(parent.map(|one| place[one])).or_default().push(at);
        }
        let own: HashSet<SeatId> = mine.iter().map(|row| row.seat).collect();
        let mut open: Vec<(usize, usize)> =
            below.remove(&None).unwrap_or_default().into_iter().rev().map(|at| (at, 0)).collect();
        let mut nodes = Vec::new();
        while let Some((at, depth)) = open.pop() {
            let row = shown[at];
            nodes.push(PackNode {
                depth,
                name: row.person.filter(|_| row.is_named()).map(|id| self.name(id)).unwrap_or_default(),
                post: self.post(row.seat),
                holding: row.holding,
                own: own.contains(&row.seat),
            });
            open.extend(below.remove(&Some(at)).unwrap_or_default().into_iter().rev().map(|one| (one, depth + 1)));
        }
        nodes
    }
}

/// Public and business facts are for everybody who works here, background for the account's own; diet, sensitive facts,
/// rumours and what is kept past its day for nobody.
fn may_read(fact: &Fact, entitled: bool, as_of: Day) -> bool {
    let by_class = match fact.class {
        DataClass::P0 | DataClass::P1 => true,
        DataClass::P2 => entitled,
        DataClass::P3 => false,
    };
    let kept = fact.retain_until.is_none_or(|until| as_of <= until);
    let fit = !matches!(fact.kind, FactKind::Diet | FactKind::Served | FactKind::GiftAvoid);
    by_class && kept && fit && fact.confidence != Confidence::Rumour
}
