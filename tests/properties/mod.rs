//! What holds of any input, whatever its bytes: tests and the fuzz targets in `fuzz/` call the same functions.
//!
//! Each takes bytes and panics where the property fails.

pub(crate) mod agreement;
mod analysis;
pub(crate) mod conversation;
mod effort;
pub(crate) mod generator;
mod load;
mod mutated;
pub(crate) mod oracle;
mod plan;
mod play;
#[cfg(feature = "files")]
mod rendered;

pub(crate) use analysis::analysis;
pub(crate) use load::load;
pub(crate) use plan::plan;
pub(crate) use play::play;

use std::sync::{Arc, OnceLock};

use bedside::rubric::Rubric;
use bedside::rules::rules;
use bedside::scenario::{Reading, Scenario, read};
use bedside::source::Source;

const SHIPPED: [&str; 3] = [
    include_str!("../../scenarios/let-me-out.ron"),
    include_str!("../../scenarios/too-many-pills.ron"),
    include_str!("../../scenarios/two-hours-in.ron"),
];

/// How far an input got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// To every property.
    Full,
    /// To a scenario or a plan with mistakes, for which fewer properties hold.
    Partial,
}

/// Reads a text made from an input.
fn reading(text: impl AsRef<str>, rubric: &Arc<Rubric>) -> Reading {
    read(Source::new("input", text), rubric, rules())
}

/// The scenario of a text, where it has no errors.
fn scenario(text: impl AsRef<str>, rubric: &Arc<Rubric>) -> Option<Arc<Scenario>> {
    reading(text, rubric).scenario.map(Arc::new)
}

/// The scenarios that ship, with the texts that the inputs of some targets mutate.
fn shipped(rubric: &Arc<Rubric>) -> &'static [(&'static str, Arc<Scenario>)] {
    static READ: OnceLock<Vec<(&str, Arc<Scenario>)>> = OnceLock::new();
    READ.get_or_init(|| SHIPPED.map(|text| (text, scenario(text, rubric).expect("what ships has no errors"))).to_vec())
}

/// Splits a fixed number of bytes off the front of an input; where there are fewer, the rest are 0.
fn split<const N: usize>(input: &[u8]) -> ([u8; N], &[u8]) {
    let mut front = [0; N];
    let (bytes, rest) = input.split_at(N.min(input.len()));
    front[..bytes.len()].copy_from_slice(bytes);
    (front, rest)
}
