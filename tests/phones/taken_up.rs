//! A session that was killed is taken up again where it was, with every vote that had been counted.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::group::recording::{Opening, Recording};
use bedside::group::{Agenda, Steer};
use bedside::phones::{Desk, Kept, serve};
use bedside::session::Chance;

use super::{Open, begun};
use crate::support::{rubric, shipped, text};

/// The file of the phones beside a recording.
fn tokens_of(recording: &Path) -> PathBuf {
    PathBuf::from(format!("{}.phones", recording.display()))
}

/// A folder that is gone after the test.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bedside-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(super) fn recorded(folder: &Folder) -> (Open, PathBuf) {
    let scenario = shipped().into_iter().find(|scenario| scenario.id == "two-hours-in").expect("it ships");
    let path = folder.0.join("monday.group");
    let opening = Opening::new(&scenario, &text("scenarios/two-hours-in.ron"), Chance::from_seed(7), Agenda::HOUR);
    let desk = Desk::recorded(begun(&Arc::clone(&scenario)), &opening, &path).expect("the file is new");
    let door = serve(&desk, SocketAddr::from(([127, 0, 0, 1], 0))).expect("loopback has a free port");
    (Open { desk, door }, path)
}

#[test]
fn a_killed_session_is_at_the_same_step_with_every_vote_and_knows_its_phones() {
    let folder = Folder::new("killed");
    let (open, path) = recorded(&folder);
    for _ in 0..4 {
        open.steer(Steer::Next);
    }
    let _first = open.joined();
    let (mut phone, poll, options) = (open.joined(), open.poll(), open.options());
    for choice in &options {
        assert_eq!(phone.post("/vote", &format!("poll={poll}&choice={choice}")).status, 303);
    }
    let before = open.desk.look(|group| format!("{:?}", group.room_view()));
    // Killed: what lies in the files is all that is left, and the last line was being written.
    let mut files = fs::read(&path).expect("it is recorded");
    files.extend_from_slice(b"{\"at\":99,\"steer\":{\"ta");
    fs::write(&path, &files).expect("it can be written");
    // The line of the first phone was not written any more: the other is still known by its own number.
    let tokens = fs::read_to_string(tokens_of(&path)).expect("they are kept beside it");
    let second = tokens.lines().nth(1).expect("there are two");
    fs::write(tokens_of(&path), format!("{second}\n")).expect("it can be written");
    let recording = Recording::read(&String::from_utf8(files).expect("it is text")).expect("it is a recording");
    let desk = Desk::taken_up(&recording, &path, rubric(), bedside::rules::rules()).expect("it can be taken up");
    assert_eq!(desk.look(|group| format!("{:?}", group.room_view())), before);
    let door = serve(&desk, SocketAddr::from(([127, 0, 0, 1], 0))).expect("it opens again");
    let open = Open { desk, door };
    let mut back = super::client::Phone::new(open.address());
    back.cookie.clone_from(&phone.cookie);
    assert!(back.get("/room").body.contains("Your vote: "));
    assert_eq!(back.post("/vote", &format!("poll={poll}&choice={}", options[0])).status, 303);
    assert_eq!(open.spread().iter().sum::<u32>(), 1);
    let whole = Recording::read(&fs::read_to_string(&path).expect("it is there")).expect("it is a recording");
    assert_eq!(whole.breaks_off, None);
    assert!(whole.replay(rubric(), bedside::rules::rules(), |_, _| {}).is_ok());
}

#[test]
fn a_recording_is_never_written_over_and_nobody_else_may_read_it() {
    let folder = Folder::new("private");
    let (open, path) = recorded(&folder);
    let scenario = open.desk.look(|group| Arc::clone(group.conversation().scenario()));
    let opening = Opening::new(&scenario, "", Chance::from_seed(1), Agenda::HOUR);
    assert!(Desk::recorded(begun(&scenario), &opening, &path).is_err());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!([mode(&path), mode(&tokens_of(&path))], [0o600, 0o600]);
    }
    let Open { desk, door } = open;
    drop(door);
    desk.close();
    assert!(path.exists() && !tokens_of(&path).exists());
}

#[test]
fn a_disk_that_is_full_costs_the_recording_and_not_the_session() {
    let full = PathBuf::from("/dev/full");
    if !full.exists() {
        return;
    }
    let folder = Folder::new("full");
    let (open, path) = recorded(&folder);
    drop(open);
    let recording = Recording::read(&fs::read_to_string(&path).expect("it is recorded")).expect("it is a recording");
    let _ = fs::remove_file(&path);
    std::os::unix::fs::symlink(&full, &path).expect("a link can be made");
    let desk = Desk::taken_up(&recording, &path, rubric(), bedside::rules::rules()).expect("the device opens");
    desk.steer(Steer::Next).expect("the session goes on");
    assert!(matches!(desk.kept(), Kept::NotAnyMore(_)), "{:?}", desk.kept());
}
