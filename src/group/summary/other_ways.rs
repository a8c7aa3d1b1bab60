//! Where the room was split: both branches that were played; and where many were for another option that was not, what
//! it would have led to.

use crate::debrief::page::{Block, OtherChoice, PartName, RoadOutcome};
use crate::debrief::terms::{how_they_were, quoted};
use crate::debrief::{Debrief, debrief};
use crate::group::decision::{GroupDecision, Outcome};
use crate::group::handout::{Item, Section};
use crate::group::poll::Spread;
use crate::group::split::Branch;
use crate::group::view::letter;
use crate::scenario::ChoiceId;
use crate::sentence::{ended, introducing};

use super::material::{Material, share, turn};

/// From this share of a vote on, in percent, it is told where the option would have led.
const MANY: u64 = 25;

/// Why the best choices can come to lower scores than what happened.
const WHAT_BEST_MEANS: &str = "The best choices are those that gain the most points from there on, in the three scores \
                               together. A score can be lower than yours all the same: the choice before them counts too, and \
                               each score is a share of the points that could be gained on its own road.";

pub(super) fn other_ways(of: &Material<'_>) -> Option<Section> {
    let split = of.group.course().led_here().filter_map(|decision| match decision.outcome {
        Some(Outcome::Split { choices, .. }) => Some(both(of, decision, choices)),
        _ => None,
    });
    let told = split.chain(not_taken(of).into_iter().flatten());
    let items: Vec<Item> = told.chain(not_known(of)).collect();
    (!items.is_empty()).then(|| Section::new("The other way", items))
}

/// Both branches of a split beside each other.
fn both(of: &Material<'_>, decision: &GroupDecision, choices: [ChoiceId; 2]) -> Item {
    let rows = [Branch::First, Branch::Second].map(|branch| {
        let choice = choices[branch.index()];
        let on = of.group.course().choice_at(decision) == Some(choice);
        let after = if on { ", where you went on" } else { "" };
        let way = format!("{}{after}", decision.place_of(choice).map_or('?', letter));
        let [came_to, scores] = came_to(of, decision, branch);
        vec![way, taken(of, decision, branch, choice), came_to, scores]
    });
    Item::Table {
        caption: format!("{}: you played both ways", turn(decision)),
        columns: vec![("Way", 4), ("You took", 11), ("What it came to", 10), ("Scores", 6)],
        rows: rows.into(),
    }
}

/// What was taken on a branch: all of it on the one that was left, the first on the other, which is the road.
fn taken(of: &Material<'_>, decision: &GroupDecision, branch: Branch, first: ChoiceId) -> String {
    let course = of.group.course();
    let later = course.left_behind(decision, branch).filter_map(|later| course.choice_at(later));
    let deeds: Vec<String> = std::iter::once(first).chain(later).map(|choice| of.deed(choice)).collect();
    deeds.join("\n")
}

/// What a branch came to, and its scores.
fn came_to(of: &Material<'_>, decision: &GroupDecision, branch: Branch) -> [String; 2] {
    let branch = of.group.played(decision, branch);
    let played = branch.and_then(|branch| debrief(of.scenario, branch.transcript()).ok());
    let Some(played) = played else { return ["It was not played.".to_owned(), String::new()] };
    let ending = match &played.ending {
        Some(ending) => format!("{}.", quoted(&ending.title)),
        None => "No ending was reached.".to_owned(),
    };
    let were = how_they_were(&played, &of.scenario.patient.called);
    [format!("{ending} {were}"), scores(&played)]
}

fn scores(of: &Debrief) -> String {
    let each = of.scores.exercised().map(|(dimension, score)| format!("{} {score}", dimension.label()));
    each.collect::<Vec<_>>().join("\n")
}

/// At each decision without a split the other option that most were for, where they were many, and what it would have led
/// to; `None` where there is none, or that is not known.
fn not_taken(of: &Material<'_>) -> Option<[Item; 2]> {
    let roads = of.group.course().led_here().filter_map(|decision| other_road(of, decision));
    let (mut rows, mut as_it_went) = (Vec::new(), None);
    for (row, went) in roads {
        as_it_went = as_it_went.or(went);
        rows.push(row);
    }
    let went = as_it_went.map(|went| vec!["As it went".to_owned(), String::new(), went])?;
    rows.insert(0, went);
    let table = Item::Table {
        caption: "What many of you were for, and you did not take".to_owned(),
        columns: vec![("Turn", 3), ("What it was", 9), ("Where it would have led", 18)],
        rows,
    };
    Some([table, Item::Text(WHAT_BEST_MEANS.to_owned())])
}

/// Why it is not told where what was not taken would have led; `None` where it is told, or all took what many were for.
fn not_known(of: &Material<'_>) -> Option<Item> {
    let why = of.unexplored?;
    let any = of.group.course().led_here().any(|decision| passed_over(of, decision).is_some());
    any.then(|| Item::Text(why.to_owned()))
}

/// At a decision without a split the other option that most were for, where they were many: its place, and how many.
fn passed_over(of: &Material<'_>, decision: &GroupDecision) -> Option<(usize, ChoiceId, String)> {
    let Some(Outcome::Took { choice: taken, .. }) = decision.outcome else { return None };
    let others = decision.offer.iter().enumerate().filter(|&(_, &choice)| choice != taken);
    let camps = others.filter_map(|(place, &choice)| Some((camp(of, decision, place)?, place, choice)));
    let ((_, for_it), place, choice) = camps.rev().max_by_key(|((percent, _), ..)| *percent)?;
    Some((place, choice, for_it))
}

/// The row of a decision, and what happened in its place.
fn other_road(of: &Material<'_>, decision: &GroupDecision) -> Option<(Vec<String>, Option<String>)> {
    let (place, choice, for_it) = passed_over(of, decision)?;
    let other = other_choice(of, decision, choice)?;
    let (went, roads) = other.roads.split_first()?;
    let roads = roads.iter().map(|road| format!("{} {}", introducing(&road.title), led_to(road)));
    let deed = format!("{}\n{}, {for_it}", other.deed, letter(place));
    let number = (decision.turn + 1).to_string();
    Some((vec![number, deed, roads.collect::<Vec<_>>().join("\n")], Some(led_to(went))))
}

fn led_to(road: &RoadOutcome) -> String {
    [&*ended(&road.ending), &road.felt, &road.scores].join(" ")
}

/// The share of those who were for an option in percent, and in words, of the vote in which it was larger; `None` where
/// they were few.
fn camp(of: &Material<'_>, decision: &GroupDecision, place: usize) -> Option<(u64, String)> {
    let in_percent = |spread: &Spread| 100 * u64::from(spread.at(place)) / u64::from(spread.total()).max(1);
    let [before, after] = of.spreads(decision);
    let told = |spread: &Spread| format!("{} were for it", share(spread, place));
    let before = before.map(|spread| (in_percent(&spread), format!("before the discussion: {}", told(&spread))));
    let after = after.map(|spread| (in_percent(&spread), format!("after the discussion: {}", told(&spread))));
    before.into_iter().chain(after).max_by_key(|&(percent, _)| percent).filter(|&(percent, _)| percent >= MANY)
}

fn other_choice<'a>(of: &'a Material<'_>, decision: &GroupDecision, choice: ChoiceId) -> Option<&'a OtherChoice> {
    let turns = of.part(PartName::WhatIf)?.blocks.iter().find_map(|block| match block {
        Block::OtherChoices(turns) => Some(turns),
        _ => None,
    })?;
    let here = turns.iter().find(|turn| turn.turn == decision.turn)?;
    here.choices.iter().find(|other| other.choice == *of.scenario.choice(choice).id)
}
