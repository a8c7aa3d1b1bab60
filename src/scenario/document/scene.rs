//! A scene as written.

use smallvec::{SmallVec, smallvec};

use crate::shared::SharedText;
use crate::source::decoding::record::record;
use crate::source::decoding::{Id, Read, Reader, WholeNumber, Word};
use crate::source::{Node, Span, Spanned, Value};

use super::hub::HubDoc;
use super::{ChoiceDoc, ConditionDoc, EndingDoc, GateDoc, LineDoc, TextDoc};

record! {
    /// A part of the conversation: something happens, somebody speaks, and then the trainee chooses, or
    /// it has ended. A scene has either `choices` or an `ending`.
    SceneDoc: "a scene" {
        /// What happens and what can be seen: hands, faces, the room. It may vary.
        ///
        /// Default: nothing is told
        ///
        /// ```ron
        /// narration: "He stands when he sees your badge, holding his wrist against his chest.",
        /// ```
        optional narration: TextDoc,

        /// What the patient says. It may vary. Where several people speak, use `lines` in its place.
        ///
        /// Default: the patient says nothing
        ///
        /// ```ron
        /// patient: "Two hours. Nobody has said one word to me in two hours.",
        /// ```
        optional patient: TextDoc,

        /// What is said where several people speak, in order.
        ///
        /// Default: only the patient speaks
        ///
        /// ```ron
        /// lines: [(who: "mary", say: "He's been so patient."), (say: "I have not, Mary.")],
        /// ```
        optional lines: Spanned<Vec<LineDoc>>,

        /// What a good listener would notice here. It is never printed in play: the narration and what is said
        /// must show it. It is the hint in practise mode, and the debrief tells it.
        ///
        /// Default: nothing in particular
        ///
        /// ```ron
        /// cue: "He is guarding the wrist, and his jaw is set.",
        /// ```
        optional cue: Spanned<SharedText>,

        /// What the patient gives here: a kind of moment from [the catalogue of moments](../catalogues/moments.md), or a
        /// list of two, of which either can be met. An option that does not meet the moment counts half of its good
        /// points, rounded down, and the moment's behaviour counts against it; of two kinds, that of the first. A
        /// need is met by a choice that closes one, by name or by what it shows. The moment is never told in play. A feeling needs a `cue`, and an ending has no moment.
        ///
        /// Default: no moment, and every option counts what it shows
        ///
        /// ```ron
        /// patient: "How long will it be?",
        /// moment: question,
        /// ```
        optional moment: MomentDoc,

        /// Who gives the moment, where it is not the patient: one of `people`. The debrief names them: "Mary asked you
        /// something".
        ///
        /// Default: the patient
        ///
        /// ```ron
        /// lines: [(who: "mary", say: "Will he be home tonight?")],
        /// moment: question,
        /// moment_by: "mary",
        /// ```
        optional moment_by: Spanned<Id>,

        /// A mood from [the catalogue of moods](../catalogues/moods.md), acted out in the picture beside how the
        /// patient feels.
        ///
        /// Default: their feelings alone
        ///
        /// ```ron
        /// mood: in_pain,
        /// ```
        optional mood: Spanned<Word>,

        /// A limit on the time to choose. It counts only where the trainee has turned timers on, so a scenario
        /// must make sense without it.
        ///
        /// Default: as long as it takes
        ///
        /// ```ron
        /// timer: (seconds: 20, then: "wait"),
        /// ```
        optional timer: TimerDoc,

        /// Makes this scene an interruption: it breaks in by itself, once, as soon as the condition holds after
        /// a choice, in place of the scene that was to come. Nothing may lead to it. It does not break in
        /// before an ending or out of another interruption. Its choices can go back with
        /// [`Resume`](../choice/then.md).
        ///
        /// Default: an ordinary scene
        ///
        /// ```ron
        /// breaks_in: Unmet("pain", 4),
        /// ```
        optional breaks_in: ConditionDoc,

        /// Gates: where the talk goes in place of this scene when a condition holds on the way to it. So a secret is
        /// guarded once, at its door, and not on each road that leads there. A closed scene is not visited.
        ///
        /// Default: always open
        ///
        /// ```ron
        /// instead: [(when: Below(trust, 40), to: "softens")],
        /// ```
        optional instead: Spanned<Vec<GateDoc>>,

        /// Makes this scene a hub, which the talk comes back to: several things to raise, and time for so many of them.
        ///
        /// Default: an ordinary scene
        ///
        /// ```ron
        /// hub: (times: 3, on: "home", again: "What else?"),
        /// ```
        optional hub: HubDoc,

        /// A pause for a group: questions for discussion, which a facilitator opens before the choice.
        ///
        /// Default: no pause
        ///
        /// ```ron
        /// pause: ["I noticed how he holds his arm. What did you notice?"],
        /// ```
        optional pause: Vec<SharedText>,

        /// What the trainee can choose from, at most 9. The order changes nothing: the app shuffles it. A choice
        /// can be taken once a play, so a scene that is met again offers what is left.
        ///
        /// Default: the scene has an `ending`
        ///
        /// ```ron
        /// choices: [
        ///     (id: "go-over", say: "Two hours with no news. I'm sorry.", shows: [apologises], why: "You said sorry.", then: "softens"),
        ///     (id: "wait", silence: "Say nothing.", shows: [allows_silence], why: "You let him finish.", then: "softens"),
        /// ],
        /// ```
        optional choices: Spanned<Vec<ChoiceDoc>>,

        /// How it ends, in a scene without choices.
        ///
        /// Default: the scene has `choices`
        ///
        /// ```ron
        /// ending: (title: "He goes in knowing what comes next", kind: Good, thought: "Somebody came over."),
        /// ```
        optional ending: EndingDoc,
    }
    former {
        opportunity: "write `moment: feeling` in its place; a moment can be of other kinds too",
    }
    otherwise {
        gate: instead,
        gates: instead,
        say: patient,
        says: patient,
        options: choices,
    }
}

/// The kinds of moment of a scene, in order.
#[derive(Clone, Debug)]
pub(crate) struct MomentDoc {
    pub(crate) span: Span,
    pub(crate) kinds: SmallVec<[Spanned<Word>; 2]>,
    /// Whether every kind could be read.
    pub(crate) whole: bool,
}

impl Read for MomentDoc {
    const WHAT: &'static str = "a kind of moment, or a list of two";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let (kinds, whole) = reader.checking_completeness(|reader| match &node.value {
            Value::List(_) => Vec::read(node, reader).map(SmallVec::from),
            _ => Spanned::read(node, reader).map(|word| smallvec![word]),
        });
        Some(Self { span: node.span, kinds: kinds?, whole })
    }
}

record! {
    /// A limit on the time to choose. It stands still in menus and while the trainee types, and can be
    /// extended.
    TimerDoc: "a timer" {
        /// How many seconds there are to choose.
        ///
        /// ```ron
        /// seconds: 20,
        /// ```
        required seconds: WholeNumber<5, 600>,

        /// The choice of this scene that is taken when time is up, marked as late. It must always be on offer,
        /// so it has no `when`. A silence is most true to life.
        ///
        /// ```ron
        /// then: "wait",
        /// ```
        required then: Spanned<Id>,
    }
}
