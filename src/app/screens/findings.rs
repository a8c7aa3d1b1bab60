//! The screen with the findings in the author's files.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::author_panel;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::{Notices, Topic};
use crate::app::waker::Waker;
use crate::app::watch::Watch;
use crate::ui::findings::{Findings, FindingsAction, show};

use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<FindingsAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Findings)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<FindingsAction>));
}

fn view(
    mut contexts: EguiContexts,
    data: Res<AppData>,
    mut pending: ResMut<PendingAction<FindingsAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let action = frame(&mut contexts, |ui| show(ui, &Findings { files: &data.findings }))?;
    if let Some(FindingsAction::Finding(action)) = action
        && let Some(copied) = data.findings.get(action.found().file).and_then(|file| author_panel::copied(file, action))
    {
        contexts.ctx_mut()?.copy_text(copied);
    }
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<FindingsAction>>,
    data: Res<AppData>,
    watch: Option<Res<Watch>>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    match pending.0.take() {
        Some(FindingsAction::Back) => next.set(Screen::Library),
        Some(FindingsAction::Reload) => {
            if let Some(watch) = watch {
                watch.reload();
            }
        }
        Some(FindingsAction::Finding(action)) => {
            if let Some(file) = data.findings.get(action.found().file) {
                notices.replace(Topic::Author, author_panel::act(file, action));
            }
        }
        None => {}
    }
}
