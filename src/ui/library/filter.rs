//! Filters the scenarios by words, level, length, what they practise, and whether they have been played.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::accesskit::{Live, Role};
use egui::{Event, Ui};

use crate::scenario::{Level, Scenario};
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{disclosure, page, radio, text};

use super::card::full_label;
use super::{Library, LibraryAction, Played, level_label};

/// The options for the length: the most minutes.
const LENGTHS: [u8; 3] = [5, 8, 12];

/// Which scenarios are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that the card must contain.
    pub search: String,
    pub level: Option<Level>,
    /// The most minutes that a play may take.
    pub minutes: Option<u8>,
    /// The label of a strategy that is practised.
    pub practises: Option<String>,
    /// Only those not played yet.
    pub not_played: bool,
}

impl Filter {
    /// Whether a scenario passes, given the results of playing it before.
    #[must_use]
    pub fn wants(&self, scenario: &Scenario, played: Option<&Played>) -> bool {
        let text = full_label(scenario, played).to_lowercase();
        self.level.is_none_or(|level| level == scenario.level)
            && self.minutes.is_none_or(|most| scenario.minutes <= most)
            && self.practises.as_ref().is_none_or(|wanted| scenario.practises.contains(wanted))
            && !(self.not_played && played.is_some())
            && self.search.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }

    /// The scenarios that pass.
    #[must_use]
    pub fn chosen<'a>(&self, all: &'a [Arc<Scenario>], played: &BTreeMap<String, Played>) -> Vec<&'a Scenario> {
        all.iter().map(AsRef::as_ref).filter(|one| self.wants(one, played.get(&one.id))).collect()
    }

    /// How many of the filters that are collapsed at first are in use.
    fn hidden(&self) -> usize {
        usize::from(self.minutes.is_some()) + usize::from(self.practises.is_some())
    }
}

/// Shows the filters and returns a changed filter.
pub(super) fn filters(ui: &mut Ui, opened: bool, model: &Library<'_>) -> Option<LibraryAction> {
    let mut wanted = model.filter.clone();
    search(ui, opened, &mut wanted);
    ui.add_space(space::XS);
    let levels = [
        (None, "Every level"),
        (Some(Level::Foundation), level_label(Level::Foundation)),
        (Some(Level::Intermediate), level_label(Level::Intermediate)),
        (Some(Level::Advanced), level_label(Level::Advanced)),
    ];
    wanted.level = radio::radio(ui, "Level", &levels, wanted.level).unwrap_or(wanted.level);
    let hidden = match model.filter.hidden() {
        0 => "By length, and by what is practised".to_owned(),
        set => format!("By length, and by what is practised ({set} in use)"),
    };
    disclosure::labelled(ui, "more filters", &hidden, |ui| more(ui, model, &mut wanted));
    (wanted != *model.filter).then_some(LibraryAction::Filter(wanted))
}

/// The search box, and the filter beside it. Typing anywhere on the page goes to the search box.
fn search(ui: &mut Ui, opened: bool, wanted: &mut Filter) {
    let width = Look::of(ui.ctx()).scaled(measure::LIBRARY_SEARCH).min(ui.available_width());
    page::row(ui, |ui| {
        let typed = ui
            .scope(|ui| {
                ui.set_max_width(width);
                TextBox::line("Search").inside().beside_buttons().show(ui, &wanted.search)
            })
            .inner;
        page::focus_first(opened, &typed.response);
        if let Some(words) = typed.text {
            wanted.search = words;
        } else if let Some(letters) = typed_elsewhere(ui) {
            wanted.search.push_str(&letters);
            typed.response.request_focus();
        }
        if Button::toggle("Not yet played", wanted.not_played).pressed(ui) {
            wanted.not_played = !wanted.not_played;
        }
    });
}

/// Letters typed while no text box had the focus.
fn typed_elsewhere(ui: &Ui) -> Option<String> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let letters = ui.input(|input| {
        let typed = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if text.chars().any(char::is_alphanumeric) => Some(text.as_str()),
            _ => None,
        });
        typed.collect::<String>()
    });
    (!letters.is_empty()).then_some(letters)
}

fn more(ui: &mut Ui, model: &Library<'_>, wanted: &mut Filter) {
    text::strong(ui, "Length");
    let labels = LENGTHS.map(|most| (Some(most), format!("Up to {most} minutes")));
    let mut lengths = vec![(None, "Any length")];
    lengths.extend(labels.iter().map(|(most, label)| (*most, label.as_str())));
    wanted.minutes = radio::radio(ui, "Length", &lengths, wanted.minutes).unwrap_or(wanted.minutes);
    ui.add_space(space::S);
    text::strong(ui, "Practises");
    let all: BTreeSet<&str> =
        model.scenarios.iter().flat_map(|scenario| &scenario.practises).map(String::as_str).collect();
    let mut strategies = vec![(None, "Anything")];
    strategies.extend(all.into_iter().map(|strategy| (Some(strategy), strategy)));
    let picked = radio::radio(ui, "Practises", &strategies, wanted.practises.as_deref());
    if let Some(picked) = picked.map(|picked| picked.map(str::to_owned)) {
        wanted.practises = picked;
    }
}

/// Shows how many scenarios there are, announces it to screen readers when it changes, and can reset the filter.
pub(super) fn count(ui: &mut Ui, model: &Library<'_>, found: usize) -> Option<LibraryAction> {
    let all = model.scenarios.len();
    let said = match (found, all) {
        (0, _) => "No scenario fits.".to_owned(),
        (1, 1) => "1 scenario".to_owned(),
        _ if found == all => format!("{all} scenarios"),
        _ => format!("{found} of {all} scenarios"),
    };
    page::row(ui, |ui| {
        let label = text::beside_buttons(ui, &said);
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_role(Role::Status);
            node.set_label(said.as_str());
            node.clear_value();
            node.set_live(Live::Polite);
        });
        let all = *model.filter != Filter::default() && Button::quiet("Show them all").pressed(ui);
        all.then(|| LibraryAction::Filter(Filter::default()))
    })
}
