//! What is built into the binary: the scenarios and the rubric, so that it runs from any folder.

use std::sync::Arc;

use crate::rubric::{self, Rubric, RubricTexts};
use crate::rules::rules;
use crate::scenario::{self, Reading, Scenario};
use crate::source::{Report, Source};

/// Includes the texts of `scenarios/` in the binary, each with the name of its file.
macro_rules! scenarios {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/", $name)))),*]
    };
}

/// Includes a text of `assets/` in the binary.
macro_rules! asset {
    ($name:literal) => {
        Source::new(concat!("built-in/", $name), include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/", $name)))
    };
}

/// The built-in scenarios: file name and text. A test checks that they are those of the folder `scenarios/`.
pub const SCENARIOS: &[(&str, &str)] = scenarios![
    "let-me-out.ron",
    "my-grandson-can-translate.ron",
    "second-letter.ron",
    "too-many-pills.ron",
    "two-hours-in.ron",
];

/// The built-in rubric.
///
/// # Errors
/// The reports of its texts, where one has errors; tests check that none has.
pub fn rubric() -> Result<Rubric, Vec<Report>> {
    rubric::read(&RubricTexts {
        behaviours: asset!("behaviours.ron"),
        model: asset!("model.ron"),
        strategies: asset!("strategies.ron"),
        moods: asset!("moods.ron"),
        moments: asset!("moments.ron"),
        survey: asset!("survey.ron"),
        courtesy: asset!("courtesy.ron"),
        fairness: asset!("fairness.ron"),
        checks: asset!("checks.ron"),
        feedback: asset!("feedback.ron"),
        plain_words: asset!("plain-words.ron"),
    })
}

/// Reads the built-in scenarios.
pub(super) fn read_scenarios(rubric: &Arc<Rubric>) -> impl Iterator<Item = Reading> {
    SCENARIOS.iter().map(|(name, text)| scenario::read(Source::new(format!("built-in/{name}"), *text), rubric, rules()))
}

/// The built-in scenarios, by file name.
#[must_use]
pub fn scenarios(rubric: &Arc<Rubric>) -> Vec<Arc<Scenario>> {
    read_scenarios(rubric).filter_map(|reading| reading.scenario.map(Arc::new)).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::SCENARIOS;

    #[test]
    fn every_scenario_of_the_folder_is_built_in() -> std::io::Result<()> {
        let mut names = Vec::new();
        for entry in Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").read_dir()? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|extension| extension == "ron") {
                names.push(name);
            }
        }
        names.sort();
        let built_in: Vec<&str> = SCENARIOS.iter().map(|(name, _)| *name).collect();
        assert_eq!(built_in, names, "keep the list in src/library/built_in.rs sorted and complete");
        Ok(())
    }
}
