//! Hair in front of the head and above it.

use glam::Vec2;

use super::super::shapes::{Outline, Picture, ribbon};
use super::subject::{CROWN, Subject};
use crate::scenario::Hair;

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    match subject.looks.hair {
        Hair::Bald => paint_shine(subject, picture),
        Hair::Cropped => paint_cap(subject, &Cut { volume: 4.0, ends: 8.0, hairline: 76.0, ..Cut::SHORT }, picture),
        Hair::Short => paint_cap(subject, &Cut::SHORT, picture),
        Hair::Wavy => paint_wavy(subject, picture),
        Hair::Curly => paint_curls(subject, 13.0, 128.0, picture),
        Hair::Afro => paint_afro_front(subject, picture),
        Hair::Bob | Hair::Long => paint_curtains(subject, picture),
        Hair::Tied | Hair::Bun | Hair::Braids => {
            paint_cap(subject, &Cut { volume: 5.0, ends: 6.0, hairline: 80.0, part: 0.0 }, picture);
            paint_combed(subject, picture);
        }
        Hair::Locs => {
            paint_cap(subject, &Cut { volume: 10.0, ends: 2.0, hairline: 78.0, part: 0.0 }, picture);
            paint_front_locs(subject, picture);
        }
        Hair::Headscarf | Hair::Cap => {}
    }
}

/// A haircut that follows the head like a cap.
struct Cut {
    /// How far the hair stands off the skull.
    volume: f32,
    /// The height at which it ends at the temples.
    ends: f32,
    /// The height of the hairline in its middle.
    hairline: f32,
    /// How far the hairline is swept to one side by a parting, 0–1.
    part: f32,
}

impl Cut {
    const SHORT: Self = Self { volume: 10.0, ends: 2.0, hairline: 78.0, part: 1.0 };
}

/// The outer edge, over the head from the left temple to the right one.
fn over_head(subject: &Subject, volume: f32, ends: f32) -> [Vec2; 9] {
    let (temple, cheek) = (subject.skull.temple, subject.skull.cheek);
    let turn = 4.0 * subject.body.turn;
    [
        Vec2::new(-cheek - 0.2 * volume, ends),
        Vec2::new(-cheek - 0.55 * volume, 38.0),
        Vec2::new(-temple - 0.8 * volume, 74.0),
        Vec2::new(-temple * 0.62 - 0.6 * volume + turn, CROWN - 10.0 + 0.7 * volume),
        Vec2::new(turn, CROWN + volume),
        Vec2::new(temple * 0.62 + 0.6 * volume + turn, CROWN - 10.0 + 0.7 * volume),
        Vec2::new(temple + 0.8 * volume, 74.0),
        Vec2::new(cheek + 0.55 * volume, 38.0),
        Vec2::new(cheek + 0.2 * volume, ends),
    ]
}

/// The hairline, from the right temple to the left one.
fn hairline(subject: &Subject, cut: &Cut) -> [Vec2; 8] {
    let (temple, cheek) = (subject.skull.temple, subject.skull.cheek);
    let receding = if matches!(subject.looks.hair, Hair::Short | Hair::Cropped) {
        15.0 * subject.aged()
    } else {
        3.0 * subject.aged()
    };
    let high = cut.hairline + 0.5 * receding;
    let at = |x: f32, y: f32| {
        let moved = subject.on_face(Vec2::new(x, y));
        Vec2::new(f32::midpoint(x, moved.x), f32::midpoint(y, moved.y))
    };
    [
        Vec2::new(cheek - 6.0, cut.ends + 1.0),
        at(cheek - 9.0, 36.0),
        at(temple - 15.0, 60.0 + receding),
        at(30.0, high - 2.0 + 7.0 * cut.part),
        at(-6.0, high + 1.0 + 2.0 * cut.part),
        at(-34.0, high - 4.0 - 5.0 * cut.part + receding * 0.4),
        at(-cheek + 9.0, 36.0),
        Vec2::new(-cheek + 6.0, cut.ends + 1.0),
    ]
}

fn paint_cap(subject: &Subject, cut: &Cut, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let outline = Outline::of_curves(&[&over_head(subject, cut.volume, cut.ends), &hairline(subject, cut)]);
    picture.fill(outline.clone(), hair.base);
    paint_shaded_side(subject, outline, picture);
    if cut.part > 0.0 && cut.volume > 6.0 {
        let lock = [Vec2::new(-34.0, 88.0), Vec2::new(-8.0, 112.0), Vec2::new(44.0, 112.0)];
        picture.fill(ribbon(&lock, &[1.0, 5.0, 1.0]), hair.shade);
    }
    paint_sheen(subject, cut.volume, picture);
}

