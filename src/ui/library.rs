//! The library: every scenario as a card, and the way back into an attempt.

use std::sync::Arc;

use egui::{Align, Layout, Ui, vec2};

use crate::attempt::Mode;
use crate::scenario::{Level, Scenario};

use super::TypeSize;
use super::look::Look;
use super::tokens::{measure, space};
use super::widgets::card::{self, LaidOut, PressCard};
use super::widgets::press::Press;
use super::widgets::text::{self, Ink};
use super::widgets::text_box::TextBox;
use super::widgets::{focus, page, radio};

/// What the library shows.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// The scenarios, in the order shown.
    pub scenarios: &'a [Arc<Scenario>],
    /// An attempt that can be taken up again.
    pub resume: Option<&'a Resume>,
    /// How many files have mistakes.
    pub problems: usize,
    /// How many files have only warnings.
    pub warnings: usize,
    /// The ids of the scenarios that have an author's view here.
    pub authored: &'a [String],
    /// Where scenarios are looked for, as people read it.
    pub places: &'a [String],
    /// Which scenarios are wanted.
    pub filter: &'a Filter,
}

/// An attempt that can be taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    /// The scenario's title.
    pub title: String,
    /// How it is played.
    pub mode: Mode,
    /// How many turns have been taken.
    pub turns: usize,
}

/// Which scenarios are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that stand in the card.
    pub search: String,
    /// The level.
    pub level: Option<Level>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryAction {
    /// To meet the scenario with this id.
    Open(String),
    /// To take up the attempt again.
    Resume,
    /// To let the saved attempt go.
    Discard,
    /// To read what was found in files.
    Problems,
    /// To see the scenario with this id as its author does.
    Author(String),
    /// To open the settings.
    Settings,
    /// To want these scenarios from now on.
    Filter(Filter),
}

/// Shows the library and returns what was asked for.
pub fn show(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let opened = focus::opened(ui, "library");
    page::cards(ui, "library", |ui| {
        let mut action = top(ui);
        if model.problems > 0 {
            take(&mut action, problems(ui, model.problems));
        } else if model.warnings > 0 {
            take(&mut action, warnings(ui, model.warnings));
        }
        if let Some(resume) = model.resume {
            take(&mut action, resume_card(ui, opened, resume));
        }
        if model.scenarios.is_empty() {
            empty(ui, model.places);
            return action;
        }
        take(&mut action, filters(ui, opened && model.resume.is_none(), model.filter));
        take(&mut action, cards(ui, model));
        action
    })
}

fn take<T>(action: &mut Option<T>, found: Option<T>) {
    if found.is_some() {
        *action = found;
    }
}

fn top(ui: &mut Ui) -> Option<LibraryAction> {
    let mut action = None;
    text::heading(ui, 1, "Bedside");
    text::lead(ui, "Practise the conversation before you have it.");
    text::quiet(
        ui,
        "Choose someone to meet. You read what they say and see how they are, choose what to say and do, and \
         afterwards look at what your words did, and what others might have done.",
    );
    if Press::quiet("Settings").pressed(ui) {
        action = Some(LibraryAction::Settings);
    }
    ui.add_space(space::S);
    action
}

fn problems(ui: &mut Ui, count: usize) -> Option<LibraryAction> {
    let mut action = None;
    card::notice(ui, |ui| {
        let what = if count == 1 { "1 file has mistakes.".to_owned() } else { format!("{count} files have mistakes.") };
        card::notice_text(ui, &format!("{what} The others are here as always."));
        if Press::plain("See what is wrong").pressed(ui) {
            action = Some(LibraryAction::Problems);
        }
    });
    ui.add_space(space::M);
    action
}

fn warnings(ui: &mut Ui, count: usize) -> Option<LibraryAction> {
    let what =
        if count == 1 { "See the warnings about 1 file" } else { &format!("See the warnings about {count} files") };
    let pressed = Press::quiet(what).pressed(ui);
    ui.add_space(space::S);
    pressed.then_some(LibraryAction::Problems)
}

fn resume_card(ui: &mut Ui, opened: bool, resume: &Resume) -> Option<LibraryAction> {
    let mut action = None;
    card::card(ui, |ui| {
        text::heading(ui, 2, "Where you left off");
        let mode = match resume.mode {
            Mode::Practise => "practising",
            Mode::Assess => "being assessed",
        };
        let turns = match resume.turns {
            0 => "at the beginning".to_owned(),
            1 => "after 1 turn".to_owned(),
            turns => format!("after {turns} turns"),
        };
        text::body(ui, &format!("\u{201c}{}\u{201d}, {mode}, {turns}.", resume.title));
        page::row(ui, |ui| {
            let carry_on = Press::primary("Resume where you left off").show(ui);
            page::focus_first(opened, &carry_on);
            if carry_on.clicked() {
                action = Some(LibraryAction::Resume);
            }
            if Press::plain("Let it go").pressed(ui) {
                action = Some(LibraryAction::Discard);
            }
        });
    });
    ui.add_space(space::M);
    action
}

fn empty(ui: &mut Ui, places: &[String]) {
    card::card(ui, |ui| {
        text::heading(ui, 2, "There are no scenarios yet");
        text::body(ui, "Scenarios are files that end in \u{201c}.ron\u{201d}. They are looked for here:");
        for place in places {
            text::body(ui, &format!("\u{2022} {place}"));
        }
        text::body(ui, "Put one there, or start Bedside with the folder that holds yours: bedside --scenarios FOLDER");
    });
}

