//! What is tried with texts, and with requests that are none.

use std::io::{Read, Write};
use std::net::Shutdown;

use bedside::group::{GroupSession, Steer};

use super::{attacked, form, request, status};
use crate::phones::Open;
use crate::phones::client::{Phone, connect};

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
