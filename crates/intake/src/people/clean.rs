//! Text as people type it into spreadsheets, made plain: widths, blanks, marks nobody sees.

/// A cell without marks, and whether any were there.
pub(super) struct Clean {
    pub text: String,
    pub marks: bool,
}

/// Takes out control, direction and zero-width marks, makes full-width letters and digits plain, trims, and joins
/// lines with a blank (unless `lines`). Chinese punctuation stays as it is.
pub(super) fn clean(raw: &str, lines: bool) -> Clean {
    let mut text = String::with_capacity(raw.len());
    let mut marks = false;
    for one in raw.chars() {
        match one {
            '\n' if lines => text.push('\n'),
            '\r' if lines => {}
            '\n' | '\r' | '\t' | '\u{A0}' | '\u{3000}' => text.push(' '),
            _ if is_mark(one) => marks = true,
            _ => text.push(plain_alphanumeric(one)),
        }
    }
    Clean { text: squeeze(text.trim()), marks }
}

/// Runs of blanks become one.
fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        if one != ' ' || !out.ends_with(' ') {
            out.push(one);
        }
    }
    out
}

/// Marks that change how text shows without showing themselves.
fn is_mark(one: char) -> bool {
    one.is_control()
        || matches!(one, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{061C}' | '\u{FEFF}' | '\u{AD}' | '\u{FFF9}'..='\u{FFFB}' | '\u{2028}' | '\u{2029}' | '\u{180E}')
}

fn plain_alphanumeric(one: char) -> char {
    match one {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => half(one),
        _ => one,
    }
}

fn half(one: char) -> char {
    char::from_u32(u32::from(one) - 0xFEE0).unwrap_or(one)
}

/// Full-width ASCII made plain, punctuation too, lower case, no blanks: for codes, numbers, dates and headings.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|one| !one.is_whitespace() && !is_mark(*one))
        .map(|one| match one {
            '！'..='～' => half(one),
            '−' | '–' | '—' | '‐' | '‑' => '-',
            _ => one,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// A Chinese character (letters of names and posts).
pub(crate) fn is_han(one: char) -> bool {
    matches!(one, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}' | '\u{F900}'..='\u{FAFF}' | '〇')
}

/// A name: blanks that only pad Chinese names (张　三) go, those between Latin words stay.
pub(super) fn name(text: &str) -> String {
    if text.chars().all(|one| is_han(one) || one == ' ' || one == '·' || one == '•' || one == '．') {
        text.chars().filter(|one| *one != ' ').map(|one| if one == '•' || one == '．' { '·' } else { one }).collect()
    } else {
        text.to_string()
    }
}

/// Words by which people say that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    // Nearly every cell says something: one look at its first sign is enough.
    let first = text.chars().next();
    if first.is_some_and(|one| (one.is_ascii_alphanumeric() || is_han(one)) && !"nN无没暂空未略".contains(one)) {
        return false;
    }
    let folded = fold(text);
    folded.is_empty()
        || folded.chars().all(|one| matches!(one, '-' | '/' | '\\' | '_' | '*' | '.' | '?'))
        || matches!(
            folded.as_str(),
            "无" | "没有"
                | "暂无"
                | "空"
                | "n/a"
                | "na"
                | "null"
                | "none"
                | "nil"
                | "未填"
                | "略"
                | "(略)"
                | "(空)"
                | "(无)"
        )
}

/// Asked, and the answer was: none.
pub(super) fn is_asked_none(text: &str) -> bool {
    matches!(fold(text).as_str(), "无" | "没有" | "无忌口" | "无特殊" | "none" | "无要求")
}

/// Parts of a list written into one cell.
pub(super) fn parts(text: &str) -> Vec<String> {
    text.split(['、', ',', '，', ';', '；', '/', '／', '|', '\n', '+'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_string)
        .collect()
}

/// Text before and inside the first pair of brackets: `祁振邦（董事长）`.
pub(super) fn split_brackets(text: &str) -> (String, Option<String>) {
    let open = text.find(['（', '(', '【', '[', '〔']);
    let Some(open) = open else { return (text.to_string(), None) };
    let (before, rest) = text.split_at(open);
    let inside: String =
        rest.chars().skip(1).take_while(|one| !matches!(one, '）' | ')' | '】' | ']' | '〕')).collect();
    (before.trim().to_string(), Some(inside.trim().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_text_stays() {
        let cleaned = clean("\u{202E}彭越\u{200F}　", false);
        assert_eq!((cleaned.text.as_str(), cleaned.marks), ("彭越", true));
        let cleaned = clean("<script>alert(1)</script>", false);
        assert_eq!((cleaned.text.as_str(), cleaned.marks), ("<script>alert(1)</script>", false));
        assert_eq!(clean("董事长（兼）　ＣＥＯ", false).text, "董事长（兼） CEO");
        assert_eq!(clean("一\r\n二", true).text, "一\n二");
        assert_eq!(clean("一\r\n二", false).text, "一 二");
    }

    #[test]
    fn names_keep_their_own_blanks_only() {
        assert_eq!(name("彭 越"), "彭越");
        assert_eq!(name("He Yiming"), "He Yiming");
        assert_eq!(name("阿依古丽•买买提"), "阿依古丽·买买提");
    }

    #[test]
    fn brackets_and_nothing() {
        assert_eq!(split_brackets("祁振邦（董事长）"), ("祁振邦".into(), Some("董事长".into())));
        assert_eq!(split_brackets("祁振邦"), ("祁振邦".into(), None));
        assert!(is_nothing("——") && is_nothing(" N/A ") && !is_nothing("无锡"));
    }
}
