//! How it was for the patient: the closing thought and the survey, each answer with its reasons.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::debrief::terms::{self, quoted};
use crate::debrief::{HeldByTrust, MeantFor, SurveyAnswer};
use crate::sentence::{shortened, unended};

use super::{Block, Material, Part, PartName, Statement, Survey, SurveyRow};

/// The most characters of the closing thought in the line that says what is inside.
const SHORT: usize = 60;

pub(super) fn how_it_was(of: &Material<'_>) -> Part {
    let patient = of.patient();
    let mut blocks = Vec::new();
    if let Some(ending) = &of.debrief.ending {
        blocks.push(Block::Thought { whose: format!("{patient} thinks, afterwards"), words: quoted(&ending.thought) });
    }
    blocks.extend(survey(of));
    let thought = of.debrief.ending.as_ref().map(|ending| shortened(&ending.thought, SHORT));
    let inside = match thought {
        Some(thought) => format!("{}, and what else {patient} would say if asked", quoted(&thought)),
        None => format!("What {patient} would say if asked"),
    };
    Part { name: PartName::HowItWas, heading: format!("How it was for {patient}"), inside, blocks }
}

/// The answers that tell most, and the rest folded.
fn survey(of: &Material<'_>) -> Vec<Block> {
    let patient = of.patient();
    let all = &of.debrief.survey;
    let telling = of.debrief.most_telling();
    if telling.is_empty() {
        return Vec::new();
    }
    let mut quoted = BTreeSet::new();
    let rows = telling.iter().map(|&index| row(of, &all[index], &mut quoted)).collect();
    let table = |caption: String, rows| {
        let columns = ["Question", "Answer", "Because"];
        Survey { caption, columns, rows, not_asked: None }
    };
    // Whoever answers cannot know what was missed.
    let content = if of.debrief.ended_unsafely() { "; to be content is not to be safe" } else { "" };
    let first = table(format!("What {patient} might answer in a survey, and why{content}"), rows);
    let is_more = |&(index, item): &(usize, &SurveyAnswer)| item.answer.is_some() && !telling.contains(&index);
    let more: Vec<SurveyRow> =
        all.iter().enumerate().filter(is_more).map(|(_, item)| row(of, item, &mut BTreeSet::new())).collect();
    let mut blocks = vec![Block::Survey(first)];
    blocks
        .extend(Block::fold(more_answers(more.len()), the_rest(of, table("The rest of the survey".to_owned(), more))));
    blocks
}

fn more_answers(more: usize) -> String {
    match more {
        0 => "What was not asked".to_owned(),
        1 => "One more answer".to_owned(),
        more => format!("{more} more answers"),
    }
}

/// The answers that tell less, and what was not asked.
fn the_rest(of: &Material<'_>, less: Survey) -> Vec<Block> {
    let items = of.debrief.survey.iter().filter(|item| item.answer.is_none());
    let items: Vec<&str> = items.map(|item| unended(&item.text)).collect();
    let not_asked = format!("Not asked, because nothing on your road bore on it: {}.", items.join("; "));
    let not_asked = (!items.is_empty()).then_some(not_asked);
    if less.rows.is_empty() {
        return not_asked.map(Block::plain).into_iter().collect();
    }
    vec![Block::Survey(Survey { not_asked, ..less })]
}

fn row(of: &Material<'_>, item: &SurveyAnswer, quoted: &mut BTreeSet<usize>) -> SurveyRow {
    let meant = [MeantFor::For, MeantFor::Missed, MeantFor::Against].into_iter();
    let mut reasons: Vec<String> = meant.filter_map(|meant| self::reasons(item, meant)).collect();
    if reasons.is_empty() {
        reasons.push("No single turn stands behind this.".to_owned());
    }
    reasons.extend(item.held.map(|held| match held {
        HeldByTrust::Raised => format!("{} trusted you in the end, so the answer is no lower.", of.patient()),
        HeldByTrust::Lowered => {
            format!("{} did not trust you in the end, so the answer is no higher.", of.patient())
        }
    }));
    SurveyRow {
        id: item.id.clone(),
        question: item.text.clone(),
        answer: item.answer.unwrap_or_default().to_owned(),
        rests_on: rests_on(of, item, quoted),
        reasons,
    }
}

/// What was said or done at the turn that speaks loudest for the answer: the one with the most behaviours that bear on
/// it, rather one that is not quoted yet, then the first.
fn rests_on(of: &Material<'_>, item: &SurveyAnswer, quoted: &mut BTreeSet<usize>) -> Option<Statement> {
    let (step, steps) = item.step?;
    let meant: &[MeantFor] =
        if 2 * step + 1 >= steps { &[MeantFor::For] } else { &[MeantFor::Against, MeantFor::Missed] };
    let reason = meant.iter().find_map(|meant| {
        let reasons = item.reasons.iter().filter(|reason| reason.meant == *meant);
        reasons.min_by_key(|it| (quoted.contains(&it.turn), Reverse(it.behaviours.len()), it.turn))
    })?;
    quoted.insert(reason.turn);
    let turn = &of.debrief.turns[reason.turn];
    Some(match (turn.act.as_deref(), turn.say.as_deref()) {
        (_, Some(said)) => Statement::labelled("You said:", terms::quoted(said)),
        (act, None) => Statement::labelled("You did this:", act.unwrap_or_default()),
    })
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
