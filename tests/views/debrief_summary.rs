//! The summary before the debrief: whole on the first screen of a small window, and the page below it short while folded.

use std::collections::BTreeMap;
use std::sync::Arc;

use bedside::analysis::{ChanceModel, Limits, Roads};
use bedside::attempt::Mode;
use bedside::debrief::page::PartName;
use bedside::debrief::{Mark, Marks};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session};
use bedside::ui::debrief::{DebriefAction, DebriefPage, View, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Event, Key, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::debrief::{Page, played};
use super::harness::{Screen, every_control_has_a_name, open, open_with, reads, rests, texts, turn_wheel};
use super::samples::{after, kettle};
use crate::support::shipped;

/// The most common screen in a hospital.
const ORDINARY: Vec2 = vec2(1366.0, 768.0);
/// How many screens long the page may be while it is folded.
const MOST_SCREENS: f32 = 4.0;

/// Marks that stand close together, as most do.
const MARKS: Marks = Marks { random: mark(41), stranger: mark(43), developing: mark(68), expert: mark(92) };

const fn mark(score: u8) -> Mark {
    Mark { strategy: "", label: "", empathy: Some(score), clarity: Some(score), de_escalation: Some(score) }
}

/// How somebody plays whose attempts are measured.
#[derive(Clone, Copy, Debug)]
enum Player {
    Worst,
    /// Now the best, now the one in the middle, now the worst.
    Typical,
    Best,
}

fn play(scenario: &Arc<Scenario>, player: Player) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(7));
    while !session.is_over() {
        let stage = session.state().mind.stage;
        let mut ranked: Vec<ChoiceId> = session.current_scene().offer.clone();
        ranked.sort_by_key(|&id| (scenario.choice(id).points_at(stage).sum(), id));
        let last = ranked.len() - 1;
        let rank = match (player, session.transcript().turns.len() % 3) {
            (Player::Worst, _) | (Player::Typical, 2) => 0,
            (Player::Typical, 1) => last / 2,
            (Player::Best | Player::Typical, _) => last,
        };
        session.choose(ranked[rank], None).expect("it is on offer");
    }
    session
}

/// Where the page ends and where the bar begins, in points from the window's top.
fn foot<A>(screen: &Screen<'_, A>) -> [f32; 2] {
    let end = screen.get_by_label_contains("What this measures, and what it does not: ").rect().bottom();
    [end, screen.get_by_label("Play again").rect().top()]
}

#[test]
#[allow(clippy::print_stdout, reason = "`scripts/screens --fit` prints these figures")]
fn folded_it_is_four_screens_at_most_and_what_one_takes_home_is_on_the_first() {
    for scenario in shipped() {
        let model = ChanceModel::Seeded(Chance::from_seed(7));
        let roads = Roads::explore(&scenario, model, Limits::default()).expect("it ships");
        for player in [Player::Worst, Player::Typical, Player::Best] {
            let mut page = Page::of(&play(&scenario, player), Some(&roads));
            page.debrief.marks = Some(MARKS);
            let view = View::default();
            let screen = open_with(Settings::default(), ORDINARY, |ui| show(ui, &page.model(&view)));
            let [end, bar] = foot(&screen);
            let summary = screen.get_by_role_and_label(Role::TextInput, "Next time I will \u{2026}").rect().bottom();
            let screens = end / bar;
            println!("debrief of {}, {player:?}: {screens:.1} screens, the summary {:.2}", scenario.id, summary / bar);
            assert!(screens <= MOST_SCREENS, "{}, {player:?}: {screens} screens", scenario.id);
            assert!(
                summary <= bar,
                "{}, {player:?}: the summary ends at {summary}, the bar begins at {bar}",
                scenario.id
            );
        }
    }
}

#[test]
fn it_says_what_to_keep_and_what_to_change_and_leads_back_there() {
    let page = played(&["name", "late"]);
    let view = View::default();
    let mut screen = open_with(Settings::default(), ORDINARY, |ui| show(ui, &page.model(&view)));
    for words in [
        "One thing to keep",
        "In your own words, first:  \u{201c}Hello there\u{201d}",
        "You, at turn 1:  \u{201c}You sound worried about it.\u{201d}",
        "One thing to change",
        "You, at turn 2:  \u{201c}You should have rung.\u{201d}",
        "What might have worked:  \u{201c}Thank you for telling me.\u{201d}",
        "It could have led to:  the same ending",
        "Ruth Ode at the end: ",
    ] {
        assert!(reads(&screen, words), "{words}: {:?}", texts(&screen));
    }
    screen.get_by_label("Play again from there, turn 2").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[DebriefAction::PlayFrom(1)]);
    every_control_has_a_name(&screen);
    rests(&mut screen);
    drop(screen);
    let screen = open(|ui| show(ui, &DebriefPage { mode: Mode::Assess, ..page.model(&view) }));
    assert!(!reads(&screen, "Play again from there"));
    assert!(reads(&screen, "When you practise, you can play again from this turn."));
}

#[test]
fn what_the_other_choice_would_have_led_to_is_worked_out_while_one_reads() {
    let page = played(&["name", "late"]);
    let view = View::default();
    let screen = open(|ui| show(ui, &DebriefPage { what_if: None, ..page.model(&view) }));
    assert!(reads(&screen, "It could have led to:  working out\u{2026}"), "{:?}", texts(&screen));
}

