//! Where tests of the window save, and who is read.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use super::*;
use crate::app::kept_attempts::tests::attempt_at;
use crate::app::saved_state::SavedState;
use crate::records::database::{Database, Profile};
use crate::records::{PersonId, Timestamp, WhoPlays};

/// An empty folder.
fn fresh(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("bedside-window-store-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Somebody who plays, in this folder.
pub(in crate::app) fn location(folder: Option<&Path>) -> SaveLocation {
    let profile = Profile { id: PersonId::of([3; 16]), name: String::new(), made: Timestamp::UNIX_EPOCH };
    SaveLocation(store::SaveLocation { folder: folder.map(Path::to_owned), profile, guest: false, undecided: None })
}

/// A store of this place that wakes nobody.
pub(in crate::app) fn asleep(location: SaveLocation) -> Store {
    Store(store::Store::start(location.0, || ()))
}

/// A store that keeps nothing.
pub(in crate::app) fn nowhere() -> Store {
    asleep(location(None))
}

#[test]
fn where_several_play_each_is_read_alone_and_nobody_before_it_is_said_who() {
    let folder = fresh("several");
    let read = |who: &WhoPlays| SavedState::read(&folder, who);
    let first = read(&WhoPlays::Owner).location.0.profile;
    let id = |who: &WhoPlays| read(who).location.profile.id;
    assert_eq!(id(&WhoPlays::Owner), first.id, "alone, one is not asked");
    assert!(read(&WhoPlays::Asked).asks_who);
    let store = asleep(read(&WhoPlays::Owner).location);
    let kept = attempt_at("a").kept(first.id, None, Timestamp::UNIX_EPOCH, true);
    store.keep_attempt(kept.expect("plain data"));
    drop(store);
    let ana = read(&WhoPlays::New(" Ana ".to_owned())).location.0.profile;
    assert_eq!((ana.name.as_str(), ana.id == first.id), ("Ana", false));
    let asked = read(&WhoPlays::Owner);
    assert!(asked.asks_who && asked.location.kept_in().is_none() && asked.attempts.iter().next().is_none());
    assert!(asked.player.is_none() && asked.played.is_empty());
    assert_eq!(read(&WhoPlays::Known(first.clone())).attempts.iter().count(), 1);
    assert_eq!(read(&WhoPlays::Known(ana.clone())).attempts.iter().count(), 0);
    assert_eq!(id(&WhoPlays::Named("ana".to_owned())), ana.id);
    assert_eq!(read(&WhoPlays::Named("Kim".to_owned())).location.profile.name, "Kim");
    let guest = read(&WhoPlays::Guest);
    assert!(guest.location.kept_in().is_none() && !guest.asks_who);
    assert_eq!(Database::profiles_in(&folder).expect("read").len(), 3, "a guest is none of them");
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn whoever_was_deleted_meanwhile_is_said_to_be_and_it_is_asked_who_plays() {
    let folder = fresh("deleted");
    let ana = SavedState::read(&folder, &WhoPlays::New("Ana".to_owned())).location.0.profile;
    let database = Database::open(&folder).expect("it is there").database;
    database.delete_profile(ana.id).expect("deleted");
    let state = SavedState::read(&folder, &WhoPlays::Known(ana));
    assert!(state.asks_who && state.location.kept_in().is_none() && state.player.is_none());
    assert_eq!(state.problems, ["The profile of Ana has been deleted in another window. Say who is practising."]);
    assert_eq!(database.profiles().expect("read"), [], "it is not made again");
    drop(database);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn what_cannot_be_read_at_the_start_is_left_to_the_store_to_find_out() {
    let folder = fresh("unreadable");
    fs::create_dir_all(folder.join("records.sqlite")).expect("a folder in the way");
    for who in [WhoPlays::Owner, WhoPlays::Named("Ana".to_owned())] {
        let state = SavedState::read(&folder, &who);
        assert!(state.problems.len() == 1 && !state.asks_who, "{:?}", state.problems);
        assert_eq!(state.location.0.undecided, Some(who));
    }
    fs::remove_dir_all(&folder).expect("ours");
    let read = SavedState::read(&folder, &WhoPlays::Owner);
    assert_eq!(read.location.0.undecided, None);
    fs::remove_dir_all(folder).expect("ours");
}
