# Why an engine answered as it did. Keys follow the reason codes of the domain crate; arguments carry their names.

## Touch, ties and seats

reason-touch-lapsed = { $who }{ $days }天未接触，应{ $cadence }天一次
reason-never-touched = { $who }还没有过双向接触
reason-no-tie = { $who }与我方在岗的人没有关系
reason-tie-below-target = { $who }关系{ $level }，应到{ $target }
reason-seat-unnamed = { $who }一席姓名待查
reason-seat-erased = { $who }一席联系人已删除，席位保留
reason-role-open = { $role }空缺
reason-chain-empty = 决策链上还没有人
reason-chain-covered = 链上{ $people }人全部覆盖

## Support

reason-opposes = { $who }反对，{ $day }所见
reason-objects = { $who }不支持，{ $day }所见
reason-attitude-unknown = { $who }态度未知
reason-support-insufficient = 信息不足，只知道{ $share }%权重的态度
reason-decisive-opponent = 有一位决定性人物反对
reason-no-economic-buyer = 经济决策人还没找到
reason-key-players-not-supporting = 多数关键人物还不支持
reason-no-opponent-found = 没有看到反对者，再看一遍

## Single thread

reason-live-people = 有效关系在对方{ $theirs }人、我方{ $ours }人之间，链上共{ $people }人
reason-our-share-high = 关系的{ $share }%在我方一人手里
reason-their-share-high = 关系的{ $share }%系于对方一人
reason-loss-ours = 如果{ $who }离开，覆盖度少{ $loss }
reason-loss-theirs = 如果{ $who }离任，覆盖度少{ $loss }
reason-thin-ties = { $key }位关键人物中{ $count }位只靠一条线
reason-single-thread = 有效关系太少，断一条就断了来往

## Responsibility

reason-no-owner = { $who }无责任人
reason-no-backup = { $who }无备份，权重{ $weight }
reason-rank-gap = { $who }礼宾{ $theirs }级，我方最高{ $ours }级
reason-no-sponsor = { $who }无高层对口
reason-owner-left = { $who }的责任人{ $staff }{ $day }离职
reason-owner-away = { $who }的责任人{ $staff }不在岗
reason-owner-lapsed = { $who }有责任人却{ $days }天未接触，应{ $cadence }天一次
reason-owner-gone = { $staff }已离岗，{ $count }席待移交
reason-role-unidentified = { $role }还没找到人
reason-double-owner = { $who }有{ $count }位责任人：{ $first }、{ $second }
reason-visits-collide = { $first }{ $first-day }、{ $second }{ $second-day }先后拜访{ $who }
reason-promises-conflict = { $topic }说了{ $first-day }和{ $second-day }
reason-owner-off-team = { $who }的责任人{ $staff }{ $day }后不在本客户团队
reason-unit-gap = { $unit }有规则却无人负责
reason-topic-gap = { $topic }这一事项无人负责
reason-rule-conflict = { $who }由{ $staff }负责，按规则应是{ $role } { $wanted }，还没有人确认
reason-overload = { $staff }负责{ $rows }席，权重合计{ $weight }；上限30席、权重60
reason-double-booking = { $staff } { $day }同一时刻排了两处：{ $first }、{ $second }
reason-double-booking-day = { $staff } { $day }同一天排了两场来访：{ $first }、{ $second }

## Promises, complaints, money, rivals

reason-promise-late = { $commitment }迟交{ $days }天
reason-promise-overdue = { $commitment }逾期{ $days }天未交
reason-promise-due = { $commitment }还有{ $days }天到期，进度{ $progress }%
reason-promises-late = 到期{ $due }项承诺，{ $count }项没按时
reason-expectation-gap = { $commitment }预期{ $expected }分，客户感知{ $perceived }分
reason-complaint-open = { $complaint }，{ $days }天未结
reason-complaint-unanswered = { $complaint }，{ $days }天还没有首次答复
reason-orders-down = 近三个月订单下降{ $percent }%
reason-payment-overdue = 回款逾期{ $days }天，占应收{ $share }%
reason-competitor-with = 对手{ $day }接触{ $who }
reason-competitor-near = 对手{ $day }接触该客户
reason-supporter-left = 支持者{ $who }{ $day }离任
reason-coach-left = 教练{ $who }{ $day }离任
reason-no-live-key-tie = 与关键人物没有一条有效关系，健康度至多39
reason-red-warnings = 有{ $count }项严重预警，健康度至多59

