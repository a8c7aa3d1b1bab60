//! The screen of one person's progress.

use std::collections::BTreeMap;
use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes};
use bedside::debrief::debrief;
use bedside::hash::ContentHash;
use bedside::records::progress::{AimChange, Aimed, Aims, Progress, ProgressAsked, ProgressTold, Shelved};
use bedside::records::{AttemptId, Measure, Occasion, Outcome, PersonId, Timestamp};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};
use bedside::ui::progress::{ProgressAction, ProgressPage, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::epaint::StrokeKind;
use egui::{Key, Shape, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;

use super::harness::{Screen, every_control_has_a_name, focused, open, open_with, reads, rests};
use super::rings::rings_are_for_the_keyboard;
use super::room::fits;
use crate::support;

pub(super) const BEFORE: &str = "two-hours-in";
pub(super) const AFTER: &str = "second-letter";
const DAY: i64 = 24 * 60 * 60;

/// What somebody is told who played so much, and what is at hand.
pub(super) struct Page {
    pub(super) told: ProgressTold,
    pub(super) titles: BTreeMap<String, String>,
    aims: Aims,
    pub(super) pass: u8,
}

impl Page {
    /// Of somebody who compares the two, and wants to come to 95.
    fn of(outcomes: &[Outcome]) -> Self {
        let mut aims = Aims::default();
        aims.change(AimChange::Compare([BEFORE, AFTER].map(|id| Some(id.to_owned()))));
        for measure in Measure::ALL {
            aims.change(AimChange::Target(Aimed::Measure(measure), Some(95)));
        }
        Self::aiming(outcomes, aims)
    }

    pub(super) fn aiming(outcomes: &[Outcome], aims: Aims) -> Self {
        let mut progress = Progress::default();
        for outcome in outcomes {
            progress.add(outcome);
        }
        let scenarios = support::shipped();
        let library: Vec<Shelved<'_>> = scenarios.iter().map(|scenario| Shelved::from(&**scenario)).collect();
        let rubric = &scenarios[0].rubric;
        let told = progress.told(ProgressAsked { library: &library, rubric, aims: &aims, today: date(2026, 11, 30) });
        let titles = scenarios.iter().map(|one| (one.id.clone(), one.title.clone())).collect();
        Self { told, titles, aims, pass: rubric.model.pass }
    }

    pub(super) fn page(&self) -> ProgressPage<'_> {
        ProgressPage { told: &self.told, titles: &self.titles, aims: &self.aims, pass: self.pass }
    }

    pub(super) fn screen(&self) -> Screen<'_, ProgressAction> {
        open(|ui| show(ui, &self.page()))
    }
}

/// An attempt on a day after 1 November 2026, in which the option at a place is always taken.
pub(super) fn outcome(scenario: &Arc<Scenario>, day: u8, place: usize) -> Outcome {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(u64::from(day)));
    while let Some(&last) = session.current_scene().offer.last() {
        let choice = session.current_scene().offer.get(place).copied().unwrap_or(last);
        session.choose(choice, Some(2_000)).expect("it is on offer");
    }
    let transcript = session.transcript();
    let attempt = Attempt::begin(Mode::Practise, transcript.clone());
    let debrief = debrief(scenario, transcript).expect("it is of this scenario");
    let time: Timestamp = "2026-11-01T12:00:00Z".parse().expect("a time");
    let time = Timestamp::from_second(time.as_second() + i64::from(day) * DAY).expect("a time");
    let (attempt_id, person) = (AttemptId::of([day; 16]), PersonId::of([1; 16]));
    let occasion = Occasion { attempt: attempt_id, person, app: "0.1.0".to_owned(), began: time, ended: time };
    Outcome::of(occasion, scenario, &attempt, &debrief)
}

/// Three attempts at each of four scenarios, one of which was edited in between, and all that can be said of them.
pub(super) fn much() -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (number, id) in (0u8..).zip([BEFORE, "too-many-pills", "let-me-out", AFTER]) {
        let scenario = support::shipped_as(id);
        outcomes.extend((0u8..3).map(|time| outcome(&scenario, 1 + 3 * number + time, usize::from(2 - time))));
    }
    let next_time = "ask what worries them most before I explain anything at all".to_owned();
    outcomes[5].notes = Notes { next_time, by: "20 November".to_owned(), ..Notes::default() };
    outcomes[1].scenario.hash = ContentHash::of(["edited"]);
    outcomes
}

