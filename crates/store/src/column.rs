//! How one field becomes one cell. Deliberately absent: any knowledge of tables.

use chrono::NaiveDate;
use domain::{
    Attendee, Birthday, BlockMark, Clock, Code, ColumnUse, Day, DecisionRole, FormerUnit, InformalFunction, JobRole,
    Jpeg, NameVariant, SeatPin, Spoken, Stay, TableSetting,
};
use domain::{PersonId, SeatId, StaffId};
use rusqlite::types::{ToSqlOutput, ValueRef};
use std::io::Write;

/// The value does not fit the field or the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unfit;

/// How words stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// Not at all: numbers, days, codes, identities.
    None,
    Plain,
    /// As strings inside JSON.
    Listed,
}

/// A field's type that is stored in one cell.
pub trait Column: Sized {
    /// Whether words somebody typed can stand in the cell.
    const WORDS: Words = Words::None;
    /// The cell for this value.
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit>;
    /// The value in this cell.
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit>;
}

impl<T: Column> Column for Option<T> {
    const WORDS: Words = T::WORDS;
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        self.as_ref().map_or(Ok(ToSqlOutput::Borrowed(ValueRef::Null)), T::write)
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        if cell == ValueRef::Null { Ok(None) } else { T::read(cell).map(Some) }
    }
}

impl Column for String {
    const WORDS: Words = Words::Plain;
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes())))
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        text(cell).map(str::to_owned)
    }
}

impl Column for bool {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        Ok(ToSqlOutput::from(i64::from(*self)))
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        match cell {
            ValueRef::Integer(0) => Ok(false),
            ValueRef::Integer(1) => Ok(true),
            _ => Err(Unfit),
        }
    }
}

/// Only finite numbers: SQLite would turn NaN into NULL, which means "unknown".
impl Column for f64 {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        if self.is_finite() { Ok(ToSqlOutput::from(*self)) } else { Err(Unfit) }
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        if let ValueRef::Real(number) = cell { Ok(number) } else { Err(Unfit) }
    }
}

/// ISO text, years 0000 to 9999 so that text order is date order.
impl Column for NaiveDate {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        use chrono::Datelike;
        if !(0..=9999).contains(&self.year()) {
            return Err(Unfit);
        }
        let mut iso = Vec::with_capacity(10);
        write!(iso, "{self}").map_err(|_| Unfit)?;
        Ok(ToSqlOutput::from(String::from_utf8(iso).map_err(|_| Unfit)?))
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        let iso = text(cell)?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *iso.as_bytes() else {
            return Err(Unfit);
        };
        let year = number(&[y1, y2, y3, y4])? as i32;
        NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?).ok_or(Unfit)
    }
}

fn number(digits: &[u8]) -> Result<u32, Unfit> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + u32::from(digit - b'0')),
        _ => Err(Unfit),
    })
}

fn text(cell: ValueRef<'_>) -> Result<&str, Unfit> {
    match cell {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).map_err(|_| Unfit),
        _ => Err(Unfit),
    }
}

macro_rules! whole_numbers {
    ($($ty:ty),+) => {$(
        impl Column for $ty {
            fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
                Ok(ToSqlOutput::from(i64::from(*self)))
            }
            fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
                if let ValueRef::Integer(number) = cell { <$ty>::try_from(number).map_err(|_| Unfit) } else { Err(Unfit) }
            }
        }
    )+};
}
whole_numbers!(u8, i8, u32, i32, i64);

impl Column for Jpeg {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        if let ValueRef::Blob(bytes) = cell { Ok(Self(bytes.to_vec())) } else { Err(Unfit) }
    }
}

/// `HH:MM`, so that text order is the order of the day.
impl Column for Clock {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        text(cell)?.parse().map_err(|_| Unfit)
    }
}

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Column for domain::$id {
            fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
            fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
                if let ValueRef::Blob(bytes) = cell {
                    uuid::Uuid::from_slice(bytes).map(Self).map_err(|_| Unfit)
                } else {
                    Err(Unfit)
                }
            }
        }
    )+};
}
ids! {
    CompanyId, PolicyId, StaffId, AccountId, AccountDayId, UnitId, OrgLinkId, PersonId, SeatId, TenureId, EdgeId, DecisionId,
    ChainMemberId, ChainVacancyId, DecisionBodyId, StanceReadingId, SavedViewId, TieReadingId, TouchId, PlannedTouchId,
    AssignmentId, FactId, CommitmentId, ComplaintId, CompetitorSignalId, FiguresId, VisitId, VisitGuestId,
    VisitHostId,
    AgendaItemId, VehicleId, TravelLegId, LodgingId, MealId, TourStopId, TalkingPointId, VisitDutyId, VisitContactId,
    ChecklistItemId, CostLineId, ContingencyId, VisitTextId, VisitLogEntryId, PlannedQuestionId, SeatingPlanId, IssuedCopyId,
    TeamMemberId, CoverageRuleId, TopicAssignmentId, CommitmentAuthorityId, CustomerRequestId, WarningNoteId, TaskId, ContractId,
    IncidentId, BudgetLineId, WarningThresholdId,
    PhotoId, PictureId, ImportSourceId, PersonQuestionId,
    RightsRequestId, ConsentId, LegalHoldId, RetentionNoteId,
}

