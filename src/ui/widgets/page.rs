//! A page: its background, a centred column, vertical scrolling, and a bar that stays at its foot.

use egui::scroll_area::ScrollAreaOutput;
use egui::style::ScrollAnimation;
use egui::{Align, Id, Key, Layout, Rect, Response, ScrollArea, Ui, UiBuilder, vec2};

use crate::ui::look::{Look, border};
use crate::ui::tokens::{measure, space};

use super::button::Button;
use super::focus;
use super::text::{self, palette};

/// Shows a page with a column of text.
pub(crate) fn column<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    page(ui, name, measure::COLUMN, contents)
}

/// Shows a page wide enough for cards side by side.
pub(crate) fn cards<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    page(ui, name, measure::PAGE, contents)
}

/// Shows a page with a column of text above a bar that stays at the foot of the window, so that what leads on is in
/// reach however long the page is.
pub(crate) fn column_above_bar<A, B>(
    ui: &mut Ui,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> A,
    bar: impl FnOnce(&mut Ui) -> B,
) -> (A, B) {
    barred(ui, name, [measure::COLUMN, f32::INFINITY], contents, bar)
}

/// The same for a page wide enough for cards side by side.
pub(crate) fn cards_above_bar<A, B>(
    ui: &mut Ui,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> A,
    bar: impl FnOnce(&mut Ui) -> B,
) -> (A, B) {
    barred(ui, name, [measure::PAGE, f32::INFINITY], contents, bar)
}

/// The same for a page of a width, given at 100 %, that is read rather than answered: where the bar would take too much
/// of the window, its contents stand at the end of the page.
pub(crate) fn above_bar<A, B>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> A,
    bar: impl FnOnce(&mut Ui) -> B,
) -> (A, B) {
    barred(ui, name, [width, measure::BAR_HEIGHT], contents, bar)
}

/// A page of a width, given at 100 %, above a bar that takes at most this share of the height.
fn barred<A, B>(
    ui: &mut Ui,
    name: &str,
    [width, most]: [f32; 2],
    contents: impl FnOnce(&mut Ui) -> A,
    bar: impl FnOnce(&mut Ui) -> B,
) -> (A, B) {
    let whole = ui.max_rect();
    // As high as its contents were in the last pass.
    let key = Id::new(("bedside bar", name));
    let least = text::button_height(ui);
    let known = ui.data(|data| data.get_temp(key)).unwrap_or(least);
    let height = known + 2.0 * space::S;
    let measured = |ui: &mut Ui| {
        let pressed = ui.scope(bar);
        let needed = pressed.response.rect.height().max(least);
        if (needed - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(key, needed));
            ui.ctx().request_repaint();
        }
        pressed.inner
    };
    if height > whole.height() * most {
        return page(ui, name, width, |ui| {
            let shown = contents(ui);
            ui.add_space(space::L);
            (shown, measured(ui))
        });
    }
    let (above, foot) = whole.split_top_bottom_at_y(whole.bottom() - height);
    let wheel = if ui.rect_contains_pointer(foot) { ui.input(|input| input.smooth_scroll_delta().y) } else { 0.0 };
    let shown = ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
        page(ui, name, width, |ui| {
            // The wheel turns the page over the bar, too.
            ui.scroll_with_delta_animation(vec2(0.0, wheel), ScrollAnimation::none());
            contents(ui)
        })
    });
    let colours = palette(ui);
    ui.painter().rect_filled(foot, 0.0, colours.surface);
    ui.painter().hline(foot.x_range(), foot.top(), border(colours.border));
    let [side, width] = column_within(ui, whole.width(), width);
    let inner = Rect::from_min_size(foot.min + vec2(side, space::S), vec2(width, known));
    let pressed = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.set_width(width);
        measured(ui)
    });
    (shown.inner, pressed.inner)
}

/// The space beside a column in a page of this width, and the width of the column, which is `width` at 100 % if there is
/// room.
fn column_within(ui: &Ui, page: f32, width: f32) -> [f32; 2] {
    let room = page - scroll_bar(ui) - space::XXL;
    let width = Look::of(ui.ctx()).scaled(width).min(room);
    [((page - width) / 2.0).floor(), width]
}

/// The width kept for a scroll bar.
fn scroll_bar(ui: &Ui) -> f32 {
    ui.spacing().scroll.bar_width + space::L
}

fn page<R>(ui: &mut Ui, name: &str, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, palette(ui).background);
    let [side, width] = column_within(ui, whole.width(), width);
    scroll_from_top(ui, name, |ui| {
        ui.add_space(space::L);
        let inner = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    ui.set_width(width);
                    contents(ui)
                })
                .inner
            })
            .inner;
        ui.add_space(space::HUGE);
        inner
    })
}

