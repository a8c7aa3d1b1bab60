//! How the conversation is built: what speaks against the selected scene, and each measure with its limit.

use egui::Ui;

use crate::analysis::measures::{Measure, Verdict};
use crate::ui::tokens::space;
use crate::ui::widgets::{disclosure, text};

use super::model::{Author, Known};

/// Shows the measures, once they are known.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>) {
    let Known::All(analysis) = model.known else { return };
    ui.add_space(space::M);
    text::heading(ui, 2, "Measures of the conversation");
    let here = analysis.measures.iter().filter(|measure| measure.verdict == Verdict::NotKept);
    for measure in here {
        for found in found_here(measure, model) {
            text::small(ui, &found);
        }
    }
    let kept = analysis.measures.iter().filter(|measure| measure.verdict == Verdict::Kept).count();
    let title = format!("Limits kept: {kept} of {}", analysis.measures.len());
    disclosure::disclosure(ui, "measures", &title, |ui| {
        for measure in &analysis.measures {
            for line in measure.lines() {
                text::small(ui, &format!("{} \u{b7} {line}", measure.verdict.label()));
            }
        }
    });
}

/// What speaks against the selected scene by a measure that is not kept.
fn found_here(measure: &Measure, model: &Author<'_>) -> Vec<String> {
    let breaches = measure.breaches.iter().filter(|breach| breach.part.scene(model.scenario) == Some(model.view.scene));
    let told = breaches.map(|breach| {
        let what = breach.found.as_deref().map(|found| format!(" \u{b7} {found}")).unwrap_or_default();
        format!("{}: {}{what}", measure.measure.label(), breach.part.name)
    });
    told.collect()
}
