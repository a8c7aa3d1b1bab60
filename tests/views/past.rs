//! The screens of what was played before: the list, a debrief that is opened again, and what is kept of one that cannot be.

use bedside::attempt::{Attempt, Mode, Notes};
use bedside::debrief::{Band, Scores, debrief};
use bedside::records::past::{HowItWent, KeptInWords, PastConversation, PlayedScenario};
use bedside::records::saved_attempt::LeftAt;
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, Timestamp};
use bedside::ui::debrief::{DebriefAction, DebriefPage, OpenedAgain, View, show as show_debrief};
use bedside::ui::past::{KeptAction, KeptPage, PastAction, PastList, PastRow, show, show_kept};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::debrief::{Page, all_open};
use super::harness::{Screen, controls, every_control_has_a_name, focused, open, reads, rests};
use super::rings::rings_are_for_the_keyboard;
use super::room::fits;
use super::samples::{finished, kettle};

const WHEN: &str = "3 March 2026, 14:05";

fn row(number: u8, how: HowItWent) -> PastRow {
    let told = PastConversation {
        id: AttemptId::of([number; 16]),
        scenario: "kettle".to_owned(),
        title: format!("The kettle, number {number}"),
        began: Timestamp::UNIX_EPOCH,
        mode: Mode::Practise,
        how,
    };
    PastRow { told, when: WHEN.to_owned(), can_go_on: true }
}

fn over(number: u8) -> PastRow {
    let scores = Scores { empathy: Some(72), clarity: None, de_escalation: Some(88) };
    row(number, HowItWent::Over { ending: Some("The door stays open".to_owned()), band: Some(Band::Secure), scores })
}

fn scenarios() -> Vec<PlayedScenario> {
    let played = |id: &str, times| PlayedScenario { id: id.to_owned(), title: format!("The {id}"), times };
    vec![played("kettle", 40), played("window", 2)]
}

/// The second of three pages, with two scenarios and one conversation that is not over.
struct Listed {
    scenarios: Vec<PlayedScenario>,
    under_way: Vec<PastRow>,
    over: Vec<PastRow>,
}

impl Listed {
    fn much() -> Self {
        let under_way = vec![row(90, HowItWent::UnderWay(LeftAt::Turn(4)))];
        Self { scenarios: scenarios(), under_way, over: (21..=40).map(over).collect() }
    }

    fn model(&self) -> PastList<'_> {
        PastList {
            scenario: None,
            scenarios: &self.scenarios,
            under_way: &self.under_way,
            over: &self.over,
            unread: 0,
            first: 21,
            total: 42,
            has_earlier: true,
            opened_last: None,
            guest: false,
            unreadable: false,
        }
    }
}

const NOTHING: PastList<'_> = PastList {
    scenario: None,
    scenarios: &[],
    under_way: &[],
    over: &[],
    unread: 0,
    first: 1,
    total: 0,
    has_earlier: false,
    opened_last: None,
    guest: false,
    unreadable: false,
};

/// Tabs to a control.
fn tab_to<A>(screen: &mut Screen<'_, A>, name: &str) {
    for _ in 0..60 {
        if focused(screen).as_deref() == Some(name) {
            return;
        }
        screen.key_press(Key::Tab);
        screen.run();
    }
    panic!("Tab does not lead to {name}");
}

#[test]
fn who_has_played_nothing_reads_what_will_stand_here() {
    let mut screen = open(|ui| show(ui, &NOTHING));
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Back to your progress"));
    assert!(reads(&screen, "Nothing stands here yet.") && reads(&screen, "its debrief can be opened again from here"));
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[PastAction::Back]);
    rests(&mut screen);
    let guest = open(|ui| show(ui, &PastList { guest: true, ..NOTHING }));
    assert!(reads(&guest, "gone when the window is closed"));
    let unreadable = open(|ui| show(ui, &PastList { unreadable: true, ..NOTHING }));
    assert!(reads(&unreadable, "cannot be read now") && !reads(&unreadable, "Nothing stands here yet."));
}

