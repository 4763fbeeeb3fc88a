//! The records of a workspace, or of one account with our people, taken at one moment.

use crate::*;

macro_rules! snapshot {
    ($d:tt; $($(#[$meta:meta])* $field:ident : $record:ty),+ $(,)?) => {
        /// Records read at one moment. The store fills it whole or for one account; engines only read it.
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct Snapshot {
            $($(#[$meta])* #[serde(default, skip_serializing_if = "Vec::is_empty")] pub $field: Vec<$record>),+
        }
        /// Runs `$each!(field, Record)` for every kind of record, in dependency order.
        #[macro_export]
        macro_rules! for_each_record { ($d each:ident) => { $($d each!($field, $record);)+ }; }
    };
}

snapshot! { $;
    companies: Company, policies: Policy, staff: Staff, accounts: Account, units: OrgUnit, org_links: OrgLink,
    people: Person, seats: Seat, tenures: Tenure, edges: Edge, decisions: Decision, chain_members: ChainMember,
    chain_vacancies: ChainVacancy, decision_bodies: DecisionBody, stances: StanceReading, ties: TieReading,
    visits: Visit, visit_guests: VisitGuest, visit_hosts: VisitHost, touches: Touch, planned_touches: PlannedTouch,
    assignments: Assignment, facts: Fact, commitments: Commitment, complaints: Complaint,
    competitor_signals: CompetitorSignal, figures: Figures, saved_views: SavedView,
    agenda_items: AgendaItem, vehicles: Vehicle, travel_legs: TravelLeg, lodgings: Lodging, meals: Meal, tour_stops: TourStop,
    talking_points: TalkingPoint, visit_duties: VisitDuty, visit_contacts: VisitContact, checklist_items: ChecklistItem,
    cost_lines: CostLine, contingencies: Contingency, visit_texts: VisitText, visit_log: VisitLogEntry,
    planned_questions: PlannedQuestion, seating_plans: SeatingPlan, issued_copies: IssuedCopy,
    team_members: TeamMember, coverage_rules: CoverageRule, topic_assignments: TopicAssignment,
    commitment_authorities: CommitmentAuthority, customer_requests: CustomerRequest, warning_notes: WarningNote, tasks: Task,
    contracts: Contract, incidents: Incident, budget_lines: BudgetLine, warning_thresholds: WarningThreshold,
    photos: Photo,
    account_days: AccountDay,
    import_sources: ImportSource,
    person_questions: PersonQuestion,
    rights_requests: RightsRequest, consents: Consent, legal_holds: LegalHold, retention_notes: RetentionNote,
}

/// The record with an identity: found by halves where the list is in order of identity, as the store gives it, and by
/// looking at each where it is not.
pub fn by_id<T: Record>(all: &[T], id: T::Id) -> Option<&T> {
    let key: uuid::Uuid = id.into();
    let halves = all.binary_search_by_key(&key, |one| one.id().into()).ok().and_then(|at| all.get(at));
    halves.or_else(|| all.iter().find(|one| one.id() == id))
}

impl Snapshot {
    /// The account, if the snapshot holds it.
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|one| one.id == id)
    }
    /// The person, if the snapshot holds it.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        by_id(&self.people, id)
    }
    /// One of ours, if the snapshot holds it.
    pub fn staff_member(&self, id: StaffId) -> Option<&Staff> {
        by_id(&self.staff, id)
    }
    /// The seat, if the snapshot holds it.
    pub fn seat(&self, id: SeatId) -> Option<&Seat> {
        by_id(&self.seats, id)
    }
    /// The visit, if the snapshot holds it.
    pub fn visit(&self, id: VisitId) -> Option<&Visit> {
        by_id(&self.visits, id)
    }
    /// The account's decision to show when none is chosen: the standing one, else the first open one.
    pub fn main_decision(&self, account: AccountId) -> Option<&Decision> {
        let mut own = self.decisions.iter().filter(|one| one.account == account && one.closed_on.is_none());
        let all: Vec<_> = own.by_ref().collect();
        all.iter().find(|one| one.kind == DecisionKind::Standing).or(all.first()).copied()
    }
}
