//! The background of ours, and who are alike in a dimension. A guest's line is the same for all of them, so it is written down once and shared.
//!
//! Deliberately absent: what the lines say (points, background), and the two dimensions that rest on one person alone,
//! business and meetings.

use super::HostDimension;
use crate::engine::entity::{Aliases, EntityKey, fold};
use crate::engine::places::settled;
use crate::{Busy, Spoken, Staff, Stay};
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

/// The number of one of ours in each dimension, in column order. Two with one number get equal lines from every guest who
/// has no tie to either of them.
pub(super) type Class = [u32; 9];

/// Stays by the school or employer they were at.
pub(super) type Stays<'a> = Vec<(EntityKey, &'a Stay)>;

/// What people were put down with, numbered in the order it was met, and what it was read as.
struct Seen<K, T>(HashMap<K, (u32, Rc<T>)>);

impl<K: Hash + Eq, T> Seen<K, T> {
    fn find(&mut self, one: K, read: impl FnOnce() -> T) -> (u32, Rc<T>) {
        let next = self.0.len() as u32;
        let (number, read) = self.0.entry(one).or_insert_with(|| (next, Rc::new(read())));
        (*number, Rc::clone(read))
    }
}

impl<K, T> Default for Seen<K, T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// The background of one of ours as it is compared. Empty without consent, so it cannot count by mistake.
pub(super) struct Background<'a> {
    pub native: Rc<Option<String>>,
    pub schools: Rc<Stays<'a>>,
    pub employers: Rc<Stays<'a>>,
    pub pursuits: Rc<Pursuits>,
}

/// Profession and hobbies, folded.
#[derive(Default)]
pub(super) struct Pursuits {
    pub profession: Option<String>,
    pub hobbies: Vec<String>,
}

/// Dialects and languages, and profession and hobbies, as put down.
type Tongues<'a> = Option<(&'a [String], &'a [Spoken])>;
type Told<'a> = Option<(Option<&'a str>, &'a [String])>;

/// The numbers given so far; `None` is everybody without consent.
#[derive(Default)]
pub(super) struct Alike<'a> {
    tongues: Seen<Tongues<'a>, ()>,
    natives: Seen<Option<Option<&'a str>>, Option<String>>,
    schools: Seen<Option<&'a [Stay]>, Stays<'a>>,
    careers: Seen<Option<(bool, &'a [Stay])>, Stays<'a>>,
    pursuits: Seen<Told<'a>, Pursuits>,
}

impl<'a> Alike<'a> {
    /// Reads the background of one of ours and tells whom they are like.
    pub(super) fn read(&mut self, staff: &'a Staff, busy: Busy, names: &mut Aliases) -> (Class, Background<'a>) {
        let open = staff.bg_ok.then_some(staff);
        let mut stays = |list: Option<&'a Vec<Stay>>| -> Stays<'a> {
            list.into_iter().flatten().filter_map(|one| Some((names.learn(&one.place)?, one))).collect()
        };
        let tongues = open.map(|one| (&one.dialects[..], &one.languages[..]));
        let (tongue, _) = self.tongues.find(tongues, || ());
        let place = open.map(|one| one.native_place.as_deref());
        let (origin, native) = self.natives.find(place, || place.flatten().map(settled));
        let list = open.map(|one| &one.schools);
        let (school, schools) = self.schools.find(list.map(Vec::as_slice), || stays(list));
        let list = open.map(|one| &one.employers);
        let (career, employers) = self.careers.find(open.map(|one| (one.served, &one.employers[..])), || stays(list));
        let pursuits = open.map(|one| (one.profession.as_deref(), &one.hobbies[..]));
        let (pursuit, pursuits) = self.pursuits.find(pursuits, || Pursuits::of(pursuits));
        let mut class = Class::default();
        let mut put = |dimension: HostDimension, number| class[dimension as usize] = number;
        put(HostDimension::Rank, staff.rank_level.into());
        put(HostDimension::Dialect, tongue);
        put(HostDimension::Native, origin);
        put(HostDimension::School, school);
        put(HostDimension::Career, career);
        put(HostDimension::Affinity, pursuit);
        put(HostDimension::Available, busy as u32);
        (class, Background { native, schools, employers, pursuits })
    }
}

impl Pursuits {
    fn of(told: Told) -> Self {
        let Some((profession, hobbies)) = told else { return Self::default() };
        Self { profession: profession.map(fold), hobbies: hobbies.iter().map(|one| fold(one)).collect() }
    }
}
