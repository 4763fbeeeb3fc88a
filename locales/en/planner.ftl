# Tabs of the visit planner: agenda and logistics, checklist, cost
planner-tabs = This visit
planner-tab-key = Press { $key }
planner-tab-prepare = Prepare
planner-tab-agenda = Agenda
planner-tab-seats = Seating and briefing
planner-tab-checklist = Checklist
planner-tab-cost = Cost
planner-tab-after = Day and after
