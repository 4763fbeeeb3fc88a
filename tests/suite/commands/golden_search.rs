//! What somebody types, and what must then stand first: by the rules of the search, none of it by an exception.

use domain::*;
use serde_json::Value;
use uuid::Uuid;

use super::canary::{open_with, sample};

/// Neutral people whose surnames are read otherwise than their first character.
const MORE: [(&str, &str); 9] = [
    ("s01", "曾样例"),
    ("s02", "仇样例"),
    ("s03", "解样例"),
    ("s04", "盖样例"),
    ("s05", "区样例"),
    ("s06", "长孙样例"),
    ("s07", "万俟样例"),
    ("s08", "朴样例"),
    ("s09", "华样例"),
];

/// What is typed and the ref of what is found first; of units, which have none, the name.
const FIRST: &[(&str, &str)] = &[
    // Chinese of one to four characters
    ("苗", "p102"),
    ("阎", "p103"),
    ("蔺", "p704"),
    ("若冰", "p105"),
    ("启功", "p503"),
    ("尉迟", "p801"),
    ("秘书", "p711"),
    ("苗国梁", "p102"),
    ("欧阳川", "p705"),
    ("总经理", "p102"),
    ("停机复盘", "V05"),
    ("朔澜能源", "A01"),
    ("采购中心", "p105"),
    ("信息科", "信息科"),
    ("两网互通", "c101"),
    ("停机原因", "c501"),
    // full pinyin, in one and with spaces
    ("miaoguoliang", "p102"),
    ("yanxiuzhi", "p103"),
    ("shentumin", "p301"),
    ("zhuoyuechuan", "p104"),
    ("shuolannengyuan", "A01"),
    ("tingjifupan", "V05"),
    ("guweizhen", "u04"),
    ("miao guo liang", "p102"),
    ("bai ruobing", "p105"),
    ("Ou Yang Chuan", "p705"),
    ("lu ping'an", "p710"),
    ("Lǔ Píng'ān", "p710"),
    // initials
    ("mgl", "p102"),
    ("zyc", "p104"),
    ("yxz", "p103"),
    ("brb", "p105"),
    ("stm", "p301"),
    ("zqg", "p503"),
    ("sxc", "p304"),
    ("cqfgs", "重庆分公司"),
    // mixed
    ("miaogl", "p102"),
    ("苗gl", "p102"),
    ("苗guol", "p102"),
    ("ouyang川", "p705"),
    ("尉迟an", "p801"),
    ("bairb", "p105"),
    // Latin
    ("aasen", "p401"),
    ("ingrid aasen", "p401"),
    ("eszter", "p402"),
    ("Iyer", "p403"),
    ("jose", "p404"),
    ("maría de la cruz", "p404"),
    ("shenzhiyuan", "u01"),
    // telephones
    ("13800005271", "s01"),
    ("138 0000 5271", "s01"),
    ("138-0000-5271", "s01"),
    ("+86 138 0000 5271", "s01"),
    ("+8613800005271", "s01"),
    ("0086 138 0000 5271", "s01"),
    ("8613800005271", "s01"),
    ("5271", "s01"),
    ("010-66554433", "s03"),
    ("+86 10 6655 4433", "s03"),
    ("6655 4433", "s03"),
    // slips in Latin letters, and what is only heard
    ("aasne", "p401"),
    ("ingird", "p401"),
    ("rajehs", "p403"),
    ("eszetr", "p402"),
    ("miaoguolaing", "p102"),
    ("zhuoyuehcuan", "p104"),
    ("苗果良", "p102"),
    ("尉迟鞍", "p801"),
    // surnames and places with several readings
    ("zengyangli", "s01"),
    ("zengyl", "s01"),
    ("shanxiaochen", "p304"),
    ("shan", "p304"),
    ("qiuyangli", "s02"),
    ("xieyangli", "s03"),
    ("zhashenxing", "p804"),
    ("geyangli", "s04"),
    ("ouyangli", "s05"),
    ("yuchian", "p801"),
    ("yuchi an", "p801"),
    ("zhangsunyangli", "s06"),
    ("zsyl", "s06"),
    ("moqiyangli", "s07"),
    ("mqyl", "s07"),
    ("piaoyangli", "s08"),
    ("xiansiyuan", "p802"),
    ("chongqing", "重庆分公司"),
    ("重庆", "重庆分公司"),
    ("重qing", "重庆分公司"),
    // former names and other scripts
    ("葛样例", "s04"),
    ("geyanglizi", "s04"),
    // two people with one name, and a name with its unit
    ("王磊", "p201"),
    ("wanglei", "p201"),
    ("王磊 采购部", "p202"),
    ("采购部王磊", "p202"),
    ("信息中心王磊", "p201"),
    ("caigou wanglei", "p202"),
    ("xinxike单晓晨", "p304"),
    ("科技部冼思源", "p802"),
    // traditional characters
    ("苗國梁", "p102"),
    ("單曉晨", "p304"),
    ("歐陽川", "p705"),
    ("萬俟樣例", "s07"),
    ("朔瀾能源", "A01"),
    ("趙qg", "p503"),
    // full width
    ("ｍｇｌ", "p102"),
    ("１３８００００５２７１", "s01"),
    ("＋８６　１３８００００５２７１", "s01"),
    ("Ｖ０５", "V05"),
    ("p１０２", "p102"),
];

