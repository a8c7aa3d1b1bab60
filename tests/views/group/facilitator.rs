//! What the facilitator sees and does.

use bedside::group::{Phase, Steer, Step};
use bedside::ui::group::{
    Connection, FacilitatorAction, FacilitatorPage, Screens, Tab, shared_screen, show_facilitator,
};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Key, Pos2, Rect, vec2};
use egui_kittest::kittest::Queryable;

use super::{Room, Seen, every_step, on_projector};
use crate::support;
use crate::views::harness::{every_control_has_a_name, focused, open, open_with, reads, rests};

fn first_step() -> Room {
    Room::open(&support::shipped()[0], 7)
}

/// What pressing a control of the page requests.
#[track_caller]
fn pressing(page: &FacilitatorPage<'_>, role: Role, name: &str) -> Vec<FacilitatorAction> {
    let mut screen = open(|ui| show_facilitator(ui, page));
    screen.get_by_role_and_label(role, name).click_accesskit();
    screen.run();
    screen.state().clone()
}

#[test]
fn every_control_has_a_name_in_every_step_and_the_page_rests() {
    for room in every_step(&support::shipped()[0]) {
        let seen = Seen::of(&room);
        for private in [false, true] {
            let page = FacilitatorPage { private, ..seen.page(&room) };
            let mut screen = open(|ui| show_facilitator(ui, &page));
            every_control_has_a_name(&screen);
            rests(&mut screen);
        }
    }
}

#[test]
fn what_leads_on_is_in_sight_and_has_the_focus_at_any_size_of_text() {
    for (size, percent) in [((1366.0, 768.0), 100), ((1366.0, 768.0), 200), ((1024.0, 640.0), 150)] {
        let (size, settings) =
            (vec2(size.0, size.1), Settings { text: TextSize::nearest(percent), ..Settings::default() });
        for room in every_step(&support::shipped()[0]) {
            let seen = Seen::of(&room);
            let Some(mut next) = seen.own.next else { continue };
            if room.group.step() == Step::Deciding(Phase::Reveal) {
                next = "Take B, which most are for";
            }
            let page = seen.page(&room);
            let mut screen = open_with(settings, size, |ui| show_facilitator(ui, &page));
            screen.run();
            let place = screen.get_by_role_and_label(Role::Button, next).rect();
            assert!(Rect::from_min_size(Pos2::ZERO, size).contains_rect(place), "{next} at {percent} %: {place}");
            assert_eq!(focused(&screen).as_deref(), Some(next));
        }
    }
}

#[test]
fn a_whole_session_is_led_by_return_alone() {
    let mut room = first_step();
    for expected in [Step::Prebrief, Step::Deciding(Phase::Show), Step::Deciding(Phase::OwnThoughts)] {
        let seen = Seen::of(&room);
        let page = seen.page(&room);
        let mut screen = open(|ui| show_facilitator(ui, &page));
        screen.run();
        screen.key_press(Key::Enter);
        screen.run();
        assert_eq!(screen.state(), &[FacilitatorAction::Steer(Steer::Next)]);
        drop(screen);
        room.steer(Steer::Next);
        assert_eq!(room.group.step(), expected);
    }
}

#[test]
fn what_is_private_is_not_on_a_screen_that_is_shared() {
    let mut steps = every_step(&support::shipped()[0]);
    steps.push(first_step().to(Step::Deciding(Phase::Vote)).hands(&[5, 2]).to(Step::Deciding(Phase::Discuss)));
    for room in steps {
        let (seen, step) = (Seen::of(&room), room.group.step());
        let page = seen.page(&room);
        let screen = open(|ui| show_facilitator(ui, &page));
        let keys = seen.own.options.iter().flat_map(|option| option.shows.iter().chain([&option.why]));
        let private = keys.chain(&seen.own.cue).chain(&seen.own.prompts).map(String::as_str);
        for text in private.chain(["Ask Jo how she is."]).filter(|text| !text.is_empty()) {
            assert!(!reads(&screen, text), "{step:?}: {text}");
        }
        assert!(
            !reads(&screen, "ote:") && !reads(&screen, "Votes")
                || step == Step::Deciding(Phase::Reveal)
                || step.shows_scores(),
            "{step:?}"
        );
    }
}

#[test]
fn where_nobody_else_sees_it_the_page_has_cue_key_votes_prompts_and_the_note() {
    let room = first_step().to(Step::Deciding(Phase::Vote)).hands(&[5, 2]).to(Step::Deciding(Phase::Discuss));
    let seen = Seen::of(&room);
    let page = FacilitatorPage { private: true, ..seen.page(&room) };
    let screen = open(|ui| show_facilitator(ui, &page));
    let cue = seen.own.cue.clone().expect("there is a cue");
    for words in [&cue, &seen.own.options[0].why, &seen.own.prompts[0]] {
        assert!(reads(&screen, words), "{words}");
    }
    assert!(reads(&screen, "Votes: 5") && reads(&screen, "Ask Jo how she is."));
    assert_eq!(pressing(&seen.page(&room), Role::CheckBox, "Show what is private"), [FacilitatorAction::Private(true)]);
}

#[test]
fn hands_are_typed_for_each_option() {
    let room = first_step().to(Step::Deciding(Phase::Vote));
    let seen = Seen::of(&room);
    let page = seen.page(&room);
    let mut screen = open(|ui| show_facilitator(ui, &page));
    let hands = screen.get_by_role_and_label(Role::TextInput, "Hands for B");
    hands.focus();
    hands.type_text("4");
    screen.run();
    assert_eq!(screen.state(), &[FacilitatorAction::Hands(1, "4".to_owned())]);
}

