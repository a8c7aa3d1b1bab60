//! The screen between the conversation and the debrief.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::ui::reflection::{ReflectionAction, ReflectionPage, show};

use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<ReflectionAction>>();
    app.add_systems(
        EguiPrimaryContextPass,
        view.in_set(ShowScreen).run_if(in_state(Screen::Reflection)).run_if(resource_exists::<Play>),
    );
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<ReflectionAction>));
}

fn view(
    mut contexts: EguiContexts,
    play: Res<Play>,
    mut pending: ResMut<PendingAction<ReflectionAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let patient = &play.scenario().patient.called;
    let action = frame(&mut contexts, |ui| show(ui, &ReflectionPage { patient, draft: play.draft() }))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<ReflectionAction>>,
    play: Option<ResMut<Play>>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
) {
    let Some(mut play) = play else { return };
    match pending.0.take() {
        Some(ReflectionAction::Draft(draft)) => {
            play.write_draft(draft);
            return;
        }
        Some(ReflectionAction::Continue) => play.reflect(),
        Some(ReflectionAction::Skip) => play.skip_reflection(),
        Some(ReflectionAction::Leave) => {
            if let Some(message) = data.keep(&play) {
                notices.push(message);
            }
            commands.remove_resource::<Play>();
            next.set(Screen::Library);
            return;
        }
        None => return,
    }
    let id = &play.scenario().id;
    if let Some(played) = play.played(data.played.get(id).copied().unwrap_or_default()) {
        data.played.insert(id.clone(), played);
    }
    next.set(Screen::Debrief);
}

#[cfg(test)]
mod tests {
    use bevy::state::app::StatesPlugin;

    use super::*;
    use crate::app::flow;
    use crate::app::play::tests::{SETUP, played};
    use crate::records::Timestamp;
    use crate::ui::library::LeftAt;

    #[test]
    fn an_attempt_that_is_left_before_the_debrief_is_kept() {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin, flow::plugin, plugin));
        app.init_resource::<Waker>().init_resource::<AppData>().init_resource::<Notices>();
        let mut play = played(2, SETUP);
        play.end_conversation(Timestamp::UNIX_EPOCH);
        let id = play.scenario().id.clone();
        app.insert_resource(play);
        app.world_mut().resource_mut::<PendingAction<ReflectionAction>>().0 = Some(ReflectionAction::Leave);
        app.update();
        assert_eq!(app.world().resource::<AppData>().kept.left_at(&id), Some(LeftAt::Reflection));
        assert!(app.world().get_resource::<Play>().is_none());
        app.update();
        assert_eq!(*app.world().resource::<State<Screen>>().get(), Screen::Library);
    }
}
