//! The text that a scenario was read from.

use crate::hash::ContentHash;
use crate::scenario::Scenario;

use super::built_in::SCENARIOS;
use super::catalogue::Origin;
use super::file::read_text;

/// The text that a scenario was read from; `None` where its file has changed since, or is gone.
#[must_use]
pub fn text_of(scenario: &Scenario, origin: &Origin) -> Option<String> {
    let same = |text: &str| ContentHash::of([text]) == scenario.hash;
    match origin {
        Origin::BuiltIn => SCENARIOS.iter().map(|&(_, text)| text).find(|text| same(text)).map(str::to_owned),
        Origin::File(path) => read_text(path).ok().filter(|text| same(text)),
    }
}
