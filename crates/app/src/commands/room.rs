//! The room-safe face on screen.

use std::collections::{HashMap, HashSet};

use domain::scene::{DisplayMode, MapInput, Scene, SceneCard, draw_map};
use domain::*;

use super::must;
use crate::face::presenting;
use crate::names;
use crate::wire::*;
use crate::words::Speech;
use crate::{App, Error};

/// Branches that number keys reach.
const BRANCHES: usize = 9;

/// What a presenting window shows of an account.
pub fn get_room(app: &mut App, context: &ViewContext, request: GetRoom) -> Result<RoomView, Error> {
    let snapshot = app.account(request.account)?;
    must(&snapshot.accounts, request.account, "account")?;
    let speech = app.words().speak(context.lang);
    let face = presenting(&snapshot, request.account, request.as_of);
    let scene = draw_face(&face, &speech, &request);
    let outline = outline(&face, &scene, &speech);
    let roots: HashSet<SeatId> = outline.iter().filter(|one| one.parent.is_none()).map(|one| one.seat).collect();
    // A second post is a small seat without a branch.
    let second = |card: &SceneCard| card.keys.iter().any(|key| key == "seat:second");
    let first = |card: &&SceneCard| card.parent.is_some_and(|above| roots.contains(&above)) && !second(card);
    let mut below: Vec<&SceneCard> = scene.cards.iter().filter(first).collect();
    below.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x).then(a.rect.y.total_cmp(&b.rect.y)));
    let known: HashSet<SeatId> = face.seats.iter().map(|one| one.id).collect();
    let stop = |(number, one): (u32, &SavedView)| RoomStop {
        number,
        as_of: one.as_of,
        // Seats that are not in the face are not named by it.
        folded: one.folded.iter().copied().filter(|seat| known.contains(seat)).collect(),
        focus: one.focus.filter(|seat| known.contains(seat)),
        zoom: one.zoom,
        centre_x: one.centre_x,
        centre_y: one.centre_y,
    };
    let account = must(&face.accounts, request.account, "account")?;
    Ok(RoomView {
        account_name: names::account_name(account, context.lang),
        title: speech.say("map-core-room-title"),
        month: speech.month(request.as_of),
        branches: below.iter().map(|one| one.seat).take(BRANCHES).collect(),
        stops: (1..).zip(super::saved_view::views(&snapshot, request.account)).map(stop).collect(),
        outline,
        scene,
    })
}

/// Draws the face; it has no lens and no rows, so that nothing else can be drawn.
pub(crate) fn draw_face(face: &Snapshot, speech: &Speech, request: &GetRoom) -> Scene {
    draw_map(&MapInput {
        mode: DisplayMode::Presenting,
        folded: &request.folded,
        focus: request.focus,
        ..MapInput::new(face, request.account, request.as_of, speech)
    })
}

/// The cards as a tree, superiors before their reports, in drawing order.
fn outline(face: &Snapshot, scene: &Scene, speech: &Speech) -> Vec<RoomRow> {
    let people: HashMap<PersonId, &Person> = face.people.iter().map(|one| (one.id, one)).collect();
    let held = face.tenures.iter().filter_map(|one| Some((one.seat, *people.get(&one.person)?)));
    let holders: HashMap<SeatId, &Person> = held.collect();
    let seats: HashMap<SeatId, &Seat> = face.seats.iter().map(|one| (one.id, one)).collect();
    let row = |seat: SeatId, depth: u32, parent: Option<SeatId>| RoomRow {
        seat,
        depth,
        parent,
        name: holders
            .get(&seat)
            .map_or_else(String::new, |one| names::either(&one.name_zh, &one.name_en, speech.lang())),
        post: seats
            .get(&seat)
            .map_or_else(String::new, |one| names::either(&one.title_zh, &one.title_en, speech.lang())),
    };
    super::map::walk(face, scene).into_iter().map(|(seat, depth, parent)| row(seat, depth, parent)).collect()
}
