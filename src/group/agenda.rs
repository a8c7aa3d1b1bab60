//! The plan of the hour.

use serde::{Deserialize, Serialize};

use super::Step;

/// A part of the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Arrive,
    Prebrief,
    Conversation,
    Debrief,
    Commitments,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Arrive, Self::Prebrief, Self::Conversation, Self::Debrief, Self::Commitments];

    /// The part that a step belongs to; `None` once all is over.
    #[must_use]
    pub const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Lobby => Some(Self::Arrive),
            Step::Prebrief => Some(Self::Prebrief),
            Step::Deciding(_) | Step::Compare | Step::Closing => Some(Self::Conversation),
            Step::Reactions | Step::Debrief => Some(Self::Debrief),
            Step::Commitments => Some(Self::Commitments),
            Step::Ended => None,
        }
    }

    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Arrive => "Arriving",
            Self::Prebrief => "Prebrief",
            Self::Conversation => "Conversation",
            Self::Debrief => "Debrief",
            Self::Commitments => "Commitments",
        }
    }
}

/// The minutes planned for each part, in the order of [`Part::ALL`], and how long each has taken so far.
///
/// That the debrief takes about as long as the conversation is what simulation practice advises: INACSL Standards
/// Committee 2021, *The Debriefing Process*. The split itself is a reasoned design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Agenda {
    pub planned: [u16; 5],
    /// Milliseconds spent in each part, up to `at`.
    spent: [u64; 5],
    /// The part under way.
    part: Option<Part>,
    /// Milliseconds after the session began.
    at: u64,
}

impl Agenda {
    /// An hour.
    pub const HOUR: [u16; 5] = [5, 5, 25, 20, 5];

    pub(super) const fn begin(planned: [u16; 5]) -> Self {
        Self { planned, spent: [0; 5], part: Some(Part::Arrive), at: 0 }
    }

    /// Lets time pass up to `at`, then goes on in `part`. Time that runs backwards stands still.
    pub(super) fn pass(&mut self, at: u64, part: Option<Part>) {
        let now = at.max(self.at);
        if let Some(part) = self.part {
            self.spent[part as usize] += now - self.at;
        }
        (self.at, self.part) = (now, part);
    }

    /// How many whole minutes a part has taken, `at` milliseconds after the session began.
    #[must_use]
    pub fn minutes_spent(&self, part: Part, at: u64) -> u64 {
        let under_way = if self.part == Some(part) { at.saturating_sub(self.at) } else { 0 };
        (self.spent[part as usize] + under_way) / 60_000
    }

    /// How many minutes are left for a part of those planned for it; below 0 where it has taken longer.
    #[must_use]
    pub fn minutes_left(&self, part: Part, at: u64) -> i64 {
        let spent = i64::try_from(self.minutes_spent(part, at)).unwrap_or(i64::MAX);
        i64::from(self.planned[part as usize]) - spent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_charged_with_the_time_spent_in_it() {
        let mut agenda = Agenda::begin(Agenda::HOUR);
        agenda.pass(4 * 60_000, Some(Part::Prebrief));
        agenda.pass(6 * 60_000, Some(Part::Conversation));
        assert_eq!(agenda.minutes_left(Part::Arrive, 9 * 60_000), 1);
        assert_eq!(agenda.minutes_left(Part::Prebrief, 9 * 60_000), 3);
        assert_eq!(agenda.minutes_left(Part::Conversation, 9 * 60_000), 22);
        assert_eq!(agenda.minutes_left(Part::Conversation, 40 * 60_000), -9);
    }

    #[test]
    fn a_clock_that_is_set_back_takes_nothing_away() {
        let mut agenda = Agenda::begin(Agenda::HOUR);
        agenda.pass(3 * 60_000, Some(Part::Prebrief));
        agenda.pass(60_000, Some(Part::Conversation));
        assert_eq!((agenda.minutes_spent(Part::Arrive, 0), agenda.minutes_spent(Part::Prebrief, 0)), (3, 0));
    }
}
