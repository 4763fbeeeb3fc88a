//! A map told as a difference is the map asked for whole, whatever was done in between.

use serde_json::{Value, json};

use super::{DAY, Desk};

fn request(desk: &mut Desk, key: &str) -> Value {
    json!({"account": desk.account(key), "decision": null, "lens": "attitude", "as_of": DAY, "compare": null, "folded": [], "focus": null})
}

/// What a page makes of the pieces of one list.
fn joined(before: &Value, pieces: &Value) -> Value {
    let before = before.as_array().unwrap();
    let part = |piece: &Value| match piece.as_array() {
        Some(run) => {
            let (from, count) = (run[0].as_u64().unwrap() as usize, run[1].as_u64().unwrap() as usize);
            before[from..from + count].to_vec()
        }
        None => vec![piece.clone()],
    };
    pieces.as_array().unwrap().iter().flat_map(part).collect()
}

fn merged(before: &Value, change: &Value) -> Value {
    let mut map = change["rest"].clone();
    map["outline"] = joined(&before["outline"], &change["outline"]);
    map["lines"] = joined(&before["lines"], &change["lines"]);
    for (list, told) in [("cards", "cards"), ("lines", "ways"), ("units", "frames")] {
        map["scene"][list] = joined(&before["scene"][list], &change[told]);
    }
    map
}

/// A map without the number of its drawing.
fn unnumbered(mut map: Value) -> Value {
    map["drawing"] = Value::Null;
    map
}

/// How many items of a list are told anew.
fn anew(pieces: &Value) -> usize {
    pieces.as_array().unwrap().iter().filter(|piece| piece.is_object()).count()
}

/// Takes a step and follows it by a difference. Answers the map and the difference.
fn followed(desk: &mut Desk, map: &Value, request: &Value, step: (&str, Value)) -> (Value, Value) {
    desk.ok(step.0, step.1);
    let change = desk.ok("get_map_change", json!({"map": request, "since": map["drawing"]}));
    let next = merged(map, &change);
    let whole = desk.ok("get_map", request.clone());
    assert_eq!(unnumbered(next), unnumbered(whole.clone()), "{}", step.0);
    (whole, change)
}

#[test]
fn every_step_told_as_a_difference_makes_the_whole_map() {
    let mut desk = Desk::new();
    let (buyer, boss) = (desk.seat("A01", "白若冰"), desk.seat("A01", "苗国梁"));
    let request = request(&mut desk, "A01");
    let map = desk.ok("get_map", request.clone());
    let steps = [
        ("move_seat", json!({"seat": buyer, "superior": boss, "unit": null, "on": DAY})),
        (
            "set_stance",
            json!({"seat": buyer, "decision": null, "level": 2, "read_on": DAY, "evidence": "会上当众支持"}),
        ),
        ("rename_seat", json!({"seat": boss, "name": "样例一", "title": "样例职务"})),
        ("end_seat", json!({"seat": buyer, "on": DAY})),
        ("undo", json!({})),
        ("undo", json!({})),
    ];
    let mut at = map;
    for step in steps {
        let all = at["scene"]["cards"].as_array().unwrap().len();
        let (next, change) = followed(&mut desk, &at, &request, step);
        assert!(anew(&change["cards"]) < all, "some cards stay as they are");
        at = next;
    }
}

#[test]
fn a_large_map_changes_by_a_few_parts() {
    let mut desk = Desk::new();
    let request = request(&mut desk, "A01");
    let rows: Vec<Value> =
        (0..350).map(|at| json!({"name": format!("样例{at}"), "title": "科长", "superior": "", "unit": ""})).collect();
    for _ in 0..2 {
        let add = json!({"account": request["account"], "decision": null, "join": true, "unit": null, "superior": null, "rows": rows});
        desk.ok("add_seats", add);
    }
    let map = desk.ok("get_map", request.clone());
    assert_eq!(map["coarse"], true);
    let seat = &map["outline"].as_array().unwrap().last().unwrap()["seat"];
    let step =
        ("set_stance", json!({"seat": seat, "decision": null, "level": 1, "read_on": DAY, "evidence": "会上当众支持"}));
    let (_, change) = followed(&mut desk, &map, &request, step);
    assert_eq!((anew(&change["cards"]), anew(&change["outline"]), anew(&change["ways"])), (1, 1, 0));
    assert_eq!(change["rest"]["scene"]["cards"], json!([]));
    // Last, because a script draws the map anew.
    ways_come_when_asked_for(&mut desk, &map, &request);
}

/// The scene comes without the ways of lines; whoever looks closer gets all boxes at once, then drawings, and scripts get points.
fn ways_come_when_asked_for(desk: &mut Desk, map: &Value, request: &Value) {
    let lines = map["scene"]["lines"].as_array().unwrap();
    assert!(lines.iter().all(|one| one["bounds"]["w"] == 0.0 && one["prims"] == json!([])));
    let ask = |lines: &[usize], ways| json!({"map": request, "seats": [], "near": false, "lines": lines, "ways": ways});
    let plain = desk.ok("get_cards", ask(&[], false));
    assert_eq!((&plain["ways"], &plain["lines"]), (&json!([]), &json!([])));
    let told = desk.ok("get_cards", ask(&[], true));
    let boxes = told["ways"].as_array().unwrap();
    assert_eq!(boxes.len(), lines.len());
    let card =
        |seat: &Value| map["scene"]["cards"].as_array().unwrap().iter().find(|one| one["seat"] == *seat).unwrap();
    for (line, around) in lines.iter().zip(boxes) {
        let [x, y, w, h] = [0, 1, 2, 3].map(|at| around[at].as_f64().unwrap());
        for end in [&line["from"], &line["to"]] {
            let rect = &card(end)["rect"];
            let at = |key: &str| rect[key].as_f64().unwrap();
            let beside = at("x") > x + w || at("x") + at("w") < x || at("y") > y + h || at("y") + at("h") < y;
            assert!(!beside, "the way of {line} misses its card");
        }
    }
    let drawn = desk.ok("get_cards", ask(&[0, lines.len() - 1], false));
    assert!(
        drawn["lines"].as_array().unwrap().iter().all(|one| !one["prims"].as_array().unwrap().is_empty()),
        "{drawn}"
    );
    let asked = app::report::AskedMap {
        account: "A01",
        decision: None,
        lens: domain::scene::Lens::Attitude,
        as_of: suite::sample_day(),
        compare: None,
        folded: vec![],
        focus: None,
        view: None,
        mode: domain::scene::DisplayMode::Internal,
    };
    let report = app::report::map(&mut desk.app, &suite::context(), &asked).unwrap();
    assert!(report["lines"].as_array().unwrap().iter().all(|one| one["points"].as_array().unwrap().len() > 1));
}

#[test]
fn from_another_drawing_the_whole_map_is_told() {
    let mut desk = Desk::new();
    let request = request(&mut desk, "A01");
    let first = desk.ok("get_map", request.clone());
    let mut other = request.clone();
    other["lens"] = json!("coverage");
    desk.ok("get_map", other);
    let change = desk.ok("get_map_change", json!({"map": request, "since": first["drawing"]}));
    let nothing = json!({"outline": [], "lines": [], "scene": {"cards": [], "lines": [], "units": []}});
    assert_eq!(unnumbered(merged(&nothing, &change)), unnumbered(first));
}
