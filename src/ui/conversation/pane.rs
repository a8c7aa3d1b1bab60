//! The pane beside the picture: the tools, then narration and the options, set as widely as they all fit.

use egui::{Label, Rect, Ui, UiBuilder, vec2};

use crate::records::store::NOT_SAVED_YET;
use crate::ui::TypeSize;
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::text::Ink;
use crate::ui::widgets::{card, page, text};

use super::choices;
use super::closing;
use super::density::Density;
use super::model::{AuthorAccess, Conversation, ConversationAction, OwnWords, Saving};
use super::notes::Notes;
use super::story::Story;
use super::tools::{self, ToolsOutput};

/// What is shown, laid out for the room below the tools.
struct Plan<'a> {
    story: Story,
    notes: Notes<'a>,
    density: Density,
    /// Whether all of it is in view at once.
    fits: bool,
}

impl<'a> Plan<'a> {
    fn of(ui: &Ui, model: &Conversation<'a>, picture: Rect, width: f32, available: f32) -> Self {
        let available = available - 2.0 * space::S;
        let set = |density| {
            let story = Story::of(ui, model, density, width, picture);
            let notes = Notes::of(ui, model, width, picture, story.free);
            let above = TOP + arrival_height(ui, model, width) + story.height + notes.height + time_height(ui, model);
            let needed = above + space::M + choices::height(ui, model, density, width);
            Self { story, notes, density, fits: needed <= available }
        };
        Density::ALL.into_iter().map(set).find(|plan| plan.fits).unwrap_or_else(|| set(Density::SMALL))
    }
}

/// Room for a focus ring above what is told.
const TOP: f32 = space::XS;

fn column_width(ui: &Ui) -> f32 {
    page::width_in_scroll(ui).min(Look::of(ui.ctx()).scaled(measure::COLUMN))
}

/// Shows the pane, and what of it lies over the picture.
pub(super) fn pane(ui: &mut Ui, model: &Conversation<'_>, picture: Rect, opened: bool) -> Option<ConversationAction> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = column_width(ui);
    let time = model.session.current_scene().clock.map(|time| (time.to_string(), time.shown()));
    let beside = time.as_ref().map_or(0.0, |(time, _)| clock_ink(ui).laid_out(ui, time, f32::INFINITY).size().x);
    let row = ui.scope(|ui| {
        ui.set_max_width(width);
        if model.is_closed() { tools::no_tools(ui) } else { tools::tools(ui, model, beside) }
    });
    let ToolsOutput { action, rest } = row.inner;
    let Plan { story, notes, density, fits } = Plan::of(ui, model, picture, width, ui.available_height());
    let transcript = model.session.transcript();
    let scene = format!("scene {} of {}", transcript.turns.len(), transcript.seed);
    let shown = page::scroll_with_more(ui, &scene, !fits, |ui| {
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(TOP);
        arrival(ui, model, opened, story.height);
        if let Some((short, shown)) = &time {
            clock(ui, rest, short, shown);
        }
        story.show(ui);
        ui.add_space(space::M);
        let noted = notes.show(ui, model);
        let chosen = if model.is_closed() { closing::closing(ui, model) } else { decide(ui, model, opened, density) };
        chosen.or(noted)
    });
    shown.or(action)
}

/// Where reading begins: on arrival the title and the setting, later a heading that is only heard.
fn arrival(ui: &mut Ui, model: &Conversation<'_>, opened: bool, below: f32) {
    let scenario = model.session.scenario();
    let take_focus = opened && model.own_words == OwnWords::Off;
    if has_just_arrived(model) {
        text::landmark(ui, 1, &scenario.title, take_focus);
        ui.add_space(space::XS);
        text::small(ui, &scenario.setting);
        ui.add_space(space::S);
    } else {
        // Around what is told, and not around the notice before it.
        let from = ui.cursor().min + vec2(0.0, notice_height(ui, model, ui.available_width()));
        let place = Rect::from_min_size(from, vec2(ui.available_width(), below.max(space::XL)));
        text::unseen_landmark(ui, 1, &scenario.title, take_focus, place.expand(space::XS));
    }
    if let Some(saved) = on_saving(model) {
        card::notice(ui, |ui| card::notice_text(ui, saved));
        ui.add_space(space::S);
    }
}

/// What is to be known of saving, if anything.
const fn on_saving(model: &Conversation<'_>) -> Option<&'static str> {
    match (model.author_access, model.saving) {
        (AuthorAccess::Rehearsal, _) => Some("Rehearsal: no attempt, and nothing is saved."),
        (_, Saving::NotYet) => Some(NOT_SAVED_YET),
        (_, Saving::Saved) => None,
    }
}

fn has_just_arrived(model: &Conversation<'_>) -> bool {
    model.session.transcript().turns.is_empty()
}

fn arrival_height(ui: &Ui, model: &Conversation<'_>, width: f32) -> f32 {
    let scenario = model.session.scenario();
    let ink = Ink::new(TypeSize::Small, text::palette(ui).quiet);
    let mut height = 0.0;
    if has_just_arrived(model) {
        height += ink.strong().laid_out(ui, &scenario.title, width).size().y;
        height += space::XS + ink.laid_out(ui, &scenario.setting, width).size().y + space::S;
    }
    height + notice_height(ui, model, width)
}

/// The height of the notice on saving, if there is one.
fn notice_height(ui: &Ui, model: &Conversation<'_>, width: f32) -> f32 {
    on_saving(model).map_or(0.0, |saved| {
        let ink = Ink::new(TypeSize::Body, text::palette(ui).text);
        ink.laid_out(ui, saved, width - 2.0 * space::L).size().y + 2.0 * space::L + space::S
    })
}

fn clock_ink(ui: &Ui) -> Ink {
    Ink::new(TypeSize::Body, text::palette(ui).quiet)
}

/// The time at the end of the row of tools. It is not part of what is announced, because nobody says it.
fn clock(ui: &mut Ui, rest: Rect, short: &str, shown: &str) {
    let words = clock_ink(ui).laid_out(ui, short, f32::INFINITY);
    let response = if words.size().x <= rest.width() {
        let at = Rect::from_center_size(rest.right_center() - vec2(words.size().x / 2.0, 0.0), words.size());
        let mut above = ui.new_child(UiBuilder::new().max_rect(at));
        above.set_clip_rect(rest);
        above.add(Label::new(words))
    } else {
        ui.add(Label::new(words))
    };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(shown));
}

fn time_height(ui: &Ui, model: &Conversation<'_>) -> f32 {
    if model.time.is_some() { text::button_height(ui) + space::S } else { 0.0 }
}

/// The time left, then the options, or before them the box for own words.
fn decide(ui: &mut Ui, model: &Conversation<'_>, opened: bool, density: Density) -> Option<ConversationAction> {
    let time = model.time.and_then(|time| {
        let more = tools::time(ui, time);
        ui.add_space(space::S);
        more
    });
    let chosen = match model.own_words {
        OwnWords::Typing(draft) => choices::own_words(ui, draft, opened),
        OwnWords::Off | OwnWords::Done(_) => choices::choices(ui, model, opened, density),
    };
    chosen.or(time)
}
