//! A room whose phones speak TLS. `certificates/README.md` says how the certificates were made.

#![allow(clippy::disallowed_methods, reason = "how long the room waits is a matter of time")]

use std::fs;
use std::io::{Read, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bedside::group::Steer;
use bedside::phones::{Certificate, CertificateError, Desk, serve_tls};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, UnixTime};
use tokio_rustls::rustls::time_provider::TimeProvider;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto, version};

use super::client::{Line, Phone, connect, raw};
use super::{Open, begun};
use crate::group::kettle;
use crate::support;

const NAME: &str = "bedside.hospital.example";

fn file(name: &str) -> PathBuf {
    support::root().join("tests/phones/certificates").join(name)
}

fn certificate(name: &str) -> Certificate {
    Certificate::read(&file(&format!("{name}.pem")), &file(&format!("{name}.key.pem"))).expect("they fit")
}

fn loopback() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// A room whose first vote is open, and what is sent to it encrypted.
fn encrypted() -> Open {
    let desk = Desk::unrecorded(begun(&kettle()));
    let door = serve_tls(&desk, loopback(), certificate("named")).expect("loopback has a free port");
    let open = Open { desk, door };
    for _ in 0..4 {
        open.steer(Steer::Next);
    }
    open
}

/// The certificates are good in this moment, whatever the machine's clock says.
#[derive(Debug)]
struct January2027;

impl TimeProvider for January2027 {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::since_unix_epoch(Duration::from_hours(500_000)))
    }
}

/// Connects as a phone does that trusts the room's certificate.
fn dial(address: SocketAddr) -> Box<dyn Line> {
    let mut roots = RootCertStore::empty();
    let own = CertificateDer::from_pem_file(file("named.pem")).expect("it is a certificate");
    roots.add(own).expect("it can be trusted");
    let details = (Arc::new(crypto::ring::default_provider()), Arc::new(January2027));
    let config = ClientConfig::builder_with_details(details.0, details.1)
        .with_protocol_versions(&[&version::TLS13])
        .expect("ring speaks it")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = NAME.try_into().expect("it is a name");
    let client = ClientConnection::new(Arc::new(config), name).expect("a phone can begin");
    Box::new(StreamOwned::new(client, connect(address)))
}

fn phone_of(open: &Open, host: &str) -> Phone {
    Phone::dialling(open.address(), format!("{host}:{}", open.address().port()), dial)
}

#[test]
fn a_phone_joins_votes_and_hears_what_is_new_over_tls() {
    let open = encrypted();
    assert!(open.door.address.is_encrypted());
    assert_eq!(open.door.address.link(None), format!("https://{NAME}:{}/", open.address().port()));
    let mut phone = phone_of(&open, NAME);
    let entrance = phone.get("/");
    assert_eq!((entrance.status, entrance.header("strict-transport-security")), (200, None));
    let joined = phone.post("/join", &format!("code={}", open.door.code));
    assert_eq!((joined.status, joined.header("location")), (303, Some("/room")), "{joined:?}");
    let cookie = joined.header("set-cookie").unwrap_or_default();
    assert!(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), "{cookie}");
    let mut events = phone.listen();
    events.until("vote-0-0");
    let (poll, options) = (open.poll(), open.options());
    assert_eq!(phone.post("/vote", &format!("poll={poll}&choice={}", options[2])).status, 303);
    assert_eq!(open.spread(), [0, 0, 1]);
    open.steer(Steer::Next);
    events.until("discuss-0-");
}

#[test]
fn the_room_closes_for_its_encrypted_pages_too() {
    let open = encrypted();
    let phone = open.joined_by(phone_of(&open, NAME));
    let mut events = phone.listen();
    events.until("vote-0-0");
    drop(open);
    assert!(events.rest().contains("event: closed\ndata: closed"), "its pages hear of it");
}

#[test]
fn each_name_of_the_certificate_is_the_room_and_no_other_is() {
    let open = encrypted();
    for (host, status) in
        [(NAME, 200), ("room.hospital.example", 200), ("127.0.0.1", 200), ("localhost", 200), ("evil.example", 421)]
    {
        assert_eq!(phone_of(&open, host).get("/").status, status, "{host}");
    }
    let mut without_port = Phone::dialling(open.address(), NAME.to_owned(), dial);
    assert_eq!(without_port.get("/").status, 421);
}

#[test]
fn what_is_sent_has_to_come_from_the_encrypted_page() {
    let open = encrypted();
    let host = format!("{NAME}:{}", open.address().port());
    let mut phone = open.joined_by(phone_of(&open, NAME));
    let vote = format!("poll={}&choice={}", open.poll(), open.options()[0]);
    for (origin, status) in [
        (format!("http://{host}"), 403),
        ("https://evil.example".to_owned(), 403),
        (format!("https://room.hospital.example:{}", open.address().port()), 403),
        (format!("https://{host}"), 303),
    ] {
        assert_eq!(phone.post_with("/vote", &vote, &format!("Origin: {origin}\r\n")).status, status, "{origin}");
    }
}

