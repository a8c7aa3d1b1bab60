//! The library.

use std::collections::BTreeMap;

use bedside::attempt::Mode;
use bedside::scenario::Level;
use bedside::ui::Likeness;
use bedside::ui::library::{Filter, Library, LibraryAction, Played, Resume, show};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, reads, rests};
use super::samples::{kettle, shipped};

const CARD: &str = "The kettle. A kitchen, early. Mrs Ode will not let you look at her leg. Intermediate, 6 minutes. \
                    Practises empathy, active listening. Has a content note.";

fn empty<'a>(filter: &'a Filter, places: &'a [String]) -> Library<'a> {
    const NONE: &BTreeMap<String, Played> = &BTreeMap::new();
    const NOBODY: &BTreeMap<String, Likeness> = &BTreeMap::new();
    Library {
        scenarios: &[],
        resume: None,
        problems: 0,
        warnings: 0,
        authored: &[],
        places,
        likenesses: NOBODY,
        played: NONE,
        filter,
    }
}

#[test]
fn a_card_is_one_button_that_says_everything_and_opens_its_scenario() {
    let (scenarios, filter) = ([kettle(), shipped()], Filter::default());
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    every_control_has_a_name(&screen);
    screen.get_by_role_and_label(Role::Button, CARD).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Open("kettle".to_owned())]);
    rests(&mut screen);
}

#[test]
fn search_and_level_leave_the_scenarios_that_fit() {
    let (scenarios, kettle_only) =
        ([kettle(), shipped()], Filter { search: "KETTLE nurse leg".into(), ..Filter::default() });
    assert!(!kettle_only.wants(&scenarios[1], None));
    let filter = Filter { search: "kettle leg".into(), level: Some(Level::Intermediate), ..Filter::default() };
    let screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    assert!(screen.query_by_label(CARD).is_some());
    assert!(screen.query_by_label_contains("Too many pills").is_none());
}

#[test]
fn typing_in_the_search_box_asks_for_another_filter() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    assert_eq!(focused(&screen).as_deref(), Some("Search"));
    screen.get_by_label("Search").type_text("leg");
    screen.run();
    let wanted = LibraryAction::Filter(Filter { search: "leg".into(), ..Filter::default() });
    assert!(screen.state().contains(&wanted), "{:?}", screen.state());
}

#[test]
fn a_saved_attempt_can_be_taken_up_again_at_once() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let resume = Resume { title: "The kettle".into(), mode: Mode::Practise, turns: 1 };
    let library = Library { scenarios: &scenarios, resume: Some(&resume), ..empty(&filter, &[]) };
    let mut screen = open(|ui| show(ui, &library));
    assert_eq!(focused(&screen).as_deref(), Some("Resume where you left off"));
    screen.key_press(egui::Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Resume]);
}

#[test]
fn an_empty_library_says_where_it_looks_and_what_to_do() {
    let (places, filter) = (["/srv/scenarios".to_owned()], Filter::default());
    let screen = open(|ui| show(ui, &empty(&filter, &places)));
    assert!(reads(&screen, "There are no scenarios yet"));
    assert!(reads(&screen, "/srv/scenarios"));
    assert!(reads(&screen, "--scenarios FOLDER"));
}

#[test]
fn files_with_mistakes_are_told_of() {
    let filter = Filter::default();
    let mut screen = open(|ui| show(ui, &Library { problems: 2, ..empty(&filter, &[]) }));
    assert!(reads(&screen, "2 files have mistakes"));
    screen.get_by_label("See what is wrong").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Problems]);
}

#[test]
fn files_with_warnings_are_told_of_quietly() {
    let filter = Filter::default();
    let mut screen = open(|ui| show(ui, &Library { warnings: 1, ..empty(&filter, &[]) }));
    screen.get_by_label("See the warnings about 1 file").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Problems]);
}

#[test]
fn only_a_scenario_of_the_author_has_the_authors_view() {
    let (scenarios, filter, authored) = ([kettle(), shipped()], Filter::default(), ["kettle".to_owned()]);
    let library = Library { scenarios: &scenarios, authored: &authored, ..empty(&filter, &[]) };
    let mut screen = open(|ui| show(ui, &library));
    assert_eq!(screen.query_all_by_label_contains("Author\u{2019}s view").count(), 1);
    screen.get_by_role_and_label(Role::Button, "Author\u{2019}s view of The kettle").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Author("kettle".to_owned())]);
    every_control_has_a_name(&screen);
}
