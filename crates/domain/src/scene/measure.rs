//! How wide text is, without a font: full-width characters one em, Latin by the widths of a common sans face with a
//! safety of 4 %. Owns: measuring, cutting, and a name on two lines. Deliberately absent: running text over lines.

/// Advance widths of U+0020…U+007E in thousandths of an em (Helvetica metrics; other UI faces are as wide or narrower).
const LATIN: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
/// Faces differ; a text may be this much wider than the table says.
const SAFETY: f32 = 1.04;
/// Semibold Latin runs wider than regular.
const STRONG: f32 = 1.12;

/// Width of one character in em.
fn em(one: char, strong: bool) -> f32 {
    let latin = match one {
        ' '..='~' => f32::from(LATIN[one as usize - 0x20]) / 1000.0,
        // Combining marks take no room.
        '\u{300}'..='\u{36f}' => return 0.0,
        '\u{a0}'..='\u{bf}' => 0.556,
        '\u{c0}'..='\u{de}' => 0.722,
        '\u{df}'..='\u{24f}' => 0.58,
        _ => return 1.0,
    };
    latin * SAFETY * if strong { STRONG } else { 1.0 }
}

/// Width of `text` at `size`, in the unit of `size`; never less than what a common face needs.
pub fn text_width(text: &str, size: f32, strong: bool) -> f32 {
    text.chars().map(|one| em(one, strong)).sum::<f32>() * size
}

/// `text`, or as much of it as fits `width` together with an ellipsis. Empty when not even the ellipsis fits.
pub fn fit(text: &str, size: f32, strong: bool, width: f32) -> String {
    if text_width(text, size, strong) <= width {
        return text.to_owned();
    }
    let mut left = width - em('…', strong) * size;
    if left < 0.0 {
        return String::new();
    }
    let mut cut = String::new();
    for one in text.chars() {
        left -= em(one, strong) * size;
        if left < 0.0 {
            break;
        }
        cut.push(one);
    }
    let end = cut.trim_end_matches([' ', '，', '、', ',', '（', '(', '&']).len();
    cut.truncate(end);
    cut.push('…');
    cut
}

/// `text` on one line, or on two: broken at a space or after `·`, where the longer line is shortest. A text without
/// either stays on one; a line still too wide is cut by [`fit`].
pub fn fit_two(text: &str, size: f32, strong: bool, width: f32) -> Vec<String> {
    if text_width(text, size, strong) <= width {
        return vec![text.to_owned()];
    }
    let breaks = text.char_indices().filter(|(_, one)| matches!(one, ' ' | '·')).map(|(at, one)| at + one.len_utf8());
    let parts =
        breaks.map(|at| [text[..at].trim(), text[at..].trim()]).filter(|one| !one.iter().any(|it| it.is_empty()));
    let longer = |parts: &[&str; 2]| parts.iter().map(|one| text_width(one, size, strong)).fold(0.0, f32::max);
    match parts.min_by(|one, other| longer(one).total_cmp(&longer(other))) {
        Some(two) => two.iter().map(|one| fit(one, size, strong, width)).collect(),
        None => vec![fit(text, size, strong, width)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn full_width_is_one_em_and_latin_follows_the_table() {
        assert_eq!(text_width("苗国梁", 15.0, true), 45.0);
        assert_eq!(text_width("0", 100.0, false), 55.6 * 1.04);
        assert!(text_width("Miao", 12.0, true) > text_width("Miao", 12.0, false));
        assert_eq!(text_width("e\u{301}", 10.0, false), text_width("e", 10.0, false));
    }

    #[test]
    fn cut_text_ends_with_an_ellipsis_and_no_loose_comma() {
        assert_eq!(fit("总经理，兼集团副总工程师", 12.0, false, 60.0), "总经理…");
        assert_eq!(fit("总经理", 12.0, false, 36.0), "总经理");
        assert_eq!(fit("总经理", 12.0, false, 5.0), "");
    }

    #[test]
    fn a_name_too_long_for_its_place_stands_on_two_lines_unsplit() {
        assert_eq!(fit_two("Luo Shaochuan", 11.0, true, 200.0), ["Luo Shaochuan"]);
        assert_eq!(fit_two("José María de la Cruz", 11.0, true, 76.0), ["José María", "de la Cruz"]);
        assert_eq!(fit_two("何塞·玛丽亚·德拉克鲁斯", 11.0, true, 76.0), ["何塞·玛丽亚·", "德拉克鲁斯"]);
        assert_eq!(fit_two("欧阳川", 11.0, true, 24.0), ["欧…"]);
    }

    proptest! {
        #[test]
        fn two_lines_fit(text in "\\PC{0,30}", width in 12.0f32..200.0) {
            let lines = fit_two(&text, 12.0, false, width);
            prop_assert!(lines.len() <= 2 && lines.iter().all(|one| text_width(one, 12.0, false) <= width + 0.01));
        }

        #[test]
        fn cut_text_fits(text in "\\PC{0,30}", width in 12.0f32..200.0) {
            prop_assert!(text_width(&fit(&text, 12.0, false, width), 12.0, false) <= width + 0.01);
        }
    }
}
