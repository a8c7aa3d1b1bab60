//! A debrief that is opened again. What is kept of the attempt is read and never written: there is no [`Play`], which alone is
//! saved, and playing on from a turn, which would add to the attempt, is not offered.
//!
//! [`Play`]: crate::app::play::Play

use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::analysis::WhatIf;
use crate::app::app_data::AppData;
use crate::app::background::{Background, RoadOutcomes, explore_roads};
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::marks::{KnownMarks, find_marks};
use crate::app::page_writer::{DebriefPaper, PageWriter};
use crate::app::store::Store;
use crate::app::waker::{Waker, date_and_time};
use crate::chart::Chart;
use crate::library::as_played;
use crate::records::AttemptId;
use crate::records::past::{KeptConversation, KeptInWords, Reopened, kept_in_its_place, pass_in_words};
use crate::scenario::Scenario;
use crate::session::CurrentScene;
use crate::ui::debrief::{DebriefAction, DebriefPage, OpenedAgain, View, show};
use crate::ui::past::{KeptAction, KeptPage, show_kept};
use crate::ui::{RoadTaken, Thumbnail, scenes_met};

use super::debrief::{portrait, road};
use super::past::Past;
use super::pending_action::{PendingAction, frame, has_action};

/// How often it is looked whether what was asked for has come.
const LOOK: Duration = Duration::from_millis(20);

/// The conversation that is opened again.
#[derive(Resource)]
pub(super) struct Opened {
    awaited: Option<Mutex<Receiver<KeptConversation>>>,
    kept: Arc<KeptConversation>,
    /// The day and the time at which it began.
    when: String,
    /// What its passes are called.
    passes: Vec<String>,
    /// The pass that is shown, from 0.
    pass: usize,
    shown: Option<Shown>,
}

/// What is shown of it.
enum Shown {
    Debrief(Box<Again>),
    Kept(WhatIsKept),
}

/// A debrief, and what is open on it.
struct Again {
    made: Made,
    what_if: Option<Vec<WhatIf>>,
    view: View,
}

/// What is shown where there is no debrief.
struct WhatIsKept {
    title: String,
    why: String,
    kept: Option<KeptInWords>,
}

/// A debrief as it was made beside the window, or why it cannot be.
type Making = Result<Box<Made>, String>;

struct Made {
    reopened: Reopened,
    met: Vec<CurrentScene>,
    road: Option<(Chart, RoadTaken)>,
    portrait: Option<Thumbnail>,
}

/// What was requested on either page.
#[derive(Debug)]
enum Requested {
    OnDebrief(DebriefAction),
    OnKept(KeptAction),
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<Requested>>().init_resource::<Background<Making>>();
    let open = in_state(Screen::PastDebrief).and_then(resource_exists::<Opened>);
    app.add_systems(OnExit(Screen::PastDebrief), close);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(
        Update,
        ((arrive, fill_in).chain().after(find_marks).run_if(open), apply.run_if(has_action::<Requested>))
            .chain()
            .in_set(Step::Apply),
    );
}

impl Opened {
    /// A conversation, as soon as it is read.
    pub(super) fn asked(store: &Store, id: AttemptId) -> Self {
        Self {
            awaited: Some(Mutex::new(store.ask_for_conversation(id))),
            kept: Arc::new(KeptConversation::unreadable("")),
            when: String::new(),
            passes: Vec::new(),
            pass: 0,
            shown: None,
        }
    }

    /// Takes what is kept of it.
    fn take(&mut self, kept: KeptConversation) {
        self.awaited = None;
        if let Ok(saved) = &kept.saved {
            let passes = saved.passes_over();
            self.passes = passes.iter().enumerate().map(|(number, pass)| pass_in_words(number, pass.from)).collect();
        }
        let began = kept.saved.as_ref().map(|saved| saved.identity.began).ok();
        let began = began.or_else(|| kept.outcome.as_ref().map(|outcome| outcome.began));
        self.when = began.map(date_and_time).unwrap_or_default();
        self.kept = Arc::new(kept);
    }

    /// Has the debrief of the pass made beside the window.
    fn make(&self, data: &AppData, job: &mut Background<Making>, proxy: &EventLoopProxyWrapper) {
        let (at_hand, kept, pass) = (data.scenarios.clone(), Arc::clone(&self.kept), self.pass);
        job.begin(proxy, move || Ok(make(&at_hand, &kept, pass)));
    }