## Hosts

reason-rank-equal = 两人同为礼宾{ $ours }级
reason-rank-above = 我方礼宾{ $ours }级，来宾{ $theirs }级
reason-rank-below = 我方礼宾{ $ours }级，低于来宾{ $theirs }级
reason-rank-overridden = 级差超过2（我方{ $ours }级，来宾{ $theirs }级），经人工放行：{ $note }
reason-host-sponsor = { $who }的高层对口
reason-host-topic-owner = 这次来访的业务负责人
reason-host-owner = { $who }的责任人
reason-met-before = 三年内会过面{ $count }次
reason-dialect-same-piece = 同为{ $dialect }
reason-dialect-same-group = 同说{ $dialect }，不同片
reason-dialect-same-subgroup = 同说{ $dialect }，不同片
reason-language-shared = 都能用{ $language }交谈
reason-interpreter-helps = 有译员
reason-native-same-county = 同县，{ $place }
reason-native-same-city = 同市，{ $place }
reason-native-same-province = 同省，{ $place }
reason-native-same-country = 同国，{ $place }
reason-school-overlap = 同在{ $place }，{ $from }–{ $to }重叠
reason-school-same = 同校，{ $place }，不同届
reason-employer-overlap = 同在{ $place }，{ $from }–{ $to }重叠
reason-employer-same = 都在{ $place }工作过，不同时
reason-both-served = 都曾服役，双方均已公开
reason-affinity-both = 专业同为{ $profession }，都爱好{ $hobby }
reason-profession-same = 专业同为{ $profession }
reason-hobby-shared = 都爱好{ $hobby }
reason-free-throughout = 全程有空
reason-free-partly = 只有部分时间
reason-removed-blackout = 来访落在招标静默期内
reason-removed-blocked = 不宜接待：{ $note }
reason-removed-busy = 当天不在
reason-removed-on-leave = 休假中
reason-removed-leaving = { $day }离职，来访时已不在
reason-removed-rank = 级差超过2：我方{ $ours }级，来宾{ $theirs }级
reason-counterpart-none = 没有可对口的人：合适的都已对口其他来宾，或都不宜接待
reason-counterpart-taken = { $staff }已指定对口{ $who }
reason-counterpart-order = { $staff }的级别低于对口后位来宾的{ $senior }

## Gates

reason-principal-verified = { $who }的身份与职务{ $days }天前核实
reason-principal-unverified = { $who }的身份与职务{ $days }天未核实
reason-principal-never-verified = { $who }的身份与职务从未核实
reason-principal-open = 主宾待定
reason-host-open = 接待人待定
reason-host-chosen = { $staff }接待
reason-host-barred = 接待人{ $staff }有利益冲突或合规限制，不能出面
reason-host-away = 接待人{ $staff }不在岗
reason-guests-none = 还没有来宾名单
reason-diet-asked = { $count }位用餐者都已问
reason-diet-unknown = 差{ $count }人
reason-gift-open = 礼品待定
reason-gift-none = 不送
reason-gift-within = { $value }元，限额{ $limit }元以内
reason-gift-over = { $value }元，超过限额{ $limit }元
reason-gift-over-year = 一年内共{ $value }元，超过年度限额{ $limit }元
reason-gift-unpriced = 礼品未定价
reason-gift-no-policy = 该客户未设接待规则
reason-issues-none = 无
reason-issues-owned = { $count }项，都有人负责
reason-issues-unowned = { $count }项无人负责
reason-redaction-checked = { $day }已检查
reason-redaction-open = 未做
reason-blackout-clear = 不在静默期
reason-blackout-hit = 来访落在招标静默期内

## Changes between two days

reason-change-joined = { $who }到任{ $post }
reason-change-left = { $who }离开{ $post }
reason-change-moved = { $who }由{ $from }到{ $to }
reason-change-superior = { $who }的上级由{ $from }换成{ $to }
reason-change-unit = { $who }由{ $from }转到{ $to }
reason-change-stance = { $who }的态度由{ $from }到{ $to }
reason-change-role = { $who }在决策中的角色变了
reason-change-posts = { $who }的兼职变了
reason-change-seat-added = 新设{ $post }
reason-change-seat-removed = { $post }撤销
reason-change-reports-added = { $from }开始向{ $to }汇报
reason-change-reports-removed = { $from }不再向{ $to }汇报
reason-change-dotted-added = { $from }开始向{ $to }虚线汇报
reason-change-dotted-removed = { $from }不再向{ $to }虚线汇报
reason-change-influence-added = { $from }开始影响{ $to }，强度{ $strength }
reason-change-influence-removed = { $from }不再影响{ $to }
reason-change-conflict-added = { $from }与{ $to }有了分歧，程度{ $strength }
reason-change-conflict-removed = { $from }与{ $to }的分歧过去了

