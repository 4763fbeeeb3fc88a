//! Scene: the hard cases of a map, drawn from records made by hand. Pictures are judged by the export's tests.

use super::*;
use crate::engine::chain::{Holding, Stakeholder};
use crate::engine::fixture::{edge, id, person, seat, tenure, unit};
use crate::*;

mod lenses;
mod presenting;
mod shown;

/// Answers with the key and its arguments, so that tests see which word was asked for.
struct Keys(Lang);

impl Wording for Keys {
    fn lang(&self) -> Lang {
        self.0
    }
    fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        match key {
            "map-unknown-name" => "姓名待查".into(),
            _ => std::iter::once(key.to_owned())
                .chain(args.iter().map(|arg| arg.1.clone()))
                .collect::<Vec<_>>()
                .join(" "),
        }
    }
}

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 20).unwrap()
}

fn row(seat: u128, person: Option<u128>) -> Stakeholder {
    Stakeholder {
        seat: id(seat),
        person: person.map(id),
        holding: if person.is_some() { Holding::Held } else { Holding::Placeholder },
        no_contact: false,
        rank_level: Some(8),
        in_chain: true,
        roles: vec![DecisionRole::DecisionMaker],
        functions: vec![InformalFunction::Champion],
        formal_power: 3,
        influence_level: Some(4),
        weight: 4,
        attitude: Some(1),
        attitude_on: None,
        attitude_evidence: None,
        ties: Vec::new(),
        level: 4,
        last_touch: None,
        days: Some(18),
        cadence_days: 30,
        touch_fresh: 1.0,
        cover: 1.0,
        owners: vec![id(90)],
        backups: Vec::new(),
        supporters: Vec::new(),
        sponsors: Vec::new(),
    }
}

/// A chairman with a second post in the company below, its manager, an unnamed seat, and one of ours.
fn snapshot() -> Snapshot {
    Snapshot {
        units: vec![unit(10, None, "样例集团"), unit(11, Some(10), "样例公司")],
        seats: vec![
            seat(20, 10, "董事长"),
            seat(21, 11, "董事长（兼）"),
            seat(22, 11, "总经理"),
            seat(23, 10, "财务总监"),
        ],
        people: vec![person(30, "样例一"), person(31, "样例二")],
        tenures: vec![tenure(40, 20, 30, true), tenure(41, 21, 30, false), tenure(42, 22, 31, true)],
        edges: vec![
            edge(50, EdgeKind::ReportsTo, 22, 20),
            edge(51, EdgeKind::Influences, 22, 20),
            edge(52, EdgeKind::ConflictsWith, 22, 23),
            edge(53, EdgeKind::DottedReportsTo, 23, 20),
        ],
        ..Snapshot::default()
    }
}

fn input<'a>(snapshot: &'a Snapshot, wording: &'a dyn Wording) -> MapInput<'a> {
    MapInput::new(snapshot, id(1), day(), wording)
}

fn drawn(snapshot: &Snapshot, rows: &[Stakeholder], lens: Lens, lang: Lang) -> Scene {
    draw_map(&MapInput { rows, lens, ..input(snapshot, &Keys(lang)) })
}

fn usual() -> Scene {
    drawn(&snapshot(), &[row(20, Some(30)), row(22, Some(31)), row(23, None)], Lens::Attitude, Lang::ZhCn)
}

fn card(scene: &Scene, seat: u128) -> &SceneCard {
    scene.cards.iter().find(|card| card.seat == id(seat)).unwrap()
}

fn texts(prims: &[Prim]) -> Vec<&str> {
    prims
        .iter()
        .filter_map(|prim| if let Prim::Text { text, .. } = prim { Some(text.as_str()) } else { None })
        .collect()
}

#[test]
fn a_person_with_two_posts_is_one_card_and_a_small_seat_tied_to_it() {
    let scene = usual();
    assert_eq!(scene.cards.len(), 4);
    let small = card(&scene, 21);
    assert_eq!((small.rect.w, small.rect.h), (192.0, 56.0));
    assert_eq!(texts(&small.near), ["董事长（兼）", "map-held-by 样例一"]);
    let tie = scene.lines.iter().find(|line| line.kind == LineKind::SamePerson).unwrap();
    assert_eq!((tie.from, tie.to, tie.edge), (id(21), id(20), None));
    assert!(texts(&card(&scene, 20).near).contains(&"map-post-and 董事长 董事长（兼）"));
}