    /// Shows what is kept, where there is no debrief for this reason.
    fn show_kept(&mut self, why: &str) {
        let kept = &self.kept;
        let title = match (&kept.saved, &kept.outcome) {
            (Ok(saved), _) => saved.title.clone(),
            (Err(_), Some(outcome)) => outcome.scenario.title.clone(),
            (Err(_), None) => "A past conversation".to_owned(),
        };
        // What is kept of what it came to is of the first pass.
        let outcome = kept.outcome.as_ref().filter(|_| self.pass == 0);
        let (why, kept) = match outcome {
            Some(outcome) => (kept_in_its_place(why), Some(KeptInWords::of(outcome))),
            None => {
                (format!("It cannot be opened: {why}. Nothing more can be told of it. All others can be opened."), None)
            }
        };
        self.shown = Some(Shown::Kept(WhatIsKept { title, why, kept }));
    }

    /// The scenario that was played, if it is at hand, in whichever version.
    fn scenario(&self, data: &AppData) -> Option<Arc<Scenario>> {
        let id = match (&self.kept.saved, &self.kept.outcome) {
            (Ok(saved), _) => saved.scenario(),
            (Err(_), Some(outcome)) => &outcome.scenario.id,
            (Err(_), None) => return None,
        };
        data.find(id)
    }
}

/// Makes the debrief of a pass of what is kept, by the text that it was played with.
///
/// # Errors
/// Why it cannot be made, to follow a colon.
fn make(at_hand: &[Arc<Scenario>], kept: &KeptConversation, pass: usize) -> Making {
    let saved = kept.saved.as_ref().map_err(Clone::clone)?;
    let passes = saved.passes_over();
    let pass = passes.get(pass).ok_or("it is not over")?;
    let hash = &pass.transcript.scenario_hash;
    let text = kept.texts.get(hash).map(String::as_str);
    let scenario = as_played(at_hand, (saved.scenario(), hash), text)
        .ok_or("the scenario has changed since, and its text as it was is not kept or cannot be read any more")?;
    let reopened = Reopened::of(&scenario, &saved.attempt, pass).map_err(|mismatch| mismatch.to_string())?;
    Ok(Box::new(Made {
        met: scenes_met(&scenario, &reopened.transcript),
        road: reopened.session.as_ref().and_then(road),
        portrait: reopened.session.as_ref().map(portrait),
        reopened,
    }))
}

/// Takes what was asked for when it has come, and then the debrief that was made of it.
fn arrive(
    mut opened: ResMut<Opened>,
    data: Res<AppData>,
    (mut making, mut exploring): (ResMut<Background<Making>>, ResMut<Background<RoadOutcomes>>),
    (mut marks, proxy): (ResMut<KnownMarks>, Res<EventLoopProxyWrapper>),
    mut wake: ResMut<Waker>,
) {
    if let Some(awaited) = &opened.awaited {
        let kept = match awaited.lock().map(|awaited| awaited.try_recv()) {
            Ok(Err(TryRecvError::Empty)) => return wake.after(LOOK),
            Ok(Ok(kept)) => kept,
            Ok(Err(TryRecvError::Disconnected)) | Err(_) => {
                KeptConversation::unreadable("what is kept cannot be read now")
            }
        };
        opened.take(kept);
        opened.make(&data, &mut making, &proxy);
    }
    let Some(made) = making.bypass_change_detection().result() else { return };
    match made.unwrap_or_else(Err) {
        Ok(made) => {
            let mut what_if = Some(Vec::new());
            if let Some(session) = made.reopened.session.clone() {
                what_if = None;
                exploring.begin(&proxy, move || explore_roads(&session));
            }
            marks.want(&made.reopened.scenario);
            opened.shown = Some(Shown::Debrief(Box::new(Again { made: *made, what_if, view: View::default() })));
        }
        Err(why) => opened.show_kept(&why),
    }
    wake.at_once();
}

