//! Every option in view: in every scene of every shipped scenario, with every wording, as plays of all kinds meet them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bedside::scenario::{Scenario, SceneContent};
use bedside::session::{Chance, Session};
use bedside::ui::conversation::{Conversation, Room, TimeLeft, room, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Rect, Vec2};
use egui_kittest::kittest::NodeT;

use super::harness::open_with;
use super::samples::Talk;
use crate::support;

/// How many times each scenario is played, by each kind of trainee.
const PLAYS: u64 = 600;
/// In how many of 100 turns each kind of trainee takes the best choice, and else any.
const KINDS: [u64; 5] = [0, 30, 60, 90, 100];

/// A window, its text in percent, and the least share of scenes in percent that must be whole in it.
const WINDOWS: [((f32, f32), u16, usize); 4] = [
    ((1280.0, 800.0), 100, 100),
    ((1366.0, 768.0), 100, 100),
    ((1920.0, 1080.0), 100, 100),
    ((1366.0, 768.0), 150, 60),
];

/// A sequence of numbers that looks random and is always the same (Marsaglia 2003, xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("it is less than a usize")
    }
}

/// Each different screen that plays of all kinds come to, by scene.
fn screens(scenario: &Arc<Scenario>) -> BTreeMap<String, Vec<Session>> {
    let mut screens: BTreeMap<String, Vec<Session>> = BTreeMap::new();
    let mut known = BTreeSet::new();
    let mut note = |session: &Session| {
        let last = session.transcript().turns.last().map(|turn| turn.choice.to_string());
        let mut offer = session.current_scene().offer.clone();
        offer.sort_unstable();
        let told: Vec<String> = session.current_scene().passages().map(|passage| format!("{passage:?}")).collect();
        if known.insert((session.state().scene, last, told, offer)) {
            screens.entry(session.scene().id.to_string()).or_default().push(session.clone());
        }
    };
    let mut numbers = Numbers(0x5eed);
    for seed in 0..PLAYS {
        for best_of_100 in KINDS {
            let mut session = Session::begin(scenario.clone(), Chance::from_seed(seed));
            note(&session);
            while !session.is_over() {
                let offer = &session.current_scene().offer;
                let best =
                    offer.iter().max_by_key(|&&id| scenario.choice(id).points_at(session.state().mind.stage).sum());
                let any = offer[numbers.below(offer.len())];
                let taken = if (numbers.below(100) as u64) < best_of_100 { *best.expect("there is one") } else { any };
                session.choose(taken, None).expect("it is on offer");
                note(&session);
            }
        }
    }
    screens
}

/// The model of a screen as it takes the most room: later turns in practice, and with the scene's timer running.
fn model(talk: &Talk) -> Conversation<'_> {
    let timed = matches!(talk.session.scene().content, SceneContent::Choices { timer: Some(_), .. });
    Conversation { time: timed.then_some(TimeLeft { left: 20, of: 20, paused: false }), ..talk.model() }
}

fn settings(percent: u16) -> Settings {
    Settings { text: TextSize::nearest(percent), ..Settings::default() }
}

/// The screen of each scene that needs the most room, of the scenes that are whole in this window and of those that are not.
fn tightest(scenes: &BTreeMap<String, Vec<Talk>>, size: Vec2, percent: u16) -> BTreeMap<String, (Room, usize)> {
    let mut found = BTreeMap::new();
    let mut screen = open_with(settings(percent), size, |ui| {
        for (scene, talks) in scenes {
            let rooms = talks.iter().map(|talk| room(ui, &model(talk))).enumerate();
            let tightest = rooms.max_by(|(_, one), (_, other)| {
                (one.needed - one.available).total_cmp(&(other.needed - other.available))
            });
            if let Some((index, room)) = tightest {
                found.insert(scene.clone(), (room, index));
            }
        }
        None::<()>
    });
    screen.run();
    drop(screen);
    found
}

/// How many of the options are wholly in view, and how many there are.
fn in_view(talk: &Talk, size: Vec2, percent: u16) -> (usize, usize) {
    let model = model(talk);
    let mut screen = open_with(settings(percent), size, |ui| show(ui, &model).action);
    screen.run();
    let window = Rect::from_min_size(egui::Pos2::ZERO, size);
    let mut seen = 0;
    for node in screen.root().children_recursive() {
        let label = node.accesskit_node().label().unwrap_or_default();
        let is_option = node.accesskit_node().role() == Role::Button
            && label.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok());
        seen += usize::from(is_option && window.contains_rect(node.rect()));
    }
    (seen, talk.session.current_scene().offer.len())
}

#[test]
fn every_option_of_every_shipped_scene_is_in_view() {
    let scenarios = support::shipped();
    let mut played: Vec<(String, BTreeMap<String, Vec<Talk>>)> = Vec::new();
    for scenario in &scenarios {
        let screens = screens(scenario);
        every_wording_was_met(scenario, &screens);
        let talks = screens.into_iter().map(|(scene, sessions)| (scene, sessions.into_iter().map(Talk::new).collect()));
        played.push((scenario.id.clone(), talks.collect()));
    }
    for ((width, height), percent, least) in WINDOWS {
        let size = Vec2::new(width, height);
        let (mut whole, mut all, mut options, mut of) = (0, 0, 0, 0);
        let mut not_whole = Vec::new();
        for (id, scenes) in &played {
            for (scene, (room, index)) in tightest(scenes, size, percent) {
                let talk = &scenes[&scene][index];
                let (seen, offered) = in_view(talk, size, percent);
                if offered == 0 {
                    continue;
                }
                assert_eq!(seen == offered, room.suffices(), "{id}, {scene}: {room:?}, {seen} of {offered}");
                all += 1;
                whole += usize::from(seen == offered);
                options += seen;
                of += offered;
                if seen < offered {
                    not_whole
                        .push(format!("{id}/{scene} ({seen} of {offered}, {:.0} short)", room.needed - room.available));
                }
            }
        }
        let share = 100 * whole / all;
        println!(
            "{width} × {height}, text {percent} %: {whole} of {all} scenes whole ({share} %), \
             {options} of {of} options in view; not whole: {not_whole:?}"
        );
        assert!(share >= least, "{width} × {height} at {percent} %: {share} % and {least} % are meant: {not_whole:?}");
    }
}

/// Asserts that the plays have met every scene and every wording, so that none is left out of what is measured.
fn every_wording_was_met(scenario: &Scenario, screens: &BTreeMap<String, Vec<Session>>) {
    let mut met = BTreeSet::new();
    for passage in screens.values().flatten().flat_map(|session| session.current_scene().passages()) {
        met.extend(passage.narration.iter().map(ToString::to_string));
        met.extend(passage.lines.iter().map(|line| line.words.to_string()));
    }
    for scene in scenario.scene_ids() {
        let id = &scenario.scene(scene).id;
        assert!(screens.contains_key(&**id), "{}: nobody met {id}", scenario.id);
        let variants = scenario.texts_of(scene).flat_map(|text| &text.text.variants);
        for words in variants.flat_map(|variant| &variant.wordings) {
            assert!(met.contains(&**words), "{}: nobody met {words:?} in {id}", scenario.id);
        }
    }
}
