//! The inspector: one seat of the chain with its holder.

use super::wire;
use domain::engine::chain::Holding;
use domain::*;

wire! {
    /// Which seat, in which decision, on which day.
    GetSeat { seat: SeatId, decision: Option<DecisionId>, as_of: Day }

    /// The inspector's content.
    SeatView {
        seat: SeatId, account: AccountId, account_name: String, person: Option<PersonId>, holding: Holding, no_contact: bool, in_chain: bool,
        /// The person asked that what is kept of them is not used.
        restricted: bool,
        name: String, raw_name: Option<String>, pronunciation: Option<String>, label: Option<String>, title: String, posts: String, unit: UnitId, unit_name: String, superior: Option<SeatId>, superior_name: Option<String>,
        rank_level: Option<u8>, roles: Vec<DecisionRole>, functions: Vec<InformalFunction>, formal_power: u8, influence_level: Option<u8>, weight: u8,
        attitude: Option<i8>, attitude_text: String, attitude_on: Option<Day>, attitude_evidence: Option<String>, attitude_before: Option<String>,
        level: u8, level_text: String, confirmed_by: Option<String>, days: Option<i64>, cadence_days: i64, last_touch: Option<Day>,
        bonds: Vec<BondRow>, facts: Vec<FactRow>,
        /// The birthday as told, and in words.
        birthday: Option<Birthday>, birthday_text: Option<String>,
        /// `4` of `7` background matters are known; counted, never scored (B.4.6).
        background_known: u32, background_all: u32,
        changes: Vec<ChangeRow>, findings: Vec<super::FindingRow>,
    }

    /// One of ours, what they answer for here and how well they know the person.
    BondRow { staff: StaffId, name: String, short: String, active: bool, kinds: Vec<AssignmentKind>, level: Option<u8>, read_on: Option<Day> }

    /// A fact. `value` is worded (places and codes resolved); `null`: asked, none. `hidden`: sensitive, opened elsewhere.
    FactRow {
        id: Option<FactId>, kind: FactKind, label: String, value: Option<String>, asked: bool, hidden: bool, class: DataClass,
        source: Option<String>, confidence: Option<Confidence>, confidence_text: String, verified_on: Option<Day>, age_days: Option<i64>,
        /// 0–1 (B.4.7); `null`: never ages.
        freshness: Option<f64>,
        /// What it is kept for, and by whom it was confirmed last.
        purpose: Option<String>, verified_by: Option<String>,
        /// A place that may be several: which ones. Empty: it is clear, or not a place.
        places: Vec<super::PlaceChoice>,
    }

    /// What happened, newest first.
    ChangeRow { on: Day, text: String }
}
