//! The recording of a session: what went in, a line each, from which the same session comes out again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::hash::ContentHash;
use crate::rubric::Rubric;
use crate::scenario::{self, Scenario};
use crate::session::Chance;
use crate::source::{Rule, Source};

use super::{GroupSession, Input};

/// The most bytes of a recording: a hundred times what a full room sends in an hour.
pub const MOST_BYTES: u64 = 256 << 20;

/// The version of the recording's form.
const VERSION: u32 = 1;

/// What a session began with: the first line of its recording. It holds the scenario's text, so that a file that is
/// edited or gone costs nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    #[serde(rename = "bedside_group")]
    version: u32,
    pub scenario: String,
    /// The hash of the rubric's texts.
    pub rubric: ContentHash,
    pub seed: u64,
    /// The minutes planned for each part.
    pub planned: [u16; 5],
    /// The scenario's text.
    pub text: String,
}

/// An input, and when it was taken, in milliseconds after the session began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    pub at: u64,
    #[serde(flatten)]
    pub input: Input,
}

/// A recording that has been read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recording {
    pub opening: Opening,
    pub inputs: Vec<Recorded>,
    /// How many bytes its whole lines take.
    pub whole: u64,
    /// The number of the line, from 1, at which it breaks off; `None` where it is whole.
    pub breaks_off: Option<usize>,
}

/// Why a recording cannot be played again.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecordingError {
    #[error("it is no recording of a group session: its first line does not say what was played")]
    NoOpening,
    #[error("it was made by a later version of Bedside, in form {found}; this one knows form {VERSION}")]
    Later { found: u32 },
    #[error("line {line} is no input of a session: {why}")]
    Line { line: usize, why: String },
    #[error("it was recorded with another rubric, so the patient would feel otherwise")]
    OtherRubric,
    #[error("this version of Bedside finds errors in the scenario that it holds")]
    Scenario,
    #[error("line {line} does not follow from those before it: {why}")]
    Refused { line: usize, why: String },
}

impl Opening {
    #[must_use]
    pub fn new(scenario: &Scenario, text: &str, chance: Chance, planned: [u16; 5]) -> Self {
        Self {
            version: VERSION,
            scenario: scenario.id.clone(),
            rubric: scenario.rubric.hash.clone(),
            seed: chance.seed(),
            planned,
            text: text.to_owned(),
        }
    }

    /// The session as it begins.
    ///
    /// # Errors
    /// Where the rubric is another, or the scenario's text has errors by now.
    pub fn begin(&self, rubric: &Arc<Rubric>, rules: &[&'static Rule]) -> Result<GroupSession, RecordingError> {
        if rubric.hash != self.rubric {
            return Err(RecordingError::OtherRubric);
        }
        let read = scenario::read(Source::new(format!("{}.ron", self.scenario), self.text.as_str()), rubric, rules);
        let scenario = read.scenario.ok_or(RecordingError::Scenario)?;
        Ok(GroupSession::begin(Arc::new(scenario), Chance::from_seed(self.seed), self.planned))
    }
}

/// A value as a line of a recording.
///
/// # Errors
/// Never for what a recording is made of.
pub fn line(value: &impl Serialize) -> serde_json::Result<String> {
    let mut line = serde_json::to_string(value)?;
    line.push('\n');
    Ok(line)
}

impl Recording {
    /// Reads a recording as far as it goes: a last line that was cut off in the middle does not count.
    ///
    /// # Errors
    /// Where its first line is no opening, or a whole line is no input.
    pub fn read(text: &str) -> Result<Self, RecordingError> {
        #[derive(Deserialize)]
        struct Version {
            bedside_group: u32,
        }
        let mut lines = text.split_inclusive('\n').enumerate().map(|(index, line)| (index + 1, line));
        let (_, first) = lines.next().ok_or(RecordingError::NoOpening)?;
        let Version { bedside_group: found } = serde_json::from_str(first).map_err(|_| RecordingError::NoOpening)?;
        if found > VERSION {
            return Err(RecordingError::Later { found });
        }
        let opening = serde_json::from_str(first).map_err(|_| RecordingError::NoOpening)?;
        let mut recording = Self { opening, inputs: Vec::new(), whole: first.len() as u64, breaks_off: None };
        for (number, line) in lines {
            if !line.ends_with('\n') {
                recording.breaks_off = Some(number);
                break;
            }
            recording.whole += line.len() as u64;
            let recorded = serde_json::from_str(line);
            recording.inputs.push(recorded.map_err(|why| RecordingError::Line { line: number, why: why.to_string() })?);
        }
        Ok(recording)
    }

    /// Plays it again: calls `step` with the session before any input, and after each.
    ///
    /// # Errors
    /// Where it cannot begin, or an input does not follow from those before it.
    pub fn replay(
        &self,
        rubric: &Arc<Rubric>,
        rules: &[&'static Rule],
        mut step: impl FnMut(Option<&Recorded>, &GroupSession),
    ) -> Result<GroupSession, RecordingError> {
        let mut group = self.opening.begin(rubric, rules)?;
        step(None, &group);
        for (index, recorded) in self.inputs.iter().enumerate() {
            group
                .apply(recorded.at, &recorded.input)
                .map_err(|refused| RecordingError::Refused { line: index + 2, why: refused.to_string() })?;
            step(Some(recorded), &group);
        }
        Ok(group)
    }
}