/// What must not be found: readings nobody has, and names nobody bears.
const NOTHING: &[&str] = &["cengyl", "danxc", "weichian", "chayl", "zhongqf", "quyl", "官志新"];

fn known(number: u128) -> Uuid {
    Uuid::from_u128(0x01a1_f640_bc00_7000_8000_0000_00f0_0000 + number)
}

/// The sample with the neutral people in a unit of their own, and a unit that is called after somebody.
fn company() -> Snapshot {
    let mut all = sample();
    let account = all.accounts.iter().find(|one| one.r#ref.as_deref() == Some("A05")).unwrap().id;
    let other = all.accounts.iter().find(|one| one.r#ref.as_deref() == Some("A01")).unwrap().id;
    let unit = OrgUnit { name_zh: Some("重庆分公司".into()), ..OrgUnit::bare(known(1).into(), account) };
    all.units.push(OrgUnit { name_zh: Some("苗国梁工作室".into()), ..OrgUnit::bare(known(2).into(), other) });
    for (at, (key, name)) in MORE.iter().enumerate() {
        let at = at as u128 * 10 + 10;
        let person =
            Person { r#ref: Some((*key).into()), name_zh: Some((*name).into()), ..Person::bare(known(at).into()) };
        let seat = Seat { title_zh: Some("样例专员".into()), ..Seat::bare(known(at + 1).into(), account, unit.id) };
        all.tenures.push(Tenure::bare(known(at + 2).into(), seat.id, person.id));
        all.seats.push(seat);
        all.people.push(person);
    }
    all.units.push(unit);
    for (key, text) in [("s04", "葛样例"), ("s04", "Ge Yanglizi")] {
        let person = all.people.iter_mut().find(|one| one.r#ref.as_deref() == Some(key)).unwrap();
        person.variants.push(NameVariant { script: "former".into(), text: text.into() });
    }
    for (at, key, kind, value) in
        [(4, "s01", FactKind::Mobile, "138 0000 5271"), (5, "s03", FactKind::Phone, "010-66554433")]
    {
        let person = all.people.iter().find(|one| one.r#ref.as_deref() == Some(key)).unwrap().id;
        let like = all.facts[0].clone();
        let (id, value, class) = (known(at).into(), Some(value.into()), DataClass::P1);
        all.facts.push(Fact { id, r#ref: None, person, kind, value, class, ..like });
    }
    all
}

#[test]
fn what_is_typed_finds_whom_it_means_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open_with(folder.path(), &company());
    let mut find = |text: &str| -> Vec<Value> {
        let list = app::report::search(&mut app, &suite::context(), text, None).unwrap();
        list.as_array().unwrap().clone()
    };
    let name = |hit: &Value| if hit["kind"] == "unit" { hit["title"].clone() } else { hit["ref"].clone() };
    let mut wrong = Vec::new();
    for (typed, wanted) in FIRST {
        let found = find(typed);
        if found.first().map(name) != Some(Value::from(*wanted)) {
            let shown: Vec<String> =
                found.iter().take(3).map(|one| format!("{} {}", name(one), one["title"])).collect();
            wrong.push(format!("{typed}: wanted {wanted}, found {shown:?}"));
        }
    }
    for typed in NOTHING {
        let found = find(typed);
        if !found.is_empty() {
            wrong.push(format!("{typed}: wanted nothing, found {}", found[0]["title"]));
        }
    }
    assert!(FIRST.len() >= 60 && wrong.is_empty(), "{} of {}:\n{}", wrong.len(), FIRST.len(), wrong.join("\n"));
}
