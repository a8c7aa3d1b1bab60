//! What is to be seen and heard on entering a scene.

use crate::scenario::{ChoiceId, Scenario, Speaker, Text};

use super::chance::Purpose;
use super::{Draw, Luck, State};

/// Words in someone's mouth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLine {
    /// Who speaks.
    pub speaker: Speaker,
    /// What they say.
    pub words: String,
}

/// A scene as this trainee meets it: the wordings that apply, and the offer in the order shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnStage {
    /// What happens and what can be seen.
    pub narration: Option<String>,
    /// What is said.
    pub lines: Vec<SpokenLine>,
    /// The options, in the order shown; none in an ending.
    pub offer: Vec<ChoiceId>,
    /// The draws of chance that it took.
    pub(crate) draws: Vec<Draw>,
}

impl OnStage {
    /// The scene that `state` has just entered.
    pub(crate) fn enter(scenario: &Scenario, state: &State, luck: Luck) -> Self {
        let scene = scenario.scene(state.scene);
        let mut writer = Writer { scenario, state, luck, draws: Vec::new() };
        let narration = writer.wording(&scene.narration, "narration");
        let mut lines = Vec::new();
        for (index, line) in scene.lines.iter().enumerate() {
            if let Some(words) = writer.wording(&line.text, &format!("line {}", index + 1)) {
                lines.push(SpokenLine { speaker: line.speaker, words });
            }
        }
        let mut offer: Vec<ChoiceId> = state.options(scenario).collect();
        luck.shuffle(&mut offer, &purpose(scenario, state, "order"));
        Self { narration, lines, offer, draws: writer.draws }
    }
}

/// The key of a draw in the scene on stage.
pub(crate) fn purpose<'a>(scenario: &'a Scenario, state: &State, what: &'a str) -> Purpose<'a> {
    Purpose { scene: &scenario.scene(state.scene).id, visit: state.visits.get(state.scene), what }
}

struct Writer<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    luck: Luck,
    draws: Vec<Draw>,
}

impl Writer<'_> {
    /// The wording that applies, if any does; a draw only where there are several.
    fn wording(&mut self, text: &Text, what: &str) -> Option<String> {
        let applies = text.variants.iter().find(|variant| self.state.allows(self.scenario, variant.when.as_ref()))?;
        let count = u32::try_from(applies.wordings.len()).unwrap_or(u32::MAX);
        if count < 2 {
            return applies.wordings.first().cloned();
        }
        let drawn = self.luck.below(count, &purpose(self.scenario, self.state, what));
        self.draws.push(Draw { what: what.to_owned(), drawn });
        applies.wordings.get(drawn as usize).cloned()
    }
}
