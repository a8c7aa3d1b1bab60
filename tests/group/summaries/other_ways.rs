//! The ways that a room did not go, or went as well.

use bedside::debrief::page::OtherRoads;
use bedside::group::{Branch, Item, Steer, Step};

use super::{headings, items, table, told, told_with, until, with_hands};
use crate::group::Room;

#[test]
fn where_many_were_for_another_option_it_is_told_what_it_would_have_led_to() {
    let rows = table(&told(&with_hands().group), "The other way");
    let [went, one, three] = &rows[..] else { panic!("nobody was for the other option at turn 2: {rows:?}") };
    assert!(went[0] == "As it went" && went[2].starts_with("Tea. At the end: "), "{went:?}");
    assert!(one[0] == "1" && one[1].ends_with("before the discussion: 8 of 12 were for it"), "{one:?}");
    assert!(three[0] == "3" && three[1].ends_with("after the discussion: 3 of 9 were for it"), "{three:?}");
    assert!(three[2].contains("With this choice") && three[2].contains("No tea."), "{three:?}");
}

#[test]
fn the_best_choices_after_another_can_come_to_lower_scores_and_it_is_told_why() {
    let handout = told(&with_hands().group);
    let rows = table(&handout, "The other way");
    assert!(rows[0][2].contains("Empathy 100"), "{rows:?}");
    let best = rows[1][2].lines().last().expect("it leads somewhere");
    assert!(
        best.starts_with("With this choice, and the best ones after it") && !best.contains("Empathy 100"),
        "{best}"
    );
    let [_, Item::Text(why)] = items(&handout, "The other way") else { panic!("a table, and what it means") };
    assert!(why.contains("A score can be lower than yours all the same"), "{why}");
}

#[test]
fn a_split_shows_both_ways_and_what_each_came_to() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 3), ("deny", 3)]).steer(Steer::Reveal);
    room.steer(Steer::Split { first: "kind".into(), second: "deny".into() });
    for choices in [["slow", "name"], ["rush", "plain"]] {
        for choice in choices {
            room.steer(Steer::Reveal).steer(Steer::Take { choice: choice.into() });
        }
        room.steer(Steer::OtherBranch);
    }
    let open = told(&room.group);
    room.steer(Steer::GoOnWith { branch: Branch::First });
    until(&mut room, Step::Ended);
    let handout = told(&room.group);
    let [kind, deny] = &table(&handout, "The other way")[..] else { panic!("two ways") };
    assert!(kind[0].ends_with(", where you went on") && !deny[0].contains(','), "{kind:?} {deny:?}");
    assert_eq!(deny[1], "\u{201c}You are fine.\u{201d}\n\u{201c}Be quick.\u{201d}\n\u{201c}Goodbye, then.\u{201d}");
    assert!(kind[2].starts_with("\u{201c}Tea\u{201d}.") && deny[2].starts_with("\u{201c}No tea\u{201d}."), "{deny:?}");
    assert!(kind[3].contains("Empathy 100") && deny[3].contains("Empathy 0"), "{kind:?} {deny:?}");
    let taken: Vec<_> = table(&handout, "What happened").into_iter().map(|row| row[2].clone()).collect();
    assert_eq!(taken.len(), 3);
    assert!(taken[2].contains("You are worried."), "{taken:?}");
    // While both are compared all is told as far as it goes; the branch played last is the road.
    assert!(table(&open, "What happened")[2][2].contains("Goodbye, then."));
    assert_eq!(table(&open, "The other way")[0][3], kind[3]);
}

#[test]
fn a_split_that_was_stopped_on_its_first_branch_is_no_split() {
    let mut room = Room::voting(0);
    room.steer(Steer::Reveal).steer(Steer::Split { first: "kind".into(), second: "deny".into() }).steer(Steer::Stop);
    until(&mut room, Step::Ended);
    let handout = told(&room.group);
    assert_eq!(table(&handout, "What happened")[0][3], "The facilitator chose it, without a vote.");
    assert!(!headings(&handout).contains(&"The other way"));
}

#[test]
fn where_other_roads_are_not_known_it_is_said_why_if_anybody_would_have_taken_one() {
    let hands = with_hands();
    for (roads, why) in [
        (OtherRoads::LeftOut, "more roads than can be looked at"),
        (OtherRoads::UnderWay, "is still being worked out."),
    ] {
        let handout = told_with(&hands.group, roads, None);
        let [Item::Text(said)] = items(&handout, "The other way") else { panic!("one sentence") };
        assert!(said.contains(why), "{said}");
        assert!(!format!("{handout:?}").contains("working out"), "nothing else of it is under way");
    }
    let mut of_one_mind = Room::voting(0);
    of_one_mind.hands(&[("kind", 5)]).steer(Steer::Reveal).steer(Steer::Next).steer(Steer::Stop);
    let handout = told_with(&of_one_mind.group, OtherRoads::LeftOut, None);
    assert!(!headings(&handout).contains(&"The other way"), "all took what many were for");
}
