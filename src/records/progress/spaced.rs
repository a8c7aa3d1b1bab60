//! Spaced practice: what somebody wants to do next time is due on a day of their own, and once it was practised it comes back at
//! a growing distance. Where the distances come from stands in `docs/notes/spaced-practice.md`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::records::report::Month;
use crate::records::{Outcome, Timestamp};

use super::Progress;
use super::months::of_month;
use super::next::twin_of;
use super::state::Resolution;

/// It comes back so many days after it was practised for the first time, the second, and the third; after that it stays.
pub const DISTANCES: [i64; 3] = [21, 60, 180];

/// Of each scenario the days of so many months are kept, the latest in which it was played.
const MOST: usize = 24;

/// Where what somebody wants to do stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scheduled {
    pub(super) on: Date,
    /// How often it was practised since it was written.
    pub(super) practised: usize,
}

/// The day of a moment, by the time of Greenwich (UTC).
pub(super) fn day(time: Timestamp) -> Date {
    time.to_zoned(TimeZone::UTC).date()
}

/// When what was written on a day comes up next; `None` where it has come back as often as it does. `days` are those on which
/// it was practised, in order. One that comes before half of the distance is over is too early to count, but for the first.
pub(super) fn scheduled(written: Date, due: Date, days: impl IntoIterator<Item = Date>) -> Option<Scheduled> {
    let mut next = Scheduled { on: due, practised: 0 };
    let mut since = written;
    for day in days {
        let halfway = since.checked_add((next.on - since).get_days().saturating_add(1).div_euclid(2).days()).ok()?;
        if next.practised > 0 && day < halfway {
            continue;
        }
        let distance = *DISTANCES.get(next.practised)?;
        next = Scheduled { on: day.checked_add(distance.days()).ok()?, practised: next.practised + 1 };
        since = day;
    }
    Some(next)
}

impl Progress {
    pub(super) fn add_day(&mut self, outcome: &Outcome) {
        let months = self.days.entry(outcome.scenario.id.clone()).or_default();
        if let Some(days) = of_month(months, Month::of(outcome.ended), MOST) {
            *days |= 1 << (day(outcome.ended).day() - 1);
        }
    }

    /// When what somebody wants to do at a scenario comes up next. To play its twin is to practise it too. A day to come was
    /// not practised on, whatever a clock said; by the time of Greenwich it may be tomorrow.
    pub(super) fn scheduled(&self, id: &str, resolution: &Resolution, today: Date) -> Option<Scheduled> {
        let written = day(resolution.at);
        let latest = today.tomorrow().unwrap_or(today);
        let both = || [Some(id), twin_of(id)].into_iter().flatten();
        let since = both().flat_map(|id| self.days_of(id)).filter(|day| *day > written && *day <= latest);
        let mut days: BTreeSet<Date> = since.collect();
        // What was kept later was played later, whatever the clock said.
        let later = both().filter_map(|id| self.latest(id)).filter(|latest| *latest > resolution.place());
        if later.into_iter().any(|(_, at, _)| day(at) < written) {
            days.insert(written);
        }
        scheduled(written, resolution.due()?, days)
    }

    fn days_of(&self, id: &str) -> impl Iterator<Item = Date> {
        let months = self.days.get(id).into_iter().flat_map(BTreeMap::iter);
        months.flat_map(|(month, days)| {
            let played = (1..=31).filter(move |day| days & (1 << (day - 1)) != 0);
            played.filter_map(|day| Date::new(month.year, month.month, day).ok())
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_practised_comes_back_at_a_growing_distance_until_it_stays() {
        let (written, due) = (date(2026, 1, 1), date(2026, 1, 8));
        let on = |days: &[Date]| scheduled(written, due, days.iter().copied()).map(|next| (next.on, next.practised));
        assert_eq!(on(&[]), Some((due, 0)));
        let mut days = vec![date(2026, 1, 3)];
        assert_eq!(on(&days), Some((date(2026, 1, 24), 1)), "earlier than one wanted to is in time");
        days.push(date(2026, 1, 13));
        assert_eq!(on(&days), Some((date(2026, 1, 24), 1)), "ten days are too few to count");
        days.push(date(2026, 1, 14));
        assert_eq!(on(&days), Some((date(2026, 3, 15), 2)), "from halfway on it counts");
        days.push(date(2026, 9, 1));
        assert_eq!(on(&days), Some((date(2027, 2, 28), 3)), "however late it is");
        days.push(date(2027, 3, 1));
        assert_eq!(on(&days), None);
        assert!(DISTANCES.is_sorted());
    }

    #[test]
    fn any_days_are_survived() {
        for days in [[Date::MIN; 2], [Date::MAX; 2], [Date::MIN, Date::MAX]] {
            for written in [Date::MIN, Date::MAX] {
                let next = scheduled(written, written, days);
                assert!(next.is_none_or(|next| next.practised <= 2), "{next:?}");
            }
        }
    }
}
