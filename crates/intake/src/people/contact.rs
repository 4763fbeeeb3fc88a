//! Numbers and addresses one can reach people by.

use crate::people::clean::fold;

/// What a cell meant to hold a telephone number holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Mainland: 11 digits. Elsewhere: `+` and digits.
    Mobile(String),
    /// Landline, normalised: digits, hyphens, `转` before an extension.
    Landline(String),
    /// `1.38E+10`: digits are gone.
    DigitsLost,
    Unreadable,
}

/// Reads one number.
pub(super) fn number(text: &str) -> Number {
    let folded = fold(text);
    if lost_digits(&folded) {
        return Number::DigitsLost;
    }
    let (main, extension) = split_extension(&folded);
    if !main.chars().all(|one| one.is_ascii_digit() || matches!(one, '+' | '-' | '(' | ')' | '.')) {
        return Number::Unreadable;
    }
    let plus = main.starts_with('+') || main.starts_with("00");
    // `+44 (0)20 …`: the zero in brackets is for callers at home.
    let dialled = if plus { main.replacen("(0", "(", 1) } else { main.to_string() };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    let digits = if plus { digits.trim_start_matches("00") } else { digits.as_str() };
    let home = match digits.strip_prefix("86") {
        Some(rest) if plus || (digits.len() == 13 && is_mobile(rest)) => Some(rest),
        _ if plus => None,
        _ => Some(digits),
    };
    match home {
        Some(local) if is_mobile(local) && extension.is_empty() => Number::Mobile(local.to_string()),
        Some(local) => landline(main, local, plus, extension),
        None if (7..=15).contains(&digits.len()) && !extension.is_empty() => {
            Number::Landline(format!("+{digits}转{extension}"))
        }
        None if (7..=15).contains(&digits.len()) => Number::Mobile(format!("+{digits}")),
        None => Number::Unreadable,
    }
}

/// The numbers of a cell. On a card every line is one, and a stroke parts it only where both sides could be dialled alone:
/// elsewhere it stands behind the area (`0512/66001122`).
pub(super) fn numbers(text: &str, card: bool) -> Vec<String> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let split = |one: &str| -> Vec<String> {
        if card && !one.split('/').all(|part| digits(part) >= 7) {
            vec![one.replace('/', "-")]
        } else {
            one.split('/').map(str::to_string).collect()
        }
    };
    let all = text.split(['、', ';', '；', ',', '，', '\n']).flat_map(split);
    all.map(|one| one.trim().to_string()).filter(|one| !one.is_empty()).collect()
}

