//! A line at the foot of the window for what the trainee should know and need not act on.

use egui::accesskit::Live;
use egui::{Align2, Area, Context, Frame, Id, Order, vec2};

use super::look::{Look, border, foot, margin};
use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::card::notice_text;

/// Shows what there is to know over the screen's foot, and returns whether it was put away.
#[must_use]
pub fn show(ctx: &Context, told: &str) -> bool {
    let colours = Look::of(ctx).palette();
    let area = Area::new(Id::new("bedside notice")).order(Order::Foreground);
    let shown = area.anchor(Align2::LEFT_BOTTOM, vec2(0.0, -foot(ctx))).fade_in(false).show(ctx, |ui| {
        let frame = Frame::new().fill(colours.notice).stroke(border(colours.on_notice)).inner_margin(margin(space::M));
        let frame = frame.show(ui, |ui| {
            ui.set_width(ctx.content_rect().width() - 2.0 * space::M);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
            notice_text(ui, told);
            Button::plain("Dismiss").pressed(ui)
        });
        frame.inner
    });
    shown.inner
}
