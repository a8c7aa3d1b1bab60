use std::collections::BTreeMap;

use bedside::attempt::Mode;
use bedside::debrief::Band;
use bedside::scenario::Level;
use bedside::ui::Thumbnail;
use bedside::ui::library::{Filter, Kept, LeftAt, Library, LibraryAction, Played, Who, show};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, reads, rests, texts};
use super::samples::{kettle, shipped};

const CARD: &str = "The kettle. A kitchen, early. Mrs Ode will not let you look at her leg. Intermediate, 6 minutes. \
                    Practises empathy, active listening. Has a content note.";

fn empty<'a>(filter: &'a Filter, paths: &'a [String]) -> Library<'a> {
    const NONE: &BTreeMap<String, Played> = &BTreeMap::new();
    const NOBODY: &BTreeMap<String, Thumbnail> = &BTreeMap::new();
    Library {
        scenarios: &[],
        kept: &[],
        broken_files: 0,
        warnings: 0,
        authored: &[],
        paths,
        thumbnails: NOBODY,
        played: NONE,
        filter,
        who: Who::Profile(""),
        sent_to: None,
        left_by: None,
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
fn enter_leaves_the_focus_in_the_search_box() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("Search"));
}

fn kept(id: &str, title: &str, left: LeftAt) -> Kept {
    Kept { id: id.into(), title: title.into(), mode: Mode::Practise, left }
}

#[test]
fn the_attempt_left_last_can_be_resumed_at_once() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let kept = [kept("kettle", "The kettle", LeftAt::Turn(2))];
    let library = Library { scenarios: &scenarios, kept: &kept, ..empty(&filter, &[]) };
    let mut screen = open(|ui| show(ui, &library));
    assert_eq!(focused(&screen).as_deref(), Some("Resume where you left off"));
    assert!(reads(&screen, "\u{201c}The kettle\u{201d}, practice, at turn 2."));
    screen.key_press(Key::Enter);
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Discard the attempt at The kettle").click_accesskit();
    screen.run();
    let expected = [LibraryAction::Resume("kettle".into()), LibraryAction::Discard("kettle".into())];
    assert_eq!(screen.state(), &expected);
}

#[test]
fn each_card_says_what_can_be_resumed_and_what_has_no_card_can_be_discarded() {
    let (scenarios, filter) = ([kettle(), shipped()], Filter::default());
    let kept = [
        kept("gone", "Gone since", LeftAt::Turn(3)),
        kept(&scenarios[1].id, &scenarios[1].title, LeftAt::Debrief),
        kept("kettle", "The kettle", LeftAt::Turn(5)),
    ];
    let library = Library { scenarios: &scenarios, kept: &kept, ..empty(&filter, &[]) };
    let mut screen = open(|ui| show(ui, &library));
    assert!(screen.query_by_label(&format!("{CARD} Resume at turn 5.")).is_some());
    assert!(reads(&screen, "Resume at the debrief."));
    assert!(reads(&screen, "You left one more unfinished; its card says where."));
    assert!(reads(&screen, "The scenario \u{201c}Gone since\u{201d} is not here."));
    screen.get_by_role_and_label(Role::Button, "Discard the attempt at Gone since").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Resume where you left off").click_accesskit();
    screen.run();
    let last = LibraryAction::Resume(scenarios[1].id.clone());
    assert_eq!(screen.state(), &[LibraryAction::Discard("gone".into()), last]);
    every_control_has_a_name(&screen);
}

#[test]
fn who_comes_back_finds_the_focus_where_it_was_left() {
    let (scenarios, authored) = ([kettle()], ["kettle".to_owned()]);
    let kept = [kept("kettle", "The kettle", LeftAt::Turn(2))];
    let resumes = "Resume where you left off";
    let narrow = Filter { search: "nobody".to_owned(), ..Filter::default() };
    for (left_by, filter, label) in [
        (Some(LibraryAction::Open("kettle".to_owned())), Filter::default(), CARD),
        (Some(LibraryAction::Open("kettle".to_owned())), narrow, resumes),
        (Some(LibraryAction::Author("kettle".to_owned())), Filter::default(), "Author\u{2019}s view of The kettle"),
        (Some(LibraryAction::Findings), Filter::default(), "See what is wrong"),
        (Some(LibraryAction::Progress), Filter::default(), "Your progress"),
        (Some(LibraryAction::Profile), Filter::default(), "Your profile"),
        (Some(LibraryAction::Settings), Filter::default(), "Settings"),
        (None, Filter::default(), resumes),
    ] {
        let left_by = left_by.as_ref();
        let library = Library {
            scenarios: &scenarios,
            authored: &authored,
            kept: &kept,
            broken_files: 1,
            left_by,
            ..empty(&filter, &[])
        };
        let screen = open(|ui| show(ui, &library));
        let has = focused(&screen).unwrap_or_default();
        assert!(has.starts_with(label.trim_end_matches('.')), "{left_by:?}: {has}");
    }
}

#[test]
fn an_empty_library_says_where_it_looks_and_what_to_do() {
    let (paths, filter) = (["/srv/scenarios".to_owned()], Filter::default());
    let screen = open(|ui| show(ui, &empty(&filter, &paths)));
    assert!(reads(&screen, "There are no scenarios yet"));
    assert!(reads(&screen, "/srv/scenarios"));
    assert!(reads(&screen, "--scenarios FOLDER"));
}

