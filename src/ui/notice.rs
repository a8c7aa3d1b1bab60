//! A line at the foot of the window for what the trainee should know and need not act on.

use egui::{Align2, Area, Context, Frame, Id, Order, accesskit};

use super::look::{Face, border, font, margin, radius};
use super::tokens::{measure, space};
use super::widgets::press::Press;
use super::{Look, TypeSize};

/// Shows a notice over the foot of the window; `true` once it is dismissed.
#[must_use]
pub fn show(ctx: &Context, told: &str) -> bool {
    let look = Look::of(ctx);
    let colours = look.palette();
    let width = (ctx.content_rect().width() - 2.0 * space::XL).min(measure::COLUMN);
    let area = Area::new(Id::new("notice")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, [0.0, -space::L]);
    area.show(ctx, |ui| {
        let frame = Frame::new().fill(colours.notice).stroke(border(colours.border)).corner_radius(radius(measure::RADIUS)).inner_margin(margin(space::L));
        let dismissed = frame.show(ui, |ui| {
            ui.set_width(width);
            let said = ui.label(egui::RichText::new(told).font(font(ctx, TypeSize::Body, Face::Regular)).color(colours.on_notice));
            ctx.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
            Press::plain("Dismiss").pressed(ui)
        });
        dismissed.inner
    })
    .inner
}
