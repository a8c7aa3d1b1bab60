//! What is known of each choice, as text.

use std::io;

use crate::analysis::{Analysis, ChoiceReport, GateReport, WayReport, taken_in_words};
use crate::chart::{gate_taken_in_words, way_taken_in_words};
use crate::rubric::Feeling;
use crate::scenario::{ChoiceId, Scenario};

use super::analyse_text::{grouped, named};
use super::terminal_page::TerminalPage;

/// What is shown where nothing was played.
const NOT_PLAYED: &str = "Nothing was played, so it is not known what a developing trainee takes.";

/// Writes a table of all choices, scene by scene, with where they lead, and one of the gates.
pub(super) fn write(page: &mut TerminalPage<'_>, scenario: &Scenario, analysis: &Analysis) -> io::Result<()> {
    let after = "How the patient can feel right after each choice (agitation, trust, understanding)";
    if analysis.watched == 0 {
        page.heading(after)?;
        page.text(&format!("  {NOT_PLAYED}"))?;
    } else {
        let plays = grouped(analysis.watched.into());
        page.heading(&format!("{after}, and how many of {plays} plays of a developing trainee take it"))?;
    }
    for scene in scenario.scene_ids() {
        let mut choices = scenario.choices_of(scene).peekable();
        if choices.peek().is_some() {
            page.text(&format!("  {}", scenario.scene(scene).id))?;
        }
        for id in choices {
            if let Some(choice) = analysis.choices.get(id.index()) {
                write_choice(page, scenario, id, choice)?;
            }
        }
    }
    write_gates(page, scenario, analysis)
}

fn write_choice(
    page: &mut TerminalPage<'_>,
    scenario: &Scenario,
    id: ChoiceId,
    choice: &ChoiceReport,
) -> io::Result<()> {
    let range = |feeling| {
        choice.after.map_or_else(
            || format!("{:>10}", "\u{2013}"),
            |after| {
                let [least, most] = after.get(feeling);
                format!("{least:>3} to {most:>3}")
            },
        )
    };
    let ranges = Feeling::ALL.map(range).join("   ");
    let taken = choice.taken.map(|_| taken_in_words(choice.taken)).unwrap_or_default();
    page.text(format!("    {:<26} {ranges}   {taken:>6}", choice.choice).trim_end())?;
    if choice.ways.len() < 2 || choice.taken.is_none() {
        return Ok(());
    }
    choice.ways.iter().try_for_each(|way| page.item("      \u{2192} ", &way_taken_in_words(scenario, id, way)))
}

fn write_gates(page: &mut TerminalPage<'_>, scenario: &Scenario, analysis: &Analysis) -> io::Result<()> {
    if analysis.gates.is_empty() || analysis.watched == 0 {
        return Ok(());
    }
    page.heading("In how many of these plays each gate leads elsewhere")?;
    for (report, (guarded, index, _)) in analysis.gates.iter().zip(scenario.gates.iter()) {
        let leads = gate_taken_in_words(scenario, guarded, index, report);
        page.item("  ", &format!("{}: \u{2192} {leads}", report.scene))?;
    }
    Ok(())
}

/// Names what no play of a developing trainee takes: choices, single ways of those that are taken, and gates.
pub(super) fn write_never(page: &mut TerminalPage<'_>, analysis: &Analysis) -> io::Result<()> {
    if analysis.watched == 0 {
        page.heading("What a developing trainee never takes")?;
        return page.text(&format!("  {NOT_PLAYED}"));
    }
    let never = |taken: Option<f64>| taken.is_some_and(|share| share <= 0.0);
    let choices = analysis.choices.iter().filter(|choice| never(choice.taken));
    let choices = choices.map(|choice| format!("{}/{}", choice.scene, choice.choice));
    let ways = analysis.choices.iter().filter(|choice| !never(choice.taken)).flat_map(|choice| {
        let ways = choice.ways.iter().filter(|way| never(way.taken));
        ways.map(|way| format!("{}/{} \u{2192} {}{}", choice.scene, choice.choice, way.to, which_branch(choice, way)))
    });
    let gates = analysis.gates.iter().enumerate().filter(|(_, gate)| never(gate.taken));
    let gates = gates
        .map(|(number, gate)| format!("{} \u{2192} {}{}", gate.scene, gate.to, which_gate(&analysis.gates, number)));
    page.heading(&format!("What a developing trainee never takes, in {} plays", grouped(analysis.watched.into())))?;
    let kinds: [(&str, Vec<String>); 3] =
        [("  choices  ", choices.collect()), ("  ways     ", ways.collect()), ("  gates    ", gates.collect())];
    if kinds.iter().all(|(_, never)| never.is_empty()) {
        page.text("  There is nothing that is never taken.")?;
    }
    for (kind, never) in kinds.iter().filter(|(_, never)| !never.is_empty()) {
        page.item(kind, &named(never.iter().map(String::as_str)))?;
    }
    page.text("  `--choices` shows how the patient can feel after each choice, and how often it is taken.")
}

/// Which branch a way is of, where others lead to the same scene: " (branch 2)".
fn which_branch(choice: &ChoiceReport, way: &WayReport) -> String {
    let same = choice.ways.iter().filter(|other| other.to == way.to).count();
    if same > 1 { format!(" (branch {})", way.branch + 1) } else { String::new() }
}

/// Which gate of its scene a gate is, where others there lead to the same scene: " (gate 2)".
fn which_gate(gates: &[GateReport], number: usize) -> String {
    let gate = &gates[number];
    let of_scene = |other: &&GateReport| other.scene == gate.scene;
    if gates.iter().filter(of_scene).filter(|other| other.to == gate.to).count() < 2 {
        return String::new();
    }
    format!(" (gate {})", gates[..=number].iter().filter(of_scene).count())
}
