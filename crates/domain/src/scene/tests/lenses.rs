//! Every lens at every level of detail, its legend, and what it says.

use super::*;
use crate::engine::fixture::{account, day as on, decision, stance};

fn rows() -> Vec<Stakeholder> {
    vec![row(20, Some(30)), row(22, Some(31)), row(23, None)]
}

fn through(lens: Lens, change: impl Fn(&mut Vec<Stakeholder>)) -> Scene {
    let mut rows = rows();
    change(&mut rows);
    drawn(&staffed(), &rows, lens, Lang::ZhCn)
}

/// The usual snapshot with three of ours.
fn staffed() -> Snapshot {
    let staff = |n: u128, name: &str| {
        serde_json::from_value::<Staff>(serde_json::json!({
            "id": uuid::Uuid::from_u128(n), "name_zh": name, "name_en": null, "title_zh": null, "title_en": null,
            "rank_level": 4, "job_role": "AR", "status": "active", "left_on": null, "leave_from": null,
            "leave_to": null, "native_place": null, "dialects": [], "languages": [], "schools": [], "employers": [],
            "profession": null, "hobbies": [], "served": false, "bg_ok": false
        }))
        .unwrap()
    };
    Snapshot { staff: (90..102).map(|n| staff(n, &format!("样我{n}"))).collect(), ..snapshot() }
}

fn ground(scene: &Scene, seat: u128) -> (Option<Token>, Option<Token>) {
    match &card(scene, seat).near[0] {
        Prim::Rect { fill, stroke, .. } => (*fill, stroke.as_ref().map(|edge| edge.token)),
        _ => panic!("no frame"),
    }
}

fn fills(prims: &[Prim]) -> Vec<Option<Token>> {
    prims.iter().filter_map(|one| if let Prim::Rect { fill, .. } = one { Some(*fill) } else { None }).collect()
}

fn legend(scene: &Scene) -> Vec<(&str, u32)> {
    scene.legend.iter().map(|one| (one.key.as_str(), one.count)).collect()
}

#[test]
fn coverage_is_a_number_and_a_bar_of_that_length() {
    let scene = through(Lens::Coverage, |rows| {
        rows[0].cover = 0.5;
        rows[1].cover = 0.0;
        rows[2].no_contact = true;
    });
    assert!(texts(&card(&scene, 20).near).contains(&"map-cover 50"));
    assert_eq!(texts(&card(&scene, 20).mid), ["50", "样例一"]);
    let widths: Vec<f32> = card(&scene, 20)
        .far
        .iter()
        .filter_map(|one| if let Prim::Rect { w, .. } = one { Some(*w) } else { None })
        .collect();
    assert_eq!(widths, [240.0, 120.0]);
    let bars =
        |seat| card(&scene, seat).near.iter().filter(|one| matches!(one, Prim::Path { fill: Some(_), .. })).count();
    assert_eq!((bars(20), bars(22)), (2, 1), "ground and bar, or the ground alone");
    assert!(!texts(&card(&scene, 23).near).iter().any(|text| text.starts_with("map-cover")), "not scored");
    let losses = ["cover:0", "cover:25", "cover:50", "cover:75"].len();
    assert_eq!(legend(&scene)[..losses], [("cover:0", 1), ("cover:25", 0), ("cover:50", 1), ("cover:75", 0)]);
    let lost: Vec<_> = scene.legend[losses..].iter().map(|one| (one.label.as_str(), one.count)).collect();
    assert_eq!(lost, [("map-loss 样例二 50", 1), ("map-loss 样例一 25", 1)], "4 of 8 and 2 of 8 points");
}

#[test]
fn owners_keep_their_colour_and_a_missing_backup_is_named_for_key_seats() {
    let scene = through(Lens::Ownership, |rows| {
        rows[0].backups = vec![id(92)];
        rows[1].owners = vec![id(91), id(90)];
        rows[2].owners = Vec::new();
    });
    assert_eq!(ground(&scene, 20), (Some("cat-1-wash"), Some("cat-1")));
    assert_eq!(ground(&scene, 22), (Some("cat-2-wash"), Some("cat-2")));
    assert_eq!(ground(&scene, 23), (Some("paper-canvas"), Some("line-3")));
    assert!(texts(&card(&scene, 20).near).contains(&"样我90"));
    assert_eq!(card(&scene, 20).text.note, "样我90、map-backup 样我92 · map-days 18");
    assert!(texts(&card(&scene, 22).near).contains(&"样我91+1"));
    assert_eq!(card(&scene, 22).text.note, "样我91、样我90、map-no-backup · map-days 18");
    assert!(texts(&card(&scene, 23).near).contains(&"map-no-owner"));
    assert_eq!(texts(&card(&scene, 20).mid)[0], "我90", "the short name in the chip");
    assert_eq!(fills(&card(&scene, 22).far), [Some("cat-2")]);
    let keys = legend(&scene);
    let owner = |n: u128| format!("owner:{}", uuid::Uuid::from_u128(n));
    assert_eq!(keys, [(owner(90).as_str(), 2), (owner(91).as_str(), 1), ("owner:none", 1)]);
}

