//! What the patient does and says at once when a choice is taken.

use bedside::debrief::Reply;
use bedside::scenario::Speaker;
use bedside::session::{Chance, CurrentScene, Road, Session};

use super::*;

const FEELS: &str = "feels: (agitation: 45, trust: 50, understanding: 20)";

/// A choice with this answer.
fn answered(id: &str, shows: &str, answer: &str, then: &str) -> String {
    choice(id, shows, then, &format!("answer: {answer}"))
}

/// What is told and said, passage by passage, in order.
fn told(current: &CurrentScene) -> Vec<String> {
    let passages = current.passages().map(|passage| {
        let lines = passage.lines.iter().map(|line| line.words.as_str());
        passage.narration.as_deref().into_iter().chain(lines).collect::<Vec<_>>().join(" ")
    });
    passages.collect()
}

#[test]
fn an_answer_comes_once_and_before_the_scene_that_follows() {
    let full =
        "(narration: \"He nods.\", lines: [(say: \"Yes.\"), (who: \"mary\", say: \"You see?\")], mood: relieved)";
    let choices = [
        answered("words", "", "\"Well.\"", "\"hub\""),
        answered("full", "", full, "\"hub\""),
        choice("none", "", "\"hub\"", ""),
    ];
    let mut session = begin(&scenario(FEELS, &scene("hub", &choices, "patient: \"What now?\"")));
    assert_eq!(told(session.current_scene()), ["What now?"]);
    take(&mut session, "words");
    assert_eq!(told(session.current_scene()), ["Well.", "What now?"]);
    take(&mut session, "full");
    assert_eq!(told(session.current_scene()), ["He nods. Yes. You see?", "What now?"]);
    assert_eq!(session.current_scene().answer.mood.as_deref(), Some("relieved"));
    take(&mut session, "none");
    assert_eq!(told(session.current_scene()), ["What now?"]);
    assert_eq!(session.current_scene().answer.mood, None);
}

#[test]
fn others_look_as_their_lines_say_and_the_patient_as_the_passage_does() {
    let choices = [
        answered("wait", "", "(lines: [(who: \"mary\", say: \"Oh.\", mood: pleased), (say: \"No.\")])", "\"hub\""),
        answered("stay", "", "(lines: [(say: \"No.\", mood: tired), (who: \"mary\", say: \"Oh.\")])", "\"hub\""),
        answered("both", "", "(lines: [(say: \"No.\", mood: tired), (say: \"No.\")], mood: sad)", "\"hub\""),
    ];
    let mut session = begin(&scenario(FEELS, &scene("hub", &choices, "")));
    let mut look = |id: &str| {
        take(&mut session, id);
        let current = session.current_scene();
        let mary = current.lines().find_map(|line| match line.speaker {
            Speaker::Person(mary) => current.mood_of(mary),
            Speaker::Patient => None,
        });
        (mary.map(ToString::to_string), current.answer.mood.as_ref().map(ToString::to_string))
    };
    assert_eq!(look("wait"), (Some("pleased".to_owned()), None));
    assert_eq!(look("stay"), (None, Some("tired".to_owned())));
    assert_eq!(look("both"), (None, Some("sad".to_owned())));
}

#[test]
fn an_answer_comes_before_an_ending_and_before_an_interruption() {
    let last = scene("hub", &[answered("go", "", "\"Goodbye.\"", "\"end\"")], "");
    let session = after(&scenario(FEELS, &last), &["go"]);
    assert!(session.ending().is_some());
    assert_eq!(told(session.current_scene()), ["Goodbye."]);
    let hub = scene("hub", &[answered("shout", "threatens", "\"Enough!\"", "\"next\"")], "");
    let next = scene("next", &[choice("on", "", "\"end\"", "")], "");
    let breaks_in = "patient: \"I am off.\", breaks_in: AtLeast(agitation, 50)";
    let breaking_in = scene("off", &[answered("stay", "", "\"Why?\"", "Resume")], breaks_in);
    let mut session = after(&scenario(FEELS, &format!("{hub}{next}{breaking_in}")), &["shout"]);
    assert_eq!(scene_id(&session), "off");
    assert_eq!(told(session.current_scene()), ["Enough!", "I am off."]);
    take(&mut session, "stay");
    assert_eq!(scene_id(&session), "next");
    assert_eq!(told(session.current_scene()), ["Why?"]);
}

