//! What the fuzz targets run: the promises that Bedside's own tests hold it to.

use std::sync::{Arc, LazyLock};

use bedside::library;
use bedside::rubric::Rubric;
use libfuzzer_sys::Corpus;

#[path = "../../tests/promises/mod.rs"]
mod promises;

use promises::Came;

fn rubric() -> &'static Arc<Rubric> {
    static RUBRIC: LazyLock<Arc<Rubric>> =
        LazyLock::new(|| Arc::new(library::rubric().expect("what ships has no errors")));
    &RUBRIC
}

/// Only what came to a conversation is worth building on.
const fn kept(came: Came) -> Corpus {
    match came {
        Came::Through => Corpus::Keep,
        Came::Short => Corpus::Reject,
    }
}

/// The bytes of a scenario's file.
pub fn load(input: &[u8]) -> Corpus {
    promises::load(input, rubric());
    Corpus::Keep
}

/// A scenario made of bytes or altered by them, and choices.
pub fn play(input: &[u8]) -> Corpus {
    kept(promises::play(input, rubric()))
}

/// The bytes of a plan.
pub fn plan(input: &[u8]) -> Corpus {
    promises::plan(input, rubric());
    Corpus::Keep
}

/// A scenario made of bytes, and limits.
pub fn analysis(input: &[u8]) -> Corpus {
    promises::analysis(input, rubric());
    Corpus::Keep
}
