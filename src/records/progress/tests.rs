//! What progress must tell.

use jiff::civil::{Date, date};

use super::{AimChange, Aimed, Aims, GainOn, MonthTold, Progress, ProgressAsked, ProgressTold, Shelved, Why};
use crate::debrief::Scores;
use crate::hash::ContentHash;
use crate::records::samples::shipped;
use crate::records::simulated::Luck;
use crate::records::{Measure, Outcome, Timestamp};
use crate::scenario::{EndingKind, Level};

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
    outcome.ending.as_mut().expect("it was played to its end").kind = EndingKind::Mixed;
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

/// The level of a scenario in these tests.
fn level(id: &str) -> Level {
    match id {
        "let-me-out" => Level::Advanced,
        "a-second-star" => Level::Intermediate,
        _ => Level::Foundation,
    }
}

/// What is told with a library of these scenarios, where 70 is wanted.
fn told(progress: &Progress, library: &[&str]) -> ProgressTold {
    let practises = ["Empathy".to_owned()];
    let library: Vec<Shelved<'_>> =
        library.iter().map(|id| Shelved { id, title: id, practises: &practises, level: level(id) }).collect();
    let mut aims = Aims::default();
    aims.change(AimChange::Compare(["two-hours-in", "second-letter"].map(|id| Some(id.to_owned()))));
    for measure in Measure::ALL {
        aims.change(AimChange::Target(Aimed::Measure(measure), Some(70)));
    }
    let rubric = &shipped()[0].rubric;
    progress.told(ProgressAsked { library: &library, rubric, aims: &aims, today: TODAY })
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
    assert_eq!(told.gaps.len(), 5, "60 is below 70 on each measure, and for the strategy");
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
    let said = [(60, 70), (100, 90), (100, 100), (60, 60), (60, 50), (0, 100)]
        .map(|(before, after)| GainOn::of(Measure::Overall, before, after).told());
    assert_eq!(
        said,
        [
            "60, then 70: 25 % of what was left to gain",
            "100, then 90: no gain can be told, since you began at 100",
            "100, then 100: no gain can be told, since you began at 100",
            "60, then 60: as before",
            "60, then 50: 10 less than before",
            "0, then 100: 100 % of what was left to gain",
        ]
    );
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
    let due = Why::Due { next_time: "ask about the pain".to_owned(), on: date(2026, 11, 20), practised: 0 };
    assert_eq!(why(0), ("second-letter", &due), "its twin, which is fresh");
    assert_eq!(why(1), ("which-way", &Why::Twin { of: "too many pills".to_owned() }));
    assert_eq!(
        why(2),
        ("two-hours-in", &Why::Below { strategy: "Empathy".to_owned(), latest: 65, target: 70 }),
        "played longest ago"
    );
    let due_again = |since: &Progress| {
        told(since, &library).into_iter().find(|next| matches!(next.why, Why::Due { .. })).map(|next| next.why)
    };
    let since = progress(&[resolved.clone(), outcome("second-letter", 10, 50)]);
    assert_eq!(due_again(&since), None, "its twin was played since");
    let since = progress(&[resolved.clone(), outcome("two-hours-in", 9, 50)]);
    let again = Why::Due { next_time: "ask about the pain".to_owned(), on: TODAY, practised: 1 };
    assert_eq!(due_again(&since), Some(again), "it comes back after three weeks");
    assert_eq!(due_again(&progress(&[resolved.clone(), outcome("two-hours-in", 1, 50)])), Some(due), "on the same day");
    let alone = told(&played, &["two-hours-in"]);
    assert_eq!((alone.len(), alone[0].scenario.as_str()), (1, "two-hours-in"), "no twin is at hand");
}

