//! Tidy trees of boxes of any size in linear time, after A. van der Ploeg, “Drawing non-layered tidy trees in linear
//! time” (2014). Owns: the horizontal place of every node. Deliberately absent: seats, units, frames. Nothing recurses,
//! so a chain of ten thousand levels needs no stack.

/// A forest by index; gaps are part of `w` and `h`.
#[derive(Debug, Default)]
pub(super) struct Forest {
    pub w: Vec<f64>,
    pub h: Vec<f64>,
    /// Room left of the whole branch, beyond what keeps it clear of others.
    pub room: Vec<f64>,
    pub children: Vec<Vec<usize>>,
    pub roots: Vec<usize>,
}

impl Forest {
    /// Adds a node without children and returns its index.
    pub fn add(&mut self, w: f64, h: f64, room: f64) -> usize {
        self.w.push(w);
        self.h.push(h);
        self.room.push(room);
        self.children.push(Vec::new());
        self.w.len() - 1
    }

    /// Left and top of every node, the leftmost at 0. Siblings keep their order; parents stand over their children.
    pub fn place(&self) -> Vec<(f64, f64)> {
        let mut walk = Walk::new(self);
        walk.first();
        let mut places = walk.second();
        // Nodes that hang nowhere are no part of the drawing.
        let drawn = walk.order.iter().filter(|&&node| node != walk.root);
        let left = drawn.map(|&node| places[node].0).fold(f64::INFINITY, f64::min);
        let beside = self.roots.first().map_or(0.0, |&root| self.room[root]);
        let left = if left.is_finite() { left - beside } else { 0.0 };
        for place in &mut places {
            place.0 = (place.0 - left).round();
            place.1 = place.1.round();
        }
        places
    }
}

/// Working values of one node, named as in the paper.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    y: f64,
    w: f64,
    h: f64,
    prelim: f64,
    modifier: f64,
    shift: f64,
    change: f64,
    left_thread: Option<usize>,
    right_thread: Option<usize>,
    extreme_left: usize,
    extreme_right: usize,
    sum_left: f64,
    sum_right: f64,
}

struct Walk<'a> {
    forest: &'a Forest,
    nodes: Vec<Node>,
    /// Parents before children; the last node is the invisible root over the forest.
    order: Vec<usize>,
    root: usize,
}

impl<'a> Walk<'a> {
    fn new(forest: &'a Forest) -> Self {
        let root = forest.w.len();
        let mut nodes: Vec<Node> =
            forest.w.iter().zip(&forest.h).map(|(&w, &h)| Node { w, h, ..Node::default() }).collect();
        nodes.push(Node::default());
        let mut walk = Walk { forest, nodes, order: vec![root], root };
        let mut next = 0;
        while let Some(&node) = walk.order.get(next) {
            next += 1;
            let below = walk.bottom(node);
            for &child in walk.children(node) {
                walk.nodes[child].y = below;
                walk.order.push(child);
            }
        }
        walk
    }

