//! Which places can be met again: strongly connected components, without recursion.

use super::places::Places;

/// The components of the places: those from which each can be reached from each.
#[derive(Debug)]
pub(super) struct Components {
    /// The members, component by component; a component leads only to itself and to earlier ones.
    pub(super) members: Vec<Vec<u32>>,
    /// Each place's component.
    pub(super) of: Vec<u32>,
}

const NOT_MET: u32 = u32::MAX;

/// Tarjan's algorithm (doi 10.1137/0201010) with a stack of its own.
struct Search<'a> {
    places: &'a Places,
    met: Vec<u32>,
    lowest: Vec<u32>,
    open: Vec<u32>,
    is_open: Vec<bool>,
    found: Components,
    count: u32,
}

impl Components {
    /// The components of all places; every place can be reached from the first.
    pub(super) fn of(places: &Places) -> Self {
        let count = places.all.len();
        let mut search = Search {
            places,
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

    /// Whether a place can be met again after it was left.
    pub(super) fn can_be_met_again(&self, places: &Places, place: usize) -> bool {
        let alone = self.members[self.of[place] as usize].len() == 1;
        !alone || places.next(place).iter().any(|&next| next as usize == place)
    }
}

impl Search<'_> {
    fn from(&mut self, root: u32) {
        let mut path: Vec<(u32, usize)> = Vec::new();
        self.meet(root);
        path.push((root, 0));
        while let Some((place, done)) = path.pop() {
            if let Some(&next) = self.places.next(place as usize).get(done) {
                path.push((place, done + 1));
                if self.met[next as usize] == NOT_MET {
                    self.meet(next);
                    path.push((next, 0));
                } else if self.is_open[next as usize] {
                    self.lower(place, self.met[next as usize]);
                }
            } else {
                self.close(place);
                if let Some(&(before, _)) = path.last() {
                    self.lower(before, self.lowest[place as usize]);
                }
            }
        }
    }

    fn meet(&mut self, place: u32) {
        self.met[place as usize] = self.count;
        self.lowest[place as usize] = self.count;
        self.count += 1;
        self.open.push(place);
        self.is_open[place as usize] = true;
    }

    fn lower(&mut self, place: u32, to: u32) {
        let lowest = &mut self.lowest[place as usize];
        *lowest = (*lowest).min(to);
    }

    /// Everything below `place` has been met: if nothing there leads above it, a component is complete.
    fn close(&mut self, place: u32) {
        if self.lowest[place as usize] != self.met[place as usize] {
            return;
        }
        let number = u32::try_from(self.found.members.len()).unwrap_or(NOT_MET);
        let mut members = Vec::new();
        while let Some(member) = self.open.pop() {
            self.is_open[member as usize] = false;
            self.found.of[member as usize] = number;
            members.push(member);
            if member == place {
                break;
            }
        }
        self.found.members.push(members);
    }
}
