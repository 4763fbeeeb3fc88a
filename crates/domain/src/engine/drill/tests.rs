//! Cases at the edge, over records made by hand.

use super::*;
use crate::engine::fixture::{day, id, person, seat, seated, tenure};
use crate::*;

const TODAY: &str = "2026-11-20";

fn staff(n: u128, rank: u8) -> Staff {
    Staff { name_zh: Some("样例".into()), ..Staff::bare(id(n), rank, JobRole::Ar) }
}

fn tie(n: u128, staff: u128, person: u128, level: u8) -> TieReading {
    TieReading {
        id: id(n),
        r#ref: None,
        staff: id(staff),
        person: id(person),
        level,
        read_on: day("2026-11-01"),
        evidence: None,
        confirmed_by: None,
    }
}

fn held(n: u128, seat: u128, staff: u128, kind: AssignmentKind) -> Assignment {
    Assignment {
        id: id(n),
        r#ref: None,
        seat: id(seat),
        staff: id(staff),
        kind,
        from_on: None,
        to_on: None,
        manual: true,
        confirmed_by: None,
        confirmed_on: None,
    }
}

fn member(n: u128, seat: u128, power: u8) -> ChainMember {
    ChainMember { formal_power: power, ..ChainMember::bare(id(n), id(60), id(seat)) }
}

fn met(n: u128, staff: u128, person: u128) -> Touch {
    Touch {
        id: id(n),
        r#ref: None,
        account: id(1),
        on: day("2026-11-10"),
        kind: TouchKind::Meeting,
        staff: vec![id(staff)],
        people: vec![id(person)],
        summary: None,
        minutes: None,
        visit: None,
        direction: None,
    }
}

/// Two stakeholders: the first held by 100 with level 3 and known to 101 with level 1, the second by 101.
fn two() -> Snapshot {
    Snapshot {
        staff: vec![staff(100, 4), staff(101, 5), staff(102, 6)],
        chain_members: vec![member(70, 20, 3), member(71, 21, 2)],
        ties: vec![tie(80, 100, 30, 3), tie(81, 101, 30, 1), tie(82, 101, 31, 2)],
        touches: vec![met(90, 100, 30), met(91, 101, 31)],
        assignments: vec![held(95, 20, 100, AssignmentKind::Owner), held(96, 21, 101, AssignmentKind::Owner)],
        ..seated(2)
    }
}

fn run(s: &Snapshot, staff: &[u128], people: &[u128]) -> Drill {
    let leavers = Leavers {
        staff: staff.iter().map(|one| id(*one)).collect(),
        people: people.iter().map(|one| id(*one)).collect(),
    };
    drill([(id(1), s)], &leavers, Load::read(s, day(TODAY)), day(TODAY))
}

#[test]
fn the_best_tie_that_stays_decides_what_is_lost() {
    let found = run(&two(), &[100], &[]);
    let lost = &found.accounts[0];
    assert!((lost.before.coverage - 100.0).abs() < 1e-9, "{}", lost.before.coverage);
    // Weight 3 at level 1 of 3: two thirds of 3/5 are gone.
    assert!((lost.loss() - 40.0).abs() < 1e-9, "{}", lost.loss());
    let row = &lost.rows[0];
    assert_eq!((row.lost.as_slice(), row.untied), ([AssignmentKind::Owner].as_slice(), false));
    assert!((row.loss - 40.0).abs() < 1e-9);
    let first = &row.proposals[0].heirs[0];
    assert_eq!((first.staff, first.level, first.introducer), (id(101), 1, Some(id(100))));
    assert!(first.reasons.iter().any(|one| one.code == "heir-tie"), "{:?}", first.reasons);
}

#[test]
fn one_who_owns_nothing_loses_nothing() {
    let found = run(&two(), &[102], &[]);
    assert!(found.accounts.is_empty());
    assert_eq!(found.impacts.len(), 4, "what single departures cost is told all the same: {:?}", found.impacts);
}

#[test]
fn an_heir_who_leaves_too_is_no_heir() {
    let found = run(&two(), &[100, 101], &[]);
    let lost = &found.accounts[0];
    assert_eq!(lost.after.coverage, 0.0);
    assert_eq!(lost.rows.len(), 2);
    for row in &lost.rows {
        assert!(row.untied && row.lost == [AssignmentKind::Owner]);
        let heirs: Vec<StaffId> = row.proposals[0].heirs.iter().map(|one| one.staff).collect();
        assert_eq!(heirs, [id(102)]);
    }
}

