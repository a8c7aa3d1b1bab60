//! Development over time, as it is read and pressed.

use bedside::records::progress::Aims;
use bedside::records::{Measure, Outcome, Timestamp};
use bedside::ui::progress::{ProgressAction, show};
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{Screen, every_control_has_a_name, reads, rests};
use super::progress::{Page, much};
use super::progress_aims::press;
use super::room::fits_after;

const MONTH: i64 = 31 * 24 * 60 * 60;

/// The same attempts, each so many months later.
fn over(months: &[i64]) -> Vec<Outcome> {
    let moved = much().into_iter().zip(months).map(|(mut outcome, month)| {
        outcome.ended = Timestamp::from_second(outcome.ended.as_second() + month * MONTH).expect("a time");
        outcome
    });
    moved.collect()
}

/// Eight first attempts in November, December and February, and four of practice in November and February.
fn two_kinds() -> Vec<Outcome> {
    let mut outcomes = over(&[0, 0, 0, 0, 1, 1, 1, 3, 3, 3, 3, 3]);
    for outcome in outcomes.iter_mut().step_by(3) {
        outcome.first = false;
    }
    outcomes
}

fn months<A>(screen: &Screen<'_, A>) -> Vec<(String, bool)> {
    let nodes = screen.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::Button);
    let named = nodes.filter_map(|node| {
        let name = node.accesskit_node().label().filter(|name| name.contains("attempt") && name.contains(": "))?;
        Some((name, node.accesskit_node().toggled() == Some(Toggled::True)))
    });
    named.collect()
}

#[test]
fn one_month_and_one_attempt_have_no_picture() {
    for outcomes in [&over(&[0; 12])[..], &over(&[0])[..]] {
        let told = Page::aiming(outcomes, Aims::default());
        let screen = told.screen();
        assert!(!reads(&screen, "Over time") && !reads(&screen, "Month by month"));
    }
}

#[test]
fn each_month_is_a_button_whose_numbers_are_read_and_shown() {
    let told = Page::aiming(&two_kinds(), Aims::default());
    let mut screen = told.screen();
    every_control_has_a_name(&screen);
    let said = |place: usize| {
        let means = &told.told.months[place].first;
        let said = Measure::ALL.map(|measure| format!("{} {}", measure.label(), means.of(measure).expect("asked for")));
        said.join(", ")
    };
    let names = ["November 2026", "December 2026", "February 2027"];
    let buttons = months(&screen);
    for (place, (button, name)) in buttons.iter().zip(names).enumerate() {
        assert!(button.0.starts_with(name) && button.0.ends_with(&said(place)), "{button:?}");
        assert_eq!(button.1, place == 2, "the latest is shown: {button:?}");
    }
    assert_eq!(buttons.len(), 3);
    press(&mut screen, &buttons[0].0);
    assert!(months(&screen)[0].1);
    assert!(screen.query_by_label(&said(0)).is_some(), "its numbers stand below");
    rests(&mut screen);
}

#[test]
fn practice_is_apart_from_first_attempts_and_both_are_in_the_list() {
    let told = Page::aiming(&two_kinds(), Aims::default());
    let mut screen = told.screen();
    assert!(reads(&screen, "First attempts by month, November 2026 to February 2027: Empathy from "));
    press(&mut screen, "Practice");
    assert!(reads(&screen, "Practice by month, November 2026 to February 2027: Empathy from "));
    press(&mut screen, "Month by month");
    let list: Vec<_> = ["February 2027", "December 2026", "November 2026"]
        .map(|month| screen.get_by_role_and_label(Role::Heading, month).rect().top())
        .to_vec();
    assert!(list.is_sorted(), "the latest first");
    assert_eq!(screen.state(), &[] as &[ProgressAction], "nothing is requested by looking");
}

#[test]
fn what_was_done_in_one_month_alone_is_in_the_list_without_a_picture_or_a_choice() {
    let mut outcomes = over(&[0, 1]);
    outcomes[1].first = false;
    let told = Page::aiming(&outcomes, Aims::default());
    let mut screen = told.screen();
    assert!(!reads(&screen, " by month, ") && screen.query_by_label("Practice").is_none());
    press(&mut screen, "Month by month");
    assert!(reads(&screen, "November 2026") && reads(&screen, "December 2026"));
}

#[test]
fn many_months_fit_and_earlier_ones_are_in_the_list() {
    let mut outcomes: Vec<Outcome> = two_kinds().into_iter().cycle().take(80).collect();
    for (outcome, month) in outcomes.iter_mut().zip(0..) {
        let ended = outcome.ended.as_second() + (month / 2) * MONTH;
        outcome.ended = Timestamp::from_second(ended).expect("a time");
        outcome.first = month % 2 == 0;
    }
    let told = Page::aiming(&outcomes, Aims::default());
    let screen = told.screen();
    let shown = months(&screen).len();
    assert!((10..=24).contains(&shown), "{shown}");
    assert!(reads(&screen, "Earlier months have no room in the picture."));
    let open = |screen: &mut Screen<'_, ()>| press(screen, "Month by month");
    fits_after("many months", |ui| show(ui, &told.page()), open);
}
