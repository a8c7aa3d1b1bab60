//! Every option in view: in every scene of every shipped scenario, with every wording, as plays of all kinds meet them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bedside::scenario::{ChoiceId, Scenario, SceneContent};
use bedside::session::{Chance, Session};
use bedside::ui::conversation::{Conversation, Pace, TimeLeft, show};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::{Pos2, Rect, Vec2};
use egui_kittest::kittest::NodeT;

use super::harness::{Screen, open_with, texts};
use super::samples::Talk;
use crate::support;

/// How many times each scenario is played.
const PLAYS: u64 = 8000;
/// What a trainee goes for; after one turn in six on average they go for something else.
const AIMS: [Aim; 3] = [Aim::Best, Aim::Any, Aim::Worst];

#[derive(Clone, Copy)]
enum Aim {
    Best,
    Any,
    Worst,
}

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

/// The screens of a scenario, by scene.
type Scenes = (String, BTreeMap<String, Vec<Talk>>);

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
        let mut session = Session::begin(scenario.clone(), Chance::from_seed(seed));
        note(&session);
        let mut aim = AIMS[numbers.below(AIMS.len())];
        while !session.is_over() {
            if numbers.below(6) == 0 {
                aim = AIMS[numbers.below(AIMS.len())];
            }
            let offer = &session.current_scene().offer;
            let worth = |&&id: &&ChoiceId| scenario.choice(id).points_at(session.state().mind.stage).sum();
            let taken = match aim {
                Aim::Best => offer.iter().max_by_key(worth),
                Aim::Any => offer.get(numbers.below(offer.len())),
                Aim::Worst => offer.iter().min_by_key(worth),
            };
            session.choose(*taken.expect("something is on offer"), None).expect("it is on offer");
            note(&session);
        }
    }
    screens
}

/// Of the screens of a scene, those that tell most, say most, offer most and do most of all of it.
fn longest(screens: Vec<Session>) -> Vec<Talk> {
    let measures: [fn(&Session) -> usize; 4] =
        [told, said, offered, |session| told(session) + said(session) + offered(session)];
    let longest: BTreeSet<usize> = measures
        .into_iter()
        .filter_map(|measure| (0..screens.len()).max_by_key(|&index| measure(&screens[index])))
        .collect();
    let screens = screens.into_iter().enumerate().filter(|(index, _)| longest.contains(index));
    screens.map(|(_, session)| Talk::new(session)).collect()
}

fn told(session: &Session) -> usize {
    session.current_scene().passages().filter_map(|passage| passage.narration.as_ref()).map(|words| words.len()).sum()
}

fn said(session: &Session) -> usize {
    session.current_scene().lines().map(|line| line.words.len()).sum()
}

fn offered(session: &Session) -> usize {
    let words = session.current_scene().offer.iter().map(|&id| &session.scenario().choice(id).words);
    words.flat_map(|words| [words.act(), words.say()]).flatten().map(str::len).sum()
}

/// The model of a screen as it takes the most room: later turns in practice, and with the scene's timer running.
fn model(talk: &Talk) -> Conversation<'_> {
    let timed = matches!(talk.session.scene().content, SceneContent::Choices { timer: Some(_), .. });
    Conversation { time: timed.then_some(TimeLeft { left: 20, of: 20, pace: Pace::NotBegun }), ..talk.model() }
}

fn settings(percent: u16) -> Settings {
    Settings { text: TextSize::nearest(percent), ..Settings::default() }
}

/// The share of scenes in which every option is wholly in view, whatever is said.
#[derive(Default)]
struct Share {
    scenes: usize,
    whole: usize,
    options: usize,
    in_view: usize,
    /// Each screen that is not whole, with how much of it is.
    not_whole: Vec<String>,
}

