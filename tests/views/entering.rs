//! Where a screen begins when it is opened again, for someone who uses the pointer.

use std::cell::Cell;

use bedside::attempt::ReflectionDraft;
use bedside::session::{Chance, Session};
use bedside::ui::conversation::{self, Conversation, Overlay};
use bedside::ui::debrief;
use bedside::ui::prebrief;
use bedside::ui::reflection::{self, ReflectionPage};
use bedside::ui::{Settings, TextSize};
use egui::{Event, Modifiers, PointerButton, Pos2, Ui, Vec2, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::debrief::Page;
use super::harness::{Screen, open_with, turn_wheel};
use super::prebrief::prebrief;
use super::samples::{Talk, finished, shipped};

const SMALL: Vec2 = vec2(1024.0, 640.0);
/// A point of the background, with nothing to press.
const GROUND: Pos2 = pos2(1004.0, 400.0);

/// Presses the background, so that the pointer is in use, and turns the wheel a long way.
fn scroll_down(screen: &mut Screen<'_, ()>) {
    screen.event(Event::PointerMoved(GROUND));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        screen.event(Event::PointerButton { pos: GROUND, button, pressed, modifiers });
    }
    turn_wheel(screen);
}

fn top(screen: &Screen<'_, ()>, words: &str) -> f32 {
    screen.get_all_by_label(words).next().expect("it is on the screen").rect().top()
}

/// Asserts that a screen that was scrolled and left begins at its top when it is opened again.
fn begins_at_its_top(first_words: &str, show: impl Fn(&mut Ui)) {
    let (left, draft) = (Cell::new(false), ReflectionDraft::default());
    let large = Settings { text: TextSize::nearest(200), ..Settings::default() };
    let mut screen = open_with(large, SMALL, |ui| {
        if left.get() {
            let _ = reflection::show(ui, &ReflectionPage { patient: "Mrs Ode", draft: &draft });
        } else {
            show(ui);
        }
        None::<()>
    });
    let before = top(&screen, first_words);
    scroll_down(&mut screen);
    assert!(top(&screen, first_words) < before - 100.0, "it can be scrolled");
    left.set(true);
    screen.run();
    left.set(false);
    screen.run();
    assert!((top(&screen, first_words) - before).abs() < 1.0, "it begins where it began the first time");
}

#[test]
fn a_second_debrief_opens_at_its_headline() {
    let page = Page::of(&finished(&shipped()), None);
    let view = debrief::View::default();
    let first = format!("Debrief: {}", page.scenario.title);
    begins_at_its_top(&first, |ui| {
        let _ = debrief::show(ui, &page.model(&view));
    });
}

#[test]
fn a_second_prebrief_opens_at_its_title() {
    let scenario = shipped();
    let model = prebrief(&scenario);
    begins_at_its_top(&scenario.title, |ui| {
        let _ = prebrief::show(ui, &model);
    });
}

#[test]
fn a_scene_stays_where_it_was_scrolled_to_while_something_lies_over_it_but_not_in_the_next_attempt() {
    let [talk, again] = [7, 8].map(|seed| Talk::new(Session::begin(shipped(), Chance::from_seed(seed))));
    let (over, second) = (Cell::new(Overlay::Nothing), Cell::new(false));
    let large = Settings { text: TextSize::nearest(200), ..Settings::default() };
    let title = talk.session.scenario().title.clone();
    let mut screen = open_with(large, SMALL, |ui| {
        let model = if second.get() { again.model() } else { talk.model() };
        let view = conversation::View { overlay: over.get(), ..model.view };
        conversation::show(ui, &Conversation { view, ..model });
        None::<()>
    });
    let before = top(&screen, &title);
    scroll_down(&mut screen);
    let scrolled = top(&screen, &title);
    assert!(scrolled < before - 100.0, "it can be scrolled");
    over.set(Overlay::Stop);
    screen.run();
    over.set(Overlay::Nothing);
    screen.run();
    assert!((top(&screen, &title) - scrolled).abs() < 1.0, "it stays where it was");
    second.set(true);
    screen.run();
    assert!((top(&screen, &title) - before).abs() < 1.0, "it begins at its top");
}
