//! The attempt under way, without a window.

use super::*;
use crate::attempt::Mode;
use crate::library::Library;

const SETUP: Setup = Setup { mode: Mode::Practise, own_words: false, timers: false };

fn scenario(id: &str) -> Arc<Scenario> {
    let library = Library::open(&[]);
    Arc::clone(&library.find(id).expect("it is built in").scenario)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A conversation in which the first option was taken so many times.
fn played(turns: u64, setup: Setup) -> Play {
    let mut play = Play::begin(scenario("two-hours-in"), 7, setup, seconds(10));
    for turn in 1..=turns {
        let first = play.session.on_stage().offer[0];
        play.choose(first, false, seconds(10 + turn));
    }
    play
}

#[test]
fn a_kept_attempt_is_taken_up_where_it_was() {
    let mut play = played(3, Setup { own_words: true, ..SETUP });
    play.typed = "I would sit down.".to_owned();
    play.keep_words();
    let text = serde_json::to_string(&play.saved()).expect("plain data");
    let saved: Saved = serde_json::from_str(&text).expect("what was written");
    let (again, trouble) = Play::resume(scenario("two-hours-in"), saved, seconds(500));
    assert_eq!(trouble, None);
    assert_eq!(again.transcript(), play.transcript());
    assert_eq!(again.session.on_stage(), play.session.on_stage());
    assert_eq!(again.own_words(), play.own_words());
}

#[test]
fn a_scenario_that_changed_since_keeps_what_still_fits() {
    let mut saved = played(3, SETUP).saved();
    saved.attempt.first.turns[2].choice = "no-longer-there".to_owned();
    saved.phase = Phase::Debriefing;
    let (again, trouble) = Play::resume(scenario("two-hours-in"), saved, seconds(0));
    assert_eq!((again.turn(), again.phase), (2, Phase::Talking));
    assert!(trouble.is_some_and(|told| told.contains("changed")));
}

#[test]
fn an_option_that_is_not_on_offer_changes_nothing() {
    let mut play = played(1, SETUP);
    let before = play.saved();
    let taken = play.met[0].offer[0];
    play.choose(taken, false, seconds(60));
    assert_eq!(play.saved(), before);
}

#[test]
fn rewinding_begins_a_branch_and_keeps_the_first_pass() {
    let mut play = played(3, SETUP);
    let first = play.transcript().clone();
    play.rewind_to(1);
    assert_eq!((play.turn(), play.again_from()), (1, Some(1)));
    let other = play.session.on_stage().offer[1];
    play.choose(other, false, seconds(90));
    assert_eq!(play.attempt.first, first);
    assert_eq!(play.attempt.latest(), play.transcript());
    assert_eq!(play.met.len(), play.turn() + 1);
}

/// Plays until a timer runs.
fn timed() -> Play {
    for seed in 0..200 {
        let mut play = Play::begin(scenario("two-hours-in"), seed, Setup { timers: true, ..SETUP }, seconds(0));
        while !play.session.is_over() && !play.is_timed() {
            let first = play.session.on_stage().offer[0];
            play.choose(first, false, seconds(1));
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
    let left = |play: &Play| play.conversation(false, false).time.map(|time| time.left);
    let whole = left(&play).expect("a timer");
    play.pass(seconds(2), seconds(3));
    assert_eq!(left(&play), Some(whole - 2));
    play.view.over = crate::ui::conversation::Over::Transcript;
    assert_eq!(play.pass(seconds(2), seconds(5)), None);
    assert_eq!(left(&play), Some(whole - 2));
    play.view = View::default();
    play.more_time();
    assert_eq!(left(&play), Some(whole - 2 + MORE_TIME));
    let turn = play.turn();
    play.pass(seconds(600), seconds(605));
    assert_eq!(play.turn(), turn + 1);
    assert!(play.transcript().turns[turn].late);
}
