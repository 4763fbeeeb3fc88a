//! Words for levels and roles. Input only: what people type, not what the product shows.

use domain::{DecisionRole, InformalFunction};

use crate::people::clean::fold;

/// A word read as a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading<T> {
    /// On the scale, or its number.
    Level(T),
    /// Not on the scale, but commonly meant so; the user should look.
    Loose(T),
    /// Said to be unknown.
    Unknown,
    Unreadable,
}

fn among(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}

const UNKNOWN: [&str; 12] =
    ["未知", "不详", "不清楚", "不明", "待定", "待查", "待了解", "未接触", "unknown", "tbd", "?", "不知道"];

/// Attitude −2…+2 (B.2.4).
pub(super) fn attitude(text: &str) -> Reading<i8> {
    let word = fold(text);
    let word = word.trim_end_matches('态').trim_end_matches('者');
    if among(word, &UNKNOWN) {
        return Reading::Unknown;
    }
    const SCALE: [(i8, &[&str]); 5] = [
        (2, &["主动支持", "+2", "2", "advocate", "▲"]),
        (1, &["支持", "+1", "1", "supporter", "support", "△"]),
        (0, &["中立", "0", "neutral"]),
        (-1, &["不支持", "-1", "non-supporter", "nonsupporter", "▽"]),
        (-2, &["反对", "-2", "opponent", "▼"]),
    ];
    const LOOSE: [(i8, &[&str]); 5] = [
        (2, &["积极支持", "强烈支持", "坚定支持", "非常支持", "很支持", "铁杆", "mentor", "strongsupporter"]),
        (
            1,
            &[
                "友好",
                "倾向我方",
                "偏支持",
                "较支持",
                "认可",
                "好",
                "较好",
                "积极",
                "supportive",
                "friendly",
                "positive",
                "favorable",
                "favourable",
            ],
        ),
        (0, &["一般", "观望", "中性", "普通", "无倾向", "不表态"]),
        (
            -1,
            &[
                "差",
                "较差",
                "冷淡",
                "消极",
                "偏反对",
                "不友好",
                "倾向对手",
                "negative",
                "skeptical",
                "sceptical",
                "unfavorable",
                "unfavourable",
            ],
        ),
        (-2, &["强烈反对", "坚决反对", "敌对", "抵制", "enemy", "hostile"]),
    ];
    pick(word, &SCALE, Reading::Level).or_else(|| pick(word, &LOOSE, Reading::Loose)).unwrap_or(Reading::Unreadable)
}

/// Power or influence 1–4 (B.2.5).
pub(super) fn level(text: &str) -> Reading<u8> {
    let word = fold(text);
    if among(&word, &UNKNOWN) {
        return Reading::Unknown;
    }
    const SCALE: [(u8, &[&str]); 4] = [
        (4, &["4", "决定性", "decisive"]),
        (3, &["3", "高", "high"]),
        (2, &["2", "中", "medium", "mid"]),
        (1, &["1", "低", "low"]),
    ];
    const LOOSE: [(u8, &[&str]); 4] = [
        (4, &["极高", "最高", "关键", "veryhigh", "critical"]),
        (3, &["大", "较高", "重要", "强"]),
        (2, &["中等", "一般", "普通", "中高"]),
        (1, &["小", "较低", "弱", "minor"]),
    ];
    pick(&word, &SCALE, Reading::Level).or_else(|| pick(&word, &LOOSE, Reading::Loose)).unwrap_or(Reading::Unreadable)
}

/// How well two know each other: a number 0–10 on whatever scale the list has (B.2.6).
pub(super) fn relation(text: &str) -> Reading<u8> {
    let word = fold(text);
    if among(&word, &["未知", "不详", "不清楚", "不明", "待定", "待查", "待了解", "unknown", "tbd", "?", "不知道"])
    {
        return Reading::Unknown;
    }
    let bare = word.trim_end_matches(['分', '级', '星']);
    let bare = bare.split_once('/').map_or(bare, |(value, _)| value);
    match bare.parse::<u8>() {
        Ok(number @ 0..=10) => Reading::Level(number),
        _ => Reading::Unreadable,
    }
}

fn pick<T: Copy>(word: &str, list: &[(T, &[&str])], as_reading: fn(T) -> Reading<T>) -> Option<Reading<T>> {
    list.iter().find(|(_, words)| among(word, words)).map(|(value, _)| as_reading(*value))
}

/// Rank 1–10: its number, or a state rank by the crosswalk of B.2.9.
pub(super) fn rank(text: &str) -> Reading<u8> {
    let word = fold(text);
    if among(&word, &UNKNOWN) {
        return Reading::Unknown;
    }
    let bare = word.trim_end_matches('级').trim_start_matches(['l', 'p']);
    if let Ok(number) = bare.parse::<u8>() {
        let on_scale = (1..=10).contains(&number) && bare.len() == word.trim_end_matches('级').len();
        return if on_scale { Reading::Level(number) } else { Reading::Unreadable };
    }
    const STATE: [(u8, &[&str]); 8] = [
        (10, &["副省", "副部", "省部"]),
        (9, &["正厅", "正局", "厅", "厅局"]),
        (8, &["副厅", "副局"]),
        (6, &["正处", "处", "县处"]),
        (5, &["副处"]),
        (4, &["正科", "科"]),
        (3, &["副科"]),
        (2, &["科员", "办事员"]),
    ];
    pick(bare, &STATE, Reading::Loose).unwrap_or(Reading::Unreadable)
}