#[test]
fn without_a_turn_with_everything_best_and_with_nothing_good_it_has_words_of_its_own() {
    let view = View::default();
    let nothing = Page::of(&after(&kettle(), &[]), None);
    let screen = open(|ui| show(ui, &nothing.model(&view)));
    assert!(reads(&screen, "it is all still ahead"), "{:?}", texts(&screen));
    assert!(reads(&screen, "Nothing yet."));
    drop(screen);
    let best = played(&["name", "thank"]);
    let screen = open(|ui| show(ui, &best.model(&view)));
    assert!(reads(&screen, "Nothing: each time you took the best"), "{:?}", texts(&screen));
    drop(screen);
    let harsh = played(&["order", "late"]);
    let screen = open(|ui| show(ui, &harsh.model(&view)));
    assert!(reads(&screen, "No choice this time was one to repeat as it was."), "{:?}", texts(&screen));
}

#[test]
fn its_note_on_next_time_is_the_one_below() {
    let page = played(&["name", "thank"]);
    let view = View::default();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    let next = screen.get_by_label("Next time I will \u{2026}");
    next.focus();
    next.type_text("wait");
    screen.run();
    let kept = |action: &DebriefAction| matches!(action, DebriefAction::Notes(notes) if notes.next_time == "wait");
    assert!(screen.state().iter().any(kept), "{:?}", screen.state());
}

#[test]
fn a_part_opens_by_its_heading_and_by_the_line_that_says_what_is_inside() {
    let page = played(&["name", "thank"]);
    let view = View::default();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    assert!(!reads(&screen, "Mrs Ode thinks, afterwards"), "it is folded");
    let line =
        "How it was for Mrs Ode: \u{201c}She did look at me first.\u{201d}, and what else Mrs Ode would say if asked";
    screen.get_by_label(line).click_accesskit();
    screen.run();
    let opened = View { open: [PartName::HowItWas].into(), ..View::default() };
    assert_eq!(screen.state(), &[DebriefAction::View(opened.clone())]);
    drop(screen);
    let mut screen = open_with(Settings::default(), ORDINARY, |ui| show(ui, &page.model(&opened)));
    assert!(reads(&screen, "Mrs Ode thinks, afterwards"));
    let heading = screen.get_by_role_and_label(Role::Heading, "What happened");
    heading.scroll_to_me();
    screen.run();
    screen.get_by_role_and_label(Role::Heading, "What happened").click();
    screen.run();
    let both = View { open: [PartName::WhatHappened, PartName::HowItWas].into(), ..View::default() };
    assert_eq!(screen.state(), &[DebriefAction::View(both)]);
}

#[test]
fn escape_leaves_for_the_library() {
    let page = played(&["name", "thank"]);
    let view = View::default();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[DebriefAction::Leave]);
}

#[test]
fn what_comes_next_stays_in_view_at_every_size_of_text() {
    let page = played(&["name", "thank"]);
    let view = View { open: PartName::ALL.into(), ..View::default() };
    for percent in [80, 100, 150, 200] {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let screen = open_with(settings, ORDINARY, |ui| show(ui, &page.model(&view)));
        for label in ["Play again", "Save this page", "Save all of it, every turn in full", "To the library"] {
            let rect = screen.get_by_role_and_label(Role::Button, label).rect();
            assert!(rect.bottom() <= ORDINARY.y, "{percent} %: {label} at {rect:?}");
        }
    }
}

#[test]
fn the_wheel_turns_the_page_over_what_comes_next_too() {
    let page = played(&["name", "thank"]);
    let view = View { open: PartName::ALL.into(), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    let part = |screen: &Screen<'_, DebriefAction>| screen.get_by_label_contains("What happened: ").rect().top();
    let before = part(&screen);
    let bar = screen.get_by_role_and_label(Role::Button, "To the library").rect();
    screen.event(Event::PointerMoved(bar.center()));
    turn_wheel(&mut screen);
    assert!(part(&screen) < before - 100.0, "{before} became {}", part(&screen));
}

#[test]
fn the_survey_shows_four_answers_each_with_the_words_it_rests_on_and_folds_the_rest() {
    let scenario = &shipped()[0];
    let page = Page::of(&play(scenario, Player::Typical), None);
    let view = View { open: [PartName::HowItWas].into(), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    let asked: Vec<&str> =
        page.debrief.survey.iter().filter(|item| item.answer.is_some()).map(|item| item.text.as_str()).collect();
    let shown = |screen: &Screen<'_, DebriefAction>| {
        let labels = screen.root().children_recursive().filter_map(|node| node.accesskit_node().label());
        let mut times = BTreeMap::new();
        for label in labels {
            let question = asked.iter().find(|question| label.starts_with(question.trim_end_matches('.')));
            if let Some(question) = question {
                *times.entry(*question).or_insert(0) += 1;
            }
        }
        times.len()
    };
    assert_eq!(shown(&screen), 4);
    let quoted = texts(&screen)
        .iter()
        .filter(|text| text.starts_with("You said: ") || text.starts_with("You did this: "))
        .count();
    assert_eq!(quoted, 4, "{:?}", texts(&screen));
    screen.get_by_label(&format!("{} more answers", asked.len() - 4)).click_accesskit();
    screen.run();
    assert_eq!(shown(&screen), asked.len());
}
