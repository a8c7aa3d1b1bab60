//! The shipped rubric, and scenarios from text.

use std::sync::{Arc, OnceLock};

use bedside::rubric::{self, Rubric, RubricTexts};
use bedside::scenario::{self, Scenario};
use bedside::source::Source;

/// The rubric as shipped.
pub(crate) fn rubric() -> Arc<Rubric> {
    static RUBRIC: OnceLock<Arc<Rubric>> = OnceLock::new();
    let read = || {
        let texts = RubricTexts {
            behaviours: Source::new("behaviours.ron", include_str!("../assets/behaviours.ron")),
            model: Source::new("model.ron", include_str!("../assets/model.ron")),
            strategies: Source::new("strategies.ron", include_str!("../assets/strategies.ron")),
            moods: Source::new("moods.ron", include_str!("../assets/moods.ron")),
            survey: Source::new("survey.ron", include_str!("../assets/survey.ron")),
        };
        Arc::new(rubric::read(&texts).expect("the shipped rubric has no mistakes"))
    };
    RUBRIC.get_or_init(read).clone()
}

/// A scenario from its text, which must have no errors.
pub(crate) fn scenario(text: &str) -> Arc<Scenario> {
    let reading = scenario::read(Source::new("scenario.ron", text), &rubric());
    let report: Vec<_> = reading.report.diagnostics.iter().map(|found| format!("{found:?}")).collect();
    Arc::new(reading.scenario.unwrap_or_else(|| panic!("{}\n{text}", report.join("\n"))))
}