#[test]
fn the_debrief_says_what_came_back_after_each_turn() {
    let (_, session, turns) = support::answered();
    let debrief = debriefed(&session);
    let replies: Vec<Vec<&str>> = debrief
        .turns
        .iter()
        .map(|turn| turn.reply.answer.iter().chain(&turn.reply.then).map(|heard| heard.words.as_str()).collect())
        .collect();
    for (reply, (_, expected)) in replies.iter().zip(turns) {
        assert!(reply.len() == expected.len() && reply.iter().zip(expected).all(|(said, part)| said.contains(part)));
    }
    let Reply { answer, then } = &debrief.turns[0].reply;
    let who: Vec<_> = answer.iter().chain(then).map(|heard| (heard.speaker.as_deref(), heard.by_patient)).collect();
    let (patient, mary) = ((Some("Mr Smith"), true), (Some("Mary"), false));
    assert_eq!(who, [(None, false), patient, mary, patient], "the patient goes before who spoke first on arriving");
    assert_eq!(debrief.turns[1].reply.then.as_ref().expect("it is told").speaker, None, "where nobody speaks");
    assert_eq!(debrief.turns[2].reply.then.as_ref().map(|heard| heard.words.as_str()), {
        session.current_scene().arrival.lines.first().map(|line| line.words.as_str())
    });
}

#[test]
fn its_conditions_see_what_the_choice_has_changed_and_not_yet_the_scene_that_follows() {
    // 45 + 4 · 3 + 3 = 60.
    let felt = "[(when: AtLeast(agitation, 55), say: \"Loud.\"), (say: \"Quiet.\")]";
    let noted = "[(when: All(Flag(\"noted\"), Chose(\"hub\", \"note\")), say: \"Noted.\"), (say: \"No.\")]";
    let entered = "[(when: Visited(\"next\"), say: \"There.\"), (say: \"Here.\")]";
    let choices = [
        answered("threat", "threatens", felt, "\"hub\""),
        choice("note", "", "\"hub\"", &format!("sets: [\"noted\"], answer: {noted}")),
        answered("go", "", entered, "\"next\""),
    ];
    let next = scene("next", &[choice("on", "", "[(when: Flag(\"noted\"), to: \"end\"), (to: \"end\")]", "")], "");
    let mut session = begin(&scenario(FEELS, &format!("{}{next}", scene("hub", &choices, ""))));
    for (choice, answer) in [("threat", "Loud."), ("note", "Noted."), ("go", "Here.")] {
        take(&mut session, choice);
        assert_eq!(told(session.current_scene()), [answer]);
    }
}

#[test]
fn chance_draws_an_answer_by_its_own_key_and_the_draw_is_kept_with_the_turn() {
    let drawn =
        "(narration: [\"A nod.\", \"A look.\"], lines: [(say: \"Hm.\"), (say: [\"One.\", \"Two.\", \"Three.\"])])";
    let with = |answer: &str| {
        let choices = [choice("ask", "", "[(chance: [(1, \"end\"), (1, \"next\")])]", answer)];
        let next = scene("next", &[choice("on", "", "\"end\"", "")], "patient: [\"Yes?\", \"So?\"]");
        scenario(FEELS, &format!("{}{next}", scene("hub", &choices, "patient: [\"Well?\", \"Now?\", \"Hm?\"]")))
    };
    let (silent, answering) = (with(""), with(&format!("answer: {drawn}")));
    let mut told_so_far = std::collections::BTreeSet::new();
    for seed in 0..40 {
        let play = |scenario: &std::sync::Arc<_>| {
            let mut session = Session::begin(std::sync::Arc::clone(scenario), Chance::from_seed(seed));
            take(&mut session, "ask");
            session
        };
        let (before, session) = (play(&silent), play(&answering));
        assert_eq!(session.current_scene().arrival, before.current_scene().arrival, "all other draws are the same");
        let turn = &session.transcript().turns[0];
        let what: Vec<&str> = turn.draws.iter().map(|draw| &*draw.what).collect();
        assert_eq!(what, ["line 1", "answer narration", "answer line 2", "branch"]);
        let again = Session::along(answering.clone(), Chance::from_seed(seed), &Road::of(session.transcript()));
        assert_eq!(again.expect("the same road").current_scene(), session.current_scene());
        told_so_far.insert(told(session.current_scene())[0].clone());
    }
    assert_eq!(told_so_far.len(), 6, "{told_so_far:?}");
}
