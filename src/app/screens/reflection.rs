//! Before the scores.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, Showing, Step};
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::ui::reflection::{ReflectionAction, ReflectionPage, show};

use super::asked::{Asked, asked, frame};

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
    let patient = &play.scenario().patient.called;
    let action = frame(&mut contexts, |ui| show(ui, &ReflectionPage { patient, draft: play.draft() }))?;
    asked.note(action, &mut wake);
    Ok(())
}

fn apply(
    mut asked: ResMut<Asked<ReflectionAction>>,
    play: Option<ResMut<Play>>,
    mut data: ResMut<AppData>,
    mut next: ResMut<NextState<Screen>>,
) {
    let Some(mut play) = play else { return };
    match asked.0.take() {
        Some(ReflectionAction::Draft(draft)) => {
            play.write_draft(draft);
            return;
        }
        Some(ReflectionAction::Continue) => play.reflect(),
        Some(ReflectionAction::Skip) => play.skip_reflection(),
        None => return,
    }
    let id = &play.scenario().id;
    if let Some(played) = play.played(data.played.get(id).copied().unwrap_or_default()) {
        data.played.insert(id.clone(), played);
    }
    next.set(Screen::Debrief);
}
