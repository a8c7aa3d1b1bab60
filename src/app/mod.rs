//! The window: Bevy carries actions from the screens to the session and draws the patient.

mod access;
mod app_data;
mod audible;
mod author_panel;
mod clock;
mod desktop;
mod editor;
mod floor;
mod frames;
mod notice;
mod page_writer;
pub mod picture;
mod play;
mod preflight;
mod presence;
mod program;
mod quiet;
mod redraw;
mod screens;
mod seed;
mod shaders;
mod sound;
mod speech;
mod store;
mod thumbnail;
mod waker;
mod watch;
mod window;
mod work;

use std::path::PathBuf;

use bevy::prelude::*;

pub use preflight::Obstacle;

/// What the window is to show.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders of scenarios beside the built-in ones, or single files; they are watched.
    pub paths: Vec<PathBuf>,
    /// The scenario to begin with; the library where there is none.
    pub scenario: Option<String>,
    /// The seed of the first conversation; from the system where there is none.
    pub seed: Option<u64>,
    /// Whether to begin with what was found in files, where the scenario to begin with has mistakes.
    pub findings: bool,
    /// Whether every scenario has an author's view, and not only those from files.
    pub author: bool,
}

/// The order of work in a frame: what views asked for is done, kept, and shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    /// Does what was asked for.
    Apply,
    /// Keeps what must not be lost.
    Persist,
    /// Brings the stage in line.
    Present,
}

/// Opens the window and returns when it has been closed.
///
/// # Errors
/// An [`Obstacle`] where no window can be opened here; nothing was opened then.
pub fn run(options: Options) -> Result<(), Obstacle> {
    let ground = preflight::check()?;
    let mut app = App::new();
    window::open(&mut app, ground.backends);
    app.configure_sets(Update, (Step::Apply, Step::Persist, Step::Present).chain());
    app.add_plugins((
        quiet::plugin,
        waker::plugin,
        access::plugin,
        desktop::plugin,
        picture::plugin,
        store::plugin,
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
    app.add_plugins((page_writer::plugin, redraw::plugin, sound::plugin, speech::plugin));
    app_data::setup(&mut app, options);
    app.run();
    Ok(())
}
