//! Mood → expression: how feelings show in face and body.

use super::action_units::{ActionUnits, Body, Expression};
use super::mood::{Mood, SceneMood};
use super::presets;

/// The expression of a mood. Agitation leads from calm through anxious and escalating to crisis; trust, understanding,
/// pain and the scene's mood are blended in, the less the higher agitation is.
#[must_use]
pub fn expression(mood: &Mood) -> Expression {
    let agitation = mood.agitation.clamp(0.0, 1.0);
    let settled = 1.0 - smoothstep(0.2, 0.55, agitation);
    let upset = smoothstep(0.5, 0.9, agitation);

    let mut shown = by_agitation(agitation);
    shown = shown.lerp(presets::TRUSTING, 0.9 * settled * smoothstep(0.5, 0.9, mood.trust));
    shown = shown.lerp(presets::GUARDED, 0.5 * (1.0 - upset) * (1.0 - smoothstep(0.0, 0.4, mood.trust)));
    shown = shown.lerp(presets::CONFUSED, 0.4 * settled * (1.0 - smoothstep(0.0, 0.45, mood.understanding)));
    if mood.hurting {
        shown = shown.lerp(presets::IN_PAIN, 0.35 - 0.15 * upset);
    }
    if mood.recovering {
        shown = shown.lerp(presets::RECOVERING, 0.85);
    }
    if let Some(scene_mood) = mood.scene_mood {
        shown = shown.lerp(of_scene_mood(scene_mood), 0.9 - 0.5 * upset);
    }
    Expression { body: shown.body.with_arms_snapped(), ..shown }
}

/// The expression of a scene's mood alone, before agitation and trust are blended in.
#[must_use]
pub const fn of_scene_mood(mood: SceneMood) -> Expression {
    match mood {
        SceneMood::Sad => presets::SAD,
        SceneMood::Tearful => presets::TEARFUL,
        SceneMood::Crying => presets::CRYING,
        SceneMood::InPain => presets::IN_PAIN,
        SceneMood::Confused => presets::CONFUSED,
        SceneMood::Thoughtful => presets::THOUGHTFUL,
        SceneMood::Relieved => presets::RELIEVED,
        SceneMood::Pleased => presets::PLEASED,
        SceneMood::Afraid => presets::AFRAID,
        SceneMood::Ashamed => presets::ASHAMED,
        SceneMood::Tired => presets::TIRED,
        SceneMood::Faint => presets::FAINT,
        SceneMood::Guarded => presets::GUARDED,
        SceneMood::Withdrawn => presets::WITHDRAWN,
        SceneMood::Absorbed => presets::ABSORBED,
    }
}

/// The same expression with the eyes closed at least as far as a blink of this depth, 0–1.
#[must_use]
pub fn with_blink(shown: Expression, depth: f32) -> Expression {
    let units = ActionUnits { eyes_closed: shown.units.eyes_closed.max(depth), ..shown.units };
    Expression { units, body: Body { ..shown.body } }
}

/// Blends the four stages of agitation: each shows fully in the middle of its band.
fn by_agitation(agitation: f32) -> Expression {
    let anxious = smoothstep(0.12, 0.36, agitation);
    let escalating = smoothstep(0.42, 0.62, agitation);
    let crisis = smoothstep(0.68, 0.88, agitation);
    presets::CALM.lerp(presets::ANXIOUS, anxious).lerp(presets::ESCALATING, escalating).lerp(presets::CRISIS, crisis)
}

