//! The interchange: nothing lost on the way out and in, and every fault told with its place.
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod support;

use domain::{Account, AccountId, AccountKind, AccountTier, Company, RelationshipStage, Snapshot};
use intake::interchange::{FORMAT, Interchange, VERSION, read, write};
use intake::{Foreign, IntakeError, JsonFault};

const ACCOUNT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const UNIT: &str = "01890a5d-ac96-774b-bcce-b302099a8058";

fn snapshot() -> Snapshot {
    Snapshot {
        companies: vec![Company {
            id: "01890a5d-ac96-774b-bcce-b302099a8059".parse().unwrap(),
            r#ref: None,
            name_zh: Some("澜衡工控股份有限公司".into()),
            name_en: None,
            currency: "CNY".into(),
            time_zone: "Asia/Shanghai".into(),
        }],
        accounts: vec![Account {
            id: ACCOUNT.parse::<AccountId>().unwrap(),
            r#ref: Some("A01".into()),
            name_zh: Some("朔澜能源集团".into()),
            name_en: Some("Shuolan Energy Group".into()),
            kind: AccountKind::Soe,
            policy: None,
            tier: AccountTier::S,
            stage: RelationshipStage::Stable,
            is_key: true,
        }],
        ..Snapshot::default()
    }
}

fn whole() -> Interchange {
    Interchange { format: FORMAT.into(), version: VERSION, records: snapshot(), pictures: Vec::new() }
}

#[test]
fn out_and_in_loses_nothing() {
    let text = write(&snapshot(), &[]);
    assert!(text.starts_with(&format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},")));
    assert_eq!(read(&text), Ok(whole()));
    assert_eq!(write(&read(&text).unwrap().records, &[]), text);
    assert_eq!(support::read_bytes(text.as_bytes()), Ok(Foreign::Interchange(Box::new(whole()))));
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(support::read_bytes(&wide), Ok(Foreign::Interchange(Box::new(whole()))));
}

#[test]
fn other_json_and_newer_versions() {
    assert_eq!(support::read_bytes(b"{}"), Err(IntakeError::UnknownFormat));
    assert_eq!(read(r#"{"format":"other","version":1,"records":{}}"#), Err(IntakeError::UnknownFormat));
    assert_eq!(read(r#"{"format":"dianke-workspace","records":{}}"#), Err(IntakeError::UnknownFormat));
    assert_eq!(
        support::read_bytes(br#"{"records":{"moons":[]},"version":7,"format":"dianke-workspace"}"#),
        Err(IntakeError::NewerVersion { found: 7, known: VERSION })
    );
}

/// Reads a file with the given records and returns the place and kind of its fault.
fn fault(records: &str) -> (String, JsonFault) {
    let text = format!("{{\"format\":\"{FORMAT}\",\"version\":1,\n\"records\":{{{records}}}}}");
    match read(&text) {
        Err(IntakeError::InvalidRecord { path, fault, .. }) => (path, fault),
        other => panic!("{other:?}"),
    }
}

fn account(change: (&str, &str)) -> String {
    let record = format!(
        r#"{{"id":"{ACCOUNT}","name_zh":"岱州","name_en":null,"kind":"soe","policy":null,"tier":"S","stage":"stable","is_key":true}}"#
    );
    assert!(record.contains(change.0), "the change must hit");
    record.replace(change.0, change.1)
}

#[test]
fn faults_are_told_with_their_place() {
    let of = |change| {
        fault(&format!("\"accounts\":[{},{}]", account(("soe", "soe")).replace("8057", "8001"), account(change)))
    };
    assert_eq!(of((r#","is_key":true"#, "")), ("records.accounts[1].is_key".into(), JsonFault::MissingField));
    assert_eq!(of((r#""is_key""#, r#""isKey""#)), ("records.accounts[1].isKey".into(), JsonFault::UnknownField));
    assert_eq!(of((r#""soe""#, r#""cult""#)), ("records.accounts[1].kind".into(), JsonFault::UnknownCode));
    assert_eq!(of((r#""岱州""#, "7")), ("records.accounts[1].name_zh".into(), JsonFault::WrongValue));
    assert_eq!(of((ACCOUNT, "A01")), ("records.accounts[1].id".into(), JsonFault::WrongValue));
    assert_eq!(
        of((r#""policy":null"#, &format!(r#""policy":"{UNIT}""#))),
        ("records.accounts[1].policy".into(), JsonFault::DanglingReference)
    );
    let twice = format!("\"accounts\":[{0},{0}]", account(("soe", "soe")));
    assert_eq!(fault(&twice), ("records.accounts[1].id".into(), JsonFault::DuplicateId));
    assert_eq!(fault("\"moons\":[]").1, JsonFault::UnknownField);
}

#[test]
fn numbers_stay_on_their_scales() {
    let unit = format!(
        r#"{{"id":"{UNIT}","account":"{ACCOUNT}","parent":null,"name_zh":"总部","name_en":null,"position":0}}"#
    );
    let placed = |position: &str| {
        let unit = unit.replace(r#""position":0"#, &format!(r#""position":{position}"#));
        format!(r#""accounts":[{}],"units":[{unit}]"#, account(("soe", "soe")))
    };
    let place = ("records.units[0].position".to_owned(), JsonFault::OutOfRange);
    assert_eq!(fault(&placed("9223372036854775807")), place);
    assert_eq!(fault(&placed("-1000000001")), place);
    let seat = |rank: &str| {
        format!(
            r#""accounts":[{}],"units":[{unit}],"seats":[{{"id":"{UNIT}","account":"{ACCOUNT}","unit":"{UNIT}","title_zh":"部长","title_en":null,"rank_level":{rank},"status":"normal","no_contact":false,"position":0}}]"#,
            account(("soe", "soe"))
        )
    };
    let formerly = |unit: &str| {
        let plain = seat("null");
        let open = plain.strip_suffix("}]").unwrap();
        format!(r#"{open},"former_units":[{{"unit":"{unit}","to_on":"2026-03-31"}}]}}]"#)
    };
    assert_eq!(fault(&formerly(ACCOUNT)), ("records.seats[0].former_units".into(), JsonFault::DanglingReference));
    let text = format!("{{\"format\":\"{FORMAT}\",\"version\":1,\"records\":{{{}}}}}", formerly(UNIT));
    assert_eq!(read(&text).unwrap().records.seats[0].former_units.len(), 1);
    assert_eq!(fault(&seat("11")), ("records.seats[0].rank_level".into(), JsonFault::OutOfRange));
    assert_eq!(fault(&seat("300")), ("records.seats[0].rank_level".into(), JsonFault::WrongValue));
    let text = format!("{{\"format\":\"{FORMAT}\",\"version\":1,\"records\":{{{}}}}}", seat("null"));
    assert_eq!(read(&text).unwrap().records.seats[0].rank_level, None);
}

#[test]
fn broken_text_is_told_by_line() {
    let text = format!("{{\"format\":\"{FORMAT}\",\n\"version\":1,\n\"records\":{{]}}}}");
    assert!(matches!(read(&text), Err(IntakeError::InvalidRecord { line: 3, fault: JsonFault::Syntax, .. })));
    let deep = format!("{{\"format\":{}", "[".repeat(100_000));
    assert!(support::read_bytes(deep.as_bytes()).is_err());
    assert_eq!(support::read_bytes(b"{\"format\":\xFF\xFE}"), Err(IntakeError::UnknownFormat));
}
