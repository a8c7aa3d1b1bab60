use super::super::face::{self, Mood, SceneMood, states};
use super::super::shapes::tessellate;
use super::*;
use crate::scenario::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Seat};

pub(super) fn looks() -> Looks {
    Looks {
        skin: 3,
        hair: Hair::Short,
        hair_colour: HairColour::Grey,
        face: Face::Square,
        build: Build::Broad,
        facial_hair: FacialHair::Stubble,
        wears: Clothes::Shirt,
        clothes_colour: ClothesColour::Blue,
        glasses: true,
        hearing_aid: true,
        sling: true,
        seat: Seat::Wheelchair,
    }
}

const ALL_HAIR: [Hair; 14] = [
    Hair::Bald,
    Hair::Cropped,
    Hair::Short,
    Hair::Wavy,
    Hair::Curly,
    Hair::Afro,
    Hair::Bob,
    Hair::Long,
    Hair::Tied,
    Hair::Bun,
    Hair::Braids,
    Hair::Locs,
    Hair::Headscarf,
    Hair::Cap,
];
const ALL_CLOTHES: [Clothes; 10] = [
    Clothes::Shirt,
    Clothes::Jumper,
    Clothes::Jacket,
    Clothes::Blouse,
    Clothes::TShirt,
    Clothes::Hoodie,
    Clothes::Cardigan,
    Clothes::Gown,
    Clothes::Scrubs,
    Clothes::Dress,
];

fn assert_sound(picture: &Picture) {
    let triangles = tessellate(picture, 1.0);
    assert!(!triangles.indices.is_empty() && triangles.indices.len() < 60_000, "{}", triangles.indices.len());
    assert!(triangles.positions.iter().flatten().all(|number| number.is_finite() && number.abs() < 2000.0));
}

#[test]
fn every_hair_and_every_garment_is_its_own_picture() {
    let mut seen: Vec<Picture> = Vec::new();
    for hair in ALL_HAIR {
        seen.push(portrait(&Looks { hair, ..looks() }, 50, states::CALM));
    }
    for wears in ALL_CLOTHES.into_iter().skip(1) {
        seen.push(portrait(&Looks { wears, ..looks() }, 50, states::CALM));
    }
    for (index, picture) in seen.iter().enumerate() {
        assert_sound(picture);
        assert!(!seen[index + 1..].contains(picture));
    }
}

#[test]
fn faces_builds_beards_and_seats_differ() {
    let mut seen: Vec<Picture> = Vec::new();
    for face in [Face::Oval, Face::Round, Face::Square, Face::Long, Face::Heart] {
        seen.push(portrait(&Looks { face, ..looks() }, 50, states::CALM));
    }
    for build in [Build::Slight, Build::Medium, Build::Large] {
        seen.push(portrait(&Looks { build, ..looks() }, 50, states::CALM));
    }
    for facial_hair in [FacialHair::None, FacialHair::Moustache, FacialHair::Beard, FacialHair::FullBeard] {
        seen.push(portrait(&Looks { facial_hair, ..looks() }, 50, states::CALM));
    }
    for seat in [Seat::Standing, Seat::Chair, Seat::Bed] {
        seen.push(portrait(&Looks { seat, ..looks() }, 50, states::CALM));
    }
    for (index, picture) in seen.iter().enumerate() {
        assert_sound(picture);
        assert!(!seen[index + 1..].contains(picture));
    }
}

#[test]
fn every_age_and_mood_gives_a_sound_picture() {
    for age in [0, 7, 23, 58, 76, 120] {
        for mood in SceneMood::ALL {
            assert_sound(&portrait(&looks(), age, face::of_scene_mood(mood)));
        }
        let mood = Mood { agitation: 0.9, ..Mood::default() };
        assert_sound(&portrait(&looks(), age, face::expression(&mood)));
    }
}

#[test]
fn glasses_hearing_aid_and_sling_are_drawn_only_when_worn() {
    let plain = Looks { glasses: false, hearing_aid: false, sling: false, ..looks() };
    let shapes = |looks: &Looks| portrait(looks, 50, states::CALM).shapes.len();
    for one in [
        Looks { glasses: true, ..plain.clone() },
        Looks { hearing_aid: true, ..plain.clone() },
        Looks { sling: true, ..plain.clone() },
    ] {
        assert!(shapes(&one) > shapes(&plain));
    }
}
