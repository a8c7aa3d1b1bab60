//! The parts of a handout on the screen: large on the projector, as running text for the facilitator.

use egui::{Ui, vec2};

use crate::group::{Item, Section, Votes, VotesRow};
use crate::ui::TypeSize;
use crate::ui::group::slides;
use crate::ui::look::Look;
use crate::ui::tokens::space;
use crate::ui::widgets::text::{self, Ink, palette};
use crate::ui::widgets::{bar, card};

/// The least width of a column, in sizes of the type: a short word.
const NARROWEST: f32 = 3.2;
/// The shares of the width for an option's words and for the votes of a round.
const WORDS: f32 = 0.6;
const VOTES: f32 = 0.2;

/// A part as the projector shows it.
pub(super) fn projected(ui: &mut Ui, section: &Section) {
    text::heading(ui, 1, &section.heading);
    ui.add_space(space::M);
    let size = if slides::is_short(section) { TypeSize::Title } else { TypeSize::Lead };
    let ink = Ink::new(size, palette(ui).text);
    for item in &section.items {
        show(ui, item, ink);
    }
}

/// A part as the facilitator reads it.
pub(super) fn read(ui: &mut Ui, section: &Section) {
    text::heading(ui, 2, &section.heading);
    items(ui, &section.items);
}

pub(super) fn items(ui: &mut Ui, items: &[Item]) {
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    for item in items {
        show(ui, item, ink);
    }
}

fn show(ui: &mut Ui, item: &Item, ink: Ink) {
    match item {
        Item::Text(text) => drop(ink.show(ui, text)),
        Item::Labelled(label, words) => {
            let galley = text::labelled_in(ui, ink, label, words, ui.available_width());
            ui.add(egui::Label::new(galley));
        }
        Item::List(all) => {
            for one in all {
                ink.show(ui, &format!("\u{2022} {one}"));
            }
        }
        Item::Table { columns, rows, .. } => table(ui, columns, rows, ink),
        Item::Subheading(title) => drop(text::heading(ui, 3, title)),
        Item::Notice(notice) => card::notice(ui, |ui| card::notice_text(ui, notice)),
        Item::Quote { whose, words } => {
            ink.strong().show(ui, whose);
            ink.italic().show(ui, words);
        }
        Item::Votes(votes) => bars(ui, votes, ink),
        Item::Lines(label, _) => drop(ink.show(ui, label)),
    }
}

/// How a room voted: a row for each option, with its votes before and after the discussion as numbers and bars.
fn bars(ui: &mut Ui, votes: &Votes, ink: Ink) {
    ink.strong().show(ui, &votes.caption);
    let widths = [WORDS, VOTES, VOTES].map(|share| (ui.available_width() - 2.0 * space::L) * share);
    let sum = |of: fn(&VotesRow) -> Option<u32>| votes.rows.iter().filter_map(of).fold(0, u32::saturating_add);
    let totals = [sum(|row| row.before), sum(|row| row.after)];
    row(ui, &widths, ["", "Before", "After"].into_iter(), ink.strong());
    for option in &votes.rows {
        let taken = if option.taken { " (taken)" } else { "" };
        let label = format!("{}. {}{taken}", option.letter, option.label);
        cells(ui, &widths, |ui, column| match column {
            0 => drop(if option.taken { ink.strong() } else { ink }.show(ui, &label)),
            column => counted(ui, [option.before, option.after][column - 1], totals[column - 1], ink),
        });
    }
    ink.show(ui, &votes.moved);
    ui.add_space(space::M);
}

/// A count beside its bar.
fn counted(ui: &mut Ui, count: Option<u32>, total: u32, ink: Ink) {
    let Some(count) = count else {
        text::quiet(ui, "no vote");
        return;
    };
    ui.horizontal(|ui| {
        ink.show(ui, &count.to_string());
        bar::bar(ui, &format!("{count} of {total}"), bar::share(count, total), palette(ui).accent);
    });
}

fn table(ui: &mut Ui, columns: &[(&str, u8)], rows: &[Vec<String>], ink: Ink) {
    let shares: f32 = columns.iter().map(|&(_, share)| f32::from(share)).sum();
    let gaps = space::L * f32::from(u8::try_from(columns.len()).unwrap_or(u8::MAX).saturating_sub(1));
    let least = Look::of(ui.ctx()).size(ink.size) * NARROWEST;
    let room = ui.available_width() - gaps;
    let meant: Vec<f32> = columns.iter().map(|&(_, share)| room * f32::from(share) / shares.max(1.0)).collect();
    // What the narrow columns need more than their share is taken from the others.
    let more: f32 = meant.iter().map(|width| (least - width).max(0.0)).sum();
    let wide: f32 = meant.iter().filter(|&&width| width > least).sum();
    let taken = |width: f32| if width > least { width - more * width / wide.max(1.0) } else { least };
    let widths: Vec<f32> = meant.into_iter().map(taken).collect();
    let heads = columns.iter().map(|&(head, _)| head);
    row(ui, &widths, heads, ink.strong());
    for cells in rows {
        row(ui, &widths, cells.iter().map(String::as_str), ink);
    }
}

fn row<'a>(ui: &mut Ui, widths: &[f32], words: impl Iterator<Item = &'a str>, ink: Ink) {
    let words: Vec<&str> = words.collect();
    cells(ui, widths, |ui, column| drop(ink.show(ui, words.get(column).copied().unwrap_or_default())));
}

fn cells(ui: &mut Ui, widths: &[f32], mut show: impl FnMut(&mut Ui, usize)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (column, &width) in widths.iter().enumerate() {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    show(ui, column);
                });
            });
        }
    });
}