#[test]
fn owners_beyond_eight_share_a_plain_look_and_colours_do_not_depend_on_the_day() {
    let mut snapshot = staffed();
    let assign = |n: u128| Assignment {
        confirmed_by: None,
        confirmed_on: None,
        id: id(300 + n),
        r#ref: None,
        seat: id(20),
        staff: id(90 + n),
        kind: AssignmentKind::Owner,
        from_on: None,
        to_on: Some(on("2020-01-01")),
        manual: true,
    };
    snapshot.assignments = (0..10).map(assign).collect();
    let mut rows = rows();
    (rows[0].owners, rows[1].owners) = (vec![id(97)], vec![id(99)]);
    let scene = drawn(&snapshot, &rows, Lens::Ownership, Lang::ZhCn);
    assert_eq!(ground(&scene, 20), (Some("cat-8-wash"), Some("cat-8")), "the eighth, though seven no longer own");
    assert_eq!(ground(&scene, 22), (Some("paper-surface"), Some("ink-3")));
    assert!(legend(&scene).contains(&("owner:rest", 1)));
}

#[test]
fn freshness_has_four_words_and_never() {
    let days = [
        (0, "fresh"),
        (61, "fresh"),
        (62, "ageing"),
        (120, "ageing"),
        (121, "stale"),
        (240, "stale"),
        (241, "expired"),
    ];
    for (days, word) in days {
        let scene = through(Lens::Freshness, |rows| rows[0].days = Some(days));
        assert!(card(&scene, 20).keys.contains(&format!("fresh:{word}")), "{days} {:?}", card(&scene, 20).keys);
    }
    let scene = through(Lens::Freshness, |rows| {
        rows[0].days = Some(155);
        rows[1].days = None;
        rows[2].days = None;
    });
    assert!(card(&scene, 20).text.note.starts_with("map-fresh map-fresh-stale 41"));
    assert_eq!(ground(&scene, 20), (Some("seq-0"), Some("line-2")));
    assert_eq!(ground(&scene, 22), (Some("paper-canvas"), Some("line-3")), "never is unknown, and dashed");
    let wanted =
        [("fresh:fresh", 0), ("fresh:ageing", 0), ("fresh:stale", 1), ("fresh:expired", 0), ("fresh:never", 2)];
    assert_eq!(legend(&scene), wanted);
}

/// Then: the usual. Now: the manager has warmed, a new finance head came, the chairman is another person.
fn moved() -> Snapshot {
    let mut snapshot = staffed();
    snapshot.accounts = vec![account()];
    snapshot.decisions = vec![decision(60)];
    snapshot.stances = vec![stance(80, 31, Some(0), "2026-01-01"), stance(81, 31, Some(2), "2026-10-12")];
    snapshot.people.push(person(32, "样例三"));
    snapshot.tenures.push(tenure(43, 23, 32, true));
    snapshot.tenures[3].from_on = Some(on("2026-11-05"));
    snapshot.tenures[0].to_on = Some(on("2026-09-30"));
    snapshot.tenures[1].to_on = Some(on("2026-09-30"));
    snapshot.edges[1].from_on = Some(on("2026-10-01"));
    snapshot
}

fn changed(snapshot: &Snapshot, then: Option<&str>) -> Scene {
    let rows = |day| crate::engine::chain::stakeholders(snapshot, id(1), None, day);
    let (now, then) = (rows(day()), then.map(|then| (on(then), rows(on(then)))));
    let wording = Keys(Lang::ZhCn);
    let compare = then.as_ref().map(|one| Compare { as_of: one.0, rows: &one.1 });
    draw_map(&MapInput { lens: Lens::Change, rows: &now, compare, ..input(snapshot, &wording) })
}

#[test]
fn changed_cards_get_an_ink_edge_and_a_badge_and_the_others_lose_their_tags() {
    let snapshot = moved();
    let scene = changed(&snapshot, Some("2026-08-20"));
    let say = |seat| texts(&card(&scene, seat).near);
    let note = |seat| card(&scene, seat).text.note.clone();
    assert_eq!(ground(&scene, 22), (Some("paper-surface"), Some("ink-1")));
    assert!(say(22).contains(&"map-badge-changed"));
    assert!(note(22).starts_with("map-change-stance map-stance-0 map-stance-p2"));
    assert!(say(23).contains(&"map-badge-joined") && note(23).starts_with("map-change-since 11-05"));
    assert!(say(20).contains(&"map-badge-left") && note(20).starts_with("map-change-until 09-30"));
    assert!(texts(&card(&scene, 20).mid).contains(&"map-badge-left"));
    assert_eq!(ground(&scene, 21), (Some("paper-canvas"), Some("line-3")), "vacant now, and nothing more");
    let line = scene.lines.iter().find(|line| line.kind == LineKind::Influences).unwrap();
    assert!(texts(&line.prims).contains(&"map-badge-joined") && line.label.starts_with("map-badge-joined"));
    let wanted = [("change:joined", 2), ("change:changed", 1), ("change:moved", 0), ("change:left", 1)];
    assert_eq!(legend(&scene), wanted, "the new line counts with the new person");
    assert!(card(&scene, 20).keys.contains(&"change:joined".to_owned()), "found by the new line that ends there");
}