/// A decision role or an informal function (B.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Role(DecisionRole),
    Function(InformalFunction),
    Unknown,
}

/// Reads one role word.
pub(super) fn role(text: &str) -> Option<Part> {
    use DecisionRole as R;
    use InformalFunction as F;
    let word = fold(text);
    if among(&word, &UNKNOWN) {
        return Some(Part::Unknown);
    }
    const ROLES: [(R, &[&str]); 8] = [
        (
            R::EconomicBuyer,
            &[
                "economic_buyer",
                "economicbuyer",
                "economic",
                "eb",
                "经济决策人",
                "经济决策者",
                "拍板人",
                "拍板",
                "经济购买者",
            ],
        ),
        (R::DecisionMaker, &["decision_maker", "decisionmaker", "decider", "dm", "决策者", "决策人", "决策"]),
        (R::Approver, &["approver", "批准者", "审批人", "审批者", "批准人", "审批", "批准"]),
        (
            R::TechnicalEvaluator,
            &[
                "technical_evaluator",
                "technicalevaluator",
                "technical",
                "tb",
                "技术评估者",
                "技术评估",
                "技术把关",
                "选型者",
                "技术选型",
            ],
        ),
        (
            R::CommercialEvaluator,
            &[
                "commercial_evaluator",
                "commercialevaluator",
                "commercial",
                "商务评估者",
                "商务评估",
                "采购者",
                "商务把关",
                "采购",
            ],
        ),
        (R::User, &["user", "ub", "enduser", "使用者", "用户", "使用人", "使用"]),
        (R::Influencer, &["influencer", "影响者", "影响人"]),
        (R::Gatekeeper, &["gatekeeper", "守门人", "把门人", "看门人"]),
    ];
    const FUNCTIONS: [(F, &[&str]); 3] = [
        (F::Coach, &["coach", "教练", "内部教练"]),
        (F::Champion, &["champion", "拥护者", "内部支持者"]),
        (F::Blocker, &["blocker", "阻碍者", "阻力"]),
    ];
    let role = ROLES.iter().find(|(_, words)| among(&word, words)).map(|(role, _)| Part::Role(*role));
    role.or_else(|| FUNCTIONS.iter().find(|(_, words)| among(&word, words)).map(|(one, _)| Part::Function(*one)))
}

/// Folded, without brackets around the whole: `（待查）`.
fn bare(text: &str) -> String {
    fold(text).trim_matches(['(', ')', '[', ']', '【', '】', '<', '>']).to_string()
}

/// Words in a name column that say the holder is not known.
pub(super) fn is_unknown_holder(text: &str) -> bool {
    let word = bare(text);
    among(&word, &UNKNOWN)
        || among(&word, &["姓名待查", "姓名不详", "待确认", "未定", "某", "待补", "待补充", "姓名未知"])
}

/// Words in a name column that say nobody sits there.
pub(super) fn is_vacant(text: &str) -> bool {
    among(&bare(text), &["空缺", "暂缺", "缺", "缺位", "vacant", "空岗", "待聘", "open"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attitudes() {
        for (text, level) in [
            ("主动支持", 2),
            ("+2", 2),
            ("＋１", 1),
            ("支持", 1),
            ("中立", 0),
            ("−1", -1),
            ("不支持", -1),
            ("反对者", -2),
            ("Advocate", 2),
            ("Non-supporter", -1),
        ] {
            assert_eq!(attitude(text), Reading::Level(level), "{text}");
        }
        assert_eq!(attitude("友好"), Reading::Loose(1));
        assert_eq!(attitude("一般"), Reading::Loose(0));
        assert_eq!(attitude("差"), Reading::Loose(-1));
        assert_eq!(attitude("未知"), Reading::Unknown);
        assert_eq!(attitude("看情况"), Reading::Unreadable);
        assert_eq!(attitude("5"), Reading::Unreadable);
    }

    #[test]
    fn relations_count_as_the_list_does() {
        for (text, level) in [("6", 6), ("6分", 6), ("7/10", 7), ("0", 0), ("１０", 10)] {
            assert_eq!(relation(text), Reading::Level(level), "{text}");
        }
        assert_eq!(relation("不清楚"), Reading::Unknown);
        assert_eq!(relation("铁"), Reading::Unreadable);
        assert_eq!(relation("11"), Reading::Unreadable);
    }

    #[test]
    fn levels_ranks_and_roles() {
        assert_eq!(level("高"), Reading::Level(3));
        assert_eq!(level("5"), Reading::Unreadable);
        assert_eq!(rank("8"), Reading::Level(8));
        assert_eq!(rank("8级"), Reading::Level(8));
        assert_eq!(rank("副处级"), Reading::Loose(5));
        assert_eq!(rank("P7"), Reading::Unreadable);
        assert_eq!(rank("11"), Reading::Unreadable);
        assert_eq!(role("拍板"), Some(Part::Role(DecisionRole::EconomicBuyer)));
        assert_eq!(role("Coach"), Some(Part::Function(InformalFunction::Coach)));
        assert_eq!(role("大佬"), None);
    }
}
