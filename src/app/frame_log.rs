//! When frames were drawn, for whoever measures the window (`scripts/measure`).

use std::fs::File;
use std::io::Write;
use std::time::Instant;

use bevy::prelude::*;

/// The variable that names the file in which each frame's time is written.
const FILE: &str = "BEDSIDE_FRAMES";

/// The file, and since when time is counted.
#[derive(Resource)]
struct FrameLog {
    file: File,
    since: Instant,
}

/// Writes the time of every frame, in milliseconds, a line each; only where the variable asks for it.
#[allow(clippy::disallowed_methods, reason = "when frames are drawn is what is measured")]
pub(super) fn plugin(app: &mut App) {
    let Some(path) = std::env::var_os(FILE) else { return };
    match File::create(&path) {
        Ok(file) => {
            app.insert_resource(FrameLog { file, since: Instant::now() });
            app.add_systems(Last, record_frame.run_if(resource_exists::<FrameLog>));
        }
        Err(error) => warn!("frames are not noted in {}: {error}", path.display()),
    }
}

fn record_frame(mut commands: Commands, mut log: ResMut<FrameLog>) {
    let now = log.since.elapsed().as_millis();
    if let Err(error) = writeln!(log.file, "{now}") {
        warn!("frames are not noted any more: {error}");
        commands.remove_resource::<FrameLog>();
    }
}
