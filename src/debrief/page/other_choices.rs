//! What if: the other choices at each turn, and where they could have led.

use crate::debrief::terms::{NOT_EXERCISED, done_and_said, feeling};
use crate::debrief::{Scores, WhatIf, WhatIfOutcome};
use crate::rubric::{Dimension, Feeling, Feelings};

use super::{Block, Material, OtherChoice, OtherChoices, OtherRoads, Part, PartName, RoadOutcome, turn};

pub(super) fn what_if(of: &Material<'_>) -> Option<Part> {
    let found = match of.other_roads {
        OtherRoads::LeftOut => return None,
        OtherRoads::UnderWay => None,
        OtherRoads::Found(found) => Some(found),
    };
    let turns: Vec<OtherChoices> = (0..of.debrief.turns.len()).map(|index| at_turn(of, index, found)).collect();
    let blocks = if turns.is_empty() { Vec::new() } else { vec![Block::OtherChoices(turns)] };
    Some(Part {
        name: PartName::WhatIf,
        heading: "What if?".to_owned(),
        inside: "Where any other choice could have led".to_owned(),
        blocks,
    })
}

fn at_turn(of: &Material<'_>, index: usize, found: Option<&[WhatIf]>) -> OtherChoices {
    let turn = &of.debrief.turns[index];
    let here = found.unwrap_or_default().iter().filter(|other| other.turn == index);
    let choices: Vec<OtherChoice> = here.map(|other| choice(of, other)).collect();
    let none = if found.is_none() {
        Some("Working out where the other choices lead\u{2026}")
    } else if !choices.is_empty() {
        None
    } else if turn.offered.len() < 2 {
        Some("No other choice was on offer at this turn.")
    } else {
        Some("This could not be worked out.")
    };
    OtherChoices {
        turn: index,
        name: turn::name(index),
        title: turn::title(index, turn),
        none: none.map(str::to_owned),
        choices,
    }
}

fn choice(of: &Material<'_>, other: &WhatIf) -> OtherChoice {
    let debrief = of.debrief;
    let ending = debrief.ending.as_ref().map(|ending| ending.title.as_str());
    let mut roads = vec![outcome("What happened".to_owned(), ending, debrief.patient.feelings, debrief.scores)];
    roads.extend(other.with_own.as_ref().map(|with_own| would_be(with_own_choices(with_own), with_own)));
    roads.push(would_be("With this choice, and the best ones after it".to_owned(), &other.with_best));
    OtherChoice { choice: other.choice.clone(), deed: done_and_said(other.act.as_deref(), other.say.as_deref()), roads }
}

fn with_own_choices(outcome: &WhatIfOutcome) -> String {
    match outcome.own_choices_kept {
        0 => "With this choice, where none of your later ones fit any more".to_owned(),
        1 => "With this choice, and your own next one".to_owned(),
        kept => format!("With this choice, and {kept} of your own later ones"),
    }
}

fn would_be(title: String, road: &WhatIfOutcome) -> RoadOutcome {
    let ending = road.ending.as_ref().map(|ending| ending.title.as_str());
    outcome(title, ending, road.patient.feelings, road.scores)
}

fn outcome(title: String, ending: Option<&str>, feelings: Feelings, scores: Scores) -> RoadOutcome {
    let felt = Feeling::ALL.map(|one| format!("{} {}", feeling(one), feelings.get(one)));
    let each = Dimension::ALL.map(|dimension| {
        let score = scores.get(dimension).map_or(NOT_EXERCISED.to_owned(), |score| score.to_string());
        format!("{} {score}", dimension.label())
    });
    RoadOutcome {
        title,
        ending: ending.unwrap_or("It did not come to an ending.").to_owned(),
        felt: format!("At the end: {}.", felt.join(", ")),
        scores: format!("Scores: {}.", each.join(", ")),
    }
}
