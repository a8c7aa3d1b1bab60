//! What somebody says of a scene to the scenario's author.

use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;

use super::{PersonId, SessionId};

/// Who says something of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaidBy {
    Trainee,
    Facilitator,
}

/// What somebody says of a scene in a group session, for the scenario's author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub session: SessionId,
    /// Whoever says it, by a number for this session alone: nothing else that they do has it.
    pub person: PersonId,
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's text: another text may have mended what is said.
    pub hash: ContentHash,
    /// The scene's id.
    pub scene: String,
    pub by: SaidBy,
    /// In plain text, as typed.
    pub words: String,
}
