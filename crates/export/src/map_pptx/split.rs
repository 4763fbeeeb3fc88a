//! A map cut into slides by branch. Owns: which cards stand together. Deliberately absent: their places (arrange) and
//! drawing.

use super::arrange::{Item, count, fits};
use domain::SeatId;
use domain::scene::{Scene, SceneCard, SceneUnit};
use std::collections::HashMap;

/// Room above the head of a tree for its unit and the slide of its superior: two lines.
pub(super) const ABOVE: f32 = 60.0;
/// Room below a card for the slides of its reports: one line.
pub(super) const BELOW: f32 = 36.0;

/// The drawn tree of a scene; cards by index.
pub(super) struct Tree {
    pub items: Vec<Item>,
    pub parent: Vec<Option<usize>>,
    pub roots: Vec<usize>,
    /// Superiors before reports.
    pub order: Vec<usize>,
    /// Unit of each card, by index in the scene.
    pub unit: Vec<Option<usize>>,
}

impl Tree {
    pub fn new(scene: &Scene) -> Self {
        let at: HashMap<SeatId, usize> = scene.cards.iter().enumerate().map(|(at, card)| (card.seat, at)).collect();
        let wish = |card: &SceneCard| card.parent.and_then(|seat| at.get(&seat).copied());
        let mut parent: Vec<Option<usize>> = scene.cards.iter().map(wish).collect();
        break_circles(&mut parent);
        let item = |card: &SceneCard| Item { w: card.rect.w, h: card.rect.h, above: 0.0, below: 0.0, children: vec![] };
        let mut items: Vec<Item> = scene.cards.iter().map(item).collect();
        let unit = units_of(scene);
        let place = |at: usize| {
            let rect = &scene.cards[at].rect;
            (unit[at].map_or(usize::MAX, |unit| unit), (rect.y * 4.0) as i64, (rect.x * 4.0) as i64)
        };
        let mut all: Vec<usize> = (0..scene.cards.len()).collect();
        all.sort_by_key(|&at| (place(at).1, place(at).2));
        for &at in &all {
            if let Some(up) = parent[at] {
                items[up].children.push(at);
            }
        }
        let mut roots: Vec<usize> = all.iter().copied().filter(|&at| parent[at].is_none()).collect();
        roots.sort_by_key(|&at| place(at));
        let order = preorder(&items, &roots);
        Self { items, parent, roots, order, unit }
    }

    /// Cards of a slide, superiors first.
    pub fn members(&self, roots: &[usize]) -> Vec<usize> {
        preorder(&self.items, roots)
    }
}

fn preorder(items: &[Item], roots: &[usize]) -> Vec<usize> {
    let mut stack: Vec<usize> = roots.iter().rev().copied().collect();
    let mut order = Vec::new();
    while let Some(at) = stack.pop() {
        order.push(at);
        stack.extend(items[at].children.iter().rev());
    }
    order
}

/// A second seat hangs on its person's card, which may report to that very seat.
fn break_circles(parent: &mut [Option<usize>]) {
    let mut state = vec![0usize; parent.len()];
    for start in 0..parent.len() {
        let mut at = start;
        while state[at] == 0 {
            state[at] = start + 1;
            match parent[at] {
                Some(up) if state[up] == start + 1 => parent[at] = None,
                Some(up) => at = up,
                None => {}
            }
        }
    }
}

/// The smallest frame around the middle of each card.
fn units_of(scene: &Scene) -> Vec<Option<usize>> {
    let holds = |unit: &SceneUnit, x: f32, y: f32| {
        let r = &unit.rect;
        x >= r.x && x <= r.x + r.w && y >= r.y && y <= r.y + r.h
    };
    let find = |card: &SceneCard| {
        let (x, y) = (card.rect.x + card.rect.w / 2.0, card.rect.y + card.rect.h / 2.0);
        // Frames come outer before inner.
        scene.units.iter().rposition(|unit| holds(unit, x, y))
    };
    scene.cards.iter().map(find).collect()
}

/// Cuts the tree to slides of `w` × `h` (natural size) and returns the heads on each, in reading order. Afterwards the
/// children of an item are those on its own slide.
pub(super) fn split(tree: &mut Tree, w: f32, h: f32) -> Vec<Vec<usize>> {
    let mut slides = Vec::new();
    for at in tree.order.clone().into_iter().rev() {
        tree.items[at].above = ABOVE;
        if !fits(&tree.items, &[at], w, h) {
            let cut = trim(tree, at, w, h);
            pack(tree, &cut, w, h, &mut slides);
        }
        for child in tree.items[at].children.clone() {
            tree.items[child].above = 0.0;
        }
    }
    let roots = tree.roots.clone();
    pack(tree, &roots, w, h, &mut slides);
    let mut rank = vec![0; tree.order.len()];
    tree.order.iter().enumerate().for_each(|(at, &card)| rank[card] = at);
    slides.sort_by_key(|roots| roots.first().map(|&root| rank[root]));
    join(tree, slides, w, h)
}

/// Takes so many branches off, the largest first, that the rest fits a slide; returns them in their order.
fn trim(tree: &mut Tree, at: usize, w: f32, h: f32) -> Vec<usize> {
    let all = std::mem::take(&mut tree.items[at].children);
    tree.items[at].below = BELOW;
    let mut small: Vec<usize> = all.clone();
    small.sort_by_key(|&child| count(&tree.items, &[child]));
    for &child in &all {
        tree.items[child].above = 0.0;
    }
    let keep = |tree: &mut Tree, n: usize| {
        let kept = &small[..n];
        tree.items[at].children = all.iter().copied().filter(|child| kept.contains(child)).collect();
        n == 0 || fits(&tree.items, &[at], w, h)
    };
    let (mut low, mut high) = (0, small.len());
    while low < high {
        let n = (low + high).div_ceil(2);
        if keep(tree, n) { low = n } else { high = n - 1 }
    }
    keep(tree, low);
    let cut: Vec<usize> = all.into_iter().filter(|child| !tree.items[at].children.contains(child)).collect();
    for &child in &cut {
        tree.items[child].above = ABOVE;
    }
    cut
}

/// Branches side by side on as few slides as their order allows.
fn pack(tree: &Tree, branches: &[usize], w: f32, h: f32, slides: &mut Vec<Vec<usize>>) {
    let mut slide: Vec<usize> = Vec::new();
    for &branch in branches {
        slide.push(branch);
        if slide.len() > 1 && !fits(&tree.items, &slide, w, h) {
            slide.pop();
            slides.push(std::mem::replace(&mut slide, vec![branch]));
        }
    }
    slides.extend((!slide.is_empty()).then_some(slide));
}

/// Joins neighbours whose superior stands on one and the same slide, where both fit.
fn join(tree: &Tree, slides: Vec<Vec<usize>>, w: f32, h: f32) -> Vec<Vec<usize>> {
    let mut slide_of = vec![0; tree.order.len()];
    for (at, roots) in slides.iter().enumerate() {
        tree.members(roots).into_iter().for_each(|card| slide_of[card] = at);
    }
    let above = |roots: &[usize]| roots.first().and_then(|&root| tree.parent[root]).map(|up| slide_of[up]);
    let mut joined: Vec<Vec<usize>> = Vec::new();
    for roots in slides {
        if let Some(last) = joined.last_mut().filter(|last| above(last) == above(&roots)) {
            let both = [last.as_slice(), &roots].concat();
            if fits(&tree.items, &both, w, h) {
                *last = both;
                continue;
            }
        }
        joined.push(roots);
    }
    joined
}
