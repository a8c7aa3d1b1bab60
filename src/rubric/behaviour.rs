//! A behaviour that an option can show, and sets of them.

use super::{EccsLevel, Points};

/// A behaviour's index in its rubric, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BehaviourId(u8);

impl BehaviourId {
    /// The id of the behaviour at `index`, below [`BehaviourSet::CAPACITY`].
    pub(crate) fn new(index: usize) -> Option<Self> {
        u8::try_from(index).ok().filter(|_| index < BehaviourSet::CAPACITY).map(Self)
    }

    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// When a behaviour caps the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Critical {
    No,
    /// Whenever it is shown.
    Always,
    /// Where the choice is marked `minor`: a child would be used, as an interpreter for example.
    WithMinor,
}

/// One behaviour of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Behaviour {
    /// The word for it in a scenario: `names_emotion`.
    pub id: String,
    /// The name that is shown: "Names the feeling".
    pub label: String,
    /// A definition in one line.
    pub says: String,
    /// Its weight on each dimension, −[`HEAVIEST`](Self::HEAVIEST) to `HEAVIEST`; a negative one speaks against it.
    pub weights: Points,
    /// The level of an answer to a feeling that shows it.
    pub eccs: Option<EccsLevel>,
    pub critical: Critical,
    /// Whether it counts as giving information.
    pub information: bool,
    /// Where in the literature it is described.
    pub source: String,
}

impl Behaviour {
    /// The most that a behaviour can weigh on a dimension; the least is the same with a minus.
    pub const HEAVIEST: i32 = 3;
}

/// A set of behaviours of one rubric.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BehaviourSet(u128);

impl BehaviourSet {
    /// The most behaviours that a rubric may have.
    pub const CAPACITY: usize = 128;

    pub fn insert(&mut self, id: BehaviourId) {
        self.0 |= 1 << id.0;
    }

    #[must_use]
    pub const fn contains(self, id: BehaviourId) -> bool {
        self.0 & (1 << id.0) != 0
    }

    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members, in catalogue order.
    pub fn iter(self) -> impl Iterator<Item = BehaviourId> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let index = u8::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
            left &= left - 1;
            Some(BehaviourId(index))
        })
    }
}

impl FromIterator<BehaviourId> for BehaviourSet {
    fn from_iter<I: IntoIterator<Item = BehaviourId>>(ids: I) -> Self {
        let mut set = Self::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}
