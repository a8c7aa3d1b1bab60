//! A group session: a facilitator, a projector, and a room that plays one conversation.
//!
//! [`GroupSession`] is a pure machine. Everything that happens goes in as an [`Input`] with its time, and the same inputs
//! always come to the same state; it has no clock, chance or network of its own. What each of the three may see is a
//! view of it.

mod agenda;
mod asked;
mod checklist;
mod course;
mod decision;
mod facilitator;
mod for_author;
mod guide;
mod handout;
mod input;
mod leading;
mod played;
mod poll;
#[cfg(feature = "files")]
pub mod recording;
mod refused;
mod session;
mod split;
mod steering;
mod step;
mod summary;
mod view;
mod words;

pub use agenda::{Agenda, Part};
pub use asked::Asked;
pub use checklist::checklist;
pub use course::Course;
pub use decision::{GroupDecision, Outcome, TakenBy};
pub use facilitator::{FacilitatorView, KeyedOption};
pub use for_author::Disagreement;
pub use guide::{before, guide, when_upset};
pub use handout::{Handout, Item, Section, Votes, VotesRow};
pub use input::{Contribution, DecisionId, Input, ParticipantId, PollId, Steer};
pub use poll::{Poll, Round, Spread};
pub use refused::Refused;
pub use session::{GroupSession, MOST_PARTICIPANTS};
pub use split::{Branch, Split};
pub use step::{Phase, Step};
pub use summary::summary;
pub use view::{BranchView, EndingView, OpenDecision, OptionView, OwnView, RoomView, Taken, letter};
pub use words::{LONGEST, MOST_ALOUD, SaidAloud, Words};
