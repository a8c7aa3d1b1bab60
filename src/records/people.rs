//! Who stands behind a figure: four people at most are told apart, since from five on it may be shown.

use std::hash::BuildHasher;

use serde::Serialize;

use crate::hash::FixedState;

use super::PersonId;

/// A figure that is shown only where enough people stand behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown<T> {
    Told(T),
    /// Nobody stands behind it.
    Nobody,
    /// Fewer than [`LEAST_PEOPLE`] do, or such a figure could be worked out from this one.
    FewerThanFive,
}

/// From how many people on a figure may be shown.
pub const LEAST_PEOPLE: usize = 5;

/// Too few people to tell of.
pub const FEWER_THAN_FIVE: &str = "fewer than five people";

/// The same of group sessions.
pub(super) const FEWER_GROUPS: &str = "fewer than five groups";

/// What stands in place of a figure that is held back. It does not say how many people stand behind it: of several in one
/// table that would say too much.
pub const HELD_BACK: &str = "held back";

impl<T> Shown<T> {
    /// The figure, where it may be shown and there is one.
    #[must_use]
    pub const fn told(&self) -> Option<&T> {
        match self {
            Self::Told(figure) => Some(figure),
            Self::Nobody | Self::FewerThanFive => None,
        }
    }

    /// The figure that these people stand behind.
    pub(super) fn of(people: &People, figure: impl FnOnce() -> T) -> Self {
        match people.number() {
            0 => Self::Nobody,
            LEAST_PEOPLE => Self::Told(figure()),
            _ => Self::FewerThanFive,
        }
    }
}

/// What a person is told apart by: 32 bits of a hash of the id. Two people may come to the same, and then count as one: a
/// figure may be held back that need not be, never the other way round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonMark(u32);

impl PersonMark {
    #[allow(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
    pub(super) fn of(person: PersonId) -> Self {
        Self(FixedState::default().hash_one(person) as u32)
    }
}

/// A set of people that knows its members up to four, and beyond that only that they are five or more.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct People {
    marks: [PersonMark; LEAST_PEOPLE - 1],
    /// How many marks are known; [`LEAST_PEOPLE`] where there are more.
    known: u8,
}

impl People {
    pub(super) fn add(&mut self, person: PersonMark) {
        let known = self.number();
        if known == LEAST_PEOPLE || self.marks[..known].contains(&person) {
            return;
        }
        if let Some(free) = self.marks.get_mut(known) {
            *free = person;
        }
        self.known += 1;
    }

    pub(super) fn join(&mut self, others: &Self) {
        if others.number() == LEAST_PEOPLE {
            *self = *others;
        } else {
            for &person in &others.marks[..others.number()] {
                self.add(person);
            }
        }
    }

    /// How many they are, at most [`LEAST_PEOPLE`].
    pub(super) const fn number(&self) -> usize {
        self.known as usize
    }

    /// Whether there is somebody, and too few to show a figure.
    pub(super) const fn are_few(&self) -> bool {
        self.known > 0 && self.number() < LEAST_PEOPLE
    }
}

/// How often something was so, and with how many people.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    pub(super) count: u64,
    pub(super) people: People,
}

impl Counted {
    pub(super) fn add(&mut self, person: PersonMark) {
        self.add_times(1, person);
    }

    pub(super) fn add_times(&mut self, times: u64, person: PersonMark) {
        if times > 0 {
            self.count += times;
            self.people.add(person);
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.count += other.count;
        self.people.join(&other.people);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(number: u8) -> PersonMark {
        PersonMark::of(PersonId::of([number; 16]))
    }

    #[test]
    fn five_people_are_enough_and_one_person_five_times_is_not() {
        let mut people = People::default();
        assert_eq!(Shown::of(&people, || 1), Shown::Nobody);
        for person in [1, 1, 1, 1, 1, 2, 3, 4, 4] {
            people.add(mark(person));
            assert_eq!(Shown::of(&people, || 1), Shown::FewerThanFive);
        }
        people.add(mark(5));
        assert_eq!(Shown::of(&people, || 1), Shown::Told(1));
        people.add(mark(6));
        assert_eq!(people.number(), LEAST_PEOPLE);
    }

    #[test]
    fn joined_people_are_counted_once() {
        let of = |numbers: &[u8]| {
            let mut people = People::default();
            for &number in numbers {
                people.add(mark(number));
            }
            people
        };
        let join = |one: &[u8], other: &[u8]| {
            let mut joined = of(one);
            joined.join(&of(other));
            joined.number()
        };
        assert_eq!(join(&[1, 2, 3], &[2, 3, 4]), 4);
        assert_eq!(join(&[1, 2, 3], &[4, 5]), 5);
        assert_eq!(join(&[1], &[2, 3, 4, 5, 6]), 5);
        assert_eq!(join(&[], &[]), 0);
    }
}
