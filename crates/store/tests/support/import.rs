//! The sample: a list that was imported, and one of which nothing more is known.

use super::{day, id, some};
use domain::*;

pub(super) fn sources(all: &mut Snapshot) {
    let column = ColumnUse {
        heading: "姓名".into(),
        field: some("name"),
        source: some("名片"),
        purpose: some("拜访"),
        class: Some(DataClass::P1),
        words: vec![WordUse { word: "友好".into(), meaning: "1".into() }],
    };
    let full = ImportSource {
        id: id(591).into(),
        r#ref: some("is1"),
        account: Some(id(31).into()),
        name: "客户联系人".into(),
        columns: vec![column, ColumnUse { heading: "性别".into(), ..ColumnUse::default() }],
        source: some("销售自建表"),
        purpose: some("客户联络"),
        last_on: day(11, 1),
        people: vec![id(61).into(), id(62).into()],
    };
    let bare = ImportSource {
        id: id(592).into(),
        r#ref: None,
        account: None,
        columns: vec![],
        source: None,
        purpose: None,
        people: vec![],
        ..full.clone()
    };
    all.import_sources = vec![full, bare];
}
