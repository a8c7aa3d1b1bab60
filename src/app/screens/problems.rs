//! The screen with the findings in the author's files.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::author_panel;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::{Notices, Topic};
use crate::app::waker::Waker;
use crate::app::watch::Watch;
use crate::ui::problems::{Problems, ProblemsAction, show};

use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<ProblemsAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Problems)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<ProblemsAction>));
}

fn view(
    mut contexts: EguiContexts,
    data: Res<AppData>,
    mut pending: ResMut<PendingAction<ProblemsAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let action = frame(&mut contexts, |ui| show(ui, &Problems { files: &data.findings }))?;
    if let Some(ProblemsAction::Finding(action)) = action
        && let Some(copied) = data.findings.get(action.found().file).and_then(|file| author_panel::copied(file, action))
    {
        contexts.ctx_mut()?.copy_text(copied);
    }
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<ProblemsAction>>,
    data: Res<AppData>,
    watch: Option<Res<Watch>>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    match pending.0.take() {
        Some(ProblemsAction::Back) => next.set(Screen::Library),
        Some(ProblemsAction::Reload) => {
            if let Some(watch) = watch {
                watch.reload();
            }
        }
        Some(ProblemsAction::Finding(action)) => {
            if let Some(file) = data.findings.get(action.found().file) {
                notices.replace(Topic::Author, author_panel::act(file, action));
            }
        }
        None => {}
    }
}
