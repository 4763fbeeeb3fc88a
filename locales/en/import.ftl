# Importing a sheet or an interchange file; the first start
import-counts = { $total } rows, { $good } ready
import-columns = { $count ->
    [one] one column
   *[other] { $count } columns
}
import-columns-note = { $kept } matched, { $unsure } to confirm, { $left } left out
import-heading = Heading
import-no-heading = no heading
import-samples = Sample
import-blank = (blank)
import-field = Goes to
import-field-of = { $heading } goes to
import-why = Why
import-leave-out = Leave out
import-problems = Problems
import-problems-note = { $count }, with row and column
import-no-problems = No problems found
import-at = row { $row }, { $column }
import-at-row = row { $row }
import-records = In the file
import-preview = After the import
import-preview-note = first { $count ->
    [one] row
   *[other] { $count } rows
}
import-into = Import into
import-new-account = New account
import-whole = Imported as a whole, undone in one step
import-yes = Import { $count ->
    [one] one row
   *[other] { $count } rows
}
import-yes-records = Import { $count ->
    [one] one record
   *[other] { $count } records
}
import-busy = Working
import-done = Imported
import-undo = Undo this import
import-look = Show map
import-look-accounts = Show accounts
import-start-text = Ten people are enough to begin: who decides, whom we do not know yet, and who on our side answers for them.
import-way-sample = Open the sample
import-way-sample-text = Eight fictional accounts; change anything, undo any time.
import-way-new = New, empty
import-way-open = Open a file
import-promise-local = Data stays on this computer
import-promise-offline = Works offline, needs no account
import-drawing = A decision chain, sketched
import-record-other = other
import-record-companies = companies
import-record-policies = policies
import-record-staff = our people
import-record-accounts = accounts
import-record-units = units
import-record-org_links = unit links
import-record-people = people
import-record-seats = seats
import-record-tenures = tenures
import-record-edges = lines
import-record-decisions = decisions
import-record-chain_members = chain members
import-record-chain_vacancies = vacant roles
import-record-decision_bodies = decision bodies
import-record-stances = stances
import-record-ties = ties
import-record-visits = visits
import-record-visit_guests = guests
import-record-visit_hosts = hosts
import-record-touches = touches
import-record-planned_touches = planned touches
import-record-assignments = assignments
import-record-facts = facts
import-record-commitments = commitments
import-record-complaints = complaints
import-record-competitor_signals = competitor signals
import-record-figures = figures
import-record-photos = photographs
import-record-import_sources = Imported lists
import-source = Source
import-purpose = Purpose
import-class = Class
import-class-of = Class of { $heading }
import-carry-of = Source and purpose of { $heading }
import-sheet-choose = Choose a sheet
import-sheet-hidden = { $sheet } (hidden)
import-suppressed = { $count ->
    [one] one row of an erased person, left out
   *[other] { $count } rows of erased people, left out
}
import-left-out = Not read from the cards: { $list }
import-pairs = Duplicates
import-pairs-open = { $count ->
    [one] one pair is undecided
   *[other] { $count } pairs are undecided
}
import-pairs-apart = The rest are other people
import-pair-row = Row { $row }
import-pair-at = { $at } of { $count }
import-pair-before = Previous pair
import-pair-next = Next pair
import-pair-certain = (two or more agree)
import-pair-unsure = (one thing agrees; please decide)
import-pair-ours = Known
import-pair-note = Note
import-pair-who = Are they the same person?
import-pair-another = Two people
import-pair-skip = Leave this row out
import-difference = Since last time
import-difference-since = Compared with the list of { $day }
import-difference-counts = { $fresh } new, { $changed } changed, { $same } the same, { $gone } gone
import-difference-none = Nothing has changed
import-difference-gone = No longer on the list
import-difference-gone-note = listed only, nobody is removed
import-difference-end = End post
import-difference-changed = Changed
import-difference-look = Look
import-difference-new = New
import-yes-open = Continue, { $count } open
import-cancel = Cancel
import-progress = { $done } / { $total }
import-rows-read = { $done ->
    [one] 1 row
   *[other] { $done } rows
} read
import-phase-reading = Reading the file
import-phase-comparing = Comparing
import-phase-writing = Writing
import-drop-title = Drop to import
import-drop-lists = Lists: .xlsx, .csv, .vcf, .json
import-drop-others = Calendars: .ics; photographs onto an open person
import-sample-of = Row { $row }
import-tail = ends in { $tail }
import-withheld = (withheld)
import-source-own = Sales sheet, to be verified
import-source-customer = Given by the customer
import-source-cards = Business cards
import-source-public = Public sources
import-size = { $total } rows, { $columns } columns
import-steps = Steps of the import
import-step-choose = Choose
import-step-check = Match and check
import-step-import = Import
import-remember = Remember matching
import-remember-note = The next edition of this list is read with the same columns, wordings and source
import-back = Back
import-kinds-note = { $count ->
    [one] one kind
   *[other] { $count } kinds
}, one by one or all at once
import-fix-settled = Settled
import-fix-rows = Row { $rows }{ $more ->
    [0] {""}
   *[other]  and { $more } more
}
import-fix-of = What becomes of “{ $text }”
import-fix-words-of = { $text } in other words
import-fix-as = Say it otherwise
import-fix-proposed = Proposed: { $choice }
import-fix-choose = Choose
import-fix-reason = { $label }: { $reason }. { $instead }
import-fix-day = year-month-day
import-fix-leave = Leave out
import-fix-all = { $count ->
    [one] Take the proposal
   *[other] Take all { $count } proposals
}
import-fix-rest = { $count } more are not listed; the button takes them as proposed
import-fix-open = { $count } not decided
import-pairs-note = { $count ->
    [one] one pair
   *[other] { $count } pairs
}; two things must agree, and a person says so
import-pair-same-left = Merge, keep left
import-pair-same-chosen = Merge as chosen
import-pair-later = Later
import-pair-group = Do the same with all { $count } that agree in { $reasons }
import-gone-stay = Leave
import-gone-ask = Ask
import-gone-proposed = All as proposed
import-others = Other notes
import-problems-all = Show all { $count }
import-preview-none = No row can be imported
import-after-name = Name
import-after-title = Post
import-after-superior = Reports to
import-after-role = Role
import-after-weight = Weight
import-after-attitude = Attitude
import-after-relation = Relation
import-after-owner = Owner
import-after-touch = Last contact
import-after-unknown = Name unknown
import-after-nobody = none
import-after-never = never
import-after-days = { $days } d
import-going = Importing { $name }
import-going-note = You may cancel at any time; the workspace is then unchanged.
import-done-fresh = { $count ->
    [one] one person added
   *[other] { $count } people added
}
import-done-updated = { $count ->
    [one] one person updated
   *[other] { $count } people updated
}
import-done-asked = { $count ->
    [one] one question left open
   *[other] { $count } questions left open
}
