//! What can be heard in a scenario, prepared once: how long each text is, whether it asks something, and which lines
//! might be heard twice on one road.

use crate::hash::ByName;
use crate::rubric::BuildLimits;
use crate::scenario::{ChoiceId, Scenario, SceneId, Variant};

use super::super::Limits;
use super::super::control_flow::ControlFlow;
use super::super::surface::words;

/// What can be heard in a scenario.
pub(super) struct Listening {
    /// By scene.
    scenes: Vec<Heard>,
    /// By choice; `None` for one without an answer.
    answers: Vec<Option<Box<Heard>>>,
    /// How many lines might be heard twice on one road.
    pub(super) lines: usize,
}

/// What can be heard at once: on entering a scene, or in answer to a choice.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// The number of the first of its texts among those of its scene.
    pub(super) first: usize,
    /// The variants of its narration and of each line.
    texts: Vec<Box<[HeardVariant]>>,
    /// Whether it matters what is said: it may be too long, a line may be heard twice, or something may be asked.
    pub(super) matters: bool,
}

/// A variant of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeardVariant {
    /// The words of its longest wording.
    pub(super) words: usize,
    /// Whether it is a line that asks something, whatever the wording.
    pub(super) asks: bool,
    /// Its line by number, if it might be heard twice.
    pub(super) line: Option<u32>,
}

impl Listening {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let limits = &scenario.rubric.fairness.build;
        let again = Again::of(scenario, limits.stale_words);
        let mut listening = Self {
            scenes: Vec::with_capacity(scenario.scenes.len()),
            answers: (0..scenario.choices.len()).map(|_| None).collect(),
            lines: again.known.len(),
        };
        for scene in scenario.scene_ids() {
            let mut here = Heard::default();
            for text in scenario.texts_of(scene) {
                let variants = text.text.variants.iter();
                // A choice is taken once, and so is its answer heard once.
                let revisited = text.answers.is_none() && again.revisited[scene.index()];
                let heard = variants.map(|variant| again.heard(variant, text.speaker.is_some(), revisited)).collect();
                let into = match text.answers {
                    None => &mut here,
                    Some(choice) => listening.answers[choice.index()].get_or_insert_default(),
                };
                into.add(text.number, heard);
            }
            here.judge(limits);
            listening.scenes.push(here);
        }
        for answer in listening.answers.iter_mut().flatten() {
            answer.judge(limits);
        }
        listening
    }

    pub(super) fn on_entering(&self, scene: SceneId) -> &Heard {
        &self.scenes[scene.index()]
    }

    pub(super) fn in_answer_to(&self, choice: ChoiceId) -> Option<&Heard> {
        self.answers[choice.index()].as_deref()
    }
}

impl Heard {
    fn add(&mut self, number: usize, variants: Box<[HeardVariant]>) {
        if self.texts.is_empty() {
            self.first = number;
        }
        self.texts.push(variants);
    }

    fn judge(&mut self, limits: &BuildLimits) {
        let longest = |variants: &[HeardVariant]| variants.iter().map(|variant| variant.words).max().unwrap_or(0);
        let most: usize = self.texts.iter().map(|variants| longest(variants)).sum();
        let matters = |variant: &HeardVariant| variant.asks || variant.line.is_some();
        self.matters = most > limits.screen.words || self.texts.iter().flatten().any(matters);
    }

    /// A variant of one of its texts, both by index.
    pub(super) fn variant(&self, text: usize, variant: usize) -> Option<HeardVariant> {
        self.texts.get(text)?.get(variant).copied()
    }
}

/// Which lines might be heard twice on one road.
struct Again {
    /// By a line's words: its number, and whether it stands in several places.
    known: ByName<String, (u32, bool)>,
    /// By scene, whether a road might come back to it.
    revisited: Vec<bool>,
    /// The fewest words of a line.
    least: usize,
}

impl Again {
    fn of(scenario: &Scenario, least: usize) -> Self {
        let revisited = ControlFlow::of(scenario, &Limits::default()).map(|flow| flow.revisited);
        let revisited = revisited.unwrap_or_else(|| vec![true; scenario.scenes.len()]);
        let mut again = Self { known: ByName::default(), revisited, least };
        for scene in scenario.scene_ids() {
            let spoken = scenario.texts_of(scene).filter(|text| text.speaker.is_some());
            for variant in spoken.flat_map(|text| &text.text.variants) {
                if let Some(line) = again.line(variant) {
                    let next = u32::try_from(again.known.len()).unwrap_or(u32::MAX);
                    again.known.entry(line).and_modify(|(_, several)| *several = true).or_insert((next, false));
                }
            }
        }
        again
    }

    /// The words of a variant of which chance picks no wording, if they are enough to be noticed.
    fn line(&self, variant: &Variant) -> Option<String> {
        let [only] = &*variant.wordings else { return None };
        let said: Vec<String> = words(only).map(str::to_lowercase).collect();
        (said.len() >= self.least).then(|| said.join(" "))
    }

    fn heard(&self, variant: &Variant, spoken: bool, revisited: bool) -> HeardVariant {
        let known = if spoken { self.line(variant).and_then(|line| self.known.get(&line)) } else { None };
        let again = known.filter(|(_, several)| *several || revisited);
        HeardVariant {
            words: variant.wordings.iter().map(|wording| wording.split_whitespace().count()).max().unwrap_or(0),
            asks: spoken && variant.wordings.iter().all(|wording| wording.contains('?')),
            line: again.map(|(number, _)| *number),
        }
    }
}
