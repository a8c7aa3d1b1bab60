//! The rules about how RON is written, whatever the file is for.

mod punctuation;
mod texts;
mod values;
mod whole_file;

pub(crate) use punctuation::*;
pub(crate) use texts::*;
pub(crate) use values::*;
pub(crate) use whole_file::*;
