//! What a plan expects of a number.

use std::fmt;

/// What a plan expects of a number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedNumber {
    /// This or more.
    AtLeast(u8),
    /// Less than this.
    Below(u8),
    /// Between these, both included.
    Between(u8, u8),
}

impl ExpectedNumber {
    /// Reads `at least 40`, `below 40`, `40` or `30 to 40`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| text.trim().parse::<u8>().ok().filter(|number| *number <= 100);
        if let Some(least) = text.strip_prefix("at least ") {
            return number(least).map(Self::AtLeast);
        }
        if let Some(bound) = text.strip_prefix("below ") {
            return number(bound).map(Self::Below);
        }
        let (low, high) = text.split_once(" to ").unwrap_or((text, text));
        number(low).zip(number(high)).filter(|(low, high)| low <= high).map(|(low, high)| Self::Between(low, high))
    }

    /// Whether `number` is as expected.
    #[must_use]
    pub const fn holds(self, number: u8) -> bool {
        match self {
            Self::AtLeast(least) => number >= least,
            Self::Below(bound) => number < bound,
            Self::Between(low, high) => low <= number && number <= high,
        }
    }
}

impl fmt::Display for ExpectedNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "at least {least}"),
            Self::Below(bound) => write!(f, "below {bound}"),
            Self::Between(low, high) if low == high => write!(f, "{low}"),
            Self::Between(low, high) => write!(f, "{low} to {high}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ExpectedNumber;

    #[test]
    fn a_bound_is_written_as_it_is_read() {
        for text in ["at least 40", "below 100", "0", "30 to 40"] {
            assert_eq!(ExpectedNumber::parse(text).map(|bound| bound.to_string()).as_deref(), Some(text));
        }
        for text in ["", "at least", "at most 4", "101", "40 to 30", "-1", "4.5"] {
            assert_eq!(ExpectedNumber::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_bound_holds_from_its_least_to_below_its_end() {
        assert!(ExpectedNumber::AtLeast(40).holds(40) && !ExpectedNumber::AtLeast(40).holds(39));
        assert!(ExpectedNumber::Below(40).holds(39) && !ExpectedNumber::Below(40).holds(40));
        assert!(
            ExpectedNumber::Between(30, 40).holds(30)
                && ExpectedNumber::Between(30, 40).holds(40)
                && !ExpectedNumber::Between(30, 40).holds(41)
        );
    }
}
