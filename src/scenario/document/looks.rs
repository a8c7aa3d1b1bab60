//! How somebody looks, as written.

use crate::scenario::looks::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Seat};
use crate::source::decoding::record::record;
use crate::source::decoding::{OneOf, WholeNumber};

record! {
    /// How somebody looks in the picture. Three fields make a person; the rest is there where it matters.
    LooksDoc: "`looks`" {
        /// The tone of the skin, from 1 (lightest) to 10 (darkest).
        ///
        /// ```ron
        /// skin: 3,
        /// ```
        required skin: WholeNumber<1, 10>,

        /// The form of the hair, or what covers it.
        ///
        /// ```ron
        /// hair: Short,
        /// ```
        required hair: OneOf<Hair>,

        /// The colour of the hair. For `Headscarf` and `Cap` the cloth takes `clothes_colour`.
        ///
        /// Default: `Brown`
        ///
        /// ```ron
        /// hair_colour: Grey,
        /// ```
        optional hair_colour: OneOf<HairColour>,

        /// The shape of the face.
        ///
        /// Default: `Oval`
        ///
        /// ```ron
        /// face: Square,
        /// ```
        optional face: OneOf<Face>,

        /// The breadth of the shoulders and body.
        ///
        /// Default: `Medium`
        ///
        /// ```ron
        /// build: Broad,
        /// ```
        optional build: OneOf<Build>,

        /// A beard or a moustache.
        ///
        /// Default: `None`
        ///
        /// ```ron
        /// facial_hair: Stubble,
        /// ```
        optional facial_hair: OneOf<FacialHair>,

        /// What they wear.
        ///
        /// ```ron
        /// wears: Shirt,
        /// ```
        required wears: OneOf<Clothes>,

        /// The colour of what they wear.
        ///
        /// Default: `Blue`
        ///
        /// ```ron
        /// clothes_colour: Green,
        /// ```
        optional clothes_colour: OneOf<ClothesColour>,

        /// Whether they wear glasses.
        ///
        /// Default: `false`
        ///
        /// ```ron
        /// glasses: true,
        /// ```
        optional glasses: bool,

        /// Whether they wear a hearing aid.
        ///
        /// Default: `false`
        ///
        /// ```ron
        /// hearing_aid: true,
        /// ```
        optional hearing_aid: bool,

        /// Whether an arm is in a sling, or held against the body.
        ///
        /// Default: `false`
        ///
        /// ```ron
        /// sling: true,
        /// ```
        optional sling: bool,

        /// What they sit, lie or stand in.
        ///
        /// Default: `Standing`
        ///
        /// ```ron
        /// seat: Chair,
        /// ```
        optional seat: OneOf<Seat>,
    }
}
