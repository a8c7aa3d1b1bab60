//! The summary: what one takes home, whole on the first screen.

use egui::{Sense, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use crate::attempt::Mode;
use crate::debrief::page::{Lesson, Page, Summary};
use crate::ui::TypeSize;
use crate::ui::look::{Look, border, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Ink, palette};
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
    ui.add_space(space::S);
    scores::in_short(ui, &summary.scores);
    ui.add_space(space::S);
    let action = card::card(ui, |ui| {
        let least = look.scaled(measure::CARD);
        let keep = |ui: &mut Ui| lesson(ui, &summary.keep);
        columns::halves(ui, least, keep, |ui| {
            lesson(ui, &summary.change);
            again(ui, model, summary.change.turn)
        })
    });
    let written = ui.push_id("summary", |ui| notes::next_time(ui, model.notes, &summary.next)).inner;
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
    text::landmark(ui, 2, &page.title, opened);
    let title = Ink::new(TypeSize::Title, palette(ui).text).strong().show(ui, &page.headline);
    text::mark_heading(ui, &title, 1, &page.headline);
    let moments = page.summary.moments.iter().map(|moments| format!(" {moments}"));
    text::body(ui, &std::iter::once(page.summary.ended.clone()).chain(moments).collect::<String>());
}

fn lesson(ui: &mut Ui, lesson: &Lesson) {
    let heading = Ink::new(TypeSize::Lead, palette(ui).text).strong().show(ui, lesson.heading);
    text::mark_heading(ui, &heading, 2, lesson.heading);
    lesson.words.iter().for_each(|statement| block::statement(ui, statement));
}

/// In practice a button; otherwise where there would be one.
fn again(ui: &mut Ui, model: &DebriefPage<'_>, turn: Option<usize>) -> Option<DebriefAction> {
    let turn = turn?;
    if model.mode == Mode::Assess {
        text::small(ui, "When you practise, you can play again from this turn.");
        return None;
    }
    ui.add_space(space::XS);
    let name = format!("Play again from there, turn {}", turn + 1);
    Button::plain("Play again from there").named(&name).pressed(ui).then_some(DebriefAction::PlayFrom(turn))
}
