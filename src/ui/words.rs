//! Words that several screens use.

pub(crate) use crate::debrief::terms::{done_and_said, feeling, quoted, self_rating, signed, stage, taken};
use crate::group::Branch;
use crate::rubric::Dimension;

/// The label of the trainee's own words.
pub(crate) const IN_OWN_WORDS: &str = "In your own words";
/// The switch for a box for own words.
pub(crate) const OWN_WORDS_FIRST: &str = "Own words first";
/// The note on what happens to own words.
pub(crate) const OWN_WORDS_NOTE: &str = "Kept for the debrief, never scored, never sent.";
/// The note on timers.
pub(crate) const MORE_TIME: &str = "You can always ask for more.";
/// The back button of screens that are opened from the library.
pub(crate) const BACK_TO_LIBRARY: &str = "Back to the library";

/// Said of what a computer is to do without.
pub(crate) const SWITCHED_OFF: &str = "It is switched off on this computer, by whoever looks after it.";

/// Said of what deletes something.
pub(crate) const FOR_GOOD: &str = "It cannot be undone.";
/// Said of what is not deleted with what is kept.
pub(crate) const WHAT_STAYS: &str = "What was written out or saved as a page stays where it was put, and so do recordings of \
                                     group sessions, and what a hospital\u{2019}s record store has taken.";

/// The headings of the prebrief: whom one meets, what one knows, and what to try.
pub(crate) const YOU_WILL_MEET: &str = "You will meet";
pub(crate) const WHAT_YOU_KNOW: &str = "What you know";
pub(crate) const WHAT_TO_TRY: &str = "What to try for";
/// The button that saves a group's debrief.
pub(crate) const SAVE_DEBRIEF: &str = "Save the debrief";
/// Why each vote of a group is held twice.
pub(crate) const WHY_TWICE: &str = "Vote, discuss and vote again is what is known to teach.";

/// A scenario's content note, as it is told before anything else.
pub(crate) fn content_note(note: &str) -> String {
    format!("Before you begin: {note}")
}

/// Which branch of a split is played.
pub(crate) const fn way(branch: Branch) -> &'static str {
    match branch {
        Branch::First => "The first of two ways",
        Branch::Second => "The second of two ways",
    }
}

/// The votes for an option before the discussion and after it.
pub(crate) fn votes([before, after]: [u32; 2]) -> String {
    format!("Votes before: {before}, after: {after}")
}

/// The question for the self-rating on a dimension.
pub(crate) const fn asks(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "How well did you notice what they felt, and show it?",
        Dimension::Clarity => "How well could they understand you?",
        Dimension::DeEscalation => "How well did you help tension come down?",
    }
}
