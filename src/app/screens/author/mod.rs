//! The author's view: the graph follows the file, and a rehearsal begins wherever the author wants.

mod workshop;

use std::fs;
use std::path::Path;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::analysis::Analysis;
use crate::attempt::Mode;
use crate::library::WrittenScenes;
use crate::scenario::{Scenario, SceneId};
use crate::source::Source;
use crate::ui::RoadTaken;
use crate::ui::author::findings::FileFindings;
use crate::ui::author::{Author, AuthorAction, show};
use crate::ui::prebrief::Setup;

use crate::app::app_data::{AppData, Preferences};
use crate::app::author_panel;
use crate::app::editor::{self, Spot};
use crate::app::flow::{Screen, Showing, Step};
use crate::app::notice::{Notices, Topic};
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::app::watch::Watch;
use crate::app::work::Work;

use super::asked::{Asked, asked, frame};
use workshop::{Picture, follow, know};

pub(in crate::app) use workshop::Workshop;

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

fn view(
    mut contexts: EguiContexts,
    workshop: Res<Workshop>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    mut asked: ResMut<Asked<AuthorAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(drawn) = &workshop.drawn else { return Ok(()) };
    let play = play.as_deref().filter(|play| play.scenario().id == workshop.id());
    let road = play.map(|play| RoadTaken::of(&drawn.scenario, play.session())).unwrap_or_default();
    let file = data.file_of(workshop.id());
    let found = file.as_deref().and_then(|file| data.findings_of(file));
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
        && let Some(copied) = found.and_then(|file| author_panel::copied(file, *action))
    {
        contexts.ctx_mut()?.copy_text(copied);
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
    (workshop, watch): (Option<ResMut<Workshop>>, Option<Res<Watch>>),
    play: Option<ResMut<Play>>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (preferences, clock): (Res<Preferences>, Res<Waker>),
) {
    let (Some(action), Some(mut workshop)) = (asked.0.take(), workshop) else { return };
    let file = data.file_of(workshop.id());
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
            let rehearsal = Play::rehearse(scenario, data.next_seed(), opening, setup, clock.now).read_from(file);
            workshop.wait(play.map(|mut play| std::mem::replace(&mut *play, rehearsal.clone())));
            commands.insert_resource(rehearsal);
            next.set(Screen::Conversation);
        }
        AuthorAction::Finding(action) => {
            if let Some(found) = file.as_deref().and_then(|file| data.findings_of(file)) {
                notices.tell_of(Topic::Author, author_panel::act(found, action));
            }
        }
        AuthorAction::LookAgain => {
            if let Some(watch) = watch {
                watch.reload();
            }
        }
        AuthorAction::Edit(scene) => {
            let name = drawn.scenario.scene(scene).id.clone();
            if let Some(file) = file {
                notices.tell_of(Topic::Author, editor::open(&place_of(&file, &name)).unwrap_or_else(|why| why));
            }
        }
    }
}

/// Where a scene is written just now.
fn place_of(file: &Path, scene: &str) -> Spot {
    let path = file.display().to_string();
    let position = fs::read_to_string(file).ok().and_then(|text| {
        let source = Source::new(path.clone(), text);
        let at = WrittenScenes::of(&source).span_of(scene)?;
        let position = source.position(at.start());
        Some((position.line, position.column))
    });
    Spot { path, position }
}
