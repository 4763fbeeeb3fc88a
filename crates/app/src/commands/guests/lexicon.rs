//! Words that tell a name from a post in a pasted list: surnames, posts, forms of address, units. Deliberately absent: rare surnames, which the people already
//! known make up for, and any judgement about a person.

/// How Chinese posts end.
pub(super) const TITLES: &[&str] = &[
    "党组书记",
    "总工程师",
    "总会计师",
    "总经济师",
    "联络员",
    "秘书长",
    "董事长",
    "理事长",
    "总经理",
    "调研员",
    "研究员",
    "工程师",
    "负责人",
    "办事员",
    "书记",
    "局长",
    "主任",
    "处长",
    "科长",
    "部长",
    "省长",
    "市长",
    "县长",
    "区长",
    "镇长",
    "秘书",
    "司长",
    "厅长",
    "校长",
    "院长",
    "所长",
    "总裁",
    "经理",
    "总监",
    "主席",
    "行长",
    "会长",
    "总工",
    "专员",
    "教授",
    "博士",
    "顾问",
    "助理",
    "队长",
    "组长",
    "团长",
    "站长",
    "主管",
    "代表",
    "委员",
    "干事",
    "科员",
    "翻译",
    "译员",
    "司机",
    "董事",
    "监事",
    "医生",
    "护士长",
    "总",
];
/// What stands before a post.
pub(super) const DEPUTIES: &[&str] = &["常务副", "党组副", "执行", "代理", "首席", "高级", "助理", "副"];
/// Chinese forms of address.
pub(super) const FORMS: &[&str] = &["先生", "女士", "小姐", "同志", "阁下", "夫人"];
/// Latin forms of address.
pub(super) const LATIN_FORMS: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "sir"];
/// Words of Latin posts.
pub(super) const LATIN_TITLES: &[&str] = &[
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cio",
    "vp",
    "svp",
    "evp",
    "president",
    "chairman",
    "chairwoman",
    "chair",
    "director",
    "manager",
    "officer",
    "head",
    "chief",
    "senior",
    "deputy",
    "vice",
    "general",
    "executive",
    "managing",
    "secretary",
    "engineer",
    "interpreter",
    "assistant",
    "lead",
    "minister",
    "mayor",
    "counsel",
    "partner",
    "buyer",
    "master",
];
/// How units end.
pub(super) const UNITS: &[&str] = &[
    "局", "部", "处", "科", "院", "厅", "委", "市", "县", "区", "公司", "中心", "办", "集团", "组", "室", "站", "所",
    "会", "厂",
];
/// Words of a heading.
pub(super) const HEADINGS: &[&str] = &[
    "序号", "姓名", "职务", "单位", "部门", "备注", "性别", "名单", "职称", "称谓", "name", "title", "position", "no.",
];
const SINGLE: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公丘涂肖闫付仝冼覃苑岳邸候佟";
const COMPOUND: &[&str] = &[
    "欧阳", "尉迟", "申屠", "闻人", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "公孙", "慕容", "令狐", "宇文",
    "长孙", "司徒", "司空", "端木", "百里", "南宫", "呼延", "万俟", "轩辕", "涂山",
];

/// Whether a text is a surname of two characters.
pub(super) fn is_compound_surname(text: &str) -> bool {
    COMPOUND.contains(&text)
}

/// Whether a text begins with a surname.
pub(super) fn begins_with_surname(text: &str) -> bool {
    COMPOUND.iter().any(|one| text.starts_with(one)) || text.chars().next().is_some_and(|first| SINGLE.contains(first))
}
