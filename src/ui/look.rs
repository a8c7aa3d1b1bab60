//! The look of the screens: the theme, the size of text, motion, and the fonts.

use std::sync::Arc;

use egui::epaint::FontColorTransferFunction;
use egui::style::ScrollAnimation;
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, LayerId, Margin, Shadow, Stroke,
    Style, TextStyle, Ui, UiBuilder, Vec2, Visuals, vec2,
};

use crate::fonts;

use super::tokens::{DARK_TYPE, DURATION, measure, space};
use super::{Palette, TextSize, Theme, TypeSize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub text: TextSize,
    /// Whether nothing moves by itself.
    pub still: bool,
    /// How much larger the screen is than an ordinary one; [`apply`] finds it.
    pub screen: ScreenScale,
}

/// How much larger everything is on a large screen, in percent: half as much larger as the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenScale(u16);

impl ScreenScale {
    pub(crate) const ORDINARY: Self = Self(100);
    const MOST: f32 = 160.0;
    /// So that a window being resized does not set its type anew at each pixel.
    const STEP: f32 = 5.0;

    /// The scale for a window of this size, in points.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 100 and 160")]
    fn of(size: Vec2) -> Self {
        let larger = (size / measure::ORDINARY).min_elem() - 1.0;
        let percent = (50.0 * larger / Self::STEP).floor().mul_add(Self::STEP, 100.0);
        Self(percent.clamp(100.0, Self::MOST) as u16)
    }
}

impl Default for ScreenScale {
    fn default() -> Self {
        Self::ORDINARY
    }
}

/// The weight or slant of type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Face {
    #[default]
    Regular,
    Strong,
    Italic,
}

const REGULAR: (&str, &[u8]) = ("Inter", fonts::REGULAR);
const STRONG: (&str, &[u8]) = ("Inter SemiBold", fonts::STRONG);
const ITALIC: (&str, &[u8]) = ("Inter Italic", fonts::ITALIC);

impl Look {
    /// The look that was last applied.
    pub(crate) fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Self::key())).unwrap_or_default()
    }

    #[must_use]
    pub const fn palette(&self) -> &'static Palette {
        Palette::of(self.theme)
    }

    /// Scales a length that is given at 100 % on an ordinary screen.
    #[must_use]
    pub fn scaled(&self, points: f32) -> f32 {
        points * self.text.scale() * f32::from(self.screen.0) / 100.0
    }

    /// A size of type, in points.
    #[must_use]
    pub fn size(&self, size: TypeSize) -> f32 {
        self.scaled(size.points())
    }

    fn key() -> Id {
        Id::new("bedside look")
    }

    fn font(self, size: TypeSize) -> FontId {
        FontId::proportional(self.size(size))
    }
}

/// The font of a size and face.
pub(crate) fn font(ctx: &Context, size: TypeSize, face: Face) -> FontId {
    font_of(ctx, Look::of(ctx).size(size), face)
}

/// The font of this size and face; the regular face until the fonts are loaded, from the second pass on.
pub(crate) fn font_of(ctx: &Context, points: f32, face: Face) -> FontId {
    let name = match face {
        Face::Regular => return FontId::proportional(points),
        Face::Strong => STRONG.0,
        Face::Italic => ITALIC.0,
    };
    let family = FontFamily::Name(name.into());
    let ready = ctx.fonts(|fonts| fonts.definitions().families.contains_key(&family));
    FontId::new(points, if ready { family } else { FontFamily::Proportional })
}

/// Applies the look to egui: colours, type that fits the window, spaces and motion, and the first time the fonts. It is
/// cheap when nothing has changed, so it can be called every pass.
pub fn apply(ctx: &Context, look: &Look) {
    let look = Look { screen: ScreenScale::of(ctx.content_rect().size()), ..*look };
    let before: Option<Look> = ctx.data(|data| data.get_temp(Look::key()));
    if before == Some(look) {
        return;
    }
    if before.is_none() {
        ctx.set_fonts(fonts());
    }
    ctx.data_mut(|data| data.insert_temp(Look::key(), look));
    let style = Arc::new(style(look));
    ctx.set_theme(if look.theme == Theme::Light { egui::Theme::Light } else { egui::Theme::Dark });
    ctx.set_style_of(egui::Theme::Light, style.clone());
    ctx.set_style_of(egui::Theme::Dark, style);
}

/// Calls `show` with the whole window, except for what is [reserved](reserve) at its foot.
pub fn frame<R>(ctx: &Context, show: impl FnOnce(&mut Ui) -> R) -> R {
    let mut whole = ctx.content_rect();
    let reserved = reserved(ctx, Foot::AuthorsPanel) + reserved(ctx, Foot::Notices);
    whole.max.y = (whole.max.y - reserved).max(whole.min.y);
    let whole = UiBuilder::new().layer_id(LayerId::background()).max_rect(whole);
    show(&mut Ui::new(ctx.clone(), Id::new("bedside screen"), whole))
}

