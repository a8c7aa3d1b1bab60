//! Facts about each scene, looked up once a pass, so that the cost is linear in the size of the graph.

use std::cell::OnceCell;

use crate::analysis::SceneFeelings;
use crate::scenario::SceneId;

use super::arrow_keys;
use super::model::{Author, Known};

/// The facts, by scene index.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    model: Author<'a>,
    felt: Vec<Option<&'a SceneFeelings>>,
    findings: Vec<usize>,
    found: Vec<bool>,
    /// The scenes that each leads to; looked up only if there is a screen reader to tell.
    next: OnceCell<Vec<Vec<SceneId>>>,
}

impl<'a> Facts<'a> {
    /// Looks them up; `found` are the scenes that the search has found.
    pub(super) fn of(model: &Author<'a>, found: &[SceneId]) -> Self {
        let scenes = model.scenario.scenes.len();
        let (mut felt, mut findings, mut is_found) = (vec![None; scenes], vec![0; scenes], vec![false; scenes]);
        if let Known::All(analysis) = model.known {
            for feelings in &analysis.feelings {
                if let Some(scene) = model.scenario.find_scene(&feelings.scene) {
                    felt[scene.index()] = Some(feelings);
                }
            }
        }
        for scene in model.scenes_of_findings.iter().flatten() {
            findings[scene.index()] += 1;
        }
        for scene in found {
            is_found[scene.index()] = true;
        }
        Self { model: *model, felt, findings, found: is_found, next: OnceCell::new() }
    }

    /// How the patient can feel on entering the scene.
    pub(super) fn felt(&self, scene: SceneId) -> Option<&'a SceneFeelings> {
        self.felt[scene.index()]
    }

    /// How many findings are about the scene.
    pub(super) fn findings(&self, scene: SceneId) -> usize {
        self.findings[scene.index()]
    }

    /// Whether the search has found the scene.
    pub(super) fn is_found(&self, scene: SceneId) -> bool {
        self.found[scene.index()]
    }

    /// The label of a scene for screen readers, as sentences.
    pub(super) fn name(&self, scene: SceneId) -> String {
        let model = &self.model;
        let node = model.chart.node(scene);
        let mut parts = vec![format!("Scene {}", node.name)];
        parts.extend(Some(node.tag.clone()).filter(|tag| !tag.is_empty()));
        parts.extend(Some(node.detail.join(" ")).filter(|detail| !detail.is_empty()));
        parts.extend(model.road.at(scene));
        if let Some(felt) = self.felt(scene) {
            let (least, most) = (felt.agitation.least.value, felt.agitation.most.value);
            parts.push(format!("Agitation {least} to {most}"));
        }
        let found = self.findings(scene);
        parts.extend((found > 0).then(|| format!("{found} found here")));
        let mut next: Vec<&str> = self.next(scene).iter().map(|&to| model.scenario.scene(to).id.as_str()).collect();
        next.dedup();
        parts.extend((!next.is_empty()).then(|| format!("Leads to {}", next.join(", "))));
        parts.iter().map(|part| part.trim_end_matches('.')).collect::<Vec<_>>().join(". ")
    }

    fn next(&self, scene: SceneId) -> &[SceneId] {
        let next = self.next.get_or_init(|| {
            let mut next = vec![Vec::new(); self.model.scenario.scenes.len()];
            for (from, to) in arrow_keys::steps(self.model.chart) {
                next[from.index()].push(to);
            }
            next
        });
        &next[scene.index()]
    }
}
