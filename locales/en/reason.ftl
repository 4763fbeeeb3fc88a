# Why an engine answered as it did. Keys follow the reason codes of the domain crate; arguments carry their names.

## Touch, ties and seats

reason-touch-lapsed = { $who } not met for { $days } days, due every { $cadence }
reason-never-touched = { $who } has not been met yet
reason-no-tie = { $who } has no tie to anyone of ours at work
reason-tie-below-target = { $who }: tie { $level }, target { $target }
reason-seat-unnamed = { $who }: name to be found
reason-seat-erased = { $who }: contact erased, seat kept
reason-role-open = { $role } open
reason-chain-empty = Nobody on the decision chain yet
reason-chain-covered = All { $people } on the chain are covered

## Support

reason-opposes = { $who } opposes, seen { $day }
reason-objects = { $who } does not support us, seen { $day }
reason-attitude-unknown = { $who }: attitude unknown
reason-support-insufficient = Too little known: attitudes cover { $share }% of the weight
reason-decisive-opponent = A decisive person opposes
reason-no-economic-buyer = The economic buyer is not identified
reason-key-players-not-supporting = Most key people do not support us yet
reason-no-opponent-found = No opponent seen: look again

## Single thread

reason-live-people = Live ties join { $theirs } of theirs and { $ours } of ours; { $people } on the chain
reason-our-share-high = { $share }% of the ties rest on one of ours
reason-their-share-high = { $share }% of the ties rest on one of theirs
reason-loss-ours = If { $who } leaves, coverage loses { $loss }
reason-loss-theirs = If { $who } moves on, coverage loses { $loss }
reason-thin-ties = { $count } of { $key } key people hang on one thread
reason-single-thread = Too few live ties: one break ends the contact

## Responsibility

reason-no-owner = { $who } has no owner
reason-no-backup = { $who } has no backup, weight { $weight }
reason-rank-gap = { $who } ranks { $theirs }, our highest { $ours }
reason-no-sponsor = { $who } has no executive sponsor
reason-owner-left = Owner of { $who }, { $staff }, left on { $day }
reason-owner-away = Owner of { $who }, { $staff }, is not at work
reason-owner-lapsed = { $who } has an owner but was not met for { $days } days, due every { $cadence }
reason-owner-gone =
    { $staff } is gone, { $count } { $count ->
        [one] seat
       *[other] seats
    } to hand over
reason-role-unidentified = { $role } not identified
reason-double-owner = { $who } has { $count } owners: { $first }, { $second }
reason-visits-collide = { $first } on { $first-day } and { $second } on { $second-day } both call on { $who }
reason-promises-conflict = { $topic }: both { $first-day } and { $second-day } were promised
reason-owner-off-team = Owner of { $who }, { $staff }, has been off the account team since { $day }
reason-unit-gap = A rule names { $unit }, but nobody answers for it
reason-topic-gap = Nobody answers for { $topic }
reason-rule-conflict = { $staff } owns { $who }; the rule names { $wanted } ({ $role }), and nobody confirmed the exception
reason-overload = { $staff } owns { $rows } rows with a weight of { $weight }; the limits are 30 rows and a weight of 60
reason-double-booking = { $staff } is in two places at once on { $day }: { $first } and { $second }
reason-double-booking-day = { $staff } has two visits on { $day }: { $first } and { $second }

## Promises, complaints, money, rivals

reason-promise-late =
    { $commitment }: { $days } { $days ->
        [one] day
       *[other] days
    } late
reason-promise-overdue =
    { $commitment }: { $days } { $days ->
        [one] day
       *[other] days
    } overdue
reason-promise-due =
    { $commitment }: due in { $days } { $days ->
        [one] day
       *[other] days
    }, { $progress }% done
reason-promises-late = { $count } of { $due } due promises not on time
reason-expectation-gap = { $commitment }: expected { $expected }, perceived { $perceived }
reason-complaint-open =
    { $complaint }: open for { $days } { $days ->
        [one] day
       *[other] days
    }
reason-complaint-unanswered =
    { $complaint }: no first answer for { $days } { $days ->
        [one] day
       *[other] days
    }
reason-orders-down = Orders of the last three months down { $percent }%
reason-payment-overdue =
    Payment { $days } { $days ->
        [one] day
       *[other] days
    } overdue, { $share }% of receivables
