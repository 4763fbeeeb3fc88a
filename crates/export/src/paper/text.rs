//! Text on paper: lines of runs, with the same line in the second language where a paper is bilingual.
//!
//! Owns: what a run can be and how it may look. Deliberately absent: markup. A run's text is printed as it stands,
//! whatever it contains; writers must escape it for their format.

use domain::Confidence;
use serde::Serialize;

/// What a run's colour says. Cinnabar (`Open`) is authority or an open matter, never decoration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    #[default]
    Ink,
    /// Second rank: labels, remarks.
    Quiet,
    Open,
}

/// How a run looks. Two families, two weights, no italics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Style {
    pub tone: Tone,
    pub strong: bool,
    /// The serif face, which is always bold: names as titles, speeches, numbers of guests and sections.
    pub serif: bool,
    /// One step smaller: remarks beside a value.
    pub small: bool,
}

impl Style {
    pub const PLAIN: Self = Self { tone: Tone::Ink, strong: false, serif: false, small: false };
    pub const STRONG: Self = Self { strong: true, ..Self::PLAIN };
    pub const QUIET: Self = Self { tone: Tone::Quiet, ..Self::PLAIN };
    /// Small and quiet.
    pub const NOTE: Self = Self { small: true, ..Self::QUIET };
    /// An open matter.
    pub const OPEN: Self = Self { tone: Tone::Open, ..Self::PLAIN };
    pub const SERIF: Self = Self { serif: true, ..Self::PLAIN };
    /// The number of the principal guest, of a section or of a question.
    pub const SERIF_OPEN: Self = Self { tone: Tone::Open, ..Self::SERIF };
}

/// A sign that stands for a value. [`Mark::glyphs`] is its form in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "mark", rename_all = "kebab-case")]
pub enum Mark {
    /// Weight in the decision, 0–4 blocks.
    Weight { value: u8 },
    /// Strength of a tie, 0–5 dots.
    Relation { value: u8 },
    /// Attitude −2…+2 on a ruler. Unknown attitude is [`Run::Unknown`], never 0.
    Attitude { value: i8 },
    /// How sure a fact is.
    Confidence { value: Confidence },
    /// A box to tick.
    Tick { state: Tick },
}

/// State of a box to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tick {
    Open,
    Part,
    Done,
}

