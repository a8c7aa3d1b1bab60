//! The author's view: the graph with keyboard and pointer, and the details of a scene.

use std::cell::RefCell;
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{Analysis, Effort, analyse};
use bedside::chart::{Chart, Unreached};
use bedside::scenario::{Scenario, SceneId};
use bedside::session::Opening;
use bedside::source::Severity;
use bedside::ui::RoadTaken;
use bedside::ui::author::findings::{FileFindings, Finding, FindingAction, Found};
use bedside::ui::author::{Author, AuthorAction, Camera, Known, View, found, show};
use bedside::ui::{Settings, TextSize, Theme};
use egui::accesskit::Role;
use egui::{Key, Ui, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{Screen, every_control_has_a_name, focused, open_with, reads, rests};
use super::samples::{after, kettle};

/// Everything that an author's view is shown from.
struct AuthorScreen {
    scenario: Arc<Scenario>,
    chart: Chart,
    road: RoadTaken,
    file: FileFindings,
    scenes: Vec<Option<SceneId>>,
    known: Option<Analysis>,
    opening: RefCell<Opening>,
    view: RefCell<View>,
}

impl AuthorScreen {
    fn of(scenario: &Arc<Scenario>, choices: &[&str]) -> Self {
        let session = after(scenario, choices);
        let scene = session.state().scene;
        let finding = |severity, line, report: &str, scene: Option<&str>| Finding {
            severity,
            position: Some((line, 9)),
            report: report.to_owned(),
            narrower: Vec::new(),
            scene: scene.map(str::to_owned),
        };
        let findings = vec![
            finding(Severity::Warning, 40, "warning[unused-flag]: nobody asks for it", None),
            finding(Severity::Warning, 50, "warning[same-words]: twice the same", Some(&session.scene().id)),
        ];
        let chart = Chart::draw(scenario, &Unreached::default());
        Self {
            scenario: scenario.clone(),
            chart,
            road: RoadTaken::of(scenario, &session),
            file: FileFindings { path: "kettle.ron".to_owned(), findings, outdated: false },
            scenes: vec![None, Some(scene)],
            known: None,
            opening: RefCell::new(Opening::of(scenario, scene)),
            view: RefCell::new(View { camera: None, scene, search: String::new() }),
        }
    }

    fn scene(&self, id: &str) -> SceneId {
        self.scenario.find_scene(id).expect("it is there")
    }

    /// Shows it and applies the requested action, as the app does.
    fn pass(&self, ui: &mut Ui) -> Option<AuthorAction> {
        let (opening, view) = (self.opening.borrow().clone(), self.view.borrow().clone());
        let model = Author {
            scenario: &self.scenario,
            chart: &self.chart,
            known: self.known.as_ref().map_or(Known::Working, Known::All),
            road: &self.road,
            has_file: true,
            file: Some(&self.file),
            scenes_of_findings: &self.scenes,
            opening: &opening,
            view: &view,
        };
        let action = show(ui, &model);
        match &action {
            Some(AuthorAction::View(view)) => {
                self.opening.borrow_mut().scene = view.scene;
                *self.view.borrow_mut() = view.clone();
            }
            Some(AuthorAction::Opening(opening)) => *self.opening.borrow_mut() = opening.clone(),
            _ => {}
        }
        action
    }

    fn looked_at(&self) -> String {
        self.scenario.scene(self.view.borrow().scene).id.to_string()
    }
}

fn opened(author: &AuthorScreen) -> Screen<'_, AuthorAction> {
    opened_so(author, Settings::default(), vec2(1280.0, 800.0))
}

fn opened_so(author: &AuthorScreen, settings: Settings, size: Vec2) -> Screen<'_, AuthorAction> {
    let mut screen = open_with(settings, size, |ui| author.pass(ui));
    screen.run();
    screen
}

fn press(screen: &mut Screen<'_, AuthorAction>, key: Key) {
    screen.key_press(key);
    screen.run();
}

#[test]
fn every_scene_is_a_button_that_says_what_it_is_and_where_it_leads() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    for scene in &author.scenario.scenes {
        let start = format!("Scene {}", scene.id);
        let buttons = screen.root().children_recursive().filter(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            node.accesskit_node().role() == Role::Button && (label == start || label.starts_with(&format!("{start}.")))
        });
        assert_eq!(buttons.count(), 1, "{start}");
    }
    assert!(reads(&screen, "You are here: turn 1"));
    assert!(reads(&screen, "Leads to "));
    every_control_has_a_name(&screen);
    rests(&mut screen);
}

#[test]
fn the_arrow_keys_follow_the_lines() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let start = author.looked_at();
    assert!(focused(&screen).is_some_and(|name| name.starts_with(&format!("Scene {start}"))));
    press(&mut screen, Key::ArrowDown);
    let next = author.looked_at();
    let leads_there = author.chart.links.iter().any(|link| {
        let name = |node: usize| author.chart.nodes[node].name.as_str();
        (name(link.from), name(link.to)) == (start.as_str(), next.as_str())
    });
    assert!(leads_there, "{start} leads to {next}");
    assert!(focused(&screen).is_some_and(|name| name.starts_with(&format!("Scene {next}"))));
    press(&mut screen, Key::ArrowUp);
    assert_eq!(author.looked_at(), start);
}

