//! Chance, all of it from the seed: each draw has a stream of its own.
//!
//! A draw's stream is `ChaCha8` keyed by SHA-256 of (a fixed word, seed, scene id, visit, purpose), so
//! that a different choice earlier changes no one's luck later. Numbers are reduced by our own
//! integer code, because `rand`'s sampling may change between versions; golden values in the tests
//! hold both.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// Names this way of drawing; another way would need another word.
const STREAM: &[u8] = b"bedside draw 1";

/// Where a session's chance comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Luck {
    seed: u64,
}

/// What a draw is for: it keys the stream, and stands in the transcript.
pub(crate) struct Purpose<'a> {
    pub(crate) scene: &'a str,
    pub(crate) visit: u16,
    pub(crate) what: &'a str,
}

impl Luck {
    /// All chance from `seed`.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { seed }
    }

    /// The seed.
    #[must_use]
    pub const fn seed(self) -> u64 {
        self.seed
    }

    fn stream(self, purpose: &Purpose<'_>) -> ChaCha8Rng {
        let mut key = Sha256::new();
        for part in [
            STREAM,
            &self.seed.to_le_bytes(),
            purpose.scene.as_bytes(),
            &purpose.visit.to_le_bytes(),
            purpose.what.as_bytes(),
        ] {
            key.update((part.len() as u64).to_le_bytes());
            key.update(part);
        }
        ChaCha8Rng::from_seed(key.finalize().into())
    }

    /// A number below `bound`; 0 where `bound` is 0 or 1.
    pub(crate) fn below(self, bound: u32, purpose: &Purpose<'_>) -> u32 {
        below(&mut self.stream(purpose), bound)
    }

    /// The index of one of `weights`, by weight; 0 where all are 0.
    pub(crate) fn weighted(self, weights: &[u32], purpose: &Purpose<'_>) -> usize {
        let total = weights.iter().fold(0u32, |sum, &weight| sum.saturating_add(weight));
        let mut drawn = self.below(total, purpose);
        for (index, &weight) in weights.iter().enumerate() {
            if drawn < weight {
                return index;
            }
            drawn -= weight;
        }
        0
    }

    /// Puts `items` into an order by chance (Fisher and Yates, from the last place down).
    pub(crate) fn shuffle<T>(self, items: &mut [T], purpose: &Purpose<'_>) {
        let mut stream = self.stream(purpose);
        for last in (1..items.len()).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            items.swap(last, below(&mut stream, bound) as usize);
        }
    }
}

/// A number below `bound`, every one as likely: the stream's next 32 bits, drawn again while they
/// fall in the incomplete last run of `bound`.
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
    use super::{Luck, Purpose};

    fn purpose(what: &str) -> Purpose<'_> {
        Purpose { scene: "arrival", visit: 1, what }
    }

    #[test]
    fn draws_are_golden() {
        let luck = Luck::from_seed(7);
        let drawn: Vec<u32> = ["a", "b", "c", "d"].map(|what| luck.below(100, &purpose(what))).to_vec();
        assert_eq!(drawn, [19, 20, 11, 29]);
        let mut order = [0, 1, 2, 3, 4, 5];
        luck.shuffle(&mut order, &purpose("order"));
        assert_eq!(order, [1, 0, 2, 5, 3, 4]);
    }

    #[test]
    fn weights_decide_how_often() {
        let mut counts = [0; 3];
        for seed in 0..6000 {
            counts[Luck::from_seed(seed).weighted(&[1, 2, 3], &purpose("branch"))] += 1;
        }
        assert!(counts[0] > 850 && counts[0] < 1150, "{counts:?}");
        assert!(counts[2] > 2800 && counts[2] < 3200, "{counts:?}");
    }

    #[test]
    fn every_key_has_its_own_stream() {
        let luck = Luck::from_seed(1);
        let wide = |scene, visit, what| luck.below(u32::MAX, &Purpose { scene, visit, what });
        let all = [wide("a", 1, "x"), wide("a", 2, "x"), wide("b", 1, "x"), wide("a", 1, "y"), wide("ax", 1, "")];
        for (index, drawn) in all.iter().enumerate() {
            assert!(!all[..index].contains(drawn), "{all:?}");
        }
    }
}
