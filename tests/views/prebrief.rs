//! The prebrief, and the report of files that could not be loaded.

use bedside::attempt::Mode;
use bedside::ui::Settings;
use bedside::ui::prebrief::{Prebrief, PrebriefAction, Setup, show};
use bedside::ui::problems::{self, ProblemFile, Problems, ProblemsAction};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, reads, rests};
use super::samples::kettle;

#[test]
fn it_tells_who_is_who_what_counts_and_that_it_is_safe_to_fail() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, setup }));
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
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, setup }));
    assert_eq!(focused(&screen).as_deref(), Some("Begin"));
    screen.key_press(Key::Enter);
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[PrebriefAction::Begin, PrebriefAction::Back]);
}

#[test]
fn practise_or_assess_own_words_and_timers_can_be_chosen() {
    let scenario = kettle();
    let setup = Setup::practise(&Settings::default());
    let mut screen = open(|ui| show(ui, &Prebrief { scenario: &scenario, setup }));
    screen.get_by_role_and_label(Role::RadioButton, "Assess").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::CheckBox, "Own words first").click_accesskit();
    screen.run();
    let assess = Setup { mode: Mode::Assess, ..setup };
    let words = Setup { own_words: true, ..setup };
    assert_eq!(screen.state(), &[PrebriefAction::Setup(assess), PrebriefAction::Setup(words)]);
}

#[test]
fn a_report_stands_as_it_was_rendered() {
    let report = "error[unknown-field]: `tittle`\n --> bad.ron:4:5";
    let file = ProblemFile { path: "bad.ron".into(), summary: "1 mistake".into(), report: report.into() };
    let files = [file];
    let mut screen = open(|ui| problems::show(ui, &Problems { files: &files }));
    assert!(reads(&screen, report));
    assert!(screen.query_by_role_and_label(Role::Heading, "bad.ron").is_some());
    screen.get_by_label("Look again").click_accesskit();
    screen.run();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[ProblemsAction::Reload, ProblemsAction::Back]);
}
