//! Arms and hands while they make a gesture: clasped, guarding what hurts, at the face, held up.

use glam::{Affine2, Vec2};

use super::super::face::Body;
use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::clothes;
use super::subject::Subject;
use super::tones::Surface;
use crate::scenario::Clothes;

/// The pose of an arm and its hand; `x` is measured outwards from the middle of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Arm {
    elbow: Vec2,
    wrist: Vec2,
    /// The direction of the fingers in radians: 0 up, positive towards the middle of the body.
    angle: f32,
    /// How far the fingers are bent: 0 straight, 1 a fist.
    curl: f32,
    /// How far the fingers are spread: 0 together, 1 wide apart.
    spread: f32,
    /// Whether the palm faces the viewer, 0 or 1; in between while the hand turns.
    palm: f32,
}

/// Paints the arms that are lifted into view, in front of body and head. An arm in a sling makes no gestures.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    let left = if subject.looks.sling { None } else { arm(subject, -1.0) };
    for (side, arm) in [(-1.0, left), (1.0, arm(subject, 1.0))] {
        if let Some(arm) = arm {
            let mut painted = Picture::default();
            paint_arm(subject, arm, side, &mut painted);
            picture.overlay(painted, Affine2::from_scale(Vec2::new(side, 1.0)));
        }
    }
}

/// The arm on this side; none where it hangs out of view. All gestures together lift it, and the strongest decide its
/// pose, so that a hand goes straight from one gesture to another.
fn arm(subject: &Subject, side: f32) -> Option<Arm> {
    let body = subject.body;
    let gestures = if side > 0.0 {
        [
            (body.hands_up, held_up(subject)),
            (body.clasp, clasped(subject, side)),
            (body.guard, guarding(subject)),
            (body.wipe, wiping(subject)),
            (body.ponder, pondering(subject)),
            (body.busy, at_work(subject, side)),
            (body.heart, on_heart(subject)),
        ]
    } else {
        let down = hanging(subject);
        [
            (body.hands_up, held_up(subject)),
            (body.clasp, clasped(subject, side)),
            (body.guard, held(subject)),
            (0.0, down),
            (0.0, down),
            (body.busy, at_work(subject, side)),
            (0.0, down),
        ]
    };
    let lifted = lift_for(gestures.iter().map(|(strength, _)| strength).sum());
    if lifted < 0.05 {
        return None;
    }
    let down = hanging(subject);
    let weight = |strength: f32| strength.powi(3);
    let total: f32 = gestures.iter().map(|(strength, _)| weight(*strength)).sum();
    let share = |strength: f32| lifted * weight(strength) / total;
    Some(gestures.into_iter().fold(down, |arm, (strength, there)| arm.moved(down, there, share(strength))))
}

/// How far gestures of this combined strength lift an arm, 0–1.
fn lift_for(strength: f32) -> f32 {
    let along = ((strength - Body::ARMS_HANG) / (Body::ARMS_LIFTED - Body::ARMS_HANG)).clamp(0.0, 1.0);
    along * along * (3.0 - 2.0 * along)
}

impl Arm {
    /// Moved by a share of the difference between two poses.
    fn moved(self, from: Self, to: Self, share: f32) -> Self {
        Self {
            elbow: self.elbow + (to.elbow - from.elbow) * share,
            wrist: self.wrist + (to.wrist - from.wrist) * share,
            angle: self.angle + (to.angle - from.angle) * share,
            curl: self.curl + (to.curl - from.curl) * share,
            spread: self.spread + (to.spread - from.spread) * share,
            palm: self.palm + (to.palm - from.palm) * share,
        }
    }
}

/// Hanging down, out of view.
fn hanging(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let (elbow, wrist) = (Vec2::new(wide + 4.0, -520.0), Vec2::new(wide - 6.0, -620.0));
    Arm { elbow, wrist, angle: 0.2, curl: 0.4, spread: 0.1, palm: 0.0 }
}

/// Hands up, palms forward, no higher than the shoulders: defensive, not threatening.
fn held_up(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let (elbow, wrist) = (Vec2::new(wide - 2.0, -440.0), Vec2::new(0.86 * wide, -308.0));
    Arm { elbow, wrist, angle: -0.12, curl: 0.0, spread: 0.5, palm: 1.0 }
}

