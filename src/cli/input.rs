//! Reads standard input line by line, with a limit on their length.

use std::io::{self, BufRead, Read};

/// The most bytes in a line.
pub(super) const MAX_LINE: u64 = 4096;

/// A line of input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Its text, trimmed.
    pub(super) text: String,
}

pub(super) struct Lines<'a> {
    reader: &'a mut dyn BufRead,
    read: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(reader: &'a mut dyn BufRead) -> Self {
        Self { reader, read: 0 }
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// Where the input cannot be read, or a line has more than [`MAX_LINE`] bytes.
    pub(super) fn next_line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let taken = Read::take(&mut *self.reader, MAX_LINE + 1).read_until(b'\n', &mut bytes)?;
        if taken == 0 {
            return Ok(None);
        }
        self.read += 1;
        if taken as u64 > MAX_LINE {
            let message = format!("line {} is longer than {MAX_LINE} bytes", self.read);
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').trim().to_owned();
        Ok(Some(Line { number: self.read, text }))
    }

    /// The next line that is not empty; `None` at the end.
    ///
    /// # Errors
    /// As [`Lines::next_line`].
    pub(super) fn next_entry(&mut self) -> io::Result<Option<Line>> {
        loop {
            match self.next_line()? {
                Some(line) if line.text.is_empty() => {}
                other => return Ok(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines, MAX_LINE};

    #[test]
    fn empty_lines_do_not_count_as_entries_and_lines_keep_their_numbers() -> std::io::Result<()> {
        let mut input = "\u{feff}1\r\n\n  \n go-over \n".as_bytes();
        let mut lines = Lines::new(&mut input);
        assert_eq!(lines.next_entry()?, Some(Line { number: 1, text: "1".into() }));
        assert_eq!(lines.next_entry()?, Some(Line { number: 4, text: "go-over".into() }));
        assert_eq!(lines.next_entry()?, None);
        Ok(())
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let mut input = std::io::BufReader::new(std::io::repeat(b'x'));
        let error = Lines::new(&mut input).next_line().map_err(|error| error.to_string());
        assert_eq!(error, Err(format!("line 1 is longer than {MAX_LINE} bytes")));
    }
}
