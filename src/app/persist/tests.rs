//! What is saved without a request. Most tests leave the app running and read the folder as it would be after a kill.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use bevy::state::app::StatesPlugin;

use super::*;
use crate::app::choice_timer::OptionsSeen;
use crate::app::flow::{self, Screen};
use crate::app::kept_attempts::KeptAttempts;
use crate::app::kept_attempts::tests::attempt_at;
use crate::app::play::tests::{SETUP, played, scenario, timed, version};
use crate::app::saved_state::SavedState;
use crate::app::store::tests::{asleep, location};
use crate::app::waker::Waker;
use crate::app::{choice_timer, notice};
use crate::attempt::Notes;
use crate::records::database::{Database, FILE};
use crate::records::saved_attempt::{Phase, SavedAttempt};
use crate::records::{Timestamp, WhoPlays};
use crate::session::Opening;
use crate::ui::{Reading, Settings};

const DEADLINE: Duration = Duration::from_secs(20);

/// Whoever plays in these tests.
fn me() -> WhoPlays {
    WhoPlays::Known(location(None).0.profile)
}

/// An app without a window, with the systems that saving needs, on the conversation's screen; and the folder that it
/// saves in.
fn app(name: &str) -> (App, PathBuf) {
    let folder = env::temp_dir().join(format!("bedside-persist-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    let location = location(Some(&folder));
    let made = Database::open(&folder).expect("it is made").database;
    made.add_profile(&location.profile).expect("kept");
    let mut app = App::new();
    app.add_plugins((MinimalPlugins, StatesPlugin, flow::plugin, choice_timer::plugin, notice::plugin, plugin));
    app.init_resource::<Waker>().init_resource::<AppData>().init_resource::<Preferences>().init_resource::<LastSaved>();
    app.insert_resource(asleep(location.clone())).insert_resource(location).insert_resource(ThisPlayer(None));
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Conversation);
    app.update();
    (app, folder)
}

/// Reads what would be kept if the app were killed now.
fn after_a_kill(folder: &Path) -> SavedState {
    SavedState::read(folder, &me())
}

/// Reads the saved state again and again until `look` accepts it, and returns what `look` found.
#[allow(clippy::disallowed_methods, reason = "a deadline is a matter of time")]
fn until<T>(folder: &Path, what: &str, look: impl Fn(SavedState) -> Option<T>) -> T {
    let end = Instant::now() + DEADLINE;
    while Instant::now() < end {
        if let Some(found) = look(after_a_kill(folder)) {
            return found;
        }
        thread::yield_now();
    }
    panic!("waited for {what} in {}", folder.display());
}

/// Waits until this attempt is saved.
fn comes_to_be_saved(folder: &Path, wanted: &SavedAttempt) {
    until(folder, "the attempt", |state| (state.attempts.of(wanted.scenario()) == Some(wanted)).then_some(()));
}

/// Something, if no attempt is saved.
fn is_empty(state: SavedState) -> Option<()> {
    (state.attempts == KeptAttempts::default()).then_some(())
}

fn change(app: &mut App, change: impl FnOnce(&mut Play)) -> SavedAttempt {
    let mut play = app.world_mut().resource_mut::<Play>();
    change(&mut play);
    let saved = play.saved().expect("it is an attempt");
    app.update();
    saved
}

#[test]
fn the_text_is_kept_anew_where_another_version_has_come_into_play() {
    let mut play = played(2, SETUP);
    let before = play.saved().expect("it is an attempt");
    play.choose(play.session().current_scene().offer[0], Duration::from_mins(1));
    let same = play.saved().expect("it is an attempt");
    play.reload(version(&[("Two hours in", "Three hours in")]));
    let other = play.saved().expect("it is an attempt");
    assert_eq!((has_another_text(&before, &same), has_another_text(&same, &other)), (false, true));
}

#[test]
fn a_choice_that_a_timer_takes_survives_a_kill_right_after_it() {
    let (mut app, folder) = app("timer");
    let play = timed();
    let turn = play.turn();
    app.world_mut().resource_mut::<OptionsSeen>().0 = Some(play.scene_number());
    app.insert_resource(play);
    app.update();
    while app.world().resource::<Play>().turn() == turn {
        app.world_mut().resource_mut::<Waker>().step = Duration::from_secs(1);
        app.update();
    }
    let taken = app.world().resource::<Play>().transcript().clone();
    assert!(taken.turns[turn].late);
    let chosen = |state: SavedState| {
        let saved = state.attempts.of(&taken.scenario)?;
        (saved.attempt.first == taken).then(|| saved.clone())
    };
    let saved = until(&folder, "the choice", chosen);
    let (again, problem) = Play::resume(scenario(), saved, Duration::ZERO);
    assert_eq!((again.turn(), problem), (turn + 1, None));
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn whatever_changes_an_attempt_is_saved() {
    let (mut app, folder) = app("changes");
    app.insert_resource(played(2, SETUP));
    app.update();
    let changes: [fn(&mut Play); 6] = [
        |play| play.type_words("I would".to_owned()),
        |play| {
            let first = play.session().current_scene().offer[0];
            play.choose(first, Duration::from_mins(1));
        },
        |play| play.rewind_to(1),
        |play| play.end_conversation(Timestamp::UNIX_EPOCH),
        Play::skip_reflection,
        |play| play.write_notes(Notes { next_time: "Ask".to_owned(), ..Notes::default() }),
    ];
    for step in changes {
        let wanted = change(&mut app, step);
        comes_to_be_saved(&folder, &wanted);
    }
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn what_does_not_change_it_is_not_saved_again() {
    let (mut app, folder) = app("nothing");
    app.insert_resource(timed());
    app.update();
    let wanted = app.world().resource::<Play>().saved().expect("an attempt");
    comes_to_be_saved(&folder, &wanted);
    let database = Database::open(&folder).expect("it is there").database;
    database.discard_attempt(wanted.identity.id).expect("it was saved");
    change(&mut app, |play| play.set_view(crate::ui::conversation::View { hint: true, ..Default::default() }));
    app.world_mut().resource_mut::<Waker>().step = Duration::from_secs(1);
    app.update();
    // Closing the app waits until everything is saved.
    drop(app);
    assert!(is_empty(after_a_kill(&folder)).is_some(), "time that passes and what is open are not saved");
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn an_attempt_that_is_left_stays_saved_and_one_that_is_discarded_does_not() {
    let (mut app, folder) = app("left");
    app.insert_resource(played(2, SETUP));
    app.update();
    // A timer may take a choice in the frame in which the attempt is left.
    let last = played(3, SETUP).saved();
    app.world_mut().remove_resource::<Play>();
    let last = last.expect("an attempt");
    app.world_mut().resource_mut::<AppData>().kept.keep(last.clone());
    app.update();
    comes_to_be_saved(&folder, &last);
    app.world_mut().resource_mut::<AppData>().kept.take(last.scenario());
    app.update();
    until(&folder, "nothing", is_empty);
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn an_attempt_that_is_over_goes_with_its_debrief() {
    let (mut app, folder) = app("over");
    app.insert_resource(played(2, SETUP));
    app.update();
    comes_to_be_saved(&folder, &app.world().resource::<Play>().saved().expect("an attempt"));
    app.world_mut().remove_resource::<Play>();
    app.update();
    until(&folder, "nothing", is_empty);
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn a_rehearsal_is_not_saved_and_takes_nothing_away_from_the_attempt_that_waits() {
    let (mut app, folder) = app("rehearsal");
    let attempt = played(2, SETUP);
    let saved = attempt.saved().expect("an attempt");
    app.insert_resource(attempt.clone());
    app.update();
    comes_to_be_saved(&folder, &saved);
    let scenario = scenario();
    let opening = Opening::of(&scenario, scenario.start);
    let rehearsal = Play::rehearse(Arc::clone(&scenario), 7, opening, SETUP, Duration::ZERO);
    let mut author_view = AuthorView::open(&scenario.id, Screen::Conversation);
    author_view.suspend(Some(attempt));
    app.insert_resource(author_view).insert_resource(rehearsal);
    app.update();
    let mut play = app.world_mut().resource_mut::<Play>();
    let first = play.session().current_scene().offer[0];
    play.choose(first, Duration::ZERO);
    app.update();
    drop(app);
    assert_eq!(SavedState::read(&folder, &me()).attempts, [saved].into_iter().collect());
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn settings_are_saved_too() {
    let (mut app, folder) = app("settings");
    let settings = Settings { timers: true, ..Settings::default() };
    app.world_mut().resource_mut::<Preferences>().0 = settings;
    app.update();
    until(&folder, "the settings", |state| (state.settings(Reading::default()) == settings).then_some(()));
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn an_attempt_that_is_over_is_not_offered_again_and_what_it_came_to_is_kept() {
    let (mut app, folder) = app("outcome");
    app.insert_resource(played(3, SETUP));
    app.update();
    change(&mut app, |play| {
        play.end_conversation(Timestamp::UNIX_EPOCH);
        play.skip_reflection();
    });
    let wanted = change(&mut app, |play| play.write_notes(Notes { next_time: "Ask".to_owned(), ..Notes::default() }));
    app.world_mut().remove_resource::<Play>();
    app.update();
    drop(app);
    let state = after_a_kill(&folder);
    assert_eq!(state.attempts, KeptAttempts::default());
    assert_eq!(state.played[wanted.scenario()].times, 1);
    let mut outcomes = Vec::new();
    let database = Database::open(&folder).expect("it is there").database;
    assert_eq!(database.outcomes(None, |outcome| outcomes.push(outcome)).expect("read"), 0);
    let [outcome] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert_eq!((outcome.attempt, outcome.notes.next_time.as_str(), outcome.first), (wanted.identity.id, "Ask", true));
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn what_was_deleted_does_not_come_back_and_what_is_under_way_does_when_it_changes() {
    let (mut app, folder) = app("deleted");
    let over = SavedAttempt { phase: Phase::Debriefing, ..attempt_at("over") };
    app.world_mut().resource_mut::<AppData>().kept.keep(over.clone());
    app.insert_resource(played(1, SETUP));
    app.update();
    comes_to_be_saved(&folder, &over);
    app.world_mut().resource::<Store>().forget_all();
    app.world_mut().resource_mut::<LastSaved>().forget();
    app.world_mut().resource_mut::<AppData>().kept.clear();
    app.update();
    app.world_mut().resource::<Store>().wait(DEADLINE);
    let database = rusqlite::Connection::open(folder.join(FILE)).expect("it is there");
    let attempts = || database.query_row("SELECT count(*) FROM attempts", [], |row| row.get(0));
    assert_eq!(attempts(), Ok(0));
    let under_way = change(&mut app, |play| play.type_words("I would".to_owned()));
    comes_to_be_saved(&folder, &under_way);
    assert_eq!(attempts(), Ok(1));
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn an_attempt_at_another_scenario_leaves_those_that_are_kept() {
    let (mut app, folder) = app("another");
    let kept = ["first", "second"].map(attempt_at);
    for saved in &kept {
        app.world_mut().resource_mut::<AppData>().kept.keep(saved.clone());
    }
    app.update();
    app.insert_resource(played(1, SETUP));
    let under_way = change(&mut app, |play| play.type_words("I would".to_owned()));
    for saved in kept.iter().chain([&under_way]) {
        comes_to_be_saved(&folder, saved);
    }
    // It is over: it goes, and the others stay.
    app.world_mut().remove_resource::<Play>();
    app.update();
    until(&folder, "the others", |state| (state.attempts.iter().count() == 2).then_some(()));
    assert!(after_a_kill(&folder).attempts.of(under_way.scenario()).is_none());
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn what_one_attempt_does_writes_no_other_anew() {
    let (mut app, folder) = app("one");
    let other = attempt_at("first");
    app.world_mut().resource_mut::<AppData>().kept.keep(other.clone());
    app.insert_resource(played(1, SETUP));
    app.update();
    comes_to_be_saved(&folder, &other);
    let database = Database::open(&folder).expect("it is there").database;
    database.discard_attempt(other.identity.id).expect("it was saved");
    let under_way = change(&mut app, |play| play.type_words("I would".to_owned()));
    comes_to_be_saved(&folder, &under_way);
    drop(app);
    assert!(after_a_kill(&folder).attempts.of("first").is_none(), "it has not changed");
    fs::remove_dir_all(folder).expect("it is ours");
}