## Ways in

reason-path-start = { $who }{ $attitude }，关系{ $level }级
reason-path-influences = { $from }影响{ $to }，强度{ $strength }
reason-path-reports = { $from }与{ $to }是上下级，按强度{ $strength }算

# 筹备的缺口与冲突
reason-gift-excepted = { $value }元超过{ $limit }元，{ $staff }已书面批准例外
reason-lack-guests = 还没有来宾名单
reason-lack-role = { $who }在团内的角色没有写
reason-lack-counterpart = { $who }还没有对口人
reason-lack-order-note = { $who }的位次与提议不同，没有写缘由
reason-lack-objective = 来访目标没有写
reason-lack-ask = 希望对方做什么没有写
reason-lack-points = 还没有交谈要点
reason-lack-speaker = 有一条要点没有定由谁来说
reason-lack-host = 接待人没有定
reason-lack-host-gone = 接待人{ $staff }那天不在岗
reason-lack-coordinator = 总协调没有定
reason-lack-business-lead = 业务负责人没有定
reason-lack-agenda-day = { $day }还没有日程
reason-lack-agreed = { $time }的日程对方还没有确认
reason-lack-lead = { $time }的日程没有负责人
reason-lack-own-travel = 我方怎么去没有写
reason-lack-arrival = 来宾怎么来没有写
reason-lack-departure = 来宾怎么走没有写
reason-lack-greeter = 没有定谁去接
reason-lack-vehicles = 还没有车辆
reason-lack-ride = { $who }还没有车位
reason-lack-room = { $who }还没有房间
reason-lack-diet = { $who }的饮食没有问过
reason-lack-meal = 还没有用餐安排
reason-lack-meal-place = 有一餐没有写地点
reason-lack-meal-host = 有一餐没有定谁陪
reason-lack-meal-standard = 有一餐没有写人均标准
reason-lack-seats-talks = 会谈座次没有排
reason-lack-seats-courtesy = 会见座次没有排
reason-lack-seats-meal = 宴席座次没有排
reason-lack-seats-signing = 签字座次没有排
reason-lack-seats-photo = 合影站位没有排
reason-lack-seats-car = 车内座次没有排
reason-lack-venue = 会场布置没有写
reason-lack-tour = 参观路线没有写
reason-lack-guide = 有一个参观点没有讲解人
reason-lack-interpreter = 要不要译员没有定
reason-lack-interpreter-named = 译员没有定
reason-lack-gift = 送不送礼品没有定
reason-lack-gift-over = 礼品超过规定
reason-lack-gift-moment = 何时送礼品没有写
reason-lack-contacts = 还没有通讯录
reason-lack-phone = 有一条通讯录没有电话
reason-lack-duties = 还没有分工
reason-lack-contingency = 还没有应急预案
reason-lack-contingency-owner = 有一项预案没有责任人
reason-lack-costs = 还没有费用预算
reason-lack-limit = 费用上限没有定
reason-lack-amount = 有一项费用没有金额
reason-lack-approval = 方案还没有审批
reason-lack-redaction = 各版本还没有检查过
reason-clash-twice = { $staff }在{ $first }和{ $second }两场里都有
reason-clash-guest-twice = { $who }在{ $first }和{ $second }两场里都有
reason-clash-outside = 有一项安排在{ $day }，不在来访的日子里
reason-clash-companions = 这一餐我方{ $count }人，规定最多{ $most }人
reason-clash-meal = 这一餐人均{ $value }，规定最多{ $limit }
reason-clash-alcohol = 按规定不得饮酒，这一餐安排了酒
reason-clash-alcohol-approval = 这一餐的酒要先审批
reason-clash-alcohol-ask = 这一餐有酒，先问过来宾
reason-clash-car = 这辆车排了{ $count }人，最多坐{ $most }人
reason-clash-movement = { $time }的路程没有留时间
reason-clash-no-way = { $time }前要换地方，没有留路上的时间
reason-clash-costs = 费用已到上限的{ $share }%
reason-clash-other-cost = “其他”费用没有说明

## Calendar

