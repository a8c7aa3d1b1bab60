//! The focus ring: for the keyboard and a screen reader, on every screen, and never after the pointer was used.

use std::collections::BTreeMap;

use bedside::attempt::ReflectionDraft;
use bedside::ui::conversation::{self, AuthorAccess, Conversation, Overlay, OwnWords, Saving, View};
use bedside::ui::findings::{self, Findings};
use bedside::ui::library::{self, Filter, Library, Who};
use bedside::ui::prebrief::{Prebrief, show as show_prebrief};
use bedside::ui::reflection::{self, ReflectionPage};
use bedside::ui::settings_screen::{self, AudioProblems, Whereabouts};
use bedside::ui::{Settings, debrief};
use egui::accesskit::Role;
use egui::epaint::StrokeKind;
use egui::{Key, Pos2, Rect, Ui, pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::debrief::Page;
use super::harness::{click, edges, open, painted_texts, ringed, rings};
use super::prebrief::prebrief;
use super::samples::{Talk, after, finished, kettle};
use crate::support::answered;

/// A point in a corner, where there is nothing to press.
const GROUND: Pos2 = pos2(2.0, 798.0);

/// Asserts that a click leaves no ring on any control, that Tab shows one, and that the next click takes it away.
pub(super) fn rings_are_for_the_keyboard<A>(name: &str, mut show: impl FnMut(&mut Ui) -> A) {
    let mut screen = open(|ui| {
        let _ = show(ui);
        None::<()>
    });
    let pressed = |role| {
        matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider)
            || matches!(role, Role::TextInput | Role::MultilineTextInput)
    };
    let nodes = screen.root().children_recursive().filter(|node| pressed(node.accesskit_node().role()));
    let places: Vec<Pos2> = nodes.map(|node| node.rect().center()).filter(|place| place.y < 790.0).collect();
    assert!(!places.is_empty(), "{name}");
    for place in places {
        click(&mut screen, place);
        screen.run();
        assert_eq!(rings(&screen), 0, "{name}: after a click at {place:?}");
    }
    screen.key_press(Key::Tab);
    screen.run();
    assert_eq!(rings(&screen), 1, "{name}: after Tab");
    click(&mut screen, GROUND);
    screen.run();
    assert_eq!(rings(&screen), 0, "{name}: after another click");
}

#[test]
fn a_click_leaves_no_ring_and_tab_shows_one() {
    let scenario = kettle();
    let (scenarios, filter) = ([kettle()], Filter::default());
    let library = Library {
        scenarios: &scenarios,
        kept: &[],
        broken_files: 1,
        warnings: 0,
        authored: &[],
        paths: &[],
        thumbnails: &BTreeMap::new(),
        played: &BTreeMap::new(),
        filter: &filter,
        who: Who::Profile(""),
        sent_to: None,
        left_by: None,
    };
    rings_are_for_the_keyboard("the library", |ui| library::show(ui, &library));
    let prebrief = Prebrief { authored: true, ..prebrief(&scenario) };
    rings_are_for_the_keyboard("the prebrief", |ui| show_prebrief(ui, &prebrief));
    let talk = Talk::new(after(&scenario, &["name"]));
    let over = |overlay| Conversation { view: View { overlay, ..View::default() }, ..talk.model() };
    let words = Conversation { own_words: OwnWords::Typing("I would"), ..talk.model() };
    for (name, model) in [
        ("the conversation", talk.model()),
        ("own words", words),
        ("the transcript", over(Overlay::Transcript)),
        ("the question whether to stop", over(Overlay::Stop)),
    ] {
        rings_are_for_the_keyboard(name, |ui| conversation::show(ui, &model));
    }
    let draft = ReflectionDraft::default();
    let reflection = ReflectionPage { patient: "Mrs Ode", draft: &draft };
    rings_are_for_the_keyboard("the reflection", |ui| reflection::show(ui, &reflection));
    let page = Page::of(&finished(&scenario), None);
    let view = debrief::View::default();
    rings_are_for_the_keyboard("the debrief", |ui| debrief::show(ui, &page.model(&view)));
    let settings = Settings::default();
    rings_are_for_the_keyboard("the settings", |ui| {
        settings_screen::show(ui, &settings, Whereabouts::default(), AudioProblems::default())
    });
    rings_are_for_the_keyboard("the findings", |ui| findings::show(ui, &Findings { files: &[] }));
}

#[test]
fn the_ring_around_what_is_told_crosses_none_of_it_with_a_notice_above_it_or_without() {
    let talk = Talk::new(answered().1);
    let rehearsal = Conversation { author_access: AuthorAccess::Rehearsal, ..talk.model() };
    for model in [talk.model(), Conversation { saving: Saving::NotYet, ..talk.model() }, rehearsal] {
        let screen = open(|ui| conversation::show(ui, &model).action);
        let [ring] = ringed(&screen)[..] else { panic!("what is told has the focus") };
        let texts: Vec<Rect> =
            painted_texts(&screen).into_iter().filter(|text| text.x_range().intersects(ring.x_range())).collect();
        assert!(texts.iter().any(|text| ring.contains_rect(*text)), "{ring:?}: {texts:?}");
        for edge in [ring.top(), ring.bottom()] {
            let crossed = texts.iter().find(|text| text.y_range().shrink(2.0).contains(edge));
            assert_eq!(crossed, None, "{ring:?}");
        }
    }
}

#[test]
fn a_screen_reader_is_followed_by_the_ring() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let mut screen = open(|ui| conversation::show(ui, &talk.model()).action);
    click(&mut screen, GROUND);
    screen.run();
    assert_eq!(rings(&screen), 0);
    screen.get_by_role_and_label(Role::Button, "Transcript").focus();
    screen.run();
    assert_eq!(rings(&screen), 1);
}

#[test]
fn who_clicks_into_a_box_and_types_sees_no_ring_and_where_they_type() {
    let talk = Talk::new(after(&kettle(), &[]));
    let words = Conversation { own_words: OwnWords::Typing("I would"), ..talk.model() };
    let mut screen = open(|ui| conversation::show(ui, &words).action);
    let place = screen.get_by_role(Role::MultilineTextInput).rect().center();
    click(&mut screen, GROUND);
    screen.run();
    let borders = |screen: &_| edges(screen, 2.0, StrokeKind::Inside).len();
    let before = borders(&screen);
    click(&mut screen, place);
    for key in [Key::A, Key::ArrowLeft, Key::Enter, Key::Backspace] {
        screen.key_press(key);
        screen.run();
        assert_eq!(rings(&screen), 0, "after {key:?}");
    }
    assert!(screen.get_by_role(Role::MultilineTextInput).is_focused());
    assert_eq!(borders(&screen), before + 1, "its border says where one types");
    screen.key_press(Key::Tab);
    screen.run();
    assert_eq!(rings(&screen), 1);
}
