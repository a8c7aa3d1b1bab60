//! What holds of any conversation, however it went.

use std::sync::Arc;

use bedside::debrief::debrief;
use bedside::rubric::{Dimension, Feeling};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Change, Reason, Road, Session, ShownPassage, State, Transcript};

/// All that holds of a conversation that is over.
#[track_caller]
pub(crate) fn holds(session: &Session) {
    assert!(session.is_over());
    assert_eq!(session.transcript().ending.is_some(), session.ending().is_some());
    turns_are_as_the_model_says(session.scenario(), session.transcript());
    can_be_played_again(session);
    can_be_debriefed(session.scenario(), session.transcript());
    replies_are_as_they_were_met(session);
}

/// Reasons add up to the change of feelings, feelings stay in 0–100, every choice was on offer and is
/// taken once, and the talk goes where it says.
#[track_caller]
pub(crate) fn turns_are_as_the_model_says(scenario: &Scenario, transcript: &Transcript) {
    let mut taken: Vec<(&str, &str)> = Vec::new();
    let mut broken_in: Vec<&str> = Vec::new();
    for (index, turn) in transcript.turns.iter().enumerate() {
        let (before, after) = (transcript.felt_before(index).feelings, turn.after.feelings);
        for feeling in Feeling::ALL {
            let changes = turn.changes.iter().filter(|change| change.feeling == feeling);
            let sum: i32 = changes.map(|change| change.amount).sum();
            assert_eq!(i32::from(after.get(feeling)) - i32::from(before.get(feeling)), sum);
            assert!(after.get(feeling) <= 100);
            words_alone_reach_no_end(scenario, feeling, before.get(feeling), &turn.changes);
        }
        assert!(turn.changes.iter().all(|change| change.amount != 0));
        assert!(turn.offered.contains(&turn.choice));
        assert!(
            taken.iter().all(|(scene, choice)| *scene != turn.scene || !turn.offered.iter().any(|id| id == choice))
        );
        taken.push((&turn.scene, &turn.choice));
        let next = transcript.turns.get(index + 1).map(|next| &next.scene);
        let led_to = turn.interruption.as_ref().or(turn.instead.as_ref()).unwrap_or(&turn.target);
        assert!(next.is_none_or(|next| next == led_to));
        if let Some(interruption) = &turn.interruption {
            assert!(!broken_in.contains(&interruption.as_str()), "{interruption} breaks in twice");
            assert!(!broken_in.contains(&turn.scene.as_str()), "{interruption} breaks in on an interruption");
            let target = scenario.find_scene(&turn.target).expect("it is there");
            let ends = scenario.ending(target).is_some() && scenario.gates(target).is_empty();
            assert!(!ends, "{interruption} breaks in before an ending");
            broken_in.push(interruption);
        }
    }
}

/// What words do, without nudges, needs and drift, takes a feeling to no end of its scale from inside, and agitation not
/// below its baseline.
#[track_caller]
fn words_alone_reach_no_end(scenario: &Scenario, feeling: Feeling, before: u8, changes: &[Change]) {
    let others = [Reason::Nudge, Reason::OpenNeed, Reason::Drift, Reason::Limit];
    let of_words = changes.iter().filter(|change| change.feeling == feeling && !others.contains(&change.reason));
    let (before, change) = (i32::from(before), of_words.map(|change| change.amount).sum::<i32>());
    let lowest = if feeling == Feeling::Agitation { i32::from(scenario.patient.baseline) } else { 0 };
    let rises = change <= 0 || before + change < 100;
    let falls = change >= 0 || before + change > lowest;
    assert!(rises && falls, "{feeling:?}: {before} and {change}, in {changes:?}");
}

/// Replaying the transcript or following the road gives the same conversation and state again; with other chance, the
/// road gives the same state.
#[track_caller]
pub(crate) fn can_be_played_again(session: &Session) {
    let (scenario, transcript) = (session.scenario(), session.transcript());
    let replayed = Session::replay(Arc::clone(scenario), transcript);
    assert_same(&replayed.expect("a record fits its scenario"), session);
    let road = Road::of(transcript);
    let along = Session::along(Arc::clone(scenario), Chance::from_seed(transcript.seed), &road);
    assert_same(&along.expect("a road fits its scenario"), session);
    assert_eq!(State::at_end_of(scenario, transcript).as_ref(), Ok(session.state()));
    // With other chance the wordings and the order of options differ; the road is the same.
    let elsewhere =
        Session::along(Arc::clone(scenario), Chance::from_seed(!transcript.seed), &road).expect("draws are named");
    assert_eq!(elsewhere.state(), session.state());
    let again = Session::replay(Arc::clone(scenario), elsewhere.transcript());
    assert_same(&again.expect("draws against chance are kept"), &elsewhere);
}

/// A debrief never fails, and its numbers stay within their ranges.
#[track_caller]
pub(crate) fn can_be_debriefed(scenario: &Scenario, transcript: &Transcript) {
    let debrief = debrief(scenario, transcript).expect("a record fits its scenario");
    for (_, score) in debrief.scores.exercised() {
        assert!(score <= 100);
    }
    for turn in &debrief.turns {
        for dimension in Dimension::ALL {
            assert!(turn.lowest[dimension] <= turn.points[dimension]);
            assert!(turn.points[dimension] <= turn.highest[dimension]);
            assert!(turn.points[dimension].abs() <= scenario.rubric.model.cap);
        }
    }
    assert_eq!(debrief.turns.len(), transcript.turns.len());
    assert_eq!(debrief.objectives.len(), scenario.objectives.len());
    assert!(debrief.survey.iter().all(|answer| answer.step.is_none_or(|(step, steps)| step < steps)));
}

/// The debrief of a conversation says what was told and said after each turn, in the wordings that were drawn.
#[track_caller]
pub(crate) fn replies_are_as_they_were_met(session: &Session) {
    let scenario = session.scenario();
    let debrief = debrief(scenario, session.transcript()).expect("a record fits its scenario");
    let mut again = Session::begin(Arc::clone(scenario), Chance::from_seed(session.transcript().seed));
    for (step, turn) in Road::of(session.transcript()).steps.iter().zip(&debrief.turns) {
        again.follow(step, None).expect("the same road");
        let words = |passage: &ShownPassage| -> Vec<String> {
            let lines = passage.lines.iter().map(|line| &line.words);
            passage.narration.iter().chain(lines).map(ToString::to_string).collect()
        };
        let met = again.current_scene();
        let answer: Vec<String> = turn.reply.answer.iter().map(|heard| heard.words.clone()).collect();
        assert_eq!(answer, words(&met.answer));
        assert_eq!(turn.reply.then.is_some(), !met.arrival.is_empty());
        assert!(turn.reply.then.iter().all(|heard| words(&met.arrival).contains(&heard.words)));
    }
}

/// Asserts that two sessions are the same in everything that can be compared.
#[track_caller]
pub(crate) fn assert_same(one: &Session, other: &Session) {
    for (one, other) in one.transcript().turns.iter().zip(&other.transcript().turns) {
        assert_eq!(one, other);
    }
    assert!(one.transcript() == other.transcript(), "the transcripts differ");
    assert_eq!(one.state(), other.state());
    assert_eq!(one.current_scene(), other.current_scene());
}
