//! The debrief in text: how it ended, the scores, the patient's voice, and what to look at again.

use std::io;

use crate::attempt::{Reflection, SelfRating};
use crate::debrief::{Band, Debrief, MeantFor, PatientAfter, Score, SurveyAnswer};
use crate::rubric::Dimension;
use crate::session::Session;

use super::debrief_turns;
use super::page::Page;

/// Writes the debrief of a conversation.
pub(super) fn write(
    page: &mut Page<'_>,
    session: &Session,
    debrief: &Debrief,
    reflection: Option<&Reflection>,
) -> io::Result<()> {
    let called = &session.scenario().patient.called;
    page.heading(&format!("Debrief of {}", session.scenario().title))?;
    headline(page, debrief, reflection)?;
    scores(page, debrief, reflection.and_then(|said| said.rating))?;
    patient(page, debrief, called)?;
    opportunities(page, debrief)?;
    objectives(page, debrief)?;
    survey(page, debrief, called)?;
    debrief_turns::turning_points(page, debrief, called)?;
    debrief_turns::turns(page, debrief, called)
}

fn headline(page: &mut Page<'_>, debrief: &Debrief, reflection: Option<&Reflection>) -> io::Result<()> {
    match &debrief.ending {
        Some(ending) => {
            let kind = ending.kind.word().to_lowercase();
            page.text(&format!("How it ended: {} ({kind}).", ending.title.trim_end_matches('.')))?;
        }
        None => page.text("How it ended: it did not come to an ending; this is about what was played.")?,
    }
    if let Some(feeling) = reflection.map(|said| said.feeling.as_str()).filter(|feeling| !feeling.is_empty()) {
        page.text(&format!("Your word for it: {feeling}"))?;
    }
    match debrief.band {
        Some(band) => {
            let passed = if debrief.passed {
                "every score reaches the pass mark"
            } else {
                "not every score reaches the pass mark"
            };
            page.text(&format!("Overall: {}; {passed}.", band_in_words(band)))?;
        }
        None => page.text("Overall: no score, since nothing scored was decided.")?,
    }
    for critical in &debrief.critical {
        let text = format!(
            "In turn {} you showed \u{201c}{}\u{201d}: that caps the whole.",
            critical.turn + 1,
            critical.label
        );
        page.item("- ", &text)?;
    }
    Ok(())
}

const fn band_in_words(band: Band) -> &'static str {
    match band {
        Band::Beginning => "beginning",
        Band::Developing => "developing",
        Band::Secure => "secure",
        Band::Strong => "strong",
    }
}

fn scores(page: &mut Page<'_>, debrief: &Debrief, rating: Option<SelfRating>) -> io::Result<()> {
    page.heading("Scores, from 0 to 100: what you did of what could have been done on the road you took")?;
    for dimension in Dimension::ALL {
        let said = rating.map(|rating| format!(" You said {}.", rating.on(dimension))).unwrap_or_default();
        let score = debrief.scores.get(dimension).map_or_else(|| "not exercised.".to_owned(), score_in_words);
        page.item("- ", &format!("{}: {score}{said}", dimension.label()))?;
    }
    Ok(())
}

fn score_in_words(score: Score) -> String {
    match (score.best, score.worst) {
        (Some(best), Some(worst)) => {
            format!("{}. With this seed the best road scores {best}, the worst {worst}.", score.score)
        }
        _ => format!("{}.", score.score),
    }
}

fn patient(page: &mut Page<'_>, debrief: &Debrief, called: &str) -> io::Result<()> {
    let PatientAfter { feelings, stage, peak_agitation, peak_stage, came_down } = debrief.patient;
    page.heading(&format!("How {called} felt at the end, from 0 to 100"))?;
    page.item("- ", &format!("Agitation {} ({})", feelings.agitation, stage.word()))?;
    page.item("- ", &format!("Trust {}", feelings.trust))?;
    page.item("- ", &format!("Understanding {}", feelings.understanding))?;
    let after = if came_down { "; it came down again" } else { "" };
    page.text(&format!("The highest agitation was {peak_agitation} ({}){after}.", peak_stage.word()))?;
    match &debrief.ending {
        Some(ending) => page.text(&format!("What {called} thinks afterwards: \u{201c}{}\u{201d}", ending.thought)),
        None => Ok(()),
    }
}

fn opportunities(page: &mut Page<'_>, debrief: &Debrief) -> io::Result<()> {
    let all = &debrief.opportunities;
    if all.is_empty() {
        return Ok(());
    }
    let met = all.iter().filter(|opportunity| opportunity.met).count();
    page.heading(&format!("Feelings there were to be met: {met} of {} met", all.len()))?;
    for opportunity in all {
        let met = if opportunity.met { "met" } else { "missed" };
        let level = opportunity.level.get();
        page.item("- ", &format!("Turn {}, {met}: {}", opportunity.turn + 1, opportunity.cue))?;
        page.indented("  ", &format!("You {} (level {level} of 5).", opportunity.label))?;
    }
    Ok(())
}

fn objectives(page: &mut Page<'_>, debrief: &Debrief) -> io::Result<()> {
    page.heading("What to aim for")?;
    for objective in &debrief.objectives {
        let met = if objective.met { "Met" } else { "Not met" };
        page.item("- ", &format!("{met}: {}", objective.text))?;
    }
    Ok(())
}

fn survey(page: &mut Page<'_>, debrief: &Debrief, called: &str) -> io::Result<()> {
    page.heading(&format!("What {called} would say in a survey"))?;
    for answer in debrief.survey.iter().filter(|answer| answer.answer.is_some()) {
        page.item("- ", &format!("{} {}", answer.text, answer.answer.unwrap_or_default()))?;
        let reasons = survey_reasons(answer);
        if !reasons.is_empty() {
            page.indented("  ", &reasons)?;
        }
    }
    let not_asked = debrief.survey.iter().filter(|answer| answer.answer.is_none());
    let not_asked: Vec<&str> = not_asked.map(|answer| answer.text.trim_end_matches('.')).collect();
    if !not_asked.is_empty() {
        page.item("- ", &format!("Not asked, since nothing here was about it: {}", not_asked.join("; ")))?;
    }
    Ok(())
}

fn survey_reasons(answer: &SurveyAnswer) -> String {
    let reasons = answer.reasons.iter().map(|reason| {
        let meant = match reason.meant {
            MeantFor::For => "for it",
            MeantFor::Missed => "passed by",
            MeantFor::Against => "against it",
        };
        format!("turn {}, {meant}: {}", reason.turn + 1, reason.behaviours.join(", "))
    });
    let reasons: Vec<String> = reasons.collect();
    if reasons.is_empty() { String::new() } else { format!("Because of {}.", reasons.join("; ")) }
}
