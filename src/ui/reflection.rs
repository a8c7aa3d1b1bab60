//! The reflection: a word for how it felt and a self-rating, before any score is shown.

use egui::Ui;
use egui::accesskit::Role;

use crate::attempt::ReflectionDraft;
use crate::rubric::Dimension;
use crate::sentence::sentence;

use super::look::Look;
use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::radio::mark_group;
use super::widgets::text_box::TextBox;
use super::widgets::{focus, page, shapes, slider, text};
use super::{TypeSize, words};

/// The model of the reflection.
#[derive(Clone, Copy, Debug)]
pub struct ReflectionPage<'a> {
    /// What the app calls the patient.
    pub patient: &'a str,
    pub draft: &'a ReflectionDraft,
}

/// What the trainee requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReflectionAction {
    /// To change the draft.
    Draft(ReflectionDraft),
    /// To go on to the debrief with [`ReflectionDraft::finish`].
    Continue,
    /// To go on to the debrief without a reflection.
    Skip,
    /// To go to the library; the attempt is kept.
    Leave,
}

/// The words offered for how it felt.
const FEELINGS: [&str; 12] = [
    "calm",
    "tense",
    "sad",
    "relieved",
    "rushed",
    "unsure",
    "frustrated",
    "proud",
    "moved",
    "helpless",
    "surprised",
    "tired",
];

/// Shows the reflection and returns the requested action.
pub fn show(ui: &mut Ui, model: &ReflectionPage<'_>) -> Option<ReflectionAction> {
    let opened = focus::opened(ui, "reflection");
    let (written, pressed) = page::column_above_bar(ui, "reflection", |ui| questions(ui, model, opened), onwards);
    pressed.or(written)
}

/// What leads on to the debrief.
fn onwards(ui: &mut Ui) -> Option<ReflectionAction> {
    page::row(ui, |ui| {
        if Button::primary("Continue to the debrief").pressed(ui) {
            return Some(ReflectionAction::Continue);
        }
        Button::plain("Skip").named("Skip the reflection").pressed(ui).then_some(ReflectionAction::Skip)
    })
}

fn questions(ui: &mut Ui, model: &ReflectionPage<'_>, opened: bool) -> Option<ReflectionAction> {
    let (_, back) = page::back(ui, words::BACK_TO_LIBRARY);
    text::landmark(ui, 1, "Before the debrief", opened);
    text::heading(ui, 2, "How did that feel?");
    text::body(ui, "One word is enough. Leave out what you would rather not say.");
    let feeling = feelings(ui, &model.draft.feeling);
    ui.add_space(space::L);
    text::heading(ui, 2, "How do you think it went?");
    let about = format!("Rate yourself before you see what {} made of it. Rate all three, or none.", model.patient);
    text::body(ui, &about);
    let mut draft =
        ReflectionDraft { feeling: feeling.unwrap_or_else(|| model.draft.feeling.clone()), ..model.draft.clone() };
    rate(ui, Dimension::Empathy, &mut draft.empathy);
    rate(ui, Dimension::Clarity, &mut draft.clarity);
    rate(ui, Dimension::DeEscalation, &mut draft.de_escalation);
    let still = [draft.empathy, draft.clarity, draft.de_escalation].iter().filter(|rating| rating.is_none()).count();
    if let Some(note) = in_part(still) {
        ui.add_space(space::M);
        text::strong(ui, note);
    }
    if back {
        return Some(ReflectionAction::Leave);
    }
    (draft != *model.draft).then_some(ReflectionAction::Draft(draft))
}

/// What is to be said where some dimensions are rated and so many are not.
const fn in_part(still: usize) -> Option<&'static str> {
    match still {
        1 => Some("One is still to be rated. Without it, none of your ratings is kept."),
        2 => Some("Two are still to be rated. Without them, none of your ratings is kept."),
        _ => None,
    }
}

fn feelings(ui: &mut Ui, feeling: &str) -> Option<String> {
    let mut chosen = None;
    ui.push_id("feelings", |ui| {
        mark_group(ui, "How it felt", Role::Group);
        ui.horizontal_wrapped(|ui| {
            for word in FEELINGS {
                let picked = word == feeling;
                if Button::toggle(word, picked).pressed(ui) {
                    chosen = Some(if picked { String::new() } else { word.to_owned() });
                }
            }
        });
    });
    let typed = TextBox::line("Or a word of your own").show(ui, feeling);
    chosen.or(typed.text)
}

/// What the ends of a slider are.
const ENDS: &str = "From \u{201c}hardly at all\u{201d} on the left to \u{201c}very well\u{201d} on the right.";

fn rate(ui: &mut Ui, dimension: Dimension, rating: &mut Option<u8>) {
    ui.add_space(space::M);
    let side = Look::of(ui.ctx()).size(TypeSize::Lead);
    ui.horizontal_top(|ui| {
        shapes::sign(ui, dimension, side);
        text::labelled(ui, dimension.label(), words::asks(dimension));
    });
    let said = rating.map_or("not rated yet", words::self_rating);
    let mut value = rating.unwrap_or(50);
    let changed = ui
        .push_id(dimension.label(), |ui| slider::slider(ui, dimension.label(), said, rating.is_some(), &mut value))
        .inner;
    if changed {
        *rating = Some(value);
    }
    ui.horizontal(|ui| {
        let words =
            if rating.is_some() { format!("You would say: {said}.") } else { format!("{} {ENDS}", sentence(said)) };
        text::small(ui, &words);
        if rating.is_some() && Button::quiet("Clear").named(&format!("Clear {}", dimension.label())).pressed(ui) {
            *rating = None;
        }
    });
}
