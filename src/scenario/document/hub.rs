//! A scene that the talk comes back to, as written.

use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::{Id, WholeNumber};

use super::AnswerDoc;

record! {
    /// A hub: there are several things to raise, and the talk comes back here after each. Its topics are choices that
    /// come back: by themselves, where they have no [`then`](../choice/then.md), or after scenes of their own that lead
    /// to the hub again. Every other choice of it leaves early. What the scene tells and says is told once, on the first
    /// visit. A hub names no moment: its topics' scenes may.
    HubDoc: "a hub" {
        /// The scene that follows when the times are up or no topic is left. The hub is not visited again then.
        ///
        /// ```ron
        /// on: "home",
        /// ```
        required on: Spanned<Id>,

        /// How many topics there is time for, best fewer than there are, so that the trainee has to choose. More than there
        /// are is a mistake, since a topic can be taken only once.
        ///
        /// Default: all of them
        ///
        /// ```ron
        /// times: 3,
        /// ```
        optional times: Spanned<WholeNumber<1, 9>>,

        /// What happens and is said on coming back: the patient's words, or an answer in full.
        ///
        /// Default: nothing but the answer to the topic
        ///
        /// ```ron
        /// again: "What else?",
        /// ```
        optional again: Box<AnswerDoc>,
    }
    otherwise {
        then: on,
        to: on,
        next: on,
        count: times,
    }
}
