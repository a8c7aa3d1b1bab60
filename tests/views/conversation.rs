use bedside::attempt::Mode;
use bedside::ui::conversation::{AuthorAccess, Conversation, ConversationAction, Overlay, Saving, View, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::{Live, Role};
use egui::{Key, Rect, Ui, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{Screen, every_control_has_a_name, focused, open, open_with, paints, reads, rests, texts};
use super::samples::{Talk, after, finished, kettle, kettle_by_the_clock, shipped};
use crate::support::answered;

pub(crate) fn view(model: Conversation<'_>) -> impl FnMut(&mut Ui) -> Option<ConversationAction> + '_ {
    move |ui| show(ui, &model).action
}

pub(crate) fn choice_names(screen: &Screen<'_, ConversationAction>) -> Vec<String> {
    let starts_with_number = |text: &String| text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let mut names: Vec<String> = texts(screen).into_iter().filter(starts_with_number).collect();
    names.dedup();
    names
}

#[test]
fn choices_stand_in_the_order_of_the_offer_with_number_and_full_text() {
    let talk = Talk::new(after(&kettle(), &[]));
    let mut screen = open(view(talk.model()));
    let words = |id: &str| match id {
        "name" => "Say: \u{201c}You sound worried about it.\u{201d}",
        "sit" => "Do, and say: Sit down beside her. \u{201c}May I?\u{201d}",
        "order" => "Do: Point at the chair.",
        _ => "Stay silent: Say nothing. Look at the kettle.",
    };
    let scenario = talk.session.scenario();
    let offer = talk.session.current_scene().offer.iter().enumerate();
    let expected: Vec<String> =
        offer.map(|(index, &id)| format!("{}. {}", index + 1, words(&scenario.choice(id).id))).collect();
    assert_eq!(choice_names(&screen), expected);
    for name in &expected {
        assert!(screen.query_by_role_and_label(Role::Button, name).is_some(), "{name}");
    }
    every_control_has_a_name(&screen);
    rests(&mut screen);
}

#[test]
fn a_digit_takes_the_choice_with_that_number() {
    let talk = Talk::new(after(&kettle(), &[]));
    let mut screen = open(view(talk.model()));
    screen.key_press(Key::Num2);
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::Choose(talk.session.current_scene().offer[1])]);
    screen.key_press(Key::Num9);
    screen.run();
    assert_eq!(screen.state().len(), 1, "there is no ninth choice");
}

#[test]
fn what_is_said_is_announced_and_the_cue_is_not() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let screen = open(view(talk.model()));
    let said = screen.get_by_role_and_label(Role::Group, "What happens");
    assert_eq!(said.accesskit_node().live(), Live::Polite);
    assert!(said.query_by_value("\u{201c}It smells, that's all.\u{201d}").is_some());
    let before = Talk::new(after(&kettle(), &[]));
    let screen = open(view(before.model()));
    assert!(reads(&screen, "She stands in front of the chair."));
    assert!(!reads(&screen, "she is afraid"));
    assert_eq!(focused(&screen).as_deref(), Some("The kettle"));
}

#[test]
fn the_time_is_shown_and_not_announced() {
    let time = "The clock shows 16:02";
    let talk = Talk::new(after(&kettle_by_the_clock(), &["name"]));
    let screen = open(view(talk.model()));
    assert!(reads(&screen, time));
    assert!(paints(&screen, "16:02"), "and not only for a screen reader");
    let said = screen.get_by_role_and_label(Role::Group, "What happens");
    assert!(said.query_by_value(time).is_none(), "remembering is the trainee's");
    assert!(!reads(&open(view(Talk::new(after(&kettle(), &["name"])).model())), "The clock"), "without a clock");
}

#[test]
fn an_answer_is_shown_once_and_first_before_an_ending_too() {
    for (choices, answer, then) in [
        (&["order"][..], "Don't you point at me.", "It smells, that's all."),
        (&["name", "thank"], "You're welcome.", "She pours two cups."),
    ] {
        let talk = Talk::new(after(&kettle(), choices));
        let screen = open(view(talk.model()));
        let places = |words: &str| -> Vec<usize> {
            let shown = texts(&screen);
            (0..shown.len()).filter(|&at| shown[at].contains(words)).collect()
        };
        let (answered, went_on) = (places(answer), places(then));
        assert_eq!((answered.len(), went_on.len()), (1, 1), "{answer}: {:?}", texts(&screen));
        assert!(answered < went_on, "{answer}");
    }
}

