//! The bytes of a plan.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus { bedside_fuzz::plan(input) });
