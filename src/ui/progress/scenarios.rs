//! Each scenario that was played: first, latest and best, with its texts kept apart.

use egui::Ui;

use crate::records::Measure;
use crate::records::progress::{Heights, ScenarioStanding, VersionStanding};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{disclosure, text};

use super::in_words;
use super::model::ProgressPage;
use super::part::part;

/// Shows the scenarios; returns the id of the one to open.
pub(super) fn scenarios(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<String> {
    if page.told.scenarios.is_empty() {
        return None;
    }
    part(ui, "Scenario by scenario", |ui| {
        let mut opened = None;
        for standing in &page.told.scenarios {
            let Some(played_last) = standing.versions.first() else { continue };
            let said = in_words::heights(together(played_last), played_last.attempts);
            disclosure::answer(ui, &standing.id, [&played_last.title, &said], |ui| {
                if scenario(ui, page, standing) {
                    opened = Some(standing.id.clone());
                }
            });
        }
        opened
    })
}

fn together(version: &VersionStanding) -> Heights {
    let overall = version.measures.iter().find(|(measure, _)| *measure == Measure::Overall);
    overall.map(|(_, heights)| *heights).unwrap_or_default()
}

/// Shows each text of a scenario; returns whether the scenario is to be opened.
fn scenario(ui: &mut Ui, page: &ProgressPage<'_>, standing: &ScenarioStanding) -> bool {
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
    let Some(title) = page.titles.get(&standing.id) else { return false };
    Button::plain("Play it again").named(&format!("Play {title} again")).pressed(ui)
}
