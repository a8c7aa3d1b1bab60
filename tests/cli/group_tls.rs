//! `bedside group open` with a certificate.

use super::harness::{Folder, run};
use crate::support;

fn file(name: &str) -> String {
    support::root().join("tests/phones/certificates").join(name).to_string_lossy().into_owned()
}

#[test]
fn a_door_with_a_certificate_has_its_name_and_is_not_said_to_be_open_to_readers() {
    let (chain, key) = (file("wildcard.pem"), file("wildcard.key.pem"));
    let open = ["group", "open", "two-hours-in", "--seed", "7", "--certificate", &chain, "--key", &key];
    let done = run(&[&open[..], &["--name", "ward.hospital.example"]].concat(), "quit\n");
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{done:?}");
    assert!(done.stdout.contains("Phones: https://ward.hospital.example:"), "{done:?}");
    assert!(!done.stdout.contains("not encrypted"), "{done:?}");
}

#[test]
fn a_certificate_that_cannot_be_used_opens_nothing_and_begins_no_recording() {
    let folder = Folder::with(&["my-own"]);
    let recording = format!("{}/monday.group", folder.text());
    let (chain, key, other) = (file("wildcard.pem"), file("wildcard.key.pem"), file("named.key.pem"));
    let tried = |more: &[&str]| {
        let open = ["group", "open", "two-hours-in", "--record", &recording];
        run(&[&open, more].concat(), "quit\n")
    };
    for (more, told) in [
        (&["--certificate", &chain][..], "--key"),
        (&["--key", &key], "--certificate"),
        (&["--name", "ward.hospital.example"], "--certificate"),
        (&["--certificate", &chain, "--key", &key, "--no-phones"], "--no-phones"),
        (&["--certificate", &chain, "--key", &other], "has to come first"),
        (&["--certificate", &chain, "--key", &key, "--name", "ward.example"], "is not for ward.example"),
        (&["--certificate", &chain, "--key", &key, "--address", "127.0.0.2:0"], "--name HOST"),
    ] {
        let done = tried(more);
        assert!(!matches!(done.code, None | Some(0)) && done.stderr.contains(told), "{more:?}: {done:?}");
    }
    assert!(!std::path::Path::new(&recording).exists());
}
