//! What happens and is said at once, in all its wordings.

use egui::Ui;

use crate::chart::condition_in_words;
use crate::scenario::{Passage, Scenario, Text};
use crate::ui::tokens::space;
use crate::ui::widgets::text;
use crate::ui::words::quoted;

/// Shows it.
pub(super) fn show(ui: &mut Ui, scenario: &Scenario, passage: &Passage) {
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
            Some(when) => Some(format!("If {}:", condition_in_words(scenario, when))),
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