#[test]
fn an_unnamed_seat_is_dashed_and_keeps_its_post() {
    let scene = usual();
    let unnamed = card(&scene, 23);
    assert!(texts(&unnamed.near).contains(&"姓名待查") && texts(&unnamed.near).contains(&"财务总监"));
    let Prim::Rect { fill, stroke: Some(stroke), .. } = &unnamed.near[0] else { panic!("no frame") };
    assert_eq!((*fill, stroke.token, stroke.dash.is_empty()), (Some("paper-canvas"), "line-3", false));
    assert!(unnamed.keys.contains(&"holding:placeholder".to_owned()));
}

#[test]
fn a_late_touch_is_cinnabar_with_a_diamond_but_never_for_those_we_must_not_approach() {
    let mut late = row(20, Some(30));
    late.days = Some(46);
    let cinnabar = |scene: &Scene| {
        let near = &card(scene, 20).near;
        let words = near.iter().any(|prim| matches!(prim, Prim::Text { fill: "cinnabar", .. }));
        let mark = near.iter().any(|prim| matches!(prim, Prim::Path { fill: Some("cinnabar"), .. }));
        (words, mark, card(scene, 20).keys.contains(&"overdue".to_owned()))
    };
    assert_eq!(cinnabar(&drawn(&snapshot(), &[late.clone()], Lens::Structure, Lang::ZhCn)), (true, true, true));
    late.days = Some(45);
    assert_eq!(cinnabar(&drawn(&snapshot(), &[late.clone()], Lens::Structure, Lang::ZhCn)), (false, false, false));
    (late.days, late.no_contact, late.owners) = (Some(400), true, Vec::new());
    let scene = drawn(&snapshot(), &[late], Lens::Structure, Lang::ZhCn);
    assert_eq!(cinnabar(&scene), (false, false, false));
    assert!(texts(&card(&scene, 20).near).contains(&"map-no-contact"));
}

#[test]
fn the_mark_of_a_second_post_is_seen_on_the_card_also_without_a_row() {
    let mut snapshot = snapshot();
    let barred = |snapshot: &Snapshot| {
        let scene = drawn(snapshot, &[], Lens::Structure, Lang::ZhCn);
        texts(&card(&scene, 20).near).contains(&"map-no-contact")
    };
    assert!(!barred(&snapshot));
    snapshot.seats[1].no_contact = true;
    assert!(barred(&snapshot));
}

#[test]
fn seats_outside_the_chain_carry_no_judgement() {
    let scene = drawn(&snapshot(), &[], Lens::Attitude, Lang::ZhCn);
    let plain = card(&scene, 22);
    assert_eq!(texts(&plain.near), ["样例二", "总经理", "map-never-touched", "map-not-in-chain"]);
    assert!(plain.keys.contains(&"chain:out".to_owned()) && !plain.keys.iter().any(|key| key.starts_with("att:")));
    assert!(scene.legend.iter().all(|entry| entry.count == 0));
}

#[test]
fn the_lens_changes_the_ground_and_the_legend_and_moves_nothing() {
    let (attitude, snapshot) = (usual(), snapshot());
    let structure =
        drawn(&snapshot, &[row(20, Some(30)), row(22, Some(31)), row(23, None)], Lens::Structure, Lang::ZhCn);
    let rects = |scene: &Scene| scene.cards.iter().map(|card| card.rect).collect::<Vec<_>>();
    assert_eq!(rects(&attitude), rects(&structure));
    let fill = |scene: &Scene| if let Prim::Rect { fill, .. } = card(scene, 22).near[0] { fill } else { None };
    assert_eq!((fill(&attitude), fill(&structure)), (Some("att-p1-wash"), Some("paper-surface")));
    let count = |scene: &Scene, key: &str| scene.legend.iter().find(|entry| entry.key == key).map(|entry| entry.count);
    assert_eq!((attitude.legend.len(), count(&attitude, "att:+1")), (6, Some(3)));
    assert_eq!((count(&structure, "line:reports_to"), count(&structure, "line:same_person")), (Some(1), Some(1)));
}

