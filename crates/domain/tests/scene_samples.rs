//! The eight samples through every lens, over time, in both faces, and with the ways in and the committee beside them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::{ACCOUNTS, Sample};
use domain::engine::chain::{Stakeholder, stakeholders};
use domain::engine::changes::{Change, changes_between, first_record, moments};
use domain::engine::committee::{Outlook, project_body};
use domain::engine::paths::access_paths;
use domain::engine::score::score_account;
use domain::scene::{Compare, DisplayMode, Lens, MapInput, Scene, SceneCard, Wording, draw_map};
use domain::{Code, Day, Lang, SeatId};
use std::collections::BTreeSet;

/// Says the key and its arguments.
struct Keys;

impl Wording for Keys {
    fn lang(&self) -> Lang {
        Lang::ZhCn
    }
    fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        args.iter().fold(key.to_owned(), |text, arg| format!("{text} {}", arg.1))
    }
}

fn rows(sample: &Sample, name: &str, day: Day) -> Vec<Stakeholder> {
    stakeholders(&sample.snapshot, sample.account(name).id, None, day)
}

fn draw(sample: &Sample, name: &str, lens: Lens, mode: DisplayMode) -> Scene {
    let (rows, then) = (rows(sample, name, sample.as_of), sample.ago(60));
    let old = self::rows(sample, name, then);
    draw_map(&MapInput {
        lens,
        mode,
        compare: Some(Compare { as_of: then, rows: &old }),
        rows: &rows,
        ..MapInput::new(&sample.snapshot, sample.account(name).id, sample.as_of, &Keys)
    })
}

fn card<'a>(sample: &Sample, scene: &'a Scene, seat: &str) -> &'a SceneCard {
    let seat: SeatId = sample.id(seat);
    scene.cards.iter().find(|card| card.seat == seat).unwrap()
}

#[test]
fn no_lens_and_no_face_moves_a_card() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        let rects = |scene: &Scene| scene.cards.iter().map(|card| (card.seat, card.rect)).collect::<Vec<_>>();
        let first = rects(&draw(&sample, name, Lens::Structure, DisplayMode::Internal));
        for lens in Lens::ALL {
            for mode in [DisplayMode::Internal, DisplayMode::Presenting] {
                assert_eq!(rects(&draw(&sample, name, *lens, mode)), first, "{name} {lens:?} {mode:?}");
            }
        }
    }
}

