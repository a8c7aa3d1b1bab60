//! Counts plays in which something happens, however often it does in each.

/// In how many plays something happened.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PlayCount {
    plays: u32,
    /// The last play that was counted, by number, from 1.
    last: u32,
}

impl PlayCount {
    /// Counts a play, by its number, from 1, unless it was the last one counted.
    pub(super) const fn see(&mut self, play: u32) {
        if self.last != play {
            self.last = play;
            self.plays += 1;
        }
    }

    /// Adds the plays that were counted elsewhere.
    pub(super) const fn add(&mut self, other: Self) {
        self.plays += other.plays;
    }

    pub(super) const fn plays(self) -> u32 {
        self.plays
    }
}
