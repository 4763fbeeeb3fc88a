//! Identities: one UUIDv7 newtype per record, so that a seat can never be passed where a person is meant.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        /// Identity of one record (UUIDv7, made outside the domain).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name { fn from(id: Uuid) -> Self { Self(id) } }
        impl From<$name> for Uuid { fn from(id: $name) -> Self { id.0 } }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> { Uuid::parse_str(text).map(Self) }
        }

        /// Branded on the TypeScript side: a plain string is not an identity.
        #[cfg(feature = "bindings")]
        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn ident(_: &ts_rs::Config) -> String { stringify!($name).into() }
            fn name(_: &ts_rs::Config) -> String { stringify!($name).into() }
            fn inline(_: &ts_rs::Config) -> String { format!("string & {{ readonly __id: \"{}\" }}", stringify!($name)) }
            fn decl(cfg: &ts_rs::Config) -> String { format!("type {} = {};", stringify!($name), Self::inline(cfg)) }
            fn decl_concrete(cfg: &ts_rs::Config) -> String { Self::decl(cfg) }
            fn inline_flattened(cfg: &ts_rs::Config) -> String { Self::inline(cfg) }
            fn output_path() -> Option<std::path::PathBuf> { Some(concat!(stringify!($name), ".ts").into()) }
        }
    )+};
}

ids! {
    CompanyId, PolicyId, StaffId, AccountId, UnitId, OrgLinkId, PersonId, SeatId, TenureId, EdgeId, DecisionId,
    ChainMemberId, ChainVacancyId, DecisionBodyId, StanceReadingId, SavedViewId, TieReadingId, TouchId, PlannedTouchId,
    AssignmentId, FactId, CommitmentId, ComplaintId, CompetitorSignalId, FiguresId, VisitId, VisitGuestId,
    VisitHostId,
    AgendaItemId, VehicleId, TravelLegId, LodgingId, MealId, TourStopId, TalkingPointId, VisitDutyId, VisitContactId,
    ChecklistItemId, CostLineId, ContingencyId, VisitTextId, VisitLogEntryId, PlannedQuestionId, SeatingPlanId, IssuedCopyId,
    TeamMemberId, CoverageRuleId, TopicAssignmentId, CommitmentAuthorityId, CustomerRequestId, WarningNoteId, TaskId, ContractId,
    IncidentId, BudgetLineId, WarningThresholdId,
    PhotoId, PictureId, PersonQuestionId,
    AccountDayId,
    ImportSourceId,
    RightsRequestId, ConsentId, LegalHoldId, RetentionNoteId,
}
