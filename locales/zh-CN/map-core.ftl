# 图的核心：录入检查、变化、视图、投屏

map-core-hidden-marks = 含有看不见的字符，录入时会去掉
map-core-too-long = 有{ $length }个字，最多{ $limit }个
map-core-superior-twice = 有{ $count }位叫“{ $name }”，说不准是哪一位
map-core-superior-unknown = 行里和图上都没有“{ $name }”
map-core-row-empty = 姓名和职务都是空的
map-core-no-title = 没有职务，先记为待查
map-core-namesake = 图上已有“{ $name }”，请确认不是同一人
map-core-own-superior = 上级是自己
map-core-circle = 几行互为上级，绕成了一圈
map-core-unit-twice = 有{ $count }个部门叫“{ $name }”，说不准是哪一个
map-core-first-unit = 总部

map-core-full-day = { $year }年{ $day }
map-core-month = { $year }年{ $month }
map-core-vote-support = 支持
map-core-vote-oppose = 反对
map-core-vote-unknown = 未定或未知
map-core-outlook-secured = 已够票
map-core-outlook-open = 未定
map-core-outlook-lost = 已不够票
map-core-difference-joined = 新增
map-core-difference-left = 离开
map-core-difference-moved = 变动
map-core-difference-changed = 改变
map-core-difference-line = 线条
map-core-moment-structure = { $day }：{ $count ->
    [1] { $name }的上下级或关系有变动
   *[other] { $name }等{ $count }席的上下级或关系有变动
  }
map-core-moment-people = { $day }：{ $count ->
    [1] { $name }有变动
   *[other] { $name }等{ $count }人有变动
  }
map-core-path-value = 通畅度{ $n }
map-core-path-none = 三步之内没有路：没有一位支持我们、关系在3级以上的人能带到。可以先建立关系，或补上影响线。
map-core-path-blackout = 静默期到{ $day }为止，其间只走正式渠道，不提示接触路径。
map-core-path-blackout-open = 正在静默期，截止日未定，只走正式渠道，不提示接触路径。
map-core-path-no-contact = 这个人或席位标了不可接触，不提示接触路径。
map-core-path-gone = 这个席位那天不在，或联系人已删除。
map-core-room-title = 组织架构
map-core-room-file-title = { $account } 组织架构
map-core-room-file = { $account }-组织架构-{ $month }
map-core-room-edition = 投屏版
map-core-as-of-compared = { $day }，对比{ $other }
map-core-role-unknown = 没有“{ $name }”这个决策角色，请从列表里选
map-core-owner-twice = 我方有{ $count }位“{ $name }”，请在决策链上指定
map-core-owner-new = 我方名册里没有“{ $name }”，将新增这位同事
map-core-role-outside = 不加入决策链就没有决策角色：请勾选加入，或清空这一格
