//! From a keystroke to what is found among 100,000 people: P-05. Names are put together of common characters, none of them meant.

use crate::{Row, measure};
use anyhow::Result;
use app::App;
use domain::engine::search::{Ask, Document, Index, Kind, Part, Query, ReadAs, readings};
use domain::*;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use uuid::Uuid;

use crate::company::id;

const PEOPLE: usize = 100_000;
const ACCOUNTS: usize = 500;
/// Matches asked for, as the palette does at first sight.
const LIMIT: usize = 12;
/// How often each query is asked.
const RUNS: usize = 20;
const CONTACTS: usize = 2;

/// Surnames as often as they are met: the first are the most common.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔单查仇解区朴翟乐尉迟欧阳";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文玉红梅志海峰春燕晓东宇晨浩然子轩雨欣梓涵思远嘉怡泽博一诺俊驰佳雯云飞天成永康振邦启航德厚若冰清源承岳守信兰香可为平安知秋乐山长庚重光";
const POSTS: [&str; 24] = [
    "总经理",
    "副总经理",
    "财务总监",
    "技术总监",
    "采购部主任",
    "信息中心主任",
    "工程部部长",
    "安全总监",
    "运营经理",
    "销售经理",
    "项目经理",
    "区域经理",
    "人力资源部主任",
    "法务经理",
    "审计处处长",
    "设备科科长",
    "调度员",
    "总工程师",
    "会计主管",
    "办公室主任",
    "规划部副部长",
    "质量经理",
    "行长",
    "董事会秘书",
];
const PLACES: [&str; 20] = [
    "重庆", "长沙", "六安", "蚌埠", "东莞", "厦门", "成都", "武汉", "南京", "杭州", "西安", "青岛", "大连", "昆明",
    "合肥", "济南", "福州", "郑州", "沈阳", "太原",
];
const TRADES: [&str; 10] = ["能源", "交通", "装备", "环保", "水务", "电力", "建设", "化工", "物流", "医药"];
const UNITS: [&str; 12] = [
    "财务部",
    "采购中心",
    "信息中心",
    "工程部",
    "运营部",
    "安全部",
    "法务部",
    "人力资源部",
    "规划部",
    "设备部",
    "质量部",
    "办公室",
];
const LATIN: [(&str, &str); 8] = [
    ("John", "Smith"),
    ("Anna", "Müller"),
    ("Peter", "Johansson"),
    ("Maria", "Garcia"),
    ("Ingrid", "Larsen"),
    ("Rajesh", "Iyer"),
    ("David", "Brown"),
    ("Laura", "Rossi"),
];

/// A stream of numbers that is the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
    fn of(&mut self, text: &str) -> String {
        let all: Vec<char> = text.chars().collect();
        all[self.below(all.len())].to_string()
    }
}

/// One person as everybody is given it.
#[derive(serde::Serialize)]
struct Somebody {
    name: String,
    en: String,
    post: String,
    unit: String,
    account: String,
    phone: String,
    mail: String,
    /// For those who cannot read Chinese: syllables and initials.
    pinyin: String,
    initials: String,
    #[serde(skip)]
    group: usize,
}

fn somebody(dice: &mut Dice, number: usize) -> Somebody {
    let group = number / (PEOPLE / ACCOUNTS);
    let place = PLACES[group % PLACES.len()];
    let (name, en) = if number % 20 == 19 {
        let (first, last) = (LATIN[dice.below(8)].0, LATIN[dice.below(8)].1);
        (String::new(), format!("{first} {last}"))
    } else {
        // The smaller of two throws: the first surnames are far more common than the last.
        let surnames: Vec<char> = SURNAMES.chars().collect();
        let surname = surnames[dice.below(surnames.len()).min(dice.below(surnames.len()))];
        let given = if dice.below(5) == 0 { dice.of(GIVEN) } else { dice.of(GIVEN) + &dice.of(GIVEN) };
        (format!("{surname}{given}"), String::new())
    };
    let syllables: Vec<String> = readings(&name, ReadAs::Name, None).into_iter().flatten().collect();
    Somebody {
        en: if en.is_empty() { spelt(&syllables) } else { en },
        post: POSTS[dice.below(POSTS.len())].into(),
        unit: format!("{}{}", place, UNITS[dice.below(UNITS.len())]),
        account: format!("{place}{}{}集团", TRADES[group / PLACES.len() % TRADES.len()], group + 1),
        phone: format!("1{}{:08}", 30 + dice.below(60), dice.below(100_000_000)),
        mail: format!("{}{}@g{}.example.com", syllables.concat(), number, group),
        initials: syllables.iter().filter_map(|one| one.chars().next()).collect(),
        pinyin: syllables.join(" "),
        name,
        group,
    }
}

