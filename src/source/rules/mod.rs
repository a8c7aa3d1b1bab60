//! The rules of every file in RON, whatever it is about.

mod punctuation;
mod reading;
mod texts;
mod values;
mod whole_file;

pub(crate) use punctuation::*;
pub(crate) use reading::*;
pub(crate) use texts::*;
pub(crate) use values::*;
pub(crate) use whole_file::*;

use super::Rule;

/// The rules of this station.
pub(crate) const SOURCE_RULES: [&[&Rule]; 5] =
    [WHOLE_FILE_RULES, PUNCTUATION_RULES, VALUES_RULES, TEXTS_RULES, READING_RULES];
