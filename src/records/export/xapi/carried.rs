//! The outcome that a statement carries, so that a store can give it back.

use serde_json::Value;

use crate::records::Outcome;
use crate::records::export::Exported;
use crate::records::export::json_lines::{self, Fault};

use super::vocabulary::Extension;

/// The field that holds a number of 64 bits, of which stores keep only 53.
const SEED: &str = "seed";

/// The line of the exchange format of an outcome without its words, as a value, with the seed as a text. Nothing, where
/// it would be too long for a line.
pub(super) fn carried(outcome: &Outcome) -> Option<Value> {
    let line = json_lines::line(&outcome.clone().without_words().into()).ok()?;
    let mut value: Value = serde_json::from_str(&line).ok()?;
    value[SEED] = outcome.seed.to_string().into();
    Some(value)
}

/// The outcome that a statement carries. `None` for a statement that carries none: of a choice, or of another program.
///
/// # Errors
/// Where what it carries is damaged, or of a later version.
#[must_use]
pub fn outcome_of(statement: &Value) -> Option<Result<Outcome, Fault>> {
    let carried = statement.get("result")?.get("extensions")?.get(Extension::Outcome.iri())?;
    let mut carried = carried.clone();
    if let Some(seed) = carried.get_mut(SEED)
        && let Some(number) = seed.as_str().and_then(|text| text.parse::<u64>().ok())
    {
        *seed = number.into();
    }
    Some(match json_lines::understand(carried.to_string().as_bytes()) {
        Ok(Exported::Attempt(outcome)) => Ok(*outcome),
        Ok(other) => Err(Fault::UnknownKind(other.kind().to_owned())),
        Err(fault) => Err(fault),
    })
}
