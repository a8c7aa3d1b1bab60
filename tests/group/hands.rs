//! A session with hands alone, and every step taken back.

use bedside::group::{Asked, GroupDecision, Outcome, Part, Phase, Poll, Refused, Spread, Steer, Step, TakenBy};

use super::{Room, facts, kettle};

#[test]
fn a_whole_session_is_held_with_hands_alone() {
    let mut room = Room::open(&kettle());
    room.steer(Steer::Next);
    assert_eq!(room.group.step(), Step::Prebrief);
    room.steer(Steer::Next);
    for (before, after) in [
        ([("kind", 4), ("ask", 5)], [("kind", 8), ("ask", 1)]),
        ([("slow", 6), ("rush", 3)], [("slow", 9), ("rush", 0)]),
        ([("name", 5), ("plain", 4)], [("name", 7), ("plain", 2)]),
    ] {
        assert_eq!(room.group.step(), Step::Deciding(Phase::Show));
        room.steer(Steer::Next).steer(Steer::Next).hands(&before).steer(Steer::Next);
        assert_eq!(room.group.step(), Step::Deciding(Phase::Discuss));
        room.steer(Steer::Next).hands(&after).steer(Steer::Next);
        assert_eq!(room.group.step(), Step::Deciding(Phase::Reveal));
        room.steer(Steer::Next);
    }
    let taken: Vec<_> = room.group.conversation().transcript().turns.iter().map(|turn| turn.choice.as_str()).collect();
    assert_eq!(taken, ["kind", "slow", "name"]);
    assert_eq!(room.group.room_view().ending.expect("it is reached").title, "Tea");
    for step in [Step::Reactions, Step::Debrief, Step::Commitments, Step::Ended] {
        room.steer(Steer::Next);
        assert_eq!(room.group.step(), step);
    }
    room.refuses(Steer::Next, Refused::Over);
    let kept = room.group.course().taken().map(|decision| decision.outcome);
    assert!(kept.eq(kept_by_majority(&room)));
}

fn kept_by_majority(room: &Room) -> impl Iterator<Item = Option<Outcome>> {
    let scenario = room.group.conversation().scenario();
    let choice = |scene: &str, id: &str| {
        scenario.find_choice(scenario.find_scene(scene).expect("it is there"), id).expect("it is there")
    };
    let taken = [choice("one", "kind"), choice("two", "slow"), choice("three", "name")];
    taken.into_iter().map(|choice| Some(Outcome::Took { choice, by: TakenBy::Majority }))
}

#[test]
fn nobody_sees_the_spread_before_the_reveal() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 3), ("deny", 1)]);
    let seen = |room: &Room| room.group.room_view().decision.expect("it is open").spreads;
    assert_eq!(seen(&room), None);
    room.steer(Steer::Next);
    assert_eq!((seen(&room), room.group.step()), (None, Step::Deciding(Phase::Discuss)));
    room.steer(Steer::Next).hands(&[("kind", 4)]);
    assert_eq!(seen(&room), None);
    room.steer(Steer::Next);
    let [first, last] = seen(&room).expect("it is revealed");
    assert_eq!((first.total(), first.agreement(), last.agreement()), (4, Some(75), Some(100)));
}

#[test]
fn the_second_vote_and_everything_before_the_reveal_can_be_left_out() {
    let mut room = Room::voting(0);
    room.hands(&[("ask", 2)]).steer(Steer::SecondVote { held: false }).steer(Steer::Next).steer(Steer::Next);
    assert_eq!(room.group.step(), Step::Deciding(Phase::Reveal));
    room.steer(Steer::Next).steer(Steer::Reveal);
    assert_eq!(room.group.room_view().decision.expect("it is open").spreads, None);
    room.refuses(Steer::Next, Refused::Tie);
    room.steer(Steer::Take { choice: "rush".into() });
    let by: Vec<_> = room.group.course().taken().filter_map(|decision| decision.outcome).collect();
    assert!(matches!(
        by[..],
        [Outcome::Took { by: TakenBy::Majority, .. }, Outcome::Took { by: TakenBy::Facilitator, .. },]
    ));
}

#[test]
fn a_tie_is_for_the_facilitator_to_settle() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 2), ("ask", 2)]).steer(Steer::Reveal);
    room.refuses(Steer::Next, Refused::Tie);
    room.refuses(Steer::Take { choice: "slow".into() }, Refused::NotOnOffer);
    room.steer(Steer::Take { choice: "ask".into() });
    assert_eq!(room.group.conversation().transcript().turns[0].choice, "ask");
}

