//! Writes JSON for other programs.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::failure::Failure;

/// Writes one value, indented, with a line break at the end. It is streamed, since the JSON can be larger than the
/// value.
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
