//! What is tried with votes.

use bedside::group::Steer;

use super::attacked;
use crate::phones::Open;

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
