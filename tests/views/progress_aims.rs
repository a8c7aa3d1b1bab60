//! What somebody wants to reach, chosen by keyboard and over what a screen reader is told.

use bedside::records::progress::{AimChange, Aimed, Aims};
use bedside::records::{Measure, Outcome};
use bedside::ui::progress::{ProgressAction, show};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{Screen, every_control_has_a_name, focused, reads, rests};
use super::progress::{AFTER, BEFORE, Page, much, outcome};
use super::room::fits_after;
use crate::support;

fn compare(ids: [Option<&str>; 2]) -> AimChange {
    AimChange::Compare(ids.map(|id| id.map(str::to_owned)))
}

fn aiming(changes: &[AimChange]) -> Aims {
    let mut aims = Aims::default();
    for change in changes {
        aims.change(change.clone());
    }
    aims
}

/// Tabs to something and presses Enter.
pub(super) fn press<A>(screen: &mut Screen<'_, A>, name: &str) {
    tab_to(screen, name);
    screen.key_press(Key::Enter);
    screen.run();
}

fn tab_to<A>(screen: &mut Screen<'_, A>, name: &str) {
    for _ in 0..80 {
        if focused(screen).as_deref() == Some(name) {
            return;
        }
        screen.key_press(Key::Tab);
        screen.run();
    }
    panic!("Tab does not come to {name:?}");
}

/// What was requested with these aims, after these were pressed.
fn requested(outcomes: &[Outcome], aims: &Aims, names: &[&str]) -> Vec<ProgressAction> {
    let told = Page::aiming(outcomes, aims.clone());
    let mut screen = told.screen();
    for name in names {
        press(&mut screen, name);
    }
    every_control_has_a_name(&screen);
    rests(&mut screen);
    screen.state().clone()
}

const COMPARE: &str = "Compare a first conversation with a later one";

#[test]
fn two_scenarios_to_compare_are_chosen_and_taken_back_by_keyboard() {
    let told = Page::aiming(&[], Aims::default());
    let [before, after] = [BEFORE, AFTER].map(|id| told.titles[id].as_str());
    let (open_before, open_after) = (format!("Before: {before}"), format!("After: {after}"));
    let twin = format!("{after} (asks the same of you)");
    let only = aiming(&[compare([Some(BEFORE), None])]);
    let both = aiming(&[compare([Some(BEFORE), Some(AFTER)])]);
    for (aims, pressed, wanted) in [
        (&Aims::default(), vec![COMPARE, "Before: Not chosen", before], [Some(BEFORE), None]),
        (&only, vec![COMPARE, "After: Not chosen", &twin], [Some(BEFORE), Some(AFTER)]),
        (&both, vec![COMPARE, &open_before, "Not chosen"], [None, Some(AFTER)]),
        (&both, vec![COMPARE, &open_after, "Not chosen"], [Some(BEFORE), None]),
        (&both, vec![COMPARE, &open_before, after], [Some(AFTER), None]),
    ] {
        assert_eq!(requested(&[], aims, &pressed), [ProgressAction::Aim(compare(wanted))], "{pressed:?}");
    }
}

#[test]
fn the_other_one_of_a_pair_cannot_be_chosen_twice() {
    let told = Page::aiming(&[], aiming(&[compare([Some(BEFORE), None])]));
    let mut screen = told.screen();
    press(&mut screen, COMPARE);
    assert!(reads(&screen, "no gain can be told"), "it is said what a gain is");
    press(&mut screen, "After: Not chosen");
    assert!(screen.query_by_role_and_label(Role::RadioButton, &told.titles[BEFORE]).is_none());
}

