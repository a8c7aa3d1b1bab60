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
use crate::records::progress::{Aims, Progress, ProgressAsked, ProgressTold, Shelved};
use crate::ui::progress::{ProgressAction, ProgressPage, show};

use super::past::Past;
use super::pending_action::{PendingAction, frame, has_action};

/// How often it is looked whether the progress has come.
const LOOK: Duration = Duration::from_millis(20);

/// What is told, as soon as it is known.
#[derive(Resource)]
enum Page {
    Awaited(Mutex<Receiver<(Progress, Aims)>>),
    Told(Box<Shown>),
}

/// What is told, and what it is made of.
struct Shown {
    progress: Progress,
    aims: Aims,
    told: ProgressTold,
    titles: BTreeMap<String, String>,
    pass: u8,
}

impl Shown {
    /// `None` where there is no scenario.
    fn of(progress: Progress, aims: Aims, data: &AppData) -> Option<Self> {
        let rubric = &data.scenarios.first()?.rubric;
        let library: Vec<Shelved<'_>> = data.scenarios.iter().map(|scenario| Shelved::from(&**scenario)).collect();
        let told = progress.told(ProgressAsked { library: &library, rubric, aims: &aims, today: today() });
        let titles = data.scenarios.iter().map(|scenario| (scenario.id.clone(), scenario.title.clone())).collect();
        Some(Self { told, titles, pass: rubric.model.pass, progress, aims })
    }
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
    let (progress, aims) = match awaited.lock().map(|awaited| awaited.try_recv()) {
        Ok(Ok(kept)) => kept,
        Ok(Err(TryRecvError::Empty)) => return wake.after(LOOK),
        Ok(Err(TryRecvError::Disconnected)) | Err(_) => Default::default(),
    };
    let Some(told) = Shown::of(progress, aims, &data) else { return };
    *page = Page::Told(Box::new(told));
    wake.at_once();
}

fn view(
    mut contexts: EguiContexts,
    page: Res<Page>,
    mut pending: ResMut<PendingAction<ProgressAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    // It comes within a few frames.
    let Page::Told(page) = &*page else { return Ok(()) };
    let Shown { told, titles, aims, pass, .. } = &**page;
    let action = frame(&mut contexts, |ui| show(ui, &ProgressPage { told, titles, aims, pass: *pass }))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<ProgressAction>>,
    (mut page, mut data, store): (Option<ResMut<Page>>, ResMut<AppData>, Res<Store>),
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
        Some(ProgressAction::Aim(change)) => {
            store.change_aim(change.clone());
            if let Some(Page::Told(page)) = page.as_deref_mut() {
                let (progress, mut aims) = (std::mem::take(&mut page.progress), std::mem::take(&mut page.aims));
                aims.change(change);
                if let Some(told) = Shown::of(progress, aims, &data) {
                    **page = told;
                }
            }
        }
        None => {}
    }
}