/// 0 at or below `from`, 1 at or above `to`, a smooth S-curve in between.
fn smoothstep(from: f32, to: f32, value: f32) -> f32 {
    let along = ((value - from) / (to - from)).clamp(0.0, 1.0);
    along * along * (3.0 - 2.0 * along)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agitated(agitation: f32) -> Mood {
        Mood { agitation, ..Mood::default() }
    }

    fn named_states() -> Vec<(String, Expression)> {
        let by_stage = [("calm", 0.1), ("anxious", 0.38), ("escalating", 0.63), ("crisis", 0.9)];
        let mut named: Vec<_> =
            by_stage.map(|(name, at)| (name.to_owned(), expression(&agitated(at)))).into_iter().collect();
        named.push(("recovering".to_owned(), expression(&Mood { recovering: true, ..agitated(0.4) })));
        named.push(("trusting".to_owned(), expression(&Mood { trust: 0.9, ..agitated(0.1) })));
        // Somebody who trusts smiles too.
        let smiles = [SceneMood::Relieved, SceneMood::Pleased];
        for mood in SceneMood::ALL.into_iter().filter(|mood| !smiles.contains(mood)) {
            let mood_alone = Mood { scene_mood: Some(mood), ..agitated(0.2) };
            named.push((mood.id().to_owned(), expression(&mood_alone)));
        }
        named
    }

    #[test]
    fn named_states_are_well_apart() {
        let states = named_states();
        for (at, (name, shown)) in states.iter().enumerate() {
            for (other_name, other) in &states[at + 1..] {
                let apart = shown.distance(*other);
                assert!(apart > 0.5, "{name} and {other_name} are only {apart} apart");
            }
        }
    }

    #[test]
    fn nothing_but_an_arm_jumps_along_agitation() {
        let shown = |agitation| {
            let shown = expression(&agitated(agitation));
            Expression { body: Body { hands_up: 0.0, clasp: 0.0, ..shown.body }, ..shown }
        };
        for step in 0_u8..100 {
            let here = shown(f32::from(step) / 100.0);
            let next = shown(f32::from(step + 1) / 100.0);
            assert!(here.distance(next) < 0.25, "jumps at {step}");
        }
    }

    #[test]
    fn stages_show_their_units() {
        assert!(expression(&agitated(0.38)).units.inner_brow_raise > 0.4);
        assert!(expression(&agitated(0.63)).units.lip_press > 0.5);
        assert!(expression(&agitated(0.9)).units.lips_part > 0.4);
        assert!(expression(&agitated(0.9)).body.rise > 0.5);
    }

    #[test]
    fn what_hurts_shows_as_guarding() {
        let open = expression(&Mood { hurting: true, ..agitated(0.3) });
        assert!(open.body.guard > 0.2 && open.units.nose_wrinkle > 0.1);
    }

    #[test]
    fn nobody_weeps_or_lifts_a_hand_whose_mood_does_not_say_so() {
        let moods = SceneMood::ALL.into_iter().flat_map(|mood| [0.0, 0.2, 0.4, 0.6].map(|agitation| (mood, agitation)));
        for (mood, agitation) in moods {
            let Body { tears, guard, hands_up, clasp, wipe, ponder, busy, heart, .. } =
                expression(&Mood { scene_mood: Some(mood), ..agitated(agitation) }).body;
            let weeps = matches!(mood, SceneMood::Tearful | SceneMood::Crying);
            assert_eq!(tears > 0.05, weeps, "{mood:?} at {agitation}");
            assert_eq!(
                tears > 0.5,
                mood == SceneMood::Crying,
                "{mood:?} at {agitation}: eyes that fill do not run over"
            );
            let gestures = [
                (SceneMood::Crying, wipe),
                (SceneMood::InPain, guard),
                (SceneMood::Thoughtful, ponder),
                (SceneMood::Relieved, heart),
                (SceneMood::Absorbed, busy),
            ];
            let all = guard + hands_up + clasp + wipe + ponder + busy + heart;
            match gestures.iter().find(|(gestured, _)| *gestured == mood) {
                Some((_, own)) => assert!(*own > 0.8 * all && all > Body::ARMS_HANG, "{mood:?} at {agitation}"),
                None => assert!(all <= Body::ARMS_HANG, "{mood:?} at {agitation}"),
            }
        }
    }

    #[test]
    fn trust_warms_and_little_understanding_tilts() {
        let trusting = expression(&Mood { trust: 0.9, ..agitated(0.1) });
        assert!(trusting.units.lip_corner_pull > 0.5 && trusting.units.cheek_raise > 0.3);
        let lost = expression(&Mood { understanding: 0.0, ..agitated(0.1) });
        assert!(lost.body.one_brow > 0.2 && lost.body.tilt.abs() > 0.1);
    }

    #[test]
    fn every_unit_stays_between_nothing_and_full() {
        for (name, shown) in named_states() {
            let none = ActionUnits::REST;
            assert!(shown.units.squared_distance(none) < 15.0, "{name}");
            assert!((0.0..=1.0).contains(&shown.units.brow_lower), "{name}");
        }
    }

    #[test]
    fn a_blink_closes_open_eyes_and_opens_none() {
        assert!((with_blink(presets::CALM, 1.0).units.eyes_closed - 1.0).abs() < 1e-6);
        let pain = presets::IN_PAIN.units.eyes_closed;
        assert!((with_blink(presets::IN_PAIN, 0.0).units.eyes_closed - pain).abs() < 1e-6);
    }
}
