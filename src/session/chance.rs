//! All chance of a conversation comes from its seed, and each draw has a stream of its own.
//!
//! The stream is `ChaCha8` under a key made of seed, scene, visit and purpose, so that a different choice
//! earlier changes no later draw. Numbers are reduced by our own integer code, because `rand`'s sampling may
//! change between versions; golden values in the tests hold both.

use std::borrow::Cow;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The version of the drawing algorithm, and the number of the `ChaCha` stream: another algorithm needs another number.
const VERSION: u64 = 2;

/// All chance of a conversation, derived from its seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chance {
    seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DrawKind {
    /// The wording of the narration.
    Narration,
    /// The wording of a line, by the line's index from 0.
    Line(usize),
    /// The order of the options.
    Order,
    /// Where a branch of a choice leads: the choice's key, and the branch's index.
    Branch(u64, usize),
    /// The wording of the narration of an answer: the choice's key.
    AnswerNarration(u64),
    /// The wording of a line of an answer: the choice's key, and the line's index.
    AnswerLine(u64, usize),
    /// The weights of a behaviour in other rubrics: the behaviour's key.
    OtherWeights(u64),
    /// The order of decisions or options on a sheet to read; of the decisions, without a scene.
    Sheet,
    /// What a simulated trainee does: the strategy's key, and which of its draws.
    Trainee(u64, usize),
}

impl DrawKind {
    /// Its name in a transcript.
    pub(crate) fn label(self) -> Cow<'static, str> {
        match self {
            Self::Narration => "narration".into(),
            Self::Line(index) => format!("line {}", index + 1).into(),
            Self::Order => "order".into(),
            Self::Branch(..) => BRANCH.into(),
            Self::AnswerNarration(_) => "answer narration".into(),
            Self::AnswerLine(_, index) => format!("answer line {}", index + 1).into(),
            Self::OtherWeights(_) => "other weights".into(),
            Self::Sheet => "sheet".into(),
            Self::Trainee(..) => "trainee".into(),
        }
    }
}

/// The name in a transcript of the draw among a branch's targets.
pub(crate) const BRANCH: &str = "branch";

/// What a draw is for: the key of its stream.
#[derive(Clone, Copy)]
pub(crate) struct Purpose {
    pub(crate) scene: u64,
    /// How often the scene has been met.
    pub(crate) visit: u16,
    pub(crate) kind: DrawKind,
}

impl Chance {
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { seed }
    }

    #[must_use]
    pub const fn seed(self) -> u64 {
        self.seed
    }

    fn stream(self, purpose: Purpose) -> ChaCha8Rng {
        let (number, other, index): (u16, u64, usize) = match purpose.kind {
            DrawKind::Narration => (0, 0, 0),
            DrawKind::Line(index) => (1, 0, index),
            DrawKind::Order => (2, 0, 0),
            DrawKind::Branch(choice, index) => (3, choice, index),
            DrawKind::Trainee(strategy, index) => (4, strategy, index),
            DrawKind::AnswerNarration(choice) => (5, choice, 0),
            DrawKind::AnswerLine(choice, index) => (6, choice, index),
            DrawKind::OtherWeights(behaviour) => (7, behaviour, 0),
            DrawKind::Sheet => (8, 0, 0),
        };
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        key[8..16].copy_from_slice(&purpose.scene.to_le_bytes());
        key[16..24].copy_from_slice(&other.to_le_bytes());
        key[24..28].copy_from_slice(&index.to_le_bytes());
        key[28..30].copy_from_slice(&purpose.visit.to_le_bytes());
        key[30..].copy_from_slice(&number.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(key);
        stream.set_stream(VERSION);
        stream
    }

    /// A number below `bound`; 0 where `bound` is 0 or 1.
    pub(crate) fn below(self, bound: u32, purpose: Purpose) -> u32 {
        below(&mut self.stream(purpose), bound)
    }

    /// Numbers from one stream: each call draws one below its argument.
    pub(crate) fn draws(self, purpose: Purpose) -> impl FnMut(u32) -> u32 {
        let mut stream = self.stream(purpose);
        move |bound| below(&mut stream, bound)
    }

    /// The index of one of `weights`, by weight; 0 where all are 0.
    pub(crate) fn weighted(self, weights: impl Iterator<Item = u32> + Clone, purpose: Purpose) -> usize {
        let total = weights.clone().fold(0u32, u32::saturating_add);
        let mut drawn = self.below(total, purpose);
        for (index, weight) in weights.enumerate() {
            if drawn < weight {
                return index;
            }
            drawn -= weight;
        }
        0
    }

    /// Shuffles `items` (Fisher and Yates, from the last one down).
    pub(crate) fn shuffle<T>(self, items: &mut [T], purpose: Purpose) {
        if items.len() < 2 {
            return;
        }
        let mut stream = self.stream(purpose);
        for last in (1..items.len()).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            items.swap(last, below(&mut stream, bound) as usize);
        }
    }
}