#[test]
fn each_is_read_with_its_time_its_end_and_its_scores_and_opened_by_keyboard_alone() {
    let listed = Listed::much();
    let mut screen = open(|ui| show(ui, &listed.model()));
    every_control_has_a_name(&screen);
    assert!(reads(&screen, "21 to 40 of 42 conversations"));
    let name = format!(
        "The kettle, number 22, {WHEN} \u{b7} practice: The door stays open, Secure. Empathy 72 \u{b7} De-escalation 88"
    );
    tab_to(&mut screen, &name);
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[PastAction::Open(AttemptId::of([22; 16]))]);
    rests(&mut screen);
    rings_are_for_the_keyboard("past conversations", |ui| show(ui, &listed.model()));
}

#[test]
fn other_pages_and_what_is_under_way_are_reached_by_a_screen_reader() {
    let listed = Listed::much();
    let mut screen = open(|ui| show(ui, &listed.model()));
    for name in ["Earlier ones", "Later ones", "Go on with The kettle, number 90"] {
        screen.get_by_role_and_label(Role::Button, name).click_accesskit();
        screen.run();
    }
    let wanted = [PastAction::Earlier, PastAction::Later, PastAction::GoOn("kettle".to_owned())];
    assert_eq!(screen.state(), &wanted);
    assert!(reads(&screen, "Left at turn 4"));
    let last = PastList { has_earlier: false, ..listed.model() };
    assert!(open(|ui| show(ui, &last)).query_by_label("Earlier ones").is_none());
    let first = PastList { first: 1, ..listed.model() };
    assert!(open(|ui| show(ui, &first)).query_by_label("Later ones").is_none());
    let under_way = [PastRow { can_go_on: false, ..listed.under_way[0].clone() }];
    let elsewhere = open(|ui| show(ui, &PastList { under_way: &under_way, ..listed.model() }));
    assert!(reads(&elsewhere, "It is open in another window") && elsewhere.query_by_label("Go on").is_none());
}

#[test]
fn one_scenario_can_be_shown_alone_and_it_is_said_which() {
    let listed = Listed::much();
    let mut screen = open(|ui| show(ui, &listed.model()));
    screen.get_by_label("Showing all scenarios").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::RadioButton, "The window (2)").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[PastAction::Scenario(Some("window".to_owned()))]);
    let one = PastList { scenario: Some("window"), ..listed.model() };
    let mut screen = open(|ui| show(ui, &one));
    screen.get_by_label("Showing only \u{201c}The window\u{201d}").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::RadioButton, "All of them").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[PastAction::Scenario(None)]);
}

#[test]
fn another_page_is_read_from_its_beginning_and_who_comes_back_is_where_they_were() {
    let listed = Listed::much();
    let first = std::cell::Cell::new(1);
    let mut screen = open(|ui| show(ui, &PastList { first: first.get(), ..listed.model() }));
    tab_to(&mut screen, "Earlier ones");
    first.set(21);
    screen.run_steps(2);
    assert_eq!(focused(&screen).as_deref(), Some("21 to 40 of 42 conversations"));
    let opened_last = Some(AttemptId::of([30; 16]));
    let screen = open(|ui| show(ui, &PastList { opened_last, ..listed.model() }));
    assert!(focused(&screen).is_some_and(|name| name.starts_with("The kettle, number 30,")));
}

#[test]
fn what_is_damaged_is_said_and_the_others_are_there() {
    let over = [row(1, HowItWent::NotKnown)];
    for (unread, words) in [(1, "One more conversation belongs here"), (3, "3 more conversations belong here")] {
        let screen = open(|ui| show(ui, &PastList { over: &over, unread, total: 4, ..NOTHING }));
        assert!(reads(&screen, words) && reads(&screen, "All others can be opened."));
        assert!(reads(&screen, "What it came to cannot be read."));
    }
}

#[test]
fn the_list_fits_with_long_names() {
    let mut listed = Listed::much();
    for row in listed.over.iter_mut().chain(&mut listed.under_way).take(3) {
        row.told.title = "withoutanyspace".repeat(9);
    }
    listed.under_way[0].told.title = "withoutanyspace".repeat(9);
    fits("past conversations", |ui| show(ui, &listed.model()));
}

fn passes() -> Vec<String> {
    vec!["1: the first time through".to_owned(), "2: again from turn 2".to_owned()]
}

