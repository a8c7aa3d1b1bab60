//! The patient's voice: the closing thought and the survey, each answer with its reasons.

use crate::debrief::{MeantFor, SurveyAnswer};
use crate::sentence::capitalised;

use super::{Block, Column, Depth, Kept, Table};

/// How it was for the patient.
pub(super) fn how_it_was(kept: &Kept<'_>) -> Vec<Block> {
    let patient = kept.patient();
    let mut blocks = vec![Block::Heading(Depth::Two, format!("How it was for {patient}"))];
    if let Some(ending) = &kept.debrief.ending {
        let whose = format!("{patient} thinks, afterwards");
        blocks.push(Block::Quote { whose, words: ending.thought.clone() });
    }
    let (asked, not_asked): (Vec<_>, Vec<_>) = kept.debrief.survey.iter().partition(|item| item.answer.is_some());
    if !asked.is_empty() {
        blocks.push(Block::Table(Table {
            caption: format!("What {patient} might answer in a survey, and why"),
            columns: vec![Column::text("Question", 9), Column::text("Answer", 6), Column::text("Because", 17)],
            rows: asked.into_iter().map(row).collect(),
        }));
    }
    if !not_asked.is_empty() {
        let items: Vec<&str> = not_asked.iter().map(|item| item.text.trim_end_matches('.')).collect();
        blocks.push(Block::quiet(format!("Not asked, because nothing on your road bore on it: {}.", items.join("; "))));
    }
    blocks
}

fn row(item: &SurveyAnswer) -> Vec<String> {
    let of = item.step.map(|(step, steps)| format!(" ({} of {steps})", step + 1)).unwrap_or_default();
    let why: Vec<String> = [MeantFor::For, MeantFor::Missed, MeantFor::Against]
        .into_iter()
        .filter_map(|meant| reasons(item, meant))
        .collect();
    let why = if why.is_empty() { "No single turn stands behind this.".to_owned() } else { why.join("\n") };
    vec![item.text.clone(), format!("{}{of}", capitalised(item.answer.unwrap_or_default())), why]
}

/// The behaviours that meant so much for an answer, each with its turns, in the order they came.
fn reasons(item: &SurveyAnswer, meant: MeantFor) -> Option<String> {
    let mut behaviours: Vec<(&str, Vec<String>)> = Vec::new();
    for reason in item.reasons.iter().filter(|reason| reason.meant == meant) {
        let turn = (reason.turn + 1).to_string();
        for label in &reason.behaviours {
            match behaviours.iter_mut().find(|(known, _)| known == label) {
                Some((_, turns)) => turns.push(turn.clone()),
                None => behaviours.push((label, vec![turn.clone()])),
            }
        }
    }
    let told = behaviours.iter().map(|(label, turns)| {
        let turn = if turns.len() == 1 { "turn" } else { "turns" };
        format!("{label} ({turn} {})", turns.join(", "))
    });
    let told: Vec<String> = told.collect();
    let lead = match meant {
        MeantFor::For => "For it",
        MeantFor::Missed => "On offer, not taken",
        MeantFor::Against => "Against it",
    };
    (!told.is_empty()).then(|| format!("{lead}: {}.", told.join("; ")))
}
