//! For a moment after something else has come under the pointer, the pointer and the digits do nothing: a second click,
//! or a second press of a digit, was meant for what was there before.
//!
//! A double click on "Begin" takes no option, one on an option takes none in the scene that follows, and one on "Begin
//! anew" does not answer the question that it brings. Keys that press what has the focus, and a screen reader, are never
//! held up: a scene gives the focus to its heading, not to an option, so that whoever presses one so has gone there first.

use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::{EguiContext, EguiInput, EguiPreUpdateSet, egui};

use super::app_data::AppData;
use super::flow::{Screen, Step};
use super::play::{Moment, Play};
use super::waker::Waker;

/// How long the moment is. The second click of a double click comes within it.
const FIRST_MOMENT: Duration = Duration::from_millis(400);

/// What is under the pointer, as far as a press in it could do harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    screen: Screen,
    conversation: Option<Moment>,
    asks_to_discard: bool,
    /// How many attempts the library has to resume or to discard.
    kept: usize,
    room: RoomMoment,
}

/// Counts the steps of the group session that is open.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RoomMoment(pub(super) u64);

/// What is shown, and when the first frame with it was over.
#[derive(Resource, Debug, Default)]
struct FirstMoment {
    shown: Option<Shown>,
    since: Duration,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<FirstMoment>().init_resource::<RoomMoment>();
    app.add_systems(
        PreUpdate,
        ignore_early_presses.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
    );
    app.add_systems(Update, request_second_frame.in_set(Step::Present));
}

fn shown(screen: &State<Screen>, play: Option<&Play>, data: &AppData, room: RoomMoment) -> Shown {
    Shown {
        screen: *screen.get(),
        conversation: play.map(Play::moment),
        asks_to_discard: data.asks_to_discard,
        kept: data.kept.iter().count(),
        room,
    }
}

/// Drops presses of the pointer and of digits that come too early. What comes with the first frame in which a change is
/// seen was pressed before that change was on the screen, however long the frame took.
fn ignore_early_presses(
    mut moment: ResMut<FirstMoment>,
    screen: Res<State<Screen>>,
    (play, data, room): (Option<Res<Play>>, Res<AppData>, Res<RoomMoment>),
    clock: Res<Waker>,
    mut inputs: Query<(&mut EguiInput, &mut EguiContext)>,
) {
    let now = Some(shown(&screen, play.as_deref(), &data, *room));
    if moment.shown != now {
        *moment = FirstMoment { shown: now, since: clock.now };
    }
    if clock.now.saturating_sub(moment.since) >= FIRST_MOMENT {
        return;
    }
    for (mut input, mut context) in &mut inputs {
        let typing = context.get_mut().text_edit_focused();
        input.0.events.retain(|event| !is_press(event, typing));
    }
}

/// Whether this is a press of the pointer, or of a digit that nobody is `typing`.
fn is_press(event: &egui::Event, typing: bool) -> bool {
    let chooses = |name: &str| !typing && name.parse().is_ok_and(|digit: u8| digit > 0);
    match event {
        egui::Event::PointerButton { pressed, .. } => *pressed,
        egui::Event::Key { key, pressed: true, .. } => chooses(key.name()),
        egui::Event::Text(text) => chooses(text),
        _ => false,
    }
}

/// The moment begins with the frame after the first, which has to come.
fn request_second_frame(
    moment: Res<FirstMoment>,
    (screen, next): (Res<State<Screen>>, Res<NextState<Screen>>),
    (play, data, room): (Option<Res<Play>>, Res<AppData>, Res<RoomMoment>),
    mut wake: ResMut<Waker>,
) {
    if moment.shown != Some(shown(&screen, play.as_deref(), &data, *room)) || !matches!(*next, NextState::Unchanged) {
        wake.next_frame();
    }
}

#[cfg(test)]
mod tests {
    use bevy::state::app::StatesPlugin;
    use bevy_egui::egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
    use bevy_egui::egui::{Event, Key, Modifiers, PointerButton, Pos2};

    use super::*;
    use crate::app::flow;
    use crate::app::kept_attempts::tests::attempt_at;
    use crate::app::play::tests::{SETUP, played};
    use crate::ui::conversation::{Overlay, View};

