//! What somebody picked from a sheet, as written: `1 b`, one decision a line.

use std::collections::BTreeMap;
use thiserror::Error;

use crate::sentence::shortened;

use super::{ReadingResult, ReadingSheet};

/// The most characters of a line that an error repeats.
const SHOWN: usize = 60;

/// A line of answers that does not fit the sheet, or answers without a line. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    #[error("line {line}: \u{201c}{text}\u{201d} is not the number of a decision and a letter")]
    Shape { line: usize, text: String },
    #[error("line {line}: there is no decision {written}; the sheet has 1 to {decisions}")]
    Number { line: usize, written: String, decisions: usize },
    #[error("line {line}: decision {number} has no option {letter}; it has a to {last}")]
    Letter { line: usize, number: usize, letter: char, last: char },
    #[error("line {line}: decision {number} is answered already, on line {first}")]
    Twice { line: usize, number: usize, first: usize },
    #[error("there is no answer in it")]
    Nothing,
}

impl ReadingSheet<'_> {
    /// Reads answers with one decision per line, `1 b` or `1. B`, in any order, and says what they come to. Empty lines
    /// and what follows a `#` do not count. A decision may be left out.
    ///
    /// # Errors
    /// [`AnswerError`] for the first line that does not fit the sheet, and where there is no answer.
    pub fn read(&self, text: &str) -> Result<ReadingResult, AnswerError> {
        // By the number of the decision: its line, and the letter.
        let mut picked: BTreeMap<usize, (usize, char)> = BTreeMap::new();
        for (written, line) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
            let written = written.split('#').next().unwrap_or_default().trim();
            if written.is_empty() {
                continue;
            }
            let (number, letter) = self.answer(line, written)?;
            if let Some((first, _)) = picked.insert(number, (line, letter)) {
                return Err(AnswerError::Twice { line, number, first });
            }
        }
        if picked.is_empty() {
            return Err(AnswerError::Nothing);
        }
        Ok(ReadingResult::of(self, |number| picked.get(&number).map(|(_, letter)| *letter)))
    }

    /// The number and the letter of the answer on a line.
    fn answer(&self, line: usize, written: &str) -> Result<(usize, char), AnswerError> {
        let (digits, letter) =
            parts(written).ok_or_else(|| AnswerError::Shape { line, text: shortened(written, SHOWN) })?;
        let decision = digits.parse().ok().and_then(|number: usize| self.decisions.get(number.checked_sub(1)?));
        let no_such =
            || AnswerError::Number { line, written: shortened(digits, SHOWN), decisions: self.decisions.len() };
        let decision = decision.ok_or_else(no_such)?;
        let last = decision.options.last().map_or('a', |option| option.letter);
        match decision.option(letter) {
            Some(_) => Ok((decision.number, letter)),
            None => Err(AnswerError::Letter { line, number: decision.number, letter, last }),
        }
    }
}

/// The digits and the letter of `1 b`, `1b`, `1. B` or `1) b`, the letter in lower case.
fn parts(written: &str) -> Option<(&str, char)> {
    let rest = written.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = &written[..written.len() - rest.len()];
    let mut letters = rest.trim_start_matches(['.', ')', ':']).trim_start().chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() && !digits.is_empty() => {
            Some((digits, letter.to_ascii_lowercase()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn an_answer_is_a_number_and_a_letter() {
        for written in ["12 b", "12b", "12. B", "12) b", "12:\tb"] {
            assert_eq!(parts(written), Some(("12", 'b')), "{written}");
        }
        for wrong in ["", "12", "b", "b 12", "1 2", "1 bc", "1 b c", "-1 b", "1 \u{e9}", "1 .b", "\u{661} b"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
