//! Phones that join, vote, change their minds and come back.

use std::thread;

use bedside::debrief::debrief;
use bedside::debrief::page::OtherRoads;
use bedside::group::{GroupSession, Section, Steer, summary};

use super::Open;
use super::client::Phone;

#[test]
fn a_phone_joins_with_the_code_votes_and_changes_its_mind() {
    let open = Open::voting();
    let mut phone = open.joined();
    let [poll, options] = [open.poll().to_string(), open.options().join(" ")];
    let named: Vec<&str> = options.split(' ').collect();
    let page = phone.get("/room").body;
    assert!(named.iter().all(|option| page.contains(&format!("value=\"{option}\""))), "{page}");
    for (vote, spread) in [(0, [1, 0, 0]), (2, [0, 0, 1]), (2, [0, 0, 1]), (1, [0, 1, 0])] {
        let answer = phone.post("/vote", &format!("poll={poll}&choice={}", named[vote]));
        assert_eq!(answer.status, 303);
        assert_eq!(open.spread(), spread);
    }
    assert!(phone.get("/room").body.contains("Your vote: B."));
    open.steer(Steer::Next);
    let late = phone.post_with("/vote", &format!("poll={poll}&choice={}", named[0]), "Accept: application/json\r\n");
    assert_eq!((late.status, late.body.as_str()), (409, "{\"yours\":\"The vote is closed.\"}"));
    assert_eq!(open.spread(), [0, 1, 0]);
}

#[test]
fn what_is_new_comes_by_itself_and_who_was_away_has_missed_nothing() {
    let open = Open::room();
    let phone = open.joined();
    let mut events = phone.listen();
    events.until("lobby--");
    open.steer(Steer::Next);
    events.until("prebrief--");
    drop(events);
    open.steer(Steer::Next);
    open.steer(Steer::Next);
    open.steer(Steer::Next);
    let again = phone.listen().until("vote-0-0");
    assert!(!again.contains("prebrief--") && again.contains("200 OK"), "{again}");
}

#[test]
fn while_a_room_votes_the_body_of_its_page_is_not_sent_again() {
    let open = Open::voting();
    let (phone, mut other) = (open.joined(), open.joined());
    let mut events = phone.listen();
    assert!(events.until("\n\n").contains("\"main\":\""));
    other.post("/vote", &format!("poll={}&choice={}", open.poll(), open.options()[0]));
    let voted = events.until("Votes so far: 1.") + &events.until("\n\n");
    assert!(!voted.contains("\"main\""), "{voted}");
    open.steer(Steer::Next);
    let closed = events.until("discuss-0-") + &events.until("\n\n");
    assert!(closed.contains("\"main\":\""), "{closed}");
}

#[test]
fn the_spread_is_sent_to_nobody_before_the_reveal_and_no_score_before_the_debrief() {
    let open = Open::voting();
    let (mut voter, mut other) = (open.joined(), open.joined());
    let (poll, first) = (open.poll(), open.options().remove(0));
    voter.post("/vote", &format!("poll={poll}&choice={first}"));
    let hidden = |page: &str| !page.contains("<table") && !page.contains("of 100") && !page.contains("validates");
    assert!(hidden(&other.get("/room").body) && !other.get("/room").body.contains("Your vote"));
    open.steer(Steer::Next);
    assert!(hidden(&other.get("/room").body));
    open.steer(Steer::Reveal);
    let shown = other.get("/room").body;
    assert!(shown.contains("<th scope=\"row\">A</th><td>1</td><td>1</td>") && !shown.contains("of 100"), "{shown}");
}

#[test]
fn own_words_marks_reactions_and_commitments_come_in() {
    let open = Open::room();
    let mut phone = open.joined();
    for _ in 0..3 {
        open.steer(Steer::Next);
    }
    let words = "decision=0&words=Sit%20down%20%3Cb%3Efirst%3C%2Fb%3E.";
    assert_eq!(phone.post("/words", words).status, 303);
    let page = phone.get("/room").body;
    assert!(page.contains("Sit down &lt;b&gt;first&lt;/b&gt;.") && !page.contains("<b>"), "{page}");
    open.steer(Steer::Reveal);
    open.steer(Steer::Take { choice: "kind".into() });
    assert_eq!(phone.post("/tags", "decision=0&tag=validates").status, 303);
    let tagged = |group: &GroupSession| {
        let decision = group.course().decisions[0].id;
        group.tags(decision).map(|(behaviour, count)| (behaviour.to_string(), count)).collect::<Vec<_>>()
    };
    assert_eq!(open.desk.look(tagged), [("validates".to_owned(), 1)]);
    assert!(phone.get("/room").body.contains("value=\"validates\" checked"));
    open.steer(Steer::Stop);
    open.steer(Steer::Next);
    assert_eq!(phone.post("/reflect", "feeling=uneasy&empathy=30&clarity=50&de_escalation=70").status, 303);
    open.steer(Steer::Next);
    open.steer(Steer::Next);
    assert_eq!(phone.post("/commit", "words=wait").status, 303);
    let told = open.desk.look(|group| {
        let reflection = group.reflections().values().next().cloned().expect("somebody has told");
        (reflection.feeling, reflection.rating.map(|rating| rating.clarity), group.commitments().len())
    });
    assert_eq!(told, ("uneasy".to_owned(), Some(50), 1));
}

