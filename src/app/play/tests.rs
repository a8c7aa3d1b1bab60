//! The attempt under way, without a window.

use std::collections::BTreeMap;

use super::timer::MORE_TIME;
use super::*;
use crate::attempt::Mode;
use crate::library::Library;
use crate::records::{AttemptId, Timestamp};
use crate::ui::Settings;
use crate::ui::conversation::{AuthorAccess, Pace, TimeLeft};
use crate::ui::library::Played;

pub(in crate::app) const SETUP: Setup = Setup { mode: Mode::Practise, own_words: false, timers: false };

pub(in crate::app) const IDENTITY: Identity =
    Identity { id: AttemptId::of([5; 16]), began: Timestamp::UNIX_EPOCH, ended: None };

/// Somebody who has the options before their eyes.
const ATTENTIVE: Attention = Attention { options_seen: true, here: true };

/// A scenario of full size, with a timer, that does not change with what ships.
pub(in crate::app) fn scenario() -> Arc<Scenario> {
    version(&[])
}

pub(super) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(super) fn saved(play: &Play) -> SavedAttempt {
    play.saved().expect("it is an attempt")
}

/// An attempt in which the first option was taken `turns` times.
pub(in crate::app) fn played(turns: u64, setup: Setup) -> Play {
    let mut play = Play::begin(scenario(), 7, setup, IDENTITY, seconds(10));
    for turn in 1..=turns {
        let first = play.session.current_scene().offer[0];
        play.choose(first, seconds(10 + turn));
    }
    play
}

#[test]
fn an_option_that_is_not_on_offer_changes_nothing() {
    let mut play = played(1, SETUP);
    let before = saved(&play);
    let taken = play.met[0].offer[0];
    play.choose(taken, seconds(60));
    assert_eq!(saved(&play), before);
}

#[test]
fn only_the_first_time_through_counts_as_played() {
    let before = Played::default();
    assert_eq!(played(0, SETUP).played(before), None, "it never began");
    let mut play = played(3, SETUP);
    let once = play.played(before).expect("it was played");
    assert_eq!((once.times, once.last), (1, once.best));
    play.rewind_to(1);
    assert_eq!(play.played(once), None, "a second try");
}

#[test]
fn rewinding_begins_a_branch_and_keeps_the_first_pass() {
    let mut play = played(3, SETUP);
    let first = play.transcript().clone();
    play.rewind_to(1);
    assert_eq!((play.turn(), play.again_from()), (1, Some(1)));
    let other = play.session.current_scene().offer[1];
    play.choose(other, seconds(90));
    assert_eq!(play.attempt.first, first);
    assert_eq!(play.attempt.latest(), play.transcript());
    assert_eq!(play.met.len(), play.turn() + 1);
}

/// Plays until a timer runs.
pub(in crate::app) fn timed() -> Play {
    for seed in 0..200 {
        let mut play = Play::begin(scenario(), seed, Setup { timers: true, ..SETUP }, IDENTITY, seconds(0));
        while !play.session.is_over() && !play.is_timed() {
            let first = play.session.current_scene().offer[0];
            play.choose(first, seconds(1));
        }
        if play.is_timed() {
            return play;
        }
    }
    panic!("no road came to the timer");
}

#[test]
fn a_timer_counts_down_can_be_held_and_lengthened_and_then_chooses() {
    let mut play = timed();
    let left = |play: &Play| play.conversation(Settings::default(), false).time.map(|time| time.left);
    let whole = left(&play).expect("a timer");
    let pass = |play: &mut Play, by, now| play.advance_timer(seconds(by), seconds(now), ATTENTIVE);
    pass(&mut play, 2, 1);
    pass(&mut play, 2, 3);
    assert_eq!(left(&play), Some(whole - 2));
    play.view.overlay = crate::ui::conversation::Overlay::Transcript;
    assert_eq!(pass(&mut play, 2, 5), TimerState::Paused);
    assert_eq!(left(&play), Some(whole - 2));
    play.view = View::default();
    play.more_time();
    assert_eq!(left(&play), Some(whole - 2 + MORE_TIME));
    let turn = play.turn();
    pass(&mut play, 1, 6);
    pass(&mut play, 600, 605);
    assert_eq!(play.turn(), turn + 1);
    assert!(play.transcript().turns[turn].late);
}

