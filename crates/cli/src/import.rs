//! `dianke import`: look at a file, tell mapping, problems, duplicates and difference, then put it in.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use app::wire::{ApplyImport, FixChoice, GroupChoice, ImportView, PairChoice, PairDecision, RemapImport};
use app::{files, report};

use crate::args::{Arguments, Command};
use crate::run::{Session, say};

/// Runs the command.
///
/// # Errors
/// What the reader or the application refuses, in words.
pub fn import(arguments: &Arguments) -> Result<()> {
    let Command::Import {
        workspace,
        file,
        map,
        decide,
        account,
        account_name,
        source,
        purpose,
        end_gone,
        forget,
        dry_run,
        json,
    } = &arguments.command
    else {
        bail!("no such command")
    };
    let mut session = Session::open(arguments, workspace, None)?;
    let looked = files::look_at_import(&mut session.app, &session.context, file);
    let mut view = session.told(looked)?;
    let mut mapping: Vec<Option<String>> = view.columns.iter().map(|one| one.field.clone()).collect();
    if let Some(path) = map {
        mapping = mapping_from(path, &view)?;
    }
    let said = decide.as_deref().map(said_in).transpose()?.unwrap_or_default();
    let account = match account {
        Some(key) => {
            let id = report::account_id(&mut session.app, key);
            Some(session.told(id)?)
        }
        // Another edition of a list goes where the last one went, unless a new account is named.
        None => view.account.filter(|_| view.difference.is_some() && account_name.is_none()),
    };
    if view.kind == "table" {
        let request = RemapImport {
            token: view.token.clone(),
            mapping: mapping.clone(),
            account,
            fresh: account.is_none(),
            sheet: None,
            fixes: said.fixes.clone(),
            pairs_from: 0,
        };
        let remapped = files::remap(&mut session.app, &session.context, request);
        view = session.told(remapped)?;
    }
    if *json {
        say!("{}", serde_json::to_string_pretty(&view)?);
    } else {
        print(&view);
    }
    if *dry_run {
        return Ok(());
    }
    let gone = view.difference.iter().filter(|_| *end_gone).flat_map(|one| &one.gone);
    let ended = gone.map(|one| one.person).collect();
    let account_name = account_name.clone().unwrap_or_else(|| view.account_name.clone());
    let (source, purpose) = (source.clone(), purpose.clone());
    let base = ApplyImport::as_proposed(view.token, mapping, account, account_name);
    let Decisions { choices, fixes, groups } = said;
    let request = ApplyImport { source, purpose, choices, fixes, groups, ended, forget: *forget, ..base };
    let imported = files::apply(&mut session.app, &session.context, request);
    let imported = session.told(imported)?;
    if !json {
        say!("{}", imported.text);
    }
    Ok(())
}

fn print(view: &ImportView) {
    for fix in &view.fixes {
        say!("{} {}: {}", fix.column, fix.title, fix.note);
        for line in fix.lines.iter().filter(|one| one.chosen.is_none()) {
            say!("  {} {} {}", line.key, line.text, line.proposed.as_deref().unwrap_or("?"));
        }
    }
    view.problems.iter().for_each(|one| say!("{}{}: {}", one.column, one.row, one.text));
    for pair in &view.pairs {
        let mark = if pair.certain { "=" } else { "?" };
        say!(
            "{}: {} {mark} {} {} ({})",
            pair.row,
            pair.name,
            pair.other_name,
            pair.other_post,
            pair.reasons.join(", ")
        );
        for field in pair.fields.iter().filter(|one| !one.same) {
            say!("  {}: {} | {} ({})", field.label, field.ours, field.theirs, field.note);
        }
    }
    if let Some(difference) = &view.difference {
        difference.new_rows.iter().for_each(|one| say!("+ {} {} {}", one.row, one.name, one.post));
        difference.changed_rows.iter().for_each(|one| say!("~ {} {} {}", one.row, one.name, one.what));
        difference.gone.iter().for_each(|one| say!("- {} {}", one.name, one.post));
    }
}

/// The mapping of a file `{"A": "name", "C": "title"}`.
fn mapping_from(path: &Path, view: &ImportView) -> Result<Vec<Option<String>>> {
    let text = std::fs::read_to_string(path).context("--map")?;
    let wanted: BTreeMap<String, String> = serde_json::from_str(&text).context("--map")?;
    Ok(view.columns.iter().map(|one| wanted.get(&one.letter).cloned()).collect())
}

/// What a file of decisions says of a pair: the decision alone, or with the fields taken from the file.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Said {
    Alone(PairDecision),
    WithFields {
        decision: PairDecision,
        #[serde(default)]
        file: Vec<String>,
    },
}

/// What a file of decisions says.
#[derive(Default)]
struct Decisions {
    choices: Vec<PairChoice>,
    fixes: Vec<FixChoice>,
    groups: Vec<GroupChoice>,
}

/// Decisions of a file `{"37-41": "another", "12-…": {"decision": "same", "file": ["mobile"]}, "attitude/友好": "1",
/// "owner/*": "proposed", "group:name+mobile+known=": "same"}`: pairs by their key, lines of the list's own ways by theirs,
/// groups of pairs.
fn said_in(path: &Path) -> Result<Decisions> {
    let text = std::fs::read_to_string(path).context("--decide")?;
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text).context("--decide")?;
    let mut said = Decisions::default();
    for (key, value) in all {
        if let Some(group) = key.strip_prefix("group:") {
            let decision = serde_json::from_value(value).context("--decide")?;
            said.groups.push(GroupChoice { group: group.to_owned(), decision });
        } else if key.contains('/') {
            said.fixes.push(FixChoice { key, choice: serde_json::from_value(value).context("--decide")? });
        } else {
            said.choices.push(match serde_json::from_value(value).context("--decide")? {
                Said::Alone(decision) => PairChoice { key, decision, file: Vec::new() },
                Said::WithFields { decision, file } => PairChoice { key, decision, file },
            });
        }
    }
    Ok(said)
}
