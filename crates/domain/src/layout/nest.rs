//! Boxes in boxes: each unit lays its seats and the finished boxes of its child units as one tidy forest. Owns: order,
//! grids, frames, lanes. Deliberately absent: the tree algorithm (tidy) and who hangs under whom (link).

use super::link::Links;
use super::pack::{self, Packed, Slot};
use super::tidy::Forest;
use super::*;
use std::collections::{HashMap, HashSet};

/// One laid-out container: places of its items relative to its own corner.
#[derive(Debug, Default, Clone)]
struct Inside {
    items: Vec<Spot>,
    w: f32,
    h: f32,
}

/// An item inside a container.
#[derive(Debug, Clone, Copy)]
struct Spot {
    item: usize,
    x: f32,
    y: f32,
    /// Left edge and top of the shelf for items in its second row and below.
    shelf: Option<(f32, f32)>,
    /// Room kept free right above it.
    room: f32,
    gridded: bool,
}

/// A node of the forest: one item, a grid of seats or a shelf of boxes.
struct Part {
    items: Vec<usize>,
    packed: Packed,
    grid: bool,
}

pub(super) struct Nest<'a> {
    seats: &'a [SeatBox],
    units: &'a [UnitBox],
    links: Links,
    /// Items of each container: seats by position, then units by position.
    items: Vec<Vec<usize>>,
    inside: Vec<Inside>,
}

impl<'a> Nest<'a> {
    pub fn new(seats: &'a [SeatBox], units: &'a [UnitBox]) -> Self {
        let links = Links::new(seats, units);
        let mut items = vec![Vec::new(); units.len() + 1];
        let mut order: Vec<usize> = (0..seats.len()).collect();
        order.sort_unstable_by_key(|&at| (seats[at].position, seats[at].id));
        for at in order {
            items[links.unit_of[at]].push(at);
        }
        let mut order: Vec<usize> = (0..units.len()).collect();
        order.sort_unstable_by_key(|&at| (units[at].position, units[at].id));
        for at in order {
            items[links.parent_unit[at]].push(seats.len() + at);
        }
        let inside = vec![Inside::default(); units.len() + 1];
        Nest { seats, units, links, items, inside }
    }

    pub fn place(mut self) -> Layout {
        let mut order: Vec<usize> = (0..=self.units.len()).collect();
        order.sort_by_key(|&container| self.links.depth[container]);
        for &container in order.iter().rev() {
            self.inside[container] = self.lay(container);
        }
        self.spread(&order)
    }

    fn is_seat(&self, item: usize) -> bool {
        item < self.seats.len()
    }

    fn size(&self, item: usize) -> (f32, f32) {
        match self.seats.get(item) {
            Some(seat) => (seat.w, seat.h),
            None => (self.inside[item - self.seats.len()].w, self.inside[item - self.seats.len()].h),
        }
    }

    fn slot(&self, item: usize) -> Slot {
        Slot { size: self.size(item), room: self.links.room[item] }
    }

    /// Lays one container whose child units are already laid.
    fn lay(&self, container: usize) -> Inside {
        let items = &self.items[container];
        let (parts, forest) = self.forest(items);
        let places = forest.place();
        let sheet = container == self.units.len();
        let (left, top) = if sheet { (MARGIN, MARGIN) } else { (FRAME_PAD, TITLE_BAND) };
        let mut inside = Inside::default();
        for (part, &(x, y)) in parts.iter().zip(&places) {
            let (x, y) = (x as f32 + left, y as f32 + top);
            inside.w = inside.w.max(x + part.packed.w);
            inside.h = inside.h.max(y + part.packed.h);
            for ((&item, &(dx, dy)), &row) in part.items.iter().zip(&part.packed.places).zip(&part.packed.rows) {
                let shelf = (row > 0 && !part.grid).then_some((x, y));
                let room = if part.grid { 0.0 } else { self.links.room[item].1 };
                inside.items.push(Spot { item, x: x + dx.round(), y: y + dy.round(), shelf, room, gridded: part.grid });
            }
        }
        if items.is_empty() {
            (inside.w, inside.h) = (left, top);
        }
        let pad = if sheet { MARGIN } else { FRAME_PAD };
        let least = self.units.get(container).map_or(0.0, |unit| unit.min_w);
        (inside.w, inside.h) = ((inside.w + pad).max(least).ceil(), (inside.h + pad).ceil());
        inside
    }