/// Whether a number that is no mobile one can only be a landline of the mainland: it has an area code of ours, or is one of
/// the numbers of services.
pub(super) fn is_mainland_landline(text: &str) -> bool {
    let main = text.split('转').next().unwrap_or_default();
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let area = digits.starts_with("010")
        || digits.starts_with("02")
        || digits.starts_with('0') && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'));
    let service = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"))
        || digits.len() == 5 && (digits.starts_with("95") || digits.starts_with("96"));
    area && (10..=12).contains(&digits.len()) || service
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// A number in scientific notation; exact ones (`1.3800001111E10`) could be saved, but nobody can tell which are.
fn lost_digits(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once('e') else { return false };
    let exponent = exponent.trim_start_matches('+');
    !exponent.is_empty()
        && exponent.bytes().all(|one| one.is_ascii_digit())
        && mantissa.starts_with(|one: char| one.is_ascii_digit())
        && mantissa.bytes().all(|one| one.is_ascii_digit() || one == b'.')
}

fn split_extension(text: &str) -> (&str, &str) {
    for mark in ["转分机", "分机", "转", "ext.", "ext", "x", "#"] {
        if let Some((main, extension)) = text.split_once(mark)
            && !extension.is_empty()
            && extension.len() <= 6
            && extension.bytes().all(|one| one.is_ascii_digit())
        {
            return (main, extension);
        }
    }
    (text, "")
}

fn landline(main: &str, local: &str, foreign_form: bool, extension: &str) -> Number {
    if !(5..=12).contains(&local.len()) {
        return Number::Unreadable;
    }
    let mut text = if foreign_form {
        // `+86 10 …` is dialled with a 0 at home.
        if local.starts_with('0') { local.to_string() } else { format!("0{local}") }
    } else {
        let grouped = main.replace('(', "").replace([')', '.'], "-");
        grouped.trim_matches('-').replace("--", "-")
    };
    if !extension.is_empty() {
        text.push('转');
        text.push_str(extension);
    }
    Number::Landline(text)
}

/// An e-mail address with its domain in lower case; `None` if it cannot be one. Deliberately loose about local parts.
pub(super) fn email(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .map(|one| {
            if one == '＠' {
                '@'
            } else if one == '．' {
                '.'
            } else {
                one
            }
        })
        .collect();
    let text = text.trim().trim_start_matches("mailto:");
    let (local, host) = text.split_once('@')?;
    let local_ok = (1..=64).contains(&local.len())
        && local.chars().all(|one| one.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(one))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let labels: Vec<&str> = host.split('.').collect();
    let host_ok = labels.len() >= 2
        && host.len() <= 253
        && labels.iter().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|one| one.is_alphanumeric() || one == '-')
        });
    (local_ok && host_ok).then(|| format!("{local}@{}", host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles() {
        for text in [
            "13900001234",
            "139 0000 1234",
            "139-0000-1234",
            "+86 139 0000 1234",
            "008613900001234",
            "１３９００００１２３４",
            "8613900001234",
        ] {
            assert_eq!(number(text), Number::Mobile("13900001234".into()), "{text}");
        }
        assert_eq!(number("+47 412 34 567"), Number::Mobile("+4741234567".into()));
        assert_eq!(number("+44 (0)20 7946 0018"), Number::Mobile("+442079460018".into()));
        assert_eq!(number("+49 (0611) 123456"), Number::Mobile("+49611123456".into()));
    }

    #[test]
    fn landlines() {
        assert_eq!(number("010-8888 6666"), Number::Landline("010-88886666".into()));
        assert_eq!(number("（0512）6600-1122转801"), Number::Landline("0512-6600-1122转801".into()));
        assert_eq!(number("+86 10 88886666"), Number::Landline("01088886666".into()));
        assert_eq!(number("+47 22 33 44 55 ext. 12"), Number::Landline("+4722334455转12".into()));
        assert_eq!(number("88886666 ext 12"), Number::Landline("88886666转12".into()));
    }

    #[test]
    fn strokes_part_numbers_and_areas() {
        assert_eq!(numbers("13900001234/13900001235", true), ["13900001234", "13900001235"]);
        assert_eq!(numbers("034441/ 2 22 67", true), ["034441- 2 22 67"]);
        assert_eq!(numbers("010-88886666/7777", false), ["010-88886666", "7777"]);
        for text in ["0512-66001122转801", "010-88886666", "400-820-0000", "95588"] {
            assert!(is_mainland_landline(text), "{text}");
        }
        for text in ["905-555-1234", "0160-45678910", "41234567", "55556666"] {
            assert!(!is_mainland_landline(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["139****1234", "见名片", "1234", "13900001234567890"] {
            assert_eq!(number(text), Number::Unreadable, "{text}");
        }
        assert_eq!(number("1.39E+10"), Number::DigitsLost);
    }

    #[test]
    fn emails() {
        assert_eq!(email("Luo@Example.COM"), Some("Luo@example.com".into()));
        assert_eq!(email("luo＠example.com"), Some("luo@example.com".into()));
        for text in ["luo", "luo@", "luo@example", "a b@example.com", "@example.com", "a@-x.com", "a@b@c.com"] {
            assert_eq!(email(text), None, "{text}");
        }
    }
}
