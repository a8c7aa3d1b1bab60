use super::super::face::{self, ActionUnits, Body, Mood, PortraitState, SceneMood, presets};
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

fn assert_drawable(picture: &Picture) {
    let triangles = tessellate(picture, 1.0);
    assert!(!triangles.indices.is_empty() && triangles.indices.len() < 42_000, "{}", triangles.indices.len());
    assert!(triangles.positions.iter().flatten().all(|number| number.is_finite() && number.abs() < 2000.0));
}

#[test]
fn every_hair_and_every_garment_is_its_own_picture() {
    let mut seen: Vec<Picture> = Vec::new();
    for hair in ALL_HAIR {
        seen.push(portrait(&Looks { hair, ..looks() }, 50, presets::CALM));
    }
    for wears in ALL_CLOTHES.into_iter().skip(1) {
        seen.push(portrait(&Looks { wears, ..looks() }, 50, presets::CALM));
    }
    for (index, picture) in seen.iter().enumerate() {
        assert_drawable(picture);
        assert!(!seen[index + 1..].contains(picture));
    }
}

#[test]
fn faces_builds_beards_and_seats_differ() {
    let mut seen: Vec<Picture> = Vec::new();
    for face in [Face::Oval, Face::Round, Face::Square, Face::Long, Face::Heart] {
        seen.push(portrait(&Looks { face, ..looks() }, 50, presets::CALM));
    }
    for build in [Build::Slight, Build::Medium, Build::Large] {
        seen.push(portrait(&Looks { build, ..looks() }, 50, presets::CALM));
    }
    for facial_hair in [FacialHair::None, FacialHair::Moustache, FacialHair::Beard, FacialHair::FullBeard] {
        seen.push(portrait(&Looks { facial_hair, ..looks() }, 50, presets::CALM));
    }
    for seat in [Seat::Standing, Seat::Chair, Seat::Bed] {
        seen.push(portrait(&Looks { seat, ..looks() }, 50, presets::CALM));
    }
    for (index, picture) in seen.iter().enumerate() {
        assert_drawable(picture);
        assert!(!seen[index + 1..].contains(picture));
    }
}

#[test]
fn every_age_and_mood_gives_a_drawable_picture() {
    for age in [0, 7, 23, 58, 76, 120] {
        for mood in SceneMood::ALL {
            assert_drawable(&portrait(&looks(), age, face::of_scene_mood(mood)));
        }
        let mood = Mood { agitation: 0.9, ..Mood::default() };
        assert_drawable(&portrait(&looks(), age, face::expression(&mood)));
    }
}

#[test]
fn glasses_hearing_aid_and_sling_are_drawn_only_when_worn() {
    let plain = Looks { glasses: false, hearing_aid: false, sling: false, ..looks() };
    let shapes = |looks: &Looks| portrait(looks, 50, presets::CALM).shapes.len();
    for one in [
        Looks { glasses: true, ..plain.clone() },
        Looks { hearing_aid: true, ..plain.clone() },
        Looks { sling: true, ..plain.clone() },
    ] {
        assert!(shapes(&one) > shapes(&plain));
    }
}

/// What can be measured in a face whose head does not move, in the picture's units. On the viewer's left and then
/// right: inner and outer end of the brow, opening of the eye, corner of the mouth. Then the width and the gap of the
/// mouth.
fn measures(looks: &Looks, age: u8, state: PortraitState) -> [f32; 10] {
    let shown = state.expression();
    let body = Body { one_brow: shown.body.one_brow, gaze_y: shown.body.gaze_y, ..Body::REST };
    let subject = Subject::new(looks, age, Expression { units: shown.units, body });
    let [left, right] = [-1.0, 1.0].map(|side| {
        let [inner, .., outer] = brows::brow(&subject, side);
        let corner = mouth::skewed(&subject, mouth::corner(&subject) * glam::Vec2::new(side, 1.0));
        [inner.y, outer.y, eyes::Opening::new(&subject, side).height, corner.y]
    });
    let (wide, gap) = (2.0 * mouth::corner(&subject).x, mouth::Lips::new(&subject).gap);
    [left[0], left[1], left[2], left[3], right[0], right[1], right[2], right[3], wide, gap]
}

#[test]
fn any_two_states_differ_in_what_can_be_measured_in_the_face() {
    // At the usual size of the picture, 600 units are some 400 pixels.
    const VISIBLE: f32 = 3.0;
    const TOTAL: f32 = 24.0;
    for age in [11, 29, 58, 84] {
        let faces = [Face::Oval, Face::Round, Face::Square, Face::Long, Face::Heart];
        for looks in faces.map(|face| Looks { face, ..looks() }) {
            for (at, one) in PortraitState::ALL.into_iter().enumerate() {
                for other in PortraitState::ALL.into_iter().skip(at + 1) {
                    let (here, there) = (measures(&looks, age, one), measures(&looks, age, other));
                    let moved: Vec<f32> = here.iter().zip(there).map(|(here, there)| (here - there).abs()).collect();
                    let seen = moved.iter().filter(|moved| **moved >= VISIBLE).count();
                    let pair = format!("{} and {} at {age}: {moved:.1?}", one.name(), other.name());
                    assert!(seen >= 4, "{pair}");
                    assert!(moved.iter().sum::<f32>() >= TOTAL, "{pair}");
                }
            }
        }
    }
}

