use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::subject::Subject;

/// Paints a hearing aid behind the left ear, if worn.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    if !subject.looks.hearing_aid {
        return;
    }
    let x = -subject.skull.cheek - 3.0 - 10.0 * subject.body.turn;
    let y = -10.0 + 8.0 * subject.body.nod;
    let at = |dx: f32, dy: f32| Vec2::new(x - dx, y + dy);
    let shell = Colour::hex(0x8E_97_A0);
    let case = [at(2.0, 30.0), at(9.0, 31.0), at(15.0, 18.0), at(15.0, -6.0), at(10.0, -6.0), at(9.0, 14.0)];
    picture.fill(Outline::smooth(&case), shell);
    picture.fill(ribbon(&[at(4.0, 30.0), at(-3.0, 22.0), at(-3.0, 2.0)], &[2.6, 2.0, 2.0]), Colour::hex(0x5D_67_72));
    picture.fill(Outline::ellipse(at(-1.0, -2.0), Vec2::new(5.0, 5.5)), Colour::hex(0x5D_67_72));
}