#[test]
fn what_was_stopped_counts_in_nothing_but_in_what_is_to_be_done_next_time() {
    let mut stopped = outcome("two-hours-in", 1, 100);
    stopped.ending = None;
    stopped.notes.next_time = "stay".to_owned();
    let played = progress(&[stopped]);
    let first = told(&played, &["two-hours-in"]);
    assert_eq!((first.attempts, first.stopped, first.scenarios.len(), first.gaps.len()), (0, 1, 0, 0));
    assert_eq!(first.first, "You have not finished a conversation yet.");
    assert_eq!(first.measures[0].1.first, None);
    assert!(!played.resolutions.is_empty());
}

#[test]
fn what_ended_unsafely_comes_before_anything_harder_and_levels_open_one_by_one() {
    let library = ["two-hours-in", "too-many-pills", "a-second-star", "let-me-out"];
    let next = |outcomes: &[Outcome]| {
        let next = told(&progress(outcomes), &library).next;
        next.into_iter().map(|next| (next.scenario, next.why)).collect::<Vec<_>>()
    };
    let mut harmed = outcome("too-many-pills", 2, 90);
    harmed.ending.as_mut().expect("an ending").kind = EndingKind::Unsafe;
    let proposed = next(&[outcome("two-hours-in", 1, 30), harmed.clone()]);
    assert_eq!(proposed[0], ("too-many-pills".to_owned(), Why::Unsafe));
    assert!(proposed.iter().all(|(id, _)| level(id) == Level::Foundation), "{proposed:?}");
    let proposed = next(&[outcome("two-hours-in", 1, 80), outcome("too-many-pills", 2, 30)]);
    let ids: Vec<&str> = proposed.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["a-second-star"], "the next level is within reach, and it has not been played");
    let mut mended = harmed.clone();
    mended.ending.as_mut().expect("an ending").kind = EndingKind::Good;
    mended.ended = outcome("too-many-pills", 5, 0).ended;
    assert!(next(&[harmed, mended]).iter().all(|(_, why)| *why != Why::Unsafe));
}

#[test]
fn first_and_latest_are_said_to_be_alike_only_at_the_same_scenario() {
    let alike = |scenarios: [&str; 2]| {
        told(&progress(&[outcome(scenarios[0], 1, 20), outcome(scenarios[1], 3, 60)]), &[]).alike
    };
    assert!(alike(["two-hours-in", "two-hours-in"]) && !alike(["two-hours-in", "too-many-pills"]));
}

#[test]
fn what_comes_up_later_is_told_with_its_day_the_soonest_first() {
    let wanting = |scenario: &str, by: &str| {
        let mut outcome = outcome(scenario, 20, 50);
        outcome.notes.next_time = format!("wait in {scenario}");
        by.clone_into(&mut outcome.notes.by);
        outcome
    };
    let wanted =
        [wanting("two-hours-in", "24 December"), wanting("which-way", "12 December"), wanting("gone", "Friday")];
    let told = told(&progress(&wanted), &["two-hours-in", "which-way"]);
    let coming: Vec<(&str, Date, usize)> =
        told.coming.iter().map(|one| (one.scenario.as_str(), one.on, one.practised)).collect();
    assert_eq!(coming, [("which-way", date(2026, 12, 12), 0), ("two-hours-in", date(2026, 12, 24), 0)]);
    assert!(told.next.iter().all(|next| !matches!(next.why, Why::Due { .. })), "what is not at hand cannot be played");
}

#[test]
fn months_have_exact_means_with_first_attempts_apart_in_whatever_order_they_come() {
    let at = |day: i64, months: i64, score: u8, first: bool| {
        let mut outcome = outcome("two-hours-in", day, score);
        outcome.first = first;
        outcome.ended = Timestamp::from_second(outcome.ended.as_second() + months * 31 * 24 * 3_600).expect("a time");
        outcome
    };
    let mut outcomes = vec![at(1, 0, 50, true), at(2, 0, 61, false), at(3, 0, 60, false), at(4, 1, 90, false)];
    let forwards = progress(&outcomes);
    outcomes.reverse();
    assert_eq!(progress(&outcomes), forwards);
    let told: Vec<MonthTold> = told(&forwards, &[]).months;
    let [november, december] = &told[..] else { panic!("two months: {told:?}") };
    assert_eq!(
        (november.month.short(), november.first.attempts, november.again.attempts),
        ("Nov 2026".to_owned(), 1, 2)
    );
    assert_eq!((november.first.of(Measure::Overall), november.again.of(Measure::Overall)), (Some(50), Some(61)));
    assert_eq!((december.first.of(Measure::ALL[0]), december.again.of(Measure::ALL[0])), (None, Some(90)));
}

