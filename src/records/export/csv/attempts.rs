//! The columns of the table of attempts.

use crate::records::Outcome;
use crate::rubric::Dimension;

use super::cell::Cell;
use super::{OfAttempt, column};

pub(super) const COLUMNS: &[OfAttempt] = &[
    (column("attempt", "the attempt's id, the same in every export"), |it| it.attempt.to_string().into()),
    (column("person", "the id of whoever played: a random number, never a name"), |it| it.person.to_string().into()),
    (column("scenario", "the scenario's id"), |it| it.scenario.id.as_str().into()),
    (column("title", "its title"), |it| it.scenario.title.as_str().into()),
    (column("hash", "the SHA-256 of its text: compare only attempts at one text"), |it| {
        it.scenario.hash.to_string().into()
    }),
    (column("level", "how demanding it is: `Foundation`, `Intermediate` or `Advanced`"), |it| {
        Cell::word(it.scenario.level)
    }),
    (column("practises", "the strategies that it practises"), |it| strings(&it.scenario.practises)),
    (column("rubric", "the SHA-256 of the rubric that it was scored by"), |it| it.rubric.to_string().into()),
    (column("app", "the version of Bedside"), |it| it.app.as_str().into()),
    (column("mode", "`Practise` or `Assess`"), |it| Cell::word(it.mode)),
    (column("first", "whether no attempt of this person at this scenario came to an end before"), |it| {
        Cell::Truth(it.first)
    }),
    (column("began", "when the conversation began, in UTC"), |it| Cell::Time(it.began)),
    (column("ended", "when it ended, in UTC"), |it| Cell::Time(it.ended)),
    (column("seconds", "how long it took, pauses included; empty where a clock was set back meanwhile"), |it| {
        let took = it.ended.as_second().saturating_sub(it.began.as_second());
        if took < 0 { Cell::Empty } else { Cell::Number(took) }
    }),
    (column("ending", "the id of its ending; empty where it was stopped"), |it| ending(it, |met| &met.scene)),
    (column("ending_title", "the ending's title"), |it| ending(it, |met| &met.title)),
    (column("ending_kind", "`Good`, `Mixed`, `Poor` or `Unsafe`"), |it| {
        it.ending.as_ref().map_or(Cell::Empty, |met| Cell::word(met.kind))
    }),
    (column("empathy", "the score, 0\u{2013}100; empty where it was not exercised"), |it| {
        score(it, Dimension::Empathy)
    }),
    (column("clarity", "likewise"), |it| score(it, Dimension::Clarity)),
    (column("de_escalation", "likewise"), |it| score(it, Dimension::DeEscalation)),
    (column("band", "`beginning`, `developing`, `secure` or `strong`; empty after too few decisions"), |it| {
        it.band.map_or(Cell::Empty, Cell::word)
    }),
    (column("passed", "whether every dimension exercised reached the pass mark"), |it| Cell::Truth(it.passed)),
    (
        column(
            "own_empathy",
            "how the trainee rated themselves before the scores, 0\u{2013}100; empty where they did not",
        ),
        |it| rating(it, Dimension::Empathy),
    ),
    (column("own_clarity", "as `own_empathy`"), |it| rating(it, Dimension::Clarity)),
    (column("own_de_escalation", "as `own_empathy`, too"), |it| rating(it, Dimension::DeEscalation)),
    (column("moments", "how many moments the patient gave"), |it| Cell::count(it.moments.len())),
    (column("moments_met", "how many of them were met"), |it| {
        Cell::count(it.moments.iter().filter(|moment| moment.met).count())
    }),
    (column("objectives_met", "the ids of the objectives that were met"), |it| objectives(it, |met| met)),
    (column("objectives_missed", "the ids of those that were not"), |it| objectives(it, |met| !met)),
    (column("survey_asked", "how many items of the survey the patient was asked"), |it| Cell::count(it.survey.len())),
    (column("survey_top_box", "the ids of those with the highest answer of their scale"), |it| {
        Cell::list(it.survey.iter().filter(|item| item.top_box).map(|item| item.id.as_str()))
    }),
    (column("decisions", "how many turns had two options or more on offer"), |it| Cell::count(it.decisions.len())),
    (column("late", "how many of them were left to the clock"), |it| {
        Cell::count(it.decisions.iter().filter(|made| made.late).count())
    }),
    (column("feeling", "the trainee's word for how it felt, if words were asked for"), |it| {
        it.reflection.as_ref().map_or(Cell::Empty, |reflection| reflection.feeling.as_str().into())
    }),
    (column("went_well", "the trainee's note, if words were asked for"), |it| it.notes.went_well.as_str().into()),
    (column("to_change", "as `went_well`"), |it| it.notes.to_change.as_str().into()),
    (column("next_time", "what completes \u{201c}Next time I will \u{2026}\u{201d}, if words were asked for"), |it| {
        it.notes.next_time.as_str().into()
    }),
    (column("by", "by when that is to be done"), |it| it.notes.by.as_str().into()),
];

fn score(outcome: &Outcome, dimension: Dimension) -> Cell {
    Cell::of(outcome.scores.get(dimension))
}

fn rating(outcome: &Outcome, dimension: Dimension) -> Cell {
    Cell::of(outcome.reflection.as_ref().and_then(|reflection| reflection.rating).map(|rating| rating.on(dimension)))
}

fn ending(outcome: &Outcome, what: impl Fn(&crate::records::EndingMet) -> &str) -> Cell {
    outcome.ending.as_ref().map_or(Cell::Empty, |met| what(met).into())
}

fn objectives(outcome: &Outcome, wanted: impl Fn(bool) -> bool) -> Cell {
    Cell::list(outcome.objectives.iter().filter(|(_, met)| wanted(**met)).map(|(id, _)| id.as_str()))
}

fn strings(list: &[String]) -> Cell {
    Cell::list(list)
}