#[test]
fn what_was_said_aloud_is_typed_where_the_room_is_asked_also_on_a_shared_screen() {
    for step in [Step::Reactions, Step::Commitments] {
        let room = first_step().to(step);
        let seen = Seen::of(&room);
        let page = FacilitatorPage { said: Some(""), ..seen.page(&room) };
        let mut screen = open(|ui| show_facilitator(ui, &page));
        assert!(reads(&screen, "Leave names out."));
        let said = screen.get_by_role_and_label(Role::MultilineTextInput, "What was said aloud, one line each");
        said.focus();
        said.type_text("sad");
        screen.run();
        assert_eq!(screen.state(), &[FacilitatorAction::Said("sad".to_owned())]);
    }
    let room = first_step().to(Step::Closing);
    let seen = Seen::of(&room);
    let page = seen.page(&room);
    assert!(!reads(&open(|ui| show_facilitator(ui, &page)), "said aloud"));
}

#[test]
fn an_option_is_taken_or_the_room_is_split_between_two() {
    let room = first_step().revealed();
    let seen = Seen::of(&room);
    let page = seen.page(&room);
    let [first, second] = [0, 1].map(|place: usize| seen.own.options[place].option.choice.clone());
    let take = Steer::Take { choice: first.as_str().into() };
    assert_eq!(pressing(&page, Role::Button, "Take A"), [FacilitatorAction::Steer(take)]);
    assert_eq!(pressing(&page, Role::Button, "Split A with another"), [FacilitatorAction::Split(Some(first.clone()))]);
    let picked = FacilitatorPage { split: Some(&first), ..page };
    let split = Steer::Split { first: first.as_str().into(), second: second.as_str().into() };
    assert_eq!(pressing(&picked, Role::Button, "Play A and then B"), [FacilitatorAction::Steer(split)]);
    assert_eq!(pressing(&picked, Role::Button, "Do not split"), [FacilitatorAction::Split(None)]);
}

#[test]
fn a_tie_says_what_to_do() {
    let room = first_step().to(Step::Deciding(Phase::Vote)).hands(&[2, 2]);
    let mut room = room.to(Step::Deciding(Phase::Discuss));
    room.steer(Steer::Reveal);
    let seen = Seen::of(&room);
    let page = seen.page(&room);
    let screen = open(|ui| show_facilitator(ui, &page));
    assert!(reads(&screen, "No option has a majority"));
    assert!(!reads(&screen, "which most are for"));
}

#[test]
fn the_test_of_the_connection_says_what_is_likely_and_what_to_do() {
    let room = first_step();
    let seen = Seen::of(&room);
    let told = |connection| {
        let page = FacilitatorPage { connection, ..seen.page(&room) };
        let screen = open(|ui| show_facilitator(ui, &page));
        crate::views::harness::texts(&screen).join("\n")
    };
    assert_eq!(pressing(&seen.page(&room), Role::Button, "Test the connection"), [FacilitatorAction::TestConnection]);
    assert!(told(Connection::Waiting).contains("Scan the code with your own phone now"));
    assert!(told(Connection::Reached).contains("the connection works"));
    let nobody = told(Connection::Nobody);
    for words in ["Guest Wi-Fi", "hotspot", "firewall", "by hands", "Test it again"] {
        assert!(nobody.contains(words), "{words}");
    }
    assert!(told(Connection::AddressGone).contains("does not have that address any more"));
    assert!(told(Connection::ThisComputer).contains("Only browsers on this computer"));
}

#[test]
fn to_close_the_room_is_asked_first_and_escape_keeps_it_open() {
    let room = first_step();
    let seen = Seen::of(&room);
    let page = seen.page(&room);
    assert_eq!(pressing(&page, Role::Button, "Close the room"), [FacilitatorAction::Ask]);
    let asks = FacilitatorPage { asks_to_close: true, ..page };
    assert_eq!(pressing(&asks, Role::Button, "Close it"), [FacilitatorAction::Close]);
    let mut screen = open(|ui| show_facilitator(ui, &asks));
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[FacilitatorAction::KeepOpen]);
}

#[test]
fn on_a_shared_screen_the_projectors_page_leads_on_and_to_the_facilitators() {
    let room = first_step().to(Step::Deciding(Phase::Show));
    let seen = Seen::of(&room);
    let page = FacilitatorPage { screens: Screens::Shared(Tab::Projector), ..seen.page(&room) };
    on_projector(&room, |projector| {
        let press = |name| {
            let mut screen = open(|ui| shared_screen(ui, &page, projector));
            screen.get_by_role_and_label(Role::Button, name).click_accesskit();
            screen.run();
            screen.state().clone()
        };
        assert_eq!(press("Ask for own thoughts"), [FacilitatorAction::Steer(Steer::Next)]);
        assert_eq!(press("Facilitator\u{2019}s page"), [FacilitatorAction::Tab(Tab::Facilitator)]);
    });
}

#[test]
fn the_hour_says_what_is_left_of_the_part_under_way() {
    let room = first_step();
    let seen = Seen::of(&room);
    let told = |now| {
        let page = FacilitatorPage { now, ..seen.page(&room) };
        let screen = open(|ui| show_facilitator(ui, &page));
        crate::views::harness::texts(&screen).join("\n")
    };
    assert!(told(60_000).contains("4 of 5 min left"));
    assert!(told(5 * 60_000).contains("the 5 min are up"));
    assert!(told(7 * 60_000).contains("2 min over the 5"));
}