/// The hands one in the other in front of the chest.
fn clasped(subject: &Subject, side: f32) -> Arm {
    let wide = subject.torso.shoulder;
    let above = if side > 0.0 { 0.0 } else { -16.0 };
    let (elbow, wrist) = (Vec2::new(wide - 6.0, -396.0), Vec2::new(42.0 + 0.12 * above, -318.0 + above));
    Arm { elbow, wrist, angle: 0.95, curl: 0.72, spread: 0.0, palm: 0.0 }
}

/// The hands together in front of the body, at work on something small.
fn at_work(subject: &Subject, side: f32) -> Arm {
    let wide = subject.torso.shoulder;
    if side > 0.0 {
        let (elbow, wrist) = (Vec2::new(wide - 2.0, -420.0), Vec2::new(62.0, -356.0));
        return Arm { elbow, wrist, angle: 0.95, curl: 0.55, spread: 0.1, palm: 0.0 };
    }
    let (elbow, wrist) = (Vec2::new(wide - 2.0, -424.0), Vec2::new(66.0, -372.0));
    Arm { elbow, wrist, angle: 1.05, curl: 0.3, spread: 0.15, palm: 0.0 }
}

/// Reaching across the body to hold the other arm.
fn guarding(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    if subject.looks.sling {
        let (elbow, wrist) = (Vec2::new(wide - 6.0, -420.0), Vec2::new(104.0, -336.0));
        return Arm { elbow, wrist, angle: 1.1, curl: 0.35, spread: 0.1, palm: 0.0 };
    }
    let (elbow, wrist) = (Vec2::new(wide - 14.0, -404.0), Vec2::new(6.0, -316.0));
    Arm { elbow, wrist, angle: 1.35, curl: 0.45, spread: 0.15, palm: 0.0 }
}

/// The arm that the guarding one holds: across the body, below the other.
fn held(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let (elbow, wrist) = (Vec2::new(wide - 2.0, -404.0), Vec2::new(44.0, -348.0));
    Arm { elbow, wrist, angle: 1.3, curl: 0.95, spread: 0.0, palm: 0.0 }
}

/// Wiping a tear off the cheek.
fn wiping(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let wrist = subject.head_pose().transform_point2(subject.on_face(Vec2::new(88.0, -132.0)));
    Arm { elbow: Vec2::new(0.84 * wide, -372.0), wrist, angle: 0.38, curl: 0.5, spread: 0.05, palm: 0.0 }
}

/// Fingers at the chin.
fn pondering(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let chin = Vec2::new(54.0, subject.skull.chin_y - 82.0);
    let wrist = subject.head_pose().transform_point2(chin);
    Arm { elbow: Vec2::new(0.8 * wide, -392.0), wrist, angle: 0.62, curl: 0.42, spread: 0.05, palm: 0.0 }
}

/// A hand laid on the chest, fingers over the heart.
fn on_heart(subject: &Subject) -> Arm {
    let wide = subject.torso.shoulder;
    let (elbow, wrist) = (Vec2::new(wide - 16.0, -396.0), Vec2::new(44.0, -296.0));
    Arm { elbow, wrist, angle: 1.05, curl: 0.08, spread: 0.2, palm: 0.0 }
}

fn paint_arm(subject: &Subject, arm: Arm, side: f32, picture: &mut Picture) {
    let bare = matches!(subject.looks.wears, Clothes::TShirt | Clothes::Scrubs | Clothes::Gown);
    let skin = subject.tones.skin;
    let sleeve = if bare { skin } else { clothes::cloth(subject) };
    let turned = if bare { 0.2 } else { 0.55 };
    let tone = if side > 0.0 { sleeve.base.mix(sleeve.shade, turned) } else { sleeve.base };
    let slim = subject.torso.shoulder / 155.0;
    let bend = arm.elbow.lerp(arm.wrist, 0.5) + Vec2::new(7.0, -5.0);
    let end = if bare { arm.wrist } else { arm.wrist.lerp(arm.elbow, 0.03) };
    let (elbow, before) = (if bare { 50.0 } else { 66.0 }, if bare { 34.0 } else { 46.0 });
    let widths = [elbow * slim, (elbow - 5.0) * slim, before];
    let edge = widths.map(|width| width + 3.0);
    picture.fill(ribbon(&[arm.elbow, bend, end], &edge), sleeve.line.with_alpha(0.8));
    let hand = hand(skin, palm(skin, arm.palm), arm);
    let placed = Affine2::from_scale_angle_translation(Vec2::splat(0.94), arm.angle, arm.wrist);
    if bare {
        picture.fill(ribbon(&[arm.elbow, bend, end], &widths), tone);
        picture.overlay(hand, placed);
    } else {
        picture.overlay(hand, placed);
        picture.fill(ribbon(&[arm.elbow, bend, end], &widths), tone);
        let along = (arm.wrist - arm.elbow).normalize_or_zero();
        let across = along.perp() * before / 2.0;
        let cuff = end - along * 9.0;
        picture.fill(ribbon(&[cuff + across, cuff + along * 2.0, cuff - across], &[2.4]), sleeve.line.with_alpha(0.7));
    }
}

