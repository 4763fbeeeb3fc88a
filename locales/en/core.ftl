# Words used everywhere
app-unknown-person = Name unknown
app-birthday-solar = { $day }/{ $month } (day/month)
app-birthday-lunar = lunar { $month }/{ $day } (month/day)
app-birthday-lunar-leap = lunar leap { $month }/{ $day } (month/day)
app-erased-person = Contact erased
app-labelled = { $name } ({ $label })
app-erased-seat = { $title } (contact erased)
app-unknown-seat = { $title } (name unknown)
app-vacant-seat = { $title } (vacant)
app-vacant = Vacant
app-list-comma = {", "}
app-list-semicolon = {"; "}
app-years = { $text }, { $from }–{ $to }
app-purpose-diet = Catering
app-day = { $day } { $month }
app-day-weekday = { $weekday }, { $date }
code-self = told by the colleague
code-register = company register
app-month-1 = Jan
app-month-2 = Feb
app-month-3 = Mar
app-month-4 = Apr
app-month-5 = May
app-month-6 = Jun
app-month-7 = Jul
app-month-8 = Aug
app-month-9 = Sep
app-month-10 = Oct
app-month-11 = Nov
app-month-12 = Dec
app-weekday-1 = Monday
app-weekday-2 = Tuesday
app-weekday-3 = Wednesday
app-weekday-4 = Thursday
app-weekday-5 = Friday
app-weekday-6 = Saturday
app-weekday-7 = Sunday

# Names of codes
code-economic_buyer = Economic
code-decision_maker = Decider
code-approver = Approver
code-technical_evaluator = Technical
code-commercial_evaluator = Commercial
code-user = User
code-influencer = Influencer
code-gatekeeper = Gatekeeper
code-coach = Coach
code-champion = Champion
code-blocker = Blocker
code-owner = Owner
code-backup = Backup
code-supporter = Supporter
code-sponsor = Sponsor
code-attitude-p2 = Advocate
code-attitude-p1 = Supporter
code-attitude-0 = Neutral
code-attitude-n1 = Non-supporter
code-attitude-n2 = Opponent
code-attitude-unknown = Unknown
code-confirmed = Confirmed
code-reliable = Reliable
code-unverified = Unverified
code-rumour = Rumour
code-developing = Developing
code-initial = Initial
code-stable = Stable
code-strategic = Strategic
code-declining = Declining
code-lost = Lost
code-soe = State-owned
code-private = Private
code-foreign_private = Foreign
code-government = Government
code-public_institution = Public institution
code-gov_domestic = Official reception
code-business = Business reception
code-foreign = Foreign guests
code-standing = Standing chain
code-purchase = Purchase
code-framework_purchase = Framework purchase
code-tender = Tender
code-renewal = Renewal
code-expansion = Expansion
code-project = Project
code-dispute = Dispute
code-majority = Majority
code-two_thirds = Two thirds
code-unanimous = Unanimous
code-chair_decides = Chair decides
code-founding = Founding
code-listing = Listing
code-contract_signing = Contract signed
code-plant_opening = Plant opening
code-fiscal_year_end = End of the fiscal year
code-festival-new-year = New Year
code-festival-laba = Laba
code-festival-little-new-year-north = Little New Year (north)
code-festival-little-new-year-south = Little New Year (south)
code-festival-spring-eve = Spring Festival Eve
code-festival-spring = Spring Festival
code-festival-lantern = Lantern Festival
code-festival-women = Women’s Day
code-festival-qingming = Qingming
code-festival-labour = Labour Day
code-festival-nurses = Nurses’ Day
code-festival-dragon-boat = Dragon Boat Festival
code-festival-ghost = Ghost Festival
code-festival-teachers = Teachers’ Day
code-festival-mid-autumn = Mid-Autumn
code-festival-national = National Day
code-festival-double-ninth = Double Ninth
code-festival-journalists = Journalists’ Day
code-festival-national-memorial = National Memorial Day
code-abroad-national = National day
code-abroad-new-year = New Year
code-abroad-christmas = Christmas
code-abroad-easter = Easter
code-abroad-thanksgiving = Thanksgiving
code-abroad-summer = August holidays
code-abroad-golden-week = Golden Week
code-abroad-obon = Obon
code-abroad-seollal = Seollal
code-abroad-chuseok = Chuseok
code-abroad-lunar-new-year = Lunar New Year
code-abroad-republic = Republic Day
code-abroad-diwali = Diwali
code-abroad-eid-fitr = Eid al-Fitr
code-abroad-eid-adha = Eid al-Adha
code-abroad-carnival = Carnival
code-abroad-rosh-hashanah = Rosh Hashanah
code-abroad-yom-kippur = Yom Kippur
code-abroad-passover = Passover

