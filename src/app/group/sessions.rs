//! The recordings of group sessions in the user's data folder, and those among them that were cut off.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bevy::prelude::*;

use crate::app::app_data::AppData;
use crate::app::notice::Notices;
use crate::app::store::SaveLocation;
use crate::group::Step;
use crate::group::recording::{MOST_BYTES, Recording};
use crate::private_files::make_folder;
use crate::records::RECORDINGS;
use crate::rubric::Rubric;
use crate::rules::rules;

/// The most recordings of one scenario.
const MOST: usize = 10_000;
/// The most sessions that were cut off which are offered.
const MOST_OFFERED: usize = 3;
/// After this long nobody takes a session up again.
const STALE: Duration = Duration::from_hours(24);

/// A session that was cut off.
#[derive(Clone, Debug)]
pub(in crate::app) struct Unfinished {
    pub(in crate::app) path: PathBuf,
    pub(in crate::app) recording: Recording,
    /// Where it stood, and when it was played last, in words.
    pub(in crate::app) told: String,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, say_what_was_cut_off);
}

/// The folder of the recordings; none while a guest plays, of whom nothing is kept.
pub(in crate::app) fn folder(location: &SaveLocation) -> Option<PathBuf> {
    location.kept_in().map(|folder| folder.join(RECORDINGS))
}

/// The name of a new recording of a scenario, in a folder that is made for it.
///
/// # Errors
/// Where the folder cannot be made, or there are too many.
pub(super) fn new_path(folder: &Path, id: &str) -> io::Result<PathBuf> {
    make_folder(folder)?;
    let free = (1..=MOST).map(|number| folder.join(format!("{id}-{number}.group"))).find(|path| !path.exists());
    free.ok_or_else(|| io::Error::new(io::ErrorKind::AlreadyExists, "there are too many recordings of this scenario"))
}

/// The sessions at a scenario that were cut off lately, the latest first.
pub(in crate::app) fn unfinished(folder: &Path, id: &str, rubric: &Arc<Rubric>) -> Vec<Unfinished> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut recent: Vec<(SystemTime, PathBuf)> = files
        .filter_map(Result::ok)
        .filter(|file| of_scenario(&file.path(), id))
        .filter_map(|file| {
            let about = file.metadata().ok().filter(|about| about.is_file() && about.len() <= MOST_BYTES)?;
            Some((about.modified().ok()?, file.path()))
        })
        .filter(|(modified, _)| ago(*modified) < STALE)
        .collect();
    recent.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    let cut_off = recent.into_iter().filter_map(|(modified, path)| {
        let recording = Recording::read(&fs::read_to_string(&path).ok()?).ok()?;
        let group = recording.replay(rubric, rules(), |_, _| {}).ok()?;
        let worth_it = !matches!(group.step(), Step::Lobby | Step::Ended);
        let told = format!("{}, {}", crate::sentence::capitalised(group.step().label()), how_long_ago(ago(modified)));
        worth_it.then_some(Unfinished { path, recording, told })
    });
    cut_off.take(MOST_OFFERED).collect()
}

fn of_scenario(path: &Path, id: &str) -> bool {
    let number = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".group"));
    let number = number.and_then(|name| name.strip_prefix(id)).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// How long ago a moment was; nothing for one that is still to come.
#[allow(clippy::disallowed_methods, reason = "files have times of the system's clock")]
fn ago(then: SystemTime) -> Duration {
    SystemTime::now().duration_since(then).unwrap_or_default()
}

fn how_long_ago(ago: Duration) -> String {
    match ago.as_secs() / 60 {
        0 => "less than a minute ago".to_owned(),
        1 => "a minute ago".to_owned(),
        minutes @ 2..120 => format!("{minutes} minutes ago"),
        minutes => format!("{} hours ago", minutes / 60),
    }
}

/// Says on the first screen which sessions were cut off, so that somebody who has to go on finds the way.
fn say_what_was_cut_off(data: Res<AppData>, location: Res<SaveLocation>, mut notices: ResMut<Notices>) {
    let Some(folder) = folder(&location).filter(|folder| folder.is_dir()) else { return };
    for scenario in &data.scenarios {
        if unfinished(&folder, &scenario.id, &scenario.rubric).is_empty() {
            continue;
        }
        notices.push(format!(
            "A group session of \u{201c}{}\u{201d} was cut off. Open the scenario, then \u{201c}Play it with a group\u{201d}, to take it up again.",
            scenario.title
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::recording::{Opening, Recorded, line};
    use crate::group::{Agenda, Input, Steer};
    use crate::library::{Library, Origin, text_of};
    use crate::session::Chance;

    #[test]
    fn a_recording_is_of_the_scenario_that_its_name_begins_with_and_no_other() {
        let of = |name: &str| of_scenario(Path::new(name), "tea");
        assert!(of("/sessions/tea-1.group") && of("tea-20.group"));
        for other in ["tea-.group", "tea-1.group.phones", "tea-two-1.group", "coffee-1.group", "tea-1"] {
            assert!(!of(other), "{other}");
        }
    }

    #[test]
    fn how_long_ago_is_said_in_whole_minutes_or_hours() {
        let told = |seconds| how_long_ago(Duration::from_secs(seconds));
        assert_eq!(told(59), "less than a minute ago");
        assert_eq!(told(60), "a minute ago");
        assert_eq!(told(3_600), "60 minutes ago");
        assert_eq!(told(7_300), "2 hours ago");
    }

    #[test]
    fn of_the_recordings_those_are_offered_that_were_cut_off_in_the_middle() {
        let folder = std::env::temp_dir().join(format!("bedside-sessions-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let library = Library::open(&[]);
        let scenario = &library.entries[0].scenario;
        let text = text_of(scenario, &Origin::BuiltIn).expect("it is built in");
        let write = |steps: &[Steer]| {
            let opening = Opening::new(scenario, &text, Chance::from_seed(1), Agenda::HOUR);
            let inputs = steps.iter().map(|steer| Recorded { at: 1, input: Input::Steer(steer.clone()) });
            let lines = inputs.map(|input| line(&input).expect("plain data")).collect::<String>();
            let path = new_path(&folder, &scenario.id).expect("there is room");
            fs::write(path, line(&opening).expect("plain data") + &lines).expect("it can be written");
        };
        let on = |count: usize| vec![Steer::Next; count];
        write(&on(0));
        write(&[on(2), vec![Steer::Stop], on(4)].concat());
        write(&on(4));
        fs::write(new_path(&folder, &scenario.id).expect("there is room"), "nothing").expect("it can be written");
        let found = unfinished(&folder, &scenario.id, &scenario.rubric);
        assert_eq!(found.len(), 1, "not the lobby, not the end, not what is none: {found:?}");
        assert_eq!(found[0].told, "The vote is open, less than a minute ago");
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
