//! Moments show in the conversation.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// A moment that the conversation does not show.
    ///
    /// ## Why it matters
    /// Trainees are scored by the moment, so they must be able to see it. A question needs a line with a question mark among
    /// those just said, in the answer before or in the scene. A need has to be open still when its scene is entered. Something
    /// to put right needs an earlier choice that counted against the trainee, or a promise that has come due: on this road an
    /// interruption, a gate or a branch led to the scene because of the time that had passed (`Not(From("16:40"))` holds
    /// because it has not). (A feeling needs a cue: `moment-without-cue`.)
    ///
    /// Looked at are many plays of random choice, a developing trainee and an expert; what they meet in fewer than one play of
    /// twenty does not count.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: "I did not sleep.",
    /// moment: question,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: "I did not sleep. When is breakfast?",
    /// moment: question,
    /// ```
    pub(crate) RULE = "moment-not-there", Warning;
}

measured! { MomentNotThere, of_each_breach, "let it be seen or heard there on every road, or name another moment" }
