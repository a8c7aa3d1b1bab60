//! The time to choose, and when it may begin.

use std::cell::Cell;

use bedside::ui::conversation::{Conversation, ConversationAction, OwnWords, Pace, TimeLeft, show};
use bedside::ui::{Settings, TextSize};
use egui::{Key, Vec2};
use egui_kittest::kittest::Queryable;

use super::conversation::view;
use super::harness::{open, open_with, reads, rests, texts};
use super::samples::{Talk, after, finished, kettle, shipped};

#[test]
fn the_time_left_is_told_and_more_can_be_had() {
    let talk = Talk::new(after(&kettle(), &[]));
    let time = Some(TimeLeft { left: 14, of: 20, pace: Pace::Running });
    let mut screen = open(view(Conversation { time, ..talk.model() }));
    assert!(reads(&screen, "Time to answer: 14 seconds"));
    screen.get_by_label("More time").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::MoreTime]);
    rests(&mut screen);
}

#[test]
fn a_time_that_does_not_run_says_what_it_waits_for() {
    let talk = Talk::new(after(&kettle(), &[]));
    for (pace, said) in [
        (Pace::Running, "Time to answer: 14 seconds"),
        (Pace::NotBegun, "Time to answer: 14 seconds, from when you have seen every option"),
        (Pace::Waiting, "Time to answer: 14 seconds. It waits for you."),
    ] {
        let time = Some(TimeLeft { left: 14, of: 20, pace });
        let screen = open(view(Conversation { time, ..talk.model() }));
        assert!(texts(&screen).iter().any(|text| text == said), "{said}: {:?}", texts(&screen));
    }
}

#[test]
fn the_options_have_been_seen_once_each_has_been_in_view() {
    for (size, percent, at_once) in [((1280.0, 900.0), 100, true), ((1024.0, 640.0), 200, false)] {
        let talk = Talk::new(after(&shipped(), &[]));
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let seen = Cell::new(false);
        let mut screen = open_with(settings, Vec2::from(size), |ui| {
            seen.set(show(ui, &talk.model()).options_seen);
            None::<()>
        });
        screen.run();
        assert_eq!(seen.get(), at_once, "at {percent} %");
        for _ in 0..40 {
            screen.key_press(Key::PageDown);
            screen.run();
        }
        assert!(seen.get(), "at {percent} %, once scrolled through");
    }
}

#[test]
fn no_option_has_been_seen_while_own_words_are_asked_for_nor_at_the_end() {
    let (talk, over) = (Talk::new(after(&kettle(), &[])), Talk::new(finished(&kettle())));
    let typing = Conversation { own_words: OwnWords::Typing(""), ..talk.model() };
    for model in [typing, over.model()] {
        let mut seen = true;
        let mut screen = open(|ui| {
            seen = show(ui, &model).options_seen;
            None::<()>
        });
        screen.run();
        drop(screen);
        assert!(!seen);
    }
}
