//! Rows beside whom they may be, field by field, with a proposal for each field. Writes nothing.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use domain::engine::duplicates::{Agreement, Likeness, Party, duplicates};
use domain::*;
use intake::people::{PeopleField, PeopleList};

use super::fields::{COMPARED, Values, alike, kind_of, of_row, only_fills, stands_against};
use super::known::{Known, row_identity};
use super::superiors::{Superiors, listed};

/// Whom a row may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Other {
    Person(PersonId),
    /// Index of an earlier row.
    Row(usize),
}

/// Why a field is proposed as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldNote {
    Same,
    /// Nothing is noted here yet.
    Fills,
    /// Somebody confirmed ours on that day.
    Verified(Day),
    /// Ours came from the earlier edition and nobody has confirmed it since.
    Updated,
    /// Both say something; ours stays unless chosen.
    Differs,
    /// Adds to what is there.
    Adds,
    /// Drawn here on that day, after the last edition of the list.
    Drawn(Day),
    /// Worked on here, never replaced by a list.
    Kept,
}

/// One field of a pair.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    pub field: PeopleField,
    pub ours: Vec<String>,
    pub file: Vec<String>,
    pub note: FieldNote,
}

impl Compared {
    /// Whether the value of the file is proposed.
    pub fn takes_file(&self) -> bool {
        matches!(self.note, FieldNote::Fills | FieldNote::Updated | FieldNote::Adds)
    }
}

/// A row and whom it may be.
pub(super) struct Pair<'a> {
    /// Index into the rows.
    pub row: usize,
    pub other: Other,
    pub agreements: Vec<Agreement>,
    pub certain: bool,
    /// Field by field, once somebody asks: a list can have hundreds of thousands of pairs, and few are looked at.
    fields: OnceCell<Vec<Compared>>,
    ground: Rc<Ground<'a>>,
}

impl Pair<'_> {
    /// What the two say, field by field.
    pub fn fields(&self) -> &[Compared] {
        self.fields.get_or_init(|| self.ground.compare(self.row, self.other))
    }

    /// What names the pair between window and core.
    pub fn key(&self, list: &PeopleList) -> String {
        let number = |at: usize| list.rows.get(at).map_or(0, |one| one.row);
        match self.other {
            Other::Person(id) => format!("{}-{id}", number(self.row)),
            Other::Row(at) => format!("{}-{}", number(self.row), number(at)),
        }
    }

    /// What agrees, as a name pairs of one kind share.
    pub fn group(&self) -> String {
        let side = if matches!(self.other, Other::Row(_)) { "row" } else { "known" };
        let codes = self.agreements.iter().map(|one| one.code()).chain([side]);
        let sure = if self.certain { "=" } else { "?" };
        format!("{}{sure}", codes.collect::<Vec<_>>().join("+"))
    }

    /// Whether a human has something to decide or at least to see.
    pub fn tells(&self) -> bool {
        !self.certain || self.fields().iter().any(|one| !matches!(one.note, FieldNote::Same | FieldNote::Kept))
    }

    /// The fields whose value of the file is proposed.
    pub fn proposed(&self) -> BTreeSet<PeopleField> {
        self.fields().iter().filter(|one| one.takes_file()).map(|one| one.field).collect()
    }
}

/// What rows are compared with.
pub(super) struct Ground<'a> {
    pub list: Arc<PeopleList>,
    pub known: Rc<Known<'a>>,
    pub account: Option<AccountId>,
    /// The list was imported before.
    pub memory: Option<&'a ImportSource>,
    /// Whom it named then.
    listed: HashSet<PersonId>,
    superiors: Superiors<'a>,
}

/// Every pair of a list, by row, the likeliest first.
pub(super) fn pairs_of<'a>(
    list: &Arc<PeopleList>,
    known: &Rc<Known<'a>>,
    account: Option<AccountId>,
    memory: Option<&'a ImportSource>,
) -> Vec<Pair<'a>> {
    let listed: HashSet<PersonId> = memory.map_or_else(HashSet::new, |one| one.people.iter().copied().collect());
    let found = {
        let theirs = known.identities(&listed);
        let rows: Vec<_> = list.rows.iter().map(|row| row_identity(row, account)).collect();
        duplicates(&theirs, &rows)
    };
    let ground = Rc::new(Ground {
        list: list.clone(),
        known: known.clone(),
        account,
        memory,
        listed,
        superiors: Superiors::read(known),
    });
    let mut pairs: Vec<Pair> = found.into_iter().map(|one| ground.pair(one)).collect();
    settle_superiors(list, &mut pairs);
    pairs
}

