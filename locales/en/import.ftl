# Importing a sheet or an interchange file; the first start
import-sheet = Sheet “{ $sheet }”, heading in row { $row }
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
import-look-first = Look first
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
import-row = Row
import-skipped = this row is left out
import-into = Import into
import-new-account = New account
import-whole = Imported as a whole, undone in one step
import-no = Do not import
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
import-pairs-none = No duplicates found
import-pairs-open = { $count ->
    [one] one pair is undecided
   *[other] { $count } pairs are undecided
}
import-pairs-apart = The rest are other people
import-pairs-more = { $count ->
    [one] One more pair goes as proposed
   *[other] { $count } more pairs go as proposed
}
import-pair-known = and somebody known
import-pair-with-row = and row { $row }
import-pair-row = Row { $row }
import-pair-at = { $at } of { $count }
import-pair-before = Previous pair
import-pair-next = Next pair
import-pair-certain = two or more agree: proposed as one
import-pair-unsure = only one agrees: you decide
import-pair-field = Field
import-pair-ours = Known
import-pair-note = Note
import-pair-who = Are they the same person?
import-pair-same = Same person
import-pair-another = Two people
import-pair-skip = Leave this row out
import-difference = Since last time
import-difference-since = Compared with the list of { $day }
import-difference-counts = { $fresh } new, { $changed } changed, { $same } the same, { $gone } gone
import-difference-none = Nothing has changed
import-difference-gone = No longer on the list
import-difference-gone-note = listed only, nobody is removed
import-difference-end = End the post today
import-difference-changed = Changed
import-difference-look = Look
import-difference-new = New
import-yes-open = { $count ->
    [one] One pair to decide
   *[other] { $count } pairs to decide
}
import-cancel = Cancel
import-progress = { $done } / { $total }
import-phase-reading = Reading the file
import-phase-comparing = Comparing
import-phase-writing = Writing
import-drop-title = Drop to import
import-drop-lists = Lists: .xlsx, .csv, .vcf, .json
import-drop-others = Calendars: .ics; photographs onto an open person
