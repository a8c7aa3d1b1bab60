//! A whole file as written.

use crate::scenario::{ClockTime, Level, Place};
use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::{Entries, Id, OneOf, WholeNumber, Word};

use super::patient::{PatientDoc, PersonDoc};
use super::{ConditionDoc, SceneDoc};

record! {
    /// A whole file: one pair of round brackets around everything. What people read before they play
    /// comes first, then the patient, then the scenes.
    ScenarioDoc: "a scenario" {
        /// The version of the format that this file is written in. There is one so far. A later Bedside
        /// reads it to know how the file was meant.
        ///
        /// ```ron
        /// format: 1,
        /// ```
        required format: Spanned<WholeNumber<1, 1>>,

        /// The scenario's name for commands and records, the same as the file's name without `.ron`. Trainees
        /// do not see it. Their results are kept under it, so it is best not changed later.
        ///
        /// ```ron
        /// id: "two-hours-in",
        /// ```
        required id: Spanned<Id>,

        /// What the scenario is called, on its card and above its pages.
        ///
        /// ```ron
        /// title: "Two hours in",
        /// ```
        required title: String,

        /// Where and when it takes place, in one line.
        ///
        /// ```ron
        /// setting: "An emergency department waiting room, twenty to eight in the evening",
        /// ```
        required setting: String,

        /// The place that is drawn behind the patient.
        ///
        /// ```ron
        /// place: WaitingArea,
        /// ```
        required place: OneOf<Place>,

        /// The hour of the day. The light in the picture and the sound of the place follow it. A scenario that runs
        /// by the [`clock`](clock.md) has that in its place.
        ///
        /// Default: `12`
        ///
        /// ```ron
        /// hour: 19,
        /// ```
        optional hour: Spanned<WholeNumber<0, 23>>,

        /// The time of day at which the conversation begins, where it runs by the clock. Then a choice may take
        /// [`minutes`](../choice/minutes.md), and conditions may ask what time it is with
        /// [`From`](../condition/from.md), or how long ago something was with
        /// [`MinutesSince`](../condition/minutes-since.md). A clock on the wall shows the time, and so does a quiet
        /// line above the scene; nobody says it, so that remembering is the trainee's. Light and sound follow it.
        /// It counts through midnight, and nothing but `minutes` moves it.
        ///
        /// Default: no clock, and [`hour`](hour.md) counts
        ///
        /// ```ron
        /// clock: "19:40",
        /// ```
        optional clock: Spanned<ClockTime>,

        /// Who the trainee is. It follows the words "You are", so it begins in the middle of a sentence.
        ///
        /// ```ron
        /// you_are: "the nurse who has just taken over the waiting room",
        /// ```
        required you_are: String,

        /// One or two sentences for the scenario's card in the library: what is hard here, without how it
        /// may go.
        ///
        /// ```ron
        /// summary: "Mr Kowalczyk has stood for two hours with a wrist that may be broken. Nobody has told him a thing.",
        /// ```
        required summary: String,

        /// How demanding it is. The library sorts and filters by it.
        ///
        /// ```ron
        /// level: Foundation,
        /// ```
        required level: OneOf<Level>,

        /// How many minutes a play takes, the debrief not included.
        ///
        /// ```ron
        /// minutes: 8,
        /// ```
        required minutes: WholeNumber<1, 60>,

        /// The training strategies that it practises, at least one, from
        /// [the catalogue of strategies](../catalogues/strategies.md). The library filters by them.
        ///
        /// ```ron
        /// practises: [active_listening, de_escalation],
        /// ```
        required practises: Spanned<Vec<Spanned<Word>>>,

        /// A word of warning where a subject may distress somebody. It is shown before play, on the card and
        /// in the prebrief, so that people can leave it.
        ///
        /// Default: no note
        ///
        /// ```ron
        /// content_note: "He speaks of his wife, who died in this department.",
        /// ```
        optional content_note: String,

        /// What the trainee knows before the door opens: the notes, the time, what they may do and what they
        /// cannot. Everything that a good choice needs to know belongs here or in a scene.
        ///
        /// ```ron
        /// briefing: "It is 19:40 and you have just come on. He fell from a ladder at noon. X-ray expects to take him in forty minutes.",
        /// ```
        required briefing: String,

        /// What the trainee is to achieve, at least one. The prebrief shows them, and the debrief says which
        /// were met.
        ///
        /// ```ron
        /// objectives: [(id: "pain-first", text: "Attend to his pain before you explain", met: Before(attends_need, explains_why))],
        /// ```
        required objectives: Spanned<Vec<ObjectiveDoc>>,

        /// The patient, or whoever the conversation is with.
        ///
        /// ```ron
        /// patient: (
        ///     name: "Martin Kowalczyk",
        ///     age: 58,
        ///     pronouns: "he/him",
        ///     about: "A carpenter. He fell from a ladder and came by bus.",
        ///     looks: (skin: 3, hair: Short, wears: Shirt),
        ///     feels: (agitation: 45, trust: 40, understanding: 20),
        ///     needs: [(id: "pain", text: "His wrist hurts")],
        /// ),
        /// ```
        required patient: PatientDoc,

        /// Other people who speak, each under an identifier that [`who`](../spoken-line/who.md) names.
        ///
        /// Default: nobody else
        ///
        /// ```ron
        /// people: { "mary": (name: "Mary Kowalczyk", about: "His sister, who came with him.") },
        /// ```
        optional people: Entries<PersonDoc>,

        /// The scene that the conversation begins with.
        ///
        /// ```ron
        /// start: "arrival",
        /// ```
        required start: Spanned<Id>,

        /// Every scene, each under its identifier. Their order in the file changes nothing; people read the
        /// file most easily if it follows the conversation.
        ///
        /// ```ron
        /// scenes: {
        ///     "arrival": (
        ///         patient: "Two hours. Nobody has said one word to me.",
        ///         choices: [
        ///             (id: "go-over", say: "I'm sorry.", shows: [apologises], why: "You said sorry.", then: "home"),
        ///         ],
        ///     ),
        ///     "home": (ending: (title: "He goes in", kind: Good, thought: "She came over.")),
        /// },
        /// ```
        required scenes: Spanned<Entries<Box<SceneDoc>>>,

        /// A model road: the choices that an expert might take, in order, with a note on each. It is for
        /// whoever teaches with the scenario; the app does not show it.
        ///
        /// Default: no model road
        ///
        /// ```ron
        /// exemplar: [(choose: "go-over", note: "He has been left alone, so she goes to him first.")],
        /// ```
        optional exemplar: Vec<ExemplarDoc>,

        /// Notes for the facilitator: what to draw out in the discussion, and where the facts come from.
        /// The
        /// app does not show them to trainees.
        ///
        /// Default: no notes
        ///
        /// ```ron
        /// facilitator: "The wait is explained after the pain, and not before. Ask the group what he heard first.",
        /// ```
        optional facilitator: String,

        /// Warnings that are meant to be as they are in this file, each with the reason. Errors cannot be
        /// silenced.
        ///
        /// Default: every warning is given
        ///
        /// ```ron
        /// allow: [(code: "unused-flag", reason: "The next edition asks for it.")],
        /// ```
        optional allow: Vec<AllowDoc>,
    }
}

