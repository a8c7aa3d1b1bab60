//! The expressions of the moods that a scene may set.

use super::super::action_units::{ActionUnits, Body, Expression};

/// Sad: 1, 4, 15; gaze down, no tears.
pub const SAD: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 1.0,
        brow_lower: 0.55,
        lip_corner_depress: 1.0,
        chin_raise: 0.6,
        eyes_closed: 0.22,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: -0.2,
        gaze_y: -0.6,
        turn: -0.12,
        tilt: 0.35,
        nod: 0.35,
        shoulders: -0.6,
        breath: 0.2,
        ..Body::REST
    },
};

/// Tearful: 1, 4, 15, 17, 24; the eyes have filled.
pub const TEARFUL: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 1.0,
        brow_lower: 0.4,
        lip_corner_depress: 0.6,
        chin_raise: 0.9,
        lip_press: 0.5,
        lid_tighten: 0.3,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: -0.3,
        gaze_y: -0.3,
        turn: -0.2,
        nod: 0.2,
        shoulders: 0.2,
        breath: 0.5,
        tears: 0.55,
        ..Body::REST
    },
};

/// Crying: sad, with tears and a hand at the cheek.
pub const CRYING: Expression = Expression { units: SAD.units, body: Body { tears: 1.0, wipe: 1.0, ..SAD.body } };

/// In pain: 4, 6, 7, 9, 43 (the units of Prkachin and Solomon's pain index); guarding, breath held.
pub const IN_PAIN: Expression = Expression {
    units: ActionUnits {
        brow_lower: 1.0,
        cheek_raise: 0.85,
        lid_tighten: 0.9,
        nose_wrinkle: 1.0,
        lip_stretch: 0.9,
        lips_part: 1.0,
        eyes_closed: 0.95,
        ..ActionUnits::REST
    },
    body: Body { turn: -0.35, tilt: -0.5, nod: 0.25, shoulders: 0.7, guard: 1.0, flush: 0.15, ..Body::REST },
};

/// Confused: 4 on one side, the head tilted.
pub const CONFUSED: Expression = Expression {
    units: ActionUnits {
        brow_lower: 0.85,
        lid_tighten: 0.3,
        lips_part: 0.2,
        lip_press: 0.15,
        chin_raise: 0.25,
        ..ActionUnits::REST
    },
    body: Body {
        tilt: 0.75,
        turn: 0.2,
        lean: 0.2,
        gaze_x: -0.25,
        gaze_y: 0.35,
        breath: 0.2,
        one_brow: 1.0,
        ..Body::REST
    },
};

/// Thoughtful: 2, 4 slight, 24; a hand at the chin, gaze up and to the side.
pub const THOUGHTFUL: Expression = Expression {
    units: ActionUnits {
        outer_brow_raise: 0.4,
        brow_lower: 0.3,
        lip_press: 0.45,
        chin_raise: 0.3,
        ..ActionUnits::REST
    },
    body: Body { tilt: 0.3, turn: 0.25, gaze_x: 0.75, gaze_y: 0.6, breath: 0.1, ponder: 1.0, ..Body::REST },
};

/// Relieved: 6, 12, 25 at full strength; a hand on the chest, eye contact.
pub const RELIEVED: Expression = Expression {
    units: ActionUnits {
        cheek_raise: 1.0,
        lip_corner_pull: 1.0,
        lips_part: 1.0,
        jaw_drop: 0.16,
        inner_brow_raise: 0.45,
        outer_brow_raise: 0.3,
        ..ActionUnits::REST
    },
    body: Body { tilt: -0.35, nod: 0.05, shoulders: -0.2, breath: 0.2, heart: 1.0, ..Body::REST },
};

