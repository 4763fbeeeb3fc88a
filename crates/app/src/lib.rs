//! Use cases over the store and the engines: the one command list, the wire shapes, the words.
//!
//! Owns: what a user can ask and do. Deliberately absent: windows, dialogs, paths chosen by a page, colours.

#![allow(clippy::result_large_err, reason = "errors carry their parameters; calls are few")]

mod commands;
pub mod contract;
mod error;
pub mod face;
pub mod files;
mod ids;
mod known;
mod names;
pub mod progress;
mod refs;
pub mod report;
mod tell;
pub mod wire;
mod words;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::{AccountId, Day, Lang, Snapshot, Staff};
pub use error::{Error, ErrorView};
use store::{Step, Store, Tx};
use uuid::Uuid;
pub use words::Words;

use commands::court::Scored;

/// The application without a host: an open workspace, its words, and files waiting for a yes.
pub struct App {
    store: Option<Store>,
    words: Words,
    pending: HashMap<String, commands::import::Pending>,
    /// Records, scores and what was told, until something of theirs changes.
    known: known::Known,
    /// What search looks in, until another file is opened.
    search: Option<commands::search::Shelf>,
    /// The map drawn last, from which the next one is told as a difference.
    drawn: Option<commands::drawn::Drawn>,
    /// Maps drawn so far.
    drawings: u32,
    /// What the large map shown last is asked for next.
    ways: Option<commands::map::Ways>,
    /// The paper looked at last.
    preview: Option<commands::edition::OpenPreview>,
    /// What the erasure looked at last would do, until something changes.
    erasing: Option<commands::rights::erase::Plan>,
    /// Whose page was opened last.
    opened: Option<domain::PersonId>,
    /// The picture looked at last.
    sight: Option<commands::photo::OpenSight>,
    /// How far a long import is.
    progress: Arc<progress::Progress>,
    /// The program that runs the reader of foreign files.
    reader: PathBuf,
    actor: String,
    /// The user's own deck that slides are written into.
    template: Option<export::map_pptx::TemplateDeck>,
}

impl App {
    /// An application with nothing open. `reader` is the executable to start as the limited reader; `actor` is
    /// written into the audit entries.
    pub fn new(reader: PathBuf, actor: String) -> Self {
        Self {
            store: None,
            words: Words::new(),
            pending: HashMap::new(),
            known: known::Known::default(),
            search: None,
            drawn: None,
            drawings: 0,
            ways: None,
            preview: None,
            sight: None,
            progress: Arc::default(),
            erasing: None,
            opened: None,
            reader,
            actor,
            template: None,
        }
    }

    /// Opens a workspace file in place of the one that is open.
    ///
    /// # Errors
    /// Everything `Store::open` refuses: not a workspace, newer, already open, read only.
    pub fn open(&mut self, path: &Path) -> Result<(), Error> {
        let store = Store::open(path)?;
        self.take_over(store);
        Ok(())
    }

