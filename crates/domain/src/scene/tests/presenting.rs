//! The room-safe face: even records that were not redacted leave no trace on it.

use super::*;

/// Everything there is to give away, in one snapshot.
fn secrets() -> Snapshot {
    let mut snapshot = snapshot();
    snapshot.people[1].label = Some("秘密".into());
    snapshot.people[1].no_contact = true;
    snapshot.seats[3].status = SeatStatus::Placeholder;
    snapshot.seats[3].no_contact = true;
    let mut decision = crate::engine::fixture::decision(60);
    decision.blackout_from = Some(day());
    snapshot.decision_bodies.push(DecisionBody {
        id: id(61),
        r#ref: None,
        decision: id(60),
        name_zh: Some("秘密委员会".into()),
        name_en: None,
        rule: VotingRule::Majority,
        seat_count: 3,
        members: vec![id(20), id(22)],
        chair: Some(id(22)),
    });
    snapshot.decisions.push(decision);
    snapshot
}

fn safe(snapshot: &Snapshot, lens: Lens) -> Scene {
    let rows = [row(20, Some(30)), row(22, Some(31)), row(23, None)];
    let wording = Keys(Lang::ZhCn);
    let compare = Compare { as_of: day().pred_opt().unwrap(), rows: &[] };
    let mode = DisplayMode::Presenting;
    draw_map(&MapInput { rows: &rows, lens, mode, compare: Some(compare), ..input(snapshot, &wording) })
}

#[test]
fn cards_hold_name_and_post_alone_and_look_alike() {
    let scene = safe(&secrets(), Lens::Attitude);
    assert_eq!(texts(&card(&scene, 20).near), ["样例一", "董事长"]);
    assert_eq!(texts(&card(&scene, 22).near), ["样例二", "总经理"]);
    assert_eq!(texts(&card(&scene, 23).near), ["财务总监"], "an unnamed seat shows its post");
    assert_eq!(texts(&card(&scene, 21).near), ["董事长（兼）", "map-held-by 样例一"]);
    let looks = |seat: u128| {
        let one = card(&scene, seat);
        let frame = |prims: &[Prim]| match &prims[0] {
            Prim::Rect { fill, stroke, .. } => (*fill, stroke.clone()),
            _ => panic!("no frame"),
        };
        (frame(&one.near), frame(&one.mid), frame(&one.far))
    };
    assert!(looks(20) == looks(22) && looks(22) == looks(23));
    let sizes = card(&scene, 20).near.iter().filter_map(|one| match one {
        Prim::Text { size, .. } => Some(*size),
        _ => None,
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [20.0, 15.0]);
}

#[test]
fn neither_lens_nor_label_nor_key_gives_anything_away() {
    for lens in Lens::ALL {
        let scene = safe(&secrets(), *lens);
        assert_eq!(card(&scene, 22).label, "样例二；总经理；样例公司");
        assert_eq!(card(&scene, 23).label, "财务总监；样例集团");
        let kinds: Vec<_> = scene.lines.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [LineKind::ReportsTo, LineKind::DottedReportsTo]);
        let legend: Vec<_> = scene.legend.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(legend, ["line:reports_to", "line:dotted_reports_to"]);
        for card in &scene.cards {
            assert!(card.keys.iter().all(|key| key.starts_with("line:") || key == "seat:second"), "{:?}", card.keys);
            let CardText { sign, tags, note, .. } = &card.text;
            assert!(sign.is_empty() && tags.is_empty() && note.is_empty());
        }
        let all = format!("{scene:?}");
        for secret in ["秘密", "map-role", "map-stance", "map-cover", "att-", "seq-", "cat-", "cinnabar", "blackout"]
        {
            assert!(!all.contains(secret), "{secret} in {lens:?}");
        }
    }
}

#[test]
fn an_erased_holder_shows_the_post_alone_in_both_seats() {
    let mut snapshot = secrets();
    snapshot.people[0].status = PersonStatus::Erased;
    let scene = safe(&snapshot, Lens::Structure);
    assert_eq!(texts(&card(&scene, 20).near), ["董事长"]);
    assert_eq!(texts(&card(&scene, 21).near), ["董事长（兼）"]);
    assert!(!format!("{scene:?}").contains("erased"));
}

#[test]
fn everything_stands_where_it_stands_inside() {
    let snapshot = secrets();
    let rects = |scene: &Scene| scene.cards.iter().map(|card| (card.seat, card.rect)).collect::<Vec<_>>();
    let rows = [row(20, Some(30)), row(22, Some(31)), row(23, None)];
    let inside = drawn(&snapshot, &rows, Lens::Coverage, Lang::ZhCn);
    assert_eq!(rects(&safe(&snapshot, Lens::Coverage)), rects(&inside));
    // The card of a person with two posts stands in the primary one even when another seat comes first.
    let mut turned = secrets();
    turned.tenures.swap(0, 1);
    turned.seats.swap(0, 1);
    assert_eq!(rects(&safe(&turned, Lens::Structure)).len(), 4);
    assert_eq!(card(&safe(&turned, Lens::Structure), 21).rect.w, 192.0);
}
