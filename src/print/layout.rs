//! A debrief's blocks laid out for a page to keep: what is a paragraph, a list, a table, a picture or a card.

use crate::debrief::page::{
    Block, Course, Moments, Note, NoteField, Page, Part, ScoreRow, Scoreboard, Statement, Summary, Survey, TurnBlock,
};
use crate::debrief::terms::feeling;
use crate::rubric::{Feeling, Feelings};
use crate::sentence::introducing;

use super::{Column, Depth, Element, PrintDocument, Run, RunKind, Table, arc, scale};

pub(super) fn lay_out(page: &Page) -> PrintDocument {
    let mut elements = vec![Element::quiet(&page.title), Element::Heading(Depth::One, page.headline.clone())];
    elements.extend(summary(&page.summary));
    elements.extend(page.opening.iter().flat_map(block));
    elements.extend(page.parts.iter().flat_map(part));
    elements.extend(part(&page.background).into_iter().map(quietly));
    PrintDocument { title: page.title.clone(), about: page.about.clone(), elements, footer: page.origin.clone() }
}

/// What one takes home.
fn summary(summary: &Summary) -> Vec<Element> {
    let said = summary.moments.iter().chain([&summary.ended]).map(|said| Element::Lead(said.clone()));
    let lessons = [&summary.keep, &summary.change].map(|lesson| {
        let heading = Element::Heading(Depth::Two, lesson.heading.to_owned());
        Element::Card(
            std::iter::once(heading).chain(lesson.words.iter().map(|words| Element::Text(runs(words)))).collect(),
        )
    });
    said.chain(summary.scores.iter().map(score)).chain(lessons).collect()
}

/// A part under its heading; nothing where none of its blocks is printed.
fn part(part: &Part) -> Vec<Element> {
    let elements: Vec<Element> = part.blocks.iter().flat_map(block).collect();
    if elements.is_empty() {
        return elements;
    }
    let heading = Element::Heading(Depth::Two, part.heading.clone());
    std::iter::once(heading).chain(elements).collect()
}

fn block(block: &Block) -> Vec<Element> {
    match block {
        Block::Subheading(text) => vec![Element::Heading(Depth::Three, text.clone())],
        Block::Lead(text) => vec![Element::Lead(text.clone())],
        Block::Notice(text) => vec![Element::Notice(text.clone())],
        Block::Statement(statement) => vec![Element::Text(runs(statement))],
        Block::List(items) => vec![Element::List(items.iter().map(runs).collect())],
        Block::Course(course) => vec![Element::Diagram(arc::arc(course)), Element::Table(numbers(course))],
        Block::TurningPoint(turn) => vec![turning_point(turn)],
        Block::Thought { whose, words } => vec![Element::Quote { whose: whose.clone(), words: words.clone() }],
        Block::Survey(survey) => self::survey(survey),
        Block::Scores(scoreboard) => scores(scoreboard),
        Block::Moments(moments) => vec![Element::Table(met(moments))],
        Block::Objectives(objectives) => {
            vec![Element::List(objectives.iter().map(|objective| runs(&objective.statement)).collect())]
        }
        Block::Notes(notes) => self::notes(notes),
        Block::Fold(fold) => {
            let heading = Element::Heading(Depth::Three, fold.title.clone());
            std::iter::once(heading).chain(fold.blocks.iter().flat_map(self::block)).collect()
        }
        // The table has the turns in short; a graph and other choices are to be explored, not printed.
        Block::Turns { .. } | Block::Road(_) | Block::OtherChoices(_) => Vec::new(),
    }
}

fn runs(statement: &Statement) -> Vec<Run> {
    let Statement { label, text, aside } = statement;
    let parts = [
        label.as_deref().map(|label| (RunKind::Strong, label)),
        Some((RunKind::Plain, text.as_str())),
        aside.as_deref().map(|aside| (RunKind::Quiet, aside)),
    ];
    let mut runs: Vec<Run> = Vec::new();
    for (kind, text) in parts.into_iter().flatten().filter(|(_, text)| !text.is_empty()) {
        if let Some(before) = runs.last_mut() {
            before.text.push(' ');
        }
        runs.push(Run { kind, text: text.to_owned() });
    }
    runs
}

