//! Every turn, with the reasons for what it changed.

use std::cmp::Reverse;
use std::iter;

use crate::rubric::{BehaviourId, Dimension, Feeling, Model, Points};
use crate::scenario::{Choice, ClockTime, Scenario};
use crate::session::{Change, Reason, ResolvedTranscript, ResolvedTurn};

use super::reply::reply;
use super::{BehaviourShown, ChangeReport, OptionReport, Reply, TurnReport, TurningPoint};

pub(super) fn turn_reports(resolved: &ResolvedTranscript<'_>) -> Vec<TurnReport> {
    let scenario = resolved.scenario;
    let followed = resolved.followed();
    let clocks = iter::once(scenario.clock).chain(followed.iter().map(|followed| followed.clock));
    let turns = resolved.turns.iter().zip(clocks).zip(&followed);
    turns.map(|((turn, clock), followed)| turn_report(scenario, turn, clock, reply(scenario, followed))).collect()
}

/// The report of a turn; `clock` is the time at its offer.
fn turn_report(scenario: &Scenario, turn: &ResolvedTurn<'_>, clock: Option<ClockTime>, reply: Reply) -> TurnReport {
    let choice = scenario.choice(turn.taken);
    let points = choice.points_at(turn.stage());
    let (lowest, highest) = turn.decision.map_or((points, points), |decision| (decision.lowest, decision.highest));
    let change = |change: &Change| change_report(scenario, choice, *change);
    TurnReport {
        scene: turn.record.scene.to_string(),
        clock,
        cue: scenario.scene(turn.scene).cue.as_deref().map(str::to_owned),
        offered: turn.record.offered.iter().map(ToString::to_string).collect(),
        choice: choice.id.to_string(),
        act: choice.words.act().map(str::to_owned),
        say: choice.words.say().map(str::to_owned),
        why: choice.why.to_string(),
        late: turn.record.late,
        reply,
        behaviours: behaviours(scenario, choice),
        clarity_lost_to_crisis: points.clarity < choice.points.clarity,
        points,
        lowest,
        highest,
        best: best(scenario, turn),
        changes: turn.record.changes.iter().map(change).collect(),
        before: turn.before,
        after: turn.record.after,
        interruption: turn.record.interruption.as_ref().map(ToString::to_string),
    }
}

/// What a choice counts as showing, in catalogue order.
fn behaviours(scenario: &Scenario, choice: &Choice) -> Vec<BehaviourShown> {
    let shown = choice.counts().iter().map(|id| {
        let behaviour = scenario.rubric.behaviour(id);
        BehaviourShown {
            id: behaviour.id.clone(),
            label: behaviour.label.clone(),
            says: behaviour.says.clone(),
            weights: weights(scenario, choice, id),
            source: behaviour.source.clone(),
            added_by_rule: is_added(choice, id),
        }
    });
    shown.collect()
}

/// What a behaviour weighs in this choice.
fn weights(scenario: &Scenario, choice: &Choice, id: BehaviourId) -> Points {
    let rubric = &scenario.rubric;
    if choice.added() == Some(id) { rubric.weights_when_added(id) } else { rubric.behaviour(id).weights }
}

/// Whether a behaviour was not shown, and counts because the moment was missed.
fn is_added(choice: &Choice, id: BehaviourId) -> bool {
    choice.added() == Some(id) && !choice.shows.contains(id)
}

fn change_report(scenario: &Scenario, choice: &Choice, change: Change) -> ChangeReport {
    let because = match (change.reason, choice.nudge()) {
        (Reason::Nudge, Some(nudge)) => nudge.reason.clone(),
        (Reason::Behaviours, _) => because_of_behaviours(scenario, choice, change.feeling),
        (reason, _) => reason.label().to_owned(),
    };
    ChangeReport { feeling: change.feeling, amount: change.amount, reason: change.reason, because }
}

/// The labels of the behaviours that move a feeling; the reason's label where none of them does, as when a record is
/// explained by another rubric.
fn because_of_behaviours(scenario: &Scenario, choice: &Choice, feeling: Feeling) -> String {
    let of_feeling = scenario.rubric.model.weights(feeling);
    let moving = choice.counts().iter().filter_map(|id| {
        let behaviour = scenario.rubric.behaviour(id);
        let moves = of_feeling.change(weights(scenario, choice, id)) != 0;
        let rule = if is_added(choice, id) { " (added by rule)" } else { "" };
        moves.then(|| format!("{}{rule}", behaviour.label))
    });
    let labels: Vec<String> = moving.collect();
    if labels.is_empty() { Reason::Behaviours.label().to_owned() } else { labels.join("; ") }
}

/// The turns with the largest swings of feelings, largest first, ties by the earlier turn.
pub(super) fn turning_points(model: &Model, turns: &[TurnReport]) -> Vec<TurningPoint> {
    let rule = model.turning_points;
    let swings = turns.iter().enumerate().map(|(turn, report)| TurningPoint {
        turn,
        swing: report.swing(),
        better: report.best.clone(),
    });
    let mut points: Vec<TurningPoint> = swings.filter(|point| point.swing >= rule.least).collect();
    points.sort_by_key(|point| (Reverse(point.swing), point.turn));
    points.truncate(rule.most);
    points
}

/// The best option of a turn's offer, where it counts more than the one taken.
fn best(scenario: &Scenario, turn: &ResolvedTurn<'_>) -> Option<OptionReport> {
    let points = |id| scenario.choice(id).points_at(turn.stage());
    let best = turn.offered.iter().copied().min_by_key(|&id| (Reverse(points(id).sum()), id))?;
    (points(best).sum() > points(turn.taken).sum()).then(|| option_report(scenario.choice(best), points(best)))
}

fn option_report(choice: &Choice, points: Points) -> OptionReport {
    OptionReport {
        choice: choice.id.to_string(),
        act: choice.words.act().map(str::to_owned),
        say: choice.words.say().map(str::to_owned),
        points,
    }
}

impl TurnReport {
    /// Whether this turn counted on a dimension: whether the options on offer differed.
    #[must_use]
    pub fn counts_on(&self, dimension: Dimension) -> bool {
        self.highest[dimension] > self.lowest[dimension]
    }
}