#[test]
fn an_answer_is_shown_once_before_an_interruption_and_on_the_way_back() {
    let (scenario, _, turns) = answered();
    for taken in 1..=turns.len() {
        let talk = Talk::new(after(&scenario, &["hush", "wait", "leave"][..taken]));
        let screen = open(view(talk.model()));
        let shown = texts(&screen);
        for (turn, (_, replies)) in (1..).zip(turns) {
            let places: Vec<usize> = replies
                .iter()
                .filter_map(|reply| {
                    let places: Vec<usize> = (0..shown.len()).filter(|&at| shown[at].contains(reply)).collect();
                    assert_eq!(places.len(), usize::from(turn == taken), "{reply}, after {taken}: {shown:?}");
                    places.first().copied()
                })
                .collect();
            assert!(places.is_sorted(), "{places:?}: {shown:?}");
        }
    }
}

#[test]
fn no_number_about_the_patient_or_the_trainee_is_shown() {
    for session in [after(&kettle(), &["name"]), finished(&kettle())] {
        let talk = Talk::new(session);
        let screen = open(view(talk.model()));
        for words in ["score", "Score", "of 100", "Agitation", "Trust", "points"] {
            assert!(!reads(&screen, words), "{words}");
        }
    }
}

#[test]
fn hint_feedback_and_stepping_back_belong_to_practice() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let open_all = View { hint: true, feedback: true, ..View::default() };
    let practise = Conversation { view: open_all, meter: true, ..talk.model() };
    let screen = open(view(practise));
    assert!(reads(&screen, "You named it."));
    assert!(reads(&screen, "What to notice"));
    assert!(reads(&screen, "Agitation: "));
    for name in ["Hint", "Feedback on my last choice", "Step back"] {
        assert!(screen.query_by_role_and_label(Role::Button, name).is_some(), "{name}");
    }
    let screen = open(view(Conversation { mode: Mode::Assess, ..practise }));
    for words in ["Hint", "Feedback", "Step back", "You named it.", "What to notice", "Agitation"] {
        assert!(!reads(&screen, words), "{words}");
    }
}

#[test]
fn lines_can_be_heard_again_where_they_are_read_aloud() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let mut screen = open(view(Conversation { aloud: true, ..talk.model() }));
    screen.get_by_role_and_label(Role::Button, "Hear again").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::HearAgain]);
    assert!(!reads(&open(view(talk.model())), "Hear again"));
}

#[test]
fn the_tools_ask_for_what_they_say() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let mut screen = open(view(talk.model()));
    for name in ["Transcript", "Hint", "Step back", "Settings", "Stop"] {
        screen.get_by_role_and_label(Role::Button, name).click_accesskit();
        screen.run();
    }
    let over = |overlay| ConversationAction::View(View { overlay, ..View::default() });
    let expected = [
        over(Overlay::Transcript),
        ConversationAction::View(View { hint: true, ..View::default() }),
        ConversationAction::Rewind,
        ConversationAction::Settings,
        over(Overlay::Stop),
    ];
    assert_eq!(screen.state(), &expected);
}

#[test]
fn escape_asks_whether_to_stop_and_then_carries_on() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let mut screen = open(view(talk.model()));
    screen.key_press(Key::Escape);
    screen.run();
    let stop = View { overlay: Overlay::Stop, ..View::default() };
    assert_eq!(screen.state(), &[ConversationAction::View(stop)]);
    let stopping = Conversation { view: stop, ..talk.model() };
    assert!(stopping.pauses_timer());
    let mut screen = open(view(stopping));
    assert_eq!(focused(&screen).as_deref(), Some("Carry on"));
    screen.key_press(Key::Num1);
    screen.key_press(Key::Escape);
    screen.get_by_label("Stop and look at the debrief").click_accesskit();
    screen.run();
    let expected = [ConversationAction::View(View::default()), ConversationAction::StopAndDebrief];
    assert_eq!(screen.state(), &expected);
}

