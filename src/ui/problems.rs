//! What is wrong with the files that could not be loaded.

use egui::{Label, RichText, TextStyle, Ui};

use super::tokens::space;
use super::widgets::press::Press;
use super::widgets::{card, focus, page, text};

/// One file with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemFile {
    /// Where it is.
    pub path: String,
    /// What was found, in short: "7 mistakes", "It is not a text file".
    pub summary: String,
    /// The report as plain text, rendered elsewhere.
    pub report: String,
}

/// What the report shows.
#[derive(Clone, Copy, Debug)]
pub struct Problems<'a> {
    /// The files, in the order shown.
    pub files: &'a [ProblemFile],
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemsAction {
    /// To go back to the library.
    Back,
    /// To look at the files again.
    Reload,
}

/// Shows the report and returns what was asked for.
pub fn show(ui: &mut Ui, model: &Problems<'_>) -> Option<ProblemsAction> {
    let opened = focus::opened(ui, "problems");
    page::column(ui, "problems", |ui| {
        let (first, back) = page::back(ui, "Back to the library");
        page::focus_first(opened, &first);
        text::heading(ui, 1, "Files that could not be loaded");
        text::body(ui, "Each file is left as it is. Mend it in your editor, save it, and look again.");
        let again = Press::plain("Look again").pressed(ui);
        for (index, file) in model.files.iter().enumerate() {
            ui.push_id(index, |ui| problem(ui, file));
        }
        if model.files.is_empty() {
            text::lead(ui, "Nothing is wrong any more.");
        }
        if back { Some(ProblemsAction::Back) } else { again.then_some(ProblemsAction::Reload) }
    })
}

fn problem(ui: &mut Ui, file: &ProblemFile) {
    ui.add_space(space::M);
    text::heading(ui, 2, &file.path);
    text::strong(ui, &file.summary);
    card::card(ui, |ui| {
        let report = RichText::new(&file.report).text_style(TextStyle::Monospace).color(text::palette(ui).text);
        ui.add(Label::new(report).wrap().selectable(true));
    });
}
