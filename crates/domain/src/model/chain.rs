//! Decisions and the chain of people and bodies behind them.

use crate::{
    AccountId, ChainMemberId, ChainVacancyId, Day, DecisionBodyId, DecisionId, PersonId, SeatId, StaffId,
    StanceReadingId,
};

codes! {
    /// What kind of choice the customer makes; decides the required roles (B.4.1).
    DecisionKind { Standing = "standing", Purchase = "purchase", FrameworkPurchase = "framework_purchase", Tender = "tender", Renewal = "renewal", Expansion = "expansion", Project = "project", Dispute = "dispute" }
}
codes! {
    /// Formal part in a decision (B.2.3); several per member.
    DecisionRole { EconomicBuyer = "economic_buyer", DecisionMaker = "decision_maker", Approver = "approver", TechnicalEvaluator = "technical_evaluator", CommercialEvaluator = "commercial_evaluator", User = "user", Influencer = "influencer", Gatekeeper = "gatekeeper" }
}
codes! {
    /// How a member in fact acts toward us (B.2.3); a claim with evidence.
    InformalFunction { Coach = "coach", Champion = "champion", Blocker = "blocker" }
}
codes! {
    /// Voting rule of a decision body (B.4.3).
    VotingRule { Majority = "majority", TwoThirds = "two_thirds", Unanimous = "unanimous", ChairDecides = "chair_decides" }
}

record! {
    /// One concrete choice of the customer. The standing chain is the decision of kind `standing`, or the only one.
    Decision: DecisionId {
        account: AccountId, name_zh: Option<String>, name_en: Option<String>, kind: DecisionKind,
        /// Contact outside the official channel is barred in between, both days included.
        blackout_from: Option<Day>, blackout_to: Option<Day>, closed_on: Option<Day>,
    }
}
impl Decision {
    /// Whether contact outside the official channel is barred on a day. Without either end there is no blackout; with one
    /// alone it is open on the other side.
    pub fn is_blackout_on(&self, day: Day) -> bool {
        self.is_blackout_within(day, day)
    }
    /// Whether it is barred on any day from the first to the last.
    pub fn is_blackout_within(&self, first: Day, last: Day) -> bool {
        let (from, to) = (self.blackout_from, self.blackout_to);
        (from.is_some() || to.is_some()) && from.is_none_or(|from| from <= last) && to.is_none_or(|to| first <= to)
    }
}

record! {
    /// A seat's part in one decision.
    ChainMember: ChainMemberId {
        decision: DecisionId, seat: SeatId, roles: Vec<DecisionRole>, functions: Vec<InformalFunction>, function_evidence: Option<String>,
        /// 1–4, from the post (B.2.5).
        formal_power: u8,
        /// 1–4, from being listened to; `null` is unknown and the weight falls back to power.
        influence_level: Option<u8>,
        /// Protocol or list order within the chain.
        position: i64,
    }
}
record! {
    /// A required role that nobody and no seat fills yet.
    ChainVacancy: ChainVacancyId { decision: DecisionId, role: DecisionRole, weight: u8 }
}
record! {
    /// A committee with a voting rule.
    DecisionBody: DecisionBodyId { decision: DecisionId, name_zh: Option<String>, name_en: Option<String>, rule: VotingRule, seat_count: u32, members: Vec<SeatId>, chair: Option<SeatId> }
}
record! {
    /// What a person thinks of our proposal, on a day, with what was seen (B.2.4). `level` `null`: unknown, never 0.
    StanceReading: StanceReadingId {
        person: PersonId,
        /// The decision it is about; `null`: in general.
        decision: Option<DecisionId>,
        /// −2…+2.
        level: Option<i8>,
        read_on: Day, evidence: String, read_by: Option<StaffId>,
    }
}
