//! Which answers of the survey tell most: the few that are shown before the rest.
//!
//! An answer tells more the further it is from the middle of its scale, then the more turns bear on it, then the earlier
//! it is asked. Half of those shown are from the upper half of their scales and half from the lower, as far as there are
//! so many: praise alone teaches as little as blame alone. An answer in the very middle comes last.

use std::cmp::Reverse;

use super::{Debrief, SurveyAnswer};

/// How many answers are shown before the rest.
const TELLING: usize = 4;

impl Debrief {
    /// The indices of the survey's answers that tell most, in the order in which they are asked.
    #[must_use]
    pub fn most_telling(&self) -> Vec<usize> {
        most_telling(&self.survey)
    }
}

fn most_telling(survey: &[SurveyAnswer]) -> Vec<usize> {
    let mut asked: Vec<(usize, isize)> =
        survey.iter().enumerate().filter_map(|(index, answer)| Some((index, from_middle(answer)?))).collect();
    asked.sort_by_key(|&(index, far)| (Reverse(far.unsigned_abs()), Reverse(survey[index].reasons.len()), index));
    let (mut upper, mut lower, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for (index, far) in asked {
        let side = if far > 0 { &mut upper } else { &mut lower };
        if far != 0 && side.len() < TELLING / 2 { side.push(index) } else { rest.push((index, far)) }
    }
    let mut telling: Vec<usize> = upper.into_iter().chain(lower).collect();
    telling.extend(rest.into_iter().map(|(index, _)| index));
    telling.truncate(TELLING);
    telling.sort_unstable();
    telling
}

/// How far an answer is from the middle of its scale, in twelfths of half the scale; below 0 in the lower half. `None`
/// where the item was not asked.
fn from_middle(answer: &SurveyAnswer) -> Option<isize> {
    let (step, steps) = answer.step?;
    let (step, top) = (isize::try_from(step).ok()?, isize::try_from(steps).ok()? - 1);
    (top > 0).then(|| (2 * step - top) * 12 / top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::debrief::{MeantFor, SurveyReason};

    /// An answer at a place of its scale, with so many reasons.
    fn answer(step: Option<(usize, usize)>, reasons: usize) -> SurveyAnswer {
        let reason = |turn| SurveyReason { turn, meant: MeantFor::For, behaviours: Vec::new() };
        SurveyAnswer {
            id: String::new(),
            text: String::new(),
            answer: step.map(|_| "Good"),
            step,
            top_box: false,
            held: None,
            reasons: (0..reasons).map(reason).collect(),
        }
    }

    #[test]
    fn the_four_furthest_from_the_middle_are_half_good_and_half_bad() {
        let survey = [
            answer(Some((4, 5)), 3), // excellent: 12, tells
            answer(Some((3, 4)), 1), // always: 12, and fewer turns
            answer(Some((0, 5)), 1), // poor: -12, tells
            answer(Some((2, 4)), 9), // usually: 4
            answer(Some((1, 4)), 9), // sometimes: -4
            answer(Some((2, 5)), 9), // good: 0
            answer(Some((3, 4)), 4), // always: 12, tells
            answer(None, 0),
            answer(Some((1, 5)), 1), // fair: -6, tells
        ];
        assert_eq!(most_telling(&survey), [0, 2, 6, 8]);
    }

    #[test]
    fn where_one_half_has_too_few_the_other_fills_up_and_the_middle_comes_last() {
        let low = |reasons| answer(Some((0, 4)), reasons);
        assert_eq!(most_telling(&[answer(Some((2, 5)), 9), low(1), low(2), low(3), low(4)]), [1, 2, 3, 4]);
        assert_eq!(most_telling(&[answer(Some((2, 5)), 9), low(1)]), [0, 1]);
        assert_eq!(most_telling(&[answer(None, 0)]), Vec::<usize>::new());
    }
}
