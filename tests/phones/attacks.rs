//! What hostile phones, pages and programs try. Each is refused, and the room is unharmed.

#![allow(clippy::disallowed_methods, reason = "how long the room listens is a matter of time")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use bedside::group::{GroupSession, Steer};

use super::Open;
use super::client::{Phone, connect, raw};

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

#[test]
fn codes_cannot_be_guessed_one_after_the_other() {
    attacked(|open| {
        let mut phone = Phone::new(open.address());
        let tries: Vec<u16> = (0..40).map(|n| phone.post("/join", &format!("code=AAAA{n:02}")).status).collect();
        assert_eq!(tries[..10], [403; 10]);
        assert_eq!(tries[10..], [429; 30]);
        assert_eq!(phone.post("/join", &format!("code={}", open.door.code)).status, 429, "not even the right one");
        assert_eq!(open.desk.look(GroupSession::joined), 1);
    });
}

#[test]
fn empty_long_and_odd_codes_are_no_codes() {
    attacked(|open| {
        let long = "A".repeat(4_000);
        for code in ["", "%00%00%00%00%00%00", "'+OR+1=1", &long] {
            assert_eq!(Phone::new(open.address()).post("/join", &format!("code={code}")).status, 403, "{code}");
        }
    });
}

#[test]
fn forged_tokens_belong_to_nobody() {
    attacked(|open| {
        for token in ["0".repeat(32), "f".repeat(32), String::new(), "0".repeat(31), "g".repeat(32), "-1".to_owned()] {
            let mut phone = Phone::new(open.address());
            phone.cookie = Some(format!("bedside-room={token}"));
            assert_eq!(phone.get("/room").status, 303);
            assert_eq!(phone.get("/events").status, 401);
            assert_eq!(phone.post("/vote", "poll=0&choice=kind").status, 401);
        }
    });
}

#[test]
fn a_token_of_another_room_is_not_known_here() {
    let other = Open::voting();
    let stranger = other.joined();
    attacked(|open| {
        let mut phone = Phone::new(open.address());
        phone.cookie.clone_from(&stranger.cookie);
        assert_eq!(phone.post("/vote", "poll=0&choice=kind").status, 401);
    });
}

#[test]
fn votes_out_of_turn_are_not_counted() {
    attacked(|open| {
        let mut phone = open.joined();
        for poll in ["1", "7", "4294967295", "4294967296", "-1", "x", ""] {
            let answer = phone.post("/vote", &format!("poll={poll}&choice=kind"));
            assert!([400, 409].contains(&answer.status), "{poll}: {answer:?}");
        }
    });
}

#[test]
fn votes_for_what_is_not_on_offer_are_not_counted() {
    attacked(|open| {
        let mut phone = open.joined();
        for choice in ["slow", "KIND", "kind%20", "", "%2e%2e%2fkind", "kind%00"] {
            assert_eq!(phone.post("/vote", &format!("poll=0&choice={choice}")).status, 409, "{choice}");
        }
    });
}

#[test]
fn a_vote_after_the_close_is_not_counted() {
    let open = Open::voting();
    let mut phone = open.joined();
    let options = open.options();
    phone.post("/vote", &format!("poll=0&choice={}", options[0]));
    open.steer(Steer::Next);
    assert_eq!(phone.post("/vote", &format!("poll=0&choice={}", options[1])).status, 409);
    assert_eq!(open.spread(), [1, 0, 0]);
}

#[test]
fn a_replayed_vote_is_the_same_vote() {
    let open = Open::voting();
    let mut phone = open.joined();
    let options = open.options();
    for _ in 0..20 {
        phone.post("/vote", &format!("poll=0&choice={}", options[1]));
    }
    assert_eq!(open.spread(), [0, 1, 0]);
}

#[test]
fn one_phone_that_sends_without_end_is_held_up_and_no_other() {
    attacked(|open| {
        let (mut fast, mut calm) = (open.joined(), open.joined());
        let statuses: Vec<u16> = (0..80).map(|_| fast.post("/words", "decision=0&words=a").status).collect();
        assert!(statuses.contains(&429), "{statuses:?}");
        assert_eq!(calm.post("/words", "decision=0&words=a").status, 303);
    });
}

