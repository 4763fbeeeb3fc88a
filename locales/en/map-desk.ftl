# Panels of the map: quick entry, decisions, committees, units, succession
map-desk-suggestions = Suggestions
map-desk-grid = Quick entry
map-desk-grid-key = Quick entry (N)
map-desk-grid-row = Row
map-desk-grid-cell = { $column }, row { $row }
map-desk-grid-unknown = Name unknown
map-desk-grid-count = { $count ->
    [one] 1 seat
   *[other] { $count } seats
}
map-desk-grid-count-unknown = { $count ->
    [one] 1 seat, name unknown
   *[other] { $count } seats, { $unknown } without a name
}
map-desk-grid-under = No superior: under { $name }
map-desk-grid-under-none = Under nobody
map-desk-grid-new-units = { $count ->
    [one] 1 new unit
   *[other] { $count } new units
}
map-desk-grid-join = Part of “{ $name }”
map-desk-grid-finish = Put on the map
map-desk-grid-key-next = next cell
map-desk-grid-key-row = next row
map-desk-grid-key-unknown = unknown
map-desk-grid-key-above = as above
map-desk-grid-key-paste = paste rows from Excel
map-desk-grid-leave = { $count ->
    [one] 1 row is not on the map yet
   *[other] { $count } rows are not on the map yet
}
map-desk-grid-go-on = Go on
map-desk-grid-keep = Keep for later
map-desk-grid-discard = Discard
map-desk-grid-preview = How it will look
map-desk-grid-preview-empty = It grows here as you type.
map-desk-grid-on-map = on the map
map-desk-grid-pasted = { $count ->
    [one] 1 row pasted
   *[other] { $count } rows pasted
}
map-desk-grid-unpaste = Undo paste
map-desk-grid-too-many = { $count } rows were copied; this grid takes { $most } at most. Nothing was pasted and what you typed is still here. Import the whole list instead.
map-desk-grid-said = Row { $row }: { $text }
map-desk-grid-problems = { $count } in all
map-desk-units-key = Units (F)
map-desk-manage = Manage decisions
map-desk-manage-key = Manage decisions (D)
map-desk-key-grid = Quick entry
map-desk-key-units = Units
map-desk-key-decisions = Manage decisions

map-desk-panel = Decisions, committees and units
map-desk-decision = Decision
map-desk-decisions = Decisions
map-desk-decisions-none = No decision yet. Make one, then say who is part of it.
map-desk-decision-new = New decision
map-desk-decision-add = Add decision
map-desk-decision-edit = Edit “{ $name }”
map-desk-decision-remove = Remove “{ $name }”
map-desk-decision-name = Name
map-desk-decision-hint = e.g. Equipment purchase 2027
map-desk-decision-kind = Kind
map-desk-decision-facts = { $members ->
    [one] { $kind }, 1 seat
   *[other] { $kind }, { $members } seats
}
map-desk-shown = This chain is on the map
map-desk-show = Show this chain
map-desk-copy = Copy from
map-desk-copy-none = Nothing, start empty
map-desk-copy-note = Seats, roles and committees come along; stances do not: each decision has its own.
map-desk-blackout = Blackout
map-desk-blackout-from = Blackout from
map-desk-blackout-to = Blackout until
map-desk-blackout-reversed = The blackout ends before it begins
map-desk-blackout-span = Blackout { $from } – { $to }
map-desk-open-end = open
map-desk-blackout-until = Blackout until { $day }
map-desk-blackout-now = Blackout, no end set
map-desk-blackout-rule = No contact outside the formal channel.
map-desk-barred = { $count ->
    [one] 1 seat is no contact, also afterwards
   *[other] { $count } seats are no contact, also afterwards
}
map-desk-closed = Closed
map-desk-closed-on = Closed on { $day }
map-desk-close-on = Closed on; empty while open
map-desk-closed-since = “{ $name }” was closed on { $day }

map-desk-bodies = Committees
map-desk-bodies-of = Committees of { $name }
map-desk-bodies-none = No committee in this decision yet. Where several people vote, add one to see whether the votes suffice.
map-desk-body-new = New committee
map-desk-body-add = Add committee
map-desk-body-edit = Edit “{ $name }”
map-desk-body-remove = Remove “{ $name }”
map-desk-body-name = Name
map-desk-body-hint = e.g. Evaluation panel
map-desk-body-rule = Voting rule
map-desk-body-seats = Votes
map-desk-body-seats-number = Votes must be a whole number from 1 to 999
map-desk-body-seats-few = There are { $members } members already; not fewer votes than that
map-desk-body-members = Members
map-desk-body-member-add = Add a member
map-desk-body-member-hint = Name, pinyin, or click a card
map-desk-body-unpicked = Choose the person from the list, or clear the field
map-desk-body-withheld = People marked no contact are not suggested. If this one has a vote, click the card on the map.
map-desk-body-drop = Take out { $name }
map-desk-body-empty = No members yet
map-desk-body-votes = { $seats } votes, { $need } needed; { $support } for, { $oppose } against, { $undecided } undecided
map-desk-chair = Chair
map-desk-chair-none = No chair
map-desk-no-contact = No contact

map-desk-units = Units
map-desk-units-none = No units yet
map-desk-unit-new = New unit
map-desk-unit-add = Add unit
map-desk-unit-into = Inside { $name }
map-desk-unit-name = Name of the unit
map-desk-unit-more = More for { $name }
map-desk-unit-rename = Rename
map-desk-unit-add-inside = Add a unit inside
map-desk-unit-move = Move into
map-desk-unit-top = Top level
map-desk-unit-remove = Remove empty unit
map-desk-unit-not-empty = Has seats, cannot be removed
map-desk-unit-key-in = into the one before
map-desk-unit-key-out = out one level
map-desk-unit-key-rename = rename

map-desk-successor = Appoint successor
map-desk-successor-save = Appoint
map-desk-successor-who = Who takes the seat
map-desk-successor-hint = Name or pinyin
map-desk-successor-known = { $name } is known already and keeps the other seat
map-desk-successor-new = New person “{ $name }”
map-desk-known-person = It is somebody known
map-desk-from = From
map-desk-post-kind = This post is
map-desk-post-main = main
map-desk-post-second = second
map-desk-vacant-keeps = { $reports ->
    [one] The seat is empty. Its 1 report
   *[other] The seat is empty. Its { $reports } reports
}, its weight and the duties of { $bonds ->
    [one] 1 colleague
   *[other] { $bonds } colleagues
} stay.
map-desk-seat = Seat
map-desk-other-posts = Other posts
map-desk-chain-leave = Take out of decision
map-desk-chain-join = Add to decision
map-desk-contact = Contact
map-desk-contact-open = May be contacted
map-desk-contact-bar = Mark no contact
map-desk-contact-allow = Allow contact
map-desk-contact-bar-note = No more contacts, visits or stances; counts as unknown in committees, and suggested ways avoid this person. What was recorded stays.
map-desk-contact-allow-note = Contacts may be planned again and the stance counts as before.
map-desk-seat-end = Abolish seat
map-desk-seat-end-save = Abolish seat
map-desk-seat-end-on = Abolished on
map-desk-seat-end-note = { $reports ->
    [0] From this day the seat is gone from the map; earlier days still show it.
    [one] From this day the seat is gone from the map and its 1 report moves to its superior. Earlier days still show it.
   *[other] From this day the seat is gone from the map and its { $reports } reports move to its superior. Earlier days still show it.
}
map-desk-seat-ended = Seat ended
map-desk-member-drop = Take out