    /// The forest of a container: parents by lines; boxes without a line stand below the first seat.
    fn forest(&self, items: &[usize]) -> (Vec<Part>, Forest) {
        let mut has_child = HashSet::new();
        for &item in items {
            has_child.extend(self.links.above[item]);
        }
        let seats: Vec<usize> = items.iter().copied().filter(|&item| self.is_seat(item)).collect();
        let leaves = seats.iter().filter(|seat| !has_child.contains(seat)).count();
        let mut build = Build { nest: self, forest: Forest::default(), parts: Vec::new(), node: Default::default() };
        let grid = (leaves > GRID_ABOVE).then(|| build.grid(&seats));
        for &item in items.iter().filter(|&&item| grid.is_none() || !self.is_seat(item)) {
            build.single(item);
        }
        let first = grid.or_else(|| self.first_root(&seats).map(|seat| build.node[&seat]));
        let mut under: Vec<(Option<usize>, usize)> = Vec::new();
        for &item in items.iter().filter(|&&item| grid.is_none() || !self.is_seat(item)) {
            let above = self.links.above[item].map(|above| build.node[&above]);
            under.push((above.or(if self.is_seat(item) { None } else { first }), item));
        }
        build.connect(grid, under, &has_child);
        (build.parts, build.forest)
    }

    /// The seat below which boxes without a line stand.
    fn first_root(&self, seats: &[usize]) -> Option<usize> {
        seats.iter().copied().find(|&seat| self.links.above[seat].is_none())
    }

    /// Adds up the corners from the sheet inward.
    fn spread(self, order: &[usize]) -> Layout {
        let sheet = self.units.len();
        let mut corner = vec![(0.0f32, 0.0f32); sheet + 1];
        let mut spots: Vec<Option<Spot>> = vec![None; self.seats.len() + self.units.len()];
        let mut layout = Layout { width: self.inside[sheet].w, height: self.inside[sheet].h, ..Layout::default() };
        for &container in order {
            let (left, top) = corner[container];
            for spot in &self.inside[container].items {
                let at = Spot {
                    x: spot.x + left,
                    y: spot.y + top,
                    shelf: spot.shelf.map(|(x, y)| (x + left, y + top)),
                    ..*spot
                };
                spots[spot.item] = Some(at);
                if !self.is_seat(spot.item) {
                    corner[spot.item - self.seats.len()] = (at.x, at.y);
                }
            }
            if container != sheet {
                let rect = Rect { x: left, y: top, w: self.inside[container].w, h: self.inside[container].h };
                layout.units.push(PlacedUnit {
                    id: self.units[container].id,
                    rect,
                    depth: self.links.depth[container] - 1,
                });
            }
        }
        for (at, seat) in self.seats.iter().enumerate() {
            let Some(spot) = spots[at] else { continue };
            let rect = Rect { x: spot.x, y: spot.y, w: seat.w, h: seat.h };
            let superior = self.links.superior[at].map(|boss| self.seats[boss].id);
            layout.seats.push(PlacedSeat { id: seat.id, rect, superior, lane: self.lane(at, &spots) });
        }
        layout.broken_seats = self.links.broken_seats.iter().map(|&at| self.seats[at].id).collect();
        layout.broken_units = self.links.broken_units.iter().map(|&at| self.units[at].id).collect();
        layout
    }

