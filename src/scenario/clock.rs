//! The time of day in a scenario that runs by the clock.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::source::decoding::{Kind, Read, Reader, short};
use crate::source::{Node, Value};

use super::rules::CLOCK_TIME;

/// The minutes of a day.
const DAY: u16 = 24 * 60;

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    /// Since midnight, 0–1439.
    minutes: u16,
}

impl ClockTime {
    /// Reads `19:40`, hours from 0 to 23 and minutes of two digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let number = |digits: &str, longest: usize, bound: u16| {
            let plain = (1..=longest).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u16>().ok().filter(|number| plain && *number < bound)
        };
        let minutes = number(minutes, 2, 60).filter(|_| minutes.len() == 2)?;
        Some(Self { minutes: number(hours, 2, 24)? * 60 + minutes })
    }

    /// The hour, 0–23.
    #[must_use]
    pub fn hour(self) -> u8 {
        u8::try_from(self.minutes / 60).unwrap_or_default()
    }

    /// The minute of the hour, 0–59.
    #[must_use]
    pub fn minute(self) -> u8 {
        u8::try_from(self.minutes % 60).unwrap_or_default()
    }

    /// The time so many minutes later, through midnight where it comes to that.
    #[must_use]
    pub fn after(self, minutes: u32) -> Self {
        let sum = (u32::from(self.minutes) + minutes % u32::from(DAY)) % u32::from(DAY);
        Self { minutes: u16::try_from(sum).unwrap_or_default() }
    }

    /// The minutes until it is `later` for the first time, 0–1439.
    #[must_use]
    pub const fn until(self, later: Self) -> u16 {
        (later.minutes + DAY - self.minutes) % DAY
    }
}

impl ClockTime {
    /// What a clock on the wall says, for those who do not see it.
    #[must_use]
    pub fn shown(self) -> String {
        format!("The clock shows {self}")
    }

    /// What is to be known of time before a conversation that begins at it.
    #[must_use]
    pub fn announced(self) -> String {
        format!("It runs by the clock and begins at {self}. What you do takes its time, and nobody will remind you.")
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for ClockTime {
    const WHAT: &'static str = "a time of day, such as `\"19:40\"`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            return reader.wrong_type(node, Self::WHAT, None);
        };
        let time = Self::parse(text);
        if time.is_none() {
            let message = format!("`{}` is not a time of day", short(text));
            reader.report(CLOCK_TIME.at(node.span, message).hint("write hours and minutes, from `00:00` to `23:59`"));
        }
        time
    }

    fn kind() -> Kind {
        Kind::plain(Self::WHAT.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::ClockTime;

    fn at(text: &str) -> ClockTime {
        ClockTime::parse(text).expect("a time of day")
    }

    #[test]
    fn a_time_is_written_as_it_is_read() {
        for text in ["00:00", "07:05", "19:40", "23:59"] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("7:05"), at("07:05"));
        for text in ["", "19", "24:00", "19:60", "19:4", "19:400", "-1:00", "+1:00", "19:40 ", "nineteen", "١٩:٤٠"]
        {
            assert_eq!(ClockTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn it_counts_through_midnight() {
        assert_eq!(at("23:50").after(25), at("00:15"));
        assert_eq!(at("23:50").after(24 * 60), at("23:50"));
        assert_eq!(at("00:00").after(u32::MAX), at("00:00").after(u32::MAX % 1440));
        assert_eq!(at("23:50").until(at("00:15")), 25);
        assert_eq!(at("19:40").until(at("19:40")), 0);
        assert_eq!(at("19:40").until(at("19:39")), 1439);
    }
}
