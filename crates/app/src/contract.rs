//! The one list of commands. It feeds the desktop host, the command line, the test host and the TypeScript types.

use crate::wire::*;
use crate::{App, Error};

macro_rules! contract {
    ($($(#[doc = $doc:literal])+ $name:ident ($request:ty) -> $response:ty = $path:path;)+) => {
        /// Names of all commands.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),+];

        /// Runs one command by name with JSON in and JSON text out: a large map is written once and never taken apart on the way.
        ///
        /// # Errors
        /// `unknown_command`, `bad_request`, or what the command itself refuses.
        pub fn answer(app: &mut App, name: &str, context: &ViewContext, request: serde_json::Value) -> Result<String, Error> {
            if context.mode == domain::scene::DisplayMode::Presenting && !PRESENTING.contains(&name) {
                return Err(Error::refused("not-presenting"));
            }
            c::forbidden::door(name, &request)?;
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(Error::bad_request)?;
                    let response: $response = $path(app, context, request)?;
                    serde_json::to_string(&response).map_err(Error::bad_request)
                })+
                other => Err(Error::unknown_command(other)),
            }
        }

        /// The same with the answer as a value, for those who look into it.
        ///
        /// # Errors
        /// As [`answer`].
        pub fn call(app: &mut App, name: &str, context: &ViewContext, request: serde_json::Value) -> Result<serde_json::Value, Error> {
            serde_json::from_str(&answer(app, name, context, request)?).map_err(Error::bad_request)
        }

        /// The TypeScript interface of all commands: name → request and response.
        pub fn typescript(config: &ts_rs::Config) -> String {
            use ts_rs::TS;
            let mut text = String::from("export interface Contract {\n");
            $(
                text.push_str(concat!($("  /**", $doc, " */\n"),+));
                text.push_str(&format!("  {}: {{ request: {}; response: {} }};\n", stringify!($name), <$request>::name(config), <$response>::name(config)));
            )+
            text.push_str("}\n");
            text
        }

        /// Writes every type the contract mentions into `config`'s folder.
        ///
        /// # Errors
        /// When a file cannot be written.
        pub fn export_types(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
            use ts_rs::TS;
            $(<$request>::export_all(config)?; <$response>::export_all(config)?;)+
            <crate::ErrorView>::export_all(config)?;
            <WriteMap>::export_all(config)?;
            <ImportProgress>::export_all(config)?;
            <RoomState>::export_all(config)?;
            <WriteEdition>::export_all(config)?;
            <WriteAgenda>::export_all(config)?;
            <WriteReview>::export_all(config)?;
            <WriteHandover>::export_all(config)?;
            <WriteAccess>::export_all(config)?;
            <WriteList>::export_all(config)?;
            <ViewContext>::export_all(config)
        }
    };
}

use crate::commands as c;

/// All that a presenting window may ask; everything else is refused, whatever its page does.
pub const PRESENTING: &[&str] = &["get_room", "find_text"];