#[test]
fn without_a_day_to_compare_the_legend_asks_for_one() {
    let scene = changed(&moved(), None);
    assert_eq!(legend(&scene), [("change:none", 0)]);
    assert!(scene.cards.iter().all(|card| card.keys.iter().all(|key| !key.starts_with("change:"))));
}

#[test]
fn seen_from_the_past_the_same_changes_are_still_to_come() {
    let mut snapshot = moved();
    snapshot.tenures[0].to_on = Some(on("2026-12-31"));
    let scene = changed(&snapshot, Some("2027-01-31"));
    assert!(card(&scene, 20).text.note.starts_with("map-change-until 12-31"));
}

#[test]
fn committees_and_a_blackout_are_named_in_the_legend_and_the_chair_on_the_card() {
    let mut snapshot = staffed();
    snapshot.decisions = vec![Decision { blackout_from: Some(day()), blackout_to: Some(day()), ..decision(60) }];
    snapshot.decision_bodies = vec![DecisionBody {
        id: id(61),
        r#ref: None,
        decision: id(60),
        name_zh: Some("样例委员会".into()),
        name_en: None,
        rule: VotingRule::Majority,
        seat_count: 2,
        members: vec![id(21), id(22)],
        chair: Some(id(22)),
    }];
    let rows = rows();
    let scene = drawn(&snapshot, &rows, Lens::Structure, Lang::ZhCn);
    let body = format!("body:{}", uuid::Uuid::from_u128(61));
    assert!(legend(&scene).contains(&(body.as_str(), 2)) && legend(&scene).contains(&("blackout", 3)));
    assert!(card(&scene, 20).keys.contains(&body), "a member by a second post is found on the person's card");
    assert!(card(&scene, 22).keys.contains(&body.replace("body", "chair")));
    assert!(card(&scene, 22).text.tags.contains(&"map-body-chair 样例委员会".to_owned()));
    assert!(card(&scene, 20).label.contains("样例委员会") && !card(&scene, 23).keys.contains(&body));
    snapshot.decisions[0].blackout_to = day().pred_opt();
    assert!(!format!("{:?}", drawn(&snapshot, &rows, Lens::Structure, Lang::ZhCn)).contains("blackout"));
}

#[test]
fn the_words_of_a_card_follow_the_lens() {
    let note = |lens| card(&through(lens, |_| {}), 22).text.note.clone();
    assert_eq!(note(Lens::Structure), "样我90 · map-days 18");
    assert_eq!(note(Lens::Attitude), "map-stance-p1 · 样我90 · map-days 18");
    assert_eq!(note(Lens::Coverage), "map-cover 100 · 样我90 · map-days 18");
    assert_eq!(note(Lens::Ownership), "样我90、map-no-backup · map-days 18");
    assert_eq!(note(Lens::Freshness), "map-fresh map-fresh-fresh 90 · 样我90 · map-days 18");
    let text = card(&through(Lens::Attitude, |_| {}), 22).text.clone();
    assert_eq!((text.sign.as_str(), text.name.as_str(), text.post.as_str()), ("△", "样例二", "总经理"));
    assert_eq!(text.tags, ["map-role-decision_maker", "map-function-champion"]);
    assert_eq!(card(&through(Lens::Coverage, |_| {}), 22).text.sign, "");
    let plain = drawn(&staffed(), &[], Lens::Coverage, Lang::ZhCn);
    assert_eq!(card(&plain, 22).text.note, "map-not-in-chain · map-never-touched");
}

#[test]
fn a_tag_leaves_the_first_line_to_a_name_it_would_cut() {
    let mut snapshot = staffed();
    snapshot.people[1].name_en = Some("Zhuo Yuechuan".into());
    let rows = rows();
    let scene = drawn(&snapshot, &rows, Lens::Coverage, Lang::En);
    let near = &card(&scene, 22).near;
    assert!(texts(near).contains(&"Zhuo Yuechuan"), "{:?}", texts(near));
    let tag = near.iter().find_map(|one| match one {
        Prim::Text { text, y, .. } if text.starts_with("map-cover") => Some(*y),
        _ => None,
    });
    assert!((tag.unwrap() - card(&scene, 22).rect.y - 47.0).abs() < 1.0);
}
