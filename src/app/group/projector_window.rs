//! The projector's window: on the other screen if there is one, and gone when that screen is.

use bevy::camera::{CameraOutputMode, ClearColorConfig, RenderTarget};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::render::render_resource::BlendState;
use bevy::window::{Monitor, MonitorSelection, PresentMode, PrimaryMonitor, PrimaryWindow, WindowMode, WindowRef};
use bevy_egui::EguiSchedule;

use crate::app::flow::Step;
use crate::app::waker::Waker;

use super::room::GroupRoom;

/// Shows the projector's page.
#[derive(ScheduleLabel, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::app) struct ProjectorPass;

/// The projector's window, and the camera of its page.
#[derive(Component, Clone, Copy, Debug)]
pub(in crate::app) struct OfProjector;

/// Whether the facilitator has a second screen, and the projector's page a window.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct ProjectorScreen {
    /// Whether there are two screens that show different things.
    pub(in crate::app) two_screens: bool,
    /// Whether the projector's page is to have a window of its own.
    pub(in crate::app) wanted: bool,
    /// Whether the facilitator has said that nobody else sees their page.
    pub(in crate::app) unseen: bool,
}

impl ProjectorScreen {
    /// Whether what is private may be seen on the facilitator's page.
    pub(in crate::app) const fn shows_private(self) -> bool {
        self.unseen || (self.two_screens && self.wanted)
    }

    /// Takes in whether there are two screens now. A second one that comes is used; when one goes, nothing private stays
    /// on the one that is left.
    const fn found(self, two_screens: bool) -> Self {
        if two_screens == self.two_screens {
            return self;
        }
        Self { two_screens, wanted: two_screens, unseen: false }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ProjectorScreen>().init_schedule(ProjectorPass);
    app.add_systems(Update, (count_screens, forget, arrange).chain().in_set(Step::Present));
}

/// Counts the screens; those in the same place show the same.
fn count_screens(
    monitors: Query<&Monitor>,
    room: Option<Res<GroupRoom>>,
    mut screen: ResMut<ProjectorScreen>,
    mut wake: ResMut<Waker>,
) {
    let places: Vec<IVec2> = monitors.iter().map(|monitor| monitor.physical_position).collect();
    let two = places.iter().any(|place| Some(place) != places.first());
    let now = if room.is_some() { screen.found(two) } else { ProjectorScreen::default() };
    if screen.set_if_neq(now) {
        wake.next_frame();
    }
}

/// A window that somebody shut is not wanted any more; its camera goes with it.
fn forget(
    mut commands: Commands,
    windows: Query<(), (With<OfProjector>, With<Window>)>,
    cameras: Query<Entity, (With<OfProjector>, With<Camera>)>,
    mut screen: ResMut<ProjectorScreen>,
) {
    if cameras.is_empty() || !windows.is_empty() {
        return;
    }
    for camera in &cameras {
        commands.entity(camera).despawn();
    }
    screen.wanted = false;
}

/// Opens the window that is wanted, or shuts the one that is not.
fn arrange(
    mut commands: Commands,
    screen: Res<ProjectorScreen>,
    shown: Query<Entity, With<OfProjector>>,
    monitors: Query<(Entity, &Monitor, Has<PrimaryMonitor>)>,
    facilitator: Option<Single<&Window, With<PrimaryWindow>>>,
) {
    let Some(facilitator) = facilitator else { return };
    if !screen.wanted {
        shown.iter().for_each(|entity| commands.entity(entity).despawn());
        return;
    }
    if !shown.is_empty() {
        return;
    }
    let other = screen.two_screens.then(|| other_screen(&facilitator, &monitors)).flatten();
    let mode = other
        .map_or(WindowMode::Windowed, |monitor| WindowMode::BorderlessFullscreen(MonitorSelection::Entity(monitor)));
    let window = Window {
        title: "Bedside: the projector\u{2019}s page".to_owned(),
        name: Some("bedside".to_owned()),
        resolution: (1280, 720).into(),
        present_mode: PresentMode::AutoVsync,
        mode,
        // The facilitator goes on typing.
        focused: false,
        ..default()
    };
    let window = commands.spawn((window, OfProjector)).id();
    commands.spawn((
        Camera2d,
        RenderTarget::Window(WindowRef::Entity(window)),
        Camera {
            clear_color: ClearColorConfig::Default,
            output_mode: CameraOutputMode::Write {
                blend_state: Some(BlendState::REPLACE),
                clear_color: ClearColorConfig::Default,
            },
            ..default()
        },
        Msaa::Off,
        EguiSchedule::new(ProjectorPass),
        OfProjector,
    ));
}

/// A screen that the facilitator's window is not on.
fn other_screen(facilitator: &Window, monitors: &Query<(Entity, &Monitor, Has<PrimaryMonitor>)>) -> Option<Entity> {
    let WindowPosition::At(corner) = facilitator.position else {
        return monitors.iter().find(|(.., primary)| !primary).map(|(monitor, ..)| monitor);
    };
    let middle = corner.as_vec2() + facilitator.physical_size().as_vec2() / 2.0;
    let apart = |monitor: &Monitor| {
        let from = monitor.physical_position.as_vec2();
        let to = from + monitor.physical_size().as_vec2();
        middle.distance(middle.clamp(from, to))
    };
    let farthest = monitors.iter().max_by(|(_, one, _), (_, other, _)| apart(one).total_cmp(&apart(other)));
    farthest.map(|(monitor, ..)| monitor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_private_stays_on_the_screen_that_is_left() {
        let alone = ProjectorScreen::default();
        assert!(!alone.shows_private());
        let two = alone.found(true);
        assert!(two.wanted && two.shows_private());
        let shut = ProjectorScreen { wanted: false, ..two };
        assert!(!shut.shows_private(), "the projector may show this very page");
        let said = ProjectorScreen { unseen: true, ..shut };
        assert!(said.shows_private());
        assert_eq!(said.found(true), said, "nothing has changed");
        for unplugged in [two.found(false), said.found(false)] {
            assert_eq!(unplugged, alone);
        }
    }
}
