# Editing on the canvas: typing cards, dragging, choosing several, lines, folding, menus
map-edit-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
map-edit-peer = Add a peer
map-edit-report = Add a report
map-edit-boss = Add a superior
map-edit-first = Add the first person
map-edit-unknown = Add an unknown report
map-edit-rename = Change name and post
map-edit-name-unknown = Name unknown
map-edit-post-unknown = Post unknown
map-edit-card-keys = Tab post, Enter saves
map-edit-drop-unit = { $name } moves to { $unit }
map-edit-drop-before = { $name } goes before { $other }
map-edit-drop-last = { $name } goes last
map-edit-drop-room = Room for { $name }
map-edit-chosen = { $n ->
    [one] 1 seat selected
   *[other] { $n } seats selected
}
map-edit-choose-all = Select all
map-edit-choose-branch = Select the branch
map-edit-choose-none = Clear selection
map-edit-move-under = Move under
map-edit-move-unit = Move to unit
map-edit-move-unit-of = { $n ->
    [one] Move 1 seat to a unit
   *[other] Move { $n } seats to a unit
}
map-edit-tidy = Close the gaps
map-edit-tidy-all = Close all gaps
map-edit-fold = Fold branch
map-edit-unfold = Unfold branch
map-edit-unfold-all = Unfold all
map-edit-levels = { $n ->
    [one] Top level only
   *[other] Top { $n } levels only
}
map-edit-focus = Show this branch only
map-edit-focus-leave = Back to the whole map
map-edit-focus-on = Only: { $name }
map-edit-link = Draw a line from here
map-edit-link-choose = From { $name }: click a card or use the arrows
map-edit-link-ends = { $from } to { $to }
map-edit-link-do = Draw
map-edit-kind-solid = Solid
map-edit-kind-dotted = Dotted
map-edit-kind-influences = Influence
map-edit-kind-conflicts = At odds
map-edit-line-kind = Kind of line
map-edit-line-strength = Strength
map-edit-line-turn = Reverse
map-edit-line-turn-key = Reverse (X)
map-edit-line-evidence = Evidence
map-edit-line-evidence-hint = What was seen or heard
map-edit-line-no-evidence = No evidence written
map-edit-line-end-on = Ends on
map-edit-line-end = End this line
map-edit-line-cut = End reporting
map-edit-copy = Copy as a table
map-edit-touch = Log a touch
map-edit-owner = Set the owner
map-edit-open = Open the panel
map-edit-remove = Remove seat
map-edit-menu = What can be done
map-edit-new-unit = New unit
map-edit-new-unit-of = { $n ->
    [one] A new unit of 1 seat
   *[other] A new unit of { $n } seats
}
map-edit-unit-choose = Select people of { $unit }
map-edit-unit-rename = Rename unit
map-edit-unit-inside = New unit inside
map-edit-unit-move = Move unit into
map-edit-unit-move-of = Move { $unit } into
map-edit-unit-remove = Remove unit
map-edit-unit-find = Name of a unit
map-edit-unit-name-do = Use this name
map-edit-tree-keys = Enter adds a peer, Tab a report, Shift with arrows selects more. Escape clears the selection; then Tab leaves
map-edit-key-type = Add a peer, a report
map-edit-key-boss = Add a superior
map-edit-key-unknown = Add an unknown report
map-edit-key-rename = Change name and post
map-edit-key-move = Move under, to a unit
map-edit-key-link = Draw a line
map-edit-key-extend = Select more
map-edit-key-all = Select the branch
map-edit-key-fold = Fold, unfold
map-edit-key-focus = This branch only
map-edit-key-menu = What can be done
map-edit-keys = Edit the map
map-edit-key-unit = New unit
map-edit-key-open = Open the panel
map-edit-key-tidy = Close the gaps
map-edit-row-words = { $name }; { $words }
map-edit-link-stop = Cancel (Esc)
map-edit-line-end-key = End this line (Delete)
map-edit-link-key = Draw a line from here (E)
map-edit-new-unit-key = New unit (Shift F)
map-edit-remove-one = Seats are removed one at a time; choose one first
map-edit-join = Put into the chain
map-edit-leave = Take out of the chain
map-edit-owner-of = Who answers for { $n } seats
map-edit-refused-waits = The card before was not put on the map. What you typed is kept and comes back after this one
