//! The emotion state: what the patient feels, as far as conditions can tell, and its 32-bit code.

use crate::rubric::{Feelings, Stage};
use crate::session::Mind;

/// What the patient feels, and the highest stage so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EmotionState {
    pub(super) mind: Mind,
    pub(super) peak: Stage,
}

/// Which parts of an emotion state are live in a situation; dead parts are left out of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Retained {
    pub(super) understanding: bool,
    pub(super) peak: bool,
}

/// The most turns of recovery that fit into a code.
pub(super) const MOST_RECOVERY: u8 = 62;
/// Stands in place of the turns of recovery while a crisis has not yet been followed by low agitation.
const AFTER_CRISIS: u32 = 63;

/// How many of the lowest bits of agitation are at the top of a code: they spread states evenly over the [`shard`]s,
/// and keep the states of each shard together in the order of codes.
const SHARD_BITS: u32 = 4;
/// How many shards the states of a situation fall into.
pub(super) const SHARDS: usize = 1 << SHARD_BITS;

/// The shard that the state with this code falls into, below [`SHARDS`].
pub(super) const fn shard(code: u32) -> usize {
    (code >> (u32::BITS - SHARD_BITS)) as usize
}

const TRUST: u32 = 7;
const UNDERSTANDING: u32 = 14;
const STAGE: u32 = 21;
const PEAK: u32 = 23;
const HARD_LAST: u32 = 25;
const RECOVERY: u32 = 26;

impl EmotionState {
    /// Its code, without the dead parts. There is no recovery before a crisis is over, so both share their bits; the
    /// recovery has at most [`MOST_RECOVERY`] turns.
    pub(super) fn code(self, retained: Retained) -> u32 {
        let Mind { feelings, stage, after_crisis, recovery, hard_last } = self.mind;
        let understanding = if retained.understanding { feelings.understanding } else { 0 };
        let peak = if retained.peak { self.peak } else { Stage::Calm };
        let recovery = if after_crisis { AFTER_CRISIS } else { u32::from(recovery) };
        let code = u32::from(feelings.agitation)
            | u32::from(feelings.trust) << TRUST
            | u32::from(understanding) << UNDERSTANDING
            | (stage as u32) << STAGE
            | (peak as u32) << PEAK
            | u32::from(hard_last) << HARD_LAST
            | recovery << RECOVERY;
        code.rotate_right(SHARD_BITS)
    }

    /// The emotion state with this code.
    pub(super) fn of(code: u32) -> Self {
        let code = code.rotate_left(SHARD_BITS);
        let bits = |from: u32, width: u32| code >> from & ((1 << width) - 1);
        let byte = |from, width| u8::try_from(bits(from, width)).unwrap_or(u8::MAX);
        let feelings = Feelings { agitation: byte(0, 7), trust: byte(TRUST, 7), understanding: byte(UNDERSTANDING, 7) };
        let after_crisis = bits(RECOVERY, 6) == AFTER_CRISIS;
        let mind = Mind {
            feelings,
            stage: Stage::ALL[usize::from(byte(STAGE, 2))],
            after_crisis,
            recovery: if after_crisis { 0 } else { byte(RECOVERY, 6) },
            hard_last: bits(HARD_LAST, 1) == 1,
        };
        Self { mind, peak: Stage::ALL[usize::from(byte(PEAK, 2))] }
    }
}

#[cfg(test)]
mod tests {
    use super::{EmotionState, Feelings, Mind, Retained, Stage};

    #[test]
    fn a_code_is_read_as_it_was_written() {
        for (after_crisis, recovery) in [(true, 0), (false, 3), (false, 62)] {
            let mind = Mind {
                feelings: Feelings { agitation: 100, trust: 0, understanding: 77 },
                stage: Stage::Escalating,
                after_crisis,
                recovery,
                hard_last: true,
            };
            let emotion = EmotionState { mind, peak: Stage::Crisis };
            let everything = Retained { understanding: true, peak: true };
            assert_eq!(EmotionState::of(emotion.code(everything)), emotion);
            let less = EmotionState::of(emotion.code(Retained { understanding: false, peak: false }));
            assert_eq!((less.mind.feelings.understanding, less.peak), (0, Stage::Calm));
            assert_eq!(less.mind.feelings.agitation, 100);
        }
    }
}
