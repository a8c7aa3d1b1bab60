//! A conversation under way: scenario + chance + choices → the current scene and the transcript.

mod chance;
mod change;
mod current_scene;
mod evaluate;
mod feelings;
mod mind;
mod offer;
mod play;
mod rehearsal;
mod replay;
mod resolved_transcript;
mod road;
mod shared_road;
mod state;
mod transcript;
mod transition;

pub use chance::Chance;
pub(crate) use chance::{DrawKind, Purpose};
pub use change::{Change, NoReasons, Reason, Reasons};
pub use current_scene::{CurrentScene, ShownPassage, SpokenLine};
pub(crate) use feelings::feel;
pub use mind::Mind;
pub use offer::Decision;
pub use play::{Refusal, Session};
pub use rehearsal::Opening;
pub use replay::ReplayError;
pub use resolved_transcript::TranscriptMismatch;
pub(crate) use resolved_transcript::{ResolvedTranscript, ResolvedTurn};
pub use road::{Road, RoadError, RoadStep};
pub use shared_road::SharedRoad;
pub use state::State;
pub use transcript::{Draw, Felt, Transcript, Turn};
pub use transition::{Arrival, BranchTaken};
