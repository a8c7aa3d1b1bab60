//! The scenarios as cards, each one large button with everything in its label.

use egui::{Align, Layout, Ui, vec2};

use crate::debrief::Band;
use crate::scenario::{Level, Scenario};
use crate::ui::TypeSize;
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{CardButton, LaidOut};
use crate::ui::widgets::text::{self, Ink};

use super::{Library, LibraryAction, level_label, practises, take};

/// The results of playing a scenario before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Played {
    /// How many times it has been played through; second tries from a turning point do not count.
    pub times: u32,
    /// The band of the last time, if there was one.
    pub last: Option<Band>,
    /// The best band of all times.
    pub best: Option<Band>,
}

impl Played {
    /// Adds one more time, with this band.
    #[must_use]
    pub fn again(self, band: Option<Band>) -> Self {
        Self { times: self.times.saturating_add(1), last: band, best: self.best.max(band) }
    }

    /// In words, for a card.
    fn in_words(self) -> String {
        let times = if self.times == 1 { "Played once".to_owned() } else { format!("Played {} times", self.times) };
        match (self.last, self.best) {
            (Some(last), Some(best)) if self.times > 1 => {
                format!("{times}. Last: {}, best: {}", last.label(), best.label())
            }
            (Some(last), _) => format!("{times}: {}", last.label()),
            (None, Some(best)) => format!("{times}. Best: {}", best.label()),
            (None, None) => times,
        }
    }
}

/// Shows the cards of these scenarios.
pub(super) fn cards(ui: &mut Ui, model: &Library<'_>, wanted: &[&Scenario]) -> Option<LibraryAction> {
    let least = Look::of(ui.ctx()).scaled(measure::CARD);
    let room = ui.available_width();
    let columns =
        (1..=3u8).rev().find(|&n| n == 1 || (room + space::L) / f32::from(n) - space::L >= least).unwrap_or(1);
    let width = (room - f32::from(columns - 1) * space::L) / f32::from(columns);
    let mut action = None;
    for row in wanted.chunks(usize::from(columns)) {
        take(&mut action, card_row(ui, model, row, width));
        take(&mut action, author_row(ui, model, row, width));
        ui.add_space(space::S);
    }
    action
}

fn card_row(ui: &mut Ui, model: &Library<'_>, row: &[&Scenario], width: f32) -> Option<LibraryAction> {
    let names: Vec<String> = row.iter().map(|scenario| card_label(model, scenario)).collect();
    let cards = row.iter().zip(&names).map(|(scenario, name)| {
        let mut card = scenario_card(ui, model, scenario, name);
        if let Some(thumbnail) = model.thumbnails.get(&scenario.id) {
            card.banner(thumbnail);
        }
        card.lay_out(ui, width)
    });
    let cards: Vec<_> = cards.collect();
    let needed = cards.iter().map(LaidOut::heights);
    let heights = needed.fold([0.0; 2], |[head, foot]: [f32; 2], [h, f]| [head.max(h), foot.max(f)]);
    let mut action = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (scenario, card) in row.iter().zip(cards) {
            take(&mut action, model.requested(&card.show(ui, heights), LibraryAction::Open(scenario.id.clone())));
        }
    });
    action
}

/// Links to the author's view, under the cards that have one.
fn author_row(ui: &mut Ui, model: &Library<'_>, row: &[&Scenario], width: f32) -> Option<LibraryAction> {
    let is_authored = |scenario: &Scenario| model.authored.contains(&scenario.id);
    if !row.iter().any(|scenario| is_authored(scenario)) {
        return None;
    }
    let mut action = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for scenario in row {
            let cell = ui.allocate_ui_with_layout(vec2(width, measure::TARGET), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                let name = format!("Author\u{2019}s view of {}", scenario.title);
                is_authored(scenario).then(|| Button::quiet("Author\u{2019}s view").named(&name).show(ui))
            });
            let author = cell.inner.and_then(|view| model.requested(&view, LibraryAction::Author(scenario.id.clone())));
            take(&mut action, author);
        }
    });
    action
}

/// Said of a scenario with one.
const CONTENT_NOTE: &str = "Has a content note";

fn scenario_card<'a>(ui: &Ui, model: &Library<'_>, scenario: &Scenario, name: &'a str) -> CardButton<'a> {
    let colours = text::palette(ui);
    let (body, small) = (Ink::new(TypeSize::Body, colours.text), Ink::new(TypeSize::Small, colours.quiet));
    let mut card = CardButton::new(ui.id().with(&scenario.id), name);
    let ctx = ui.ctx();
    card.part(Ink::new(TypeSize::Lead, colours.text).strong().job(ctx, &scenario.title), 0.0);
    card.part(small.job(ctx, &scenario.setting), space::XS);
    card.part(body.job(ctx, &scenario.summary), space::M);
    card.foot();
    let facts =
        format!("{} {} \u{b7} {} minutes", stars(scenario.level), level_label(scenario.level), scenario.minutes);
    card.part(small.strong().job(ctx, &facts), space::L);
    card.part(small.job(ctx, &format!("Practises {}", practises(scenario))), space::XS);
    if scenario.content_note.is_some() {
        card.part(small.job(ctx, CONTENT_NOTE), space::XS);
    }
    let result = Ink::new(TypeSize::Small, colours.accent).strong();
    if let Some(played) = model.played.get(&scenario.id) {
        card.part(result.job(ctx, &format!("\u{2713} {}", played.in_words())), space::S);
    }
    if let Some(resume) = resume(model, scenario) {
        card.part(result.job(ctx, &resume), space::S);
    }
    card
}

/// What can be resumed, as its card says it.
fn resume(model: &Library<'_>, scenario: &Scenario) -> Option<String> {
    let kept = model.kept.iter().find(|kept| kept.id == scenario.id)?;
    Some(format!("Resume {}", kept.left.in_words()))
}

/// The whole content of a card, with what can be resumed.
fn card_label(model: &Library<'_>, scenario: &Scenario) -> String {
    let label = full_label(scenario, model.played.get(&scenario.id));
    match resume(model, scenario) {
        Some(resume) => format!("{label} {resume}."),
        None => label,
    }
}

/// What a card says of a scenario and how it went, as sentences.
pub(super) fn full_label(scenario: &Scenario, played: Option<&Played>) -> String {
    let note = scenario.content_note.as_ref().map(|_| format!(" {CONTENT_NOTE}.")).unwrap_or_default();
    let played = played.map(|played| format!(" {}.", played.in_words())).unwrap_or_default();
    format!(
        "{}. {}. {} {}, {} minutes. Practises {}.{note}{played}",
        scenario.title,
        scenario.setting,
        scenario.summary,
        level_label(scenario.level),
        scenario.minutes,
        practises(scenario)
    )
}

/// A level in stars.
const fn stars(level: Level) -> &'static str {
    match level {
        Level::Foundation => "\u{2605}\u{2606}\u{2606}",
        Level::Intermediate => "\u{2605}\u{2605}\u{2606}",
        Level::Advanced => "\u{2605}\u{2605}\u{2605}",
    }
}