attitude-2 = Advocate
attitude-1 = Supporter
attitude-0 = Neutral
attitude-n1 = Non-supporter
attitude-n2 = Opponent
attitude-unknown = Unknown
tie-0 = No contact
tie-1 = Known
tie-2 = Working
tie-3 = Accepted
tie-4 = Trusted
tie-5 = Partner
touch-meeting = Meeting
touch-call = Call
touch-message = Messages
touch-dinner = Meal
touch-workshop = Workshop
touch-visit = Visit
touch-other = Other
fact-position = Post
fact-duty = In charge of
fact-concern = Concerns
fact-style = Meeting style
fact-mobile = Mobile
fact-phone = Phone
fact-email = E-mail
fact-messenger = Messenger
fact-work_address = Office address
fact-native_place = Native place
fact-birth_place = Birthplace
fact-grew_up = Grew up in
fact-dialect = Dialect
fact-language = Language
fact-school = School
fact-employer = Worked at
fact-profession = Profession
fact-hobby = Hobby
fact-served = Service in the forces
fact-diet = Diet
fact-gift_avoid = Gifts to avoid
fact-note = Note
language-zh = Chinese
language-en = English
language-no = Norwegian
language-hu = Hungarian
language-es = Spanish
language-de = German
language-fr = French
language-ja = Japanese
language-ko = Korean
language-ru = Russian

# Figures
band-healthy = Healthy
band-watch = Watch
band-risk = At risk
band-critical = Critical
band-building = Building up
risk-low = Low
risk-medium = Medium
risk-high = High

# Findings and warnings
finding-G1 = { $name } has no owner
finding-G2 = { $name } has no backup
finding-G3 = Rank gap towards { $name }
finding-G3a = { $name } has no sponsor
finding-G4 = The owner of { $name } has left
finding-G5 = { $name } not met for long
finding-G6 = Role open: { $name }
finding-C1 = { $name } has two owners
finding-C2 = Two of us call on { $name }
finding-C4 = Two versions of “{ $name }”
finding-detail-days = Weight { $weight }, last met { $days } days ago
finding-detail-never = Weight { $weight }, never met
mend-owner = Make { $name } owner
mend-backup = Make { $name } backup
mend-sponsor = Make { $name } sponsor
mend-supporter = Add { $name }
mend-keep = Keep { $name }
warning-W01 = Orders falling
warning-W02 = Orders silent
warning-W03 = Contact lapsed
warning-W04 = Executive visit overdue
warning-W05 = Promise
warning-W06 = Complaint open
warning-W07 = Supporter left
warning-W08 = Payment overdue
warning-W09 = Competitor contact
warning-W10 = Attitude fell
warning-W11 = Single thread
warning-W12 = Contract ending
warning-W13 = Owner left
warning-W14 = Post not verified
warning-W15 = Organisation changed
warning-W16 = Expectation gap
warning-W17 = Budget
warning-W18 = Fault or stoppage
warning-W19 = Preparation behind
warning-W20 = Data to be deleted
warning-W21 = Planned inside a blackout

# Rows
row-home-summary = { $visits ->
    [one] One visit within two weeks
   *[other] { $visits } visits within two weeks
  }, { $findings ->
    [one] one matter of ownership needs you.
   *[other] { $findings } matters of ownership need you.
  }
row-asked = { $count ->
    [1] 1 open question
   *[other] { $count } open questions
}
row-asked-detail = { $name }: { $text } ({ $owner ->
    [none] nobody asked yet
   *[other] { $owner }
}, by { $day })
row-visit-empty = No guests yet
row-visit-gates = { $guests ->
    [one] One guest
   *[other] { $guests } guests
  }, { $gates ->
    [one] one gate failing
   *[other] { $gates } gates failing
  }
row-visit-clear = { $guests ->
    [one] One guest
   *[other] { $guests } guests
  }, all gates passed
row-account = { $seats ->
    [one] One seat
   *[other] { $seats } seats
  }
row-account-open = { $seats ->
    [one] One seat
   *[other] { $seats } seats
  }, { $open } unnamed
row-attitude-before = { $attitude } before { $day }
change-stance = Attitude: { $attitude }. { $evidence }
change-tie = { $staff }: tie { $level }
change-touch = { $kind } { $summary }
change-touch-by = { $staff }, { $kind } { $summary }

