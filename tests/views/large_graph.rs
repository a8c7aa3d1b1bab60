//! The author's view of a scenario with thousands of scenes: those out of sight cost nothing.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::sync::Arc;

use bedside::chart::{Chart, Unreached};
use bedside::scenario::Scenario;
use bedside::session::Opening;
use bedside::ui::RoadTaken;
use bedside::ui::Settings;
use bedside::ui::author::{Author, AuthorAction, Known, View, show};
use egui::{Key, Ui, vec2};
use egui_kittest::kittest::Queryable;

use super::harness::{Screen, open_with, rests};
use super::samples::{KETTLE, after};
use crate::support::playable;

const SCENES: usize = 2000;

/// The head of the kettle's scenario with [`SCENES`] scenes, each of which leads to three later ones.
fn large() -> Arc<Scenario> {
    let (head, _) = KETTLE.split_once("    start:").expect("the sample has a start");
    let mut text = head.to_owned() + "start: \"s0\", scenes: {\n";
    let name = |scene: usize| if scene < SCENES { format!("s{scene}") } else { "tea".to_owned() };
    for scene in 0..SCENES {
        let _ = writeln!(text, "\"s{scene}\": (patient: \"This is number {scene}.\", choices: [");
        for choice in 0..3 {
            let then = name(scene + 1 + choice * 5);
            let _ = writeln!(text, "(id: \"c{choice}\", say: \"Yes.\", shows: [], why: \"So.\", then: \"{then}\"),");
        }
        text += "]),\n";
    }
    text += "\"tea\": (ending: (title: \"The end\", kind: Good, thought: \"Thank you.\")) })";
    playable(&text)
}

/// Everything that its view is shown from.
struct Large {
    scenario: Arc<Scenario>,
    chart: Chart,
    road: RoadTaken,
    opening: Opening,
    view: RefCell<View>,
}

impl Large {
    fn new() -> Self {
        let scenario = large();
        let view = RefCell::new(View { camera: None, scene: scenario.start, search: String::new(), time: None });
        let (chart, road) =
            (Chart::draw(&scenario, &Unreached::default()), RoadTaken::of(&scenario, &after(&scenario, &[])));
        Self { opening: Opening::of(&scenario, scenario.start), chart, road, view, scenario }
    }

    fn pass(&self, ui: &mut Ui) -> Option<AuthorAction> {
        let view = self.view.borrow().clone();
        let model = Author {
            scenario: &self.scenario,
            chart: &self.chart,
            known: Known::Working,
            road: &self.road,
            has_file: true,
            file: None,
            scenes_of_findings: &[],
            opening: &self.opening,
            view: &view,
        };
        let action = show(ui, &model);
        if let Some(AuthorAction::View(view)) = &action {
            *self.view.borrow_mut() = view.clone();
        }
        action
    }

    fn opened(&self) -> Screen<'_, AuthorAction> {
        let mut screen = open_with(Settings::default(), vec2(1280.0, 800.0), |ui| self.pass(ui));
        screen.run();
        screen
    }
}

fn scenes_told(screen: &Screen<'_, AuthorAction>) -> usize {
    screen.query_all_by_label_contains("Scene s").count()
}

#[test]
fn near_by_only_what_is_in_sight_is_painted_and_told() {
    let large = Large::new();
    let mut screen = large.opened();
    for _ in 0..3 {
        let (shapes, told) = (screen.output().shapes.len(), scenes_told(&screen));
        assert!((1..20).contains(&told), "{told} scenes are told");
        assert!(shapes < 400, "{shapes} shapes are painted");
        screen.key_press(Key::ArrowDown);
        screen.run();
    }
    rests(&mut screen);
}

#[test]
fn from_far_away_a_scene_is_little_more_than_a_speck_and_the_one_looked_at_in_sight() {
    let large = Large::new();
    let mut screen = large.opened();
    let last = large.scenario.find_scene("s1999").expect("it is there");
    for scene in [large.scenario.start, last] {
        large.view.borrow_mut().scene = scene;
        screen.key_press(Key::Num0);
        screen.run();
        let (shapes, told) = (screen.output().shapes.len(), scenes_told(&screen));
        assert!(told > 50, "{told} scenes are told");
        assert!(shapes < 12 * told + 500, "{shapes} shapes for {told} scenes");
        let label = format!("Scene {}.", large.scenario.scene(scene).id);
        let place = screen.get_by_label_contains(&label).rect();
        assert!(place.top() > 60.0 && place.bottom() < 800.0 && place.height() > 2.0, "{label} {place:?}");
    }
}

#[test]
fn the_search_leads_to_a_scene_far_away() {
    let large = Large::new();
    let mut screen = large.opened();
    large.view.borrow_mut().search = "number 1900.".to_owned();
    screen.run();
    screen.get_by_label("Go to the next scene found").click_accesskit();
    screen.run();
    let there = large.scenario.find_scene("s1900").expect("it is there");
    assert_eq!(large.view.borrow().scene, there);
    let place = screen.get_by_label_contains("Scene s1900.").rect();
    assert!(place.top() > 60.0 && place.bottom() < 800.0, "{place:?}");
}
