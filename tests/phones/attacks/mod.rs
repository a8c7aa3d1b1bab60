//! What hostile phones, pages and programs try. Each is refused, and the room is unharmed.

mod joining;
mod overloading;
mod requests;
mod voting;

use super::Open;
use super::client::raw;

/// Attacks a room whose first vote is open, and sees that nothing has come of it: the session stands where it stood, and
/// somebody who was in it votes as before.
#[track_caller]
fn attacked(attack: impl FnOnce(&Open)) {
    let open = Open::voting();
    let mut witness = open.joined();
    let before = open.desk.look(|group| (group.step(), group.room_view()));
    attack(&open);
    let after = open.desk.look(|group| (group.step(), group.room_view()));
    assert_eq!((after.0, after.1.decision), (before.0, before.1.decision), "the room has moved");
    let (poll, options) = (open.poll(), open.options());
    let answer = witness.post("/vote", &format!("poll={poll}&choice={}", options[0]));
    assert_eq!((answer.status, open.spread()), (303, vec![1, 0, 0]), "{answer:?}");
}

/// The status of an answer; 0 where the connection was closed without one.
fn status(open: &Open, bytes: &str) -> u16 {
    raw(open.address(), bytes.as_bytes()).map_or(0, |answer| answer.status)
}

fn request(open: &Open, first: &str, lines: &str, body: &str) -> String {
    format!("{first} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{lines}\r\n{body}", open.address())
}

fn form(open: &Open, path: &str, lines: &str, body: &str) -> String {
    let about = "Content-Type: application/x-www-form-urlencoded\r\n";
    let lines = format!("{about}Content-Length: {}\r\n{lines}", body.len());
    request(open, &format!("POST {path}"), &lines, body)
}
