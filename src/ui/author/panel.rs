//! The author's panel at the foot of the window: what the last save changed, and the findings in the scenario's file.

use egui::accesskit::{Live, Role};
use egui::{Align, Context, Frame, Id, Key, LayerId, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::sentence::capitalised;
use crate::ui::look::{self, Foot, Look, border, margin};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::radio::mark_group;
use crate::ui::widgets::{disclosure, text};

use super::findings::{self, FileFindings, FindingAction};

/// The model of the panel.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// What the last save changed.
    pub news: Option<&'a str>,
    /// The findings in the file of the scenario that the screen is about.
    pub file: Option<&'a FileFindings>,
    /// Whether the findings are open.
    pub open: bool,
}

/// What the author requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelAction {
    /// To open or close the findings.
    Open(bool),
    Finding(FindingAction),
    /// To dismiss the news.
    Dismiss,
    /// To read the files again.
    Reload,
}

impl Panel<'_> {
    fn findings(&self) -> Option<&FileFindings> {
        self.file.filter(|file| !file.findings.is_empty())
    }
}

/// Shows the panel, and reserves its height from the screen; call it after the screen. F5 reloads on every screen,
/// whether the panel is visible or not.
#[must_use]
pub fn show(ctx: &Context, model: &Panel<'_>) -> Option<PanelAction> {
    let requested = panel(ctx, model);
    requested.or_else(|| ctx.input(|input| input.key_pressed(Key::F5)).then_some(PanelAction::Reload))
}

fn panel(ctx: &Context, model: &Panel<'_>) -> Option<PanelAction> {
    if model.news.is_none() && model.findings().is_none() {
        look::reserve(ctx, Foot::AuthorsPanel, 0.0);
        return None;
    }
    let whole = ctx.content_rect();
    let top = whole.bottom() - look::reserved(ctx, Foot::AuthorsPanel);
    // Its height depends on its contents, so any rectangle of the right width will do.
    let rect = Rect::from_min_size(pos2(whole.left(), top), whole.size());
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(rect);
    let mut ui = Ui::new(ctx.clone(), Id::new("bedside author panel"), builder);
    let colours = Look::of(ctx).palette();
    let frame = Frame::new().fill(colours.surface).stroke(border(colours.border)).inner_margin(margin(space::M));
    let shown = frame.show(&mut ui, |ui| {
        ui.set_width(whole.width() - 2.0 * space::M);
        mark_group(ui, "Author\u{2019}s panel", Role::Group);
        contents(ui, model, whole.height() * measure::PANEL_HEIGHT)
    });
    look::reserve(ctx, Foot::AuthorsPanel, shown.response.rect.height());
    shown.inner
}

fn contents(ui: &mut Ui, model: &Panel<'_>, room: f32) -> Option<PanelAction> {
    let dismissed = model.news.is_some_and(|news| show_news(ui, news));
    let pressed = model.findings().and_then(|file| {
        let outdated = if file.outdated { ": the last version without mistakes is in play" } else { "" };
        let title = format!("{} in {}{outdated}", capitalised(&file.summary()), file.name());
        let mut action = None;
        let pressed = disclosure::controlled(ui, &title, model.open, |ui| {
            ScrollArea::vertical().id_salt("findings").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                action = findings::list(ui, 0, file).map(PanelAction::Finding);
                let again = Button::plain("Look again").pressed(ui);
                action = action.or(again.then_some(PanelAction::Reload));
            });
        });
        pressed.then_some(PanelAction::Open(!model.open)).or(action)
    });
    pressed.or(dismissed.then_some(PanelAction::Dismiss))
}

/// Shows the news, announces them to screen readers, and returns whether they were dismissed.
fn show_news(ui: &mut Ui, news: &str) -> bool {
    ui.push_id("news", |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
        let sides = Layout::right_to_left(Align::Min);
        let row = ui.allocate_ui_with_layout(vec2(ui.available_width(), measure::TARGET), sides, |ui| {
            let dismissed = Button::quiet("Dismiss").named("Dismiss the news").pressed(ui);
            ui.add_space(space::L);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                // The first line is level with the button.
                ui.add_space((text::button_height(ui) - text::line_height(ui)) / 2.0);
                text::body(ui, news);
            });
            dismissed
        });
        row.inner
    })
    .inner
}