contract! {
    /// The open workspace, its people of ours, and every closed list.
    get_workspace(Nothing) -> WorkspaceView = c::workspace::get_workspace;
    /// People, accounts and visits that match a text.
    find_text(FindText) -> FoundList = c::search::find_text;
    /// What can be done next about somebody who was found.
    get_person_steps(GetPersonSteps) -> PersonSteps = c::search::get_person_steps;
    /// Today.
    get_home(Nothing) -> HomeView = c::home::get_home;
    /// All accounts, worst health first.
    list_accounts(Nothing) -> AccountList = c::home::list_accounts;
    /// The decision-chain map of an account.
    get_map(GetMap) -> MapView = c::map::get_map;
    /// What the map has become since a drawing of it.
    get_map_change(GetMapChange) -> MapChange = c::drawn::get_map_change;
    /// Cards of a large map, where somebody looks.
    get_cards(GetCards) -> CardList = c::map::get_cards;
    /// The best ways to a person.
    get_paths(GetPaths) -> PathList = c::path::get_paths;
    /// The room-safe map.
    get_room(GetRoom) -> RoomView = c::room::get_room;
    /// Whether typed rows can be added.
    check_rows(AddSeats) -> QuickCheck = c::quick::check_rows;
    /// The page of a person.
    get_person(GetPerson) -> PersonView = c::people::get_person;
    /// Looks at a sensitive fact, for a visit and with a reason.
    view_sensitive(ViewSensitive) -> SensitiveView = c::people::sensitive::view_sensitive;
    /// People of an account or of all.
    list_people(ListPeople) -> PeopleList = c::people::list::list_people;
    /// Who stands beside a person in a list.
    get_neighbours(GetNeighbours) -> Neighbours = c::people::list::get_neighbours;
    /// Facts too old to rely on.
    get_stale(GetStale) -> StaleView = c::people::stale::get_stale;
    /// Whether a text holds what is not kept about people.
    check_text(CheckText) -> TextCheck = c::forbidden::check_text;
    /// What a typed line says about a person.
    read_fact(ReadFact) -> FactDraft = c::fact_line::read_fact;
    /// Writes a fact.
    put_fact(PutFact) -> Changed = c::fact_line::put_fact;
    /// Writes the parts of a name.
    set_name(SetName) -> Changed = c::people::names::set_name;
    /// Says who finds out what about a person.
    put_person_question(PutPersonQuestion) -> Changed = c::person_question::put_person_question;
    /// Notes that it was answered.
    answer_person_question(AnswerPersonQuestion) -> Changed = c::person_question::answer_person_question;
    /// Takes a question back.
    remove_person_question(RemovePersonQuestion) -> Changed = c::person_question::remove_person_question;
    /// Whether typed rows can begin an account; asked before any workspace is open, too.
    check_start(StartAccount) -> QuickCheck = c::quick::check_start;
    /// What a list would hold when it leaves.
    look_at_list(WriteList) -> ListPreview = c::export_list::look_at_list;
    /// One seat with its holder.
    get_seat(GetSeat) -> SeatView = c::person::get_seat;
    /// Stakeholders × our people.
    get_court(GetCourt) -> CourtView = c::court::get_court;
    /// All visits.
    list_visits(Nothing) -> VisitList = c::visit::list_visits;
    /// One visit with hosts and readiness.
    get_visit(GetVisit) -> VisitView = c::visit::get_visit;
    /// Drawings of seats of a visit.
    get_seating(GetSeating) -> SeatingView = c::seating::get_seating;
    /// One of ours for each guest of a visit.
    get_counterparts(GetCounterparts) -> CounterpartsView = c::counterparts::get_counterparts;
    /// The plan of a visit, line by line.
    get_plan(GetPlan) -> PlanView = c::line::get_plan;
    /// Whom a pasted list means.
    read_guests(ReadGuests) -> GuestPreview = c::guests::read_guests;
    /// Lines that could be planned.
    propose_lines(ProposeLines) -> ProposedLines = c::planning::propose_lines;
    /// The costs of a visit added up.
    get_costs(GetCosts) -> CostView = c::planning::get_costs;
    /// What we do not know.
    get_questions(GetQuestions) -> QuestionsView = c::question::get_questions;
    /// Minutes drafted from agenda and log.
    draft_minutes(DraftMinutes) -> DraftText = c::learn::draft_minutes;
    /// Words of thanks to a guest.
    thank_you(ThankYou) -> DraftText = c::learn::thank_you;
    /// What could be kept as facts.
    offer_facts(OfferFacts) -> FactOffers = c::learn::offer_facts;
    /// Temporary data of a visit.
    get_temporary(GetTemporary) -> TemporaryView = c::clean::get_temporary;
    /// The order of guests by protocol.
    propose_order(ProposeOrder) -> OrderProposal = c::visit_setup::propose_order;
    /// Pages of a paper of a visit.
    preview_edition(PreviewEdition) -> EditionPreview = c::edition::preview_edition;
    /// A picture to choose a photograph from.
    look_at_photo(LookAtPhoto) -> PhotoLook = c::photo::look_at_photo;
    /// Photographs of people.
    get_photos(GetPhotos) -> PhotoList = c::photo::get_photos;

    /// Takes the last step back.
    undo(Nothing) -> Changed = c::workspace::undo;
    /// Does the step again.
    redo(Nothing) -> Changed = c::workspace::redo;

    /// Adds an account.
    add_account(AddAccount) -> Changed = c::account::add_account;
    /// Adds a unit.
    add_unit(AddUnit) -> Changed = c::unit::add_unit;
    /// Adds a person with a seat, or an unknown seat.
    add_seat(AddSeat) -> Changed = c::seat::add_seat;
    /// Adds typed or pasted rows in one step.
    add_seats(AddSeats) -> AddedSeats = c::quick::add_seats;
    /// Adds an account with typed rows in one step.
    start_account(StartAccount) -> AddedSeats = c::quick::start_account;
    /// Moves several seats.
    move_seats(MoveSeats) -> Changed = c::arrange::move_seats;
    /// Puts a seat before a sibling.
    order_seat(OrderSeat) -> Changed = c::arrange::order_seat;
    /// Gives branches room.
    nudge_seats(NudgeSeats) -> Changed = c::arrange::nudge_seats;
    /// Takes given room away.
    tidy_seats(TidySeats) -> Changed = c::arrange::tidy_seats;
    /// Renames a unit.
    rename_unit(RenameUnit) -> Changed = c::unit::rename_unit;
    /// Moves a unit into another.
    move_unit(MoveUnit) -> Changed = c::unit::move_unit;
    /// Removes an empty unit.
    remove_unit(RemoveUnit) -> Changed = c::unit::remove_unit;
    /// Somebody takes an empty seat.
    fill_seat(FillSeat) -> Changed = c::succession::fill_seat;
    /// The seat itself ends.
    end_seat(EndSeat) -> Changed = c::succession::end_seat;
    /// Bars or allows contact.
    set_no_contact(SetNoContact) -> Changed = c::succession::set_no_contact;
    /// Changes a line.
    set_edge(SetEdge) -> Changed = c::chain::set_edge;
    /// Adds a decision.
    add_decision(AddDecision) -> Changed = c::decision::add_decision;
    /// Changes a decision.
    edit_decision(EditDecision) -> Changed = c::decision::edit_decision;
    /// Removes a decision.
    remove_decision(RemoveDecision) -> Changed = c::decision::remove_decision;
    /// Puts seats into a chain.
    add_members(AddMembers) -> Changed = c::decision::add_members;
    /// Takes seats out of a chain.
    remove_members(RemoveMembers) -> Changed = c::decision::remove_members;
    /// Makes or changes a committee.
    set_body(SetBody) -> Changed = c::decision::set_body;
    /// Removes a committee.
    remove_body(RemoveBody) -> Changed = c::decision::remove_body;
    /// Keeps a view of the map.
    save_view(SaveView) -> Changed = c::saved_view::save_view;
    /// Removes a view.
    remove_view(RemoveView) -> Changed = c::saved_view::remove_view;
    /// Renames holder and post.
    rename_seat(RenameSeat) -> Changed = c::seat::rename_seat;
    /// Moves a seat under another superior.
    move_seat(MoveSeat) -> Changed = c::seat::move_seat;
    /// The holder left.
    end_tenure(EndTenure) -> Changed = c::seat::end_tenure;
    /// Removes a seat nobody holds.
    remove_seat(RemoveSeat) -> Changed = c::seat::remove_seat;
    /// Sets roles, functions, power and influence.
    set_member(SetMember) -> Changed = c::chain::set_member;
    /// Records a stance with evidence.
    set_stance(SetStance) -> Changed = c::chain::set_stance;
    /// Adds a line between seats.
    add_edge(AddEdge) -> Changed = c::chain::add_edge;
    /// Ends a line.
    end_edge(EndEdge) -> Changed = c::chain::end_edge;
    /// Records how well one of ours knows somebody.
    set_tie(SetTie) -> Changed = c::bond::set_tie;
    /// Makes one of ours answer for a seat.
    assign(Assign) -> Changed = c::bond::assign;
    /// Makes one of ours answer for several seats.
    assign_seats(AssignSeats) -> Changed = c::bond::assign_seats;
    /// Ends an assignment.
    end_assignment(EndAssignment) -> Changed = c::bond::end_assignment;
    /// Logs a contact.
    log_touch(LogTouch) -> Changed = c::bond::log_touch;
    /// Adds a fact with its source.
    add_fact(AddFact) -> Changed = c::fact::add_fact;
    /// What a typed place is.
    resolve_place(ResolvePlace) -> PlaceAnswer = c::place::resolve_place;
    /// Says which of several places a fact means.
    choose_place(ChoosePlace) -> Changed = c::place::choose_place;
    /// The yearly days of an account.
    get_account_days(GetAccountDays) -> AccountDayList = c::yearly::get_account_days;
    /// Notes or changes a yearly day of an account.
    put_account_day(PutAccountDay) -> Changed = c::yearly::put_account_day;
    /// Removes a yearly day of an account.
    remove_account_day(RemoveAccountDay) -> Changed = c::yearly::remove_account_day;
    /// Notes a birthday.
    set_birthday(SetBirthday) -> Changed = c::birthday::set_birthday;
    /// Confirms a fact.
    verify_fact(VerifyFact) -> Changed = c::fact::verify_fact;
    /// Removes a fact.
    remove_fact(RemoveFact) -> Changed = c::fact::remove_fact;
    /// Answers the diet question.
    answer_diet(AnswerDiet) -> Changed = c::fact::answer_diet;
    /// Plans a visit.
    add_visit(AddVisit) -> Changed = c::plan::add_visit;
    /// Changes a visit.
    edit_visit(EditVisit) -> Changed = c::plan::edit_visit;
    /// Removes a visit.
    remove_visit(RemoveVisit) -> Changed = c::plan::remove_visit;
    /// Writes a line of a plan.
    put_line(PutLine) -> Changed = c::line::put_line;
    /// Writes several lines in one step.
    put_lines(PutLines) -> Changed = c::line::put_lines;
    /// Removes a line.
    remove_line(RemoveLine) -> Changed = c::line::remove_line;
    /// Puts lines in order.
    order_lines(OrderLines) -> Changed = c::line::order_lines;
    /// Sets the guests in order.
    set_guests(SetGuests) -> Changed = c::plan::set_guests;
    /// Chooses the host.
    choose_host(ChooseHost) -> Changed = c::plan::choose_host;
    /// Decides the gift.
    decide_gift(DecideGift) -> Changed = c::plan::decide_gift;
    /// Names coordinator, business lead and approver.
    set_visit_team(SetVisitTeam) -> Changed = c::visit_setup::set_visit_team;
    /// Notes the approval of the plan.
    approve_visit(ApproveVisit) -> Changed = c::visit_setup::approve_visit;
    /// Sets convention and rules of seats.
    set_seat_rules(SetSeatRules) -> Changed = c::visit_setup::set_seat_rules;
    /// Decides about an interpreter.
    set_interpreter(SetInterpreter) -> Changed = c::visit_setup::set_interpreter;
    /// Sets what the visit may cost.
    set_budget(SetBudget) -> Changed = c::visit_setup::set_budget;
    /// Writes what is known of a guest for the visit.
    set_guest(SetGuest) -> Changed = c::visit_setup::set_guest;
    /// Chooses a guest's opposite number.
    set_counterpart(SetCounterpart) -> Changed = c::visit_setup::set_counterpart;
    /// Takes the proposed opposite numbers of several guests over in one step.
    take_counterparts(TakeCounterparts) -> Changed = c::visit_setup::take_counterparts;
    /// Adds guests of a list in one step.
    add_guests(AddGuests) -> Changed = c::guests::add_guests;
    /// Makes the checklist for the level.
    make_checklist(MakeChecklist) -> Changed = c::checklist::make_checklist;
    /// Says who finds something out, and by when.
    plan_question(PlanQuestion) -> Changed = c::question::plan_question;
    /// Notes whether a guest came.
    set_attended(SetAttended) -> Changed = c::after::set_attended;
    /// Notes what a guest expected and found.
    set_feedback(SetFeedback) -> Changed = c::after::set_feedback;
    /// Notes that a guest was thanked.
    mark_thanked(MarkThanked) -> Changed = c::after::mark_thanked;
    /// Puts a promise of the log into the ledger.
    promise_from_log(PromiseFromLog) -> Changed = c::after::promise_from_log;
    /// Keeps something learnt about a guest.
    keep_fact(KeepFact) -> Changed = c::learn::keep_fact;
    /// Records the contact of a visit.
    close_visit(CloseVisit) -> Changed = c::after::close_visit;
    /// Plans the next contact.
    plan_touch(PlanTouch) -> Changed = c::after::plan_touch;
    /// Deletes temporary data for good.
    clean_visit(CleanVisit) -> CleanedVisit = c::clean::clean_visit;
    /// Keeps a photograph of somebody.
    set_photo(SetPhoto) -> Changed = c::photo::set_photo;
    /// Changes what is noted of a photograph.
    edit_photo(EditPhoto) -> Changed = c::photo::edit_photo;
    /// Removes a photograph.
    remove_photo(RemovePhoto) -> Changed = c::photo::remove_photo;
    /// Forgets a picture looked at.
    drop_photo(DropPhoto) -> Nothing = c::photo::drop_photo;
    /// Marks a block of preparation.
    mark_block(MarkBlock) -> Changed = c::plan::mark_block;
    /// Passes a gate that only a person can pass.
    pass_gate(PassGate) -> Changed = c::plan::pass_gate;

    /// The same import with another mapping.
    remap_import(RemapImport) -> ImportView = c::import::remap_import;
    /// Imports what is good.
    apply_import(ApplyImport) -> Imported = c::import::apply_import;
    /// Forgets a chosen file.
    drop_import(DropImport) -> Nothing = c::import::drop_import;

    /// What changed between two days and what waits.
    get_review(GetReview) -> ReviewView = c::review::get_review;
    // The departure drill.
    /// What falls when some leave; writes nothing.
    get_drill(GetDrill) -> DrillView = c::drill::get_drill;
    /// The figures of a map without those who leave.
    get_figures_without(GetFiguresWithout) -> MapFigures = c::drill::get_figures_without;
    /// Makes chosen proposals assignments and tasks.
    accept_drill(AcceptDrill) -> Changed = c::drill::accept::accept_drill;
    // Rights of a person.
    /// What erasing somebody would do.
    get_erasure(GetErasure) -> ErasureView = c::rights::erase::get_erasure;
    /// Erases somebody for good.
    erase_person(ErasePerson) -> Erased = c::rights::erase::erase_person;
    /// Everything held about somebody.
    get_access(GetAccess) -> AccessView = c::rights::access::get_access;
    /// Requests, consents and holds.
    get_rights(GetRights) -> RightsView = c::rights::request::get_rights;
    /// Notes that somebody asked for a right.
    add_rights_request(AddRightsRequest) -> Changed = c::rights::request::add_rights_request;
    /// Moves a request on.
    move_rights_request(MoveRightsRequest) -> Changed = c::rights::request::move_rights_request;
    /// Forbids deleting anything about somebody.
    set_legal_hold(SetLegalHold) -> Changed = c::rights::request::set_legal_hold;
    /// Ends a hold.
    end_legal_hold(EndLegalHold) -> Changed = c::rights::request::end_legal_hold;
    /// Notes a consent.
    give_consent(GiveConsent) -> Changed = c::rights::consent::give_consent;
    /// Withdraws a consent.
    withdraw_consent(WithdrawConsent) -> Changed = c::rights::consent::withdraw_consent;
    /// Notes that one of ours did not agree.
    refuse_consent(RefuseConsent) -> Changed = c::rights::consent::refuse_consent;
    /// One of ours takes an agreement back.
    end_own_consent(EndOwnConsent) -> Changed = c::rights::consent::end_own_consent;
    /// Whether what is known of one of ours may be used.
    get_own_consent(GetOwnConsent) -> OwnConsentView = c::rights::consent::get_own_consent;
    /// Who did what when.
    get_audit(GetAudit) -> AuditView = c::rights::audit::get_audit;
    /// Whether the audit is as it was written.
    check_audit(Nothing) -> AuditCheck = c::rights::audit::check_audit;
    /// Notes that somebody was found and opened.
    note_found(NoteFound) -> Nothing = c::rights::audit::note_found;
    /// What is kept past its time.
    get_retention(GetRetention) -> RetentionView = c::rights::retention::get_retention;
    /// Deletes what is past its time, for good.
    delete_retained(DeleteRetained) -> Changed = c::rights::retention::delete_retained;
    /// Keeps it longer, with a reason.
    keep_retained(KeepRetained) -> Changed = c::rights::retention::keep_retained;
    // Early warnings.
    /// Early warnings with what was decided about them.
    get_warnings(GetWarnings) -> WarningsView = c::watch::get_warnings;
    /// Sets status, owner and silence of a warning.
    set_warning(SetWarning) -> Changed = c::watch::set_warning;
    /// Contracts, incidents, budgets and limits.
    get_watch_lines(GetWatchLines) -> WatchLines = c::watch_line::get_watch_lines;
    /// Writes a contract, incident, budget line or limit.
    put_watch_line(PutWatchLine) -> Changed = c::watch_line::put_watch_line;
    /// Removes one of them.
    remove_watch_line(RemoveWatchLine) -> Changed = c::watch_line::remove_watch_line;
    // The court.
    /// Rows of some accounts of the court.
    get_court_rows(GetCourtRows) -> CourtRows = c::court::get_court_rows;
    /// What each of ours owns over all accounts.
    get_load(GetLoad) -> LoadView = c::court_load::get_load;
    /// All stakeholders of one of ours.
    get_colleague(GetColleague) -> ColleagueView = c::court_load::get_colleague;
    /// The seams one of ours makes.
    get_seams(GetSeams) -> SeamsView = c::court_load::get_seams;
    /// Teams, rules, topics and authority.
    get_court_lines(GetCourtLines) -> CourtLines = c::court_line::get_court_lines;
    /// How far a rule would reach.
    preview_rule(PreviewRule) -> RuleReachLine = c::court_line::preview_rule;
    /// Writes a line of the court.
    put_court_line(PutCourtLine) -> Changed = c::court_line::put_court_line;
    /// Removes a line of the court.
    remove_court_line(RemoveCourtLine) -> Changed = c::court_line::remove_court_line;
    /// Makes one of ours answer for a topic.
    assign_topic(AssignTopic) -> Changed = c::court_line::assign_topic;
    /// Ends it.
    end_topic(EndTopic) -> Changed = c::court_line::end_topic;
    /// Mends a finding in one step.
    apply_mend(ApplyMend) -> Changed = c::mend::apply_mend;
    // The ledger.
    /// Promises, what came in, contacts.
    get_ledger(GetLedger) -> LedgerView = c::ledger::get_ledger;
    /// How much waits on an account.
    count_matters(CountMatters) -> LedgerCounts = c::ledger::count_matters;
    /// What concerns one stakeholder.
    get_seat_ledger(GetSeatLedger) -> SeatLedger = c::ledger::get_seat_ledger;
    /// What a promise would come to.
    check_promise(PutPromise) -> PromiseCheck = c::ledger::check_promise;
    /// Writes a promise.
    put_promise(PutPromise) -> Changed = c::ledger::put_promise;
    /// Notes that a promise was delivered.
    deliver_promise(DeliverPromise) -> Changed = c::ledger::deliver_promise;
    /// Takes a promise out of the ledger.
    withdraw_promise(WithdrawPromise) -> Changed = c::ledger::withdraw_promise;
    /// Notes the second reader of an announcement.
    read_promise(ReadPromise) -> Changed = c::ledger::read_promise;
    /// Countersigns a promise beyond its maker's authority.
    countersign_promise(CountersignPromise) -> Changed = c::ledger::countersign_promise;
    /// Writes a request.
    put_request(PutRequest) -> Changed = c::ledger::put_request;
    /// Writes a complaint.
    put_complaint(PutComplaint) -> Changed = c::ledger::put_complaint;
    /// One of ours takes what came in.
    take_matter(TakeMatter) -> Changed = c::ledger::take_matter;
    /// Notes an answer.
    answer_matter(AnswerMatter) -> Changed = c::ledger::answer_matter;
    /// Closes what came in.
    close_matter(CloseMatter) -> Changed = c::ledger::close_matter;
    /// Removes what came in.
    withdraw_matter(WithdrawMatter) -> Changed = c::ledger::withdraw_matter;
    /// Writes a contact with everybody in it.
    put_touch(PutTouch) -> Changed = c::ledger::put_touch;
    /// Removes a contact.
    remove_touch(RemoveTouch) -> Changed = c::ledger::remove_touch;
    /// Plans a contact.
    put_planned_touch(PutPlannedTouch) -> Changed = c::ledger::put_planned_touch;
    /// Removes a planned contact.
    remove_planned_touch(RemovePlannedTouch) -> Changed = c::ledger::remove_planned_touch;
    /// What a typed line of contact means.
    read_touch(ReadTouch) -> TouchDraft = c::ledger::read_touch;
    /// What a calendar holds.
    read_calendar(ReadCalendar) -> CalendarPreview = c::ledger::read_calendar;
    /// Takes events of a calendar over.
    apply_calendar(ApplyCalendar) -> CalendarTaken = c::ledger::apply_calendar;
}
