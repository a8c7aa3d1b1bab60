use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{ChanceModel, Limits, Roads, WhatIf, marks, what_if};
use bedside::attempt::{Mode, Notes, Reflection, SelfRating};
use bedside::chart::{Chart, Unreached};
use bedside::debrief::page::PartName;
use bedside::debrief::{Debrief, Interval, TurnReport, debrief};
use bedside::print::Appendix;
use bedside::rubric::Points;
use bedside::scenario::Scenario;
use bedside::session::{Chance, CurrentScene, Session};
use bedside::ui::RoadTaken;
use bedside::ui::debrief::{DebriefAction, DebriefPage, View, show};
use bedside::ui::scenes_met;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{Screen, every_control_has_a_name, focused, open, reads, rests, texts};
use super::samples::{KETTLE, after, kettle};
use crate::support::{answered, playable};

/// Everything that a debrief is shown from.
pub(crate) struct Page {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) debrief: Debrief,
    what_if: Vec<WhatIf>,
    met: Vec<CurrentScene>,
    words: BTreeMap<usize, String>,
    reflection: Reflection,
    road: (Chart, RoadTaken),
    notes: Notes,
}

impl Page {
    pub(crate) fn of(session: &Session, roads: Option<&Roads>) -> Self {
        let (scenario, transcript) = (session.scenario().clone(), session.transcript());
        let rating = Some(SelfRating { empathy: 60, clarity: 40, de_escalation: 75 });
        Self {
            debrief: debrief(&scenario, transcript).expect("the record fits the scenario"),
            what_if: roads.map(|roads| what_if(session, roads).expect("the roads fit")).unwrap_or_default(),
            met: scenes_met(&scenario, transcript),
            words: BTreeMap::from([(0, "Hello there".to_owned())]),
            reflection: Reflection { feeling: "tense".into(), rating },
            road: (Chart::draw(&scenario, &Unreached::default()), RoadTaken::of(&scenario, session)),
            notes: Notes::default(),
            scenario,
        }
    }

    pub(crate) fn model<'a>(&'a self, view: &'a View) -> DebriefPage<'a> {
        DebriefPage {
            scenario: &self.scenario,
            debrief: &self.debrief,
            met: &self.met,
            mode: Mode::Practise,
            again_from: None,
            own_words: &self.words,
            reflection: Some(&self.reflection),
            what_if: Some(&self.what_if),
            road: Some((&self.road.0, &self.road.1)),
            notes: &self.notes,
            portrait: None,
            view,
            again: None,
        }
    }
}

/// A page with every part open.
pub(crate) fn all_open() -> View {
    View { open: BTreeSet::from(PartName::ALL), ..View::default() }
}

/// Opens everything folded under a title.
fn unfold<A>(screen: &mut Screen<'_, A>, title: &str) {
    screen.get_all_by_label(title).for_each(|fold| fold.click_accesskit());
    screen.run();
}

/// The title of the scores with all that they rest on.
const IN_FULL: &str = "The scores in full, and how they come about";

pub(crate) fn played(choices: &[&str]) -> Page {
    let scenario = kettle();
    let session = after(&scenario, choices);
    let roads =
        Roads::explore(&scenario, ChanceModel::Seeded(Chance::from_seed(7)), Limits::default()).expect("few roads");
    Page::of(&session, Some(&roads))
}

