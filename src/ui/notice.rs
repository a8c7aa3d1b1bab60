//! Notices at the foot of the window: what the trainee should know but need not act on.

use egui::accesskit::Live;
use egui::{Align, Align2, Area, Context, Frame, Id, Layout, Order, ScrollArea, Ui, vec2};

use super::look::{Foot, Look, border, margin, reserve, reserved};
use super::tokens::{measure, space};
use super::widgets::button::Button;
use super::widgets::card::notice_text;
use super::widgets::text;

/// Shows the notices at the foot of the window, which the screen leaves free for them, and returns the index of the one that
/// was dismissed.
#[must_use]
pub fn show(ctx: &Context, notices: &[&str]) -> Option<usize> {
    if notices.is_empty() {
        reserve(ctx, Foot::Notices, 0.0);
        return None;
    }
    let colours = Look::of(ctx).palette();
    let area = Area::new(Id::new("bedside notices")).order(Order::Foreground);
    let shown = area.anchor(Align2::LEFT_BOTTOM, vec2(0.0, -reserved(ctx, Foot::AuthorsPanel))).fade_in(false).show(
        ctx,
        |ui| {
            let frame =
                Frame::new().fill(colours.notice).stroke(border(colours.on_notice)).inner_margin(margin(space::M));
            let whole = ctx.content_rect();
            let frame = frame.show(ui, |ui| {
                ui.set_width(whole.width() - 2.0 * space::M);
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
                let room = ScrollArea::vertical().max_height(whole.height() * measure::NOTICES_HEIGHT);
                let rows = room.auto_shrink([false, true]).show(ui, |ui| {
                    let pressed = notices.iter().enumerate().map(|(number, notice)| (number, row(ui, number, notice)));
                    // All rows are shown, whichever is pressed.
                    pressed.filter(|(_, pressed)| *pressed).last()
                });
                rows.inner.map(|(number, _)| number)
            });
            frame.inner
        },
    );
    reserve(ctx, Foot::Notices, shown.response.rect.height());
    shown.inner
}

/// Shows one notice, and returns whether it was dismissed.
fn row(ui: &mut Ui, number: usize, notice: &str) -> bool {
    let row = |ui: &mut Ui| {
        let dismissed = Button::plain("Dismiss").pressed(ui);
        ui.add_space(space::L);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            // The first line is level with the button.
            ui.add_space((text::button_height(ui) - text::line_height(ui)) / 2.0);
            notice_text(ui, notice);
        });
        dismissed
    };
    let size = vec2(ui.available_width(), measure::TARGET);
    let sides = Layout::right_to_left(Align::Min);
    ui.push_id(number, |ui| ui.allocate_ui_with_layout(size, sides, row).inner).inner
}
