//! Everything by keyboard alone.

use std::collections::BTreeMap;

use bedside::ui::library::{Filter, Library, LibraryAction, Who, show};
use bedside::ui::prebrief;
use egui::Key;

use super::harness::{controls, focused, open};
use super::prebrief::prebrief;
use super::samples::kettle;

#[test]
fn tab_reaches_every_control_once_and_comes_round() {
    let scenario = kettle();
    let mut screen = open(|ui| prebrief::show(ui, &prebrief(&scenario)));
    let mut reached = Vec::new();
    let all = controls(&screen).len();
    for _ in 0..all {
        reached.push(focused(&screen).expect("something has the focus"));
        screen.key_press(Key::Tab);
        screen.run();
    }
    let first = reached.first().cloned();
    let mut distinct = reached.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), all, "{reached:?}");
    assert_eq!(focused(&screen), first, "the round is closed");
}

#[test]
fn enter_and_space_press_what_has_the_focus() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let library = Library {
        scenarios: &scenarios,
        kept: &[],
        broken_files: 0,
        warnings: 0,
        authored: &[],
        paths: &[],
        thumbnails: &BTreeMap::new(),
        played: &BTreeMap::new(),
        filter: &filter,
        who: Who::Profile(""),
        sent_to: None,
        left_by: None,
    };
    for key in [Key::Enter, Key::Space] {
        let mut screen = open(|ui| show(ui, &library));
        while !focused(&screen).is_some_and(|name| name.starts_with("The kettle")) {
            screen.key_press(Key::Tab);
            screen.run();
        }
        screen.key_press(key);
        screen.run();
        assert_eq!(screen.state(), &[LibraryAction::Open("kettle".to_owned())]);
    }
}
