# The map's core: checks of entry, differences, views, presenting

map-core-hidden-marks = Has invisible characters; they will be left out
map-core-too-long = { $length } characters, at most { $limit }
map-core-superior-twice = { $count } people are called “{ $name }”; which one is not clear
map-core-superior-unknown = “{ $name }” is neither in the rows nor on the map
map-core-row-empty = Neither a name nor a title
map-core-no-title = No title; noted as unknown
map-core-namesake = “{ $name }” is on the map already; please make sure it is somebody else
map-core-own-superior = Is their own superior
map-core-circle = Rows are each other's superiors in a circle
map-core-unit-twice = { $count } units are called “{ $name }”; which one is not clear
map-core-first-unit = Head office

map-core-full-day = { $day } { $year }
map-core-month = { $month } { $year }
map-core-vote-support = For
map-core-vote-oppose = Against
map-core-vote-unknown = Undecided or unknown
map-core-outlook-secured = Secured
map-core-outlook-open = Open
map-core-outlook-lost = Lost
map-core-difference-joined = New
map-core-difference-left = Gone
map-core-difference-moved = Moved
map-core-difference-changed = Changed
map-core-difference-line = Line
map-core-moment-structure = { $day }: { $count ->
    [1] lines around { $name } changed
   *[other] lines around { $name } and { $count } seats in all changed
  }
map-core-moment-people = { $day }: { $count ->
    [1] change about { $name }
   *[other] changes about { $name } and others, { $count } people
  }
map-core-path-value = Strength { $n } of 100
map-core-path-none = No way within three steps: nobody who supports us and knows us at level 3 leads there. Build a relation first, or add influence lines.
map-core-path-blackout = Blackout until { $day }: official channel only, so no ways in are shown.
map-core-path-blackout-open = Blackout without a known end: official channel only, so no ways in are shown.
map-core-path-no-contact = This person or seat must not be approached, so no ways in are shown.
map-core-path-gone = The seat is not there on that day, or the contact was erased.
map-core-room-title = Organisation chart
map-core-room-file-title = { $account } organisation chart
map-core-room-file = { $account }-organisation-chart-{ $month }
map-core-room-edition = Presenting edition
map-core-as-of-compared = { $day }, compared with { $other }
map-core-role-unknown = There is no role “{ $name }”; choose one of the list
map-core-owner-twice = { $count } of ours are called “{ $name }”; choose one on the map instead
map-core-owner-new = “{ $name }” is not among our people yet and will be added
map-core-role-outside = A role needs the decision: let the rows join it, or clear this cell
