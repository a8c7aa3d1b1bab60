//! The findings in the author's files.

use egui::Ui;

use super::author::findings::{self, FileFindings, FindingAction};
use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::{focus, page, text};
use super::words;

/// The model of the list.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The files, in the order shown.
    pub files: &'a [FileFindings],
}

/// What the author requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingsAction {
    Back,
    /// To read the files again.
    Reload,
    Finding(FindingAction),
}

/// Shows the findings and returns the requested action.
pub fn show(ui: &mut Ui, model: &Findings<'_>) -> Option<FindingsAction> {
    let opened = focus::opened(ui, "findings");
    page::column(ui, "findings", |ui| {
        let (first, back) = page::back(ui, words::BACK_TO_LIBRARY);
        page::focus_first(opened, &first);
        text::heading(ui, 1, "What was found in your files");
        text::body(ui, "Each file is left as it is. Fix it in your editor and save it: this page is updated.");
        let again = Button::plain("Look again").pressed(ui);
        let mut action = None;
        for (index, file) in model.files.iter().enumerate() {
            let requested = ui.push_id(index, |ui| broken_file(ui, index, file)).inner;
            action = action.or(requested);
        }
        if model.files.is_empty() {
            text::lead(ui, "Nothing is wrong any more.");
        }
        if back {
            return Some(FindingsAction::Back);
        }
        action.map(FindingsAction::Finding).or(again.then_some(FindingsAction::Reload))
    })
}

fn broken_file(ui: &mut Ui, index: usize, file: &FileFindings) -> Option<FindingAction> {
    ui.add_space(space::M);
    text::heading(ui, 2, &file.path);
    let state = match (file.errors() > 0, file.outdated) {
        (true, true) => ". Until they are fixed, the last version without mistakes is played.",
        (true, false) => ". Until they are fixed, this file is left out.",
        (false, _) => ". It can be played as it is.",
    };
    text::strong(ui, &format!("{}{state}", file.summary()));
    findings::list(ui, index, file)
}