#[test]
fn who_comes_without_tls_is_led_to_it_and_gets_nothing_else() {
    let open = encrypted();
    let mut witness = open.joined_by(phone_of(&open, NAME));
    let vote = format!("poll={}&choice={}", open.poll(), open.options()[1]);
    let cookie = witness.cookie.clone().unwrap_or_default();
    for request in [
        "GET /?code=ABCDEF HTTP/1.1\r\nHost: evil.example\r\n\r\n".to_owned(),
        format!(
            "POST /vote HTTP/1.1\r\nHost: {NAME}\r\nCookie: {cookie}\r\nContent-Length: {}\r\n\r\n{vote}",
            vote.len()
        ),
    ] {
        let answer = raw(open.address(), request.as_bytes()).expect("it is answered");
        let link = open.door.address.link(None);
        assert_eq!((answer.status, answer.header("location"), answer.body.as_str()), (303, Some(&*link), ""));
        assert_eq!(answer.header("set-cookie"), None);
    }
    assert!(raw(open.address(), b"\0\0\0\0\r\n\r\n").is_none_or(|answer| answer.status == 400));
    assert_eq!(open.spread(), [0, 0, 0]);
    assert_eq!(witness.post("/vote", &vote).status, 303);
}

#[test]
fn who_never_agrees_on_a_key_is_not_waited_for() {
    let open = encrypted();
    // Nothing, the beginning of a handshake, a handshake that is none, and a head in clear text that has no end.
    let begun: [&[u8]; 4] = [b"", b"\x16\x03\x01\x02\x00\x01", b"\x16\x16\x16\x16\x16\x16", b"GET / HTTP/1.1\r\nA: "];
    let since = Instant::now();
    let mut slow = begun.map(|bytes| {
        let mut stream = connect(open.address());
        stream.write_all(bytes).expect("it is taken");
        stream
    });
    assert_eq!(phone_of(&open, NAME).get("/").status, 200);
    for stream in &mut slow {
        // A deadline of its own is on each: one that is kept open fails here.
        let ended = stream.read_to_end(&mut Vec::new());
        assert!(ended.is_ok() || ended.is_err_and(|error| error.kind() == std::io::ErrorKind::ConnectionReset));
    }
    assert!(since.elapsed() < Duration::from_secs(20), "{:?}", since.elapsed());
}

#[test]
fn a_certificate_for_all_of_a_domain_needs_a_name_and_one_for_numbers_does_not() {
    let desk = Desk::unrecorded(begun(&kettle()));
    let by_numbers = serve_tls(&desk, loopback(), certificate("wildcard")).expect("it is for 127.0.0.1");
    assert_eq!(by_numbers.address.link(None), format!("https://127.0.0.1:{}/", by_numbers.address.0.port()));
    let named = certificate("wildcard").named("Ward.hospital.example").expect("it is for it");
    let by_name = serve_tls(&desk, loopback(), named).expect("loopback has a free port");
    assert_eq!(by_name.address.link(None), format!("https://ward.hospital.example:{}/", by_name.address.0.port()));
    let elsewhere = serve_tls(&desk, SocketAddr::from(([127, 0, 0, 2], 0)), certificate("wildcard"));
    let told = elsewhere.expect_err("it is for 127.0.0.1").to_string();
    assert!(told.contains("127.0.0.2") && told.contains("*.hospital.example"), "{told}");
    let second = certificate("named").named("room.hospital.example").expect("it is for it");
    let by_second = serve_tls(&desk, loopback(), second).expect("loopback has a free port");
    assert!(by_second.address.link(None).starts_with("https://room.hospital.example:"));
}

#[test]
fn a_name_that_the_certificate_is_not_for_is_refused() {
    for name in ["ward.hospital.example", "hospital.example", "127.0.0.1"] {
        let told = certificate("named").named(name).expect_err("it is not for it").to_string();
        assert!(told.contains(&format!("is not for {name}; it is for {NAME}, room.hospital.example")), "{told}");
    }
    for name in ["", "https://bedside.hospital.example", "bedside.hospital.example:443", "a b"] {
        assert!(matches!(certificate("named").named(name), Err(CertificateError::NoHost { .. })), "{name}");
    }
}

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("bedside-certificates-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).expect("it can be written");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn wrong_files_are_told_with_what_is_wrong_and_the_way_out() {
    let folder = Folder::new();
    let (chain, key) = (file("named.pem"), file("named.key.pem"));
    let written = fs::read_to_string(&chain).expect("it is there");
    let secret = fs::read_to_string(&key).expect("it is there");
    let marked = |name: &str, kind: &str, lines: &str| {
        folder.file(name, format!("-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----\n"))
    };
    let der = folder.file("der.crt", b"0\x82\x01\xd2\xa0\x03\x02");
    let cut = folder.file("cut.pem", &written[..written.len() - 40]);
    let odd = marked("odd.pem", "CERTIFICATE", "AAAA");
    let locked = marked("locked.pem", "ENCRYPTED PRIVATE KEY", "AAAA");
    let old = marked("old.pem", "RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA");
    let short = marked("short.pem", "PRIVATE KEY", "AAAA");
    let swapped = folder.file("swapped.pem", &secret);
    for (chain, key, wrong, told) in [
        (&folder.0.join("none.pem"), &key, "none.pem", "none.pem: "),
        (&der, &key, "der.crt", "is not PEM"),
        (&chain, &der, "der.crt", "openssl pkey"),
        (&cut, &key, "cut.pem", "damaged or cut off"),
        (&swapped, &key, "swapped.pem", "there is no certificate in"),
        (&odd, &key, "odd.pem", "none that a browser takes"),
        (&chain, &chain, "named.pem", "there is no private key in"),
        (&chain, &locked, "locked.pem", "openssl pkey -in"),
        (&chain, &old, "old.pem", "with a passphrase"),
        (&chain, &short, "short.pem", "RSA of 2048"),
        (&chain, &file("wildcard.key.pem"), "wildcard.key.pem", "has to come first"),
    ] {
        let error = Certificate::read(chain, key).expect_err("they are wrong").to_string();
        assert!(error.contains(wrong) && error.contains(told), "{error}");
        assert!(!error.contains("MIG") && !error.contains("AAAA"), "{error}");
    }
}