/// A version of the scenario: its text with each of these replaced.
pub(in crate::app) fn version(changes: &[(&str, &str)]) -> Arc<Scenario> {
    let library = Library::open(&[]);
    let rubric = library.rubric.expect("the rubric ships");
    let mut text = include_str!("../../../tests/scenarios/corridors/two-hours-in.ron").to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let reading =
        crate::scenario::read(crate::source::Source::new("two-hours-in.ron", text), &rubric, crate::rules::rules());
    Arc::new(reading.scenario.expect("it can be played"))
}

/// The ids of the choices taken.
fn road(play: &Play) -> Vec<&str> {
    play.transcript().turns.iter().map(|turn| turn.choice.as_str()).collect()
}

/// A version of the scenario in which the choice taken at a turn has another id.
fn without(play: &Play, turn: usize) -> Arc<Scenario> {
    let choice = &play.transcript().turns[turn].choice;
    version(&[(&format!("\"{choice}\""), "\"renamed-since\"")])
}

#[test]
fn a_new_version_is_in_play_at_the_same_point_with_all_that_was_open_and_typed() {
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.typed = "I hear you".to_owned();
    play.view.hint = true;
    let before = (road(&play).join(" "), play.session.scene().id.clone());
    let now = version(&[("title: \"Two hours in\"", "title: \"Three hours in\"")]);
    assert_eq!(play.reload(now), Reloaded::SamePoint);
    assert_eq!((road(&play).join(" "), play.session.scene().id.clone()), before);
    assert_eq!(play.session.scenario().title, "Three hours in");
    assert_eq!((play.typed.as_str(), play.view.hint), ("I hear you", true));
    assert_eq!(play.met.len(), play.turn() + 1);
    assert_eq!(saved(&play).title, "Three hours in");
}

#[test]
fn a_road_that_stops_fitting_goes_back_to_where_it_fits_and_says_so() {
    let mut play = played(4, SETUP);
    play.attempt.own_words = BTreeMap::from([(1, "one".to_owned()), (3, "three".to_owned())]);
    let whole = play.transcript().clone();
    let reloaded = play.reload(without(&play, 2));
    assert!(matches!(reloaded, Reloaded::StoppedFitting { turn: 2, .. }), "{reloaded:?}");
    let told = reloaded.message(play.transcript());
    let expected =
        format!("The road stopped fitting at turn 3: \u{201c}{}\u{201d} is not on offer", whole.turns[2].choice);
    assert!(told.starts_with(&expected), "{told}");
    assert_eq!((play.turn(), play.attempt.latest()), (2, play.transcript()));
    assert_eq!(play.attempt.set_aside[0].transcript, whole);
    assert_eq!(play.attempt.set_aside[0].own_words.len(), 2);
}

#[test]
fn a_road_that_fits_again_is_continued_with_its_own_words() {
    let mut play = played(4, SETUP);
    play.attempt.own_words = BTreeMap::from([(3, "three".to_owned())]);
    let whole = road(&play).join(" ");
    play.reload(without(&play, 2));
    assert_eq!(play.reload(version(&[])), Reloaded::Further { turn: 4 });
    assert_eq!(road(&play).join(" "), whole);
    assert_eq!(play.own_words().get(&3).map(String::as_str), Some("three"));
    assert!(play.attempt.set_aside.is_empty());
}

