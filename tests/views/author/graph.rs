//! The graph with keyboard and pointer, and the search.

use bedside::ui::author::{AuthorAction, Camera, found};
use bedside::ui::{Settings, TextSize, Theme};
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::harness::{every_control_has_a_name, focused, reads, rests};
use super::super::samples::{kettle, shipped};
use super::{AuthorScreen, opened, opened_so, press};

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
    let author = AuthorScreen::of(&shipped(), &[]);
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
    let author = AuthorScreen::of(&shipped(), &[]);
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