#[test]
fn when_everybody_leaves_there_is_nobody_to_propose() {
    let found = run(&two(), &[100, 101, 102], &[]);
    assert!(found.accounts[0].rows.iter().all(|row| row.proposals[0].heirs.is_empty()));
    assert_eq!(found.accounts[0].after.ownership_pct, 0.0);
}

#[test]
fn a_team_is_everybody_below_also_in_a_circle() {
    let mut s = two();
    s.staff[0].superior = Some(id(102));
    s.staff[1].superior = Some(id(100));
    assert_eq!(team_of(&s, id(102)).into_iter().collect::<Vec<_>>(), [id(100), id(101), id(102)]);
    assert_eq!(team_of(&s, id(101)).into_iter().collect::<Vec<_>>(), [id(101)]);
    s.staff[2].superior = Some(id(101));
    assert_eq!(team_of(&s, id(101)).len(), 3);
}

#[test]
fn one_of_theirs_takes_their_cover_along_and_is_asked_for_a_successor() {
    let found = run(&two(), &[], &[30]);
    let lost = &found.accounts[0];
    assert!((lost.loss() - 60.0).abs() < 1e-9, "{}", lost.loss());
    let row = &lost.rows[0];
    assert!(row.leaves && row.proposals.is_empty() && row.lost.is_empty());
    assert_eq!(row.meet, Some(id(100)));
    assert_eq!(pale_seats(lost), [id(20)]);
}

#[test]
fn nobody_is_sent_to_those_who_must_not_be_approached_or_are_erased() {
    let mut s = two();
    s.people[0].no_contact = true;
    let lost = run(&s, &[100], &[30]).accounts.remove(0);
    assert_eq!(lost.shielded, [id(30)]);
    assert!(lost.rows.is_empty() && lost.loss().abs() < 1e-9, "{:?}", lost.rows);
    let mut s = two();
    s.people[0].status = PersonStatus::Erased;
    let lost = run(&s, &[], &[30]).accounts.remove(0);
    assert_eq!((lost.shielded.as_slice(), lost.rows.len()), ([id(30)].as_slice(), 0));
}

#[test]
fn a_backup_who_stays_comes_first_and_a_lost_backup_is_told() {
    let mut s = two();
    s.assignments.push(held(97, 20, 102, AssignmentKind::Backup));
    let row = run(&s, &[100], &[]).accounts.remove(0).rows.remove(0);
    assert_eq!(row.proposals[0].heirs[0].staff, id(102), "{:?}", row.proposals[0].heirs);
    let row = run(&s, &[102], &[]).accounts.remove(0).rows.remove(0);
    assert_eq!(row.lost, [AssignmentKind::Backup]);
    assert!(row.proposals[0].heirs.iter().all(|one| one.staff != id(100)), "a backup stands beside the owner");
}

#[test]
fn who_is_proposed_as_owner_is_not_proposed_as_backup_too() {
    let mut s = two();
    s.staff.push(staff(103, 4));
    s.assignments.push(held(97, 20, 103, AssignmentKind::Backup));
    let row = run(&s, &[100, 103], &[]).accounts.remove(0).rows.remove(0);
    assert_eq!(row.lost, [AssignmentKind::Owner, AssignmentKind::Backup]);
    let owner = row.proposals[0].heirs[0].staff;
    assert!(row.proposals[1].heirs.iter().all(|one| one.staff != owner), "{:?}", row.proposals);
    assert!(!row.proposals[1].heirs.is_empty());
}

#[test]
fn the_rule_for_the_row_and_the_load_count() {
    let mut s = two();
    s.staff.push(Staff { job_role: JobRole::Service, ..staff(103, 6) });
    s.staff[2].job_role = JobRole::Service;
    let plain = run(&s, &[100, 101], &[]).accounts.remove(0);
    // Both are alike; the second row goes to the other one, who has nothing yet.
    let first = |row: &LostRow| row.proposals[0].heirs[0].staff;
    assert_eq!(plain.rows.iter().map(first).collect::<Vec<_>>(), [id(102), id(103)]);
    s.staff[3].job_role = JobRole::Sr;
    s.coverage_rules.push(CoverageRule {
        id: id(200),
        r#ref: None,
        account: None,
        unit: None,
        function: Some("样例职务".into()),
        rank_from: None,
        rank_to: None,
        decision_role: None,
        job_role: JobRole::Sr,
        position: 0,
    });
    let ruled = run(&s, &[100, 101], &[]).accounts.remove(0);
    assert!(ruled.rows.iter().all(|row| first(row) == id(103)), "{:?}", ruled.rows[0].proposals);
}

