use bedside::attempt::Mode;
use bedside::ui::prebrief::{Prebrief, PrebriefAction, Setup, show};
use bedside::ui::{Settings, TextSize};

use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, open_with, reads, rests};
use super::samples::kettle;

#[test]
fn it_tells_who_is_who_what_counts_and_that_it_is_safe_to_fail() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, thumbnail: None, setup, authored: false }));
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
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, thumbnail: None, setup, authored: false }));
    assert_eq!(focused(&screen).as_deref(), Some("Begin"));
    screen.key_press(Key::Enter);
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[PrebriefAction::Begin, PrebriefAction::Back]);
}

#[test]
fn where_the_beginning_has_to_be_scrolled_to_reading_begins_at_the_title() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let large = Settings { text: TextSize::nearest(200), ..Settings::default() };
    let model = Prebrief { scenario: &scenario, thumbnail: None, setup, authored: false };
    let mut screen = open_with(large, Vec2::new(1024.0, 640.0), |ui| show(ui, &model));
    assert_eq!(focused(&screen).as_deref(), Some(scenario.title.as_str()));
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[], "nobody presses what they do not see");
}

#[test]
fn practise_or_assess_own_words_and_timers_can_be_chosen() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, thumbnail: None, setup, authored: false }));
    screen.get_by_role_and_label(Role::RadioButton, "Assess").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::CheckBox, "Own words first").click_accesskit();
    screen.run();
    let assess = Setup { mode: Mode::Assess, ..setup };
    let words = Setup { own_words: true, ..setup };
    assert_eq!(screen.state(), &[PrebriefAction::Setup(assess), PrebriefAction::Setup(words)]);
}

#[test]
fn an_author_can_see_it_as_its_author() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, thumbnail: None, setup, authored: true }));
    screen.get_by_role_and_label(Role::Button, "Author\u{2019}s view").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[PrebriefAction::Author]);
}
