use std::cell::RefCell;

use bedside::attempt::Mode;
use bedside::scenario::Scenario;
use bedside::ui::library::LeftAt;
use bedside::ui::prebrief::{Prebrief, PrebriefAction, Setup, show};
use bedside::ui::{Settings, TextSize};

use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, Vec2};
use egui_kittest::kittest::Queryable;

use super::harness::{Screen, every_control_has_a_name, focused, open, open_with, reads, rests};
use super::samples::{kettle, kettle_by_the_clock, shipped};

/// The prebrief of a scenario at which no attempt is kept.
pub(crate) fn prebrief(scenario: &Scenario) -> Prebrief<'_> {
    let setup = Setup::practise(&Settings::default());
    Prebrief { scenario, thumbnail: None, setup, authored: false, groups: true, left: None, asks: false, sent_to: None }
}

#[test]
fn it_tells_who_is_who_what_counts_and_that_it_is_safe_to_fail() {
    let scenario = kettle();
    let mut screen = open(|ui| show(ui, &prebrief(&scenario)));
    for words in [
        "The district nurse.",
        "Ruth Ode, 70 years old (she/her). A retired baker.",
        "You have ten minutes.",
        "Name what she feels",
        "Before you begin: Someone speaks of an illness.",
        "Each score says how much of what could have been done",
        "It is safe to get it wrong.",
        "You can stop at any moment.",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
    assert!(!reads(&screen, "afraid"), "the cue is not given away");
    every_control_has_a_name(&screen);
    rests(&mut screen);
}

#[test]
fn it_begins_by_enter_and_goes_back_by_escape() {
    let scenario = kettle();
    let mut screen = open(|ui| show(ui, &prebrief(&scenario)));
    assert_eq!(focused(&screen).as_deref(), Some("Begin"));
    screen.key_press(Key::Enter);
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[PrebriefAction::Begin, PrebriefAction::Back]);
}

/// Whether all of a button is in the window.
fn is_in_sight(screen: &Screen<'_, PrebriefAction>, name: &str, size: Vec2) -> bool {
    Rect::from_min_size(Pos2::ZERO, size).contains_rect(screen.get_by_role_and_label(Role::Button, name).rect())
}

#[test]
fn what_begins_is_in_sight_and_has_the_focus_at_any_size_of_text() {
    let scenario = shipped();
    for (size, percent) in
        [((1366.0, 768.0), 100), ((1366.0, 768.0), 150), ((1366.0, 768.0), 200), ((640.0, 480.0), 200)]
    {
        let (settings, size) = (Settings { text: TextSize::nearest(percent), ..Settings::default() }, Vec2::from(size));
        let kept = Prebrief { left: Some(LeftAt::Turn(12)), ..prebrief(&scenario) };
        let asks = Prebrief { asks: true, ..kept };
        for (model, names) in [
            (prebrief(&scenario), &["Begin"][..]),
            (kept, &["Resume at turn 12", "Begin anew"]),
            (asks, &["Keep it", "Discard it and begin"]),
        ] {
            let mut screen = open_with(settings, size, |ui| show(ui, &model));
            assert_eq!(focused(&screen).as_deref(), Some(names[0]), "{size} at {percent} %");
            screen.key_press(Key::PageDown);
            screen.run();
            for name in names {
                assert!(is_in_sight(&screen, name, size), "{name}, {size} at {percent} %");
            }
        }
    }
}

#[test]
fn an_attempt_that_is_kept_is_resumed_or_discarded_only_when_asked() {
    let scenario = kettle();
    let model = RefCell::new(Prebrief { left: Some(LeftAt::Turn(5)), ..prebrief(&scenario) });
    let mut screen = open(|ui| {
        let action = show(ui, &model.borrow());
        match action {
            Some(PrebriefAction::Ask) => model.borrow_mut().asks = true,
            Some(PrebriefAction::Keep) => model.borrow_mut().asks = false,
            _ => {}
        }
        action
    });
    assert_eq!(focused(&screen).as_deref(), Some("Resume at turn 5"));
    screen.key_press(Key::Enter);
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Begin anew").click_accesskit();
    screen.run();
    assert!(reads(&screen, "Beginning anew discards it"));
    assert_eq!(focused(&screen).as_deref(), Some("Keep it"), "nothing is lost by pressing on");
    screen.key_press(Key::Escape);
    screen.run();
    assert!(!reads(&screen, "Beginning anew discards it"), "Escape leaves the question");
    screen.get_by_role_and_label(Role::Button, "Begin anew").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Discard it and begin").click_accesskit();
    screen.run();
    let (ask, keep) = (PrebriefAction::Ask, PrebriefAction::Keep);
    assert_eq!(screen.state(), &[PrebriefAction::Resume, ask, keep, ask, PrebriefAction::Begin]);
    every_control_has_a_name(&screen);
    rests(&mut screen);
}

#[test]
fn practise_or_assess_own_words_and_timers_can_be_chosen() {
    let scenario = kettle();
    let mut screen = open(|ui| show(ui, &prebrief(&scenario)));
    screen.get_by_role_and_label(Role::RadioButton, "Assess").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::CheckBox, "Own words first").click_accesskit();
    screen.run();
    let setup = Setup::practise(&Settings::default());
    let assess = Setup { mode: Mode::Assess, ..setup };
    let words = Setup { own_words: true, ..setup };
    assert_eq!(screen.state(), &[PrebriefAction::Setup(assess), PrebriefAction::Setup(words)]);
}

#[test]
fn an_author_can_see_it_as_its_author() {
    let scenario = kettle();
    let mut screen = open(|ui| show(ui, &Prebrief { authored: true, ..prebrief(&scenario) }));
    screen.get_by_role_and_label(Role::Button, "Author\u{2019}s view").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[PrebriefAction::Author]);
}

#[test]
fn what_runs_by_the_clock_is_said_to_with_the_time_at_which_it_begins() {
    let (timed, timeless) = (kettle_by_the_clock(), kettle());
    assert!(reads(&open(|ui| show(ui, &prebrief(&timed))), "begins at 15:58"));
    assert!(!reads(&open(|ui| show(ui, &prebrief(&timeless))), "by the clock"));
}
