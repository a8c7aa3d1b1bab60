//! What is to be seen and heard: the answer to the last choice, and the scene that was entered.

use crate::scenario::{ChoiceId, ClockTime, Passage, PersonId, Scenario, Speaker, Text};
use crate::shared::SharedText;

use super::chance::DrawKind;
use super::{Chance, Draw, State};

/// Words that someone speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLine {
    pub speaker: Speaker,
    pub words: SharedText,
    /// The id of the mood in which it is said, where it is not the patient who speaks.
    pub mood: Option<SharedText>,
}

/// A passage as this trainee meets it: the wordings that apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownPassage {
    pub narration: Option<SharedText>,
    /// In the order they are spoken.
    pub lines: Vec<SpokenLine>,
    /// The id of its mood.
    pub mood: Option<SharedText>,
}

/// What this trainee meets at a turn: the answer to the choice before, the scene that follows, and the offer in the
/// order shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurrentScene {
    /// The answer to the choice before; empty where it has none.
    pub answer: ShownPassage,
    /// What happens and is said on entering the scene.
    pub arrival: ShownPassage,
    /// What time it is, in a scenario that runs by the clock.
    pub clock: Option<ClockTime>,
    /// In the order shown; empty in an ending.
    pub offer: Vec<ChoiceId>,
    /// The draws of chance on entering the scene.
    pub(crate) draws: Vec<Draw>,
}

impl CurrentScene {
    /// The answer, then the scene, as far as they have something to tell.
    pub fn passages(&self) -> impl Iterator<Item = &ShownPassage> {
        [&self.answer, &self.arrival].into_iter().filter(|passage| !passage.is_empty())
    }

    /// What is said, in order.
    pub fn lines(&self) -> impl Iterator<Item = &SpokenLine> {
        self.passages().flat_map(|passage| &passage.lines)
    }

    /// Who is in the picture, from left to right: the patient, then everybody else who speaks and has looks.
    #[must_use]
    pub fn in_picture(&self, scenario: &Scenario) -> Vec<Speaker> {
        let mut people = vec![Speaker::Patient];
        for line in self.lines() {
            let drawn = matches!(line.speaker, Speaker::Person(id) if scenario.person(id).looks.is_some());
            if drawn && !people.contains(&line.speaker) {
                people.push(line.speaker);
            }
        }
        people
    }

    /// The id of the mood that somebody other than the patient shows: that of the last line that gives them one.
    #[must_use]
    pub fn mood_of(&self, person: PersonId) -> Option<&SharedText> {
        let own = self.lines().filter(|line| line.speaker == Speaker::Person(person));
        own.filter_map(|line| line.mood.as_ref()).last()
    }

    /// Replaces the answer by that to `choice`, which has just been taken: `state` has changed with it, and is still in
    /// its scene. Adds the draws of chance to `draws`.
    pub(crate) fn answer(
        &mut self,
        scenario: &Scenario,
        state: &State,
        chance: Chance,
        choice: ChoiceId,
        draws: &mut Vec<Draw>,
    ) {
        self.answer.clear();
        let choice = scenario.choice(choice);
        if let Some(answer) = choice.answer() {
            let (narration, line) =
                (DrawKind::AnswerNarration(choice.draw_key), |index| DrawKind::AnswerLine(choice.draw_key, index));
            Writer { scenario, state, chance, draws }.show(answer, &mut self.answer, narration, line);
        }
    }

    /// Replaces the scene by the one that `state` has just entered. The answer stays.
    pub(crate) fn enter(&mut self, scenario: &Scenario, state: &State, chance: Chance) {
        self.draws.clear();
        self.offer.clear();
        let scene = scenario.scene(state.scene);
        let passage = &scene.passage;
        self.clock = state.clock(scenario);
        let mut writer = Writer { scenario, state, chance, draws: &mut self.draws };
        writer.show(passage, &mut self.arrival, DrawKind::Narration, DrawKind::Line);
        if let Some(mood) = scene.hub.as_ref().and_then(|hub| hub.mood_again.as_ref())
            && state.has_been_here()
        {
            self.arrival.mood = Some(mood.clone());
        }
        self.offer.extend(state.options(scenario));
        chance.shuffle(&mut self.offer, state.purpose(scenario, DrawKind::Order));
    }
}

impl ShownPassage {
    /// Whether it tells and says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.narration.is_none() && self.lines.is_empty()
    }

    fn clear(&mut self) {
        self.narration = None;
        self.lines.clear();
        self.mood = None;
    }
}

struct Writer<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    chance: Chance,
    draws: &'a mut Vec<Draw>,
}

impl Writer<'_> {
    /// Replaces what is shown by the wordings of a passage that apply.
    fn show(
        &mut self,
        passage: &Passage,
        shown: &mut ShownPassage,
        narration: DrawKind,
        line: impl Fn(usize) -> DrawKind,
    ) {
        shown.clear();
        shown.narration = self.wording(&passage.narration, narration);
        for (index, written) in passage.lines.iter().enumerate() {
            if let Some(words) = self.wording(&written.text, line(index)) {
                shown.lines.push(SpokenLine { speaker: written.speaker, words, mood: written.mood.clone() });
            }
        }
        shown.mood.clone_from(&passage.mood);
    }

    /// The wording that applies, if any does. Chance draws only where there are several.
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
