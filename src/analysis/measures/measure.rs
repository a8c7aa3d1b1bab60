//! A measure of how a conversation is built, as data.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::super::Part;

/// What is measured of how a conversation is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// Decisions whose options all lead to the same scene in every state.
    OneRoad,
    /// Decisions at which too few options get an answer of their own.
    SameAnswer,
    /// Decisions after which what is said depends on a feeling, a need or something done earlier.
    DeafToFeelings,
    /// Decisions at which, before the moment's rule, another option is nearly as good as the best, or better.
    NoRival,
    /// Decisions at which the best option alone shows the most behaviours.
    BestShowsMost,
    /// Moments that the conversation does not show.
    MomentNotThere,
    /// The kinds of ending that can still be reached near the end of the best road.
    NoStakesLeft,
    /// How the plays of an equal mix of trainees are shared out among the endings.
    OneEnding,
    /// The turns to the nearest ending.
    NoEarlyDoor,
    /// Decisions without a moment.
    MomentUnnamed,
    /// Decisions with two moments at once.
    TwoMoments,
    /// How many kinds of moment there are, and the largest share of one.
    OneKindOfMoment,
    /// Decisions whose moment too many options meet.
    MetByAll,
    /// Options and passages for which the screen has no room.
    TooLongForTheScreen,
    /// Lines heard twice on one road, and texts that answer another option than the one taken.
    StaleReply,
}

/// A measure: what was found, and whether that keeps its limits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    pub measure: MeasureKind,
    pub verdict: Verdict,
    /// Those with limits, and some without; none where it is not known.
    pub quantities: Vec<Quantity>,
    /// Where it is not as it should be, in written order.
    pub breaches: Vec<Breach>,
}

/// Whether a measure keeps its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Kept,
    NotKept,
    /// The scenario has too few decisions to be judged as a whole.
    NotJudged,
    /// Too few roads or plays were looked at to tell.
    NotKnown,
}

/// A quantity and its limit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// What is counted.
    pub what: String,
    #[serde(flatten)]
    pub value: QuantityValue,
    /// Whether counting stopped early, so that it may be more; only then in data.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub or_more: bool,
    /// `None` for what is shown and not judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<QuantityLimit>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QuantityValue {
    /// A number of things.
    Count(usize),
    /// Some of so many things.
    Part { part: usize, whole: usize },
    /// A share, 0–1.
    Share(f64),
}

/// The limit of a quantity: for a count a number, for all others in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantityLimit {
    AtMost(usize),
    AtLeast(usize),
}

/// A place that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    #[serde(rename = "where")]
    pub part: Part,
    /// What was found there, where the measure alone does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

impl MeasureKind {
    /// A name for users, where there is no quantity to show.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::OneRoad => "One road",
            Self::SameAnswer => "Same answer",
            Self::DeafToFeelings => "Deaf to feelings",
            Self::NoRival => "No rival",
            Self::BestShowsMost => "Best shows most",
            Self::MomentNotThere => "Moment not there",
            Self::NoStakesLeft => "No stakes left",
            Self::OneEnding => "One ending",
            Self::NoEarlyDoor => "No early door",
            Self::MomentUnnamed => "Moment unnamed",
            Self::TwoMoments => "Two moments",
            Self::OneKindOfMoment => "One kind of moment",
            Self::MetByAll => "Met by all",
            Self::TooLongForTheScreen => "Too long for the screen",
            Self::StaleReply => "Stale reply",
        }
    }

    /// Whether it is about a scenario as a whole, of which too few decisions say nothing.
    #[must_use]
    pub const fn is_of_the_whole(self) -> bool {
        !matches!(self, Self::MomentNotThere | Self::MetByAll | Self::TooLongForTheScreen | Self::StaleReply)
    }
}

impl Measure {
    /// What was found, a line for each quantity.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        if self.quantities.is_empty() {
            return vec![self.measure.label().to_owned()];
        }
        self.quantities.iter().map(ToString::to_string).collect()
    }

    /// What was found; `judged` says whether the scenario has decisions enough to be judged as a whole.
    pub(super) fn new(measure: MeasureKind, judged: bool, quantities: Vec<Quantity>, breaches: Vec<Breach>) -> Self {
        let verdict = if measure.is_of_the_whole() && !judged {
            Verdict::NotJudged
        } else if quantities.is_empty() {
            Verdict::NotKnown
        } else if quantities.iter().all(Quantity::keeps) {
            Verdict::Kept
        } else {
            Verdict::NotKept
        };
        Self { measure, verdict, quantities, breaches }
    }

    /// Where not all was looked at and more could only be better: what breaks its limits so far is not known to.
    pub(super) fn unless_less(mut self, complete: bool) -> Self {
        if !complete && self.verdict == Verdict::NotKept {
            self.verdict = Verdict::NotKnown;
        }
        self
    }
}

impl Verdict {
    /// The words shown to users.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::NotKept => "NOT KEPT",
            Self::NotJudged => "not judged",
            Self::NotKnown => "not known",
        }
    }
}

impl Quantity {
    pub(super) fn count(what: impl Into<String>, count: usize, limit: QuantityLimit) -> Self {
        Self::of(what.into(), QuantityValue::Count(count), Some(limit))
    }

