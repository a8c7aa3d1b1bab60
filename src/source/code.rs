//! The codes of syntax diagnostics, each with its meaning.

/// Declares the codes as constants and as a table, so that neither can lack an entry.
macro_rules! codes {
    ($( #[doc = $meaning:literal] $name:ident = $code:literal; )*) => {
        $( #[doc = $meaning] pub(super) const $name: &str = $code; )*

        /// Every code that [`parse`](super::parse) gives, with its meaning.
        pub const SYNTAX_CODES: &[(&str, &str)] = &[$( ($code, $meaning.trim_ascii()) ),*];
    };
}

codes! {
    /// An escape after a backslash inside a text that does not exist or is not complete.
    BAD_ESCAPE = "bad-escape";
    /// An attribute at the top, `#![enable(…)]`, that is not written as it must be.
    BAD_ATTRIBUTE = "bad-attribute";
    /// Something that starts like a number and is none.
    BAD_NUMBER = "bad-number";
    /// The invisible mark that some editors put at the start of a file.
    BYTE_ORDER_MARK = "byte-order-mark";
    /// A comma with nothing before it.
    EXTRA_COMMA = "extra-comma";
    /// A closing bracket that nothing opened, or that closes too much.
    EXTRA_BRACKET = "extra-bracket";
    /// Quotation marks inside a text that end it too early.
    INNER_QUOTES = "inner-quotes";
    /// A space or mark that cannot be seen and does not count as a space, such as a no-break space.
    INVISIBLE_CHARACTER = "invisible-character";
    /// No bracket around the whole content of the file.
    MISSING_BRACKETS = "missing-brackets";
    /// A name or key without a colon after it.
    MISSING_COLON = "missing-colon";
    /// Two things side by side without a comma between them.
    MISSING_COMMA = "missing-comma";
    /// A value without a name, where every value needs one.
    MISSING_NAME = "missing-name";
    /// Text that is not in quotation marks.
    MISSING_QUOTES = "missing-quotes";
    /// A name or key without a value.
    MISSING_VALUE = "missing-value";
    /// A file without anything in it but spaces and comments.
    NOTHING_HERE = "nothing-here";
    /// The name of a field in quotation marks.
    QUOTED_NAME = "quoted-name";
    /// A range such as `1..5`, which RON knows and the format does not use.
    RANGE = "range";
    /// Text in single quotation marks.
    SINGLE_QUOTES = "single-quotes";
    /// `Some` without exactly one value in its brackets.
    SOME_VALUE = "some-value";
    /// A character that means nothing where it stands.
    STRAY_CHARACTER = "stray-character";
    /// Something that cannot stand where it stands.
    SYNTAX = "syntax";
    /// Text after the closing bracket of the whole.
    TEXT_AFTER_END = "text-after-end";
    /// Brackets within brackets, deeper than is read.
    TOO_DEEP = "too-deep";
    /// A text longer than is read.
    TOO_LARGE = "too-large";
    /// More syntax errors than are reported at once.
    TOO_MANY_ERRORS = "too-many-errors";
    /// More values than are read.
    TOO_MANY_VALUES = "too-many-values";
    /// Curly quotation marks, as word processors make them, in place of straight ones.
    TYPOGRAPHIC_QUOTES = "typographic-quotes";
    /// A bracket that is never closed.
    UNCLOSED_BRACKET = "unclosed-bracket";
    /// A block comment that is never closed.
    UNCLOSED_COMMENT = "unclosed-comment";
    /// A text without its closing quotation mark.
    UNCLOSED_TEXT = "unclosed-text";
    /// A colon in a list, where values have no names.
    UNEXPECTED_COLON = "unexpected-colon";
    /// A bracket of one kind where one of another is needed.
    WRONG_BRACKET = "wrong-bracket";
    /// An equals sign in place of a colon, or a semicolon in place of a comma.
    WRONG_SEPARATOR = "wrong-separator";
}
