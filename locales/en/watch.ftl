# Early warnings: rules, what is done about them, contracts and budgets
step-set-warning = Handle a warning
step-snooze-warning = Snooze a warning
step-put-contract = Record a contract
step-remove-contract = Remove a contract
step-put-incident = Record an incident
step-remove-incident = Remove an incident
step-put-budget-line = Record a budget
step-remove-budget-line = Remove a budget
step-put-threshold = Set a warning limit
step-remove-threshold = Restore a warning limit
watch-settled = It no longer fires; say what came of it
