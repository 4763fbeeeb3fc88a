//! What makes a court of assignments: teams, rules, topics, who may promise, what came in, warnings and tasks.

use crate::{
    AccountId, AssignmentKind, BudgetLineId, Clock, CommitmentAuthorityId, CommitmentId, ComplaintId,
    ComplaintSeverity, ContractId, CostCategory, CoverageRuleId, CustomerRequestId, Day, DecisionRole, IncidentId,
    JobRole, PersonId, SeatId, StaffId, TaskId, TeamMemberId, TopicAssignmentId, UnitId, VisitId, WarningNoteId,
    WarningThresholdId,
};

codes! {
    /// What an account is about beside its people (B.4.5): 方案, 交付, 质量, 回款, 投诉, 合同, 高层.
    Topic { Solution = "solution", Delivery = "delivery", Quality = "quality", Payment = "payment", Complaint = "complaint", Contract = "contract", TopLevel = "top_level" }
}
codes! {
    /// Where the work on a warning stands (B.4.11). Open until somebody takes it; `false_alarm`: there was nothing.
    WarningStatus { Open = "open", Intervening = "intervening", Rescued = "rescued", Lost = "lost", FalseAlarm = "false_alarm" }
}
codes! {
    /// What is to be done: bring two people together, take over a matter, or something said in words.
    TaskKind {
        Introduction = "introduction", TakePromise = "take_promise", TakeComplaint = "take_complaint", TakeRequest = "take_request", TakeVisit = "take_visit",
        Meet = "meet", Other = "other",
    }
}

record! {
    /// One of ours in the team of an account, from a day to a day. AR, SR and FR together are its iron triangle (glossary 48).
    TeamMember: TeamMemberId { account: AccountId, staff: StaffId, job_role: JobRole, lead: bool, from_on: Option<Day>, to_on: Option<Day> }
}
record! {
    /// Proposes who answers for a stakeholder (B.4.5): every condition that is given must hold; the first rule that fits decides.
    CoverageRule: CoverageRuleId {
        /// `null`: for every account.
        account: Option<AccountId>,
        /// The unit or one below it.
        unit: Option<UnitId>,
        /// A word in the name of the unit or in the title of the post: `采购`.
        function: Option<String>,
        /// Rank 1–10, both ends included.
        rank_from: Option<u8>, rank_to: Option<u8>,
        decision_role: Option<DecisionRole>,
        /// Whose job it is: the one of the account's team with this role.
        job_role: JobRole,
        /// Order in which rules are asked.
        position: i64,
    }
}
record! {
    /// One of ours answers for a topic of an account, from a day to a day.
    TopicAssignment: TopicAssignmentId { account: AccountId, topic: Topic, staff: StaffId, kind: AssignmentKind, from_on: Option<Day>, to_on: Option<Day>, manual: bool }
}
record! {
    /// Which job roles may promise on a topic (B.4.5); a topic without a record may be promised by everybody.
    CommitmentAuthority: CommitmentAuthorityId { topic: Topic, roles: Vec<JobRole> }
}
record! {
    /// Something the customer asked of us. Who is asked first sees to it that somebody holds it.
    CustomerRequest: CustomerRequestId {
        account: AccountId, topic: Option<Topic>, text_zh: Option<String>, text_en: Option<String>, from_person: Option<PersonId>,
        asked_on: Day, asked_at: Option<Clock>,
        /// Who of ours was asked, and who holds it; `null`: nobody yet.
        first_asked: Option<StaffId>, holder: Option<StaffId>, taken_on: Option<Day>,
        due_on: Option<Day>, answered_on: Option<Day>, closed_on: Option<Day>, answer: Option<String>,
        /// The first day on which it no longer stands, and why; the record stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_on: Option<Day>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        withdrawn_why: Option<String>,
    }
}

impl CustomerRequest {
    /// Who took it by a day. `None`: nobody yet, then whoever was asked first answers for it.
    pub fn taken_by(&self, on: Day) -> Option<StaffId> {
        self.holder.filter(|_| self.taken_on.is_none_or(|taken| taken <= on))
    }
    /// Whether it was withdrawn by a day.
    pub fn is_withdrawn(&self, on: Day) -> bool {
        self.withdrawn_on.is_some_and(|day| day <= on)
    }
}
record! {
    /// What people decided about one warning. The warning itself is computed; one note per rule and object.
    WarningNote: WarningNoteId {
        account: AccountId,
        /// `W01`…`W21`, and what it is about: an identity, or empty for the account itself.
        code: String, object: String,
        status: WarningStatus,
        /// First seen; a warning that comes again is opened again.
        opened_on: Day,
        owner: Option<StaffId>,
        /// Silent until this day, and why.
        snoozed_until: Option<Day>, reason: Option<String>,
        changed_on: Day,
    }
}
record! {
    /// Something one of ours has to do by a day; made from a hand-over plan or a review, or written by hand.
    Task: TaskId {
        account: Option<AccountId>, kind: TaskKind, staff: StaffId,
        /// Who introduces or hands over.
        with_staff: Option<StaffId>,
        person: Option<PersonId>, seat: Option<SeatId>, commitment: Option<CommitmentId>, complaint: Option<ComplaintId>, request: Option<CustomerRequestId>,
        visit: Option<VisitId>, text: Option<String>, due_on: Day, done_on: Option<Day>,
    }
}
record! {
    /// An agreement that ends (W12). A page knows it as `Agreement`: there the contract is the list of commands.
    #[cfg_attr(feature = "bindings", ts(rename = "Agreement"))]
    Contract: ContractId { account: AccountId, name_zh: Option<String>, name_en: Option<String>, starts_on: Option<Day>, ends_on: Day, renewal_planned: bool }
}
record! {
    /// A stoppage or a fault of quality at the customer's (W18).
    Incident: IncidentId { account: AccountId, text_zh: Option<String>, text_en: Option<String>, on: Day, severity: ComplaintSeverity, closed_on: Option<Day>, owner: Option<StaffId> }
}
record! {
    /// Money for an account in one category and span of days (B.4.10). Amounts in the company's currency.
    BudgetLine: BudgetLineId {
        account: AccountId, category: CostCategory, from_on: Day, to_on: Day,
        approved: f64,
        /// Ordered and not yet paid; paid.
        committed: f64, actual: f64,
        /// Still planned, and how likely it comes, 0–1.
        remaining_plan: f64, probability: f64,
        text: Option<String>,
    }
}
record! {
    /// From which value a rule warns, where it is not the one of B.4.11; `null` keeps that.
    WarningThreshold: WarningThresholdId {
        code: String,
        /// `null`: every tier.
        tier: Option<crate::AccountTier>,
        amber: Option<f64>, red: Option<f64>,
    }
}
