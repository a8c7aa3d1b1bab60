//! The buttons around the conversation, the help in practice, and the time left.

use egui::Ui;

use crate::attempt::Mode;
use crate::rubric::Feeling;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{bar, card, text};
use crate::ui::words;

use super::model::{AuthorAccess, Conversation, ConversationAction, Overlay, Pace, TimeLeft, View};

const FEEDBACK: &str = "Feedback";
const TIME_TO_ANSWER: &str = "Time to answer";

/// Shows the buttons.
pub(super) fn tools(ui: &mut Ui, model: &Conversation<'_>) -> Option<ConversationAction> {
    let mut action = None;
    let view = model.view;
    let begun = !model.session.transcript().turns.is_empty();
    let practise = model.mode == Mode::Practise;
    let mut tool = |ui: &mut Ui, label: &str, wanted: ConversationAction| {
        let name = if label == FEEDBACK { "Feedback on my last choice" } else { label };
        if Button::quiet(label).named(name).pressed(ui) {
            action = Some(wanted);
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        if model.author_access == AuthorAccess::Rehearsal {
            tool(ui, "End the rehearsal", ConversationAction::Author);
        } else {
            tool(ui, "Stop", ConversationAction::View(View { overlay: Overlay::Stop, ..view }));
        }
        if model.aloud {
            tool(ui, "Hear again", ConversationAction::HearAgain);
        }
        tool(ui, "Transcript", ConversationAction::View(View { overlay: Overlay::Transcript, ..view }));
        if practise {
            tool(ui, "Hint", ConversationAction::View(View { hint: !view.hint, ..view }));
        }
        if practise && begun {
            tool(ui, FEEDBACK, ConversationAction::View(View { feedback: !view.feedback, ..view }));
            tool(ui, "Step back", ConversationAction::Rewind);
        }
        tool(ui, "Settings", ConversationAction::Settings);
        if model.author_access == AuthorAccess::View {
            tool(ui, "Author\u{2019}s view", ConversationAction::Author);
        }
    });
    ui.add_space(space::S);
    action
}

/// Shows the help that is open in practice: the hint, feedback, the meter.
pub(super) fn help(ui: &mut Ui, model: &Conversation<'_>) -> Option<ConversationAction> {
    if model.mode != Mode::Practise {
        return None;
    }
    let view = model.view;
    let mut action = None;
    if view.feedback
        && let Some(why) = feedback(model)
        && note_card(ui, "Feedback on your last choice", why)
    {
        action = Some(ConversationAction::View(View { feedback: false, ..view }));
    }
    let nothing = "Nothing stands out here. Listen to what they say and how they say it.";
    if view.hint && note_card(ui, "What to notice", model.session.scene().cue.as_deref().unwrap_or(nothing)) {
        action = Some(ConversationAction::View(View { hint: false, ..view }));
    }
    if model.meter {
        meter(ui, model);
    }
    action
}

fn note_card(ui: &mut Ui, title: &str, words: &str) -> bool {
    let closed = ui.push_id(title, |ui| {
        card::card(ui, |ui| {
            text::strong(ui, title);
            text::body(ui, words);
            Button::quiet("Close").named(&format!("Close: {title}")).pressed(ui)
        })
    });
    ui.add_space(space::S);
    closed.inner
}

fn feedback<'a>(model: &Conversation<'a>) -> Option<&'a str> {
    let scenario = model.session.scenario();
    let last = model.session.transcript().turns.last()?;
    let scene = scenario.find_scene(&last.scene)?;
    let choice = scenario.find_choice(scene, &last.choice)?;
    Some(&scenario.choice(choice).why)
}

fn meter(ui: &mut Ui, model: &Conversation<'_>) {
    let feelings = model.session.state().mind.feelings;
    let colours = text::palette(ui);
    for feeling in Feeling::ALL {
        let value = feelings.get(feeling);
        let label = format!("{}: {value} of 100", words::feeling(feeling));
        text::small(ui, &label);
        bar::bar(ui, &label, f32::from(value) / 100.0, colours.feeling(feeling));
    }
    ui.add_space(space::M);
}

/// Shows the time left, and a button for more.
pub(super) fn time(ui: &mut Ui, time: TimeLeft) -> Option<ConversationAction> {
    let seconds = if time.left == 1 { "second" } else { "seconds" };
    let pace = match time.pace {
        Pace::Running => "",
        Pace::NotBegun => ", from when you have seen every option",
        Pace::Waiting => ". It waits for you.",
    };
    let label = format!("{TIME_TO_ANSWER}: {} {seconds}{pace}", time.left);
    let more = ui
        .horizontal(|ui| {
            let more = Button::plain("More time").pressed(ui);
            text::body(ui, &label);
            more
        })
        .inner;
    let part = if time.of == 0 { 0.0 } else { f32::from(time.left) / f32::from(time.of) };
    bar::bar(ui, TIME_TO_ANSWER, part, text::palette(ui).accent);
    ui.add_space(space::S);
    more.then_some(ConversationAction::MoreTime)
}
