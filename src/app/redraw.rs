//! With a software renderer, redraws only what has changed since the last frame.
//!
//! The picture and the screens are drawn into one image, which persists from frame to frame. While a face moves and the
//! screens stay the same, the frame is the rectangle in which the face has changed.

use std::time::Duration;

use bevy::asset::AssetEventSystems;
use bevy::camera::{CameraUpdateSystems, ClearColorConfig, RenderTarget};
use bevy::input::keyboard::KeyboardInput;
use bevy::math::URect;
use bevy::prelude::*;
use bevy::window::{CursorMoved, PrimaryWindow, WindowRef};
use bevy_egui::egui::{self, ClippedPrimitive, epaint::Primitive};
use bevy_egui::{EguiOutput, EguiPostUpdateSet, EguiRenderOutput};

use super::first_moment::RoomMoment;
use super::picture::{AimCamera, PictureCamera, PicturePart};
use super::waker::Waker;
use super::window::ScreenCamera;

/// After a pause this long the next frame is drawn whole, which repairs whatever a lost frame has left behind.
const LONG_PAUSE: Duration = Duration::from_millis(400);

/// For so long a new window is drawn in every frame: the system may take a while to show it.
const ARRIVAL: Duration = Duration::from_secs(1);
/// Between two frames of a further window within one step of the session: nobody points at anything in it, and while a room
/// votes it changes many times a second.
const REST: Duration = Duration::from_secs(1);
/// The same with a software renderer while somebody points or types in the first window: a frame of a projector costs that
/// window several of its own.
const REST_WHILE_USED: Duration = Duration::from_secs(5);
/// For so long after a movement or a key the first window is in use.
const IN_USE: Duration = Duration::from_secs(1);

/// When somebody last pointed or typed in a window.
#[derive(Resource, Default)]
struct LastUsed(Option<Duration>);

/// What a further window showed when it was drawn last; a part of its camera.
#[derive(Component, Default)]
pub(super) struct Shown {
    since: Option<Duration>,
    drawn: Duration,
    moment: RoomMoment,
    screens: Vec<ClippedPrimitive>,
    window: UVec2,
}

/// What the last frame showed.
#[derive(Resource, Default)]
struct LastFrame {
    screens: Vec<ClippedPrimitive>,
    window: UVec2,
    picture: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LastFrame>().init_resource::<RoomMoment>().init_resource::<LastUsed>();
    app.add_message::<CursorMoved>().add_message::<KeyboardInput>().add_systems(Update, notice_use);
    // A new letter has to be in the texture of the very frame that shows it: frames in which nothing else changes are
    // not painted again.
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
    app.add_systems(
        PostUpdate,
        limit_to_damage
            .after(EguiPostUpdateSet::ProcessOutput)
            // That set takes the texture changes out of the output.
            .before(EguiPostUpdateSet::PostProcessOutput)
            .before(AimCamera)
            .before(CameraUpdateSystems),
    );
    app.add_systems(
        PostUpdate,
        rest_further_windows
            .after(EguiPostUpdateSet::ProcessOutput)
            .before(EguiPostUpdateSet::PostProcessOutput)
            .before(CameraUpdateSystems),
    );
}

fn notice_use(
    waker: Res<Waker>,
    mut moved: MessageReader<CursorMoved>,
    mut typed: MessageReader<KeyboardInput>,
    mut used: ResMut<LastUsed>,
) {
    if moved.read().count() + typed.read().count() > 0 {
        used.0 = Some(waker.now);
    }
}

