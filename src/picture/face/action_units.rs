//! What face and body show, as numbers: the units of the Facial Action Coding System (FACS), and posture.

/// Declares a struct of `f32` parameters that can be blended and compared.
macro_rules! parameters {
    ( $(#[$meta:meta])* pub struct $name:ident { $( $(#[$field_meta:meta])* $field:ident ),* $(,)? } ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name { $( $(#[$field_meta])* pub $field: f32 ),* }

        impl $name {
            /// Everything at rest: all zero.
            pub const REST: Self = Self { $( $field: 0.0 ),* };

            /// Linear interpolation: `self` at `amount` 0, `other` at 1.
            #[must_use]
            pub fn lerp(self, other: Self, amount: f32) -> Self {
                Self { $( $field: self.$field + (other.$field - self.$field) * amount ),* }
            }

            /// The sum of the squared differences to `other`.
            #[must_use]
            pub fn squared_distance(self, other: Self) -> f32 {
                0.0 $( + (other.$field - self.$field).powi(2) )*
            }
        }
    };
}

parameters! {
    /// The units of the Facial Action Coding System (Ekman and Friesen) that the picture draws, each 0–1.
    pub struct ActionUnits {
        /// Unit 1: the inner ends of the brows rise.
        inner_brow_raise,
        /// Unit 2: the outer ends of the brows rise.
        outer_brow_raise,
        /// Unit 4: the brows come down and together.
        brow_lower,
        /// Unit 5: the upper lids rise.
        upper_lid_raise,
        /// Unit 6: the cheeks rise and push up the lower lids.
        cheek_raise,
        /// Unit 7: the lids tighten.
        lid_tighten,
        /// Unit 9: the nose wrinkles.
        nose_wrinkle,
        /// Unit 12: the corners of the lips are pulled up.
        lip_corner_pull,
        /// Unit 15: the corners of the lips are drawn down.
        lip_corner_depress,
        /// Unit 17: the chin pushes up the lower lip.
        chin_raise,
        /// Unit 20: the lips are stretched sideways.
        lip_stretch,
        /// Unit 24: the lips are pressed together.
        lip_press,
        /// Unit 25: the lips part.
        lips_part,
        /// Unit 26: the jaw drops.
        jaw_drop,
        /// Unit 43: the eyes close.
        eyes_closed,
    }
}

parameters! {
    /// Posture and other bodily signs, 0–1 unless noted; left and right are the viewer's.
    pub struct Body {
        /// Gaze: −1 left, 0 at you, 1 right.
        gaze_x,
        /// Gaze: −1 down, 0 at you, 1 up.
        gaze_y,
        /// The head turned: −1 left, 1 right.
        turn,
        /// The head tilted: −1 to the left shoulder, 1 to the right one.
        tilt,
        /// The head bowed: −1 up, 1 down.
        nod,
        /// The upper body: −1 leaning back, 1 leaning towards you.
        lean,
        /// Drawn up to full height.
        rise,
        /// The shoulders: −1 dropped, 0 relaxed, 1 up at the ears.
        shoulders,
        /// Guarding: drawn in around what hurts, a hand on it.
        guard,
        /// Both hands raised, palms forward.
        hands_up,
        /// The hands clasped in front of the chest.
        clasp,
        /// A hand at the cheek, wiping tears.
        wipe,
        /// A hand at the chin.
        ponder,
        /// The hands at work on something that they hold.
        busy,
        /// A hand laid on the chest.
        heart,
        /// Breathing rate: 0 is about ten breaths a minute, 1 about thirty.
        breath,
        /// Redness of the face.
        flush,
        /// Paleness of the face.
        pallor,
        /// From 0 to a half the eyes fill; from there on tears run.
        tears,
        /// Asymmetry: at 0 both sides move alike; at 1 only the left brow lowers, the right one rises, and the mouth is
        /// pulled to one side.
        one_brow,
    }
}

impl Body {
    /// Up to this combined strength of all gestures, the arms hang.
    pub const ARMS_HANG: f32 = 0.4;
    /// From this combined strength on, they are fully lifted.
    pub const ARMS_LIFTED: f32 = 0.85;

    /// The same body with the arms either lifted or hanging: half-way up they would mean nothing.
    #[must_use]
    pub fn with_arms_snapped(self) -> Self {
        let total = self.guard + self.hands_up + self.clasp + self.wipe + self.ponder + self.busy + self.heart;
        let half_way = f32::midpoint(Self::ARMS_HANG, Self::ARMS_LIFTED);
        let snapped = if total < half_way { total.min(Self::ARMS_HANG) } else { total.max(Self::ARMS_LIFTED) };
        let scale = if total > 0.0 { snapped / total } else { 1.0 };
        Self {
            guard: self.guard * scale,
            hands_up: self.hands_up * scale,
            clasp: self.clasp * scale,
            wipe: self.wipe * scale,
            ponder: self.ponder * scale,
            busy: self.busy * scale,
            heart: self.heart * scale,
            ..self
        }
    }
}

/// Face and body at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expression {
    pub units: ActionUnits,
    pub body: Body,
}

impl Expression {
    pub const REST: Self = Self { units: ActionUnits::REST, body: Body::REST };

    /// Linear interpolation: `self` at `amount` 0, `other` at 1.
    #[must_use]
    pub fn lerp(self, other: Self, amount: f32) -> Self {
        Self { units: self.units.lerp(other.units, amount), body: self.body.lerp(other.body, amount) }
    }

    /// Euclidean distance over face and body; from about 0.3 on, two expressions look different.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.units.squared_distance(other.units) + self.body.squared_distance(other.body)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_way_is_half_of_each_unit() {
        let frown = ActionUnits { brow_lower: 1.0, lip_press: 0.5, ..ActionUnits::REST };
        let half = ActionUnits::REST.lerp(frown, 0.5);
        assert_eq!(half, ActionUnits { brow_lower: 0.5, lip_press: 0.25, ..ActionUnits::REST });
    }

    #[test]
    fn arms_are_lifted_or_hang() {
        let half = Body { guard: 0.3, clasp: 0.3, lean: 0.5, ..Body::REST };
        for (times, all) in [(0.5, 0.3), (0.9, Body::ARMS_HANG), (1.2, Body::ARMS_LIFTED), (2.0, 1.2)] {
            let body = Body { guard: half.guard * times, clasp: half.clasp * times, ..half }.with_arms_snapped();
            assert!((body.guard + body.clasp - all).abs() < 1e-6 && (body.guard - body.clasp).abs() < 1e-6, "{times}");
            assert!((body.lean - half.lean).abs() < 1e-6, "nothing else changes");
        }
        assert_eq!(Body::REST.with_arms_snapped(), Body::REST);
    }

    #[test]
    fn distance_counts_face_and_body() {
        let mut other = Expression::REST;
        other.units.brow_lower = 0.6;
        other.body.lean = 0.8;
        assert!((Expression::REST.distance(other) - 1.0).abs() < 1e-6);
    }
}
