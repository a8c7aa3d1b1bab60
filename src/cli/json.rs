//! Writes JSON for programs to read.

use std::io::Write;

use serde::Serialize;

use super::failure::Failure;

/// One value, indented, with a line break at its end.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write<T: Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> Result<(), Failure> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| Failure::failed("no JSON can be made").because(error))?;
    writeln!(out, "{text}")?;
    Ok(())
}
