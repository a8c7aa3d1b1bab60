//! The conversation's screen.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::author_panel::{AuthorPanel, update_to_newest};
use crate::app::choice_timer::OptionsSeen;
use crate::app::flow::{Screen, SettingsOpenedFrom, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::persist::NotSavedYet;
use crate::app::picture::PictureArea;
use crate::app::play::Play;
use crate::app::speech::Speech;
use crate::app::waker::{Waker, calendar};
use crate::ui::conversation::{Conversation, ConversationAction, Saving, show};

use super::author::AuthorView;
use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<ConversationAction>>();
    let open = in_state(Screen::Conversation).and_then(resource_exists::<Play>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<ConversationAction>));
}

fn view(
    mut contexts: EguiContexts,
    play: Res<Play>,
    preferences: Res<Preferences>,
    (data, not_yet): (Res<AppData>, Res<NotSavedYet>),
    mut pending: ResMut<PendingAction<ConversationAction>>,
    mut wake: ResMut<Waker>,
    (mut area, mut options_seen): (ResMut<PictureArea>, ResMut<OptionsSeen>),
) -> Result {
    let model = Conversation {
        saving: if not_yet.0 { Saving::NotYet } else { Saving::Saved },
        ..play.conversation(preferences.0, data.is_authored(&play.scenario().id))
    };
    let shown = frame(&mut contexts, |ui| show(ui, &model))?;
    let picture = shown.picture * contexts.ctx_mut()?.zoom_factor();
    let at = PictureArea { x: picture.min.x, y: picture.min.y, width: picture.width(), height: picture.height() };
    if *area != at {
        *area = at;
        wake.next_frame();
    }
    let scene = Some(play.scene_number());
    if shown.options_seen && options_seen.0 != scene {
        options_seen.0 = scene;
        // A timer begins with the next frame.
        wake.next_frame();
    }
    pending.set(shown.action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<ConversationAction>>,
    play: Option<ResMut<Play>>,
    mut settings_opened_from: ResMut<SettingsOpenedFrom>,
    (mut data, mut next, mut notices): (ResMut<AppData>, ResMut<NextState<Screen>>, ResMut<Notices>),
    (clock, mut speech): (Res<Waker>, ResMut<Speech>),
    (author_view, mut panel): (Option<ResMut<AuthorView>>, ResMut<AuthorPanel>),
) {
    let (Some(action), Some(mut play)) = (pending.0.take(), play) else { return };
    match action {
        ConversationAction::Typed(words) => play.type_words(words),
        ConversationAction::View(view) => play.set_view(view),
        ConversationAction::MoreTime => play.more_time(),
        ConversationAction::HearAgain => speech.again(),
        ConversationAction::WordsSkipped => play.skip_words(),
        ConversationAction::WordsDone => play.finish_words(),
        ConversationAction::Choose(choice) => {
            panel.dismiss_news();
            play.choose(choice, clock.now);
        }
        ConversationAction::Author => {
            next.set(Screen::Author);
            panel.dismiss_news();
            if !play.is_rehearsal() {
                let id = &play.scenario().id;
                commands.insert_resource(AuthorView::open(id, Screen::Conversation));
            } else if let Some(suspended) = author_view.and_then(|mut author_view| author_view.resume()) {
                *play = suspended;
                if let Some(reloaded) = update_to_newest(&data, &mut play) {
                    panel.show_reload(&reloaded, &play);
                }
            } else {
                commands.remove_resource::<Play>();
            }
        }
        ConversationAction::Rewind => {
            let before = play.turn().saturating_sub(1);
            play.rewind_to(before);
        }
        ConversationAction::Settings => {
            settings_opened_from.0 = Screen::Conversation;
            next.set(Screen::Settings);
        }
        ConversationAction::StopAndDebrief | ConversationAction::Continue => {
            play.end_conversation(calendar());
            next.set(Screen::Reflection);
        }
        ConversationAction::StopAndLeave => {
            if let Some(message) = data.keep(&play) {
                notices.push(message);
            }
            commands.remove_resource::<Play>();
            next.set(Screen::Library);
        }
    }
}
