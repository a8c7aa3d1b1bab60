//! Both branches played and compared.

use bedside::group::{Branch, Outcome, Phase, Refused, Steer, Step};

use super::{Room, facts};

fn split() -> Room {
    let mut room = Room::voting(0);
    room.steer(Steer::Reveal).steer(Steer::Split { first: "kind".into(), second: "deny".into() });
    room
}

fn said(room: &Room) -> Vec<String> {
    room.group.conversation().transcript().turns.iter().map(|turn| turn.choice.to_string()).collect()
}

#[test]
fn a_split_plays_both_and_goes_on_with_one() {
    let mut room = split();
    assert_eq!((said(&room), room.group.step()), (vec!["kind".to_owned()], Step::Deciding(Phase::Show)));
    room.steer(Steer::Reveal).steer(Steer::Take { choice: "slow".into() }).steer(Steer::OtherBranch);
    assert_eq!(said(&room), ["deny"]);
    room.steer(Steer::OtherBranch);
    assert_eq!(room.group.step(), Step::Compare);
    let branches = room.group.room_view().branches.expect("they are compared");
    let taken = branches.clone().map(|branch| branch.taken.iter().map(|o| o.choice.clone()).collect::<Vec<_>>());
    assert_eq!(taken, [vec!["kind".to_owned(), "slow".to_owned()], vec!["deny".to_owned()]]);
    let heard = branches.map(|branch| branch.heard.last().map(|heard| heard.words.clone()));
    assert_eq!(heard, [Some("So?".to_owned()), Some("And?".to_owned())]);
    room.refuses(Steer::Next, Refused::NotNow);
    room.steer(Steer::GoOnWith { branch: Branch::First });
    assert_eq!(
        (said(&room), room.group.step()),
        (vec!["kind".to_owned(), "slow".to_owned()], Step::Deciding(Phase::Show),)
    );
    let split_at = room.group.course().decisions[0].outcome;
    assert!(matches!(split_at, Some(Outcome::Split { kept: Some(Branch::First), .. })));
    assert_eq!(room.group.room_view().decision.expect("it is open").number, 3);
}

#[test]
fn the_branch_that_is_left_stays_on_record_and_off_the_road() {
    let mut room = split();
    room.steer(Steer::OtherBranch).steer(Steer::Reveal).steer(Steer::Take { choice: "rush".into() });
    room.steer(Steer::OtherBranch).steer(Steer::GoOnWith { branch: Branch::First });
    let scenes = |aside: bool| {
        let met = room.group.course().decisions.iter().filter(move |decision| decision.aside == aside);
        met.map(|decision| decision.scene.to_string()).collect::<Vec<_>>()
    };
    assert_eq!((scenes(false), scenes(true)), (vec!["one".to_owned(), "two".to_owned()], vec!["two".to_owned()]));
    assert_eq!(said(&room), ["kind"]);
}

#[test]
fn a_split_to_the_end_leads_from_branch_to_branch_to_the_comparison() {
    let mut room = split();
    for _ in 0..2 {
        for choice in ["slow", "name"] {
            room.steer(Steer::Reveal).steer(Steer::Take { choice: choice.into() });
        }
        assert_eq!(room.group.step(), Step::Closing);
        room.steer(Steer::Next);
    }
    assert_eq!(room.group.step(), Step::Compare);
    room.steer(Steer::GoOnWith { branch: Branch::Second });
    assert_eq!((room.group.step(), said(&room)[0].as_str()), (Step::Closing, "deny"));
    room.steer(Steer::Next);
    assert_eq!(room.group.step(), Step::Reactions);
}

#[test]
fn there_is_one_split_at_a_time_of_two_different_options() {
    let mut room = Room::voting(0);
    room.refuses(Steer::Split { first: "kind".into(), second: "deny".into() }, Refused::NotNow);
    room.steer(Steer::Reveal);
    room.refuses(Steer::Split { first: "kind".into(), second: "kind".into() }, Refused::SameTwice);
    room.steer(Steer::Split { first: "kind".into(), second: "deny".into() }).steer(Steer::Reveal);
    room.refuses(Steer::Split { first: "slow".into(), second: "rush".into() }, Refused::Splitting);
}

#[test]
fn steps_of_a_split_are_taken_back() {
    let mut room = split();
    let on_first = facts(&room.group);
    room.steer(Steer::OtherBranch).steer(Steer::OtherBranch).steer(Steer::GoOnWith { branch: Branch::Second });
    room.steer(Steer::Undo).steer(Steer::Undo).steer(Steer::Undo);
    assert_eq!(facts(&room.group), on_first);
    room.steer(Steer::Stop);
    assert!(room.group.course().split.is_none());
    assert_eq!(said(&room), ["kind"]);
}
