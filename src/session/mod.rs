//! A conversation under way: scenario + luck + choices → what is on stage, and the transcript.

mod chance;
mod change;
mod evaluate;
mod feelings;
mod lived;
mod mind;
mod offer;
mod on_stage;
mod play;
mod rehearsal;
mod replay;
mod road;
mod state;
mod trail;
mod transcript;
mod transition;

pub(crate) use chance::Drawn;
pub use chance::Luck;
pub use change::{Change, NoReasons, Reason, Reasons};
pub(crate) use feelings::feel;
pub use lived::Unfit;
pub(crate) use lived::{Lived, LivedTurn};
pub use mind::Mind;
pub use offer::Decision;
pub use on_stage::{OnStage, SpokenLine};
pub use play::{Refusal, Session};
pub use rehearsal::Opening;
pub use replay::ReplayError;
pub use road::{Road, RoadError, RoadStep};
pub use state::State;
pub use trail::Trail;
pub use transcript::{Draw, Felt, Transcript, Turn};
pub use transition::{Arrival, Taken};
