//! The sentences and the words of a report.

use crate::records::people::{FEWER_THAN_FIVE, HELD_BACK, LEAST_PEOPLE, Shown};
use crate::records::{Measure, Spread};

use super::{Covers, Gain, Gap, GroupName, Indicator, IndicatorOverTime, Share, ShareTold, Sources};

/// What stands where there is nothing to count.
pub(super) const NOTHING: &str = "\u{2013}";

/// What to do where too few people are among the attempts.
pub(super) const LATER: &str = "Nothing is said of fewer than five people, so that nobody can be picked out. Make the report \
                                again from the exports of more computers, or once more people have practised.";

/// From how many of a hundred conversations that ended unsafely on, the first sentences say so: a tenth is more than chance in
/// any programme of some size, and nobody should have to look for it.
const UNSAFE_NAMED: f64 = 10.0;

/// The one thing to say, and where many conversations ended unsafely, that.
pub(super) fn first_sentence(covers: &Covers, gaps: &[Gap], indicators: &[IndicatorOverTime]) -> String {
    if covers.people == Shown::Nobody {
        return match covers.everybody {
            Shown::Nobody => "These files hold group sessions alone, and no attempt of a person.".to_owned(),
            _ => "Nothing can be told yet: no first attempt at a scenario came to an end.".to_owned(),
        };
    }
    let (Some(people), Some(attempts)) = (covers.people.told(), covers.first_attempts.told()) else {
        return format!("Nothing can be told yet: these are the attempts of {FEWER_THAN_FIVE}.");
    };
    let who = format!("{people} people made {attempts} first attempts");
    let unsafely = indicators.iter().find(|of| of.indicator == Indicator::EndedUnsafe).and_then(|of| of.whole.told());
    let unsafely = unsafely.filter(|share| share.percent() >= UNSAFE_NAMED).map_or_else(String::new, |share| {
        format!(" {} of these conversations ended unsafely: somebody came to harm, or could have.", percent(share))
    });
    let Some(furthest) = gaps.first() else { return format!("{who}.{unsafely} No targets are set.") };
    if furthest.gap <= 0.0 {
        return format!("{who}, and every mean that can be told reaches its target.{unsafely}");
    }
    let Gap { mean, target, .. } = furthest;
    format!(
        "{who}.{unsafely} Furthest below its target is {}: a mean of {mean:.1}, where {target} is wanted.",
        of_gap(furthest)
    )
}

/// What a gap is about.
pub(super) fn of_gap(gap: &Gap) -> String {
    gap.strategy.clone().unwrap_or_else(|| match gap.measure {
        Measure::On(dimension) => dimension.label().to_lowercase(),
        Measure::Overall => "the mean of the dimensions".to_owned(),
    })
}

/// From what the report was made: how much was read, of how many, and by which Bedside. It has no date, so that the same files
/// always give the same page.
pub(super) fn read(covers: &Covers) -> String {
    let Sources { number, unread } = covers.sources;
    let counted = |number: u64, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let from = counted(number, "source", "sources").map_or_else(String::new, |sources| format!(" from {sources}"));
    let unread = counted(unread, "entry", "entries");
    let unread = unread.map_or_else(String::new, |entries| format!(", of which {entries} could not be read"));
    let what = match (covers.attempts.told(), covers.everybody.told()) {
        (Some(attempts), Some(people)) => format!(" It counts {attempts} attempts of {people} profiles."),
        (Some(attempts), None) => format!(" It counts {attempts} attempts."),
        (None, _) => String::new(),
    };
    format!(
        "Made by Bedside {}{from}{unread}.{what} A profile counts as a person: where several people share one, they count as one.",
        env!("CARGO_PKG_VERSION")
    )
}

