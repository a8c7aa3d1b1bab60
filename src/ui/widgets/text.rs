//! Text that wraps, in the sizes and faces of the tokens, and headings for screen readers.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Context, Galley, Label, Layout, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, vec2};

use crate::ui::look::{Face, Look, font};
use crate::ui::tokens::{LINE_HEIGHT, measure, space};
use crate::ui::{Palette, TypeSize};

use super::focus;

pub(crate) fn palette(ui: &Ui) -> &'static Palette {
    Look::of(ui.ctx()).palette()
}

/// The size, face and colour of text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) size: TypeSize,
    pub(crate) face: Face,
    pub(crate) colour: Color32,
    /// The line height, relative to the size.
    line: f32,
}

impl Ink {
    pub(crate) const fn new(size: TypeSize, colour: Color32) -> Self {
        Self { size, face: Face::Regular, colour, line: LINE_HEIGHT }
    }

    pub(crate) const fn strong(self) -> Self {
        Self { face: Face::Strong, ..self }
    }

    pub(crate) const fn italic(self) -> Self {
        Self { face: Face::Italic, ..self }
    }

    /// With this line height, relative to the size.
    pub(crate) const fn line(self, line: f32) -> Self {
        Self { line, ..self }
    }

    /// The text in this ink.
    pub(crate) fn job(self, ctx: &Context, text: &str) -> LayoutJob {
        let mut job = LayoutJob::default();
        self.append(ctx, &mut job, text);
        job
    }

    /// A line without extra line height, to be centred in something.
    pub(crate) fn tight(self, ctx: &Context, text: &str) -> LayoutJob {
        let mut job = self.job(ctx, text);
        for section in &mut job.sections {
            section.format.line_height = None;
        }
        job
    }

    /// Adds text in this ink.
    pub(crate) fn append(self, ctx: &Context, job: &mut LayoutJob, text: &str) {
        let font_id = font(ctx, self.size, self.face);
        let line_height = Some((font_id.size * self.line).round());
        // Centred in a row that something taller has made high.
        let valign = Align::Center;
        job.append(text, 0.0, TextFormat { font_id, line_height, color: self.colour, valign, ..TextFormat::default() });
    }

    /// The text in this ink, laid out for a width.
    pub(crate) fn laid_out(self, ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
        laid_out(ui, self.job(ui.ctx(), text), width)
    }

    pub(crate) fn show(self, ui: &mut Ui, text: &str) -> Response {
        let job = self.job(ui.ctx(), text);
        ui.add(Label::new(job).wrap())
    }
}

/// Lays text out for a width.
pub(crate) fn laid_out(ui: &Ui, mut job: LayoutJob, width: f32) -> Arc<Galley> {
    job.wrap.max_width = width.max(0.0);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A heading of `level`; 1 is the screen's own.
pub(crate) fn heading(ui: &mut Ui, level: usize, text: &str) -> Response {
    let response = heading_ink(ui, level).show(ui, text);
    mark_heading(ui, &response, level, text);
    response
}

fn heading_ink(ui: &Ui, level: usize) -> Ink {
    let size = match level {
        1 => TypeSize::Display,
        2 => TypeSize::Title,
        _ => TypeSize::Lead,
    };
    Ink::new(size, palette(ui).text).strong()
}

/// Tells screen readers that this text is a heading.
pub(crate) fn mark_heading(ui: &Ui, response: &Response, level: usize, text: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.clear_value();
        node.set_label(text);
    });
}

/// A heading in small type where reading begins: it takes the focus if `take_focus` is set.
pub(crate) fn landmark(ui: &mut Ui, level: usize, words: &str, take_focus: bool) -> Response {
    let ink = Ink::new(TypeSize::Small, palette(ui).quiet).strong();
    focusable(ui, ink, level, words, take_focus)
}

/// A heading that is only heard, where reading begins: it takes the focus if `take_focus` is set. The focus ring is drawn
/// around `place`, which it heads.
pub(crate) fn unseen_landmark(ui: &mut Ui, level: usize, words: &str, take_focus: bool, place: Rect) {
    let id = ui.next_auto_id();
    let focused = take_focus || ui.memory(|memory| memory.has_focus(id));
    let sense = if focused { Sense::focusable_noninteractive() } else { Sense::hover() };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 0.0));
    let mut response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words));
    mark_heading(ui, &response, level, words);
    if take_focus {
        response.request_focus();
    }
    response.rect = place;
    focus::ring(ui, &response);
}

