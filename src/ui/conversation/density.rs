//! How closely the conversation is set: as widely as everything fits.

use egui::Ui;

use crate::ui::TypeSize;
use crate::ui::tokens::{CLOSE_LINE_HEIGHT, LINE_HEIGHT, space};
use crate::ui::widgets::text::{Ink, palette};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Density {
    /// The space above and below what is on a card.
    pub(super) padding: f32,
    /// The space between two cards.
    pub(super) gap: f32,
    /// Whether the question above the options is seen, and not only heard.
    pub(super) question: bool,
    /// The size of the options and of narration.
    body: TypeSize,
    /// The size of what is said.
    said: TypeSize,
    line: f32,
}

impl Density {
    const ROOMY: Self = Self {
        padding: space::L,
        gap: space::S,
        question: true,
        body: TypeSize::Body,
        said: TypeSize::Lead,
        line: LINE_HEIGHT,
    };
    const SNUG: Self = Self { padding: space::S, ..Self::ROOMY };
    const CLOSE: Self =
        Self { padding: space::XS, gap: space::XS, question: false, line: CLOSE_LINE_HEIGHT, ..Self::ROOMY };
    pub(super) const SMALL: Self = Self { body: TypeSize::Small, said: TypeSize::Body, ..Self::CLOSE };
    /// From the widest to the narrowest.
    pub(super) const ALL: [Self; 4] = [Self::ROOMY, Self::SNUG, Self::CLOSE, Self::SMALL];

    /// Running text.
    pub(super) fn body(&self, ui: &Ui) -> Ink {
        Ink::new(self.body, palette(ui).text).line(self.line)
    }

    /// What somebody says.
    pub(super) fn said(&self, ui: &Ui) -> Ink {
        Ink::new(self.said, palette(ui).text).line(self.line)
    }

    /// What happens.
    pub(super) fn narration(&self, ui: &Ui) -> Ink {
        Ink::new(self.body, palette(ui).quiet).line(self.line).italic()
    }

    /// Names and notes.
    pub(super) fn small(&self, ui: &Ui) -> Ink {
        Ink::new(TypeSize::Small, palette(ui).quiet).line(self.line)
    }
}