reason-competitor-with = A rival was in touch with { $who } on { $day }
reason-competitor-near = A rival was in touch with the customer on { $day }
reason-supporter-left = Supporter { $who } left on { $day }
reason-coach-left = Coach { $who } left on { $day }
reason-no-live-key-tie = No live tie to any key person: health at most 39
reason-red-warnings =
    { $count } severe { $count ->
        [one] warning
       *[other] warnings
    }: health at most 59

## Hosts

reason-rank-equal = Both rank { $ours }
reason-rank-above = Ours ranks { $ours }, the guest { $theirs }
reason-rank-below = Ours ranks { $ours }, below the guest at { $theirs }
reason-rank-overridden = Ranks more than 2 apart (ours { $ours }, theirs { $theirs }), let through: { $note }
reason-host-sponsor = Executive sponsor for { $who }
reason-host-topic-owner = Owns the topic of this visit
reason-host-owner = Owner for { $who }
reason-met-before =
    Met { $count } { $count ->
        [one] time
       *[other] times
    } in three years
reason-dialect-same-piece = Same dialect: { $dialect }
reason-dialect-same-group = Same dialect group: { $dialect }
reason-dialect-same-subgroup = Same dialect subgroup: { $dialect }
reason-language-shared = Both speak { $language } well
reason-interpreter-helps = An interpreter is there
reason-native-same-county = Same county: { $place }
reason-native-same-city = Same city: { $place }
reason-native-same-province = Same province: { $place }
reason-native-same-country = Same country: { $place }
reason-school-overlap = Both at { $place }, { $from }–{ $to }
reason-school-same = Same school: { $place }, other years
reason-employer-overlap = Both at { $place }, { $from }–{ $to }
reason-employer-same = Both worked at { $place }, other years
reason-both-served = Both served in the forces and made it known
reason-affinity-both = Same profession ({ $profession }), same hobby ({ $hobby })
reason-profession-same = Same profession: { $profession }
reason-hobby-shared = Same hobby: { $hobby }
reason-free-throughout = Free throughout
reason-free-partly = Free part of the time
reason-removed-blackout = The visit falls into a tender blackout
reason-removed-blocked = Should not host: { $note }
reason-removed-busy = Not available that day
reason-removed-on-leave = On leave
reason-removed-leaving = Leaves us on { $day }, before the visit
reason-removed-rank = Ranks more than 2 apart: ours { $ours }, the guest { $theirs }
reason-counterpart-none = Nobody left: those who fit face other guests, or may not host
reason-counterpart-taken = { $staff } was already chosen for { $who }
reason-counterpart-order = { $staff } ranks below { $senior }, who faces a later guest

## Gates

reason-principal-verified =
    Identity and post of { $who } verified { $days } { $days ->
        [one] day
       *[other] days
    } ago
reason-principal-unverified = Identity and post of { $who } not verified for { $days } days
reason-principal-never-verified = Identity and post of { $who } never verified
reason-principal-open = Principal guest not chosen
reason-host-open = Host not chosen
reason-host-chosen = { $staff } hosts
reason-host-barred = The host, { $staff }, is barred by a conflict of interest or compliance
reason-host-away = The host, { $staff }, is not at work
reason-guests-none = No guest list yet
reason-diet-asked = All { $count } diners were asked
reason-diet-unknown = { $count } not asked
reason-gift-open = Gift not decided
reason-gift-none = None given
reason-gift-within = { $value }, within the limit of { $limit }
reason-gift-over = { $value }, above the limit of { $limit }
reason-gift-over-year = { $value } within a year, above the yearly limit of { $limit }
reason-gift-unpriced = Gift not priced
reason-gift-no-policy = The account has no hospitality policy
reason-issues-none = None
reason-issues-owned = { $count }, all with an owner
reason-issues-unowned = { $count } without an owner
reason-redaction-checked = Checked { $day }
reason-redaction-open = Not done
reason-blackout-clear = Outside any blackout
reason-blackout-hit = The visit falls into a tender blackout

## Changes between two days

