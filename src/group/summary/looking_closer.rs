//! What a group's debrief takes from the debrief of one trainee: the patient's voice, the scores with their reasons, and
//! what they measure.

use crate::debrief::page::{Block, PartName, TurnBlock};
use crate::group::handout::{Item, Section};

use super::happened::stopped;
use super::material::Material;
use super::page_items::{in_a_line, items};

pub(super) fn patients_voice(of: &Material<'_>) -> Option<Section> {
    whole(of, PartName::HowItWas)
}

/// The scores in full, which the page folds away.
pub(super) fn scores(of: &Material<'_>) -> Option<Section> {
    let part = of.part(PartName::LookingCloser).filter(|_| !of.debrief.turns.is_empty())?;
    let mut told: Vec<Item> = stopped(of).into_iter().chain(of.page.summary.moments.clone().map(Item::Text)).collect();
    for block in &part.blocks {
        match block {
            Block::Fold(fold) => told.extend(items(&fold.blocks)),
            other => told.extend(items(std::slice::from_ref(other))),
        }
    }
    Some(Section::new(part.heading.clone(), told))
}

pub(super) fn where_it_turned(of: &Material<'_>) -> Option<Section> {
    whole(of, PartName::WhereItTurned)
}

pub(super) fn to_try(of: &Material<'_>) -> Option<Section> {
    whole(of, PartName::ToTry)
}

/// What every turn showed and counted.
pub(super) fn every_point(of: &Material<'_>) -> Option<Section> {
    let rows: Vec<Vec<String>> = turns(of).map(|turn| vec![turn.title.clone(), counted(turn)]).collect();
    let table = |rows| Item::Table {
        caption: "What each turn showed, and what it counted beside the other options".to_owned(),
        columns: vec![("Turn", 9), ("Points", 18)],
        rows,
    };
    (!rows.is_empty()).then(|| Section::new("How every point came about", vec![table(rows)]))
}

pub(super) fn what_it_measures(of: &Material<'_>) -> Option<Section> {
    let part = &of.page.background;
    (!of.debrief.turns.is_empty()).then(|| Section::new(part.heading.clone(), items(&part.blocks)))
}

fn turns<'a>(of: &'a Material<'_>) -> impl Iterator<Item = &'a TurnBlock> {
    let blocks = of.part(PartName::WhatHappened).into_iter().flat_map(|part| &part.blocks);
    blocks.flat_map(|block| if let Block::Turns { turns, .. } = block { turns.as_slice() } else { &[] })
}

fn counted(turn: &TurnBlock) -> String {
    turn.counted.iter().map(in_a_line).collect::<Vec<_>>().join("\n")
}

/// A part as the page has it; nothing before the first turn.
fn whole(of: &Material<'_>, name: PartName) -> Option<Section> {
    let part = of.part(name).filter(|_| !of.debrief.turns.is_empty())?;
    let told = items(&part.blocks);
    (!told.is_empty()).then(|| Section::new(part.heading.clone(), told))
}
