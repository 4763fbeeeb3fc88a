# Today, the account list, the visit calendar, a new account
home-near-visits = Visits ahead
home-readiness = Readiness
home-expected = expected
home-findings = Gaps and collisions
home-matters = Early warnings
home-days-left = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}
home-days-past = { $days ->
    [1] yesterday
   *[other] { $days } days ago
}
home-look = Look
home-calm = Nothing needs you right now
home-calm-text = On { $day } no visit is near and there is no gap or collision.
home-blackout-from = { $name }: no contact from { $day }
home-blackout-until = { $name }: no contact until { $day }
home-all-findings = All { $count } in Court
home-no-findings = No gap, no collision
home-no-visits = No visit within two weeks
home-tab-today = Today
home-tab-accounts = Accounts
home-counts = { $accounts ->
    [one] one key account
   *[other] { $accounts } key accounts
  }, { $seats ->
    [one] one seat
   *[other] { $seats } seats
  }, { $placeholders ->
    [one] one name unknown
   *[other] { $placeholders } names unknown
}
home-counts-short = { $accounts }
home-sort = Sort
home-sort-health = By health
home-sort-tier = By tier
home-sort-visit = By next visit
home-sort-name = By name
home-filter = Find in list
home-new-account = New account
home-tier = Tier
home-account = Account
home-stage = Stage
home-health = Health and first reason
home-coverage = Coverage
home-ownership = Owned
home-next-visit = Next visit
home-lead = Lead
home-no-lead = none
home-no-visit = none planned
home-table = Accounts
home-percent = { $value }%
home-calendar = Visit calendar
home-six-weeks = next six weeks
home-blackout = Tender blackout
home-outbound = Outbound
home-inbound = Inbound
home-later = then { $day } { $name }
home-now = Today
home-calendar-words = Visit calendar of the next six weeks, { $count ->
    [one] one entry
   *[other] { $count } entries
}
home-key-move = move
home-key-open = open
home-key-visit = visit
home-key-find = find
home-health-note = Health as of today, reason beneath
home-none-match = No “{ $text }”
home-none-match-text = Try another spelling or clear the search.
home-clear = Clear search
home-empty = No accounts yet
home-empty-text = Write down the first account, or bring in a contact sheet.
home-add-name = Account name
home-add-kind = Kind of organisation
home-add-tier = Tier
home-add-stage = Relationship stage
home-add-do = Add account
home-add-note = Next, start the map with the first person.
home-name-needed = Write the account name first
home-greet-day-before = Greet the day before
home-greet-season = Greet from three days before until the Lantern Festival
home-greet-same-day = Greet on the day
home-greet-days-before = Greet one to three days before
home-greet-optional = Optional
home-greet-customary = Where customary, in neutral words
home-greet-by-profession = For people of the profession alone
home-greet-retired = For those who have retired
home-greet-well-being = “Well-being” rather than “happy”
home-greet-never = No greeting
home-greetings = Festivals and birthdays
home-greet-today = today
home-greet-accounts = { $count } accounts
home-greet-words = words, no gift
home-greet-none = No festival, birthday or customer day within thirty days
home-greet-all = All { $count }
home-greet-fewer = Fewer
home-account-days = Days of customers
home-account-days-note = Reminded of thirty days ahead every year; fifth and tenth years are marked.
home-day-is = { $day }/{ $month }
home-day-founding = Founding
home-day-listing = Listing
home-day-contract_signing = Contract
home-day-plant_opening = Plant opening
home-day-fiscal_year_end = End of fiscal year
home-day-kind = Which day
home-day-year = Since year
home-day-name = Name (e.g. which plant)
home-day-none = None noted yet
home-day-add = Note
home-day-remove = Remove this day
home-day-needed = Choose a customer and write month and day; the year may stay open
