//! A screen without a window, and what can be read on it.

use bedside::ui::{self, Motion, Settings};
use egui::accesskit::Role;
use egui::epaint::StrokeKind;
use egui::{Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, Shape, TouchPhase, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// A screen that records every requested action.
pub(crate) type Screen<'a, A> = Harness<'a, Vec<A>>;

/// Opens a screen in an ordinary window.
pub(crate) fn open<'a, A: 'a>(show: impl FnMut(&mut Ui) -> Option<A> + 'a) -> Screen<'a, A> {
    open_with(Settings::default(), Vec2::new(1280.0, 800.0), show)
}

/// Opens a screen in a window of a size.
pub(crate) fn open_with<'a, A: 'a>(
    settings: Settings,
    size: Vec2,
    mut show: impl FnMut(&mut Ui) -> Option<A> + 'a,
) -> Screen<'a, A> {
    let look = settings.look(Motion::Reduced);
    let pass = move |ui: &mut Ui, actions: &mut Vec<A>| {
        ui::apply(ui.ctx(), &look);
        actions.extend(ui::frame(ui.ctx(), &mut show));
    };
    Harness::builder().with_size(size).build_ui_state(pass, Vec::new())
}

/// Every label and value on a screen, as a screen reader reads them.
pub(crate) fn texts<A>(screen: &Screen<'_, A>) -> Vec<String> {
    let nodes = screen.root().children_recursive();
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]).flatten().collect()
}

/// Whether any of the texts on a screen holds `words`.
pub(crate) fn reads<A>(screen: &Screen<'_, A>, words: &str) -> bool {
    texts(screen).iter().any(|text| text.contains(words))
}

/// The label of the widget that has the focus.
pub(crate) fn focused<A>(screen: &Screen<'_, A>) -> Option<String> {
    let mut nodes = screen.root().children_recursive();
    nodes.find(egui_kittest::Node::is_focused).and_then(|node| node.accesskit_node().label())
}

/// Everything that can be pressed or filled in, with its label.
pub(crate) fn controls<A>(screen: &Screen<'_, A>) -> Vec<(Role, Option<String>)> {
    const ROLES: [Role; 7] = [
        Role::Button,
        Role::RadioButton,
        Role::CheckBox,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::Slider,
        Role::ComboBox,
    ];
    let nodes = screen.root().children_recursive();
    let controls = nodes.map(|node| (node.accesskit_node().role(), node.accesskit_node().label()));
    controls.filter(|(role, _)| ROLES.contains(role)).collect()
}

/// Asserts that everything that can be pressed or filled in has a label.
pub(crate) fn every_control_has_a_name<A>(screen: &Screen<'_, A>) {
    let controls = controls(screen);
    assert!(!controls.is_empty(), "there is nothing to press");
    for (role, name) in controls {
        assert!(name.is_some_and(|name| !name.trim().is_empty()), "a {role:?} has no name");
    }
}

/// Asserts that nothing requests another pass: a screen at rest costs nothing.
pub(crate) fn rests<A>(screen: &mut Screen<'_, A>) {
    screen.run_steps(3);
    let delays = screen.output().viewport_output.values().map(|viewport| viewport.repaint_delay);
    assert!(delays.min().is_some_and(|delay| delay == std::time::Duration::MAX), "the screen does not rest");
}

/// Presses and releases the pointer at a place.
pub(crate) fn click<A>(screen: &mut Screen<'_, A>, place: Pos2) {
    screen.event(Event::PointerMoved(place));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        screen.event(Event::PointerButton { pos: place, button, pressed, modifiers });
        screen.step();
    }
}

/// Turns the wheel a long way down, wherever the pointer is.
pub(crate) fn turn_wheel<A>(screen: &mut Screen<'_, A>) {
    let (unit, delta) = (MouseWheelUnit::Point, vec2(0.0, -3000.0));
    screen.event(Event::MouseWheel { unit, delta, phase: TouchPhase::Move, modifiers: Modifiers::NONE });
    // Scrolling is animated.
    screen.run_steps(60);
}

/// How many focus rings are painted.
pub(crate) fn rings<A>(screen: &Screen<'_, A>) -> usize {
    ringed(screen).len()
}

/// What the rings are around.
pub(crate) fn ringed<A>(screen: &Screen<'_, A>) -> Vec<Rect> {
    edges(screen, 3.0, StrokeKind::Outside)
}

/// The rectangles that are painted with an edge so wide.
pub(crate) fn edges<A>(screen: &Screen<'_, A>, width: f32, kind: StrokeKind) -> Vec<Rect> {
    fn find(shape: &Shape, width: f32, kind: StrokeKind, found: &mut Vec<Rect>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| find(shape, width, kind, found)),
            Shape::Rect(rect) if rect.stroke_kind == kind && (rect.stroke.width - width).abs() < 0.01 => {
                found.push(rect.rect);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &screen.output().shapes {
        find(&clipped.shape, width, kind, &mut found);
    }
    found
}

/// Where texts are painted.
pub(crate) fn painted_texts<A>(screen: &Screen<'_, A>) -> Vec<Rect> {
    fn find(shape: &Shape, found: &mut Vec<Rect>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| find(shape, found)),
            Shape::Text(text) => found.push(text.galley.rect.translate(text.pos.to_vec2())),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &screen.output().shapes {
        find(&clipped.shape, &mut found);
    }
    found
}

/// Whether a text with these words is painted where it can be seen.
pub(crate) fn paints<A>(screen: &Screen<'_, A>, words: &str) -> bool {
    fn holds(shape: &Shape, words: &str) -> bool {
        match shape {
            Shape::Vec(shapes) => shapes.iter().any(|shape| holds(shape, words)),
            Shape::Text(text) => text.galley.text().contains(words),
            _ => false,
        }
    }
    let mut shapes = screen.output().shapes.iter();
    shapes.any(|clipped| {
        clipped.clip_rect.intersects(clipped.shape.visual_bounding_rect()) && holds(&clipped.shape, words)
    })
}
