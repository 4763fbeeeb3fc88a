//! Our people across accounts: how much each owns, whom each answers for, which seams one more of us makes. It is there to hand
//! something over in time, never to judge anybody.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use domain::engine::asof::{is_active, is_in_force};
use domain::engine::chain::Stakeholder;
use domain::engine::findings::over::{Loads, MOST_ROWS, MOST_WEIGHT};
use domain::engine::rules::RuleBook;
use domain::engine::score::AccountScore;
use domain::engine::seams::{SeamPicture, seams_of};
use domain::*;

use super::court::{CourtPart, on_desk, row_name, scores};
use super::rows::Desk;
use super::workspace::staff_chip;
use crate::names;
use crate::wire::{
    ColleagueRow, ColleagueView, GetColleague, GetLoad, GetSeams, LoadLine, LoadView, SeamLine, SeamsView, StaffChip,
    ViewContext,
};
use crate::{App, Error};

/// Names shown of one seam.
const MOST_NAMES: usize = 12;

/// Everybody who owns something or is at work, the heaviest first.
pub fn get_load(app: &mut App, context: &ViewContext, request: GetLoad) -> Result<LoadView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let mut loads = Loads::default();
    app.tell::<CourtPart>(&day)?.iter().for_each(|one| loads.join(&one.1.loads));
    let mut topics: HashMap<StaffId, u32> = HashMap::new();
    for one in app.store()?.list::<TopicAssignment>()? {
        if one.kind == AssignmentKind::Owner && is_in_force(one.from_on, one.to_on, request.as_of) {
            *topics.entry(one.staff).or_default() += 1;
        }
    }
    let (staff, chips) = (app.staff()?, app.chips(context.lang)?);
    let line = |chip: &StaffChip| {
        let load = loads.of(chip.id);
        LoadLine {
            staff: chip.id,
            name: chip.name.clone(),
            title: chip.title.clone(),
            active: by_id(&staff, chip.id).is_some_and(|one| is_active(one, request.as_of)),
            rows: load.map_or(0, |one| one.rows),
            weight: load.map_or(0, |one| one.weight),
            accounts: load.map_or(0, |one| one.accounts.len() as u32),
            topics: topics.get(&chip.id).copied().unwrap_or(0),
            over: load.is_some_and(|one| one.is_over()),
        }
    };
    let mut lines: Vec<LoadLine> = chips.iter().map(line).filter(|one| one.active || one.rows > 0).collect();
    lines.sort_by_key(|one| (Reverse((one.over, one.weight, one.rows)), one.staff));
    Ok(LoadView { lines, most_rows: MOST_ROWS, most_weight: MOST_WEIGHT })
}

/// All stakeholders one of ours answers for in any way, account by account, the heaviest rows first.
pub fn get_colleague(app: &mut App, context: &ViewContext, request: GetColleague) -> Result<ColleagueView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let staff = app.store()?.get::<Staff>(request.staff)?.ok_or(Error::missing("staff"))?;
    let holds = |row: &Stakeholder| row.holders().iter().any(|(_, who)| who.contains(&staff.id));
    let mine = scores(app, &day)?.into_iter().filter(|one| one.1.score.stakeholders.iter().any(holds));
    let mut rows = Vec::new();
    for (id, _) in mine {
        on_desk(app, &day, id, |desk, scored| rows.extend(rows_of(desk, &scored.score, staff.id)))?;
    }
    rows.sort_by(|a, b| a.account_name.cmp(&b.account_name).then(b.weight.cmp(&a.weight)));
    let chip = staff_chip(&staff, context.lang);
    Ok(ColleagueView { staff: staff.id, name: chip.name, title: chip.title, rows })
}

/// The rows of an account one of ours answers for.
fn rows_of(desk: &Desk, score: &AccountScore, staff: StaffId) -> Vec<ColleagueRow> {
    let line = |row: &Stakeholder| {
        let holds = row.holders().into_iter().filter(|(_, who)| who.contains(&staff)).map(|(kind, _)| kind);
        let findings = score.findings.iter().filter(|one| one.seat == Some(row.seat));
        ColleagueRow {
            account: desk.account.id,
            account_name: names::account_name(desk.account, desk.speech.lang()),
            seat: row.seat,
            name: row_name(desk, row),
            post: desk.book.seat_title(row.seat, desk.speech.lang()),
            weight: row.weight,
            kinds: holds.collect(),
            level: row.ties.iter().find(|tie| tie.staff == staff).map(|tie| tie.level),
            days: row.days,
            cadence_days: row.cadence_days,
            findings: findings.map(|one| one.code.code().to_owned()).collect(),
        }
    };
    score.stakeholders.iter().map(line).filter(|one| !one.kinds.is_empty()).collect()
}

/// The seams one of ours makes in some accounts: rows shared with another one of ours, and rows beside theirs.
pub fn get_seams(app: &mut App, context: &ViewContext, request: GetSeams) -> Result<SeamsView, Error> {
    let day = ViewContext { today: request.as_of, ..context.clone() };
    let staff = app.store()?.get::<Staff>(request.staff)?.ok_or(Error::missing("staff"))?;
    let wanted: HashSet<AccountId> = request.accounts.iter().copied().collect();
    let ids: Vec<AccountId> = app.listed()?.iter().map(|one| one.id).collect();
    let ids: Vec<AccountId> = ids.into_iter().filter(|id| wanted.is_empty() || wanted.contains(id)).collect();
    let (mut reached, mut pairs) = (0, (0, 0));
    let mut lines: HashMap<StaffId, SeamLine> = HashMap::new();
    for (_, (picture, named)) in app.walk(&day, &ids, |desk, scored| seams_here(desk, &scored.score, staff.id))? {
        reached += picture.reached.len() as u32;
        pairs = (pairs.0 + picture.pairs_before, pairs.1 + picture.pairs_after);
        for seam in named {
            let blank = || SeamLine { shared: Vec::new(), adjacent: Vec::new(), ..seam.clone() };
            let line = lines.entry(seam.staff).or_insert_with(blank);
            line.shared.extend(seam.shared.iter().cloned());
            line.adjacent.extend(seam.adjacent.iter().cloned());
        }
    }
    let mut lines: Vec<SeamLine> = lines.into_values().collect();
    lines.sort_by_key(|one| (Reverse((one.shared.len(), one.adjacent.len())), one.staff));
    for line in &mut lines {
        line.shared.truncate(MOST_NAMES);
        line.adjacent.truncate(MOST_NAMES);
    }
    let name = staff_chip(&staff, context.lang).name;
    Ok(SeamsView { staff: staff.id, name, reached, lines, pairs_before: pairs.0, pairs_after: pairs.1 })
}

/// The seams of one account, with the names of those they are at.
fn seams_here(desk: &Desk, score: &AccountScore, staff: StaffId) -> (SeamPicture, Vec<SeamLine>) {
    let book = RuleBook::on(desk.snapshot, desk.account.id, desk.today);
    let picture = seams_of(desk.snapshot, &book, &score.stakeholders, staff);
    let named = |seats: &[SeatId]| -> Vec<String> {
        let rows = score.stakeholders.iter().filter(|row| seats.contains(&row.seat));
        rows.map(|row| row_name(desk, row)).collect()
    };
    let lines = picture.seams.iter().map(|seam| SeamLine {
        staff: seam.with,
        name: desk.staff(seam.with),
        shared: named(&seam.shared),
        adjacent: named(&seam.adjacent),
    });
    let lines = lines.collect();
    (picture, lines)
}
