//! The statement of an attempt as a whole.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use crate::records::Outcome;
use crate::rubric::Dimension;

use super::carried::carried;
use super::context::{context, id, timestamp};
use super::statement::{Activity, Came, Extensions, Said, Score, extension};
use super::vocabulary::{ActivityType, Extension, Verb, scenario_iri};

/// What the id of the statement is made of, beside the attempt's.
const WHAT: &str = "attempt";

pub(super) fn said(outcome: &Outcome) -> Said {
    let verb = if outcome.ending.is_some() { Verb::Completed } else { Verb::Terminated };
    Said {
        id: id(outcome, WHAT),
        person: outcome.person.to_string(),
        verb,
        object: Activity::described(
            scenario_iri(&outcome.scenario.id),
            &outcome.scenario.title,
            ActivityType::Scenario,
        ),
        result: Came {
            score: lowest(outcome).map(Score::of),
            success: Some(outcome.passed),
            completion: Some(outcome.ending.is_some()),
            duration: duration(outcome),
            extensions: extensions(outcome),
            ..Came::default()
        },
        context: context(outcome, None),
        timestamp: timestamp(outcome.ended),
    }
}

/// The lowest of the scores that were exercised. The band and the pass go by it too, so that the one number of a store
/// never hides a weak dimension behind a strong one.
fn lowest(outcome: &Outcome) -> Option<u8> {
    Dimension::ALL.into_iter().filter_map(|dimension| outcome.scores.get(dimension)).min()
}

/// How long it took by ISO 8601, to the hundredth of a second that xAPI asks for. `None` where a clock was set back.
fn duration(outcome: &Outcome) -> Option<String> {
    let took = outcome.ended.as_millisecond().checked_sub(outcome.began.as_millisecond())?;
    (took >= 0).then(|| SignedDuration::from_millis(took / 10 * 10).to_string())
}

fn extensions(outcome: &Outcome) -> Extensions {
    let scores = Dimension::ALL.into_iter().filter_map(|dimension| Some((dimension, outcome.scores.get(dimension)?)));
    let scores: BTreeMap<Dimension, u8> = scores.collect();
    let mut extensions = Extensions::from([extension(Extension::Scores, scores)]);
    extensions.extend(carried(outcome).map(|carried| extension(Extension::Outcome, carried)));
    extensions.extend(outcome.band.map(|band| extension(Extension::Band, band)));
    extensions
}
