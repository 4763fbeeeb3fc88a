# The log: who did what when, and whether it is as it was written
audit-title = Log
audit-note = Looking at sensitive data, exporting, presenting and doing much at once is logged; whoever is logged may read it here
audit-kind-view = Looked at
audit-kind-export = Exported
audit-kind-mode = Presenting
audit-kind-bulk = Many at once
audit-kind-change = Changed
audit-kind-turn = Undone, redone
audit-all = Everything
audit-kinds = Kind
audit-of = About { $name }
audit-of-none = About everybody
audit-of-person = Person
audit-undone = Took back: { $step }
audit-redone = Did again: { $step }
audit-and-more = { $name } and { $more } more
audit-count = { $count ->
    [one] One line
   *[other] { $count } lines
}
audit-more = Show { $count } more
audit-empty = Nothing is logged yet
audit-empty-text = With another kind or without the person there may be lines.
audit-holds = Complete: { $lines } lines, each sealed with the one before
audit-head = Last seal { $head }. Noted elsewhere, it shows later whether the whole log was written anew.
audit-broken = The log is not as it was written ({ $breaks }). Nothing else was lost; please keep a copy of the file and tell whoever answers for data protection.
audit-broken-changed = Line { $line } ({ $at }) is not as it was written
audit-broken-missing = Lines before line { $line } ({ $at }) are missing
audit-broken-cut = The last lines are missing, those after line { $line }
audit-broken-unlogged = There are steps that no line tells of
audit-how-key = by key
audit-how-display = another display
audit-how-json = JSON
audit-reason-meeting = To prepare a meeting
audit-reason-person_asked = The person asked
audit-open = Open the log
step-open-person = Opened the page of a person
step-find-person = Found and opened a person
step-view-p3 = Looked at sensitive information
step-enter-presenting = Began presenting
step-leave-presenting = Ended presenting
step-refuse-consent = Noted a refusal
