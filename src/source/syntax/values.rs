//! What is written between the names of fields and is no single value of RON: a time of day, a number with its unit, a
//! list without brackets.

use crate::source::diagnostics::Diagnostic;

use super::parse::Parser;
use super::rules;
use super::token::Kind;

impl Parser<'_, '_> {
    /// The mistake in a time of day without quotation marks, with its colon next: `16:40`.
    pub(super) fn bare_time(&self) -> Option<Diagnostic> {
        let (span, written) = self.written(1, 1)?;
        let (hours, minutes) = written.split_once(':')?;
        let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let hint = format!("write `\"{written}\"`");
        let message = "A time of day needs quotation marks";
        (digits(hours) && digits(minutes)).then(|| rules::MISSING_QUOTES.at(span, message).hint(hint))
    }

    /// The mistake in a number with a word behind it, which comes next: `4 min`.
    pub(super) fn number_with_unit(&self) -> Option<Diagnostic> {
        let (span, written) = self.written(1, 0).filter(|_| matches!(self.peek(), Some(Kind::Word(_))))?;
        let (number, _) = written.split_once(' ').filter(|_| matches!(self.behind(1), Some(Kind::Literal(_))))?;
        let number = Some(number).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
        let message = "A number stands alone, without a word for what it counts";
        let hint = format!("write only the number, `{number}`; if it is a text, put it in quotation marks");
        Some(rules::MISSING_QUOTES.at(span, message).hint(hint))
    }

    /// How the list is written whose last word was just read in place of a field's name: `moment: repair, room`.
    pub(super) fn list_without_brackets(&self) -> Option<String> {
        let kinds = [4, 3, 2, 1].map(|before| self.behind(before));
        let [Some(Kind::Colon), Some(Kind::Word(_)), Some(Kind::Comma), Some(Kind::Word(_))] = kinds else {
            return None;
        };
        let (_, both) = self.written(3, 0)?;
        let words = both.split(',').take(2).map(str::trim).collect::<Vec<_>>().join(", ");
        Some(format!("if both belong to one field, put them in brackets: `[{words}]`"))
    }
}
