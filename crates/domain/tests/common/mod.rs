//! The sample workspace with its names, for tests that look at it or change one thing in it.

#![allow(dead_code, reason = "each suite uses its part")]
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

use domain::engine::findings::Finding;
use domain::engine::readiness::{Readiness, assess_readiness};
use domain::engine::score::{AccountScore, score_account};
use domain::engine::warnings::Warning;
use domain::{Account, Code, Day, Snapshot, Visit};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

const WORKSPACE: &str = include_str!("../../../../samples/workspace.json");
const GOLDEN: &str = include_str!("../../../../tests/fixtures/golden.json");
pub const ACCOUNTS: [&str; 8] = ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08"];

pub struct Sample {
    pub snapshot: Snapshot,
    pub golden: Value,
    pub as_of: Day,
    refs: HashMap<Uuid, String>,
}

impl Sample {
    pub fn read() -> Self {
        let mut file: Value = serde_json::from_str(WORKSPACE).unwrap();
        let refs = refs_of(&file["records"]);
        let snapshot = serde_json::from_value(file["records"].take()).unwrap();
        let mut golden: Value = serde_json::from_str(GOLDEN).unwrap();
        let as_of = golden["as_of"].as_str().unwrap().parse().unwrap();
        Self { snapshot, golden: golden["accounts"].take(), as_of, refs }
    }
    pub fn account(&self, name: &str) -> &Account {
        self.snapshot.accounts.iter().find(|one| one.r#ref.as_deref() == Some(name)).unwrap()
    }
    pub fn visit(&self, name: &str) -> &Visit {
        let account = self.account(name).id;
        self.snapshot.visits.iter().find(|one| one.account == account).unwrap()
    }
    pub fn visit_mut(&mut self, name: &str) -> &mut Visit {
        let account = self.account(name).id;
        self.snapshot.visits.iter_mut().find(|one| one.account == account).unwrap()
    }
    pub fn score(&self, name: &str) -> AccountScore {
        score_account(&self.snapshot, self.account(name).id, None, self.as_of)
    }
    pub fn readiness(&self, name: &str) -> Readiness {
        assess_readiness(&self.snapshot, self.visit(name).id, self.as_of).unwrap()
    }
    pub fn name(&self, id: impl Into<Uuid>) -> String {
        self.refs[&id.into()].clone()
    }
    pub fn names<T: Into<Uuid> + Copy>(&self, ids: &[T]) -> Vec<String> {
        ids.iter().map(|id| self.name(*id)).collect()
    }
    /// The identity behind a name of the sample.
    pub fn id<T: From<Uuid>>(&self, name: &str) -> T {
        T::from(*self.refs.iter().find(|one| one.1 == name).unwrap().0)
    }
    /// A day so many days before the day of the golden values.
    pub fn ago(&self, days: i64) -> Day {
        self.as_of - chrono::TimeDelta::days(days)
    }
    /// A row by its person, or by its seat when nobody is named there.
    pub fn row_name(&self, score: &AccountScore, seat: domain::SeatId) -> String {
        let row = score.stakeholders.iter().find(|row| row.seat == seat).unwrap();
        self.name(row.person.map_or(Uuid::from(seat), Uuid::from))
    }
    /// Finding as `G5 p101`, or with the role or promises it is about.
    pub fn line(&self, score: &AccountScore, one: &Finding) -> Vec<String> {
        let subject = match (one.seat, one.role) {
            (Some(seat), _) => vec![self.row_name(score, seat)],
            (None, Some(role)) => vec![role.code().to_owned()],
            (None, None) => self.names(&one.commitments),
        };
        [vec![one.code.code().to_owned()], subject].concat()
    }
    /// All findings of an account, each as one text.
    pub fn findings(&self, name: &str) -> Vec<String> {
        let score = self.score(name);
        score.findings.iter().map(|one| self.line(&score, one).join(" ")).collect()
    }
    /// The first warning with this code.
    pub fn warning(&self, name: &str, code: &str) -> Option<Warning> {
        self.score(name).warnings.into_iter().find(|one| one.code.code() == code)
    }
    /// Severity of the first warning with this code.
    pub fn severity(&self, name: &str, code: &str) -> Option<&'static str> {
        self.warning(name, code).map(|one| one.severity.code())
    }
    /// Makes a person's only touch lie so many days back.
    pub fn touch(&mut self, person: &str, days: i64) {
        let (id, on) = (self.id(person), self.ago(days));
        let touch = self.snapshot.touches.iter_mut().find(|one| one.people.contains(&id)).unwrap();
        touch.on = on;
        self.snapshot.ties.iter_mut().filter(|one| one.person == id).for_each(|tie| tie.read_on = on);
    }
}

fn refs_of(records: &Value) -> HashMap<Uuid, String> {
    let all = records.as_object().unwrap().values().flat_map(|list| list.as_array().unwrap());
    all.filter_map(|one| Some((one["id"].as_str()?.parse().unwrap(), one["ref"].as_str()?.to_owned()))).collect()
}
