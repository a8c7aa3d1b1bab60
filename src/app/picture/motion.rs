//! Faces move smoothly from one expression to the next.

use std::time::Duration;

use bevy::prelude::*;

use super::order::PictureSystems;
use crate::app::waker::Waker;
use crate::picture::face::{Expression, Mood, expression, with_blink};

/// How long a face takes from one expression to another.
const DURATION: Duration = Duration::from_millis(700);
/// A late frame counts no more than this, so that a change is seen as a movement and not as a jump.
const LONGEST_STEP: Duration = Duration::from_millis(80);

/// No movement at all: faces change at once and do not blink.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReducedMotion(pub bool);

/// The movement of a figure's expression towards that of its mood.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct ExpressionAnimation {
    from: Expression,
    to: Expression,
    progress: Progress,
    /// How far a blink has closed the eyes, 0–1.
    pub(super) blink: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    /// No expression has been set yet.
    New,
    /// For this long.
    Moving(Duration),
    Done,
}

impl Default for ExpressionAnimation {
    fn default() -> Self {
        Self { from: Expression::REST, to: Expression::REST, progress: Progress::New, blink: 0.0 }
    }
}

impl ExpressionAnimation {
    /// The expression to draw now.
    pub(super) fn now(&self) -> Expression {
        let shown = match self.progress {
            Progress::Moving(elapsed) => {
                self.from.lerp(self.to, ease_out(elapsed.as_secs_f32() / DURATION.as_secs_f32()))
            }
            Progress::New | Progress::Done => self.to,
        };
        with_blink(shown, self.blink)
    }

    fn is_moving(&self) -> bool {
        matches!(self.progress, Progress::Moving(_))
    }

    fn move_to(&mut self, to: Expression, at_once: bool) {
        self.from = self.now();
        self.to = to;
        self.progress =
            if at_once || self.progress == Progress::New { Progress::Done } else { Progress::Moving(Duration::ZERO) };
    }

    fn advance(&mut self, step: Duration) {
        if let Progress::Moving(elapsed) = self.progress {
            let elapsed = elapsed + step;
            self.progress = if elapsed < DURATION { Progress::Moving(elapsed) } else { Progress::Done };
        }
    }
}

/// Cubic ease-out: fast at first, then slowing down.
fn ease_out(progress: f32) -> f32 {
    1.0 - (1.0 - progress.clamp(0.0, 1.0)).powi(3)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ReducedMotion>()
        .add_systems(Update, (advance, follow_moods).chain().in_set(PictureSystems::Animate));
}

/// Starts a movement for each changed mood, or with reduced motion changes the expression at once.
fn follow_moods(
    mut faces: Query<(&Mood, &mut ExpressionAnimation), Changed<Mood>>,
    reduced: Res<ReducedMotion>,
    mut waker: ResMut<Waker>,
) {
    for (mood, mut animation) in &mut faces {
        animation.move_to(expression(mood), reduced.0);
        waker.next_frame();
    }
}

/// Advances every movement, and requests the next frame while there is one.
fn advance(mut faces: Query<&mut ExpressionAnimation>, reduced: Res<ReducedMotion>, mut waker: ResMut<Waker>) {
    for mut animation in &mut faces {
        if !animation.is_moving() {
            continue;
        }
        let step = if reduced.0 { DURATION } else { waker.step.min(LONGEST_STEP) };
        animation.advance(step);
        waker.next_frame();
    }
}

#[cfg(test)]
mod tests {
    use bevy::window::RequestRedraw;

    use super::super::{PictureArea, PictureVisible, Room, extra_frame};
    use super::*;
    use crate::app::waker;
    use crate::picture::face::presets;

    /// An app without window or drawing, with one calm figure.
    fn app(reduced: bool) -> App {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins).init_resource::<PictureArea>().init_resource::<Room>();
        app.insert_resource(PictureVisible(true)).add_plugins((waker::plugin, extra_frame::plugin, plugin));
        app.insert_resource(ReducedMotion(reduced));
        app.world_mut().spawn((Mood::default(), ExpressionAnimation::default()));
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

    fn animations(app: &mut App) -> Vec<ExpressionAnimation> {
        app.world_mut().query::<&ExpressionAnimation>().iter(app.world()).copied().collect()
    }

    /// Runs one more frame, and returns whether it requests another.
    fn requests_a_frame(app: &mut App) -> bool {
        app.world_mut().resource_mut::<Messages<RequestRedraw>>().clear();
        app.update();
        !app.world().resource::<Messages<RequestRedraw>>().is_empty()
    }

    #[test]
    fn a_face_at_rest_requests_no_frame() {
        let mut app = app(false);
        assert!(!requests_a_frame(&mut app));
        agitate(&mut app);
        assert!(requests_a_frame(&mut app));
        assert!(animations(&mut app).iter().all(ExpressionAnimation::is_moving));
    }

    #[test]
    fn with_reduced_motion_a_face_changes_at_once_and_is_at_rest_again() {
        let mut app = app(true);
        agitate(&mut app);
        app.update();
        let crisis = expression(&Mood { agitation: 0.9, ..Mood::default() });
        assert!(animations(&mut app).iter().all(|animation| !animation.is_moving() && animation.now() == crisis));
        app.update();
        assert!(!requests_a_frame(&mut app));
    }

    #[test]
    fn the_first_expression_shows_at_once_and_the_next_is_moved_to() {
        let mut animation = ExpressionAnimation::default();
        animation.move_to(presets::CALM, false);
        assert_eq!(animation.now(), presets::CALM);
        animation.move_to(presets::CRISIS, false);
        assert_eq!(animation.now(), presets::CALM);
        for _ in 0..5 {
            animation.advance(LONGEST_STEP);
        }
        assert!(animation.now().distance(presets::CRISIS) < animation.now().distance(presets::CALM));
        for _ in 0..5 {
            animation.advance(LONGEST_STEP);
        }
        assert_eq!(animation.now(), presets::CRISIS);
        assert!(!animation.is_moving());
    }

    #[test]
    fn a_change_on_the_way_starts_from_where_the_face_is() {
        let mut animation = ExpressionAnimation::default();
        animation.move_to(presets::CALM, false);
        animation.move_to(presets::SAD, false);
        animation.advance(LONGEST_STEP);
        let half_way = animation.now();
        animation.move_to(presets::TRUSTING, false);
        assert!(animation.now().distance(half_way) < 1e-3);
    }

    #[test]
    fn at_once_does_not_move() {
        let mut animation = ExpressionAnimation::default();
        animation.move_to(presets::CALM, false);
        animation.move_to(presets::SAD, true);
        assert_eq!(animation.now(), presets::SAD);
        assert!(!animation.is_moving());
    }
}
