//! A programme's trainees.

use std::sync::Arc;

use crate::attempt::Mode;
use crate::records::{MomentAnswered, Outcome, PersonId, SurveyItem, Timestamp};
use crate::scenario::Scenario;

use super::Luck;

impl Luck {
    /// What so many people come to who play some of the scenarios within half a year, some of them more than once. The
    /// first scenarios and the first months are the most frequented, and one in six attempts is stopped early.
    pub(crate) fn cohort(&mut self, scenarios: &[Arc<Scenario>], people: usize) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for _ in 0..people {
            let person = PersonId::of(self.bytes());
            let ability = self.ability();
            let mut played = Vec::new();
            for _ in 0..=self.below(5) {
                let scenario = self.below(scenarios.len()).min(self.below(scenarios.len()));
                let mut outcome = self.attempt(&scenarios[scenario], ability).outcome;
                outcome.person = person;
                outcome.first = !played.contains(&scenario);
                let month = self.below(6).min(self.below(6));
                let time = i64::try_from(31 * 24 * month * 3600 + self.below(28 * 24 * 3600)).expect("half a year");
                outcome.ended = Timestamp::from_second(1_800_000_000 + time).expect("a time");
                self.decorate(&mut outcome);
                if self.below(6) == 0 {
                    outcome.ending = None;
                    outcome.decisions.truncate(2);
                } else {
                    played.push(scenario);
                }
                if self.below(3) == 0 {
                    outcome.mode = Mode::Assess;
                }
                outcomes.push(outcome);
            }
        }
        outcomes
    }

    fn decorate(&mut self, outcome: &mut Outcome) {
        for turn in 0..self.below(4) {
            let kinds = vec![["feeling", "question", "need"][self.below(3)].into()];
            outcome.moments.push(MomentAnswered { turn, kinds, met: self.below(3) > 0, level: None });
        }
        for id in ["listened", "explained"] {
            let step = self.below(4);
            outcome.survey.push(SurveyItem { id: id.into(), step, of: 4, top_box: step == 3 });
        }
        if self.below(3) == 0 {
            let words = ["I would ask him first", "=1+1", "+44 is my number", "<b>wait</b>"][self.below(4)];
            outcome.own_words.insert(outcome.decisions[0].turn, words.to_owned());
            words.clone_into(&mut outcome.notes.next_time);
        }
    }
}
