//! Trees set into a page. Owns: places of boxes, superiors above their reports, for as many as stay readable.
//! Deliberately absent: which boxes go on which page. Units are CSS pixels at natural size; the page is scaled.

/// Room between boxes side by side, below a superior, and between boxes in a stack.
const GAP_X: f32 = 24.0;
const GAP_Y: f32 = 48.0;
const STACK_Y: f32 = 20.0;
/// From the line a stack hangs on to its boxes.
pub(super) const TRUNK: f32 = 18.0;
/// Between trees.
const GROUP: f32 = 36.0;
/// Scales tried, the largest first; at the last a card is 28.6 mm wide.
pub(super) const SCALES: [f32; 6] = [0.8, 0.7, 0.62, 0.56, 0.5, LEAST_SCALE];
pub(super) const LEAST_SCALE: f32 = 0.45;
/// More never fit a page of usual size; saves trying.
const MOST: usize = 160;

/// A box to place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub w: f32,
    pub h: f32,
    /// Room kept above and below the box for words.
    pub above: f32,
    pub below: f32,
    /// Items below, by index.
    pub children: Vec<usize>,
}

/// How an item hangs on the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hang {
    /// By its top, below the superior.
    Below,
    /// By its left side, in a stack right of the superior's middle.
    Right,
    /// By its right side, in a stack left of the superior's middle.
    Left,
    /// By its left side, from the superior's left side, in a stack below and a little to the right: programs that
    /// route glued lines themselves then draw it well too.
    Bracket,
}

/// A placed item: left and top of the box itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub item: usize,
    pub x: f32,
    pub y: f32,
    pub hang: Hang,
}

/// All places, and the scale at which they fill the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arranged {
    pub spots: Vec<Spot>,
    pub w: f32,
    pub h: f32,
    pub scale: f32,
}

/// How reports hang where they do not stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stack {
    Right,
    /// Leaves left and right of the line, others right.
    Both,
    Bracket,
}

/// How deep reports stand side by side before they hang in stacks; the handsomest first.
const STYLES: [(usize, Stack); 10] = [
    (9, Stack::Right),
    (3, Stack::Both),
    (2, Stack::Right),
    (2, Stack::Both),
    (2, Stack::Bracket),
    (1, Stack::Right),
    (1, Stack::Both),
    (1, Stack::Bracket),
    (0, Stack::Both),
    (0, Stack::Bracket),
];

/// A subtree set out, its corner at the origin.
struct Block {
    w: f32,
    h: f32,
    /// Its head, and the head's middle.
    item: usize,
    middle: f32,
    spots: Vec<Spot>,
}

/// Sets the trees of `roots` into a page of `w` × `h` (natural size); `None` when they do not fit at the least scale.
pub(super) fn arrange(items: &[Item], roots: &[usize], w: f32, h: f32) -> Option<Arranged> {
    arrange_at(items, roots, w, h, &SCALES)
}

/// [`arrange`] for a page too small for a single box: smaller than readable, but whole.
pub(super) fn squeeze(items: &[Item], roots: &[usize], w: f32, h: f32) -> Option<Arranged> {
    arrange(items, roots, w, h).or_else(|| arrange_at(items, roots, w, h, &[0.35, 0.25, 0.15, 0.1, 0.05]))
}

/// Whether [`arrange`] finds a place for all.
pub(super) fn fits(items: &[Item], roots: &[usize], w: f32, h: f32) -> bool {
    count(items, roots) <= MOST && arrange_at(items, roots, w, h, &[LEAST_SCALE]).is_some()
}

/// Items in the trees of `roots`.
pub(super) fn count(items: &[Item], roots: &[usize]) -> usize {
    let (mut stack, mut seen) = (roots.to_vec(), 0);
    while let Some(at) = stack.pop() {
        seen += 1;
        stack.extend(&items[at].children);
    }
    seen
}

fn arrange_at(items: &[Item], roots: &[usize], w: f32, h: f32, scales: &[f32]) -> Option<Arranged> {
    if roots.is_empty() {
        return None;
    }
    let set: Vec<Vec<Block>> =
        STYLES.iter().map(|style| roots.iter().map(|&root| block(items, root, *style, 0)).collect()).collect();
    for &scale in scales {
        for blocks in &set {
            let (packed, wide, high) = shelves(blocks, w / scale);
            if wide <= w / scale + 0.5 && high <= h / scale + 0.5 {
                return Some(Arranged { spots: packed, w: wide, h: high, scale });
            }
        }
    }
    None
}

/// Blocks in rows no wider than `limit`, in their order.
fn shelves(blocks: &[Block], limit: f32) -> (Vec<Spot>, f32, f32) {
    let (mut x, mut y, mut row, mut wide) = (0.0f32, 0.0f32, 0.0f32, 0.0f32);
    let mut spots = Vec::new();
    for block in blocks {
        if x > 0.0 && x + block.w > limit {
            (x, y, row) = (0.0, y + row + GROUP, 0.0);
        }
        spots.extend(moved(&block.spots, x, y));
        wide = wide.max(x + block.w);
        row = row.max(block.h);
        x += block.w + GROUP;
    }
    (spots, wide, y + row)
}

fn moved(spots: &[Spot], x: f32, y: f32) -> impl Iterator<Item = Spot> {
    spots.iter().map(move |one| Spot { x: one.x + x, y: one.y + y, ..*one })
}