fn spelt(syllables: &[String]) -> String {
    let capital =
        |text: &str| text.chars().next().map_or_else(String::new, |c| c.to_uppercase().to_string() + &text[1..]);
    match syllables.split_first() {
        Some((surname, given)) => format!("{} {}", capital(surname), capital(&given.concat())),
        None => String::new(),
    }
}

fn document(number: usize, one: &Somebody) -> Document<'_> {
    let parts = [
        (Part::Name, &one.name),
        (Part::Name, &one.en),
        (Part::Phone, &one.phone),
        (Part::Mail, &one.mail),
        (Part::Post, &one.post),
        (Part::Unit, &one.unit),
        (Part::Account, &one.account),
    ];
    Document {
        kind: Kind::Person,
        id: id(5, number),
        group: Some(id(1, one.group)),
        former: false,
        parts: parts.into_iter().map(|(part, text)| (part, text.as_str())).collect(),
        told: None,
    }
}

/// What is typed, by kind.
const TASKS: [(&str, &[&str]); 9] = [
    ("1 character", &["王", "曾", "伟", "总", "娜"]),
    ("2 characters", &["张伟", "经理", "重庆", "建国", "欧阳"]),
    ("3 characters", &["王建国", "李晓东", "总经理", "工程部", "曾子轩"]),
    ("pinyin", &["zhangwei", "zeng", "wangjianguo", "chongqing", "shan"]),
    ("initials", &["zw", "wjg", "lxd", "zzx", "cqny"]),
    ("mixed", &["zengx", "zhangw", "wangjg", "李xiaodong", "ouyang娜"]),
    ("Latin", &["smi", "johansson", "mull", "zhang jianguo", "g42"]),
    ("typo", &["jonh", "johanson", "gracia", "wnagjianguo", "zhagnwei"]),
    ("figures", &["1381", "5271", "00000", "13912", "88888"]),
];

fn ask<'a>() -> Ask<'a> {
    Ask { group: None, kinds: &[], recent: &[], limit: LIMIT }
}

/// Measures all kinds of queries, and writes what the peers are given.
pub fn search(folder: &Path, given: Option<&Path>) -> Result<()> {
    let mut dice = Dice(20_261_120);
    let people: Vec<Somebody> = (0..PEOPLE).map(|number| somebody(&mut dice, number)).collect();
    let before = resident();
    let start = Instant::now();
    let index = Index::new(people.iter().enumerate().map(|(number, one)| document(number, one)));
    let built = Row { task: format!("P-05 index of {PEOPLE} people made"), runs: vec![start.elapsed()] };
    let resident = resident().saturating_sub(before);
    let mut lines = Vec::new();
    for (task, typed) in TASKS {
        let row = queries(&index, task, typed);
        let found = typed.iter().filter(|one| !answers(&index, one).is_empty()).count();
        lines.push(row.line(&format!("P-05 {task}"), PEOPLE, &format!("{found} of {} found", typed.len())));
        row.print();
    }
    println!(
        "| P-05 memory of the index, MiB: counted {:.1}, resident {:.1} | | | |",
        mib(index.bytes()),
        mib(resident)
    );
    let counted = index.bytes();
    let mut changed = index;
    measure("P-05 one person changed in the index", 20, || changed.put(&document(777, &people[777]))).print();
    built.print();
    if let Some(given) = given {
        std::fs::create_dir_all(given)?;
        let memory = serde_json::json!({"counted": counted, "resident": resident});
        let told = serde_json::json!({"people": people, "tasks": TASKS, "limit": LIMIT, "runs": RUNS, "memory": memory, "lines": lines});
        std::fs::write(given.join("search.json"), told.to_string())?;
    }
    drop(changed);
    // Beside the numbers, the page is measured over the same people.
    command(&given.unwrap_or(folder).join("search.dianke"), &people)
}

fn answers(index: &Index, typed: &str) -> Vec<domain::engine::search::Hit> {
    Query::new(typed).map_or_else(Vec::new, |query| index.find(&query, &ask()))
}

/// Every query of a kind, each time read anew, as a keystroke is.
fn queries(index: &Index, task: &str, typed: &[&str]) -> Row {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        for one in typed {
            let start = Instant::now();
            black_box(answers(index, one));
            runs.push(start.elapsed());
        }
    }
    Row { task: format!("P-05 {task} among {PEOPLE} people"), runs }
}