    /// A count that stopped early where `or_more` says so.
    pub(super) fn count_so_far(what: String, count: usize, or_more: bool, limit: QuantityLimit) -> Self {
        Self { or_more, ..Self::count(what, count, limit) }
    }

    pub(super) fn part(what: impl Into<String>, part: usize, whole: usize, limit: QuantityLimit) -> Self {
        Self::of(what.into(), QuantityValue::Part { part, whole }, Some(limit))
    }

    /// Some of so many things, without a limit.
    pub(super) fn part_unlimited(what: impl Into<String>, part: usize, whole: usize) -> Self {
        Self::of(what.into(), QuantityValue::Part { part, whole }, None)
    }

    pub(super) fn share(what: impl Into<String>, share: f64, limit: QuantityLimit) -> Self {
        Self::of(what.into(), QuantityValue::Share(share), Some(limit))
    }

    const fn of(what: String, value: QuantityValue, limit: Option<QuantityLimit>) -> Self {
        Self { what, value, or_more: false, limit }
    }

    /// Whether it keeps its limit, as far as was counted. A part of nothing does, and what has no limit.
    #[must_use]
    pub fn keeps(&self) -> bool {
        let Some(limit) = self.limit else { return true };
        match (self.value, limit) {
            (QuantityValue::Count(count), QuantityLimit::AtMost(limit)) => count <= limit,
            (QuantityValue::Count(count), QuantityLimit::AtLeast(limit)) => count >= limit,
            (QuantityValue::Part { part, whole }, QuantityLimit::AtMost(limit)) => part * 100 <= whole * limit,
            (QuantityValue::Part { part, whole }, QuantityLimit::AtLeast(limit)) => part * 100 >= whole * limit,
            (QuantityValue::Share(share), QuantityLimit::AtMost(limit)) => share * 100.0 <= percent(limit),
            (QuantityValue::Share(share), QuantityLimit::AtLeast(limit)) => share * 100.0 >= percent(limit),
        }
    }
}

/// A limit in percent as a float.
fn percent(limit: usize) -> f64 {
    u32::try_from(limit).map_or(f64::INFINITY, f64::from)
}

/// "Decisions without a moment: 2 of 15 (13 %); at most 25 %".
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.what)?;
        let unit = match self.value {
            QuantityValue::Count(count) => {
                write!(f, "{count}{}", if self.or_more { " or more" } else { "" })?;
                ""
            }
            QuantityValue::Part { part, whole } => {
                write!(f, "{part} of {whole}")?;
                if let Some(percent) = (200 * part + whole).checked_div(2 * whole) {
                    write!(f, " ({percent} %)")?;
                }
                " %"
            }
            QuantityValue::Share(share) => {
                write!(f, "{:.1} %", 100.0 * share)?;
                " %"
            }
        };
        match self.limit {
            None => Ok(()),
            Some(QuantityLimit::AtMost(0)) => write!(f, "; there should be none"),
            Some(QuantityLimit::AtMost(limit)) => write!(f, "; at most {limit}{unit}"),
            Some(QuantityLimit::AtLeast(limit)) => write!(f, "; at least {limit}{unit}"),
        }
    }
}

/// `"count": 3`, `"part": 5, "whole": 15` or `"share": 0.61`.
impl Serialize for QuantityValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Count(count) => map.serialize_entry("count", count)?,
            Self::Part { part, whole } => {
                map.serialize_entry("part", part)?;
                map.serialize_entry("whole", whole)?;
            }
            Self::Share(share) => map.serialize_entry("share", share)?,
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, MeasureKind, Quantity, QuantityLimit, Verdict};

    #[test]
    fn what_was_counted_in_part_fails_no_limit_that_more_would_keep() {
        let verdict = |count, or_more| {
            let quantity = Quantity::count_so_far("Kinds".to_owned(), count, or_more, QuantityLimit::AtLeast(2));
            let told = quantity.to_string();
            let measure = Measure::new(MeasureKind::NoStakesLeft, true, vec![quantity], Vec::new());
            (measure.unless_less(!or_more).verdict, told)
        };
        assert_eq!(verdict(1, true), (Verdict::NotKnown, "Kinds: 1 or more; at least 2".to_owned()));
        assert_eq!(verdict(2, true), (Verdict::Kept, "Kinds: 2 or more; at least 2".to_owned()));
        assert_eq!(verdict(1, false), (Verdict::NotKept, "Kinds: 1; at least 2".to_owned()));
    }

    #[cfg(feature = "files")]
    #[test]
    fn data_says_where_there_may_be_more_and_has_no_limit_where_there_is_none() {
        let data = |quantity: &Quantity| serde_json::to_value(quantity).expect("it can be written");
        let more = Quantity::count_so_far("Kinds".to_owned(), 2, true, QuantityLimit::AtLeast(2));
        let expected = serde_json::json!({"what": "Kinds", "count": 2, "or_more": true, "limit": {"at_least": 2}});
        assert_eq!(data(&more), expected);
        let unlimited = Quantity::part_unlimited("Lines", 1, 4);
        assert_eq!(data(&unlimited), serde_json::json!({"what": "Lines", "part": 1, "whole": 4}));
    }
}
