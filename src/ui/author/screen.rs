//! The author's view: the scenario as a graph, beside the details of the selected scene.

use egui::{Align, Layout, Rect, Ui, UiBuilder, vec2};

use crate::scenario::SceneId;
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{focus, page, text};

use super::frame_memory::{last_room, request_focus};
use super::model::{Author, AuthorAction, View};
use super::{canvas, found, scene};

/// Shows the author's view and returns the requested action.
pub fn show(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let opened = focus::opened(ui, ("author", &model.scenario.id));
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, text::palette(ui).background);
    let [graph, pane] = areas(ui);
    let mut action = None;
    let graph_ui = UiBuilder::new().max_rect(graph.shrink2(vec2(space::L, space::S)));
    ui.scope_builder(graph_ui, |ui| {
        let found = found(model.scenario, &model.view.search);
        let requested = top(ui, model, &found, opened);
        let room = ui.available_rect_before_wrap();
        action = requested.or(canvas::show(ui, model, &found, room));
    });
    let inside = Rect::from_min_max(pane.min + vec2(space::L, space::S), pane.max);
    let requested = ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
        ui.set_clip_rect(pane.intersect(ui.clip_rect()));
        page::scroll(ui, &format!("scene pane {}", model.view.scene.index()), |ui| scene::show(ui, model))
    });
    action.or(requested.inner).or_else(|| focus::escape(ui).then_some(AuthorAction::Back))
}

/// The areas of the graph and of the scene: side by side if there is room.
fn areas(ui: &Ui) -> [Rect; 2] {
    let whole = ui.max_rect();
    let (graph, pane) = if whole.width() >= Look::of(ui.ctx()).scaled(measure::WIDE) {
        whole.split_left_right_at_fraction(measure::GRAPH_WIDTH)
    } else {
        whole.split_top_bottom_at_fraction(measure::GRAPH_HEIGHT)
    };
    [graph, pane]
}

fn top(ui: &mut Ui, model: &Author<'_>, found: &[SceneId], opened: bool) -> Option<AuthorAction> {
    let (requested, below) = page::row(ui, |ui| {
        let requested = tools(ui, model);
        let room = vec2(ui.available_size_before_wrap().x, text::button_height(ui));
        if room.x < Look::of(ui.ctx()).scaled(measure::SEARCH) {
            return (requested, true);
        }
        let typed = ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| search(ui, model)).inner;
        (requested.or(typed), false)
    });
    let typed = if below { search(ui, model) } else { None };
    if opened {
        request_focus(ui, model.view.scene);
    }
    requested.or(typed).or_else(|| results(ui, model, found))
}

fn tools(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let (camera, text) = (model.camera(), Look::of(ui.ctx()).scaled(1.0));
    let mut action = Button::quiet("Back").pressed(ui).then_some(AuthorAction::Back);
    let looks = [("+", "Closer", camera.closer(text)), ("\u{2212}", "Further away", camera.further(text))];
    for (sign, name, camera) in looks {
        if Button::plain(sign).named(name).pressed(ui) {
            action = Some(model.with_camera(camera));
        }
    }
    if Button::plain("All").named("Show the whole graph").pressed(ui) {
        let room = last_room(ui).unwrap_or(ui.max_rect());
        action = Some(model.with_camera(canvas::whole(model, room, text)));
    }
    action
}

fn search(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let search = TextBox::line("Search scenes, choices and words").inside().show(ui, &model.view.search);
    canvas::focus_on_slash(ui, &search.response);
    search.text.map(|search| AuthorAction::View(View { search, ..model.view.clone() }))
}

/// Shows how many scenes were found, and a button that goes to the next.
fn results(ui: &mut Ui, model: &Author<'_>, found: &[SceneId]) -> Option<AuthorAction> {
    if model.view.search.trim().is_empty() {
        return None;
    }
    let said = match found.len() {
        0 => "No scene has these words.".to_owned(),
        1 => "1 scene has these words.".to_owned(),
        more => format!("{more} scenes have these words."),
    };
    page::row(ui, |ui| {
        text::beside_buttons(ui, &said);
        let next = found.iter().find(|&&scene| scene > model.view.scene).or(found.first()).copied()?;
        let requested = Button::quiet("Next").named("Go to the next scene found").pressed(ui);
        requested.then(|| model.with_scene(next, ui))
    })
}
