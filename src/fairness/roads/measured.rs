//! What the measures of a conversation say, as diagnostics.

use crate::analysis::measures::{Measure, MeasureKind, Verdict};
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
        let quantities: Vec<String> =
            measure.quantities.iter().filter(|quantity| !quantity.keeps()).map(ToString::to_string).collect();
        let found = rule.at(self.source_map.scenario(), quantities.join(". "));
        let scenes: Vec<SceneId> =
            measure.breaches.iter().filter_map(|breach| breach.part.scene(self.scenario)).collect();
        let found =
            if scenes.is_empty() { found } else { found.hint(format!("see {}", scene_names(self.scenario, &scenes))) };
        vec![found.hint(way_out)]
    }

    /// A diagnostic at each place where a measure does not keep its limits, with the way out.
    pub(super) fn of_each_breach(&self, rule: &'static Rule, kind: MeasureKind, way_out: &str) -> Vec<Diagnostic> {
        self.of_each(rule, kind, |_| way_out.to_owned())
    }

    /// A diagnostic at each place where a measure does not keep its limits, each with its own way out.
    pub(super) fn of_each(
        &self,
        rule: &'static Rule,
        kind: MeasureKind,
        way_out: impl Fn(&Part) -> String,
    ) -> Vec<Diagnostic> {
        let breaches = self.not_kept(kind).map_or(&[][..], |measure| &measure.breaches);
        let found = breaches.iter().map(|breach| {
            let what = breach.found.as_deref().unwrap_or_default();
            rule.at(self.span(&breach.part), format!("`{}`: {what}", breach.part.name)).hint(way_out(&breach.part))
        });
        found.collect()
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

/// Makes a rule of a measure: it says, of the whole scenario or of each place, what does not keep the limits, with the way
/// out.
macro_rules! measured {
    ($kind:ident, $told:ident, $way_out:literal) => {
        pub(super) fn is_decided(subject: &super::RoadSubject<'_>) -> bool {
            subject.is_measured($crate::analysis::measures::MeasureKind::$kind)
        }

        pub(super) fn check(subject: &super::RoadSubject<'_>) -> Vec<$crate::source::Diagnostic> {
            subject.$told(&RULE, $crate::analysis::measures::MeasureKind::$kind, $way_out)
        }
    };
}

pub(super) use measured;
