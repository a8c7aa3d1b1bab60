//! An outcome as statements of the Experience API, for a learning record store.
//!
//! One statement says how the attempt ended and carries the whole outcome; one says each choice; if words are asked for, one
//! says each thing that the trainee has typed. The words are those of the virtual-patient profile where it has them:
//! `vocabulary`. Statements for xAPI 1.0.3 and for 2.0 (IEEE 9274.1.1) differ in one point, the property `version`, which
//! 1.0.3 asks providers to leave out; all the rest is what both allow: timestamps in UTC, `contextActivities` as lists,
//! nothing that only 2.0 knows. `contextAgents` and `contextGroups` of 2.0 have nothing to say here, where one person
//! plays alone.

mod attempt;
mod carried;
mod choice;
mod home_page;
mod statement;
mod vocabulary;
mod words;

use jiff::Timestamp;
use uuid::Uuid;

use crate::records::Outcome;

pub use carried::outcome_of;
pub use home_page::{HomePage, NoHomePage};
pub use statement::Statement;
pub use vocabulary::{BASE, Extension, PROFILE, Verb};

use statement::{Activity, Context, ContextActivities, Extensions, Said, extension};

/// A version of the Experience API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    V1_0_3,
    /// IEEE 9274.1.1.
    V2_0_0,
}

impl Version {
    pub const ALL: [Self; 2] = [Self::V1_0_3, Self::V2_0_0];

    /// What a request says in its header `X-Experience-API-Version`.
    #[must_use]
    pub const fn header(self) -> &'static str {
        match self {
            Self::V1_0_3 => "1.0.3",
            Self::V2_0_0 => "2.0.0",
        }
    }

    /// What a statement says: nothing in 1.0.3, which would have `1.0.0` (part 2, 2.4.10) and would rather have nothing.
    const fn in_statements(self) -> Option<&'static str> {
        match self {
            Self::V1_0_3 => None,
            Self::V2_0_0 => Some(self.header()),
        }
    }
}

/// How statements are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub version: Version,
    /// Whose accounts the persons' ids are.
    pub home_page: HomePage,
    /// Whether the trainee's own words, notes and word for how it felt are said, in statements of their own.
    pub words: bool,
}

/// The statements of an outcome: its choices, its words if they are asked for, and last the attempt.
#[must_use]
pub fn statements(outcome: &Outcome, settings: &Settings) -> Vec<Statement> {
    let mut said: Vec<Said> = outcome.decisions.iter().map(|made| choice::said(outcome, made)).collect();
    if settings.words {
        said.extend(words::said(outcome));
    }
    said.push(attempt::said(outcome));
    said.into_iter().map(|said| Statement::new(said, &settings.home_page, settings.version)).collect()
}

/// The id of what is said of an attempt: by RFC 9562, version 5, in the attempt's id as the name space.
fn id(outcome: &Outcome, what: &str) -> Uuid {
    Uuid::new_v5(&outcome.attempt.uuid(), what.as_bytes())
}

/// Where a statement belongs; `parent` is what its object is a part of.
fn context(outcome: &Outcome, parent: Option<Activity>) -> Context {
    Context {
        registration: outcome.attempt.uuid(),
        context_activities: ContextActivities {
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
fn scenario(outcome: &Outcome) -> Activity {
    Activity::named(vocabulary::scenario_iri(&outcome.scenario.id))
}

/// A time by RFC 3339, in UTC, to the millisecond, as both versions have it.
fn timestamp(time: Timestamp) -> String {
    format!("{time:.3}")
}

#[cfg(test)]
mod tests;