    /// Something that happens in a conversation.
    type Change = (&'static str, fn(&mut Play));

    /// An app without a window, on the conversation's screen, with a clock that stands unless it is put on.
    fn app() -> App {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin, flow::plugin, plugin))
            .init_resource::<Waker>()
            .init_resource::<AppData>();
        app.world_mut().spawn((EguiInput::default(), EguiContext::default()));
        app.insert_resource(played(1, SETUP));
        app.update();
        to(&mut app, Screen::Conversation);
        app
    }

    fn to(app: &mut App, screen: Screen) {
        app.world_mut().resource_mut::<NextState<Screen>>().set(screen);
        app.update();
    }

    fn click() -> Event {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos: Pos2::ZERO, button, pressed: true, modifiers }
    }

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    /// Which of these events the screens are told of, so many milliseconds later.
    fn heard(app: &mut App, later: u64, events: &[Event]) -> Vec<Event> {
        app.world_mut().resource_mut::<Waker>().now += Duration::from_millis(later);
        let mut inputs = app.world_mut().query::<&mut EguiInput>();
        inputs.single_mut(app.world_mut()).expect("one").0.events = events.to_vec();
        app.update();
        let mut inputs = app.world_mut().query::<&EguiInput>();
        inputs.single(app.world()).expect("one").0.events.clone()
    }

    fn presses() -> Vec<Event> {
        vec![click(), key(Key::Num2), Event::Text("2".to_owned())]
    }

    /// Asserts that presses are ignored now, and heard after the moment.
    fn is_deaf_for_a_moment(app: &mut App, after: &str) {
        // A frame may take longer than the moment: what comes with it was pressed before.
        assert_eq!(heard(app, 5_000, &presses()), [], "{after}: pressed before it was on the screen");
        assert_eq!(heard(app, 399, &presses()), [], "{after}: too early");
        assert_eq!(heard(app, 1, &presses()), presses(), "{after}: late enough");
    }

    #[test]
    fn whatever_comes_under_the_pointer_is_not_pressed_for_a_moment() {
        let mut app = app();
        is_deaf_for_a_moment(&mut app, "on arrival");
        let changes: [Change; 6] = [
            ("a choice", |play| {
                let first = play.session().current_scene().offer[0];
                play.choose(first, Duration::ZERO);
            }),
            ("stepping back", |play| play.rewind_to(1)),
            ("playing the same turn again", |play| play.rewind_to(1)),
            ("something opened", |play| play.set_view(View { overlay: Overlay::Stop, ..View::default() })),
            ("something shut", |play| play.set_view(View::default())),
            ("own words", Play::finish_words),
        ];
        for (what, change) in changes {
            change(&mut app.world_mut().resource_mut::<Play>());
            is_deaf_for_a_moment(&mut app, what);
        }
        app.world_mut().resource_mut::<AppData>().asks_to_discard = true;
        is_deaf_for_a_moment(&mut app, "the question whether to discard an attempt");
        app.world_mut().resource_mut::<AppData>().kept.keep(attempt_at("a"));
        is_deaf_for_a_moment(&mut app, "another attempt under Discard it");
        for (screen, what) in [(Screen::Settings, "the settings"), (Screen::Conversation, "the way back")] {
            to(&mut app, screen);
            is_deaf_for_a_moment(&mut app, what);
        }
        app.world_mut().resource_mut::<Play>().type_words("I".to_owned());
        assert_eq!(heard(&mut app, 10, &presses()), presses(), "what is typed is no change");
    }

    #[test]
    fn keys_that_press_what_has_the_focus_and_screen_readers_are_never_held_up() {
        let mut app = app();
        let request =
            ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node: NodeId(1), data: None };
        let events = [
            key(Key::Tab),
            key(Key::Enter),
            key(Key::Escape),
            Event::Text("I".to_owned()),
            Event::AccessKitActionRequest(request),
        ];
        assert_eq!(heard(&mut app, 0, &events), events);
    }

    #[test]
    fn digits_that_somebody_types_are_typed() {
        let mut app = app();
        let mut contexts = app.world_mut().query::<&mut EguiContext>();
        let context = contexts.single_mut(app.world_mut()).expect("one").get_mut().clone();
        let (mut words, mut seen) = (String::new(), false);
        for _ in 0..2 {
            let mut output = context.run_ui(egui::RawInput::default(), |ui| {
                ui.text_edit_multiline(&mut words).request_focus();
                seen = ui.ctx().text_edit_focused();
            });
            output.textures_delta.clear();
        }
        assert!(seen);
        assert_eq!(heard(&mut app, 0, &presses()), presses()[1..]);
    }

    #[test]
    fn the_frame_that_the_moment_begins_with_is_requested_and_no_more() {
        let mut app = app();
        assert!(app.world_mut().resource_mut::<Waker>().was_requested(), "the first frame of a screen");
        app.update();
        assert!(!app.world_mut().resource_mut::<Waker>().was_requested(), "then it rests");
    }
}
