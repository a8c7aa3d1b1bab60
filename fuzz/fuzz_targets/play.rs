//! A scenario generated from bytes or mutated by them, and choices.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus { bedside_fuzz::play(input) });
