//! Text boxes with labels.

use egui::{Margin, Response, Stroke, StrokeKind, TextEdit, TextStyle, Ui};

use crate::ui::look::{border, margin, radius};
use crate::ui::tokens::{measure, space};

use super::focus;
use super::text::{Ink, button_height, palette};
use crate::ui::TypeSize;

/// The most characters that a box takes.
const LIMIT: usize = 2_000;

#[expect(clippy::struct_excessive_bools, reason = "each is a look of its own")]
pub(crate) struct TextBox<'a> {
    label: &'a str,
    rows: usize,
    inside: bool,
    beside: bool,
    high: bool,
    masked: bool,
}

/// The result of showing a text box.
pub(crate) struct Typed {
    pub(crate) response: Response,
    /// The text, if it has changed.
    pub(crate) text: Option<String>,
}

impl<'a> TextBox<'a> {
    /// A box of one line.
    pub(crate) const fn line(label: &'a str) -> Self {
        Self { label, rows: 1, inside: false, beside: false, high: false, masked: false }
    }

    /// A box of several lines.
    pub(crate) const fn lines(label: &'a str, rows: usize) -> Self {
        Self { label, rows, inside: false, beside: false, high: false, masked: false }
    }

    /// With the label inside while the box is empty, where there is little room above it.
    pub(crate) const fn inside(self) -> Self {
        Self { inside: true, ..self }
    }

    /// With the label on the left of the box, where there is little room above it.
    pub(crate) const fn beside_label(self) -> Self {
        Self { beside: true, ..self }
    }

    /// As high as the buttons beside it.
    pub(crate) const fn beside_buttons(self) -> Self {
        Self { high: true, ..self }
    }

    /// Shows dots in place of what is typed.
    pub(crate) const fn masked(self) -> Self {
        Self { masked: true, ..self }
    }

    /// Shows the label and the box with `text`.
    pub(crate) fn show(self, ui: &mut Ui, text: &str) -> Typed {
        if self.beside { ui.horizontal(|ui| self.in_order(ui, text)).inner } else { self.in_order(ui, text) }
    }

    fn in_order(self, ui: &mut Ui, text: &str) -> Typed {
        let colours = palette(ui);
        let label = (!self.inside).then(|| {
            ui.add_space(space::XS);
            Ink::new(TypeSize::Body, colours.text).strong().show(ui, self.label).id
        });
        let mut typed = text.to_owned();
        let edit = if self.rows == 1 { TextEdit::singleline(&mut typed) } else { TextEdit::multiline(&mut typed) };
        let frame = egui::Frame::new()
            .fill(colours.surface)
            .stroke(border(colours.border))
            .corner_radius(radius(measure::RADIUS_SMALL))
            .inner_margin(self.inner_margin(ui));
        let edit = edit
            .id(ui.id().with(("text box", self.label)))
            .frame(frame)
            .desired_width(f32::INFINITY)
            .desired_rows(self.rows)
            .char_limit(LIMIT)
            .password(self.masked);
        // Enter does nothing in a box of one line, and must not take the focus from it.
        let edit = if self.rows == 1 { edit.return_key(None) } else { edit };
        let response = match label {
            Some(label) => ui.add(edit).labelled_by(label),
            None => ui.add(edit.hint_text(Ink::new(TypeSize::Body, colours.quiet).job(ui.ctx(), self.label))),
        };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(self.label));
        focus::ring(ui, &response);
        if response.has_focus() {
            // Where one types is shown whoever came there, and how.
            let edge = Stroke::new(measure::RING_GAP, colours.focus);
            ui.painter().rect_stroke(response.rect, radius(measure::RADIUS_SMALL), edge, StrokeKind::Inside);
            focus::note_typing(ui);
        }
        let text = response.changed().then_some(typed);
        Typed { response, text }
    }

    fn inner_margin(&self, ui: &Ui) -> Margin {
        if !self.high {
            return margin(space::S);
        }
        let line = ui.fonts_mut(|fonts| fonts.row_height(&TextStyle::Body.resolve(ui.style())));
        let above = ((button_height(ui) - line) / 2.0).max(0.0);
        #[allow(clippy::cast_possible_truncation, reason = "half a button is a few points")]
        Margin::symmetric(space::M as i8, above.round() as i8)
    }
}