#[test]
fn it_is_read_from_how_it_ended_to_what_comes_next() {
    let page = played(&["name", "thank"]);
    let view = all_open();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    unfold(&mut screen, IN_FULL);
    for words in [
        "\u{201c}She lets you look\u{201d}.",
        "Of 1 moment to answer, you met 1.",
        "It ended well.",
        "You said it felt \u{201c}tense\u{201d}.",
        "She did look at me first.",
        "Your own rating: 60 (well).",
        "The diamond on a scale is your own rating.",
        "Your answer acknowledged the feeling.",
        "Met: ",
        "What you can build on",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
    for heading in
        ["What happened", "How it was for Mrs Ode", "Looking closer", "Where it turned", "What if?", "Next time"]
    {
        assert!(screen.query_by_role_and_label(Role::Heading, heading).is_some(), "{heading}");
    }
    every_control_has_a_name(&screen);
    rests(&mut screen);
}

#[test]
fn a_dimension_that_was_not_exercised_is_said_to_be_so() {
    // Without its moment no option of the first scene is unclear.
    let scenario = playable(KETTLE.replace("moment: feeling,", ""));
    let page = Page::of(&after(&scenario, &["name", "thank"]), None);
    let view = View::default();
    let screen = open(|ui| show(ui, &page.model(&view)));
    assert!(page.debrief.scores.clarity.is_none());
    assert!(reads(&screen, "Clarity  not called for"));
    let empathy = page.debrief.scores.empathy.expect("it was exercised");
    assert!(reads(&screen, &format!("Empathy  {empathy} of 100")));
}

#[test]
fn marks_are_worked_out_while_one_reads_and_then_stand_below_each_scale() {
    let session = after(&kettle(), &["name", "thank"]);
    let mut page = Page::of(&session, None);
    let view = all_open();
    let mut screen = open(|ui| show(ui, &DebriefPage { what_if: None, ..page.model(&view) }));
    unfold(&mut screen, IN_FULL);
    assert!(reads(&screen, "What others come to in this conversation: working out\u{2026}"));
    drop(screen);
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    unfold(&mut screen, IN_FULL);
    assert!(!reads(&screen, "working out\u{2026}"), "they are not known, and will not be");
    assert!(!reads(&screen, "For comparison:"));
    drop(screen);
    let marks = marks(&page.scenario, NonZero::<usize>::MIN).expect("it can be played");
    page.debrief.marks = Some(marks);
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    unfold(&mut screen, IN_FULL);
    for (dimension, score) in page.debrief.scores.exercised() {
        let [random, stranger, developing, expert] =
            marks.each().map(|(_, mark)| mark.get(dimension).expect("plays exercise it"));
        assert!(reads(&screen, &format!("For comparison: guessing {random}, by looks {stranger}, ")));
        let told = format!(
            "score {}, your own rating {}, guessing {random}, by looks {stranger}, learner {developing}, expert {expert}.",
            score,
            SelfRating { empathy: 60, clarity: 40, de_escalation: 75 }.on(dimension)
        );
        assert!(reads(&screen, &told), "{told}: {:?}", texts(&screen));
    }
    assert!(
        reads(&screen, &format!("(\u{201c}{}\u{201d})", marks.stranger.label)),
        "the stranger\u{2019}s way is named"
    );
}

#[test]
fn how_much_a_score_hangs_on_the_weights_is_said_of_each_and_of_the_band() {
    let page = played(&["sit", "thank"]);
    let view = all_open();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    unfold(&mut screen, IN_FULL);
    let other = page.debrief.other_weights;
    for (dimension, score) in page.debrief.scores.exercised() {
        let Interval { low, high } = other.get(dimension).expect("it is exercised");
        let same = (low, high) == (score, score);
        let stays = format!("It stays {low} under other reasonable weights.");
        let ranges = format!("Under other reasonable weights {low} to {high}.");
        assert!(reads(&screen, if same { &stays } else { &ranges }), "{:?}", texts(&screen));
    }
    assert_eq!((page.debrief.band, other.same_band), (None, None), "so few decisions have no band");
    assert!(!reads(&screen, "% of the other weights."));
    assert!(!reads(&screen, "0 to 100."), "what holds in every scenario is not said");
}

#[test]
fn a_turn_in_the_arc_says_what_it_did_and_opens_with_every_point_explained() {
    let page = played(&["order", "late"]);
    let view = View { open: BTreeSet::from([PartName::WhatHappened]), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    screen.get_by_label_contains("Turn 1: Point at the chair. Agitation up to").click_accesskit();
    screen.run();
    let opened = View { turn: Some(0), ..view.clone() };
    assert_eq!(screen.state(), &[DebriefAction::View(opened.clone())]);
    let mut screen = open(|ui| show(ui, &page.model(&opened)));
    unfold(&mut screen, "The points behind this turn");
    for words in [
        "She keeps the bandage out of sight: she is afraid.",
        "\u{201c}Hello there\u{201d}",
        "Mrs Ode showed a feeling. This was missed.",
        "(because the moment was missed)",
        "de-escalation \u{2212}3.",
        "Source: BETA",
        "Empathy \u{2212}3 (on offer were \u{2212}3 to +3)",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
}

#[test]
fn what_came_back_stands_below_the_turn_looked_at_and_once_among_all_turns() {
    let (_, session, turns) = answered();
    let page = Page::of(&session, None);
    for (turn, (_, replies)) in turns.iter().enumerate() {
        let view = View { turn: Some(turn), ..View::default() };
        let screen = open(|ui| show(ui, &page.model(&view)));
        let shown = texts(&screen);
        let told: Vec<&String> = shown.iter().filter(|text| text.starts_with("What came back:")).collect();
        // The last of them: the summary may have told one.
        let mut rest = told.last().expect("something came back").as_str();
        for reply in *replies {
            rest = rest.split_once(reply).unwrap_or_else(|| panic!("{reply}: {told:?}")).1;
        }
    }
    let view = View { open: BTreeSet::from([PartName::WhatHappened]), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    let times = |shown: &[String], reply: &str| shown.iter().filter(|text| text.contains(reply)).count();
    let before = texts(&screen);
    unfold(&mut screen, "The whole conversation, turn by turn");
    let shown = texts(&screen);
    for reply in turns.iter().flat_map(|(_, replies)| *replies) {
        assert_eq!(times(&shown, reply), times(&before, reply) + 1, "{reply}: {shown:?}");
    }
}

#[test]
fn another_choice_shows_where_it_could_have_led() {
    let page = played(&["order", "late"]);
    let closed = View { open: BTreeSet::from([PartName::WhatIf]), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&closed)));
    screen.get_by_role_and_label(Role::RadioButton, "Turn 1").click_accesskit();
    screen.run();
    let turn = View { what_if: Some((0, None)), ..closed.clone() };
    assert_eq!(screen.state(), &[DebriefAction::View(turn.clone())]);
    let mut screen = open(|ui| show(ui, &page.model(&turn)));
    screen.get_by_role_and_label(Role::RadioButton, "\u{201c}You sound worried about it.\u{201d}").click_accesskit();
    screen.run();
    let picked = View { what_if: Some((0, Some("name".to_owned()))), ..closed.clone() };
    assert_eq!(screen.state(), &[DebriefAction::View(picked.clone())]);
    let screen = open(|ui| show(ui, &page.model(&picked)));
    assert!(reads(&screen, "With this choice, and your own next one"));
    assert!(reads(&screen, "With this choice, and the best ones after it"));
}

#[test]
fn what_if_at_a_turn_leads_to_its_place_on_the_page() {
    let page = played(&["order", "late"]);
    let view = RefCell::new(View { turn: Some(1), ..View::default() });
    let mut screen = open(|ui| {
        let now = view.borrow().clone();
        let action = show(ui, &page.model(&now));
        if let Some(DebriefAction::View(wanted)) = &action {
            *view.borrow_mut() = wanted.clone();
        }
        action
    });
    let what_if = screen.get_all_by_label("What if I had chosen otherwise at turn 2?").next().expect("there is one");
    what_if.click_accesskit();
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("What if? Where any other choice could have led"));
    let heading = screen.get_by_role_and_label(Role::Heading, "What if?").rect();
    assert!((0.0..800.0).contains(&heading.top()), "it is in view: {heading:?}");
}

#[test]
fn playing_on_from_a_turn_belongs_to_practice() {
    let page = played(&["order", "late"]);
    let view = View { turn: Some(1), ..View::default() };
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    let again = screen.get_all_by_label("Play again from turn 2").next().expect("there is one");
    again.click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[DebriefAction::PlayFrom(1)]);
    let screen = open(|ui| show(ui, &DebriefPage { mode: Mode::Assess, ..page.model(&view) }));
    assert!(!reads(&screen, "Play again from"));
    assert!(screen.query_by_label("Play again").is_some());
}

