//! What has been heard is not heard again.

use crate::analysis::measures::MeasureKind;
use crate::analysis::{Part, PartKind};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A line that is heard twice on one road, or one that answers another option than the one taken.
    ///
    /// ## Why it matters
    /// Nobody says the same long sentence twice, and nobody answers what was said the time before. Both happen where a road
    /// comes back to a scene: its lines are said again, and a text chosen by `Chose`, or by a flag, that was meant for one option
    /// still holds when another has been taken since. What a hub says `again` is said on each coming back. Lines of three words or fewer may come again, and so may lines of which
    /// chance picks the wording.
    ///
    /// Looked at are many plays of random choice, a developing trainee and an expert; what they meet in fewer than one play of
    /// twenty does not count.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: "I did not sleep at all.",
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "morning"),
    ///     (id: "go", say: "Rest a little.", shows: [], why: "You left.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: [(when: Visits("morning", 2), say: "The man in the next bed."), (say: "I did not sleep at all.")],
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "morning"),
    ///     (id: "go", say: "Rest a little.", shows: [], why: "You left.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "stale-reply", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    subject.is_measured(MeasureKind::StaleReply)
}

pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    subject.of_each(&RULE, MeasureKind::StaleReply, |part| way_out(subject, part))
}

/// What is said on coming back to a hub is said each time, so it varies by the visit.
fn way_out(subject: &RoadSubject<'_>, part: &Part) -> String {
    match part.kind {
        PartKind::Variant { scene, text, variant } if subject.scenario.before_again(scene, text, variant).is_some() => {
            let hub = subject.name(scene);
            format!(
                "let `again` differ from visit to visit: `[(when: Visits(\"{hub}\", 3), say: \"…\"), (say: \"…\")]`, or leave it out"
            )
        }
        _ => "let it vary by `Visits`, or put what answers an option into its `answer`".to_owned(),
    }
}
