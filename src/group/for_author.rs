//! What is kept for the scenario's author.

use serde::Serialize;

use super::GroupSession;

/// Where the facilitator disagrees with how the options of a decision are keyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Disagreement {
    /// The id of the scene.
    pub scene: String,
    /// The ids of the options on offer.
    pub offered: Vec<String>,
    /// The id of the option that was taken; of a split, on the branch that was kept.
    pub taken: Option<String>,
    pub words: String,
}

impl GroupSession {
    /// Where the facilitator disagrees, in the order of the decisions; those that were taken back are left out.
    #[must_use]
    pub fn for_author(&self) -> Vec<Disagreement> {
        let scenario = self.conversation().scenario();
        let id = |choice| scenario.choice(choice).id.to_string();
        let met = self.course().decisions.iter();
        let said = met.filter_map(|decision| Some((decision, self.disagreements().get(&decision.id)?)));
        let one = said.map(|(decision, words)| Disagreement {
            scene: decision.scene.to_string(),
            offered: decision.offer.iter().copied().map(id).collect(),
            taken: self.course().choice_at(decision).map(id),
            words: words.as_str().to_owned(),
        });
        one.collect()
    }
}
