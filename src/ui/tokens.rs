//! The one place for colours, sizes, spaces, radii and durations of the screens.

use egui::Color32;

use crate::rubric::Dimension;
use crate::scenario::Feeling;

use super::Theme;

/// Spaces, in points.
pub(crate) mod space {
    pub(crate) const XS: f32 = 4.0;
    pub(crate) const S: f32 = 8.0;
    pub(crate) const M: f32 = 12.0;
    pub(crate) const L: f32 = 16.0;
    pub(crate) const XL: f32 = 24.0;
    pub(crate) const XXL: f32 = 32.0;
    pub(crate) const HUGE: f32 = 48.0;
}

/// Measures, in points.
pub(crate) mod measure {
    /// The radius of a card's corners.
    pub(crate) const RADIUS: f32 = 10.0;
    /// The radius of a small thing's corners.
    pub(crate) const RADIUS_SMALL: f32 = 6.0;
    /// The width of a border.
    pub(crate) const BORDER: f32 = 1.0;
    /// The width of the focus ring, and of lines that carry meaning.
    pub(crate) const RING: f32 = 3.0;
    /// How far the focus ring stands off.
    pub(crate) const RING_GAP: f32 = 2.0;
    /// The least height of anything to press.
    pub(crate) const TARGET: f32 = 44.0;
    /// The width of a column of text at 100 %.
    pub(crate) const COLUMN: f32 = 720.0;
    /// The width of a page of cards at 100 %.
    pub(crate) const PAGE: f32 = 1080.0;
    /// The least width of a card at 100 %.
    pub(crate) const CARD: f32 = 320.0;
    /// From this width on, over the text's scale, the stage stands beside the text.
    pub(crate) const WIDE: f32 = 1000.0;
    /// The stage's share of the width where it stands beside the text.
    pub(crate) const STAGE_WIDTH: f32 = 0.45;
    /// The stage's share of the height where it stands above the text.
    pub(crate) const STAGE_HEIGHT: f32 = 0.30;
    /// The least height of the stage.
    pub(crate) const STAGE_LEAST: f32 = 144.0;
    /// From this height on, over the text's scale, the tools stay above the conversation.
    pub(crate) const TOOLS_FROM: f32 = 460.0;
    /// The most of the window's height that an open list on the author's bench takes.
    pub(crate) const BENCH_HEIGHT: f32 = 0.28;
    /// The graph's share of the width where it stands beside the scene.
    pub(crate) const GRAPH_WIDTH: f32 = 0.6;
    /// The graph's share of the height where it stands above the scene.
    pub(crate) const GRAPH_HEIGHT: f32 = 0.58;
    /// The least width of a search beside buttons, at 100 %.
    pub(crate) const SEARCH: f32 = 220.0;
    /// The width of what stands beside the prebrief, at 100 %.
    pub(crate) const ASIDE: f32 = 384.0;
    /// The height of the picture on a card, at 100 %.
    pub(crate) const BANNER: f32 = 132.0;
    /// The height of the picture before a conversation, at 100 %.
    pub(crate) const MEETING: f32 = 200.0;
    /// The width of the library's search, at 100 %.
    pub(crate) const FIND: f32 = 480.0;
    /// The height of the arc's picture at 100 %.
    pub(crate) const ARC: f32 = 260.0;
    /// The most height of the road's picture, at 100 %.
    pub(crate) const ROAD: f32 = 460.0;
    /// The radius of a point in the arc.
    pub(crate) const POINT: f32 = 5.0;
    /// The height of a bar.
    pub(crate) const BAR: f32 = 10.0;
}

/// How long a change on the screen takes, in seconds.
pub(crate) const DURATION: f32 = 0.12;

/// The power of the coverage of dark type on light ground: below 1 it is darker, as print is.
pub(crate) const DARK_TYPE: f32 = 0.7;

/// The lines' distance, of the size of the type.
pub(crate) const LINE_HEIGHT: f32 = 1.45;

/// The sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeSize {
    /// Notes and labels.
    Small,
    /// What is read.
    Body,
    /// What is said, and headings of small parts.
    Lead,
    /// Headings.
    Title,
    /// The heading of a screen.
    Display,
}

impl TypeSize {
    /// All five, from the smallest.
    pub const ALL: [Self; 5] = [Self::Small, Self::Body, Self::Lead, Self::Title, Self::Display];

    /// Its size at 100 %, in points.
    #[must_use]
    pub const fn points(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Body => 18.0,
            Self::Lead => 20.0,
            Self::Title => 25.0,
            Self::Display => 32.0,
        }
    }
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color32,
    /// Cards, buttons and boxes.
    pub surface: Color32,
    /// The same under the pointer.
    pub surface_hover: Color32,
    /// The same while pressed.
    pub surface_pressed: Color32,
    /// The edge of what can be pressed or filled in.
    pub border: Color32,
    /// The edge of what only belongs together.
    pub hairline: Color32,
    /// Text.
    pub text: Color32,
    /// Text that matters less.
    pub quiet: Color32,
    /// The one thing to do next.
    pub accent: Color32,
    /// The same under the pointer.
    pub accent_hover: Color32,
    /// The same while pressed.
    pub accent_pressed: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Something picked.
    pub picked: Color32,
    /// Text on it.
    pub on_picked: Color32,
    /// Something to know.
    pub notice: Color32,
    /// Text on it.
    pub on_notice: Color32,
    /// The focus ring.
    pub focus: Color32,
    /// Over what cannot be used just now.
    pub scrim: Color32,
    /// The line of agitation.
    pub agitation: Color32,
    /// The line of trust.
    pub trust: Color32,
    /// The line of understanding.
    pub understanding: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const LIGHT: Palette = Palette {
    ground: rgb(0xF7_F4_EF),
    surface: rgb(0xFF_FF_FF),
    surface_hover: rgb(0xF1_EC_E3),
    surface_pressed: rgb(0xE7_E0_D4),
    border: rgb(0x85_7C_70),
    hairline: rgb(0xDD_D6_CA),
    text: rgb(0x23_20_1C),
    quiet: rgb(0x57_51_49),
    accent: rgb(0x1D_4F_63),
    accent_hover: rgb(0x17_40_51),
    accent_pressed: rgb(0x10_31_3F),
    on_accent: rgb(0xFF_FF_FF),
    picked: rgb(0xDA_E8_EC),
    on_picked: rgb(0x12_35_43),
    notice: rgb(0xFB_EB_CB),
    on_notice: rgb(0x4A_35_05),
    focus: rgb(0x0B_57_D0),
    scrim: Color32::from_black_alpha(110),
    agitation: rgb(0xA3_3B_12),
    trust: rgb(0x4A_3D_96),
    understanding: rgb(0x1E_65_52),
};

