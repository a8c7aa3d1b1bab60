//! Which locations lie on a cycle: strongly connected components, without recursion.

use super::locations::Locations;

/// Within a component, each location can be reached from each.
#[derive(Clone, Debug)]
pub(super) struct Components {
    /// The members of each component; a component leads only to itself and to earlier ones.
    pub(super) members: Vec<Vec<u32>>,
    /// The component of each location.
    pub(super) of: Vec<u32>,
}

const NOT_MET: u32 = u32::MAX;

/// Tarjan's algorithm (doi 10.1137/0201010) with an explicit stack.
struct Search<'a> {
    locations: &'a Locations,
    met: Vec<u32>,
    lowest: Vec<u32>,
    open: Vec<u32>,
    is_open: Vec<bool>,
    found: Components,
    count: u32,
}

impl Components {
    /// The components of all locations; every location can be reached from the first.
    pub(super) fn of(locations: &Locations) -> Self {
        let count = locations.all.len();
        let mut search = Search {
            locations,
            met: vec![NOT_MET; count],
            lowest: vec![0; count],
            open: Vec::new(),
            is_open: vec![false; count],
            found: Self { members: Vec::new(), of: vec![0; count] },
            count: 0,
        };
        search.from(0);
        search.found
    }

    /// Whether a conversation can come back to a location after leaving it.
    pub(super) fn on_cycle(&self, locations: &Locations, location: usize) -> bool {
        let alone = self.members[self.of[location] as usize].len() == 1;
        !alone || locations.next(location).iter().any(|&next| next as usize == location)
    }
}

impl Search<'_> {
    fn from(&mut self, root: u32) {
        let mut path: Vec<(u32, usize)> = Vec::new();
        self.meet(root);
        path.push((root, 0));
        while let Some((location, done)) = path.pop() {
            if let Some(&next) = self.locations.next(location as usize).get(done) {
                path.push((location, done + 1));
                if self.met[next as usize] == NOT_MET {
                    self.meet(next);
                    path.push((next, 0));
                } else if self.is_open[next as usize] {
                    self.lower(location, self.met[next as usize]);
                }
            } else {
                self.close(location);
                if let Some(&(before, _)) = path.last() {
                    self.lower(before, self.lowest[location as usize]);
                }
            }
        }
    }

    fn meet(&mut self, location: u32) {
        self.met[location as usize] = self.count;
        self.lowest[location as usize] = self.count;
        self.count += 1;
        self.open.push(location);
        self.is_open[location as usize] = true;
    }

    fn lower(&mut self, location: u32, to: u32) {
        let lowest = &mut self.lowest[location as usize];
        *lowest = (*lowest).min(to);
    }

    /// Called when everything below `location` has been visited: if nothing there leads above it, its component is
    /// complete.
    fn close(&mut self, location: u32) {
        if self.lowest[location as usize] != self.met[location as usize] {
            return;
        }
        let number = u32::try_from(self.found.members.len()).unwrap_or(NOT_MET);
        let mut members = Vec::new();
        while let Some(member) = self.open.pop() {
            self.is_open[member as usize] = false;
            self.found.of[member as usize] = number;
            members.push(member);
            if member == location {
                break;
            }
        }
        self.found.members.push(members);
    }
}
