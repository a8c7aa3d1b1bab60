//! Who is practising, and one's own profile.

use std::cell::RefCell;
use std::sync::LazyLock;

use bedside::records::PersonId;
use bedside::records::database::Outbox;
use bedside::records::export::xapi::Version;
use bedside::records::record_store::{Hindrance, RecordStore, Sending};
use bedside::ui::library::{Filter, Library, LibraryAction, Who, show as show_library};
use bedside::ui::profiles::{Chooser, ChooserAction, OwnAction, OwnProfile, Person, show_chooser, show_own};
use bedside::ui::{Reading, TextSize, Theme};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{every_control_has_a_name, focused, open, reads, rests};
use super::rings::rings_are_for_the_keyboard;
use super::room::fits;

const LONG: &str = "Maria Theresa of the third floor, who covers for two wards at night";

fn people() -> Vec<Person> {
    let labels = ["Ana", "Kim", LONG, "No name, here since 3 May 2026"];
    (1..).zip(labels).map(|(n, label)| Person { id: PersonId::of([n; 16]), label: label.to_owned() }).collect()
}

fn chooser<'a>(people: &'a [Person], typed: &'a str) -> Chooser<'a> {
    Chooser { people, typed, can_go_back: false, problem: None, reading: Reading::default() }
}

static NOTHING: LazyLock<Sending> = LazyLock::new(Sending::default);

fn own(sending: &Sending) -> OwnProfile<'_> {
    OwnProfile {
        who: Who::Profile("Ana"),
        typed: "Ana",
        kept_in: Some("/home/ward/bedside"),
        under_way: None,
        profiles_are_off: false,
        sending_is_off: false,
        sending,
        delivered: None,
        password: "",
    }
}

#[test]
fn one_is_chosen_by_keyboard_alone_and_nobody_s_results_are_shown() {
    let people = people();
    let mut screen = open(|ui| show_chooser(ui, &chooser(&people, "")));
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Practise as Ana"));
    assert!(!reads(&screen, "Played") && !reads(&screen, "Resume"));
    screen.key_press(Key::Tab);
    screen.run();
    screen.key_press(Key::Enter);
    screen.run();
    // There is nobody to go back to.
    screen.key_press(Key::Escape);
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Practise as a guest").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ChooserAction::Take(people[1].id), ChooserAction::Guest]);
    rests(&mut screen);
}

#[test]
fn somebody_new_may_give_a_name_and_needs_none() {
    let mut screen = open(|ui| show_chooser(ui, &chooser(&[], "")));
    assert_eq!(focused(&screen).as_deref(), Some("Name, if you like"));
    assert!(!reads(&screen, "Choose yourself"));
    screen.event(egui::Event::Text("J".to_owned()));
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Begin as somebody new").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ChooserAction::Type("J".to_owned()), ChooserAction::New]);
}

#[test]
fn whoever_cannot_read_the_names_chooses_larger_text_and_other_colours_first() {
    let people = people();
    let mut screen = open(|ui| show_chooser(ui, &chooser(&people, "")));
    assert_eq!(focused(&screen).as_deref(), Some("Practise as Ana"));
    // It stands before the names.
    screen.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("Larger text, other colours"));
    screen.key_press(Key::Enter);
    screen.run();
    every_control_has_a_name(&screen);
    for name in ["200 %", "High contrast"] {
        screen.get_by_role_and_label(Role::RadioButton, name).click_accesskit();
        screen.run();
    }
    let (large, contrast) = (TextSize::nearest(200), Theme::HighContrast);
    let wanted = [
        ChooserAction::Read(Reading { text: large, ..Reading::default() }),
        ChooserAction::Read(Reading { theme: contrast, ..Reading::default() }),
    ];
    assert_eq!(screen.state(), &wanted);
    rests(&mut screen);
}

#[test]
fn who_practises_already_can_go_back_and_a_problem_is_told() {
    let people = people();
    let problem = Some("Who practises here could not be read: the disk has failed.");
    let mut screen = open(|ui| show_chooser(ui, &Chooser { can_go_back: true, problem, ..chooser(&people, "") }));
    assert!(reads(&screen, "the disk has failed"));
    assert_eq!(focused(&screen).as_deref(), Some("Back to the library"));
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[ChooserAction::Back]);
}

#[test]
fn one_s_own_profile_is_named_written_out_and_deleted_on_a_second_press_only() {
    let mut screen = open(|ui| show_own(ui, &own(&NOTHING)));
    every_control_has_a_name(&screen);
    assert!(reads(&screen, "You practise as Ana.") && reads(&screen, "/home/ward/bedside"));
    let delete = "Delete my profile and all that is kept in it";
    assert!(screen.query_by_label(delete).is_none());
    for name in ["Save the name", "Write it all out", "Delete all of mine", delete, "Somebody else is practising"] {
        screen.get_by_label(name).click_accesskit();
        screen.run();
    }
    screen.key_press(Key::Escape);
    screen.run();
    let all = [OwnAction::Rename, OwnAction::Export, OwnAction::Delete, OwnAction::SomebodyElse, OwnAction::Back];
    assert_eq!(screen.state(), &all);
    rests(&mut screen);
}