/// The same element, less prominent.
fn quietly(element: Element) -> Element {
    match element {
        Element::Text(runs) => Element::Text(runs.into_iter().map(|run| Run { kind: RunKind::Quiet, ..run }).collect()),
        other => other,
    }
}

/// Every turn: what was done, what came back, and how the patient felt then.
fn numbers(course: &Course) -> Table {
    let [turn, deed, reply] = course.columns;
    let mut columns = vec![Column::text(turn, 4), Column::text(deed, 17), Column::text(reply, 17)];
    let share = |one| match one {
        Feeling::Agitation => 8,
        Feeling::Trust => 5,
        Feeling::Understanding => 10,
    };
    columns.extend(Feeling::ALL.map(|one| Column::numbers(feeling(one), share(one))));
    let turns = (1..)
        .zip(&course.turns)
        .map(|(number, turn): (usize, _)| row(&number.to_string(), [&turn.deed, &turn.reply], turn.felt));
    Table {
        caption: course.caption.clone(),
        columns,
        rows: std::iter::once(row("Start", ["", ""], course.start)).chain(turns).collect(),
    }
}

fn row(turn: &str, words: [&str; 2], felt: Feelings) -> Vec<String> {
    let mut row = vec![turn.to_owned()];
    row.extend(words.map(str::to_owned));
    row.extend(Feeling::ALL.map(|feeling| felt.get(feeling).to_string()));
    row
}

fn turning_point(turn: &TurnBlock) -> Element {
    let heading = Element::Heading(Depth::Three, turn.title.clone());
    Element::Card(std::iter::once(heading).chain(turn.blocks.iter().flat_map(block)).collect())
}

fn survey(survey: &Survey) -> Vec<Element> {
    let [question, answer, because] = survey.columns;
    let rows = survey.rows.iter().map(|row| vec![row.question.clone(), row.answer.clone(), row.reasons.join("\n")]);
    let table = Element::Table(Table {
        caption: survey.caption.clone(),
        columns: vec![Column::text(question, 9), Column::text(answer, 6), Column::text(because, 17)],
        rows: rows.collect(),
    });
    std::iter::once(table).chain(survey.not_asked.as_ref().map(Element::quiet)).collect()
}

fn scores(scoreboard: &Scoreboard) -> Vec<Element> {
    let Scoreboard { rows, key, notes } = scoreboard;
    let below = key.iter().chain(notes).map(Element::quiet);
    rows.iter().map(score).chain(below).collect()
}

fn score(score: &ScoreRow) -> Element {
    let said = format!("{}. {}", score.value, score.remarks.join(" "));
    let mut elements = vec![Element::labelled(&introducing(score.dimension.label()), &said)];
    elements.extend(score.scale.as_ref().map(|scale| Element::Diagram(scale::scale(score.dimension, scale))));
    Element::Card(elements)
}

fn met(moments: &Moments) -> Table {
    let [turn, gave, met, answer] = moments.columns;
    let columns = vec![Column::text(turn, 3), Column::text(gave, 11), Column::text(met, 3), Column::text(answer, 8)];
    let rows = moments.rows.iter();
    let rows = rows.map(|row| vec![row.name.clone(), row.gave.clone(), row.verdict.to_owned(), row.answer.clone()]);
    Table { caption: moments.caption.clone(), columns, rows: rows.collect() }
}

/// What was written. For notes on what comes next that are still empty, lines to write on by hand.
fn notes(notes: &[Note]) -> Vec<Element> {
    let note = |note: &Note| {
        let (label, written) = (introducing(note.label), note.written.trim());
        let lines = match note.field {
            NoteField::WentWell | NoteField::ToChange => 0,
            NoteField::NextTime => 3,
            NoteField::By => 1,
        };
        match (written.is_empty(), lines) {
            (false, _) => Some(Element::labelled(&label, written)),
            (true, 0) => None,
            (true, lines) => Some(Element::BlankLines { label, lines }),
        }
    };
    let notes: Vec<Element> = notes.iter().filter_map(note).collect();
    if notes.is_empty() { notes } else { vec![Element::Card(notes)] }
}
