//! Two people of one name: told apart wherever a name is read or chosen, by what is noted for that, and by their posts without it.

use app::wire::WriteEdition;
use domain::{PaperFormat, PaperName};
use serde_json::{Value, json};

use super::editions::docx_text;
use super::{DAY, Desk};

const NAME: &str = "样例同名";
const LABELLED: [&str; 2] = ["样例同名（甲处）", "样例同名（乙处）"];

/// Two people of the account of one name, both guests of its visit; `labelled`: with what tells them apart noted.
fn two(labelled: bool) -> (Desk, [Value; 2], Value) {
    let mut desk = Desk::new();
    let host = desk.person("A01", "祁振邦");
    let visit = desk.page(&host)["visits"][0]["visit"].clone();
    let pair = ["苗国梁", "卓越川"].map(|one| desk.person("A01", one));
    for (person, label) in pair.iter().zip(["甲处", "乙处"]) {
        let mut names = desk.page(person)["names"].clone();
        (names["name_zh"], names["name_en"]) = (json!(NAME), Value::Null);
        names["label"] = if labelled { json!(label) } else { Value::Null };
        desk.ok("set_name", json!({"person": person, "names": names}));
    }
    let guests: Vec<Value> = [&host, &pair[0], &pair[1]].into_iter().cloned().collect();
    desk.ok("set_guests", json!({"visit": visit, "people": guests}));
    (desk, pair, visit)
}

/// What each screen answers, under its name.
fn screens(desk: &mut Desk, pair: &[Value; 2], visit: &Value) -> Vec<(&'static str, Value)> {
    let account = desk.account("A01");
    let page = desk.page(&pair[0]);
    vec![
        ("list", desk.people(json!({"text": NAME}))["rows"].clone()),
        ("search and pickers", desk.ok("find_text", json!({"text": NAME, "account": null, "limit": 20}))),
        ("map", desk.map("A01")["outline"].clone()),
        ("court", desk.ok("get_court", json!({"accounts": [account], "as_of": DAY}))),
        ("visit", desk.ok("get_visit", json!({"visit": visit}))["guests"].clone()),
        ("seating", desk.ok("get_seating", json!({"visit": visit}))["drawings"].clone()),
        ("opposite numbers", desk.ok("get_counterparts", json!({"visit": visit}))),
        ("page", json!([page["name"], page["namesakes"]])),
    ]
}

#[test]
fn every_screen_says_which_of_two() {
    let (mut desk, pair, visit) = two(true);
    for (screen, answer) in screens(&mut desk, &pair, &visit) {
        let text = answer.to_string();
        for name in LABELLED {
            assert!(text.contains(name), "{screen} does not say {name}");
        }
    }
}

#[test]
fn the_briefing_says_which_of_two() {
    let (mut desk, _, visit) = two(true);
    let visit = serde_json::from_value(visit).unwrap();
    let request = WriteEdition { format: PaperFormat::Docx, ..suite::paper(visit, PaperName::InternalFull) };
    let file = app::files::write_edition(&mut desk.app, &suite::context(), request).unwrap();
    let text = docx_text(&file.bytes);
    for name in LABELLED {
        assert!(text.contains(name), "{name}");
    }
}

#[test]
fn without_anything_noted_posts_tell_them_apart() {
    let (mut desk, pair, visit) = two(false);
    let pairs = |rows: &Value, post: &str| -> Vec<(String, String)> {
        let own = rows.as_array().unwrap().iter().filter(|one| one["name"] == NAME);
        own.map(|one| (one["name"].to_string(), one[post].to_string())).collect()
    };
    let list = desk.people(json!({"text": NAME}))["rows"].clone();
    let map = desk.map("A01")["outline"].clone();
    let guests = desk.ok("get_visit", json!({"visit": visit}))["guests"].clone();
    for (screen, told) in
        [("list", pairs(&list, "post")), ("map", pairs(&map, "post")), ("visit", pairs(&guests, "post"))]
    {
        // Somebody may stand on the map once for each of their posts.
        let apart: std::collections::HashSet<_> = told.iter().collect();
        assert!(told.len() >= 2 && apart.len() == told.len(), "{screen}: {told:?}");
    }
    let found = desk.ok("find_text", json!({"text": NAME, "account": null, "limit": 20})).to_string();
    let page = desk.page(&pair[0]);
    let other = page["namesakes"][0].as_str().unwrap().to_owned();
    assert!(other.starts_with(NAME) && other.chars().count() > NAME.chars().count(), "{other}");
    for person in &pair {
        let post = desk.page(person)["posts"][0]["title"].as_str().unwrap().to_owned();
        assert!(found.contains(&post), "the search tells {post}");
    }
}
