//! What the fuzz targets run: the properties that Bedside's own tests hold it to.

use std::sync::{Arc, LazyLock};

use bedside::library;
use bedside::rubric::Rubric;
use libfuzzer_sys::Corpus;

#[path = "../../tests/properties/mod.rs"]
mod properties;

use properties::Depth;

fn rubric() -> &'static Arc<Rubric> {
    static RUBRIC: LazyLock<Arc<Rubric>> =
        LazyLock::new(|| Arc::new(library::rubric().expect("what ships has no errors")));
    &RUBRIC
}

/// Only inputs that got as far as a conversation are worth mutating.
const fn kept(depth: Depth) -> Corpus {
    match depth {
        Depth::Full => Corpus::Keep,
        Depth::Partial => Corpus::Reject,
    }
}

/// The bytes of a scenario's file.
pub fn load(input: &[u8]) -> Corpus {
    properties::load(input, rubric());
    Corpus::Keep
}

/// A scenario generated from bytes or mutated by them, and choices.
pub fn play(input: &[u8]) -> Corpus {
    kept(properties::play(input, rubric()))
}

/// The bytes of a plan.
pub fn plan(input: &[u8]) -> Corpus {
    properties::plan(input, rubric());
    Corpus::Keep
}

/// A scenario generated from bytes, and limits.
pub fn analysis(input: &[u8]) -> Corpus {
    properties::analysis(input, rubric());
    Corpus::Keep
}