/// What the report covers, in sentences.
pub(super) fn covers(covers: &Covers) -> Vec<String> {
    let when = match covers.months {
        Some([first, last]) if first == last => format!(" These are of {first}."),
        Some([first, last]) => format!(" These are from {first} to {last}."),
        None => String::new(),
    };
    let mut told = vec![
        format!(
            "A score, 0 to 100, says how much of what could have been done in a conversation was done. Only first attempts at \
             a scenario that came to an end count, because after one people have read what they could have done better.{when}"
        ),
        format!("Stopped early, and counted nowhere else: {}.", of_share(&covers.stopped, "first attempts")),
        format!(
            "Without hints and feedback (\u{201c}assess\u{201d}): {}. These and the others (\u{201c}practise\u{201d}) are counted \
             together.",
            of_share(&covers.assessed, "attempts")
        ),
    ];
    if let Some(practice) = covers.practice.told() {
        told.push(format!("Left out as practice: {practice} attempts at a scenario that somebody knew already."));
    }
    told.push(format!(
        "Where it says \u{201c}{HELD_BACK}\u{201d}, {FEWER_THAN_FIVE} stand behind a figure, or such a figure could be worked \
         out from it."
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

/// How often, of all these, in a sentence.
fn of_share(share: &ShareTold, what: &str) -> String {
    match share {
        ShareTold::Told(Share { yes: 0, .. }) | ShareTold::Nobody => "none".to_owned(),
        ShareTold::Told(Share { yes, of }) if yes == of => format!("all {of} {what}"),
        ShareTold::Told(Share { yes, of }) => format!("{yes} of {of} {what}"),
        ShareTold::Few { of: Some(of) } | ShareTold::AllButFew { of: Some(of) } => {
            format!("those of {}, of {of} {what}", share_in_words(share))
        }
        ShareTold::Few { of: None } | ShareTold::AllButFew { of: None } => {
            format!("{what} of {}", share_in_words(share))
        }
        ShareTold::HeldBack => HELD_BACK.to_owned(),
    }
}

/// A share in a cell of a table.
pub(super) fn share_in_words(share: &ShareTold) -> String {
    match share {
        ShareTold::Told(share) => percent(share),
        ShareTold::Nobody => NOTHING.to_owned(),
        ShareTold::Few { .. } => format!("fewer than {LEAST_PEOPLE} people"),
        ShareTold::AllButFew { .. } => format!("all but fewer than {LEAST_PEOPLE} people"),
        ShareTold::HeldBack => HELD_BACK.to_owned(),
    }
}

/// How the figures are made, for whoever wants to know.
pub(super) const HOW_MADE: [&str; 6] = [
    "Scores are made for practice. No figure here is about one person, and none should be used to judge one.",
    "A figure is held back where fewer than five people stand behind it, or where such a figure could be worked out from it and \
     others on this page. A month leaves out the attempts at a scenario that fewer than five people met in it, and a few more \
     where those could be worked out. Two reports of different days can still be compared.",
    "Different texts of one scenario are never counted together in its own figures.",
    "A 95 % interval is where the gain of many more such people would lie in 95 of 100 programmes like this one, by \
     Student\u{2019}s t.",
    "Months are those of Greenwich time (UTC).",
    "The tables beside this page (files that end in .csv) hold the same figures for a spreadsheet.",
];

/// A figure in words, or why there is none.
pub(super) fn shown<T>(figure: &Shown<T>, words: impl FnOnce(&T) -> String) -> String {
    match figure {
        Shown::Told(figure) => words(figure),
        Shown::Nobody => NOTHING.to_owned(),
        Shown::FewerThanFive => HELD_BACK.to_owned(),
    }
}

pub(super) fn mean(spread: &Spread) -> String {
    format!("{:.1}", spread.mean)
}

pub(super) fn quartiles(spread: &Spread) -> String {
    let [lower, median, upper] = spread.quartiles;
    format!("{lower} \u{b7} {median} \u{b7} {upper}")
}

fn percent(share: &Share) -> String {
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
        GroupName::Strategies(strategies) => strategies.join(", "),
        GroupName::Scenario { hash, .. } => {
            let hash: String = hash.to_string().chars().take(7).collect();
            format!("{} ({hash})", title(group))
        }
    }
}

/// A group's name; a scenario's title alone.
pub(super) fn title(group: &GroupName) -> String {
    match group {
        GroupName::Scenario { title, .. } => title.clone(),
        other => name(other),
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
