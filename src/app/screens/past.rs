//! The conversations that were played before, page by page.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::store::{SaveLocation, Store};
use crate::app::waker::{Waker, date_and_time};
use crate::records::AttemptId;
use crate::records::past::{Before, PAST_PAGE, PastAsked, PastConversation, PastPage, PlayedScenario};
use crate::ui::past::{PastAction, PastList, PastRow, show};

use super::past_debrief::Opened;
use super::pending_action::{PendingAction, frame, has_action};
use super::resuming::resume;

/// How often it is looked whether a page has come.
const LOOK: Duration = Duration::from_millis(20);

/// The page that is shown, and the way to the others. It outlasts a look into one of its debriefs.
#[derive(Resource)]
pub(super) struct Past {
    /// The id of the scenario that alone is shown; `None` for all.
    scenario: Option<String>,
    /// Where the pages so far begin, this one last.
    begins: Vec<Option<Before>>,
    awaited: Option<Mutex<Receiver<PastPage>>>,
    shown: Option<Shown>,
    /// The scenarios that were played to the debrief.
    scenarios: Vec<PlayedScenario>,
    opened_last: Option<AttemptId>,
}

/// A page that has come.
#[derive(Default)]
struct Shown {
    first: u64,
    under_way: Vec<PastRow>,
    over: Vec<PastRow>,
    unread: usize,
    earlier: Option<Before>,
    unreadable: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<PastAction>>();
    let open = in_state(Screen::Past).and_then(resource_exists::<Past>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(Update, (arrive.run_if(open), apply.run_if(has_action::<PastAction>)).chain().in_set(Step::Apply));
}

impl Past {
    /// The latest conversations with a scenario, or with any, as soon as they are read.
    pub(super) fn asked(store: &Store, scenario: Option<String>) -> Self {
        let mut past =
            Self { scenario, begins: vec![None], awaited: None, shown: None, scenarios: Vec::new(), opened_last: None };
        past.ask(store);
        past
    }

    /// Asks for the page that begins at the last of the places.
    fn ask(&mut self, store: &Store) {
        let before = self.begins.last().copied().flatten();
        let asked = PastAsked { scenario: self.scenario.clone(), before };
        self.awaited = Some(Mutex::new(store.ask_for_past(asked)));
    }

    /// Takes a page that has come; `None` where nothing could be read.
    fn take(&mut self, page: Option<PastPage>, data: &AppData) {
        self.awaited = None;
        let first = (self.begins.len().saturating_sub(1) * PAST_PAGE + 1) as u64;
        let Some(page) = page else {
            self.shown = Some(Shown { first, unreadable: true, ..Shown::default() });
            return;
        };
        if self.begins.len() == 1 {
            self.scenarios = page.scenarios;
        }
        let rows = |told: Vec<PastConversation>| told.into_iter().map(|told| row(told, data)).collect();
        self.shown = Some(Shown {
            first,
            under_way: rows(page.under_way),
            over: rows(page.over),
            unread: page.unread,
            earlier: page.earlier,
            unreadable: false,
        });
    }

    /// How many are over, on all pages.
    fn total(&self) -> u64 {
        let wanted = |played: &&PlayedScenario| self.scenario.as_ref().is_none_or(|id| played.id == *id);
        self.scenarios.iter().filter(wanted).map(|played| played.times).sum()
    }
}

fn row(told: PastConversation, data: &AppData) -> PastRow {
    let is_kept = data.kept.of(&told.scenario).is_some_and(|saved| saved.identity.id == told.id);
    let can_go_on = is_kept && data.find(&told.scenario).is_some();
    PastRow { when: date_and_time(told.began), can_go_on, told }
}

fn arrive(mut past: ResMut<Past>, data: Res<AppData>, mut wake: ResMut<Waker>) {
    let Some(awaited) = &past.awaited else { return };
    let page = match awaited.lock().map(|awaited| awaited.try_recv()) {
        Ok(Err(TryRecvError::Empty)) => return wake.after(LOOK),
        Ok(Ok(page)) => Some(page),
        Ok(Err(TryRecvError::Disconnected)) | Err(_) => None,
    };
    past.take(page, &data);
    wake.at_once();
}

fn view(
    mut contexts: EguiContexts,
    (past, location): (Res<Past>, Res<SaveLocation>),
    mut pending: ResMut<PendingAction<PastAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    // It comes within a few frames.
    let Some(shown) = &past.shown else { return Ok(()) };
    let model = PastList {
        scenario: past.scenario.as_deref(),
        scenarios: &past.scenarios,
        under_way: &shown.under_way,
        over: &shown.over,
        unread: shown.unread,
        first: shown.first,
        total: past.total(),
        has_earlier: shown.earlier.is_some(),
        opened_last: past.opened_last,
        guest: location.guest,
        unreadable: shown.unreadable,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<PastAction>>,
    past: Option<ResMut<Past>>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (clock, store): (Res<Waker>, Res<Store>),
) {
    let (Some(action), Some(mut past)) = (pending.0.take(), past) else { return };
    match action {
        PastAction::Back => {
            commands.remove_resource::<Past>();
            next.set(Screen::Progress);
        }
        PastAction::Open(id) => {
            past.opened_last = Some(id);
            commands.insert_resource(Opened::asked(&store, id));
            next.set(Screen::PastDebrief);
        }
        PastAction::GoOn(scenario) => {
            resume(&mut commands, (&mut data, &store), &mut notices, &mut next, &scenario, clock.now);
        }
        PastAction::Scenario(scenario) => {
            past.scenario = scenario;
            past.begins = vec![None];
            past.ask(&store);
        }
        PastAction::Earlier => {
            if let Some(earlier) = past.shown.as_ref().and_then(|shown| shown.earlier) {
                past.begins.push(Some(earlier));
                past.ask(&store);
            }
        }
        PastAction::Later => {
            if past.begins.len() > 1 {
                past.begins.pop();
                past.ask(&store);
            }
        }
    }
}
