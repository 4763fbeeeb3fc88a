# The map: cards, lines, legend, words for screen readers

map-unknown-name = Name unknown
map-unknown-short = Unknown
map-erased-name = Contact erased
map-erased-short = Erased
map-vacant-name = Vacant
map-no-title = Post unknown
map-no-unit-name = Unit unknown
map-no-staff-name = Our side
map-unknown = unknown
map-no-owner = No owner
map-no-contact = No contact
map-not-in-chain = Not a key seat
map-never-touched = never
map-days = { $n }d
map-seats = { $n } seats
map-seats-one = 1 seat
map-post-and = { $post }, { $other }
map-post-more = { $post }, +{ $n } posts
map-held-by = held by { $name }
map-at-odds = At odds { $n }/3

map-role-economic_buyer = Economic
map-role-decision_maker = Decider
map-role-approver = Approver
map-role-technical_evaluator = Technical
map-role-commercial_evaluator = Commercial
map-role-user = User
map-role-influencer = Influencer
map-role-gatekeeper = Gatekeeper
map-function-coach = Coach
map-function-champion = Champion
map-function-blocker = Blocker

map-stance-p2 = Advocate
map-stance-p1 = Supporter
map-stance-0 = Neutral
map-stance-n1 = Non-supporter
map-stance-n2 = Opponent
map-stance-unknown = Unknown

map-line-reports_to = Reports to
map-line-dotted_reports_to = Dotted line
map-line-influences = Influences
map-line-conflicts_with = At odds
map-line-same_person = One person, two posts

map-say-labelled = { $name } ({ $label })
map-say-days = last touch { $n } days ago
map-say-overdue = contact is due
map-say-waiting = late or unheld matters: { $n }
map-say-attitude = attitude { $level }
map-say-power = power { $power }, influence { $influence }
map-say-relation = relation level { $n }
map-say-owner = owner { $names }
map-say-second = { $post }, held by { $name }
map-say-reports-to = { $from } reports to { $to }
map-say-dotted-reports-to = { $from } reports to { $to } (dotted)
map-say-influences = { $from } influences { $to }, strength { $n }
map-say-conflicts-with = { $from } and { $to } are at odds, level { $n }
map-say-same-person = { $name } holds two posts: { $from }, { $to }

# lenses
map-cover = Coverage { $n }
map-cover-0 = 0–24
map-cover-25 = 25–49
map-cover-50 = 50–74
map-cover-75 = 75–100
map-loss = { $name } (−{ $n })
map-no-owner-short = –
map-owner-rest = { $n } others
map-backup = B: { $name }
map-no-backup = No backup
map-fresh = { $word }, { $n }%
map-fresh-fresh = Fresh
map-fresh-ageing = Ageing
map-fresh-stale = Stale
map-fresh-expired = Expired
map-badge-joined = +
map-badge-changed = ~
map-badge-moved = →
map-badge-left = −
map-change-joined = New people, seats, lines
map-change-changed = Attitude, part or posts changed
map-change-moved = Other seat, superior or unit
map-change-left = Left or ended
map-change-none = Choose a day to compare with
map-change-stance = { $from } → { $to }
map-change-since = since { $day }
map-change-until = until { $day }
map-change-moved-on = moved { $day }
map-change-superior = New superior
map-change-unit = New unit
map-change-posts = Posts changed
map-change-role = Part changed
map-no-body-name = Committee
map-body-chair = Chair, { $name }
map-blackout = Blackout: official channel only
map-waiting = Matter late or held by nobody
map-folded = +{ $n }
map-say-folded = { $card }; { $n } seats below are folded

# exported drawings
map-title-chain = { $account } decision chain
map-as-of = As of { $day }

# screen
map-restricted = Restricted
map-restricted-say = restricted: kept, not used