/// A scroll area that Page Up, Page Down, Home and End scroll. Its position is remembered under its name.
pub(crate) fn scroll<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    scrolled(ui, ScrollArea::vertical().id_salt(name), contents)
}

/// The same, and if there is `more` than fits, a bar below it that says so and goes on to it.
pub(crate) fn scroll_with_more<R>(ui: &mut Ui, name: &str, more: bool, contents: impl FnOnce(&mut Ui) -> R) -> R {
    if !more {
        return scroll(ui, name, contents);
    }
    let room = ui.available_height();
    let bar = text::button_height(ui) + space::S;
    let area = ScrollArea::vertical().id_salt(name).max_height((room - bar).max(bar));
    let wanted = Id::new(("bedside more", name));
    let onwards = ui.data_mut(|data| data.remove_temp::<bool>(wanted)).is_some();
    let output = scroll_area(ui, area, onwards, contents);
    let below = output.content_size.y - output.state.offset.y - output.inner_rect.height();
    ui.add_space(space::XS);
    if below > space::S && Button::primary("More below \u{2193}").named("Show more below").wide().pressed(ui) {
        ui.data_mut(|data| data.insert_temp(wanted, true));
        ui.ctx().request_repaint();
    }
    output.inner
}

/// The same for a screen, which starts at the top whenever it opens.
pub(crate) fn scroll_from_top<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ScrollArea::vertical().id_salt(name);
    let area = if focus::has_just_opened(ui) { area.vertical_scroll_offset(0.0) } else { area };
    scrolled(ui, area, contents)
}

fn scrolled<R>(ui: &mut Ui, area: ScrollArea, contents: impl FnOnce(&mut Ui) -> R) -> R {
    scroll_area(ui, area, false, contents).inner
}

/// The width of what is scrolled, with and without the bar, so that nothing jumps.
pub(crate) fn width_in_scroll(ui: &Ui) -> f32 {
    ui.available_width() - scroll_bar(ui)
}

/// Shows a scroll area; `onwards` scrolls it down by a page.
fn scroll_area<R>(
    ui: &mut Ui,
    area: ScrollArea,
    onwards: bool,
    contents: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    let height = ui.available_height();
    let width = width_in_scroll(ui);
    area.auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(width);
        let page = (height - space::HUGE).max(space::HUGE);
        if let Some(delta) = if onwards { Some(-page) } else { wanted_scroll(ui, page) } {
            ui.scroll_with_delta(vec2(0.0, delta));
        }
        ui.add_space(space::S);
        contents(ui)
    })
}

/// How far the keys scroll that were pressed, where so much is a page.
fn wanted_scroll(ui: &Ui, page: f32) -> Option<f32> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let keys = [
        (Key::PageDown, -page),
        (Key::PageUp, page),
        (Key::End, f32::from(i16::MIN)),
        (Key::Home, f32::from(i16::MAX)),
    ];
    ui.input(|input| keys.into_iter().find(|(key, _)| input.key_pressed(*key)).map(|(_, delta)| delta))
}

/// Gives the focus to the first control if the screen has just opened.
pub(crate) fn focus_first(opened: bool, first: &Response) {
    if opened {
        first.request_focus();
    }
}

/// Shows a row that wraps, with the gap of a row of buttons.
pub(crate) fn row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::M);
        contents(ui)
    })
    .inner
}

/// Shows two columns side by side if there is room for both, and otherwise one above the other. The second is `beside`
/// wide at 100 %, and the first takes the rest.
pub(crate) fn beside<R>(ui: &mut Ui, beside: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui) -> R) -> R {
    let (room, beside) = (ui.available_width(), Look::of(ui.ctx()).scaled(beside));
    let left = room - beside - space::HUGE;
    if left < beside {
        first(ui);
        return second(ui);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let column = |ui: &mut Ui, width: f32| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.set_width(width);
        };
        ui.vertical(|ui| {
            column(ui, left);
            first(ui);
        });
        ui.add_space(space::HUGE);
        ui.vertical(|ui| {
            column(ui, beside);
            second(ui)
        })
        .inner
    })
    .inner
}

/// A screen's title with a quiet button at the end of its line. Returns whether it was pressed.
pub(crate) fn title_with(ui: &mut Ui, title: &str, button: &str) -> Response {
    ui.horizontal(|ui| {
        text::heading(ui, 1, title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| Button::quiet(button).show(ui)).inner
    })
    .inner
}

/// A back button called `label`; Escape presses it too.
pub(crate) fn back(ui: &mut Ui, label: &str) -> (Response, bool) {
    let response = Button::quiet(label).show(ui);
    let wanted = response.clicked() || focus::escape(ui);
    (response, wanted)
}
