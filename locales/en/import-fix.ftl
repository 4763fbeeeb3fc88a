# What is settled before a list goes in
import-fix-more = { $named } and others
import-fix-name-title = { $count ->
    [1] 1 row without a name
   *[other] { $count } rows without a name
}
import-fix-name-note = become seats with the name unknown, for the owner to ask
import-fix-name-way = { $count ->
    [1] Make 1 seat
   *[other] Make { $count } seats
}
import-fix-name-remark = { $count } blank
import-fix-name-seat = Make a seat, name unknown
import-fix-name-none = Leave the row out
import-fix-words-title = { $field } written { $texts }
import-fix-words-note = { $meant ->
    [none] one by one; blanks stay unknown
   *[other] taken as { $meant }; blanks stay unknown
}
import-fix-words-way = Take as proposed
import-fix-words-remark = { $count ->
    [1] 1 wording
   *[other] { $count } wordings
}{ $open ->
    [0] {""}
   *[other] {" open"}
}
import-fix-words-none = Unknown
import-fix-scale-title = { $texts }
import-fix-scale-note = counted from 1 to 10, turned into 0 to 5
import-fix-scale-way = Turn into 0 to 5
import-fix-scale-remark = 10 levels into 0–5
import-fix-scale-10 = 10 levels into 0–5
import-fix-scale-5 = It is 0–5 already
import-fix-scale-none = Leave out
import-fix-days-title = { $count ->
    [1] 1 day in another writing
   *[other] { $count } days in other writings
}
import-fix-days-note = { $texts }
import-fix-days-way = Read as dates
import-fix-days-remark = { $count ->
    [1] 1 writing
   *[other] { $count } writings
}{ $open ->
    [0] {""}
   *[other] {" open"}
}
import-fix-days-none = Leave out
import-fix-owners-title = { $texts }: not on our list
import-fix-owners-note = { $reasons }
import-fix-owners-way = Point to somebody in post
import-fix-owners-remark = { $count } not on our list
import-fix-owners-new = Add as a colleague
import-fix-owners-none = Nobody yet, ask later
import-fix-text-title = { $count ->
    [1] 1 sensitive word
   *[other] { $count } sensitive words
}
import-fix-text-note = { $texts }; the sentences are dropped
import-fix-text-way = { $count ->
    [1] See it
   *[other] See all { $count }
}
import-fix-text-remark = { $count ->
    [1] 1 sensitive word
   *[other] { $count } sensitive words
}
import-fix-text-drop = Drop the sentence
import-fix-text-diet = Move to diet
import-fix-text-keep = Not meant so, keep
import-fix-why-left = { $name } has left
import-fix-why-several = { $name } may be several people
import-fix-why-nobody = nobody is called { $name }
import-fix-why-like = { $name } may be { $like }
