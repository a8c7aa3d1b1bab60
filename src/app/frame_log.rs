//! Logs when frames were drawn, for `scripts/measure`.

use std::fs::File;
use std::io::Write;
use std::time::Instant;

use bevy::prelude::*;

/// The environment variable with the path of the log.
const FILE: &str = "BEDSIDE_FRAMES";

/// The log, and the moment from which its times count.
#[derive(Resource)]
struct FrameLog {
    file: File,
    since: Instant,
}

/// Writes the time of every frame in milliseconds, one per line, if the variable is set.
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
