//! Persons and days that stand beside the person on a card: only their kind or label says what they are. A superior is
//! taken. Family is not, whatever program wrote it (F.5): nothing here has a word for it.

/// Which property it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// `RELATED;TYPE=…`, a name or a link.
    Related,
    /// `X-ABRELATEDNAMES` with a label, as Apple and Google write it.
    AppleName,
    /// `X-ABDATE` with a label.
    AppleDay,
}

impl Relation {
    /// Under which name it is counted when it is not taken.
    pub fn property(self) -> &'static str {
        match self {
            Self::Related => "RELATED",
            Self::AppleName => "X-ABRELATEDNAMES",
            Self::AppleDay => "X-ABDATE",
        }
    }
}

/// Words of a label or a kind, in capitals, that say that somebody is a superior.
const SUPERIOR: [&str; 8] = ["MANAGER", "SUPERVISOR", "SUPERIOR", "BOSS", "上级", "领导", "主管", "上司"];

/// Whether a label or a kind, in capitals, names a superior: `_$!<MANAGER>!$_`, `X-MANAGER`, `直属上级`.
pub(super) fn is_superior(label: &str) -> bool {
    SUPERIOR.iter().any(|one| label.contains(one))
}

/// A link to another card is no name.
pub(super) fn is_link(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 1
            && !rest.is_empty()
            && scheme.bytes().all(|one| one.is_ascii_alphanumeric() || b"+-.".contains(&one))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_superior_is_one_by_its_label_and_family_never_is() {
        for label in ["_$!<MANAGER>!$_", "X-MANAGER", "直属上级", "MANAGER"] {
            assert!(is_superior(label), "{label}");
        }
        for label in ["_$!<SPOUSE>!$_", "_$!<FATHER>!$_", "CHILD", "母亲", "_$!<ASSISTANT>!$_", "朋友", ""] {
            assert!(!is_superior(label), "{label}");
        }
        assert!(is_link("urn:uuid:1") && is_link("mailto:a@example.com") && !is_link("样例一") && !is_link("A: b:"));
    }
}