fn block(items: &[Item], at: usize, style: (usize, Stack), depth: usize) -> Block {
    let item = &items[at];
    let top = item.above;
    if item.children.is_empty() {
        let spots = vec![Spot { item: at, x: 0.0, y: top, hang: Hang::Below }];
        return Block { w: item.w, h: top + item.h + item.below, item: at, middle: item.w / 2.0, spots };
    }
    let below: Vec<Block> = item.children.iter().map(|&child| block(items, child, style, depth + 1)).collect();
    let start = top + item.h + item.below;
    let plain = item.children.iter().all(|&child| items[child].children.is_empty());
    match style.1 {
        _ if depth < style.0 || below.len() == 1 => side_by_side(at, item, below, start),
        Stack::Both if plain && below.len() > 3 => both_sides(at, item, below, start),
        Stack::Bracket => stacked(at, item, below, start, Hang::Bracket),
        Stack::Right | Stack::Both => stacked(at, item, below, start, Hang::Right),
    }
}

fn head(at: usize, item: &Item, x: f32) -> Spot {
    Spot { item: at, x, y: item.above, hang: Hang::Below }
}

fn side_by_side(at: usize, item: &Item, below: Vec<Block>, start: f32) -> Block {
    let (mut x, mut high) = (0.0, 0.0f32);
    let (mut spots, mut middles) = (Vec::new(), Vec::new());
    for block in &below {
        spots.extend(moved(&block.spots, x, start + GAP_Y));
        middles.push(x + block.middle);
        high = high.max(block.h);
        x += block.w + GAP_X;
    }
    let span = x - GAP_X;
    let middle = (middles.first().copied().unwrap_or(0.0) + middles.last().copied().unwrap_or(0.0)) / 2.0;
    let shift = (item.w / 2.0 - middle).max(0.0);
    spots.iter_mut().for_each(|one| one.x += shift);
    spots.push(head(at, item, middle + shift - item.w / 2.0));
    let w = (span + shift).max(middle + shift + item.w / 2.0);
    Block { w, h: start + GAP_Y + high, item: at, middle: middle + shift, spots }
}

fn stacked(at: usize, item: &Item, below: Vec<Block>, start: f32, side: Hang) -> Block {
    let (own, indent) = if side == Hang::Bracket { (TRUNK / 2.0, TRUNK * 1.5) } else { (0.0, item.w / 2.0 + TRUNK) };
    let (mut y, mut wide) = (start + STACK_Y, own + item.w);
    let mut spots = vec![head(at, item, own)];
    for block in below {
        let from = spots.len();
        spots.extend(moved(&block.spots, indent, y));
        hang(&mut spots[from..], &block, side);
        wide = wide.max(indent + block.w);
        y += block.h + STACK_Y;
    }
    Block { w: wide, h: y - STACK_Y, item: at, middle: own + item.w / 2.0, spots }
}

/// Leaves in two columns, left and right of the line down the middle.
fn both_sides(at: usize, item: &Item, below: Vec<Block>, start: f32) -> Block {
    let widest = below.iter().map(|one| one.w).fold(0.0, f32::max);
    let middle = (widest + TRUNK).max(item.w / 2.0);
    let mut spots = vec![head(at, item, middle - item.w / 2.0)];
    let mut y = start + STACK_Y;
    for pair in below.chunks(2) {
        for (block, side) in pair.iter().zip([Hang::Left, Hang::Right]) {
            let x = if side == Hang::Left { middle - TRUNK - block.w } else { middle + TRUNK };
            let from = spots.len();
            spots.extend(moved(&block.spots, x, y));
            hang(&mut spots[from..], block, side);
        }
        y += pair.iter().map(|one| one.h).fold(0.0, f32::max) + STACK_Y;
    }
    Block { w: 2.0 * middle, h: y - STACK_Y, item: at, middle, spots }
}

/// Marks the head of a block just moved in.
fn hang(spots: &mut [Spot], block: &Block, side: Hang) {
    spots.iter_mut().filter(|one| one.item == block.item).for_each(|one| one.hang = side);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn tree(spans: &[usize]) -> Vec<Item> {
        let mut items = vec![Item { w: 240.0, h: 104.0, above: 0.0, below: 0.0, children: Vec::new() }];
        let mut level = vec![0];
        for &span in spans {
            let mut next = Vec::new();
            for at in level {
                for _ in 0..span {
                    items.push(Item { w: 240.0, h: 104.0, above: 0.0, below: 0.0, children: Vec::new() });
                    let new = items.len() - 1;
                    items[at].children.push(new);
                    next.push(new);
                }
            }
            level = next;
        }
        items
    }

    #[test]
    fn boxes_keep_apart_and_inside_the_page() {
        for spans in [&[][..], &[3], &[3, 2], &[7, 5], &[2, 2, 2, 2], &[16], &[1, 1, 1, 1, 1, 1], &[4, 9]] {
            let items = tree(spans);
            let Some(done) = arrange(&items, &[0], 1_220.0, 560.0) else { panic!("{spans:?} must fit") };
            assert_eq!(done.spots.iter().map(|one| one.item).collect::<HashSet<_>>().len(), items.len());
            assert!(done.w * done.scale <= 1_221.0 && done.h * done.scale <= 561.0);
            for (at, a) in done.spots.iter().enumerate() {
                assert!(a.x >= -0.5 && a.y >= -0.5 && a.x + 240.0 <= done.w + 0.5 && a.y + 104.0 <= done.h + 0.5);
                for b in &done.spots[at + 1..] {
                    assert!((a.x - b.x).abs() >= 240.0 || (a.y - b.y).abs() >= 104.0, "{spans:?} {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn too_many_do_not_fit() {
        assert!(!fits(&tree(&[300]), &[0], 1_220.0, 560.0));
        assert!(!fits(&tree(&[1; 40]), &[0], 1_220.0, 560.0));
    }
}