# Visits
gate-GATE1 = Principal verified within 30 days
gate-GATE2 = Host confirmed
gate-GATE3 = Diet asked of every diner
gate-GATE4 = Gift within policy
gate-GATE5 = Complaints and late promises owned
gate-GATE6 = Redaction check of editions
gate-GATE7 = Not in a tender blackout
block-delegation = Names and order
block-objectives = Aims and talking points
block-host = Host and duties
block-agenda = Agenda
block-transport = Cars and hotel
block-dining = Dining
block-seating = Seating
block-venue = Venue and route
block-interpreter = Interpreter
block-gift = Gift
block-contacts = Contacts
block-contingency = Contingency
block-budget = Budget
block-redaction = Redaction, security
readiness-ahead = { $expected } expected today: ahead, all gates passed.
readiness-ahead-gates = { $expected } expected today: ahead, but { $gates ->
    [one] one gate fails
   *[other] { $gates } gates fail
  }, so not ready.
readiness-behind = { $expected } expected today: behind.
readiness-behind-gates = { $expected } expected today: behind, { $gates ->
    [one] one gate fails.
   *[other] { $gates } gates fail.
  }
host-rank = Rank
host-business = Business
host-met = Met
host-dialect = Dialect
host-native = Native
host-school = School
host-career = Career
host-affinity = Shared
host-available = Time
host-long-rank = Rank parity
host-long-business = Business
host-long-met = Met before
host-long-dialect = Language, dialect
host-long-native = Native place
host-long-school = School
host-long-career = Career
host-long-affinity = In common
host-long-available = Availability
host-band-strong = Strong
host-band-good = Good
host-band-fair = Fair
host-band-weak = Weak
host-note-weak = No natural match: choose by business
host-note-tie = The first two are { $gap } apart: you judge
level-A = Level A
level-B = Level B
level-C = Level C
policy-gov_cn = Official reception rules
policy-soe_cn = State-owned firm rules
policy-hospital_cn = Hospital rules
policy-private_cn = Business rules
policy-foreign = Foreign guest rules

# Files
file-map-title = { $account } decision chain
file-map = { $account }-map-{ $day }
file-internal = Internal, named holders only
file-as-of = Data as of { $day }
check-facts = Schema { $schema }, { $bytes } bytes, { $steps } steps of history
check-problems = { $count } problems found
check-whole = Whole

# Names of steps, for undo
step-add-account = Add account
step-add-unit = Add unit
step-add-person = Add person
step-add-unknown-seat = Add unknown seat
step-rename-seat = Rename
step-move-seat = Change superior
step-end-tenure = Record departure
step-remove-seat = Remove seat
step-set-member = Change roles and weight
step-set-stance = Record stance
step-add-edge = Draw line
step-end-edge = End line
step-set-tie = Record tie
step-assign = Assign
step-end-assignment = End assignment
step-log-touch = Log contact
step-add-fact = Add fact
step-verify-fact = Verify fact
step-remove-fact = Remove fact
step-answer-diet = Record diet
step-add-visit = Add visit
step-edit-visit = Change visit
step-remove-visit = Remove visit
step-put-agenda-item = Write agenda line
step-remove-agenda-item = Remove agenda line
step-order-agenda-item = Reorder: agenda line
step-put-vehicle = Write vehicle
step-remove-vehicle = Remove vehicle
step-order-vehicle = Reorder: vehicle
step-put-travel-leg = Write journey
step-remove-travel-leg = Remove journey
step-order-travel-leg = Reorder: journey
step-put-lodging = Write room
step-remove-lodging = Remove room
step-order-lodging = Reorder: room
step-put-meal = Write meal
step-remove-meal = Remove meal
step-order-meal = Reorder: meal
step-put-tour-stop = Write stop
step-remove-tour-stop = Remove stop
step-order-tour-stop = Reorder: stop
step-put-talking-point = Write talking point
step-remove-talking-point = Remove talking point
step-order-talking-point = Reorder: talking point
step-put-duty = Write duty
step-remove-duty = Remove duty
step-order-duty = Reorder: duty
step-put-visit-contact = Write contact
step-remove-visit-contact = Remove contact
step-order-visit-contact = Reorder: contact
step-put-checklist-item = Write checklist line
step-remove-checklist-item = Remove checklist line
step-order-checklist-item = Reorder: checklist line
step-put-cost-line = Write cost line
step-remove-cost-line = Remove cost line
step-order-cost-line = Reorder: cost line
step-put-contingency = Write contingency
step-remove-contingency = Remove contingency
step-order-contingency = Reorder: contingency
step-put-visit-text = Write text
step-remove-visit-text = Remove text
step-order-visit-text = Reorder: text
step-put-log-entry = Write log entry
step-remove-log-entry = Remove log entry
step-order-log-entry = Reorder: log entry
step-put-question = Write question
step-remove-question = Remove question
step-order-question = Reorder: question
step-put-seating-plan = Write seating plan
step-remove-seating-plan = Remove seating plan
step-order-seating-plan = Reorder: seating plan
step-set-guests = Change guests
step-choose-host = Choose host
step-choose-place = Choose the place
step-set-birthday = Note birthday
step-put-account-day = Note a day of the customer
step-remove-account-day = Remove a day of the customer
step-decide-gift = Decide gift
step-mark-block = Change preparation
step-pass-gate = Pass gate
step-import = Import
step-sample = Fill with sample