/// The parts of the debrief of what has been played so far.
fn parts(group: &GroupSession) -> Vec<Section> {
    let conversation = group.conversation();
    let debrief = debrief(conversation.scenario(), conversation.transcript()).expect("it was played");
    summary(group, &debrief, OtherRoads::LeftOut, None).sections
}

#[test]
fn in_the_debrief_a_phone_shows_the_part_that_the_projector_shows_and_nothing_of_it_before() {
    let open = Open::room();
    let mut phone = open.joined();
    for _ in 0..3 {
        open.steer(Steer::Next);
    }
    phone.post("/words", "decision=0&words=Sit%20down%20%3Cb%3Efirst%3C%2Fb%3E.");
    open.steer(Steer::Reveal);
    open.steer(Steer::Take { choice: "kind".into() });
    open.steer(Steer::Stop);
    let parts = open.desk.look(parts);
    let tells =
        |phone: &mut Phone, part: &Section| phone.get("/room").body.contains(&format!(">{}</h1>", part.heading));
    for _ in 0..2 {
        open.desk.show(Some(&parts[0]));
        assert!(!tells(&mut phone, &parts[0]), "before the debrief there is none of it");
        open.steer(Steer::Next);
    }
    assert!(phone.get("/room").body.contains("Look to the front."));
    let mut events = phone.listen();
    events.until("Look to the front.");
    for part in &parts {
        open.desk.show(Some(part));
        assert!(tells(&mut phone, part), "{part:?}");
        events.until(&part.heading);
    }
    let scores = parts.iter().find(|part| part.heading == "Looking closer").expect("there are scores");
    open.desk.show(Some(scores));
    assert!(phone.get("/room").body.contains(" of 100"));
    phone.listen().until("Looking closer");
    let words = parts.iter().find(|part| part.heading.contains("own words")).expect("there are some");
    open.desk.show(Some(words));
    let page = phone.get("/room").body;
    assert!(
        page.contains("<li>\u{201c}Sit down &lt;b&gt;first&lt;/b&gt;.\u{201d}</li>") && !page.contains("<b>"),
        "{page}"
    );
    open.steer(Steer::Undo);
    assert!(!tells(&mut phone, words));
    open.steer(Steer::Next);
    assert!(!tells(&mut phone, words), "what was shown before a step back is not shown after it");
    open.desk.show(Some(words));
    open.steer(Steer::Next);
    assert!(!tells(&mut phone, words), "commitments have a page of their own");
}

#[test]
fn a_hundred_phones_vote_at_once_and_each_is_counted_once() {
    let open = Open::voting();
    let (poll, options) = (open.poll(), open.options());
    let phones = 100;
    thread::scope(|scope| {
        for number in 0..phones {
            let (open, options) = (&open, &options);
            scope.spawn(move || {
                // Each from an address of its own, as in a room.
                let mut phone = open.joined();
                for vote in [number, number + 1, number] {
                    let choice = &options[vote % options.len()];
                    assert_eq!(phone.post("/vote", &format!("poll={poll}&choice={choice}")).status, 303);
                }
            });
        }
    });
    let mut truth = vec![0; options.len()];
    (0..phones).for_each(|number| truth[number % options.len()] += 1);
    assert_eq!(open.spread(), truth);
}

#[test]
fn the_room_closes_with_its_door_and_forgets_who_was_in_it() {
    let open = Open::voting();
    let phone = open.joined();
    let address = open.address();
    let mut events = phone.listen();
    events.until("vote-0-0");
    open.desk.close();
    let Open { desk, door } = open;
    drop(door);
    assert!(events.rest().contains("event: closed\ndata: closed"), "its pages hear of it");
    assert!(std::net::TcpStream::connect(address).is_err());
    assert_eq!(desk.look(GroupSession::joined), 1);
    let again = bedside::phones::serve(&desk, std::net::SocketAddr::from(([127, 0, 0, 1], 0))).expect("it opens again");
    let mut back = Phone::new(again.address.0);
    back.cookie.clone_from(&phone.cookie);
    assert_eq!(back.get("/room").header("location"), Some("/"));
}

#[test]
fn hands_and_phones_are_counted_together() {
    let open = Open::voting();
    let mut phone = open.joined();
    let (poll, options) = (open.poll(), open.options());
    phone.post("/vote", &format!("poll={poll}&choice={}", options[1]));
    open.steer(Steer::Hands { poll: bedside::group::PollId(poll), counts: vec![3, 4, 0] });
    assert_eq!(open.spread(), [3, 5, 0]);
}

#[test]
fn a_silent_room_says_that_it_is_there() {
    let open = Open::room();
    open.joined().listen().until("event: alive\ndata: alive");
}
