//! The progress of whoever plays.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::store::Store;
use crate::app::waker::{Waker, today};
use crate::records::Measure;
use crate::records::progress::{Progress, ProgressAsked, ProgressTold, Shelved};
use crate::records::report::Targets;
use crate::rubric::Dimension;
use crate::ui::progress::{ProgressAction, ProgressPage, show};

use super::past::Past;
use super::pending_action::{PendingAction, frame, has_action};

/// How often it is looked whether the progress has come.
const LOOK: Duration = Duration::from_millis(20);

/// What is told, as soon as it is known.
#[derive(Resource)]
enum Page {
    Awaited(Mutex<Receiver<Progress>>),
    Told { told: Box<ProgressTold>, titles: BTreeMap<String, String> },
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<ProgressAction>>();
    app.add_systems(OnEnter(Screen::Progress), enter);
    app.add_systems(OnExit(Screen::Progress), |mut commands: Commands| commands.remove_resource::<Page>());
    let open = in_state(Screen::Progress).and_then(resource_exists::<Page>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(
        Update,
        (arrive.run_if(open), apply.run_if(has_action::<ProgressAction>)).chain().in_set(Step::Apply),
    );
}

fn enter(mut commands: Commands, store: Res<Store>) {
    commands.insert_resource(Page::Awaited(Mutex::new(store.ask_for_progress())));
}

/// Tells the progress when it has come; where nothing can be read, that nothing is there.
fn arrive(mut page: ResMut<Page>, data: Res<AppData>, mut wake: ResMut<Waker>) {
    let Page::Awaited(awaited) = &*page else { return };
    let progress = match awaited.lock().map(|awaited| awaited.try_recv()) {
        Ok(Ok(progress)) => progress,
        Ok(Err(TryRecvError::Empty)) => return wake.after(LOOK),
        Ok(Err(TryRecvError::Disconnected)) | Err(_) => Progress::default(),
    };
    let Some(first) = data.scenarios.first() else { return };
    let library: Vec<Shelved<'_>> = data.scenarios.iter().map(|scenario| Shelved::from(&**scenario)).collect();
    let measures: BTreeMap<Measure, u8> =
        Dimension::ALL.into_iter().map(|dimension| (Measure::On(dimension), first.rubric.model.pass)).collect();
    let targets = Targets { measures, ..Targets::default() };
    let asked =
        ProgressAsked { library: &library, rubric: &first.rubric, targets: &targets, baseline: None, today: today() };
    let titles = data.scenarios.iter().map(|scenario| (scenario.id.clone(), scenario.title.clone())).collect();
    *page = Page::Told { told: Box::new(progress.told(asked)), titles };
    wake.at_once();
}

fn view(
    mut contexts: EguiContexts,
    page: Res<Page>,
    mut pending: ResMut<PendingAction<ProgressAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    // It comes within a few frames.
    let Page::Told { told, titles } = &*page else { return Ok(()) };
    let action = frame(&mut contexts, |ui| show(ui, &ProgressPage { told, titles }))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<ProgressAction>>,
    (mut data, store): (ResMut<AppData>, Res<Store>),
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    match pending.0.take() {
        Some(ProgressAction::Back) => next.set(Screen::Library),
        Some(ProgressAction::Past(scenario)) => {
            commands.insert_resource(Past::asked(&store, scenario));
            next.set(Screen::Past);
        }
        Some(ProgressAction::Open(id)) => {
            data.chosen = data.find(&id);
            if data.chosen.is_some() {
                next.set(Screen::Prebrief);
            }
        }
        None => {}
    }
}