/// A heading that a button elsewhere on the page leads to: it takes the focus if `take_focus` is set.
pub(crate) fn destination(ui: &mut Ui, level: usize, words: &str, take_focus: bool) -> Response {
    focusable(ui, heading_ink(ui, level), level, words, take_focus)
}

/// A heading that can have the focus, but is not a Tab stop unless it has it.
fn focusable(ui: &mut Ui, ink: Ink, level: usize, words: &str, take_focus: bool) -> Response {
    let id = ui.next_auto_id();
    let focused = take_focus || ui.memory(|memory| memory.has_focus(id));
    let sense = if focused { Sense::focusable_noninteractive() } else { Sense::hover() };
    let mut job = ink.job(ui.ctx(), words);
    job.wrap.max_width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (_, rect) = ui.allocate_space(galley.size());
    // Not an egui label, which would underline focused text in addition to our ring.
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words));
    mark_heading(ui, &response, level, words);
    ui.painter().galley(rect.min, galley, ink.colour);
    if take_focus {
        response.request_focus();
    }
    focus::ring(ui, &response);
    response
}

/// Running text.
pub(crate) fn body(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Body, palette(ui).text).show(ui, text)
}

/// Running text at the beginning of a row of buttons, centred on their height.
pub(crate) fn beside_buttons(ui: &mut Ui, text: &str) -> Response {
    let high = button_height(ui);
    let room = ui.available_width();
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    ui.allocate_ui_with_layout(vec2(0.0, high), Layout::left_to_right(Align::Center), |ui| {
        ui.set_max_width(room);
        ui.set_min_height(high);
        ui.add(Label::new(ink.tight(ui.ctx(), text)).wrap())
    })
    .inner
}

/// The height of a button with one line.
pub(crate) fn button_height(ui: &Ui) -> f32 {
    let font = font(ui.ctx(), TypeSize::Body, Face::Regular);
    (ui.fonts_mut(|fonts| fonts.row_height(&font)) + 2.0 * space::S).max(measure::TARGET)
}

/// The height of a line of running text.
pub(crate) fn line_height(ui: &Ui) -> f32 {
    (font(ui.ctx(), TypeSize::Body, Face::Regular).size * LINE_HEIGHT).round()
}

/// Large running text.
pub(crate) fn lead(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Lead, palette(ui).text).show(ui, text)
}

/// Running text in a strong face.
pub(crate) fn strong(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Body, palette(ui).text).strong().show(ui, text)
}

/// Less important running text.
pub(crate) fn quiet(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Body, palette(ui).quiet).show(ui, text)
}

/// A note in small type.
pub(crate) fn small(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Small, palette(ui).quiet).show(ui, text)
}

pub(crate) fn narration(ui: &mut Ui, text: &str) -> Response {
    Ink::new(TypeSize::Body, palette(ui).quiet).italic().show(ui, text)
}

/// A large label and its text on the same line: "Empathy  72 of 100".
pub(crate) fn headed(ui: &mut Ui, label: &str, text: &str) -> Response {
    let ink = Ink::new(TypeSize::Lead, palette(ui).text);
    let mut job = ink.strong().job(ui.ctx(), label);
    ink.append(ui.ctx(), &mut job, "  ");
    ink.append(ui.ctx(), &mut job, text);
    ui.add(Label::new(job).wrap())
}

/// A strong label and its text: "Setting  A ward at night".
pub(crate) fn labelled(ui: &mut Ui, label: &str, text: &str) -> Response {
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    let galley = labelled_in(ui, ink, label, text, ui.available_width());
    ui.add(Label::new(galley))
}

/// A strong label and its text, laid out for a width.
pub(crate) fn labelled_in(ui: &Ui, ink: Ink, label: &str, text: &str, width: f32) -> Arc<Galley> {
    let mut job = ink.strong().job(ui.ctx(), label);
    ink.append(ui.ctx(), &mut job, "  ");
    ink.append(ui.ctx(), &mut job, text);
    laid_out(ui, job, width)
}
