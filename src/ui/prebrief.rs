//! The prebrief: who you are, whom you will meet, what is scored and how, and the way out.

use egui::{Sense, Ui, vec2};

use crate::attempt::Mode;
use crate::rubric::Dimension;
use crate::scenario::Scenario;
use crate::sentence::sentence;

use super::library::{LeftAt, level_label, practises};
use super::look::{Look, border};
use super::tokens::{measure, space};
use super::whereabouts::what_leaves;
use super::widgets::button::Button;
use super::widgets::{card, focus, page, radio, shapes, switch, text};
use super::{Settings, Thumbnail, TypeSize, words};

/// The model of the prebrief.
#[derive(Clone, Copy, Debug)]
pub struct Prebrief<'a> {
    pub scenario: &'a Scenario,
    pub thumbnail: Option<&'a Thumbnail>,
    pub setup: Setup,
    /// Whether the scenario has an author's view here.
    pub authored: bool,
    /// Whether it can be played with a group here.
    pub groups: bool,
    /// Where the attempt was left that is kept, if one is.
    pub left: Option<LeftAt>,
    /// Whether it is asked whether that attempt is to be discarded.
    pub asks: bool,
    /// The address of the record store that what is played is sent to, if it is.
    pub sent_to: Option<&'a str>,
}

/// How a conversation is to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    pub mode: Mode,
    /// Whether a box for one's own words comes before the options.
    pub own_words: bool,
    /// Whether scenes with a timer run it.
    pub timers: bool,
}

impl Setup {
    /// Practice, with the settings' defaults.
    #[must_use]
    pub const fn practise(settings: &Settings) -> Self {
        Self { mode: Mode::Practise, own_words: settings.own_words, timers: settings.timers }
    }
}

/// What the trainee requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrebriefAction {
    Back,
    /// To change the setup.
    Setup(Setup),
    /// To begin, in place of the attempt that is kept.
    Begin,
    /// To resume the attempt that is kept.
    Resume,
    /// To be asked whether that attempt is to be discarded.
    Ask,
    /// To keep it after all.
    Keep,
    /// To open the author's view.
    Author,
    /// To play it with a group.
    Group,
}

/// Said below how to play, and where the safety of practice is explained.
const STOP_ANY_TIME: &str = "You can stop at any moment.";

/// Shows the prebrief and returns the requested action.
pub fn show(ui: &mut Ui, model: &Prebrief<'_>) -> Option<PrebriefAction> {
    let opened = focus::opened(ui, ("prebrief", &model.scenario.id));
    let (requested, pressed) = page::cards_above_bar(
        ui,
        "prebrief",
        |ui| {
            let (first, back) = page::back(ui, words::BACK_TO_LIBRARY);
            title(ui, model.scenario);
            let about = |ui: &mut Ui| {
                picture(ui, model.thumbnail);
                who(ui, model.scenario);
                what_counts(ui, model.sent_to);
            };
            let requested = page::beside(ui, measure::ASIDE, about, |ui| setup(ui, model));
            // Escape leaves the question before it leaves the screen.
            let leaves = if model.asks && !first.clicked() { PrebriefAction::Keep } else { PrebriefAction::Back };
            if back { Some(leaves) } else { requested }
        },
        |ui| onwards(ui, model, opened),
    );
    pressed.or(requested)
}

/// What begins the conversation, or goes on with the one that was left; it has the focus when the screen opens.
fn onwards(ui: &mut Ui, model: &Prebrief<'_>, opened: bool) -> Option<PrebriefAction> {
    let asked = focus::changed(ui, "the prebrief asks", &model.asks);
    let resume = model.left.map(|left| format!("Resume {}", left.in_words()));
    let (first, second) = match (&resume, model.asks) {
        (None, _) => (("Begin", PrebriefAction::Begin), None),
        (Some(resume), false) => ((resume.as_str(), PrebriefAction::Resume), Some(("Begin anew", PrebriefAction::Ask))),
        (Some(_), true) => {
            text::body(ui, "You left an attempt unfinished. Beginning anew discards it, with what you wrote in it.");
            (("Keep it", PrebriefAction::Keep), Some(("Discard it and begin", PrebriefAction::Begin)))
        }
    };
    page::row(ui, |ui| {
        let primary = Button::primary(first.0).at_least(Look::of(ui.ctx()).scaled(measure::ASIDE) / 2.0).show(ui);
        page::focus_first(opened || asked, &primary);
        let second = second.filter(|(label, _)| Button::plain(label).pressed(ui));
        second.or_else(|| primary.clicked().then_some(first)).map(|(_, action)| action)
    })
}

