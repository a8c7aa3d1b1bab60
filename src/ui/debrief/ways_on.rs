//! What comes next, in a bar below the page that stays in view; where the bar would take too much of the window, at the
//! end of the page.

use egui::{Color32, Rect, Ui, UiBuilder, pos2, vec2};

use crate::debrief::page::Appendix;
use crate::ui::TypeSize;
use crate::ui::look::{Face, border, font};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::page;
use crate::ui::widgets::text::{button_height, palette};

use super::DebriefAction;

const PLAY_AGAIN: &str = "Play again";
const SAVE: &str = "Save this page";
const SAVE_ALL: &str = "Save all of it";
const LIBRARY: &str = "To the library";

/// Shows a page with the bar below it. `contents` gets what to show at the page's end.
pub(super) fn around(
    ui: &mut Ui,
    contents: impl FnOnce(&mut Ui, fn(&mut Ui) -> Option<DebriefAction>) -> Option<DebriefAction>,
) -> Option<DebriefAction> {
    let whole = ui.max_rect();
    let high = button_height(ui) + 2.0 * space::S;
    if high > whole.height() * measure::BAR_HEIGHT || width(ui) > whole.width() - 2.0 * space::L {
        return contents(ui, at_the_end);
    }
    let foot = whole.bottom() - high;
    let above = Rect::from_min_max(whole.min, pos2(whole.right(), foot));
    let action = ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
        ui.set_clip_rect(above.intersect(ui.clip_rect()));
        contents(ui, |_| None)
    });
    let colours = palette(ui);
    let below = Rect::from_min_max(pos2(whole.left(), foot), whole.max);
    ui.painter().rect_filled(below, 0.0, colours.surface);
    ui.painter().hline(below.x_range(), foot, border(colours.border));
    let side = ((whole.width() - width(ui)) / 2.0).max(space::L);
    let row = below.shrink2(vec2(side, space::S));
    let bar = ui.scope_builder(UiBuilder::new().max_rect(row), |ui| page::row(ui, buttons));
    action.inner.or(bar.inner)
}

fn at_the_end(ui: &mut Ui) -> Option<DebriefAction> {
    ui.add_space(space::L);
    page::row(ui, buttons)
}

fn buttons(ui: &mut Ui) -> Option<DebriefAction> {
    if Button::primary(PLAY_AGAIN).pressed(ui) {
        return Some(DebriefAction::PlayAgain);
    }
    if Button::plain(SAVE).pressed(ui) {
        return Some(DebriefAction::SavePage(Appendix::Folded));
    }
    if Button::plain(SAVE_ALL).named("Save all of it, every turn in full").pressed(ui) {
        return Some(DebriefAction::SavePage(Appendix::Printed));
    }
    Button::plain(LIBRARY).pressed(ui).then_some(DebriefAction::Library)
}

/// The width of the buttons in one row.
fn width(ui: &Ui) -> f32 {
    let strong = font(ui.ctx(), TypeSize::Body, Face::Strong);
    let words = [PLAY_AGAIN, SAVE, SAVE_ALL, LIBRARY].map(|label| {
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(label.to_owned(), strong.clone(), Color32::PLACEHOLDER));
        galley.size().x + 2.0 * space::L
    });
    words.iter().sum::<f32>() + 3.0 * space::M
}
