//! Buttons: primary, plain and quiet ones, and those that stay pressed.

use egui::accesskit::{Role, Toggled};
use egui::{Color32, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use crate::ui::TypeSize;
use crate::ui::look::{border, radius};
use crate::ui::tokens::{measure, space};

use super::focus;
use super::text::{Ink, palette};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Primary,
    Plain,
    Quiet,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Button<'a> {
    text: &'a str,
    name: &'a str,
    weight: Weight,
    role: Role,
    picked: bool,
    wide: bool,
    least: f32,
}

/// The colours of a button: its text, background and border.
struct Paint {
    text: Color32,
    background: Color32,
    edge: Stroke,
}

impl<'a> Button<'a> {
    pub(crate) const fn plain(text: &'a str) -> Self {
        Self { text, name: text, weight: Weight::Plain, role: Role::Button, picked: false, wide: false, least: 0.0 }
    }

    /// The primary action of a screen.
    pub(crate) const fn primary(text: &'a str) -> Self {
        Self { weight: Weight::Primary, ..Self::plain(text) }
    }

    /// An inconspicuous button.
    pub(crate) const fn quiet(text: &'a str) -> Self {
        Self { weight: Weight::Quiet, ..Self::plain(text) }
    }

    pub(crate) const fn radio(text: &'a str, picked: bool) -> Self {
        Self { role: Role::RadioButton, picked, ..Self::plain(text) }
    }

    pub(crate) const fn toggle(text: &'a str, picked: bool) -> Self {
        Self { role: Role::CheckBox, picked, ..Self::plain(text) }
    }

    /// Makes it as wide as there is room.
    pub(crate) const fn wide(self) -> Self {
        Self { wide: true, ..self }
    }

    /// Makes it at least so wide, if there is room.
    pub(crate) const fn at_least(self, least: f32) -> Self {
        Self { least, ..self }
    }

    /// Sets the label for screen readers, instead of the text.
    pub(crate) const fn named(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    pub(crate) fn show(self, ui: &mut Ui) -> Response {
        let padding = vec2(if self.weight == Weight::Quiet { 0.0 } else { space::L }, space::S);
        let ink = Ink::new(TypeSize::Body, Color32::PLACEHOLDER);
        let mut job = if self.weight == Weight::Primary { ink.strong() } else { ink }.tight(ui.ctx(), self.text);
        let wraps = ui.layout().main_wrap();
        let room = if wraps { ui.max_rect().width() } else { ui.available_width() };
        job.wrap.max_width = (room - 2.0 * padding.x).max(0.0);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let mut size = galley.size() + 2.0 * padding;
        size = size.max(Vec2::splat(measure::TARGET));
        size.x = size.x.max(if self.wide { room } else { self.least.min(room) });
        let (_, rect) = ui.allocate_space(size);
        let id = ui.id().with(("press", self.name));
        let response = ui.interact(rect, id, Sense::click());
        self.tell(ui, &response);
        if ui.is_rect_visible(rect) {
            let paint = self.paint(ui, &response);
            let background = if self.weight == Weight::Quiet { rect.expand2(vec2(space::XS, 0.0)) } else { rect };
            ui.painter().rect(
                background,
                radius(measure::RADIUS_SMALL),
                paint.background,
                paint.edge,
                StrokeKind::Inside,
            );
            let at = rect.center() - galley.size() / 2.0;
            if self.weight == Weight::Quiet {
                let under = (at.y + galley.size().y).round();
                ui.painter().hline(at.x..=at.x + galley.size().x, under, border(paint.text));
            }
            ui.painter().galley(at, galley, paint.text);
        }
        focus::ring(ui, &response);
        response
    }

    /// Whether it was pressed.
    pub(crate) fn pressed(self, ui: &mut Ui) -> bool {
        self.show(ui).clicked()
    }

    fn tell(&self, ui: &Ui, response: &Response) {
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(self.role);
            if self.role != Role::Button {
                node.set_toggled(if self.picked { Toggled::True } else { Toggled::False });
            }
        });
    }

    fn paint(&self, ui: &Ui, response: &Response) -> Paint {
        let colours = palette(ui);
        let (pressed, hovered) = (response.is_pointer_button_down_on(), response.hovered());
        let of_three = |rest, hover, press| match (pressed, hovered) {
            (true, _) => press,
            (_, true) => hover,
            _ => rest,
        };
        if self.picked {
            let edge = Stroke::new(measure::RING_GAP, colours.on_picked);
            return Paint { text: colours.on_picked, background: colours.picked, edge };
        }
        let plain = of_three(colours.surface, colours.surface_hover, colours.surface_pressed);
        match self.weight {
            Weight::Primary => {
                let background = of_three(colours.accent, colours.accent_hover, colours.accent_pressed);
                Paint { text: colours.on_accent, background, edge: Stroke::NONE }
            }
            Weight::Plain => Paint { text: colours.text, background: plain, edge: border(colours.border) },
            Weight::Quiet => {
                let background = of_three(Color32::TRANSPARENT, colours.surface_hover, colours.surface_pressed);
                Paint { text: colours.text, background, edge: Stroke::NONE }
            }
        }
    }
}
