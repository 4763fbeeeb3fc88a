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
