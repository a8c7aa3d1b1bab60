//! The pages of the rubric's catalogues: behaviours, moments, strategies and moods.

use std::fmt::Write as _;

use crate::rubric::{BehaviourSet, MetBy, Moment, Named, Rubric};

use super::Page;
use super::page::generated_page;

pub(super) fn pages(rubric: &Rubric) -> Vec<Page> {
    let strategies = "What a scenario practises: the words for [`practises`](../scenario/practises.md).";
    let moods = "What a scene may ask the picture to show: the words for [`mood`](../scene/mood.md).";
    vec![
        generated_page("catalogues/behaviours.md".to_owned(), &behaviours(rubric)),
        generated_page("catalogues/moments.md".to_owned(), &moments(rubric)),
        generated_page("catalogues/strategies.md".to_owned(), &list_page("Strategies", strategies, &rubric.strategies)),
        generated_page("catalogues/moods.md".to_owned(), &list_page("Moods", moods, &rubric.moods)),
    ]
}

fn behaviours(rubric: &Rubric) -> String {
    let mut text = "# Behaviours\n\n\
        What a choice can show: the words for [`shows`](../choice/shows.md), \
        [`cleared_by`](../need/cleared_by.md), [`Shown`](../condition/shown.md) and \
        [`Before`](../condition/before.md). Each has points from −3 to 3 for empathy (E), clarity (C) and \
        de-escalation (D). A choice has the sum of its behaviours' points; on each dimension good points count up to \
        3 and bad ones down to −3. The points are a reasoned design and not a validated measurement.\n\n\
        | word | what it is | E | C | D | source |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for behaviour in &rubric.behaviours {
        let weights = behaviour.weights;
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} |",
            behaviour.id,
            behaviour.says.replace('|', "\\|"),
            signed(weights.empathy),
            signed(weights.clarity),
            signed(weights.de_escalation),
            behaviour.source.replace('|', "\\|"),
        );
    }
    text + "\n[The whole format](../README.md)\n"
}

fn moments(rubric: &Rubric) -> String {
    let mut text = "# Moments\n\n\
        What the patient gives in a scene: the words for [`moment`](../scene/moment.md). An option meets the moment \
        where it shows one of the behaviours under *met by*, and none of those under *spoilt by*. Where it does not, \
        its good points count half, rounded down, and the behaviour under *else added* counts against it by rule, with \
        −1 at most on each dimension. What is added so is not shown: no condition and no item of the patient's survey \
        sees it.\n\n\
        | word | what the patient did | met by | spoilt by | else added | source |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for moment in &rubric.moments {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | `{}` | {} |",
            moment.id,
            moment.gives,
            met_by(rubric, moment),
            words(rubric, moment.spoilt_by),
            rubric.behaviour(moment.added).id,
            moment.source.replace('|', "\\|"),
        );
    }
    text + "\n[The whole format](../README.md)\n"
}

fn met_by(rubric: &Rubric, moment: &Moment) -> String {
    let MetBy { behaviours, level, need, .. } = moment.met;
    let mut ways = Vec::new();
    if !behaviours.is_empty() {
        ways.push(words(rubric, behaviours));
    }
    ways.extend(level.map(|rule| {
        let (met, halved) = (rule.met_from.get(), rule.only_halved_from.get());
        let halved = if halved < met { format!(" (nothing is added from level {halved} on)") } else { String::new() };
        format!("an answer of ECCS level {met} or above{halved}")
    }));
    ways.extend(need.then(|| "what closes a need of the patient".to_owned()));
    ways.join(", or ")
}

fn words(rubric: &Rubric, behaviours: BehaviourSet) -> String {
    let words: Vec<String> = behaviours.iter().map(|id| format!("`{}`", rubric.behaviour(id).id)).collect();
    words.join(", ")
}

/// A number with a proper minus sign.
fn signed(points: i32) -> String {
    points.to_string().replace('-', "−")
}

fn list_page(title: &str, about: &str, entries: &[Named]) -> String {
    let mut text = format!("# {title}\n\n{about}\n\n| word | what people read |\n|---|---|\n");
    for entry in entries {
        let _ = writeln!(text, "| `{}` | {} |", entry.id, entry.label);
    }
    text + "\n[The whole format](../README.md)\n"
}
