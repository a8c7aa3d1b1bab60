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
        let number = |digits: &str, bound: u16| {
            let plain = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u16>().ok().filter(|number| plain && *number < bound)
        };
        let minutes = number(minutes, 60).filter(|_| minutes.len() == 2)?;
        Some(Self { minutes: number(hours, 24)? * 60 + minutes })
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

    /// How a time is written.
    pub(crate) const BOUNDS: &str = "write hours and minutes, from `00:00` to `23:59`";

    /// The time that is meant by what is no time as the format writes it: `16.40`, `16h40`, `1640`, `4:40 pm`.
    pub(crate) fn guess(text: &str) -> Option<Self> {
        let lower = text.trim().to_ascii_lowercase().replace(['.', 'h'], ":");
        let halves = [("pm", 12), ("p:m:", 12), ("am", 0), ("a:m:", 0)];
        let half = halves.iter().find_map(|(half, hours)| Some((lower.strip_suffix(half)?.trim_end(), *hours)));
        let digits = half.map_or(lower.as_str(), |(digits, _)| digits);
        let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let digits = match (digits.split_at_checked(2), half) {
            (Some((hours, minutes)), _) if four => format!("{hours}:{minutes}"),
            (_, Some(_)) if !digits.contains(':') => format!("{digits}:00"),
            _ => digits.to_owned(),
        };
        let time = Self::parse(&digits)?;
        match half {
            None => Some(time),
            // The hours of half a day go from 12 over 1 to 11.
            Some((_, later)) => (1..=12).contains(&time.hour()).then(|| {
                let hour = u16::from(time.hour() % 12) + later;
                Self { minutes: hour * 60 + u16::from(time.minute()) }
            }),
        }
    }

    /// A hint at how it is written.
    fn as_written(self) -> String {
        format!("write `\"{self}\"`")
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
            let meant = Self::guess(reader.written(node.span)).map(Self::as_written);
            return reader.wrong_type(node, Self::WHAT, meant.as_deref());
        };
        let time = Self::parse(text);
        if time.is_none() {
            let message = format!("`{}` is not a time of day", short(text));
            let bounds = || Self::BOUNDS.to_owned();
            reader.report(
                CLOCK_TIME.at(node.span, message).hint(Self::guess(text).map_or_else(bounds, Self::as_written)),
            );
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
    fn what_is_meant_is_a_time_or_nothing() {
        for (written, time) in [
            ("16.40", Some("16:40")),
            ("9.30", Some("09:30")),
            ("16h40", Some("16:40")),
            ("1640", Some("16:40")),
            ("4:40 pm", Some("16:40")),
            ("4.40 p.m.", Some("16:40")),
            ("12:10 am", Some("00:10")),
            ("12:10PM", Some("12:10")),
            ("4 pm", Some("16:00")),
            ("13:00 pm", None),
            ("0:10 am", None),
            ("16", None),
            ("25.10", None),
            ("half past nine", None),
            ("", None),
        ] {
            assert_eq!(ClockTime::guess(written).map(|time| time.to_string()).as_deref(), time, "{written}");
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
