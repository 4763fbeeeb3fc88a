# Words of the editions that leave the desk: host's card, crew, guests' handbook, screen, name plates, board.

## Around the pages

edition-title = { $account } · { $edition }
edition-short = { $account }, { $day }
edition-days = { $from } – { $to }
edition-draft = Draft
edition-proof-guest = Proof, not yet confirmed with the guests' office
edition-name-internal-full = Internal, full
edition-name-host-card = Host's card
edition-name-crew = Crew copy
edition-name-guest = Guests' handbook
edition-name-presenting = For the screen
edition-name-name-plates = Name plates
edition-name-welcome-board = Welcome board
edition-class-crew = Internal, this post only
edition-class-host-card = Internal, host only
edition-seal-guest = 来宾
edition-seal-host-card = 主人

## Guests' handbook and screen

edition-welcome = Welcome
edition-welcome-page = To our guests
edition-programme = Programme
edition-delegation = Our guests
edition-our-people = Our people
edition-function-host = Host
edition-function-coordinator = Coordinator
edition-function-business-lead = Business lead
edition-function-companion = Companion
edition-function-greeter = Meeting and liaison
edition-function-guide = Guide
edition-function-interpreter = Interpreter
edition-function-note-taker = Note-taker
edition-function-vehicles = Vehicles
edition-function-rooms = Rooms
edition-function-dining = Dining
edition-function-venue = Venue
edition-function-gifts = Gifts
edition-function-security = Security and compliance
edition-function-photographer = Photographer
edition-function-other = Other
edition-tour = The tour
edition-stop = Stop
edition-minutes = Time
edition-minutes-count = { $count } min
edition-no-photo = No photographs
edition-photo-ok = Allowed
edition-practical = Practical matters
edition-cars = Cars
edition-hotel = Hotel
edition-wifi = Wi-Fi
edition-dress = Dress
edition-weather = Weather
edition-weather-pending = To be updated on the day before
edition-contact-us = At your service
edition-farewell = We wish you a good visit

## Host's card

edition-day = The day
edition-ask = The ask
edition-proposed = { " " }(proposed)
edition-read = Read
edition-address = Address
edition-common = In common
edition-talk = Talk about
edition-avoid = Do not
edition-others = Other guests
edition-general = With everybody
edition-my-places = My places
edition-left = Left
edition-right = Right
edition-across = Across

## Crew

edition-post = Post { $number }
edition-post-timetable = Timetable
edition-post-reception = Reception
edition-post-vehicles = Vehicles
edition-post-kitchen = Kitchen and table
edition-post-venue = Venue
edition-post-interpreter = Interpreter
edition-post-contingency = Contingency and contacts
edition-log = Log of this post
edition-missing = Still missing at this post
edition-before = before { $day }
edition-gap-car = { $what }: which plate, driver or telephone is missing?
edition-gap-leg = { $what }: number of train or flight, time, place?
edition-gap-meal = { $what }: when and where?
edition-time = Time
edition-item = Item
edition-place = Place
edition-lead = Lead
edition-material = Material
edition-with = Ours
edition-name = Name
edition-reading = Reading, other name
edition-title-of = Post
edition-sign = Sign
edition-travel = Travel
edition-travel-arrival = Arrival
edition-travel-departure = Departure
edition-number-time = Time and number
edition-greeter = Met by
edition-note = Note
edition-room-kind = Room
edition-nights = Nights
edition-car = Car
edition-plate = Plate
edition-driver = Driver
edition-riders = Passengers
edition-leaves = Leaves
edition-spare = Spare
edition-host-drives = Driven by the host
edition-vehicle-sedan = Saloon
edition-vehicle-offroad = Off-road car
edition-vehicle-suv7 = Seven-seater
edition-vehicle-mpv = MPV
edition-vehicle-bus = Bus
edition-meal-breakfast = Breakfast
edition-meal-lunch = Lunch
edition-meal-tea = Tea
edition-meal-dinner = Dinner
edition-tables = Tables
edition-tables-count = { $count }
edition-alcohol = Alcohol
edition-alcohol-yes = May be served
edition-alcohol-no = None
edition-hosts = Our side
edition-toast = Toast
edition-menu = Menu
edition-guide = Guide
edition-photo = Photographs
edition-skip-when-late = Left out when late
edition-security = Safety and secrecy
edition-languages = Languages
edition-trigger = If
edition-action = Then
edition-acts = Who
edition-contacts = Contacts
edition-function = Function
edition-phone = Telephone
edition-checklist = The crew's checklist
edition-due = Due
edition-task = Task

## Name plates

edition-plate-guest = Guest { $number }
edition-plate-ours = Ours { $number }

## Files, drafts and what is absent

edition-file = { $account }-{ $edition }-{ $day }
edition-file-agenda = { $account }-agenda-{ $day }
edition-file-agenda-guests = { $account }-agenda-for-guests-{ $day }
edition-draft-redaction = The check for what must not leave the house is open: every copy says draft. Do not hand one to guests.
edition-draft-gate = A gate fails: every copy says draft.
edition-draft-approval = The plan is not approved: every copy says draft.
edition-absent-judgement = Attitude, weight, ties and scores
edition-absent-host-reason = Why this host
edition-absent-diet = Diet
edition-absent-diet-reason = Reasons for a diet
edition-absent-gift = Value of gifts
edition-absent-money = Prices, costs and gifts
edition-absent-background = Background of guests
edition-absent-talking = Talking points and sensitive topics
