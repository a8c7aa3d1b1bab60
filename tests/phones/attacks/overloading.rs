//! What is tried to keep the room busy, or to fill it.

#![allow(clippy::disallowed_methods, reason = "how long the room listens is a matter of time")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use bedside::group::Steer;

use super::{attacked, form, request, status};
use crate::phones::client::{connect, raw};

#[test]
fn huge_bodies_are_not_read() {
    attacked(|open| {
        let cookie = format!("Cookie: {}\r\n", open.joined().cookie.unwrap_or_default());
        let body = format!("poll=0&choice={}", "k".repeat(4 << 20));
        for lines in ["", &cookie] {
            assert!([0, 401, 413].contains(&status(open, &form(open, "/vote", lines, &body))));
        }
        let promised = request(open, "POST /words", "Content-Length: 9999999999999\r\n", "words=");
        assert!([0, 400, 401, 413].contains(&status(open, &promised)));
    });
}

#[test]
fn endless_bodies_are_not_read() {
    attacked(|open| {
        let head = request(
            open,
            "POST /join",
            "Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            "",
        );
        let mut stream = connect(open.address());
        stream.write_all(head.as_bytes()).expect("the head is read");
        let chunk = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
        let refused = (0..100_000).any(|_| stream.write_all(chunk.as_bytes()).is_err());
        assert!(refused, "400 MB were taken");
    });
}

#[test]
fn a_body_that_does_not_come_is_not_waited_for() {
    attacked(|open| {
        let mut phone = open.joined();
        let cookie = phone.cookie.take().unwrap_or_default();
        let lines =
            format!("Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n");
        let begun = Instant::now();
        let answer = raw(open.address(), request(open, "POST /vote", &lines, "poll=0").as_bytes());
        assert!(answer.is_none_or(|answer| answer.status >= 400));
        assert!(begun.elapsed() < Duration::from_secs(19), "it is closed before the phone gives up");
    });
}

#[test]
fn a_head_that_comes_letter_by_letter_is_not_waited_for() {
    attacked(|open| {
        let mut stream = connect(open.address());
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            if stream.write_all(b"G").is_err() || is_closed(&mut stream) {
                return;
            }
        }
        panic!("after 30 seconds the room still listens");
    });
}

/// Whether the other side has closed, as far as half a second tells.
fn is_closed(stream: &mut TcpStream) -> bool {
    stream.set_read_timeout(Some(Duration::from_millis(500))).expect("a deadline can be set");
    let mut buffer = [0; 512];
    matches!(stream.read(&mut buffer), Ok(0)) || matches!(stream.read(&mut buffer), Ok(0))
}

#[test]
fn heads_without_end_are_refused() {
    attacked(|open| {
        let long = format!("X: {}\r\n", "a".repeat(64 * 1024));
        assert!([0, 400, 431].contains(&status(open, &request(open, "GET /", &long, ""))));
        let many = (0..500).map(|n| format!("X-{n}: a")).collect::<Vec<_>>().join("\r\n") + "\r\n";
        assert!([0, 400, 431].contains(&status(open, &request(open, "GET /", &many, ""))));
        let path = format!("GET /?code={}", "a".repeat(100_000));
        assert!([0, 400, 414, 431].contains(&status(open, &request(open, &path, "", ""))));
    });
}

#[test]
fn hundreds_of_connections_leave_room_for_others() {
    attacked(|open| {
        let streams: Vec<TcpStream> = (0..450).filter_map(|_| TcpStream::connect(open.address()).ok()).collect();
        assert!(streams.len() > 256);
        // They stay, and those that have been inside longest make room.
        let mut phone = open.joined();
        assert_eq!(phone.get("/room").status, 200);
        drop(streams);
    });
}

#[test]
fn streams_that_nobody_reads_hold_nobody_up() {
    attacked(|open| {
        let deaf: Vec<_> = (0..40).map(|_| open.joined().listen()).collect();
        let mut reader = open.joined().listen();
        for number in 0..300 {
            open.steer(Steer::Note { words: format!("note {number}").as_str().into() });
        }
        reader.until("vote-0-0");
        assert_eq!(deaf.len(), 40);
    });
}
