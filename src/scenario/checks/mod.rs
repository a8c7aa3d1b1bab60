//! What must be right about a scenario as written, one rule a file. No rule knows of another: what several
//! of them ask for stands in the context.

mod branch_shape;
mod catalogue;
mod choices_or_ending;
mod context;
mod duplicate_id;
mod empty_list;
mod interruption_as_target;
mod lines_or_patient;
mod never_applies;
mod no_fallback;
mod not_an_ending;
mod only_in_objectives;
mod opportunity_without_cue;
mod repeated_word;
mod resume_outside;
mod scope;
mod timer_choice;
mod too_many;
mod turns;
mod unknown_behaviour;
mod unknown_choice;
mod unknown_code;
mod unknown_flag;
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
use crate::source::{Diagnostic, Rule, Severity};

use context::Context;

use super::document::ScenarioDoc;

/// A rule, and how a file is held to it.
type Check = (&'static Rule, fn(&Context<'_>, &mut Vec<Diagnostic>));

/// Lists the rules by their files.
macro_rules! checks {
    ($($rule:ident),* $(,)?) => {
        /// The rules about a scenario as written.
        pub(super) const CHECK_RULES: &[&Rule] = &[$( &$rule::RULE ),*];

        const CHECKS: &[Check] = &[$( (&$rule::RULE, $rule::check) ),*];
    };
}

checks! {
    branch_shape,
    choices_or_ending,
    duplicate_id,
    empty_list,
    interruption_as_target,
    lines_or_patient,
    never_applies,
    no_fallback,
    not_an_ending,
    only_in_objectives,
    opportunity_without_cue,
    repeated_word,
    resume_outside,
    timer_choice,
    too_many,
    unknown_behaviour,
    unknown_choice,
    unknown_code,
    unknown_flag,
    unknown_mood,
    unknown_need,
    unknown_person,
    unknown_scene,
    unknown_strategy,
    unreachable_scene,
    unused_flag,
    unused_person,
    words_or_silence,
}

/// Looks at everything; for warnings only where there is no error, because a mistake makes its own loose ends.
pub(super) fn check(document: &ScenarioDoc, rubric: &Rubric, already_wrong: bool) -> Vec<Diagnostic> {
    let context = Context::new(document, rubric);
    let mut found = Vec::new();
    for severity in [Severity::Error, Severity::Warning] {
        if severity == Severity::Error || !already_wrong && found.is_empty() {
            let checks = CHECKS.iter().filter(|(rule, _)| rule.severity == severity);
            checks.for_each(|(_, check)| check(&context, &mut found));
        }
    }
    found
}
