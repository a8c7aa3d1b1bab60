//! A road through a scenario: choices and, where it matters, what chance drew.

use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

use super::Transcript;
use super::chance::BRANCH;

/// One step of a road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadStep {
    /// The choice's id.
    pub choice: String,
    /// The scene that chance leads to; `None` leaves it to the seed.
    pub drawn: Option<String>,
    /// Whether the choice is taken because time is up.
    pub late: bool,
}

impl RoadStep {
    /// A choice, with all chance left to the seed.
    pub fn choose(choice: impl Into<String>) -> Self {
        Self { choice: choice.into(), drawn: None, late: false }
    }
}

/// The line that [`Road::parse`] reads; `late` is not written.
impl fmt::Display for RoadStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.choice)?;
        self.drawn.as_ref().map_or(Ok(()), |scene| write!(f, " > {scene}"))
    }
}

/// The line that [`Road::parse`] reads.
impl Serialize for RoadStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Road {
    pub steps: Vec<RoadStep>,
}

/// A line of a road that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "line {line} of the road: \u{201c}{text}\u{201d} is not a choice's id, nor an id, \u{201c}>\u{201d} and the scene that chance leads to"
)]
pub struct RoadError {
    /// The line, from 1.
    pub line: usize,
    /// The text of the line, without its comment.
    pub text: String,
}

impl Road {
    /// Reads a road with one step per line, `choice` or `choice > scene` where chance led to that scene; empty lines
    /// and comments, from `#` to the end of the line, are skipped.
    ///
    /// # Errors
    /// [`RoadError`] for the first line that is not a step.
    pub fn parse(text: &str) -> Result<Self, RoadError> {
        let mut steps = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let mut words = line.split('>').map(str::trim);
            let step = match (words.next(), words.next(), words.next()) {
                (Some(choice), drawn, None) if is_word(choice) && drawn.is_none_or(is_word) => {
                    RoadStep { drawn: drawn.map(str::to_owned), ..RoadStep::choose(choice) }
                }
                _ => return Err(RoadError { line: index + 1, text: line.to_owned() }),
            };
            steps.push(step);
        }
        Ok(Self { steps })
    }

    /// The road that a conversation took.
    #[must_use]
    pub fn of(transcript: &Transcript) -> Self {
        let steps = transcript.turns.iter().map(|turn| {
            let by_chance = turn.draws.iter().any(|draw| draw.what == BRANCH);
            RoadStep {
                choice: turn.choice.to_string(),
                drawn: by_chance.then(|| turn.target.to_string()),
                late: turn.late,
            }
        });
        Self { steps: steps.collect() }
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{Road, RoadStep};

    #[test]
    fn a_road_is_read_line_by_line() {
        let road = Road::parse("# good\nsit-down\n\nwait > he-talks # by chance\n").unwrap_or_default();
        let drawn = RoadStep { drawn: Some("he-talks".into()), ..RoadStep::choose("wait") };
        assert_eq!(road.steps, [RoadStep::choose("sit-down"), drawn]);
    }

    #[test]
    fn a_step_is_written_as_it_is_read() {
        let text = "sit-down\nwait > he-talks";
        let road = Road::parse(text).unwrap_or_default();
        let lines: Vec<String> = road.steps.iter().map(ToString::to_string).collect();
        assert_eq!(lines.join("\n"), text);
    }

    #[test]
    fn a_line_that_is_no_step_is_named() {
        let error = Road::parse("sit-down\nsit down").err().map(|error| error.line);
        assert_eq!(error, Some(2));
    }
}