    fn children(&self, node: usize) -> &'a [usize] {
        if node == self.root { &self.forest.roots } else { &self.forest.children[node] }
    }

    fn bottom(&self, node: usize) -> f64 {
        self.nodes[node].y + self.nodes[node].h
    }

    /// Children before parents: subtrees are independent until their parent sets them side by side.
    fn first(&mut self) {
        for at in (0..self.order.len()).rev() {
            let node = self.order[at];
            let children = self.children(node);
            if let (Some(&head), Some(&last)) = (children.first(), children.last()) {
                self.shift(children, 0, 0, self.forest.room[head]);
                // Lowest bottom of the left contours so far: `(y, index of sibling)`, lowest y last.
                let mut lows = vec![(self.bottom(self.nodes[head].extreme_left), 0)];
                for i in 1..children.len() {
                    let low = self.bottom(self.nodes[children[i]].extreme_right);
                    self.separate(children, i, &lows);
                    while lows.last().is_some_and(|top| low >= top.0) {
                        lows.pop();
                    }
                    lows.push((low, i));
                }
                let (l, r) = (self.nodes[head], self.nodes[last]);
                // Room moves a branch and those after it, never the parent.
                let room: f64 = children.iter().map(|&child| self.forest.room[child]).sum();
                let moved = room + self.forest.room[head];
                let middle = (l.prelim + l.modifier + r.modifier + r.prelim + r.w - moved) / 2.0;
                let own = &mut self.nodes[node];
                own.prelim = middle - own.w / 2.0;
                (own.extreme_left, own.sum_left) = (l.extreme_left, l.sum_left);
                (own.extreme_right, own.sum_right) = (r.extreme_right, r.sum_right);
            } else {
                let own = &mut self.nodes[node];
                (own.extreme_left, own.extreme_right) = (node, node);
            }
        }
    }

    /// Pushes subtree `i` right until its left contour clears the right contour of those before it.
    fn separate(&mut self, children: &[usize], i: usize, lows: &[(f64, usize)]) {
        let mut low = lows.len() - 1;
        let (mut right, mut left) = (Some(children[i - 1]), Some(children[i]));
        let mut sum_right = self.nodes[children[i - 1]].modifier;
        let mut sum_left = self.nodes[children[i]].modifier;
        let room = self.forest.room[children[i]];
        while let (Some(r), Some(l)) = (right, left) {
            while low > 0 && self.bottom(r) > lows[low].0 {
                low -= 1;
            }
            let gap = sum_right + self.nodes[r].prelim + self.nodes[r].w + room - sum_left - self.nodes[l].prelim;
            if gap > 0.0 {
                sum_left += gap;
                self.shift(children, i, lows[low].1, gap);
            }
            let (bottom_r, bottom_l) = (self.bottom(r), self.bottom(l));
            if bottom_r <= bottom_l {
                right = self.children(r).last().copied().or(self.nodes[r].right_thread);
                sum_right += right.map_or(0.0, |node| self.nodes[node].modifier);
            }
            if bottom_r >= bottom_l {
                left = self.children(l).first().copied().or(self.nodes[l].left_thread);
                sum_left += left.map_or(0.0, |node| self.nodes[node].modifier);
            }
        }
        match (right, left) {
            (None, Some(l)) => self.thread_left(children, i, l, sum_left),
            (Some(r), None) => self.thread_right(children, i, r, sum_right),
            _ => {}
        }
    }

    /// Moves subtree `i` by `gap` and spreads the room over the siblings between it and `from`.
    fn shift(&mut self, children: &[usize], i: usize, from: usize, gap: f64) {
        let own = &mut self.nodes[children[i]];
        own.modifier += gap;
        own.sum_left += gap;
        own.sum_right += gap;
        if from + 1 < i {
            let between = (i - from) as f64;
            own.shift -= gap / between;
            own.change -= gap - gap / between;
            self.nodes[children[from + 1]].shift += gap / between;
        }
    }

    fn thread_left(&mut self, children: &[usize], i: usize, to: usize, sum: f64) {
        let first = self.nodes[children[0]];
        let diff = sum - self.nodes[to].modifier - first.sum_left;
        let end = &mut self.nodes[first.extreme_left];
        end.left_thread = Some(to);
        end.modifier += diff;
        end.prelim -= diff;
        let own = self.nodes[children[i]];
        let first = &mut self.nodes[children[0]];
        (first.extreme_left, first.sum_left) = (own.extreme_left, own.sum_left);
    }

    fn thread_right(&mut self, children: &[usize], i: usize, to: usize, sum: f64) {
        let own = self.nodes[children[i]];
        let diff = sum - self.nodes[to].modifier - own.sum_right;
        let end = &mut self.nodes[own.extreme_right];
        end.right_thread = Some(to);
        end.modifier += diff;
        end.prelim -= diff;
        let before = self.nodes[children[i - 1]];
        let own = &mut self.nodes[children[i]];
        (own.extreme_right, own.sum_right) = (before.extreme_right, before.sum_right);
    }

    /// Parents before children: sums the modifiers and hands out the spread room.
    fn second(&mut self) -> Vec<(f64, f64)> {
        let mut sums = vec![0.0; self.nodes.len()];
        for at in 0..self.order.len() {
            let node = self.order[at];
            sums[node] += self.nodes[node].modifier;
            let (mut step, mut moved) = (0.0, 0.0);
            for &child in self.children(node) {
                let own = &mut self.nodes[child];
                step += own.shift;
                moved += step + own.change;
                own.modifier += moved;
                sums[child] = sums[node];
            }
        }
        (0..self.root).map(|node| (self.nodes[node].prelim + sums[node], self.nodes[node].y)).collect()
    }
}
