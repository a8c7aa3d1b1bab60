//! The sentences and the words of a report.

use crate::records::people::{FEWER_THAN_FIVE, Shown};
use crate::records::{Measure, Spread};

use super::{Covers, Gain, Gap, GroupName, Share};

/// What stands where there is nothing to count.
pub(super) const NOTHING: &str = "\u{2013}";

/// The one thing to say.
pub(super) fn first_sentence(covers: &Covers, gaps: &[Gap]) -> String {
    let (Some(people), Some(attempts)) = (covers.people.told(), covers.first_attempts.told()) else {
        return format!("Nothing can be told yet: these are the attempts of {FEWER_THAN_FIVE}.");
    };
    let who = format!("{people} people made {attempts} first attempts");
    let Some(furthest) = gaps.first() else { return format!("{who}. No targets are set.") };
    if furthest.gap <= 0.0 {
        return format!("{who}, and every mean that can be told reaches its target.");
    }
    let Gap { mean, target, .. } = furthest;
    format!("{who}. Furthest below its target is {}: a mean of {mean:.1}, where {target} is wanted.", of_gap(furthest))
}

/// What a gap is about.
pub(super) fn of_gap(gap: &Gap) -> String {
    gap.strategy.clone().unwrap_or_else(|| match gap.measure {
        Measure::On(dimension) => dimension.label().to_lowercase(),
        Measure::Overall => "the mean of the dimensions".to_owned(),
    })
}

/// What the report covers, in sentences.
pub(super) fn covers(covers: &Covers) -> Vec<String> {
    let mut told = Vec::new();
    if let Some([first, last]) = covers.months {
        told.push(format!("First attempts from {first} to {last}. Months are those of Greenwich time (UTC)."));
    }
    let practice = shown(&covers.practice, ToString::to_string);
    told.push(format!(
        "Attempts at a scenario that somebody knew already: {practice}. They are practice, and count nowhere else."
    ));
    if covers.again > 0 {
        told.push(format!("{} attempts came more than once, and count once.", covers.again));
    }
    if covers.differing > 0 {
        told.push(format!(
            "{} attempts came in versions that differ; the version that came first counts.",
            covers.differing
        ));
    }
    told
}

/// How the figures are made, for whoever wants to know.
pub(super) const HOW_MADE: [&str; 6] = [
    "A score says how much of what could have been done on the road taken was done. It is made for practice, and no figure \
     here is about one person.",
    "Only people\u{2019}s first attempts at a scenario say how they do: after that they have read the debrief.",
    "A cell that says \u{201c}fewer than five people\u{201d} holds back a figure from fewer than five people, or one from \
     which such a figure could be worked out with others on this page. A month leaves out the attempts at a scenario that \
     fewer than five people met in it, and a few more where those could be worked out. Two reports of different days can \
     still be compared.",
    "Means of different months come from different scenarios, which are not equally hard. Different texts of one scenario are \
     never counted together in its own figures.",
    "Quartiles are scores that a quarter, a half and three quarters of the attempts do not exceed.",
    "The normalised gain is the share of what was left to gain (Hake 1998).",
];

/// A figure in words, or why there is none.
pub(super) fn shown<T>(figure: &Shown<T>, words: impl FnOnce(&T) -> String) -> String {
    match figure {
        Shown::Told(figure) => words(figure),
        Shown::Nobody => NOTHING.to_owned(),
        Shown::FewerThanFive => FEWER_THAN_FIVE.to_owned(),
    }
}

pub(super) fn mean(spread: &Spread) -> String {
    format!("{:.1}", spread.mean)
}

pub(super) fn quartiles(spread: &Spread) -> String {
    let [lower, median, upper] = spread.quartiles;
    format!("{lower} \u{b7} {median} \u{b7} {upper}")
}

pub(super) fn percent(share: &Share) -> String {
    format!("{:.0} %", share.percent())
}

pub(super) fn normalised(gain: &Gain) -> String {
    gain.normalised.map_or_else(|| NOTHING.to_owned(), |normalised| format!("{normalised:.2}"))
}

/// A group's name; a scenario's with the beginning of its hash.
pub(super) fn name(group: &GroupName) -> String {
    match group {
        GroupName::Everyone => "Everyone".to_owned(),
        GroupName::Strategy(strategy) => strategy.clone(),
        GroupName::Scenario { title, hash, .. } => {
            let hash: String = hash.to_string().chars().take(7).collect();
            format!("{title} ({hash})")
        }
    }
}
