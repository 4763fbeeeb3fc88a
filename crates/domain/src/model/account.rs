//! The customer organisation and its tree.

use crate::{AccountDayId, AccountId, Day, FiguresId, OrgLinkId, PolicyId, UnitId};

codes! {
    /// How much attention the account gets (B.2.1).
    AccountTier { S = "S", A = "A", B = "B", C = "C" }
}
codes! {
    /// Stage of the relation (B.2.2).
    RelationshipStage { Developing = "developing", Initial = "initial", Stable = "stable", Strategic = "strategic", Declining = "declining", Lost = "lost" }
}
codes! {
    /// What kind of organisation the account is.
    AccountKind { Soe = "soe", Private = "private", ForeignPrivate = "foreign_private", Government = "government", PublicInstitution = "public_institution" }
}
codes! {
    /// A link between units that is not the tree (glossary 6).
    OrgLinkKind { Shareholding = "shareholding", EntrustedManagement = "entrusted_management", JointVenture = "joint_venture" }
}

codes! {
    /// A day of an organisation that comes round every year (E.3).
    AccountDayKind { Founding = "founding", Listing = "listing", Contract = "contract_signing", PlantOpening = "plant_opening", FiscalYearEnd = "fiscal_year_end" }
}

record! {
    /// A day of an account that comes round every year, by the solar calendar.
    AccountDay: AccountDayId {
        account: AccountId, kind: AccountDayKind, month: u8, day: u8,
        /// Of the first one; `null`: not known, and then the years are not counted.
        year: Option<i32>,
        /// Which plant, which contract.
        name: Option<String>, source: Option<String>,
    }
}
record! {
    /// The customer organisation we plan and report for.
    Account: AccountId {
        name_zh: Option<String>, name_en: Option<String>,
        kind: AccountKind, policy: Option<PolicyId>, tier: AccountTier, stage: RelationshipStage, is_key: bool,
    }
}
record! {
    /// Legal entity, division, department or committee; a tree inside one account.
    OrgUnit: UnitId {
        account: AccountId, parent: Option<UnitId>, name_zh: Option<String>, name_en: Option<String>,
        /// Order among siblings.
        position: i64,
        /// First and last day the unit exists; unknown is `null`: since ever, still. Name and parent carry no dates: a day
        /// of the past shows those of today.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_on: Option<Day>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to_on: Option<Day>,
    }
}
record! {
    /// A link between two units outside the tree.
    OrgLink: OrgLinkId { account: AccountId, from_unit: UnitId, to_unit: UnitId, kind: OrgLinkKind, from_on: Option<Day>, to_on: Option<Day> }
}
record! {
    /// Money facts of an account for the business part of health (B.4.8).
    Figures: FiguresId {
        account: AccountId,
        /// First day of the first month in `orders`.
        orders_from: Option<Day>,
        /// Orders month by month, in `orders_unit`.
        orders: Vec<f64>, orders_unit: Option<String>,
        overdue_days: Option<i64>, overdue: Option<f64>, receivable_total: Option<f64>,
        updated_on: Option<Day>,
        /// Days on which orders came in, as far as known (W02).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        order_days: Vec<Day>,
    }
}
