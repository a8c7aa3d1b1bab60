//! Faces move from one expression to the next.

use std::time::Duration;

use bevy::prelude::*;

use super::PictureSystems;
use crate::app::waker::Waker;
use crate::picture::face::{Expression, Mood, expression, with_blink};

/// How long a face takes from one expression to another.
const CHANGE: Duration = Duration::from_millis(700);
/// A frame that came late counts no more than this, so that a change is seen as a movement.
const LONGEST_STEP: Duration = Duration::from_millis(80);

/// No movement at all: faces change at once and do not blink.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReducedMotion(pub bool);

/// What a face shows now, on its way to what its mood asks for.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Shown {
    from: Expression,
    to: Expression,
    way: Way,
    /// How far a blink has closed the eyes, 0–1.
    pub(super) blink: f32,
}

/// How far a face has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Nothing has been shown yet.
    New,
    /// So long after it began to move.
    Moving(Duration),
    Arrived,
}

impl Default for Shown {
    fn default() -> Self {
        Self { from: Expression::REST, to: Expression::REST, way: Way::New, blink: 0.0 }
    }
}

impl Shown {
    /// The expression at this moment.
    pub(super) fn now(&self) -> Expression {
        let shown = match self.way {
            Way::Moving(since) => self.from.lerp(self.to, eased(since.as_secs_f32() / CHANGE.as_secs_f32())),
            Way::New | Way::Arrived => self.to,
        };
        with_blink(shown, self.blink)
    }

    fn is_moving(&self) -> bool {
        matches!(self.way, Way::Moving(_))
    }

    fn turn_to(&mut self, to: Expression, at_once: bool) {
        self.from = self.now();
        self.to = to;
        self.way = if at_once || self.way == Way::New { Way::Arrived } else { Way::Moving(Duration::ZERO) };
    }

    fn move_on(&mut self, step: Duration) {
        if let Way::Moving(since) = self.way {
            let since = since + step;
            self.way = if since < CHANGE { Way::Moving(since) } else { Way::Arrived };
        }
    }
}

/// Quick at first, then settling.
fn eased(way: f32) -> f32 {
    1.0 - (1.0 - way.clamp(0.0, 1.0)).powi(3)
}

/// Adds movement.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ReducedMotion>()
        .add_systems(Update, (move_on, turn_to_mood).chain().in_set(PictureSystems::Move));
}

/// A changed mood starts a movement, or with reduced motion is shown at once.
fn turn_to_mood(
    mut faces: Query<(&Mood, &mut Shown), Changed<Mood>>,
    reduced: Res<ReducedMotion>,
    mut waker: ResMut<Waker>,
) {
    for (mood, mut shown) in &mut faces {
        shown.turn_to(expression(mood), reduced.0);
        waker.next_frame();
    }
}

/// Moves on every face that is moving, and asks for the next frame.
fn move_on(mut faces: Query<&mut Shown>, reduced: Res<ReducedMotion>, mut waker: ResMut<Waker>) {
    for mut shown in &mut faces {
        if !shown.is_moving() {
            continue;
        }
        let step = if reduced.0 { CHANGE } else { waker.step.min(LONGEST_STEP) };
        shown.move_on(step);
        waker.next_frame();
    }
}

#[cfg(test)]
mod tests {
    use bevy::window::RequestRedraw;

    use super::super::{PictureArea, PictureVisible, Room, late};
    use super::*;
    use crate::app::waker;
    use crate::picture::face::states;

    /// A stage without window or drawing, with one calm person on it.
    fn stage(reduced: bool) -> App {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins).init_resource::<PictureArea>().init_resource::<Room>();
        app.insert_resource(PictureVisible(true)).add_plugins((waker::plugin, late::plugin, plugin));
        app.insert_resource(ReducedMotion(reduced));
        app.world_mut().spawn((Mood::default(), Shown::default()));
        for _ in 0..4 {
            app.update();
        }
        app
    }

    fn agitate(app: &mut App) {
        let mut moods = app.world_mut().query::<&mut Mood>();
        for mut mood in moods.iter_mut(app.world_mut()) {
            mood.agitation = 0.9;
        }
    }

    fn shown(app: &mut App) -> Vec<Shown> {
        app.world_mut().query::<&Shown>().iter(app.world()).copied().collect()
    }

    /// Runs one more frame, and says whether the stage asks for another in it.
    fn asks_for_a_frame(app: &mut App) -> bool {
        app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
        app.update();
        !app.world().resource::<Messages<RequestRedraw>>().is_empty()
    }

    #[test]
    fn a_still_stage_asks_for_no_frame() {
        let mut app = stage(false);
        assert!(!asks_for_a_frame(&mut app));
        agitate(&mut app);
        assert!(asks_for_a_frame(&mut app));
        assert!(shown(&mut app).iter().all(Shown::is_moving));
    }

    #[test]
    fn with_reduced_motion_a_face_changes_at_once_and_is_still_again() {
        let mut app = stage(true);
        agitate(&mut app);
        app.update();
        let crisis = expression(&Mood { agitation: 0.9, ..Mood::default() });
        assert!(shown(&mut app).iter().all(|shown| !shown.is_moving() && shown.now() == crisis));
        app.update();
        assert!(!asks_for_a_frame(&mut app));
    }

    #[test]
    fn the_first_expression_is_there_at_once_the_next_is_moved_to() {
        let mut shown = Shown::default();
        shown.turn_to(states::CALM, false);
        assert_eq!(shown.now(), states::CALM);
        shown.turn_to(states::CRISIS, false);
        assert_eq!(shown.now(), states::CALM);
        for _ in 0..5 {
            shown.move_on(LONGEST_STEP);
        }
        assert!(shown.now().distance(states::CRISIS) < shown.now().distance(states::CALM));
        for _ in 0..5 {
            shown.move_on(LONGEST_STEP);
        }
        assert_eq!(shown.now(), states::CRISIS);
        assert!(!shown.is_moving());
    }

    #[test]
    fn a_change_on_the_way_starts_from_where_the_face_is() {
        let mut shown = Shown::default();
        shown.turn_to(states::CALM, false);
        shown.turn_to(states::SAD, false);
        shown.move_on(LONGEST_STEP);
        let on_the_way = shown.now();
        shown.turn_to(states::TRUSTING, false);
        assert!(shown.now().distance(on_the_way) < 1e-3);
    }

    #[test]
    fn at_once_does_not_move() {
        let mut shown = Shown::default();
        shown.turn_to(states::CALM, false);
        shown.turn_to(states::SAD, true);
        assert_eq!(shown.now(), states::SAD);
        assert!(!shown.is_moving());
    }
}
