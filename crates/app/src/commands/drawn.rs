//! The map drawn last: kept, so that more of it can be asked for and the next one told as a difference.
//!
//! Deliberately absent: drawing (map.rs), and putting the pieces together, which the page does (`joined.ts`).

use std::collections::HashMap;
use std::hash::Hash;

use domain::scene::{SceneCard, SceneLine, SceneUnit};

use super::map::draw;
use crate::wire::{GetMapChange, LineRow, MapChange, MapView, OutlineRow, Piece, ViewContext};
use crate::{App, Error};

/// The map the window shows: its number and what it was made of.
pub(crate) struct Drawn {
    number: u32,
    lists: Lists,
}

impl Drawn {
    pub fn of(view: &MapView) -> Self {
        Self { number: view.drawing, lists: Lists::take(&mut view.clone()) }
    }
}

/// The long lists of a map, as they were sent.
struct Lists {
    cards: Vec<SceneCard>,
    ways: Vec<SceneLine>,
    frames: Vec<SceneUnit>,
    outline: Vec<OutlineRow>,
    lines: Vec<LineRow>,
}

impl Lists {
    fn take(view: &mut MapView) -> Self {
        Self {
            cards: std::mem::take(&mut view.scene.cards),
            ways: std::mem::take(&mut view.scene.lines),
            frames: std::mem::take(&mut view.scene.units),
            outline: std::mem::take(&mut view.outline),
            lines: std::mem::take(&mut view.lines),
        }
    }
}

/// The map as it differs from the drawing the page has; from nothing when another one was drawn since.
pub fn get_map_change(app: &mut App, context: &ViewContext, request: GetMapChange) -> Result<MapChange, Error> {
    let known = app.drawn.take().filter(|one| one.number == request.since).map(|one| one.lists);
    let mut rest = draw(app, context, &request.map)?;
    let lists = Lists::take(&mut rest);
    let change = told(known.as_ref(), &lists, rest);
    app.drawn = Some(Drawn { number: change.rest.drawing, lists });
    Ok(change)
}

fn told(before: Option<&Lists>, after: &Lists, rest: MapView) -> MapChange {
    MapChange {
        cards: pieces(before.map_or(&[], |one| &one.cards), &after.cards, |one| one.seat),
        ways: pieces(before.map_or(&[], |one| &one.ways), &after.ways, |one| (one.kind, one.edge, one.from, one.to)),
        frames: pieces(before.map_or(&[], |one| &one.frames), &after.frames, |one| one.unit),
        outline: pieces(before.map_or(&[], |one| &one.outline), &after.outline, |one| one.seat),
        lines: pieces(before.map_or(&[], |one| &one.lines), &after.lines, |one| one.edge),
        rest,
    }
}

/// A list as runs of the one before and what is new in it.
fn pieces<T: Clone + PartialEq, K: Hash + Eq>(before: &[T], after: &[T], key: impl Fn(&T) -> K) -> Vec<Piece<T>> {
    let places: HashMap<K, usize> = before.iter().enumerate().map(|(at, one)| (key(one), at)).collect();
    let mut pieces: Vec<Piece<T>> = Vec::new();
    for one in after {
        let same = places.get(&key(one)).filter(|at| before.get(**at) == Some(one)).map(|at| *at as u32);
        match (same, pieces.last_mut()) {
            (Some(at), Some(Piece::Same(from, count))) if *from + *count == at => *count += 1,
            (Some(at), _) => pieces.push(Piece::Same(at, 1)),
            (None, _) => pieces.push(Piece::New(one.clone())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a page makes of the pieces.
    fn joined(before: &[(u8, char)], pieces: Vec<Piece<(u8, char)>>) -> Vec<(u8, char)> {
        let part = |piece| match piece {
            Piece::Same(from, count) => before[from as usize..(from + count) as usize].to_vec(),
            Piece::New(one) => vec![one],
        };
        pieces.into_iter().flat_map(part).collect()
    }

    #[test]
    fn pieces_make_the_list_again_and_say_no_more_than_needed() {
        let before = [(1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')];
        let cases: [(&[(u8, char)], usize); 6] = [
            (&before, 1),
            (&[(1, 'a'), (2, 'x'), (3, 'c'), (4, 'd')], 3),
            (&[(3, 'c'), (4, 'd'), (1, 'a'), (2, 'b')], 2),
            (&[(1, 'a'), (9, 'n'), (4, 'd')], 3),
            (&[], 0),
            (&[(4, 'd'), (3, 'c')], 2),
        ];
        for (after, count) in cases {
            let told = pieces(&before, after, |one| one.0);
            assert_eq!(told.len(), count, "{told:?}");
            assert_eq!(joined(&before, told), after);
        }
        assert_eq!(joined(&[], pieces(&[], &before, |one| one.0)), before);
    }
}
