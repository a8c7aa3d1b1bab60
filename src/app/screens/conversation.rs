//! The conversation.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::author_panel::{AuthorPanel, bring_in_line};
use crate::app::flow::{CameFrom, Screen, Showing, Step};
use crate::app::picture::PictureArea;
use crate::app::play::Play;
use crate::app::speech::Speech;
use crate::app::waker::Waker;
use crate::ui::conversation::{ConversationAction, show};

use super::asked::{Asked, asked, frame};
use super::author::Workshop;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Asked<ConversationAction>>();
    let open = in_state(Screen::Conversation).and_then(resource_exists::<Play>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(Showing).run_if(open));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(asked::<ConversationAction>));
}

fn view(
    mut contexts: EguiContexts,
    play: Res<Play>,
    preferences: Res<Preferences>,
    data: Res<AppData>,
    mut asked: ResMut<Asked<ConversationAction>>,
    mut wake: ResMut<Waker>,
    mut area: ResMut<PictureArea>,
) -> Result {
    let model = play.conversation(preferences.0, data.is_authored(&play.scenario().id));
    let shown = frame(&mut contexts, |ui| show(ui, &model))?;
    let stage = shown.stage * contexts.ctx_mut()?.zoom_factor();
    let at = PictureArea { x: stage.min.x, y: stage.min.y, width: stage.width(), height: stage.height() };
    if *area != at {
        *area = at;
        wake.next_frame();
    }
    asked.note(shown.action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut asked: ResMut<Asked<ConversationAction>>,
    play: Option<ResMut<Play>>,
    mut came_from: ResMut<CameFrom>,
    (mut data, mut next): (ResMut<AppData>, ResMut<NextState<Screen>>),
    (clock, mut speech): (Res<Waker>, ResMut<Speech>),
    (workshop, mut panel): (Option<ResMut<Workshop>>, ResMut<AuthorPanel>),
) {
    let (Some(action), Some(mut play)) = (asked.0.take(), play) else { return };
    match action {
        ConversationAction::Typed(words) => play.type_words(words),
        ConversationAction::View(view) => play.look(view),
        ConversationAction::MoreTime => play.more_time(),
        ConversationAction::HearAgain => speech.again(),
        ConversationAction::WordsSkipped => play.skip_words(),
        ConversationAction::WordsDone => play.keep_words(),
        ConversationAction::Choose(choice) => {
            panel.put_news_away();
            play.choose(choice, clock.now);
        }
        ConversationAction::Author => {
            next.set(Screen::Author);
            panel.put_news_away();
            if !play.is_rehearsal() {
                let id = &play.scenario().id;
                commands.insert_resource(Workshop::open(id, Screen::Conversation));
            } else if let Some(waiting) = workshop.and_then(|mut workshop| workshop.give_back()) {
                *play = waiting;
                if let Some(reloaded) = bring_in_line(&data, &mut play) {
                    panel.tell(&reloaded, &play);
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
            came_from.0 = Screen::Conversation;
            next.set(Screen::Settings);
        }
        ConversationAction::StopAndDebrief | ConversationAction::Continue => {
            play.end_conversation();
            next.set(Screen::Reflection);
        }
        ConversationAction::StopAndLeave => {
            data.saved = play.saved().or(data.saved.take());
            commands.remove_resource::<Play>();
            next.set(Screen::Library);
        }
    }
}
