//! What progress must tell.

use jiff::civil::{Date, date};

use super::{GainOn, Progress, ProgressAsked, ProgressTold, Shelved, Why};
use crate::debrief::Scores;
use crate::hash::ContentHash;
use crate::records::report::Targets;
use crate::records::samples::shipped;
use crate::records::simulated::Luck;
use crate::records::{Measure, Outcome, Timestamp};

const TODAY: Date = date(2026, 11, 30);

/// An attempt at a scenario on a day of November 2026, with all scores the same.
fn outcome(scenario: &str, day: i64, score: u8) -> Outcome {
    let scenarios = shipped();
    let mut outcome = Luck::of(day.unsigned_abs()).attempts(&scenarios[0], 1).remove(0).outcome;
    scenario.clone_into(&mut outcome.scenario.id);
    outcome.scenario.title = scenario.replace('-', " ");
    outcome.scenario.hash = ContentHash::of([scenario]);
    outcome.scenario.practises = vec!["Empathy".to_owned()];
    let noon = TODAY.with().day(i8::try_from(day).expect("a day")).build().expect("a date").at(12, 0, 0, 0);
    outcome.ended = noon.to_zoned(jiff::tz::TimeZone::UTC).expect("a time").timestamp();
    outcome.scores = Scores { empathy: Some(score), clarity: Some(score), de_escalation: Some(score) };
    outcome
}

fn progress(outcomes: &[Outcome]) -> Progress {
    let mut progress = Progress::default();
    for outcome in outcomes {
        progress.add(outcome);
    }
    progress
}

/// What is told with a library of these scenarios, where 70 is wanted.
fn told(progress: &Progress, library: &[&str]) -> ProgressTold {
    let practises = ["Empathy".to_owned()];
    let library: Vec<Shelved<'_>> = library.iter().map(|id| Shelved { id, title: id, practises: &practises }).collect();
    let targets = Targets { measures: Measure::ALL.map(|measure| (measure, 70)).into(), ..Targets::default() };
    let rubric = &shipped()[0].rubric;
    let baseline = Some(["two-hours-in", "second-letter"]);
    progress.told(ProgressAsked { library: &library, rubric, targets: &targets, baseline, today: TODAY })
}

#[test]
fn first_latest_and_best_are_kept_apart_in_whatever_order_they_come() {
    let mut outcomes = [outcome("two-hours-in", 1, 50), outcome("two-hours-in", 2, 90), outcome("two-hours-in", 3, 60)];
    let forwards = progress(&outcomes);
    outcomes.reverse();
    assert_eq!(progress(&outcomes), forwards);
    let told = told(&forwards, &[]);
    for (measure, heights) in told.measures {
        assert_eq!([heights.first, heights.latest, heights.best], [Some(50), Some(60), Some(90)], "{measure:?}");
    }
    assert_eq!(told.strategies[0].heights.best, Some(90));
    assert_eq!(told.gaps.len(), 4, "60 is below 70 on each");
    assert!(told.first.contains("60 the last time, where 70 is wanted"), "{}", told.first);
}

#[test]
fn another_text_of_a_scenario_is_kept_apart_and_it_is_said() {
    let mut edited = outcome("two-hours-in", 5, 80);
    edited.scenario.hash = ContentHash::of(["edited"]);
    let told = told(&progress(&[outcome("two-hours-in", 1, 50), edited]), &[]);
    let [scenario] = &told.scenarios[..] else { panic!("one scenario") };
    let scores = scenario.versions.iter().map(|version| version.measures[0].1.first);
    assert_eq!(scores.collect::<Vec<_>>(), [Some(80), Some(50)], "the one played last first");
    assert!(scenario.note.as_ref().is_some_and(|note| note.contains("kept apart")));
    assert_eq!(told.strategies[0].heights.first, Some(80), "only the text played last counts");
}

#[test]
fn a_gain_is_told_where_the_second_was_played_after_the_first() {
    let (before, after) = (outcome("two-hours-in", 2, 60), outcome("second-letter", 9, 70));
    let gains = told(&progress(&[before.clone(), after]), &[]).baseline.expect("a pair was chosen").gains;
    assert_eq!(gains[0], GainOn { measure: Measure::ALL[0], before: 60, after: 70, normalised: Some(0.25) });
    assert_eq!(GainOn::of(Measure::Overall, 100, 90).normalised, None, "the start was full");
    let earlier = progress(&[before, outcome("second-letter", 1, 70)]);
    let baseline = told(&earlier, &[]).baseline.expect("a pair was chosen");
    assert!(baseline.gains.is_empty() && baseline.told.contains("since then"), "{baseline:?}");
}

