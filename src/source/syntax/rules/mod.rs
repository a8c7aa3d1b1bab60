//! The rules of how RON is written, whatever it is about.

mod punctuation;
mod texts;
mod values;
mod whole_file;

pub(crate) use punctuation::*;
pub(crate) use texts::*;
pub(crate) use values::*;
pub(crate) use whole_file::*;