/// Sending to a store, where somebody is asked for its password.
fn asked_for_password() -> Sending {
    let store = RecordStore {
        address: "https://lrs.example.org/xapi".parse().expect("an address"),
        user: "ward-7".to_owned(),
        version: Version::V2_0_0,
        home_page: "https://training.example.org".parse().expect("a home page"),
    };
    let outbox = Outbox { waiting: 3, ..Outbox::default() };
    Sending { store: Some(store), on: true, outbox, hindrance: Some(Hindrance::Password), ..Sending::default() }
}

#[test]
fn sending_is_switched_on_by_whoever_it_is_about_and_says_where_to_and_what_waits() {
    let screen = open(|ui| show_own(ui, &own(&NOTHING)));
    assert!(reads(&screen, "None is named on this computer"));
    assert!(screen.query_by_label("Send what I come to").is_none());
    let sending = asked_for_password();
    let off = Sending { on: false, ..sending.clone() };
    let mut screen = open(|ui| show_own(ui, &own(&off)));
    assert!(reads(&screen, "https://lrs.example.org/xapi") && !reads(&screen, "wait to be sent"));
    screen.get_by_role_and_label(Role::CheckBox, "Send what I come to").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[OwnAction::Share(true)]);
    let mut screen = open(|ui| show_own(ui, &OwnProfile { password: "open sesame", ..own(&sending) }));
    every_control_has_a_name(&screen);
    assert!(reads(&screen, "3 conversations wait to be sent."));
    let told = screen.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|said| said.contains("sesame"))
    });
    assert!(!told, "the password is on the screen");
    screen.get_by_role_and_label(Role::Button, "Use this password").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::PasswordInput, "Password of ward-7").focus();
    screen.run();
    screen.get_by_role_and_label(Role::CheckBox, "Send what I come to").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[OwnAction::UsePassword, OwnAction::Share(false)]);
    fits("the record store in one's own profile", |ui| show_own(ui, &own(&sending)));
}

#[test]
fn while_something_is_done_nothing_else_is_begun_and_a_guest_has_nothing_to_take() {
    let busy = OwnProfile { under_way: Some("Your profile is being deleted \u{2026}"), ..own(&NOTHING) };
    let guest = OwnProfile { who: Who::Guest, kept_in: None, ..own(&NOTHING) };
    for (model, said) in [(busy, "being deleted"), (guest, "nothing of what you play is kept")] {
        let screen = open(|ui| show_own(ui, &model));
        assert!(reads(&screen, said));
        for name in ["Save the name", "Write it all out", "Delete all of mine"] {
            assert!(screen.query_by_label(name).is_none(), "{name}");
        }
    }
}

#[test]
fn what_a_computer_is_set_to_do_without_is_said_in_the_place_of_its_control() {
    let guest = OwnProfile { who: Who::Guest, profiles_are_off: true, ..own(&NOTHING) };
    let screen = open(|ui| show_own(ui, &guest));
    assert!(reads(&screen, "Everybody is a guest here") && reads(&screen, "switched off on this computer"));
    assert!(screen.query_by_label("Somebody else is practising").is_none());
    let named = asked_for_password();
    let kept = OwnProfile { sending_is_off: true, ..own(&named) };
    let screen = open(|ui| show_own(ui, &kept));
    assert!(reads(&screen, "Nothing is sent anywhere. It is switched off"));
    assert!(screen.query_by_label_contains("Send what I come to").is_none());
}

#[test]
fn the_library_says_who_practises_where_there_is_a_name_and_leads_to_the_profile() {
    let (filter, nothing, nobody) = (Filter::default(), [].into(), [].into());
    let who = RefCell::new(Who::Profile("Ana"));
    let library = |who| Library {
        scenarios: &[],
        kept: &[],
        broken_files: 0,
        warnings: 0,
        authored: &[],
        paths: &[],
        thumbnails: &nobody,
        played: &nothing,
        filter: &filter,
        who,
        sent_to: None,
        left_by: None,
    };
    let mut screen = open(|ui| show_library(ui, &library(*who.borrow())));
    assert!(reads(&screen, "You practise as Ana."));
    screen.get_by_role_and_label(Role::Button, "Your profile").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[LibraryAction::Profile]);
    who.replace(Who::Guest);
    screen.run();
    assert!(reads(&screen, "You practise as a guest"));
    who.replace(Who::Profile(""));
    screen.run();
    assert!(!reads(&screen, "You practise"));
}

#[test]
fn long_names_fit_in_the_smallest_window_with_the_largest_type() {
    let people = people();
    fits("the choice of who practises", |ui| show_chooser(ui, &chooser(&people, "Maria")));
    fits("one's own profile", |ui| {
        show_own(ui, &OwnProfile { who: Who::Profile(LONG), typed: "Maria", ..own(&NOTHING) })
    });
    rings_are_for_the_keyboard("the choice of who practises", |ui| show_chooser(ui, &chooser(&people, "")));
    rings_are_for_the_keyboard("one's own profile", |ui| show_own(ui, &own(&NOTHING)));
}
