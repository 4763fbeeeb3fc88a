# 来访的筹备与会后
step-set-visit-team = 定来访班子
step-approve-visit = 记方案审批
step-set-seat-rules = 改座次规则
step-set-interpreter = 定译员
step-set-budget = 定费用上限
step-set-guest = 改来宾资料
step-set-counterpart = 定对口人

error-approver-needed = 还没有定审批人。未保存，请先定审批人。
error-language-pair = 语言要写成“zh-en”这样的一对，或写“none”表示不需要。未保存，请改正。
error-place-range = 官方名单上的位次从1开始。未保存，请改正。
error-place-taken = 官方名单上的这个位次已写给另一位来宾。未保存，请先改那一位。
error-gift-none-allowed = 对方规定不收任何礼品，{ $value }元的礼品不能保存，也没有例外。请定为不赠。
error-gift-limit-year = 加上这件，一年内送给主宾的礼品共{ $value }元，超过全年{ $limit }元。未保存，请换一件，或定为不赠。
error-gift-exception = 超过上限的例外要同时写明批准人和批准意见。未保存，请补齐，或换一件。
error-gift-approver = 例外只能由在岗的合规或高层同事批准。未保存，请另选批准人。

plan-order-official = 对方名单的次序
plan-order-part = 随员在后
plan-order-rank = 职级{ $rank }
plan-order-weight = 席位分量
plan-order-appointment = 任职先后
plan-order-name = 姓名次序（未按姓氏笔画）
reason-gift-excepted = { $value }元超过{ $limit }元，{ $staff }已书面批准例外
