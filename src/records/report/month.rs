//! A month of a calendar year.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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

    /// How many months after the first of the year 0 it is.
    #[must_use]
    pub fn number(self) -> i32 {
        12 * i32::from(self.year) + i32::from(self.month) - 1
    }
}

impl Month {
    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.month {
            12.. => Self { year: self.year.saturating_add(1), month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
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
    #[must_use]
    pub fn short(self) -> String {
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

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parts = text.rsplit_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        let month = parts.map(|(year, month)| Self { year, month }).filter(|one| (1..=12).contains(&one.month));
        month.ok_or_else(|| de::Error::custom("a month is a year and a number from 1 to 12"))
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
        for month in [1, 12] {
            for year in [-9999, 0, 2026] {
                let one = Month { year, month };
                let text = serde_json::to_string(&one).expect("plain data");
                assert_eq!(serde_json::from_str::<Month>(&text).expect("as it was written"), one);
            }
        }
        for wrong in ["\"2026-13\"", "\"2026\"", "\"May\"", "5"] {
            serde_json::from_str::<Month>(wrong).expect_err(wrong);
        }
        assert_eq!(told("2026-12-31T23:59:59-01:00"), ["January 2027", "Jan 2027", "2027-01"]);
    }
}