macro_rules! codes {
    ($($code:path),+ $(,)?) => {$(
        impl Column for $code {
            fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Text(self.code().as_bytes())))
            }
            fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
                Self::from_code(text(cell)?).ok_or(Unfit)
            }
        }
    )+};
}
codes! {
    domain::AccountKind, domain::AccountDayKind, domain::AccountTier, domain::AlcoholRule, domain::AssignmentKind, domain::Busy,
    domain::CompanionRule, domain::ComplaintSeverity, domain::ComplaintStatus, domain::Confidence,
    domain::Convention, domain::DataClass, domain::DecisionKind, domain::DecisionRole, domain::EdgeKind,
    domain::FactKind, domain::JobRole, domain::NameOrder, domain::OrgLinkKind, domain::PersonStatus,
    domain::RelationshipStage, domain::SeatStatus, domain::StaffStatus, domain::TouchKind, domain::VisitDirection,
    domain::VisitLevel, domain::VotingRule, domain::scene::Lens,
    domain::GuestPart, domain::RostrumEvenRule, domain::MpvRule, domain::SecondSeat, domain::AgendaKind, domain::AgendaState,
    domain::VehicleKind, domain::TravelDirection, domain::MealKind, domain::TalkingPointKind, domain::Duty, domain::CostCategory,
    domain::VisitTextKind, domain::LogKind, domain::SeatingKind, domain::Edition, domain::PaperFormat, domain::PaperLang,
    domain::Topic, domain::WarningStatus, domain::TaskKind,
    domain::RightsKind, domain::RightsStatus, domain::ConsentScope, domain::RetentionKind,
}

/// Lists and small values: JSON text in the form the interchange uses.
macro_rules! json {
    ($words:ident: $($ty:ty),+ $(,)?) => {$(
        impl Column for $ty {
            const WORDS: Words = Words::$words;
            fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
                serde_json::to_string(self).map(ToSqlOutput::from).map_err(|_| Unfit)
            }
            fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
                serde_json::from_str(text(cell)?).map_err(|_| Unfit)
            }
        }
    )+};
}
json! { Listed: Attendee }
json! { None: Birthday }

/// Lists alike; the empty list is the common case.
macro_rules! lists {
    ($words:ident: $($ty:ty),+ $(,)?) => {$(
        impl Column for Vec<$ty> {
            const WORDS: Words = Words::$words;
            fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
                if self.is_empty() {
                    return Ok(ToSqlOutput::Borrowed(ValueRef::Text(b"[]")));
                }
                serde_json::to_string(self).map(ToSqlOutput::from).map_err(|_| Unfit)
            }
            fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
                match text(cell)? {
                    "[]" => Ok(Self::new()),
                    list => serde_json::from_str(list).map_err(|_| Unfit),
                }
            }
        }
    )+};
}
lists! { Listed: NameVariant, Spoken, Stay, String, Attendee, SeatPin }
lists! {
    None: BlockMark, DecisionRole, InformalFunction, StaffId, PersonId, SeatId, FormerUnit, JobRole, Day, TableSetting, ColumnUse,
}

/// Finite numbers only: JSON would write `null` for others and never read it back.
impl Column for Vec<f64> {
    fn write(&self) -> Result<ToSqlOutput<'_>, Unfit> {
        if !self.iter().all(|one| one.is_finite()) {
            return Err(Unfit);
        }
        serde_json::to_string(self).map(ToSqlOutput::from).map_err(|_| Unfit)
    }
    fn read(cell: ValueRef<'_>) -> Result<Self, Unfit> {
        serde_json::from_str(text(cell)?).map_err(|_| Unfit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through<T: Column + PartialEq + std::fmt::Debug>(value: T) {
        let cell = match value.write().unwrap() {
            ToSqlOutput::Borrowed(cell) => rusqlite::types::Value::try_from(cell).unwrap(),
            ToSqlOutput::Owned(cell) => cell,
            other => panic!("{other:?}"),
        };
        assert_eq!(T::read(ValueRef::from(&cell)).unwrap(), value);
    }

    #[test]
    fn edges_of_ranges_survive() {
        through(u8::MAX);
        through(i8::MIN);
        through(u32::MAX);
        through(i64::MIN);
        through(Some(0.1_f64 + 0.2));
        through(vec![1.0_f64, 0.1 + 0.2, 1e300]);
        through(None::<String>);
        through(Some(String::from("\u{202e}<script>𠮷\0")));
        through(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap());
        through(NaiveDate::from_ymd_opt(2028, 2, 29).unwrap());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(u8::read(ValueRef::Integer(256)), Err(Unfit));
        assert_eq!(i8::read(ValueRef::Integer(-129)), Err(Unfit));
        assert_eq!(bool::read(ValueRef::Integer(2)), Err(Unfit));
        assert_eq!(f64::NAN.write(), Err(Unfit));
        assert_eq!(vec![f64::INFINITY].write(), Err(Unfit));
        for wrong in ["2026-02-30", "2026-2-03", "2026/02/03", "20260203", "+026-02-03", "二〇二六"] {
            assert_eq!(NaiveDate::read(ValueRef::Text(wrong.as_bytes())), Err(Unfit), "{wrong}");
        }
        assert_eq!(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap().write(), Err(Unfit));
        assert_eq!(domain::SeatId::read(ValueRef::Blob(&[0; 15])), Err(Unfit));
        assert_eq!(domain::SeatStatus::read(ValueRef::Text(b"absent")), Err(Unfit));
        assert_eq!(String::read(ValueRef::Text(&[0xff])), Err(Unfit));
    }
}
