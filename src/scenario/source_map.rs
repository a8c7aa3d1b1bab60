//! Where the parts of a scenario are written, for diagnostics about a resolved scenario.

use crate::source::{Span, Spanned};

use super::document::{AnswerDoc, ChoiceDoc, PassageDoc, ScenarioDoc, SceneDoc, TextDoc};
use super::{ChoiceId, SceneId};

/// Where the parts of a scenario are written.
///
/// Kept apart from the scenario, because playing it needs none of this.
#[derive(Clone, Debug)]
pub struct SourceMap {
    /// Where the file's id is written.
    scenario: Span,
    scenes: Vec<SceneSpans>,
    choices: Vec<ChoiceSpans>,
    /// The spans of the variants of all texts, scene by scene.
    variants: Vec<Span>,
    /// For each text, the index of its first variant in `variants`; a last entry is the number of variants.
    texts: Vec<u32>,
    objectives: Vec<Span>,
    interruptions: Vec<Span>,
    /// The spans of the gates of each scene.
    gates: Vec<Box<[Span]>>,
}

#[derive(Clone, Copy, Debug)]
struct SceneSpans {
    id: Span,
    moment: Span,
    /// The index of its first text among those of all scenes.
    first_text: u32,
}

#[derive(Clone, Copy, Debug)]
struct ChoiceSpans {
    id: Span,
    act: Span,
    say: Span,
    shows: Span,
    why: Span,
    when: Span,
    then: Span,
}

impl SourceMap {
    /// The map of a document in which no error was found.
    pub(super) fn of_file(document: &ScenarioDoc) -> Self {
        let mut map = Self {
            scenario: span(document.id.as_ref()),
            scenes: Vec::new(),
            choices: Vec::new(),
            variants: Vec::new(),
            texts: vec![0],
            objectives: Vec::new(),
            interruptions: Vec::new(),
            gates: Vec::new(),
        };
        let objectives = document.objectives.iter().flat_map(|objectives| &objectives.value);
        map.objectives.extend(objectives.map(|one| span(one.id.as_ref())));
        map
    }

    /// Adds the spans of the next scene.
    pub(super) fn add_scene(&mut self, id: Span, scene: &SceneDoc) {
        let first_text = count(self.texts.len() - 1);
        let moment = scene.moment.as_ref().map(|moment| moment.span).unwrap_or_default();
        self.scenes.push(SceneSpans { id, moment, first_text });
        // What a hub tells and says on coming back follows what it tells and says at first, text by text.
        let again = scene.again().map(AnswerDoc::passage);
        self.add_text([scene.passage().narration, again.and_then(|again| again.narration)]);
        self.add_lines(scene.passage());
        if let Some(again) = again {
            self.add_lines(again);
        }
        for answer in scene.choices().filter_map(|choice| choice.answer.as_deref()) {
            self.add_text([answer.passage().narration, None]);
            self.add_lines(answer.passage());
        }
        self.gates.push(scene.ways_past().map(|(span, _)| span).collect());
        self.interruptions.extend(scene.breaks_in.iter().map(|condition| condition.span));
        self.choices.extend(scene.choices().map(ChoiceSpans::of));
    }

    fn add_lines(&mut self, passage: PassageDoc<'_>) {
        if passage.patient.is_some() {
            self.add_text([passage.patient, None]);
        }
        for line in passage.lines() {
            self.add_text([line.say.as_ref(), None]);
        }
    }

    /// Adds a text with its variants, which are written in one place or in two.
    fn add_text(&mut self, text: [Option<&TextDoc>; 2]) {
        let variants = text.into_iter().flatten().flat_map(|text| &text.variants);
        self.variants.extend(variants.map(|variant| variant.span));
        self.texts.push(count(self.variants.len()));
    }

    /// Where the scenario's id is written: for diagnostics about the scenario as a whole.
    #[must_use]
    pub fn scenario(&self) -> Span {
        self.scenario
    }

    /// Where a scene's id is written.
    #[must_use]
    pub fn scene(&self, id: SceneId) -> Span {
        self.scenes[id.index()].id
    }

