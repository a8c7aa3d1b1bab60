//! The library: every scenario as a card, and the attempts that can be resumed.

mod card;
mod filter;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Response, Ui};

use crate::attempt::Mode;
use crate::scenario::{Level, Scenario};

use super::Thumbnail;
use super::tokens::space;
use super::whereabouts::what_leaves;
use super::widgets::button::Button;
use super::widgets::card::{card as group, notice, notice_text};
use super::widgets::{focus, page, text};

pub use card::Played;
pub use filter::Filter;

pub use crate::records::saved_attempt::LeftAt;

/// The model of the library.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// The scenarios, in the order shown.
    pub scenarios: &'a [Arc<Scenario>],
    /// The attempts that can be resumed, one a scenario, the one left last first.
    pub kept: &'a [Kept],
    /// How many files have mistakes.
    pub broken_files: usize,
    /// How many files have only warnings.
    pub warnings: usize,
    /// The ids of the scenarios that have an author's view here.
    pub authored: &'a [String],
    /// The paths searched for scenarios, as shown to the user.
    pub paths: &'a [String],
    /// The patients' thumbnails, by scenario id.
    pub thumbnails: &'a BTreeMap<String, Thumbnail>,
    /// Results of earlier plays, by scenario id.
    pub played: &'a BTreeMap<String, Played>,
    pub filter: &'a Filter,
    pub who: Who<'a>,
    /// The address of the record store that what is played is sent to, if it is.
    pub sent_to: Option<&'a str>,
    /// What the library was left by, where the user comes back from there and not from a conversation: the focus returns to
    /// the control that requested it.
    pub left_by: Option<&'a LibraryAction>,
}

/// Who practises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who<'a> {
    /// Somebody of this name; empty where none was given.
    Profile(&'a str),
    /// A guest, of whom nothing is kept.
    Guest,
}

impl Who<'_> {
    /// Who it is, where that is worth a sentence.
    pub(super) fn in_words(self) -> Option<String> {
        match self {
            Self::Profile("") => None,
            Self::Profile(name) => Some(format!("You practise as {name}.")),
            Self::Guest => Some("You practise as a guest: nothing of what you play is kept.".to_owned()),
        }
    }
}

/// An attempt that can be resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The scenario's id.
    pub id: String,
    pub title: String,
    pub mode: Mode,
    pub left: LeftAt,
}

/// What the user requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryAction {
    /// To open the prebrief of the scenario with this id.
    Open(String),
    /// To resume the attempt at the scenario with this id.
    Resume(String),
    /// To discard the attempt at the scenario with this id.
    Discard(String),
    /// To read the findings in the files.
    Findings,
    /// To open the author's view of the scenario with this id.
    Author(String),
    /// To open the progress of whoever plays.
    Progress,
    /// To open the profile of whoever plays, or to let somebody else play.
    Profile,
    Settings,
    /// To change the filter.
    Filter(Filter),
}

/// Shows the library and returns the requested action.
pub fn show(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let opened = focus::opened(ui, "library");
    let wanted = model.filter.chosen(model.scenarios, model.played);
    let left_by = model.left_by.filter(|left_by| opened && model.shows(left_by, &wanted));
    let model = &Library { left_by, ..*model };
    let opened = opened && left_by.is_none();
    page::cards(ui, "library", |ui| {
        let mut action = top(ui, model);
        if model.broken_files > 0 {
            take(&mut action, broken_files(ui, model));
        } else if model.warnings > 0 {
            take(&mut action, warnings(ui, model));
        }
        if !model.kept.is_empty() {
            take(&mut action, kept_card(ui, opened, model));
        }
        if model.scenarios.is_empty() {
            empty(ui, model.paths);
            return action;
        }
        take(&mut action, filter::filters(ui, opened && model.kept.is_empty(), model));
        take(&mut action, filter::count(ui, model, wanted.len()));
        if wanted.is_empty() {
            text::body(ui, "Search for fewer words, or leave out one of the ways to narrow.");
        }
        take(&mut action, card::cards(ui, model, &wanted));
        action
    })
}

impl Library<'_> {
    /// Whether there is a control that requests this, with these scenarios shown.
    fn shows(&self, action: &LibraryAction, wanted: &[&Scenario]) -> bool {
        match action {
            LibraryAction::Open(id) => wanted.iter().any(|scenario| scenario.id == *id),
            LibraryAction::Author(id) => self.authored.contains(id) && wanted.iter().any(|scenario| scenario.id == *id),
            LibraryAction::Findings => self.broken_files > 0 || self.warnings > 0,
            LibraryAction::Progress | LibraryAction::Profile | LibraryAction::Settings => true,
            LibraryAction::Resume(_) | LibraryAction::Discard(_) | LibraryAction::Filter(_) => false,
        }
    }

    /// What a control requests that was pressed; gives it the focus where the library was left by it.
    fn requested(&self, control: &Response, action: LibraryAction) -> Option<LibraryAction> {
        page::focus_first(self.left_by == Some(&action), control);
        control.clicked().then_some(action)
    }
}

fn take<T>(action: &mut Option<T>, found: Option<T>) {
    if found.is_some() {
        *action = found;
    }
}

