# The weekly review: what changed between two days, and what waits.

review-tab = Review
review-title = Weekly review
review-title-room = Organisation and meetings
review-edition = Review, internal
review-edition-room = For the joint meeting
review-span = After { $since }, up to { $until }
review-summary = { $changes ->
    [one] { $changes } change
   *[other] { $changes } changes
}, { $gaps ->
    [one] { $gaps } gap
   *[other] { $gaps } gaps
}, { $collisions ->
    [one] { $collisions } collision
   *[other] { $collisions } collisions
}, { $overdue ->
    [one] { $overdue } promise overdue
   *[other] { $overdue } promises overdue
}.
review-note = About whether somebody answers for the customer's people; never used to appraise staff.
review-and = {", "}
review-quiet = Nothing changed and nothing waits: { $names }
review-untold = not told
review-figure = { $label } { $before } → { $after }
review-figure-same = { $label } { $after }
review-figure-coverage = Coverage
review-figure-ownership = Ownership
review-figure-health = Health
review-part-departure = Departures { $count }
review-part-gap = Gaps { $count }
review-part-collision = Collisions { $count }
review-part-lapsed = Not met for long { $count }
review-part-overdue = Promises overdue { $count }
review-part-warning = Warnings { $count }
review-part-changed = Changes { $count }
review-part-mended = Mended { $count }
review-part-kept = Promises kept { $count }
review-part-contact = Meetings { $count }
review-mark-new = New
review-mark-standing = Still open
review-mark-gone = Mended
review-days-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
review-on-time = On time
review-left-ours = Left us
review-left-theirs = Left the customer
review-head-account = Account
review-head-kind = Kind
review-head-mark = State
review-head-what = What
review-head-why = Why
review-head-who = Ours
review-head-day = Day
review-file = Weekly review { $day }
review-file-room = Organisation and meetings { $day }
review-change-joined = Joined
review-change-left = Left
review-change-moved = Moved
review-change-seat_added = New post
review-change-seat_removed = Post ended
review-planned = Visit to come
review-held = Met
review-room-structure = Changes of organisation
review-room-structure-none = No change of organisation
review-room-contacts = Meetings and visits
review-room-contacts-none = No meetings
review-since = After
review-until = up to
review-week = Last week
review-month = Last month
review-save-pdf = Save as PDF
review-save-xlsx = Save as XLSX
review-save-room = For the joint meeting
review-save-room-why = Organisation and meetings only. First choose one account at the top right.
review-saving = Writing the review
review-empty = Nothing changed in these days and nothing waits
review-empty-text = Take an earlier first day, or name owners for the seats first.
review-open = Open
