//! How somebody feels, as the picture needs to know it.

/// How somebody feels now: all that the picture reads of the conversation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mood {
    /// Agitation, 0–1.
    pub agitation: f32,
    /// Trust in the trainee, 0–1.
    pub trust: f32,
    /// Understanding of what is going on, 0–1.
    pub understanding: f32,
    /// Whether something hurts that nobody has seen to yet.
    pub hurting: bool,
    /// Whether they are recovering from a crisis.
    pub recovering: bool,
    /// A mood that the scene shows as well.
    pub scene_mood: Option<SceneMood>,
}

impl Default for Mood {
    fn default() -> Self {
        Self { agitation: 0.1, trust: 0.5, understanding: 0.6, hurting: false, recovering: false, scene_mood: None }
    }
}

/// A mood that a scene may set; the catalogue is `assets/moods.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SceneMood {
    Sad,
    Tearful,
    Crying,
    InPain,
    Confused,
    Thoughtful,
    Relieved,
    Pleased,
    Afraid,
    Ashamed,
    Tired,
    Faint,
    Guarded,
    Withdrawn,
    Absorbed,
}

impl SceneMood {
    /// Every mood, in the order of the catalogue.
    pub const ALL: [Self; 15] = [
        Self::Sad,
        Self::Tearful,
        Self::Crying,
        Self::InPain,
        Self::Confused,
        Self::Thoughtful,
        Self::Relieved,
        Self::Pleased,
        Self::Afraid,
        Self::Ashamed,
        Self::Tired,
        Self::Faint,
        Self::Guarded,
        Self::Withdrawn,
        Self::Absorbed,
    ];

    /// The mood with this id in the catalogue; `None` for `neutral` and for an unknown id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mood| mood.id() == id)
    }

    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sad => "sad",
            Self::Tearful => "tearful",
            Self::Crying => "crying",
            Self::InPain => "in_pain",
            Self::Confused => "confused",
            Self::Thoughtful => "thoughtful",
            Self::Relieved => "relieved",
            Self::Pleased => "pleased",
            Self::Afraid => "afraid",
            Self::Ashamed => "ashamed",
            Self::Tired => "tired",
            Self::Faint => "faint",
            Self::Guarded => "guarded",
            Self::Withdrawn => "withdrawn",
            Self::Absorbed => "absorbed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::describe;
    use super::*;

    #[test]
    fn the_catalogue_lists_the_same_moods_and_says_what_is_seen() {
        let catalogue = include_str!("../../../assets/moods.ron");
        let listed: Vec<(&str, &str)> = catalogue
            .lines()
            .filter_map(|line| {
                let (id, rest) = line.trim().strip_prefix("(id: ")?.split_once(',')?;
                Some((id, rest.split_once("seen: \"")?.1.trim_end_matches("\"),")))
            })
            .filter(|(id, _)| *id != "neutral")
            .collect();
        let drawn = SceneMood::ALL.map(|mood| {
            let settled = Mood { scene_mood: Some(mood), ..Mood::default() };
            (mood.id(), describe(&settled))
        });
        assert_eq!(listed, drawn);
        assert!(SceneMood::ALL.iter().all(|mood| SceneMood::from_id(mood.id()) == Some(*mood)));
    }

    #[test]
    fn unknown_and_neutral_are_none() {
        assert_eq!(SceneMood::from_id("neutral"), None);
        assert_eq!(SceneMood::from_id("furious"), None);
    }
}
