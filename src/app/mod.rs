//! The window: Bevy carries actions from the screens to the session and draws the patient.

mod access;
mod app_data;
mod audible;
mod audio_focus;
mod author_panel;
mod clock;
mod desktop;
mod editor;
mod flow;
mod frames;
mod kept;
mod notice;
mod options;
mod page_writer;
mod persist;
pub mod picture;
mod play;
mod preflight;
mod presence;
mod program;
mod quiet;
mod redraw;
mod saved;
mod screens;
mod seed;
mod shaders;
mod sound;
mod speech;
mod state_file;
mod store;
mod thumbnail;
mod waker;
mod watch;
mod window;
mod work;

use bevy::prelude::*;

pub use options::Options;
pub use preflight::Obstacle;

/// Opens the window and returns when it has been closed.
///
/// # Errors
/// An [`Obstacle`] where no window can be opened here; nothing was opened then.
pub fn run(options: Options) -> Result<(), Obstacle> {
    let ground = preflight::check()?;
    let mut app = App::new();
    window::open(&mut app, ground.backends, ground.free);
    app.add_plugins((
        flow::plugin,
        quiet::plugin,
        waker::plugin,
        access::plugin,
        desktop::plugin,
        picture::plugin,
        thumbnail::plugin,
        work::plugin,
        notice::plugin,
        clock::plugin,
        watch::plugin,
        author_panel::plugin,
        presence::plugin,
        screens::plugin,
        frames::plugin,
    ));
    app.add_plugins((
        store::plugin,
        persist::plugin,
        page_writer::plugin,
        redraw::plugin,
        sound::plugin,
        speech::plugin,
    ));
    app_data::setup(&mut app, options);
    app.run();
    Ok(())
}