#[test]
fn files_with_mistakes_are_told_of() {
    let filter = Filter::default();
    let mut screen = open(|ui| show(ui, &Library { broken_files: 2, ..empty(&filter, &[]) }));
    assert!(reads(&screen, "2 files have mistakes"));
    screen.get_by_label("See what is wrong").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Findings]);
}

#[test]
fn files_with_warnings_are_told_of_quietly() {
    let filter = Filter::default();
    let mut screen = open(|ui| show(ui, &Library { warnings: 1, ..empty(&filter, &[]) }));
    screen.get_by_label("See the warnings about 1 file").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Findings]);
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

#[test]
fn what_has_been_played_says_how_it_went_and_can_be_left_out() {
    let scenarios = [kettle(), shipped()];
    let played = Played::default().again(Some(Band::Strong)).again(Some(Band::Developing));
    let played = BTreeMap::from([("kettle".to_owned(), played)]);
    let all = Filter::default();
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, played: &played, ..empty(&all, &[]) }));
    assert!(screen.query_by_label(&format!("{CARD} Played 2 times. Last: Developing, best: Strong.")).is_some());
    screen.get_by_role_and_label(Role::CheckBox, "Not yet played").click_accesskit();
    screen.run();
    let new = Filter { not_played: true, ..Filter::default() };
    assert_eq!(screen.state(), &[LibraryAction::Filter(new.clone())]);
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, played: &played, ..empty(&new, &[]) }));
    assert!(!reads(&screen, "The kettle."));
    assert!(screen.query_by_role_and_label(Role::Status, "1 of 2 scenarios").is_some());
    screen.get_by_role_and_label(Role::Button, "Show them all").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Filter(Filter::default())]);
}

#[test]
fn a_result_in_words_says_no_more_than_there_is() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let once = Played::default().again(None);
    for (played, said) in [
        (once, "Played once."),
        (Played::default().again(Some(Band::Secure)), "Played once: Secure."),
        (once.again(None), "Played 2 times."),
        (Played::default().again(Some(Band::Secure)).again(None), "Played 2 times. Best: Secure."),
    ] {
        let played = BTreeMap::from([("kettle".to_owned(), played)]);
        let screen = open(|ui| show(ui, &Library { scenarios: &scenarios, played: &played, ..empty(&filter, &[]) }));
        assert!(screen.query_by_label(&format!("{CARD} {said}")).is_some(), "{said}");
    }
}

#[test]
fn length_and_what_is_practised_narrow_the_library_down() {
    let (scenarios, filter) = ([kettle(), shipped()], Filter::default());
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    assert!(screen.query_by_label("Up to 5 minutes").is_none(), "it is shut at first");
    screen.get_by_label("By length, and by what is practised").click_accesskit();
    screen.run();
    every_control_has_a_name(&screen);
    for name in ["Up to 5 minutes", "Teach-back"] {
        screen.get_by_role_and_label(Role::RadioButton, name).click_accesskit();
        screen.run();
    }
    let short = Filter { minutes: Some(5), ..Filter::default() };
    let teach_back = Filter { practises: Some("Teach-back".into()), ..Filter::default() };
    assert_eq!(screen.state(), &[short, teach_back].map(LibraryAction::Filter));
    let both = Filter { minutes: Some(10), practises: Some("Teach-back".into()), ..Filter::default() };
    assert!(!both.wants(&scenarios[0], None) && both.wants(&scenarios[1], None));
    let screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&both, &[]) }));
    assert!(reads(&screen, "By length, and by what is practised (2 in use)"));
}

#[test]
fn where_nothing_fits_the_way_back_stands_beside_the_count() {
    let (scenarios, filter) = ([kettle()], Filter { search: "zebra".into(), ..Filter::default() });
    let screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    assert!(screen.query_by_role_and_label(Role::Status, "No scenario fits.").is_some());
    assert!(reads(&screen, "Search for fewer words"));
    assert!(screen.query_by_label("Show them all").is_some());
}

#[test]
fn who_types_anywhere_on_the_page_searches() {
    let (scenarios, filter) = ([kettle()], Filter { search: "ke".into(), ..Filter::default() });
    let mut screen = open(|ui| show(ui, &Library { scenarios: &scenarios, ..empty(&filter, &[]) }));
    screen.get_by_role_and_label(Role::Button, "Settings").focus();
    screen.run();
    screen.event(egui::Event::Text("t".to_owned()));
    screen.run();
    let wanted = LibraryAction::Filter(Filter { search: "ket".into(), ..Filter::default() });
    assert_eq!(screen.state(), &[wanted]);
    assert_eq!(focused(&screen).as_deref(), Some("Search"));
}

#[test]
fn an_assessment_that_was_left_is_called_one() {
    let (scenarios, filter) = ([kettle()], Filter::default());
    let kept = [Kept { mode: Mode::Assess, ..kept("kettle", "The kettle", LeftAt::Turn(2)) }];
    let library = Library { scenarios: &scenarios, kept: &kept, ..empty(&filter, &[]) };
    let screen = open(|ui| show(ui, &library));
    assert!(reads(&screen, "\u{201c}The kettle\u{201d}, assessment, at turn 2."), "{:?}", texts(&screen));
}