/// Pleased: 6, 12, 25; eye contact, the hands down.
pub const PLEASED: Expression = Expression {
    units: ActionUnits {
        cheek_raise: 0.9,
        lip_corner_pull: 1.0,
        lips_part: 0.6,
        outer_brow_raise: 0.3,
        inner_brow_raise: 0.2,
        ..ActionUnits::REST
    },
    body: Body { tilt: -0.2, nod: 0.1, shoulders: -0.3, breath: 0.2, ..Body::REST },
};

/// Afraid: 1, 2, 4, 5, 20, 25; leaning away.
pub const AFRAID: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 1.0,
        outer_brow_raise: 0.7,
        brow_lower: 0.4,
        upper_lid_raise: 1.0,
        lip_stretch: 0.8,
        lips_part: 0.55,
        jaw_drop: 0.2,
        ..ActionUnits::REST
    },
    body: Body { lean: -0.8, shoulders: 0.95, turn: 0.15, breath: 1.0, ..Body::REST },
};

/// Ashamed: the head bowed and turned away, gaze down, lips pressed, flush.
pub const ASHAMED: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 0.45,
        lip_press: 0.55,
        lip_corner_depress: 0.35,
        chin_raise: 0.3,
        eyes_closed: 0.3,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: -0.6,
        gaze_y: -0.9,
        turn: -0.65,
        tilt: -0.2,
        nod: 0.65,
        shoulders: 0.1,
        breath: 0.2,
        flush: 0.7,
        ..Body::REST
    },
};

/// Tired: heavy lids, everything sagging a little.
pub const TIRED: Expression = Expression {
    units: ActionUnits { eyes_closed: 0.55, lip_corner_depress: 0.2, inner_brow_raise: 0.2, ..ActionUnits::REST },
    body: Body { gaze_y: -0.25, tilt: 0.3, nod: 0.1, lean: -0.3, shoulders: -1.0, breath: 0.05, ..Body::REST },
};

/// Faint: pale, the lids low, lips apart, the head sinking.
pub const FAINT: Expression = Expression {
    units: ActionUnits {
        eyes_closed: 0.55,
        inner_brow_raise: 0.6,
        lip_corner_depress: 0.3,
        lips_part: 0.5,
        jaw_drop: 0.25,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: 0.3,
        gaze_y: -0.2,
        tilt: -0.55,
        nod: 0.4,
        lean: -0.3,
        shoulders: -0.7,
        breath: 0.8,
        pallor: 1.0,
        ..Body::REST
    },
};

/// Guarded: the head turned away, watching you from the side, lips closed tight.
pub const GUARDED: Expression = Expression {
    units: ActionUnits {
        brow_lower: 0.4,
        lid_tighten: 0.55,
        lip_press: 0.5,
        lip_corner_depress: 0.2,
        ..ActionUnits::REST
    },
    body: Body { gaze_x: -0.5, turn: 0.55, nod: -0.15, lean: -0.5, shoulders: 0.2, breath: 0.2, ..Body::REST },
};

/// Withdrawn: turned away, gaze down, lips closed; no tears.
pub const WITHDRAWN: Expression = Expression {
    units: ActionUnits {
        inner_brow_raise: 0.35,
        lip_corner_depress: 0.3,
        lip_press: 0.35,
        eyes_closed: 0.4,
        ..ActionUnits::REST
    },
    body: Body {
        gaze_x: -0.7,
        gaze_y: -0.9,
        turn: -0.95,
        nod: 0.4,
        lean: -0.35,
        shoulders: 0.1,
        breath: 0.15,
        ..Body::REST
    },
};

/// Absorbed: the head bowed over the hands, which are at work on something.
pub const ABSORBED: Expression = Expression {
    units: ActionUnits { brow_lower: 0.4, lid_tighten: 0.2, lip_press: 0.35, eyes_closed: 0.2, ..ActionUnits::REST },
    body: Body {
        gaze_y: -1.0,
        nod: 0.85,
        tilt: 0.1,
        lean: 0.1,
        shoulders: 0.15,
        breath: 0.15,
        busy: 1.0,
        ..Body::REST
    },
};
