//! A paper of each kind of page that holds every block there is.
#![allow(dead_code, reason = "each test file uses its part")]

use domain::{Confidence, Lang};
use export::paper::*;

/// Text that would do harm as markup or as a field.
pub const EVIL: &str = r##"#import "x" { MERGEFIELD } <script>$x$ *b* _i_ @ref \u{41} = 标题"##;

fn pen(ink: Ink) -> Option<Pen> {
    Some(Pen { ink, width: 0.6, dashed: ink == Ink::Quiet })
}

fn seats() -> Drawing {
    let mut shapes = vec![Shape::Circle { centre: Spot { x: 60.0, y: 40.0 }, r: 18.0, fill: None, pen: pen(Ink::Ink) }];
    for at in 0..8u8 {
        let angle = f32::from(at) * std::f32::consts::TAU / 8.0;
        let (x, y) = (60.0 + 44.0 * angle.sin() - 13.0, 40.0 - 30.0 * angle.cos() - 6.0);
        let guest = at % 2 == 1;
        let fill = if guest { Ink::Wash } else { Ink::White };
        let ink = if at == 7 { Ink::Open } else { Ink::Ink };
        shapes.push(Shape::Box { at: Spot { x, y }, w: 26.0, h: 12.0, round: 0.7, fill: Some(fill), pen: pen(ink) });
        let tag = if guest { format!("宾 {at}") } else { format!("主 {at}") };
        let name = if at == 3 { "José María de la Cruz Ortega" } else { "游承岳" };
        let text = Text::styled(tag, Style::NOTE).under(Text::name(name));
        shapes.push(Shape::Label { at: Spot { x: x + 0.5, y }, w: 25.0, h: 12.0, size: 8.8, text });
    }
    let points = [(20.0, 88.0), (55.0, 88.0), (55.0, 82.0)].map(|(x, y)| Spot { x, y }).to_vec();
    shapes.push(Shape::Path { points, closed: false, fill: None, pen: pen(Ink::Quiet) });
    Drawing { w: 120.0, h: 90.0, shapes, alt: "圆桌".into() }
}

pub fn card(number: u32, name: &str) -> Block {
    let list = |label: &str, bullet, items: &[&str]| CardList {
        label: Text::of(label),
        items: items.iter().map(|one| Text::of(*one)).collect(),
        bullet,
    };
    Block::Card(Box::new(Card {
        number,
        face: Face { initials: name.chars().take(1).collect(), photo: None },
        name: Text::name(name),
        second: Text::default(),
        reading: Text::of("读 Yóu Chéngyuè"),
        post: Text::of("市委常委、常务副市长"),
        address: Pair::new("称呼", "游市长"),
        note: Text::of("鲁（Lǔ）科长与路（Lù）秘书音近"),
        lists: vec![
            list("共同点", Bullet::Dash, &["同乡：四川夹江", "同厂：蜀南机械厂，重叠 1994–1998", "太极拳；机械专业"]),
            list("可以谈", Bullet::Dash, &["建成以后谁来养：我们有三年运维数据", "先看第三站“运行一天”"]),
            list("不要", Bullet::Cross, &["不谈价格、评分、采购条件", "不主动转方言"]),
        ],
    }))
}

fn marks() -> Text {
    let mark = |mark| Run::Mark(mark);
    Text::of("权重 ")
        .run(mark(Mark::Weight { value: 3 }))
        .and(" ", Style::PLAIN)
        .run(mark(Mark::Relation { value: 2 }))
        .run(mark(Mark::Attitude { value: -1 }))
        .run(mark(Mark::Confidence { value: Confidence::Reliable }))
        .run(mark(Mark::Tick { state: Tick::Done }))
        .run(mark(Mark::Tick { state: Tick::Part }))
        .run(Run::Unknown { ask: Some(7) })
        .ask(Some(12))
        .dot()
        .and_name("澜A·0001", Style::STRONG)
}

