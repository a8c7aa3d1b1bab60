//! Scenarios that are twins: a trainee who practises with one and is assessed with the other meets the same demands.

use bedside::analysis::strategy::{PLAYS, Strategy, results};
use bedside::rubric::Dimension;
use bedside::scenario::Scenario;

use super::of;
use crate::support;

const TWINS: [[&str; 2]; 1] = [["two-hours-in", "second-letter"]];

/// In how many decisions the options differ in points on a dimension.
fn decisions_that_count(scenario: &Scenario, dimension: Dimension) -> usize {
    let scenes = scenario.scenes.iter().filter_map(|scene| scenario.find_scene(&scene.id));
    let counts = scenes.filter(|scene| {
        let points: Vec<i32> = scenario.choices_of(*scene).map(|id| scenario.choice(id).points[dimension]).collect();
        points.iter().max() > points.iter().min()
    });
    counts.count()
}

#[test]
fn twins_exercise_the_same_dimensions_in_as_many_decisions() {
    for twins in TWINS {
        for dimension in Dimension::ALL {
            let [one, other] = twins.map(|id| decisions_that_count(&support::shipped_as(id), dimension));
            assert!(one.abs_diff(other) * 100 <= 15 * one.min(other), "{twins:?} {dimension:?}: {one} and {other}");
        }
    }
}

#[test]
fn trainees_of_one_skill_score_alike_on_twins() {
    for twins in TWINS {
        let [one, other] = twins.map(|id| results(&support::shipped_as(id), PLAYS, 1));
        for strategy in [Strategy::Worst, Strategy::Random, Strategy::Developing, Strategy::Expert] {
            let [one, other] =
                [&one, &other].map(|results| of(results, strategy).scores.mean.expect("it is exercised"));
            assert!((one - other).abs() <= 5.0, "{twins:?} {strategy:?}: {one:.1} and {other:.1}");
        }
    }
}
