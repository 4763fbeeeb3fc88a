# Words of the editions that leave the desk: host's card, crew, guests' handbook, screen, name plates, board.

## Around the pages

edition-title = { $account } · { $edition }
edition-short = { $account } { $day }
edition-days = { $from } – { $to }
edition-draft = 草案
edition-proof-guest = 样稿 未经来宾办公室确认
edition-name-internal-full = 内部完整版
edition-name-host-card = 主人口袋卡
edition-name-crew = 保障组版
edition-name-guest = 来宾手册
edition-name-presenting = 投屏版
edition-name-name-plates = 桌签
edition-name-welcome-board = 欢迎牌
edition-class-crew = 内部资料 限本岗
edition-class-host-card = 内部资料 限主人
edition-seal-guest = 来宾
edition-seal-host-card = 主人

## Guests' handbook and screen

edition-welcome = 欢迎
edition-welcome-page = 致来宾
edition-programme = 日程
edition-delegation = 来宾
edition-our-people = 陪同您的同事
edition-function-host = 主人
edition-function-coordinator = 总协调
edition-function-business-lead = 业务负责人
edition-function-companion = 陪同
edition-function-greeter = 迎送联络
edition-function-guide = 讲解
edition-function-interpreter = 译员
edition-function-note-taker = 记录
edition-function-vehicles = 车辆
edition-function-rooms = 住宿
edition-function-dining = 餐饮
edition-function-venue = 会务
edition-function-gifts = 礼品
edition-function-security = 安全与合规
edition-function-photographer = 摄影
edition-function-other = 其他
edition-tour = 参观路线
edition-stop = 站
edition-minutes = 时长
edition-minutes-count = { $count } 分钟
edition-no-photo = 请勿拍摄
edition-photo-ok = 可拍摄
edition-practical = 方便之处
edition-cars = 乘车
edition-hotel = 住宿
edition-wifi = 网络
edition-dress = 着装
edition-weather = 天气
edition-weather-pending = 行前一日更新
edition-contact-us = 随时找我们
edition-farewell = 祝此行顺利

## Host's card

edition-day = 日程一览
edition-ask = 要开的口
edition-proposed = （提议，待人定）
edition-read = 读
edition-address = 称呼
edition-common = 共同点
edition-talk = 可以谈
edition-avoid = 不要
edition-others = 其他来宾
edition-general = 席间
edition-my-places = 我的位置
edition-left = 左手
edition-right = 右手
edition-across = 对面

## Crew

edition-post = 岗位 { $number }
edition-post-timetable = 总时间表
edition-post-reception = 接待
edition-post-vehicles = 车辆
edition-post-kitchen = 餐饮
edition-post-venue = 会场
edition-post-interpreter = 译员
edition-post-contingency = 应急与通讯
edition-log = 值守记录
edition-missing = 本岗还缺
edition-before = { $day } 前
edition-gap-car = { $what }：车牌、司机或电话还缺什么？
edition-gap-leg = { $what }：车次或航班、时间、地点？
edition-gap-meal = { $what }：几点，在哪里？
edition-time = 时间
edition-item = 事项
edition-place = 地点
edition-lead = 负责
edition-material = 物料
edition-with = 我方
edition-name = 姓名
edition-reading = 读音、外文名
edition-title-of = 职务
edition-sign = 接站牌
edition-travel = 抵离
edition-travel-arrival = 抵达
edition-travel-departure = 离开
edition-number-time = 时间与车次航班
edition-greeter = 迎送
edition-note = 备注
edition-room-kind = 房型
edition-nights = 住退
edition-car = 车
edition-plate = 车牌
edition-driver = 司机
edition-riders = 乘车人
edition-leaves = 发车
edition-spare = 备用
edition-host-drives = 主人驾车
edition-vehicle-sedan = 轿车
edition-vehicle-offroad = 越野车
edition-vehicle-suv7 = 三排七座车
edition-vehicle-mpv = 商务车
edition-vehicle-bus = 中巴或大巴
edition-meal-breakfast = 早餐
edition-meal-lunch = 午餐
edition-meal-tea = 茶歇
edition-meal-dinner = 晚餐
edition-tables = 桌数
edition-tables-count = { $count } 桌
edition-alcohol = 酒
edition-alcohol-yes = 可上酒
edition-alcohol-no = 不上酒
edition-hosts = 陪餐
edition-toast = 祝酒
edition-menu = 菜单
edition-guide = 讲解
edition-photo = 拍摄
edition-skip-when-late = 晚到时略过
edition-security = 安全与保密
edition-languages = 语种
edition-trigger = 情形
edition-action = 怎么办
edition-acts = 谁办
edition-contacts = 通讯录
edition-function = 事务
edition-phone = 电话
edition-checklist = 本组检查项
edition-due = 限期
edition-task = 事项

## Name plates

edition-plate-guest = 来宾 { $number }
edition-plate-ours = 我方 { $number }

## Files, drafts and what is absent

edition-file = { $account }-{ $edition }-{ $day }
edition-file-agenda = { $account }-日程-{ $day }
edition-file-agenda-guests = { $account }-来宾日程-{ $day }
edition-draft-redaction = 脱敏检查未做：印出的各版都标“草案”，不要交给来宾。
edition-draft-gate = 有门槛未过：印出的各版都标“草案”。
edition-draft-approval = 方案未批准：印出的各版都标“草案”。
edition-absent-judgement = 态度、权重、关系与得分
edition-absent-host-reason = 接待人选择理由
edition-absent-diet = 饮食
edition-absent-diet-reason = 饮食的缘由
edition-absent-gift = 礼品金额
edition-absent-money = 价格、费用与礼品
edition-absent-background = 来宾的背景资料
edition-absent-talking = 要点与敏感话题
