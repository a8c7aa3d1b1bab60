//! The summary: what one takes home, whole on the first screen.

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType, vec2};

use crate::attempt::Mode;
use crate::debrief::page::{Lesson, Page, Summary};
use crate::ui::TypeSize;
use crate::ui::look::{Look, border, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Ink, button_height, palette};
use crate::ui::widgets::{card, columns};

use super::{DebriefAction, DebriefPage, block, notes, scores};

/// Shows the summary; its heading takes the focus if the page has just `opened`.
pub(super) fn summary(ui: &mut Ui, model: &DebriefPage<'_>, page: &Page, opened: bool) -> Option<DebriefAction> {
    let summary = &page.summary;
    let look = Look::of(ui.ctx());
    let size = vec2(look.scaled(measure::PORTRAIT_WIDTH), look.scaled(measure::PORTRAIT_HEIGHT));
    columns::first_fixed(
        ui,
        size.x,
        look.scaled(measure::CARD),
        |ui| portrait(ui, model, summary, size),
        |ui| {
            opening(ui, page, opened);
        },
    );
    scores::in_short(ui, &summary.scores);
    ui.add_space(space::XS);
    let action = card::card(ui, |ui| {
        let least = look.scaled(measure::CARD);
        let keep = |ui: &mut Ui| lesson(ui, &summary.keep);
        columns::halves(ui, least, keep, |ui| change(ui, model, &summary.change))
    });
    let written = ui.push_id("summary", |ui| notes::next_time(ui, model, &summary.next)).inner;
    action.or(written)
}

/// The patient as they were at the end.
fn portrait(ui: &mut Ui, model: &DebriefPage<'_>, summary: &Summary, size: Vec2) {
    let colours = palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &summary.portrait));
    match model.portrait {
        Some(portrait) => {
            portrait.paint(ui.painter(), rect, [true; 4], colours.background, border(colours.border));
        }
        None => {
            ui.painter().rect_filled(rect, radius(measure::RADIUS), colours.surface_hover);
        }
    }
}

/// Whose debrief it is, how it ended and what stood out.
fn opening(ui: &mut Ui, page: &Page, opened: bool) {
    ui.scope(|ui| {
        // Nothing of the row is pressed, so that it is no higher than its words.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(|ui| {
            text::landmark(ui, 2, &page.title, opened);
            if let Some(key) = page.summary.key {
                ui.add_space(space::L);
                text::small(ui, key);
            }
        });
    });
    let title = Ink::new(TypeSize::Title, palette(ui).text).strong().show(ui, &page.headline);
    text::mark_heading(ui, &title, 1, &page.headline);
    let moments = page.summary.moments.iter().map(|moments| format!(" {moments}"));
    text::body(ui, &std::iter::once(page.summary.ended.clone()).chain(moments).collect::<String>());
}

fn lesson(ui: &mut Ui, lesson: &Lesson) {
    heading(ui, lesson);
    lesson.words.iter().for_each(|statement| block::statement(ui, statement));
}

fn heading(ui: &mut Ui, lesson: &Lesson) -> Rect {
    let heading = Ink::new(TypeSize::Lead, palette(ui).text).strong().show(ui, lesson.heading);
    text::mark_heading(ui, &heading, 2, lesson.heading);
    heading.rect
}

/// What to change, then the way back to that turn: at the end of the heading's line if there is room, but read last.
fn change(ui: &mut Ui, model: &DebriefPage<'_>, lesson: &Lesson) -> Option<DebriefAction> {
    let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), button_height(ui)));
    let turn = lesson.turn.filter(|_| model.plays_from_turns());
    let beside = turn.is_some() && room.width() >= Look::of(ui.ctx()).scaled(measure::CARD + measure::ASIDE) / 1.5;
    let title = heading(ui, lesson);
    if beside {
        ui.add_space((room.height() + space::XS - title.height() - ui.spacing().item_spacing.y).max(0.0));
    }
    lesson.words.iter().for_each(|statement| block::statement(ui, statement));
    if lesson.turn.is_some() && model.mode == Mode::Assess && model.again.is_none() {
        text::small(ui, "When you practise, you can play again from this turn.");
    }
    let turn = turn?;
    if !beside {
        return again(ui, turn);
    }
    let at_the_end = UiBuilder::new().max_rect(room).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(at_the_end, |ui| again(ui, turn)).inner
}

fn again(ui: &mut Ui, turn: usize) -> Option<DebriefAction> {
    let name = format!("Play again from there, turn {}", turn + 1);
    Button::plain("Play again from there").named(&name).pressed(ui).then_some(DebriefAction::PlayFrom(turn))
}
