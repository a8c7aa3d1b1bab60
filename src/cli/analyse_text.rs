//! What is known of all roads, as text.

use std::{io, slice};

use crate::analysis::measures::{Measure, Verdict};
use crate::analysis::stranger::{Found, StrangerResult};
use crate::analysis::strategy::{PLAYS, Strategy, StrategyResult};
use crate::analysis::{Analysis, BestRoadEnd, Bound, Proof};
use crate::rubric::Dimension;
use crate::scenario::{Ending, Scenario};
use crate::sentence;
use crate::session::Road;

use super::analyse::against;
use super::analyse_choices;
use super::scenarios::counted;
use super::terminal_page::TerminalPage;

/// The most parts of a kind that are named; the rest are counted.
const MOST_NAMED: usize = 12;

/// How a report is shown.
pub(super) struct Shown {
    /// Whether the search was stopped.
    pub(super) stopped: bool,
    /// Whether every choice is shown.
    pub(super) choices: bool,
}

pub(super) fn write(
    page: &mut TerminalPage<'_>,
    scenario: &Scenario,
    analysis: &Analysis,
    shown: &Shown,
) -> io::Result<()> {
    page.text(&format!("All roads of \u{201c}{}\u{201d}", scenario.title))?;
    page.text(&looked_at(analysis, shown.stopped))?;
    page.heading("What holds on every road")?;
    for (property, proof) in analysis.proved.properties() {
        write_proof(page, property, proof)?;
    }
    page.heading("The best and the worst score of any road")?;
    for dimension in Dimension::ALL {
        write_bound(page, scenario, analysis, dimension)?;
    }
    page.heading("How the patient can feel on entering each scene (agitation, trust, understanding)")?;
    for scene in &analysis.feelings {
        let ranges = [&scene.agitation, &scene.trust, &scene.understanding];
        let ranges = ranges.map(|range| format!("{:>3} to {:>3}", range.least.value, range.most.value));
        page.text(&format!("  {:<28} {}", scene.scene, ranges.join("   ")))?;
    }
    page.text("  `--json` gives a road to each end of each range.")?;
    if shown.choices {
        analyse_choices::write(page, scenario, analysis)?;
    } else {
        analyse_choices::write_never(page, analysis)?;
    }
    write_strategies(page, scenario, "Who knows nothing", &analysis.strategies)?;
    write_stranger(page, scenario, analysis)?;
    write_strategies(page, scenario, "Trainees of rising skill", &analysis.simulated)?;
    write_measures(page, scenario, &analysis.measures)?;
    write_verdict(page, scenario, analysis, shown.stopped)
}

fn looked_at(analysis: &Analysis, stopped: bool) -> String {
    let states = counted_with_groups(analysis.states, "state");
    if analysis.complete {
        return format!("{states}: every state that a trainee can reach, whatever chance draws.");
    }
    let why = if stopped { "The search was stopped" } else { "There are more states than are looked at" };
    let covered = match analysis.coverage.situations {
        Some(all) => format!(
            "{} of {} situations (a scene with what has happened before) were looked at in full.",
            grouped(analysis.coverage.complete),
            grouped(all)
        ),
        None => "There are too many situations to count.".to_owned(),
    };
    format!("{why}: {states} were, and what follows says what is not known. {covered}")
}

fn write_proof(page: &mut TerminalPage<'_>, property: &str, proof: &Proof) -> io::Result<()> {
    match proof {
        Proof::Proved => page.item("  proved     ", property),
        Proof::Fails(road) => {
            page.item("  FAILS      ", property)?;
            page.item("             ", &format!("A shortest road to where it fails: {}", line(road)))
        }
        Proof::Missing(parts) => {
            page.item("  FAILS      ", property)?;
            page.item(
                "             ",
                &format!("No road comes to: {}", named(parts.iter().map(|part| part.name.as_str()))),
            )
        }
        Proof::Unknown(parts) => {
            page.item("  not known  ", property)?;
            if parts.is_empty() {
                return Ok(());
            }
            page.item(
                "             ",
                &format!("Not come to so far: {}", named(parts.iter().map(|part| part.name.as_str()))),
            )
        }
    }
}

fn write_bound(
    page: &mut TerminalPage<'_>,
    scenario: &Scenario,
    analysis: &Analysis,
    dimension: Dimension,
) -> io::Result<()> {
    let label = dimension.label();
    let Some(Bound { best, worst, best_road, worst_road }) = analysis.bounds.get(dimension) else {
        let unknown = analysis.bounds_unknown.contains(&dimension);
        let why = if unknown { "not known; if it is exercised, between 0 and 100" } else { "no road exercises it" };
        return page.text(&format!("  {label}: {why}"));
    };
    page.text(&format!("  {label}: {worst} to {best}"))?;
    page.item("    best   ", &line(best_road))?;
    if let Some(end) = analysis.best_roads_end.iter().find(|end| end.dimension == dimension) {
        page.item("           ", &ends_in(scenario, end))?;
    }
    page.item("    worst  ", &line(worst_road))
}

/// Where a road ends: `it ends in “home” (Good): “He goes in”`.
fn ends_in(scenario: &Scenario, end: &BestRoadEnd) -> String {
    match scenario.ending(end.scene_id) {
        Some(ending) => {
            let Ending { title, kind, .. } = ending;
            format!("it ends in {} ({}): \u{201c}{title}\u{201d}", end.scene, kind.word())
        }
        None => format!("nothing is left to choose in {}", end.scene),
    }
}

