//! A sheet to pick from, and what somebody picked, as text.

use std::io;

use crate::analysis::reading::{AnswerResult, Picked, ReadingResult, ReadingSheet, SheetDecision};
use crate::debrief::terms::done_and_said;
use crate::scenario::{Choice, Scenario, SceneContent, SceneId};
use crate::sentence::{capitalised, ended};

use super::scenarios::counted;
use super::scene_text::{IN_SCENE, SceneText};
use super::terminal_page::TerminalPage;

/// Writes a sheet. Without the scenes it says nothing of who is met, nor which scenario it is.
pub(super) fn write_sheet(page: &mut TerminalPage<'_>, sheet: &ReadingSheet<'_>) -> io::Result<()> {
    if sheet.with_scenes {
        SceneText { scenario: sheet.scenario, with_conditions: false }.front(page)?;
        page.heading("What to do")?;
        page.text(
            "Read on from scene to scene, and pick at each number the option that you think is best there. What is said can \
             depend on how the talk has gone: then each wording stands, after \u{201c}or\u{201d}.",
        )?;
    } else {
        page.text(
            "Pick at each number the option that you think is best. Who sits before you, and what they have said, is left out \
             on purpose, and the order is mixed.",
        )?;
    }
    page.text("Write one line for each, the number and the letter: 1 b")?;
    if sheet.has_conditions() {
        page.text("Not all options are on offer every time. Take each as if it were.")?;
    }
    page.text(&format!("Seed {}, {}.", sheet.seed, kind(sheet.with_scenes)))?;
    if !sheet.with_scenes {
        return sheet.decisions.iter().try_for_each(|decision| {
            page.gap()?;
            write_decision(page, decision, "")
        });
    }
    let scenes = (0..sheet.scenario.scenes.len()).filter_map(SceneId::new);
    scenes.into_iter().try_for_each(|scene| write_scene(page, sheet, scene))
}

/// A scene with its decision. Endings are left out, since they tell how it went.
fn write_scene(page: &mut TerminalPage<'_>, sheet: &ReadingSheet<'_>, id: SceneId) -> io::Result<()> {
    let scene = sheet.scenario.scene(id);
    if matches!(scene.content, SceneContent::Ending(_)) {
        return Ok(());
    }
    page.gap()?;
    page.text("\u{2500}\u{2500}\u{2500}\u{2500}")?;
    SceneText { scenario: sheet.scenario, with_conditions: false }.passage(page, IN_SCENE, &scene.passage)?;
    page.gap()?;
    match sheet.decision_of(id) {
        Some(decision) => write_decision(page, decision, IN_SCENE),
        None => sheet
            .scenario
            .choices_of(id)
            .try_for_each(|only| page.item(&format!("{IN_SCENE}You: "), &in_words(sheet.scenario.choice(only)))),
    }
}

fn write_decision(page: &mut TerminalPage<'_>, decision: &SheetDecision<'_>, indent: &str) -> io::Result<()> {
    page.text(&format!("{}.", decision.number))?;
    let mut options = decision.options.iter();
    options.try_for_each(|option| page.item(&format!("{indent}    {}  ", option.letter), &in_words(option.choice)))
}

fn in_words(choice: &Choice) -> String {
    done_and_said(choice.words.act(), choice.words.say())
}

/// Writes what answers come to.
pub(super) fn write_result(page: &mut TerminalPage<'_>, scenario: &Scenario, result: &ReadingResult) -> io::Result<()> {
    page.text(&format!("A reading of \u{201c}{}\u{201d}", scenario.title))?;
    page.text(&format!("Seed {}, {}.", result.seed, kind(result.with_scenes)))?;
    page.heading("What was picked, and what picking blindly would give")?;
    for answer in &result.answers {
        page.item(&format!("{:>4} {}  ", answer.number, answer.letter), &answer_in_words(answer))?;
    }
    if !result.unanswered.is_empty() {
        let numbers: Vec<String> = result.unanswered.iter().map(ToString::to_string).collect();
        page.item("  ", &format!("Without an answer, and not counted: {}.", numbers.join(", ")))?;
    }
    page.heading("In all")?;
    page.item("  ", &format!("best found in  {}", picked_in_words(result.best)))?;
    if result.moment.of > 0 {
        page.item("  ", &format!("moment met in  {}", picked_in_words(result.moment)))?;
    }
    page.heading("Held against")?;
    for limit in &result.limits {
        page.item(if limit.kept { "  kept       " } else { "  NOT KEPT  " }, &ended(&capitalised(&limit.to_string())))?;
    }
    let from = scenario.rubric.fairness.judged_from;
    if result.best.of < from {
        let few = counted(result.best.of, "decision");
        page.item("  ", &format!("Of {few}, luck alone can make this; it says something from {from} on."))?;
    }
    if !result.with_scenes && result.limits.iter().any(|limit| !limit.kept) {
        page.item(
            "  ",
            "What was found above without the scenes is what to write anew: there the tone gives the best away.",
        )?;
    }
    Ok(())
}

fn answer_in_words(answer: &AnswerResult) -> String {
    let best = if answer.best {
        "the best".to_owned()
    } else {
        let best = answer.best_options.iter().map(|best| format!("{}, {}", best.letter, best.choice));
        format!("not the best ({})", best.collect::<Vec<_>>().join("; "))
    };
    let moment = match answer.meets_moment {
        None => "no moment is named".to_owned(),
        Some(meets) => {
            let chance = in_percent(answer.moment_by_chance.unwrap_or_default());
            format!("{} the moment (by chance {chance})", if meets { "meets" } else { "misses" })
        }
    };
    let chance = in_percent(answer.best_by_chance);
    format!("{}/{}: {best} (by chance {chance}); {moment}", answer.scene, answer.choice)
}

fn picked_in_words(picked: Picked) -> String {
    let Picked { found, of, by_chance, .. } = picked;
    let chance = in_percent(picked.share_by_chance());
    format!("{found} of {of} ({} %); by chance {by_chance:.1} of {of} ({chance})", picked.percent())
}

/// A share of 0–1.
fn in_percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

const fn kind(with_scenes: bool) -> &'static str {
    if with_scenes { "with the scenes" } else { "without the scenes" }
}
