//! The debrief of a group.

mod other_ways;

use bedside::analysis::other_roads;
use bedside::attempt::SelfRating;
use bedside::debrief::debrief;
use bedside::debrief::page::OtherRoads;
use bedside::group::{
    Asked, Contribution, DecisionId, GroupSession, Handout, Input, Item, Steer, Step, Votes, VotesRow, summary,
};
use bedside::print::write_handout_html;

use super::{Room, kettle};

const NOTE: &str = "a private thought";
const MARKUP: &str = "<b>Hot</b> & <script>alert(1)</script>";

fn told(group: &GroupSession) -> Handout {
    let found = other_roads(group.conversation()).expect("there are few roads");
    told_with(group, OtherRoads::Found(&found), None)
}

fn told_with(group: &GroupSession, roads: OtherRoads<'_>, breaks_off: Option<usize>) -> Handout {
    let conversation = group.conversation();
    let debrief = debrief(conversation.scenario(), conversation.transcript()).expect("it was played");
    summary(group, &debrief, roads, breaks_off)
}

fn headings(handout: &Handout) -> Vec<&str> {
    handout.sections.iter().map(|section| section.heading.as_str()).collect()
}

fn items<'a>(handout: &'a Handout, heading: &str) -> &'a [Item] {
    let section = handout.sections.iter().find(|section| section.heading == heading);
    &section.unwrap_or_else(|| panic!("there is no {heading:?}: {:?}", headings(handout))).items
}

/// The rows of the first table of a section.
fn table(handout: &Handout, heading: &str) -> Vec<Vec<String>> {
    let table = items(handout, heading).iter().find_map(|item| match item {
        Item::Table { rows, .. } => Some(rows.clone()),
        _ => None,
    });
    table.expect("it has a table")
}

fn votes(handout: &Handout) -> Vec<&Votes> {
    let section = items(handout, "How the votes went").iter();
    section.filter_map(|item| if let Item::Votes(votes) = item { Some(votes) } else { None }).collect()
}

fn counts(votes: &Votes) -> Vec<(Option<u32>, Option<u32>, bool)> {
    votes.rows.iter().map(|VotesRow { before, after, taken, .. }| (*before, *after, *taken)).collect()
}

/// Goes on until the step.
fn until(room: &mut Room, step: Step) {
    while room.group.step() != step {
        room.steer(Steer::Next);
    }
}

/// A decision with hands before the discussion and after it, taken by the majority.
fn decide(room: &mut Room, before: &[(&str, u32)], after: &[(&str, u32)]) {
    room.steer(Steer::Next).steer(Steer::Next).hands(before).steer(Steer::Next);
    room.steer(Steer::Next).hands(after).steer(Steer::Next).steer(Steer::Next);
}

/// A session of hands alone to its end.
fn with_hands() -> Room {
    let mut room = Room::at_the_first_decision();
    decide(&mut room, &[("kind", 4), ("ask", 8)], &[("kind", 7), ("ask", 5)]);
    decide(&mut room, &[("slow", 9)], &[("slow", 9)]);
    decide(&mut room, &[("name", 6), ("plain", 3)], &[("name", 6), ("plain", 3)]);
    until(&mut room, Step::Ended);
    room
}

/// A session in which phones add all that they can.
fn with_phones() -> Room {
    let mut room = Room::at_the_first_decision();
    for _ in 0..3 {
        room.give(&Input::Join).expect("there is room");
    }
    let decision = room.decision();
    for (who, words) in [(0, "Zounds"), (1, MARKUP), (2, "  Are you\nwarm? ")] {
        room.from(who, Contribution::OwnWords { decision, words: words.into() }).expect("it is open");
    }
    room.steer(Steer::Next).steer(Steer::Next);
    for who in 0..3 {
        room.vote(who, if who == 0 { "deny" } else { "kind" }).expect("the vote is open");
    }
    room.steer(Steer::Reveal).steer(Steer::Next);
    for (who, behaviour) in [(0, "validates"), (1, "validates"), (1, "calm_tone")] {
        let tag = Contribution::Tag { decision, behaviour: behaviour.into(), shown: true };
        room.from(who, tag).expect("it was taken");
    }
    room.steer(Steer::Disagree { decision, words: "To ask was as good".into() })
        .steer(Steer::Note { words: NOTE.into() });
    room.steer(Steer::Reveal).steer(Steer::Take { choice: "rush".into() });
    room.steer(Steer::Reveal).steer(Steer::Take { choice: "plain".into() });
    until(&mut room, Step::Reactions);
    let rating = |empathy| Some(SelfRating { empathy, clarity: 50, de_escalation: 40 });
    for (who, feeling, rating) in [(0, "tense", rating(20)), (1, "Tense ", rating(60)), (2, "<i>sad</i>", None)] {
        room.from(who, Contribution::Reflect { feeling: feeling.into(), rating }).expect("it is asked");
    }
    until(&mut room, Step::Commitments);
    for (who, words) in [(0, "sit down"), (2, "ask <em>first</em>")] {
        room.from(who, Contribution::Commit { words: words.into() }).expect("it is asked");
    }
    until(&mut room, Step::Ended);
    room
}