#[test]
fn english_moves_the_first_role_to_the_second_line_and_keeps_the_box() {
    let mut two = row(22, Some(31));
    two.roles.push(DecisionRole::Gatekeeper);
    let scene = drawn(&snapshot(), &[two], Lens::Attitude, Lang::En);
    let near = &card(&scene, 22).near;
    let role = near.iter().find_map(|prim| match prim {
        Prim::Text { text, y, .. } if text.starts_with("map-role-dec") => Some(*y),
        _ => None,
    });
    let y = card(&scene, 22).rect.y;
    assert!((role.unwrap() - y - 47.0).abs() < 1.0);
    assert_eq!((card(&scene, 22).rect.w, card(&scene, 22).rect.h), (240.0, 104.0));
}

#[test]
fn every_text_of_a_card_stays_in_its_box() {
    let mut people = snapshot();
    people.people[0].name_zh = Some("阿卜杜勒拉赫曼·样例一·样例二·样例三".into());
    people.seats[0].title_zh = Some("党委书记、董事长、总经理、战略委员会主任委员兼首席技术官".into());
    let mut long = row(20, Some(30));
    long.roles = DecisionRole::ALL.to_vec();
    long.functions = InformalFunction::ALL.to_vec();
    (long.days, long.owners) = (Some(12_345), vec![id(90), id(91)]);
    for (&lens, lang) in Lens::ALL.iter().flat_map(|lens| [(lens, Lang::ZhCn), (lens, Lang::En)]) {
        let scene = drawn(&people, &[long.clone()], lens, lang);
        let one = card(&scene, 20);
        for prim in one.near.iter().chain(&one.mid) {
            let Prim::Text { x, size, strong, anchor, text, .. } = prim else { continue };
            let w = measure::text_width(text, *size, *strong);
            let (from, to) = if *anchor == Anchor::End { (x - w, *x) } else { (*x, x + w) };
            assert!(from >= one.rect.x && to <= one.rect.x + 240.0, "{text}: {from}…{to} in {:?}", one.rect);
        }
    }
}

#[test]
fn a_chip_fills_its_card_and_breaks_a_long_name_before_cutting_it() {
    let mut people = snapshot();
    people.people[0].name_en = Some("Zhuo Yuechuan".into());
    for (lang, wanted) in [(Lang::En, vec!["Zhuo", "Yuechuan"]), (Lang::ZhCn, vec!["样例一"])] {
        let scene = drawn(&people, &[row(20, Some(30))], Lens::Attitude, lang);
        let one = card(&scene, 20);
        assert_eq!(texts(&one.mid), wanted);
        let Some(Prim::Rect { y, h, .. }) = one.mid.first() else { panic!("no frame") };
        assert!((y - one.rect.y).abs() < 3.0 && (one.rect.h - h).abs() < 6.0, "lines end at the card's box");
        for prim in &one.mid {
            let Prim::Text { y, size, .. } = prim else { continue };
            assert!(y - size * 0.8 > one.rect.y && y + size * 0.25 < one.rect.y + one.rect.h, "{y}");
        }
    }
}

#[test]
fn lines_are_dated_and_end_at_their_cards() {
    let mut dated = snapshot();
    dated.edges[1].to_on = day().pred_opt();
    dated.edges[2].from_on = day().succ_opt();
    let scene = drawn(&dated, &[], Lens::Structure, Lang::ZhCn);
    let kinds: Vec<_> = scene.lines.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [LineKind::ReportsTo, LineKind::SamePerson, LineKind::DottedReportsTo]);
    for line in &usual().lines {
        assert!(line.bounds.w.is_finite() && line.bounds.h.is_finite() && !line.prims.is_empty(), "{line:?}");
    }
}

#[test]
fn a_large_account_is_drawn_fast_enough_to_drag_through_time() {
    let mut large = snapshot();
    for n in 0..5_000u128 {
        large.units.push(OrgUnit {
            parent: Some(id(10)),
            position: (n / 40) as i64,
            ..OrgUnit::bare(id(100_000 + n / 40), id(1))
        });
        large.seats.push(seat(200_000 + n, 100_000 + n / 40, "工程师"));
        large.edges.push(edge(
            300_000 + n,
            EdgeKind::ReportsTo,
            200_000 + n,
            if n % 40 == 0 { 20 } else { 200_000 + n / 40 * 40 },
        ));
    }
    large.units.dedup_by_key(|unit| unit.id);
    let started = std::time::Instant::now();
    let scene = drawn(&large, &[], Lens::Structure, Lang::ZhCn);
    assert_eq!(scene.cards.len(), 5_004);
    assert!(scene.lines.iter().filter(|line| line.quiet).count() > 4_000);
    assert!(started.elapsed().as_secs_f32() < 4.0, "{:?}", started.elapsed());
}