fn again<'a>(passes: &'a [String], told: &'a [&'a str]) -> OpenedAgain<'a> {
    OpenedAgain { when: WHEN, mode: Mode::Practise, told, passes, pass: 0, can_play: true }
}

#[test]
fn a_debrief_that_is_opened_again_is_to_be_looked_at_and_cannot_be_changed() {
    let page = Page::of(&finished(&kettle()), None);
    let view = all_open();
    let notes = Notes { next_time: "ask first".to_owned(), ..Notes::default() };
    let told = ["The scores are by today\u{2019}s weights."];
    let passes = passes();
    let model = || DebriefPage { again: Some(again(&passes, &told)), notes: &notes, ..page.model(&view) };
    let mut screen = open(|ui| show_debrief(ui, &model()));
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen), Some(format!("Opened again: {WHEN}, practice")));
    assert!(reads(&screen, told[0]) && reads(&screen, "ask first") && reads(&screen, "not filled in"));
    let typed = |role: &Role| matches!(role, Role::TextInput | Role::MultilineTextInput);
    assert!(controls(&screen).iter().all(|(role, _)| !typed(role)), "there is nothing to type in");
    let plays_on = |name: &Option<String>| name.as_ref().is_some_and(|name| name.starts_with("Play again from"));
    assert!(controls(&screen).iter().all(|(_, name)| !plays_on(name)), "nor to add to what is kept");
    screen.get_by_role_and_label(Role::RadioButton, "2: again from turn 2").click_accesskit();
    screen.run();
    for name in ["Play again", "Back to past conversations"] {
        screen.get_by_role_and_label(Role::Button, name).click_accesskit();
        screen.run();
    }
    screen.key_press(Key::Escape);
    screen.run();
    let wanted = [DebriefAction::Pass(1), DebriefAction::PlayAgain, DebriefAction::Leave, DebriefAction::Leave];
    assert_eq!(screen.state(), &wanted);
    let gone = DebriefPage { again: Some(OpenedAgain { can_play: false, ..again(&passes[..1], &told) }), ..model() };
    let screen = open(|ui| show_debrief(ui, &gone));
    assert!(
        screen.query_by_label("Play again").is_none() && screen.query_by_label("1: the first time through").is_none()
    );
    let closed = View::default();
    fits("a debrief opened again", |ui| show_debrief(ui, &DebriefPage { view: &closed, ..model() }));
}

/// What is kept of a conversation with the kettle.
fn outcome() -> Outcome {
    let session = finished(&kettle());
    let transcript = session.transcript();
    let attempt = Attempt::begin(Mode::Practise, transcript.clone());
    let (began, person) = (Timestamp::UNIX_EPOCH, PersonId::of([1; 16]));
    let app = "0.1.0".to_owned();
    let occasion = Occasion { attempt: AttemptId::of([1; 16]), person, app, began, ended: began };
    Outcome::of(occasion, session.scenario(), &attempt, &debrief(session.scenario(), transcript).expect("it fits"))
}

#[test]
fn where_there_is_no_debrief_it_is_said_why_and_what_is_kept_is_shown() {
    let outcome = outcome();
    let kept = KeptInWords::of(&outcome);
    let passes = passes();
    let model =
        KeptPage { title: "The kettle", why: "Its text is gone.", kept: Some(&kept), again: Some(again(&passes, &[])) };
    let mut screen = open(|ui| show_kept(ui, &model));
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Back to past conversations"));
    assert!(reads(&screen, "Its text is gone.") && reads(&screen, "What you chose"));
    assert!(outcome.decisions.iter().all(|made| reads(&screen, &made.choice)));
    screen.get_by_role_and_label(Role::RadioButton, "2: again from turn 2").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Play again").click_accesskit();
    screen.run();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[KeptAction::Pass(1), KeptAction::PlayAgain, KeptAction::Back]);
    rests(&mut screen);
    rings_are_for_the_keyboard("what is kept", |ui| show_kept(ui, &model));
    fits("what is kept", |ui| show_kept(ui, &model));
    let nothing = open(|ui| show_kept(ui, &KeptPage { kept: None, again: None, ..model }));
    assert!(reads(&nothing, "Its text is gone.") && !reads(&nothing, "Opened again"));
}
