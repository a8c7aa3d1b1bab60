//! When "next time I will …" is due: the date that was written beside it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::spaced::day;
use super::state::Resolution;

/// Where no date was written, or none that can be read, practice is due after so many days.
const DAYS: i64 = 7;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The date in what somebody wrote on a day: `2026-03-12`, `12/3/2026` or `12.3.2026` (the day first), `12 March`, with a year
/// or without, `tomorrow`, `next week`, or the name of a day of the week, the next one. `None` where there is none of these.
#[must_use]
pub fn date_in(text: &str, written: Date) -> Option<Date> {
    let text = text.to_lowercase();
    let separates = |c: char| !(c.is_alphanumeric() || ['-', '/', '.'].contains(&c));
    let words: Vec<&str> =
        text.split(separates).map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).collect();
    let named = words.iter().enumerate().find_map(|(at, word)| {
        in_numbers(word).or_else(|| of_month(word, words.get(at + 1)?, words.get(at + 2).copied(), written))
    });
    named.or_else(|| relative(&words, written))
}

fn in_numbers(word: &str) -> Option<Date> {
    let parts: Vec<i16> = word.split(['-', '/', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[one, month, other] = parts.as_slice() else { return None };
    let (year, day) = if one > 31 { (one, other) } else { (other, one) };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Without a year, the first such day from the day of writing on.
fn of_month(day: &str, month: &str, year: Option<&str>, written: Date) -> Option<Date> {
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    let month = MONTHS.iter().position(|name| month.starts_with(name))?;
    let month = i8::try_from(month + 1).ok()?;
    let given: Option<i16> = year.and_then(|year| year.parse().ok()).filter(|year| *year > 1900);
    let of = |year: i16| Date::new(year, month, day).ok();
    match given {
        Some(year) => of(year),
        None => of(written.year()).filter(|date| *date >= written).or_else(|| of(written.year() + 1)),
    }
}

fn relative(words: &[&str], written: Date) -> Option<Date> {
    let after = |days: i64| written.checked_add(days.days()).ok();
    if words.contains(&"tomorrow") {
        return after(1);
    }
    if words.windows(2).any(|pair| pair == ["next", "week"]) {
        return after(7);
    }
    let (_, weekday) = WEEKDAYS.into_iter().find(|(name, _)| words.contains(name))?;
    written.nth_weekday(1, weekday).ok()
}

impl Resolution {
    /// The day that somebody has set themselves.
    pub(super) fn due(&self) -> Option<Date> {
        let written = day(self.at);
        date_in(&self.by, written).or_else(|| written.checked_add(DAYS.days()).ok())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let written = date(2026, 11, 30);
        for (text, day) in [
            ("2026-12-24", Some(date(2026, 12, 24))),
            ("by 3/12/2026, at the latest", Some(date(2026, 12, 3))),
            ("3.12.2026.", Some(date(2026, 12, 3))),
            ("12 March", Some(date(2027, 3, 12))),
            ("the 1st December 2028", Some(date(2028, 12, 1))),
            ("30 Nov", Some(written)),
            ("Tomorrow!", Some(date(2026, 12, 1))),
            ("next week", Some(date(2026, 12, 7))),
            ("on Monday", Some(date(2026, 12, 7))),
            ("Friday", Some(date(2026, 12, 4))),
            ("31 February", None),
            ("99/99/9999", None),
            ("when I am ready", None),
            ("99999999999999999999 March", None),
            ("", None),
        ] {
            assert_eq!(date_in(text, written), day, "{text}");
        }
    }
}