#[test]
fn legends_count_the_cards_they_find() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        for lens in [Lens::Attitude, Lens::Coverage, Lens::Ownership, Lens::Freshness] {
            let scene = draw(&sample, name, lens, DisplayMode::Internal);
            for entry in scene.legend.iter().filter(|one| !one.key.starts_with("line:")) {
                let found = scene.cards.iter().filter(|card| card.keys.contains(&entry.key)).count();
                assert_eq!(found, entry.count as usize, "{name} {lens:?} {}", entry.key);
            }
        }
        let scored = rows(&sample, name, sample.as_of).iter().filter(|row| row.is_scored()).count();
        let scene = draw(&sample, name, Lens::Coverage, DisplayMode::Internal);
        let steps = scene.legend.iter().filter(|one| one.key.starts_with("cover:")).map(|one| one.count);
        assert_eq!(steps.sum::<u32>() as usize, scored, "{name}: every scored row is in one step");
        let worst = score_account(&sample.snapshot, sample.account(name).id, None, sample.as_of).coverage.losses;
        let named = scene.legend.iter().filter_map(|one| one.key.strip_prefix("loss:"));
        assert_eq!(named.collect::<Vec<_>>(), worst.iter().map(|one| one.0.to_string()).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn the_first_sample_reads_as_in_its_reference_values() {
    let sample = Sample::read();
    let note = |lens, person: &str| {
        let seat = rows(&sample, "A01", sample.as_of)
            .into_iter()
            .find(|row| row.person == Some(sample.id(person)))
            .unwrap()
            .seat;
        let scene = draw(&sample, "A01", lens, DisplayMode::Internal);
        scene.cards.iter().find(|card| card.seat == seat).unwrap().text.note.clone()
    };
    assert_eq!(note(Lens::Coverage, "p102"), "map-cover 100 · 顾维桢 · map-days 18");
    assert_eq!(note(Lens::Freshness, "p101"), "map-fresh map-fresh-stale 41 · 顾维桢 · map-days 155");
    assert_eq!(note(Lens::Ownership, "p101"), "顾维桢、map-backup 马文斌 · map-days 155");
    let scene = draw(&sample, "A01", Lens::Ownership, DisplayMode::Internal);
    let counts: Vec<_> = scene.legend.iter().map(|one| (one.label.as_str(), one.count)).collect();
    assert_eq!(counts, [("顾维桢", 2), ("林采薇", 2), ("曹泊宁", 1), ("map-no-owner", 1)]);
}

#[test]
fn the_room_sees_no_internal_word_of_any_sample() {
    let mut sample = Sample::read();
    let canary = "金丝雀";
    sample.snapshot.staff.iter_mut().for_each(|one| one.name_zh = Some(canary.into()));
    sample.snapshot.decisions.iter_mut().for_each(|one| one.name_zh = Some(canary.into()));
    sample.snapshot.decision_bodies.iter_mut().for_each(|one| one.name_zh = Some(canary.into()));
    sample.snapshot.people.iter_mut().for_each(|one| one.label = Some(canary.into()));
    let internal = format!("{:?}", draw(&sample, "A02", Lens::Structure, DisplayMode::Internal));
    assert!(internal.contains(canary), "the canary sings inside");
    for name in ACCOUNTS {
        for lens in Lens::ALL {
            let all = format!("{:?}", draw(&sample, name, *lens, DisplayMode::Presenting));
            for word in
                [canary, "att-", "cat-", "seq-", "cinnabar", "att:", "owner:", "chain:", "role:", "map-say-power"]
            {
                assert!(!all.contains(word), "{word} in {name} {lens:?}");
            }
        }
    }
}

#[test]
fn a_successor_is_seen_on_the_seat() {
    let sample = Sample::read();
    let scene = draw(&sample, "A03", Lens::Change, DisplayMode::Internal);
    let seat = card(&sample, &scene, "s304");
    assert!(seat.keys.contains(&"change:joined".to_owned()), "{:?}", seat.keys);
    let account = sample.account("A03").id;
    let told = changes_between(&sample.snapshot, account, None, sample.ago(60), sample.as_of);
    let people: Vec<_> = told
        .iter()
        .filter(|one| one.seat == Some(sample.id("s304")))
        .map(|one| (one.kind.code(), sample.name(one.person.unwrap()), one.on.unwrap().to_string()))
        .collect();
    let wanted = [("joined", "p304", "2026-10-08"), ("left", "p303", "2026-09-30")];
    assert_eq!(people, wanted.map(|one| (one.0, one.1.to_owned(), one.2.to_owned())));
    let days: BTreeSet<Day> = moments(&sample.snapshot, account, None).iter().map(|one| one.on).collect();
    // What ended is told with its last day and marked on the first one without it.
    let ended = |one: &&Change| matches!(one.kind.code(), "left" | "seat_removed" | "line_removed");
    let seen = |one: &Change| if ended(&one) { one.on?.succ_opt() } else { one.on };
    assert!(told.iter().filter_map(seen).all(|on| days.contains(&on)), "every change is a moment");
    assert!(first_record(&sample.snapshot, account).unwrap() <= *days.first().unwrap());
}

#[test]
fn ways_in_never_touch_those_nobody_may_approach() {
    let sample = Sample::read();
    let mut found = 0;
    for name in ACCOUNTS {
        let account = sample.account(name).id;
        let rows = rows(&sample, name, sample.as_of);
        for target in &rows {
            let paths = access_paths(&sample.snapshot, account, None, target.seat, sample.as_of);
            assert!(paths.len() <= 3 && paths.windows(2).all(|two| two[0].value >= two[1].value));
            assert!(!target.no_contact || paths.is_empty(), "{name}");
            found += paths.len();
            for path in &paths {
                let start = rows.iter().find(|row| row.seat == path.start).unwrap();
                assert!(start.attitude.unwrap() >= 1 && start.level >= 3 && path.steps.len() <= 3);
                assert!(path.steps.iter().all(|step| rows.iter().any(|row| row.seat == step.from && !row.no_contact)));
                assert_eq!(path.steps.last().unwrap().to, target.seat);
            }
        }
    }
    assert!(found > 5, "{found}");
    // A01: the manager, attitude +1 and level 4, influences the chairman with strength 3: 4/5 × 0.9.
    let chairman = rows(&sample, "A01", sample.as_of).into_iter().find(|row| row.person == Some(sample.id("p101")));
    let paths = access_paths(&sample.snapshot, sample.account("A01").id, None, chairman.unwrap().seat, sample.as_of);
    assert!((paths[0].value - 0.72).abs() < 1e-9 && paths[0].steps.len() == 1, "{paths:?}");
}

#[test]
fn experts_of_the_committee_are_unknown_and_so_are_unnamed_seats() {
    let sample = Sample::read();
    let body = sample.snapshot.decision_bodies.first().unwrap();
    let rows = stakeholders(&sample.snapshot, sample.account("A02").id, Some(body.decision), sample.as_of);
    let panel = project_body(&sample.snapshot, body, &rows, sample.as_of);
    assert_eq!((panel.votes.len(), panel.need), (7, 4));
    let experts: Vec<_> = panel.votes.iter().filter(|one| one.no_contact).collect();
    assert_eq!((experts.len(), experts.iter().filter(|one| one.level.is_some()).count()), (3, 0));
    assert_eq!(panel.support + panel.oppose + panel.undecided_or_unknown, 7);
    let count = |is: fn(i8) -> bool| panel.votes.iter().filter(|one| one.level.is_some_and(is)).count() as u32;
    assert_eq!((panel.support, panel.oppose), (count(|level| level > 0), count(|level| level < 0)));
    assert_ne!(panel.outlook, Outlook::Secured);
    let scene = draw(&sample, "A02", Lens::Structure, DisplayMode::Internal);
    let entry = scene.legend.iter().find(|one| one.key == format!("body:{}", body.id)).unwrap();
    assert_eq!(entry.count, 7);
}

#[test]
fn a_day_before_the_first_record_is_drawn_without_a_fall() {
    let sample = Sample::read();
    for name in ACCOUNTS {
        let account = sample.account(name).id;
        let day = first_record(&sample.snapshot, account).unwrap() - chrono::TimeDelta::days(1);
        let rows = rows(&sample, name, day);
        for lens in Lens::ALL {
            let scene = draw_map(&MapInput {
                lens: *lens,
                rows: &rows,
                ..MapInput::new(&sample.snapshot, account, day, &Keys)
            });
            assert!(!scene.cards.is_empty());
        }
    }
}

#[test]
fn a_matter_that_waits_marks_the_card_of_its_person_and_never_in_the_room() {
    let mut sample = Sample::read();
    let person = sample.id("p802");
    let row =
        |sample: &Sample| rows(sample, "A08", sample.as_of).into_iter().find(|row| row.person == Some(person)).unwrap();
    let seat = row(&sample).seat;
    let of = |scene: &Scene| scene.cards.iter().find(|card| card.seat == seat).unwrap().clone();
    for lens in Lens::ALL {
        let scene = draw(&sample, "A08", *lens, DisplayMode::Internal);
        let card = of(&scene);
        assert!(card.keys.contains(&"waiting".to_owned()), "{lens:?}");
        assert!(card.label.contains("map-say-waiting 1"), "in words too: {}", card.label);
        assert_eq!(scene.legend.iter().filter(|one| one.key == "waiting").map(|one| one.count).sum::<u32>(), 1);
        let room = draw(&sample, "A08", *lens, DisplayMode::Presenting);
        assert!(!format!("{room:?}").contains("waiting"), "{lens:?}: nothing of it in the room");
    }
    let marked = of(&draw(&sample, "A08", Lens::Structure, DisplayMode::Internal));
    for one in &mut sample.snapshot.customer_requests {
        one.answered_on = Some(one.asked_on);
        one.closed_on = Some(one.asked_on);
    }
    let calm = of(&draw(&sample, "A08", Lens::Structure, DisplayMode::Internal));
    assert!(!calm.keys.contains(&"waiting".to_owned()));
    assert_eq!((marked.near.len() - calm.near.len(), marked.mid.len() - calm.mid.len()), (1, 1), "a shape of its own");
}
