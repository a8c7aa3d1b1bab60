//! The author's view: the graph follows the file, and a rehearsal begins wherever the author wants.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::analysis::{Analysis, Effort, Progress, analyse};
use crate::attempt::Mode;
use crate::chart::{Chart, Unreached};
use crate::library::WrittenScenes;
use crate::scenario::{Scenario, SceneId};
use crate::session::Opening;
use crate::source::Source;
use crate::ui::author::findings::FileFindings;
use crate::ui::author::{Author, AuthorAction, Known, RoadTaken, View, show};
use crate::ui::prebrief::Setup;

use crate::app::desk::{Desk, Preferences};
use crate::app::editor::{self, Spot};
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::app::work::Work;
use crate::app::{Step, bench};

use super::{Asked, Screen, Showing, asked, frame};

/// The author's view while it is open, and while a rehearsal from it is on stage.
#[derive(Resource, Debug)]
pub(in crate::app) struct Workshop {
    /// The scenario's id.
    id: String,
    came_from: Screen,
    drawn: Option<Drawn>,
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
struct Drawn {
    scenario: Arc<Scenario>,
    chart: Chart,
    view: View,
    opening: Opening,
}

/// A version of a scenario with its picture, made beside the window.
type Picture = (Arc<Scenario>, Chart);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Work<Picture>>();
    app.init_resource::<Work<Analysis>>();
    app.init_resource::<Asked<AuthorAction>>();
    let open = in_state(Screen::Author).and_then(resource_exists::<Workshop>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(Showing).run_if(open.clone()));
    app.add_systems(
        Update,
        (follow.run_if(open.clone()), know.run_if(open), apply.run_if(asked::<AuthorAction>))
            .chain()
            .in_set(Step::Apply),
    );
}

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
    fn known(&self) -> Known<'_> {
        match &self.known {
            None => Known::Working,
            Some(Ok(analysis)) => Known::All(analysis),
            Some(Err(why)) => Known::Nothing(why),
        }
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
        let of_play = |play: &Play| scenario.find_scene(&play.session.scene().id);
        let Some(before) = before else {
            let scene = play.and_then(of_play).unwrap_or(scenario.start);
            let opening = match play.filter(|play| play.session.scenario().hash == scenario.hash) {
                Some(play) => Opening::from_state(&scenario, scene, play.session.state()),
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
fn follow(
    mut workshop: ResMut<Workshop>,
    mut work: ResMut<Work<Picture>>,
    desk: Res<Desk>,
    play: Option<Res<Play>>,
    proxy: Res<EventLoopProxyWrapper>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    if let Some(picture) = work.result() {
        match picture {
            Ok(picture) => {
                let before = workshop.drawn.take();
                let play = play.as_deref().or(workshop.waiting.as_ref());
                let play = play.filter(|play| play.session.scenario().id == workshop.id);
                let drawn = Drawn::new(picture, before, play);
                workshop.drawn = Some(drawn);
            }
            Err(why) => notices.tell(format!("The graph could not be drawn: {why}.")),
        }
        workshop.drawing = None;
    }
    let Some(now) = desk.find(&workshop.id) else {
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
fn know(
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

fn view(
    mut contexts: EguiContexts,
    workshop: Res<Workshop>,
    desk: Res<Desk>,
    play: Option<Res<Play>>,
    mut asked: ResMut<Asked<AuthorAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(drawn) = &workshop.drawn else { return Ok(()) };
    let play = play.as_deref().filter(|play| play.session.scenario().id == workshop.id);
    let road = play.map(|play| RoadTaken::of(&drawn.scenario, &play.session)).unwrap_or_default();
    let file = desk.file_of(&workshop.id);
    let found = file.as_deref().and_then(|file| desk.findings_of(file));
    let scenes = found.map(|file| scenes_of(file, &drawn.scenario)).unwrap_or_default();
    let model = Author {
        scenario: &drawn.scenario,
        chart: &drawn.chart,
        known: workshop.known(),
        road: &road,
        has_file: file.is_some(),
        file: found,
        scenes_of_findings: &scenes,
        opening: &drawn.opening,
        view: &drawn.view,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    if let Some(AuthorAction::Finding(action)) = &action
        && let Some(place) = found.and_then(|file| bench::copied(file, *action))
    {
        contexts.ctx_mut()?.copy_text(place);
    }
    asked.note(action, &mut wake);
    Ok(())
}

/// The scene that each finding is about.
fn scenes_of(file: &FileFindings, scenario: &Scenario) -> Vec<Option<SceneId>> {
    let scene = |name: &Option<String>| name.as_ref().and_then(|name| scenario.find_scene(name));
    file.findings.iter().map(|finding| scene(&finding.scene)).collect()
}

fn apply(
    mut commands: Commands,
    mut asked: ResMut<Asked<AuthorAction>>,
    workshop: Option<ResMut<Workshop>>,
    play: Option<ResMut<Play>>,
    (mut desk, mut notices): (ResMut<Desk>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (preferences, clock): (Res<Preferences>, Res<Waker>),
) {
    let (Some(action), Some(mut workshop)) = (asked.0.take(), workshop) else { return };
    let file = desk.file_of(&workshop.id);
    let came_from = workshop.came_from;
    let Some(drawn) = &mut workshop.drawn else { return };
    match action {
        AuthorAction::Back => {
            next.set(came_from);
            commands.remove_resource::<Workshop>();
        }
        AuthorAction::View(view) => {
            drawn.opening.scene = view.scene;
            drawn.view = view;
        }
        AuthorAction::Opening(opening) => drawn.opening = opening,
        AuthorAction::Rehearse => {
            let setup = Setup { mode: Mode::Practise, own_words: false, ..Setup::practise(&preferences) };
            let (scenario, opening) = (drawn.scenario.clone(), drawn.opening.clone());
            let mut rehearsal = Play::rehearse(scenario, desk.next_seed(), opening, setup, clock.now);
            rehearsal.file = file;
            workshop.waiting = play.map(|mut play| std::mem::replace(&mut *play, rehearsal.clone()));
            commands.insert_resource(rehearsal);
            next.set(Screen::Conversation);
        }
        AuthorAction::Finding(action) => {
            if let Some(found) = file.as_deref().and_then(|file| desk.findings_of(file)) {
                notices.tell(bench::act(found, action));
            }
        }
        AuthorAction::Edit(scene) => {
            let name = drawn.scenario.scene(scene).id.clone();
            if let Some(file) = file {
                notices.tell(editor::open(&place_of(&file, &name)).unwrap_or_else(|why| why));
            }
        }
    }
}

/// Where a scene is written just now.
fn place_of(file: &Path, scene: &str) -> Spot {
    let path = file.display().to_string();
    let place = fs::read_to_string(file).ok().and_then(|text| {
        let source = Source::new(path.clone(), text);
        let at = WrittenScenes::of(&source).place(scene)?;
        let place = source.place(at.start);
        Some((place.line, place.column))
    });
    Spot { path, place }
}
