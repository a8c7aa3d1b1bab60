//! Writes prose to the terminal: wrapped, safe to print, and plain enough for a screen reader.

use std::io::{self, Write};

use textwrap::{Options, WordSplitter};

use crate::library::visible;
use crate::sentence::introducing;

/// An output for prose.
pub(super) struct TerminalPage<'a> {
    out: &'a mut dyn Write,
    columns: usize,
}

impl<'a> TerminalPage<'a> {
    /// A page as wide as the terminal, or of 80 columns where there is none.
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, columns: columns() }
    }

    /// A page of this width, wherever it is read.
    pub(super) fn of_width(out: &'a mut dyn Write, columns: usize) -> Self {
        Self { out, columns }
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A text with each of its lines wrapped.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.indented("", text)
    }

    /// A text after a lead such as `1. `, with its further lines indented to match.
    pub(super) fn item(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let mut lead = lead.to_owned();
        for line in text.trim_end().split('\n') {
            let indent = " ".repeat(lead.chars().count());
            let options = Options::new(self.columns).initial_indent(&lead).subsequent_indent(&indent);
            // A word such as “de-escalation” is kept whole, for screen readers.
            let options = options.break_words(false).word_splitter(WordSplitter::NoHyphenation);
            for wrapped in textwrap::wrap(&visible(line.trim_end()), options) {
                writeln!(self.out, "{}", wrapped.trim_end())?;
            }
            lead = indent;
        }
        Ok(())
    }

    /// A text indented by `indent`.
    pub(super) fn indented(&mut self, indent: &str, text: &str) -> io::Result<()> {
        self.item(indent, text)
    }

    /// The heading of a part, with an empty line above it.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.text(&introducing(text))
    }

    /// A question, left open for the answer on the same line.
    pub(super) fn ask(&mut self, question: &str) -> io::Result<()> {
        write!(self.out, "{} ", visible(question))?;
        self.out.flush()
    }
}

/// The width of the terminal, at least 20; 80 where there is none.
pub(super) fn columns() -> usize {
    textwrap::termwidth().max(20)
}
