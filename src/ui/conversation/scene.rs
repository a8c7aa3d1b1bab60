//! What happens and what is said, announced to screen readers.

use egui::Ui;

use crate::scenario::{Choice, Scenario};
use crate::session::{CurrentScene, Turn};
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::text;
use crate::ui::words::{quoted, taken};

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
    if let Some(deed) = what_you_did(scenario, turn) {
        text::labelled(ui, "You", &deed);
        ui.add_space(space::XS);
    }
}

/// What the trainee did and said at a turn, in words.
pub(super) fn what_you_did(scenario: &Scenario, turn: &Turn) -> Option<String> {
    let words = &choice_taken(scenario, turn)?.words;
    Some(taken(words.act(), words.say(), turn.late))
}

/// The choice taken at a turn.
pub(super) fn choice_taken<'a>(scenario: &'a Scenario, turn: &Turn) -> Option<&'a Choice> {
    let id = scenario.find_choice(scenario.find_scene(&turn.scene)?, &turn.choice)?;
    Some(scenario.choice(id))
}
