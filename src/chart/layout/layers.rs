//! Nodes and links → the layer of each node.

/// Which layer each node stands in, and which links go up.
#[derive(Debug)]
pub(super) struct Layers {
    /// From 0 at the top.
    pub(super) of: Vec<usize>,
    /// Whether each link closes a cycle, and so goes up.
    pub(super) back: Vec<bool>,
    /// The nodes in the order in which they are reached from the first one.
    pub(super) met: Vec<usize>,
}

/// Puts each node one layer below the lowest that leads to it, and then closer to what it leads to where that makes its
/// links shorter in total.
pub(super) fn assign(count: usize, ends: &[(usize, usize)]) -> Layers {
    let mut walk = Walk::new(count, ends);
    (0..count).for_each(|node| walk.from(node, ends));
    let down = |link: usize| if walk.back[link] { (ends[link].1, ends[link].0) } else { ends[link] };
    let (mut below, mut above) = (vec![Vec::new(); count], vec![0usize; count]);
    for (from, to) in (0..ends.len()).map(down) {
        below[from].push(to);
        above[to] += 1;
    }
    let mut of = vec![0; count];
    for &node in walk.finished.iter().rev() {
        for &to in &below[node] {
            of[to] = of[to].max(of[node] + 1);
        }
    }
    for &node in walk.finished.iter().filter(|&&node| node != 0) {
        if let Some(nearest) = below[node].iter().map(|&to| of[to]).min().filter(|_| above[node] < below[node].len()) {
            of[node] = nearest - 1;
        }
    }
    Layers { of, back: walk.back, met: walk.met }
}

/// A depth-first search without recursion, so that a chain of scenes of any length is handled.
struct Walk {
    leaving: Vec<Vec<usize>>,
    back: Vec<bool>,
    marks: Vec<Mark>,
    met: Vec<usize>,
    finished: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    OnPath,
    Finished,
}

impl Walk {
    fn new(count: usize, ends: &[(usize, usize)]) -> Self {
        let mut leaving = vec![Vec::new(); count];
        for (link, (from, _)) in ends.iter().enumerate() {
            leaving[*from].push(link);
        }
        let (met, finished) = (Vec::new(), Vec::new());
        Self { leaving, back: vec![false; ends.len()], marks: vec![Mark::New; count], met, finished }
    }

    fn from(&mut self, start: usize, ends: &[(usize, usize)]) {
        let mut path = Vec::new();
        self.meet(start, &mut path);
        while let Some((node, next)) = path.last_mut() {
            let Some(&link) = self.leaving[*node].get(*next) else {
                self.marks[*node] = Mark::Finished;
                self.finished.push(*node);
                path.pop();
                continue;
            };
            *next += 1;
            let to = ends[link].1;
            self.back[link] = self.marks[to] == Mark::OnPath;
            self.meet(to, &mut path);
        }
    }

    fn meet(&mut self, node: usize, path: &mut Vec<(usize, usize)>) {
        if self.marks[node] == Mark::New {
            self.marks[node] = Mark::OnPath;
            self.met.push(node);
            path.push((node, 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::assign;

    #[test]
    fn a_node_stands_below_all_that_lead_to_it() {
        let layers = assign(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]);
        assert_eq!(layers.of, [0, 1, 2, 3]);
        assert_eq!(layers.back, [false; 4]);
    }

    #[test]
    fn the_link_that_closes_a_circle_goes_up() {
        let layers = assign(3, &[(0, 1), (1, 2), (2, 1)]);
        assert_eq!((layers.of, layers.back), (vec![0, 1, 2], vec![false, false, true]));
    }

    #[test]
    fn a_node_that_nothing_leads_to_stands_just_above_what_it_leads_to() {
        assert_eq!(assign(4, &[(0, 1), (1, 2), (3, 2)]).of, [0, 1, 2, 1]);
    }
}
