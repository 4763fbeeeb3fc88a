# The court: our people against their seats
court-owner = Owner
court-backup = Backup
court-sponsor = Sponsor
court-supporter = Supporter
court-mark-owner = O
court-mark-backup = B
court-mark-sponsor = S
court-mark-supporter = +
court-missing-owner = no owner
court-missing-backup = no backup
court-missing-sponsor = no sponsor
court-missing-supporter = no supporter
court-make-owner = Make owner
court-make-backup = Make backup
court-make-sponsor = Make sponsor
court-make-supporter = Make supporter
court-end = Take off
court-end-kind = Take off: { $kind }
court-join = {", "}
court-nothing = none
court-nothing-missing = nothing missing
court-cell = { $person }, { $staff }: { $what }
court-cell-level = { $person }, { $staff }: { $what }, relation { $level }
court-cell-menu = This cell
court-collision = Two owners overlap
court-matrix = Responsibility matrix
court-other-side = Their side
court-people = people and seats
court-gap = Gap
court-gap-what = what is missing
court-left-us = left us
court-owns = owns { $count ->
    [one] one seat
   *[other] { $count } seats
}
court-more = { $count } more
court-back-first = Back to the first
court-account = { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }, { $percent }% owned
court-red = { $count } severe
court-amber = { $count } caution
court-no-contact = no contact
court-open-map = Show map
court-to-do = To settle
court-to-do-note = { $count }, all undoable
court-filter = Kind
court-all = All
court-gaps = Gaps
court-collisions = Collisions
court-choose = Show seat
court-checked = Checked { $day }
court-unused = { $names }: no seat here yet.
court-which = Accounts shown
court-all-accounts = All accounts
court-add-column = Add a colleague
court-empty = No seats yet
court-empty-text = Write down their people on a map first; then this page says who answers for them.
court-empty-do = To accounts
court-legend-owner = Owner, one a seat
court-legend-backup = Backup
court-legend-sponsor = Sponsor
court-legend-supporter = Supporter
court-legend-gap = Gap, dashed
court-legend-collision = Collision, hatched
court-legend-number = digits: relation
court-tabs = Pages of the court
court-tab-grid = People and matters
