//! Blinking: a burst of a few frames now and then, and no frames in between.

use std::time::Duration;

use bevy::prelude::*;

use super::figure::Figure;
use super::motion::{ExpressionAnimation, ReducedMotion};
use super::order::PictureSystems;
use super::view::PictureVisible;
use crate::app::waker::Waker;
use crate::picture::face::Mood;

/// The phases of a blink. While somebody recovers from a crisis, the eyes stay closed longer.
const CLOSING: Duration = Duration::from_millis(90);
const CLOSED: Duration = Duration::from_millis(40);
const CLOSED_LONGER: Duration = Duration::from_millis(420);
const OPENING: Duration = Duration::from_millis(140);
/// On software renderers a blink starts with closed eyes and has three frames, this far apart.
const FRAME_ON_SOFTWARE: Duration = Duration::from_millis(90);
/// The shortest and the longest time between two blinks, in milliseconds, and the same on software renderers.
const BETWEEN: [u64; 2] = [2800, 6200];
const BETWEEN_ON_SOFTWARE: [u64; 2] = [4500, 8500];

/// The next or current blink of a figure.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Blink {
    at: Duration,
    count: u64,
}

pub(super) fn plugin(app: &mut App) {
    app.register_required_components::<Figure, Blink>();
    app.add_systems(Update, (blink.run_if(may_move), open_eyes.run_if(not(may_move))).in_set(PictureSystems::Animate));
}

/// Whether anyone could see a blink, and has not reduced motion.
fn may_move(reduced: Res<ReducedMotion>, visible: Res<PictureVisible>, windows: Query<&Window>) -> bool {
    !reduced.0 && visible.0 && windows.iter().any(|window| window.focused && window.visible)
}

fn blink(mut figures: Query<(Entity, &Mood, &mut Blink, &mut ExpressionAnimation)>, mut waker: ResMut<Waker>) {
    let now = waker.now;
    for (figure, mood, mut blink, mut animation) in &mut figures {
        let closed = if mood.recovering { CLOSED_LONGER } else { CLOSED };
        let whole = CLOSING + closed + OPENING;
        if now >= blink.at + whole {
            let range = if waker.software { BETWEEN_ON_SOFTWARE } else { BETWEEN };
            blink.count += 1;
            blink.at = now + interval(figure.to_bits() ^ blink.count, range);
        }
        let elapsed = now.checked_sub(blink.at);
        let skipped = if waker.software { CLOSING } else { Duration::ZERO };
        let depth = elapsed.map_or(0.0, |elapsed| depth(elapsed + skipped, closed));
        if (animation.blink - depth).abs() > 0.01 {
            animation.blink = depth;
        }
        match blink.at.checked_sub(now) {
            Some(wait) => waker.after(wait),
            None if waker.software => waker.after(FRAME_ON_SOFTWARE),
            None => waker.next_frame(),
        }
    }
}

/// Opens all eyes when blinking stops.
fn open_eyes(mut figures: Query<&mut ExpressionAnimation>) {
    for mut animation in &mut figures {
        if animation.blink > 0.0 {
            animation.blink = 0.0;
        }
    }
}

/// How far the eyes are closed, 0–1, this long after a blink began.
fn depth(elapsed: Duration, closed: Duration) -> f32 {
    let part = |time: Duration, whole: Duration| (time.as_secs_f32() / whole.as_secs_f32()).clamp(0.0, 1.0);
    part(elapsed, CLOSING) * (1.0 - part(elapsed.saturating_sub(CLOSING + closed), OPENING))
}

/// A pseudo-random time between the two, different for each blink and each figure.
fn interval(seed: u64, [least, most]: [u64; 2]) -> Duration {
    // SplitMix64 (Steele, Lea and Flood, 2014): a good enough hash for this.
    let mut mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    Duration::from_millis(least + (mixed ^ (mixed >> 31)) % (most - least))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eyes_close_and_open_again() {
        assert!(depth(Duration::ZERO, CLOSED) < 0.01);
        assert!(depth(CLOSING, CLOSED) > 0.99);
        assert!(depth(CLOSING + CLOSED + OPENING, CLOSED) < 0.01);
        assert!(depth(CLOSING + CLOSED + OPENING, CLOSED_LONGER) > 0.99);
    }

    #[test]
    fn software_renderers_rest_for_at_least_four_seconds() {
        for count in 0..200 {
            assert!(interval(count, BETWEEN_ON_SOFTWARE) >= Duration::from_secs(4));
            assert!(interval(count, BETWEEN) <= Duration::from_millis(BETWEEN[1]));
        }
    }

    #[test]
    fn figures_do_not_blink_together() {
        assert_ne!(interval(1, BETWEEN), interval(2, BETWEEN));
    }
}