fn write_strategies(
    page: &mut TerminalPage<'_>,
    scenario: &Scenario,
    heading: &str,
    results: &[StrategyResult],
) -> io::Result<()> {
    page.heading(&format!("{heading} (empathy, clarity, de-escalation; mean; passed)"))?;
    for result in results {
        let on = |dimension| match result.scores.get(dimension) {
            Some(score) => format!("{:>5.1}", score.mean),
            None => "    –".to_owned(),
        };
        let mean = result.scores.mean.map_or_else(|| "    –".to_owned(), |mean| format!("{mean:>5.1}"));
        let scores = Dimension::ALL.map(on).join(" ");
        let passed = format!("{:>3.0} %", 100.0 * result.passed);
        page.text(&format!("  {:<22} {scores}   {mean}   {passed}", result.strategy.label()))?;
        let endings = result.endings.iter().filter(|ending| ending.share >= 0.005);
        let endings = endings.map(|ending| format!("{} {:.0} %", ending.scene, 100.0 * ending.share));
        page.item("      ends in ", &endings.collect::<Vec<_>>().join(", "))?;
        if result.judged < 0.995 && matches!(result.strategy, Strategy::Developing | Strategy::Expert) {
            let (judged, from) = (100.0 * result.judged, scenario.rubric.model.judged_from);
            page.item("      ", &format!("{judged:.0} % of the plays have the {from} decisions that a pass takes"))?;
        }
        if let Some(together) = result.empathy_with_de_escalation.filter(|_| result.strategy == Strategy::Developing) {
            page.item("      ", &format!("empathy and de-escalation go together: r = {together:.2}"))?;
        }
    }
    Ok(())
}

/// What the learnt stranger comes to, and the surface features that give the best options away.
fn write_stranger(page: &mut TerminalPage<'_>, scenario: &Scenario, analysis: &Analysis) -> io::Result<()> {
    if let Some(stranger) = &analysis.learnt_stranger {
        write_strategies(
            page,
            scenario,
            "A stranger who has learnt from other scenarios",
            slice::from_ref(&stranger.played),
        )?;
        page.item("      learnt from ", &stranger.learnt_from.join(", "))?;
        page.item("      finds ", &found(stranger))?;
    }
    let percent = scenario.rubric.fairness.learnt_stranger.by_chance;
    let mut betraying = analysis.surface.iter().filter(|giveaway| giveaway.betrays(percent)).peekable();
    page.heading("What on the surface gives the best option away")?;
    if betraying.peek().is_none() {
        return page.text("  Nothing that mere chance would not.");
    }
    betraying.try_for_each(|giveaway| {
        let told = format!("{giveaway} (by chance: {})", probability(giveaway.probability));
        page.item("  ", &sentence::capitalised(&told))
    })
}

/// What a stranger finds, here and in the library.
fn found(stranger: &StrangerResult) -> String {
    let Found { found, decisions } = stranger.best;
    let library = stranger.library;
    format!(
        "the best option in {found} of {decisions} decisions (by chance: {}); in the library in {} of {}",
        probability(stranger.probability),
        library.found,
        library.decisions
    )
}

fn probability(probability: f64) -> String {
    if probability < 0.0005 { "p < .001".to_owned() } else { format!("p = {probability:.3}") }
}

/// How the conversation is built: each quantity with its limit, whether it is kept, and where it is not as it should be.
fn write_measures(page: &mut TerminalPage<'_>, scenario: &Scenario, measures: &[Measure]) -> io::Result<()> {
    page.heading("How the conversation is built")?;
    page.text("  Each line has its limit; `bedside check` warns of one that is not kept.")?;
    if measures.iter().any(|measure| measure.verdict == Verdict::NotJudged) {
        let from = scenario.rubric.fairness.judged_from;
        page.text(&format!("  With fewer than {from} decisions a scenario is not judged as a whole."))?;
    }
    for measure in measures {
        let verdict = format!("  {:<10} ", measure.verdict.label());
        for (number, line) in measure.lines().iter().enumerate() {
            page.item(if number == 0 { &verdict } else { "             " }, line)?;
        }
        if !measure.breaches.is_empty() {
            let breaches = measure.breaches.iter().map(|breach| breach.part.name.as_str());
            page.item("             ", &format!("See: {}", named(breaches)))?;
        }
    }
    Ok(())
}

/// With fewer plays of each strategy, the results say nothing.
const ENOUGH_PLAYS: u32 = 200;

fn write_verdict(
    page: &mut TerminalPage<'_>,
    scenario: &Scenario,
    analysis: &Analysis,
    stopped: bool,
) -> io::Result<()> {
    let against = against(scenario, analysis);
    page.heading("Is it a fair test")?;
    let plays = analysis.plays();
    if plays < ENOUGH_PLAYS {
        return page.text(&format!("  It was stopped after {}, too few to say.", counted(plays as usize, "play")));
    }
    if plays < PLAYS && !stopped {
        page.text(&format!("  Judged from {plays} plays of each, for its conversations are long."))?;
    }
    if against.is_empty() {
        let (plays, ways) = (grouped(plays.into()), Strategy::ALL.len());
        let yes = "nobody passes who does not listen, and the more skilled a trainee, the better the score";
        return page.item("  Yes: ", &format!("{yes} ({plays} plays of each of {ways} ways to choose)."));
    }
    against.iter().try_for_each(|one| page.item("  No: ", one))
}

/// A road on one line.
fn line(road: &Road) -> String {
    if road.steps.is_empty() {
        return "(the beginning)".to_owned();
    }
    road.steps.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The first of these names, and how many more there are.
pub(super) fn named<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    let more = (more > 0).then(|| format!("and {more} more"));
    names.take(MOST_NAMED).map(str::to_owned).chain(more).collect::<Vec<_>>().join(", ")
}

fn counted_with_groups(count: u64, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{} {what}{ending}", grouped(count))
}

/// With thousands separators: `1,234,567`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