#[test]
fn open_matters_of_the_leaver_are_told_with_who_could_take_them() {
    let mut s = two();
    let promise = |n: u128, by: u128, delivered: Option<&str>| Commitment {
        text_zh: Some("样例承诺".into()),
        to_person: Some(id(30)),
        by_staff: Some(id(by)),
        delivered_on: delivered.map(day),
        topic_kind: Some(Topic::Delivery),
        ..Commitment::bare(id(n), id(1), "样例".into(), day("2026-10-01"), day("2026-12-01"))
    };
    s.commitments = vec![promise(300, 100, None), promise(301, 100, Some("2026-11-01")), promise(302, 101, None)];
    s.visits = vec![Visit {
        coordinator: Some(id(100)),
        ..Visit::bare(id(310), id(1), day("2026-12-10"), VisitLevel::B, Convention::Business)
    }];
    s.staff[2].job_role = JobRole::Fr;
    s.commitment_authorities =
        vec![CommitmentAuthority { id: id(320), r#ref: None, topic: Topic::Delivery, roles: vec![JobRole::Fr] }];
    let lost = run(&s, &[100], &[]).accounts.remove(0);
    let told: Vec<(MatterKind, StaffId)> = lost.matters.iter().map(|one| (one.kind, one.holder)).collect();
    assert_eq!(told, [(MatterKind::Promise, id(100)), (MatterKind::Visit, id(100))]);
    assert_eq!(lost.matters[1].parts, [VisitPart::Coordinator]);
    let said = |staff: u128, code: &str| {
        let heir = lost.matters[0].heirs.iter().find(|one| one.staff == id(staff)).unwrap_or_else(|| unreachable!());
        heir.reasons.iter().any(|one| one.code == code)
    };
    assert!(said(102, "heir-entitled") && said(101, "heir-countersign") && said(101, "heir-takes-person"));
}

#[test]
fn a_pack_carries_background_only_to_the_accounts_own_and_sensitive_facts_to_nobody() {
    let mut s = two();
    let fact = |n: u128, kind, value: &str, class| Fact {
        value: Some(value.into()),
        class,
        ..Fact::bare(id(n), id(30), kind)
    };
    s.facts = vec![
        fact(400, FactKind::Email, "business", DataClass::P1),
        fact(401, FactKind::Hobby, "background", DataClass::P2),
        fact(402, FactKind::Note, "sensitive", DataClass::P3),
        fact(403, FactKind::Diet, "diet", DataClass::P1),
        Fact { confidence: Confidence::Rumour, ..fact(404, FactKind::Note, "rumour", DataClass::P0) },
        Fact { retain_until: Some(day("2026-11-19")), ..fact(405, FactKind::Note, "past", DataClass::P0) },
    ];
    let read = |holder: Option<u128>| {
        let part = pack::account_pack(&s, id(1), id(100), holder.map(id), day(TODAY)).unwrap_or_else(|| unreachable!());
        let values: Vec<String> = part.people[0].facts.iter().filter_map(|one| one.value.clone()).collect();
        (values, part.people[0].judged.is_some())
    };
    assert_eq!(read(Some(101)), (vec!["business".into(), "background".into()], true), "works for the account");
    assert_eq!(read(Some(102)), (vec!["business".into()], false), "works elsewhere");
    assert_eq!(read(None), (vec!["business".into()], false), "nobody named");
    s.assignments.push(Assignment { from_on: Some(day("2026-12-20")), ..held(99, 21, 102, AssignmentKind::Owner) });
    assert!(pack::is_entitled(&s, id(1), id(102), day(TODAY)), "takes over in a month");
    s.assignments.pop();
    s.assignments.push(Assignment { to_on: Some(day("2026-11-19")), ..held(99, 21, 102, AssignmentKind::Owner) });
    assert!(!pack::is_entitled(&s, id(1), id(102), day(TODAY)), "ended yesterday");
    s.assignments.pop();
    assert!(pack::account_pack(&s, id(1), id(102), None, day(TODAY)).is_none(), "nothing to hand over");
}

#[test]
fn the_chart_shows_the_own_below_those_above_them() {
    let mut s = two();
    s.seats.push(seat(22, 10, "样例职务"));
    s.people.push(person(32, "样例"));
    s.tenures.push(tenure(42, 22, 32, true));
    s.edges = vec![Edge::bare(id(50), id(1), EdgeKind::ReportsTo, id(20), id(22))];
    let part = pack::account_pack(&s, id(1), id(100), None, day(TODAY)).unwrap_or_else(|| unreachable!());
    let drawn: Vec<(usize, bool)> = part.chart.iter().map(|one| (one.depth, one.own)).collect();
    assert_eq!(drawn, [(0, false), (1, true)]);
}

#[test]
fn the_records_without_a_leaver_score_what_the_drill_says() {
    let mut s = two();
    s.staff.push(staff(103, 8));
    s.assignments.push(held(97, 20, 103, AssignmentKind::Sponsor));
    for (ours, theirs) in [(&[100][..], &[][..]), (&[101], &[]), (&[100, 101], &[]), (&[], &[30]), (&[101], &[30])] {
        let told = run(&s, ours, theirs).accounts.remove(0);
        let leavers = Leavers {
            staff: ours.iter().map(|one| id(*one)).collect(),
            people: theirs.iter().map(|one| id(*one)).collect(),
        };
        assert!(concerns(&s, &leavers));
        let left = without(&s, &leavers);
        let score = crate::engine::score::score_account(&left, id(1), None, day(TODAY));
        assert!((score.coverage.value - told.after.coverage).abs() < 1e-9, "{ours:?} {theirs:?}");
        assert_eq!(score.ownership_pct, told.after.ownership_pct, "{ours:?} {theirs:?}");
        assert_eq!(score.single_thread.risk, told.after.risk, "{ours:?} {theirs:?}");
        assert_eq!(score.single_thread.our_share_max, told.after.our_share, "{ours:?} {theirs:?}");
    }
    assert!(!concerns(&s, &Leavers { staff: [id(102)].into(), ..Leavers::default() }), "holds nothing anywhere");
}

#[test]
fn a_promise_is_lost_with_its_holder_and_a_warning_with_who_follows_it() {
    let mut s = two();
    let note = |n: u128, owner: u128, status| WarningNote {
        id: id(n),
        r#ref: None,
        account: id(1),
        code: "W09".into(),
        object: String::new(),
        status,
        opened_on: day("2026-11-01"),
        owner: Some(id(owner)),
        snoozed_until: Some(day("2026-12-01")),
        reason: Some("样例".into()),
        changed_on: day("2026-11-01"),
    };
    s.warning_notes = vec![
        note(500, 100, WarningStatus::Intervening),
        note(501, 100, WarningStatus::FalseAlarm),
        note(502, 101, WarningStatus::Open),
    ];
    let promise = |n: u128, by: u128, holder: Option<u128>| Commitment {
        text_zh: Some("样例承诺".into()),
        to_person: Some(id(30)),
        by_staff: Some(id(by)),
        holder: holder.map(id),
        ..Commitment::bare(id(n), id(1), "样例".into(), day("2026-10-01"), day("2026-12-01"))
    };
    let gone = Commitment { withdrawn_on: Some(day("2026-11-01")), ..promise(303, 100, None) };
    s.commitments = vec![promise(300, 101, Some(100)), promise(301, 100, Some(101)), promise(302, 100, None), gone];
    let told: Vec<(MatterKind, uuid::Uuid)> =
        run(&s, &[100], &[]).accounts.remove(0).matters.iter().map(|one| (one.kind, one.id)).collect();
    let at = |n: u128| crate::CommitmentId::from(uuid::Uuid::from(id::<crate::CommitmentId>(n))).0;
    assert_eq!(
        told,
        [(MatterKind::Promise, at(300)), (MatterKind::Promise, at(302)), (MatterKind::Warning, at(500))],
        "whoever holds it loses it, not whoever made it; what is withdrawn or closed is nobody's"
    );
}
