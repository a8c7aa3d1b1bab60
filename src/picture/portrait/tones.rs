//! The colours of a person: skin, hair and clothes, in light and shade.

use super::super::face::Body;
use super::super::shapes::Colour;
use crate::scenario::{ClothesColour, HairColour, Looks};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Surface {
    /// Highlights.
    pub(super) light: Colour,
    /// Facing the light.
    pub(super) base: Colour,
    /// Turned away from the light.
    pub(super) shade: Colour,
    /// Creases and edges.
    pub(super) line: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tones {
    pub(super) skin: Surface,
    pub(super) lips: Colour,
    pub(super) blush: Colour,
    pub(super) hair: Surface,
    pub(super) brow: Colour,
    pub(super) cloth: Surface,
    /// What is worn under a jacket or a cardigan.
    pub(super) under_cloth: Surface,
    pub(super) eye_white: Colour,
    pub(super) iris: Colour,
    /// The darkest line of the face: lashes, the mouth.
    pub(super) ink: Colour,
}

/// Base and shade of the skin, in the order of the Monk Skin Tone Scale (Monk, 2019), warmed for the picture's light.
const SKIN: [(u32, u32); 10] = [
    (0xF2_D9_C8, 0xDD_B8_A2),
    (0xEE_CD_B4, 0xD7_AA_8C),
    (0xE8_C1_A0, 0xCD_9C_78),
    (0xDD_AF_87, 0xBE_8B_63),
    (0xC9_97_6C, 0xA7_75_4D),
    (0xAC_7A_53, 0x8B_5C_3B),
    (0x94_64_45, 0x74_4A_30),
    (0x7C_52_3A, 0x5F_3B_29),
    (0x68_45_33, 0x4D_31_24),
    (0x58_3B_2E, 0x40_29_20),
];

const INK: Colour = Colour::hex(0x2B_1C_1A);
const RED: Colour = Colour::hex(0xB0_3A_34);
const DEEP_RED: Colour = Colour::hex(0x7A_2E_22);
/// On dark skin the lower lip catches the light.
const LIP_LIGHT: Colour = Colour::hex(0xC9_7E_76);

impl Surface {
    /// The same without the blood under it: greyer, and a little lighter.
    fn paled(self, amount: f32) -> Self {
        let grey = |colour: Colour| {
            let bright = 0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue;
            let level = bright + 0.08 * (1.0 - bright);
            colour.mix(Colour { red: level, green: level, blue: level, alpha: colour.alpha }, 0.32 * amount)
        };
        Self { light: grey(self.light), base: grey(self.base), shade: grey(self.shade), line: self.line }
    }

    fn reddened(self, blood: Colour, amount: f32) -> Self {
        Self {
            light: self.light.mix(blood, amount),
            base: self.base.mix(blood, amount),
            shade: self.shade.mix(blood, 0.7 * amount),
            line: self.line,
        }
    }
}

impl Tones {
    /// `age` is in years; of the body, its flush and pallor count.
    pub(super) fn new(looks: &Looks, age: u8, body: Body) -> Self {
        let dark = f32::from(looks.skin.clamp(1, 10) - 1) / 9.0;
        let skin = skin(looks.skin);
        let blush = skin.base.mix(RED.mix(DEEP_RED, dark), 0.75 - 0.2 * dark);
        let skin = skin.reddened(blush, 0.2 * body.flush).paled(body.pallor);
        let hair = hair(looks.hair_colour);
        let cloth = surface(cloth(looks.clothes_colour));
        // Brows carry the expression, so they must stand out on any skin: neither as light as it nor lost in it.
        let brow = if skin.base.luminance() > hair.shade.luminance() * 2.0 {
            hair.shade
        } else {
            hair.shade.mix(skin.line, 0.7).mix(Colour::hex(0x0C_07_06), 0.55 * dark)
        };
        let under_cloth = if looks.clothes_colour == ClothesColour::White {
            surface(Colour::hex(0xA9_B4_BD))
        } else {
            surface(Colour::hex(0xEC_E6_DB))
        };
        let lips = skin.base.mix(skin.shade, 0.5).mix(Colour::hex(0xA4_45_45), 0.25).mix(LIP_LIGHT, 0.3 * dark);
        Self {
            skin,
            lips: if age >= 65 { lips.mix(skin.shade, 0.35) } else { lips },
            blush,
            hair,
            brow,
            cloth,
            under_cloth,
            eye_white: Colour::hex(0xF6_F1_EA).mix(skin.base, 0.12),
            iris: iris(looks),
            ink: INK.mix(skin.line, 0.22 * (1.0 - dark)).mix(Colour::hex(0x12_0A_09), dark),
        }
    }
}

fn skin(tone: u8) -> Surface {
    let (base, shade) = SKIN[usize::from(tone.clamp(1, 10) - 1)];
    let (base, shade) = (Colour::hex(base), Colour::hex(shade));
    Surface { light: base.mix(Colour::hex(0xFF_EE_DA), 0.22), base, shade, line: shade.mix(INK, 0.42) }
}

fn hair(colour: HairColour) -> Surface {
    let (base, shade, light) = match colour {
        HairColour::Black => (0x2A_25_25, 0x18_15_15, 0x4A_42_42),
        HairColour::Brown => (0x5B_3D_2B, 0x43_2B_1E, 0x75_52_3A),
        HairColour::Auburn => (0x7B_41_28, 0x5C_2E_1C, 0x97_57_38),
        HairColour::Red => (0xA9_57_2F, 0x85_40_20, 0xC4_72_44),
        HairColour::Blond => (0xCB_A2_66, 0xA6_7E_46, 0xDF_BE_88),
        HairColour::Grey => (0x93_8F_8B, 0x71_6D_6A, 0xB0_AC_A7),
        HairColour::White => (0xDC_D7_CE, 0xB3_AD_A4, 0xEE_EA_E3),
    };
    let shade = Colour::hex(shade);
    Surface { light: Colour::hex(light), base: Colour::hex(base), shade, line: shade.mix(INK, 0.35) }
}

const fn cloth(colour: ClothesColour) -> Colour {
    Colour::hex(match colour {
        ClothesColour::Blue => 0x4E_71_91,
        ClothesColour::Green => 0x62_7F_5E,
        ClothesColour::Red => 0xA2_4F_47,
        ClothesColour::Ochre => 0xC1_8F_48,
        ClothesColour::Purple => 0x72_5E_83,
        ClothesColour::Grey => 0x82_84_87,
        ClothesColour::White => 0xE6_E1_D8,
        ClothesColour::Black => 0x3A_39_3F,
        ClothesColour::Teal => 0x41_7C_7C,
        ClothesColour::Rose => 0xC2_86_8C,
    })
}

/// The tones of cloth of this colour.
pub(super) fn surface(base: Colour) -> Surface {
    let night = Colour::hex(0x1D_22_38);
    Surface {
        light: base.mix(Colour::hex(0xFF_F6_E8), 0.16),
        base,
        shade: base.mix(night, 0.2),
        line: base.mix(night, 0.45),
    }
}

/// Brown, except that light skin and hair often go with grey-blue or green eyes.
fn iris(looks: &Looks) -> Colour {
    let light_hair = matches!(looks.hair_colour, HairColour::Blond | HairColour::Red | HairColour::White);
    match looks.skin {
        0..=3 if light_hair => Colour::hex(0x5E_7C_8E),
        0..=3 if looks.hair_colour == HairColour::Grey => Colour::hex(0x66_72_5A),
        0..=5 => Colour::hex(0x6B_48_2E),
        _ => Colour::hex(0x47_2C_1D),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skin_darkens_step_by_step_and_shade_is_darker() {
        for tone in 1..10 {
            assert!(skin(tone).base.luminance() > skin(tone + 1).base.luminance());
        }
        for tone in 1..=10 {
            let skin = skin(tone);
            assert!(skin.light.luminance() > skin.base.luminance());
            assert!(skin.base.luminance() > skin.shade.luminance());
            assert!(skin.shade.luminance() > skin.line.luminance());
        }
    }

    #[test]
    fn a_pale_face_is_greyer_and_still_told_from_its_line() {
        let spread = |colour: Colour| colour.red.max(colour.blue) - colour.red.min(colour.blue);
        for tone in 1..=10 {
            let (well, pale) = (skin(tone), skin(tone).paled(1.0));
            assert!(spread(pale.base) < 0.75 * spread(well.base), "{tone}");
            assert!(pale.base.luminance() > pale.shade.luminance() && pale.shade.luminance() > pale.line.luminance());
        }
    }

    #[test]
    fn a_tone_out_of_range_is_the_nearest() {
        assert_eq!(skin(0), skin(1));
        assert_eq!(skin(200), skin(10));
    }
}
