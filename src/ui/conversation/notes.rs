//! What can be opened beside the conversation: a hint, feedback on the last choice and the meter in practice, and the
//! facilitator's prompts. It lies over the picture, above the captions, so that no option moves; where the picture is too
//! small for it, it stands in the pane.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use crate::attempt::Mode;
use crate::rubric::Feeling;
use crate::ui::TypeSize;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::Ink;
use crate::ui::widgets::{bar, card, text};
use crate::ui::words;

use super::model::{Conversation, ConversationAction, View};
use super::scene::choice_taken;

/// What is open.
pub(super) struct Notes<'a> {
    open: Vec<Note<'a>>,
    meter: bool,
    /// The height of what stands in the pane.
    pub(super) height: f32,
    /// Where it lies over the picture; `None` where it stands in the pane.
    over: Option<Rect>,
}

struct Note<'a> {
    title: &'static str,
    paragraphs: Vec<&'a str>,
    /// What is open once it is closed.
    closed: View,
}

impl<'a> Notes<'a> {
    /// Lays it out for a pane of this width, and a picture of which this much is free above the captions.
    pub(super) fn of(ui: &Ui, model: &Conversation<'a>, width: f32, picture: Rect, free: Rect) -> Self {
        let practise = model.mode == Mode::Practise;
        let mut notes = Self { open: open(model), meter: practise && model.meter, height: 0.0, over: None };
        if notes.open.is_empty() && !notes.meter {
            return notes;
        }
        let room = free.shrink(space::M);
        let least = picture.bottom() - picture.height() * measure::NOTES_HEIGHT;
        let top = room.bottom() - notes.high(ui, room.width());
        if top >= least.max(picture.top()) {
            notes.over = Some(room.with_min_y(top));
        } else {
            notes.height = notes.high(ui, width) + space::S;
        }
        notes
    }

    fn high(&self, ui: &Ui, width: f32) -> f32 {
        let inside = width - 2.0 * space::L;
        let ink = Ink::new(TypeSize::Body, text::palette(ui).text);
        let paragraph = |words: &&str| ink.laid_out(ui, words, inside).size().y + space::S;
        let frame = 2.0 * (space::M + measure::BORDER);
        let note = |note: &Note<'_>| {
            frame + text::button_height(ui) + note.paragraphs.iter().map(paragraph).sum::<f32>() + space::S
        };
        let meter = if self.meter { frame + 3.0 * (meter_line(ui) + space::S) } else { 0.0 };
        self.open.iter().map(note).sum::<f32>() + meter
    }

    /// Shows it and returns the requested action.
    pub(super) fn show(self, ui: &mut Ui, model: &Conversation<'_>) -> Option<ConversationAction> {
        if self.open.is_empty() && !self.meter {
            return None;
        }
        let Some(over) = self.over else {
            let action = self.contents(ui, model);
            ui.add_space(space::S);
            return action;
        };
        let mut stage = ui.new_child(UiBuilder::new().id_salt("notes").max_rect(over));
        stage.set_clip_rect(over.expand(space::S));
        self.contents(&mut stage, model)
    }

    fn contents(self, ui: &mut Ui, model: &Conversation<'_>) -> Option<ConversationAction> {
        let mut action = None;
        ui.spacing_mut().item_spacing.y = space::S;
        for note in self.open {
            if note.show(ui) {
                action = Some(ConversationAction::View(note.closed));
            }
        }
        if self.meter {
            card::snug(ui, |ui| meter(ui, model));
        }
        action
    }
}

impl Note<'_> {
    /// Shows it; returns whether it was closed.
    fn show(&self, ui: &mut Ui) -> bool {
        ui.push_id(self.title, |ui| {
            card::snug(ui, |ui| {
                let closed = ui.horizontal(|ui| {
                    ui.set_min_height(text::button_height(ui));
                    text::strong(ui, self.title);
                    let right = Layout::right_to_left(Align::Center);
                    let name = format!("Close: {}", self.title);
                    ui.with_layout(right, |ui| Button::quiet("Close").named(&name).pressed(ui)).inner
                });
                self.paragraphs.iter().for_each(|words| _ = text::body(ui, words));
                closed.inner
            })
        })
        .inner
    }
}

fn open<'a>(model: &Conversation<'a>) -> Vec<Note<'a>> {
    let (view, practise) = (model.view, model.mode == Mode::Practise);
    let prompts: Vec<&str> = model.session.scene().pause.iter().map(|prompt| &**prompt).collect();
    let nothing = "Nothing stands out here. Listen to what they say and how they say it.";
    let hint = model.session.scene().cue.as_deref().unwrap_or(nothing);
    let feedback = feedback(model);
    let all = [
        (view.prompts && !prompts.is_empty(), "Pause and talk", prompts, View { prompts: false, ..view }),
        (
            practise && view.feedback && feedback.is_some(),
            "Feedback on your last choice",
            feedback.into_iter().collect(),
            View { feedback: false, ..view },
        ),
        (practise && view.hint, "What to notice", vec![hint], View { hint: false, ..view }),
    ];
    let open = all.into_iter().filter(|(open, ..)| *open);
    open.map(|(_, title, paragraphs, closed)| Note { title, paragraphs, closed }).collect()
}

fn feedback<'a>(model: &Conversation<'a>) -> Option<&'a str> {
    let last = model.session.transcript().turns.last()?;
    Some(&choice_taken(model.session.scenario(), last)?.why)
}

fn meter_line(ui: &Ui) -> f32 {
    Ink::new(TypeSize::Small, text::palette(ui).quiet).laid_out(ui, "A", f32::INFINITY).size().y + measure::BAR
}

fn meter(ui: &mut Ui, model: &Conversation<'_>) {
    let feelings = model.session.state().mind.feelings;
    let colours = text::palette(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    for feeling in Feeling::ALL {
        let value = feelings.get(feeling);
        let label = format!("{}: {value} of 100", words::feeling(feeling));
        text::small(ui, &label);
        bar::bar(ui, &label, f32::from(value) / 100.0, colours.feeling(feeling));
    }
}