/// Adds the results of the background jobs to the page.
fn fill_in(mut opened: ResMut<Opened>, marks: Res<KnownMarks>, mut exploring: ResMut<Background<RoadOutcomes>>) {
    let Some(Shown::Debrief(again)) = &mut opened.shown else { return };
    let debrief = &mut again.made.reopened.debrief;
    if debrief.marks.is_none() {
        debrief.marks = marks.of(&again.made.reopened.scenario);
    }
    if again.what_if.is_none()
        && let Some(explored) = exploring.bypass_change_detection().result()
    {
        again.what_if = Some(explored.map(|RoadOutcomes(found)| found).unwrap_or_default());
    }
}

fn view(
    mut contexts: EguiContexts,
    (opened, data): (Res<Opened>, Res<AppData>),
    mut pending: ResMut<PendingAction<Requested>>,
    mut wake: ResMut<Waker>,
) -> Result {
    // It comes within a few frames.
    let Some(shown) = &opened.shown else { return Ok(()) };
    let mode = match (&opened.kept.saved, &opened.kept.outcome) {
        (Ok(saved), _) => Some(saved.mode()),
        (Err(_), outcome) => outcome.as_ref().map(|outcome| outcome.mode),
    };
    let told: &[&str] = if let Shown::Debrief(again) = shown { &again.made.reopened.told } else { &[] };
    let again = mode.map(|mode| OpenedAgain {
        when: &opened.when,
        mode,
        told,
        passes: &opened.passes,
        pass: opened.pass,
        can_play: opened.scenario(&data).is_some(),
    });
    let action = match shown {
        Shown::Debrief(page) => {
            let Again { made: Made { reopened, met, road, portrait }, what_if, view } = &**page;
            let model = DebriefPage {
                scenario: &reopened.scenario,
                debrief: &reopened.debrief,
                met,
                mode: reopened.mode,
                again_from: reopened.again_from,
                own_words: &reopened.own_words,
                reflection: reopened.reflection.as_ref(),
                what_if: what_if.as_deref(),
                road: road.as_ref().map(|(chart, road)| (chart, road)),
                notes: &reopened.notes,
                portrait: portrait.as_ref(),
                view,
                again,
            };
            frame(&mut contexts, |ui| show(ui, &model))?.map(Requested::OnDebrief)
        }
        Shown::Kept(WhatIsKept { title, why, kept }) => {
            let model = KeptPage { title, why, kept: kept.as_ref(), again };
            frame(&mut contexts, |ui| show_kept(ui, &model))?.map(Requested::OnKept)
        }
    };
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<Requested>>,
    opened: Option<ResMut<Opened>>,
    mut data: ResMut<AppData>,
    mut next: ResMut<NextState<Screen>>,
    (mut pages, mut making): (ResMut<PageWriter>, ResMut<Background<Making>>),
    proxy: Res<EventLoopProxyWrapper>,
) {
    let (Some(action), Some(mut opened)) = (pending.0.take(), opened) else { return };
    match action {
        Requested::OnDebrief(DebriefAction::View(view)) => {
            if let Some(Shown::Debrief(again)) = &mut opened.shown {
                again.view = view;
            }
        }
        Requested::OnDebrief(DebriefAction::SavePage(appendix)) => {
            if let Some(Shown::Debrief(again)) = &opened.shown {
                pages.save(&proxy, DebriefPaper::reopened(&again.made.reopened, again.what_if.as_deref(), appendix));
            }
        }
        Requested::OnDebrief(DebriefAction::Pass(pass)) | Requested::OnKept(KeptAction::Pass(pass)) => {
            opened.pass = pass;
            opened.make(&data, &mut making, &proxy);
        }
        Requested::OnDebrief(DebriefAction::PlayAgain) | Requested::OnKept(KeptAction::PlayAgain) => {
            data.chosen = opened.scenario(&data);
            if data.chosen.is_some() {
                commands.remove_resource::<Past>();
                next.set(Screen::Prebrief);
            }
        }
        Requested::OnDebrief(DebriefAction::Leave) | Requested::OnKept(KeptAction::Back) => next.set(Screen::Past),
        // Neither is offered in what is kept.
        Requested::OnDebrief(DebriefAction::Notes(_) | DebriefAction::PlayFrom(_)) => {}
    }
}

fn close(mut commands: Commands, mut marks: ResMut<KnownMarks>) {
    commands.remove_resource::<Opened>();
    marks.want_no_more();
}
