//! The patient and other speakers as written.

use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::{Id, Read, Reader, WholeNumber, Word};
use crate::source::{Node, Value};

use super::{Feels, LooksDoc, Percent};

record! {
    /// Who the conversation is with.
    PatientDoc: "the patient" {
        /// The full name.
        ///
        /// ```ron
        /// name: "Martin Kowalczyk",
        /// ```
        required name: String,

        /// How the app speaks of them, and how you would address them.
        ///
        /// Default: the first word of `name`
        ///
        /// ```ron
        /// called: "Mr Kowalczyk",
        /// ```
        optional called: String,

        /// The age in years. The drawing follows it.
        ///
        /// ```ron
        /// age: 58,
        /// ```
        required age: WholeNumber<0, 120>,

        /// The pronouns, as the prebrief shows them.
        ///
        /// ```ron
        /// pronouns: "he/him",
        /// ```
        required pronouns: String,

        /// Who they are and what brought them, as far as the trainee may know it. What they do not say at once
        /// belongs in the scenes.
        ///
        /// ```ron
        /// about: "A carpenter. He fell from a ladder and came by bus.",
        /// ```
        required about: String,

        /// How they look in the picture.
        ///
        /// ```ron
        /// looks: (skin: 3, hair: Short, hair_colour: Grey, wears: Shirt, sling: true),
        /// ```
        required looks: LooksDoc,

        /// How they feel when the conversation begins.
        ///
        /// ```ron
        /// feels: (agitation: 45, trust: 40, understanding: 20),
        /// ```
        required feels: FeelsDoc,

        /// The agitation that they come down to. Good words soothe down to it and not below, and while no need is
        /// open, agitation drifts towards it by 2 a turn at most. From 20 on they can never be calm again, once
        /// they were not.
        ///
        /// Default: 15, or the agitation at the start where that is lower
        ///
        /// ```ron
        /// baseline: 10,
        /// ```
        optional baseline: Feels,

        /// How strongly each feeling answers to what is said and done.
        ///
        /// Default: 100 for each
        ///
        /// ```ron
        /// sensitivity: (agitation: 120, trust: 80),
        /// ```
        optional sensitivity: SensitivityDoc,

        /// What they need and have not got: pain relief, a drink, a phone, to be heard. While any need is open,
        /// agitation rises by 3 each turn. At most 32.
        ///
        /// Default: no needs
        ///
        /// ```ron
        /// needs: [(id: "pain", text: "His wrist hurts", cleared_by: attends_need)],
        /// ```
        optional needs: Vec<NeedDoc>,
    }
}

record! {
    /// The three feelings at the start of the conversation, each from 0 (none) to 100.
    FeelsDoc: "`feels`" {
        /// How upset they are. Below 25 they are calm, from 25 anxious, from 50 escalating, from 75 in crisis.
        ///
        /// ```ron
        /// agitation: 45,
        /// ```
        required agitation: Feels,

        /// How far they trust you. Below 30, words soothe only half as well.
        ///
        /// ```ron
        /// trust: 40,
        /// ```
        required trust: Feels,

        /// How well they understand what is going on and what comes next. While agitation is 50 or more,
        /// explanations count half.
        ///
        /// ```ron
        /// understanding: 20,
        /// ```
        required understanding: Feels,
    }
}

record! {
    /// How strongly each feeling answers to what is said and done, in percent: 120 is a fifth more than
    /// others, 80 a fifth less.
    SensitivityDoc: "`sensitivity`" {
        /// How strongly agitation answers.
        ///
        /// Default: `100`
        ///
        /// ```ron
        /// agitation: 120,
        /// ```
        optional agitation: Percent,

        /// How strongly trust answers.
        ///
        /// Default: `100`
        ///
        /// ```ron
        /// trust: 80,
        /// ```
        optional trust: Percent,

        /// How strongly understanding answers.
        ///
        /// Default: `100`
        ///
        /// ```ron
        /// understanding: 90,
        /// ```
        optional understanding: Percent,
    }
}

record! {
    /// Something that the patient needs. It is open from the start, and once closed it stays closed.
    NeedDoc: "a need" {
        /// Its name for conditions and for [`meets`](../choice/meets.md). Unique among the needs.
        ///
        /// ```ron
        /// id: "pain",
        /// ```
        required id: Spanned<Id>,

        /// What is needed, in a few words. The debrief shows it.
        ///
        /// ```ron
        /// text: "His wrist hurts",
        /// ```
        required text: String,

        /// The behaviour that closes it, or a list of behaviours of which any one does; from
        /// [the catalogue of behaviours](../catalogues/behaviours.md). Any choice that shows it closes the need.
        ///
        /// Default: no behaviour closes it, only a choice that names it in `meets`
        ///
        /// ```ron
        /// cleared_by: [attends_need, offers_support],
        /// ```
        optional cleared_by: WordsDoc,

        /// Whether it hurts. As long as such a need is open the picture shows it beside how the patient feels: a tight
        /// face, one side held still. Of any other need the narration has to tell.
        ///
        /// Default: `false`
        ///
        /// ```ron
        /// hurts: true,
        /// ```
        optional hurts: bool,
    }
}

record! {
    /// Somebody else who speaks: a relative, a colleague, an interpreter.
    PersonDoc: "a person" {
        /// The name, as it stands before what they say.
        ///
        /// ```ron
        /// name: "Mary Kowalczyk",
        /// ```
        required name: String,

        /// Who they are to the patient and why they are here.
        ///
        /// ```ron
        /// about: "His sister, who came with him.",
        /// ```
        required about: String,

        /// The age in years. The drawing follows it.
        ///
        /// Default: `45`
        ///
        /// ```ron
        /// age: 60,
        /// ```
        optional age: WholeNumber<0, 120>,

        /// How they look in the picture.
        ///
        /// Default: they are heard and not drawn
        ///
        /// ```ron
        /// looks: (skin: 3, hair: Bob, hair_colour: Grey, wears: Cardigan),
        /// ```
        optional looks: LooksDoc,
    }
}

/// One word, or a list of them.
#[derive(Clone, Debug)]
pub(crate) struct WordsDoc(pub(crate) Vec<Spanned<Word>>);

impl Read for WordsDoc {
    const WHAT: &'static str = "a behaviour, or a list of them";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::List(_) => Vec::read(node, reader).map(Self),
            _ => Spanned::read(node, reader).map(|word| Self(vec![word])),
        }
    }
}
