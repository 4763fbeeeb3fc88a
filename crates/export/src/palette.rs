//! The light theme as paper needs it: the colour of every token of the interface. Owns: the table, held equal to
//! `ui/src/styles/tokens.css` by a test. Deliberately absent: the dark theme; paper is light.

/// Token, `#RRGGBB`, opacity 0–1.
const LIGHT: &[(&str, &str, f32)] = &[
    ("paper-app", "#F1EFEA", 1.0),
    ("paper-canvas", "#F8F7F4", 1.0),
    ("paper-surface", "#FFFFFF", 1.0),
    ("paper-sunken", "#F1EFEA", 1.0),
    ("paper-hover", "#F3F1EC", 1.0),
    ("paper-selected", "#EAE6DE", 1.0),
    ("paper-scrim", "#1C1A17", 0.36),
    ("ink-1", "#1D1B18", 1.0),
    ("ink-2", "#514D46", 1.0),
    ("ink-3", "#68635A", 1.0),
    ("ink-4", "#A29C91", 1.0),
    ("ink-on", "#FFFFFF", 1.0),
    ("ink-fill", "#24211D", 1.0),
    ("ink-fill-hover", "#3A3630", 1.0),
    ("ink-veil", "#1D1B18", 0.08),
    ("ink-hair", "#1D1B18", 0.1),
    ("ink-edge", "#514D46", 0.3),
    ("line-1", "#E6E2DA", 1.0),
    ("line-2", "#D5D0C5", 1.0),
    ("line-3", "#868074", 1.0),
    ("line-grid", "#ECE9E2", 1.0),
    ("cinnabar", "#B2331D", 1.0),
    ("cinnabar-hover", "#952814", 1.0),
    ("cinnabar-wash", "#FAECE8", 1.0),
    ("cinnabar-line", "#DDA699", 1.0),
    ("seal", "#B2331D", 1.0),
    ("seal-on", "#FFFFFF", 1.0),
    ("ochre", "#855700", 1.0),
    ("ochre-wash", "#F8F0DD", 1.0),
    ("ochre-line", "#D6BD87", 1.0),
    ("focus", "#1F5F9E", 1.0),
    ("att-p2", "#1B5796", 1.0),
    ("att-p2-wash", "#DCE8F4", 1.0),
    ("att-p2-line", "#1B5796", 1.0),
    ("att-p1", "#2F6FAE", 1.0),
    ("att-p1-wash", "#EDF3F9", 1.0),
    ("att-p1-line", "#8DB2D6", 1.0),
    ("att-0", "#6B665E", 1.0),
    ("att-0-wash", "#FFFFFF", 1.0),
    ("att-0-line", "#C4BEB2", 1.0),
    ("att-n1", "#A65300", 1.0),
    ("att-n1-wash", "#FBF1E4", 1.0),
    ("att-n1-line", "#DDAF78", 1.0),
    ("att-n2", "#8F4300", 1.0),
    ("att-n2-wash", "#F5DFC4", 1.0),
    ("att-n2-line", "#A65300", 1.0),
    ("att-un", "#68635A", 1.0),
    ("att-un-wash", "#FFFFFF", 0.0),
    ("att-un-line", "#868074", 1.0),
    ("seq-0", "#F1EFEA", 1.0),
    ("seq-1", "#DCE6E4", 1.0),
    ("seq-2", "#B9CFCB", 1.0),
    ("seq-3", "#86ADA8", 1.0),
    ("seq-4", "#4B827D", 1.0),
    ("seq-5", "#1F5B57", 1.0),
    ("seq-ink", "#1F5B57", 1.0),
    ("cat-1", "#2C6390", 1.0),
    ("cat-2", "#2F6E58", 1.0),
    ("cat-3", "#8E5226", 1.0),
    ("cat-4", "#7A6110", 1.0),
    ("cat-5", "#93395A", 1.0),
    ("cat-6", "#4C5767", 1.0),
    ("cat-7", "#67498A", 1.0),
    ("cat-8", "#52691F", 1.0),
    ("cat-1-wash", "#E6EEF5", 1.0),
    ("cat-2-wash", "#E4F0EB", 1.0),
    ("cat-3-wash", "#F6EBE2", 1.0),
    ("cat-4-wash", "#F4EFDB", 1.0),
    ("cat-5-wash", "#F7E8EE", 1.0),
    ("cat-6-wash", "#EAECEF", 1.0),
    ("cat-7-wash", "#EFEAF5", 1.0),
    ("cat-8-wash", "#EDF1E1", 1.0),
];

/// A colour with its opacity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// `#RRGGBB`.
    pub hex: &'static str,
    /// 0 (nothing to paint) to 1.
    pub opacity: f32,
}

/// The colour of a token (`ink-1`); `None` when there is no such token.
pub fn colour(token: &str) -> Option<Colour> {
    LIGHT.iter().find(|row| row.0 == token).map(|&(_, hex, opacity)| Colour { hex, opacity })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours of the light block of the tokens file.
    fn light() -> Vec<(String, String)> {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/styles/tokens.css");
        let text = std::fs::read_to_string(file).expect("the tokens file belongs to the repository");
        let from = text.find("[data-theme=\"light\"]").expect("light block");
        let to = text.find("DARK: ink").expect("dark block");
        let mut rows = Vec::new();
        for part in text[from..to].split("--").skip(1) {
            let Some((name, rest)) = part.split_once(':') else { continue };
            let Some((value, _)) = rest.split_once(';') else { continue };
            let value = value.trim();
            if value.starts_with('#') || value.starts_with("rgba(") || value == "transparent" {
                rows.push((name.trim().to_owned(), value.to_owned()));
            }
        }
        rows
    }

    fn parsed(value: &str) -> (String, f32) {
        if value == "transparent" {
            return ("#FFFFFF".into(), 0.0);
        }
        let Some(inner) = value.strip_prefix("rgba(").and_then(|rest| rest.strip_suffix(')')) else {
            return (value.to_uppercase(), 1.0);
        };
        let parts: Vec<f32> = inner.split(',').map(|part| part.trim().parse().expect("number")).collect();
        (format!("#{:02X}{:02X}{:02X}", parts[0] as u8, parts[1] as u8, parts[2] as u8), parts[3])
    }

    #[test]
    fn the_table_equals_the_tokens_file() {
        let rows = light();
        assert!(rows.len() > 60, "{}", rows.len());
        assert_eq!(rows.len(), LIGHT.len());
        for ((name, value), own) in rows.iter().zip(LIGHT) {
            let (hex, opacity) = parsed(value);
            assert_eq!((name.as_str(), hex.as_str(), opacity), *own);
        }
    }
}
