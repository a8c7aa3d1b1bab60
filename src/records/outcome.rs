//! What a finished attempt came to: what progress, reports and exports are made from.
//!
//! It is made once, from the transcript and the rubric of its day, and can be made again from the same two. Ids that come in
//! numbers are short strings without memory of their own: a quarter of the time of a large report went into asking for it.

use std::collections::BTreeMap;

use compact_str::CompactString;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode, Notes, Pass, Reflection};
use crate::debrief::{Band, Debrief, Scores};
use crate::hash::ContentHash;
use crate::rubric::{EccsLevel, Points};
use crate::scenario::{EndingKind, Level, Scenario};
use crate::session::Felt;

use super::{AttemptId, PersonId};

/// Who played what, when, and with which Bedside; what a transcript does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    pub attempt: AttemptId,
    pub person: PersonId,
    /// The version of Bedside.
    pub app: String,
    pub began: Timestamp,
    pub ended: Timestamp,
}

/// The scenario that was played, as far as it matters once its file is not at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played {
    pub id: String,
    pub title: String,
    /// The hash of its text: attempts before and after an edit are never counted together.
    pub hash: ContentHash,
    pub level: Level,
    /// The labels of the strategies it practises.
    pub practises: Vec<String>,
}

/// What a finished attempt came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub attempt: AttemptId,
    pub person: PersonId,
    pub scenario: Played,
    pub rubric: ContentHash,
    /// The version of Bedside.
    pub app: String,
    pub mode: Mode,
    pub seed: u64,
    pub began: Timestamp,
    pub ended: Timestamp,
    /// Whether no earlier attempt of this person at this scenario came to an end; of one that is not kept yet it is taken for
    /// granted.
    pub first: bool,
    /// `None` where the conversation was stopped, or had nothing left to offer.
    pub ending: Option<EndingMet>,
    /// Each 0–100, or `None` where it was not exercised.
    pub scores: Scores,
    pub band: Option<Band>,
    pub passed: bool,
    pub reflection: Option<Reflection>,
    pub moments: Vec<MomentAnswered>,
    /// Whether each objective was met, by its id.
    pub objectives: BTreeMap<CompactString, bool>,
    /// The items that the patient was asked.
    pub survey: Vec<SurveyItem>,
    /// Every turn with two options or more on offer, in order.
    pub decisions: Vec<DecisionMade>,
    /// The trainee's own words by turn, from 0.
    pub own_words: BTreeMap<usize, String>,
    pub notes: Notes,
}

/// The ending that a conversation came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingMet {
    /// The scene's id.
    pub scene: String,
    pub title: String,
    pub kind: EndingKind,
}

/// A moment that the patient gave, an empathic opening for example, and whether it was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentAnswered {
    /// The turn, from 0.
    pub turn: usize,
    /// The ids of the kinds that were given: one or two.
    pub kinds: Vec<CompactString>,
    pub met: bool,
    /// The level of the answer, 0–5; `None` where no kind is met by a level.
    pub level: Option<EccsLevel>,
}

/// The patient's answer to an item of the survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyItem {
    pub id: CompactString,
    /// The answer's place on its scale, from 0.
    pub step: usize,
    /// How many places the scale has.
    pub of: usize,
    /// Whether it is the highest of its scale.
    pub top_box: bool,
}

/// A decision, and what was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionMade {
    /// The turn, from 0.
    pub turn: usize,
    /// The scene's id.
    pub scene: CompactString,
    /// The ids of the options on offer, in the order shown.
    pub offered: Vec<CompactString>,
    /// The id of the option taken.
    pub choice: CompactString,
    /// Whether it was taken because time was up.
    pub late: bool,
    /// The ids of the behaviours that it counts as showing.
    pub behaviours: Vec<CompactString>,
    /// The points of the option taken, and the lowest and highest on offer.
    pub points: Points,
    pub lowest: Points,
    pub highest: Points,
    pub after: Felt,
    /// Milliseconds after the conversation began; `None` where no time was measured.
    pub at: Option<u64>,
}

