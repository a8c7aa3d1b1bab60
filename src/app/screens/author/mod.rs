//! The author's screen: a chart that follows the file, and rehearsals from any scene.

mod author_view;

use std::fs;
use std::path::Path;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::analysis::Analysis;
use crate::attempt::Mode;
use crate::library::SceneSpans;
use crate::scenario::{Scenario, SceneId};
use crate::source::Source;
use crate::ui::RoadTaken;
use crate::ui::author::findings::FileFindings;
use crate::ui::author::{Author, AuthorAction, show};
use crate::ui::prebrief::Setup;

use crate::app::app_data::{AppData, Preferences};
use crate::app::author_panel;
use crate::app::background::Background;
use crate::app::editor::{self, FilePosition};
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::{Notices, Topic};
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::app::watch::Watch;

use super::pending_action::{PendingAction, frame, has_action};
use author_view::{DrawnChart, explore_roads, redraw_chart};

pub(in crate::app) use author_view::AuthorView;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Background<DrawnChart>>();
    app.init_resource::<Background<Analysis>>();
    app.init_resource::<PendingAction<AuthorAction>>();
    let open = in_state(Screen::Author).and_then(resource_exists::<AuthorView>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(
        Update,
        (redraw_chart.run_if(open.clone()), explore_roads.run_if(open), apply.run_if(has_action::<AuthorAction>))
            .chain()
            .in_set(Step::Apply),
    );
}

fn view(
    mut contexts: EguiContexts,
    author_view: Res<AuthorView>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    mut pending: ResMut<PendingAction<AuthorAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(drawn) = &author_view.drawn else { return Ok(()) };
    let play = play.as_deref().filter(|play| play.scenario().id == author_view.id());
    let road = play.map(|play| RoadTaken::of(&drawn.scenario, play.session())).unwrap_or_default();
    let file = data.file_of(author_view.id());
    let found = file.as_deref().and_then(|file| data.findings_of(file));
    let scenes = found.map(|file| scenes_of(file, &drawn.scenario)).unwrap_or_default();
    let model = Author {
        scenario: &drawn.scenario,
        chart: &drawn.chart,
        known: author_view.known(),
        road: &road,
        has_file: file.is_some(),
        file: found,
        scenes_of_findings: &scenes,
        opening: &drawn.opening,
        view: &drawn.view,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    if let Some(AuthorAction::Finding(action)) = &action
        && let Some(copied) = found.and_then(|file| author_panel::copied(file, *action))
    {
        contexts.ctx_mut()?.copy_text(copied);
    }
    pending.set(action, &mut wake);
    Ok(())
}

/// The scene that each finding is about.
fn scenes_of(file: &FileFindings, scenario: &Scenario) -> Vec<Option<SceneId>> {
    let scene = |name: &Option<String>| name.as_ref().and_then(|name| scenario.find_scene(name));
    file.findings.iter().map(|finding| scene(&finding.scene)).collect()
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<AuthorAction>>,
    (author_view, watch): (Option<ResMut<AuthorView>>, Option<Res<Watch>>),
    play: Option<ResMut<Play>>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (preferences, clock): (Res<Preferences>, Res<Waker>),
) {
    let (Some(action), Some(mut author_view)) = (pending.0.take(), author_view) else { return };
    let file = data.file_of(author_view.id());
    let opened_from = author_view.opened_from;
    let Some(drawn) = &mut author_view.drawn else { return };
    match action {
        AuthorAction::Back => {
            next.set(opened_from);
            commands.remove_resource::<AuthorView>();
        }
        AuthorAction::View(view) => {
            drawn.opening.scene = view.scene;
            drawn.view = view;
        }
        AuthorAction::Opening(opening, time) => (drawn.opening, drawn.view.time) = (opening, time),
        AuthorAction::Rehearse => {
            let setup = Setup { mode: Mode::Practise, own_words: false, ..Setup::practise(&preferences) };
            let (scenario, opening) = (drawn.scenario.clone(), drawn.opening.clone());
            let rehearsal = Play::rehearse(scenario, data.next_seed(), opening, setup, clock.now).with_file(file);
            author_view.suspend(play.map(|mut play| std::mem::replace(&mut *play, rehearsal.clone())));
            commands.insert_resource(rehearsal);
            next.set(Screen::Conversation);
        }
        AuthorAction::Finding(action) => {
            if let Some(found) = file.as_deref().and_then(|file| data.findings_of(file)) {
                notices.replace(Topic::Author, author_panel::act(found, action));
            }
        }
        AuthorAction::Reload => {
            if let Some(watch) = watch {
                watch.reload();
            }
        }
        AuthorAction::Edit(scene) => {
            let name = drawn.scenario.scene(scene).id.clone();
            if let Some(file) = file {
                notices.replace(Topic::Author, editor::open(&scene_position(&file, &name)).unwrap_or_else(|why| why));
            }
        }
    }
}

/// The current position of a scene in the file.
fn scene_position(file: &Path, scene: &str) -> FilePosition {
    let path = file.display().to_string();
    let position = fs::read_to_string(file).ok().and_then(|text| {
        let source = Source::new(path.clone(), text);
        let at = SceneSpans::of(&source).span_of(scene)?;
        let position = source.position(at.start());
        Some((position.line, position.column))
    });
    FilePosition { path, position }
}
