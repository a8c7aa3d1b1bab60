//! Cards that group things, and cards that are one large button.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Frame, Galley, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::ui::look::{Look, border, margin, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::{Thumbnail, TypeSize};

use super::focus;
use super::text::{Ink, palette};

/// Groups things.
pub(crate) fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    boxed(ui, space::L, colours.surface, border(colours.hairline), contents)
}

/// Groups things in little room, over a picture.
pub(crate) fn snug<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    boxed(ui, space::M, colours.surface, border(colours.border), contents)
}

/// A card in the colour of notices; use [`notice_text`] in it.
pub(crate) fn notice<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    boxed(ui, space::L, colours.notice, border(colours.on_notice), contents)
}

/// Text in the colour of notices.
pub(crate) fn notice_text(ui: &mut Ui, text: &str) {
    Ink::new(TypeSize::Body, palette(ui).on_notice).show(ui, text);
}

fn boxed<R>(ui: &mut Ui, inside: f32, fill: egui::Color32, stroke: Stroke, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(radius(measure::RADIUS));
    frame
        .inner_margin(margin(inside))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
        .inner
}

/// A card that is one large button.
pub(crate) struct CardButton<'a> {
    id: Id,
    name: &'a str,
    badge: Option<&'a str>,
    parts: Vec<Part<LayoutJob>>,
    foot: Option<usize>,
    banner: Option<&'a Thumbnail>,
    /// The space above and below what is on it.
    padding: f32,
}

/// A paragraph, `gap` below the one before.
struct Part<T> {
    words: T,
    gap: f32,
}

/// A card that has been laid out for a width.
pub(crate) struct LaidOut<'a> {
    card: CardButton<'a>,
    badge: Option<Arc<Galley>>,
    parts: Vec<Part<Arc<Galley>>>,
    width: f32,
    indent: f32,
    /// The height of the thumbnail.
    banner: f32,
    height: f32,
    /// The part of the height that the foot needs.
    foot: f32,
}

impl<'a> CardButton<'a> {
    /// An empty card; `name` is its whole label for screen readers.
    pub(crate) const fn new(id: Id, name: &'a str) -> Self {
        Self { id, name, badge: None, parts: Vec::new(), foot: None, banner: None, padding: space::L }
    }

    /// A short sign on the left: the key to press.
    pub(crate) fn badge(mut self, badge: &'a str) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Sets the space above and below what is on it.
    pub(crate) fn padding(self, padding: f32) -> Self {
        Self { padding, ..self }
    }

    /// Adds a paragraph, `gap` below the one before.
    pub(crate) fn part(&mut self, job: LayoutJob, gap: f32) {
        self.parts.push(Part { words: job, gap });
    }

    /// A thumbnail along the card's upper edge.
    pub(crate) const fn banner(&mut self, thumbnail: &'a Thumbnail) {
        self.banner = Some(thumbnail);
    }

    /// What is added from here on is at the foot of the card, if the card is higher than its contents.
    pub(crate) const fn foot(&mut self) {
        self.foot = Some(self.parts.len());
    }

    /// Lays it out for a width.
    pub(crate) fn lay_out(mut self, ui: &Ui, width: f32) -> LaidOut<'a> {
        let parts = std::mem::take(&mut self.parts);
        let badge_ink = Ink::new(TypeSize::Body, palette(ui).text).strong();
        let badge = self.badge.map(|badge| badge_ink.tight(ui.ctx(), badge));
        let badge = badge.map(|job| ui.fonts_mut(|fonts| fonts.layout_job(job)));
        let indent = if badge.is_some() { Look::of(ui.ctx()).scaled(space::XXL) + space::M } else { 0.0 };
        let lay_out = |job: LayoutJob| ui.fonts_mut(|fonts| fonts.layout_job(job));
        let room = (width - 2.0 * space::L - indent).max(0.0);
        let banner = if self.banner.is_some() { Look::of(ui.ctx()).scaled(measure::BANNER) } else { 0.0 };
        let (mut contents, mut foot) = (0.0, 0.0);
        let mut laid_out = Vec::new();
        for Part { words: mut job, gap } in parts {
            job.wrap.max_width = room;
            let words = lay_out(job);
            let gap = if laid_out.is_empty() { 0.0 } else { gap };
            contents += words.size().y + gap;
            if self.foot.is_some_and(|first| first <= laid_out.len()) {
                foot += words.size().y + gap;
            }
            laid_out.push(Part { words, gap });
        }
        self.padding = self.padding.max((measure::TARGET - contents) / 2.0);
        let height = contents + 2.0 * self.padding + banner;
        LaidOut { card: self, badge, parts: laid_out, width, indent, banner, height, foot }
    }
}

impl LaidOut<'_> {
    /// The heights it needs, above the foot and for the foot.
    pub(crate) const fn heights(&self) -> [f32; 2] {
        [self.height - self.foot, self.foot]
    }

    /// Shows it with at least the heights that it needs.
    pub(crate) fn show(self, ui: &mut Ui, [head, foot]: [f32; 2]) -> Response {
        let (_, rect) = ui.allocate_space(vec2(self.width, head + foot));
        let response = ui.interact(rect, self.card.id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, self.card.name));
        if ui.is_rect_visible(rect) {
            let spare = (head - self.heights()[0]).max(0.0);
            self.paint(ui, rect, spare, &response);
        }
        focus::ring(ui, &response);
        response
    }

    /// Paints it with so much spare room above the foot.
    fn paint(self, ui: &Ui, rect: Rect, spare: f32, response: &Response) {
        let colours = palette(ui);
        let background = match (response.is_pointer_button_down_on(), response.hovered()) {
            (true, _) => colours.surface_pressed,
            (_, true) => colours.surface_hover,
            _ => colours.surface,
        };
        ui.painter().rect(rect, radius(measure::RADIUS), background, border(colours.border), StrokeKind::Inside);
        if let Some(thumbnail) = self.card.banner {
            let area = Rect::from_min_size(rect.min, vec2(rect.width(), self.banner));
            thumbnail.paint(ui.painter(), area, [true, true, false, false], colours.background, border(colours.border));
        }
        let mut top = rect.top() + self.banner + self.card.padding;
        if let Some(badge) = self.badge {
            let room = self.indent - space::M;
            let line = self.parts.first().and_then(|part| part.words.rows.first()).map_or(room, |row| row.size.y);
            // Where a card is dense, its badge is no higher than the card lets it be.
            let side = room.min(line + 2.0 * (self.card.padding - space::XS));
            let centre = pos2(rect.left() + space::L + room / 2.0, top + line / 2.0);
            let square = Rect::from_center_size(centre, vec2(side, side));
            ui.painter().rect_stroke(square, radius(measure::RADIUS_SMALL), border(colours.border), StrokeKind::Inside);
            ui.painter().galley(square.center() - badge.size() / 2.0, badge, colours.text);
        }
        let left = rect.left() + space::L + self.indent;
        for (index, part) in self.parts.into_iter().enumerate() {
            top += if self.card.foot == Some(index) { part.gap + spare } else { part.gap };
            let height = part.words.size().y;
            ui.painter().galley(pos2(left, top), part.words, colours.text);
            top += height;
        }
    }
}
