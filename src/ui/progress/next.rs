//! What to play next and why, with a button that opens it; what is due says since when, without a reproach.

use egui::Ui;

use crate::records::progress::{Next, Why};
use crate::sentence::capitalised;
use crate::ui::library::level_label;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, disclosure, text};

use super::in_words;

/// So many are in view at once; the others are a press away.
const IN_VIEW: usize = 3;

/// Shows what to play next; returns the id of the scenario to open.
pub(super) fn next(ui: &mut Ui, next: &[Next]) -> Option<String> {
    if next.is_empty() {
        return None;
    }
    text::heading(ui, 2, "What to play next");
    let (in_view, further) = next.split_at(next.len().min(IN_VIEW));
    let mut opened = None;
    for (place, one) in in_view.iter().enumerate() {
        let button = if place == 0 { Button::primary } else { Button::plain };
        opened = proposed(ui, one, button).or(opened);
    }
    if !further.is_empty() {
        disclosure::disclosure(ui, "further", &further_title(further.len() as u64), |ui| {
            for one in further {
                opened = proposed(ui, one, Button::plain).or(opened.take());
            }
        });
    }
    ui.add_space(space::L);
    opened
}

fn further_title(count: u64) -> String {
    format!("{} more to play", capitalised(&in_words::number(count)))
}

fn proposed(ui: &mut Ui, next: &Next, button: fn(&'static str) -> Button<'static>) -> Option<String> {
    let pressed = card::card(ui, |ui| {
        text::heading(ui, 3, &next.title);
        text::small(ui, &format!("Level: {}", level_label(next.level).to_lowercase()));
        text::body(ui, &next.told());
        if let Why::Due { on, .. } = &next.why {
            text::strong(ui, &format!("Ready since {}. Any day is a good day for it.", on.strftime(in_words::DAY)));
        }
        ui.add_space(space::S);
        button("Open").named(&format!("Open {}", next.title)).pressed(ui)
    });
    ui.add_space(space::S);
    pressed.then(|| next.scenario.clone())
}
