//! A scenario generated from bytes, all its roads, and limits.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus { bedside_fuzz::analysis(input) });
