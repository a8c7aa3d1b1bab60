//! The bottom and the top third of the attempts, by what each came to as a whole.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::records::people::{Counted, PersonMark};

/// How often something was so, by what the attempt came to as a whole, 0–100.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores(BTreeMap<u8, Counted>);

/// Of the decisions of a third of the attempts, those that took an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Third {
    pub taken: u64,
    /// Of so many.
    pub of: u64,
}

/// Up to which score an attempt is in the bottom third, and from which in the top third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cuts {
    bottom_to: u8,
    top_from: u8,
}

impl Scores {
    pub(super) fn add(&mut self, score: u8, person: PersonMark) {
        self.0.entry(score).or_default().add(person);
    }

    pub(super) fn count(&self) -> u64 {
        self.0.values().map(|counted| counted.count).sum()
    }

    /// The scores of the attempts at a third of the way from either end; who has the same score is in the same third. `None`
    /// where the two thirds would meet.
    pub(super) fn cuts(&self) -> Option<Cuts> {
        let third = self.count().div_ceil(3);
        let cuts = Cuts { bottom_to: reached(self.0.iter(), third)?, top_from: reached(self.0.iter().rev(), third)? };
        (cuts.bottom_to < cuts.top_from).then_some(cuts)
    }

    /// What is in the bottom third, between the two, and in the top third.
    pub(super) fn by_third(&self, cuts: Cuts) -> [Counted; 3] {
        let mut thirds = [Counted::default(); 3];
        for (&score, counted) in &self.0 {
            let third = usize::from(score > cuts.bottom_to) + usize::from(score >= cuts.top_from);
            thirds[third].join(counted);
        }
        thirds
    }
}

/// The score at which so many are counted.
fn reached<'a>(mut scores: impl Iterator<Item = (&'a u8, &'a Counted)>, third: u64) -> Option<u8> {
    let mut seen = 0;
    let found = scores.find(|(_, counted)| {
        seen += counted.count;
        seen >= third
    });
    found.map(|(&score, _)| score)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(of: &[u8]) -> Scores {
        let mut scores = Scores::default();
        for &score in of {
            scores.add(score, PersonMark::default());
        }
        scores
    }

    #[test]
    fn equal_scores_are_in_the_same_third() {
        let scores = scores(&[10, 20, 20, 50, 60, 70, 80, 80, 90]);
        let cuts = scores.cuts().expect("they are apart");
        assert_eq!(cuts, Cuts { bottom_to: 20, top_from: 80 });
        assert_eq!(scores.by_third(cuts).map(|third| third.count), [3, 3, 3]);
    }

    #[test]
    fn thirds_that_would_meet_are_none() {
        assert_eq!(scores(&[50; 9]).cuts(), None);
        assert_eq!(scores(&[]).cuts(), None);
        assert!(scores(&[1, 2, 2]).cuts().is_some());
    }
}
