//! The details of the selected scene: its words, how the patient can feel, its choices and its findings.

use egui::Ui;

use crate::analysis::{FeelingRange, SceneFeelings};
use crate::chart::{Edge, Reach};
use crate::rubric::{AtMoment, Dimension, Feeling, Points};
use crate::scenario::{Choice, ChoiceId, Condition, Passage, Scenario, Target, Text};
use crate::sentence::capitalised;
use crate::session::{NoReasons, State};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{bar, card, page, text};
use crate::ui::words::{self, done_and_said, quoted, signed};

use super::frame_memory::{request_focus, take_pane_focus_request};
use super::model::{Author, AuthorAction, Known};
use super::paint::range_in_words;
use super::{findings, measures, opening};

/// Shows the scene.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let id = model.view.scene;
    let node = model.chart.node(id);
    let wanted = take_pane_focus_request(ui);
    text::small(ui, &model.scenario.title);
    text::destination(ui, 1, &model.scenario.scene(id).id, wanted);
    let facts: Vec<String> = [node.tag.clone(), model.road.at(id).unwrap_or_default()].into();
    let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    if !facts.is_empty() {
        text::quiet(ui, &facts.join(" \u{b7} "));
    }
    let action = page::row(ui, |ui| {
        let rehearse = Button::plain("Rehearse").named("Rehearse this scene").pressed(ui);
        let edit = model.has_file
            && Button::quiet(findings::OPEN_IN_EDITOR).named("Open this scene in your editor").pressed(ui);
        let again = model.has_file && Button::quiet("Look again").named("Look at the file again").pressed(ui);
        match (rehearse, edit) {
            (true, _) => Some(AuthorAction::Rehearse),
            (_, true) => Some(AuthorAction::Edit(id)),
            _ => again.then_some(AuthorAction::Reload),
        }
    });
    let found = found_here(ui, model);
    wordings_of_scene(ui, model);
    let requested = choices(ui, model);
    state(ui, model);
    measures::show(ui, model);
    let rehearsal = opening::show(ui, model);
    ui.add_space(space::XL);
    action.or(found).or(requested).or(rehearsal)
}

/// The findings in this scene.
fn found_here(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let file = model.file?;
    let mut action = None;
    let here = file.findings.iter().zip(model.scenes_of_findings).enumerate();
    for (number, (finding, _)) in here.filter(|(_, (_, scene))| **scene == Some(model.view.scene)) {
        let found = findings::Found { file: 0, finding: number };
        let requested = ui.push_id(number, |ui| findings::one(ui, file, finding, found)).inner;
        action = action.or(requested);
    }
    action.map(AuthorAction::Finding)
}

/// What happens and is said, in all its wordings.
fn wordings_of_scene(ui: &mut Ui, model: &Author<'_>) {
    let scenario = model.scenario;
    let scene = scenario.scene(model.view.scene);
    ui.add_space(space::S);
    passage(ui, scenario, &scene.passage);
    if let Some(cue) = &scene.cue {
        text::labelled(ui, "Cue", cue);
    }
    let kinds: Vec<&str> = scene.moment.iter().map(|kind| scenario.rubric.moment(*kind).label.as_str()).collect();
    if !kinds.is_empty() {
        text::labelled(ui, "Moment", &kinds.join("; "));
    }
    if let Some(hub) = &scene.hub {
        text::labelled(ui, "Topics of the hub", &scenario.topics_in_words(hub));
    }
    for (index, gate) in scenario.gates(model.view.scene).iter().enumerate() {
        let when = crate::chart::gate_in_words(scenario, model.view.scene, index);
        let instead = format!("{}, if {when}", scenario.scene(gate.to).id);
        text::labelled(ui, "Instead", &instead);
    }
    if let Some(ending) = scenario.ending(model.view.scene) {
        text::labelled(ui, "Ending", &ending.title);
        text::labelled(ui, "Thought", &ending.thought);
    }
}

/// What happens and is said at once, in all its wordings.
fn passage(ui: &mut Ui, scenario: &Scenario, passage: &Passage) {
    for (speaker, words) in passage.texts() {
        let who = speaker.map_or("What happens", |speaker| scenario.speaker_name(speaker));
        wordings(ui, scenario, who, words, speaker.is_some());
    }
}

fn wordings(ui: &mut Ui, scenario: &Scenario, who: &str, words: &Text, spoken: bool) {
    if words.variants.is_empty() {
        return;
    }
    ui.add_space(space::S);
    text::strong(ui, who);
    for (index, variant) in words.variants.iter().enumerate() {
        let when = match &variant.when {
            Some(when) => Some(format!("If {}:", condition(scenario, when))),
            None => (index > 0).then(|| "Otherwise:".to_owned()),
        };
        if let Some(when) = when {
            text::small(ui, &when);
        }
        for wording in &variant.wordings {
            text::body(ui, &if spoken { quoted(wording) } else { wording.to_string() });
        }
    }
}

fn condition(scenario: &Scenario, condition: &Condition) -> String {
    crate::chart::condition_in_words(scenario, condition)
}