fn filters(ui: &mut Ui, opened: bool, filter: &Filter) -> Option<LibraryAction> {
    let search = TextBox::line("Search").show(ui, &filter.search);
    page::focus_first(opened, &search.response);
    let levels = [
        (None, "Every level"),
        (Some(Level::Foundation), level_label(Level::Foundation)),
        (Some(Level::Intermediate), level_label(Level::Intermediate)),
        (Some(Level::Advanced), level_label(Level::Advanced)),
    ];
    let level = radio::radio(ui, "Level", &levels, filter.level);
    ui.add_space(space::M);
    if let Some(search) = search.text {
        return Some(LibraryAction::Filter(Filter { search, ..filter.clone() }));
    }
    level.map(|level| LibraryAction::Filter(Filter { level, ..filter.clone() }))
}

fn cards(ui: &mut Ui, model: &Library<'_>) -> Option<LibraryAction> {
    let wanted: Vec<&Scenario> =
        model.scenarios.iter().map(AsRef::as_ref).filter(|one| model.filter.wants(one)).collect();
    if wanted.is_empty() {
        text::body(ui, "No scenario fits. Search for fewer words, or choose every level.");
        let clear = Press::plain("Show them all").pressed(ui);
        return clear.then(|| LibraryAction::Filter(Filter::default()));
    }
    let least = Look::of(ui.ctx()).scaled(measure::CARD);
    let room = ui.available_width();
    let columns =
        (1..=3u8).rev().find(|&n| n == 1 || (room + space::L) / f32::from(n) - space::L >= least).unwrap_or(1);
    let width = (room - f32::from(columns - 1) * space::L) / f32::from(columns);
    let mut action = None;
    for row in wanted.chunks(usize::from(columns)) {
        take(&mut action, card_row(ui, row, width));
        take(&mut action, author_row(ui, model.authored, row, width));
        ui.add_space(space::S);
    }
    action
}

fn card_row(ui: &mut Ui, row: &[&Scenario], width: f32) -> Option<LibraryAction> {
    let names: Vec<String> = row.iter().map(|scenario| full_label(scenario)).collect();
    let cards = row.iter().zip(&names).map(|(scenario, name)| scenario_card(ui, scenario, name).lay_out(ui, width));
    let cards: Vec<_> = cards.collect();
    let height = cards.iter().map(LaidOut::height).fold(0.0, f32::max);
    let mut action = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (scenario, card) in row.iter().zip(cards) {
            if card.show(ui, height).clicked() {
                action = Some(LibraryAction::Open(scenario.id.clone()));
            }
        }
    });
    action
}

/// Under the cards that have one, the way to the author's view.
fn author_row(ui: &mut Ui, authored: &[String], row: &[&Scenario], width: f32) -> Option<LibraryAction> {
    if !row.iter().any(|scenario| authored.contains(&scenario.id)) {
        return None;
    }
    let mut action = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for scenario in row {
            let cell = ui.allocate_ui_with_layout(vec2(width, measure::TARGET), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                let name = format!("Author\u{2019}s view of {}", scenario.title);
                authored.contains(&scenario.id) && Press::quiet("Author\u{2019}s view").named(&name).pressed(ui)
            });
            if cell.inner {
                action = Some(LibraryAction::Author(scenario.id.clone()));
            }
        }
    });
    action
}

fn scenario_card<'a>(ui: &Ui, scenario: &Scenario, name: &'a str) -> PressCard<'a> {
    let colours = text::palette(ui);
    let (body, small) = (Ink::new(TypeSize::Body, colours.text), Ink::new(TypeSize::Small, colours.quiet));
    let mut card = PressCard::new(ui.id().with(&scenario.id), name);
    let ctx = ui.ctx();
    card.part(Ink::new(TypeSize::Lead, colours.text).strong().job(ctx, &scenario.title), 0.0);
    card.part(small.job(ctx, &scenario.setting), space::XS);
    card.part(body.job(ctx, &scenario.summary), space::M);
    let facts =
        format!("{} {} \u{b7} {} minutes", stars(scenario.level), level_label(scenario.level), scenario.minutes);
    card.part(small.strong().job(ctx, &facts), space::M);
    card.part(small.job(ctx, &format!("Practises {}", practises(scenario))), space::XS);
    if scenario.content_note.is_some() {
        card.part(small.strong().job(ctx, "Has a content note"), space::XS);
    }
    card
}

/// All that a card says, in one sentence after another.
fn full_label(scenario: &Scenario) -> String {
    let note = if scenario.content_note.is_some() { " Has a content note." } else { "" };
    format!(
        "{}. {}. {} {}, {} minutes. Practises {}.{note}",
        scenario.title,
        scenario.setting,
        scenario.summary,
        level_label(scenario.level),
        scenario.minutes,
        practises(scenario)
    )
}

/// What a scenario practises, in running text.
pub(crate) fn practises(scenario: &Scenario) -> String {
    scenario.practises.join(", ").to_lowercase()
}

/// A level in stars.
pub(crate) const fn stars(level: Level) -> &'static str {
    match level {
        Level::Foundation => "\u{2605}\u{2606}\u{2606}",
        Level::Intermediate => "\u{2605}\u{2605}\u{2606}",
        Level::Advanced => "\u{2605}\u{2605}\u{2605}",
    }
}

/// A level in a word.
pub(crate) const fn level_label(level: Level) -> &'static str {
    match level {
        Level::Foundation => "Foundation",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}

impl Filter {
    /// Whether a scenario is wanted: of the level, and with every word that is searched for.
    #[must_use]
    pub fn wants(&self, scenario: &Scenario) -> bool {
        let text = full_label(scenario).to_lowercase();
        self.level.is_none_or(|level| level == scenario.level)
            && self.search.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}
