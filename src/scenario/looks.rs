//! How the patient or a person looks in the picture.

use crate::source::decoding::words::words;

words! {
    /// A form of hair.
    pub enum Hair: "a form of hair" {
        /// No hair.
        Bald,
        /// A few millimetres.
        Cropped,
        /// Short.
        Short,
        /// Wavy, over the ears.
        Wavy,
        /// Curly.
        Curly,
        /// A round afro.
        Afro,
        /// To the chin.
        Bob,
        /// Over the shoulders.
        Long,
        /// A pony tail.
        Tied,
        /// A bun.
        Bun,
        /// Braids.
        Braids,
        /// Locs.
        Locs,
        /// Covered by a headscarf in the colour of the clothes.
        Headscarf,
        /// Under a cap in the colour of the clothes.
        Cap,
    }
}

words! {
    /// The colour of hair.
    pub enum HairColour: "a colour of hair" {
        /// Black.
        Black,
        /// Brown.
        Brown,
        /// Auburn.
        Auburn,
        /// Red.
        Red,
        /// Blond.
        Blond,
        /// Grey.
        Grey,
        /// White.
        White,
    }
}

words! {
    /// The shape of a face.
    pub enum Face: "a shape of face" {
        /// Oval.
        Oval,
        /// Round.
        Round,
        /// Square.
        Square,
        /// Long.
        Long,
        /// Wide at the brow, narrow at the chin.
        Heart,
    }
}

words! {
    /// The breadth of the shoulders and body.
    pub enum Build: "a build" {
        /// Slight.
        Slight,
        /// Medium.
        Medium,
        /// Broad.
        Broad,
        /// Large.
        Large,
    }
}

words! {
    /// Facial hair.
    pub enum FacialHair: "facial hair" {
        /// No beard or moustache.
        None,
        /// Stubble.
        Stubble,
        /// A moustache.
        Moustache,
        /// A short beard.
        Beard,
        /// A full beard.
        FullBeard,
    }
}

words! {
    /// What they wear.
    pub enum Clothes: "clothes" {
        /// A shirt with a collar.
        Shirt,
        /// A jumper.
        Jumper,
        /// A jacket.
        Jacket,
        /// A blouse.
        Blouse,
        /// A T-shirt.
        TShirt,
        /// A hooded top.
        Hoodie,
        /// A cardigan.
        Cardigan,
        /// A hospital gown.
        Gown,
        /// Hospital scrubs.
        Scrubs,
        /// A dress.
        Dress,
    }
}

words! {
    /// The colour of the clothes.
    pub enum ClothesColour: "a colour of clothes" {
        /// Blue.
        Blue,
        /// Green.
        Green,
        /// Red.
        Red,
        /// Ochre.
        Ochre,
        /// Purple.
        Purple,
        /// Grey.
        Grey,
        /// White.
        White,
        /// Black.
        Black,
        /// Teal.
        Teal,
        /// Rose.
        Rose,
    }
}

words! {
    /// Where they are.
    pub enum Seat: "a seat" {
        /// Standing.
        Standing,
        /// On a chair.
        Chair,
        /// In a wheelchair.
        Wheelchair,
        /// In a bed.
        Bed,
    }
}

/// How the patient or a person looks in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The tone of the skin, 1 (lightest) to 10 (darkest).
    pub skin: u8,
    pub hair: Hair,
    pub hair_colour: HairColour,
    pub face: Face,
    pub build: Build,
    pub facial_hair: FacialHair,
    pub wears: Clothes,
    pub clothes_colour: ClothesColour,
    pub glasses: bool,
    pub hearing_aid: bool,
    /// Whether an arm is in a sling or guarded.
    pub sling: bool,
    pub seat: Seat,
}
