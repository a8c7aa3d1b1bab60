//! Blocks of a debrief's page as items of a handout. What is folded away there is left out here.

use crate::debrief::page::{Block, Scoreboard, Statement, Survey, TurnBlock};
use crate::group::handout::Item;
use crate::sentence::introducing;

pub(super) fn items(blocks: &[Block]) -> Vec<Item> {
    blocks.iter().flat_map(item).collect()
}

fn item(block: &Block) -> Vec<Item> {
    match block {
        Block::Subheading(text) => vec![Item::Subheading(text.clone())],
        Block::Lead(text) => vec![Item::Text(text.clone())],
        Block::Notice(text) => vec![Item::Notice(text.clone())],
        Block::Statement(statement) => vec![self::statement(statement)],
        Block::List(statements) => vec![Item::List(statements.iter().map(in_a_line).collect())],
        Block::TurningPoint(turn) => turning_point(turn),
        Block::Thought { whose, words } => vec![Item::Quote { whose: whose.clone(), words: words.clone() }],
        Block::Survey(survey) => vec![self::survey(survey)],
        Block::Scores(scoreboard) => scores(scoreboard),
        Block::Objectives(objectives) => {
            vec![Item::List(objectives.iter().map(|objective| in_a_line(&objective.statement)).collect())]
        }
        Block::Course(_)
        | Block::Turns { .. }
        | Block::Moments(_)
        | Block::Road(_)
        | Block::OtherChoices(_)
        | Block::Notes(_)
        | Block::Fold(_) => Vec::new(),
    }
}

fn statement(statement: &Statement) -> Item {
    let text = [Some(statement.text.as_str()), statement.aside.as_deref()];
    let text = text.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    match &statement.label {
        Some(label) => Item::Labelled(label.clone(), text),
        None => Item::Text(text),
    }
}

/// A statement in a list.
pub(super) fn in_a_line(statement: &Statement) -> String {
    let parts = [statement.label.as_deref(), Some(&*statement.text), statement.aside.as_deref()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn turning_point(turn: &TurnBlock) -> Vec<Item> {
    std::iter::once(Item::Subheading(turn.title.clone())).chain(items(&turn.blocks)).collect()
}

fn survey(survey: &Survey) -> Item {
    let [question, answer, because] = survey.columns;
    let rows = survey.rows.iter().map(|row| vec![row.question.clone(), row.answer.clone(), row.reasons.join("\n")]);
    Item::Table {
        caption: survey.caption.clone(),
        columns: vec![(question, 9), (answer, 6), (because, 17)],
        rows: rows.collect(),
    }
}

fn scores(scoreboard: &Scoreboard) -> Vec<Item> {
    let rows = scoreboard.rows.iter().map(|row| {
        let said = format!("{}. {}", row.value, row.remarks.join(" "));
        Item::Labelled(introducing(row.dimension.label()), said)
    });
    rows.chain(scoreboard.notes.iter().map(|note| Item::Text(note.clone()))).collect()
}
