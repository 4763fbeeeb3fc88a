//! What is to be decided of a list, in words: a kind with its number and its button, and its lines.

use domain::engine::reason::Severity;
use domain::scene::Wording;
use domain::*;
use intake::people::PeopleField;

use super::super::fields::shown;
use super::super::look::Look;
use super::{Fix, Hint, Line, NEW, NONE, sensitive, words};
use crate::commands::forbidden;
use crate::names::staff_name;
use crate::wire::{Choice, FixKind, FixLine, ImportFix};
use crate::words::Speech;

/// Lines that are listed of a kind; the button takes all.
const LISTED: usize = 300;
/// Rows named beside a line.
const ROWS: usize = 12;
/// Words named in a title.
const NAMED: usize = 4;

/// A kind of what is to be decided.
pub(in super::super) fn fix_view(fix: &Fix, look: &Look, speech: &Speech) -> ImportFix {
    let proposals = fix.lines.iter().filter(|one| one.proposed.is_some()).count();
    let view = Shown { fix, look, speech };
    let args = view.args();
    let key = kind_key(fix.kind);
    ImportFix {
        key: fix.key.to_owned(),
        kind: fix.kind,
        severity: if fix.kind == FixKind::NoName { Severity::Red } else { Severity::Amber },
        title: speech.text(&format!("import-fix-{key}-title"), &args),
        note: speech.text(&format!("import-fix-{key}-note"), &args),
        way: speech.text(&format!("import-fix-{key}-way"), &args),
        column: view.letter(),
        choices: view.choices(),
        lines: fix.lines.iter().take(LISTED).map(|one| view.line(one)).collect(),
        line_count: fix.lines.len() as u32,
        open: fix.open() as u32,
        proposed: proposals as u32,
    }
}

fn kind_key(kind: FixKind) -> &'static str {
    match kind {
        FixKind::NoName => "name",
        FixKind::Words => "words",
        FixKind::Scale => "scale",
        FixKind::Days => "days",
        FixKind::Owners => "owners",
        FixKind::Sensitive => "text",
    }
}

/// What a column's own ways of writing are called beside it.
pub(in super::super) fn remark(fix: &Fix, speech: &Speech) -> String {
    let count = match fix.kind {
        FixKind::Sensitive => places(fix),
        _ => fix.lines.len(),
    };
    speech.text(
        &format!("import-fix-{}-remark", kind_key(fix.kind)),
        &[("count", count.to_string()), ("open", fix.open().to_string())],
    )
}

fn places(fix: &Fix) -> usize {
    fix.lines.iter().map(|one| domain::engine::forbidden::caught(&one.text).len()).sum()
}

struct Shown<'a> {
    fix: &'a Fix,
    look: &'a Look<'a>,
    speech: &'a Speech<'a>,
}

