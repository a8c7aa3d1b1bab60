//! The summary before the debrief: what a tired reader takes home from it.

use crate::debrief::terms::{done_and_said, how_they_were, kind_of_ending, quoted, stage, taken};
use crate::debrief::{ChangeBecause, ToChange, TurnReport, WhatIfEnding, WhatIfOutcome};
use crate::sentence::ended;

use super::{Material, Note, NoteField, OtherRoads, ScoreRow, Statement, moments, notes, reply, scores, turn, way_out};

/// The most characters of what came back.
const SHORT: usize = 130;
/// The most characters of what the trainee wrote.
const OWN: usize = 110;

/// What the marks are.
const KEY: &str = "\u{25b2} simulated players: guessing, going by the looks of the options, a learner, an expert";

/// What one takes home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What a picture of the patient at the end shows, in words.
    pub portrait: String,
    /// How it ended, and how the patient was.
    pub ended: String,
    /// How many moments were met; `None` where none came.
    pub moments: Option<String>,
    /// The three scores, without remarks.
    pub scores: Vec<ScoreRow>,
    /// What the marks on their scales are; `None` where there are none.
    pub key: Option<&'static str>,
    pub keep: Lesson,
    pub change: Lesson,
    /// What the trainee will do next time.
    pub next: Note,
}

/// One thing to keep or to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    pub heading: &'static str,
    /// The turn that it is about, from 0; `None` where there is none.
    pub turn: Option<usize>,
    /// In reading order.
    pub words: Vec<Statement>,
}

pub(super) fn summary(of: &Material<'_>) -> Summary {
    let take_home = of.take_home();
    let scores = scores::in_short(of);
    let marked = scores.iter().flat_map(|row| &row.scale).any(|scale| !scale.marks.is_empty());
    Summary {
        portrait: format!("{} at the end: {}", of.scenario.patient.name, stage(of.debrief.patient.stage)),
        ended: how_they_were(of.debrief, of.patient()),
        moments: moments::met(of),
        scores,
        key: marked.then_some(KEY),
        keep: keep(of, take_home.keep),
        change: change(of, take_home.change.as_ref()),
        next: notes::note(of, NoteField::NextTime),
    }
}

fn keep(of: &Material<'_>, index: Option<usize>) -> Lesson {
    let words = match index {
        Some(index) => to_keep(of, index),
        None if of.debrief.turns.is_empty() => {
            vec![Statement::plain("You have not said anything yet, so it is all still ahead.")]
        }
        None => {
            vec![Statement::plain("No choice this time was one to repeat as it was. That is what practice is for.")]
        }
    };
    Lesson { heading: "One thing to keep", turn: index, words }
}

fn to_keep(of: &Material<'_>, index: usize) -> Vec<Statement> {
    let turn = &of.debrief.turns[index];
    let mut words: Vec<Statement> = turn::own_words(of, index, OWN).into_iter().collect();
    words.push(you(index, turn));
    words.extend(reply::in_short(turn, SHORT));
    words.push(Statement::aside(ended(&turn.why)));
    words
}

fn change(of: &Material<'_>, to_change: Option<&ToChange>) -> Lesson {
    let heading = "One thing to change";
    // Which choice it was is not known before the other roads are.
    let to_change = to_change.filter(|_| !is_sought(of));
    let words = to_change.map_or_else(|| vec![Statement::plain(nothing_to_change(of))], |change| otherwise(of, change));
    Lesson { heading, turn: to_change.map(|change| change.turn), words }
}

/// Whether it is still being worked out how an unsafe ending could have been avoided.
fn is_sought(of: &Material<'_>) -> bool {
    of.debrief.ended_unsafely() && of.other_roads == OtherRoads::UnderWay
}

fn nothing_to_change(of: &Material<'_>) -> &'static str {
    if of.debrief.turns.is_empty() {
        "Nothing yet. Begin where you like; nobody is hurt here."
    } else if is_sought(of) {
        way_out::SOUGHT
    } else if of.debrief.ended_unsafely() {
        "No single choice stands out. Read below how it came to this, and play it again."
    } else {
        "Nothing: each time you took the best that was on offer."
    }
}

fn otherwise(of: &Material<'_>, change: &ToChange) -> Vec<Statement> {
    let turn = &of.debrief.turns[change.turn];
    let mut words = vec![you(change.turn, turn)];
    words.push(Statement::aside(match change.because {
        ChangeBecause::LastWayOut if change.turn + 1 == of.debrief.turns.len() => {
            "It was the last chance for a safe ending.".to_owned()
        }
        ChangeBecause::LastWayOut => "After this turn, even the best choices that were left ended unsafely.".to_owned(),
        ChangeBecause::Critical | ChangeBecause::CostMost => ended(&turn.why),
    }));
    let instead = done_and_said(change.act.as_deref(), change.say.as_deref());
    words.push(Statement::labelled("What might have worked:", instead));
    words.extend(led_to(of, change.leads_to.as_ref()));
    words
}

fn you(index: usize, turn: &TurnReport) -> Statement {
    let label = format!("You, at turn {}:", index + 1);
    Statement::labelled(label, taken(turn.act.as_deref(), turn.say.as_deref(), turn.late))
}

/// What the other choice would have led to; `None` where that is not known and will not be.
fn led_to(of: &Material<'_>, outcome: Option<&WhatIfOutcome>) -> Option<Statement> {
    let label = "It could have led to:";
    let Some(outcome) = outcome else {
        let under_way = of.other_roads == OtherRoads::UnderWay;
        return under_way.then(|| Statement::labelled(label, "working out\u{2026}"));
    };
    let led_to: Option<&WhatIfEnding> = outcome.ending.as_ref();
    let same = led_to.map(|ending| &ending.scene) == of.debrief.ending.as_ref().map(|ending| &ending.scene);
    let (then, now) = (outcome.patient, of.debrief.patient);
    // How the patient would have felt is told where it is other than it was.
    let patient =
        if then.stage == now.stage { String::new() } else { format!(", with {} {}", of.patient(), stage(then.stage)) };
    let led_to = match led_to {
        Some(_) if same && patient.is_empty() && then.feelings.trust > now.feelings.trust => {
            "the same ending, with more trust".to_owned()
        }
        Some(_) if same && patient.is_empty() => "the same ending, by a better way".to_owned(),
        Some(_) if same => format!("the same ending{patient}"),
        Some(ending) => format!("{}, {}{patient}", kind_of_ending(ending.kind), quoted(&ending.title)),
        None => format!("no ending{patient}"),
    };
    Some(Statement::labelled(label, ended(&led_to)))
}
