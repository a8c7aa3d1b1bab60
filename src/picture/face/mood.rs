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
    /// Whether a need such as pain is still open.
    pub need_open: bool,
    /// Whether they are recovering from a crisis.
    pub recovering: bool,
    /// A mood that the scene shows as well.
    pub scene_mood: Option<SceneMood>,
}

impl Default for Mood {
    fn default() -> Self {
        Self { agitation: 0.1, trust: 0.5, understanding: 0.6, need_open: false, recovering: false, scene_mood: None }
    }
}

/// A mood that a scene may set; the catalogue is `assets/moods.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SceneMood {
    Sad,
    InPain,
    Confused,
    Relieved,
    Afraid,
    Ashamed,
    Tired,
    Guarded,
}

impl SceneMood {
    /// Every mood, in the order of the catalogue.
    pub const ALL: [Self; 8] = [
        Self::Sad,
        Self::InPain,
        Self::Confused,
        Self::Relieved,
        Self::Afraid,
        Self::Ashamed,
        Self::Tired,
        Self::Guarded,
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
            Self::InPain => "in_pain",
            Self::Confused => "confused",
            Self::Relieved => "relieved",
            Self::Afraid => "afraid",
            Self::Ashamed => "ashamed",
            Self::Tired => "tired",
            Self::Guarded => "guarded",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_of_the_catalogue_is_known() {
        let catalogue = include_str!("../../../assets/moods.ron");
        let ids = catalogue.split("(id: ").skip(1).filter_map(|entry| entry.split(',').next());
        for id in ids.filter(|id| *id != "neutral") {
            assert_eq!(SceneMood::from_id(id).map(SceneMood::id), Some(id));
        }
    }

    #[test]
    fn unknown_and_neutral_are_none() {
        assert_eq!(SceneMood::from_id("neutral"), None);
        assert_eq!(SceneMood::from_id("furious"), None);
    }
}
