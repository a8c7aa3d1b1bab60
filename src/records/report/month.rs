//! A month of a calendar year.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

/// A month, by the time of Greenwich (UTC), so that it is the same wherever a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: i16,
    /// 1–12.
    pub month: i8,
}

impl Month {
    #[must_use]
    pub fn of(time: Timestamp) -> Self {
        let date = time.to_zoned(TimeZone::UTC).date();
        Self { year: date.year(), month: date.month() }
    }
}

/// The names of the months.
const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Month {
    /// `Mar 2026`.
    pub(super) fn short(self) -> String {
        let name: String = self.name().chars().take(3).collect();
        format!("{name} {}", self.year)
    }

    fn name(self) -> &'static str {
        NAMES.into_iter().zip(1..).find(|(_, number)| *number == self.month).map_or("", |(name, _)| name)
    }

    /// `2026-03`, for a table that is read by programs.
    pub(super) fn sortable(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }
}

/// `March 2026`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name(), self.year)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.sortable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_named_by_the_time_of_greenwich() {
        let told = |time: &str| {
            let month = Month::of(time.parse().expect("a time"));
            [month.to_string(), month.short(), month.sortable()]
        };
        assert_eq!(told("2026-09-30T23:59:59Z"), ["September 2026", "Sep 2026", "2026-09"]);
        assert_eq!(told("2026-12-31T23:59:59-01:00"), ["January 2027", "Jan 2027", "2027-01"]);
    }
}