reason-greeting-festival = { $festival }，{ $day }
reason-greeting-anniversary = { $kind }纪念日，{ $day }
reason-greeting-anniversary-years = { $kind }{ $years }周年，{ $day }
reason-greeting-fiscal-year-end = 财年截止，{ $day }；对方正做下年预算
reason-greeting-birthday = { $who }生日，{ $day }
reason-greeting-source-unknown = { $who }的生日来源未注明：本人告知或公开发布的才可祝贺
reason-greeting-blackout = 招标静默期内，暂不联系
reason-clash-blackout = 来访落在招标静默期内
reason-clash-holiday = { $day }在{ $festival }假期内
reason-clash-holiday-eve = { $day }是{ $festival }假期前一天
reason-clash-before-spring = { $day }距春节只有{ $days }天
reason-clash-weekend = { $day }是周末（调休以当年通知为准）
reason-clash-quarter-end = { $day }临近季末
reason-clash-abroad = { $who }所在的{ $place }正逢{ $festival }（{ $day }起）
reason-clash-abroad-about = { $who }所在的{ $place }约在{ $day }起逢{ $festival }，以当地公布为准
reason-clash-on-leave = { $staff }{ $day }休假
reason-clash-gone = { $staff }{ $day }前已离职
reason-clash-two-places = { $staff }{ $day }还要接待{ $account }

# 离任推演：谁接手
reason-heir-tie = 已有关系 { $level } 级
reason-heir-backup = 已是备份责任人
reason-heir-supporter = 已是协同人
reason-heir-same-account = 在做同一客户
reason-heir-rank = 级别 { $ours }，对方 { $theirs }
reason-heir-rank-apart = 级别 { $ours }，与对方 { $theirs } 相差较多
reason-heir-rule = 规则指定的岗位
reason-heir-first-meeting = 需先拜会
reason-heir-load = 现为 { $rows } 席的责任人
reason-heir-full = 已是 { $rows } 席的责任人，超负荷
reason-heir-takes-person = 同时接手这位联系人
reason-heir-entitled = 有权作此类承诺
reason-heir-countersign = 此类承诺须他人会签
reason-heir-in-visit = 已参与这次来访
reason-heir-same-job = 同一岗位
## Early warnings

reason-orders-silent = { $days }天没有新订单，平时约{ $interval }天一单
reason-exec-visit-overdue = 高层{ $days }天没有往来，应{ $cadence }天一次
reason-exec-visit-ours = 高层{ $days }天没有往来，应{ $cadence }天一次；上次对方来访，该我方回访
reason-exec-visit-theirs = 高层{ $days }天没有往来，应{ $cadence }天一次；上次我方去访，可请对方来
reason-attitude-fell = { $who }由{ $from }降为{ $to }，{ $day }所见
reason-contract-ends = “{ $name }”还有{ $days }天到期（{ $day }），没有续约计划
reason-contract-ends-planned = “{ $name }”还有{ $days }天到期（{ $day }），续约已在计划中
reason-contract-ended = “{ $name }”{ $day }已到期，没有续约计划
reason-post-stale = { $who }的职务{ $days }天没有核实
reason-post-never-verified = { $who }的职务从未核实
reason-units-changed = { $day }起组织调整：新设{ $begun }个部门，撤销{ $ended }个，新增归属关系{ $joined }处
reason-head-changed = { $post }{ $day }换人，现为{ $who }
reason-buyer-changed = 拍板出资的{ $post }{ $day }换人，现为{ $who }
reason-buyer-left = 拍板出资的{ $post }{ $day }起空缺
reason-budget-used = { $category }预算已用{ $percent }%
reason-budget-unapproved = { $category }没有批准额度，已有支出
reason-budget-forecast = { $category }预计用到预算的{ $percent }%
reason-budget-fast = { $category }支出快于进度，为应有的{ $percent }%
reason-budget-slow = { $category }支出慢于进度，为应有的{ $percent }%
reason-incident-open = { $text }，{ $days }天未解决
reason-readiness-behind = { $day }的来访准备到{ $score }，此时应到{ $expected }
reason-readiness-gates = { $day }的来访临近，还有{ $gates }道关口未过
reason-retention-near = { $who }有{ $count }条资料到{ $day }须删除或重新征得同意
reason-retention-passed = { $who }有{ $count }条资料已过留存期（{ $day }），请删除或重新征得同意
reason-touch-in-blackout = { $staff }计划{ $day }联系{ $who }，当天在招标静默期内