    fn lane(&self, seat: usize, spots: &[Option<Spot>]) -> Option<Lane> {
        let (own, over) = self.links.meet[seat]?;
        let (own_spot, boss) = (spots[own]?, spots[self.links.superior[seat]?]?);
        let in_grid = own == seat && own_spot.gridded && spots[over]?.gridded;
        let gap = if in_grid { GRID_GAP_Y } else { GAP_Y };
        let detour = own_spot.shelf.map(|(x, y)| (x - GAP_X / 2.0, y - GAP_Y / 2.0));
        Some(Lane { bus_y: own_spot.y - own_spot.room - gap / 2.0, detour, from_grid: boss.gridded, in_grid })
    }
}

/// A forest under construction.
struct Build<'a, 'b> {
    nest: &'a Nest<'b>,
    forest: Forest,
    parts: Vec<Part>,
    /// Node of each item.
    node: HashMap<usize, usize>,
}

impl Build<'_, '_> {
    fn add(&mut self, items: Vec<usize>, packed: Packed, room: f32, grid: bool) -> usize {
        let node = self.forest.add(f64::from(packed.w + GAP_X), f64::from(packed.h + GAP_Y), f64::from(room));
        self.parts.push(Part { items, packed, grid });
        node
    }

    fn single(&mut self, item: usize) {
        let Slot { size: (w, h), room } = self.nest.slot(item);
        let packed = Packed { places: vec![(0.0, room.1)], rows: vec![0], w, h: h + room.1 };
        let node = self.add(vec![item], packed, room.0, false);
        self.node.insert(item, node);
    }

    /// All seats of a large unit in one grid, level by level and below one superior in their order: whoever is added
    /// comes between others and never changes their order.
    fn grid(&mut self, seats: &[usize]) -> usize {
        let above = |seat: usize| self.nest.links.above[seat];
        let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut order: Vec<usize> = seats.iter().copied().filter(|&seat| above(seat).is_none()).collect();
        for &seat in seats {
            match above(seat) {
                Some(boss) if self.nest.is_seat(boss) => below.entry(boss).or_default().push(seat),
                Some(_) => order.push(seat),
                None => {}
            }
        }
        let mut next = 0;
        while let Some(seat) = order.get(next) {
            order.extend(below.remove(seat).unwrap_or_default());
            next += 1;
        }
        let slots: Vec<_> = order.iter().map(|&seat| self.nest.slot(seat)).collect();
        let node = self.add(order.clone(), pack::grid(&slots), 0.0, true);
        self.node.extend(order.into_iter().map(|seat| (seat, node)));
        node
    }

    /// Hangs the nodes; many childless boxes in a row under one node are set in shelves.
    fn connect(&mut self, grid: Option<usize>, under: Vec<(Option<usize>, usize)>, has_child: &HashSet<usize>) {
        let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        let mut group_of = HashMap::new();
        for (above, item) in under {
            let group = *group_of.entry(above).or_insert_with(|| {
                groups.push((above, Vec::new()));
                groups.len() - 1
            });
            groups[group].1.push(item);
        }
        self.forest.roots.extend(grid);
        for (above, items) in groups {
            let mut nodes = Vec::new();
            let loose = |item: &usize| !self.nest.is_seat(*item) && !has_child.contains(item);
            let runs: Vec<&[usize]> = items.chunk_by(|a, b| loose(a) && loose(b)).collect();
            for run in runs {
                if pack::needs_shelves(run.iter().map(|&item| self.nest.size(item).0)) {
                    nodes.push(self.shelve(run));
                } else {
                    nodes.extend(run.iter().map(|item| self.node[item]));
                }
            }
            match above {
                Some(node) => self.forest.children[node] = nodes,
                None => self.forest.roots.extend(nodes),
            }
        }
    }

    /// The boxes leave their own nodes, which stay behind unlinked and empty.
    fn shelve(&mut self, boxes: &[usize]) -> usize {
        for item in boxes {
            let part = &mut self.parts[self.node[item]];
            part.items.clear();
            (part.packed.w, part.packed.h) = (0.0, 0.0);
        }
        let slots: Vec<_> = boxes.iter().map(|&item| self.nest.slot(item)).collect();
        self.add(boxes.to_vec(), pack::shelves(&slots), 0.0, false)
    }
}
