//! Bedside's tests, from the outside.

mod all_roads;
mod bad_files;
mod charts;
#[cfg(feature = "cli")]
mod cli;
mod conversations;
mod corpus;
mod fairness;
mod generated;
mod glossary;
mod group;
mod guide;
mod moods;
mod other_weights;
#[cfg(feature = "group")]
mod phones;
mod plans;
#[cfg(feature = "cli")]
mod practised;
mod print;
#[cfg(feature = "cli")]
mod programme;
mod properties;
#[cfg(feature = "files")]
mod reader;
mod reading;
#[cfg(feature = "cli")]
mod record_store;
mod reference;
mod roads;
mod ron_grammar;
mod rubric;
mod scoring;
mod source_map;
#[cfg(feature = "records")]
mod statements;
mod strategies;
mod support;
mod take_home;
mod turns;
#[cfg(feature = "view-tests")]
mod views;
#[cfg(feature = "app")]
mod window;
mod wording;
