//! A debrief's blocks laid out for a page to keep: what is a paragraph, a list, a table, a picture or a card; and which
//! stand on the two sides, which in the appendix.

mod appendix;
mod handout;
mod two_sides;

pub(super) use handout::lay_out_handout;

use crate::debrief::page::{
    Block, Course, Moments, Note, NoteField, OtherChoices, Page, Scoreboard, Statement, Survey, TurnBlock,
};
use crate::debrief::terms::feeling;
use crate::rubric::{Feeling, Feelings};
use crate::sentence::introducing;

use super::{Column, Depth, Element, PrintDocument, Run, RunKind, Table, arc};

pub(super) fn lay_out(page: &Page) -> PrintDocument {
    PrintDocument {
        title: page.title.clone(),
        about: page.about.clone(),
        elements: two_sides::two_sides(page),
        appendix: page.parts.iter().chain([&page.background]).filter_map(appendix::part).collect(),
        footer: page.origin.clone(),
    }
}

/// A block in full.
fn block(block: &Block) -> Vec<Element> {
    match block {
        Block::Subheading(text) => vec![heading(text)],
        Block::Lead(text) => vec![Element::Lead(text.clone())],
        Block::Notice(text) => vec![Element::Notice(text.clone())],
        Block::Statement(statement) => vec![Element::Text(runs(statement))],
        Block::List(items) => vec![Element::List(items.iter().map(runs).collect())],
        Block::Course(course) => vec![Element::Diagram(arc::arc(course))].into_iter().chain(numbers(course)).collect(),
        Block::Turns { title, turns } => std::iter::once(heading(title)).chain(turns.iter().map(turn)).collect(),
        Block::TurningPoint(turn) => vec![self::turn(turn)],
        Block::Thought { whose, words } => vec![Element::Quote { whose: whose.clone(), words: words.clone() }],
        Block::Survey(survey) => self::survey(survey),
        Block::Scores(scoreboard) => scores(scoreboard),
        Block::Moments(moments) => vec![Element::Table(met(moments))],
        Block::Objectives(objectives) => {
            vec![Element::List(objectives.iter().map(|objective| runs(&objective.statement)).collect())]
        }
        Block::Notes(notes) => self::notes(notes),
        Block::Fold(fold) => {
            std::iter::once(heading(&fold.title)).chain(fold.blocks.iter().flat_map(self::block)).collect()
        }
        Block::Road(road) => [&road.met, &road.order].map(Element::plain).into(),
        Block::OtherChoices(turns) => turns.iter().flat_map(other_choices).collect(),
    }
}

fn labelled(label: &str, text: &str) -> Vec<Run> {
    let run = |kind, text| Run { kind, text };
    vec![run(RunKind::Strong, format!("{label} ")), run(RunKind::Plain, text.to_owned())]
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

/// The course in words, and every turn: what was done, what came back, and how the patient felt then.
fn numbers(course: &Course) -> [Element; 2] {
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
    let table = Table {
        caption: course.caption.clone(),
        columns,
        rows: std::iter::once(row("Start", ["", ""], course.start)).chain(turns).collect(),
    };
    [Element::quiet(&course.description), Element::Table(table)]
}

fn row(turn: &str, words: [&str; 2], felt: Feelings) -> Vec<String> {
    let mut row = vec![turn.to_owned()];
    row.extend(words.map(str::to_owned));
    row.extend(Feeling::ALL.map(|feeling| felt.get(feeling).to_string()));
    row
}

/// A turn in full. What came back stands in the table of all turns.
fn turn(turn: &TurnBlock) -> Element {
    Element::Card(std::iter::once(heading(&turn.title)).chain(turn.blocks.iter().flat_map(block)).collect())
}

fn heading(text: &str) -> Element {
    Element::Heading(Depth::Three, text.to_owned())
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

/// Everything said of the scores; their scales stand on the first side.
fn scores(scoreboard: &Scoreboard) -> Vec<Element> {
    let rows = scoreboard.rows.iter().map(|row| {
        let said = format!("{}. {}", row.value, row.remarks.join(" "));
        labelled(&introducing(row.dimension.label()), &said)
    });
    std::iter::once(Element::List(rows.collect())).chain(scoreboard.notes.iter().map(Element::quiet)).collect()
}

fn met(moments: &Moments) -> Table {
    let [turn, gave, met, answer] = moments.columns;
    let columns = vec![Column::text(turn, 3), Column::text(gave, 11), Column::text(met, 3), Column::text(answer, 8)];
    let rows = moments.rows.iter();
    let rows = rows.map(|row| vec![row.name.clone(), row.gave.clone(), row.verdict.to_owned(), row.answer.clone()]);
    Table { caption: moments.caption.clone(), columns, rows: rows.collect() }
}

/// A turn's other choices, each with where it could have led.
fn other_choices(turn: &OtherChoices) -> Vec<Element> {
    let mut elements = vec![heading(&turn.title)];
    elements.extend(turn.none.as_ref().map(Element::plain));
    elements.extend(turn.choices.iter().map(|choice| {
        let roads = choice.roads.iter().map(|road| {
            let text = [&*road.ending, &road.felt, &road.scores].join(" ");
            labelled(&introducing(&road.title), &text)
        });
        let deed = Element::Text(vec![Run { kind: RunKind::Strong, text: choice.deed.clone() }]);
        Element::Card(vec![deed, Element::List(roads.collect())])
    }));
    elements
}

/// What was written; for notes on what comes next that are still empty, lines to write on by hand.
fn notes(notes: &[Note]) -> Vec<Element> {
    notes.iter().filter_map(note).collect()
}

fn note(note: &Note) -> Option<Element> {
    let (label, written) = (introducing(note.label), note.written.trim());
    let lines = match note.field {
        NoteField::WentWell | NoteField::ToChange => 0,
        NoteField::NextTime => 3,
        NoteField::By => 1,
    };
    match (written.is_empty(), lines) {
        (false, _) => Some(Element::Text(labelled(&label, written))),
        (true, 0) => None,
        (true, lines) => Some(Element::BlankLines { label, lines }),
    }
}
