//! A tenth of the load that `benches/run phones` measures: whether every vote is counted, not how soon.

use std::collections::BTreeSet;
use std::time::Duration;

use bedside::group::recording::Recording;

use super::crowd::{Crowd, Facilitator as _, Habits};
use super::taken_up::{Folder, recorded};
use crate::support::rubric;

#[test]
fn no_vote_of_a_crowd_that_drops_and_returns_is_lost_or_counted_twice() {
    let folder = Folder::new("crowd");
    let (mut open, path) = recorded(&folder);
    let habits = Habits {
        phones: 50,
        addresses: 1,
        within: Duration::from_secs(1),
        drops_within: Duration::from_secs(3),
        back_within: Duration::from_secs(1),
        seed: 7,
    };
    let code = open.door.code.to_string();
    Crowd::meets(habits, open.address(), &code, |crowd| {
        crowd.votes(&mut open.desk, || crowd.ballots().closes >= 16);
        let ballots = crowd.ballots();
        assert!(ballots.failures.is_empty(), "{:#?}", ballots.failures);
        assert!(ballots.drops >= habits.phones / 3, "{} drops", ballots.drops);
        let participants: BTreeSet<u32> = ballots.participants().into_iter().flatten().collect();
        assert_eq!(participants.len(), habits.phones);
    });
    // What was recorded comes to the same count.
    let text = std::fs::read_to_string(&path).expect("it is recorded");
    let recording = Recording::read(&text).expect("it is a recording");
    let again = recording.replay(rubric(), bedside::rules::rules(), |_, _| {}).expect("it can be played again");
    let counted = open.desk.count().expect("a vote was closed");
    let again = bedside::phones::Desk::unrecorded(again).count().expect("it was closed there, too");
    assert_eq!((counted.spread, counted.votes), (again.spread, again.votes));
}
