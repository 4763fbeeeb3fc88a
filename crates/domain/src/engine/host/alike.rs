//! Who of ours are alike in a dimension. A guest's line is the same for all of them, so it is written down once and shared.
//!
//! Deliberately absent: what the lines say (points, background), and the two dimensions that rest on one person alone,
//! business and meetings.

use super::HostDimension;
use crate::{Busy, Spoken, Staff, Stay};
use std::collections::HashMap;
use std::hash::Hash;

/// The number of one of ours in each dimension, in column order. Two with one number get equal lines from every guest who
/// has no tie to either of them.
pub(super) type Class = [u32; 9];

type Numbers<T> = HashMap<T, u32>;

/// The numbers given so far; `None` is everybody without consent, whose background is as if empty.
#[derive(Default)]
pub(super) struct Alike<'a> {
    tongues: Numbers<Option<(&'a [String], &'a [Spoken])>>,
    natives: Numbers<Option<Option<&'a str>>>,
    schools: Numbers<Option<&'a [Stay]>>,
    careers: Numbers<Option<(bool, &'a [Stay])>>,
    pursuits: Numbers<Option<(Option<&'a str>, &'a [String])>>,
}

fn number<T: Hash + Eq>(known: &mut Numbers<T>, one: T) -> u32 {
    let next = known.len() as u32;
    *known.entry(one).or_insert(next)
}

impl<'a> Alike<'a> {
    pub(super) fn class(&mut self, staff: &'a Staff, busy: Busy) -> Class {
        let open = staff.bg_ok.then_some(staff);
        let mut class = Class::default();
        let mut put = |dimension: HostDimension, number| class[dimension as usize] = number;
        put(HostDimension::Rank, staff.rank_level.into());
        put(HostDimension::Available, busy as u32);
        let tongues = open.map(|one| (&one.dialects[..], &one.languages[..]));
        put(HostDimension::Dialect, number(&mut self.tongues, tongues));
        put(HostDimension::Native, number(&mut self.natives, open.map(|one| one.native_place.as_deref())));
        put(HostDimension::School, number(&mut self.schools, open.map(|one| &one.schools[..])));
        put(HostDimension::Career, number(&mut self.careers, open.map(|one| (one.served, &one.employers[..]))));
        let pursuits = open.map(|one| (one.profession.as_deref(), &one.hobbies[..]));
        put(HostDimension::Affinity, number(&mut self.pursuits, pursuits));
        class
    }
}
