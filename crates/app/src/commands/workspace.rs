//! The open workspace, its closed lists, undo and redo.

use domain::*;

use crate::names;
use crate::wire::{Changed, Choice, Choices, Nothing, StaffChip, ViewContext, WorkspaceView, areas};
use crate::words::Speech;
use crate::{App, Error, timestamp};

/// One of ours as a chip.
pub(crate) fn staff_chip(staff: &Staff, lang: Lang) -> StaffChip {
    let name = names::either(&staff.name_zh, &staff.name_en, lang);
    StaffChip {
        id: staff.id,
        short: names::short_name(&name),
        title: names::either(&staff.title_zh, &staff.title_en, lang),
        active: staff.status != StaffStatus::Departed,
        sound: super::search::sound(&name),
        name,
    }
}

/// All of ours, seniors first.
pub(crate) fn staff_chips(snapshot: &Snapshot, lang: Lang) -> Vec<StaffChip> {
    chips_of(&snapshot.staff, lang)
}

/// The same of a list of ours.
pub(crate) fn chips_of(staff: &[Staff], lang: Lang) -> Vec<StaffChip> {
    let mut staff: Vec<&Staff> = staff.iter().collect();
    staff
        .sort_by_key(|one| (one.status == StaffStatus::Departed, std::cmp::Reverse(one.rank_level), one.r#ref.clone()));
    staff.into_iter().map(|one| staff_chip(one, lang)).collect()
}

/// The open file, what can be undone, and every closed list in words.
pub fn get_workspace(app: &mut App, context: &ViewContext, _: Nothing) -> Result<WorkspaceView, Error> {
    let choices = choices(&app.words().speak(context.lang));
    if app.store.is_none() {
        return Ok(WorkspaceView {
            open: false,
            name: String::new(),
            company: String::new(),
            accounts: 0,
            people: 0,
            undo: None,
            redo: None,
            staff: vec![],
            choices,
        });
    }
    // Counted, not read: it is asked after every step, also of a company of a hundred thousand people.
    let store = app.store()?;
    let (accounts, people) = (store.count::<Account>()?, store.count::<Person>()?);
    let (companies, history) = (store.list::<Company>()?, store.history()?);
    let company =
        companies.first().map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, context.lang));
    Ok(WorkspaceView {
        open: true,
        name: app.store()?.path().file_stem().map_or_else(String::new, |one| one.to_string_lossy().into_owned()),
        company,
        accounts: accounts as u32,
        people: people as u32,
        undo: history.undo.map(|op| app.words().step(context.lang, &op)),
        redo: history.redo.map(|op| app.words().step(context.lang, &op)),
        staff: app.chips(context.lang)?.to_vec(),
        choices,
    })
}

fn choices(speech: &Speech) -> Choices {
    let numbered = |prefix: &str, range: std::ops::RangeInclusive<i8>| -> Vec<Choice> {
        range
            .map(|n| Choice { code: n.to_string(), label: speech.say(&format!("{prefix}-{n}").replace("--", "-n")) })
            .collect()
    };
    Choices {
        decision_roles: speech.choices::<DecisionRole>("code"),
        informal_functions: speech.choices::<InformalFunction>("code"),
        attitudes: numbered("attitude", -2..=2)
            .into_iter()
            .rev()
            .chain([Choice { code: "unknown".into(), label: speech.say("attitude-unknown") }])
            .collect(),
        power_levels: numbered("power", 1..=4).into_iter().rev().collect(),
        tie_levels: numbered("tie", 0..=5),
        assignment_kinds: speech.choices::<AssignmentKind>("code"),
        fact_kinds: speech.choices::<FactKind>("fact"),
        confidences: speech.choices::<Confidence>("code"),
        tiers: speech.choices::<AccountTier>("tier"),
        stages: speech.choices::<RelationshipStage>("code"),
        account_kinds: speech.choices::<AccountKind>("code"),
        visit_levels: speech.choices::<VisitLevel>("level"),
        conventions: speech.choices::<Convention>("code"),
        touch_kinds: speech.choices::<TouchKind>("touch"),
    }
}

/// Takes the last step back.
pub fn undo(app: &mut App, context: &ViewContext, _: Nothing) -> Result<Changed, Error> {
    let actor = app.actor.clone();
    let step = app.store_mut()?.undo(&timestamp(), &actor, uuid::Uuid::now_v7())?;
    let step = step.ok_or(Error::refused("nothing-to-undo"))?;
    app.changed(&step.extent);
    Ok(Changed { areas: areas(step.areas()), step: app.words().step(context.lang, &step.op), created: None })
}

/// Does the step again.
pub fn redo(app: &mut App, context: &ViewContext, _: Nothing) -> Result<Changed, Error> {
    let actor = app.actor.clone();
    let step = app.store_mut()?.redo(&timestamp(), &actor, uuid::Uuid::now_v7())?;
    let step = step.ok_or(Error::refused("nothing-to-redo"))?;
    app.changed(&step.extent);
    Ok(Changed { areas: areas(step.areas()), step: app.words().step(context.lang, &step.op), created: None })
}
