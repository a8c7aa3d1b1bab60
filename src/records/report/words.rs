//! The sentences and the words of a report.

use crate::records::people::{FEWER_THAN_FIVE, Shown};
use crate::records::{Measure, Spread};

use super::{Covers, Gain, Gap, GroupName, Share};

/// What stands where there is nothing to count.
pub(super) const NOTHING: &str = "\u{2013}";

/// What to do where too few people are among the attempts.
pub(super) const LATER: &str = "Nothing is said of fewer than five people, so that nobody can be picked out. Make the report \
                                again from the exports of more computers, or once more people have practised.";

/// The one thing to say.
pub(super) fn first_sentence(covers: &Covers, gaps: &[Gap]) -> String {
    if covers.people == Shown::Nobody {
        return "These files hold group sessions alone, and no attempt of a person.".to_owned();
    }
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
    let when = match covers.months {
        Some([first, last]) if first == last => format!(" These are of {first}."),
        Some([first, last]) => format!(" These are from {first} to {last}."),
        None => String::new(),
    };
    let mut told = vec![format!(
        "A score, 0 to 100, says how much of what could have been done in a conversation was done. Only first attempts at a \
         scenario count, because after one people have read what they could have done better.{when}"
    )];
    if let Some(practice) = covers.practice.told() {
        told.push(format!("Left out as practice: {practice} attempts at a scenario that somebody knew already."));
    }
    told.push(format!(
        "Where it says \u{201c}{FEWER_THAN_FIVE}\u{201d}, a figure is held back, so that nobody can be picked out."
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
pub(super) const HOW_MADE: [&str; 5] = [
    "Scores are made for practice. No figure here is about one person, and none should be used to judge one.",
    "A figure is held back where fewer than five people stand behind it, or where such a figure could be worked out from it and \
     others on this page. A month leaves out the attempts at a scenario that fewer than five people met in it, and a few more \
     where those could be worked out. Two reports of different days can still be compared.",
    "Means of different months come from different scenarios, which are not equally hard. Different texts of one scenario are \
     never counted together in its own figures.",
    "Months are those of Greenwich time (UTC).",
    "The tables beside this page (files that end in .csv) hold the same figures for a spreadsheet.",
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
    gain.normalised.map_or_else(|| NOTHING.to_owned(), |normalised| signed(normalised, 2))
}

/// A number with so many digits after the point, with a minus sign where it is below 0 and not where it is as good as 0.
pub(super) fn signed(number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    match text.strip_prefix('-') {
        Some(text) if text.contains(|digit: char| digit.is_ascii_digit() && digit != '0') => format!("\u{2212}{text}"),
        Some(text) => text.to_owned(),
        None => text,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_sign_where_it_is_below_zero_as_it_is_shown() {
        assert_eq!([signed(-0.004, 2), signed(-0.005_1, 2), signed(1.25, 1)], ["0.00", "\u{2212}0.01", "1.2"]);
    }
}
