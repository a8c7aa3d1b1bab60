//! What is known of each choice, as text.

use std::io;

use crate::analysis::{Analysis, ChoiceReport, share};
use crate::chart::{condition_in_words, gate_in_words};
use crate::rubric::Feeling;
use crate::scenario::{ChoiceId, Scenario, SceneId};

use super::analyse_text::{grouped, named};
use super::terminal_page::TerminalPage;

/// What is shown in place of a share of nothing.
const NEVER: &str = "never";

/// Writes a table of all choices, scene by scene, with where they lead, and one of the gates.
pub(super) fn write(page: &mut TerminalPage<'_>, scenario: &Scenario, analysis: &Analysis) -> io::Result<()> {
    page.heading(&format!(
        "How the patient can feel right after each choice (agitation, trust, understanding), and how many of {} plays of \
         a developing trainee take it",
        grouped(analysis.watched.into())
    ))?;
    for scene in (0..scenario.scenes.len()).filter_map(SceneId::new) {
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
    page.text(&format!("    {:<26} {ranges}   {:>6}", choice.choice, taken(choice.taken)))?;
    if choice.ways.len() < 2 {
        return Ok(());
    }
    let branches = &scenario.choice(id).then.branches;
    for way in &choice.ways {
        let branch = branches.get(way.branch);
        let by_chance = branch.filter(|branch| branch.to.len() > 1).map(|_| "by chance".to_owned());
        let when = branch.and_then(|branch| branch.when.as_ref());
        let when = when.map(|when| format!("if {}", condition_in_words(scenario, when)));
        let how: String = when.into_iter().chain(by_chance).flat_map(|how| [", ".to_owned(), how]).collect();
        page.item("      \u{2192} ", &format!("{}{how}: {}", way.to, taken(way.taken)))?;
    }
    Ok(())
}

fn write_gates(page: &mut TerminalPage<'_>, scenario: &Scenario, analysis: &Analysis) -> io::Result<()> {
    if analysis.gates.is_empty() {
        return Ok(());
    }
    page.heading("In how many of these plays each gate leads elsewhere")?;
    for (report, (guarded, index, _)) in analysis.gates.iter().zip(scenario.gates.iter()) {
        let when = gate_in_words(scenario, guarded, index);
        let (scene, to) = (&report.scene, &report.to);
        page.item("  ", &format!("{scene}: \u{2192} {to}, if {when}: {}", taken(report.taken)))?;
    }
    Ok(())
}

fn taken(part: f64) -> String {
    share(part).unwrap_or_else(|| NEVER.to_owned())
}

/// Names what no play of a developing trainee takes: choices, single ways of those that are taken, and gates.
pub(super) fn write_never(page: &mut TerminalPage<'_>, analysis: &Analysis) -> io::Result<()> {
    if analysis.watched == 0 {
        return Ok(());
    }
    let never = |share: f64| share <= 0.0;
    let choices = analysis.choices.iter().filter(|choice| never(choice.taken));
    let choices = choices.map(|choice| format!("{}/{}", choice.scene, choice.choice));
    let ways = analysis.choices.iter().filter(|choice| !never(choice.taken)).flat_map(|choice| {
        let ways = choice.ways.iter().filter(|way| never(way.taken));
        ways.map(|way| format!("{}/{} \u{2192} {}", choice.scene, choice.choice, way.to))
    });
    let gates = analysis.gates.iter().filter(|gate| never(gate.taken));
    let gates = gates.map(|gate| format!("{} \u{2192} {}", gate.scene, gate.to));
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