impl Outcome {
    /// What an attempt came to, whose first pass is debriefed in `debrief`.
    #[must_use]
    pub fn of(occasion: Occasion, scenario: &Scenario, attempt: &Attempt, debrief: &Debrief) -> Self {
        let Occasion { attempt: id, person, app, began, ended } = occasion;
        let Pass { transcript, own_words, reflection, .. } = attempt.first_pass();
        Self {
            attempt: id,
            person,
            scenario: Played {
                id: scenario.id.clone(),
                title: scenario.title.clone(),
                hash: transcript.scenario_hash.clone(),
                level: scenario.level,
                practises: scenario.practises.clone(),
            },
            rubric: debrief.rubric_hash.clone(),
            app,
            mode: attempt.mode,
            seed: transcript.seed,
            began,
            ended,
            first: true,
            ending: debrief.ending.as_ref().map(|ending| EndingMet {
                scene: ending.scene.clone(),
                title: ending.title.clone(),
                kind: ending.kind,
            }),
            scores: debrief.scores,
            band: debrief.band,
            passed: debrief.passed,
            reflection: reflection.cloned(),
            moments: moments(debrief),
            objectives: debrief
                .objectives
                .iter()
                .map(|objective| (objective.id.as_str().into(), objective.met))
                .collect(),
            survey: survey(debrief),
            decisions: decisions(attempt, debrief),
            own_words: own_words.clone(),
            notes: attempt.notes.clone(),
        }
    }

    /// Whether the conversation was led to one of its endings. What was stopped, or had nothing left to offer, says little of how
    /// somebody does: three good choices can come to full scores.
    #[must_use]
    pub const fn came_to_an_end(&self) -> bool {
        self.ending.is_some()
    }

    /// The same without a word that the trainee has typed.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        self.own_words.clear();
        self.notes = Notes::default();
        self.reflection = self.reflection.map(|reflection| Reflection { feeling: String::new(), ..reflection });
        self
    }
}

fn moments(debrief: &Debrief) -> Vec<MomentAnswered> {
    let answered = debrief.moments.iter().map(|moment| MomentAnswered {
        turn: moment.turn,
        kinds: moment.kinds.iter().map(|kind| kind.id.as_str().into()).collect(),
        met: moment.met,
        level: moment.level,
    });
    answered.collect()
}

fn survey(debrief: &Debrief) -> Vec<SurveyItem> {
    let asked = debrief.survey.iter().filter_map(|item| {
        let (step, of) = item.step?;
        Some(SurveyItem { id: item.id.as_str().into(), step, of, top_box: item.top_box })
    });
    asked.collect()
}

fn decisions(attempt: &Attempt, debrief: &Debrief) -> Vec<DecisionMade> {
    let turns = debrief.turns.iter().enumerate().filter(|(_, turn)| turn.offered.len() > 1);
    let made = turns.map(|(index, turn)| DecisionMade {
        turn: index,
        scene: turn.scene.as_str().into(),
        offered: turn.offered.iter().map(Into::into).collect(),
        choice: turn.choice.as_str().into(),
        late: turn.late,
        behaviours: turn.behaviours.iter().map(|shown| shown.id.as_str().into()).collect(),
        points: turn.points,
        lowest: turn.lowest,
        highest: turn.highest,
        after: turn.after,
        at: attempt.first.turns.get(index).and_then(|turn| turn.at),
    });
    made.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::debrief::debrief;
    use crate::library::Library;
    use crate::session::{Chance, Session};

    #[test]
    fn an_outcome_is_read_as_it_was_written() {
        for entry in Library::open(&[]).entries {
            let scenario = entry.scenario;
            let mut session = Session::begin(std::sync::Arc::clone(&scenario), Chance::from_seed(3));
            while let Some(&choice) = session.current_scene().offer.first() {
                session.choose(choice, Some(1_000)).expect("it is on offer");
            }
            let attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
            let debrief = debrief(&scenario, session.transcript()).expect("it is of this scenario");
            let occasion = Occasion {
                attempt: AttemptId::of([1; 16]),
                person: PersonId::of([2; 16]),
                app: "0.1.0".to_owned(),
                began: Timestamp::UNIX_EPOCH,
                ended: Timestamp::UNIX_EPOCH,
            };
            let outcome = Outcome::of(occasion, &scenario, &attempt, &debrief);
            assert_eq!(outcome.decisions.len(), debrief.decisions, "{}", scenario.id);
            let line = serde_json::to_string(&outcome).expect("plain data");
            assert_eq!(serde_json::from_str::<Outcome>(&line).expect("as it was written"), outcome, "{line}");
        }
    }
}
