//! What is kept from one question to the next is what the file would tell: after every kind of step, its way back and forth, an
//! import, another day and another language.

use app::wire::{ApplyImport, ViewContext};
use domain::Lang;
use serde_json::{Value, json};

use super::{DAY, Desk};

/// What is asked by lists over all accounts, and of one.
fn asked(desk: &mut Desk, day: &str, lang: Lang) -> Vec<(&'static str, Value)> {
    let context = ViewContext { today: day.parse().unwrap(), lang, ..suite::context() };
    let account = desk.account("A01");
    let questions = [
        ("list_accounts", json!({})),
        ("get_home", json!({})),
        ("get_court", json!({"accounts": [], "as_of": day})),
        ("get_court_rows", json!({"accounts": [account], "as_of": day})),
        ("get_load", json!({"as_of": day})),
        ("get_warnings", json!({"as_of": day, "account": null, "filter": "all"})),
        ("get_workspace", json!({})),
    ];
    let ask = |(name, request): (&'static str, Value)| {
        (
            name,
            app::contract::call(&mut desk.app, name, &context, request)
                .unwrap_or_else(|error| panic!("{name}: {error}")),
        )
    };
    questions.into_iter().map(ask).collect()
}

/// Compares with an application that has just been opened, as far as memory goes. Answers what was told.
fn as_fresh(desk: &mut Desk, what: &str, day: &str, lang: Lang) -> Vec<(&'static str, Value)> {
    let kept = asked(desk, day, lang);
    desk.app.forget();
    let fresh = asked(desk, day, lang);
    for (one, other) in kept.iter().zip(&fresh) {
        assert_eq!(one, other, "{what}: {} as it was kept and as the file tells it", one.0);
    }
    fresh
}

impl Desk {
    /// A step, its way back and forth, each compared; what it did must show in a list.
    fn kept(&mut self, name: &'static str, request: Value) -> Value {
        let before = as_fresh(self, name, DAY, Lang::ZhCn);
        let answer = self.ok(name, request);
        let after = as_fresh(self, name, DAY, Lang::ZhCn);
        assert_ne!(before[..6], after[..6], "{name} shows nowhere");
        self.ok("undo", json!({}));
        assert_eq!(as_fresh(self, "undo", DAY, Lang::ZhCn)[..6], before[..6], "{name}");
        self.ok("redo", json!({}));
        assert_eq!(as_fresh(self, "redo", DAY, Lang::ZhCn)[..6], after[..6], "{name}");
        answer["created"].clone()
    }
}

#[test]
fn ties_touches_and_owners_are_told_as_the_file_tells_them() {
    let mut desk = Desk::new();
    let (seat, staff) = (desk.seat("A01", "阎秀芝"), desk.ours("曹泊宁"));
    desk.kept("assign", json!({"seat": seat, "staff": staff, "kind": "owner", "on": DAY}));
    desk.kept("set_tie", json!({"seat": seat, "staff": staff, "level": 5, "read_on": DAY, "evidence": null}));
    desk.kept("log_touch", json!({"seat": seat, "on": DAY, "kind": "meeting", "staff": [staff], "summary": null}));
    desk.kept("end_assignment", json!({"seat": seat, "staff": staff, "kind": "owner", "on": DAY}));
    let stance = json!({"seat": seat, "decision": null, "level": 2, "read_on": DAY, "evidence": "当众支持"});
    desk.kept("set_stance", stance);
    let account = desk.account("A01");
    desk.kept(
        "assign_topic",
        json!({"account": account, "topic": "top_level", "staff": staff, "kind": "backup", "on": DAY}),
    );
}

#[test]
fn people_and_posts_are_told_as_the_file_tells_them() {
    let mut desk = Desk::new();
    let (seat, account) = (desk.seat("A01", "阎秀芝"), desk.account("A01"));
    desk.kept("end_tenure", json!({"seat": seat, "on": DAY}));
    let new = json!({"account": account, "unit": null, "superior": seat, "report": null, "after": null, "name": "样例一", "title": "样例岗位",
        "rank_level": 4, "decision": null, "join": true});
    let made = desk.kept("add_seat", new);
    desk.kept("rename_seat", json!({"seat": made, "name": "样例二", "title": "样例岗位"}));
    desk.kept("set_no_contact", json!({"seat": made, "no_contact": true}));
    let member = json!({"seat": made, "decision": null, "roles": ["user"], "functions": [], "formal_power": 4, "influence_level": null});
    desk.ok("set_no_contact", json!({"seat": made, "no_contact": false}));
    desk.kept("set_member", member);
    desk.kept("add_account", json!({"name": "样例客户", "kind": "private", "tier": "B", "stage": "initial"}));
}