const DARK: Palette = Palette {
    ground: rgb(0x17_19_1B),
    surface: rgb(0x20_23_26),
    surface_hover: rgb(0x2D_31_35),
    surface_pressed: rgb(0x38_3D_42),
    border: rgb(0x8A_90_96),
    hairline: rgb(0x3E_43_48),
    text: rgb(0xEE_EB_E5),
    quiet: rgb(0xBD_B8_AF),
    accent: rgb(0x9F_CF_E0),
    accent_hover: rgb(0xB8_DE_EB),
    accent_pressed: rgb(0xD1_EC_F5),
    on_accent: rgb(0x0C_26_31),
    picked: rgb(0x2C_46_52),
    on_picked: rgb(0xE3_F2_F7),
    notice: rgb(0x45_38_17),
    on_notice: rgb(0xFA_E8_BF),
    focus: rgb(0x8A_B8_FF),
    scrim: Color32::from_black_alpha(150),
    agitation: rgb(0xF4_A3_7E),
    trust: rgb(0xBC_B1_F5),
    understanding: rgb(0x8C_D3_BC),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: rgb(0x00_00_00),
    surface: rgb(0x00_00_00),
    surface_hover: rgb(0x26_26_26),
    surface_pressed: rgb(0x3A_3A_3A),
    border: rgb(0xFF_FF_FF),
    hairline: rgb(0xB0_B0_B0),
    text: rgb(0xFF_FF_FF),
    quiet: rgb(0xE6_E6_E6),
    accent: rgb(0xFF_E0_66),
    accent_hover: rgb(0xFF_EE_A8),
    accent_pressed: rgb(0xFF_FF_FF),
    on_accent: rgb(0x00_00_00),
    picked: rgb(0xFF_E0_66),
    on_picked: rgb(0x00_00_00),
    notice: rgb(0x33_2B_00),
    on_notice: rgb(0xFF_F4_C2),
    focus: rgb(0x5C_D6_FF),
    scrim: Color32::from_black_alpha(190),
    agitation: rgb(0xFF_B1_8A),
    trust: rgb(0xCF_C6_FF),
    understanding: rgb(0x9E_F0_D5),
};

impl Palette {
    /// The colours of a theme.
    #[must_use]
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::HighContrast => &HIGH_CONTRAST,
        }
    }

    /// The one colour of a dimension, safe for colour-blind readers (Okabe and Ito). For shapes and
    /// lines, not for text.
    #[must_use]
    pub const fn dimension(dimension: Dimension) -> Color32 {
        match dimension {
            Dimension::Empathy => rgb(0x00_9E_73),
            Dimension::Clarity => rgb(0x00_72_B2),
            Dimension::DeEscalation => rgb(0xD5_5E_00),
        }
    }

    /// The colour of a feeling's line and of its label.
    #[must_use]
    pub const fn feeling(&self, feeling: Feeling) -> Color32 {
        match feeling {
            Feeling::Agitation => self.agitation,
            Feeling::Trust => self.trust,
            Feeling::Understanding => self.understanding,
        }
    }

    /// Every text colour on every colour it stands on, by name.
    #[must_use]
    pub fn text_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let grounds = [
            ("ground", self.ground),
            ("surface", self.surface),
            ("surface_hover", self.surface_hover),
            ("surface_pressed", self.surface_pressed),
        ];
        let mut pairs: Vec<_> = grounds
            .into_iter()
            .flat_map(|(name, ground)| [(name, self.text, ground), (name, self.quiet, ground)])
            .collect();
        pairs.extend(Feeling::ALL.map(|feeling| (feeling.word(), self.feeling(feeling), self.surface)));
        pairs.extend([
            ("accent", self.on_accent, self.accent),
            ("accent_hover", self.on_accent, self.accent_hover),
            ("accent_pressed", self.on_accent, self.accent_pressed),
            ("picked", self.on_picked, self.picked),
            ("notice", self.on_notice, self.notice),
        ]);
        pairs
    }

    /// Every line or shape that carries meaning on every colour it stands on, by name.
    #[must_use]
    pub fn shape_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let mut pairs = Vec::new();
        for ground in [self.ground, self.surface] {
            pairs.extend([("focus", self.focus, ground), ("border", self.border, ground)]);
            let dimensions = [Dimension::Empathy, Dimension::Clarity, Dimension::DeEscalation];
            pairs.extend(dimensions.map(|dimension| (dimension.label(), Self::dimension(dimension), ground)));
        }
        pairs
    }
}
