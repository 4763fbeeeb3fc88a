//! Walks over all accounts: each is read, scored and told of once until something of it changes, on as many threads as the
//! machine has. Deliberately absent: what is told, and when it is forgotten (`known`).

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::{Account, AccountId, Snapshot, Staff};
use store::Store;

use crate::commands::court::Scored;
use crate::commands::rows::Desk;
use crate::known::Known;
use crate::wire::{StaffChip, ViewContext};
use crate::{App, Error, Words};

/// With fewer accounts to read no other thread is worth its connection.
const FEW: usize = 8;
/// Most threads at once.
const MOST_THREADS: usize = 8;

/// What a list tells of an account on a day. Made from that account's records, scores, day and language alone, because
/// nothing else makes it forgotten.
pub(crate) trait Told: Any + Send + Sync {
    /// What is the same for every account.
    type Ground: Sync;
    /// Prepared once for a walk.
    fn ground(context: &ViewContext) -> Self::Ground;
    /// Told of one account.
    fn of(ground: &Self::Ground, desk: &Desk, scored: &Scored) -> Self;
}

/// Scores alone.
impl Told for () {
    type Ground = ();
    fn ground(_: &ViewContext) -> Self::Ground {}
    fn of((): &Self::Ground, _: &Desk, _: &Scored) -> Self {}
}

/// What a walk makes of an account.
struct Made<T> {
    account: AccountId,
    scored: Arc<Scored>,
    made: T,
}

/// What every thread of a walk reads.
struct Walk<'a, F> {
    accounts: &'a [AccountId],
    next: AtomicUsize,
    known: &'a Known,
    staff: &'a [Staff],
    words: &'a Words,
    context: &'a ViewContext,
    make: F,
}

impl<T, F: Fn(&Desk, &Scored) -> T> Walk<'_, F> {
    /// Takes accounts until none is left.
    fn run(&self, store: &Store) -> Result<Vec<Made<T>>, Error> {
        let (mut made, mut loader) = (Vec::new(), store.loader());
        // Ours are thousands and in every account: they go from one to the next.
        let mut staff: Vec<Staff> = Vec::new();
        while let Some(account) = self.accounts.get(self.next.fetch_add(1, Ordering::Relaxed)).copied() {
            if let Some(held) = self.known.snapshot(account) {
                made.push(self.one(account, held)?);
                continue;
            }
            let mut own = loader.account_alone(account)?;
            own.staff = if staff.is_empty() { self.staff.to_vec() } else { std::mem::take(&mut staff) };
            made.push(self.one(account, &own)?);
            staff = std::mem::take(&mut own.staff);
        }
        Ok(made)
    }

    fn one(&self, id: AccountId, snapshot: &Snapshot) -> Result<Made<T>, Error> {
        let account = snapshot.account(id).ok_or(Error::missing("account"))?;
        let day = self.context.today;
        let scored = self.known.scored(id, day).cloned().unwrap_or_else(|| Arc::new(Scored::of(snapshot, id, day)));
        let desk = Desk::new(snapshot, account, self.words.speak(self.context.lang), self.context);
        Ok(Made { account: id, made: (self.make)(&desk, &scored), scored })
    }
}

impl App {
    /// All accounts, in the order of making.
    pub(crate) fn listed(&mut self) -> Result<Arc<[Account]>, Error> {
        if let Some(known) = &self.known.accounts {
            return Ok(known.clone());
        }
        let accounts: Arc<[Account]> = self.store()?.list::<Account>()?.into();
        self.known.accounts = Some(accounts.clone());
        Ok(accounts)
    }

    /// All our people, seniors first, those who left last.
    pub(crate) fn chips(&mut self, lang: domain::Lang) -> Result<Arc<[StaffChip]>, Error> {
        if let Some(known) = self.known.chips.get(&lang) {
            return Ok(known.clone());
        }
        let staff = self.staff()?;
        let chips: Arc<[StaffChip]> = crate::commands::workspace::chips_of(&staff, lang).into();
        self.known.chips.insert(lang, chips.clone());
        Ok(chips)
    }

    /// What is told of every account, in the order of accounts; read and reckoned where it is not known yet.
    pub(crate) fn tell<T: Told>(&mut self, context: &ViewContext) -> Result<Vec<(AccountId, Arc<T>)>, Error> {
        let accounts = self.listed()?;
        let (day, lang) = (context.today, context.lang);
        let missing = accounts.iter().filter(|one| self.known.told::<T>(one.id, day, lang).is_none());
        let missing: Vec<AccountId> = missing.map(|one| one.id).collect();
        if !missing.is_empty() {
            let ground = T::ground(context);
            for one in self.walk(context, &missing, |desk, scored| T::of(&ground, desk, scored))? {
                self.known.keep_told(one.0, day, lang, Arc::new(one.1));
            }
        }
        let told = |one: &Account| Ok((one.id, self.known.told(one.id, day, lang).ok_or(Error::missing("account"))?));
        accounts.iter().map(told).collect()
    }

    /// Runs `make` with each of these accounts; only the scores are kept. In the order asked for.
    pub(crate) fn walk<T: Send>(
        &mut self,
        context: &ViewContext,
        accounts: &[AccountId],
        make: impl Fn(&Desk, &Scored) -> T + Sync,
    ) -> Result<Vec<(AccountId, T)>, Error> {
        let staff = self.staff()?;
        let store = self.store()?;
        let (known, words) = (&self.known, &self.words);
        let walk = Walk { accounts, next: AtomicUsize::new(0), known, staff: &staff, words, context, make };
        let threads = match accounts.len() {
            few if few < FEW => 1,
            _ => std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS),
        };
        // A machine that cannot open the file again reads it alone.
        let beside: Vec<Store> = (1..threads).map_while(|_| store.beside().ok()).collect();
        let mut made = std::thread::scope(|scope| -> Result<Vec<Made<T>>, Error> {
            let walk = &walk;
            let others: Vec<_> = beside.into_iter().map(|one| scope.spawn(move || walk.run(&one))).collect();
            let mut made = walk.run(store)?;
            for other in others {
                made.extend(other.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))?);
            }
            Ok(made)
        })?;
        let place: std::collections::HashMap<AccountId, usize> =
            accounts.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        made.sort_by_key(|one| place.get(&one.account).copied());
        let day = context.today;
        let kept = made.into_iter().map(|one| {
            self.known.keep_score(one.account, day, one.scored);
            (one.account, one.made)
        });
        Ok(kept.collect())
    }
}
