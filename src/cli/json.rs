//! Writes JSON for programs to read.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::failure::Failure;

/// One value, indented, with a line break at its end. It is written as it is made: some are larger than what they say.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> Result<(), Failure> {
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}
