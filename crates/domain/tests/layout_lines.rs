//! What every map must keep, whatever the account: cards and frames never overlap, and no line runs through a card that
//! is not its own. The eight samples, two hundred made accounts, and the worst that people bring.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a fixture that cannot be read must fail the test")]

mod common;
mod support;

use domain::SeatId;
use domain::scene::{LineKind, Rect, Scene, SceneLine};
use std::collections::HashMap;
use support::{Company, company, draw};

const CELL: f32 = 512.0;

/// Boxes by place, so that large maps can be checked: the check must not know how the map was made.
struct Places(HashMap<(i32, i32), Vec<usize>>);

fn cells(rect: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
    let cell = |value: f32| (value / CELL).floor() as i32;
    let (top, bottom) = (cell(rect.y), cell(rect.y + rect.h));
    (cell(rect.x)..=cell(rect.x + rect.w)).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}

impl Places {
    fn new(rects: impl Iterator<Item = Rect>) -> Self {
        let mut places: HashMap<(i32, i32), Vec<usize>> = HashMap::new();
        for (at, rect) in rects.enumerate() {
            cells(&rect).for_each(|cell| places.entry(cell).or_default().push(at));
        }
        Self(places)
    }
    fn near(&self, rect: &Rect) -> impl Iterator<Item = usize> {
        cells(rect).filter_map(|cell| self.0.get(&cell)).flatten().copied()
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn encloses(outer: &Rect, inner: &Rect) -> bool {
    outer.x <= inner.x
        && outer.y <= inner.y
        && outer.x + outer.w >= inner.x + inner.w
        && outer.y + outer.h >= inner.y + inner.h
}

/// Whether the stretch from `a` to `b` has a point inside the box, by cutting it at the four edges.
fn runs_through(a: (f32, f32), b: (f32, f32), rect: &Rect) -> bool {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    let axes = [(a.0, b.0, rect.x, rect.x + rect.w), (a.1, b.1, rect.y, rect.y + rect.h)];
    for (start, end, low, high) in
        axes.map(|one| (f64::from(one.0), f64::from(one.1), f64::from(one.2), f64::from(one.3)))
    {
        if start == end {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, two) = ((low - start) / (end - start), (high - start) / (end - start));
        (from, to) = (from.max(one.min(two)), to.min(one.max(two)));
    }
    from + 1e-6 < to
}

fn stretch(pair: &[(f32, f32)], margin: f32) -> Rect {
    let (x, y) = (pair[0].0.min(pair[1].0), pair[0].1.min(pair[1].1));
    let (w, h) = ((pair[0].0 - pair[1].0).abs(), (pair[0].1 - pair[1].1).abs());
    Rect { x: x - margin, y: y - margin, w: w + 2.0 * margin, h: h + 2.0 * margin }
}

/// Room that the drawing of a line takes beside its way: half its width, and the swing of a zigzag.
fn swing(line: &SceneLine) -> f32 {
    if line.kind == LineKind::ConflictsWith { 4.5 } else { 1.0 }
}

fn check_lines(scene: &Scene) -> Result<(), String> {
    let places = Places::new(scene.cards.iter().map(|card| card.rect));
    let rects: HashMap<SeatId, Rect> = scene.cards.iter().map(|card| (card.seat, card.rect)).collect();
    for line in &scene.lines {
        let margin = swing(line);
        let grown = |r: &Rect| Rect { x: r.x - margin, y: r.y - margin, w: r.w + 2.0 * margin, h: r.h + 2.0 * margin };
        let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else {
            return Err(format!("{:?} has no way", line.edge));
        };
        for (seat, point) in [(line.from, *first), (line.to, *last)] {
            if !overlap(&stretch(&[point, point], 4.0), &rects[&seat]) {
                return Err(format!("{:?} {:?} does not reach {seat:?}", line.kind, line.points));
            }
        }
        for pair in line.points.windows(2) {
            for at in places.near(&stretch(pair, margin)) {
                let card = &scene.cards[at];
                if card.seat != line.from && card.seat != line.to && runs_through(pair[0], pair[1], &grown(&card.rect))
                {
                    return Err(format!(
                        "{:?} quiet {} {:?} runs through {:?}",
                        line.kind, line.quiet, pair, card.rect
                    ));
                }
            }
        }
    }
    Ok(())
}

fn check_boxes(scene: &Scene, made: &domain::Snapshot) -> Result<(), String> {
    let cards = Places::new(scene.cards.iter().map(|card| card.rect));
    for (at, card) in scene.cards.iter().enumerate() {
        if let Some(other) =
            cards.near(&card.rect).find(|&one| one != at && overlap(&scene.cards[one].rect, &card.rect))
        {
            return Err(format!("cards overlap: {:?} {:?}", card.rect, scene.cards[other].rect));
        }
    }
    let frames = Places::new(scene.units.iter().map(|unit| unit.rect));
    let unit_of: HashMap<_, _> = made.seats.iter().map(|seat| (seat.id, seat.unit)).collect();
    let frame: HashMap<_, _> = scene.units.iter().map(|unit| (unit.unit, unit.rect)).collect();
    for card in &scene.cards {
        let own = frame[&unit_of[&card.seat]];
        if !encloses(&own, &card.rect) {
            return Err(format!("{:?} stands outside its frame {own:?}", card.rect));
        }
        // Every frame that touches the card must hold the card's own frame.
        let strange =
            |&at: &usize| overlap(&scene.units[at].rect, &card.rect) && !encloses(&scene.units[at].rect, &own);
        if let Some(at) = frames.near(&card.rect).find(strange) {
            return Err(format!("{:?} stands in a strange frame {:?}", card.rect, scene.units[at].rect));
        }
    }
    for (at, unit) in scene.units.iter().enumerate() {
        for other in frames.near(&unit.rect).filter(|&other| other != at).map(|other| &scene.units[other]) {
            let nested = encloses(&unit.rect, &other.rect) || encloses(&other.rect, &unit.rect);
            if overlap(&unit.rect, &other.rect) && (!nested || unit.depth == other.depth) {
                return Err(format!("frames overlap: {:?} {:?}", unit.rect, other.rect));
            }
        }
    }
    Ok(())
}

fn check(what: &str, made: &Company) -> Scene {
    let scene = made.draw();
    assert_eq!(scene.cards.len(), made.seats(), "{what}: a seat was lost");
    let found = check_boxes(&scene, &made.snapshot).and_then(|()| check_lines(&scene));
    assert!(found.is_ok(), "{what}: {}", found.unwrap_err());
    scene
}

#[test]
fn the_check_sees_what_must_not_be() {
    let made = company(3, 40);
    let mut scene = check("seed 3", &made);
    let line = scene.lines.iter().find(|line| line.points.len() > 3).unwrap();
    let (ends, (x, y)) = ([line.from, line.to], line.points[1]);
    let card = scene.cards.iter_mut().find(|card| !ends.contains(&card.seat)).unwrap();
    (card.rect.x, card.rect.y) = (x - 5.0, y - 5.0);
    assert!(check_lines(&scene).unwrap_err().contains("runs through"));
    scene.cards[1].rect = scene.cards[0].rect;
    assert!(check_boxes(&scene, &made.snapshot).unwrap_err().contains("cards overlap"));
}

#[test]
fn the_samples_keep_their_lines_clear_of_cards() {
    let sample = common::Sample::read();
    for name in common::ACCOUNTS {
        let scene = draw(&sample.snapshot, sample.account(name).id, sample.as_of);
        let found = check_boxes(&scene, &sample.snapshot).and_then(|()| check_lines(&scene));
        assert!(found.is_ok(), "{name}: {}", found.unwrap_err());
    }
}

/// Most accounts are small; sizes grow so that the last has five thousand people.
#[test]
fn two_hundred_accounts_keep_their_lines_clear_of_cards() {
    let mut kinds = std::collections::HashSet::new();
    for seed in 0..200u64 {
        let people = match seed {
            0..160 => 1 + (seed as usize * 7) % 60,
            160..190 => 60 + (seed as usize - 160) * 12,
            190..199 => 500 + (seed as usize - 190) * 100,
            _ => 5_000,
        };
        let scene = check(&format!("seed {seed}, {people} people"), &company(seed, people));
        kinds.extend(scene.lines.iter().map(|line| (line.kind, line.quiet)));
    }
    assert_eq!(kinds.len(), 6, "the accounts must have lines of every kind, quiet ones too: {kinds:?}");
}

#[test]
fn a_large_group_keeps_its_lines_clear_of_cards() {
    check("group", &support::group(2_000));
}

#[test]
fn a_chain_of_two_hundred_levels_is_drawn() {
    let mut made = Company::default();
    let unit = made.unit(None);
    for n in 0..200usize {
        made.seat(unit, n.checked_sub(1));
    }
    made.cross(&mut support::Chance::new(1), 40);
    let scene = check("chain", &made);
    let cards = &scene.cards;
    assert!(cards.windows(2).all(|pair| pair[0].rect.y < pair[1].rect.y), "superiors stay above");
}

#[test]
fn nothing_overflows_a_small_stack() {
    let draw_all = || {
        let mut deep = Company::default();
        for n in 0..200usize {
            let unit = deep.unit(n.checked_sub(1));
            deep.seat(unit, n.checked_sub(1));
        }
        check("units 200 deep", &deep);
        let mut chain = Company::default();
        let unit = chain.unit(None);
        for n in 0..5_000usize {
            chain.seat(unit, n.checked_sub(1));
        }
        assert_eq!(chain.draw().cards.len(), 5_000);
        let mut wide = Company::default();
        let unit = wide.unit(None);
        for n in 0..10_000usize {
            wide.seat(unit, (n > 0).then_some(0));
        }
        check("ten thousand in one unit", &wide);
    };
    std::thread::Builder::new().stack_size(512 * 1024).spawn(draw_all).unwrap().join().unwrap();
}
