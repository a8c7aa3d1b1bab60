//! Whether the options of a decision get answers of their own.

use std::collections::BTreeSet;

use crate::scenario::{ChoiceId, Text};

use super::super::surface::words;
use super::super::written_decision::WrittenDecision;
use super::measure::{Breach, Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;

/// Decisions at which too few options get an answer of their own.
pub(super) fn same_answer(measuring: &Measuring<'_>) -> Measure {
    let too_few = |decision: &WrittenDecision<'_>| {
        let (own, all) = own_answers(measuring, decision);
        (own < measuring.limits.own_answers.at_least.min(all)).then(|| Breach {
            part: measuring.scene(decision.scene),
            found: Some(format!("{own} of {all} options get an answer of their own")),
        })
    };
    let breaches: Vec<Breach> = measuring.decisions.iter().filter_map(too_few).collect();
    let what = "Decisions at which fewer options get an answer of their own than should";
    let quantity = Quantity::part(what, breaches.len(), measuring.decisions.len(), QuantityLimit::AtMost(0));
    Measure::new(MeasureKind::SameAnswer, measuring.judged, vec![quantity], breaches)
}

/// How many options get an answer at least half of whose words no other option's has, and how many options are judged:
/// those with a written answer, and those that were taken.
fn own_answers(measuring: &Measuring<'_>, decision: &WrittenDecision<'_>) -> (usize, usize) {
    let answers: Vec<Vec<String>> = decision.options.iter().filter_map(|(id, _)| answer(measuring, *id)).collect();
    let from = usize::from(measuring.limits.own_answers.words_from);
    let is_own = |(index, answer): (usize, &Vec<String>)| {
        let others = answers.iter().enumerate().filter(|(other, _)| *other != index).flat_map(|(_, words)| words);
        let others: BTreeSet<&str> = others.map(String::as_str).collect();
        let own = answer.iter().filter(|word| !others.contains(word.as_str())).count();
        own * 100 >= answer.len() * from && own > 0
    };
    (answers.iter().enumerate().filter(|one| is_own(*one)).count(), answers.len())
}

/// The words of the answer to an option; without one, of the first line of what follows, as it is said most often.
fn answer(measuring: &Measuring<'_>, id: ChoiceId) -> Option<Vec<String>> {
    let scenario = measuring.scenario;
    if let Some(answer) = scenario.choice(id).answer() {
        return Some(answer.texts().flat_map(|(_, text)| words_of(text, None)).collect());
    }
    let said = measuring.sightings.reply(id)?;
    let (_, text) = scenario.scene(said.scene).passage.texts().nth(said.text)?;
    Some(words_of(text, Some(said.variant)))
}

/// The words of a variant of a text, or of all of them; of several wordings the first.
fn words_of(text: &Text, variant: Option<usize>) -> Vec<String> {
    let variants = text.variants.iter().enumerate().filter(|(index, _)| variant.is_none_or(|wanted| wanted == *index));
    let wordings = variants.filter_map(|(_, variant)| variant.wordings.first());
    wordings.flat_map(|wording| words(wording).map(str::to_lowercase).collect::<Vec<_>>()).collect()
}
