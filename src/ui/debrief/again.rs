//! What stands above a debrief that is opened again: when it was, which time through it is, and that nothing is changed.

use egui::Ui;

use crate::attempt::Mode;
use crate::ui::tokens::space;
use crate::ui::widgets::{card, radio, text};

/// The back button of a debrief that was opened again.
pub(crate) const BACK_TO_PAST: &str = "Back to past conversations";

/// A conversation that is opened again.
#[derive(Clone, Copy, Debug)]
pub struct OpenedAgain<'a> {
    /// The day and the time at which it began.
    pub when: &'a str,
    pub mode: Mode,
    /// What has to be said beforehand, as sentences.
    pub told: &'a [&'a str],
    /// What its passes are called, in their order.
    pub passes: &'a [String],
    /// The pass that is shown, from 0.
    pub pass: usize,
    /// Whether the scenario is here, to be played again.
    pub can_play: bool,
}

/// A mode in a word.
pub(crate) const fn mode_in_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Practise => "practice",
        Mode::Assess => "assessment",
    }
}

/// Shows it, where reading begins if the page has just `opened`; returns the pass that is to be shown.
pub(crate) fn again(ui: &mut Ui, model: &OpenedAgain<'_>, opened: bool) -> Option<usize> {
    let words = format!("Opened again: {}, {}", model.when, mode_in_words(model.mode));
    text::landmark(ui, 2, &words, opened);
    text::small(ui, "You look at it as it was, and nothing here changes it.");
    for told in model.told {
        card::notice(ui, |ui| card::notice_text(ui, told));
    }
    if model.passes.len() < 2 {
        return None;
    }
    ui.add_space(space::XS);
    let passes: Vec<(usize, &str)> =
        model.passes.iter().enumerate().map(|(number, words)| (number, words.as_str())).collect();
    radio::radio(ui, "Which time through", &passes, model.pass)
}
