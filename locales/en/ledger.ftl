# Promises and what came in: the ledger, first contact, contacts, calendars

ledger-topic-solution = Solution
ledger-topic-delivery = Delivery
ledger-topic-quality = Quality
ledger-topic-payment = Payment
ledger-topic-complaint = Complaints
ledger-topic-contract = Contract
ledger-topic-top_level = Top level
ledger-nobody = nobody
ledger-promise-told = { $text } ({ $day }, { $by })
ledger-option = { $account }, { $post }
ledger-ask-which = Who is meant by “{ $words }”?
ledger-ask-theirs = Nobody of the customer was recognised. Type a name
ledger-ask-ours = Who of ours was there? Type a name
ledger-ask-accounts = These people belong to different accounts. Log them apart
ledger-ask-barred = { $name } must not be contacted: nothing to log or plan
ledger-found-name = by name
ledger-found-mail = by mail
ledger-found-phone = by phone
ledger-found-text = in the title
ledger-event-rule = Its rule is not understood: only the first day
ledger-event-zone = Unknown time zone: the time is as written
ledger-event-known = Already in the ledger
ledger-event-accounts = Several accounts: log it apart
ledger-event-ours = Nobody of ours recognised
ledger-event-theirs = Nobody of a customer recognised
ledger-event-barred = Somebody must not be contacted, or a blackout holds
ledger-event-cancelled = Cancelled
ledger-home-ownerless = Came in, held by nobody
ledger-home-overdue = { $days ->
    [one] Came in, { $days } day overdue
   *[other] Came in, { $days } days overdue
}

step-put-promise = Write promise
step-deliver-promise = Note delivery
step-withdraw-promise = Withdraw promise
step-read-promise = Note second reader
step-countersign-promise = Countersign
step-put-request = Note request
step-put-complaint = Note complaint
step-take-matter = Take it on
step-answer-matter = Note answer
step-close-matter = Close it
step-remove-matter = Remove it
step-edit-touch = Change contact
step-remove-touch = Remove contact
step-edit-plan = Change plan
step-remove-plan = Cancel plan
step-apply-calendar = Log from calendar

error-promise-conflict = { $count ->
    [one] { $count } open promise on “{ $topic }” says otherwise ({ $day }).
   *[other] { $count } open promises on “{ $topic }” say otherwise ({ $day }).
} Nothing was saved. Agree on one message first, or confirm to save it as it is.
error-delivered-before = The delivery lies before the promise. Nothing was saved. Change the day.
error-value-early = Nothing is delivered yet, so there is no perceived value. Nothing was saved. Enter the day of delivery first.
error-not-announcement = This promise is no announcement and needs no second reader. Nothing changed.
error-reader-self = The reader cannot be the maker of the promise. Nothing changed. Ask somebody else.
error-sign-not-needed = The maker may promise this: no countersignature is needed. Nothing changed.
error-sign-not-entitled = This colleague may not promise on this topic and cannot countersign. Nothing changed. Choose somebody entitled.
error-matter-before = The day lies before it was asked. Nothing was saved. Change the day.
error-due-past = The due day lies before it was asked. Nothing was saved. Change the due day.
error-matter-promise = A promise is settled by noting its delivery. Nothing changed.
error-matter-ownerless = Nobody has taken it yet. Nothing changed. Name a holder first.
error-matter-unanswered = It is not answered yet and cannot be closed. Nothing changed. Note the answer first.
error-touch-ahead = The day is ahead, so the contact has not happened. Nothing was saved. Plan it instead, or change the day.
error-touch-none-ours = Nobody of ours is named. Nothing was saved. Choose at least one.
error-touch-none-theirs = Nobody of the customer is named. Nothing was saved. Choose at least one.
error-calendar-known = All { $count } chosen events are in the ledger already. Nothing changed.
