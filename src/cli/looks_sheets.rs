//! Sheets that show every variation of looks, on people who differ in face, skin and age.

use crate::scenario::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Looks, Seat};
use crate::source::decoding::words::Words;

/// A change to somebody's looks.
type Change = Box<dyn Fn(&mut Looks) + Send + Sync>;

/// A sheet with a row for each person and a column for each variation of looks.
pub(super) struct LooksSheet {
    pub(super) name: &'static str,
    variations: Vec<(String, Change)>,
}

/// A column for each of these words; `apply` changes the looks.
fn variations<W: Words + Send + Sync>(apply: fn(&mut Looks, W)) -> Vec<(String, Change)> {
    let variation = |(word, value): &(&str, W)| {
        let value = *value;
        ((*word).to_owned(), Box::new(move |looks: &mut Looks| apply(looks, value)) as Change)
    };
    W::ALL.iter().map(variation).collect()
}

pub(super) fn all() -> Vec<LooksSheet> {
    let hair = variations::<Hair>(|looks, hair| looks.hair = hair);
    let clothes = variations::<Clothes>(|looks, wears| looks.wears = wears);
    let mut face = variations::<Face>(|looks, face| looks.face = face);
    face.extend(variations::<FacialHair>(|looks, hair| looks.facial_hair = hair));
    face.push(("Glasses".to_owned(), Box::new(|looks: &mut Looks| looks.glasses = true)));
    face.push(("Hearing aid".to_owned(), Box::new(|looks: &mut Looks| looks.hearing_aid = true)));
    let mut body = variations::<Build>(|looks, build| looks.build = build);
    body.extend(variations::<Seat>(|looks, seat| looks.seat = seat));
    body.push(("Sling".to_owned(), Box::new(|looks: &mut Looks| looks.sling = true)));
    body.extend(variations::<HairColour>(|looks, colour| looks.hair_colour = colour));
    let sheets = [("hair", hair), ("clothes", clothes), ("faces", face), ("bodies", body)];
    sheets.into_iter().map(|(name, variations)| LooksSheet { name, variations }).collect()
}

/// The people whose looks are varied: label, looks and age in years.
fn sample_people() -> [(&'static str, Looks, u8); 4] {
    let plain = Looks {
        skin: 2,
        hair: Hair::Short,
        hair_colour: HairColour::Brown,
        face: Face::Oval,
        build: Build::Medium,
        facial_hair: FacialHair::None,
        wears: Clothes::Jumper,
        clothes_colour: ClothesColour::Teal,
        glasses: false,
        hearing_aid: false,
        sling: false,
        seat: Seat::Standing,
    };
    let young = Looks { skin: 9, hair_colour: HairColour::Black, face: Face::Heart, ..plain.clone() };
    let young = Looks { build: Build::Slight, clothes_colour: ClothesColour::Ochre, ..young };
    let middle = Looks { skin: 6, hair_colour: HairColour::Black, face: Face::Round, ..plain.clone() };
    let middle = Looks { build: Build::Large, clothes_colour: ClothesColour::Rose, ..middle };
    let old = Looks { skin: 4, hair_colour: HairColour::Grey, face: Face::Square, ..plain.clone() };
    let old = Looks { build: Build::Broad, clothes_colour: ClothesColour::Blue, ..old };
    [("Oval, 30", plain, 30), ("Heart, 24", young, 24), ("Round, 48", middle, 48), ("Square, 78", old, 78)]
}

/// The labels of the rows, one for each person.
pub(super) fn rows() -> Vec<String> {
    sample_people().map(|(name, ..)| name.replace(", ", "\n")).to_vec()
}

impl LooksSheet {
    /// The labels of the columns, one for each variation.
    pub(super) fn columns(&self) -> Vec<String> {
        self.variations.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The looks and the age in years for a row and a column.
    pub(super) fn looks_at(&self, row: usize, column: usize) -> Option<(Looks, u8)> {
        let (_, looks, age) = sample_people().into_iter().nth(row)?;
        let mut looks = looks;
        let (_, change) = self.variations.get(column)?;
        change(&mut looks);
        Some((looks, age))
    }
}