    /// Makes a new workspace file; with `sample` it is filled with the fictional sample accounts.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn create(&mut self, path: &Path, sample: bool) -> Result<(), Error> {
        let made = Store::create(path)?;
        let before = self.store.replace(made);
        self.forget();
        self.search = None;
        let filled =
            if sample { commands::import::fill_with_sample(self) } else { commands::import::fill_with_policies(self) };
        if filled.is_err() {
            // What was open stays open, and no half-made file is left in the way of another try.
            self.store = before;
            self.forget();
            self.search = None;
            for end in ["", "-wal", "-shm", ".lock"] {
                let _ = std::fs::remove_file(format!("{}{end}", path.display()));
            }
        } else {
            self.pending.clear();
        }
        filled
    }

    /// Closes the workspace.
    pub fn close(&mut self) {
        self.take(None);
    }

    fn take_over(&mut self, store: Store) {
        self.take(Some(store));
    }

    fn take(&mut self, store: Option<Store>) {
        self.store = store;
        self.drawn = None;
        self.pending.clear();
        self.preview = None;
        self.sight = None;
        self.opened = None;
        self.search = None;
        self.forget();
    }

    /// How far a long import is, for a host to look at and to stop while the application works.
    pub fn progress(&self) -> Arc<progress::Progress> {
        self.progress.clone()
    }

    /// The program that runs the reader of foreign files, for a host that reads one aside.
    pub fn reader(&self) -> &Path {
        &self.reader
    }

    /// Words of the catalogue.
    pub fn words(&self) -> &Words {
        &self.words
    }

    fn store(&self) -> Result<&Store, Error> {
        self.store.as_ref().ok_or(Error::refused("no-workspace"))
    }

    fn store_mut(&mut self) -> Result<&mut Store, Error> {
        self.store.as_mut().ok_or(Error::refused("no-workspace"))
    }

    /// One account's records, with our people; read once until something changes.
    fn account(&mut self, id: AccountId) -> Result<Arc<Snapshot>, Error> {
        if let Some(known) = self.known.snapshot(id) {
            return Ok(known.clone());
        }
        let mut own = self.store()?.load_account_alone(id)?;
        own.staff = self.staff()?.to_vec();
        let snapshot = Arc::new(own);
        if snapshot.account(id).is_none() {
            return Err(Error::missing("account"));
        }
        self.known.hold(id, snapshot.clone());
        Ok(snapshot)
    }

    /// All our people; read once until something changes, as every account needs them.
    fn staff(&mut self) -> Result<Arc<[Staff]>, Error> {
        if let Some(known) = &self.known.staff {
            return Ok(known.clone());
        }
        let staff: Arc<[Staff]> = self.store()?.list::<Staff>()?.into();
        self.known.staff = Some(staff.clone());
        Ok(staff)
    }

    /// Every record; read once until something changes.
    fn whole(&mut self) -> Result<Arc<Snapshot>, Error> {
        if let Some(known) = &self.known.whole {
            return Ok(known.clone());
        }
        let snapshot = Arc::new(self.store()?.load_all()?);
        self.known.whole = Some(snapshot.clone());
        Ok(snapshot)
    }

    /// The scores of an account in its main decision on a day; reckoned once until something changes. Only the day asked last is
    /// kept of each.
    fn score(&mut self, id: AccountId, day: Day) -> Result<Arc<Scored>, Error> {
        if let Some(known) = self.known.scored(id, day) {
            return Ok(known.clone());
        }
        let snapshot = self.account(id)?;
        let score = Arc::new(Scored::of(&snapshot, id, day));
        self.known.keep_score(id, day, score.clone());
        Ok(score)
    }

    /// Forgets what may be different after a step; what is known of other accounts stays.
    pub(crate) fn changed(&mut self, extent: &store::Extent) {
        self.known.forget(extent);
        (self.ways, self.erasing) = (None, None);
    }

    /// Forgets all that was read: what is asked next comes from the file.
    pub fn forget(&mut self) {
        self.changed(&store::Extent::Everything);
    }

    /// The one door for writes: one transaction, one undo step named `op`, one audit entry.
    fn transact<T>(
        &mut self,
        lang: Lang,
        op: &'static str,
        work: impl FnOnce(&mut Tx) -> Result<T, Error>,
    ) -> Result<(T, wire::Changed), Error> {
        self.write(lang, op, |store, step| store.transact(step, work))
    }

    /// The same door for what must really be gone: the step cannot be undone, nor those before it, and what they kept of
    /// the tables it touched or `forget` names is forgotten.
    fn transact_for_good<T>(
        &mut self,
        lang: Lang,
        op: &'static str,
        forget: &[&str],
        work: impl FnOnce(&mut Tx) -> Result<T, Error>,
    ) -> Result<(T, wire::Changed), Error> {
        self.write(lang, op, |store, step| store.transact_for_good(step, forget, work))
    }

    /// The same door for somebody who is erased: every earlier state of every table is forgotten, the file is written anew, and
    /// nothing of it stays in memory.
    fn transact_erasing<T>(
        &mut self,
        lang: Lang,
        op: &'static str,
        work: impl FnOnce(&mut Tx) -> Result<T, Error>,
    ) -> Result<(T, wire::Changed), Error> {
        let step = self.step(op);
        let done = self.store_mut()?.transact_erasing(step, work);
        // Also when only the writing anew failed: the step itself may be done.
        self.forget();
        (self.drawn, self.preview, self.sight) = (None, None, None);
        self.search = None;
        self.pending.clear();
        Ok(self.told(lang, op, done?))
    }

    /// Writes into the audit that something was looked at or left the desk: no step, nothing to undo.
    fn saw(&mut self, op: &str, about: Option<Uuid>) -> Result<(), Error> {
        self.see(op, about, None)
    }

    /// Writes into the audit that somebody's page was opened. The page asks again whenever something changes: that is one opening.
    pub(crate) fn opened(&mut self, person: domain::PersonId) -> Result<(), Error> {
        if self.opened.replace(person) == Some(person) { Ok(()) } else { self.saw("open-person", Some(person.into())) }
    }

    /// The same with the reason (F.4, point 9): a code of letters, digits, `-` and `_`, and, where given, the words of whoever
    /// looked. The words go when the person they are about is erased; everything else stays.
    ///
    /// # Errors
    /// When no workspace is open, the code is no code, or the file cannot be written.
    pub fn saw_because(&mut self, op: &str, about: Option<Uuid>, code: &str, text: Option<&str>) -> Result<(), Error> {
        let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        if code.is_empty() || code.len() > 40 || !code.chars().all(is_code) {
            return Err(Error::Request("reason: a code".into()));
        }
        self.see(op, about, Some((code, text)))
    }

    fn see(&mut self, op: &str, about: Option<Uuid>, why: Option<(&str, Option<&str>)>) -> Result<(), Error> {
        let (actor, at, salt) = (self.actor.clone(), timestamp(), new_salt());
        let why = why.map(|(code, text)| store::Why { code, text, salt: &salt });
        let about = about.unwrap_or_default();
        Ok(self.store_mut()?.see(&store::Seen { id: Uuid::now_v7(), op, at: &at, actor: &actor, about, why })?)
    }

    /// The same door for what left the desk: undo passes the step by, and those before it can still be taken back.
    fn transact_beyond_undo<T>(
        &mut self,
        lang: Lang,
        op: &'static str,
        work: impl FnOnce(&mut Tx) -> Result<T, Error>,
    ) -> Result<(T, wire::Changed), Error> {
        self.write(lang, op, |store, step| store.transact_beyond_undo(step, work))
    }

    /// One step through a door of the store, and what changed because of it.
    fn write<T>(
        &mut self,
        lang: Lang,
        op: &'static str,
        door: impl FnOnce(&mut Store, Step<'static>) -> Result<store::Committed<T>, Error>,
    ) -> Result<(T, wire::Changed), Error> {
        let step = self.step(op);
        let committed = door(self.store_mut()?, step)?;
        self.changed(&committed.extent);
        Ok(self.told(lang, op, committed))
    }

    fn step(&self, op: &'static str) -> Step<'static> {
        let (params, actor) = (serde_json::Value::Null, self.actor.clone());
        Step { id: Uuid::now_v7(), op, params, at: timestamp(), actor }
    }

    fn told<T>(&self, lang: Lang, op: &str, committed: store::Committed<T>) -> (T, wire::Changed) {
        let areas = wire::areas(committed.areas());
        (committed.value, wire::Changed { areas, step: self.words.step(lang, op), created: None })
    }
}

/// A new identity.
fn new_id<T: From<Uuid>>() -> T {
    T::from(ids::next())
}

/// Random enough for a salt: the parts of two new identities that no clock tells.
fn new_salt() -> String {
    let tail = || Uuid::now_v7().as_u128() & ((1 << 62) - 1);
    format!("{:016x}{:016x}", tail(), tail())
}

/// Now, in UTC, for the audit trail.
fn timestamp() -> String {
    let now: chrono::DateTime<chrono::Utc> = std::time::SystemTime::now().into();
    now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}
