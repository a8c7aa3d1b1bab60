//! Counts, days and scores as they are said on this screen.

use crate::records::Timestamp;
use crate::records::progress::Heights;
use crate::sentence::capitalised;

/// Counts up to here are written out.
const WRITTEN_OUT: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

pub(super) use crate::records::DAY;

/// A count as it is written in running text.
pub(super) fn number(count: u64) -> String {
    let written = usize::try_from(count).ok().and_then(|count| WRITTEN_OUT.get(count));
    written.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A count with what is counted, which takes an "s" if it is not one.
pub(super) fn counted(count: u64, what: &str) -> String {
    let number = number(count);
    if count == 1 { format!("{number} {what}") } else { format!("{number} {what}s") }
}

/// How much all that is told comes from.
pub(super) fn so_far(attempts: u64) -> String {
    format!("From {} so far.", counted(attempts, "conversation"))
}

/// What was stopped before it came to an end.
pub(super) fn stopped(count: u64) -> String {
    let what = if count == 1 {
        "was stopped before it came to an end, and counts"
    } else {
        "were stopped before they came to an end, and count"
    };
    format!("{} {what} in nothing here.", capitalised(&number(count)))
}

/// From one day to another, or the one day.
pub(super) fn days(first: Timestamp, latest: Timestamp) -> String {
    let [first, latest] = [first, latest].map(|time| time.strftime(DAY).to_string());
    if first == latest { first } else { format!("{first} to {latest}") }
}

/// First, latest and best; only one of them after a single attempt, where they are the same.
pub(super) fn heights(heights: Heights, attempts: u64) -> String {
    let of = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    let Heights { first, latest, best } = heights;
    match (latest, attempts) {
        (None, _) if first.is_none() => "not met yet".to_owned(),
        (Some(only), 1) => format!("{only} of 100"),
        _ => format!("first {}, latest {}, best {}", of(first), of(latest), of(best)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_out_below_ten() {
        let said = [1, 2, 10, 1_000].map(|count| counted(count, "scenario"));
        assert_eq!(said, ["one scenario", "two scenarios", "10 scenarios", "1000 scenarios"]);
    }

    #[test]
    fn a_single_score_is_said_once() {
        let [none, once] = [None, Some(50)].map(|score| Heights { first: score, latest: score, best: score });
        assert_eq!(heights(none, 1), "not met yet");
        assert_eq!(heights(once, 1), "50 of 100");
        assert_eq!(heights(Heights { latest: None, ..once }, 2), "first 50, latest –, best 50");
    }

    #[test]
    fn a_day_is_said_once_and_any_time_can_be_said() {
        assert_eq!(days(Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH), "1 January 1970");
        assert!(days(Timestamp::MIN, Timestamp::MAX).ends_with(" December 9999"));
    }
}
