//! What the author's view shows, and what can be asked of it.

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

/// What the author's view shows.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    /// The scenario.
    pub scenario: &'a Arc<Scenario>,
    /// Its picture.
    pub chart: &'a Chart,
    /// What is known of all its roads.
    pub known: Known<'a>,
    /// The road of the attempt under way.
    pub road: &'a RoadTaken,
    /// Whether it was read from a file.
    pub has_file: bool,
    /// What was found in its file.
    pub file: Option<&'a FileFindings>,
    /// The scene that each finding is about, where it is about one.
    pub scenes_of_findings: &'a [Option<SceneId>],
    /// Where a rehearsal would begin, and in which state.
    pub opening: &'a Opening,
    /// What is looked at.
    pub view: &'a View,
}

/// What is known of all roads of a scenario.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// It is being worked out.
    Working,
    /// This.
    All(&'a Analysis),
    /// Nothing, and why.
    Nothing(&'a str),
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// From where; the scene that is looked at, where it has not been moved yet.
    pub camera: Option<Camera>,
    /// The scene that is looked at.
    pub scene: SceneId,
    /// What is searched for.
    pub search: String,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum AuthorAction {
    /// To go back.
    Back,
    /// To look so.
    View(View),
    /// To set the state of the rehearsal so.
    Opening(Opening),
    /// To rehearse from there.
    Rehearse,
    /// To do something about a finding.
    Finding(FindingAction),
    /// To open a scene in the author's editor.
    Edit(SceneId),
    /// To look at the file again.
    Reload,
}

impl Author<'_> {
    /// The camera that is used: where nothing has been moved yet, on the scene that is looked at.
    pub(super) fn camera(&self) -> Camera {
        self.view.camera.unwrap_or_else(|| Camera::on(self.chart.node(self.view.scene).area))
    }

    /// Looks so.
    pub(super) fn with_camera(&self, camera: Camera) -> AuthorAction {
        AuthorAction::View(View { camera: Some(camera), ..self.view.clone() })
    }

    /// Looks at a scene, moved no more than it must be.
    pub(super) fn with_scene(&self, scene: SceneId, ui: &Ui) -> AuthorAction {
        let text = Look::of(ui.ctx()).scaled(1.0);
        let room = last_room(ui).unwrap_or(ui.max_rect());
        let camera = self.camera().showing(self.chart.node(scene).area, inner(room), text);
        AuthorAction::View(View { camera: Some(camera), scene, ..self.view.clone() })
    }
}
