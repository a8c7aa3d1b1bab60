//! What has been seen and said.

use egui::text::LayoutJob;
use egui::{Label, Ui};

use crate::debrief::Heard;
use crate::ui::TypeSize;
use crate::ui::tokens::{CLOSE_LINE_HEIGHT, space};
use crate::ui::widgets::text::{Ink, laid_out, palette};

/// What has been seen and said, in this size.
pub(super) fn heard(ui: &mut Ui, told: &[Heard], size: TypeSize) {
    ui.spacing_mut().item_spacing.y = space::XS;
    for one in told {
        let said = job(ui, one, size);
        ui.add(Label::new(said).wrap());
    }
}

/// The height of it in this size and width.
pub(super) fn height(ui: &Ui, told: &[Heard], size: TypeSize, width: f32) -> f32 {
    let each = told.iter().map(|one| laid_out(ui, job(ui, one, size), width).size().y + space::XS);
    each.sum()
}

fn job(ui: &Ui, one: &Heard, size: TypeSize) -> LayoutJob {
    let colours = palette(ui);
    let ink = Ink::new(size, colours.text).line(CLOSE_LINE_HEIGHT);
    match &one.speaker {
        Some(who) => {
            let mut said = ink.strong().job(ui.ctx(), who);
            ink.append(ui.ctx(), &mut said, &format!("  \u{201c}{}\u{201d}", one.words));
            said
        }
        None => Ink::new(size, colours.quiet).line(CLOSE_LINE_HEIGHT).italic().job(ui.ctx(), &one.words),
    }
}
