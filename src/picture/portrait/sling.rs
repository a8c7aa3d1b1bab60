use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::{body, subject::Subject};

/// Paints an arm in a sling, if worn: on the viewer's left, the hand in front of the chest.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    if !subject.looks.sling {
        return;
    }
    let up = 14.0 * subject.body.shoulders + 10.0 * subject.body.guard;
    let wide = subject.torso.shoulder;
    let cloth = Colour::hex(0xE9_E2_D3);
    let shade = Colour::hex(0xC9_C0_B0);
    let line = Colour::hex(0x9C_93_84);
    let at = |x: f32, y: f32| Vec2::new(x, y + up);
    let (left, right) = (body::root(subject, -1.0), body::root(subject, 1.0));

    paint_hand(subject, Vec2::new(62.0, -304.0 + up), picture);
    let far = [right + Vec2::new(5.0, -10.0), Vec2::new(64.0, -226.0 + 0.5 * up), at(34.0, -304.0)];
    picture.fill(ribbon(&far, &[15.0, 18.0, 26.0]), shade);
    let near = [left + Vec2::new(-5.0, -10.0), Vec2::new(-84.0, -236.0 + 0.5 * up), at(-wide + 44.0, -338.0)];
    picture.fill(ribbon(&near, &[15.0, 20.0, 30.0]), cloth);
    let upper = [at(-wide - 4.0, -316.0), at(-wide + 50.0, -306.0), at(-20.0, -292.0), at(44.0, -276.0)];
    let front = [at(58.0, -284.0), at(60.0, -318.0), at(44.0, -344.0)];
    let lower = [at(20.0, -362.0), at(-50.0, -396.0), at(-wide + 30.0, -414.0), at(-wide - 4.0, -404.0)];
    let elbow = [at(-wide - 4.0, -404.0), at(-wide - 20.0, -386.0), at(-wide - 20.0, -338.0), at(-wide - 4.0, -316.0)];
    picture.fill(Outline::of_curves(&[&upper, &front, &lower, &elbow]), cloth);
    for fold in [
        [at(36.0, -300.0), at(-30.0, -330.0), at(-wide + 16.0, -348.0)],
        [at(30.0, -336.0), at(-30.0, -362.0), at(-wide + 30.0, -384.0)],
    ] {
        picture.fill(ribbon(&fold, &[1.0, 5.0, 1.0]), shade);
    }
    for edge in [upper, elbow] {
        picture.fill(ribbon(&edge, &[1.0, 2.2, 2.2, 1.0]), line.with_alpha(0.7));
    }
}

fn paint_hand(subject: &Subject, wrist: Vec2, picture: &mut Picture) {
    let skin = subject.tones.skin;
    let at = |x: f32, y: f32| wrist + Vec2::new(x, y);
    let hand = [
        at(-26.0, 16.0),
        at(6.0, 20.0),
        at(28.0, 13.0),
        at(40.0, -2.0),
        at(36.0, -17.0),
        at(14.0, -24.0),
        at(-26.0, -22.0),
    ];
    picture.fill(Outline::smooth(&hand), skin.base);
    for y in [-3.0, -12.0] {
        picture.fill(
            ribbon(&[at(16.0, y + 3.0), at(28.0, y), at(37.0, y - 1.0)], &[0.8, 1.8, 1.4]),
            skin.line.with_alpha(0.7),
        );
    }
    let thumb = [at(-8.0, 14.0), at(8.0, 25.0), at(24.0, 23.0)];
    picture.fill(ribbon(&thumb, &[10.0, 11.0, 8.0]), skin.base);
    picture.fill(ribbon(&[at(2.0, 15.0), at(14.0, 17.0), at(27.0, 17.0)], &[0.8, 1.8, 0.8]), skin.line.with_alpha(0.7));
}
