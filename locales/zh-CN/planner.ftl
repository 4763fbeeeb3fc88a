# 来访筹备的各页：日程与后勤、清单、费用
planner-tabs = 这场来访
planner-tab-key = 按{ $key }
planner-tab-prepare = 筹备
planner-tab-agenda = 日程
planner-tab-seats = 座次与简报
planner-tab-checklist = 清单
planner-tab-cost = 费用
planner-tab-after = 当天与会后
