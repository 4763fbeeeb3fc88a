# Presenting: what the room sees, and the controls only the presenter sees.

room-mark = Room view
room-outline = The organisation chart in words
room-leave-sure = Press again to stop presenting
room-present = Present
room-present-here = Present in this window
room-present-here-note = This window keeps names, posts, units and reporting lines only
room-present-second = Open a second window
room-present-second-note = You keep working here; the projector shows the room view only
room-present-screens = { $count } displays connected
room-bar = Presenter
room-bar-note = Shown on this computer only
room-elapsed = Presenting for { $time }
room-follow = Follow my view
room-follow-note = Zoom, folds and the branch go to the room; lens, filter and judgements never do
room-spotlight = Spotlight the selection
room-spotlight-off = Spotlight off
room-previous = Previous view
room-next = Next view
room-black = Black screen
room-black-off = Show again
room-cover = Cover
room-end = Stop presenting
room-shown = The room sees: { $list }
room-hidden = The room does not see: { $list }
room-shown-list = Names, formal posts, units, reporting lines, month
room-hidden-list = Stance, roles, power and influence, ties and owners, influence and conflict lines, background, freshness and sources, scores and warnings, other accounts
