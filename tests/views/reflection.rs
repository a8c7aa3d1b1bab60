use bedside::attempt::{ReflectionDraft, SelfRating};
use bedside::ui::reflection::{ReflectionAction, ReflectionPage, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, vec2};
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, open, open_with, reads, rests};

#[test]
fn it_asks_for_a_word_and_a_rating_and_shows_no_score() {
    let draft = ReflectionDraft::default();
    let mut screen = open(|ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
    every_control_has_a_name(&screen);
    for words in ["score", "Score", "of 100"] {
        assert!(!reads(&screen, words), "{words}");
    }
    screen.get_by_role_and_label(Role::CheckBox, "tense").click_accesskit();
    screen.run();
    let tense = ReflectionDraft { feeling: "tense".into(), ..ReflectionDraft::default() };
    assert_eq!(screen.state(), &[ReflectionAction::Draft(tense)]);
    rests(&mut screen);
}

#[test]
fn a_slider_is_moved_by_the_keyboard() {
    let draft = ReflectionDraft::default();
    let mut screen = open(|ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
    screen.get_by_role_and_label(Role::Slider, "Clarity").focus();
    screen.run();
    screen.key_press(Key::ArrowRight);
    screen.run();
    let rated = ReflectionDraft { clarity: Some(55), ..ReflectionDraft::default() };
    assert_eq!(screen.state(), &[ReflectionAction::Draft(rated)]);
}

#[test]
fn it_can_be_gone_on_from_or_skipped() {
    let draft = ReflectionDraft::default();
    let mut screen = open(|ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
    screen.get_by_label("Continue to the debrief").click_accesskit();
    screen.run();
    screen.get_by_label("Skip the reflection").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ReflectionAction::Continue, ReflectionAction::Skip]);
}

#[test]
fn it_can_be_left_for_the_library_by_escape() {
    let draft = ReflectionDraft::default();
    let mut screen = open(|ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
    screen.get_by_label("Back to the library").click_accesskit();
    screen.run();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[ReflectionAction::Leave, ReflectionAction::Leave]);
}

#[test]
fn what_leads_on_is_in_sight_at_any_size_of_text() {
    let draft = ReflectionDraft::default();
    for percent in [100, 150, 200] {
        let (settings, size) =
            (Settings { text: TextSize::nearest(percent), ..Settings::default() }, vec2(1366.0, 768.0));
        let screen = open_with(settings, size, |ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
        for name in ["Continue to the debrief", "Skip the reflection"] {
            let place = screen.get_by_role_and_label(Role::Button, name).rect();
            assert!(Rect::from_min_size(Pos2::ZERO, size).contains_rect(place), "{name} at {percent} %: {place}");
        }
    }
}

#[test]
fn a_rating_counts_where_all_three_were_given() {
    let two = ReflectionDraft { feeling: " sad ".into(), empathy: Some(10), clarity: Some(20), de_escalation: None };
    assert_eq!(two.finish().feeling, "sad");
    assert_eq!(two.finish().rating, None);
    let three = ReflectionDraft { de_escalation: Some(30), ..two };
    assert_eq!(three.finish().rating, Some(SelfRating { empathy: 10, clarity: 20, de_escalation: 30 }));
}

#[test]
fn that_a_rating_in_part_is_not_kept_is_said_while_it_can_be_mended() {
    let rated = [Some(10), Some(20), Some(30)];
    for (given, said) in [(0, false), (1, true), (2, true), (3, false)] {
        let rating = |place: usize| rated[place].filter(|_| place < given);
        let [empathy, clarity, de_escalation] = [0, 1, 2].map(rating);
        let draft = ReflectionDraft { empathy, clarity, de_escalation, ..ReflectionDraft::default() };
        let screen = open(|ui| show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft }));
        assert_eq!(reads(&screen, "none of your ratings is kept"), said, "{given}");
    }
}
