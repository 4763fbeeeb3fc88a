//! Every reason an engine can give has a message in both catalogues, and a message asks only for facts the reason has.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read must fail the test")]

mod common;

use common::{ACCOUNTS, Sample};
use domain::engine::Reason;
use domain::engine::changes::changes_between;
use domain::engine::host::match_hosts;
use domain::engine::paths::access_paths;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const CATALOGUES: [&str; 2] =
    [include_str!("../../../locales/zh-CN/reason.ftl"), include_str!("../../../locales/en/reason.ftl")];

/// Message key without its prefix, and the arguments it uses.
fn messages(catalogue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
        let text = match line.split_once(" =") {
            Some((name, text)) if name.starts_with("reason-") => {
                key = name.trim_start_matches("reason-").to_owned();
                text
            }
            _ => line,
        };
        if !key.is_empty() {
            let names = text.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned());
            found.entry(key.clone()).or_default().extend(names);
        }
    }
    found
}

fn all_reasons(sample: &Sample, name: &str) -> Vec<Reason> {
    let score = sample.score(name);
    let matched = match_hosts(&sample.snapshot, sample.visit(name).id, None, sample.as_of).unwrap();
    let mut reasons = [score.coverage.reasons, score.support.reasons, score.single_thread.reasons].concat();
    reasons.extend(score.health.reasons.into_iter().map(|one| one.0));
    reasons.extend(score.findings.into_iter().map(|one| one.reason));
    reasons.extend(score.warnings.into_iter().map(|one| one.reason));
    reasons.extend(
        matched
            .candidates
            .into_iter()
            .flat_map(|one| one.lines.iter().cloned().collect::<Vec<_>>())
            .filter_map(|line| line.reason),
    );
    reasons.extend(matched.removed.into_iter().map(|one| Reason::clone(&one.reason)));
    reasons.extend(sample.readiness(name).gates.into_iter().map(|one| one.reason));
    let account = sample.account(name).id;
    let changes = changes_between(&sample.snapshot, account, None, sample.ago(900), sample.as_of);
    reasons.extend(changes.into_iter().map(|one| one.reason));
    let ways = |seat| access_paths(&sample.snapshot, account, None, seat, sample.as_of);
    let seats = sample.snapshot.seats.iter().filter(|one| one.account == account);
    reasons.extend(seats.flat_map(|one| ways(one.id)).flat_map(|one| one.reasons));
    reasons
}

#[test]
fn both_catalogues_have_the_same_messages_and_arguments() {
    let [zh, en] = CATALOGUES.map(messages);
    assert_eq!(zh, en);
    assert!(zh.len() > 90, "{}", zh.len());
}

#[test]
fn messages_ask_only_for_facts_the_reason_has() {
    let sample = Sample::read();
    let messages = messages(CATALOGUES[0]);
    for reason in ACCOUNTS.iter().flat_map(|name| all_reasons(&sample, name)) {
        let asked = messages.get(reason.code).unwrap_or_else(|| panic!("no message for {}", reason.code));
        let given: BTreeSet<String> = reason.params.iter().map(|one| one.0.to_owned()).collect();
        assert!(asked.is_subset(&given), "{}: {asked:?} of {given:?}", reason.code);
    }
}

#[test]
fn every_code_in_the_engines_has_a_message() {
    let messages = messages(CATALOGUES[0]);
    let mut codes = BTreeSet::new();
    read_codes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine"), &mut codes);
    assert!(codes.len() > 60, "{}", codes.len());
    let missing: Vec<_> = codes.iter().filter(|code| !messages.contains_key(*code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Codes written literally behind `Reason::new(` or `about(`; briefing and seating have catalogues of their own.
fn read_codes(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let has_its_own = path.file_stem().is_some_and(|stem| stem == "brief" || stem == "seating");
        if has_its_own {
            continue;
        }
        if path.is_dir() {
            read_codes(&path, codes);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            for opening in ["Reason::new(\"", "about(\"", "post(\"", "=> (\"", "code = \""] {
                codes.extend(text.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
            }
            let lacks = text.split("\"lack-").skip(1).map(|rest| rest.split('"').next().unwrap());
            codes.extend(lacks.map(|code| format!("lack-{code}")));
            let arms = text.split("=> \"change-").skip(1).map(|rest| rest.split('"').next().unwrap());
            codes.extend(arms.map(|code| format!("change-{code}")));
        }
    }
}
