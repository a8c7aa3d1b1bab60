//! The codes of what is wrong with values, whatever file they stand in, each with its meaning.

/// Declares codes as constants and as a table, so that neither can lack an entry.
macro_rules! code_table {
    (
        $(#[$table_meta:meta])*
        $vis:vis $table:ident {
            $( #[doc = $meaning:literal] $name:ident = $code:literal; )*
        }
    ) => {
        $( #[doc = $meaning] pub(crate) const $name: &str = $code; )*

        $(#[$table_meta])*
        $vis const $table: &[(&str, &str)] = &[$( ($code, $meaning.trim_ascii()) ),*];
    };
}
pub(crate) use code_table;

code_table! {
    /// Every code that reading values out of a tree gives, with its meaning.
    pub READING_CODES {
        /// An identifier that is not lower-case words joined by hyphens.
        BAD_ID = "bad-id";
        /// A text that holds a character which cannot be seen.
        CONTROL_CHARACTER = "control-character";
        /// A field that is given twice.
        DUPLICATE_FIELD = "duplicate-field";
        /// A text without anything in it.
        EMPTY_TEXT = "empty-text";
        /// A field that must be there and is not.
        MISSING_FIELD = "missing-field";
        /// A number that is too small or too large.
        OUT_OF_RANGE = "out-of-range";
        /// A name before a bracket that needs none.
        UNEXPECTED_NAME = "unexpected-name";
        /// A field that nothing knows.
        UNKNOWN_FIELD = "unknown-field";
        /// A word that its list does not have.
        UNKNOWN_WORD = "unknown-word";
        /// A value of another kind than is needed.
        WRONG_TYPE = "wrong-type";
    }
}
