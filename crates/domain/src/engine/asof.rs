//! What holds on a day: intervals and whether one of ours is at work. Deliberately absent: anything about stakeholders.

use crate::{Day, Person, PersonStatus, Snapshot, Staff, StaffId, StaffStatus, by_id};

/// Longest leave during which one of ours still counts as active, days (G4).
pub const LONGEST_LEAVE: i64 = 30;

/// Whether an interval holds on a day; both ends included, an open end is unlimited.
pub fn is_in_force(from: Option<Day>, to: Option<Day>, day: Day) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

/// Whether somebody has left before a day: `left_on` is their last day there, and an open tenure does not keep them longer.
/// Without a known day they are gone on every day.
pub fn has_left(person: &Person, day: Day) -> bool {
    person.status == PersonStatus::Departed && person.left_on.is_none_or(|left| left < day)
}

/// Whether one of ours is at work on a day: not departed before it, and not on a leave of more than 30 days.
pub fn is_active(staff: &Staff, day: Day) -> bool {
    let left = match staff.status {
        StaffStatus::Departed => staff.left_on.is_none_or(|left| left < day),
        _ => staff.left_on.is_some_and(|left| left < day),
    };
    !left && !is_on_long_leave(staff, day)
}

fn is_on_long_leave(staff: &Staff, day: Day) -> bool {
    match (staff.leave_from, staff.leave_to) {
        (None, None) => staff.status == StaffStatus::OnLeave,
        (from, to) if !is_in_force(from, to, day) => false,
        (Some(from), Some(to)) => (to - from).num_days() > LONGEST_LEAVE,
        _ => true,
    }
}

/// Our people with their activity on a day. Nothing is read beforehand: an account knows few of thousands.
#[derive(Debug, Clone, Copy)]
pub struct Crew<'a> {
    staff: &'a [Staff],
    day: Day,
}

impl<'a> Crew<'a> {
    /// Our people on a day.
    pub fn on(snapshot: &'a Snapshot, day: Day) -> Self {
        Self { staff: &snapshot.staff, day }
    }
    /// Whether this one of ours is known and active.
    pub fn is_active(&self, id: StaffId) -> bool {
        self.get(id).is_some_and(|one| is_active(one, self.day))
    }
    /// The record, active or not.
    pub fn get(&self, id: StaffId) -> Option<&'a Staff> {
        by_id(self.staff, id)
    }
    /// Those of the list who are active.
    pub fn active(&self, ids: &[StaffId]) -> Vec<StaffId> {
        ids.iter().copied().filter(|id| self.is_active(*id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn staff(patch: &[(&str, serde_json::Value)]) -> Staff {
        let mut value = serde_json::json!({
            "id": "01a1f640-bc00-7000-8000-000000000001", "name_zh": "样例一", "name_en": null, "title_zh": null,
            "title_en": null, "rank_level": 4, "job_role": "AR", "status": "active", "left_on": null, "leave_from": null,
            "leave_to": null, "native_place": null, "dialects": [], "languages": [], "schools": [], "employers": [],
            "profession": null, "hobbies": [], "served": false, "bg_ok": false
        });
        for (key, new) in patch {
            value[*key] = new.clone();
        }
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn both_ends_are_included() {
        let (from, to) = (Some(day("2026-03-01")), Some(day("2026-03-31")));
        assert!(is_in_force(from, to, day("2026-03-01")) && is_in_force(from, to, day("2026-03-31")));
        assert!(!is_in_force(from, to, day("2026-02-28")) && !is_in_force(from, to, day("2026-04-01")));
        assert!(is_in_force(None, None, day("2026-04-01")));
    }

    #[test]
    fn the_last_day_of_work_still_counts() {
        let left = staff(&[("status", "departed".into()), ("left_on", "2026-08-31".into())]);
        assert!(is_active(&left, day("2026-08-31")) && !is_active(&left, day("2026-09-01")));
        assert!(!is_active(&staff(&[("status", "departed".into())]), day("2020-01-01")));
    }

    #[test]
    fn somebody_who_left_is_there_on_the_last_day() {
        let mut gone = crate::engine::fixture::person(30, "样例一");
        assert!(!has_left(&gone, day("2026-10-01")));
        (gone.status, gone.left_on) = (PersonStatus::Departed, Some(day("2026-09-30")));
        assert!(!has_left(&gone, day("2026-09-30")) && has_left(&gone, day("2026-10-01")));
        gone.left_on = None;
        assert!(has_left(&gone, day("2020-01-01")));
    }

    #[test]
    fn only_a_leave_of_more_than_thirty_days_takes_one_out() {
        let leave = |to: &str| {
            staff(&[("status", "on_leave".into()), ("leave_from", "2026-11-01".into()), ("leave_to", to.into())])
        };
        let today = day("2026-11-20");
        assert!(is_active(&leave("2026-12-01"), today), "thirty days");
        assert!(!is_active(&leave("2026-12-02"), today), "thirty-one days");
        assert!(is_active(&leave("2026-12-31"), day("2026-10-31")), "not yet begun");
        assert!(!is_active(&staff(&[("status", "on_leave".into())]), today), "open end");
    }
}
