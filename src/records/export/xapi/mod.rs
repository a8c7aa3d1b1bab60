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
mod context;
mod home_page;
mod settings;
mod statement;
mod vocabulary;
mod words;

use crate::records::Outcome;

pub use carried::outcome_of;
pub use home_page::{HomePage, NoHomePage};
pub use settings::{Settings, Version};
pub use statement::Statement;
#[cfg(feature = "sync")]
pub(crate) use vocabulary::percent_encoded;
pub use vocabulary::{BASE, Extension, PROFILE, Verb};

use statement::Said;

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

#[cfg(test)]
mod tests;