fn mib(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

/// Bytes of this process in memory; 0 where the system does not say.
fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * 4096
}

/// The command over a real workspace file: first, warm, and after a step.
fn command(path: &Path, people: &[Somebody]) -> Result<()> {
    let mut app = opened(path, people)?;
    let context = suite::context();
    let find = |app: &mut App, typed: &str| {
        let request = serde_json::json!({"text": typed, "account": null, "limit": LIMIT});
        app::contract::answer(app, "find_text", &context, request).map(|text| text.len())
    };
    let start = Instant::now();
    find(&mut app, "zhangwei")?;
    Row { task: "P-05 find_text, the first after opening".into(), runs: vec![start.elapsed()] }.print();
    let mut runs = Vec::new();
    for typed in TASKS.iter().flat_map(|(_, typed)| *typed).cycle().take(TASKS.len() * 5 * 4) {
        let start = Instant::now();
        find(&mut app, typed)?;
        runs.push(start.elapsed());
    }
    Row { task: "P-05 find_text, every kind, from text to JSON".into(), runs }.print();
    let mut after = Vec::new();
    for number in 0..10 {
        let seat: SeatId = id(4, number * 1_000);
        let request = serde_json::json!({"seat": seat, "name": format!("样例{number}"), "title": "样例职务"});
        app::contract::answer(&mut app, "rename_seat", &context, request)?;
        let start = Instant::now();
        find(&mut app, "yangli")?;
        after.push(start.elapsed());
    }
    Row { task: "P-05 find_text, the first after a step".into(), runs: after }.print();
    Ok(())
}

/// An application open on a workspace of these people.
pub fn filled(folder: &Path) -> Result<App> {
    let mut dice = Dice(20_261_120);
    let people: Vec<Somebody> = (0..PEOPLE).map(|number| somebody(&mut dice, number)).collect();
    opened(&folder.join("many.dianke"), &people)
}

fn opened(path: &Path, people: &[Somebody]) -> Result<App> {
    let mut store = store::Store::create(path)?;
    let step = store::Step {
        id: Uuid::now_v7(),
        op: "fill",
        params: serde_json::Value::Null,
        at: "2026-11-20T00:00:00Z".into(),
        actor: "bench".into(),
    };
    let all = snapshot(people);
    store.transact::<_, store::StoreError>(step, |tx| tx.put_all(&all))?;
    store.close()?;
    let mut app = App::new(suite::program("dianke")?, "bench".into());
    app.open(path)?;
    Ok(app)
}

/// The same people as records.
fn snapshot(people: &[Somebody]) -> Snapshot {
    let mut all = Snapshot::default();
    for group in 0..ACCOUNTS {
        let name = people.get(group * (PEOPLE / ACCOUNTS)).map(|one| one.account.clone());
        all.accounts.push(Account {
            id: id(1, group),
            r#ref: None,
            name_zh: name,
            name_en: None,
            kind: AccountKind::Private,
            policy: None,
            tier: AccountTier::B,
            stage: RelationshipStage::Stable,
            is_key: false,
        });
        let units = UNITS.iter().enumerate().map(|(at, unit)| OrgUnit {
            name_zh: Some((*unit).into()),
            ..OrgUnit::bare(id(3, group * 12 + at), id(1, group))
        });
        all.units.extend(units);
    }
    for (number, one) in people.iter().enumerate() {
        let some = |text: &str| Some(text.to_owned()).filter(|one| !one.is_empty());
        let unit = UNITS.iter().position(|unit| one.unit.ends_with(unit)).unwrap_or(0);
        let (seat, person): (SeatId, PersonId) = (id(4, number), id(5, number));
        all.people.push(Person { name_zh: some(&one.name), name_en: some(&one.en), ..Person::bare(person) });
        all.seats.push(Seat {
            title_zh: some(&one.post),
            ..Seat::bare(seat, id(1, one.group), id(3, one.group * 12 + unit))
        });
        all.tenures.push(Tenure { primary: true, ..Tenure::bare(id(6, number), seat, person) });
        let contacts = [(FactKind::Mobile, &one.phone), (FactKind::Email, &one.mail)];
        all.facts.extend(
            contacts
                .into_iter()
                .enumerate()
                .map(|(at, (kind, value))| contact(id(9, number * CONTACTS + at), person, kind, value)),
        );
    }
    all
}

fn contact(id: FactId, person: PersonId, kind: FactKind, value: &str) -> Fact {
    Fact { value: Some(value.to_owned()), ..Fact::bare(id, person, kind) }
}
