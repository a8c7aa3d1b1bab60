//! A room without a window.

use std::io::{Read as _, Write as _};

use super::*;
use crate::group::Step as SessionStep;
use crate::group::{Asked, Phase, Spread};
use crate::library::Library;

fn open(address: Option<SocketAddr>, folder: Option<&Path>) -> Result<GroupRoom, String> {
    let scenario = Arc::clone(&Library::open(&[]).entries[0].scenario);
    let how = How { address, folder, second_vote: true, wake: Box::new(|| ()) };
    GroupRoom::open(scenario, "", 7, how)
}

fn voting() -> GroupRoom {
    let mut room = open(None, None).expect("it opens");
    for _ in 0..4 {
        room.steer(Steer::Next);
    }
    assert_eq!(room.look(GroupSession::step), SessionStep::Deciding(Phase::Vote));
    room
}

fn spread(room: &GroupRoom) -> Option<Spread> {
    room.look(|group| Some(group.poll(group.open_poll()?)?.spread()))
}

#[test]
fn hands_count_as_soon_as_every_box_holds_a_number_and_begin_anew_with_each_vote() {
    let mut room = voting();
    room.type_hands(1, "4".to_owned());
    assert_eq!(spread(&room).map(|spread| spread.total()), Some(4), "an empty box is none");
    room.type_hands(0, "x".to_owned());
    assert_eq!(room.notice().as_deref(), Some("Hands are a whole number for each option."));
    assert_eq!(spread(&room).map(|spread| spread.total()), Some(4));
    room.type_hands(0, "2".to_owned());
    assert_eq!((room.notice(), spread(&room).map(|spread| spread.total())), (None, Some(6)));
    room.steer(Steer::Next);
    room.steer(Steer::Next);
    assert!(room.hands().is_empty(), "{:?}", room.hands());
}

#[test]
fn what_is_refused_is_said_and_what_is_typed_is_recorded_before_the_next_step() {
    let mut room = voting();
    room.steer(Steer::OtherBranch);
    assert!(room.notice().is_some_and(|notice| notice.starts_with("Not done: ")));
    room.type_note("Ask Jo".to_owned(), Duration::ZERO);
    assert_eq!(room.look(|group| group.note().as_str().to_owned()), "");
    room.steer(Steer::Next);
    assert_eq!(room.look(|group| group.note().as_str().to_owned()), "Ask Jo");
}

#[test]
fn what_was_said_aloud_is_recorded_before_the_next_step_and_there_again_after_a_step_back() {
    let mut room = voting();
    room.steer(Steer::Stop);
    assert_eq!(room.said(), None);
    room.steer(Steer::Next);
    room.type_said("tense\nsad\n".to_owned(), Duration::ZERO);
    room.steer(Steer::Next);
    let kept = |group: &GroupSession| group.said(Asked::Reactions).lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((room.look(kept), room.said()), (vec!["tense".to_owned(), "sad".to_owned()], None));
    room.steer(Steer::Undo);
    assert_eq!(room.said(), Some("tense\nsad"));
    room.steer(Steer::Next);
    room.steer(Steer::Next);
    assert_eq!(room.said(), Some(""), "commitments are not reactions");
}

#[test]
fn a_port_that_is_taken_is_said_and_leaves_no_file_behind() {
    let folder = std::env::temp_dir().join(format!("bedside-room-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = taken.local_addr().expect("it is ours");
    let problem = open(Some(address), Some(&folder)).err().expect("it is taken");
    assert!(problem.contains("another program has this port"), "{problem}");
    assert_eq!(fs::read_dir(&folder).expect("it was made").count(), 0);
    drop(taken);
    let room = open(Some(address), Some(&folder)).expect("it is free now");
    assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 2, "the recording, and who has joined");
    drop(room);
    let left: Vec<_> = fs::read_dir(&folder).expect("it is there").filter_map(Result::ok).collect();
    assert_eq!(left.len(), 1, "who had joined is forgotten with the room: {left:?}");
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn a_visitor_is_waited_for_and_after_ten_seconds_it_is_said_that_nobody_came() {
    let mut room = open(Some("127.0.0.1:0".parse().expect("an address")), None).expect("it opens");
    assert_eq!(room.connection(), Connection::ThisComputer);
    room.test_connection(Duration::from_secs(5));
    let waits =
        |room: &mut GroupRoom, now| room.entrance.as_mut().expect("there is one").is_waiting(Duration::from_secs(now));
    assert!(waits(&mut room, 14));
    assert_eq!(room.connection(), Connection::Waiting);
    assert!(!waits(&mut room, 15));
    let at = room.join().expect("phones can come in").link.replace("http://", "").replace('/', "");
    let mut visitor = std::net::TcpStream::connect(at).expect("it is open");
    visitor.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("it can be asked");
    assert!(visitor.read(&mut [0; 16]).expect("it answers") > 0);
    assert_eq!(room.connection(), Connection::Reached);
}

#[test]
fn one_decision_after_another_is_another_step_also_where_both_are_only_shown() {
    let mut room = voting();
    room.steer(Steer::Reveal);
    let [first, second] = room.look(|group| {
        let options = group.room_view().decision.expect("a decision is open").options;
        [0, 1].map(|place: usize| options[place].choice.as_str().into())
    });
    room.steer(Steer::Split { first, second });
    let (step, steps) = (room.look(GroupSession::step), room.steps);
    room.steer(Steer::OtherBranch);
    assert_eq!((room.look(GroupSession::step), room.notice()), (step, None));
    assert_eq!(room.steps, steps + 1, "a second press is for what was there before");
}
