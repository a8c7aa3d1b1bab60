//! The model of the author's view, and its actions.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::Analysis;
use crate::chart::Chart;
use crate::scenario::{Scenario, SceneId};
use crate::session::Opening;
use crate::ui::RoadTaken;
use crate::ui::look::Look;

use super::camera::{Camera, inner};
use super::findings::{FileFindings, FindingAction};
use super::frame_memory::last_room;

/// The model of the author's view.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    pub scenario: &'a Arc<Scenario>,
    pub chart: &'a Chart,
    /// The analysis of all its roads.
    pub known: Known<'a>,
    /// The road of the attempt under way.
    pub road: &'a RoadTaken,
    /// Whether it was read from a file.
    pub has_file: bool,
    /// The findings in its file.
    pub file: Option<&'a FileFindings>,
    /// The scene that each finding is about, if any.
    pub scenes_of_findings: &'a [Option<SceneId>],
    /// The state in which a rehearsal would begin.
    pub opening: &'a Opening,
    pub view: &'a View,
}

/// The analysis of a scenario, as far as there is one.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// It is under way.
    Working,
    All(&'a Analysis),
    /// There is none, and this is why.
    Nothing(&'a str),
}

/// What is selected and where the camera is.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The camera; `None` until it is moved, which means on the selected scene.
    pub camera: Option<Camera>,
    /// The selected scene.
    pub scene: SceneId,
    /// The search text.
    pub search: String,
    /// What is typed as the time of day at which a rehearsal begins, be it one or not; `None` until it is typed.
    pub time: Option<String>,
}

/// What the author requested.
#[derive(Clone, Debug, PartialEq)]
pub enum AuthorAction {
    Back,
    /// To change the view.
    View(View),
    /// To change the state in which a rehearsal begins, and what is typed as its time of day.
    Opening(Opening, Option<String>),
    /// To start a rehearsal.
    Rehearse,
    Finding(FindingAction),
    /// To open a scene in the author's editor.
    Edit(SceneId),
    /// To read the file again.
    Reload,
}

impl Author<'_> {
    /// The camera; until it is moved, it is on the selected scene.
    pub(super) fn camera(&self) -> Camera {
        self.view.camera.unwrap_or_else(|| Camera::on(self.chart.node(self.view.scene).area))
    }

    /// Moves the camera.
    pub(super) fn with_camera(&self, camera: Camera) -> AuthorAction {
        AuthorAction::View(View { camera: Some(camera), ..self.view.clone() })
    }

    /// Selects a scene, and moves the camera no more than it must to show it.
    pub(super) fn with_scene(&self, scene: SceneId, ui: &Ui) -> AuthorAction {
        let text = Look::of(ui.ctx()).scaled(1.0);
        let room = last_room(ui).unwrap_or(ui.max_rect());
        let camera = self.camera().showing(self.chart.node(scene).area, inner(room), text);
        AuthorAction::View(View { camera: Some(camera), scene, ..self.view.clone() })
    }
}
