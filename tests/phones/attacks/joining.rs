//! What is tried to come in, as somebody or as somebody else.

use bedside::group::GroupSession;

use super::attacked;
use crate::phones::Open;
use crate::phones::client::Phone;

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
