# 图：卡片、线条、图例、读屏文字

map-unknown-name = 姓名待查
map-unknown-short = 待查
map-erased-name = 联系人已删除
map-erased-short = 已删除
map-vacant-name = 空缺
map-no-title = 职务待查
map-no-unit-name = 单位待查
map-no-staff-name = 我方人员
map-unknown = 未知
map-no-owner = 无责任人
map-no-contact = 不可接触
map-not-in-chain = 非关键席位
map-never-touched = 未接触
map-days = { $n }天
map-seats = { $n }席
map-seats-one = 1席
map-post-and = { $post }，兼{ $other }
map-post-more = { $post }，另兼{ $n }职
map-held-by = { $name }兼任
map-at-odds = 有分歧 { $n }/3

map-role-economic_buyer = 经济决策人
map-role-decision_maker = 决策者
map-role-approver = 批准者
map-role-technical_evaluator = 技术评估者
map-role-commercial_evaluator = 商务评估者
map-role-user = 使用者
map-role-influencer = 影响者
map-role-gatekeeper = 守门人
map-function-coach = 教练
map-function-champion = 拥护者
map-function-blocker = 阻碍者

map-stance-p2 = 主动支持
map-stance-p1 = 支持
map-stance-0 = 中立
map-stance-n1 = 不支持
map-stance-n2 = 反对
map-stance-unknown = 未知

map-line-reports_to = 汇报
map-line-dotted_reports_to = 虚线汇报
map-line-influences = 影响
map-line-conflicts_with = 有分歧
map-line-same_person = 一人两职

map-say-labelled = { $name }（{ $label }）
map-say-days = { $n }天前接触
map-say-overdue = 该联系了
map-say-waiting = 有{ $n }件事逾期或无人负责
map-say-attitude = 态度{ $level }
map-say-power = 权力{ $power }，影响力{ $influence }
map-say-relation = 关系{ $n }级
map-say-owner = 责任人{ $names }
map-say-second = { $post }，{ $name }兼任
map-say-reports-to = { $from }向{ $to }汇报
map-say-dotted-reports-to = { $from }向{ $to }虚线汇报
map-say-influences = { $from }影响{ $to }，强度{ $n }
map-say-conflicts-with = { $from }与{ $to }有分歧，程度{ $n }
map-say-same-person = { $name }一人两职：{ $from }、{ $to }

# 透镜
map-cover = 覆盖{ $n }
map-cover-0 = 0—24
map-cover-25 = 25—49
map-cover-50 = 50—74
map-cover-75 = 75—100
map-loss = { $name }（少{ $n }）
map-no-owner-short = 无
map-owner-rest = 其余{ $n }人
map-backup = 备 { $name }
map-no-backup = 无备份
map-fresh = { $word }，{ $n }%
map-fresh-fresh = 新
map-fresh-ageing = 渐旧
map-fresh-stale = 旧
map-fresh-expired = 过期
map-badge-joined = 增
map-badge-changed = 改
map-badge-moved = 移
map-badge-left = 去
map-change-joined = 新来的人、席位、线
map-change-changed = 态度、角色或兼职变了
map-change-moved = 换了席位、上级或部门
map-change-left = 离开或撤销
map-change-none = 选一个日期来对比
map-change-stance = { $from }→{ $to }
map-change-since = { $day }起
map-change-until = 原任至{ $day }
map-change-moved-on = { $day }调来
map-change-superior = 换了上级
map-change-unit = 换了部门
map-change-posts = 兼职变了
map-change-role = 角色变了
map-no-body-name = 评审机构
map-body-chair = { $name }主任
map-blackout = 静默期，只走正式渠道
map-waiting = 有事逾期或无人负责
map-folded = ＋{ $n }
map-say-folded = { $card }；以下{ $n }席已收起

# 导出的图
map-title-chain = { $account } 决策链
map-as-of = 截至{ $day }

# screen
map-restricted = 限制
map-restricted-say = 限制处理：只保存不使用
