//! The settings' screen, which returns to the one it was opened from.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::flow::{Screen, SettingsOpenedFrom, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::saved_state::LastSaved;
use crate::app::sending::Dispatch;
use crate::app::sound::Sound;
use crate::app::speech::Speech;
use crate::app::store::{SaveLocation, Store};
use crate::app::waker::Waker;
use crate::ui::settings_screen::{AudioProblems, SettingsAction, Whereabouts, show};

use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<SettingsAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Settings)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<SettingsAction>));
}

fn view(
    mut contexts: EguiContexts,
    preferences: Res<Preferences>,
    (location, dispatch, speech, sound): (Res<SaveLocation>, Res<Dispatch>, Res<Speech>, Res<Sound>),
    mut pending: ResMut<PendingAction<SettingsAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let kept_in = location.kept_in().map(|folder| folder.display().to_string());
    let sent_to = dispatch.sending().sent_to();
    let whereabouts = Whereabouts { saved_in: kept_in.as_deref(), sent_to: sent_to.as_deref() };
    let audio_problems = AudioProblems { voice: speech.problem(), place: sound.problem() };
    let action = frame(&mut contexts, |ui| show(ui, &preferences, whereabouts, audio_problems))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<SettingsAction>>,
    mut preferences: ResMut<Preferences>,
    settings_opened_from: Res<SettingsOpenedFrom>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (store, mut last_saved): (Res<Store>, ResMut<LastSaved>),
) {
    match pending.0.take() {
        Some(SettingsAction::Change(settings)) => preferences.0 = settings,
        Some(SettingsAction::Delete) => {
            data.kept.clear();
            data.played.clear();
            // The attempt under way is saved again when it continues.
            store.forget_all();
            last_saved.forget();
            notices.push("What was saved of your play has been deleted.");
        }
        Some(SettingsAction::Back) => next.set(settings_opened_from.0),
        None => {}
    }
}
