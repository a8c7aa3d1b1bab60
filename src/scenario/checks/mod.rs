//! The checks of a scenario as written, one rule a file. No check depends on another: what several of them need is
//! in the context.

mod branch_shape;
mod catalogue;
mod choice_meant;
mod choices_or_ending;
mod context;
mod duplicate_id;
mod empty_answer;
mod empty_list;
mod first_match;
mod gate_circle;
mod gate_misplaced;
mod hour_and_clock;
mod hub_shape;
mod interruption_as_target;
mod lines_or_patient;
mod moment_by_alone;
mod moment_of_an_ending;
mod moment_without_cue;
mod never_applies;
mod no_clock;
mod no_fallback;
mod no_way_on;
mod not_an_ending;
mod only_in_objectives;
mod repeated_word;
mod resume_outside;
mod scope;
mod time_of_tomorrow;
mod timer_choice;
mod too_many;
mod unknown_behaviour;
mod unknown_choice;
mod unknown_code;
mod unknown_flag;
mod unknown_moment;
mod unknown_mood;
mod unknown_need;
mod unknown_person;
mod unknown_scene;
mod unknown_strategy;
mod unreachable_scene;
mod unused_flag;
mod unused_person;
mod words_or_silence;

use crate::rubric::Rubric;
use crate::source::decoding::Id;
use crate::source::{Diagnostic, Rule, Severity, Spanned};

use context::Context;

use super::document::{ScenarioDoc, SceneDoc};

/// A check of the file as a whole.
type OfFile = fn(&Context<'_>, &mut Vec<Diagnostic>);

/// A check of one scene.
type OfScene = fn(&Context<'_>, &Spanned<Id>, &SceneDoc, &mut Vec<Diagnostic>);

/// A rule, and the functions that check it.
struct Check {
    rule: &'static Rule,
    file: Option<OfFile>,
    scene: Option<OfScene>,
}

impl Check {
    const fn of(rule: &'static Rule) -> Self {
        Self { rule, file: None, scene: None }
    }
}

/// Lists the modules of the rules, and whether each checks the file as a whole, each scene, or both.
macro_rules! checks {
    ($($rule:ident: $($part:ident)+),* $(,)?) => {
        pub(super) const CHECK_RULES: &[&Rule] = &[$( &$rule::RULE ),*];

        const CHECKS: &[Check] = &[$( Check { $( $part: Some($rule::$part), )+ ..Check::of(&$rule::RULE) } ),*];
    };
}

checks! {
    branch_shape: scene,
    choices_or_ending: scene,
    duplicate_id: file scene,
    empty_answer: scene,
    empty_list: file scene,
    gate_circle: file,
    gate_misplaced: scene,
    hour_and_clock: file,
    hub_shape: file scene,
    interruption_as_target: file scene,
    lines_or_patient: scene,
    moment_by_alone: scene,
    moment_of_an_ending: scene,
    moment_without_cue: scene,
    never_applies: file,
    no_clock: file,
    no_fallback: file,
    no_way_on: scene,
    not_an_ending: file,
    only_in_objectives: file,
    repeated_word: scene,
    resume_outside: scene,
    time_of_tomorrow: file,
    timer_choice: scene,
    too_many: file scene,
    unknown_behaviour: file scene,
    unknown_choice: file scene,
    unknown_code: file,
    unknown_flag: file scene,
    unknown_moment: scene,
    unknown_mood: scene,
    unknown_need: file scene,
    unknown_person: scene,
    unknown_scene: file scene,
    unknown_strategy: file,
    unreachable_scene: file,
    unused_flag: file,
    unused_person: file,
    words_or_silence: scene,
}

/// Runs all checks; those of warnings only where there is no error, because an error may cause warnings.
pub(super) fn check(
    document: &ScenarioDoc,
    rubric: &Rubric,
    rules: &[&'static Rule],
    has_errors: bool,
) -> Vec<Diagnostic> {
    let context = Context::new(document, rubric, rules);
    let mut found = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        if severity == Severity::Error || !has_errors && found.is_empty() {
            run(&context, severity, &mut found);
        }
    }
    found
}

/// Runs the checks of one severity, going through the scenes once.
fn run(context: &Context<'_>, severity: Severity, found: &mut Vec<Diagnostic>) {
    let checks = || CHECKS.iter().filter(|check| check.rule.severity == severity);
    for of_file in checks().filter_map(|check| check.file) {
        of_file(context, found);
    }
    let of_scenes: Vec<_> = checks().filter_map(|check| check.scene).collect();
    for (id, scene) in context.document.scenes().filter(|_| !of_scenes.is_empty()) {
        for of_scene in &of_scenes {
            of_scene(context, id, scene, found);
        }
    }
}