#[test]
fn a_phone_joins_once() {
    attacked(|open| {
        let mut phone = open.joined();
        let before = open.desk.look(GroupSession::joined);
        for _ in 0..20 {
            phone.post("/join", &format!("code={}", open.door.code));
        }
        assert_eq!(open.desk.look(GroupSession::joined), before);
    });
}

#[test]
fn who_has_the_code_cannot_fill_the_room_at_once() {
    attacked(|open| {
        let code = open.door.code;
        let statuses: Vec<u16> =
            (0..260).map(|_| Phone::new(open.address()).post("/join", &format!("code={code}")).status).collect();
        assert!(statuses.contains(&429), "{:?}", &statuses[200..]);
    });
}

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

#[test]
fn script_in_own_words_is_text() {
    let open = Open::room();
    for _ in 0..3 {
        open.steer(Steer::Next);
    }
    let mut phone = open.joined();
    let script = "%3Cscript%3Ealert(1)%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E";
    phone.post("/words", &format!("decision=0&words={script}"));
    let page = phone.get("/room");
    assert!(!page.body.contains("<script>alert") && !page.body.contains("<img"), "{}", page.body);
    let policy = page.header("content-security-policy").expect("there is a policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn a_code_in_the_address_is_text() {
    attacked(|open| {
        let page = Phone::new(open.address()).get("/?code=%22%3E%3Cscript%3E").body;
        assert!(!page.contains("\"><scr") && page.contains("&quot;&gt;&lt;scr"), "{page}");
    });
}

#[test]
fn nobody_steers_over_the_network() {
    attacked(|open| {
        let mut phone = open.joined();
        for path in [
            "/steer",
            "/next",
            "/reveal",
            "/facilitator",
            "/admin",
            "/take",
            "/close",
            "/undo",
            "/hands",
            "/part",
            "/show",
        ] {
            assert_eq!(phone.post(path, "steer=next").status, 404, "{path}");
            assert_eq!(phone.get(path).status, 404, "{path}");
        }
        phone.post("/vote", "steer=next&poll=0&choice=slow");
        phone.post_with("/vote", "{\"steer\":\"next\"}", "X-HTTP-Method-Override: PUT\r\n");
    });
}

#[test]
fn only_reading_and_sending_is_let_through() {
    attacked(|open| {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "LOCK"] {
            assert_eq!(status(open, &request(open, &format!("{method} /vote"), "", "")), 405, "{method}");
        }
        assert!(
            [0, 400, 405, 421]
                .contains(&status(open, "CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
        );
    });
}

#[test]
fn requests_within_requests_are_not_carried_out() {
    attacked(|open| {
        let inner = form(open, "/join", "", &format!("code={}", open.door.code));
        let both = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";
        let smuggled = request(open, "POST /vote", both, &format!("0\r\n\r\n{inner}"));
        let before = open.desk.look(GroupSession::joined);
        status(open, &smuggled.replace("Connection: close\r\n", ""));
        let twice = "Content-Length: 4\r\nContent-Length: 400\r\n";
        assert!([0, 400].contains(&status(open, &request(open, "POST /vote", twice, "abcd"))));
        let odd = "Transfer-Encoding: xchunked\r\n";
        assert!(status(open, &request(open, "POST /vote", odd, "abcd")) != 200);
        assert!(open.desk.look(GroupSession::joined) <= before);
    });
}

#[test]
fn a_header_cannot_be_planted_by_what_is_sent() {
    attacked(|open| {
        let answer = Phone::new(open.address()).get("/?code=a%0d%0aSet-Cookie:%20bedside-room=1");
        assert_eq!(answer.header("set-cookie"), None);
        let planted = open.joined().post("/words", "decision=0&words=a%0d%0aSet-Cookie:%20x=1");
        assert_eq!(planted.header("set-cookie"), None);
    });
}

#[test]
fn nothing_but_the_page_is_served() {
    attacked(|open| {
        for path in [
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/page.css/../../Cargo.toml",
            "//etc/passwd",
            "/page.css%00.html",
            "/.git/config",
            "/C:%5CWindows",
            "/page.rs",
        ] {
            let answer = Phone::new(open.address()).get(path);
            assert!([400, 404].contains(&answer.status), "{path}: {answer:?}");
            assert!(!answer.body.contains("root:") && !answer.body.contains("[package]"));
        }
    });
}

#[test]
fn another_page_cannot_send_into_the_room() {
    attacked(|open| {
        let mut phone = open.joined();
        let vote = format!("poll=0&choice={}", open.options()[0]);
        for line in [
            "Origin: http://evil.example\r\n",
            "Origin: null\r\n",
            "Origin: http://127.0.0.1:1\r\n",
            &format!("Origin: https://{}\r\n", open.address()),
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\n",
        ] {
            assert_eq!(phone.post_with("/vote", &vote, line).status, 403, "{line}");
        }
    });
    let open = Open::voting();
    let origin = format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", open.address());
    let vote = format!("poll=0&choice={}", open.options()[0]);
    assert_eq!(open.joined().post_with("/vote", &vote, &origin).status, 303, "its own page can");
}

#[test]
fn a_name_that_was_made_to_lead_here_is_not_answered() {
    attacked(|open| {
        let port = open.address().port();
        for host in
            ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", "127.0.0.1.evil.example", "0.0.0.0", ""]
        {
            assert_eq!(
                status(open, &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")),
                421,
                "{host}"
            );
        }
        assert_eq!(status(open, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 421);
        let two =
            format!("GET / HTTP/1.1\r\nHost: {0}\r\nHost: evil.example\r\nConnection: close\r\n\r\n", open.address());
        assert_eq!(status(open, &two), 421);
    });
}

#[test]
fn the_cookie_is_for_this_page_alone() {
    let open = Open::voting();
    let answer = Phone::new(open.address()).post("/join", &format!("code={}", open.door.code));
    let cookie = answer.header("set-cookie").expect("a phone that joins gets its token");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    for header in ["x-frame-options", "x-content-type-options", "referrer-policy", "cross-origin-resource-policy"] {
        assert!(answer.header(header).is_some(), "{header}");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[test]
fn what_is_no_form_is_not_understood() {
    attacked(|open| {
        let mut phone = open.joined();
        for body in ["", "&&&&", "poll=0", "choice=kind", "poll=0&poll=0&choice=kind", "%ff%fe", "poll[]=0&choice[a]=b"]
        {
            assert_eq!(phone.post("/vote", body).status, 400, "{body}");
        }
        let cookie = phone.cookie.clone().unwrap_or_default();
        let json = "{\"poll\":0,\"choice\":\"kind\"}";
        let lines = format!("Cookie: {cookie}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n", json.len());
        assert_eq!(status(open, &request(open, "POST /vote", &lines, json)), 400);
    });
}

#[test]
fn what_is_not_http_is_hung_up_on() {
    attacked(|open| {
        for bytes in [
            &b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..],
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            b"\0\0\0\0\0\0\0\0\r\n\r\n",
            b"GET / HTTP/9.9\r\n\r\n",
            b"SSH-2.0-OpenSSH_9.2\r\n",
        ] {
            let mut stream = connect(open.address());
            stream.write_all(bytes).expect("the door is open");
            stream.shutdown(Shutdown::Write).expect("nothing more is said");
            let mut rest = String::new();
            let _ = stream.read_to_string(&mut rest);
            assert!(rest.is_empty() || rest.starts_with("HTTP/1.1 4"), "{rest}");
        }
    });
}

#[test]
fn cookies_without_end_are_refused_or_passed_over() {
    attacked(|open| {
        let many = (0..300).map(|n| format!("c{n}=a")).collect::<Vec<_>>().join("; ");
        let line = format!("Cookie: {many}; bedside-room=00\r\n");
        assert!([303, 431].contains(&status(open, &request(open, "GET /room", &line, ""))));
    });
}

#[test]
fn an_upgrade_leads_nowhere() {
    attacked(|open| {
        let lines =
            "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
        let text = request(open, "GET /events", lines, "").replace("Connection: close", "Connection: Upgrade, close");
        assert_eq!(status(open, &text), 401);
    });
}
