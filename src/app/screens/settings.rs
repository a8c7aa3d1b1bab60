//! The settings, from any screen and back.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::flow::{CameFrom, Screen, Showing, Step};
use crate::app::notice::Notices;
use crate::app::sound::Sound;
use crate::app::speech::Speech;
use crate::app::store::Store;
use crate::app::waker::Waker;
use crate::ui::settings_screen::{SettingsAction, Unheard, show};

use super::asked::{Asked, asked, frame};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Asked<SettingsAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(Showing).run_if(in_state(Screen::Settings)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(asked::<SettingsAction>));
}

fn view(
    mut contexts: EguiContexts,
    preferences: Res<Preferences>,
    (data, speech, sound): (Res<AppData>, Res<Speech>, Res<Sound>),
    mut asked: ResMut<Asked<SettingsAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let unheard = Unheard { voice: speech.problem(), place: sound.problem() };
    let action = frame(&mut contexts, |ui| show(ui, &preferences, data.kept_in.as_deref(), unheard))?;
    asked.note(action, &mut wake);
    Ok(())
}

fn apply(
    mut asked: ResMut<Asked<SettingsAction>>,
    mut preferences: ResMut<Preferences>,
    came_from: Res<CameFrom>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    store: Res<Store>,
) {
    match asked.0.take() {
        Some(SettingsAction::Change(settings)) => preferences.0 = settings,
        Some(SettingsAction::Delete) => {
            data.saved = None;
            data.played.clear();
            // Also that of an attempt under way; it is saved anew when it goes on.
            store.discard_attempt();
            notices.tell("What was kept of your play has been deleted.");
        }
        Some(SettingsAction::Back) => next.set(came_from.0),
        None => {}
    }
}
