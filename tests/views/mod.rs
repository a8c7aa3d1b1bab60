//! The screens, headless, by role and label as a screen reader finds them.

mod author;
mod conversation;
mod debrief;
mod debrief_summary;
mod entering;
mod findings;
mod fit;
mod group;
mod harness;
mod keyboard;
mod large_graph;
mod library;
mod notice;
mod own_words;
#[cfg(feature = "records")]
mod past;
mod prebrief;
#[cfg(feature = "records")]
mod profiles;
#[cfg(feature = "records")]
mod progress;
#[cfg(feature = "records")]
mod progress_aims;
#[cfg(feature = "records")]
mod progress_over_time;
mod reflection;
mod rings;
mod room;
mod samples;
mod settings;
mod timer;