#[test]
fn sections_stand_in_the_order_of_the_debrief_and_empty_ones_are_left_out() {
    let common = ["How the votes went", "The other way", "Looking closer", "Where it turned"];
    let measures = "What this measures, and what it does not";
    let hands = told(&with_hands().group);
    assert_eq!(
        headings(&hands),
        [
            &["What happened", "How it was for Ann"][..],
            &common,
            &["How every point came about", "What you set out to try", measures]
        ]
        .concat()
    );
    let phones = told(&with_phones().group);
    let added = [
        "How every point came about",
        "What you set out to try",
        "What observers saw",
        "What you would have said, in your own words",
        "Where the facilitator disagrees",
        "Next time",
        measures,
    ];
    let expected = [&["Reactions", "What happened", "How it was for Ann"][..], &common, &added].concat();
    assert_eq!(headings(&phones), expected);
}

#[test]
fn each_decision_says_what_was_heard_and_taken_and_how_it_was_decided() {
    let rows = table(&told(&with_hands().group), "What happened");
    assert_eq!(
        rows[0],
        ["1", "Ann: \u{201c}Well?\u{201d}", "\u{201c}That makes sense.\u{201d}", "Most of you were for it: 7 of 12."]
    );
    assert_eq!(rows.len(), 3);
    let rows = table(&told(&with_phones().group), "What happened");
    let decided: Vec<_> = rows.iter().map(|row| row[3].as_str()).collect();
    let alone = "The facilitator chose it, without a vote.";
    assert_eq!(decided, ["Most of you were for it: 2 of 3.", alone, alone]);
}

#[test]
fn the_votes_are_told_before_and_after_with_what_moved() {
    let room = with_hands();
    let handout = told(&room.group);
    let votes = votes(&handout);
    assert_eq!(votes.len(), 3);
    let kind = votes[0].rows.iter().find(|row| row.taken).expect("one was taken");
    assert_eq!((kind.before, kind.after, &*kind.label), (Some(4), Some(7), "\u{201c}That makes sense.\u{201d}"));
    let letter = kind.letter;
    assert_eq!(votes[0].moved, format!("After the discussion 7 of 12 were for {letter}; before, 4 of 12."));
    assert_eq!(votes[1].moved, "Nothing moved: the second vote was as the first.");
    let phones = with_phones();
    let handout = told(&phones.group);
    let once = self::votes(&handout);
    assert_eq!(once.len(), 1, "no vote was held at the others");
    assert!(counts(once[0]).iter().all(|&(before, after, _)| before.is_some() && after.is_none()));
    let page = write_handout_html(&handout);
    assert!(page.contains(">taken</td>") && page.contains(">Before</th>") && !page.contains(">After</th>"), "{page}");
}

