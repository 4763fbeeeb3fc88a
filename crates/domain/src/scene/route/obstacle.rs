//! What lines must keep clear of, found by place: cards, which no line may touch but its own, and unit titles, behind
//! which a line is only untidy. Owns: a grid over the sheet and exact answers. Deliberately absent: choosing ways.

use super::{Point, Rect};
use crate::SeatId;
use std::collections::HashMap;

/// What running along one world unit of a unit title costs, in world units of length.
const TITLE_COST: f32 = 6.0;
/// Boxes are entered this much larger, so that a look-up at a margin up to it finds them.
const REACH: f32 = 16.0;
const LEAST_CELL: f32 = 256.0;

/// Left, top, right, bottom; as an array, because walks down and walks right differ in the axis alone.
pub(super) type Bounds = [f32; 4];

fn grown(rect: &Rect, pad: [f32; 2]) -> Bounds {
    [rect.x - pad[0], rect.y - pad[1], rect.x + rect.w + pad[0], rect.y + rect.h + pad[1]]
}

fn span(a: Point, b: Point) -> Bounds {
    [a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)]
}

/// Which boxes reach into each cell, the cells row by row.
#[derive(Default)]
struct Cells {
    corner: [f32; 2],
    size: f32,
    count: [usize; 2],
    /// Where the boxes of each cell begin in `held`.
    start: Vec<u32>,
    /// Place in the list and bounds, together because a search reads nothing else.
    held: Vec<(u32, Rect)>,
}

impl Cells {
    fn new(rects: impl Iterator<Item = Rect> + Clone) -> Self {
        let boxes: &[Bounds] = &rects.clone().map(|rect| grown(&rect, [REACH; 2])).collect::<Vec<_>>();
        let least = |axis: usize| boxes.iter().map(|one| one[axis]).fold(f32::INFINITY, f32::min);
        let most = |axis: usize| boxes.iter().map(|one| one[axis]).fold(f32::NEG_INFINITY, f32::max);
        if boxes.is_empty() {
            return Self { size: LEAST_CELL, count: [1, 1], start: vec![0, 0], ..Self::default() };
        }
        let corner = [least(0), least(1)];
        let (w, h) = (most(2) - corner[0], most(3) - corner[1]);
        let size = (w * h / (2 * boxes.len() + 64) as f32).sqrt().max(LEAST_CELL);
        let count = [(w / size) as usize + 1, (h / size) as usize + 1];
        let mut cells = Self { corner, size, count, start: vec![0; count[0] * count[1] + 1], held: Vec::new() };
        cells.fill(boxes, rects);
        cells
    }

    /// Counts first, then deals the boxes out: two passes and no list per cell.
    fn fill(&mut self, boxes: &[Bounds], rects: impl Iterator<Item = Rect>) {
        let mut start = std::mem::take(&mut self.start);
        for one in boxes {
            self.within(one, |cell| start[cell + 1] += 1);
        }
        for cell in 1..start.len() {
            start[cell] += start[cell - 1];
        }
        let mut next = start.clone();
        let mut held = vec![(0, Rect::default()); start.last().map_or(0, |&all| all as usize)];
        for ((at, one), rect) in boxes.iter().enumerate().zip(rects) {
            self.within(one, |cell| {
                held[next[cell] as usize] = (at as u32, rect);
                next[cell] += 1;
            });
        }
        (self.start, self.held) = (start, held);
    }

    fn place(&self, at: f32, axis: usize) -> usize {
        (((at - self.corner[axis]) / self.size) as usize).min(self.count[axis] - 1)
    }

    fn within(&self, area: &Bounds, mut each: impl FnMut(usize)) {
        for row in self.place(area[1], 1)..=self.place(area[3], 1) {
            for column in self.place(area[0], 0)..=self.place(area[2], 0) {
                each(row * self.count[0] + column);
            }
        }
    }

    /// Whether anything the test accepts stands in a cell of the area; a box may be offered more than once.
    fn any(&self, area: Bounds, mut test: impl FnMut(u32, &Rect) -> bool) -> bool {
        let (left, right) = (self.place(area[0], 0), self.place(area[2], 0));
        (self.place(area[1], 1)..=self.place(area[3], 1))
            .any(|row| (left..=right).any(|column| self.at([column, row]).iter().any(|(at, rect)| test(*at, rect))))
    }

    fn at(&self, [column, row]: [usize; 2]) -> &[(u32, Rect)] {
        let cell = row * self.count[0] + column;
        &self.held[self.start[cell] as usize..self.start[cell + 1] as usize]
    }
}

/// Cards and unit titles as obstacles.
pub(in crate::scene) struct Obstacles {
    seats: Vec<SeatId>,
    cards: Cells,
    titles: Cells,
}

impl Obstacles {
    /// A title belongs to no seat.
    pub fn new(boxes: Vec<(Option<SeatId>, Rect)>) -> Self {
        let cards = boxes.iter().filter(|one| one.0.is_some()).map(|one| one.1);
        let titles = boxes.iter().filter(|one| one.0.is_none()).map(|one| one.1);
        let (cards, titles) = (Cells::new(cards), Cells::new(titles));
        Self { seats: boxes.iter().filter_map(|one| one.0).collect(), cards, titles }
    }

