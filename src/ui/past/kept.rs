//! What is kept of a conversation whose debrief cannot be composed, because the scenario's text is gone or what is kept is
//! damaged.

use egui::Ui;

use crate::records::past::KeptInWords;
use crate::ui::debrief::{BACK_TO_PAST, OpenedAgain, again};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, focus, page, text};

/// The model of the page.
#[derive(Clone, Copy, Debug)]
pub struct KeptPage<'a> {
    pub title: &'a str,
    /// Why there is no debrief, as sentences.
    pub why: &'a str,
    /// What is kept; `None` where nothing can be read.
    pub kept: Option<&'a KeptInWords>,
    /// `None` where not even when it was can be read.
    pub again: Option<OpenedAgain<'a>>,
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptAction {
    /// To play the scenario again.
    PlayAgain,
    /// To show another pass, by its number from 0.
    Pass(usize),
    Back,
}

/// Shows the page and returns the requested action.
pub fn show(ui: &mut Ui, model: &KeptPage<'_>) -> Option<KeptAction> {
    let opened = focus::opened(ui, "kept");
    page::column(ui, "kept", |ui| {
        let (first, back) = page::back(ui, BACK_TO_PAST);
        page::focus_first(opened, &first);
        let mut action = back.then_some(KeptAction::Back);
        if let Some(model) = &model.again {
            action = again(ui, model, false).map(KeptAction::Pass).or(action);
        }
        text::heading(ui, 1, model.title);
        card::notice(ui, |ui| card::notice_text(ui, model.why));
        ui.add_space(space::L);
        for section in model.kept.iter().flat_map(|kept| &kept.sections) {
            text::heading(ui, 2, section.heading);
            card::card(ui, |ui| {
                for line in &section.lines {
                    text::labelled(ui, &line.label, &line.text);
                }
            });
            ui.add_space(space::L);
        }
        if model.again.is_some_and(|again| again.can_play) && Button::plain("Play again").pressed(ui) {
            action = Some(KeptAction::PlayAgain);
        }
        action
    })
}
