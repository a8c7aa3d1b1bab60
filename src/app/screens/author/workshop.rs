//! A scenario with its picture and what is known of all its roads, each made beside the window.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::analysis::{Analysis, Effort, Progress, analyse};
use crate::app::app_data::AppData;
use crate::app::flow::Screen;
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::work::Work;
use crate::chart::{Chart, Unreached};
use crate::scenario::Scenario;
use crate::session::Opening;
use crate::ui::author::{Known, View};

/// The author's view while it is open, and while a rehearsal from it is under way.
#[derive(Resource, Debug)]
pub(in crate::app) struct Workshop {
    /// The scenario's id.
    id: String,
    pub(super) came_from: Screen,
    pub(super) drawn: Option<Drawn>,
    /// The version that is being drawn.
    drawing: Option<Arc<Scenario>>,
    /// What is known of all roads of the version that is drawn, once it is.
    known: Option<Result<Analysis, String>>,
    /// Set when nobody waits for the sum under way any more.
    stop: Arc<AtomicBool>,
    /// The conversation that a rehearsal has taken the place of.
    waiting: Option<Play>,
}

/// A version of the scenario with its picture, and what is looked at in it.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) scenario: Arc<Scenario>,
    pub(super) chart: Chart,
    pub(super) view: View,
    pub(super) opening: Opening,
}

/// A version of a scenario with its picture, made beside the window.
pub(super) type Picture = (Arc<Scenario>, Chart);

impl Workshop {
    /// Opens the author's view of a scenario.
    pub(in crate::app) fn open(id: &str, came_from: Screen) -> Self {
        Self {
            id: id.to_owned(),
            came_from,
            drawn: None,
            drawing: None,
            known: None,
            stop: Arc::default(),
            waiting: None,
        }
    }

    /// The scenario's id.
    pub(in crate::app) fn id(&self) -> &str {
        &self.id
    }

    /// What is known of all roads.
    pub(super) fn known(&self) -> Known<'_> {
        match &self.known {
            None => Known::Working,
            Some(Ok(analysis)) => Known::All(analysis),
            Some(Err(why)) => Known::Nothing(why),
        }
    }

    /// The conversation that a rehearsal has taken the place of.
    pub(in crate::app) const fn waiting(&self) -> Option<&Play> {
        self.waiting.as_ref()
    }

    /// Keeps the conversation that a rehearsal takes the place of, if there is one.
    pub(in crate::app) fn wait(&mut self, play: Option<Play>) {
        self.waiting = play;
    }

    /// Gives back the conversation that a rehearsal has taken the place of.
    pub(in crate::app) fn give_back(&mut self) -> Option<Play> {
        self.waiting.take()
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drawn {
    /// A new version with its picture; what was looked at is still looked at, where it still exists.
    fn new((scenario, chart): Picture, before: Option<Self>, play: Option<&Play>) -> Self {
        let of_play = |play: &Play| scenario.find_scene(&play.session().scene().id);
        let Some(before) = before else {
            let scene = play.and_then(of_play).unwrap_or(scenario.start);
            let opening = match play.filter(|play| play.scenario().hash == scenario.hash) {
                Some(play) => Opening::from_state(&scenario, scene, play.session().state()),
                None => Opening::of(&scenario, scene),
            };
            let view = View { camera: None, scene, search: String::new() };
            return Self { scenario, chart, view, opening };
        };
        let name = &before.scenario.scene(before.view.scene).id;
        let scene = scenario.find_scene(name).unwrap_or(scenario.start);
        let opening = before.opening.in_version(&before.scenario, &scenario, scene);
        Self { view: View { scene, ..before.view }, opening, scenario, chart }
    }
}

/// Draws the scenario again when its file has changed, beside the window.
pub(super) fn follow(
    mut workshop: ResMut<Workshop>,
    mut work: ResMut<Work<Picture>>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    proxy: Res<EventLoopProxyWrapper>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    if let Some(picture) = work.result() {
        match picture {
            Ok(picture) => {
                let before = workshop.drawn.take();
                let play = play.as_deref().or(workshop.waiting());
                let play = play.filter(|play| play.scenario().id == workshop.id);
                let drawn = Drawn::new(picture, before, play);
                workshop.drawn = Some(drawn);
            }
            Err(why) => notices.tell(format!("The graph could not be drawn: {why}.")),
        }
        workshop.drawing = None;
    }
    let Some(now) = data.find(&workshop.id) else {
        if workshop.drawn.is_none() {
            next.set(workshop.came_from);
        }
        return;
    };
    let shown = workshop.drawing.as_ref().or(workshop.drawn.as_ref().map(|drawn| &drawn.scenario));
    if !shown.is_some_and(|shown| Arc::ptr_eq(shown, &now)) {
        workshop.drawing = Some(now.clone());
        work.begin(&proxy, move || Ok((now.clone(), Chart::draw(&now, &Unreached::default()))));
    }
}

/// Looks at all roads beside the window, once for each version that is drawn. What none of them
/// comes to is then drawn so.
pub(super) fn know(
    mut workshop: ResMut<Workshop>,
    mut work: ResMut<Work<Analysis>>,
    mut pictures: ResMut<Work<Picture>>,
    mut known_of: Local<Option<Arc<Scenario>>>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let Some(drawn) = workshop.drawn.as_ref().map(|drawn| drawn.scenario.clone()) else { return };
    let same = |known: &Arc<Scenario>| Arc::ptr_eq(known, &drawn);
    if !known_of.as_ref().is_some_and(same) || (workshop.known.is_none() && !work.is_under_way()) {
        workshop.stop.store(true, Ordering::Relaxed);
        (workshop.stop, workshop.known) = (Arc::default(), None);
        let (scenario, stop) = (drawn.clone(), workshop.stop.clone());
        *known_of = Some(drawn);
        work.begin(&proxy, move || {
            let go_on = |_: Progress| !stop.load(Ordering::Relaxed);
            // What strategies come to is not shown here.
            let effort = Effort { plays: 1, ..Effort::usual(NonZero::<usize>::MIN, &go_on) };
            Ok(analyse(&scenario, &effort))
        });
        return;
    }
    let Some(found) = work.result() else { return };
    if let Ok(analysis) = &found {
        let unreached = Unreached::from(&analysis.proved);
        if unreached != Unreached::default() && workshop.drawing.is_none() {
            workshop.drawing = Some(drawn.clone());
            pictures.begin(&proxy, move || Ok((drawn.clone(), Chart::draw(&drawn, &unreached))));
        }
    }
    workshop.known = Some(found);
}
