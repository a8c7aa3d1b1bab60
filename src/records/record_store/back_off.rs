//! How long a store is left alone that cannot take anything.

use jiff::SignedDuration;

use crate::hash::name_key;
use crate::records::Timestamp;

use super::answer::LONGEST_WAIT;

/// How long after the first failure; each further one doubles it.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(2);

/// When the store may be asked again.
#[derive(Clone, Debug, Default)]
pub(super) struct BackOff {
    failures: u32,
    until: Option<Timestamp>,
}

impl BackOff {
    /// When it may be asked again; `None` for now. A clock that was set back lets nobody wait longer than ever intended.
    pub(super) fn until(&self, now: Timestamp) -> Option<Timestamp> {
        let latest = now.saturating_add(LONGEST_WAIT).unwrap_or(now);
        self.until.map(|until| until.min(latest)).filter(|&until| now < until)
    }

    /// Waits until then: the store has asked for it before.
    pub(super) const fn wait_until(&mut self, until: Timestamp) {
        self.until = Some(until);
    }

    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// Waits as long as the store asks for, or twice as long as the last time. `key` spreads those who were cut off at
    /// once, over half of that time, and differs from one of them to the next.
    pub(super) fn fail(&mut self, asked: Option<SignedDuration>, key: &str, now: Timestamp) -> Timestamp {
        let doubled = FIRST_WAIT.checked_mul(1 << self.failures.min(20)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        self.failures = self.failures.saturating_add(1);
        let wait = asked.unwrap_or_else(|| {
            let share = i64::try_from(name_key(&format!("{key} {}", self.failures)) % 1_000).unwrap_or_default();
            let half = doubled.as_secs() * 500;
            SignedDuration::from_millis(half + half * share / 1_000)
        });
        let until = now.saturating_add(wait).unwrap_or(now);
        self.until = Some(until);
        until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(key: &str) -> Vec<i64> {
        let mut back_off = BackOff::default();
        let now = Timestamp::UNIX_EPOCH;
        (0..40).map(|_| back_off.fail(None, key, now).as_millisecond()).collect()
    }

    #[test]
    fn each_failure_doubles_the_wait_up_to_an_hour_and_stores_are_not_all_asked_at_once() {
        for (failure, wait) in waits("a").into_iter().enumerate() {
            let most = (2_000_i64 << failure.min(20)).min(3_600_000);
            assert!((most / 2..=most).contains(&wait), "{failure}: {wait} of {most}");
        }
        assert_eq!(waits("a"), waits("a"), "by the ids alone");
        let apart = waits("a").iter().zip(&waits("b")).filter(|(one, other)| one != other).count();
        assert!(apart > 30, "{apart}");
    }

    #[test]
    fn what_the_store_asks_for_counts_and_a_clock_that_is_set_back_does_not() {
        let mut back_off = BackOff::default();
        let now = Timestamp::from_second(100_000).expect("a time");
        let until = back_off.fail(Some(SignedDuration::from_secs(7)), "a", now);
        assert_eq!(until, Timestamp::from_second(100_007).expect("a time"));
        assert_eq!((back_off.until(now), back_off.until(until)), (Some(until), None));
        let hour_later = Timestamp::from_second(50_000 + 3_600).expect("a time");
        assert_eq!(back_off.until(Timestamp::from_second(50_000).expect("a time")), Some(hour_later));
        back_off.reset();
        assert_eq!(back_off.until(now), None);
    }
}