reason-change-joined = { $who } joined as { $post }
reason-change-left = { $who } left { $post }
reason-change-moved = { $who } moved from { $from } to { $to }
reason-change-superior = { $who } now reports to { $to }, before to { $from }
reason-change-unit = { $who } moved from { $from } to { $to }
reason-change-stance = { $who }: attitude from { $from } to { $to }
reason-change-role = { $who } has another part in the decision
reason-change-posts = { $who } holds other posts beside the main one
reason-change-seat-added = New seat: { $post }
reason-change-seat-removed = Seat ended: { $post }
reason-change-reports-added = { $from } now reports to { $to }
reason-change-reports-removed = { $from } no longer reports to { $to }
reason-change-dotted-added = { $from } now has a dotted line to { $to }
reason-change-dotted-removed = { $from } no longer has a dotted line to { $to }
reason-change-influence-added = { $from } now influences { $to }, strength { $strength }
reason-change-influence-removed = { $from } no longer influences { $to }
reason-change-conflict-added = { $from } and { $to } are now at odds, level { $strength }
reason-change-conflict-removed = { $from } and { $to } are no longer at odds

## Ways in

reason-path-start = { $who }: { $attitude }, relation level { $level }
reason-path-influences = { $from } influences { $to }, strength { $strength }
reason-path-reports = { $from } and { $to } are superior and report, counted as strength { $strength }

# What a plan lacks, and where it clashes
reason-gift-excepted = { $value } is over { $limit }; { $staff } approved the exception in writing
reason-lack-guests = No guests yet
reason-lack-role = The role of { $who } in the delegation is missing
reason-lack-counterpart = { $who } has no counterpart
reason-lack-order-note = { $who } stands elsewhere than proposed, without a note
reason-lack-objective = The objective is missing
reason-lack-ask = What we ask of them is missing
reason-lack-points = No talking points yet
reason-lack-speaker = A talking point has no speaker
reason-lack-host = No host chosen
reason-lack-host-gone = The host { $staff } is not here that day
reason-lack-coordinator = No coordinator named
reason-lack-business-lead = No business lead named
reason-lack-agenda-day = No agenda for { $day }
reason-lack-agreed = The agenda item at { $time } is not agreed
reason-lack-lead = The agenda item at { $time } has no lead
reason-lack-own-travel = Our own travel is missing
reason-lack-arrival = How the guests arrive is missing
reason-lack-departure = How the guests leave is missing
reason-lack-greeter = Nobody is named to greet them
reason-lack-vehicles = No vehicles yet
reason-lack-ride = { $who } has no place in a car
reason-lack-room = { $who } has no room
reason-lack-diet = { $who } was not asked about diet
reason-lack-meal = No meal planned
reason-lack-meal-place = A meal has no place
reason-lack-meal-host = A meal has no host
reason-lack-meal-standard = A meal has no cost per head
reason-lack-seats-talks = No seating plan for the talks
reason-lack-seats-courtesy = No seating plan for the courtesy meeting
reason-lack-seats-meal = No seating plan for the meal
reason-lack-seats-signing = No seating plan for the signing
reason-lack-seats-photo = No plan for the photograph
reason-lack-seats-car = No seating plan for the cars
reason-lack-venue = The venue is missing
reason-lack-tour = The route of the tour is missing
reason-lack-guide = A stop of the tour has no guide
reason-lack-interpreter = Whether an interpreter is needed is undecided
reason-lack-interpreter-named = The interpreter is not named
reason-lack-gift = The gift is undecided
reason-lack-gift-over = The gift is over the limit
reason-lack-gift-moment = When the gift is given is missing
reason-lack-contacts = No contacts yet
reason-lack-phone = A contact has no telephone
reason-lack-duties = No duties yet
reason-lack-contingency = No contingency plan yet
reason-lack-contingency-owner = A contingency has no owner
reason-lack-costs = No cost plan yet
reason-lack-limit = No cost limit set
reason-lack-amount = A cost has no amount
reason-lack-approval = The plan is not approved
reason-lack-redaction = The editions are not checked yet
reason-clash-twice = { $staff } is needed at { $first } and { $second } at once
reason-clash-guest-twice = { $who } is in two items at once, { $first } and { $second }
reason-clash-outside = Something is planned for { $day }, outside the visit
reason-clash-companions = { $count } of ours at this meal, at most { $most } allowed
reason-clash-meal = This meal costs { $value } per head, at most { $limit } allowed
reason-clash-alcohol = No alcohol is allowed, but this meal has some
reason-clash-alcohol-approval = The alcohol of this meal needs approval
reason-clash-alcohol-ask = This meal has alcohol; ask the guests first
reason-clash-car = { $count } people in this car, at most { $most } fit
reason-clash-movement = The transfer at { $time } has no time
reason-clash-no-way = The place changes before { $time }, with no time to get there
reason-clash-costs = Costs are at { $share }% of the limit
reason-clash-other-cost = A cost under “other” has no text

