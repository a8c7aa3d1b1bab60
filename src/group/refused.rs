//! Why something was not done. The session is as it was.

use thiserror::Error;

/// Why an input was refused. The session is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("nobody with this number has joined")]
    Unknown,
    #[error("the room is full")]
    Full,
    #[error("the vote is closed")]
    Closed,
    #[error("this is not the vote that is open")]
    OtherPoll,
    #[error("this option is not on offer")]
    NotOnOffer,
    #[error("a split needs two different options")]
    SameTwice,
    #[error("no such behaviour is in the rubric")]
    UnknownBehaviour,
    #[error("there is no such decision, or nothing has been taken there yet")]
    NoDecision,
    #[error("this belongs to another step of the session")]
    NotNow,
    #[error("no option has a majority: choose one, or split the room")]
    Tie,
    #[error("the hands do not fit the options: one count for each, at most 100,000")]
    Hands,
    #[error("the room is split already: bring the branches together first")]
    Splitting,
    #[error("a rating is a number from 0 to 100")]
    Rating,
    #[error("there is nothing to take back")]
    NothingToUndo,
    #[error("the session is over")]
    Over,
}
