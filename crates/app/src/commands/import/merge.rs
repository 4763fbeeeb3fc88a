//! A row that is somebody known: what was chosen from the file goes in, everything else stays as it was.
//!
//! Deliberately absent: reporting lines (`superiors`), and who answers for seats that have an owner: that is worked on here
//! and no list replaces it.

use std::collections::BTreeSet;

use domain::*;
use intake::people::{PeopleField, PersonRow};

use super::fields::{alike, kind_of, stands_against};
use super::records::{Making, said};
use crate::commands::seat::set_by_script;
use crate::commands::unit::into_unit;
use crate::new_id;

impl Making<'_> {
    /// Puts what was chosen of a row into the records of somebody known; the seat the row speaks of.
    pub fn merge(
        &mut self,
        index: usize,
        row: &PersonRow,
        person: PersonId,
        fields: &BTreeSet<PeopleField>,
    ) -> Option<SeatId> {
        let known = self.names.known;
        let there = known.people[known.index_of(person)?];
        self.people.push(person);
        self.who.insert(row.row, person);
        if known.is_restricted(person) {
            self.restricted += 1;
            let held = || known.held(person).first().map(|one| one.1);
            return known.seat_for(person, self.names.account, row).or_else(held).map(|one| one.id);
        }
        let before = self.records_made();
        let seat = match known.seat_for(person, self.names.account, row) {
            Some(seat) => {
                self.reseat(seat, row, fields);
                seat.id
            }
            None if there.no_contact => {
                self.barred += 1;
                return None;
            }
            None if row.from_superior_column => known.held(person).first()?.1.id,
            None => self.second_seat(index, row, there),
        };
        self.named(row, there, fields);
        self.noted(row, person, fields);
        if fields.contains(&PeopleField::Attitude) {
            self.stance(row, person);
        }
        self.touch(row, person);
        self.photo(row, person);
        self.tie(row, person);
        if self.records_made() > before || fields.contains(&PeopleField::Superior) {
            self.changed += 1;
            self.learned.push(person);
        } else {
            self.known += 1;
        }
        Some(seat)
    }

    fn records_made(&self) -> usize {
        let all = &self.records;
        all.people.len()
            + all.seats.len()
            + all.tenures.len()
            + all.facts.len()
            + all.stances.len()
            + all.touches.len()
            + all.chain_members.len()
            + all.assignments.len()
            + all.ties.len()
    }

    /// Title, rank and unit of the seat; its part in the decision and its owner, where there was none.
    fn reseat(&mut self, there: &Seat, row: &PersonRow, fields: &BTreeSet<PeopleField>) {
        let mut seat = there.clone();
        if let (true, Some(title)) = (fields.contains(&PeopleField::Title), &row.title) {
            set_by_script(&mut seat.title_zh, &mut seat.title_en, title.clone());
        }
        if fields.contains(&PeopleField::Rank) {
            seat.rank_level = row.rank.or(seat.rank_level);
        }
        if let (true, Some(name)) = (fields.contains(&PeopleField::Unit), row.unit.as_deref()) {
            let unit = self.unit(Some(name));
            let today = self.names.known.today;
            seat = into_unit(self.names.known.whole, &seat, unit, today, today);
        }
        if fields.contains(&PeopleField::Role) && !self.names.known.is_member(seat.id) {
            self.member(row, seat.id, seat.position);
        }
        if fields.contains(&PeopleField::Owner) && !self.names.known.is_owned(seat.id) {
            self.assignments(row, seat.id);
        }
        if seat != *there {
            self.records.seats.push(seat);
        }
    }

    /// A seat for somebody known who has none in this account; they are here again if they had left.
    fn second_seat(&mut self, index: usize, row: &PersonRow, person: &Person) -> SeatId {
        let unit = self.unit(row.unit.as_deref());
        let seat = self.new_seat(index, row, unit);
        let primary = !self.names.known.held(person.id).iter().any(|(tenure, _)| tenure.primary);
        let source = Some(self.names.sourcing.source.clone());
        self.records.tenures.push(Tenure { primary, source, ..Tenure::bare(new_id(), seat, person.id) });
        if person.status == PersonStatus::Departed {
            let back = Person { status: PersonStatus::Active, left_on: None, ..person.clone() };
            self.records.people.push(back);
        }
        seat
    }

    fn named(&mut self, row: &PersonRow, there: &Person, fields: &BTreeSet<PeopleField>) {
        use PeopleField as F;
        // Whoever came back was put in already.
        let made = self.records.people.iter().rposition(|one| one.id == there.id);
        let mut person = made.map_or_else(|| there.clone(), |at| self.records.people.remove(at));
        let taken = |field: F, value: &Option<String>| value.clone().filter(|_| fields.contains(&field));
        if let Some(name) = taken(F::Name, &row.name) {
            // The former name stays one they can be found by.
            if let Some(old) = person.name_zh.replace(name) {
                person.variants.push(NameVariant { script: "zh-Hans".into(), text: old });
            }
            person.surname = row.surname.clone().or(person.surname);
            person.given = row.given.clone().or(person.given);
        }
        person.name_en = taken(F::NameEn, &row.name_en).or(person.name_en);
        person.pronunciation = taken(F::Pronunciation, &row.pronunciation).or(person.pronunciation);
        person.address_zh = taken(F::Address, &row.address).or(person.address_zh);
        person.r#ref = taken(F::Ref, &row.external_ref).or(person.r#ref);
        if fields.contains(&F::Birthday) {
            person.birthday = row.birthday.or(person.birthday);
        }
        if person != *there {
            self.records.people.push(person);
        }
    }

    fn noted(&mut self, row: &PersonRow, person: PersonId, fields: &BTreeSet<PeopleField>) {
        let all = said(row);
        let listed = |field: PeopleField| all.iter().filter(|(one, _)| *one == field).count();
        for (field, value) in all.iter().filter(|(field, _)| fields.contains(field)).cloned() {
            let known = self.names.known;
            let own = known.facts(person).iter().filter(|one| Some(one.kind) == kind_of(field));
            let text = value.clone().unwrap_or_default();
            let same = |one: &&&Fact| alike(field, one.value.as_deref().unwrap_or_default(), &text);
            if own.clone().any(|one| same(&one)) {
                continue;
            }
            let replaces = stands_against(field, own.clone().count(), listed(field));
            let last = own.max_by_key(|one| (one.verified_on, one.id)).filter(|_| replaces);
            let Some(fact) = self.names.sourcing.fact(person, field, value) else { continue };
            let (id, r#ref) = last.map_or((fact.id, None), |one| (one.id, one.r#ref.clone()));
            let class = last.map_or(fact.class, |one| one.class.max(fact.class));
            self.records.facts.push(Fact { id, r#ref, class, ..fact });
        }
    }
}
