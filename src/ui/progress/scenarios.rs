//! Each scenario that was played: first, latest and best, with its texts kept apart.

use egui::Ui;

use crate::records::Measure;
use crate::records::progress::{Heights, ScenarioStanding, VersionStanding};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{disclosure, page, text};

use super::in_words;
use super::model::{ProgressAction, ProgressPage};
use super::part::part;

/// Shows the scenarios; returns what is requested of one.
pub(super) fn scenarios(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<ProgressAction> {
    if page.told.scenarios.is_empty() {
        return None;
    }
    part(ui, "Scenario by scenario", |ui| {
        let mut action = None;
        for standing in &page.told.scenarios {
            let Some(played_last) = standing.versions.first() else { continue };
            let said = in_words::heights(together(played_last), played_last.attempts);
            disclosure::answer(ui, &standing.id, [&played_last.title, &said], |ui| {
                action = scenario(ui, page, standing).or(action.take());
            });
        }
        action
    })
}

fn together(version: &VersionStanding) -> Heights {
    let overall = version.measures.iter().find(|(measure, _)| *measure == Measure::Overall);
    overall.map(|(_, heights)| *heights).unwrap_or_default()
}

/// Shows each text of a scenario, then what can be done with it.
fn scenario(ui: &mut Ui, page: &ProgressPage<'_>, standing: &ScenarioStanding) -> Option<ProgressAction> {
    if let Some(note) = &standing.note {
        text::body(ui, note);
    }
    for (place, version) in standing.versions.iter().enumerate() {
        if standing.versions.len() > 1 {
            text::strong(ui, if place == 0 { "The text played last" } else { "Another text" });
        }
        let attempts = in_words::counted(version.attempts, "conversation");
        let days = in_words::days(version.first_at, version.latest_at);
        text::quiet(ui, &format!("{}, {days}", crate::sentence::capitalised(&attempts)));
        for (measure, heights) in version.measures {
            text::labelled(ui, measure.label(), &in_words::heights(heights, version.attempts));
        }
        ui.add_space(space::M);
    }
    let (id, title) = (&standing.id, page.title(&standing.id));
    page::row(ui, |ui| {
        let again = format!("Play {title} again");
        if page.titles.contains_key(id) && Button::plain("Play it again").named(&again).pressed(ui) {
            return Some(ProgressAction::Open(id.clone()));
        }
        let past = format!("Conversations with {title}");
        Button::plain("Its conversations").named(&past).pressed(ui).then(|| ProgressAction::Past(Some(id.clone())))
    })
}