/// The version in play, without the choice that was taken at turn 2 before, with another title.
fn without_again(play: &Play) -> Arc<Scenario> {
    let taken = &play.attempt.set_aside[0].transcript.turns[2].choice;
    let renamed = (format!("\"{taken}\""), "\"renamed-since\"");
    version(&[(&renamed.0, renamed.1), ("title: \"Two hours in\"", "title: \"Again\"")])
}

#[test]
fn a_road_that_was_gone_on_with_otherwise_stays_and_the_old_one_is_kept() {
    let mut play = played(4, SETUP);
    play.reload(without(&play, 2));
    let other = play.session.current_scene().offer[0];
    play.choose(other, seconds(60));
    let now = road(&play).join(" ");
    let scenario = without_again(&play);
    assert_eq!(play.reload(scenario), Reloaded::SamePoint);
    assert_eq!(road(&play).join(" "), now);
    assert_eq!(play.attempt.set_aside.len(), 1);
}

#[test]
fn what_was_cut_short_is_kept_over_a_restart_and_continued_when_it_fits_again() {
    let mut play = played(4, SETUP);
    let whole = road(&play).join(" ");
    play.reload(without(&play, 2));
    let text = serde_json::to_string(&saved(&play)).expect("plain data");
    let saved: SavedAttempt = serde_json::from_str(&text).expect("what was written");
    let (again, told) = Play::resume(version(&[]), saved, seconds(500));
    assert_eq!(road(&again).join(" "), whole);
    assert!(told.is_some_and(|told| told.contains("fits again")));
}

#[test]
fn a_debrief_is_not_disturbed_and_playing_on_from_it_is_of_the_new_version() {
    let mut play = played(3, SETUP);
    play.phase = Phase::Debriefing;
    let before = play.transcript().clone();
    let now = version(&[("title: \"Two hours in\"", "title: \"Three hours in\"")]);
    assert_eq!(play.reload(now.clone()), Reloaded::Unaffected);
    assert_eq!((play.transcript(), play.session.scenario().title.as_str()), (&before, "Two hours in"));
    assert!(play.has_version(&now), "it is not read twice");
    play.rewind_to(1);
    assert_eq!((play.turn(), play.session.scenario().title.as_str()), (1, "Three hours in"));
}

#[test]
fn a_timer_goes_on_with_the_time_that_was_left() {
    let mut play = timed();
    for _ in 0..2 {
        play.advance_timer(seconds(3), seconds(3), ATTENTIVE);
    }
    let time = |play: &Play| play.conversation(Settings::default(), false).time.expect("a timer");
    let before = time(&play);
    play.reload(version(&[("title: \"Two hours in\"", "title: \"Three hours in\"")]));
    let waits = TimeLeft { pace: Pace::Waiting, ..before };
    assert_eq!((time(&play), before.pace), (waits, Pace::Running));
    play.advance_timer(seconds(3), seconds(3), Attention { options_seen: false, ..ATTENTIVE });
    assert_eq!(time(&play), before, "it goes on though the options were not seen anew");
}

#[test]
fn a_rehearsal_is_played_taken_back_and_reloaded_from_where_it_began() {
    let scenario = version(&[]);
    let start = scenario.start;
    let mut opening = Opening::of(&scenario, start);
    opening.feelings.agitation = 90;
    let mut play = Play::rehearse(scenario, 7, opening, SETUP, seconds(0));
    assert_eq!(play.conversation(Settings::default(), true).author_access, AuthorAccess::Rehearsal);
    for turn in 1..=2 {
        let first = play.session.current_scene().offer[0];
        play.choose(first, seconds(turn));
    }
    play.rewind_to(1);
    assert_eq!((play.turn(), play.met.len(), play.attempt.later.len()), (1, 2, 0));
    assert_eq!(play.transcript().start.feelings.agitation, 90);
    let now = version(&[("title: \"Two hours in\"", "title: \"Three hours in\"")]);
    assert_eq!(play.reload(now), Reloaded::SamePoint);
    assert_eq!((play.turn(), play.transcript().start.feelings.agitation), (1, 90));
}