#[test]
fn plans_days_and_limits_are_told_as_the_file_tells_them() {
    let mut desk = Desk::new();
    let account = desk.account("A04");
    let visit = json!({"account": account, "starts_on": "2026-11-30", "days": 1, "level": "B", "purpose": "交流", "place": "", "convention": "business"});
    desk.kept("add_visit", visit);
    let day = json!({"id": null, "account": account, "kind": "founding", "month": 12, "day": 3, "year": 2007, "name": null, "source": "官网"});
    desk.kept("put_account_day", day);
    let (staff, person) = (desk.ours("曹泊宁"), desk.theirs("祁振邦"));
    let first = desk.account("A01");
    let touch = json!({"touch": null, "account": first, "on": DAY, "kind": "call", "staff": [staff], "people": [person], "summary": "谈三期", "minutes": 20,
        "direction": null, "visit": null});
    let made = desk.kept("put_touch", touch);
    desk.kept("remove_touch", json!({"touch": made}));
    // A limit holds for every account.
    let limit = json!({"kind": "warning_threshold", "line": {"id": "00000000-0000-0000-0000-000000000000", "code": "W03", "tier": null, "amber": 0.5, "red": 1.0}, "new": true});
    desk.kept("put_watch_line", limit);
}

#[test]
fn a_step_taken_back_after_many_leaves_what_the_file_tells() {
    let mut desk = Desk::new();
    let people = [("A01", "阎秀芝"), ("A01", "苗国梁"), ("A08", "冼思源")];
    let seats = people.map(|(key, name)| desk.seat(key, name));
    let staff = desk.ours("曹泊宁");
    let first = as_fresh(&mut desk, "before", DAY, Lang::ZhCn);
    for seat in &seats {
        desk.ok("set_tie", json!({"seat": seat, "staff": staff, "level": 4, "read_on": DAY, "evidence": null}));
        as_fresh(&mut desk, "a tie", DAY, Lang::ZhCn);
    }
    for _ in &seats {
        desk.ok("undo", json!({}));
        as_fresh(&mut desk, "undo", DAY, Lang::ZhCn);
    }
    assert_eq!(as_fresh(&mut desk, "after", DAY, Lang::ZhCn)[..6], first[..6]);
}

#[test]
fn another_day_and_another_language_are_told_anew() {
    let mut desk = Desk::new();
    let chinese = as_fresh(&mut desk, "the day", DAY, Lang::ZhCn);
    let english = as_fresh(&mut desk, "English", DAY, Lang::En);
    assert_ne!(chinese[0], english[0]);
    let later = as_fresh(&mut desk, "later", "2027-03-01", Lang::ZhCn);
    assert_ne!(chinese[0], later[0], "health falls while nobody meets anybody");
    assert_eq!(as_fresh(&mut desk, "the day again", DAY, Lang::ZhCn), chinese);
}

#[test]
fn an_import_is_told_as_the_file_tells_it() {
    let mut desk = Desk::new();
    let before = as_fresh(&mut desk, "before", DAY, Lang::ZhCn);
    let view = app::files::look_at_import(&mut desk.app, &suite::context(), &suite::sample("people.xlsx")).unwrap();
    let mapping = view.columns.iter().map(|one| one.field.clone()).collect();
    let yes = ApplyImport::as_proposed(view.token, mapping, None, "样例客户".into());
    app::files::apply(&mut desk.app, &suite::context(), yes).unwrap();
    let after = as_fresh(&mut desk, "import", DAY, Lang::ZhCn);
    assert_ne!(after[0], before[0]);
    desk.ok("undo", json!({}));
    assert_eq!(as_fresh(&mut desk, "undo", DAY, Lang::ZhCn)[..6], before[..6]);
}
