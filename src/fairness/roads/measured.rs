//! What the measures of a conversation say, as diagnostics.

use crate::analysis::measures::{Measure, MeasureKind, MeasuredPlace, Verdict};
use crate::analysis::{Part, PartKind};
use crate::scenario::SceneId;
use crate::source::{Diagnostic, Rule, Span};

use super::super::scene_names;
use super::RoadSubject;

impl<'a> RoadSubject<'a> {
    /// Whether it is known how a measure turns out, or that the scenario is too small to be judged by it.
    pub(super) fn is_measured(&self, kind: MeasureKind) -> bool {
        self.analysis.measure(kind).is_some_and(|measure| measure.verdict != Verdict::NotKnown)
    }

    /// The measure of this kind, where it does not keep its limits.
    fn not_kept(&self, kind: MeasureKind) -> Option<&'a Measure> {
        self.analysis.measure(kind).filter(|measure| measure.verdict == Verdict::NotKept)
    }

    /// A diagnostic about the whole scenario where a measure does not keep its limits, with the scenes that do not, and
    /// the way out.
    pub(super) fn of_the_whole(&self, rule: &'static Rule, kind: MeasureKind, way_out: &str) -> Vec<Diagnostic> {
        let Some(measure) = self.not_kept(kind) else { return Vec::new() };
        let figures: Vec<String> =
            measure.figures.iter().filter(|figure| !figure.keeps()).map(ToString::to_string).collect();
        let found = rule.at(self.source_map.scenario(), figures.join(". "));
        let scenes: Vec<SceneId> = measure.places.iter().filter_map(|place| self.scene_of(place)).collect();
        let found =
            if scenes.is_empty() { found } else { found.hint(format!("see {}", scene_names(self.scenario, &scenes))) };
        vec![found.hint(way_out)]
    }

    /// A diagnostic at each place where a measure does not keep its limits, with the way out.
    pub(super) fn of_each_place(&self, rule: &'static Rule, kind: MeasureKind, way_out: &str) -> Vec<Diagnostic> {
        let places = self.not_kept(kind).map_or(&[][..], |measure| &measure.places);
        let found = places.iter().map(|place| {
            let what = place.found.as_deref().unwrap_or_default();
            rule.at(self.span(&place.part), format!("`{}`: {what}", place.part.name)).hint(way_out)
        });
        found.collect()
    }

    fn scene_of(&self, place: &MeasuredPlace) -> Option<SceneId> {
        match place.part.kind {
            PartKind::Scene(scene) | PartKind::Variant { scene, .. } | PartKind::Gate(scene, _) => Some(scene),
            PartKind::Choice(choice) => Some(self.scenario.choice(choice).scene),
            PartKind::Objective(_) => None,
        }
    }

    /// Where a part is written.
    fn span(&self, part: &Part) -> Span {
        match part.kind {
            PartKind::Scene(scene) => self.source_map.scene(scene),
            PartKind::Choice(choice) => self.source_map.choice(choice),
            PartKind::Variant { scene, text, variant } => self.source_map.variant(scene, text, variant),
            PartKind::Gate(scene, gate) => self.source_map.gate(scene, gate),
            PartKind::Objective(objective) => self.source_map.objective(objective),
        }
    }
}