#[test]
fn the_transcript_tells_the_conversation_so_far() {
    let mut talk = Talk::new(after(&kettle(), &["sit"]));
    talk.words.insert(0, "Hello there".to_owned());
    let over = View { overlay: Overlay::Transcript, ..View::default() };
    let screen = open(view(Conversation { view: over, ..talk.model() }));
    for words in [
        "You needn't look at it.",
        "Hello there",
        "Sit down beside her. \u{201c}May I?\u{201d}",
        "It smells, that's all.",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
    assert_eq!(choice_names(&screen), Vec::<String>::new());
}

#[test]
fn the_end_leads_on_to_the_reflection() {
    let talk = Talk::new(finished(&kettle()));
    let mut screen = open(view(talk.model()));
    assert!(reads(&screen, "She pours two cups."));
    assert!(reads(&screen, "This is where the conversation ends."));
    assert!(!reads(&screen, "She lets you look"), "what it was worth comes in the debrief");
    screen.get_by_label("Continue").click_accesskit();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::Continue]);
}

#[test]
fn a_group_can_open_the_prompts_of_a_pause() {
    let talk = Talk::new(after(&kettle(), &[]));
    let mut screen = open(view(talk.model()));
    assert!(!reads(&screen, "What did you notice?"));
    screen.get_by_label("Group questions: pause and talk").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::View(View { prompts: true, ..View::default() })]);
}

#[test]
fn the_face_is_left_free_beside_the_text_or_above_it() {
    for (size, percent, beside) in [
        ((1280.0, 800.0), 100, true),
        ((1024.0, 640.0), 100, true),
        ((1366.0, 768.0), 150, true),
        ((1024.0, 640.0), 200, false),
    ] {
        let talk = Talk::new(after(&kettle(), &["name"]));
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let mut picture = Rect::NOTHING;
        let mut screen = open_with(settings, Vec2::from(size), |ui| {
            picture = show(ui, &talk.model()).picture;
            None::<()>
        });
        screen.run();
        let shown: Vec<(Rect, String)> = screen
            .root()
            .children_recursive()
            .filter(|node| matches!(node.accesskit_node().role(), Role::Button | Role::Label | Role::Heading))
            .map(|node| (node.rect(), node.accesskit_node().value().unwrap_or_default()))
            .collect();
        drop(screen);
        assert!(picture.height() >= 96.0 && picture.width() >= 96.0, "{picture:?}");
        assert_eq!(picture.height() > 500.0, beside, "{picture:?}");
        let face = picture.with_max_y(picture.center().y).shrink(1.0);
        for (rect, words) in &shown {
            assert!(!rect.intersects(face), "{words:?} lies over the face");
        }
        let said = shown.iter().find(|(_, words)| words.contains("It smells, that's all.")).expect("it is said");
        assert_eq!(picture.contains_rect(said.0), beside, "what is said stands with the person, where there is room");
    }
}

#[test]
fn what_happened_and_what_was_said_are_read_in_their_order_wherever_they_stand() {
    let (scenario, ..) = answered();
    let talk = Talk::new(after(&scenario, &["hush"]));
    let screen = open(view(talk.model()));
    let order = [
        "Hush now.",
        "He throws off the blanket.",
        "Hush?",
        "John, please.",
        "I am off home.",
        "What do you do?",
        "1. ",
    ];
    let shown = texts(&screen);
    let places: Vec<Option<usize>> =
        order.iter().map(|words| shown.iter().position(|text| text.contains(words))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {shown:?}");
}

#[test]
fn a_choice_that_is_not_saved_yet_is_said_to_be_so_beside_the_reaction() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let said = "Your last choice is not saved yet. You can go on.";
    assert!(!reads(&open(view(talk.model())), said));
    let screen = open(view(Conversation { saving: Saving::NotYet, ..talk.model() }));
    assert!(reads(&screen, said));
    assert!(screen.query_by_label("Stop").is_some(), "all else stays");
}

