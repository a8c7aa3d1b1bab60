//! Inputs in any order: nothing panics, a refusal changes nothing, and the same inputs come to the same state.

use bedside::group::{Asked, Branch, Contribution, DecisionId, Input, ParticipantId, PollId, Steer};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{Room, facts, kettle};

fn choice() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["kind", "ask", "deny", "slow", "rush", "name", "plain", "none"])
}

fn steer() -> impl Strategy<Value = Steer> {
    prop_oneof![
        8 => Just(Steer::Next),
        2 => Just(Steer::Reveal),
        2 => Just(Steer::Undo),
        2 => Just(Steer::OtherBranch),
        1 => Just(Steer::Stop),
        3 => choice().prop_map(|choice| Steer::Take { choice: choice.into() }),
        3 => (choice(), choice()).prop_map(|(a, b)| Steer::Split { first: a.into(), second: b.into() }),
        2 => any::<bool>().prop_map(|first| {
            Steer::GoOnWith { branch: if first { Branch::First } else { Branch::Second } }
        }),
        3 => (0..9u32, vec(0..4u32, 2..4)).prop_map(|(poll, counts)| Steer::Hands { poll: PollId(poll), counts }),
        1 => any::<bool>().prop_map(|held| Steer::SecondVote { held }),
        1 => (0..6u32).prop_map(|at| Steer::Disagree { decision: DecisionId(at), words: "No.".into() }),
        1 => any::<bool>().prop_map(|first| {
            let at = if first { Asked::Reactions } else { Asked::Commitments };
            Steer::Said { at, words: "tense".into() }
        }),
    ]
}

fn contribution() -> impl Strategy<Value = Contribution> {
    prop_oneof![
        4 => (0..9u32, choice()).prop_map(|(poll, choice)| {
            Contribution::Vote { poll: PollId(poll), choice: choice.into() }
        }),
        1 => (0..6u32, "[a-z ]{0,9}").prop_map(|(at, words)| {
            Contribution::OwnWords { decision: DecisionId(at), words: words.into() }
        }),
        1 => (0..6u32, any::<bool>()).prop_map(|(at, shown)| {
            Contribution::Tag { decision: DecisionId(at), behaviour: "validates".into(), shown }
        }),
        1 => Just(Contribution::Reflect { feeling: "odd".into(), rating: None }),
        1 => Just(Contribution::Commit { words: "wait".into() }),
    ]
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        1 => Just(Input::Join),
        6 => steer().prop_map(Input::Steer),
        4 => (0..4u32, contribution()).prop_map(|(who, what)| Input::From { who: ParticipantId(who), what }),
    ]
}

proptest! {
    #[test]
    fn whatever_comes_in_whatever_order_a_room_stays_whole(inputs in vec(input(), 1..120)) {
        let (mut room, mut again) = (Room::open(&kettle()), Room::open(&kettle()));
        for input in &inputs {
            let before = facts(&room.group);
            let done = room.give(input);
            prop_assert_eq!(&done, &again.give(input));
            if done.is_err() {
                prop_assert_eq!(&facts(&room.group), &before);
            }
            for decision in &room.group.course().decisions {
                for poll in [decision.first, decision.second].into_iter().flatten() {
                    let poll = room.group.poll(poll).expect("it was opened");
                    prop_assert_eq!(poll.decision, decision.id);
                    prop_assert!(poll.votes.values().all(|&place| place < decision.offer.len()));
                    prop_assert!(poll.votes.len() <= room.group.joined() as usize);
                }
            }
            let turns = room.group.conversation().transcript().turns.len();
            let settled = room.group.course().taken().filter(|decision| decision.outcome.is_some());
            let on_road = settled.filter(|decision| {
                let split = room.group.course().split.as_ref();
                decision.branch.is_none() || decision.branch == split.map(|split| split.on)
            });
            prop_assert_eq!(on_road.count(), turns);
        }
        prop_assert_eq!(facts(&room.group), facts(&again.group));
    }
}
