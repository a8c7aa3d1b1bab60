//! What a spreadsheet would do with a text, and how it is kept from it.

use std::borrow::Cow;

/// The text with an apostrophe before it if a spreadsheet would take it for a formula, as OWASP advises under "CSV
/// Injection": `=`, `+`, `-`, `@`, tab, CR, LF, and the wide forms of the four signs.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    const DANGEROUS: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.starts_with(DANGEROUS) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