#[test]
fn a_rehearsal_says_that_it_is_none_and_leads_back_to_the_authors_view() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let rehearsal = Conversation { author_access: AuthorAccess::Rehearsal, ..talk.model() };
    let mut screen = open(view(rehearsal));
    assert!(reads(&screen, "Rehearsal: no attempt, and nothing is saved."));
    assert!(screen.query_by_label("Stop").is_none());
    screen.get_by_role_and_label(Role::Button, "End the rehearsal").click_accesskit();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::Author, ConversationAction::Author]);
    let over = Talk::new(finished(&kettle()));
    let mut screen = open(view(Conversation { author_access: AuthorAccess::Rehearsal, ..over.model() }));
    screen.get_by_label("Back to the author\u{2019}s view").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::Author]);
}

#[test]
fn only_an_author_has_the_way_to_the_authors_view() {
    let talk = Talk::new(after(&kettle(), &[]));
    assert!(!reads(&open(view(talk.model())), "Author\u{2019}s view"));
    let mut screen = open(view(Conversation { author_access: AuthorAccess::View, ..talk.model() }));
    screen.get_by_role_and_label(Role::Button, "Author\u{2019}s view").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::Author]);
}

#[test]
fn what_is_opened_lies_over_the_picture_and_moves_no_option_where_the_picture_has_room() {
    let talk = Talk::new(after(&kettle(), &["name"]));
    let shown = |size: (f32, f32), percent, view| {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let mut picture = Rect::NOTHING;
        let mut screen = open_with(settings, Vec2::from(size), |ui| {
            picture = show(ui, &Conversation { view, ..talk.model() }).picture;
            None::<()>
        });
        screen.run();
        let nodes = screen.root().children_recursive().filter(|node| node.accesskit_node().raw_bounds().is_some());
        let words =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().label().or_else(|| node.accesskit_node().value());
        let nodes: Vec<(String, Rect)> = nodes.filter_map(|node| Some((words(&node)?, node.rect()))).collect();
        drop(screen);
        (picture, nodes)
    };
    let options = |nodes: &[(String, Rect)]| -> Vec<Rect> {
        nodes.iter().filter(|(words, _)| words.starts_with(char::is_numeric)).map(|(_, rect)| *rect).collect()
    };
    let (hint, feedback) = (View { hint: true, ..View::default() }, View { feedback: true, ..View::default() });
    for (size, percent, over) in
        [((1280.0, 800.0), 100, true), ((1366.0, 768.0), 100, true), ((1024.0, 640.0), 200, false)]
    {
        let (_, before) = shown(size, percent, View::default());
        for (view, title) in [(hint, "What to notice"), (feedback, "Feedback on your last choice")] {
            let (picture, after) = shown(size, percent, view);
            let (_, note) = after.iter().find(|(words, _)| words == title).expect("it is open");
            assert_eq!(picture.contains_rect(*note), over, "{title} at {percent} %: {note} in {picture}");
            assert_eq!(options(&before) == options(&after), over, "{title} at {percent} %: no option moves");
            let face = picture.with_max_y(picture.top() + picture.height() / 4.0).shrink(1.0);
            assert!(!note.intersects(face), "{title} at {percent} %: the face stays free");
        }
    }
}

#[test]
fn the_tools_are_one_row_that_stays_at_the_top() {
    let talk = Talk::new({
        let mut session = after(&shipped(), &[]);
        let first = session.current_scene().offer[0];
        session.choose(first, None).expect("it is on offer");
        session
    });
    let model = Conversation { aloud: true, author_access: AuthorAccess::View, ..talk.model() };
    for (size, percent) in [((1366.0, 768.0), 100), ((1366.0, 768.0), 200), ((1024.0, 640.0), 200)] {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let mut screen = open_with(settings, Vec2::from(size), view(model));
        let tools = |screen: &Screen<'_, ConversationAction>| -> Vec<Rect> {
            let buttons =
                screen.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::Button);
            let is_tool = |name: &str| !name.starts_with(char::is_numeric) && name != "Show more below";
            buttons
                .filter(|node| node.accesskit_node().label().is_some_and(|name| is_tool(&name)))
                .map(|node| node.rect())
                .collect()
        };
        let before = tools(&screen);
        assert!(before.len() > 1, "at {percent} %");
        assert!(before.iter().all(|tool| (tool.top() - before[0].top()).abs() < 1.0), "at {percent} %: {before:?}");
        for _ in 0..40 {
            screen.key_press(Key::PageDown);
            screen.run();
        }
        assert_eq!(tools(&screen), before, "at {percent} %, scrolled to the end");
    }
}
