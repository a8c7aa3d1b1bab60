//! One person's progress: where they stand, what to play next and why, and what they came to so far.

mod aims;
mod chart;
mod coming;
mod in_words;
mod model;
mod next;
mod over_time;
mod part;
mod practised;
mod scenarios;

use egui::Ui;

use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::{focus, page, text};
use super::words;

pub use model::{ProgressAction, ProgressPage};

/// Shows the progress and returns the requested action.
pub fn show(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<ProgressAction> {
    let opened = focus::opened(ui, "progress");
    page::column(ui, "progress", |ui| {
        let (first, back) = page::back(ui, words::BACK_TO_LIBRARY);
        page::focus_first(opened, &first);
        text::heading(ui, 1, "Your progress");
        text::lead(ui, &page.told.first);
        if page.told.attempts == 0 {
            text::quiet(ui, "Play one to its end, and what you came to stands here from then on.");
        } else {
            text::quiet(ui, &in_words::so_far(page.told.attempts));
        }
        if page.told.stopped > 0 {
            text::quiet(ui, &in_words::stopped(page.told.stopped));
        }
        let past = Button::plain("Past conversations").pressed(ui).then_some(ProgressAction::Past(None));
        ui.add_space(space::L);
        chart::chart(ui, page.told);
        let next = next::next(ui, &page.told.next);
        coming::coming(ui, &page.told.coming);
        over_time::over_time(ui, &page.told.months);
        practised::practised(ui, page);
        let again = scenarios::scenarios(ui, page);
        let aim = aims::aims(ui, page).map(ProgressAction::Aim);
        if back { Some(ProgressAction::Back) } else { next.map(ProgressAction::Open).or(again).or(past).or(aim) }
    })
}