#[test]
fn what_participants_typed_is_told_without_their_names_or_their_order_and_as_text() {
    let group = with_phones().group;
    let handout = told(&group);
    let Item::List(words) = &items(&handout, "What you would have said, in your own words")[1] else {
        panic!("a list")
    };
    assert_eq!(
        words[..],
        [format!("\u{201c}{MARKUP}\u{201d}"), "\u{201c}Are you warm?\u{201d}".into(), "\u{201c}Zounds\u{201d}".into()]
    );
    let felt = Item::Labelled(
        "In your words:".to_owned(),
        "\u{201c}Tense\u{201d} (2 times), \u{201c}<i>sad</i>\u{201d}.".to_owned(),
    );
    assert_eq!(items(&handout, "Reactions")[0], felt);
    assert_eq!(table(&handout, "Reactions")[0][..3], ["Empathy", "40", "20 \u{2013} 60"]);
    let page = write_handout_html(&handout);
    for text in
        ["&lt;b&gt;Hot&lt;/b&gt; &amp; &lt;script&gt;", "&lt;i&gt;sad&lt;/i&gt;", "ask &lt;em&gt;first&lt;/em&gt;"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    assert!(!page.contains("<script>") && !page.contains("<em>"), "{page}");
}

#[test]
fn what_was_said_aloud_stands_beside_what_phones_sent() {
    let mut room = with_phones();
    room.steer(Steer::Undo).steer(Steer::Said { at: Asked::Commitments, words: "wait\n\n listen ".into() });
    room.steer(Steer::Undo).steer(Steer::Undo);
    room.steer(Steer::Said { at: Asked::Reactions, words: "TENSE\nwarm\n".into() });
    let handout = told(&room.group);
    let words = "\u{201c}TENSE\u{201d} (3 times), \u{201c}<i>sad</i>\u{201d}, \u{201c}warm\u{201d}.";
    assert_eq!(items(&handout, "Reactions")[0], Item::Labelled("In your words:".to_owned(), words.to_owned()));
    let Item::List(words) = &items(&handout, "Next time")[1] else { panic!("a list") };
    assert_eq!(words.len(), 4);
    assert!(words.contains(&"\u{201c}listen\u{201d}".to_owned()), "{words:?}");
}

#[test]
fn a_session_of_hands_alone_keeps_what_was_said() {
    let mut room = with_hands();
    room.steer(Steer::Undo).steer(Steer::Said { at: Asked::Commitments, words: "sit down".into() });
    let said = "\u{201c}sit down\u{201d}".to_owned();
    assert_eq!(items(&told(&room.group), "Next time")[1], Item::List(vec![said]));
}

#[test]
fn the_private_note_is_nowhere() {
    let group = with_phones().group;
    assert_eq!(group.note().as_str(), NOTE);
    let handout = told(&group);
    assert!(!format!("{handout:?}").contains(NOTE));
    assert!(format!("{handout:?}").contains("To ask was as good"));
}

#[test]
fn observers_stand_beside_the_rubric_in_what_either_has() {
    let rows = table(&told(&with_phones().group), "What observers saw");
    let seen: Vec<(&str, &str)> = rows.iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
    assert_eq!(seen, [("2", "Shown"), ("1", "Not shown")]);
}

#[test]
fn the_author_gets_the_disagreements_with_their_scene_and_choice() {
    let said = with_phones().group.for_author();
    let [one] = &said[..] else { panic!("there is one: {said:?}") };
    assert_eq!((one.scene.as_str(), one.taken.as_deref(), &*one.words), ("one", Some("kind"), "To ask was as good"));
    assert_eq!(one.offered.len(), 3);
}

#[test]
fn where_the_conversation_was_stopped_it_is_said_first_and_beside_the_scores() {
    let notices = |room: &Room| {
        let handout = told(&room.group);
        ["What happened", "Looking closer"].map(|heading| match &items(&handout, heading)[0] {
            Item::Notice(notice) => notice.clone(),
            other => format!("{other:?}"),
        })
    };
    let mut stopped = Room::at_the_first_decision();
    for (decisions, choice) in [("one decision", "kind"), ("2 decisions", "slow")] {
        stopped.steer(Steer::Reveal).steer(Steer::Take { choice: choice.into() });
        let under_way = notices(&stopped);
        assert!(under_way.iter().all(|notice| !notice.contains("You stopped")), "{under_way:?}");
        let mut stopped = stopped.clone();
        stopped.steer(Steer::Stop);
        let [first, beside_scores] = notices(&stopped);
        assert!(first.starts_with(&format!("You stopped the conversation after {decisions};")), "{first}");
        assert_eq!(beside_scores, first);
    }
    let whole = notices(&with_hands());
    assert!(whole.iter().all(|notice| !notice.contains("You stopped")), "{whole:?}");
}

#[test]
fn a_session_that_has_decided_nothing_has_a_page_too() {
    let mut stopped = Room::at_the_first_decision();
    stopped.steer(Steer::Stop);
    until(&mut stopped, Step::Ended);
    let handout = told(&stopped.group);
    assert_eq!(headings(&handout), ["What happened"]);
    let nothing = "The conversation was left before it came to an end. There is nothing to look back on yet.";
    assert_eq!(items(&handout, "What happened"), [Item::Text(nothing.to_owned())]);
    for (room, notice) in [
        (Room::open(&kettle()), "The conversation had not begun when this was written."),
        (Room::voting(2), "The conversation was still going on when this was written."),
    ] {
        assert_eq!(items(&told(&room.group), "What happened"), [Item::Notice(notice.to_owned())]);
    }
}

#[test]
fn where_a_recording_breaks_off_is_told_first() {
    let handout = told_with(&with_hands().group, OtherRoads::LeftOut, Some(40));
    let Item::Notice(notice) = &items(&handout, "What happened")[0] else { panic!("a notice") };
    assert!(notice.contains("breaks off in line 40"), "{notice}");
}

#[test]
fn the_same_session_gives_the_same_page() {
    let [one, other] = [with_phones(), with_phones()].map(|room| told(&room.group));
    assert_eq!(one, other);
    assert_eq!(write_handout_html(&one), write_handout_html(&other));
}

#[test]
fn what_was_taken_back_is_not_told() {
    let mut room = Room::voting(0);
    room.hands(&[("kind", 5)]).steer(Steer::Reveal).steer(Steer::Take { choice: "deny".into() });
    room.steer(Steer::Disagree { decision: DecisionId(0), words: "No".into() });
    room.steer(Steer::Undo).steer(Steer::Take { choice: "kind".into() }).steer(Steer::Stop);
    let handout = told(&room.group);
    assert_eq!(votes(&handout).len(), 1);
    assert_eq!(table(&handout, "What happened")[0][2], "\u{201c}That makes sense.\u{201d}");
}