## Calendar

reason-greeting-festival = { $festival }, { $day }
reason-greeting-anniversary = { $kind }: anniversary on { $day }
reason-greeting-anniversary-years = { $kind }: { $years } years on { $day }
reason-greeting-fiscal-year-end = End of their fiscal year, { $day }; next year’s budget is being made
reason-greeting-birthday = Birthday of { $who }, { $day }
reason-greeting-source-unknown = How we know the birthday of { $who } is not noted: greet only when told or published
reason-greeting-blackout = Tender blackout: no contact for now
reason-clash-blackout = The visit falls into a tender blackout
reason-clash-holiday = { $day } is in the holiday of { $festival }
reason-clash-holiday-eve = { $day } is the day before the holiday of { $festival }
reason-clash-before-spring =
    { $day } is only { $days } { $days ->
        [one] day
       *[other] days
    } before Spring Festival
reason-clash-weekend = { $day } is at a weekend (swapped workdays: see the year’s notice)
reason-clash-quarter-end = { $day } is close to the end of the quarter
reason-clash-abroad = { $festival } in { $place }, home of { $who }, from { $day }
reason-clash-abroad-about = { $festival } in { $place }, home of { $who }, from about { $day }, as announced there
reason-clash-on-leave = { $staff } is on leave on { $day }
reason-clash-gone = { $staff } has left us before { $day }
reason-clash-two-places = { $staff } also receives { $account } on { $day }

# Departure drill: who takes over
reason-heir-tie = Tie of level { $level }
reason-heir-backup = Is backup already
reason-heir-supporter = Is supporter already
reason-heir-same-account = Works for this account
reason-heir-rank = Rank { $ours }, theirs { $theirs }
reason-heir-rank-apart = Rank { $ours }, far from theirs { $theirs }
reason-heir-rule = The post the rule names
reason-heir-first-meeting = Has to meet them first
reason-heir-load =
    { $rows ->
        [0] Owns no row now
        [one] Owns one row now
       *[other] Owns { $rows } rows now
    }
reason-heir-full = Owns { $rows } rows, too many
reason-heir-takes-person = Takes over this contact too
reason-heir-entitled = May promise on this topic
reason-heir-countersign = Needs a countersignature on this topic
reason-heir-in-visit = Takes part in the visit
reason-heir-same-job = Same post
## Early warnings

reason-orders-silent = No order for { $days } days; usually one about every { $interval }
reason-exec-visit-overdue = Executives have not met for { $days } days, due every { $cadence }
reason-exec-visit-ours = Executives have not met for { $days } days, due every { $cadence }; they came last, our visit is next
reason-exec-visit-theirs = Executives have not met for { $days } days, due every { $cadence }; we went last, invite them
reason-attitude-fell = { $who } fell from { $from } to { $to }, seen { $day }
reason-contract-ends = “{ $name }” ends in { $days } days ({ $day }); no renewal is planned
reason-contract-ends-planned = “{ $name }” ends in { $days } days ({ $day }); renewal is planned
reason-contract-ended = “{ $name }” ended on { $day }; no renewal is planned
reason-post-stale = { $who }’s post not verified for { $days } days
reason-post-never-verified = { $who }’s post was never verified
reason-units-changed = Reorganised since { $day }: units begun { $begun }, ended { $ended }, new affiliations { $joined }
reason-head-changed = { $post } changed hands on { $day }; now { $who }
reason-buyer-changed = The economic buyer’s post { $post } changed hands on { $day }; now { $who }
reason-buyer-left = The economic buyer’s post { $post } has been empty since { $day }
reason-budget-used = { $category }: { $percent }% of the budget used
reason-budget-unapproved = { $category }: money was spent and none approved
reason-budget-forecast = { $category }: forecast at { $percent }% of the budget
reason-budget-fast = { $category }: spending at { $percent }% of the even pace
reason-budget-slow = { $category }: spending at only { $percent }% of the even pace
reason-incident-open = { $text }, open for { $days } days
reason-readiness-behind = Visit of { $day } is at { $score }, expected { $expected } by now
reason-readiness-gates = Visit of { $day } is near and gates not passed: { $gates }
reason-retention-near = { $who }: items to delete or to ask consent for again by { $day }: { $count }
reason-retention-passed = { $who }: items past their retention ({ $day }): { $count }. Delete them or ask consent again
reason-touch-in-blackout = { $staff } plans to contact { $who } on { $day }, inside the tender blackout
