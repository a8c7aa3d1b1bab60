//! A choice as written.

use crate::shared::SharedText;
use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::{Id, WholeNumber, Word};

use super::{AnswerDoc, ConditionDoc, NudgeBy, ThenDoc};

record! {
    /// Something that the trainee may say or do. It has `say`, `act` or both, or else `silence`. Points are
    /// never written by hand: they follow from `shows`.
    ChoiceDoc: "a choice" {
        /// Its name for plans, conditions and records. Unique in its scene.
        ///
        /// ```ron
        /// id: "go-over",
        /// ```
        required id: Spanned<Id>,

        /// The words that the trainee says.
        ///
        /// Default: nothing is said
        ///
        /// ```ron
        /// say: "Two hours with no news, and that wrist hurting. I'm sorry.",
        /// ```
        optional say: Spanned<SharedText>,

        /// What the trainee does. It may stand alone or beside `say`.
        ///
        /// Default: nothing is done
        ///
        /// ```ron
        /// act: "Walk over and sit down beside him.",
        /// ```
        optional act: Spanned<SharedText>,

        /// A deliberate silence, as it looks. It stands in place of `say` and `act`.
        ///
        /// Default: the choice has `say` or `act`
        ///
        /// ```ron
        /// silence: "Say nothing. Keep looking at him.",
        /// ```
        optional silence: Spanned<SharedText>,

        /// The behaviours that it shows, good and bad, from
        /// [the catalogue of behaviours](../catalogues/behaviours.md). Scores and feelings follow from them and
        /// from nothing else, so tag what is really there in the words. The list may be empty: `[]`.
        ///
        /// ```ron
        /// shows: [names_emotion, apologises],
        /// ```
        required shows: Vec<Spanned<Word>>,

        /// The feedback: what there was to notice and what these words did to it, then something better to
        /// say tomorrow. It never scolds.
        ///
        /// ```ron
        /// why: "He is in pain, and you went to him first. Next, ask what would help right now.",
        /// ```
        required why: Spanned<SharedText>,

        /// What the patient does and says at once: their words, or an answer in full. It is shown first in what comes
        /// next, whatever scene that is, so that a reply to each of four choices is written beside the four choices, and
        /// the next scene need not ask which of them was taken.
        ///
        /// Default: the scene that follows goes on by itself
        ///
        /// ```ron
        /// answer: "You're the first one who has said that.",
        /// ```
        optional answer: Box<AnswerDoc>,

        /// Where it leads: a scene's identifier; in an interruption also `Resume`, back to where the talk was
        /// going; or a list of branches, of which the first that fits is taken. Only a choice of a
        /// [`hub`](../scene/hub.md) may leave it out.
        ///
        /// Default: a topic of a hub comes back to the hub
        ///
        /// ```ron
        /// then: [
        ///     (when: AtLeast(agitation, 50), to: "stands"),
        ///     (chance: [(2, "mutters"), (1, "stands")]),
        /// ],
        /// ```
        optional then: ThenDoc,

        /// A condition: the choice is on offer only where it holds. Where no choice of a scene is on offer the
        /// trainee would be stuck, so each scene needs enough choices without it.
        ///
        /// Default: always on offer
        ///
        /// ```ron
        /// when: Flag("named-a-time"),
        /// ```
        optional when: Box<ConditionDoc>,

        /// Flags to set: notes that a later condition asks for with [`Flag`](../condition/flag.md). A flag needs
        /// no declaration.
        ///
        /// Default: none
        ///
        /// ```ron
        /// sets: ["named-a-time"],
        /// ```
        optional sets: Vec<Spanned<Id>>,

        /// Flags to clear again.
        ///
        /// Default: none
        ///
        /// ```ron
        /// clears: ["named-a-time"],
        /// ```
        optional clears: Vec<Spanned<Id>>,

        /// Needs of the patient that it closes, whatever it shows.
        ///
        /// Default: only those that its behaviours close
        ///
        /// ```ron
        /// meets: ["pain"],
        /// ```
        optional meets: Vec<Spanned<Id>>,

        /// A change of feelings beyond what follows from the behaviours, with a reason that the debrief shows.
        ///
        /// Default: none
        ///
        /// ```ron
        /// nudge: (trust: -5, reason: "He has heard this from three people today."),
        /// ```
        optional nudge: Box<NudgeDoc>,

        /// How many minutes it takes, from 0 to 1440, in a scenario that runs by the
        /// [`clock`](../scenario/clock.md). Talk takes time: with a clock two good things can compete for it.
        ///
        /// Default: none that anyone would notice
        ///
        /// ```ron
        /// minutes: 5,
        /// ```
        optional minutes: Spanned<WholeNumber<0, 1440>>,

        /// Whether a child would be used in it, as an interpreter for example. With
        /// [`adhoc_interpreter`](../catalogues/behaviours.md) it then caps the result.
        ///
        /// Default: `false`
        ///
        /// ```ron
        /// minor: true,
        /// ```
        optional minor: bool,
    }
    otherwise {
        to: then,
        next: then,
        on: then,
        patient: answer,
        reply: answer,
        condition: when,
    }
}

record! {
    /// A change of feelings that the author adds. At least one feeling should change.
    NudgeDoc: "a nudge" {
        /// How much agitation changes. Less than nothing soothes.
        ///
        /// Default: `0`
        ///
        /// ```ron
        /// agitation: 5,
        /// ```
        optional agitation: NudgeBy,

        /// How much trust changes.
        ///
        /// Default: `0`
        ///
        /// ```ron
        /// trust: -5,
        /// ```
        optional trust: NudgeBy,

        /// How much understanding changes.
        ///
        /// Default: `0`
        ///
        /// ```ron
        /// understanding: 10,
        /// ```
        optional understanding: NudgeBy,

        /// Why, as the debrief tells it.
        ///
        /// ```ron
        /// reason: "He has heard this from three people today.",
        /// ```
        required reason: String,
    }
}
