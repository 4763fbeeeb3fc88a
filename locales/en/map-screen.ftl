# The decision chain: account bar, canvas tools, legend, search, adding, moving
map-screen-seats = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
}
map-screen-percent = { $value }%
map-screen-tier = Tier { $tier }
map-screen-decision = Decision
map-screen-figures = Figures of the chain
map-screen-coverage = Coverage
map-screen-support = Support
map-screen-ownership = Owned
map-screen-single-thread = Single-thread
map-screen-known = { $share }% known
map-screen-too-little = Too little known, { $share }%
map-screen-no-reasons = Nothing to explain
map-screen-export = Export
map-screen-export-busy = Writing the file
map-screen-legend = Legend; choose an entry to spotlight it
map-screen-legend-count = { $label }, { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
map-screen-zoom = Zoom
map-screen-zoom-in = Zoom in
map-screen-zoom-out = Zoom out
map-screen-zoom-real = Back to 100%
map-screen-fit = Show everything
map-screen-search = Find on map
map-screen-search-label = Find on map
map-screen-search-none = No “{ $text }”
map-screen-tools = Canvas tools
map-screen-tool-select = Select
map-screen-add-person = Add person
map-screen-add-person-key = Add person (P)
map-screen-add-person-do = Add person
map-screen-add-seat = Add unknown seat
map-screen-add-seat-key = Add unknown seat (S)
map-screen-add-seat-do = Add seat
map-screen-for-role = As { $role }; the name can follow
map-screen-name = Name
map-screen-post = Post
map-screen-superior = Superior
map-screen-no-superior = No superior
map-screen-unit = Unit
map-screen-move = Change superior
map-screen-move-key = Change superior (M)
map-screen-move-do = Move here
map-screen-move-choose = Choose a superior for { $name }: arrows or search
map-screen-move-to = { $name } will report to { $superior }
map-screen-move-same = { $name } already reports to { $superior }
map-screen-move-not = { $name } cannot be placed under { $superior }
map-screen-drop-self = Nobody can be their own superior.
map-screen-drop-cycle = { $superior } is under { $name }; the lines would form a circle. Move { $superior } out first.
map-screen-drop-read-only = Past days can be seen, not changed.
map-screen-outline = Outline
map-screen-outline-key = Outline (Alt Cmd/Ctrl L)
map-screen-outline-of = Decision chain of { $name }
map-screen-vacant = Unplaced
map-screen-vacant-hint = Nobody is { $role } yet, weight { $weight }. Keep a seat for it
map-screen-empty = Nobody is here yet
map-screen-empty-text = Write down the one person you know, then whom they report to. Without a name, keep a seat.
map-screen-empty-first = Add the first person