fn headings<A>(screen: &Screen<'_, A>) -> Vec<usize> {
    let nodes = screen.root().children_recursive();
    let headings = nodes.filter(|node| node.accesskit_node().role() == Role::Heading);
    headings.filter_map(|node| node.accesskit_node().level()).collect()
}

#[test]
fn who_has_played_nothing_reads_how_to_begin_and_is_led_there() {
    let told = Page::of(&[]);
    let mut screen = told.screen();
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Back to the library"));
    assert!(reads(&screen, "You have not finished a conversation yet.") && reads(&screen, "Play one to its end"));
    for absent in ["Where you stand", "Before and after", "Scenario by scenario"] {
        assert!(!reads(&screen, absent), "{absent}");
    }
    let begin = &told.told.next[0];
    screen.get_by_role_and_label(Role::Button, &format!("Open {}", begin.title)).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ProgressAction::Open(begin.scenario.clone())]);
    rests(&mut screen);
}

#[test]
fn escape_and_back_lead_back() {
    let told = Page::of(&[]);
    let mut screen = told.screen();
    for key in [Key::Enter, Key::Escape] {
        screen.key_press(key);
        screen.run();
    }
    assert_eq!(screen.state(), &[ProgressAction::Back, ProgressAction::Back]);
}

#[test]
fn one_attempt_has_a_first_and_no_latest_or_best_beside_it() {
    let outcome = outcome(&support::shipped_as(BEFORE), 1, 0);
    let empathy = outcome.scores.empathy.expect("it was asked for");
    let told = Page::of(&[outcome]);
    let screen = told.screen();
    assert!(reads(&screen, "From one conversation so far."));
    assert!(reads(&screen, &format!("Empathy, first: {empathy} of 100")));
    assert!(!reads(&screen, ", latest:") && !reads(&screen, ", best:"));
    assert!(reads(&screen, "You have not met the scenario for after since then."));
}

#[test]
fn every_mark_of_many_attempts_is_read_with_its_number() {
    let told = Page::of(&much());
    let mut screen = told.screen();
    every_control_has_a_name(&screen);
    for (measure, heights) in told.told.measures.into_iter().filter(|(measure, _)| *measure != Measure::Overall) {
        for (word, score) in [("first", heights.first), ("latest", heights.latest), ("best", heights.best)] {
            let score = score.expect("every dimension was asked for");
            let mark = format!("{}, {word}: {score} of 100", measure.label());
            assert!(reads(&screen, &mark), "{mark}");
        }
    }
    assert!(reads(&screen, "Ready since 20 November 2026"));
    let levels = headings(&screen);
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is left out: {levels:?}");
    rests(&mut screen);
}

#[test]
fn what_comes_first_is_said_once_and_in_the_words_of_the_records() {
    let told = Page::of(&much());
    let screen = told.screen();
    assert!(screen.query_by_label(&told.told.first).is_some());
    assert!(told.told.next.iter().take(3).all(|next| reads(&screen, &next.told())));
    let gains = &told.told.baseline.as_ref().expect("a pair was chosen").gains;
    assert!(!gains.is_empty() && reads(&screen, "All together you came to"));
}

#[test]
fn behaviours_of_then_stand_beside_those_of_now_a_press_away() {
    let told = Page::of(&much());
    let mut screen = told.screen();
    let one =
        told.told.then_and_now.shown.iter().find(|one| one.good && one.first != one.latest).expect("it is learnt");
    let counts = format!("First in {}, latest in {}", one.first, one.latest);
    assert!(!reads(&screen, &counts));
    screen.get_by_label("What does patients good").click_accesskit();
    screen.run();
    assert!(reads(&screen, &counts) && screen.query_by_label(&one.label).is_some());
}

