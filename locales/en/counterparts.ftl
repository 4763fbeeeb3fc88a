# Counterparts: who of ours faces which guest.

counterparts-summary =
    { $paired } { $paired ->
        [one] guest has
       *[other] guests have
    } a counterpart, { $total } points in all
counterparts-summary-open =
    { $paired } { $paired ->
        [one] guest has
       *[other] guests have
    } a counterpart, { $open } still without, { $total } points in all