/// How to play.
fn setup(ui: &mut Ui, model: &Prebrief<'_>) -> Option<PrebriefAction> {
    card::card(ui, |ui| {
        let setup = how(ui, model.setup);
        text::small(ui, STOP_ANY_TIME);
        if model.authored && Button::quiet("Author\u{2019}s view").pressed(ui) {
            return Some(PrebriefAction::Author);
        }
        if model.groups && Button::quiet("Play it with a group").pressed(ui) {
            return Some(PrebriefAction::Group);
        }
        setup.map(PrebriefAction::Setup)
    })
}

/// The patient at rest. The text below describes all there is to see, so screen readers need no label here.
fn picture(ui: &mut Ui, thumbnail: Option<&Thumbnail>) {
    let Some(thumbnail) = thumbnail else { return };
    let colours = text::palette(ui);
    let size = vec2(ui.available_width(), Look::of(ui.ctx()).scaled(measure::PREBRIEF_PICTURE));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        thumbnail.paint(ui.painter(), rect, [true; 4], colours.background, border(colours.border));
    }
    ui.add_space(space::S);
}

fn title(ui: &mut Ui, scenario: &Scenario) {
    let level = format!("{} \u{b7} {} minutes", level_label(scenario.level), scenario.minutes);
    text::heading(ui, 1, &scenario.title);
    text::quiet(ui, &format!("{} \u{b7} {level}", scenario.setting));
    if let Some(time) = scenario.clock {
        text::quiet(ui, &time.announced());
    }
    ui.add_space(space::M);
}

fn who(ui: &mut Ui, scenario: &Scenario) {
    if let Some(note) = &scenario.content_note {
        card::notice(ui, |ui| card::notice_text(ui, &words::content_note(note)));
    }
    let patient = &scenario.patient;
    part(ui, "You are", &sentence(&scenario.you_are));
    let who = format!("{}, {} years old ({}). {}", patient.name, patient.age, patient.pronouns, patient.about);
    part(ui, words::YOU_WILL_MEET, &who);
    for person in &scenario.people {
        text::body(ui, &format!("{}: {}", person.name, person.about));
    }
    part(ui, words::WHAT_YOU_KNOW, &scenario.briefing);
    ui.add_space(space::M);
    text::heading(ui, 2, words::WHAT_TO_TRY);
    for objective in &scenario.objectives {
        text::body(ui, &format!("\u{2022} {}", objective.text));
    }
    text::small(ui, &format!("Practises {}.", practises(scenario)));
}

fn part(ui: &mut Ui, title: &str, words: &str) {
    ui.add_space(space::M);
    text::heading(ui, 2, title);
    text::body(ui, words);
}

fn what_counts(ui: &mut Ui, sent_to: Option<&str>) {
    ui.add_space(space::M);
    text::heading(ui, 2, "What is scored");
    let side = Look::of(ui.ctx()).size(TypeSize::Lead);
    for (dimension, says) in [
        (Dimension::Empathy, "noticing what they feel, and showing that you have."),
        (Dimension::Clarity, "being understood the first time."),
        (Dimension::DeEscalation, "helping tension come down."),
    ] {
        ui.horizontal_top(|ui| {
            shapes::sign(ui, dimension, side);
            text::labelled(ui, dimension.label(), says);
        });
    }
    text::body(
        ui,
        "Each score says how much of what could have been done, on the road you took, you did. You see it only in \
         the debrief, with a reason for every point.",
    );
    card::card(ui, |ui| {
        text::strong(ui, "This is practice. It is safe to get it wrong.");
        text::body(ui, &format!("{STOP_ANY_TIME} No one is ranked. {}", what_leaves(sent_to)));
    });
}

fn how(ui: &mut Ui, setup: Setup) -> Option<Setup> {
    text::heading(ui, 2, "How would you like to play?");
    let modes = [(Mode::Practise, "Practise"), (Mode::Assess, "Assess")];
    let mode = radio::radio(ui, "Practise or assess", &modes, setup.mode);
    text::body(
        ui,
        match setup.mode {
            Mode::Practise => {
                "Practise: a hint when you ask for one, feedback when you ask for it, and steps back to try again."
            }
            Mode::Assess => {
                "Assess: once through, without hints, feedback or steps back. The debrief afterwards is the same."
            }
        },
    );
    let words_note = format!("Say what you would say before you see the options. {}", words::OWN_WORDS_NOTE);
    ui.add_space(space::S);
    let own_words = switch::switch(ui, words::OWN_WORDS_FIRST, &words_note, setup.own_words);
    let timers_note = format!("Some moments press for time. {}", words::MORE_TIME);
    let timers = switch::switch(ui, "Timers", &timers_note, setup.timers);
    ui.add_space(space::L);
    let wanted = Setup {
        mode: mode.unwrap_or(setup.mode),
        own_words: own_words.unwrap_or(setup.own_words),
        timers: timers.unwrap_or(setup.timers),
    };
    (wanted != setup).then_some(wanted)
}