fn table(rows: usize) -> Table {
    let columns = vec![
        Column::mm("序", 8.0),
        Column::mm("姓名", 21.0),
        Column::share("事项", 1.0),
        Column::mm("金额", 24.0).right(),
    ];
    let row = |at: usize| vec![Text::of(at.to_string()), Text::name("尉迟安"), Text::of(EVIL), Text::of("1,200")];
    Table::new(columns).rows((0..rows).map(row).collect())
}

fn questions(count: u32) -> Vec<QuestionLine> {
    let line = |number| QuestionLine {
        number,
        question: Text::of("抵离车次？"),
        about: Text::of("鲁平安").dot().and("11‑22 前", Style::PLAIN),
    };
    (1..=count).map(line).collect()
}

pub fn profile(size: ProfileSize, number: u32) -> Block {
    Block::Profile(Box::new(Profile {
        size,
        number,
        face: Face { initials: "欧阳".into(), photo: None },
        name: Text::name("欧阳川"),
        second: Text::of("Ōuyáng Chuān"),
        posts: Text::of("东岭县县长"),
        address: Text::styled("称呼 ", Style::QUIET).and("欧阳县长", Style::PLAIN),
        facts: Some(table(3)),
        more: vec![Block::sub("此前会面"), Block::note("九月")],
        jot: "现场记录".into(),
        strip: vec![Pair::new("链上位置", "使用者"), Pair::new("态度", marks())],
        no_strip: Text::default(),
    }))
}

fn day(lines: u32) -> Block {
    let line = |at: u32| DayLine {
        time: Text::name(format!("{:02}:30", 8 + at)),
        what: Text::of("参观展厅，五站"),
        place: Text::of("一号楼 1 号会议室"),
        own: at == 1,
    };
    Block::Day { label: "2026年12月4日".into(), lines: (0..lines).map(line).collect() }
}

/// Every block that may stand in running text.
fn running() -> Vec<Block> {
    let items = || vec![Text::of("第一"), Text::of(EVIL)];
    vec![
        Block::text(Rank::Lead, "导语"),
        Block::sub("小标题"),
        Block::body(marks()),
        Block::Pairs { rows: vec![Pair::new("标签", EVIL), Pair::new("很长的标签很长的标签", "值")] },
        Block::List { bullet: Bullet::Dash, items: items() },
        Block::List { bullet: Bullet::Number, items: items() },
        Block::List { bullet: Bullet::Cross, items: items() },
        Block::Table(table(14)),
        Block::Table(Table { total: true, density: Density::Tight, ..table(3) }),
        Block::Panel { frame: Frame::Wash, blocks: vec![Block::body("面板")] },
        Block::Panel { frame: Frame::Bar, blocks: vec![Block::body("不要")] },
        Block::Panel {
            frame: Frame::Box, blocks: vec![Block::body(Text::styled("欢迎溪桥市考察团", Style::SERIF))]
        },
        Block::Panel { frame: Frame::Rules, blocks: vec![Block::body("称呼")] },
        Block::columns(vec![
            (1.0, vec![Block::captioned("左", vec![Block::body("一")])]),
            (2.0, vec![Block::note("右")]),
        ]),
        Block::Gauge(Gauge {
            value: 66, expected: Some(40), beside: "T−14 应达 40".into(), under: "门槛".into()
        }),
        Block::Portrait(Portrait {
            face: Face { initials: "游".into(), photo: None },
            name: Text::name("游承岳"),
            post: "副市长".into(),
            note: Text::default(),
        }),
        Block::Missing { label: "本岗还缺".into(), rows: questions(2) },
        Block::DayStrip(DayStrip {
            from: 540,
            to: 960,
            items: vec![
                DayItem { from: 570, to: 610, label: "参观".into(), strong: false },
                DayItem { from: 630, to: 720, label: "会谈".into(), strong: true },
            ],
        }),
        day(4),
        Block::Seating(Seating {
            title: "会谈".into(),
            rule: Text::styled("尚左", Style::STRONG).dot().and("国内公务", Style::PLAIN),
            drawing: seats(),
            rows: vec!["自左至右：游承岳".into()],
        }),
        Block::Speech(Speech {
            speaker: Text::name("罗绍川"),
            place: "会谈开场".into(),
            words: Text::of("欢迎来到澜衡。").under(Text::of(EVIL)),
        }),
        Block::Signed { name: Text::name("罗绍川"), post: "高级副总裁".into() },
        Block::Rule,
        Block::Stroke,
        Block::Ruled { label: "记录".into(), lines: Some(3) },
        Block::NewPage,
        Block::Questions { rows: questions(5) },
        Block::Ruled { label: "余下".into(), lines: None },
    ]
}