/// How the patient can feel here.
fn state(ui: &mut Ui, model: &Author<'_>) {
    ui.add_space(space::M);
    text::heading(ui, 2, "How they can be here");
    let analysis = match model.known {
        Known::Working => return drop(text::quiet(ui, "Looking at all roads\u{2026}")),
        Known::Nothing(why) => return drop(text::quiet(ui, &format!("This is not known: {why}."))),
        Known::All(analysis) => analysis,
    };
    let id = &model.scenario.scene(model.view.scene).id;
    let Some(felt) = analysis.feelings.iter().find(|felt| felt.scene == *id) else {
        let why = if analysis.complete { "No road comes here." } else { "No road that was looked at comes here." };
        return drop(text::body(ui, why));
    };
    for feeling in Feeling::ALL {
        let range = range_of(felt, feeling);
        let words = format!("{}: {}", words::feeling(feeling), range_in_words(range));
        text::small(ui, &words);
        let part = |value: u8| f32::from(value) / 100.0;
        let span = part(range.least.value)..=part(range.most.value);
        bar::range(ui, &words, span, text::palette(ui).feeling(feeling));
    }
    if !analysis.complete {
        text::small(ui, "Not all roads were looked at: it may go further.");
    }
}

const fn range_of(felt: &SceneFeelings, feeling: Feeling) -> &FeelingRange {
    match feeling {
        Feeling::Agitation => &felt.agitation,
        Feeling::Trust => &felt.trust,
        Feeling::Understanding => &felt.understanding,
    }
}

/// The choices: what they say, their points, what they do, where they lead.
fn choices(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let mut action = None;
    let mut all = model.scenario.choices_of(model.view.scene).peekable();
    if all.peek().is_some() {
        ui.add_space(space::M);
        text::heading(ui, 2, "Choices");
    }
    let state = State::opening(model.scenario, model.opening);
    for id in all {
        let requested = ui.push_id(id.index(), |ui| card::card(ui, |ui| choice(ui, model, &state, id))).inner;
        action = action.or(requested);
        ui.add_space(space::S);
    }
    action
}

fn choice(ui: &mut Ui, model: &Author<'_>, state: &State, id: ChoiceId) -> Option<AuthorAction> {
    let choice = model.scenario.choice(id);
    let edges: Vec<&Edge> = model.chart.edges.iter().filter(|edge| edge.choice == Some(id)).collect();
    let effect = edges.first().map(|edge| edge.effect);
    let sign = effect.map(|effect| format!("{} {}", effect.sign(), effect.word())).unwrap_or_default();
    text::labelled(ui, &choice.id, &sign);
    text::body(ui, &done_and_said(choice.words.act(), choice.words.say()));
    if let Some(answer) = choice.answer() {
        passage(ui, model.scenario, answer);
    }
    text::small(ui, &format!("{} \u{b7} {}", points(choice.points), shows(model.scenario, choice)));
    text::small(ui, at_moment(choice));
    text::small(ui, &does(model, state, id));
    if let Some(minutes) = choice.minutes_in_words() {
        text::small(ui, &minutes);
    }
    if let Known::All(analysis) = model.known
        && let Some(known) = analysis.choices.get(id.index())
    {
        text::small(ui, &capitalised(&known.to_string()));
    }
    if edges.first().is_some_and(|edge| edge.reach == Reach::NoRoad) {
        text::strong(ui, "No road ever offers it.");
    }
    let mut action = None;
    page::row(ui, |ui| {
        for edge in edges {
            let Target::Scene(scene) = edge.to else {
                text::small(ui, "back to where the talk was going");
                continue;
            };
            let to = &model.scenario.scene(scene).id;
            let name = format!("{}: go to {to}", choice.id);
            let shown = format!("\u{2192} {to}{}", conditions_of(edge));
            if Button::quiet(&shown).named(&name).pressed(ui) {
                request_focus(ui, scene);
                action = Some(model.with_scene(scene, ui));
            }
        }
    });
    action
}

/// The conditions and odds of an edge, in brackets.
fn conditions_of(edge: &Edge) -> String {
    let odds = edge.odds.map(|odds| format!("{} in {}", odds.weight, odds.of));
    let when = edge.when.as_ref().map(|when| format!("if {when}"));
    let otherwise = (edge.otherwise && when.is_none()).then(|| "otherwise".to_owned());
    let parts: Vec<String> = [odds, when, otherwise].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

/// Points in words: "Empathy +2, Clarity 0, De-escalation −1".
fn points(points: Points) -> String {
    let one = |dimension: Dimension| format!("{} {}", dimension.label(), signed(points[dimension]));
    Dimension::ALL.map(one).join(", ")
}

/// Whether it meets the moment of its scene, and what missing it does.
const fn at_moment(choice: &Choice) -> &'static str {
    match choice.at_moment {
        AtMoment::Unnamed => "The scene names no moment.",
        AtMoment::Met(_) => "It meets the moment.",
        AtMoment::Missed { added: None } => "It misses the moment: its good points are halved.",
        AtMoment::Missed { added: Some(_) } => {
            "It misses the moment: its good points are halved, and one thing is added."
        }
    }
}

fn shows(scenario: &Scenario, choice: &Choice) -> String {
    let label = |id| {
        let added = if choice.shows.contains(id) { "" } else { " (by rule)" };
        format!("{}{added}", scenario.rubric.behaviour(id).label)
    };
    let labels: Vec<String> = choice.counts().iter().map(label).collect();
    if labels.is_empty() { "shows nothing".to_owned() } else { labels.join(", ") }
}

/// What the choice would do in the state set for a rehearsal.
fn does(model: &Author<'_>, state: &State, id: ChoiceId) -> String {
    if !state.options(model.scenario).any(|offered| offered == id) {
        return "In the state set below it is not on offer.".to_owned();
    }
    let mut after = state.clone();
    after.take(model.scenario, id, &mut NoReasons);
    let change = |feeling: Feeling| {
        let by = i32::from(after.mind.feelings.get(feeling)) - i32::from(state.mind.feelings.get(feeling));
        format!("{} {}", words::feeling(feeling).to_lowercase(), signed(by))
    };
    format!("In the state set below: {}.", Feeling::ALL.map(change).join(", "))
}