#[test]
fn hands_come_up_for_their_states_and_stay_down_in_the_others() {
    let plain = Looks { sling: false, ..looks() };
    let lifted = |looks: &Looks, state: PortraitState| {
        let mut picture = Picture::default();
        hands::paint(&Subject::new(looks, 50, state.expression()), &mut picture);
        picture.shapes.iter().flat_map(|shape| &shape.outline.points).any(|point| point.y > -300.0)
    };
    for state in PortraitState::ALL {
        let gestures = matches!(
            state,
            PortraitState::Anxious | PortraitState::Crisis | PortraitState::InPain | PortraitState::Relieved
        );
        assert_eq!(lifted(&plain, state), gestures, "{}", state.name());
    }
    let sides = |looks: &Looks| {
        let mut picture = Picture::default();
        hands::paint(&Subject::new(looks, 50, presets::CRISIS), &mut picture);
        picture.shapes.iter().any(|shape| shape.outline.points.iter().all(|point| point.x < 0.0))
    };
    assert!(sides(&plain) && !sides(&looks()), "an arm in a sling is not held up");
}

#[test]
fn an_arm_neither_jumps_into_view_nor_out_of_it() {
    let plain = Looks { sling: false, ..looks() };
    let highest = |strength: f32| {
        let body = Body { ponder: strength, ..Body::REST };
        let mut picture = Picture::default();
        hands::paint(&Subject::new(&plain, 50, Expression { units: ActionUnits::REST, body }), &mut picture);
        let points = picture.shapes.iter().flat_map(|shape| &shape.outline.points);
        points.map(|point| point.y).fold(-500.0, f32::max)
    };
    for step in 0_u8..100 {
        let (here, next) = (highest(f32::from(step) / 100.0), highest(f32::from(step + 1) / 100.0));
        assert!((next - here).abs() < 40.0, "at {step}: from {here} to {next}");
    }
}

#[test]
fn a_hand_goes_straight_from_one_gesture_to_another() {
    let plain = Looks { sling: false, ..looks() };
    let highest = |amount: f32| {
        let shown = presets::ANXIOUS.lerp(presets::RELIEVED, amount);
        let mut picture = Picture::default();
        hands::paint(&Subject::new(&plain, 50, shown), &mut picture);
        picture.shapes.iter().flat_map(|shape| &shape.outline.points).map(|point| point.y).fold(-500.0, f32::max)
    };
    let (from, to) = (highest(0.0), highest(1.0));
    for step in 0_u8..=10 {
        let here = highest(f32::from(step) / 10.0);
        assert!(here > from.min(to) - 30.0, "at {step}: {here} between {from} and {to}");
    }
}

#[test]
fn nobody_leaves_the_view_in_a_crisis_whatever_their_hair() {
    /// The upper edge of the usual view.
    const TOP: f32 = 200.0;
    let mut beyond = Vec::new();
    for hair in ALL_HAIR {
        for face in [Face::Oval, Face::Round, Face::Square, Face::Long, Face::Heart] {
            let picture = portrait(&Looks { hair, face, ..looks() }, 40, PortraitState::Crisis.expression());
            let points = picture.shapes.iter().flat_map(|shape| &shape.outline.points);
            let highest = points.map(|point| point.y).fold(f32::MIN, f32::max);
            if highest >= TOP {
                beyond.push((hair, face, highest));
            }
        }
    }
    assert!(beyond.is_empty(), "{beyond:?}");
}

#[test]
fn recovering_bows_and_sinks_and_relief_does_not() {
    let eyes = |state: PortraitState| {
        let looks = looks();
        let subject = Subject::new(&looks, 50, state.expression());
        let in_picture = subject.stance() * subject.head_pose();
        let shoulder = subject.stance().transform_point2(body::shoulder(&subject, -1.0)[3]);
        (in_picture.transform_point2(subject.on_face(glam::Vec2::ZERO)).y, shoulder.y)
    };
    let (calm, recovering, relieved) =
        (eyes(PortraitState::Calm), eyes(PortraitState::Recovering), eyes(PortraitState::Relieved));
    assert!(recovering.0 < calm.0 - 25.0 && recovering.1 < calm.1 - 20.0, "{calm:?} {recovering:?}");
    assert!(relieved.0 > recovering.0 + 20.0 && relieved.1 > recovering.1 + 10.0, "{relieved:?} {recovering:?}");
}

#[test]
fn what_a_seat_leaves_out_is_hidden_by_the_body() {
    for age in [0, 4, 9, 16, 60] {
        for build in [Build::Slight, Build::Medium, Build::Broad, Build::Large] {
            let looks = Looks { build, ..looks() };
            for state in PortraitState::ALL {
                let subject = Subject::new(&looks, age, state.expression());
                let hidden = seat::hidden_by_body(&subject);
                let pose = subject.stance() * subject.body_pose();
                for side in [-1.0, 1.0] {
                    let edge = body::shoulder(&subject, side).map(|point| pose.transform_point2(point));
                    // The shoulder is above and outside the corner, and the arm outside it all the way down.
                    let arm = edge.iter().filter(|point| point.y < hidden.y && point.y > -420.0);
                    assert!(edge[3].y > hidden.y, "{age} {build:?} {}", state.name());
                    assert!(arm.clone().all(|point| point.x * side > hidden.x), "{age} {build:?} {}", state.name());
                    let above = edge.iter().filter(|point| point.x * side <= hidden.x);
                    assert!(above.clone().all(|point| point.y > hidden.y), "{age} {build:?} {}", state.name());
                }
            }
        }
    }
}
