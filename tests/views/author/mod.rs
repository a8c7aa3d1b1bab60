//! The author's view.

mod graph;
mod rehearsal;
mod scene;

use std::cell::RefCell;
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{Analysis, Effort, analyse};
use bedside::chart::{Chart, Unreached};
use bedside::scenario::{Scenario, SceneId};
use bedside::session::Opening;
use bedside::source::Severity;
use bedside::ui::author::findings::{FileFindings, Finding};
use bedside::ui::author::{Author, AuthorAction, Known, View, show};
use bedside::ui::{RoadTaken, Settings};
use egui::{Key, Ui, Vec2, vec2};

use super::harness::{Screen, open_with};
use super::samples::after;

/// Everything that an author's view is shown from.
struct AuthorScreen {
    scenario: Arc<Scenario>,
    chart: Chart,
    road: RoadTaken,
    file: FileFindings,
    scenes: Vec<Option<SceneId>>,
    known: Option<Analysis>,
    opening: RefCell<Opening>,
    view: RefCell<View>,
}

impl AuthorScreen {
    fn of(scenario: &Arc<Scenario>, choices: &[&str]) -> Self {
        let session = after(scenario, choices);
        let scene = session.state().scene;
        let finding = |severity, line, report: &str, scene: Option<&str>| Finding {
            severity,
            position: Some((line, 9)),
            report: report.to_owned(),
            narrower: Vec::new(),
            scene: scene.map(str::to_owned),
        };
        let findings = vec![
            finding(Severity::Warning, 40, "warning[unused-flag]: nobody asks for it", None),
            finding(Severity::Warning, 50, "warning[same-words]: twice the same", Some(&session.scene().id)),
        ];
        let chart = Chart::draw(scenario, &Unreached::default());
        Self {
            scenario: scenario.clone(),
            chart,
            road: RoadTaken::of(scenario, &session),
            file: FileFindings { path: "kettle.ron".to_owned(), findings, outdated: false },
            scenes: vec![None, Some(scene)],
            known: None,
            opening: RefCell::new(Opening::of(scenario, scene)),
            view: RefCell::new(View { camera: None, scene, search: String::new(), time: None }),
        }
    }

    fn scene(&self, id: &str) -> SceneId {
        self.scenario.find_scene(id).expect("it is there")
    }

    /// Shows it and applies the requested action, as the app does.
    fn pass(&self, ui: &mut Ui) -> Option<AuthorAction> {
        let (opening, view) = (self.opening.borrow().clone(), self.view.borrow().clone());
        let model = Author {
            scenario: &self.scenario,
            chart: &self.chart,
            known: self.known.as_ref().map_or(Known::Working, Known::All),
            road: &self.road,
            has_file: true,
            file: Some(&self.file),
            scenes_of_findings: &self.scenes,
            opening: &opening,
            view: &view,
        };
        let action = show(ui, &model);
        match &action {
            Some(AuthorAction::View(view)) => {
                self.opening.borrow_mut().scene = view.scene;
                *self.view.borrow_mut() = view.clone();
            }
            Some(AuthorAction::Opening(opening, time)) => {
                *self.opening.borrow_mut() = opening.clone();
                self.view.borrow_mut().time.clone_from(time);
            }
            _ => {}
        }
        action
    }

    fn looked_at(&self) -> String {
        self.scenario.scene(self.view.borrow().scene).id.to_string()
    }
}

fn analysed(scenario: &Scenario) -> Analysis {
    analyse(scenario, &Effort::usual(NonZero::<usize>::MIN, &|_| true))
}

fn opened(author: &AuthorScreen) -> Screen<'_, AuthorAction> {
    opened_so(author, Settings::default(), vec2(1280.0, 800.0))
}

fn opened_so(author: &AuthorScreen, settings: Settings, size: Vec2) -> Screen<'_, AuthorAction> {
    let mut screen = open_with(settings, size, |ui| author.pass(ui));
    screen.run();
    screen
}

fn press(screen: &mut Screen<'_, AuthorAction>, key: Key) {
    screen.key_press(key);
    screen.run();
}
