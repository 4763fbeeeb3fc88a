//! What is kept of the open workspace until something of it changes: records, scores, and what lists tell of an account.
//!
//! One rule for all of it: a step says in whose reach its rows are ([`Extent`]), and what is kept of those is forgotten.
//! Deliberately absent: reading and reckoning (`tell`), and what is told, which each command says of its own list.

use std::any::{Any, TypeId};
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use domain::{Account, AccountId, Day, Lang, PersonId, Snapshot, Staff};
use store::Extent;

use crate::commands::court::Scored;
use crate::commands::people::list::Listed;
use crate::wire::StaffChip;

/// Most accounts whose records are held in memory at once: a company of hundreds of accounts is walked, not held.
const MOST_HELD: usize = 64;

/// Something told of an account.
type Thing = Arc<dyn Any + Send + Sync>;

/// All that is kept.
#[derive(Default)]
pub(crate) struct Known {
    pub whole: Option<Arc<Snapshot>>,
    /// The lists of people looked at last.
    pub list: VecDeque<Arc<Listed>>,
    pub staff: Option<Arc<[Staff]>>,
    pub accounts: Option<Arc<[Account]>>,
    /// Our people as chips, seniors first.
    pub chips: HashMap<Lang, Arc<[StaffChip]>>,
    held: HashMap<AccountId, Arc<Snapshot>>,
    /// The accounts held, the one held longest first.
    order: VecDeque<AccountId>,
    reckoned: HashMap<AccountId, Reckoned>,
}

/// What was reckoned of an account on the day asked last.
struct Reckoned {
    day: Day,
    scored: Arc<Scored>,
    told: HashMap<TypeId, (Lang, Thing)>,
}

impl Known {
    /// The records of an account, if they are held.
    pub fn snapshot(&self, id: AccountId) -> Option<&Arc<Snapshot>> {
        self.held.get(&id)
    }

    /// Holds the records of an account; the one held longest makes room.
    pub fn hold(&mut self, id: AccountId, snapshot: Arc<Snapshot>) {
        if self.held.insert(id, snapshot).is_none() {
            self.order.push_back(id);
        }
        while self.held.len() > MOST_HELD {
            let Some(oldest) = self.order.pop_front() else { break };
            self.held.remove(&oldest);
        }
    }

    /// The scores of an account on a day.
    pub fn scored(&self, id: AccountId, day: Day) -> Option<&Arc<Scored>> {
        self.reckoned.get(&id).filter(|one| one.day == day).map(|one| &one.scored)
    }

    /// Keeps scores; those of another day go.
    pub fn keep_score(&mut self, id: AccountId, day: Day, scored: Arc<Scored>) {
        if self.scored(id, day).is_none() {
            self.reckoned.insert(id, Reckoned { day, scored, told: HashMap::new() });
        }
    }

    /// What was told of an account on a day in a language.
    pub fn told<T: Any + Send + Sync>(&self, id: AccountId, day: Day, lang: Lang) -> Option<Arc<T>> {
        let one = self.reckoned.get(&id).filter(|one| one.day == day)?;
        let (spoken, thing) = one.told.get(&TypeId::of::<T>())?;
        if *spoken == lang { thing.clone().downcast().ok() } else { None }
    }

    /// Keeps what was told beside the scores it rests on; what was told in another language goes.
    pub fn keep_told<T: Any + Send + Sync>(&mut self, id: AccountId, day: Day, lang: Lang, thing: Arc<T>) {
        if let Some(one) = self.reckoned.get_mut(&id).filter(|one| one.day == day) {
            one.told.insert(TypeId::of::<T>(), (lang, thing));
        }
    }

    /// Forgets whatever may be different after a step.
    pub fn forget(&mut self, extent: &Extent) {
        let Extent::Within { accounts, people } = extent else {
            *self = Self::default();
            return;
        };
        (self.whole, self.accounts) = (None, None);
        self.list.clear();
        self.held
            .retain(|id, one| !accounts.contains(id) && !reach_of(one).iter().any(|person| people.contains(person)));
        let held = &self.held;
        self.order.retain(|id| held.contains_key(id));
        self.reckoned.retain(|id, one| !accounts.contains(id) && !one.scored.reaches(people));
    }
}

/// The people an account has in reach, in order, also those named in its touches of whom there is no record (yet).
pub(crate) fn reach_of(snapshot: &Snapshot) -> BTreeSet<PersonId> {
    let named = snapshot.touches.iter().flat_map(|one| one.people.iter().copied());
    snapshot.people.iter().map(|one| one.id).chain(named).collect()
}
