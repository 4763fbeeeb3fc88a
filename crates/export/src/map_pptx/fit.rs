//! Words cut to boxes on slides. Owns: measuring in points with room for faces we do not choose, and the lines of a
//! card. Deliberately absent: the table of widths, which is the scene's.

use domain::scene::CardText;
use domain::scene::measure::text_width;

/// Least size of any word on a slide, in points.
pub(super) const LEAST: f32 = 8.0;
/// Distance of baselines, in sizes.
pub(super) const LEADING: f32 = 1.2;

/// Latin letters may be this much wider than the table says: programs put other faces in the place of missing ones.
const FOREIGN: f32 = 1.14;

/// Some programs set Han and Latin letters this far apart, in em.
const SEAM: f32 = 0.25;

/// Measures text of slides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruler;

impl Ruler {
    /// Width in points.
    pub fn width(self, text: &str, size: f32, strong: bool) -> f32 {
        let mut letter = [0; 4];
        let mut em = |one: char| match one {
            '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
            one if pictorial(one) => 1.4,
            one => {
                let width = text_width(one.encode_utf8(&mut letter), 1.0, strong);
                if one < '\u{250}' { width * FOREIGN } else { width }
            }
        };
        let mut before = ' ';
        let seam = |before: char, one: char| {
            let (a, b) = (before.min(one), before.max(one));
            if a.is_ascii_alphanumeric() && matches!(b, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}') {
                SEAM
            } else {
                0.0
            }
        };
        let sum: f32 = text.chars().map(|one| seam(std::mem::replace(&mut before, one), one) + em(one)).sum();
        sum * size
    }

    /// `text`, or as much as fits `width` points together with an ellipsis; empty when not even that fits.
    pub fn fit(self, text: &str, size: f32, strong: bool, width: f32) -> String {
        let text = super::xml::clean(text);
        if self.width(&text, size, strong) <= width {
            return text;
        }
        let room = width - self.width("…", size, strong);
        if room < 0.0 {
            return String::new();
        }
        let mut cut = String::new();
        for piece in clusters(&text) {
            let before = cut.len();
            cut.push_str(piece);
            if self.width(&cut, size, strong) > room {
                cut.truncate(before);
                break;
            }
        }
        let end = cut.trim_end_matches([' ', '，', '、', ',', '（', '(', '&', '·']).len();
        cut.truncate(end);
        cut.push('…');
        cut
    }
}

/// Drawn wider than one em by the usual faces.
fn pictorial(one: char) -> bool {
    matches!(one, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}

/// Characters with what must not be torn from them: joiners, variation selectors, marks, skin tones.
fn clusters(text: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let mut joined = false;
    for (at, one) in text.char_indices() {
        let sticks = matches!(one, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}');
        if at > 0 && !sticks && !joined {
            ends.push(at);
        }
        joined = one == '\u{200d}';
    }
    ends.push(text.len());
    let mut from = 0;
    ends.into_iter().map(|end| &text[std::mem::replace(&mut from, end)..end]).collect()
}

/// The lines of a card, uncut: sign and name, post, tags, note; what has no line of its own joins the last.
/// A card without words of its own says its `label`.
pub(super) fn card_lines(text: &CardText, label: &str, chinese: bool, most: usize) -> Vec<String> {
    let name = [text.sign.as_str(), text.name.as_str()].into_iter().filter(|one| !one.is_empty());
    let tags = text.tags.join(if chinese { "、" } else { ", " });
    let all = [name.collect::<Vec<_>>().join(" "), text.post.clone(), tags, text.note.clone()];
    let mut lines: Vec<String> = all.into_iter().filter(|one| !one.trim().is_empty()).collect();
    if lines.is_empty() {
        lines.push(label.to_owned());
    }
    if lines.len() > most.max(1) {
        let rest = lines.split_off(most.max(1) - 1).join(" · ");
        lines.push(rest);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULER: Ruler = Ruler;

    #[test]
    fn cut_text_fits_and_keeps_clusters_whole() {
        let family = "👨‍👩‍👧样例一";
        for width in 8..60 {
            let cut = RULER.fit(family, 8.0, false, width as f32);
            assert!(RULER.width(&cut, 8.0, false) <= width as f32 + 0.01, "{cut} at {width}");
            assert!(cut == "…" || cut.is_empty() || cut.starts_with("👨‍👩‍👧"), "{cut}");
        }
        assert_eq!(RULER.fit("样例", 8.0, false, 16.0), "样例");
    }

    #[test]
    fn lines_without_words_are_left_out_and_the_last_takes_the_rest() {
        let text = CardText {
            sign: "▲".into(),
            name: "样例一".into(),
            post: String::new(),
            tags: vec!["决策人".into(), "法务".into()],
            note: "支持".into(),
        };
        assert_eq!(card_lines(&text, "", true, 4), ["▲ 样例一", "决策人、法务", "支持"]);
        assert_eq!(card_lines(&text, "", true, 2), ["▲ 样例一", "决策人、法务 · 支持"]);
        assert_eq!(card_lines(&CardText::default(), "样例二", true, 3), ["样例二"]);
    }
}