fn top(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let settings = page::title_with(ui, "Bedside", "Settings");
    text::lead(ui, "Practise the conversation before you have it.");
    if model.played.is_empty() && model.kept.is_empty() {
        text::quiet(
            ui,
            "Choose someone to meet. You read what they say and see how they are, choose what to say and do, and \
             afterwards look at what your words did, and what others might have done.",
        );
    }
    let own = page::row(ui, |ui| {
        if let Some(who) = model.who.in_words() {
            text::beside_buttons(ui, &who);
        }
        let progress = Button::quiet("Your progress").show(ui);
        let profile = Button::quiet("Your profile").show(ui);
        let progress = model.requested(&progress, LibraryAction::Progress);
        progress.or(model.requested(&profile, LibraryAction::Profile))
    });
    if model.sent_to.is_some() {
        text::quiet(ui, &what_leaves(model.sent_to));
    }
    ui.add_space(space::M);
    own.or(model.requested(&settings, LibraryAction::Settings))
}

fn broken_files(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let count = model.broken_files;
    let mut action = None;
    notice(ui, |ui| {
        let what = if count == 1 { "1 file has mistakes.".to_owned() } else { format!("{count} files have mistakes.") };
        notice_text(ui, &format!("{what} The others are here as always."));
        action = model.requested(&Button::plain("See what is wrong").show(ui), LibraryAction::Findings);
    });
    ui.add_space(space::M);
    action
}

fn warnings(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let count = model.warnings;
    let what =
        if count == 1 { "See the warnings about 1 file" } else { &format!("See the warnings about {count} files") };
    let see = Button::quiet(what).show(ui);
    ui.add_space(space::S);
    model.requested(&see, LibraryAction::Findings)
}

/// The attempt that was left last, with a button that resumes it, and those whose scenario is not here. All others are
/// resumed from their scenario's card.
fn kept_card(ui: &mut Ui, opened: bool, model: &Library<'_>) -> Option<LibraryAction> {
    let is_here = |kept: &&Kept| model.scenarios.iter().any(|scenario| scenario.id == kept.id);
    let (here, lost): (Vec<&Kept>, Vec<&Kept>) = model.kept.iter().partition(is_here);
    let mut action = None;
    group(ui, |ui| {
        text::heading(ui, 2, "Where you left off");
        if let Some((last, others)) = here.split_first() {
            take(&mut action, last_left(ui, opened, last));
            match others.len() {
                0 => {}
                1 => {
                    text::quiet(ui, "You left one more unfinished; its card says where.");
                }
                more => {
                    text::quiet(ui, &format!("You left {more} more unfinished; their cards say where."));
                }
            }
        }
        for (index, kept) in lost.into_iter().enumerate() {
            take(&mut action, lost_attempt(ui, opened && here.is_empty() && index == 0, kept));
        }
    });
    ui.add_space(space::M);
    action
}

fn last_left(ui: &mut Ui, opened: bool, kept: &Kept) -> Option<LibraryAction> {
    let mode = match kept.mode {
        Mode::Practise => "practice",
        Mode::Assess => "assessment",
    };
    text::body(ui, &format!("\u{201c}{}\u{201d}, {mode}, {}.", kept.title, kept.left.in_words()));
    page::row(ui, |ui| {
        let carry_on = Button::primary("Resume where you left off").show(ui);
        page::focus_first(opened, &carry_on);
        if carry_on.clicked() {
            return Some(LibraryAction::Resume(kept.id.clone()));
        }
        discard(ui, kept).clicked().then(|| LibraryAction::Discard(kept.id.clone()))
    })
}

/// An attempt whose scenario is not here.
fn lost_attempt(ui: &mut Ui, opened: bool, kept: &Kept) -> Option<LibraryAction> {
    let title = &kept.title;
    text::body(
        ui,
        &format!("The scenario \u{201c}{title}\u{201d} is not here. Your attempt is kept until it is back."),
    );
    page::row(ui, |ui| {
        let discard = discard(ui, kept);
        page::focus_first(opened, &discard);
        discard.clicked().then(|| LibraryAction::Discard(kept.id.clone()))
    })
}

fn discard(ui: &mut Ui, kept: &Kept) -> Response {
    Button::plain("Discard it").named(&format!("Discard the attempt at {}", kept.title)).show(ui)
}

fn empty(ui: &mut Ui, paths: &[String]) {
    group(ui, |ui| {
        text::heading(ui, 2, "There are no scenarios yet");
        text::body(ui, "Scenarios are files that end in \u{201c}.ron\u{201d}. They are looked for here:");
        for place in paths {
            text::body(ui, &format!("\u{2022} {place}"));
        }
        text::body(ui, "Put one there, or start Bedside with the folder that holds yours: bedside --scenarios FOLDER");
    });
}

/// What a scenario practises, in running text.
pub(crate) fn practises(scenario: &Scenario) -> String {
    scenario.practises.join(", ").to_lowercase()
}

/// A level in a word.
pub(crate) const fn level_label(level: Level) -> &'static str {
    match level {
        Level::Foundation => "Foundation",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}