/// What stands at the foot of the window, from below: no screen lies under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Foot {
    AuthorsPanel,
    Notices,
}

/// The height that is reserved for it.
pub(crate) fn reserved(ctx: &Context, foot: Foot) -> f32 {
    ctx.data(|data| data.get_temp(Id::new(foot))).unwrap_or(0.0)
}

/// Reserves this height for it, from the next pass on.
pub(crate) fn reserve(ctx: &Context, foot: Foot, height: f32) {
    if (reserved(ctx, foot) - height).abs() > 0.5 {
        ctx.data_mut(|data| data.insert_temp(Id::new(foot), height));
        ctx.request_repaint();
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for ((name, bytes), family) in [
        (REGULAR, FontFamily::Proportional),
        (STRONG, FontFamily::Name(STRONG.0.into())),
        (ITALIC, FontFamily::Name(ITALIC.0.into())),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let order = std::iter::once(name.to_owned()).chain(fallback.iter().cloned()).collect();
        fonts.families.insert(family, order);
    }
    fonts
}

fn style(look: Look) -> Style {
    let mut style = Style { animation_time: if look.still { 0.0 } else { DURATION }, ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, look.font(TypeSize::Small)),
        (TextStyle::Body, look.font(TypeSize::Body)),
        (TextStyle::Button, look.font(TypeSize::Body)),
        (TextStyle::Heading, look.font(TypeSize::Title)),
        (TextStyle::Monospace, FontId::monospace(look.size(TypeSize::Small))),
    ]
    .into();
    if look.still {
        style.scroll_animation = ScrollAnimation::none();
    }
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = vec2(space::S, space::S);
    style.spacing.button_padding = vec2(space::L, space::S);
    style.spacing.interact_size = vec2(measure::TARGET, measure::TARGET);
    style.spacing.scroll.floating = false;
    style.spacing.scroll.bar_width = space::S;
    style.visuals = visuals(look);
    style
}

fn visuals(look: Look) -> Visuals {
    let colours = look.palette();
    let mut visuals = if look.theme == Theme::Light { Visuals::light() } else { Visuals::dark() };
    if look.theme == Theme::Light {
        visuals.text_options.color_transfer_function = FontColorTransferFunction::Gamma(DARK_TYPE);
    }
    visuals.override_text_color = Some(colours.text);
    visuals.weak_text_color = Some(colours.quiet);
    visuals.hyperlink_color = colours.accent;
    visuals.panel_fill = colours.background;
    visuals.window_fill = colours.surface;
    visuals.window_stroke = Stroke::new(measure::BORDER, colours.border);
    visuals.faint_bg_color = colours.surface_hover;
    // The track of a scroll bar.
    visuals.extreme_bg_color = colours.background;
    visuals.text_edit_bg_color = Some(colours.surface);
    visuals.code_bg_color = colours.surface;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.selection.bg_fill = colours.picked;
    visuals.selection.stroke = Stroke::new(measure::RING, colours.focus);
    visuals.text_cursor.stroke = Stroke::new(measure::RING_GAP, colours.text);
    // A blinking cursor would keep an idle window busy.
    visuals.text_cursor.blink = false;
    visuals.slider_trailing_fill = true;
    for (state, fill, stroke) in [
        (&mut visuals.widgets.noninteractive, colours.background, colours.hairline),
        (&mut visuals.widgets.inactive, colours.surface, colours.border),
        (&mut visuals.widgets.hovered, colours.surface_hover, colours.border),
        (&mut visuals.widgets.active, colours.surface_pressed, colours.border),
        (&mut visuals.widgets.open, colours.surface_hover, colours.border),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(measure::BORDER, stroke);
        state.fg_stroke = Stroke::new(measure::BORDER, colours.text);
        state.corner_radius = radius(measure::RADIUS_SMALL);
        state.expansion = 0.0;
    }
    // The handle of a scroll bar at rest.
    visuals.widgets.inactive.fg_stroke.color = colours.border;
    visuals.window_corner_radius = radius(measure::RADIUS);
    visuals.disabled_alpha = 1.0;
    visuals
}

/// A radius for all corners.
pub(crate) fn radius(points: f32) -> CornerRadius {
    CornerRadius::from(points)
}

/// A margin for all sides, in whole points.
pub(crate) fn margin(points: f32) -> Margin {
    Margin::from(points)
}

pub(crate) fn border(colour: Color32) -> Stroke {
    Stroke::new(measure::BORDER, colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_grows_with_the_screen_half_as_fast_and_never_shrinks() {
        for (size, percent) in [
            ((1024.0, 640.0), 100),
            ((1280.0, 800.0), 100),
            ((1366.0, 768.0), 100),
            ((1920.0, 1080.0), 120),
            ((3840.0, 2160.0), 160),
            ((3840.0, 768.0), 100),
        ] {
            assert_eq!(ScreenScale::of(Vec2::from(size)).0, percent, "{size:?}");
        }
    }
}
