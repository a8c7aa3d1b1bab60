//! A conversation in the list.

use egui::{Response, Ui};

use crate::sentence::{capitalised, ended};
use crate::ui::TypeSize;
use crate::ui::debrief::mode_in_words;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{self, CardButton};
use crate::ui::widgets::text::{self, Ink, palette};

use super::{PastAction, PastRow};

/// One that is over: all of it is a button that opens its debrief.
pub(super) fn over(ui: &mut Ui, row: &PastRow) -> Response {
    let told = &row.told;
    let how = capitalised(&told.how_it_ended());
    let when = when(row);
    let scored = told.scored();
    let name = format!("{}, {when}: {}", told.title, ended(&how));
    let name = scored.iter().fold(name, |name, scored| format!("{name} {scored}"));
    let ctx = ui.ctx();
    let (body, small) = (Ink::new(TypeSize::Body, palette(ui).text), Ink::new(TypeSize::Small, palette(ui).quiet));
    let mut card = CardButton::new(ui.id().with(told.id), &name).padding(space::M);
    card.part(body.strong().job(ctx, &told.title), 0.0);
    card.part(body.job(ctx, &how), space::XS);
    let below = scored.iter().fold(when.clone(), |below, scored| format!("{below} \u{b7} {scored}"));
    card.part(small.job(ctx, &below), space::XS);
    let laid_out = card.lay_out(ui, ui.available_width());
    let heights = laid_out.heights();
    laid_out.show(ui, heights)
}

fn when(row: &PastRow) -> String {
    format!("{} \u{b7} {}", row.when, mode_in_words(row.told.mode))
}

/// One that is not over.
pub(super) fn under_way(ui: &mut Ui, row: &PastRow) -> Option<PastAction> {
    let told = &row.told;
    card::card(ui, |ui| {
        text::strong(ui, &told.title);
        text::body(ui, &capitalised(&told.how_it_ended()));
        text::small(ui, &when(row));
        if !row.can_go_on {
            text::small(ui, "It is open in another window, or its scenario is not here.");
            return None;
        }
        ui.add_space(space::XS);
        let go_on = Button::plain("Go on").named(&format!("Go on with {}", told.title)).pressed(ui);
        go_on.then(|| PastAction::GoOn(told.scenario.clone()))
    })
}
