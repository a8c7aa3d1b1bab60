//! Every form that looks can take, on people of different faces, skins and ages.

use crate::scenario::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Looks, Seat};
use crate::source::words::Words;

/// One change to somebody's looks.
type Change = Box<dyn Fn(&mut Looks) + Send + Sync>;

/// A sheet of looks: each of some people in each of some forms.
pub(super) struct Wardrobe {
    /// What the sheet is called.
    pub(super) name: &'static str,
    forms: Vec<(String, Change)>,
}

/// A column for each of these words, put on by `put_on`.
fn forms<W: Words + Send + Sync>(put_on: fn(&mut Looks, W)) -> Vec<(String, Change)> {
    let form = |(word, value): &(&str, W)| {
        let value = *value;
        ((*word).to_owned(), Box::new(move |looks: &mut Looks| put_on(looks, value)) as Change)
    };
    W::ALL.iter().map(form).collect()
}

/// The sheets.
pub(super) fn all() -> Vec<Wardrobe> {
    let hair = forms::<Hair>(|looks, hair| looks.hair = hair);
    let clothes = forms::<Clothes>(|looks, wears| looks.wears = wears);
    let mut face = forms::<Face>(|looks, face| looks.face = face);
    face.extend(forms::<FacialHair>(|looks, hair| looks.facial_hair = hair));
    face.push(("Glasses".to_owned(), Box::new(|looks: &mut Looks| looks.glasses = true)));
    face.push(("Hearing aid".to_owned(), Box::new(|looks: &mut Looks| looks.hearing_aid = true)));
    let mut body = forms::<Build>(|looks, build| looks.build = build);
    body.extend(forms::<Seat>(|looks, seat| looks.seat = seat));
    body.push(("Sling".to_owned(), Box::new(|looks: &mut Looks| looks.sling = true)));
    body.extend(forms::<HairColour>(|looks, colour| looks.hair_colour = colour));
    let sheets = [("hair", hair), ("clothes", clothes), ("faces", face), ("bodies", body)];
    sheets.into_iter().map(|(name, forms)| Wardrobe { name, forms }).collect()
}

/// The people who try the looks on.
fn models() -> [(&'static str, Looks, u8); 4] {
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

/// The people, in order.
pub(super) fn rows() -> Vec<String> {
    models().map(|(name, ..)| name.replace(", ", "\n")).to_vec()
}

impl Wardrobe {
    /// The forms, in order.
    pub(super) fn columns(&self) -> Vec<String> {
        self.forms.iter().map(|(name, _)| name.clone()).collect()
    }

    /// How one of the people looks in one of the forms, and their age.
    pub(super) fn worn(&self, row: usize, column: usize) -> Option<(Looks, u8)> {
        let (_, looks, age) = models().into_iter().nth(row)?;
        let mut looks = looks;
        let (_, change) = self.forms.get(column)?;
        change(&mut looks);
        Some((looks, age))
    }
}
