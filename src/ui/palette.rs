//! The colours of the screens, all in one place.

use egui::Color32;

use crate::rubric::{Dimension, Feeling};

use super::Theme;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The window's background.
    pub background: Color32,
    /// Cards, buttons and boxes.
    pub surface: Color32,
    /// A surface under the pointer.
    pub surface_hover: Color32,
    /// A surface while it is pressed.
    pub surface_pressed: Color32,
    /// The border of controls.
    pub border: Color32,
    /// The border of groups.
    pub hairline: Color32,
    pub text: Color32,
    /// Less important text.
    pub quiet: Color32,
    /// The primary action.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_hover: Color32,
    /// The accent while it is pressed.
    pub accent_pressed: Color32,
    pub on_accent: Color32,
    /// The background of what is selected.
    pub picked: Color32,
    pub on_picked: Color32,
    /// The background of a notice.
    pub notice: Color32,
    pub on_notice: Color32,
    pub focus: Color32,
    /// Laid over what cannot be used just now.
    pub scrim: Color32,
    pub agitation: Color32,
    pub trust: Color32,
    pub understanding: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const LIGHT: Palette = Palette {
    background: rgb(0xF7_F4_EF),
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
    background: rgb(0x17_19_1B),
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
    background: rgb(0x00_00_00),
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
    #[must_use]
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::HighContrast => &HIGH_CONTRAST,
        }
    }

    /// The colour of a dimension, distinguishable for colour-blind readers (Okabe and Ito). For shapes and lines, not
    /// for text.
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

    /// Every text colour with each background it appears on, by name.
    #[must_use]
    pub fn text_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let grounds = [
            ("background", self.background),
            ("surface", self.surface),
            ("surface_hover", self.surface_hover),
            ("surface_pressed", self.surface_pressed),
        ];
        let mut pairs: Vec<_> = grounds
            .into_iter()
            .flat_map(|(name, background)| [(name, self.text, background), (name, self.quiet, background)])
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

    /// Every line or shape that carries meaning with each background it appears on, by name.
    #[must_use]
    pub fn shape_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let mut pairs = Vec::new();
        for background in [self.background, self.surface] {
            pairs.extend([("focus", self.focus, background), ("border", self.border, background)]);
            let dimensions = [Dimension::Empathy, Dimension::Clarity, Dimension::DeEscalation];
            pairs.extend(dimensions.map(|dimension| (dimension.label(), Self::dimension(dimension), background)));
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Colour;

    /// The screen's counterpart of a colour of the saved page.
    fn on_screen(colour: Colour, theme: Theme) -> Color32 {
        let palette = Palette::of(theme);
        match colour {
            Colour::Text => palette.text,
            Colour::Quiet => palette.quiet,
            Colour::Hairline => palette.hairline,
            Colour::Ground => palette.surface,
            Colour::Agitation => palette.agitation,
            Colour::Trust => palette.trust,
            Colour::Understanding => palette.understanding,
            Colour::Empathy => Palette::dimension(Dimension::Empathy),
            Colour::Clarity => Palette::dimension(Dimension::Clarity),
            Colour::DeEscalation => Palette::dimension(Dimension::DeEscalation),
        }
    }

    #[test]
    fn a_kept_page_has_the_colours_of_the_screen() {
        let same = |colour, [red, green, blue]: [u8; 3], theme| {
            assert_eq!(Color32::from_rgb(red, green, blue), on_screen(colour, theme), "{colour:?}, {theme:?}");
        };
        for colour in Colour::ALL {
            same(colour, colour.light(), Theme::Light);
            same(colour, colour.dark(), Theme::Dark);
        }
    }
}
