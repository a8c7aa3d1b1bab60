//! What the picture shows of a mood, in words: for users who cannot see it.

use super::mood::{Mood, SceneMood};

/// A plain sentence about visible signs only: it names no emotion and holds no number and no pronoun, so that nobody
/// learns more from it than from the picture.
#[must_use]
pub fn describe(mood: &Mood) -> &'static str {
    match mood.agitation {
        at if at >= 0.75 => "Up and close, eyes wide and fixed on you, mouth open, face red.",
        _ if mood.recovering => "Head bowed, shoulders dropped, eyes down, slow blinks, breathing out.",
        at if at < 0.65 && mood.scene_mood.is_some() => mood.scene_mood.map_or("", describe_scene_mood),
        at if at >= 0.5 => "Jaw set, brows down, leaning in, looking straight at you.",
        _ if mood.hurting => "Face tight, one side held still, holding the breath now and then.",
        at if at >= 0.25 => "Brows drawn up in the middle, shoulders high, eyes moving to the side.",
        _ => describe_settled(mood),
    }
}

fn describe_scene_mood(mood: SceneMood) -> &'static str {
    match mood {
        SceneMood::Sad => "Eyes down and dry, the corners of the mouth low, head to one side.",
        SceneMood::Tearful => "Eyes wet, brows drawn up in the middle, chin pushed up.",
        SceneMood::Crying => "Eyes down, tears on the cheeks, a hand wiping them away.",
        SceneMood::InPain => "Eyes screwed shut, nose wrinkled, drawn in around one side.",
        SceneMood::Confused => "Head tilted, one brow down, lips a little apart.",
        SceneMood::Thoughtful => "A hand at the chin, eyes up and off to one side.",
        SceneMood::Relieved => "A smile that reaches the eyes, a hand on the chest, looking at you.",
        SceneMood::Pleased => "A smile that reaches the eyes, hands down, looking at you.",
        SceneMood::Afraid => "Eyes wide, brows up, lips drawn wide, pulled back from you.",
        SceneMood::Ashamed => "Head bowed and turned away, eyes on the floor, cheeks red.",
        SceneMood::Tired => "Lids heavy, shoulders hanging, head leaning.",
        SceneMood::Faint => "Pale, lids low, lips apart, head sinking to one side.",
        SceneMood::Guarded => "Head turned off, watching you from the side, lips closed tight.",
        SceneMood::Withdrawn => "Turned away, eyes down and dry, lips closed, hands down.",
        SceneMood::Absorbed => "Head bowed over hands that are busy together, eyes on the hands.",
    }
}

fn describe_settled(mood: &Mood) -> &'static str {
    if mood.trust >= 0.7 {
        "An open face with a smile around the eyes, looking at you."
    } else if mood.trust < 0.2 {
        "Leaning back, head turned off a little, lips closed tight."
    } else if mood.understanding < 0.25 {
        "Head tilted a little, one brow lower than the other, looking at you."
    } else {
        "Shoulders loose, face at rest, looking at you."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_moods() -> Vec<Mood> {
        let mut moods = Vec::new();
        for agitation in [0.0, 0.3, 0.55, 0.7, 0.9] {
            for trust in [0.1, 0.5, 0.9] {
                let settled = Mood { agitation, trust, ..Mood::default() };
                moods.extend([settled, Mood { hurting: true, ..settled }, Mood { recovering: true, ..settled }]);
                moods.push(Mood { understanding: 0.1, ..settled });
                moods.extend(SceneMood::ALL.map(|mood| Mood { scene_mood: Some(mood), ..settled }));
            }
        }
        moods
    }

    #[test]
    fn says_only_what_can_be_seen() {
        let not_seen = ["sad", "angry", "anxious", "afraid", "calm", "pain", "ashamed", "confus", "tired"];
        for mood in all_moods() {
            let sentence = describe(&mood).to_lowercase();
            assert!(!sentence.is_empty() && sentence.ends_with('.'));
            assert!(!not_seen.iter().any(|word| sentence.contains(word)), "{sentence}");
            assert!(!sentence.contains(|letter: char| letter.is_ascii_digit()), "{sentence}");
            let pronouns = ["he", "she", "his", "her", "him", "they", "their"];
            let words = sentence.split(|letter: char| !letter.is_alphabetic());
            assert!(!words.into_iter().any(|word| pronouns.contains(&word)), "{sentence}");
        }
    }

    #[test]
    fn crisis_is_seen_before_anything_else() {
        let mood = Mood { agitation: 0.9, scene_mood: Some(SceneMood::Tired), ..Mood::default() };
        assert!(describe(&mood).starts_with("Up and close"));
    }
}
