//! The road taken on the scenario's graph, in words.

use super::{Block, Part, PartName, RoadBlock, RoadOnGraph};

pub(super) fn road_taken(road: &RoadOnGraph) -> Part {
    let road_block = RoadBlock { met: met(road), order: order(road), key: key(road) };
    let inside = "Your way on the map of the whole conversation".to_owned();
    Part {
        name: PartName::Road,
        heading: "The road you took".to_owned(),
        inside,
        blocks: vec![Block::Road(road_block)],
    }
}

fn met(road: &RoadOnGraph) -> String {
    let ended = match (road.ended, road.endings) {
        (false, _) => String::new(),
        (true, 1) => ", and came to its ending".to_owned(),
        (true, endings) => format!(", and came to one of its {endings} endings"),
    };
    format!("You met {} of the {} scenes that this conversation can hold{ended}.", road.met, road.scenes)
}

fn order(road: &RoadOnGraph) -> String {
    let again = road.again.iter().map(|turns| {
        let turns: Vec<String> = turns.iter().map(ToString::to_string).collect();
        format!("Turns {} began in the same scene.", turns.join(", "))
    });
    let mut said: Vec<String> = again.collect();
    if said.is_empty() {
        said.push("No scene came twice.".to_owned());
    }
    said.extend(road.broke_in.iter().map(|turn| format!("Something broke in at turn {turn}.")));
    said.join(" ")
}

fn key(road: &RoadOnGraph) -> String {
    let dashed = if road.has_dashes { "; dashed is how something broke in, and how the talk went on" } else { "" };
    let filled = "From top to bottom: filled is what you met, with the numbers of your turns; round is an ending";
    format!("{filled}{dashed}.")
}
