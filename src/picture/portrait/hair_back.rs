//! Hair behind head and shoulders.

use glam::Vec2;

use super::super::shapes::{Outline, Picture, ribbon};
use super::subject::{CROWN, Subject};
use crate::scenario::Hair;

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    match subject.looks.hair {
        Hair::Afro => paint_afro(subject, picture),
        Hair::Bob => paint_loose(subject, -104.0, 16.0, picture),
        Hair::Long => paint_loose(subject, -235.0, 22.0, picture),
        Hair::Tied => paint_ponytail(subject, picture),
        Hair::Bun => paint_bun(subject, picture),
        Hair::Braids => paint_braids(subject, picture),
        Hair::Locs => paint_loose(subject, -84.0, 12.0, picture),
        Hair::Bald | Hair::Cropped | Hair::Short | Hair::Wavy | Hair::Curly | Hair::Headscarf | Hair::Cap => {}
    }
}

/// The round of an afro, from ear to ear.
fn paint_afro(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let half = subject.skull.temple + 41.0;
    let centre = Vec2::new(0.0, 42.0);
    let lump = |step: u8| {
        let angle = std::f32::consts::TAU * f32::from(step) / 30.0;
        let uneven = if step.is_multiple_of(2) { 1.0 } else { 1.03 };
        centre + uneven * Vec2::new(half * angle.cos(), 0.86 * half * angle.sin())
    };
    let points: Vec<Vec2> = (0..30).map(lump).collect();
    let outline = Outline::smooth(&points);
    picture.fill(outline.clone(), hair.base);
    let away = Outline::ellipse(centre + Vec2::new(-34.0, 18.0), Vec2::new(half, 0.92 * half));
    picture.fill(outline, hair.shade);
    let lit: Vec<Vec2> = points.iter().map(|point| *point * 0.998).collect();
    picture.fill(Outline::smooth(&lit).within(&away), hair.base);
    for (x, y) in [(-84.0, 70.0), (-62.0, 100.0), (-30.0, 119.0), (-94.0, 34.0), (4.0, 124.0), (-50.0, 116.0)] {
        let curl = [Vec2::new(x - 7.0, y - 3.0), Vec2::new(x, y + 4.0), Vec2::new(x + 7.0, y)];
        picture.fill(ribbon(&curl, &[1.0, 4.5, 1.0]), hair.light);
    }
}

fn paint_loose(subject: &Subject, ends: f32, wide: f32, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek + wide;
    let right_side = [
        Vec2::new(0.0, CROWN + 8.0),
        Vec2::new(cheek * 0.7, CROWN - 14.0),
        Vec2::new(cheek, 30.0),
        Vec2::new(cheek + 5.0, -60.0),
        Vec2::new(cheek + 2.0, ends + 12.0),
        Vec2::new(cheek * 0.7, ends),
        Vec2::new(0.0, ends + 4.0),
    ];
    picture.fill(Outline::smooth_mirrored(&right_side), hair.shade);
}

/// A ponytail, gathered at the nape and brought forward over the shoulder.
fn paint_ponytail(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek;
    let tail = [
        Vec2::new(cheek - 26.0, 10.0),
        Vec2::new(cheek + 4.0, -30.0),
        Vec2::new(cheek + 10.0, -92.0),
        Vec2::new(cheek + 2.0, -160.0),
        Vec2::new(cheek + 12.0, -216.0),
    ];
    picture.fill(ribbon(&tail, &[30.0, 38.0, 44.0, 34.0, 5.0]), hair.shade);
    let strand = [Vec2::new(cheek + 2.0, -36.0), Vec2::new(cheek + 6.0, -96.0), Vec2::new(cheek - 2.0, -160.0)];
    picture.fill(ribbon(&strand, &[1.0, 7.0, 1.0]), hair.base);
}

fn paint_bun(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let centre = Vec2::new(2.0, CROWN + 1.0);
    picture.fill(Outline::ellipse(centre, Vec2::new(37.0, 24.0)), hair.base);
    let turned = [Vec2::new(14.0, 141.0), Vec2::new(30.0, 127.0), Vec2::new(27.0, 106.0)];
    picture.fill(ribbon(&turned, &[2.0, 14.0, 2.0]), hair.shade);
    let sheen = [Vec2::new(-24.0, 126.0), Vec2::new(-15.0, 135.0), Vec2::new(2.0, 140.0)];
    picture.fill(ribbon(&sheen, &[1.0, 5.0, 1.0]), hair.light);
}

fn paint_braids(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let cheek = subject.skull.cheek;
    for side in [-1.0, 1.0] {
        for link in 0_u8..13 {
            let down = f32::from(link);
            let sway = if link.is_multiple_of(2) { 4.0 } else { -4.0 };
            let centre = Vec2::new(side * (cheek + 10.0 + down * 1.2) + sway, 20.0 - 19.0 * down);
            let width = 17.0 - 0.4 * down;
            let tone = if link.is_multiple_of(2) { hair.base } else { hair.shade.mix(hair.base, 0.45) };
            picture.fill(Outline::ellipse(centre, Vec2::new(width, 14.0)), tone);
        }
    }
}