# Import
step-policies = Set up reception rules
core-import-source = List: { $file }
core-import-done = People imported: { $people }, seats: { $seats }; faulty rows left out: { $skipped }. Can be undone.
core-import-done-owners = People imported: { $people }, seats: { $seats }; faulty rows left out: { $skipped }; owners who are none of ours in post: { $owners }, not assigned. Can be undone.
core-import-known = Already there and not imported again: { $known }.
core-import-changed = { $changed ->
    [one] One person already here was updated.
   *[other] { $changed } people already here were updated.
}
core-import-joined = { $joined ->
    [one] One row was joined with an earlier one.
   *[other] { $joined } rows were joined with earlier ones.
}
core-import-left-out = { $rows ->
    [one] One row was left out as you chose.
   *[other] { $rows } rows were left out as you chose.
}
core-import-suppressed = { $rows ->
    [one] One row names an erased person and was not imported.
   *[other] { $rows } rows name erased people and were not imported.
}
core-import-barred = { $rows ->
    [one] One row names a person nobody may approach; no seat was made.
   *[other] { $rows } rows name people nobody may approach; no seats were made.
}
core-import-restricted = { $rows ->
    [one] One row names a person who asked for restriction; nothing of theirs was changed.
   *[other] { $rows } rows name people who asked for restriction; nothing of theirs was changed.
}
core-import-ended = { $people ->
    [one] One person no longer on the list has left the post.
   *[other] { $people } people no longer on the list have left their posts.
}
core-import-purpose = Account contact and visit preparation
core-import-asked-none = asked: none
core-import-agree-name = same name
core-import-agree-former-name = same former name or spelling
core-import-agree-sound = names sound alike
core-import-agree-unit = same unit
core-import-agree-post = same unit and post
core-import-agree-mobile = same mobile
core-import-agree-phone = same phone
core-import-agree-mail = same mail
core-import-agree-ref = same reference
core-import-agree-list = on the last list
core-import-note-same = the same
core-import-note-fills = fills a gap
core-import-note-verified = { $days ->
    [0] ours verified today
    [one] ours verified a day ago
   *[other] ours verified { $days } days ago
}
core-import-note-updated = updated in the list
core-import-note-differs = they differ; ours stays
core-import-note-adds = adds, removes nothing
core-import-note-kept = kept as maintained here
core-import-note-drawn = { $days ->
    [0] ours was changed today
    [1] ours was changed a day ago
   *[other] ours was changed { $days } days ago
}
core-import-moved = { $field }: { $ours } → { $file }
core-import-gone-next = { $name } has the post now; ending it is proposed
core-import-gone-ask = may have been left out; better ask first
core-import-lunar = read as lunar
core-import-ask-same = { $list }, row { $row } ({ $post }), may be the same person; please check
core-import-ask-owner = { $list } names “{ $name }” as owner, who is not one of ours; please say who answers
core-import-ask-gone = { $list } no longer names this person; have they left?
app-sentence-gap = {" "}
core-import-staff = Colleagues made from the list: { $staff }, rank 4 for now; please check.

# Editing on the map
step-add-seats = Enter several people
step-move-seats = Move several seats
step-order-seat = Change order
step-nudge-seats = Give branches room
step-tidy-seats = Tidy up
step-rename-unit = Rename unit
step-move-unit = Move unit
step-remove-unit = Remove unit
step-fill-seat = Record successor
step-end-seat = End seat
step-bar-contact = Bar contact
step-allow-contact = Allow contact
step-set-edge = Change line
step-add-decision = Add decision
step-edit-decision = Change decision
step-remove-decision = Remove decision
step-add-members = Put into the chain
step-remove-members = Take out of the chain
step-set-body = Change committee
step-remove-body = Remove committee
step-save-view = Save view
step-remove-view = Remove view
step-issue-copy = Issue a copy

# Cost categories, as said in reasons
code-transport = Transport
code-lodging = Lodging
code-dining = Dining
code-gift = Gifts
code-venue = Venue
code-interpreter = Interpreter
code-material = Material
code-other = Other
