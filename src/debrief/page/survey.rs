//! How it was for the patient: the closing thought and the survey, each answer with its reasons.

use crate::debrief::terms::quoted;
use crate::debrief::{MeantFor, SurveyAnswer};
use crate::sentence::{capitalised, unended};

use super::{Block, Material, Part, PartName, Survey, SurveyRow};

pub(super) fn how_it_was(of: &Material<'_>) -> Part {
    let patient = of.patient();
    let mut blocks = Vec::new();
    if let Some(ending) = &of.debrief.ending {
        blocks.push(Block::Thought { whose: format!("{patient} thinks, afterwards"), words: quoted(&ending.thought) });
    }
    let (asked, not_asked): (Vec<_>, Vec<_>) = of.debrief.survey.iter().partition(|item| item.answer.is_some());
    if !asked.is_empty() {
        let items: Vec<&str> = not_asked.iter().map(|item| unended(&item.text)).collect();
        let not_asked = format!("Not asked, because nothing on your road bore on it: {}.", items.join("; "));
        blocks.push(Block::Survey(Survey {
            caption: format!("What {patient} might answer in a survey, and why"),
            columns: ["Question", "Answer", "Because"],
            rows: asked.into_iter().map(row).collect(),
            not_asked: (!items.is_empty()).then_some(not_asked),
        }));
    }
    let inside = format!("What {patient} thinks of it, and would say if asked");
    Part { name: PartName::HowItWas, heading: format!("How it was for {patient}"), inside, blocks }
}

fn row(item: &SurveyAnswer) -> SurveyRow {
    let of = item.step.map(|(step, steps)| format!(" ({} of {steps})", step + 1)).unwrap_or_default();
    let meant = [MeantFor::For, MeantFor::Missed, MeantFor::Against].into_iter();
    let mut reasons: Vec<String> = meant.filter_map(|meant| self::reasons(item, meant)).collect();
    if reasons.is_empty() {
        reasons.push("No single turn stands behind this.".to_owned());
    }
    SurveyRow {
        id: item.id.clone(),
        question: item.text.clone(),
        answer: format!("{}{of}", capitalised(item.answer.unwrap_or_default())),
        reasons,
    }
}

/// The behaviours that spoke for the answer in this way, each with its turns, in the order in which they came.
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
    let reasons = behaviours.iter().map(|(label, turns)| {
        let turn = if turns.len() == 1 { "turn" } else { "turns" };
        format!("{label} ({turn} {})", turns.join(", "))
    });
    let reasons: Vec<String> = reasons.collect();
    let lead = match meant {
        MeantFor::For => "For it",
        MeantFor::Missed => "On offer, not taken",
        MeantFor::Against => "Against it",
    };
    (!reasons.is_empty()).then(|| format!("{lead}: {}.", reasons.join("; ")))
}