#[test]
fn tab_goes_from_scene_to_scene_and_what_is_looked_at_follows() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let before = author.looked_at();
    press(&mut screen, Key::Tab);
    let now = author.looked_at();
    assert_ne!(now, before);
    assert!(focused(&screen).is_some_and(|name| name.starts_with(&format!("Scene {now}"))));
}

#[test]
fn enter_leads_into_the_scene_and_escape_back() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let start = author.looked_at();
    press(&mut screen, Key::Enter);
    assert_eq!(focused(&screen).as_deref(), Some(start.as_str()));
    press(&mut screen, Key::Escape);
    assert_eq!(screen.state().last(), Some(&AuthorAction::Back));
}

#[test]
fn plus_minus_and_nought_zoom() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let zoom = || author.view.borrow().camera.map_or(1.0, |camera: Camera| camera.zoom);
    press(&mut screen, Key::Plus);
    assert!(zoom() > 1.0);
    press(&mut screen, Key::Minus);
    press(&mut screen, Key::Minus);
    assert!(zoom() < 1.0);
    press(&mut screen, Key::Num0);
    let area = |id: &str| screen.get_by_label_contains(&format!("Scene {id}")).rect();
    for scene in &author.scenario.scenes {
        assert!(area(&scene.id).top() > 0.0 && area(&scene.id).bottom() < 800.0, "{}", scene.id);
    }
}

#[test]
fn a_slash_leads_to_the_search_and_scenes_are_found_by_id_and_words() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    press(&mut screen, Key::Slash);
    assert_eq!(focused(&screen).as_deref(), Some("Search scenes, choices and words"));
    screen.get_by_label("Search scenes, choices and words").type_text("two cups");
    screen.run();
    assert_eq!(author.view.borrow().search, "two cups");
    assert!(reads(&screen, "1 scene has these words."));
    screen.get_by_label("Go to the next scene found").click_accesskit();
    screen.run();
    assert_eq!(found(&author.scenario, "TWO cups"), [author.view.borrow().scene]);
    assert_eq!(found(&author.scenario, "order").len(), 1, "a choice by its id");
    assert!(found(&author.scenario, "  ").is_empty());
}

#[test]
fn the_road_taken_is_marked_on_its_scenes() {
    let author = AuthorScreen::of(&kettle(), &["name"]);
    let screen = opened(&author);
    assert!(reads(&screen, "Turn 1"));
    assert!(reads(&screen, "You are here: turn 2"));
}

#[test]
fn a_scene_shows_its_words_choices_points_and_what_was_found_in_it() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    for words in [
        "She stands in front of the chair.",
        "she is afraid",
        "\u{201c}You sound worried about it.\u{201d}",
        "Empathy +3, Clarity 0, De-escalation",
        "A feeling",
        "It meets the moment.",
        "In the state set below:",
        "warning[same-words]",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
    assert!(!reads(&screen, "warning[unused-flag]"), "it is about no scene");
    screen.get_by_label("Copy kettle.ron:50:9").click_accesskit();
    screen.run();
    screen.get_by_label("Open this scene in your editor").click_accesskit();
    screen.run();
    screen.get_by_label("Look at the file again").click_accesskit();
    screen.run();
    let copy = AuthorAction::Finding(FindingAction::Copy(Found { file: 0, finding: 1 }));
    let edit = AuthorAction::Edit(author.view.borrow().scene);
    assert_eq!(screen.state()[screen.state().len() - 3..], [copy, edit, AuthorAction::Reload]);
}

#[test]
fn how_the_patient_can_be_in_a_scene_is_worked_out_while_one_reads() {
    let mut author = AuthorScreen::of(&kettle(), &[]);
    assert!(reads(&opened(&author), "Looking at all roads\u{2026}"));
    let analysis = analyse(&author.scenario, &Effort::usual(NonZero::<usize>::MIN, &|_| true));
    let felt = analysis.feelings.iter().find(|felt| felt.scene == "sits").expect("roads come there");
    let (least, most) = (felt.trust.least.value, felt.trust.most.value);
    assert!(least < most, "the choices differ");
    let of_choice = analysis.choices.iter().find(|choice| choice.scene == "sits").expect("it has choices").to_string();
    author.known = Some(analysis);
    let sits = author.scene("sits");
    author.view.borrow_mut().scene = sits;
    let screen = opened(&author);
    assert!(reads(&screen, &format!("Trust: {least} to {most}")));
    assert!(reads(&screen, &of_choice[1..]), "{of_choice}");
    assert!(reads(&screen, "Agitation "), "the graph says it too");
    assert!(!reads(&screen, "Looking at all roads"));
}

#[test]
fn a_choice_leads_on_to_its_scene() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let there = screen.get_all_by_label_contains("name: go to ").next().expect("it leads somewhere");
    let label = there.accesskit_node().label().expect("a name");
    there.click_accesskit();
    screen.run();
    assert_eq!(label, format!("name: go to {}", author.looked_at()));
}

