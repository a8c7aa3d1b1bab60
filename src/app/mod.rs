//! The window: a Bevy app that shows the screens, passes actions to the session and draws the patient.

mod app_data;
mod audio_feature;
mod author_panel;
mod background;
mod checkup;
mod choice_timer;
mod desktop;
mod editor;
mod first_moment;
mod flow;
mod former_files;
mod frame_log;
#[cfg(feature = "group")]
mod group;
mod idle;
mod kept_attempts;
mod marks;
mod notice;
mod options;
mod page_writer;
mod persist;
pub mod picture;
mod picture_sync;
mod play;
mod preflight;
mod profiles;
mod program;
mod redraw;
mod saved_state;
mod screen_reader;
mod screens;
mod seed;
mod sending;
mod shaders;
mod sound;
mod speech;
mod speech_activity;
mod store;
mod this_computer;
mod thumbnail;
mod waker;
mod watch;
mod window;
mod workstation;

use bevy::prelude::*;

pub use checkup::Checkup;
pub use options::Options;
pub use preflight::{Obstacle, Renderer};

/// Opens the window, and returns when it is closed.
///
/// # Errors
/// An [`Obstacle`] if no window can be opened here.
pub fn run(options: Options) -> Result<(), Obstacle> {
    let environment = preflight::check()?;
    let mut app = App::new();
    window::open(&mut app, environment.backends, environment.work_area);
    app.add_plugins((
        flow::plugin,
        idle::plugin,
        waker::plugin,
        screen_reader::plugin,
        desktop::plugin,
        picture::plugin,
        thumbnail::plugin,
        background::plugin,
        notice::plugin,
        choice_timer::plugin,
        first_moment::plugin,
        watch::plugin,
        author_panel::plugin,
        picture_sync::plugin,
        screens::plugin,
    ));
    app.add_plugins((
        frame_log::plugin,
        workstation::plugin,
        store::plugin,
        sending::plugin,
        profiles::plugin,
        persist::plugin,
        page_writer::plugin,
        marks::plugin,
        redraw::plugin,
        sound::plugin,
        speech::plugin,
    ));
    #[cfg(feature = "group")]
    app.add_plugins(group::plugin);
    app_data::setup(&mut app, options);
    app.run();
    Ok(())
}