#[test]
fn what_is_due_comes_first_then_a_twin_then_what_is_weakest() {
    let mut resolved = outcome("two-hours-in", 1, 50);
    resolved.notes.next_time = "ask about the pain".to_owned();
    resolved.notes.by = "20 November".to_owned();
    let library = ["two-hours-in", "second-letter", "which-way", "too-many-pills"];
    let played = progress(&[resolved.clone(), outcome("too-many-pills", 3, 80)]);
    let told = |progress: &Progress, library: &[&str]| told(progress, library).next;
    let next = told(&played, &library);
    let why = |place: usize| (next[place].scenario.as_str(), &next[place].why);
    let due = Why::Due { next_time: "ask about the pain".to_owned(), on: date(2026, 11, 20) };
    assert_eq!(why(0), ("second-letter", &due), "its twin, which is fresh");
    assert_eq!(why(1), ("which-way", &Why::Twin { of: "too many pills".to_owned() }));
    assert_eq!(why(2), ("two-hours-in", &Why::Weakest { strategy: "Empathy".to_owned() }), "played longest ago");
    let since = progress(&[resolved, outcome("second-letter", 9, 50)]);
    assert!(
        told(&since, &library).iter().all(|next| !matches!(next.why, Why::Due { .. })),
        "its twin was played since"
    );
    let alone = told(&played, &["two-hours-in"]);
    assert_eq!((alone.len(), alone[0].scenario.as_str()), (1, "two-hours-in"), "no twin is at hand");
}

#[test]
fn who_has_played_nothing_is_told_where_to_begin() {
    let told = told(&Progress::default(), &["two-hours-in", "second-letter"]);
    assert_eq!((told.next.len(), &told.next[0].why), (1, &Why::ToBegin));
    assert!(told.gaps.is_empty() && told.shown_again.is_empty() && told.strategies.is_empty());
}

#[test]
fn good_behaviours_are_recognised_from_three_attempts_on() {
    let with = |day: i64, behaviours: &[&str]| {
        let mut outcome = outcome("two-hours-in", day, 50);
        for decision in &mut outcome.decisions {
            decision.behaviours = behaviours.iter().map(|id| (*id).into()).collect();
        }
        outcome
    };
    let all = ["validates", "jargon", "no_such_behaviour"];
    let progress = progress(&[with(1, &all), with(2, &all), with(3, &[&all[..], &["teach_back"]].concat())]);
    let shown = told(&progress, &[]).shown_again;
    let shown: Vec<(&str, u64)> = shown.iter().map(|shown| (shown.behaviour.as_str(), shown.attempts)).collect();
    assert_eq!(shown, [("validates", 3)], "however often in one attempt");
}

#[test]
fn the_state_is_stored_and_goes_on_where_it_was() {
    let outcomes = Luck::of(4).cohort(&shipped(), 30);
    let (before, after) = outcomes.split_at(outcomes.len() / 2);
    let stored = serde_json::to_string(&progress(before)).expect("plain data");
    let mut read: Progress = serde_json::from_str(&stored).expect("as it was written");
    for outcome in after {
        read.add(outcome);
    }
    assert_eq!(read, progress(&outcomes));
    assert!(stored.len() < 20_000, "{} bytes", stored.len());
    assert_eq!(serde_json::from_str::<Progress>("{}").expect("an older one"), Progress::default());
}

#[test]
fn any_time_at_all_is_survived() {
    for time in [Timestamp::MIN, Timestamp::MAX] {
        let mut far = outcome("two-hours-in", 1, 50);
        far.ended = time;
        far.notes.next_time = "wait".to_owned();
        "next week".clone_into(&mut far.notes.by);
        assert_eq!(told(&progress(&[far]), &["two-hours-in"]).attempts, 1);
    }
}

/// `BEDSIDE_ATTEMPTS=1000000` measures a million attempts of one person.
#[test]
fn the_state_does_not_grow_with_the_attempts() {
    let number: usize = std::env::var("BEDSIDE_ATTEMPTS").ok().and_then(|number| number.parse().ok()).unwrap_or(3_000);
    let outcomes = Luck::of(4).cohort(&shipped(), 100);
    let mut progress = progress(&outcomes);
    let before = serde_json::to_string(&progress).expect("plain data").len();
    for outcome in outcomes.iter().cycle().take(number) {
        progress.add(outcome);
    }
    let after = serde_json::to_string(&progress).expect("plain data").len();
    assert!(after < before + 500, "{after} bytes instead of {before}: counts have more digits, and that is all");
    assert_eq!(told(&progress, &["two-hours-in"]).attempts, (outcomes.len() + number) as u64);
}