/// Paints the side that is turned away from the light.
fn paint_shaded_side(subject: &Subject, outline: Outline, picture: &mut Picture) {
    let window = [Vec2::new(30.0, 320.0), Vec2::new(56.0, 60.0), Vec2::new(66.0, -320.0), Vec2::new(320.0, 0.0)];
    let turned = outline.within(&Outline::polygon(&window));
    picture.fill(turned, subject.tones.hair.shade.mix(subject.tones.hair.base, 0.25));
}

fn paint_sheen(subject: &Subject, volume: f32, picture: &mut Picture) {
    let top = CROWN + volume - 12.0;
    let sheen = [Vec2::new(-58.0, top - 34.0), Vec2::new(-38.0, top - 10.0), Vec2::new(-6.0, top)];
    picture.fill(ribbon(&sheen, &[1.0, 6.0, 1.0]), subject.tones.hair.light);
}

fn paint_shine(subject: &Subject, picture: &mut Picture) {
    let skin = subject.tones.skin;
    picture.glow(Vec2::new(-24.0, 94.0), Vec2::new(30.0, 15.0), skin.light.with_alpha(0.9));
    if subject.age < 45 {
        return;
    }
    // In old age, a fringe of hair is left above the ears.
    for side in [-1.0, 1.0] {
        let at = |dx: f32, y: f32| Vec2::new(side * (subject.skull.cheek + dx), y);
        let fringe = [at(-3.0, 2.0), at(2.0, 4.0), at(6.0, 22.0), at(5.0, 44.0), at(-5.0, 58.0), at(-4.0, 34.0)];
        let tone = if side < 0.0 { subject.tones.hair.base } else { subject.tones.hair.shade };
        picture.fill(Outline::smooth(&fringe), tone);
    }
}

/// The edge of an afro on the forehead; the rest of it is behind the head.
fn paint_afro_front(subject: &Subject, picture: &mut Picture) {
    let cut = Cut { volume: 12.0, ends: 26.0, hairline: 70.0, part: 0.0 };
    let cheek = subject.skull.cheek;
    let mut edge = hairline(subject, &cut);
    edge[0] = Vec2::new(cheek + 4.0, 30.0);
    edge[7] = Vec2::new(-cheek - 4.0, 30.0);
    picture.fill(Outline::of_curves(&[&over_head(subject, cut.volume, 30.0), &edge]), subject.tones.hair.base);
    for (x, y) in [(-58.0, 78.0), (-30.0, 96.0), (-4.0, 88.0), (26.0, 98.0), (52.0, 80.0), (-44.0, 112.0)] {
        let curl = [Vec2::new(x - 7.0, y - 3.0), Vec2::new(x, y + 4.0), Vec2::new(x + 7.0, y)];
        let tone = if x > 20.0 { subject.tones.hair.shade } else { subject.tones.hair.light };
        picture.fill(ribbon(&curl, &[1.0, 4.0, 1.0]), tone);
    }
}

fn paint_wavy(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek;
    let top = over_head(subject, 19.0, 0.0);
    let side = |side: f32| {
        [(-2.0, -74.0), (16.0, -46.0), (11.0, -14.0), (20.0, 18.0), (14.0, 48.0)]
            .map(|(out, y)| Vec2::new(side * (cheek + out), y))
    };
    let mut over = side(-1.0).to_vec();
    over.extend(&top[2..7]);
    over.extend(side(1.0).into_iter().rev());
    let edge = [
        Vec2::new(cheek - 8.0, -62.0),
        Vec2::new(cheek - 1.0, -30.0),
        Vec2::new(cheek - 4.0, -4.0),
        Vec2::new(cheek - 9.0, 24.0),
        Vec2::new(cheek - 10.0, 44.0),
        Vec2::new(44.0, 58.0),
        Vec2::new(12.0, 74.0),
        Vec2::new(-22.0, 86.0),
        Vec2::new(-44.0, 72.0),
        Vec2::new(-cheek + 14.0, 46.0),
        Vec2::new(-cheek + 9.0, 22.0),
        Vec2::new(-cheek + 4.0, -4.0),
        Vec2::new(-cheek + 1.0, -30.0),
        Vec2::new(-cheek + 8.0, -62.0),
    ];
    let outline = Outline::of_curves(&[&over, &edge]);
    picture.fill(outline.clone(), hair.base);
    paint_shaded_side(subject, outline, picture);
    for (from, by, to) in [((-26.0, 86.0), (6.0, 100.0), (48.0, 84.0)), ((-34.0, 92.0), (-60.0, 80.0), (-76.0, 40.0))] {
        let wave = [Vec2::from(from), Vec2::from(by), Vec2::from(to)];
        picture.fill(ribbon(&wave, &[1.0, 5.0, 1.0]), hair.shade);
    }
    paint_sheen(subject, 17.0, picture);
}

