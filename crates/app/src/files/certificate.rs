//! The certificate of an erasure as text, in both languages. It names a record and no person.

use domain::Lang;
use domain::scene::Wording;

use super::{NamedFile, plain_file_name};
use crate::wire::{Certificate, CountRow};
use crate::{App, Words};

/// The certificate as a plain text file, Chinese first. Its name tells the day alone.
pub fn certificate_file(app: &App, certificate: &Certificate) -> NamedFile {
    let words = app.words();
    let text = [Lang::ZhCn, Lang::En].map(|lang| told(words, lang, certificate)).join("\n\n");
    let day = certificate.erased_on.to_string();
    let name = plain_file_name(&words.speak(Lang::ZhCn).text("rights-certificate-file", &[("day", day)]));
    NamedFile { name: format!("{name}.txt"), bytes: text.into_bytes() }
}

fn told(words: &Words, lang: Lang, one: &Certificate) -> String {
    let speech = words.speak(lang);
    let counted = |rows: &[CountRow]| {
        let label = |row: &CountRow| {
            let label = speech.say(&format!("rights-table-{}", row.kind.replace('_', "-")));
            format!("{label} {}", row.count)
        };
        rows.iter().map(label).collect::<Vec<_>>().join(if lang == Lang::ZhCn { "，" } else { ", " })
    };
    let barred = if one.barred { "rights-certificate-barred" } else { "rights-certificate-open" };
    let mut lines = vec![
        speech.say("rights-certificate-title"),
        speech.text("rights-certificate-record", &[("record", one.person.to_string())]),
        speech.text("rights-certificate-day", &[("day", one.erased_on.to_string()), ("actor", one.actor.clone())]),
        speech.text("rights-certificate-gone", &[("list", counted(&one.gone))]),
        speech.text("rights-certificate-kept", &[("list", counted(&one.kept))]),
        speech.text(
            "rights-certificate-mentions",
            &[("count", one.mentions.to_string()), ("left", one.mentions_left.to_string())],
        ),
        speech.text("rights-certificate-undo", &[("steps", one.undo_steps.to_string())]),
        speech.say(barred),
        speech.text("rights-certificate-copies", &[("count", one.copies.len().to_string())]),
    ];
    for copy in &one.copies {
        lines.push(format!("  {} {} {} v{} n{}", copy.issued_on, copy.visit, copy.format, copy.version, copy.number));
    }
    lines.push(speech.text("rights-certificate-written", &[("count", one.written.len().to_string())]));
    lines.extend(one.written.iter().map(|file| format!("  {} {} {}", file.at, file.op, file.actor)));
    lines.push(speech.say("rights-certificate-backups"));
    lines.join("\n")
}
