//! What opens a room.

use std::net::{IpAddr, Ipv4Addr};

use bedside::ui::group::{NetworkAddress, Opening, OpeningAction, Setup, Taking, show_opening};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use crate::support;
use crate::views::harness::{every_control_has_a_name, focused, open, open_with, reads, rests};

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const WARD: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7));

fn addresses() -> Vec<NetworkAddress> {
    let address = |ip, name: &str| NetworkAddress { ip, name: name.to_owned() };
    vec![address(LOOPBACK, ""), address(WARD, "wlan0")]
}

fn setup(taking: Taking) -> Setup {
    Setup { taking, port: "8714".to_owned(), second_vote: true }
}

/// What pressing a control requests.
#[track_caller]
fn pressing(model: &Opening<'_>, role: Role, name: &str) -> Vec<OpeningAction> {
    let mut screen = open_with(Settings::default(), vec2(1280.0, 1600.0), |ui| show_opening(ui, model));
    screen.get_by_role_and_label(role, name).click_accesskit();
    screen.run();
    screen.state().clone()
}

#[test]
fn a_room_is_opened_for_phones_at_an_address_or_for_hands_alone() {
    let (scenario, addresses, by_phones) = (&support::shipped()[0], addresses(), setup(Taking::Phones(LOOPBACK)));
    let model = Opening {
        scenario,
        setup: &by_phones,
        addresses: &addresses,
        phones_are_off: false,
        folder: Some("/home/jo/sessions"),
        problem: None,
        unfinished: &[],
    };
    let mut screen = open(|ui| show_opening(ui, &model));
    screen.run();
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Open the room"));
    for words in ["not encrypted", "/home/jo/sessions", "without names", "this computer alone"] {
        assert!(reads(&screen, words), "{words}");
    }
    rests(&mut screen);
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[OpeningAction::Open]);
    assert_eq!(
        pressing(&model, Role::RadioButton, "192.0.2.7 (wlan0)"),
        [OpeningAction::Setup(setup(Taking::Phones(WARD)))]
    );
    let hands = setup(Taking::Hands);
    assert_eq!(pressing(&model, Role::RadioButton, "By hands alone"), [OpeningAction::Setup(hands.clone())]);
    let by_hands = Opening { setup: &hands, ..model };
    let screen = open(|ui| show_opening(ui, &by_hands));
    assert!(reads(&screen, "Nothing is on the network") && !reads(&screen, "Port"));
}

#[test]
fn a_computer_without_a_network_is_told_what_to_do() {
    let (scenario, addresses, by_phones) = (&support::shipped()[0], addresses(), setup(Taking::Phones(LOOPBACK)));
    let model = Opening {
        scenario,
        setup: &by_phones,
        addresses: &addresses[..1],
        phones_are_off: false,
        folder: None,
        problem: Some("127.0.0.1:8714 cannot be opened to phones."),
        unfinished: &[],
    };
    let screen = open(|ui| show_opening(ui, &model));
    for words in ["is on no network", "hotspot", "cannot be opened to phones", "is not recorded"] {
        assert!(reads(&screen, words), "{words}");
    }
    assert_eq!(pressing(&model, Role::Button, "Look again for addresses"), [OpeningAction::Look]);
}

#[test]
fn where_phones_are_switched_off_a_room_is_opened_for_hands_and_it_is_said_why() {
    let (scenario, hands) = (&support::shipped()[0], setup(Taking::Hands));
    let model = Opening {
        scenario,
        setup: &hands,
        addresses: &[],
        phones_are_off: true,
        folder: None,
        problem: None,
        unfinished: &[],
    };
    let screen = open(|ui| show_opening(ui, &model));
    every_control_has_a_name(&screen);
    assert!(reads(&screen, "switched off on this computer"));
    assert!(screen.query_by_role_and_label(Role::RadioButton, "By phones and hands").is_none());
    assert_eq!(pressing(&model, Role::Button, "Open the room"), [OpeningAction::Open]);
}

#[test]
fn a_session_that_was_cut_off_is_offered_first() {
    let (scenario, addresses, hands) = (&support::shipped()[0], addresses(), setup(Taking::Hands));
    let cut_off = ["The vote is open, 3 minutes ago".to_owned(), "Debrief, 2 hours ago".to_owned()];
    let model = Opening {
        scenario,
        setup: &hands,
        addresses: &addresses,
        phones_are_off: false,
        folder: Some("/home/jo"),
        problem: None,
        unfinished: &cut_off,
    };
    let name = format!("Take up again: {}", cut_off[1]);
    assert_eq!(pressing(&model, Role::Button, &name), [OpeningAction::TakeUp(1)]);
}

#[test]
fn it_fits_at_200_percent_and_escape_leads_back() {
    let (scenario, addresses, by_phones) = (&support::shipped()[0], addresses(), setup(Taking::Phones(WARD)));
    let model = Opening {
        scenario,
        setup: &by_phones,
        addresses: &addresses,
        phones_are_off: false,
        folder: Some("/home/jo"),
        problem: None,
        unfinished: &[],
    };
    let (settings, size) = (Settings { text: TextSize::nearest(200), ..Settings::default() }, vec2(1366.0, 768.0));
    let mut screen = open_with(settings, size, |ui| show_opening(ui, &model));
    screen.run();
    let place = screen.get_by_role_and_label(Role::Button, "Open the room").rect();
    assert!(place.right() <= size.x && place.bottom() <= size.y, "{place}");
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[OpeningAction::Back]);
}
