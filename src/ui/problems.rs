//! What is wrong with the files that could not be loaded.

use egui::Ui;

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
    let _ = (ui, model);
    None
}
