//! The state in which a rehearsal begins.

use bedside::session::Opening;
use bedside::ui::author::AuthorAction;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::harness::{Screen, every_control_has_a_name, reads, texts};
use super::super::samples::{kettle, kettle_by_the_clock, shipped};
use super::{AuthorScreen, opened, press};

#[test]
fn a_rehearsal_begins_at_a_time_of_day_where_there_is_a_clock() {
    let author = AuthorScreen::of(&kettle_by_the_clock(), &[]);
    let mut screen = opened(&author);
    let time = |screen: &Screen<'_, AuthorAction>| {
        screen.get_by_role_and_label(Role::TextInput, "Time of day").accesskit_node().value()
    };
    assert_eq!(time(&screen).as_deref(), Some("15:58"));
    assert!(reads(&screen, "It begins at 15:58; minutes since then: 0."));
    let mut write = |written: &str| {
        screen.get_by_role_and_label(Role::TextInput, "Time of day").focus();
        screen.run();
        screen.key_press_modifiers(Modifiers::COMMAND, Key::A);
        screen.run();
        screen.get_by_role_and_label(Role::TextInput, "Time of day").type_text(written);
        screen.run();
        let read: Vec<String> = texts(&screen);
        (author.opening.borrow().elapsed, read.join("\n"))
    };
    let (elapsed, read) = write("17:03");
    assert_eq!(elapsed, 65);
    assert!(read.contains("minutes since then: 65."));
    // Before the beginning is the next day.
    assert_eq!(write("15:57").0, 1439);
    for (wrong, way_out) in [
        ("25:00", "\u{201c}25:00\u{201d} is no time of day. Write hours and minutes, from 00:00 to 23:59."),
        ("4.40 pm", "\u{201c}4.40 pm\u{201d} is no time of day. Write 16:40."),
        (" ", "Write hours and minutes, from 00:00 to 23:59."),
    ] {
        let (elapsed, read) = write(wrong);
        assert_eq!(elapsed, 1439, "the last one stays");
        assert!(read.contains(&format!("{way_out} Until then it is 15:57.")), "{read}");
    }
    screen.get_by_label("Set the state as at the start").click_accesskit();
    screen.run();
    assert_eq!(time(&screen).as_deref(), Some("15:58"));
    assert_eq!(author.opening.borrow().elapsed, 0);
    every_control_has_a_name(&screen);
    drop(screen);
    let timeless = AuthorScreen::of(&kettle(), &[]);
    assert!(!reads(&opened(&timeless), "Time of day"));
}

#[test]
fn play_starts_here_in_any_state() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    assert!(reads(&screen, "It is no attempt"));
    let slider = screen.get_by_role_and_label(Role::Slider, "Agitation");
    slider.focus();
    screen.run();
    for _ in 0..20 {
        press(&mut screen, Key::ArrowRight);
    }
    assert_eq!(author.opening.borrow().feelings.agitation, 100);
    assert!(reads(&screen, "100: in crisis"));
    screen.get_by_label("Rehearse from here").click_accesskit();
    screen.run();
    assert_eq!(screen.state().last(), Some(&AuthorAction::Rehearse));
    screen.get_by_label("Set the state as at the start").click_accesskit();
    screen.run();
    assert_eq!(*author.opening.borrow(), Opening::of(&author.scenario, author.view.borrow().scene));
}

#[test]
fn needs_and_flags_can_be_set() {
    let author = AuthorScreen::of(&shipped(), &[]);
    let mut screen = opened(&author);
    let need = &author.scenario.patient.needs[0].id;
    screen.get_by_role_and_label(Role::CheckBox, &format!("Open need: {need}")).click_accesskit();
    screen.run();
    assert!(!author.opening.borrow().needs.iter().any(|need| need.index() == 0));
    let flag = &author.scenario.flags[0];
    screen.get_by_role_and_label(Role::CheckBox, &format!("Flag {flag}")).click_accesskit();
    screen.run();
    assert_eq!(author.opening.borrow().flags.len(), 1);
}
