# Preparing a visit, and after it
step-set-visit-team = Set the team of a visit
step-approve-visit = Note the approval of a plan
step-set-seat-rules = Change the rules of seats
step-set-interpreter = Decide the interpreter
step-set-budget = Set the cost limit
step-set-guest = Change a guest
step-set-counterpart = Choose a counterpart

error-approver-needed = No approver is named yet. Nothing was saved; name the approver first.
error-language-pair = Write the languages as a pair such as “zh-en”, or “none” when no interpreter is needed. Nothing was saved; please correct it.
error-place-range = Places in the official list begin at 1. Nothing was saved; please correct it.
error-place-taken = Another guest already has this place in the official list. Nothing was saved; change that guest first.
error-gift-none-allowed = The recipient’s rules allow no gift at all; a gift worth { $value } was not saved, and there is no exception. Decide to give none.
error-gift-limit-year = With this one, gifts to the principal guest within a year come to { $value }, over the yearly { $limit }. Nothing was saved; choose another one, or decide to give none.
error-gift-exception = An exception over the limit needs both the approver and the words of the approval. Nothing was saved; add what is missing, or choose another gift.
error-gift-approver = Only an active colleague from compliance or management may approve an exception. Nothing was saved; choose another approver.

plan-order-official = Order of the visitor’s list
plan-order-part = Accompanying people come after
plan-order-rank = Rank { $rank }
plan-order-weight = Weight of the seat
plan-order-appointment = Earlier appointment
plan-order-name = By name (not by strokes of the surname)
reason-gift-excepted = { $value } is over { $limit }; { $staff } approved the exception in writing