fn section(id: &str, head: Head, blocks: Vec<Block>) -> Section {
    let section = Section::numbered(id, format!("节{id}")).head(head).blocks(blocks);
    Section { id: id.into(), ..section }
}

/// A paper with cover, contents and every block.
pub fn every_block(edition: Edition) -> Paper {
    let head = if Page::of(edition) == Page::A4 { Head::Numbered } else { Head::Plain };
    let cover = vec![
        Block::Seal { signs: "来宾".into() },
        Block::Space { weight: 1.0 },
        Block::text(Rank::Display, "欢迎"),
        Block::Stroke,
        Block::Space { weight: 2.0 },
        Block::body("澜衡总部"),
    ];
    let a4 = Page::of(edition) == Page::A4;
    let mut sections = vec![section("0", Head::Cover, cover)];
    if a4 {
        sections.push(section("1", Head::Hidden, vec![Block::Contents]));
    }
    sections.push(section("2", head, running()).new_page().aside("旁注"));
    if a4 {
        let sizes = [ProfileSize::Full, ProfileSize::Third, ProfileSize::Quarter, ProfileSize::Compact];
        let profiles = (1..).zip(sizes).map(|(number, size)| profile(size, number)).collect();
        sections.push(section("4", Head::Numbered, profiles).new_page());
        let post = Section { number: "岗位 2".into(), ..section("5", Head::Post, running()) };
        sections.push(post.new_page().aside("2026年12月4日"));
    }
    if Page::of(edition) == Page::A6 {
        sections.push(section("6", Head::Hidden, vec![card(1, "游承岳")]).new_page());
        let day = vec![Block::Seal { signs: "主人".into() }, day(13), Block::Space { weight: 1.0 }];
        sections.push(section("7", Head::Plain, day).new_page().aside("2026年12月4日"));
        let row = |at: u32| [at.to_string(), "鲁平安".into(), "综合科科长".into(), "鲁科长".into()].map(Text::of);
        sections.push(section("8", Head::Plain, vec![Block::Roster { rows: (1..6).map(row).collect() }]).new_page());
    }
    if Page::of(edition) == Page::A5Booklet {
        sections.push(section("9", Head::Cover, vec![Block::Space { weight: 1.0 }, Block::body("愿此行顺遂")]));
    }
    paper(edition, sections)
}

/// A paper of these sections.
pub fn paper(edition: Edition, sections: Vec<Section>) -> Paper {
    let furnish = match Page::of(edition) {
        Page::A4 | Page::Screen => Furnish::Full,
        Page::A6 => Furnish::Short,
        Page::A5Booklet => Furnish::Booklet,
        Page::Plate | Page::Board => Furnish::Bare,
    };
    let words = ["份号", "持有人", "失效", "届时交回销毁", "印制", "版本", "数据截至"].map(str::to_owned);
    let [copy, holder, expires, destroy, printed, version, as_of] = words;
    Paper {
        tongue: Tongue::only(Lang::ZhCn),
        page: Page::of(edition),
        title: Text::of(EVIL),
        furniture: Furniture {
            furnish,
            company: "澜衡工控股份有限公司".into(),
            short: "溪桥市考察团 12-04".into(),
            edition: "主人口袋卡".into(),
            class: "内部资料 限主人".into(),
            draft: Some("草案".into()),
            as_of: "2026-11-20".into(),
            expires: Some("2026-12-11".into()),
            watermark: true,
            words: FurnitureWords { copy, holder, expires, destroy, printed, version, as_of },
        },
        marks: MarkWords {
            unknown: "未知".into(),
            ask: "问".into(),
            answer: "答".into(),
            photo: "照片未征得".into(),
            contents: "目录".into(),
        },
        sections,
        pictures: Pictures::default(),
    }
}
