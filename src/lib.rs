//! Bedside: practise the conversation before you have it.
//!
//! Data flows one way: RON text → [`scenario`] → [`session`] → [`debrief`]. [`analysis`] explores all roads at once.
//! The shells around these are the terminal (`cli`) and the window (`ui`, `app`).

pub mod source;

#[cfg(any(feature = "pdf", feature = "ui"))]
mod fonts;
pub mod hash;
mod markup;
pub mod rubric;
mod sentence;
pub mod shared;

pub mod scenario;

pub mod session;

pub mod attempt;
pub mod debrief;

pub mod print;

pub mod analysis;

pub mod chart;

pub mod fairness;

pub mod group;

pub mod plan;

pub mod reference;

pub mod rules;

#[cfg(feature = "records")]
mod private_files;
#[cfg(feature = "records")]
pub mod records;

#[cfg(feature = "sync")]
pub mod policy;

#[cfg(feature = "files")]
pub mod library;

#[cfg(feature = "picture")]
pub mod picture;

#[cfg(feature = "sound")]
pub mod sound;

#[cfg(feature = "group")]
pub mod phones;

#[cfg(feature = "cli")]
mod message_box;

#[cfg(feature = "cli")]
pub mod cli;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "app")]
pub mod app;
