//! Where a statement belongs, and what all of an attempt have in common.

use jiff::Timestamp;
use uuid::Uuid;

use crate::records::Outcome;

use super::statement::{Activity, Context, ContextActivities, Extensions, extension};
use super::vocabulary::{self, Extension, PROFILE};

/// The first moment of the year 0.
const YEAR_0: Timestamp = Timestamp::constant(-62_167_219_200, 0);

/// The id of what is said of an attempt: by RFC 9562, version 5, in the attempt's id as the name space.
pub(super) fn id(outcome: &Outcome, what: &str) -> Uuid {
    Uuid::new_v5(&outcome.attempt.uuid(), what.as_bytes())
}

/// Where a statement belongs; `parent` is what its object is a part of.
pub(super) fn context(outcome: &Outcome, parent: Option<Activity>) -> Context {
    Context {
        registration: outcome.attempt.uuid(),
        activities: ContextActivities {
            parent: parent.into_iter().collect(),
            category: vec![Activity::named(PROFILE.to_owned())],
        },
        revision: outcome.scenario.hash.to_string(),
        platform: "Bedside",
        language: "en",
        extensions: Extensions::from([
            extension(Extension::App, &outcome.app),
            extension(Extension::First, outcome.first),
            extension(Extension::Mode, outcome.mode),
        ]),
    }
}

/// The scenario as what a statement's object is a part of.
pub(super) fn scenario(outcome: &Outcome) -> Activity {
    Activity::named(vocabulary::scenario_iri(&outcome.scenario.id))
}

/// A time by RFC 3339, in UTC, to the millisecond, as both versions have it.
pub(super) fn timestamp(time: Timestamp) -> String {
    // RFC 3339 has no year before 0, which a clock that is set wrong may show.
    format!("{:.3}", time.max(YEAR_0))
}