fn paint_curls(subject: &Subject, size: f32, top: f32, picture: &mut Picture) {
    let hair = subject.tones.hair;
    paint_cap(subject, &Cut { volume: 12.0, ends: 14.0, hairline: 74.0, part: 0.0 }, picture);
    let half = subject.skull.temple + 8.0;
    for step in 0_u8..13 {
        let angle = std::f32::consts::PI * (f32::from(step) / 12.0 * 1.14 - 0.07);
        let uneven = 1.0 + 0.16 * f32::from(step * 5 % 3) - 0.1;
        let centre = Vec2::new(-half * angle.cos(), 44.0 + (top - 56.0) * angle.sin());
        let tone = if step > 8 { hair.shade } else { hair.base };
        picture.fill(Outline::ellipse(centre, Vec2::splat(size * uneven * 1.25)), tone);
    }
    let inner = [
        (-50.0, 68.0, 12.0),
        (-30.0, 80.0, 14.0),
        (-6.0, 76.0, 13.0),
        (18.0, 82.0, 14.0),
        (40.0, 74.0, 12.0),
        (56.0, 60.0, 9.0),
    ];
    for (x, y, radius) in inner {
        let tone = if x > 36.0 { hair.shade } else { hair.base };
        let at = (subject.on_face(Vec2::new(x, y)) + Vec2::new(x, y)) / 2.0;
        picture.fill(Outline::ellipse(at, Vec2::splat(radius)), tone);
    }
    for (x, y) in [(-58.0, 92.0), (-34.0, 112.0), (-4.0, 104.0), (-20.0, 90.0), (24.0, 116.0), (8.0, 124.0)] {
        let curl = [Vec2::new(x - 8.0, y - 3.0), Vec2::new(x - 2.0, y + 6.0), Vec2::new(x + 7.0, y + 1.0)];
        picture.fill(ribbon(&curl, &[1.0, 4.0, 1.0]), hair.light);
    }
}

/// Curtained hair: two halves that fall from a parting past the cheeks.
fn paint_curtains(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek;
    let long = subject.looks.hair == Hair::Long;
    let ends = if long { -150.0 } else { -98.0 };
    let parting = Vec2::new(-14.0, 100.0);
    for side in [-1.0, 1.0] {
        let at = |x: f32, y: f32| Vec2::new(side * x, y);
        let outer = [
            Vec2::new(-14.0, CROWN + 9.0),
            at(48.0, CROWN + 2.0),
            at(cheek + 6.0, 70.0),
            at(cheek + 16.0, 8.0),
            at(cheek + 18.0, -50.0),
            at(cheek + 14.0, ends),
        ];
        let inner = [
            at(cheek - 12.0, ends + 4.0),
            at(cheek - 4.0, -46.0),
            at(cheek - 8.0, 14.0),
            at(cheek - 22.0, 56.0),
            parting,
        ];
        let tone = if side < 0.0 { hair.base } else { hair.shade.mix(hair.base, 0.45) };
        picture.fill(Outline::of_curves(&[&outer, &inner]), tone);
        let strand = [at(30.0, 96.0), at(cheek - 6.0, 56.0), at(cheek + 5.0, -10.0), at(cheek + 4.0, -70.0)];
        picture.fill(ribbon(&strand, &[0.8, 4.0, 3.0, 0.8]), if side < 0.0 { hair.light } else { hair.shade });
    }
}

/// Strands combed back from the forehead.
fn paint_combed(subject: &Subject, picture: &mut Picture) {
    for x in [-44.0, -16.0, 14.0, 42.0] {
        let strand = [Vec2::new(x * 1.1, 84.0 - 0.004 * x * x), Vec2::new(x * 0.9, 104.0), Vec2::new(x * 0.45, 120.0)];
        picture.fill(ribbon(&strand, &[0.8, 2.6, 0.8]), subject.tones.hair.shade);
    }
}

fn paint_front_locs(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek;
    let locs =
        [(66.0, 96.0, 22.0, -104.0), (52.0, 108.0, 11.0, -86.0), (30.0, 116.0, 1.0, -62.0), (10.0, 120.0, -9.0, -24.0)];
    for side in [-1.0, 1.0] {
        for (index, (x, y, out, end)) in locs.into_iter().enumerate() {
            let wide = cheek + out;
            let strand = [
                Vec2::new(side * x, y),
                Vec2::new(side * (wide - 9.0), 62.0),
                Vec2::new(side * wide, 4.0),
                Vec2::new(side * (wide + 2.0), end + 10.0 * side),
            ];
            let tone = if index % 2 == 0 { hair.base } else { hair.light.mix(hair.base, 0.4) };
            picture.fill(
                ribbon(&strand, &[8.0, 12.0, 13.0, 10.0]),
                if side > 0.0 { tone.mix(hair.shade, 0.5) } else { tone },
            );
        }
    }
}
