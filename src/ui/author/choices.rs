//! The choices of the selected scene: what they say, their points, what they do, where they lead and how often.

use egui::Ui;

use crate::analysis::WayReport;
use crate::chart::{BACK, Edge, Reach};
use crate::rubric::{AtMoment, Dimension, Feeling, Points};
use crate::scenario::{Choice, ChoiceId, Scenario, Target};
use crate::sentence::capitalised;
use crate::session::{NoReasons, State};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, page, text};
use crate::ui::words::{self, done_and_said, signed};

use super::frame_memory::request_focus;
use super::model::{Author, AuthorAction, Known};
use super::{passage, shares};

/// Shows the choices.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let mut action = None;
    let mut all = model.scenario.choices_of(model.view.scene).peekable();
    if all.peek().is_some() {
        ui.add_space(space::M);
        text::heading(ui, 2, "Choices");
        shares::name_plays(ui, model);
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
        passage::show(ui, model.scenario, answer);
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
    ways(ui, model, choice, &edges, shares::of_ways(model, id))
}

/// Where a choice leads, and how often where it may lead elsewhere.
fn ways(
    ui: &mut Ui,
    model: &Author<'_>,
    choice: &Choice,
    edges: &[&Edge],
    reports: &[WayReport],
) -> Option<AuthorAction> {
    let mut action = None;
    page::row(ui, |ui| {
        for (index, edge) in edges.iter().enumerate() {
            // Where there is one way only, its share is that of the choice.
            let way = reports.get(index).filter(|_| edges.len() > 1);
            let (shown, told) = (shares::shown(way), shares::told(way));
            let circumstances = conditions_of(edge);
            let Target::Scene(scene) = edge.to else {
                text::small(ui, &format!("\u{2190} {BACK}{circumstances}{shown}"));
                continue;
            };
            let to = &model.scenario.scene(scene).id;
            let name = format!("{}: go to {to}{told}", choice.id);
            let shown = format!("\u{2192} {to}{circumstances}{shown}");
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