    /// Where a scene's moment is written; its id where it names none.
    #[must_use]
    pub fn moment(&self, id: SceneId) -> Span {
        let scene = &self.scenes[id.index()];
        or_if_empty(scene.moment, scene.id)
    }

    /// Where a variant of one of a scene's texts is written, the texts numbered as by
    /// [`Scenario::texts_of`](super::Scenario::texts_of). A text that does not vary has one variant, 0. The scene's id
    /// where there is no such variant.
    #[must_use]
    pub fn variant(&self, scene: SceneId, text: usize, variant: usize) -> Span {
        let map = &self.scenes[scene.index()];
        let text = map.first_text as usize + text;
        let range = self.texts.get(text).zip(self.texts.get(text + 1));
        let found = range.and_then(|(&from, &to)| self.variants.get(from as usize..to as usize)?.get(variant));
        or_if_empty(found.copied().unwrap_or_default(), map.id)
    }

    /// Where the condition of an interruption is written; `index` is its index in
    /// [`Scenario::interruptions`](super::Scenario::interruptions).
    #[must_use]
    pub fn interruption(&self, index: usize) -> Span {
        self.interruptions[index]
    }

    /// Where a gate of a scene is written; `index` is its index among [`Scenario::gates`](super::Scenario::gates).
    #[must_use]
    pub fn gate(&self, scene: SceneId, index: usize) -> Span {
        self.gates[scene.index()][index]
    }

    /// Where an objective's id is written; `index` is its index in
    /// [`Scenario::objectives`](super::Scenario::objectives).
    #[must_use]
    pub fn objective(&self, index: usize) -> Span {
        self.objectives[index]
    }

    /// Where a choice's id is written.
    #[must_use]
    pub fn choice(&self, id: ChoiceId) -> Span {
        self.choices[id.index()].id
    }

    /// Where the `say` of a choice is written; its id where nothing is said.
    #[must_use]
    pub fn say(&self, id: ChoiceId) -> Span {
        let choice = &self.choices[id.index()];
        or_if_empty(choice.say, choice.id)
    }

    /// Where the `act` or `silence` of a choice is written; its id where nothing is done.
    #[must_use]
    pub fn act(&self, id: ChoiceId) -> Span {
        let choice = &self.choices[id.index()];
        or_if_empty(choice.act, choice.id)
    }

    /// Where the behaviours that a choice shows are written, from the first to the last; its id where
    /// it shows none.
    #[must_use]
    pub fn shows(&self, id: ChoiceId) -> Span {
        let choice = &self.choices[id.index()];
        or_if_empty(choice.shows, choice.id)
    }

    /// Where a choice's feedback is written.
    #[must_use]
    pub fn why(&self, id: ChoiceId) -> Span {
        self.choices[id.index()].why
    }

    /// Where the condition of a choice is written; its id where it has none.
    #[must_use]
    pub fn when(&self, id: ChoiceId) -> Span {
        let choice = &self.choices[id.index()];
        or_if_empty(choice.when, choice.id)
    }

    /// Where the `then` of a choice is written; the choice's id where it comes back to its hub by itself.
    #[must_use]
    pub fn then(&self, id: ChoiceId) -> Span {
        let choice = &self.choices[id.index()];
        or_if_empty(choice.then, choice.id)
    }
}

impl ChoiceSpans {
    fn of(choice: &ChoiceDoc) -> Self {
        let shows = choice.shows.iter().flatten().map(|word| word.span).reduce(Span::to);
        Self {
            id: span(choice.id.as_ref()),
            act: span(choice.act.as_ref().or(choice.silence.as_ref())),
            say: span(choice.say.as_ref()),
            shows: shows.unwrap_or_default(),
            why: span(choice.why.as_ref()),
            when: choice.when.as_ref().map(|condition| condition.span).unwrap_or_default(),
            then: choice.then.as_ref().map(|then| then.span).unwrap_or_default(),
        }
    }
}

fn span<T>(written: Option<&Spanned<T>>) -> Span {
    written.map(|written| written.span).unwrap_or_default()
}

/// The number as 32 bits, which suffice: a file has at most two million parts.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// `span`, or `other` where it is empty because nothing is written.
fn or_if_empty(span: Span, other: Span) -> Span {
    if span.is_empty() { other } else { span }
}
