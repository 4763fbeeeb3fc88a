# Map: lenses and legend, time bar, comparing two days, saved views, ways to a person, export

# Lenses and legend
map-time-lens = Lens
map-time-lens-structure = Structure
map-time-lens-attitude = Attitude
map-time-lens-coverage = Coverage
map-time-lens-ownership = Owners
map-time-lens-freshness = Freshness
map-time-lens-change = Changes
map-time-legend = Legend
map-time-legend-open = Show legend
map-time-legend-close = Hide legend
map-time-legend-all = All
map-time-legend-lines = { $label }, { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
map-time-legend-shown = { $shown } of { $all } seats lit
map-time-losses = Largest losses
map-time-help = How to read a card
map-time-help-attitude = The shape before the name is attitude: solid triangle advocate, outlined supporter, bar neutral, upside down non-supporter and opponent, dashed ring unknown
map-time-help-power = Squares are formal power, up to four; the dashes beneath are influence, dotted while unknown
map-time-help-relation = Five rising bars are our best relation, levels 0 to 5, with the digit
map-time-help-owner = Who of ours owns the seat; a dashed red edge means nobody
map-time-help-owner-sample = Name
map-time-help-fresh = The pie is how fresh the relation is, fuller is fresher; the number is days since the last two-way contact
map-time-help-overdue = Contact is due: one and a half times the agreed interval has passed
map-time-help-unknown = A dashed card is a seat whose holder is unknown or gone
map-time-help-zoom = Below 70% only names remain, further out only blocks; places never change.

# Time bar
map-time-bar = Time
map-time-open = Show time bar
map-time-close = Hide time bar
map-time-day = Day shown
map-time-day-format = As { $day }, or month and day
map-time-today = Today
map-time-to-today = Today
map-time-past = A past day, read only
map-time-before = No records before { $day }
map-time-before-text = Move to a later day, or back to today.
map-time-nobody = Nobody is on the map on { $day }
map-time-handle-shown = Day shown
map-time-handle-compared = Day compared with
map-time-marks = Days with changes
map-time-mark-span = { $from } – { $to }, { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
map-time-count = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
map-time-compare = Compare
map-time-compare-key = Compare with another day (C)
map-time-compare-day = Day to compare with
map-time-seat-past = As it was on { $day }, read only

# Comparing two days
map-time-changes = Changes between two days
map-time-changes-close = Hide the list
map-time-changes-none = Nothing changed between the two days
map-time-span = { $from } to { $to }
map-time-since = { $from } to today
map-time-figures = Figures
map-time-badge-line = L

# Saved views
map-time-views = Views
map-time-views-at = View: { $name }
map-time-views-none = No saved views yet. Set the map up the way you use it, name it and keep it; presenting and export can use it.
map-time-view-new = Keep the map as it is now
map-time-view-name = Name of the view
map-time-view-fixed = Always show { $day }
map-time-view-fixed-note = It will always show this day.
map-time-view-today-note = It will show the day it is opened on.
map-time-view-save = Save view
map-time-view-compares = { $day }, against { $from }
map-time-view-update = Set “{ $name }” to the map as it is now
map-time-view-rename = Rename “{ $name }”
map-time-view-rename-save = Rename
map-time-view-remove = Remove “{ $name }”

# Ways to a person
map-time-paths-open = Ways in
map-time-paths-to = Ways to { $name }
map-time-paths-close = Close
map-time-paths-none = No way in yet
map-time-path = Way { $n }
map-time-path-opener = Introduced by

# Export
map-time-export = Export this map
map-time-export-view = Which view
map-time-export-now = As shown now
map-time-export-edition = For whom
map-time-export-internal = Internal
map-time-export-internal-note = Everything on the map: attitude, roles, power, owners. Every page is marked internal; do not send it to the customer.
map-time-export-presenting = Room-safe
map-time-export-presenting-note = Names, posts, units, reporting lines and the month only; safe to show the customer.
map-time-export-format = Format
map-time-export-pdf = PDF
map-time-export-pdf-note = One page, to print and share
map-time-export-pptx = PowerPoint
map-time-export-pptx-note = One shape per person, connected lines
map-time-export-png = PNG picture
map-time-export-png-note = For documents and messages
map-time-export-svg = SVG
map-time-export-svg-note = Sharp at any size, editable
map-time-export-size = Picture size
map-time-export-times = { $scale }×
map-time-export-side = Longest side
map-time-export-pixels = pixels
map-time-export-side-bad = Give { $least } to { $most } pixels
map-time-export-about = about { $w } × { $h } pixels
map-time-export-choose = Choose for whom first
map-time-export-busy = Writing the file; it will be finished even if you close this.
map-time-export-print = Print…
map-time-export-printing = The PDF to print is open
map-time-export-write = Export
map-time-template = Slide template
map-time-template-none = None, white slides
map-time-template-pick = Choose a presentation
map-time-template-drop = No template

# Keys
map-time-key-lens = Change the lens
map-time-key-compare = Compare days
map-time-key-paths = Ways in
map-time-key-views = Views