/// Leaves a further window as it is while its page stays the same: Bevy neither draws nor shows a window that no active
/// camera looks into.
fn rest_further_windows(
    mut waker: ResMut<Waker>,
    (moment, used): (Res<RoomMoment>, Res<LastUsed>),
    windows: Query<&Window>,
    mut cameras: Query<(&mut Camera, &RenderTarget, &EguiRenderOutput, &mut Shown)>,
) {
    let in_use = used.0.is_some_and(|used| waker.now.saturating_sub(used) < IN_USE);
    let rest = if waker.software && in_use { REST_WHILE_USED } else { REST };
    for (mut camera, target, output, mut shown) in &mut cameras {
        let RenderTarget::Window(WindowRef::Entity(window)) = target else { continue };
        let Ok(window) = windows.get(*window) else { continue };
        let size = window.physical_size();
        let arrives = waker.now.saturating_sub(*shown.since.get_or_insert(waker.now)) < ARRIVAL;
        let same = look_the_same(&shown.screens, &output.paint_jobs) && output.textures_delta.is_empty();
        let changed = !same || shown.window != size || waker.step > LONG_PAUSE;
        let same_step = shown.moment == *moment;
        let rests = if same_step { (shown.drawn + rest).saturating_sub(waker.now) } else { Duration::ZERO };
        let draws = arrives || (changed && rests.is_zero());
        if arrives {
            waker.next_frame();
        } else if changed && !draws {
            waker.after(rests);
        }
        if draws {
            shown.screens.clone_from(&output.paint_jobs);
            (shown.window, shown.drawn, shown.moment) = (size, waker.now, *moment);
        }
        if camera.is_active != draws {
            camera.is_active = draws;
        }
    }
}

/// Decides between a whole frame and a part of one.
#[allow(clippy::type_complexity, reason = "queries spell out what they ask for")]
fn limit_to_damage(
    waker: Res<Waker>,
    background: Res<ClearColor>,
    windows: Query<(&Window, Has<PrimaryWindow>)>,
    picture: Single<&Camera, With<PictureCamera>>,
    screens: Single<(&mut Camera, &mut EguiRenderOutput, &EguiOutput), (With<ScreenCamera>, Without<PictureCamera>)>,
    mut part: ResMut<PicturePart>,
    mut last: ResMut<LastFrame>,
) {
    let Some((window, _)) = windows.iter().find(|(_, primary)| *primary) else { return };
    let (mut camera, mut output, egui) = screens.into_inner();
    let hidden = !picture.is_active;
    // With a second window each frame is drawn whole: Bevy may exchange the images of windows of one size, and what was
    // left in one could be private.
    if !waker.software || windows.iter().count() > 1 {
        last.screens.clear();
        part.set_if_neq(PicturePart::Whole);
        clear(&mut camera, hidden);
        return;
    }
    let same_screens = look_the_same(&last.screens, &output.paint_jobs) && output.textures_delta.is_empty();
    let same_window =
        last.window == window.physical_size() && last.picture == picture.is_active && !background.is_changed();
    if !same_screens {
        last.screens.clone_from(&output.paint_jobs);
    }
    (last.window, last.picture) = (window.physical_size(), picture.is_active);
    let whole = waker.step > LONG_PAUSE || !same_screens || !same_window;
    if whole || (!hidden && *part == PicturePart::Whole) {
        part.set_if_neq(PicturePart::Whole);
        clear(&mut camera, hidden);
        return;
    }
    let damage = match *part {
        PicturePart::Pixels(pixels) if !hidden => pixels,
        _ => URect::default(),
    };
    clear(&mut camera, false);
    clip(&mut output.paint_jobs, damage, egui.pixels_per_point);
}

/// Sets whether the screens' camera clears the window; it must not once the picture has been drawn.
fn clear(camera: &mut Mut<Camera>, wanted: bool) {
    let clears = !matches!(camera.clear_color, ClearColorConfig::None);
    if clears != wanted {
        camera.clear_color = if wanted { ClearColorConfig::Default } else { ClearColorConfig::None };
    }
}

/// Whether two lists of primitives paint the same.
fn look_the_same(before: &[ClippedPrimitive], now: &[ClippedPrimitive]) -> bool {
    let alike = |one: &ClippedPrimitive, other: &ClippedPrimitive| match (&one.primitive, &other.primitive) {
        (Primitive::Mesh(mesh), Primitive::Mesh(other_mesh)) => one.clip_rect == other.clip_rect && mesh == other_mesh,
        // What a callback will paint is unknown.
        _ => false,
    };
    before.len() == now.len() && before.iter().zip(now).all(|(one, other)| alike(one, other))
}

