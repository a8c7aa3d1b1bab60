//! What was found in files: each thing with its place, the way to it, and the way out.

use egui::{Label, RichText, TextStyle, Ui};

use crate::source::Severity;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, page, text};

/// One file with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFindings {
    /// Where it is.
    pub path: String,
    /// What was found, errors first.
    pub findings: Vec<Finding>,
    /// Whether the last version without mistakes can still be played.
    pub outdated: bool,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Line and column, from 1; `None` where the whole file or folder is meant.
    pub position: Option<(usize, usize)>,
    /// All about it as plain text, rendered elsewhere.
    pub report: String,
    /// The same for where there is less room, each narrower than the one before.
    pub narrower: Vec<String>,
    /// The id of the scene in which it stands, where it stands in one.
    pub scene: Option<String>,
}

/// A thing that was found: the file's place in the list, and its own in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which file.
    pub file: usize,
    /// Which of the things found in it.
    pub finding: usize,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingAction {
    /// To open the place in the author's editor.
    Edit(Found),
    /// To copy the place, as `path:line:column`.
    Copy(Found),
}

impl Finding {
    /// All about it, with no marked line wider than so many columns, where that can be: wrapped, the mark would
    /// stand under other words.
    fn within(&self, columns: usize) -> &str {
        let is_marked =
            |line: &&str| line.trim_start_matches(|sign: char| sign == ' ' || sign.is_ascii_digit()).starts_with('|');
        let fits = |text: &&String| text.lines().filter(is_marked).all(|line| line.chars().count() <= columns);
        let mut all = std::iter::once(&self.report).chain(&self.narrower);
        all.find(fits).or(self.narrower.last()).unwrap_or(&self.report).trim_end()
    }
}

impl FindingAction {
    /// The thing that was found.
    #[must_use]
    pub const fn found(self) -> Found {
        let (Self::Edit(found) | Self::Copy(found)) = self;
        found
    }
}

impl FileFindings {
    /// How many of them are mistakes.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    /// How many of them are warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }

    /// What was found, in short: "2 mistakes and 1 warning".
    #[must_use]
    pub fn summary(&self) -> String {
        match (self.errors(), self.warnings()) {
            (0, 0) => "nothing to fix".to_owned(),
            (0, warnings) => counted(warnings, "warning"),
            (errors, 0) => counted(errors, "mistake"),
            (errors, warnings) => format!("{} and {}", counted(errors, "mistake"), counted(warnings, "warning")),
        }
    }

    /// The file's name without its folders.
    #[must_use]
    pub fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }

    /// Where a finding is, as editors read it.
    #[must_use]
    pub fn at(&self, finding: &Finding) -> String {
        match finding.position {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Shows everything found in a file, the `index`th of a list.
pub(crate) fn list(ui: &mut Ui, index: usize, file: &FileFindings) -> Option<FindingAction> {
    let mut action = None;
    for (number, finding) in file.findings.iter().enumerate() {
        let found = Found { file: index, finding: number };
        let asked = ui.push_id((index, number), |ui| one(ui, file, finding, found)).inner;
        action = action.or(asked);
        ui.add_space(space::S);
    }
    action
}

/// The way from what is looked at to its file.
pub(super) const OPEN_IN_EDITOR: &str = "Open in your editor";

/// Shows one thing that was found.
pub(super) fn one(ui: &mut Ui, file: &FileFindings, finding: &Finding, found: Found) -> Option<FindingAction> {
    let colours = text::palette(ui);
    let ink = if finding.severity == Severity::Error { colours.text } else { colours.quiet };
    card::card(ui, |ui| {
        let report = finding.within(columns(ui));
        let report = RichText::new(report).text_style(TextStyle::Monospace).color(ink);
        ui.add(Label::new(report).wrap().selectable(true));
        let at = file.at(finding);
        page::row(ui, |ui| {
            let edit = Button::quiet(OPEN_IN_EDITOR).named(&format!("Open {at} in your editor")).pressed(ui);
            let copy = Button::quiet("Copy the location").named(&format!("Copy {at}")).pressed(ui);
            if edit {
                return Some(FindingAction::Edit(found));
            }
            copy.then_some(FindingAction::Copy(found))
        })
    })
}

/// How many columns of a report there is room for.
fn columns(ui: &Ui) -> usize {
    let font = TextStyle::Monospace.resolve(ui.style());
    let width = ui.fonts_mut(|fonts| fonts.glyph_width(&font, 'm')).max(1.0);
    (1..=u8::MAX).take_while(|&columns| f32::from(columns) * width <= ui.available_width()).count()
}
