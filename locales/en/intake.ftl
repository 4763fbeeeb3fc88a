# Import: why a file was refused, what is wrong in a list, field names. A refusal says what happened, that nothing changed, and what to do.

error-intake-unreadable = This file cannot be opened. The workspace is unchanged. Check that it is still there and not in use elsewhere, then choose it again
error-intake-empty = The file is empty. The workspace is unchanged. Check that it is the right one and has been saved
error-intake-too-big = The file is too big; the limit is { $limit } MB. The workspace is unchanged. Remove pictures and other sheets, or import it in parts
error-intake-not-a-spreadsheet = This is not a spreadsheet. The workspace is unchanged. Choose .xlsx or .csv; open web exports first and save them as .xlsx
error-intake-damaged = The spreadsheet is damaged. The workspace is unchanged. Open it in a spreadsheet program, save a copy and import that
error-intake-encrypted = The spreadsheet has a password. The workspace is unchanged. Save a copy without the password and import that
error-intake-unsupported-old-excel = This is an older Excel format (.xls or .xlsb). The workspace is unchanged. Save it as .xlsx and import that
error-intake-too-many-columns = Sheet { $sheet } uses column { $columns }; the limit is { $limit }. The workspace is unchanged. Delete unused columns on the right, often a single stray cell
error-intake-too-many-cells = The spreadsheet has more than { $limit } cells. The workspace is unchanged. Keep only the sheet with the list, or import it in parts
error-intake-too-many-sheets = More than { $limit } sheets have content. The workspace is unchanged. Save the list as a file of its own
error-intake-cell-too-long = A cell is too long: sheet { $sheet }, row { $row }, column { $column }. The workspace is unchanged. Shorten it; in a CSV, look for an unclosed quote
error-intake-zip-bomb = The file unpacks to far more than a spreadsheet should, so reading stopped. The workspace is unchanged. Save a fresh copy, or ask the sender
error-intake-unknown-format = This JSON is not a Dianke interchange file. The workspace is unchanged. Choose a file exported by Dianke
error-intake-newer-version = The file was written by a newer Dianke (interchange version { $found }, this one knows { $known }). The workspace is unchanged. Update Dianke first
error-intake-invalid-record = The interchange file has a fault at { $path }, line { $line }, column { $column }: { $fault ->
        [syntax] not valid JSON
        [missing_field] this field is missing
        [unknown_field] unknown field
        [unknown_code] code not on the list
        [out_of_range] number out of range
        [duplicate_id] identity used before
        [dangling_reference] refers to a record that is not in the file
       *[wrong_value] value of the wrong kind
    }. The workspace is unchanged. Correct it or export again
error-intake-template-not-a-presentation = This is not a .pptx presentation and cannot be a template. No file was written. Choose .pptx or .potx; save an old .ppt as .pptx first
error-intake-template-damaged = The template is damaged. No file was written. Open it in PowerPoint, save a copy and choose that
error-intake-template-macros = The template contains macros and was not read. No file was written. Save it as .pptx without macros and choose that
error-intake-template-encrypted = The template has a password. No file was written. Save a copy without the password and choose that
error-intake-template-too-big = The template is too big; the limit is { $limit } MB. No file was written. Remove slides and large pictures from it, save it and choose it again
error-intake-template-zip-bomb = The template unpacks to far more than it should, so reading stopped. No file was written. Open it in PowerPoint and save a copy, or ask the sender
error-intake-photo-empty = The picture file is empty. No photograph was saved; the earlier one stays. Choose another file
error-intake-photo-not-a-picture = This is no picture we read; JPEG, PNG and WebP are. No photograph was saved; the earlier one stays. Save a telephone's HEIC as JPEG first
error-intake-photo-name-differs = The file is not what its name says and was not read. No photograph was saved; the earlier one stays. Open it in a picture viewer, save it as JPEG or PNG and choose that
error-intake-photo-damaged = The picture is damaged and cannot be read whole. No photograph was saved; the earlier one stays. Open it in a picture viewer and save a copy, or choose another
error-intake-photo-too-many-pixels = The picture has { $found } megapixels; the limit is { $limit }. No photograph was saved; the earlier one stays. Make it smaller and choose it again
error-intake-photo-too-small = The picture is too small; each side needs { $limit } pixels. No photograph was saved; the earlier one stays. Choose a clearer one
error-intake-photo-too-big = The picture file is too big; the limit is { $limit } MB. No photograph was saved; the earlier one stays. Make it smaller or save it as JPEG
error-intake-photo-crop = The part chosen does not lie in the picture. No photograph was saved; the earlier one stays. Choose the part again
error-intake-calendar = This is a calendar (.ics), not a list of people. Nothing was imported and the workspace is unchanged. Calendars are imported with the touches
error-intake-not-a-calendar = This is not a calendar (.ics). Nothing was imported and the workspace is unchanged. Export an .ics file from your calendar and try again
error-intake-timed-out = Reading took too long and was stopped. The workspace is unchanged. Close busy programs and try again, or split the file
error-intake-crashed = Reading failed and was stopped. The workspace is unchanged. Open the file in a spreadsheet program, save a copy and import that
error-intake-cancelled = Reading cancelled. The workspace is unchanged
error-intake-child-failed = The reader could not start. The workspace is unchanged. Restart Dianke; if that fails, check whether security software blocks it