#[test]
fn a_target_is_set_with_the_arrows_and_taken_back() {
    let empathy = Aimed::Measure(Measure::ALL[0]);
    let told = Page::aiming(&much(), Aims::default());
    let mut screen = told.screen();
    press(&mut screen, "Set targets");
    tab_to(&mut screen, "Target for Empathy");
    let said = screen.get_by_role_and_label(Role::Slider, "Target for Empathy").value();
    assert_eq!(said, Some(format!("{} of 100, the mark to pass", told.pass)));
    screen.key_press(Key::ArrowRight);
    screen.run();
    let target = told.pass + 5;
    assert_eq!(screen.state(), &[ProgressAction::Aim(AimChange::Target(empathy.clone(), Some(target)))]);
    let set = aiming(&[AimChange::Target(empathy.clone(), Some(target))]);
    let back = requested(&much(), &set, &["Set targets", "Take back the target for Empathy"]);
    assert_eq!(back, [ProgressAction::Aim(AimChange::Target(empathy, None))]);
}

#[test]
fn a_strategy_has_a_target_of_its_own_which_can_be_taken_back_when_it_is_not_practised_any_more() {
    let told = Page::aiming(&much(), Aims::default());
    let strategy = told.told.strategies[0].strategy.clone();
    let mut screen = told.screen();
    press(&mut screen, "Set targets");
    press(&mut screen, "By strategy");
    let aimed = Aimed::Strategy(strategy);
    tab_to(&mut screen, &format!("Target for {}", aimed.in_words()));
    screen.key_press(Key::ArrowLeft);
    screen.run();
    assert_eq!(screen.state(), &[ProgressAction::Aim(AimChange::Target(aimed, Some(told.pass - 5)))]);
    let gone = Aimed::Strategy("Juggling".to_owned());
    let aims = aiming(&[AimChange::Target(gone.clone(), Some(90))]);
    let back = requested(&[], &aims, &["Set targets", "By strategy", "Take back the target for practice of juggling"]);
    assert_eq!(back, [ProgressAction::Aim(AimChange::Target(gone, None))]);
}

#[test]
fn a_target_decides_what_is_left_to_reach() {
    let outcomes = [outcome(&support::shipped_as(BEFORE), 1, 0)];
    let low = Measure::ALL.map(|measure| AimChange::Target(Aimed::Measure(measure), Some(0)));
    let mut low = aiming(&low);
    for standing in Page::aiming(&outcomes, Aims::default()).told.strategies {
        low.change(AimChange::Target(Aimed::Strategy(standing.strategy), Some(0)));
    }
    let reached = Page::aiming(&outcomes, low.clone());
    assert!(!reads(&reached.screen(), "What is left to reach"));
    low.change(AimChange::Target(Aimed::Measure(Measure::Overall), Some(100)));
    let latest = reached.told.measures[3].1.latest.expect("it is scored");
    let told = Page::aiming(&outcomes, low);
    assert!(reads(&told.screen(), &format!("latest {latest}, target 100: {} to go", 100 - latest)));
}

#[test]
fn a_full_start_and_a_loss_are_told_as_they_are() {
    let [before, after] = [(BEFORE, 1), (AFTER, 2)].map(|(id, day)| outcome(&support::shipped_as(id), day, 0));
    let mut outcomes = [before, after];
    outcomes[0].scores.empathy = Some(100);
    outcomes[0].scores.clarity = Some(80);
    outcomes[1].scores.clarity = Some(60);
    outcomes[1].scores.empathy = Some(70);
    let told = Page::aiming(&outcomes, aiming(&[compare([Some(BEFORE), Some(AFTER)])]));
    let screen = told.screen();
    assert!(reads(&screen, "100, then 70: no gain can be told, since you began at 100"));
    assert!(reads(&screen, "80, then 60: 20 less than before"));
}

#[test]
fn all_that_can_be_chosen_fits() {
    let told = Page::aiming(&much(), aiming(&[compare([Some(BEFORE), Some(AFTER)])]));
    let [before, after] = [BEFORE, AFTER].map(|id| told.titles[id].as_str());
    let (before, after) = (format!("Before: {before}"), format!("After: {after}"));
    for names in [[COMPARE, &before, &after], ["Set targets", "By strategy", COMPARE]] {
        let open = |screen: &mut Screen<'_, ()>| names.iter().for_each(|name| press(screen, name));
        fits_after("what is to be reached", |ui| show(ui, &told.page()), open);
    }
}
