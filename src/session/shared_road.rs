//! Roads that share their beginnings: however many roads there are, a step that they share is stored once.

use std::fmt;
use std::iter;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::{Road, RoadStep};

/// A road that shares its steps with the roads it was made from. Serialised and compared like the [`Road`] it stands
/// for.
#[derive(Clone, Default)]
pub struct SharedRoad {
    last: Option<Arc<Link>>,
}

/// A step, and the steps before it.
struct Link {
    before: SharedRoad,
    step: RoadStep,
}

impl SharedRoad {
    /// The same road, one step further.
    #[must_use]
    pub fn then(&self, step: RoadStep) -> Self {
        Self { last: Some(Arc::new(Link { before: self.clone(), step })) }
    }

    #[must_use]
    pub fn road(&self) -> Road {
        Road { steps: self.steps().into_iter().cloned().collect() }
    }

    /// Whether this road is one step longer than `other` and shares that road's steps in memory.
    #[cfg(test)]
    pub(crate) fn extends(&self, other: &Self) -> bool {
        let before = self.last.as_ref().and_then(|link| link.before.last.as_ref());
        before.map(Arc::as_ptr) == other.last.as_ref().map(Arc::as_ptr)
    }

    fn steps(&self) -> Vec<&RoadStep> {
        let mut steps: Vec<_> = self.back().collect();
        steps.reverse();
        steps
    }

    /// The steps, the last one first.
    fn back(&self) -> impl Iterator<Item = &RoadStep> {
        iter::successors(self.last.as_deref(), |link| link.before.last.as_deref()).map(|link| &link.step)
    }
}

impl Drop for SharedRoad {
    /// Drops one link at a time: the derived drop would recurse as deep as the road is long.
    fn drop(&mut self) {
        let mut last = self.last.take();
        while let Some(mut link) = last.and_then(Arc::into_inner) {
            last = link.before.last.take();
        }
    }
}

impl PartialEq for SharedRoad {
    fn eq(&self, other: &Self) -> bool {
        self.back().eq(other.back())
    }
}

impl Eq for SharedRoad {}

impl fmt::Debug for SharedRoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.steps()).finish()
    }
}

impl Serialize for SharedRoad {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.steps().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::SharedRoad;
    use crate::session::{Road, RoadStep};

    fn shared(choices: &[&str]) -> SharedRoad {
        choices.iter().fold(SharedRoad::default(), |road, choice| road.then(RoadStep::choose(*choice)))
    }

    #[test]
    fn a_shared_road_is_the_road_it_was_made_from() {
        let road = Road { steps: ["a", "b", "c"].map(RoadStep::choose).to_vec() };
        let shared = shared(&["a", "b", "c"]);
        assert_eq!(shared.road(), road);
        assert_eq!(ron::to_string(&shared).ok(), ron::to_string(&road).ok());
        assert_eq!(format!("{shared:?}"), format!("{:?}", road.steps));
    }

    #[test]
    fn shared_roads_are_equal_where_their_steps_are() {
        assert_eq!(shared(&["a", "b"]), shared(&["a", "b"]));
        for other in [&["a"][..], &["b", "a"], &["a", "b", "b"], &[]] {
            assert_ne!(shared(&["a", "b"]), shared(other));
        }
    }

    #[test]
    fn two_roads_share_their_beginning() {
        let beginning = shared(&["a", "b"]);
        let (left, right) = (beginning.then(RoadStep::choose("left")), beginning.then(RoadStep::choose("right")));
        assert!(left.extends(&beginning) && right.extends(&beginning));
        assert!(!left.extends(&shared(&["a", "b"])));
    }

    #[test]
    fn a_road_of_any_length_can_be_dropped() {
        let step = RoadStep::choose("on");
        let long = iter::repeat_n(step, 300_000).fold(SharedRoad::default(), |road, step| road.then(step));
        let branch = long.then(RoadStep::choose("aside"));
        drop(long);
        assert_eq!(branch.road().steps.len(), 300_001);
    }
}