/// Shows each screen in a window, one after the other.
fn measured(played: &[Scenes], size: Vec2, percent: u16) -> Share {
    let shown: Vec<(&str, &str, &Talk)> = played
        .iter()
        .flat_map(|(id, scenes)| {
            scenes.iter().flat_map(move |(scene, talks)| talks.iter().map(move |talk| (&**id, &**scene, talk)))
        })
        .filter(|(_, _, talk)| !talk.session.current_scene().offer.is_empty())
        .collect();
    let now = Cell::new(0);
    let mut screen = open_with(settings(percent), size, |ui| show(ui, &model(shown[now.get()].2)).action);
    let mut share = Share::default();
    let mut scenes: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for (index, (id, scene, talk)) in shown.iter().enumerate() {
        now.set(index);
        screen.run();
        let (seen, offered) = (options_in_view(&screen, size), talk.session.current_scene().offer.len());
        share.options += offered;
        share.in_view += seen;
        *scenes.entry((id, scene)).or_insert(true) &= seen == offered;
        let told = texts(&screen).iter().any(|text| text == "Show more below");
        assert_eq!(seen < offered, told, "{id}, {scene}: that there is more is said where there is, and nowhere else");
        if seen < offered {
            share.not_whole.push(format!("{id}/{scene}: {seen} of {offered}"));
        }
    }
    share.scenes = scenes.len();
    share.whole = scenes.values().filter(|whole| **whole).count();
    share
}

fn options_in_view<A>(screen: &Screen<'_, A>, size: Vec2) -> usize {
    let window = Rect::from_min_size(Pos2::ZERO, size);
    let nodes: Vec<_> = screen.root().children_recursive().collect();
    let more = nodes.iter().find(|node| node.accesskit_node().label().as_deref() == Some("Show more below"));
    let window = more.map_or(window, |more| window.with_max_y(more.rect().top()));
    let is_option = |label: &str| label.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok());
    nodes
        .iter()
        .filter(|node| node.accesskit_node().role() == Role::Button)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| is_option(&label)))
        .filter(|node| window.contains_rect(node.rect()))
        .count()
}

#[test]
#[allow(clippy::print_stdout, reason = "`scripts/screens --fit` prints these figures")]
fn every_option_of_every_shipped_scene_is_in_view() {
    let played: Vec<Scenes> = support::shipped()
        .iter()
        .map(|scenario| {
            let screens = screens(scenario);
            nearly_every_wording_was_met(scenario, &screens);
            let talks = screens.into_iter().map(|(scene, sessions)| (scene, longest(sessions)));
            (scenario.id.clone(), talks.collect())
        })
        .collect();
    for ((width, height), percent, least) in WINDOWS {
        let share = measured(&played, Vec2::new(width, height), percent);
        let whole = 100 * share.whole / share.scenes;
        println!(
            "options in view, {width} x {height}, text {percent} %: {} of {} scenes whole ({whole} %), {} of {} options",
            share.whole, share.scenes, share.in_view, share.options
        );
        assert!(whole >= least, "{width} x {height} at {percent} %: {least} % are meant; {:?}", share.not_whole);
    }
}

/// Asserts that the plays have met every scene, and all but the rarest wordings: one in 150 may come up in one play of
/// ten thousand.
fn nearly_every_wording_was_met(scenario: &Scenario, screens: &BTreeMap<String, Vec<Session>>) {
    let mut met = BTreeSet::new();
    for passage in screens.values().flatten().flat_map(|session| session.current_scene().passages()) {
        met.extend(passage.narration.iter().map(ToString::to_string));
        met.extend(passage.lines.iter().map(|line| line.words.to_string()));
    }
    let (mut all, mut missed) = (0, Vec::new());
    for scene in scenario.scene_ids() {
        let id = &scenario.scene(scene).id;
        assert!(screens.contains_key(&**id), "{}: nobody met {id}", scenario.id);
        let variants = scenario.texts_of(scene).flat_map(|text| &text.text.variants);
        let wordings: Vec<&str> = variants.flat_map(|variant| &variant.wordings).map(|words| &**words).collect();
        all += wordings.len();
        missed.extend(wordings.into_iter().filter(|words| !met.contains(*words)).map(str::to_owned));
    }
    assert!(150 * missed.len() <= all, "{}: of {all} wordings nobody met {missed:?}", scenario.id);
}
