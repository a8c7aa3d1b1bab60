//! The sheet: all decisions of a scenario, their options shuffled and lettered.

use crate::scenario::{Choice, Scenario, SceneId};
use crate::session::{Chance, DrawKind, Purpose};

use super::super::WrittenDecision;

/// The decisions of a scenario for somebody to choose from. Same scenario, seed and kind, same sheet.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReadingSheet<'a> {
    pub scenario: &'a Scenario,
    pub seed: u64,
    /// Whether the scenes are shown. Decisions then stand in written order, and else are shuffled.
    pub with_scenes: bool,
    /// By their number.
    pub decisions: Vec<SheetDecision<'a>>,
}

/// A decision on a sheet.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SheetDecision<'a> {
    /// From 1.
    pub number: usize,
    pub scene: SceneId,
    /// By their letter: all that are written, whether or not they are on offer at once.
    pub options: Vec<SheetOption<'a>>,
}

/// An option on a sheet.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct SheetOption<'a> {
    /// From `a`.
    pub letter: char,
    pub choice: &'a Choice,
    /// Whether no option of the decision has a higher sum of points.
    pub is_best: bool,
}

impl<'a> ReadingSheet<'a> {
    /// The sheet of a seed.
    #[must_use]
    pub fn new(scenario: &'a Scenario, seed: u64, with_scenes: bool) -> Self {
        let chance = Chance::from_seed(seed);
        let purpose = |scene| Purpose { scene, visit: 0, kind: DrawKind::Sheet };
        let mut decisions = WrittenDecision::all(scenario);
        if !with_scenes {
            chance.shuffle(&mut decisions, purpose(0));
        }
        let on_sheet = |(decision, number): (WrittenDecision<'a>, usize)| {
            let mut choices: Vec<&Choice> = decision.options.iter().map(|(_, choice)| *choice).collect();
            chance.shuffle(&mut choices, purpose(scenario.scene(decision.scene).draw_key));
            let option = |(choice, letter)| SheetOption { letter, choice, is_best: decision.is_best(choice) };
            let options = choices.into_iter().zip('a'..='z').map(option).collect();
            SheetDecision { number, scene: decision.scene, options }
        };
        Self { scenario, seed, with_scenes, decisions: decisions.into_iter().zip(1..).map(on_sheet).collect() }
    }

    /// The decision of a scene; `None` where there is only one option, or none.
    #[must_use]
    pub fn decision_of(&self, scene: SceneId) -> Option<&SheetDecision<'a>> {
        self.decisions.iter().find(|decision| decision.scene == scene)
    }

    /// Whether an option is not always on offer.
    #[must_use]
    pub fn has_conditions(&self) -> bool {
        self.decisions.iter().flat_map(|decision| &decision.options).any(|option| option.choice.when.is_some())
    }
}

impl<'a> SheetDecision<'a> {
    /// The option with this letter.
    #[must_use]
    pub fn option(&self, letter: char) -> Option<&SheetOption<'a>> {
        self.options.iter().find(|option| option.letter == letter)
    }
}