impl<'a> Ground<'a> {
    fn pair(self: &Rc<Self>, found: Likeness) -> Pair<'a> {
        let Likeness { row, other, agreements, certain } = found;
        let other = match other {
            Party::Row(at) => Other::Row(at),
            Party::Known(at) => Other::Person(self.known.people[at].id),
        };
        Pair { row, other, agreements, certain, fields: OnceCell::new(), ground: self.clone() }
    }

    fn compare(&self, row: usize, other: Other) -> Vec<Compared> {
        match other {
            Other::Row(at) => compared(&self.said(at), &self.said(row), |_| FieldNote::Differs),
            Other::Person(id) => self.beside(row, id),
        }
    }

    /// A row beside somebody known. Of those whose data is not used nothing is shown and nothing taken.
    fn beside(&self, row: usize, id: PersonId) -> Vec<Compared> {
        let (known, account) = (&self.known, self.account);
        let person = known.index_of(id).map(|at| known.people[at]).filter(|one| !known.is_restricted(one.id));
        let Some(person) = person else { return Vec::new() };
        let since = self.memory.filter(|_| self.listed.contains(&id)).map(|one| one.last_on);
        let seat = known.seat_for(id, account, &self.list.rows[row]);
        let mut ours = known.values(person, seat);
        let above = listed(&self.list, row).zip(seat);
        let superior = above.and_then(|(name, seat)| self.superiors.of(seat.id, known, name));
        ours.extend(superior.map(|name| (PeopleField::Superior, vec![name])));
        let differing = |field| match (field, seat) {
            (PeopleField::Superior, Some(seat)) => self.superiors.note(seat.id, since),
            _ => note_of(known, id, field, since),
        };
        let mut fields = compared(&ours, &self.said(row), differing);
        fields.retain(|one| account.is_some() || !of_a_seat(one.field));
        fields
    }

    /// What a row says, whom it reports to among it.
    fn said(&self, row: usize) -> Values {
        let mut values = of_row(&self.list.rows[row]);
        values.extend(listed(&self.list, row).map(|name| (PeopleField::Superior, vec![name.to_owned()])));
        values
    }
}

/// Fields of the seat: somebody known elsewhere gets a seat of their own in a new account.
fn of_a_seat(field: PeopleField) -> bool {
    use PeopleField as F;
    matches!(field, F::Unit | F::Title | F::Rank | F::Superior | F::Owner | F::Role | F::Attitude)
}

fn compared(ours: &Values, file: &Values, differing: impl Fn(PeopleField) -> FieldNote) -> Vec<Compared> {
    let one = |field: PeopleField| {
        let theirs = file.get(&field)?;
        let own = ours.get(&field).cloned().unwrap_or_default();
        let missing = theirs.iter().any(|text| !own.iter().any(|known| alike(field, known, text)));
        let note = match (missing, own.is_empty()) {
            (false, _) => FieldNote::Same,
            (true, true) => FieldNote::Fills,
            _ if only_fills(field) => FieldNote::Kept,
            _ if !stands_against(field, own.len(), theirs.len()) => FieldNote::Adds,
            _ => differing(field),
        };
        Some(Compared { field, ours: own, file: theirs.clone(), note })
    };
    COMPARED.into_iter().filter_map(one).collect()
}

/// What speaks for which of two values. A list replaces by itself only what an earlier edition of it brought and nobody has
/// confirmed since.
fn note_of(known: &Known, person: PersonId, field: PeopleField, since: Option<Day>) -> FieldNote {
    let kind = match field {
        PeopleField::Unit => Some(FactKind::Position),
        other => kind_of(other),
    };
    if field == PeopleField::Attitude {
        let read = known.stance(person).map(|one| one.read_on);
        return match (read, since) {
            (Some(on), Some(last)) if on <= last => FieldNote::Updated,
            (Some(on), _) => FieldNote::Verified(on),
            _ => FieldNote::Differs,
        };
    }
    let own = known.facts(person).iter().filter(|one| Some(one.kind) == kind);
    let verified = own.filter_map(|one| one.verified_on).max();
    match (verified, since) {
        (Some(on), _) => FieldNote::Verified(on),
        (None, Some(_)) if kind.is_some() || field == PeopleField::Rank => FieldNote::Updated,
        _ => FieldNote::Differs,
    }
}

/// Somebody only named as a superior is who has that name there: nothing but a line is written of them.
fn settle_superiors(list: &PeopleList, pairs: &mut [Pair]) {
    let mut met: HashMap<usize, usize> = HashMap::new();
    pairs.iter().for_each(|one| *met.entry(one.row).or_default() += 1);
    for pair in pairs.iter_mut().filter(|one| list.rows[one.row].from_superior_column && met[&one.row] == 1) {
        pair.certain |= pair.agreements.contains(&Agreement::Name);
    }
}
