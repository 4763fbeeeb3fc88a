//! Our side: the company, its people, and the hospitality policies it obeys.

use crate::{CompanyId, Day, PolicyId, StaffId};

codes! {
    /// Language of screen and paper.
    Lang { ZhCn = "zh-CN", En = "en" }
}
codes! {
    /// What one of ours does for accounts (glossary 49–51).
    JobRole { Exec = "exec", Kam = "kam", Ar = "AR", Sr = "SR", Fr = "FR", Service = "service", Finance = "finance", Compliance = "compliance", Other = "other" }
}
codes! {
    /// Whether one of ours still works here.
    StaffStatus { Active = "active", OnLeave = "on_leave", Departed = "departed" }
}
codes! {
    /// Whether a hospitality policy lets alcohol be served.
    AlcoholRule { Forbidden = "forbidden", Approval = "approval", Ask = "ask", Allowed = "allowed" }
}
codes! {
    /// How many of ours may accompany guests at table (C.6).
    CompanionRule { Free = "free", ByRule103 = "by_rule_10_3" }
}

record! {
    /// The company whose workspace this is; one per workspace.
    Company: CompanyId {
        name_zh: Option<String>, name_en: Option<String>,
        /// ISO 4217.
        currency: String,
        /// IANA name.
        time_zone: String,
    }
}
record! {
    /// What may be given and served to a kind of guest (F.3). Amounts in the company's currency, per head or piece.
    Policy: PolicyId {
        name_zh: Option<String>, name_en: Option<String>,
        gift_max: f64, gift_annual_max: Option<f64>, meal_per_head_max: Option<f64>,
        alcohol: AlcoholRule, tobacco: bool, airport_welcome: Option<bool>, companion_rule: CompanionRule,
    }
}

/// A language and how well it is spoken (CEFR: A1…C2).
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Spoken {
    pub language: String,
    pub level: String,
}

/// A school or employer with years, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Stay {
    pub place: String,
    pub from_year: Option<i32>,
    pub to_year: Option<i32>,
}

record! {
    /// One of ours. Background counts in host matching only with `bg_ok` (B.4.9).
    Staff: StaffId {
        name_zh: Option<String>, name_en: Option<String>, title_zh: Option<String>, title_en: Option<String>,
        /// Rank 1–10 (B.2.9).
        rank_level: u8,
        job_role: JobRole, status: StaffStatus, left_on: Option<Day>, leave_from: Option<Day>, leave_to: Option<Day>,
        /// GB/T 2260 county code or ISO country.
        native_place: Option<String>,
        dialects: Vec<String>, languages: Vec<Spoken>, schools: Vec<Stay>, employers: Vec<Stay>,
        profession: Option<String>, hobbies: Vec<String>,
        /// Served in the forces, told openly.
        served: bool,
        /// Consent to use the background for host matching.
        bg_ok: bool,
        /// Whom this one works under; a team is somebody with everybody below.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        superior: Option<StaffId>,
    }
}