#[test]
fn a_second_try_is_marked_and_notes_are_recorded() {
    let page = played(&["name", "thank"]);
    let view = View::default();
    let mut screen = open(|ui| show(ui, &DebriefPage { again_from: Some(1), ..page.model(&view) }));
    assert!(reads(&screen, "This was another try, from turn 2."));
    let next = screen.get_by_label("Next time I will \u{2026}");
    next.focus();
    next.type_text("sit");
    screen.run();
    let kept =
        screen.state().iter().any(|action| matches!(action, DebriefAction::Notes(notes) if notes.next_time == "sit"));
    assert!(kept, "{:?}", screen.state());
}

#[test]
fn the_page_can_be_saved_alone_or_with_all_of_it() {
    let page = played(&["name", "thank"]);
    let view = View::default();
    for (label, appendix) in
        [("Save this page", Appendix::Folded), ("Save all of it, every turn in full", Appendix::Printed)]
    {
        let mut screen = open(|ui| show(ui, &page.model(&view)));
        screen.get_by_role_and_label(Role::Button, label).click_accesskit();
        screen.run();
        assert!(screen.state().contains(&DebriefAction::SavePage(appendix)), "{:?}", screen.state());
    }
}

#[test]
fn a_conversation_without_a_turn_can_be_debriefed() {
    let page = Page::of(&after(&kettle(), &[]), None);
    let view = View { turn: Some(4), what_if: Some((4, Some("gone".to_owned()))), ..View::default() };
    let screen = open(|ui| show(ui, &page.model(&view)));
    assert!(reads(&screen, "No turn was played"));
    every_control_has_a_name(&screen);
}

