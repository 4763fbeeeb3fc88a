//! The departure drill over the eight sample accounts: losses of the golden values, and the story of one colleague.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::{ACCOUNTS, Sample};
use domain::engine::drill::{AccountDrill, Drill, Leaver, Leavers, Load, MatterKind, drill};
use domain::{AccountId, AssignmentKind, Code, PersonId, StaffId};
use serde_json::{Value, json};

fn run(sample: &Sample, leavers: &Leavers) -> Drill {
    let accounts = ACCOUNTS.iter().map(|name| (sample.account(name).id, &sample.snapshot));
    drill(accounts, leavers, Load::read(&sample.snapshot, sample.as_of), sample.as_of)
}

fn ours(sample: &Sample, names: &[&str]) -> Drill {
    let staff = names.iter().map(|name| sample.id::<StaffId>(name)).collect();
    run(sample, &Leavers { staff, ..Leavers::default() })
}

fn of<'a>(found: &'a Drill, sample: &Sample, name: &str) -> &'a AccountDrill {
    let id: AccountId = sample.account(name).id;
    found.accounts.iter().find(|one| one.account == id).unwrap()
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[test]
fn the_greatest_single_losses_are_golden() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        let all =
            drill([(sample.account(name).id, &sample.snapshot)], &Leavers::default(), Load::default(), sample.as_of);
        let worst = |is_ours: bool| {
            let side = all.impacts.iter().find(|one| matches!(one.who, Leaver::Ours(_)) == is_ours);
            side.map(|one| {
                let who = match one.who {
                    Leaver::Ours(staff) => sample.name(staff),
                    Leaver::Theirs(person) => sample.name(person),
                };
                json!([who, tenth(one.loss)])
            })
        };
        let golden = &sample.golden[name];
        assert_eq!(json!(worst(true)), golden["worst_loss_ours"], "{name}");
        assert_eq!(json!(worst(false)), golden["worst_loss_theirs"], "{name}");
    }
}

/// The drilled loss of whoever costs most is the same number as the ranking says, for every account and both sides.
#[test]
fn drilling_the_worst_gives_the_golden_loss() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        for (key, theirs) in [("worst_loss_ours", false), ("worst_loss_theirs", true)] {
            let Value::Array(golden) = &sample.golden[name][key] else { continue };
            let who = golden[0].as_str().unwrap();
            let found = if theirs {
                run(&sample, &Leavers { people: [sample.id::<PersonId>(who)].into(), ..Leavers::default() })
            } else {
                ours(&sample, &[who])
            };
            assert_eq!(json!(tenth(of(&found, &sample, name).loss())), golden[1], "{name} {who}");
        }
    }
}

#[test]
fn the_leaving_of_one_colleague_is_told_as_in_the_samples() {
    let sample = Sample::read();
    let found = ours(&sample, &["u07"]);
    let losses: Vec<(String, f64)> =
        found.accounts.iter().map(|one| (sample.name(one.account), tenth(one.loss()))).collect();
    // In A03 only topics are left without an owner.
    let told = [("A04", 15.8), ("A01", 9.5), ("A03", 0.0), ("A08", 0.0)];
    assert_eq!(losses, told.map(|(name, loss)| (name.to_owned(), loss)));
    let rows = |name: &str| -> Vec<(String, Vec<&str>, bool)> {
        let row = |one: &domain::engine::drill::LostRow| {
            let lost = one.lost.iter().map(|kind| kind.code()).collect();
            (sample.name(one.before.person.unwrap()), lost, one.untied)
        };
        of(&found, &sample, name).rows.iter().map(row).collect()
    };
    assert_eq!(rows("A04"), [("p403".into(), vec!["owner"], true)]);
    let a01 = rows("A01");
    assert!(a01.contains(&("p103".into(), vec!["owner"], true)) && a01.contains(&("p105".into(), vec!["owner"], true)));
    assert!(a01.contains(&("p104".into(), vec![], false)) && a01.contains(&("p102".into(), vec![], false)));
    assert_eq!(rows("A08"), [("p802".into(), vec![], false), ("p804".into(), vec!["backup"], false)]);
    let kinds = |name: &str| of(&found, &sample, name).matters.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert!(kinds("A08").starts_with(&[MatterKind::Promise]) && kinds("A08").contains(&MatterKind::Contact));
    assert_eq!(kinds("A04"), [MatterKind::Visit, MatterKind::Topic, MatterKind::Topic]);
    assert!(kinds("A08").contains(&MatterKind::Request), "who was asked first answers until somebody holds it");
    assert!(of(&found, &sample, "A03").rows.is_empty());
}

#[test]
fn every_lost_row_has_heirs_who_stay_each_with_reasons() {
    let sample = Sample::read();
    let found = ours(&sample, &["u07", "u10"]);
    let rows = found.accounts.iter().flat_map(|one| &one.rows);
    let gone: Vec<StaffId> = ["u07", "u10"].iter().map(|one| sample.id(one)).collect();
    let mut seen = 0;
    for proposal in rows.flat_map(|row| &row.proposals) {
        assert!(!proposal.heirs.is_empty());
        for heir in &proposal.heirs {
            assert!(!gone.contains(&heir.staff) && !heir.reasons.is_empty());
            assert_ne!(sample.name(heir.staff), "u12", "compliance owns nobody");
            assert_ne!(sample.name(heir.staff), "u13", "who has left is no heir");
        }
        seen += 1;
    }
    assert!(seen >= 6, "{seen}");
    // With both owners gone the third knows the row: the backup with the best tie.
    let row = of(&found, &sample, "A08").rows.iter().find(|row| row.lost.contains(&AssignmentKind::Owner)).unwrap();
    assert_eq!(sample.name(row.before.person.unwrap()), "p802");
    assert_eq!(sample.name(row.proposals[0].heirs[0].staff), "u08");
}

/// A drill reads and never writes: the same records, the same numbers.
#[test]
fn nobody_leaving_leaves_all_as_it_was() {
    let sample = Sample::read();
    let found = run(&sample, &Leavers::default());
    assert!(found.accounts.is_empty());
    assert_eq!(found.impacts, run(&sample, &Leavers::default()).impacts);
    let first = &found.impacts[0];
    let Leaver::Theirs(person) = first.who else { panic!("{first:?}") };
    assert_eq!((sample.name(person), tenth(first.loss)), ("p801".into(), 30.8));
}
