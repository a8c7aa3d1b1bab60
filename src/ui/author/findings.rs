//! The findings in files: each with its position, a link to it, and how to fix it.

use egui::{Label, RichText, TextStyle, Ui};

use crate::source::Severity;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, page, text};

/// A file and its findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFindings {
    pub path: String,
    /// The findings, errors first.
    pub findings: Vec<Finding>,
    /// Whether the last version without mistakes can still be played.
    pub outdated: bool,
}

/// An error or a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// Line and column, from 1; `None` if the whole file or folder is meant.
    pub position: Option<(usize, usize)>,
    /// The full report as plain text.
    pub report: String,
    /// The report for narrower places, each narrower than the one before.
    pub narrower: Vec<String>,
    /// The id of the scene that it is in, if any.
    pub scene: Option<String>,
}

/// The indices of a file and of a finding in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub file: usize,
    pub finding: usize,
}

/// What the author requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingAction {
    /// To open the position in the author's editor.
    Edit(Found),
    /// To copy the position, as `path:line:column`.
    Copy(Found),
}

impl Finding {
    /// The report in which no line with source text is wider than `columns`, or else the narrowest: if such a line were
    /// wrapped, its marks would be under the wrong words.
    fn within(&self, columns: usize) -> &str {
        let is_marked =
            |line: &&str| line.trim_start_matches(|sign: char| sign == ' ' || sign.is_ascii_digit()).starts_with('|');
        let fits = |text: &&String| text.lines().filter(is_marked).all(|line| line.chars().count() <= columns);
        let mut all = std::iter::once(&self.report).chain(&self.narrower);
        all.find(fits).or(self.narrower.last()).unwrap_or(&self.report).trim_end()
    }
}

impl FindingAction {
    #[must_use]
    pub const fn found(self) -> Found {
        let (Self::Edit(found) | Self::Copy(found)) = self;
        found
    }
}

impl FileFindings {
    #[must_use]
    pub fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    #[must_use]
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.errors()
    }

    /// A summary: "2 mistakes and 1 warning".
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

    /// The position of a finding, in the notation that editors read.
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

/// Shows all findings of a file, the `index`th of a list.
pub(crate) fn list(ui: &mut Ui, index: usize, file: &FileFindings) -> Option<FindingAction> {
    let mut action = None;
    for (number, finding) in file.findings.iter().enumerate() {
        let found = Found { file: index, finding: number };
        let requested = ui.push_id((index, number), |ui| one(ui, file, finding, found)).inner;
        action = action.or(requested);
        ui.add_space(space::S);
    }
    action
}

/// The button that opens the file of what is selected.
pub(super) const OPEN_IN_EDITOR: &str = "Open in your editor";

/// Shows one finding.
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

/// How many columns a report has room for.
fn columns(ui: &Ui) -> usize {
    let font = TextStyle::Monospace.resolve(ui.style());
    let width = ui.fonts_mut(|fonts| fonts.glyph_width(&font, 'm')).max(1.0);
    (1..=u8::MAX).take_while(|&columns| f32::from(columns) * width <= ui.available_width()).count()
}
