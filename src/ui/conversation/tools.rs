//! The buttons around the conversation, in one slim row, and the time left.

use egui::{Rect, Ui, pos2, vec2};

use crate::attempt::Mode;
use crate::ui::TypeSize;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::Ink;
use crate::ui::widgets::{bar, text};

use super::model::{AuthorAccess, Conversation, ConversationAction, Overlay, Pace, TimeLeft, View};

const TIME_TO_ANSWER: &str = "Time to answer";

/// A button above the conversation.
struct Tool {
    label: &'static str,
    /// Its name for screen readers.
    name: &'static str,
    action: ConversationAction,
}

/// What the row of tools leaves.
pub(super) struct ToolsOutput {
    pub(super) action: Option<ConversationAction>,
    /// The rest of the row.
    pub(super) rest: Rect,
}

/// Shows the buttons. Those that do not fit in one row beside `beside` are behind one more.
pub(super) fn tools(ui: &mut Ui, model: &Conversation<'_>, beside: f32) -> ToolsOutput {
    let tools = on_offer(model);
    let whole = ui.available_rect_before_wrap();
    let gap = space::L;
    let wide = |ui: &Ui, label: &str| {
        Ink::new(TypeSize::Body, text::palette(ui).text)
            .laid_out(ui, label, f32::INFINITY)
            .size()
            .x
            .max(measure::TARGET)
            + gap
    };
    let fits = tools.iter().map(|tool| wide(ui, tool.label)).sum::<f32>() + beside <= whole.width();
    let mut action = None;
    let mut show = |ui: &mut Ui, tools: &[Tool]| {
        for tool in tools {
            if Button::quiet(tool.label).named(tool.name).pressed(ui) {
                action = Some(tool.action.clone());
            }
        }
    };
    let split = if fits { tools.len() } else { 1 };
    let (first, others) = tools.split_at(split.min(tools.len()));
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        show(ui, first);
        let open = model.view.tools;
        let (label, name) = if open { ("Fewer", "Fewer tools") } else { ("More", "More tools") };
        !others.is_empty() && Button::quiet(label).named(name).pressed(ui)
    });
    if !others.is_empty() && model.view.tools {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            show(ui, others);
        });
    }
    if row.inner {
        action = Some(ConversationAction::View(View { tools: !model.view.tools, ..model.view }));
    }
    let row = row.response.rect;
    ToolsOutput {
        action,
        rest: Rect::from_min_max(pos2(row.right() + gap, row.top()), pos2(whole.right(), row.bottom())),
    }
}

/// The row where the conversation is over and no tool is left.
pub(super) fn no_tools(ui: &mut Ui) -> ToolsOutput {
    let (_, rest) = ui.allocate_space(vec2(ui.available_width(), text::button_height(ui)));
    ToolsOutput { action: None, rest }
}

fn on_offer(model: &Conversation<'_>) -> Vec<Tool> {
    let view = model.view;
    let begun = !model.session.transcript().turns.is_empty();
    let practise = model.mode == Mode::Practise;
    let tool = |label, action| Some(Tool { label, name: label, action });
    let named = |label, name, action| Some(Tool { label, name, action });
    let over = |overlay| ConversationAction::View(View { overlay, ..view });
    let toggled = ConversationAction::View;
    let first = if model.author_access == AuthorAccess::Rehearsal {
        tool("End the rehearsal", ConversationAction::Author)
    } else {
        tool("Stop", over(Overlay::Stop))
    };
    let has_prompts = !model.session.scene().pause.is_empty();
    let group = toggled(View { prompts: !view.prompts, ..view });
    let feedback = toggled(View { feedback: !view.feedback, ..view });
    let tools = [
        first,
        tool("Hear again", ConversationAction::HearAgain).filter(|_| model.aloud),
        tool("Transcript", over(Overlay::Transcript)),
        tool("Hint", toggled(View { hint: !view.hint, ..view })).filter(|_| practise),
        named("Feedback", "Feedback on my last choice", feedback).filter(|_| practise && begun),
        tool("Step back", ConversationAction::Rewind).filter(|_| practise && begun),
        named("Group questions", "Group questions: pause and talk", group).filter(|_| has_prompts),
        tool("Settings", ConversationAction::Settings),
        tool("Author\u{2019}s view", ConversationAction::Author).filter(|_| model.author_access == AuthorAccess::View),
    ];
    tools.into_iter().flatten().collect()
}

/// Shows the time left in one row, and a button for more.
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
            let part = if time.of == 0 { 0.0 } else { f32::from(time.left) / f32::from(time.of) };
            bar::bar(ui, TIME_TO_ANSWER, part, text::palette(ui).accent);
            more
        })
        .inner;
    more.then_some(ConversationAction::MoreTime)
}