/// A uniformly distributed number below `bound`: the stream's next 32 bits, drawn again while they fall in the
/// incomplete last run of `bound`.
fn below(stream: &mut ChaCha8Rng, bound: u32) -> u32 {
    if bound <= 1 {
        return 0;
    }
    let complete = u32::MAX - (u32::MAX % bound + 1) % bound;
    loop {
        let drawn = stream.next_u32();
        if drawn <= complete {
            return drawn % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chance, DrawKind, Purpose};
    use crate::hash::name_key;

    fn purpose(kind: DrawKind) -> Purpose {
        Purpose { scene: name_key("arrival"), visit: 1, kind }
    }

    #[test]
    fn draws_are_golden() {
        let chance = Chance::from_seed(7);
        let branch = |choice, index| DrawKind::Branch(name_key(choice), index);
        let draws = [DrawKind::Narration, DrawKind::Line(0), DrawKind::Line(1), branch("wait", 0), branch("wait", 1)];
        assert_eq!(draws.map(|kind| chance.below(100, purpose(kind))), [34, 3, 16, 56, 42]);
        let wait = name_key("wait");
        let answers = [DrawKind::AnswerNarration(wait), DrawKind::AnswerLine(wait, 0), DrawKind::AnswerLine(wait, 1)];
        assert_eq!(answers.map(|kind| chance.below(100, purpose(kind))), [11, 83, 28]);
        let mut draws = chance.draws(purpose(DrawKind::OtherWeights(wait)));
        assert_eq!([3, 3, 3, 3, 100].map(&mut draws), [0, 2, 1, 2, 19]);
        let mut order = [0, 1, 2, 3, 4, 5];
        chance.shuffle(&mut order, purpose(DrawKind::Order));
        assert_eq!(order, [4, 5, 3, 0, 2, 1]);
        let mut sheet = [0, 1, 2, 3, 4, 5];
        chance.shuffle(&mut sheet, purpose(DrawKind::Sheet));
        assert_eq!(sheet, [4, 1, 5, 0, 2, 3]);
    }

    #[test]
    fn weights_decide_how_often() {
        let mut counts = [0; 3];
        for seed in 0..6000 {
            counts[Chance::from_seed(seed).weighted([1, 2, 3].into_iter(), purpose(DrawKind::Line(0)))] += 1;
        }
        assert!(counts[0] > 850 && counts[0] < 1150, "{counts:?}");
        assert!(counts[2] > 2800 && counts[2] < 3200, "{counts:?}");
    }

    #[test]
    fn every_key_has_its_own_stream() {
        let wide = |seed, scene, visit, kind| {
            Chance::from_seed(seed).below(u32::MAX, Purpose { scene: name_key(scene), visit, kind })
        };
        let branch = |choice, index| DrawKind::Branch(name_key(choice), index);
        let all = [
            wide(1, "a", 1, DrawKind::Order),
            wide(2, "a", 1, DrawKind::Order),
            wide(1, "a", 2, DrawKind::Order),
            wide(1, "b", 1, DrawKind::Order),
            wide(1, "a", 1, DrawKind::Sheet),
            wide(1, "a", 1, DrawKind::Narration),
            wide(1, "a", 1, DrawKind::Line(0)),
            wide(1, "a", 1, DrawKind::Line(1)),
            wide(1, "a", 1, branch("x", 0)),
            wide(1, "a", 1, branch("y", 0)),
            wide(1, "a", 1, branch("y", 1)),
            wide(1, "a", 1, DrawKind::Trainee(name_key("y"), 1)),
        ];
        for (index, drawn) in all.iter().enumerate() {
            assert!(!all[..index].contains(drawn), "{all:?}");
        }
    }
}