    /// Whether nothing, neither card nor title, reaches into the box.
    pub fn free(&self, area: &Rect) -> bool {
        let own = grown(area, [0.0; 2]);
        let met = |_: u32, rect: &Rect| overlap(&own, &grown(rect, [0.0; 2]));
        !self.cards.any(own, met) && !self.titles.any(own, met)
    }

    /// Whether a way keeps `margin`, at most 16, from every card but those of `skip`.
    pub fn clear(&self, way: &[Point], margin: f32, skip: &[SeatId]) -> bool {
        way.windows(2).all(|pair| {
            let hit = |at: u32, rect: &Rect| {
                crosses(pair[0], pair[1], &grown(rect, [margin; 2])) && !skip.contains(&self.seats[at as usize])
            };
            !self.cards.any(span(pair[0], pair[1]), hit)
        })
    }

    /// What it costs to run along unit titles.
    pub fn untidy(&self, way: &[Point], margin: f32) -> f32 {
        let mut cost = 0.0;
        for pair in way.windows(2) {
            let mut met: Vec<Rect> = Vec::new();
            self.titles.any(span(pair[0], pair[1]), |_, rect| {
                let title = grown(rect, [margin; 2]);
                if crosses(pair[0], pair[1], &title) && !met.contains(rect) {
                    met.push(*rect);
                    let own = span(pair[0], pair[1]);
                    let along = |axis: usize| own[axis + 2].min(title[axis + 2]) - own[axis].max(title[axis]);
                    cost += along(0).hypot(along(1)) * TITLE_COST;
                }
                false
            });
        }
        cost
    }

    /// The first card a walk along an axis meets, cards grown by `pad`. One begun inside a card leaves it unhindered.
    pub(super) fn first(&self, at: [f32; 2], axis: usize, ahead: bool, pad: [f32; 2]) -> Option<Bounds> {
        let (across, far) = (1 - axis, axis + 2);
        let mut cell = [self.cards.place(at[0], 0), self.cards.place(at[1], 1)];
        loop {
            let mut best: Option<Bounds> = None;
            for (_, rect) in self.cards.at(cell) {
                let card = grown(rect, pad);
                let beside = at[across] <= card[across] || at[across] >= card[across + 2];
                let behind = if ahead { card[axis] < at[axis] } else { card[far] > at[axis] };
                if beside || behind {
                    continue;
                }
                let nearer = |best: Bounds| if ahead { card[axis] < best[axis] } else { card[far] > best[far] };
                if best.is_none_or(nearer) {
                    best = Some(card);
                }
            }
            let end = if ahead { self.cards.count[axis] - 1 } else { 0 };
            if best.is_some() || cell[axis] == end {
                return best;
            }
            cell[axis] = if ahead { cell[axis] + 1 } else { cell[axis] - 1 };
        }
    }

    /// Beyond every card along an axis.
    pub(super) fn end(&self, axis: usize, ahead: bool) -> f32 {
        let whole = self.cards.size * self.cards.count[axis] as f32;
        if ahead { self.cards.corner[axis] + whole + 1.0 } else { self.cards.corner[axis] - 1.0 }
    }
}

fn overlap(a: &Bounds, b: &Bounds) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Whether a straight line has a point inside a box; its edge is outside.
fn crosses(a: Point, b: Point, area: &Bounds) -> bool {
    let own = span(a, b);
    if own[0] >= area[2] || own[2] <= area[0] || own[1] >= area[3] || own[3] <= area[1] {
        return false;
    }
    let (mut from, mut to) = (0.0f32, 1.0f32);
    for (start, step, low, high) in [(a.0, b.0 - a.0, area[0], area[2]), (a.1, b.1 - a.1, area[1], area[3])] {
        if step != 0.0 {
            let (one, two) = ((low - start) / step, (high - start) / step);
            (from, to) = (from.max(one.min(two)), to.min(one.max(two)));
        }
    }
    from < to
}

/// Marks set on lines so far, found by place.
#[derive(Default)]
pub(in crate::scene) struct Marks(HashMap<(i32, i32), Vec<Rect>>);

impl Marks {
    fn cells(area: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
        let cell = |value: f32| (value / LEAST_CELL).floor() as i32;
        let (top, bottom) = (cell(area.y), cell(area.y + area.h));
        (cell(area.x)..=cell(area.x + area.w)).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
    }

    pub fn add(&mut self, area: Rect) {
        for cell in Self::cells(&area) {
            self.0.entry(cell).or_default().push(area);
        }
    }

    pub fn free(&self, area: &Rect) -> bool {
        let own = grown(area, [0.0; 2]);
        Self::cells(area)
            .filter_map(|cell| self.0.get(&cell))
            .flatten()
            .all(|mark| !overlap(&own, &grown(mark, [0.0; 2])))
    }
}
