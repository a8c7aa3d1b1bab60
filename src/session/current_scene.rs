//! What can be seen and heard on entering a scene.

use crate::scenario::{ChoiceId, Scenario, Speaker, Text};
use crate::shared::SharedText;

use super::chance::DrawKind;
use super::{Chance, Draw, State};

/// A line in the wording that applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLine {
    pub speaker: Speaker,
    pub words: SharedText,
}

/// A scene as this trainee meets it: the wordings that apply, and the offer in the order shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurrentScene {
    /// What happens and what can be seen.
    pub narration: Option<SharedText>,
    pub lines: Vec<SpokenLine>,
    /// The options, in the order shown; none in an ending.
    pub offer: Vec<ChoiceId>,
    /// The draws of chance that led to these wordings.
    pub(crate) draws: Vec<Draw>,
}

impl CurrentScene {
    /// Shows the scene that `state` has just entered, in place of what was shown before.
    pub(crate) fn enter(&mut self, scenario: &Scenario, state: &State, chance: Chance) {
        let scene = scenario.scene(state.scene);
        self.draws.clear();
        self.lines.clear();
        self.offer.clear();
        let mut writer = Writer { scenario, state, chance, draws: &mut self.draws };
        self.narration = writer.wording(&scene.narration, DrawKind::Narration);
        for (index, line) in scene.lines.iter().enumerate() {
            if let Some(words) = writer.wording(&line.text, DrawKind::Line(index)) {
                self.lines.push(SpokenLine { speaker: line.speaker, words });
            }
        }
        self.offer.extend(state.options(scenario));
        chance.shuffle(&mut self.offer, state.purpose(scenario, DrawKind::Order));
    }
}

struct Writer<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    chance: Chance,
    draws: &'a mut Vec<Draw>,
}

impl Writer<'_> {
    /// The wording that applies, if any; chance draws only where there are several.
    fn wording(&mut self, text: &Text, kind: DrawKind) -> Option<SharedText> {
        let applies = text.variants.iter().find(|variant| self.state.allows(self.scenario, variant.when.as_ref()))?;
        let count = u32::try_from(applies.wordings.len()).unwrap_or(u32::MAX);
        if count < 2 {
            return applies.wordings.first().cloned();
        }
        let wording = self.chance.below(count, self.state.purpose(self.scenario, kind));
        self.draws.push(Draw { what: kind.label(), drawn: wording });
        applies.wordings.get(wording as usize).cloned()
    }
}