intake-problem-row-without-person = Neither name nor title; not imported
intake-problem-name-too-long = Name longer than 80 characters, probably a shifted column; not imported
intake-problem-duplicate-row = Same person as row { $rows }; not imported twice
intake-problem-name-missing = No name; becomes a seat with the name to be found
intake-problem-same-name = Same name as row { $rows }; kept apart by unit or title
intake-problem-marks-removed = Invisible control or direction marks removed
intake-problem-value-too-long = Too long; this cell is not imported
intake-problem-formula-error = Formula error { $value }; this cell is not imported
intake-problem-several-values = Several values, the first one is kept: { $value }
intake-problem-superior-unknown = Superior { $value } is not in the list; created with the name only
intake-problem-superior-ambiguous = Several people are called { $value } (rows { $rows }); no reporting line
intake-problem-superior-self = The superior is the person themselves; no reporting line
intake-problem-superior-cycle = Reports in a circle with rows { $rows }; these lines are left out
intake-problem-date-unreadable = “{ $value }” is no exact date; this cell is not imported
intake-problem-birthday-unreadable = “{ $value }” is no birthday; this cell is not imported
intake-problem-attitude-unreadable = Attitude “{ $value }” is not on the scale; imported as unknown
intake-problem-word-loose = “{ $value }” is not a standard word; read as the nearest level, please check
intake-problem-level-unreadable = “{ $value }” is not 1 to 4 or high, medium, low; this cell is not imported
intake-problem-rank-unreadable = “{ $value }” is no rank from 1 to 10; this cell is not imported
intake-problem-role-unreadable = Role “{ $value }” is unknown; not imported
intake-problem-phone-unreadable = “{ $value }” is no phone number; this cell is not imported
intake-problem-phone-digits-lost = “{ $value }” is in scientific notation and has lost digits; take the number from the source
intake-problem-email-unreadable = “{ $value }” is no e-mail address; this cell is not imported
intake-problem-card-of-nobody = A card of an organisation or a group, not of a person; not imported
intake-problem-card-line-unreadable = Some lines of this card cannot be read; the rest is imported
intake-problem-photo-unreadable = The photo on the card is damaged, too small or no photo; imported without it
intake-problem-photo-too-big = The photo on the card is too big; imported without it
intake-problem-photo-elsewhere = The photo is not in the file but at an address elsewhere; nothing is fetched, imported without it

intake-field-name = Name
intake-field-name-en = Latin name
intake-field-surname = Surname
intake-field-given = Given name
intake-field-address = Form of address
intake-field-unit = Unit
intake-field-title = Title
intake-field-rank = Rank
intake-field-superior = Reports to
intake-field-company = Company
intake-field-mobile = Mobile
intake-field-phone = Phone
intake-field-email = E-mail
intake-field-messenger = Messenger
intake-field-work-address = Work address
intake-field-pronunciation = Pronunciation
intake-field-role = Decision role
intake-field-function = Informal function
intake-field-power = Power
intake-field-influence = Influence
intake-field-attitude = Attitude
intake-field-owner = Owner
intake-field-backup = Backup
intake-field-sponsor = Sponsor
intake-field-last-touch = Last touch
intake-field-native-place = Native place
intake-field-dialect = Dialect
intake-field-school = School
intake-field-employer = Former employer
intake-field-profession = Profession
intake-field-hobby = Hobby
intake-field-diet = Diet
intake-field-birthday = Birthday
intake-field-note = Note
intake-field-ref = External reference
intake-field-uid = Card identity
intake-field-photo = Photo

intake-certainty-certain = Matched
intake-certainty-likely = Likely
intake-certainty-guess = To confirm
intake-why-heading = by heading
intake-why-heading-part = by part of the heading
intake-why-content = by contents
intake-why-heading-and-content = by heading and contents
intake-why-remembered = as last time
intake-why-format = by the card format

intake-problem-relation-unreadable = “{ $value }” is no relation level; this cell is left out
intake-field-relation = Relation
intake-refused-gender = not taken, no visit needs it
intake-refused-age = not taken, no visit needs it
intake-refused-ethnicity = not taken, sensitive by law
intake-refused-religion = not taken, sensitive by law
intake-refused-politics = not taken, sensitive by law
intake-refused-health = not taken, sensitive by law
intake-refused-id-number = not taken, no ID numbers kept
intake-refused-passport = not taken, no ID numbers kept
intake-refused-bank-card = not taken, no accounts kept
intake-refused-family = not taken, no records of families
intake-refused-home = not taken, not about work
intake-refused-blood-type = not taken, not about work
intake-refused-horoscope = not taken, not about work
