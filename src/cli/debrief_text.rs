//! The debrief in text: the summary first, then every turn in full.

use std::io;

use crate::debrief::page::{self, Block, Moments, Note, Part, Scoreboard, Statement, Summary, Survey, TurnBlock};
use crate::sentence::{introducing, unended};

use super::terminal_page::TerminalPage;

/// Writes a debrief.
pub(super) fn write(out: &mut TerminalPage<'_>, debrief: &page::Page) -> io::Result<()> {
    out.gap()?;
    out.text(&debrief.title)?;
    out.gap()?;
    out.text(&debrief.headline)?;
    summary(out, &debrief.summary)?;
    debrief.opening.iter().try_for_each(|block| self::block(out, block))?;
    debrief.parts.iter().chain([&debrief.background]).try_for_each(|part| self::part(out, part))?;
    let blocks = debrief.parts.iter().flat_map(|part| &part.blocks);
    for block in blocks {
        if let Block::Turns { title, turns } = block {
            out.heading(title)?;
            turns.iter().try_for_each(|turn| self::turn(out, turn))?;
        }
    }
    Ok(())
}

fn summary(out: &mut TerminalPage<'_>, summary: &Summary) -> io::Result<()> {
    let said = summary.moments.iter().chain([&summary.ended]);
    said.into_iter().try_for_each(|said| out.text(said))?;
    summary.scores.iter().try_for_each(|row| {
        let label = introducing(row.dimension.label());
        out.item("- ", &format!("{label} {}.", row.value))
    })?;
    [&summary.keep, &summary.change].into_iter().try_for_each(|lesson| {
        out.heading(lesson.heading)?;
        lesson.words.iter().try_for_each(|words| out.text(&one_line(words)))
    })
}

/// A part under its heading; nothing where none of its blocks is for a terminal.
fn part(out: &mut TerminalPage<'_>, part: &Part) -> io::Result<()> {
    let shown: Vec<&Block> = part.blocks.iter().filter(|block| is_shown(block)).collect();
    if shown.is_empty() {
        return Ok(());
    }
    out.heading(&part.heading)?;
    shown.into_iter().try_for_each(|block| self::block(out, block))
}

/// Whether a block is written with its part: a graph and other choices are for the window, turns come last.
fn is_shown(block: &Block) -> bool {
    match block {
        Block::Road(_) | Block::OtherChoices(_) | Block::Turns { .. } => false,
        Block::Notes(notes) => notes.iter().any(is_written),
        _ => true,
    }
}

fn block(out: &mut TerminalPage<'_>, block: &Block) -> io::Result<()> {
    match block {
        Block::Subheading(text) => out.heading(text),
        Block::Lead(text) | Block::Notice(text) => out.text(text),
        Block::Statement(statement) => out.text(&one_line(statement)),
        Block::List(items) => items.iter().try_for_each(|item| out.item("- ", &one_line(item))),
        Block::Course(course) => out.text(&course.description),
        Block::TurningPoint(turn) => self::turn(out, turn),
        Block::Thought { whose, words } => out.text(&format!("{} {words}", introducing(whose))),
        Block::Survey(survey) => self::survey(out, survey),
        Block::Scores(scoreboard) => scores(out, scoreboard),
        Block::Moments(moments) => self::moments(out, moments),
        Block::Objectives(objectives) => {
            objectives.iter().try_for_each(|objective| out.item("- ", &one_line(&objective.statement)))
        }
        Block::Notes(notes) => notes.iter().filter(|note| is_written(note)).try_for_each(|note| {
            let label = introducing(note.label);
            out.text(&format!("{label} {}", note.written.trim()))
        }),
        Block::Fold(fold) => {
            out.heading(&fold.title)?;
            fold.blocks.iter().try_for_each(|block| self::block(out, block))
        }
        Block::Road(_) | Block::OtherChoices(_) | Block::Turns { .. } => Ok(()),
    }
}

fn is_written(note: &Note) -> bool {
    !note.written.trim().is_empty()
}

fn one_line(statement: &Statement) -> String {
    let Statement { label, text, aside } = statement;
    let parts = [label.as_deref(), Some(text.as_str()), aside.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn turn(out: &mut TerminalPage<'_>, turn: &TurnBlock) -> io::Result<()> {
    out.gap()?;
    out.text(&turn.title)?;
    turn.reply.iter().try_for_each(|reply| out.text(&one_line(reply)))?;
    turn.blocks.iter().try_for_each(|block| self::block(out, block))
}

fn survey(out: &mut TerminalPage<'_>, survey: &Survey) -> io::Result<()> {
    out.heading(&survey.caption)?;
    for row in &survey.rows {
        out.item("- ", &format!("{} {}.", introducing(&row.question), unended(&row.answer)))?;
        row.rests_on.iter().try_for_each(|words| out.indented("  ", &one_line(words)))?;
        row.reasons.iter().try_for_each(|reason| out.indented("  ", reason))?;
    }
    survey.not_asked.iter().try_for_each(|not_asked| out.text(not_asked))
}

fn scores(out: &mut TerminalPage<'_>, scoreboard: &Scoreboard) -> io::Result<()> {
    for score in &scoreboard.rows {
        let label = introducing(score.dimension.label());
        out.item("- ", &format!("{label} {}. {}", score.value, score.remarks.join(" ")))?;
    }
    scoreboard.notes.iter().try_for_each(|note| out.text(note))
}

fn moments(out: &mut TerminalPage<'_>, moments: &Moments) -> io::Result<()> {
    out.text(&moments.caption)?;
    moments.rows.iter().try_for_each(|row| {
        out.item("- ", &format!("{} {}", row.label, row.gave))?;
        out.indented("  ", &row.answer)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::debrief::debrief;
    use crate::debrief::page::Material;
    use crate::library::Library;
    use crate::session::{Chance, Session};

    #[test]
    fn the_terminal_says_what_was_composed_and_nothing_else() {
        let scenario = Library::open(&[]).entries[0].scenario.clone();
        let mut session = Session::begin(scenario.clone(), Chance::from_seed(7));
        while let Some(&choice) = session.current_scene().offer.first() {
            session.choose(choice, None).expect("it is on offer");
        }
        let debrief = debrief(&scenario, session.transcript()).expect("the record fits");
        let composed = page::Page::compose(&Material::of(&scenario, &debrief));
        let mut out = Vec::new();
        write(&mut TerminalPage::new(&mut out), &composed).expect("memory takes it");
        let text = String::from_utf8(out).expect("UTF-8");
        let composed = format!("{composed:?}").replace("\\\"", "\"");
        let mut held = 0;
        for paragraph in text.replace("\n- ", "\n\n").split("\n\n") {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            let ends = |word: &&str| word.ends_with(['.', '!', '?', '\u{2026}', ':', '\u{201d}', ')']);
            for words in words.split_inclusive(ends).flat_map(|sentence| sentence.windows(3)) {
                // A colon after a label and a full stop after a score set words off; they are the terminal's.
                let words = words.join(" ");
                let words = words.trim_end_matches(['.', ':']);
                assert!(composed.contains(words), "\u{201c}{words}\u{201d} was not composed");
                held += 1;
            }
        }
        assert!(held > 500, "{held} times three words");
    }
}
