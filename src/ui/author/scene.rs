//! The details of the selected scene: its words, how the patient can feel, and its findings.

use egui::Ui;

use crate::analysis::{FeelingRange, SceneFeelings};
use crate::rubric::Feeling;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{bar, page, text};
use crate::ui::words;

use super::frame_memory::take_pane_focus_request;
use super::model::{Author, AuthorAction, Known};
use super::paint::range_in_words;
use super::{choices, findings, measures, opening, passage, shares};

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
    let requested = choices::show(ui, model);
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
    passage::show(ui, scenario, &scene.passage);
    if let Some(cue) = &scene.cue {
        text::labelled(ui, "Cue", cue);
    }
    let kinds: Vec<&str> = scene.moment.iter().map(|kind| scenario.rubric.moment(*kind).label.as_str()).collect();
    if !kinds.is_empty() {
        let by = scene.moment_by.map(|who| format!(", given by {}", scenario.person(who).name));
        text::labelled(ui, "Moment", &format!("{}{}", kinds.join("; "), by.unwrap_or_default()));
    }
    if let Some(hub) = &scene.hub {
        text::labelled(ui, "Topics of the hub", &scenario.topics_in_words(hub));
    }
    let gates = scenario.gates(model.view.scene).len();
    for index in 0..gates {
        text::labelled(ui, "Instead", &shares::gate(model, model.view.scene, index));
    }
    // Where there are choices, it stands above them.
    if gates > 0 && scenario.choices_of(model.view.scene).next().is_none() {
        shares::name_plays(ui, model);
    }
    if let Some(ending) = scenario.ending(model.view.scene) {
        text::labelled(ui, "Ending", &ending.title);
        text::labelled(ui, "Thought", &ending.thought);
    }
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