#[test]
fn what_is_most_pressing_is_reached_by_tab_and_opened_by_enter() {
    let told = Page::of(&much());
    let mut screen = told.screen();
    let next = &told.told.next[0];
    let name = format!("Open {}", next.title);
    for _ in 0..3 {
        screen.key_press(Key::Tab);
        screen.run();
        if focused(&screen).as_deref() == Some(&name) {
            break;
        }
    }
    screen.key_press(Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[ProgressAction::Open(next.scenario.clone())]);
    rings_are_for_the_keyboard("the progress", |ui| show(ui, &told.page()));
}

#[test]
fn more_than_three_to_play_are_a_press_away() {
    let mut outcomes = much();
    for outcome in &mut outcomes {
        outcome.notes.next_time = format!("ask first in {}", outcome.scenario.title);
    }
    let told = Page::of(&outcomes);
    let (last, open) = (told.told.next.last().expect("all are due"), "One more to play");
    assert_eq!(told.told.next.len(), 4);
    let mut screen = told.screen();
    let name = format!("Open {}", last.title);
    assert!(screen.query_by_role_and_label(Role::Button, &name).is_none());
    screen.get_by_label(open).click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::Button, &name).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ProgressAction::Open(last.scenario.clone())]);
}

#[test]
fn a_scenario_opens_to_its_texts_kept_apart_and_can_be_played_again() {
    let told = Page::of(&much());
    let mut screen = told.screen();
    let title = told.titles[BEFORE].as_str();
    assert!(!reads(&screen, "Its texts are kept apart."));
    screen
        .get_by(|node| node.label().is_some_and(|label| label.starts_with(title) && label.contains("first ")))
        .click_accesskit();
    screen.run();
    assert!(reads(&screen, "Its texts are kept apart.") && reads(&screen, "One conversation, 3 November 2026"));
    assert!(reads(&screen, "The text played last") && reads(&screen, "Another text"));
    screen.get_by_role_and_label(Role::Button, &format!("Play {title} again")).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ProgressAction::Open(BEFORE.to_owned())]);
}

#[test]
fn in_a_narrow_window_with_the_largest_text_nothing_leaves_its_sides() {
    let told = Page::of(&much());
    let large = Settings { text: TextSize::nearest(200), ..Settings::default() };
    for width in [420.0, 640.0, 800.0] {
        let mut screen = open_with(large, vec2(width, 9_000.0), |ui| show(ui, &told.page()));
        screen.run();
        let cards = card_sides(&screen);
        assert!(cards.len() > 3 && cards.iter().all(|right| *right < width - 16.0), "{width}: {cards:?}");
    }
}

/// The right sides of all cards.
fn card_sides<A>(screen: &Screen<'_, A>) -> Vec<f32> {
    let shapes = screen.output().shapes.iter();
    let rects = shapes.filter_map(|clipped| match &clipped.shape {
        Shape::Rect(rect) if rect.stroke_kind == StrokeKind::Inside && rect.corner_radius.nw >= 10 => {
            Some(rect.rect.right())
        }
        _ => None,
    });
    rects.collect()
}

#[test]
fn progress_fits_with_long_names_and_a_thousand_attempts() {
    fits("the progress of nobody", |ui| show(ui, &Page::of(&[]).page()));
    let mut outcomes = much();
    let long = "withoutanyspace".repeat(9);
    for outcome in &mut outcomes[..3] {
        outcome.scenario.title.clone_from(&long);
        outcome.scenario.practises = vec![long.clone()];
        outcome.notes.next_time.clone_from(&long);
    }
    let mut thousand: Vec<Outcome> = outcomes.iter().cycle().take(1_000).cloned().collect();
    for (outcome, hours) in thousand.iter_mut().zip(0_i64..) {
        // Over more months than there is room for.
        outcome.ended = Timestamp::from_second(outcome.ended.as_second() - hours * 24 * 3_600).expect("a time");
        outcome.first = hours.rem_euclid(5) == 0;
    }
    let told = Page::of(&thousand);
    assert_eq!(told.told.attempts, 1_000);
    fits("much progress", |ui| show(ui, &told.page()));
}
