//! The statement of a choice.

use serde::Serialize;

use crate::records::{DecisionMade, Outcome, Timestamp};
use crate::rubric::Points;

use super::context::{context, id, scenario, timestamp};
use super::statement::{Activity, Came, Extensions, Said, extension};
use super::vocabulary::{ActivityType, Extension, Verb, scene_iri};

#[derive(Serialize)]
struct PointsOnOffer {
    taken: Points,
    lowest: Points,
    highest: Points,
}

pub(super) fn said(outcome: &Outcome, made: &DecisionMade) -> Said {
    Said {
        id: id(outcome, &format!("choice {}", made.turn)),
        person: outcome.person.to_string(),
        verb: if made.late { Verb::Ignored } else { Verb::Responded },
        object: scene(outcome, made),
        result: Came {
            response: (!made.choice.is_empty()).then(|| made.choice.to_string()),
            extensions: extensions(made),
            ..Came::default()
        },
        context: context(outcome, Some(scenario(outcome))),
        timestamp: timestamp(when(outcome, made)),
    }
}

/// The scene of a decision. Its options are no part of what it is, since another state may offer others.
pub(super) fn scene(outcome: &Outcome, made: &DecisionMade) -> Activity {
    Activity::described(scene_iri(&outcome.scenario.id, &made.scene), &made.scene, ActivityType::Scene)
}

/// When it was made: at the beginning of the conversation where no time was measured.
pub(super) fn when(outcome: &Outcome, made: &DecisionMade) -> Timestamp {
    let after = i64::try_from(made.at.unwrap_or(0)).unwrap_or(i64::MAX);
    let at = outcome.began.as_millisecond().saturating_add(after);
    Timestamp::from_millisecond(at).unwrap_or(outcome.began)
}

fn extensions(made: &DecisionMade) -> Extensions {
    let DecisionMade { points: taken, lowest, highest, .. } = *made;
    let mut extensions = Extensions::from([
        extension(Extension::Behaviours, &made.behaviours),
        extension(Extension::Feelings, made.after),
        extension(Extension::Offered, &made.offered),
        extension(Extension::Points, PointsOnOffer { taken, lowest, highest }),
        extension(Extension::Turn, made.turn),
    ]);
    extensions.extend(made.at.map(|at| extension(Extension::At, at)));
    extensions
}