#[test]
fn every_step_is_taken_back_exactly_and_the_hands_that_were_counted_stay() {
    let mut room = Room::open(&kettle());
    let mut before = Vec::new();
    let steps = |room: &mut Room, before: &mut Vec<String>| {
        before.push(facts(&room.group));
        room.steer(Steer::Next);
    };
    while room.group.step() != Step::Ended {
        steps(&mut room, &mut before);
        if room.group.step().is_voting() {
            let options = room.group.room_view().decision.expect("it is open").options;
            let poll = room.poll();
            let counts = (0..options.len()).map(|place| if place == 0 { 5 } else { 1 }).collect();
            room.steer(Steer::Hands { poll, counts });
        }
    }
    let votes = |room: &Room| room.group.course().taken().filter_map(GroupDecision::last_poll).count();
    assert_eq!(votes(&room), 3);
    for expected in before.iter().rev() {
        room.steer(Steer::Undo);
        let now = facts(&room.group);
        // A vote that was taken back is there with its hands; all else is as before the step.
        assert_eq!(without_votes(&now), without_votes(expected));
    }
    room.refuses(Steer::Undo, Refused::NothingToUndo);
}

#[test]
fn a_vote_that_is_taken_back_opens_again_with_its_hands() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 5), ("deny", 2)]).steer(Steer::Next).steer(Steer::Undo).steer(Steer::Undo);
    assert_eq!(room.group.step(), Step::Deciding(Phase::OwnThoughts));
    room.steer(Steer::Next);
    assert_eq!(room.votes_for("kind"), 5);
}

/// Facts without how many have voted.
fn without_votes(facts: &str) -> String {
    facts.split("voted: ").map(|part| part.split_once(',').map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn what_is_taken_after_a_step_back_is_a_decision_of_its_own() {
    let mut room = Room::voting(1);
    room.steer(Steer::Reveal).steer(Steer::Take { choice: "deny".into() });
    let first = room.decision();
    room.steer(Steer::Undo).steer(Steer::Take { choice: "kind".into() });
    assert_ne!(room.decision(), first);
    assert_eq!(room.group.course().decisions.len(), 2);
}

#[test]
fn hands_fit_the_options_and_the_open_vote() {
    let mut room = Room::voting(0);
    let poll = room.poll();
    room.refuses(Steer::Hands { poll, counts: vec![1, 2] }, Refused::Hands);
    room.refuses(Steer::Hands { poll, counts: vec![1, 2, u32::MAX] }, Refused::Hands);
    room.steer(Steer::Hands { poll, counts: vec![1, 2, 3] }).steer(Steer::Next);
    room.refuses(Steer::Hands { poll, counts: vec![0, 0, 0] }, Refused::Closed);
    assert_eq!(room.group.poll(poll).map(Poll::spread), Some(Spread(vec![1, 2, 3])));
}

#[test]
fn a_conversation_that_is_stopped_is_debriefed_as_far_as_it_went() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 1)]).steer(Steer::Reveal).steer(Steer::Next).steer(Steer::Stop);
    assert_eq!((room.group.step(), room.group.course().decisions.len()), (Step::Closing, 1));
    assert_eq!(room.group.room_view().ending, None);
    room.steer(Steer::Undo);
    assert_eq!((room.group.step(), room.group.course().decisions.len()), (Step::Deciding(Phase::Show), 2));
}

#[test]
fn what_was_said_aloud_belongs_to_the_step_that_asks_for_it_and_replaces_what_was_typed_before() {
    let mut room = Room::at_the_first_decision();
    let said = |at, words: &str| Steer::Said { at, words: words.into() };
    let kept = |room: &Room, at| room.group.said(at).lines().map(str::to_owned).collect::<Vec<_>>();
    room.refuses(said(Asked::Reactions, "tense"), Refused::NotNow);
    room.steer(Steer::Stop).steer(Steer::Next);
    room.refuses(said(Asked::Commitments, "wait"), Refused::NotNow);
    room.steer(said(Asked::Reactions, "tense")).steer(said(Asked::Reactions, "tense\n\n sad "));
    assert_eq!(kept(&room, Asked::Reactions), ["tense", "sad"]);
    room.steer(Steer::Next);
    room.refuses(said(Asked::Reactions, "late"), Refused::NotNow);
    room.steer(Steer::Undo);
    assert_eq!(kept(&room, Asked::Reactions), ["tense", "sad"], "a step back takes back no words");
    room.steer(Steer::Next).steer(Steer::Next).steer(said(Asked::Commitments, "wait"));
    assert_eq!(kept(&room, Asked::Commitments), ["wait"]);
    room.steer(said(Asked::Commitments, " ")).steer(Steer::Next);
    room.refuses(said(Asked::Commitments, "late"), Refused::Over);
    assert!(kept(&room, Asked::Commitments).is_empty());
}

#[test]
fn the_time_spent_is_that_of_its_part() {
    let mut room = Room::open(&kettle());
    room.at = 4 * 60_000;
    room.steer(Steer::Next);
    room.at = 7 * 60_000;
    room.steer(Steer::Next);
    let left = |part| room.group.agenda().minutes_left(part, 10 * 60_000 + 2_000);
    assert_eq!([left(Part::Arrive), left(Part::Prebrief), left(Part::Conversation)], [1, 2, 22]);
}
