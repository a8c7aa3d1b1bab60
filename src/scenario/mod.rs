//! A scenario: read from RON, checked, and resolved so that no look-up can fail afterwards.

mod looks;

pub use looks::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Looks, Seat};
