//! Named expressions to blend from: here those of feelings, beside it those of moods. The numbers in the comments are FACS
//! action units.

mod moods;

pub use moods::{
    ABSORBED, AFRAID, ASHAMED, CONFUSED, CRYING, FAINT, GUARDED, IN_PAIN, PLEASED, RELIEVED, SAD, TEARFUL, THOUGHTFUL,
    TIRED, WITHDRAWN,
};

use super::action_units::{ActionUnits, Body, Expression};

/// Calm: 12 slight, lids relaxed; slow breath, gaze on you, shoulders low.
pub const CALM: Expression = Expression {
    units: ActionUnits {
        lip_corner_pull: 0.45,
        cheek_raise: 0.15,
        inner_brow_raise: 0.1,
        eyes_closed: 0.1,
        ..ActionUnits::REST
    },
    body: Body { shoulders: -0.2, breath: 0.1, ..Body::REST },
};

/// Anxious: 1, 2, 4 slight, 20; quicker breath, gaze to the side, shoulders up, hands clasped.
pub const ANXIOUS: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 1.0,
        outer_brow_raise: 0.45,
        brow_lower: 0.3,
        upper_lid_raise: 0.55,
        lip_stretch: 0.85,
        lips_part: 0.3,
        lip_corner_depress: 0.15,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: 0.75,
        gaze_y: -0.1,
        turn: -0.25,
        shoulders: 0.75,
        breath: 0.6,
        lean: -0.25,
        clasp: 1.0,
        ..Body::REST
    },
};

/// Escalating: 4, 5, 7, 24; leans in, chin forward, flush.
pub const ESCALATING: Expression = Expression {
    units: ActionUnits {
        brow_lower: 1.0,
        upper_lid_raise: 0.4,
        lid_tighten: 0.75,
        lip_press: 1.0,
        lip_corner_depress: 0.15,
        chin_raise: 0.5,
        ..ActionUnits::REST
    },
    body: Body { lean: 0.9, nod: -0.15, shoulders: 0.45, breath: 0.7, flush: 0.75, ..Body::REST },
};

/// Crisis: 4, 5, 7, 25, 26; drawn up to full height, gaze fixed, hands up.
pub const CRISIS: Expression = Expression {
    units: ActionUnits {
        brow_lower: 1.0,
        upper_lid_raise: 1.0,
        lid_tighten: 0.45,
        nose_wrinkle: 0.35,
        lip_stretch: 0.25,
        lips_part: 0.8,
        jaw_drop: 0.7,
        ..ActionUnits::REST
    },
    body: Body {
        lean: 0.8,
        rise: 1.0,
        shoulders: 0.8,
        breath: 1.0,
        flush: 0.9,
        tilt: -0.1,
        hands_up: 1.0,
        ..Body::REST
    },
};

/// Recovering: 1, 15 slight, 43 almost; breathing out, head bowed, gaze down, shoulders dropped.
pub const RECOVERING: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 0.85,
        lip_corner_depress: 0.2,
        lips_part: 0.55,
        jaw_drop: 0.14,
        eyes_closed: 0.8,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: -0.15,
        gaze_y: -0.9,
        turn: -0.22,
        tilt: -0.3,
        nod: 0.95,
        lean: -0.5,
        shoulders: -1.0,
        breath: 0.35,
        flush: 0.4,
        ..Body::REST
    },
};

/// Trusting: 6, 12; eye contact.
pub const TRUSTING: Expression = Expression {
    units: ActionUnits {
        cheek_raise: 0.7,
        lip_corner_pull: 0.85,
        lips_part: 0.4,
        inner_brow_raise: 0.3,
        outer_brow_raise: 0.25,
        ..ActionUnits::REST
    },
    body: Body { tilt: -0.25, nod: 0.12, shoulders: -0.5, breath: 0.1, lean: 0.1, ..Body::REST },
};
