//! What happens and what is said, announced to screen readers.

use egui::Ui;
use egui::accesskit::{Live, Role};

use crate::scenario::Scenario;
use crate::session::{CurrentScene, Turn};
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::radio::mark_group;
use crate::ui::widgets::{card, disclosure, text};
use crate::ui::words::{quoted, taken};

use super::model::{AuthorAccess, Conversation, ConversationAction, OwnWords, View};

/// Shows the current scene. It gets the focus when it begins, unless the box for own words or the options do.
pub(super) fn scene(ui: &mut Ui, model: &Conversation<'_>, opened: bool) -> Option<ConversationAction> {
    let scenario = model.session.scenario();
    let reading = model.own_words == OwnWords::Off;
    text::landmark(ui, 1, &scenario.title, opened && reading);
    let turns = &model.session.transcript().turns;
    if model.author_access == AuthorAccess::Rehearsal {
        card::notice(ui, |ui| card::notice_text(ui, "Rehearsal: no attempt, and nothing is saved."));
    }
    if turns.is_empty() {
        text::small(ui, &scenario.setting);
    }
    // Outside of what is announced, because nobody says what time it is.
    if let Some(time) = model.session.current_scene().clock {
        text::small(ui, &time.shown());
    }
    ui.add_space(space::S);
    ui.push_id("what happens", |ui| {
        mark_group(ui, "What happens", Role::Group);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
        if let Some(last) = turns.last() {
            turn_taken(ui, scenario, last);
        }
        scene_text(ui, scenario, model.session.current_scene());
    });
    ui.add_space(space::M);
    let prompts = &model.session.scene().pause;
    if prompts.is_empty() {
        return None;
    }
    let pressed = disclosure::controlled(ui, "For a group: pause and talk", model.view.prompts, |ui| {
        for prompt in prompts {
            text::body(ui, prompt);
        }
    });
    pressed.then_some(ConversationAction::View(View { prompts: !model.view.prompts, ..model.view }))
}

/// What happens and is said in a scene.
pub(crate) fn scene_text(ui: &mut Ui, scenario: &Scenario, met: &CurrentScene) {
    for (index, passage) in met.passages().enumerate() {
        if index > 0 {
            ui.add_space(space::S);
        }
        if let Some(narration) = &passage.narration {
            text::narration(ui, narration);
        }
        for line in &passage.lines {
            ui.add_space(space::XS);
            let name = scenario.speaker_name(line.speaker);
            text::Ink::new(TypeSize::Small, text::palette(ui).quiet).strong().show(ui, name);
            text::lead(ui, &quoted(&line.words));
        }
    }
}

/// What the trainee did and said at a turn.
pub(crate) fn turn_taken(ui: &mut Ui, scenario: &Scenario, turn: &Turn) {
    let Some(choice) = scenario.find_scene(&turn.scene).and_then(|scene| scenario.find_choice(scene, &turn.choice))
    else {
        return;
    };
    let words = &scenario.choice(choice).words;
    text::labelled(ui, "You", &taken(words.act(), words.say(), turn.late));
    ui.add_space(space::XS);
}
