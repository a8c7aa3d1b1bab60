//! The examples of the author's guide work: its scenario grows with every example, and has no errors or warnings at any
//! step.
//!
//! The line above every fence of RON is a comment that readers do not see. It says what to do with the
//! example:
//!
//! ```text
//! <!-- example: file -->                           this is the whole scenario, from which it grows
//! <!-- example: scenes/ring -->                    these fields, entries or items are added there,
//!                                                  replacing those with the same names or ids
//! <!-- example: scenes/ring, without: lines -->    the same, and this field is taken out
//! <!-- example: scenes, with the next -->          the same; it is sound only once the next has been put in
//! <!-- example: scenes, for now -->                the same; afterwards the scenario is as it was
//! <!-- example: scenes/ring, mistake: CODE -->     put there, it gives this error or warning and no other;
//!                                                  the scenario stays as it was
//! <!-- example: said -->                           the messages and hints of the mistake before
//! <!-- example: plan -->                           a plan, by which the scenario goes
//! ```

mod fence;
mod growing;
mod nine_decisions;

use std::collections::BTreeSet;
use std::sync::Arc;

use bedside::analysis::strategy::{results, unfair};
use bedside::plan;
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};
use bedside::source::{Report, Source};

use crate::support;
use fence::{Example, Fence, Into};

const GUIDE: &str = "docs/authoring.md";
const FINISHED: &str = "docs/examples/the-ring";

/// The scenario as it has grown so far.
#[derive(Default)]
struct Reader {
    text: String,
    steps: usize,
    /// As it was before something was put in for now.
    before: Option<String>,
    /// What was found in the last mistake.
    said: Vec<String>,
}

impl Reader {
    /// Follows the instruction of a fence; panics with the fence's line if anything is wrong.
    fn follow(&mut self, fence: &Fence) {
        let position = format!("{GUIDE}:{}", fence.line);
        match &fence.example {
            Example::File => {
                self.text.clone_from(&fence.text);
                self.is_sound(&position);
            }
            Example::Into(into) => self.grow(into, &fence.text, &position),
            Example::Mistake { at, code } => {
                let text =
                    growing::with(&self.text, at, &fence.text).unwrap_or_else(|error| panic!("{position}: {error}"));
                let report = support::checked(&position, text).report;
                let codes: Vec<&str> = report.diagnostics.iter().map(|found| found.rule.code).collect();
                assert_eq!(codes, [code], "{position}: {}", support::rendered(&report));
                let found = report.diagnostics.into_iter();
                self.said = found.flat_map(|one| std::iter::once(one.message).chain(one.hints)).collect();
            }
            Example::Said => {
                let lines = fence.text.lines().filter(|line| !line.trim().is_empty());
                assert_eq!(lines.collect::<Vec<_>>(), self.said, "{position}");
            }
            Example::Plan => {
                let source = Source::new(position, fence.text.as_str());
                let scenario = support::sound("the-ring", self.text.as_str());
                let found = plan::read(&source).map_or_else(|found| found, |plan| plan::run(&plan, &scenario));
                assert!(found.is_empty(), "{}", support::rendered(&Report::new(source, found)));
            }
        }
    }

    fn grow(&mut self, into: &Into, example: &str, position: &str) {
        if into.for_now && self.before.is_none() {
            self.before = Some(self.text.clone());
        }
        let grown = growing::without(&self.text, &into.at, into.without.as_deref())
            .and_then(|text| growing::with(&text, &into.at, example));
        self.text = grown.unwrap_or_else(|error| panic!("{position}: {error}"));
        if into.with_the_next {
            return;
        }
        self.is_sound(position);
        if let Some(before) = self.before.take() {
            self.text = before;
        }
    }

    /// Asserts that the scenario has no errors or warnings, and that every play of it ends.
    fn is_sound(&mut self, position: &str) {
        let reading = support::checked(position, self.text.as_str());
        assert!(reading.report.diagnostics.is_empty(), "{}{}", support::rendered(&reading.report), self.text);
        walked(&Arc::new(reading.scenario.expect("nothing is wrong with it")));
        self.steps += 1;
    }
}

/// Plays by chance, many times and each time to the end; returns the scenes that were met.
fn walked(scenario: &Arc<Scenario>) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    for seed in 0..400_u64 {
        let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed));
        let mut entropy = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        met.insert(session.scene().id.to_string());
        while !session.is_over() {
            let offer = session.current_scene().offer.clone();
            assert!(!offer.is_empty(), "nothing to choose in `{}`", session.scene().id);
            entropy = entropy.rotate_left(7).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let pick = usize::try_from(entropy >> 40).unwrap_or(0) % offer.len();
            session.choose(offer[pick], None).expect("it is on offer");
            met.insert(session.scene().id.to_string());
        }
    }
    met
}

/// The reader at the end of the guide.
fn read_to_the_end() -> Reader {
    let mut reader = Reader::default();
    for fence in fence::fences(&support::text(GUIDE)) {
        reader.follow(&fence);
    }
    reader
}

#[test]
fn every_example_of_the_guide_does_what_the_guide_says() {
    let reader = read_to_the_end();
    assert!(reader.steps > 15, "the scenario grows in only {} steps", reader.steps);
}

#[test]
fn the_guides_scenario_grows_into_the_finished_one() {
    let finished = support::text(format!("{FINISHED}.ron"));
    let (grown, written) = (growing::leaves(&read_to_the_end().text), growing::leaves(&finished));
    let only_in = |one: &BTreeSet<String>, other| one.difference(other).cloned().collect::<Vec<_>>();
    let differences = (only_in(&grown, &written), only_in(&written, &grown));
    assert_eq!(differences, (Vec::new(), Vec::new()), "(only in the guide, only in {FINISHED}.ron)");
    let finished = support::sound("finished", finished);
    let all: BTreeSet<String> = finished.scenes.iter().map(|scene| scene.id.to_string()).collect();
    assert_eq!(walked(&finished), all, "some scene is never met");
}

#[test]
fn the_finished_scenario_goes_as_its_plan_says() {
    let scenario = support::sound("finished", support::text(format!("{FINISHED}.ron")));
    let source = Source::new("the-ring.plan", support::text(format!("{FINISHED}.plan")));
    let found = plan::read(&source).map_or_else(|found| found, |plan| plan::run(&plan, &scenario));
    assert!(found.is_empty(), "{}", support::rendered(&Report::new(source, found)));
}

#[test]
fn the_finished_scenario_is_passed_by_nobody_who_knows_nothing() {
    let scenario = support::sound("finished", support::text(format!("{FINISHED}.ron")));
    let results = results(&scenario, 400, 1);
    let unfair = unfair(&scenario, &results);
    assert!(unfair.is_empty(), "{unfair:?}");
}
