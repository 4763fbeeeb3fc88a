//! Who may be whom: keys, weights, what stays open.

use super::*;

fn someone(name: &str, unit: &str, title: &str) -> Identity {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Identity {
        names: vec![name.into()],
        posts: vec![Post { account: "A".into(), unit: some(unit), title: some(title) }],
        ..Identity::default()
    }
}

fn with(base: Identity, mobile: &str, mail: &str) -> Identity {
    let list = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    Identity { mobiles: list(mobile), mails: list(mail), ..base }
}

fn one(known: Identity, row: Identity) -> Option<(Vec<Agreement>, bool)> {
    duplicates(&[known], &[row]).pop().map(|found| (found.agreements, found.certain))
}

#[test]
fn two_identifiers_make_it_certain_and_one_asks() {
    use Agreement as A;
    let base = || someone("样例一", "采购部", "处长");
    assert_eq!(one(base(), base()), Some((vec![A::Name, A::Post], true)));
    let moved = someone("样例一", "采购部", "副处长");
    assert_eq!(one(base(), moved.clone()), Some((vec![A::Name, A::Unit], false)), "name and unit are one identifier");
    let known = with(base(), "15400000001", "");
    let row = with(moved, "15400000001", "");
    assert_eq!(one(known, row), Some((vec![A::Name, A::Unit, A::Mobile], true)));
}

#[test]
fn a_number_alone_asks_and_never_decides() {
    let known = with(someone("样例一", "采购部", ""), "15400000001", "one@a.example");
    let row = with(someone("样例二", "财务部", ""), "15400000001", "one@a.example");
    let (agreements, certain) = one(known, row).unwrap();
    assert_eq!((agreements, certain), (vec![Agreement::Mobile, Agreement::Mail], false), "the names differ");
}

#[test]
fn what_both_have_and_differs_speaks_against_it() {
    let known = with(someone("样例一", "采购部", "处长"), "15400000001", "");
    let row = with(someone("样例一", "采购部", "处长"), "15400000002", "");
    assert!(!one(known.clone(), row.clone()).unwrap().1, "another number: a human decides");
    let listed = Identity { listed: true, ..known };
    assert!(one(listed, row).unwrap().1, "the same post in the same list, with a new number");
}

#[test]
fn namesakes_in_other_units_of_a_list_are_two_people() {
    let rows = [someone("王磊", "采购部", "科员"), someone("王磊", "财务部", "科员")];
    assert_eq!(duplicates(&[], &rows), []);
    let found = duplicates(&rows, &[someone("王磊", "财务部", "科员")]);
    assert_eq!(found.len(), 1, "the surer one stays");
    assert_eq!((found[0].other, found[0].certain), (Party::Known(1), true));
}

#[test]
fn equals_are_left_to_a_human() {
    let twin = || someone("样例一", "采购部", "处长");
    let found = duplicates(&[twin(), twin()], &[twin()]);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| !one.certain));
}

#[test]
fn names_that_sound_alike_ask_within_a_unit() {
    let sounding = |name: &str, sound: &str, unit: &str| Identity {
        sounds: vec![sound.into()],
        ..with(someone(name, unit, "处长"), "15400000001", "")
    };
    let (agreements, certain) =
        one(sounding("章伟", "zhangwei", "采购部"), sounding("张玮", "zhangwei", "采购部")).unwrap();
    assert_eq!(agreements[0], Agreement::Sound);
    assert!(!certain, "two Chinese names that sound alike are two names");
    assert!(one(sounding("章伟", "zhangwei", "采购部"), sounding("zhangwei", "zhangwei", "采购部")).unwrap().1);
    let apart = |unit: &str, name: &str| Identity { mobiles: vec![], ..sounding(name, "zhangwei", unit) };
    assert_eq!(one(apart("采购部", "章伟"), apart("财务部", "张玮")), None);
}

#[test]
fn a_former_name_is_a_name() {
    let known = Identity {
        former: vec!["样例旧名".into()],
        ..with(someone("样例一", "采购部", ""), "15400000001", "")
    };
    let row = with(someone("样例旧名", "采购部", ""), "15400000001", "");
    assert_eq!(one(known, row).unwrap(), (vec![Agreement::FormerName, Agreement::Unit, Agreement::Mobile], true));
}

#[test]
fn rows_are_compared_with_earlier_rows_once() {
    let rows = [
        with(someone("样例一", "采购部", "处长"), "15400000001", ""),
        with(someone("样例一", "采购部", "组长"), "15400000001", ""),
    ];
    let found = duplicates(&[], &rows);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].row, found[0].other, found[0].certain), (1, Party::Row(0), true));
}

#[test]
fn a_switchboard_tells_nobody_apart() {
    let office = |n: usize| Identity { phones: vec!["01234567".into()], ..someone(&format!("样例{n}"), "", "") };
    let rows: Vec<Identity> = (0..40).map(office).collect();
    assert_eq!(duplicates(&[], &rows), []);
}

#[test]
fn fifty_thousand_rows_of_few_names_are_not_compared_with_each_other() {
    let row = |n: usize| {
        let base = someone(&format!("样例{}", n % 100), &format!("部门{}", n % 20), "科员");
        with(base, &format!("154{n:08}"), "")
    };
    let rows: Vec<Identity> = (0..50_000).map(row).collect();
    let near = near(&rows, &rows).len();
    assert!(near <= 2 * rows.len(), "{near} comparisons");
    let found = duplicates(&rows, &rows);
    assert_eq!(found.len(), rows.len());
    assert!(found.iter().all(|one| one.certain && one.other == Party::Known(one.row)));
}