/// The skin of the hand, seen from its back (`shown` 0) or its palm (1). The palm is paler, the more so the darker the
/// skin.
fn palm(skin: Surface, shown: f32) -> Colour {
    let pale = 0.26 * (1.0 - skin.base.luminance()).max(0.0).powi(2);
    skin.base.mix(Colour::hex(0xE8_BE_9E), pale * shown.clamp(0.0, 1.0))
}

/// A hand with the wrist at the origin, the fingers up and the thumb towards the middle of the body.
fn hand(skin: Surface, tone: Colour, arm: Arm) -> Picture {
    let mut picture = Picture::default();
    let line = skin.line.with_alpha(0.85);
    let palm = [
        Vec2::new(-17.0, -10.0),
        Vec2::new(-24.0, 16.0),
        Vec2::new(-29.0, 44.0),
        Vec2::new(-24.0, 64.0),
        Vec2::new(0.0, 68.0),
        Vec2::new(25.0, 60.0),
        Vec2::new(27.0, 40.0),
        Vec2::new(22.0, 14.0),
        Vec2::new(17.0, -10.0),
    ];
    for outline in fingers(arm, 2.6) {
        picture.fill(outline, line);
    }
    picture.fill(Outline::smooth(&palm).map(|point| point * 1.03), line);
    for outline in fingers(arm, 0.0) {
        picture.fill(outline, tone);
    }
    picture.fill(Outline::smooth(&palm), tone);
    paint_creases(arm, line, &mut picture);
    picture
}

/// Where a finger begins; finger 0 is the one beside the thumb.
fn knuckle(finger: u8) -> Vec2 {
    let number = f32::from(finger);
    Vec2::new(-21.0 + 14.0 * number, 60.0 - 2.5 * (number - 1.3).powi(2))
}

/// The outlines of thumb and fingers, this much wider than they are.
fn fingers(arm: Arm, grow: f32) -> Vec<Outline> {
    let thumb = [
        Vec2::new(-18.0, 12.0),
        Vec2::new(-33.0, 34.0 - 4.0 * arm.curl),
        Vec2::new(-40.0 + 22.0 * arm.curl, 62.0 - 4.0 * arm.curl),
    ];
    let mut outlines = vec![ribbon(&thumb, &[20.0 + grow, 17.0 + grow, 12.0 + grow])];
    for (finger, length) in (0_u8..).zip([52.0, 60.0, 57.0, 45.0]) {
        let fan = (f32::from(finger) - 1.5) * (0.05 + 0.2 * arm.spread);
        let root = knuckle(finger);
        let tip = root + length * (1.0 - 0.62 * arm.curl) * Vec2::new(fan.sin(), fan.cos());
        outlines.push(ribbon(&[root - Vec2::Y * 12.0, tip], &[15.0 + grow, 15.0 + grow, 12.5 + grow]));
    }
    outlines
}

/// The creases between the fingers, and those of the palm where it is seen.
fn paint_creases(arm: Arm, line: Colour, picture: &mut Picture) {
    let open = arm.palm > 0.5;
    for finger in 0_u8..3 {
        let between = knuckle(finger).midpoint(knuckle(finger + 1));
        let deep = if open { 4.0 } else { 16.0 * (1.0 - arm.curl) + 2.0 };
        picture.fill(ribbon(&[between - Vec2::Y * deep, between + Vec2::Y * 8.0], &[0.8, 2.0]), line);
    }
    if open {
        let thenar = [Vec2::new(-20.0, 34.0), Vec2::new(-8.0, 22.0), Vec2::new(-4.0, 2.0)];
        picture.fill(ribbon(&thenar, &[0.8, 2.0, 0.8]), line.with_alpha(0.5));
        let heart = [Vec2::new(-14.0, 48.0), Vec2::new(4.0, 40.0), Vec2::new(20.0, 44.0)];
        picture.fill(ribbon(&heart, &[0.8, 1.8, 0.8]), line.with_alpha(0.45));
    }
}
