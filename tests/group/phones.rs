//! What participants add, and what is refused.

use bedside::attempt::SelfRating;
use bedside::group::{
    Contribution, DecisionId, Input, LONGEST, MOST_PARTICIPANTS, ParticipantId, Poll, PollId, Refused, Steer,
};

use super::{Room, kettle};

#[test]
fn a_participant_has_one_vote_and_can_change_it_until_the_vote_closes() {
    let mut room = Room::voting(3);
    for (who, choice) in [(0, "kind"), (1, "ask"), (0, "deny"), (0, "deny"), (2, "ask"), (0, "ask")] {
        room.vote(who, choice).expect("the vote is open");
    }
    assert_eq!(["kind", "ask", "deny"].map(|choice| room.votes_for(choice)), [0, 3, 0]);
    assert_eq!(room.group.own_view(ParticipantId(0)).vote.as_deref(), Some("ask"));
    let poll = room.poll();
    room.steer(Steer::Next);
    assert_eq!(room.from(1, Contribution::Vote { poll, choice: "kind".into() }), Err(Refused::Closed));
    assert_eq!(room.votes_for("ask"), 3);
}

#[test]
fn phones_and_hands_are_counted_together_and_either_vote_apart() {
    let mut room = Room::voting(2);
    room.vote(0, "kind").expect("the vote is open");
    room.hands(&[("kind", 2), ("deny", 4)]);
    room.vote(1, "deny").expect("the vote is open");
    assert_eq!(["kind", "deny"].map(|choice| room.votes_for(choice)), [3, 5]);
    room.steer(Steer::Next).steer(Steer::Next);
    assert_eq!(room.group.own_view(ParticipantId(0)).vote, None);
    room.vote(0, "ask").expect("the second vote is open");
    assert_eq!(["kind", "ask", "deny"].map(|choice| room.votes_for(choice)), [0, 1, 0]);
}

#[test]
fn votes_that_do_not_fit_change_nothing() {
    let mut room = Room::voting(1);
    let poll = room.poll();
    let vote = |poll, choice: &str| Contribution::Vote { poll, choice: choice.into() };
    assert_eq!(room.from(1, vote(poll, "kind")), Err(Refused::Unknown));
    assert_eq!(room.from(0, vote(poll, "slow")), Err(Refused::NotOnOffer));
    assert_eq!(room.from(0, vote(PollId(poll.0 + 1), "kind")), Err(Refused::OtherPoll));
    assert_eq!(room.group.poll(poll).map(Poll::voted), Some(0));
    room.steer(Steer::Undo);
    assert_eq!(room.from(0, vote(poll, "kind")), Err(Refused::Closed));
}

#[test]
fn own_words_belong_to_the_open_decision_and_are_taken_back_by_empty_ones() {
    let mut room = Room::at_the_first_decision();
    room.give(&Input::Join).expect("there is room");
    let decision = room.decision();
    let say = |words: &str| Contribution::OwnWords { decision, words: words.into() };
    room.from(0, say(&"x".repeat(9_000))).expect("the decision is open");
    assert_eq!(room.group.own_view(ParticipantId(0)).words.len(), LONGEST);
    room.from(0, say("<b>Hello</b>")).expect("the decision is open");
    assert_eq!(room.group.own_view(ParticipantId(0)).words, "<b>Hello</b>");
    room.from(0, say("  ")).expect("the decision is open");
    assert_eq!(room.group.own_words(decision).count(), 0);
    room.steer(Steer::Reveal);
    assert_eq!(room.from(0, say("Too late.")), Err(Refused::NotNow));
}

#[test]
fn observers_mark_what_was_taken_and_nothing_else() {
    let mut room = Room::voting(2);
    let decision = room.decision();
    let tag = |decision, behaviour: &str, shown| Contribution::Tag { decision, behaviour: behaviour.into(), shown };
    assert_eq!(room.from(0, tag(decision, "validates", true)), Err(Refused::NoDecision));
    room.steer(Steer::Reveal).steer(Steer::Take { choice: "kind".into() });
    room.from(0, tag(decision, "validates", true)).expect("it was taken");
    room.from(0, tag(decision, "validates", true)).expect("it was taken");
    room.from(1, tag(decision, "validates", true)).expect("it was taken");
    room.from(1, tag(decision, "calm_tone", true)).expect("it was taken");
    room.from(1, tag(decision, "calm_tone", false)).expect("it was taken");
    assert_eq!(room.from(1, tag(decision, "charm", true)), Err(Refused::UnknownBehaviour));
    assert_eq!(room.from(1, tag(DecisionId(90), "validates", true)), Err(Refused::NoDecision));
    let marked: Vec<_> = room.group.tags(decision).map(|(behaviour, count)| (behaviour.to_string(), count)).collect();
    assert_eq!(marked, [("validates".to_owned(), 2)]);
    assert_eq!(room.group.own_view(ParticipantId(1)).tags, ["validates"]);
}

#[test]
fn reactions_come_before_the_debrief_and_commitments_after_it() {
    let mut room = Room::voting(1);
    room.steer(Steer::Stop);
    let rating = |empathy| Some(SelfRating { empathy, clarity: 50, de_escalation: 50 });
    let reflect = |empathy| Contribution::Reflect { feeling: "uneasy".into(), rating: rating(empathy) };
    let commit = || Contribution::Commit { words: "sit down first".into() };
    assert_eq!(room.from(0, reflect(40)), Err(Refused::NotNow));
    room.steer(Steer::Next);
    assert_eq!(room.from(0, reflect(101)), Err(Refused::Rating));
    room.from(0, reflect(40)).expect("it is time");
    assert_eq!(room.from(0, commit()), Err(Refused::NotNow));
    room.steer(Steer::Next);
    assert_eq!(room.from(0, reflect(90)), Err(Refused::NotNow));
    room.from(0, commit()).expect("it is time");
    let own = room.group.own_view(ParticipantId(0));
    assert_eq!(
        (own.reflection.expect("it is kept").feeling.as_str(), own.commitment.as_str()),
        ("uneasy", "sit down first")
    );
}

#[test]
fn a_room_has_an_end() {
    let mut room = Room::open(&kettle());
    for number in 0..MOST_PARTICIPANTS {
        assert_eq!(room.give(&Input::Join), Ok(Some(ParticipantId(number))));
    }
    assert_eq!(room.give(&Input::Join), Err(Refused::Full));
}
