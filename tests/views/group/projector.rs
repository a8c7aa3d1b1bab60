//! What the projector shows: all of it, large, and nothing that is private.

use std::collections::BTreeSet;
use std::sync::Arc;

use bedside::debrief::debrief;
use bedside::debrief::page::OtherRoads;
use bedside::group::{Phase, Step, summary};
use bedside::scenario::Scenario;
use bedside::ui::Settings;
use bedside::ui::group::{Projector, show_projector, slides};
use egui::{Pos2, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Room, every_step, on_projector};
use crate::support;
use crate::views::harness::{Screen, open_with, reads, rests, texts};

/// The projector's page, in points: small type is then 24 pixels high on a screen of 1920 × 1080.
const SIZE: Vec2 = vec2(1280.0, 720.0);

fn shown<'a>(page: &'a Projector<'a>) -> Screen<'a, ()> {
    let mut screen = open_with(Settings::default(), SIZE, |ui| {
        show_projector(ui, page);
        None
    });
    screen.run();
    screen
}

/// Asserts that everything that can be read lies on the page, above its foot or in it.
fn all_is_in_sight(screen: &Screen<'_, ()>, what: &str) {
    let page = Rect::from_min_size(Pos2::ZERO, SIZE);
    for node in screen.root().children_recursive() {
        let said = node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default();
        if !said.is_empty() && node.accesskit_node().bounding_box().is_some() {
            assert!(page.expand(0.5).contains_rect(node.rect()), "{what}: {:?} of “{said}”", node.rect());
        }
    }
}

/// Sessions at different decisions of a scenario, as plays that take each option now and then come to them.
fn decisions(scenario: &Arc<Scenario>) -> Vec<Room> {
    let mut met = BTreeSet::new();
    let mut rooms = Vec::new();
    for seed in 0..12_u64 {
        let mut room = Room::open(scenario, seed).to(Step::Prebrief);
        room.steer(bedside::group::Steer::Next);
        for turn in 0.. {
            let Some(decision) = room.group.room_view().decision else { break };
            let scene = room.group.conversation().scene().id.to_string();
            if met.insert((scene, decision.options.len())) {
                rooms.push(room.clone());
            }
            if decision.options.len() == 1 {
                room.steer(bedside::group::Steer::Next);
                continue;
            }
            room.steer(bedside::group::Steer::Reveal);
            let taken = usize::try_from(seed.wrapping_mul(7) + turn * 3).expect("it is small") % decision.options.len();
            let choice = decision.options[taken].choice.as_str().into();
            room.steer(bedside::group::Steer::Take { choice });
        }
        rooms.push(room);
    }
    rooms
}

#[test]
fn every_decision_and_every_ending_of_every_shipped_scenario_is_whole_on_the_page() {
    for scenario in support::shipped() {
        for room in decisions(&scenario) {
            let scene = room.group.conversation().scene().id.to_string();
            let what = format!("{}, {scene}", scenario.id);
            on_projector(&room, |page| all_is_in_sight(&shown(page), &what));
            if room.group.room_view().decision.is_some_and(|decision| decision.options.len() > 1) {
                let revealed = room.revealed();
                on_projector(&revealed, |page| all_is_in_sight(&shown(page), &format!("{what}, revealed")));
            }
        }
    }
}

#[test]
fn every_step_is_whole_on_the_page_and_rests() {
    for scenario in support::shipped() {
        for room in every_step(&scenario) {
            let what = format!("{} at {:?}", scenario.id, room.group.step());
            on_projector(&room, |page| {
                let mut screen = shown(page);
                all_is_in_sight(&screen, &what);
                rests(&mut screen);
            });
        }
    }
}

#[test]
fn the_debrief_of_a_whole_session_is_shown_in_parts_that_fit() {
    for scenario in support::shipped() {
        for mut room in decisions(&scenario).into_iter().filter(|room| room.group.step() == Step::Closing).take(3) {
            room = room.to(Step::Debrief);
            let conversation = room.group.conversation();
            let debriefed = debrief(&scenario, conversation.transcript()).expect("it can be debriefed");
            let parts = slides(&summary(&room.group, &debriefed, OtherRoads::LeftOut, None));
            assert!(parts.len() > 3, "{}", parts.len());
            for part in parts {
                let what = format!("{}, {}", scenario.id, part.heading);
                let room = Room { debrief: vec![part], ..room.clone() };
                on_projector(&room, |page| {
                    let screen = shown(page);
                    all_is_in_sight(&screen, &what);
                    assert!(!reads(&screen, "\u{201c}\u{201c}"), "{what}: quotation marks stand twice");
                });
            }
        }
    }
}

#[test]
fn nothing_that_is_private_is_on_it_in_any_step() {
    let scenario = &support::shipped()[0];
    for room in every_step(scenario) {
        let own = room.group.facilitator_view();
        let private = own.options.iter().flat_map(|option| option.shows.iter().chain([&option.why]));
        let private: Vec<&String> =
            private.chain(&own.cue).chain(&own.own_words).filter(|text| !text.is_empty()).collect();
        let step = room.group.step();
        on_projector(&room, |page| {
            let screen = shown(page);
            for text in &private {
                assert!(!reads(&screen, text), "{step:?}: {text}");
            }
            let scores = texts(&screen).iter().any(|text| text.contains("core") || text.contains("Empathy"));
            assert!(!scores || step.shows_scores(), "{step:?}: a score");
        });
    }
}

#[test]
fn nobody_sees_the_spread_before_it_is_revealed() {
    let scenario = &support::shipped()[0];
    let voting = Room::open(scenario, 7).to(Step::Deciding(Phase::Vote)).hands(&[5, 2]);
    on_projector(&voting, |page| {
        let screen = shown(page);
        assert!(reads(&screen, "Votes so far: 7."));
        assert!(!reads(&screen, "before"));
    });
    let discussing = voting.to(Step::Deciding(Phase::Discuss));
    on_projector(&discussing, |page| assert!(!texts(&shown(page)).iter().any(|text| text.contains('5'))));
    let revealed = discussing.to(Step::Deciding(Phase::VoteAgain)).hands(&[3, 4]).to(Step::Deciding(Phase::Reveal));
    on_projector(&revealed, |page| {
        let screen = shown(page);
        assert!(reads(&screen, "Votes before: 5, after: 3.") && reads(&screen, "Votes before: 2, after: 4."));
    });
}

#[test]
fn the_lobby_says_how_to_join_and_without_phones_that_hands_decide() {
    let room = Room::open(&support::shipped()[0], 7);
    on_projector(&room, |page| {
        let screen = shown(page);
        for words in ["http://192.0.2.7:8714/", "ABC234", "No name, no account"] {
            assert!(reads(&screen, words), "{words}");
        }
        screen.get_by_label("The code to scan: it opens the page to join");
        let by_hands = Projector { join: None, ..*page };
        let screen = shown(&by_hands);
        assert!(reads(&screen, "by a show of hands") && !reads(&screen, "http"));
    });
}

#[test]
fn what_each_would_say_comes_before_the_options_are_seen() {
    let scenario = &support::shipped()[0];
    let room = Room::open(scenario, 7).to(Step::Deciding(Phase::OwnThoughts));
    let options = room.group.room_view().decision.expect("a decision is open").options;
    let said = options.iter().find_map(|option| option.say.clone()).expect("something is said");
    on_projector(&room, |page| assert!(!reads(&shown(page), &said)));
    let voting = room.to(Step::Deciding(Phase::Vote));
    on_projector(&voting, |page| assert!(reads(&shown(page), &said)));
}
