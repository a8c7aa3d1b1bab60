//! Before the scores.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::Step;
use crate::app::app_data::AppData;
use crate::app::play::Play;
use crate::app::store::{Phase, Store};
use crate::app::waker::Waker;
use crate::ui::reflection::{ReflectionAction, ReflectionPage, show};

use super::{Asked, Screen, Showing, asked, frame};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Asked<ReflectionAction>>();
    app.add_systems(
        EguiPrimaryContextPass,
        view.in_set(Showing).run_if(in_state(Screen::Reflection)).run_if(resource_exists::<Play>),
    );
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(asked::<ReflectionAction>));
}

fn view(
    mut contexts: EguiContexts,
    play: Res<Play>,
    mut asked: ResMut<Asked<ReflectionAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let patient = &play.session.scenario().patient.called;
    let action = frame(&mut contexts, |ui| show(ui, &ReflectionPage { patient, draft: &play.draft }))?;
    asked.note(action, &mut wake);
    Ok(())
}

fn apply(
    mut asked: ResMut<Asked<ReflectionAction>>,
    play: Option<ResMut<Play>>,
    mut data: ResMut<AppData>,
    mut next: ResMut<NextState<Screen>>,
    store: Res<Store>,
) {
    let Some(mut play) = play else { return };
    match asked.0.take() {
        Some(ReflectionAction::Draft(draft)) => {
            play.draft = draft;
            store.attempt(&play.saved());
            return;
        }
        Some(ReflectionAction::Continue) => play.attempt.reflection = Some(play.draft.finish()),
        Some(ReflectionAction::Skip) => play.attempt.reflection = None,
        None => return,
    }
    play.phase = Phase::Debriefing;
    let id = &play.session.scenario().id;
    if let Some(played) = play.played(data.played.get(id).copied().unwrap_or_default()) {
        data.played.insert(id.clone(), played);
        store.played(&data.played);
    }
    store.attempt(&play.saved());
    next.set(Screen::Debrief);
}
