//! What was shown again and again, the strategies practised, and how far targets and a gain are reached.

use std::collections::BTreeMap;

use egui::Ui;

use crate::records::progress::{Baseline, BehaviourStanding, BelowTarget, ShownAgain, StrategyStanding, ThenAndNow};
use crate::sentence::capitalised;
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::disclosure;
use crate::ui::widgets::text::{self, Ink, palette};

use super::in_words;
use super::model::ProgressPage;
use super::part::{list, part};

pub(super) fn practised(ui: &mut Ui, page: &ProgressPage<'_>) {
    let told = page.told;
    if !told.shown_again.is_empty() {
        part(ui, "What you show again and again", |ui| shown_again(ui, &told.shown_again));
    }
    if !told.then_and_now.shown.is_empty() {
        part(ui, "Then and now", |ui| then_and_now(ui, &told.then_and_now));
    }
    if !told.strategies.is_empty() {
        part(ui, "What you have practised", |ui| strategies(ui, &told.strategies, told.attempts));
    }
    if !told.gaps.is_empty() {
        part(ui, "What is left to reach", |ui| gaps(ui, &told.gaps));
    }
    if let Some(baseline) = told.baseline.as_ref().filter(|_| told.attempts > 0) {
        part(ui, "Before and after", |ui| gain(ui, baseline, page));
    }
}

fn shown_again(ui: &mut Ui, shown: &[ShownAgain]) {
    text::quiet(ui, "Each of these does patients good. Beside it stands in how many conversations you did it.");
    ui.add_space(space::S);
    list(ui, shown, |ui, ShownAgain { label, attempts, .. }| {
        let colours = palette(ui);
        let mut job = Ink::new(TypeSize::Body, colours.text).job(ui.ctx(), label);
        let count = format!("  in\u{a0}{}", in_words::number(*attempts));
        Ink::new(TypeSize::Body, colours.quiet).append(ui.ctx(), &mut job, &count);
        ui.add(egui::Label::new(job).wrap());
    });
}

fn then_and_now(ui: &mut Ui, ThenAndNow { scenarios, shown }: &ThenAndNow) {
    let played = in_words::counted(*scenarios, "scenario");
    let said = format!(
        "From {played} that you have played more than once: in how many of the first conversations you did it, and in how many \
         of the latest."
    );
    text::quiet(ui, &said);
    for (good, title) in [(true, "What does patients good"), (false, "What makes it harder for them")] {
        let shown: Vec<&BehaviourStanding> = shown.iter().filter(|standing| standing.good == good).collect();
        if !shown.is_empty() {
            disclosure::disclosure(ui, title, title, |ui| {
                list(ui, &shown, |ui, BehaviourStanding { label, first, latest, .. }| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    text::body(ui, label);
                    text::quiet(ui, &format!("First in {first}, latest in {latest}"));
                    ui.add_space(space::S);
                });
            });
        }
    }
}

fn strategies(ui: &mut Ui, strategies: &[StrategyStanding], attempts: u64) {
    text::quiet(ui, "A strategy has no score of its own: these are the scores of the scenarios that practise it.");
    ui.add_space(space::S);
    // Those that the very same scenarios practise have the same scores.
    let mut alike: BTreeMap<&[String], Vec<&StrategyStanding>> = BTreeMap::new();
    for standing in strategies {
        alike.entry(&standing.at).or_default().push(standing);
    }
    let mut rows: Vec<Vec<&StrategyStanding>> = alike.into_values().collect();
    rows.sort_by_key(|row| row.first().map(|first| &first.strategy));
    list(ui, &rows, |ui, row| {
        let Some(StrategyStanding { at, heights, .. }) = row.first() else { return };
        ui.spacing_mut().item_spacing.y = 0.0;
        text::strong(ui, &row.iter().map(|standing| standing.strategy.as_str()).collect::<Vec<_>>().join(", "));
        text::body(ui, &format!("In {}", in_words::counted(at.len() as u64, "scenario")));
        text::quiet(ui, &capitalised(&in_words::heights(*heights, attempts)));
        ui.add_space(space::M);
    });
}

fn gaps(ui: &mut Ui, gaps: &[BelowTarget]) {
    for BelowTarget { what, latest, target } in gaps {
        text::labelled(
            ui,
            &capitalised(&what.in_words()),
            &format!("latest {latest}, target {target}: {} to go", target - latest),
        );
    }
}

fn gain(ui: &mut Ui, baseline: &Baseline, page: &ProgressPage<'_>) {
    for (when, id) in ["Before", "After"].into_iter().zip(&baseline.pair) {
        text::labelled(ui, when, page.title(id));
    }
    ui.add_space(space::S);
    text::body(ui, &baseline.told);
    for gain in &baseline.gains {
        text::labelled(ui, gain.measure.label(), &gain.told());
    }
}
