//! What a phone does by chance, the same in every run.

use std::time::Duration;

/// Steele et al. 2014, *Fast splittable pseudorandom number generators* (doi 10.1145/2660193.2660195).
pub(crate) struct Luck(u64);

impl Luck {
    pub(crate) const fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let once = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let twice = (once ^ (once >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        twice ^ (twice >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or_default()
    }

    pub(crate) fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub(crate) fn within(&mut self, longest: Duration) -> Duration {
        Duration::from_micros(self.next() % u64::try_from(longest.as_micros()).unwrap_or(u64::MAX).max(1))
    }
}