#[test]
fn a_turn_chosen_in_the_arc_takes_the_focus_and_leads_on_to_the_turns_beside_it() {
    let page = played(&["order", "late"]);
    let before = View { open: BTreeSet::from([PartName::WhatHappened]), ..View::default() };
    let view = RefCell::new(before.clone());
    let mut screen = open(|ui| {
        let now = view.borrow().clone();
        let action = show(ui, &page.model(&now));
        if let Some(DebriefAction::View(wanted)) = &action {
            *view.borrow_mut() = wanted.clone();
        }
        action
    });
    screen.get_by_label_contains("Turn 1: Point at the chair. Agitation up to").click_accesskit();
    screen.run();
    assert_eq!(focused(&screen).as_deref(), Some("Turn 1: Point at the chair."));
    assert!(screen.query_by_label("Previous turn").is_none());
    screen.get_by_role_and_label(Role::Button, "Next turn").click_accesskit();
    screen.run();
    assert!(focused(&screen).is_some_and(|name| name.starts_with("Turn 2: ")));
    assert!(screen.query_by_label("Next turn").is_none());
    screen.get_by_role_and_label(Role::Button, "Close this turn").click_accesskit();
    screen.run();
    drop(screen);
    assert_eq!(view.into_inner(), before);
}

#[test]
fn the_arc_says_at_which_turns_much_changed() {
    let page = played(&["order", "late"]);
    assert!(!page.debrief.turning_points.is_empty());
    let view = View { open: BTreeSet::from([PartName::WhatHappened]), ..View::default() };
    let screen = open(|ui| show(ui, &page.model(&view)));
    assert!(reads(&screen, "A ring marks a turn where much changed."));
    for turn in 0..page.debrief.turns.len() {
        let turned = page.debrief.turning_points.iter().any(|point| point.turn == turn);
        let told = texts(&screen)
            .iter()
            .any(|text| text.starts_with(&format!("Turn {}: ", turn + 1)) && text.ends_with("A turning point."));
        assert_eq!(told, turned, "turn {}", turn + 1);
    }
}

#[test]
fn a_score_says_what_was_gained_of_what_there_was() {
    let page = played(&["name", "thank"]);
    let view = all_open();
    let mut screen = open(|ui| show(ui, &page.model(&view)));
    unfold(&mut screen, IN_FULL);
    let gained = |of: fn(&TurnReport) -> Points| -> i32 {
        page.debrief.turns.iter().map(|turn| of(turn).empathy - turn.lowest.empathy).sum()
    };
    let (gained, most) = (gained(|turn| turn.points), gained(|turn| turn.highest));
    assert!(most > 0);
    assert!(reads(&screen, &format!("You gained {gained} of the {most} points that were there to be gained.")));
    assert_eq!(
        i64::from(gained) * 100 / i64::from(most),
        i64::from(page.debrief.scores.empathy.expect("it was exercised"))
    );
}

#[test]
fn the_road_on_the_graph_is_told_in_words() {
    let page = played(&["name", "thank"]);
    let view = all_open();
    let screen = open(|ui| show(ui, &page.model(&view)));
    let scenes = page.scenario.scenes.len();
    let met = format!("You met 3 of the {scenes} scenes that this conversation can hold, and came to its ending.");
    let said = format!("{met} No scene came twice.");
    assert!(screen.query_by_role_and_label(Role::Image, said.as_str()).is_some(), "{:?}", texts(&screen));
    let screen = open(|ui| show(ui, &DebriefPage { road: None, ..page.model(&view) }));
    assert!(!reads(&screen, "The road you took"));
}

#[test]
fn what_broke_in_is_on_the_road_too() {
    let scenario = playable(include_str!("../../docs/examples/the-ring.ron"));
    let interrupts = |name: &str| scenario.find_scene(name).is_some_and(|scene| scenario.scene(scene).interrupts);
    let mut session = after(&scenario, &[]);
    while let Some(&last) = session.current_scene().offer.last() {
        session.choose(last, None).expect("it is on offer");
    }
    let turns = &session.transcript().turns;
    let broke_in = 1 + turns.iter().position(|turn| interrupts(&turn.scene)).expect("something breaks in on this road");
    let page = Page::of(&session, None);
    let view = all_open();
    let screen = open(|ui| show(ui, &page.model(&view)));
    assert!(reads(&screen, &format!("Something broke in at turn {broke_in}.")), "{:?}", texts(&screen));
    assert!(reads(&screen, "dashed is how something broke in"));
    let (chart, road) = &page.road;
    let from_to: Vec<usize> = road.leaps(chart).iter().map(|(turn, _)| *turn).collect();
    assert_eq!(from_to, [broke_in, broke_in + 1], "there and back");
}