#[test]
fn play_starts_here_in_any_state() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    assert!(reads(&screen, "It is no attempt"));
    let slider = screen.get_by_role_and_label(Role::Slider, "Agitation");
    slider.focus();
    screen.run();
    for _ in 0..20 {
        press(&mut screen, Key::ArrowRight);
    }
    assert_eq!(author.opening.borrow().feelings.agitation, 100);
    assert!(reads(&screen, "100: in crisis"));
    screen.get_by_label("Rehearse from here").click_accesskit();
    screen.run();
    assert_eq!(screen.state().last(), Some(&AuthorAction::Rehearse));
    screen.get_by_label("Set the state as at the start").click_accesskit();
    screen.run();
    assert_eq!(*author.opening.borrow(), Opening::of(&author.scenario, author.view.borrow().scene));
}

#[test]
fn needs_and_flags_can_be_set() {
    let author = AuthorScreen::of(&super::samples::shipped(), &[]);
    let mut screen = opened(&author);
    let need = &author.scenario.patient.needs[0].id;
    screen.get_by_role_and_label(Role::CheckBox, &format!("Open need: {need}")).click_accesskit();
    screen.run();
    assert!(!author.opening.borrow().needs.iter().any(|need| need.index() == 0));
    let flag = &author.scenario.flags[0];
    screen.get_by_role_and_label(Role::CheckBox, &format!("Flag {flag}")).click_accesskit();
    screen.run();
    assert_eq!(author.opening.borrow().flags.len(), 1);
}

#[test]
fn dragging_moves_the_graph_and_a_click_looks_at_a_scene() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let corner = egui::pos2(60.0, 760.0);
    screen.drag_at(corner);
    screen.run();
    screen.hover_at(corner + vec2(50.0, -80.0));
    screen.run();
    screen.drop_at(corner + vec2(50.0, -80.0));
    screen.run();
    let start = Camera::on(author.chart.node(author.view.borrow().scene).area).centre;
    let moved = author.view.borrow().camera.expect("it was moved").centre;
    assert!((moved.x - start.x + 40.0).abs() < 1.0 && (moved.y - start.y - 64.0).abs() < 1.0, "{moved:?} {start:?}");
}

#[test]
fn it_fits_a_small_window_with_the_largest_text_in_every_theme() {
    let author = AuthorScreen::of(&super::samples::shipped(), &[]);
    for theme in Theme::ALL {
        for (percent, size) in [(200, vec2(1024.0, 640.0)), (80, vec2(1920.0, 1080.0))] {
            let settings = Settings { text: TextSize::nearest(percent), theme, ..Settings::default() };
            let screen = opened_so(&author, settings, size);
            for node in screen.root().children_recursive() {
                let label = node.accesskit_node().label().unwrap_or_default();
                let graph = label.starts_with("Scene ");
                if node.accesskit_node().role() == Role::Button && !graph {
                    let rect = node.rect();
                    assert!(rect.left() >= -0.5 && rect.right() <= size.x + 0.5, "{label}: {rect:?}");
                    assert!(rect.height() >= 40.0 && rect.width() >= 40.0, "{label}: {rect:?}");
                }
            }
        }
    }
}

#[test]
fn in_a_small_window_with_the_largest_text_there_is_room_for_the_whole_graph() {
    let author = AuthorScreen::of(&super::samples::shipped(), &[]);
    let size = vec2(1024.0, 640.0);
    let settings = Settings { text: TextSize::nearest(200), ..Settings::default() };
    let mut screen = opened_so(&author, settings, size);
    let search = screen.get_by_label("Search scenes, choices and words").rect();
    let back = screen.get_by_label("Back").rect();
    assert!((search.center().y - back.center().y).abs() < 8.0, "in one row: {search:?} {back:?}");
    press(&mut screen, Key::Num0);
    for scene in &author.scenario.scenes {
        let label = format!("Scene {}", scene.id);
        let place = screen.get_all_by_label_contains(&label).next().expect("it is told").rect();
        assert!(place.top() > search.bottom() && place.bottom() < size.y * 0.58, "{label}: {place:?}");
    }
}

#[test]
fn what_the_search_says_stands_at_the_middle_of_its_button() {
    for (percent, size) in [(100, vec2(1280.0, 800.0)), (200, vec2(1024.0, 640.0))] {
        let author = AuthorScreen::of(&kettle(), &[]);
        author.view.borrow_mut().search = "two cups".to_owned();
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let screen = opened_so(&author, settings, size);
        let said = screen.get_by_value("1 scene has these words.").rect();
        let next = screen.get_by_label("Go to the next scene found").rect();
        assert!((said.center().y - next.center().y).abs() < 2.0, "{said:?} {next:?}");
        assert!(said.right() < next.left());
    }
}

#[test]
fn a_scene_is_found_again_in_another_version_by_its_name() {
    let author = AuthorScreen::of(&kettle(), &["name"]);
    assert_eq!(author.road.now, Some(author.view.borrow().scene));
    assert_eq!(author.road.turns.len(), 2);
    assert!(author.road.turns.contains_key(&author.scene(&author.scenario.scene(author.scenario.start).id)));
}
