# 投屏：会议室看到的画面，与只有演示者看到的控制。

room-mark = 投屏版
room-outline = 组织架构的文字形式
room-leave-sure = 再按一次结束投屏
room-present = 投屏
room-present-here = 在本窗口投屏
room-present-here-note = 本窗口只留姓名、职务、单位和汇报关系
room-present-second = 另开投屏窗口
room-present-second-note = 本窗口照常工作，外接屏只见投屏版
room-present-screens = 已接通{ $count }块屏
room-bar = 演示台
room-bar-note = 仅在本机显示
room-elapsed = 已投屏{ $time }
room-follow = 跟随我的画面
room-follow-note = 缩放、折叠和所看分支同步到投屏窗口；镜头、筛选和评价不会过去
room-spotlight = 聚光选中的人
room-spotlight-off = 取消聚光
room-previous = 上一视图
room-next = 下一视图
room-black = 黑屏
room-black-off = 恢复画面
room-cover = 遮住
room-end = 结束投屏
room-shown = 投屏窗口上有：{ $list }
room-hidden = 投屏窗口上没有：{ $list }
room-shown-list = 姓名、正式职务、单位、汇报关系、年月
room-hidden-list = 态度、决策角色、权力与影响力、关系与责任人、影响与分歧线、背景事实、新鲜度与来源、得分与预警、其他客户
