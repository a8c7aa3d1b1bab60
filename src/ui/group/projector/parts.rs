//! The parts of a page.

use egui::{Rect, Ui, UiBuilder, pos2};

use crate::ui::tokens::space;

/// The left and the right part of a page, the left with this share of the width.
pub(super) fn halves(ui: &Ui, left: f32) -> [Rect; 2] {
    let whole = ui.max_rect();
    let gap = space::XXL;
    let middle = whole.left() + (whole.width() - gap) * left;
    [
        Rect::from_min_max(whole.min, pos2(middle, whole.bottom())),
        Rect::from_min_max(pos2(middle + gap, whole.top()), whole.max),
    ]
}

/// Shows something in a part of the page.
pub(super) fn within<R>(ui: &mut Ui, place: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.set_width(place.width());
        contents(ui)
    })
    .inner
}
