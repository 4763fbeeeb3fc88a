//! A generated account of numbered people, and the scene of an account with the words of its cards.
#![allow(dead_code, reason = "each test file uses its part")]

use super::{Catalogue, day};
use domain::engine::chain::stakeholders;
use domain::scene::{CardText, Lens, MapInput, Scene, Wording, draw_map};
use domain::{Code, Lang, Snapshot};
use export::map_svg::MapTitle;
use serde_json::{Value, json};

fn id(kind: u128, number: usize) -> String {
    uuid::Uuid::from_u128((kind << 96) | (0x7000 << 64) | 0x8000_0000_0000_0000 | number as u128).to_string()
}

/// Superior of each person (0 is the head).
pub fn by_span(span: usize) -> impl Fn(usize) -> Option<usize> {
    move |number| (number > 0).then(|| (number - 1) / span)
}

/// An account `G01` of `people` people; `named` gives each a name. Every tenth person influences another, every
/// twentieth is at odds with a neighbour or reports to a second superior by a dotted line.
pub fn company(people: usize, above: impl Fn(usize) -> Option<usize>, named: impl Fn(usize) -> String) -> Snapshot {
    const UNIT: usize = 40;
    let account = id(1, 0);
    let mut units: Vec<Value> = Vec::new();
    for unit in 0..=people / UNIT {
        let parent = (unit > 0).then(|| id(3, (unit - 1) / 7));
        units.push(json!({"id": id(3, unit), "account": account, "parent": parent, "name_zh": format!("部门{unit}"), "position": unit}));
    }
    let (mut seats, mut persons, mut tenures, mut members, mut edges) = (vec![], vec![], vec![], vec![], vec![]);
    let mut edge = |kind: &str, number: usize, at: usize, to: usize, strength: Option<u8>| {
        let from = (kind == "reports_to") as u128;
        edges.push(json!({"id": id(8 + from * 100 + kind.len() as u128, number), "account": account, "kind": kind,
            "from_seat": id(4, at), "to_seat": id(4, to), "strength": strength}));
    };
    for number in 0..people {
        seats.push(json!({"id": id(4, number), "account": account, "unit": id(3, number / UNIT),
            "title_zh": format!("岗位{}", number % 12), "rank_level": 3, "status": "normal", "no_contact": false, "position": number}));
        persons
            .push(json!({"id": id(5, number), "name_zh": named(number), "name_order": "surnameFirst", "variants": [],
            "status": "active", "no_contact": false}));
        tenures.push(json!({"id": id(6, number), "seat": id(4, number), "person": id(5, number), "primary": true}));
        members.push(
            json!({"id": id(7, number), "decision": id(2, 0), "seat": id(4, number), "roles": [], "functions": [],
            "formal_power": number % 4 + 1, "position": number}),
        );
        if let Some(up) = above(number) {
            edge("reports_to", number, number, up, None);
        }
        match number % 20 {
            9 => edge("influences", number, number, number / 2, Some((number % 3 + 1) as u8)),
            13 => edge("conflicts_with", number, number, number - 1, Some(2)),
            17 => edge("dotted_reports_to", number, number, number / 3, None),
            _ => {}
        }
    }
    let records = json!({
        "accounts": [{"id": account, "ref": "G01", "name_zh": "样例集团", "kind": "private", "tier": "S", "stage": "stable", "is_key": true}],
        "decisions": [{"id": id(2, 0), "account": account, "name_zh": "样例决策", "kind": "standing"}],
        "units": units, "seats": seats, "people": persons, "tenures": tenures, "chain_members": members, "edges": edges,
    });
    serde_json::from_value(records).unwrap()
}

/// The scene of an account and what stands around it.
pub fn drawn(snapshot: &Snapshot, account: &str, lens: Lens, lang: Lang) -> (Scene, MapTitle) {
    let words = Catalogue::read(lang);
    let account = snapshot.accounts.iter().find(|one| one.r#ref.as_deref() == Some(account)).unwrap();
    let rows = stakeholders(snapshot, account.id, None, day("2026-11-20"));
    let mut scene =
        draw_map(&MapInput { lens, rows: &rows, ..MapInput::new(snapshot, account.id, day("2026-11-20"), &words) });
    for card in scene.cards.iter_mut().filter(|card| card.text == CardText::default()) {
        let parts: Vec<&str> = card.label.split(['；', ';']).map(str::trim).collect();
        let sign = card.keys.iter().find_map(|key| key.strip_prefix("att:"));
        let sign = sign.map(|level| match level {
            "+2" => "▲",
            "+1" => "△",
            "0" => "▬",
            "-1" => "▽",
            "-2" => "▼",
            _ => "○",
        });
        card.text = CardText {
            sign: sign.unwrap_or_default().into(),
            name: parts.first().copied().unwrap_or_default().into(),
            post: parts.get(1).copied().unwrap_or_default().into(),
            tags: parts
                .get(3)
                .map(|one| one.split(['、', ',']).map(|tag| tag.trim().to_owned()).collect())
                .unwrap_or_default(),
            note: parts.get(4).copied().unwrap_or_default().into(),
        };
    }
    let name = domain::pick(account.name_zh.as_deref(), account.name_en.as_deref(), lang).unwrap().to_owned();
    let title = MapTitle {
        title: words.text("file-map-title", &[("account", name)]),
        subtitle: "样例决策".into(),
        edition: words.text("file-internal", &[]),
        as_of: words.text("file-as-of", &[("day", "2026-11-20".into())]),
        lang: lang.code().into(),
    };
    (scene, title)
}