impl Shown<'_> {
    fn letter(&self) -> String {
        let mut columns = self.look.mapping.columns.iter();
        columns.find(|(_, field)| **field == self.fix.field).map_or_else(String::new, |(letter, _)| letter.clone())
    }

    fn list(&self, items: impl Iterator<Item = String>) -> String {
        let comma = self.speech.say("app-list-comma");
        let all: Vec<String> = items.collect();
        let named = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(&comma);
        if all.len() > NAMED { self.speech.text("import-fix-more", &[("named", named)]) } else { named }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let lines = &self.fix.lines;
        let rows: usize = lines.iter().map(|one| one.rows.len()).sum();
        let count = match self.fix.kind {
            FixKind::Days => rows,
            FixKind::Sensitive => places(self.fix),
            _ => lines.len(),
        };
        let texts = match self.fix.kind {
            FixKind::Sensitive => self.list(self.matters().into_iter()),
            _ => self.list(lines.iter().map(|one| one.text.clone())),
        };
        let mut meant: Vec<&str> = Vec::new();
        for code in lines.iter().filter_map(|one| one.proposed.as_deref()) {
            if !meant.contains(&code) {
                meant.push(code);
            }
        }
        let none = meant.is_empty() || self.fix.kind == FixKind::Sensitive;
        let meant =
            if none { "none".to_owned() } else { self.list(meant.into_iter().map(|code| self.code_label(code))) };
        vec![
            ("count", count.to_string()),
            ("field", self.field_label(self.fix.field)),
            ("texts", texts),
            ("meant", meant),
            ("reasons", self.list(lines.iter().map(|one| self.why(one)).filter(|one| !one.is_empty()))),
        ]
    }

    /// What was caught, each once, in the words of the list.
    fn matters(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for line in &self.fix.lines {
            let chars: Vec<char> = line.text.chars().collect();
            for one in domain::engine::forbidden::caught(&line.text) {
                let word: String = chars.get(one.from..one.to).unwrap_or_default().iter().collect();
                // Numbers are told by their kind, never by themselves.
                let word = if word.chars().any(|c| c.is_ascii_digit()) {
                    self.speech.label("forbidden", one.matter)
                } else {
                    word
                };
                if !all.contains(&word) {
                    all.push(word);
                }
            }
        }
        all
    }

    fn field_label(&self, field: PeopleField) -> String {
        self.speech.say(&format!("intake-field-{}", field.code().replace('_', "-")))
    }

    fn choice(&self, code: &str, label: String) -> Choice {
        Choice { code: code.to_owned(), label }
    }

    /// The label of a choice of this kind.
    fn code_label(&self, code: &str) -> String {
        let own = |part: &str| self.speech.say(&format!("import-fix-{}-{part}", kind_key(self.fix.kind)));
        match self.fix.kind {
            _ if code == NONE => own("none"),
            FixKind::Words if self.fix.field == PeopleField::Relation => self.speech.say(&format!("tie-{code}")),
            FixKind::Words => {
                let field = if self.fix.field == PeopleField::Function { PeopleField::Role } else { self.fix.field };
                shown(field, &[code.to_owned()], self.speech)
            }
            FixKind::Owners if code == NEW => own("new"),
            FixKind::Owners => match code.parse::<StaffId>() {
                Ok(id) => staff_name(self.look.known.whole, id, self.speech.lang()),
                Err(_) => String::new(),
            },
            FixKind::Days => code.to_owned(),
            _ => own(code),
        }
    }

    fn choices(&self) -> Vec<Choice> {
        let labelled = |code: &str| self.choice(code, self.code_label(code));
        match self.fix.kind {
            FixKind::NoName => vec![labelled("seat"), labelled(NONE)],
            FixKind::Scale => vec![labelled("10"), labelled("5"), labelled(NONE)],
            FixKind::Days => vec![labelled(NONE)],
            FixKind::Words => {
                let codes = words::codes(self.fix.field);
                codes.iter().map(|one| labelled(one)).chain([labelled(NONE)]).collect()
            }
            FixKind::Owners => {
                let staff = &self.look.known.whole.staff;
                let ours = staff.iter().filter(|one| one.status != StaffStatus::Departed);
                let ours = ours.map(|one| labelled(&one.id.to_string()));
                ours.chain([labelled(NEW), labelled(NONE)]).collect()
            }
            FixKind::Sensitive => Vec::new(),
        }
    }

    fn own_choices(&self, line: &Line) -> Vec<Choice> {
        if self.fix.kind != FixKind::Sensitive {
            return Vec::new();
        }
        let mut codes = vec!["drop"];
        codes.extend(sensitive::has_a_place(&line.text).then_some("diet"));
        codes.extend(sensitive::may_stay(&line.text).then_some("keep"));
        codes.into_iter().map(|code| self.choice(code, self.code_label(code))).collect()
    }

    fn why(&self, line: &Line) -> String {
        let name = ("name", line.text.clone());
        match line.hint {
            Hint::Plain => String::new(),
            Hint::Left => self.speech.text("import-fix-why-left", &[name]),
            Hint::Several => self.speech.text("import-fix-why-several", &[name]),
            Hint::Nobody => self.speech.text("import-fix-why-nobody", &[name]),
            Hint::Like(id) => {
                let like = staff_name(self.look.known.whole, id, self.speech.lang());
                self.speech.text("import-fix-why-like", &[name, ("like", like)])
            }
        }
    }

    fn line(&self, line: &Line) -> FixLine {
        let sensitive = self.fix.kind == FixKind::Sensitive;
        let field = if sensitive { sensitive::field_of(&line.key).unwrap_or(self.fix.field) } else { self.fix.field };
        FixLine {
            key: line.key.clone(),
            rows: line.rows.iter().copied().take(ROWS).collect(),
            row_count: line.rows.len() as u32,
            field: self.field_label(field),
            text: line.text.clone(),
            why: self.why(line),
            choices: self.own_choices(line),
            proposed: line.proposed.clone(),
            chosen: line.chosen.clone(),
            marks: if sensitive { forbidden::told(&line.text, self.speech) } else { Vec::new() },
        }
    }
}
