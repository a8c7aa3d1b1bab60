//! What of an attempt is saved, and how it is resumed.

use super::tests::{SETUP, played, saved, scenario, seconds};
use super::*;
use crate::attempt::Notes;
use crate::ui::Settings;
use crate::ui::conversation::OwnWords;

#[test]
fn a_saved_attempt_is_resumed_where_it_was() {
    let mut play = played(3, Setup { own_words: true, ..SETUP });
    play.typed = "I would sit down.".to_owned();
    play.finish_words();
    let text = serde_json::to_string(&saved(&play)).expect("plain data");
    let saved: SavedAttempt = serde_json::from_str(&text).expect("what was written");
    let (again, problem) = Play::resume(scenario(), saved, seconds(500));
    assert_eq!(problem, None);
    assert_eq!(again.transcript(), play.transcript());
    assert_eq!(again.session.current_scene(), play.session.current_scene());
    assert_eq!(again.own_words(), play.own_words());
}

#[test]
fn half_typed_words_are_resumed_too() {
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.typed = "I would".to_owned();
    play.draft = ReflectionDraft { feeling: "tense".to_owned(), clarity: Some(40), ..ReflectionDraft::default() };
    play.attempt.notes = Notes { next_time: "ask first".to_owned(), ..Notes::default() };
    let text = serde_json::to_string(&saved(&play)).expect("plain data");
    let saved: SavedAttempt = serde_json::from_str(&text).expect("what was written");
    let (again, problem) = Play::resume(scenario(), saved, seconds(500));
    assert_eq!(problem, None);
    assert_eq!((&again.typed, again.words_done), (&play.typed, false));
    assert_eq!((&again.draft, &again.attempt.notes), (&play.draft, &play.attempt.notes));
}

#[test]
fn skipped_words_stay_skipped_when_the_attempt_is_resumed() {
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.type_words("I would".to_owned());
    play.skip_words();
    let (again, _) = Play::resume(scenario(), saved(&play), seconds(500));
    assert_eq!(again.conversation(Settings::default(), false).own_words, OwnWords::Done(""));
    // An earlier Bedside saved the words alone.
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.type_words("I would".to_owned());
    play.finish_words();
    let mut saved_earlier = serde_json::to_value(saved(&play)).expect("plain data");
    saved_earlier.as_object_mut().expect("fields").remove("words_done").expect("it is saved");
    let (again, _) = Play::resume(scenario(), serde_json::from_value(saved_earlier).expect("it is read"), seconds(500));
    assert_eq!(again.conversation(Settings::default(), false).own_words, OwnWords::Done("I would"));
}

#[test]
fn an_empty_end_of_own_words_is_left_out() {
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.type_words("  Sit down.\n\nWait.\n \n".to_owned());
    play.finish_words();
    let model = play.conversation(Settings::default(), false);
    assert_eq!(model.own_words, OwnWords::Done("Sit down.\n\nWait."));
    assert_eq!(play.own_words().get(&2).map(String::as_str), Some("Sit down.\n\nWait."));
    let mut play = played(2, Setup { own_words: true, ..SETUP });
    play.type_words(" \n".to_owned());
    play.finish_words();
    assert_eq!(play.own_words().get(&2), None);
}

#[test]
fn an_attempt_saved_by_an_earlier_bedside_is_resumed() {
    let mut saved_earlier = serde_json::to_value(saved(&played(1, SETUP))).expect("plain data");
    saved_earlier.as_object_mut().expect("fields").remove("draft").expect("a draft");
    let saved: SavedAttempt = serde_json::from_value(saved_earlier).expect("what an earlier one wrote");
    assert_eq!((saved.draft, saved.typed), (ReflectionDraft::default(), String::new()));
}

#[test]
fn a_scenario_that_changed_since_keeps_what_still_fits() {
    let mut saved = saved(&played(3, SETUP));
    saved.attempt.first.turns[2].choice = "no-longer-there".into();
    saved.phase = Phase::Debriefing;
    let (again, problem) = Play::resume(scenario(), saved, seconds(0));
    assert_eq!((again.turn(), again.phase), (2, Phase::Talking));
    assert!(problem.is_some_and(|told| told.contains("changed")));
}
