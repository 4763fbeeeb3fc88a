//! The sample: what people asked of us and agreed to, holds, and what is kept longer.

use super::{id, two};
use domain::Snapshot;
use serde_json::{Value, json};

fn record<T: serde::de::DeserializeOwned>(number: u64, name: Option<&str>, fields: Value) -> T {
    super::record(number, name, [json!({}), fields])
}

pub(super) fn rights(all: &mut Snapshot) {
    two!(all.rights_requests, 591, "rr1": {
        "person": id(61), "kind": "correction", "received_on": "2026-11-01", "due_on": "2026-12-01", "status": "granted",
        "channel": "邮件", "verified_on": "2026-11-02", "reviewed_on": "2026-11-03", "closed_on": "2026-11-04", "ended_on": "2027-01-01",
        "handled_by": id(21), "subject": id(61), "note": "样例更正", "answer": "已更正",
    }, {
        "person": id(61), "kind": "access", "received_on": "2026-11-05", "due_on": "2026-12-05", "status": "open",
    });
    two!(all.consents, 593, "co1": {
        "person": id(61), "scope": "photo_on_paper", "version": "2026-1", "text": "样例同意书", "channel": "书面",
        "given_on": "2026-11-01", "until_on": "2027-11-01", "withdrawn_on": "2026-11-15",
    }, {
        "staff": id(21), "scope": "host_background", "version": "2026-1", "text": "样例同意书", "channel": "书面", "given_on": "2026-11-01",
    });
    two!(all.legal_holds, 595, "lh1": {
        "person": id(61), "reason": "样例争议", "from_on": "2026-01-01", "to_on": "2026-06-30", "set_by": id(21),
    }, { "person": id(61), "reason": "样例调查", "from_on": "2026-01-01" });
    two!(all.retention_notes, 597, "rn1": {
        "kind": "stance", "object": id(61), "keep_until": "2027-05-01", "reason": "样例理由", "decided_on": "2026-11-20", "decided_by": id(21),
    }, { "kind": "silent", "object": id(61), "keep_until": "2027-05-01", "reason": "样例理由", "decided_on": "2026-11-20" });
}
