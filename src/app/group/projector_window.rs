//! The projector's window: on the other screen if there is one, and gone when that screen is.

use bevy::camera::{CameraOutputMode, ClearColorConfig, RenderTarget};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::render::render_resource::BlendState;
use bevy::window::{Monitor, MonitorSelection, PresentMode, PrimaryWindow, WindowMode, WindowRef};
use bevy_egui::EguiSchedule;

use crate::app::flow::Step;
use crate::app::redraw::Shown;
use crate::app::waker::Waker;

use super::room::GroupRoom;

/// The size of the window on a screen that it shares.
const SMALL: UVec2 = UVec2::new(1280, 720);

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
    #[cfg(target_os = "linux")]
    app.add_systems(Startup, super::x11::follow);
    app.add_systems(Update, (count_screens, forget, arrange).chain().in_set(Step::Present));
}

/// The places of the screens, in pixels.
#[derive(SystemParam)]
struct Places<'w, 's> {
    monitors: Query<'w, 's, (Entity, &'static Monitor)>,
    #[cfg(target_os = "linux")]
    x11: Option<Res<'w, super::x11::XScreens>>,
}

impl Places<'_, '_> {
    fn all(&self) -> Vec<IRect> {
        #[cfg(target_os = "linux")]
        if let Some(places) = self.x11.as_ref().and_then(|x11| x11.places()) {
            return places;
        }
        self.monitors.iter().map(|(_, monitor)| place(monitor)).collect()
    }

    /// The screen at a place, as Bevy knows it.
    fn monitor(&self, at: IRect) -> Option<Entity> {
        self.monitors.iter().find(|(_, monitor)| place(monitor) == at).map(|(monitor, _)| monitor)
    }
}

fn place(monitor: &Monitor) -> IRect {
    IRect { min: monitor.physical_position, max: monitor.physical_position + monitor.physical_size().as_ivec2() }
}

/// Whether there are two screens that show different things; those in the same place show the same.
fn are_two(places: &[IRect]) -> bool {
    places.iter().any(|place| Some(place.min) != places.first().map(|first| first.min))
}

/// Counts the screens.
fn count_screens(
    places: Places,
    room: Option<Res<GroupRoom>>,
    mut screen: ResMut<ProjectorScreen>,
    mut wake: ResMut<Waker>,
) {
    let now = if room.is_some() { screen.found(are_two(&places.all())) } else { ProjectorScreen::default() };
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
    places: Places,
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
    let other = screen.two_screens.then(|| farthest(middle(&facilitator), &places.all())).flatten();
    let (mode, position, size) = match other.map(|at| (at, places.monitor(at))) {
        None => (WindowMode::Windowed, WindowPosition::Automatic, SMALL),
        Some((at, Some(monitor))) => {
            let mode = WindowMode::BorderlessFullscreen(MonitorSelection::Entity(monitor));
            (mode, WindowPosition::At(at.min), at.size().as_uvec2())
        }
        // A screen that winit has not heard of.
        Some((at, None)) => (WindowMode::Windowed, WindowPosition::At(at.min), at.size().as_uvec2()),
    };
    let window = Window {
        title: "Bedside: the projector\u{2019}s page".to_owned(),
        name: Some("bedside".to_owned()),
        resolution: size.into(),
        present_mode: PresentMode::AutoVsync,
        decorations: other.is_none(),
        mode,
        position,
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
        Shown::default(),
        OfProjector,
    ));
}

/// The middle of a window; the upper left corner of everything where the system does not say.
fn middle(window: &Window) -> Vec2 {
    match window.position {
        WindowPosition::At(corner) => corner.as_vec2() + window.physical_size().as_vec2() / 2.0,
        WindowPosition::Automatic | WindowPosition::Centered(_) => Vec2::ZERO,
    }
}

/// The place that is farthest from a point; the last of several.
fn farthest(from: Vec2, places: &[IRect]) -> Option<IRect> {
    let apart = |place: &IRect| from.distance(from.clamp(place.min.as_vec2(), place.max.as_vec2()));
    places.iter().copied().max_by(|one, other| apart(one).total_cmp(&apart(other)))
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

    #[test]
    fn screens_in_the_same_place_are_one_and_the_projector_is_not_where_the_facilitator_is() {
        let [laptop, projector] = [IRect::new(0, 0, 1366, 768), IRect::new(1366, 0, 3286, 1080)];
        assert!(!are_two(&[]) && !are_two(&[laptop]));
        assert!(!are_two(&[laptop, IRect::new(0, 0, 1920, 1080)]), "they show the same");
        assert!(are_two(&[laptop, projector]));
        assert_eq!(farthest(Vec2::new(600.0, 400.0), &[laptop, projector]), Some(projector));
        assert_eq!(farthest(Vec2::new(2_000.0, 400.0), &[laptop, projector]), Some(laptop));
    }
}
