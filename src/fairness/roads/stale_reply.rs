//! What has been heard is not heard again.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// A line that is heard twice on one road, or one that answers another option than the one taken.
    ///
    /// ## Why it matters
    /// Nobody says the same long sentence twice, and nobody answers what was said the time before. Both happen where a road
    /// comes back to a scene: its lines are said again, and a text chosen by `Chose`, or by a flag, that was meant for one option
    /// still holds when another has been taken since. Lines of three words or fewer may come again, and so may lines of which
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

measured! { StaleReply, of_each_breach, "let it vary by `Visits`, or put what answers an option into its `answer`" }
