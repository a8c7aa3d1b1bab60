//! Shows each kind of block.

use egui::{Label, Ui};

use crate::debrief::page::{Block, Moments, Objective, Statement};
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::text::{Ink, palette};
use crate::ui::widgets::{card, text};

use super::{DebriefAction, DebriefPage, course, notes, road, scores, survey, turn};

/// Shows blocks one below the other and returns the requested action.
pub(super) fn blocks(ui: &mut Ui, model: &DebriefPage<'_>, blocks: &[Block]) -> Option<DebriefAction> {
    let mut action = None;
    for block in blocks {
        action = self::block(ui, model, block).or(action);
    }
    action
}

fn block(ui: &mut Ui, model: &DebriefPage<'_>, block: &Block) -> Option<DebriefAction> {
    match block {
        Block::Subheading(text) => {
            ui.add_space(space::L);
            text::heading(ui, 3, text);
        }
        Block::Lead(text) => {
            text::lead(ui, text);
        }
        Block::Notice(text) => card::notice(ui, |ui| card::notice_text(ui, text)),
        Block::Statement(statement) => self::statement(ui, statement),
        Block::List(items) => items.iter().for_each(|item| self::item(ui, item)),
        Block::Course(course) => return course::course(ui, model, course),
        Block::Turns { title, turns } => return course::every_turn(ui, model, title, turns),
        Block::TurningPoint(point) => return turn::turning_point(ui, model, point),
        Block::Thought { whose, words } => card::card(ui, |ui| {
            text::small(ui, whose);
            text::lead(ui, words);
        }),
        Block::Survey(survey) => survey::survey(ui, survey),
        Block::Scores(scoreboard) => scores::scores(ui, scoreboard),
        Block::Moments(moments) => self::moments(ui, moments),
        Block::Objectives(objectives) => objectives.iter().for_each(|one| objective(ui, one)),
        Block::Road(words) => road::road(ui, model, words),
        Block::Notes(notes) => return notes::notes(ui, model, notes),
        Block::Fold(fold) => {
            let mut action = None;
            disclosure(ui, &fold.title, &fold.title, |ui| action = blocks(ui, model, &fold.blocks));
            return action;
        }
        // It is the only block of its part, which shows it together with the heading.
        Block::OtherChoices(_) => {}
    }
    None
}

/// A paragraph; a label without text is a heading for what follows.
pub(super) fn statement(ui: &mut Ui, statement: &Statement) {
    let Statement { label, text, aside } = statement;
    match (label, text.is_empty()) {
        (Some(label), true) => {
            ui.add_space(space::S);
            text::strong(ui, label);
        }
        (Some(label), false) => {
            text::labelled(ui, label, text);
        }
        (None, true) => {}
        (None, false) => {
            text::body(ui, text);
        }
    }
    self::aside(ui, aside.as_deref());
}

/// A paragraph with a bullet.
fn item(ui: &mut Ui, item: &Statement) {
    let Statement { label, text, aside } = item;
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    let mut job = ink.job(ui.ctx(), "\u{2022} ");
    if let Some(label) = label {
        ink.strong().append(ui.ctx(), &mut job, label);
        ink.append(ui.ctx(), &mut job, "  ");
    }
    ink.append(ui.ctx(), &mut job, text);
    ui.add(Label::new(job).wrap());
    self::aside(ui, aside.as_deref());
}

fn aside(ui: &mut Ui, aside: Option<&str>) {
    if let Some(aside) = aside {
        text::small(ui, aside);
    }
}

fn moments(ui: &mut Ui, moments: &Moments) {
    text::body(ui, &moments.caption);
    for row in &moments.rows {
        text::labelled(ui, &marked(row.met, &row.label), &format!("{} {}", row.gave, row.answer));
    }
}

fn objective(ui: &mut Ui, objective: &Objective) {
    let Statement { label, text, .. } = &objective.statement;
    text::labelled(ui, &marked(objective.met, label.as_deref().unwrap_or_default()), text);
}

/// A label with a sign for whether it was met.
fn marked(met: bool, label: &str) -> String {
    let sign = if met { '\u{2713}' } else { '\u{25cb}' };
    format!("{sign} {label}")
}