record! {
    /// Something that the trainee is to achieve. It is looked at once, when the conversation has ended.
    ObjectiveDoc: "an objective" {
        /// Its name for plans and records. Unique among the objectives.
        ///
        /// ```ron
        /// id: "pain-first",
        /// ```
        required id: Spanned<Id>,

        /// What the trainee is to do, as an instruction. The prebrief shows it, so it should not give away
        /// which option to take.
        ///
        /// ```ron
        /// text: "Attend to his pain before you explain",
        /// ```
        required text: String,

        /// When it counts as met: a condition, asked when the conversation has ended. Only here may a condition
        /// ask how it ended, with [`Ended`](../condition/ended.md) and [`EndedAs`](../condition/ended-as.md).
        ///
        /// ```ron
        /// met: Before(attends_need, explains_why),
        /// ```
        required met: ConditionDoc,
    }
}

record! {
    /// A step of the model road.
    ExemplarDoc: "a step of the model road" {
        /// The choice taken, by its identifier.
        ///
        /// ```ron
        /// choose: "go-over",
        /// ```
        required choose: Spanned<Id>,

        /// Why an expert takes it here.
        ///
        /// ```ron
        /// note: "He has been left alone, so she goes to him first.",
        /// ```
        required note: String,
    }
}

record! {
    /// A warning that this file silences.
    AllowDoc: "a silenced warning" {
        /// The warning's code, as `bedside check` prints it.
        ///
        /// ```ron
        /// code: "unused-flag",
        /// ```
        required code: Spanned<String>,

        /// Why it is meant to be so, for whoever reads the file next.
        ///
        /// ```ron
        /// reason: "The next edition asks for it.",
        /// ```
        required reason: String,
    }
}