/// Clips the screens' primitives to these pixels.
fn clip(screens: &mut Vec<ClippedPrimitive>, damage: URect, pixels_per_point: f32) {
    let point = |pixel: UVec2| {
        let at = pixel.as_vec2() / pixels_per_point;
        egui::pos2(at.x, at.y)
    };
    let damage = if damage.is_empty() {
        egui::Rect::NOTHING
    } else {
        egui::Rect { min: point(damage.min), max: point(damage.max) }
    };
    screens.retain_mut(|primitive| {
        primitive.clip_rect = primitive.clip_rect.intersect(damage);
        primitive.clip_rect.is_positive()
    });
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{Color32, Mesh, Rect, pos2};

    use super::*;

    fn card(colour: Color32) -> ClippedPrimitive {
        let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(50.0, 40.0));
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(rect, colour);
        ClippedPrimitive { clip_rect: rect.expand(5.0), primitive: Primitive::Mesh(mesh) }
    }

    #[test]
    fn screens_are_the_same_until_a_colour_or_a_card_is_other() {
        let one = [card(Color32::RED), card(Color32::BLUE)];
        assert!(look_the_same(&one, &one.clone()));
        assert!(!look_the_same(&one, &[card(Color32::RED), card(Color32::RED)]));
        assert!(!look_the_same(&one, &one[..1]));
    }

    /// What was done in a frame, in order.
    #[derive(Resource, Default)]
    struct Done(Vec<&'static str>);

    /// Stands in for what `bevy_egui` and Bevy do with textures in every frame.
    fn handle_textures(app: &mut App) {
        let upload = |mut output: Single<&mut EguiRenderOutput>, mut done: ResMut<Done>| {
            output.textures_delta.clear();
            done.0.push("upload");
        };
        let tell = |mut done: ResMut<Done>| done.0.push("tell");
        app.init_resource::<Done>();
        app.configure_sets(
            PostUpdate,
            (EguiPostUpdateSet::ProcessOutput, EguiPostUpdateSet::PostProcessOutput).chain(),
        );
        app.add_systems(PostUpdate, tell.in_set(AssetEventSystems));
        app.add_systems(PostUpdate, upload.in_set(EguiPostUpdateSet::PostProcessOutput));
    }

    /// A face that moves in front of a screen that stays as it is, with a software renderer.
    fn moving_face(plugins: [fn(&mut App); 2]) -> App {
        let mut app = App::new();
        let mut waker = Waker::default();
        waker.software = true;
        app.insert_resource(waker).init_resource::<ClearColor>().init_resource::<PicturePart>();
        app.world_mut().spawn((Window::default(), PrimaryWindow));
        app.world_mut().spawn((Camera2d, PictureCamera));
        app.world_mut().spawn((Camera2d, ScreenCamera, EguiRenderOutput::default(), EguiOutput::default()));
        for plugin in plugins {
            plugin(&mut app);
        }
        app.update();
        app
    }

    #[test]
    fn a_new_letter_is_painted_in_the_frame_that_shows_it() {
        const FACE: PicturePart = PicturePart::Pixels(URect { min: UVec2::ZERO, max: UVec2::splat(40) });
        for plugins in [[handle_textures, plugin], [plugin, handle_textures]] {
            let mut app = moving_face(plugins);
            *app.world_mut().resource_mut::<PicturePart>() = FACE;
            app.update();
            assert_eq!(*app.world().resource::<PicturePart>(), FACE, "there was no new letter");
            app.world_mut().resource_mut::<Done>().0.clear();
            let mut outputs = app.world_mut().query::<&mut EguiRenderOutput>();
            outputs
                .single_mut(app.world_mut())
                .expect("the screen")
                .textures_delta
                .free
                .insert(egui::TextureId::Managed(0));
            app.update();
            assert_eq!(*app.world().resource::<PicturePart>(), PicturePart::Whole);
            assert_eq!(app.world().resource::<Done>().0, ["upload", "tell"], "a letter told of late is seen late");
        }
    }

    #[test]
    fn of_the_screens_only_what_lies_in_the_part_is_left() {
        let mut screens = vec![card(Color32::RED)];
        clip(&mut screens, URect::new(0, 0, 40, 40), 2.0);
        assert_eq!(screens[0].clip_rect, Rect::from_min_max(pos2(5.0, 5.0), pos2(20.0, 20.0)));
        clip(&mut screens, URect::new(200, 200, 240, 240), 2.0);
        assert!(screens.is_empty());
        let mut screens = vec![card(Color32::RED)];
        clip(&mut screens, URect::EMPTY, 2.0);
        assert!(screens.is_empty());
    }

    #[test]
    fn a_further_window_is_drawn_when_it_arrives_when_its_page_changes_and_no_more() {
        let mut app = App::new();
        app.init_resource::<Waker>().init_resource::<RoomMoment>().init_resource::<LastUsed>();
        app.add_systems(Update, rest_further_windows);
        let window = app.world_mut().spawn(Window::default()).id();
        let target = RenderTarget::Window(WindowRef::Entity(window));
        let camera = app.world_mut().spawn((Camera2d, target, EguiRenderOutput::default(), Shown::default())).id();
        let mut draws = |seconds: u64, page: &[ClippedPrimitive], step: u64| {
            let mut waker = app.world_mut().resource_mut::<Waker>();
            (waker.now, waker.step) = (Duration::from_secs(seconds), Duration::from_millis(step));
            app.world_mut().get_mut::<EguiRenderOutput>(camera).expect("ours").paint_jobs = page.to_vec();
            app.update();
            app.world().get::<Camera>(camera).expect("ours").is_active
        };
        let (one, other) = ([card(Color32::RED)], [card(Color32::BLUE)]);
        assert!(draws(0, &one, 30) && draws(0, &one, 30), "it arrives");
        assert!(!draws(2, &one, 30), "nothing has changed");
        assert!(draws(2, &other, 30), "another page");
        assert!(!draws(2, &one, 30), "it rests between two");
        assert!(draws(3, &one, 30) && !draws(4, &one, 30));
        assert!(draws(9, &one, 5_000), "after a long pause");
    }

    #[test]
    fn with_a_software_renderer_a_further_window_rests_longer_while_the_first_is_in_use() {
        let mut app = App::new();
        let mut waker = Waker::default();
        waker.software = true;
        app.insert_resource(waker).init_resource::<RoomMoment>().init_resource::<LastUsed>();
        app.add_systems(Update, rest_further_windows);
        let window = app.world_mut().spawn(Window::default()).id();
        let target = RenderTarget::Window(WindowRef::Entity(window));
        let camera = app.world_mut().spawn((Camera2d, target, EguiRenderOutput::default(), Shown::default())).id();
        let mut draws = |seconds: u64, colour: Color32, used: bool| {
            let now = Duration::from_secs(seconds);
            let mut waker = app.world_mut().resource_mut::<Waker>();
            (waker.now, waker.step) = (now, Duration::from_millis(30));
            app.world_mut().resource_mut::<LastUsed>().0 = used.then_some(now);
            app.world_mut().get_mut::<EguiRenderOutput>(camera).expect("ours").paint_jobs = vec![card(colour)];
            app.update();
            app.world().get::<Camera>(camera).expect("ours").is_active
        };
        assert!(draws(0, Color32::RED, true), "it arrives");
        assert!(draws(6, Color32::BLUE, true) && !draws(8, Color32::RED, true), "somebody points");
        assert!(draws(8, Color32::RED, false), "nobody points any more");
        assert!(!draws(12, Color32::BLUE, true) && draws(13, Color32::BLUE, true));
    }
}
