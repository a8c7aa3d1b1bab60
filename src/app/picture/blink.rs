//! Now and then somebody blinks: a burst of a few frames, then nothing until the next.

use std::time::Duration;

use bevy::prelude::*;

use super::PictureSystems;
use super::motion::{ReducedMotion, Shown};
use super::people::Figure;
use super::view::PictureVisible;
use crate::app::waker::Waker;
use crate::picture::face::Mood;

/// The eyes close, stay closed and open again; coming back from a crisis they stay closed longer.
const CLOSING: Duration = Duration::from_millis(90);
const CLOSED: Duration = Duration::from_millis(40);
const CLOSED_LONGER: Duration = Duration::from_millis(420);
const OPENING: Duration = Duration::from_millis(140);
/// On software renderers a blink begins with closed eyes and is three frames, this far apart.
const FRAME_ON_SOFTWARE: Duration = Duration::from_millis(90);
/// The shortest and the longest time between two blinks, in milliseconds; and on software renderers.
const BETWEEN: [u64; 2] = [2800, 6200];
const BETWEEN_ON_SOFTWARE: [u64; 2] = [4500, 8500];

/// When somebody blinks next.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Blink {
    at: Duration,
    count: u64,
}

/// Adds blinking.
pub(super) fn plugin(app: &mut App) {
    app.register_required_components::<Figure, Blink>();
    app.add_systems(Update, (blink.run_if(may_move), open_eyes.run_if(not(may_move))).in_set(PictureSystems::Move));
}

/// Whether anybody can see a blink and wants to.
fn may_move(reduced: Res<ReducedMotion>, visible: Res<PictureVisible>, windows: Query<&Window>) -> bool {
    !reduced.0 && visible.0 && windows.iter().any(|window| window.focused && window.visible)
}

fn blink(mut people: Query<(Entity, &Mood, &mut Blink, &mut Shown)>, mut waker: ResMut<Waker>) {
    let now = waker.now;
    for (person, mood, mut blink, mut shown) in &mut people {
        let closed = if mood.recovering { CLOSED_LONGER } else { CLOSED };
        let whole = CLOSING + closed + OPENING;
        if now >= blink.at + whole {
            let between = if waker.software { BETWEEN_ON_SOFTWARE } else { BETWEEN };
            blink.count += 1;
            blink.at = now + wait(person.to_bits() ^ blink.count, between);
        }
        let begun = now.checked_sub(blink.at);
        let skipped = if waker.software { CLOSING } else { Duration::ZERO };
        let depth = begun.map_or(0.0, |since| depth(since + skipped, closed));
        if (shown.blink - depth).abs() > 0.01 {
            shown.blink = depth;
        }
        match blink.at.checked_sub(now) {
            Some(wait) => waker.after(wait),
            None if waker.software => waker.after(FRAME_ON_SOFTWARE),
            None => waker.next_frame(),
        }
    }
}

/// Leaves nobody with closed eyes when blinking stops.
fn open_eyes(mut people: Query<&mut Shown>) {
    for mut shown in &mut people {
        if shown.blink > 0.0 {
            shown.blink = 0.0;
        }
    }
}

/// How far the eyes are closed so long after a blink began.
fn depth(since: Duration, closed: Duration) -> f32 {
    let part = |time: Duration, whole: Duration| (time.as_secs_f32() / whole.as_secs_f32()).clamp(0.0, 1.0);
    part(since, CLOSING) * (1.0 - part(since.saturating_sub(CLOSING + closed), OPENING))
}

/// A time between the two, different from one blink to the next and from one person to another.
fn wait(seed: u64, [least, most]: [u64; 2]) -> Duration {
    // SplitMix64 (Steele, Lea and Flood, 2014): a scramble is enough here.
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
    fn software_renderers_are_left_alone_for_four_seconds() {
        for count in 0..200 {
            assert!(wait(count, BETWEEN_ON_SOFTWARE) >= Duration::from_secs(4));
            assert!(wait(count, BETWEEN) <= Duration::from_millis(BETWEEN[1]));
        }
    }

    #[test]
    fn people_do_not_blink_together() {
        assert_ne!(wait(1, BETWEEN), wait(2, BETWEEN));
    }
}