#[test]
fn of_a_hundred_years_the_last_months_are_kept_in_whatever_order_they_come() {
    let one = outcome("two-hours-in", 1, 50);
    let times = (0..1_200).map(|month| {
        let mut outcome = one.clone();
        outcome.ended = Timestamp::from_second(month * 2_629_746 + 14 * 86_400).expect("a time");
        outcome
    });
    let mut outcomes: Vec<Outcome> = times.collect();
    let forwards = progress(&outcomes);
    outcomes.reverse();
    outcomes.rotate_left(300);
    let turned = progress(&outcomes);
    let [forwards, turned] =
        [forwards, turned].map(|progress| (progress.stored().expect("plain data").len(), progress));
    assert_eq!(forwards.1, turned.1);
    assert!(forwards.0 < 20_000, "{} bytes", forwards.0);
    let months = told(&forwards.1, &[]).months;
    assert_eq!((months.len(), months[119].month.short()), (120, "Dec 2069".to_owned()));
}

#[test]
fn behaviours_of_the_first_attempts_stand_beside_those_of_the_latest() {
    let showing = |scenario: &str, day: i64, behaviours: &[&str]| {
        let mut outcome = outcome(scenario, day, 50);
        for decision in &mut outcome.decisions {
            decision.behaviours = behaviours.iter().map(|id| (*id).into()).collect();
        }
        outcome
    };
    let mut outcomes = [
        showing("two-hours-in", 1, &["jargon"]),
        showing("two-hours-in", 2, &["teach_back", "jargon"]),
        showing("two-hours-in", 3, &["validates", "no_such_behaviour"]),
        showing("which-way", 4, &["validates", "jargon"]),
        showing("which-way", 5, &["validates"]),
        showing("second-letter", 6, &["validates", "jargon"]),
    ];
    let forwards = progress(&outcomes);
    outcomes.reverse();
    assert_eq!(progress(&outcomes), forwards);
    let told = told(&forwards, &[]).then_and_now;
    let shown = told.shown.iter().map(|one| (one.behaviour.as_str(), one.good, one.first, one.latest));
    assert_eq!(told.scenarios, 2, "one was played once");
    assert_eq!(shown.collect::<Vec<_>>(), [("validates", true, 1, 2), ("jargon", false, 2, 0)]);
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
    let stored = progress(before).stored().expect("plain data");
    let mut read = Progress::read(&stored).expect("as it was written");
    for outcome in after {
        read.add(outcome);
    }
    assert_eq!(read, progress(&outcomes));
    assert!(stored.len() < 20_000, "{} bytes", stored.len());
    let former = "{\"attempts\":1,\"scenarios\":{},\"behaviours\":{},\"resolutions\":{}}";
    assert_eq!(Progress::read(former), None, "it is of another form");
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
    let mut outcomes = Luck::of(4).cohort(&shipped(), 100);
    outcomes.retain(Outcome::came_to_an_end);
    let mut progress = progress(&outcomes);
    let before = progress.stored().expect("plain data").len();
    for outcome in outcomes.iter().cycle().take(number) {
        progress.add(outcome);
    }
    let after = progress.stored().expect("plain data").len();
    assert!(after < before + 500, "{after} bytes instead of {before}: counts have more digits, and that is all");
    assert_eq!(told(&progress, &["two-hours-in"]).attempts, (outcomes.len() + number) as u64);
}
