//! A decision: the patient and the place on the left with what is said, and on the right the options.

use egui::{Rect, StrokeKind, Ui};

use crate::debrief::Heard;
use crate::group::{OpenDecision, Phase};
use crate::ui::group::Projector;
use crate::ui::group::heard::{heard, height};
use crate::ui::group::lettered::{Lettered, words_of};
use crate::ui::group::settle::largest;
use crate::ui::look::{border, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::text::{self, Ink, palette};
use crate::ui::{TypeSize, words};

use super::parts::{halves, within};

/// The share of the page's width for the picture and what is said.
const STAGE: f32 = 0.46;
/// The least share of the stage's height for the picture.
const PICTURE: f32 = 0.34;

pub(super) fn deciding(ui: &mut Ui, model: &Projector<'_>, phase: Phase) {
    let Some(decision) = &model.room.decision else { return };
    let [left, right] = halves(ui, STAGE);
    within(ui, left, |ui| stage(ui, model, left, &model.room.heard));
    within(ui, right, |ui| choosing(ui, model, decision, phase, right));
}

/// The picture, and below it what has been seen and said.
pub(super) fn stage(ui: &mut Ui, model: &Projector<'_>, place: Rect, told: &[Heard]) {
    let room = place.height() * (1.0 - PICTURE) - space::M;
    let size = largest(room, |size| height(ui, told, size, place.width()));
    let below = height(ui, told, size, place.width());
    let mut picture = place;
    picture.max.y = (place.bottom() - below - space::M).max(place.top() + place.height() * PICTURE);
    let colours = palette(ui);
    if let Some(thumbnail) = model.picture {
        thumbnail.paint(ui.painter(), picture, [true; 4], colours.background, border(colours.border));
    } else {
        ui.painter().rect(
            picture,
            radius(measure::RADIUS),
            colours.surface,
            border(colours.border),
            StrokeKind::Inside,
        );
    }
    ui.add_space(picture.height() + space::M);
    heard(ui, told, size);
}

fn choosing(ui: &mut Ui, model: &Projector<'_>, decision: &OpenDecision, phase: Phase, place: Rect) {
    let only = decision.options.len() == 1;
    text::heading(ui, 1, if only { "What comes next" } else { title(phase, decision.spreads.is_some()) });
    if let Some(branch) = model.room.branch {
        text::strong(ui, words::way(branch));
    }
    if let Some(taken) = &model.room.taken
        && phase == Phase::Show
    {
        text::lead(ui, &format!("You took: {}", words_of(&taken.option)));
    }
    let prompt = prompt(phase, &model.scenario.patient.called);
    if let Some(prompt) = &prompt {
        let size = if shows_options(phase) { TypeSize::Lead } else { TypeSize::Title };
        Ink::new(size, palette(ui).text).show(ui, prompt);
    }
    if !(only || shows_options(phase)) {
        return;
    }
    ui.add_space(space::S);
    let room = place.bottom() - ui.cursor().top();
    let spreads = decision.spreads.as_ref();
    let lay_out = |size| Lettered::lay_out(ui, &decision.options, spreads, size, place.width());
    let size = largest(room, |size| lay_out(size).height(ui));
    lay_out(size).show(ui);
}

/// Whether the options are shown: first comes what each sees, and would say without them.
const fn shows_options(phase: Phase) -> bool {
    !matches!(phase, Phase::Show | Phase::OwnThoughts)
}

const fn title(phase: Phase, voted: bool) -> &'static str {
    match phase {
        Phase::Show => "What do you see, and hear?",
        Phase::OwnThoughts => "What would you say?",
        Phase::Vote => "Choose, each for yourself",
        Phase::Discuss => "Talk it over",
        Phase::VoteAgain => "Vote again",
        Phase::Reveal if voted => "How you voted",
        Phase::Reveal => "What shall it be?",
    }
}

fn prompt(phase: Phase, patient: &str) -> Option<String> {
    match phase {
        Phase::OwnThoughts => Some(format!("In your own words, to {patient}, before you see how others would.")),
        Phase::Discuss => Some(format!("Find somebody who chose otherwise. What would {patient} hear?")),
        Phase::VoteAgain => Some("Stay with it, or change your mind.".to_owned()),
        Phase::Vote => Some("With a phone, choose on it. Without one, raise your hand when you are asked.".to_owned()),
        Phase::Show | Phase::Reveal => None,
    }
}
