//! Whether a scenario is a fair test: one rule per file, all of them warnings. The rules are independent of each other.

mod best_is_first;
mod best_is_longest;
mod best_misses;
mod by_chance;
mod grade;
mod hard_word;
mod never_exercised;
mod no_difference;
mod no_feedback;
mod one_decision;
mod only_polite;
mod read;
mod reading_grade;
mod roads;
mod scolding;
mod straw_man;
mod syllables;

use crate::analysis::WrittenDecision;
use crate::scenario::{Scenario, SceneId, SourceMap};
use crate::source::{Diagnostic, Rule};

pub use read::read;
pub use roads::{ROAD_RULES, RoadFindings, check_roads};

/// How many diagnostics of one rule are shown; the rest are counted.
const MAX_FINDINGS: usize = 50;

/// What the rules look at.
struct Subject<'a> {
    scenario: &'a Scenario,
    source_map: &'a SourceMap,
    decisions: Vec<WrittenDecision<'a>>,
}

/// A rule and its check.
type Check = (&'static Rule, fn(&Subject<'_>) -> Vec<Diagnostic>);

/// Declares the rules by their files.
macro_rules! checks {
    ($($rule:ident),* $(,)?) => {
        /// The rules that can be decided without exploring roads.
        pub(crate) const FAIRNESS_RULES: &[&Rule] = &[$( &$rule::RULE ),*];

        const CHECKS: &[Check] = &[$( (&$rule::RULE, $rule::check) ),*];
    };
}

checks! {
    best_is_first,
    best_is_longest,
    best_misses,
    hard_word,
    never_exercised,
    no_difference,
    no_feedback,
    one_decision,
    only_polite,
    reading_grade,
    scolding,
    straw_man,
}

/// Checks a scenario against the rules that can be decided without exploring roads, in time linear in its text.
#[must_use]
pub fn check(scenario: &Scenario, source_map: &SourceMap) -> Vec<Diagnostic> {
    let subject = Subject { scenario, source_map, decisions: WrittenDecision::all(scenario) };
    CHECKS.iter().flat_map(|(_, check)| at_most(MAX_FINDINGS, check(&subject))).collect()
}

impl Subject<'_> {
    /// Whether there are too few decisions to judge the scenario as a test.
    fn is_sketch(&self) -> bool {
        self.decisions.len() < self.scenario.rubric.checks.sketch_below
    }

    /// The id of a scene, as a message names it.
    fn name(&self, scene: SceneId) -> &str {
        &self.scenario.scene(scene).id
    }
}

/// The first `most` of one rule's diagnostics; the last of them says how many more there are.
fn at_most(most: usize, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = found.len().saturating_sub(most);
    found.truncate(most);
    if let Some(last) = found.last_mut()
        && more > 0
    {
        last.hints.push(format!("the same is true of {more} more"));
    }
    found
}

/// Scenes by name, the first dozen of them: "`arrival`, `wrist` and 3 more".
fn scene_names(scenario: &Scenario, scenes: &[SceneId]) -> String {
    const MAX: usize = 12;
    let named: Vec<String> = scenes.iter().take(MAX).map(|scene| format!("`{}`", scenario.scene(*scene).id)).collect();
    match scenes.len().saturating_sub(MAX) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{Diagnostic, Span};

    use super::at_most;

    #[test]
    fn a_crowd_is_counted() {
        let crowd = |count: usize| -> Vec<Diagnostic> {
            (0..count).map(|_| super::scolding::RULE.at(Span::default(), "one")).collect()
        };
        assert!(at_most(3, crowd(3)).iter().all(|one| one.hints.is_empty()));
        let found = at_most(3, crowd(5));
        assert_eq!(found.len(), 3);
        assert_eq!(found[2].hints, ["the same is true of 2 more"]);
    }
}