impl Mark {
    /// The mark in characters, for writers that cannot draw: `■■■□`, `●●○○○`, `−·0·◆` …
    pub fn glyphs(self) -> String {
        let filled = |value: u8, of: u8, on: char, off: char| -> String {
            (0..of).map(|at| if at < value { on } else { off }).collect()
        };
        match self {
            Self::Weight { value } => filled(value, 4, '■', '□'),
            Self::Relation { value } => filled(value, 5, '●', '○'),
            Self::Attitude { value } => (-2..=2).map(|at| if at == value { '◆' } else { '─' }).collect(),
            Self::Confidence { value: Confidence::Confirmed } => "●".into(),
            Self::Confidence { value: Confidence::Reliable } => "◐".into(),
            Self::Confidence { .. } => "○".into(),
            Self::Tick { state: Tick::Open } => "□".into(),
            Self::Tick { state: Tick::Part } => "◪".into(),
            Self::Tick { state: Tick::Done } => "☑".into(),
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Run {
    Words {
        text: String,
        style: Style,
    },
    /// A name (of a person, a plate number, a phone number): never broken over two lines; set smaller before that.
    Name {
        text: String,
        style: Style,
    },
    /// Never asked: boxed, with the number of the question in section 29. Word: [`super::MarkWords::unknown`].
    Unknown {
        ask: Option<u32>,
    },
    /// Points to a question beside a value: `→ 问 4`.
    Ask {
        ask: u32,
    },
    Mark(Mark),
    /// The separator between items of one line, drawn as a small dot; `·` in plain text.
    Dot,
}

/// One line (which may be wrapped). `second` is the same in the second language; empty in papers of one language and
/// where both say the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    pub runs: Vec<Run>,
    pub second: Vec<Run>,
    /// Stays in the first language alone: sources, marks, rules.
    #[serde(skip)]
    pub alone: bool,
}

/// Lines one under another. An empty text prints nothing; a value that is missing is [`Run::Unknown`] or a dash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text {
    pub lines: Vec<Line>,
}

impl Text {
    /// One line of plain words; empty words make an empty text.
    pub fn of(words: impl Into<String>) -> Self {
        Self::styled(words, Style::PLAIN)
    }
    /// One line in a style.
    pub fn styled(words: impl Into<String>, style: Style) -> Self {
        Self::default().and(words, style)
    }
    /// A name that is never split.
    pub fn name(words: impl Into<String>) -> Self {
        Self::default().and_name(words, Style::PLAIN)
    }
    /// Never asked, with its question.
    pub fn unknown(ask: Option<u32>) -> Self {
        Self::default().run(Run::Unknown { ask })
    }
    /// A dash: nothing is there, and nothing is needed.
    pub fn dash() -> Self {
        Self::styled("—", Style::QUIET)
    }
    /// A mark alone.
    pub fn mark(mark: Mark) -> Self {
        Self::default().run(Run::Mark(mark))
    }
    /// Adds words to the last line, without a space.
    #[must_use]
    pub fn and(self, words: impl Into<String>, style: Style) -> Self {
        let text = words.into();
        if text.is_empty() { self } else { self.run(Run::Words { text, style }) }
    }
    /// Adds a name to the last line.
    #[must_use]
    pub fn and_name(self, words: impl Into<String>, style: Style) -> Self {
        let text = words.into();
        if text.is_empty() { self } else { self.run(Run::Name { text, style }) }
    }
    /// Adds the drawn dot to the last line.
    #[must_use]
    pub fn dot(self) -> Self {
        self.run(Run::Dot)
    }
    /// Points to a question, when there is one.
    #[must_use]
    pub fn ask(self, ask: Option<u32>) -> Self {
        match ask {
            Some(ask) => self.run(Run::Ask { ask }),
            None => self,
        }
    }
    /// Adds a run to the last line.
    #[must_use]
    pub fn run(mut self, run: Run) -> Self {
        match self.lines.last_mut() {
            Some(line) => line.runs.push(run),
            None => self.lines.push(Line { runs: vec![run], ..Line::default() }),
        }
        self
    }
    /// Puts another text under this one.
    #[must_use]
    pub fn under(mut self, mut next: Self) -> Self {
        self.lines.append(&mut next.lines);
        self
    }
    /// Continues the last line with the first line of another text; its further lines follow.
    #[must_use]
    pub fn join(mut self, next: Self) -> Self {
        let Some(last) = self.lines.last_mut() else { return next };
        let mut lines = next.lines.into_iter();
        if let Some(first) = lines.next() {
            last.runs.extend(first.runs);
            last.second.extend(first.second);
        }
        self.lines.extend(lines);
        self
    }
    /// Keeps every line in the first language alone.
    #[must_use]
    pub fn alone(mut self) -> Self {
        for line in &mut self.lines {
            line.alone = true;
        }
        self
    }
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
    /// Whether anything in it was never asked.
    pub fn is_unknown(&self) -> bool {
        self.lines.iter().flat_map(|line| &line.runs).any(|run| matches!(run, Run::Unknown { .. }))
    }
    /// The words of the first language in one line, without marks.
    pub fn words(&self) -> String {
        let lines = self.lines.iter().map(|line| words_of(&line.runs));
        lines.collect::<Vec<_>>().join(" ")
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::of(words)
    }
}
impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::of(words)
    }
}

/// The words and names of runs.
pub(crate) fn words_of(runs: &[Run]) -> String {
    let word = |run: &Run| match run {
        Run::Words { text, .. } | Run::Name { text, .. } => text.clone(),
        Run::Dot => "·".to_owned(),
        Run::Unknown { .. } | Run::Ask { .. } | Run::Mark(_) => String::new(),
    };
    runs.iter().map(word).collect()
}
