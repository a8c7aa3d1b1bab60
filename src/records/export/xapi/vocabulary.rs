//! The words of statements: IRIs of others where there are some, and our own under one base where there are none.

use std::fmt::Write as _;

/// What our own IRIs begin with. RFC 2606 keeps `.invalid` from ever being anybody's, so that nobody else can say something
/// by these names, and nothing is fetched by them.
pub const BASE: &str = "https://bedside.invalid/xapi";

/// The version of the virtual-patient profile of the `MedBiquitous` Learning Experience Working Group that statements
/// follow: a draft of 21 July 2016.
pub const PROFILE: &str = "https://w3id.org/xapi/virtual-patient/v1.0";

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    Completed,
    Terminated,
    Responded,
    Ignored,
    Commented,
}

impl Verb {
    pub const ALL: [Self; 5] = [Self::Completed, Self::Terminated, Self::Responded, Self::Ignored, Self::Commented];

    /// Of ADL's vocabulary, as the profile's own text uses it; `ignored` is the profile's.
    #[must_use]
    pub const fn iri(self) -> &'static str {
        match self {
            Self::Completed => "http://adlnet.gov/expapi/verbs/completed",
            Self::Terminated => "http://adlnet.gov/expapi/verbs/terminated",
            Self::Responded => "http://adlnet.gov/expapi/verbs/responded",
            Self::Ignored => "https://w3id.org/xapi/medbiq/verbs/ignored",
            Self::Commented => "http://adlnet.gov/expapi/verbs/commented",
        }
    }

    /// The verb in English.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Terminated => "terminated",
            Self::Responded => "responded",
            Self::Ignored => "ignored",
            Self::Commented => "commented",
        }
    }

    /// When it is said.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Completed => "an attempt came to an ending",
            Self::Terminated => "an attempt was stopped before an ending",
            Self::Responded => "a choice was made",
            Self::Ignored => "time was up, and the choice was made by the clock",
            Self::Commented => "somebody typed words of their own; only where words were asked for",
        }
    }
}

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ActivityType {
    /// A scenario, as the virtual-patient profile has it.
    Scenario,
    /// A scene with its options: an interaction of ADL's.
    Scene,
}

impl ActivityType {
    pub(super) const fn iri(self) -> &'static str {
        match self {
            Self::Scenario => "http://adlnet.gov/expapi/activities/simulation",
            Self::Scene => "http://adlnet.gov/expapi/activities/cmi.interaction",
        }
    }
}

/// What statements say beyond xAPI's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extension {
    About,
    App,
    At,
    Band,
    Behaviours,
    Feelings,
    First,
    Mode,
    Offered,
    Outcome,
    Points,
    Scores,
    Turn,
}

impl Extension {
    /// All, by name.
    pub const ALL: [Self; 13] = [
        Self::About,
        Self::App,
        Self::At,
        Self::Band,
        Self::Behaviours,
        Self::Feelings,
        Self::First,
        Self::Mode,
        Self::Offered,
        Self::Outcome,
        Self::Points,
        Self::Scores,
        Self::Turn,
    ];

    /// The end of its IRI.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::App => "app",
            Self::At => "at",
            Self::Band => "band",
            Self::Behaviours => "behaviours",
            Self::Feelings => "feelings",
            Self::First => "first",
            Self::Mode => "mode",
            Self::Offered => "offered",
            Self::Outcome => "outcome",
            Self::Points => "points",
            Self::Scores => "scores",
            Self::Turn => "turn",
        }
    }

    /// What its value is.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::About => "what a comment is: `own_words`, `feeling`, `went_well`, `to_change`, `next_time` or `by`",
            Self::App => "the version of Bedside, a text",
            Self::At => "milliseconds from the beginning of the conversation to the choice, where time was measured",
            Self::Band => "`beginning`, `developing`, `secure` or `strong`; absent after too few decisions",
            Self::Behaviours => "the ids of the behaviours that the choice counts as showing",
            Self::Feelings => "how the patient felt after the choice: three numbers of 0\u{2013}100, and the stage",
            Self::First => "whether the person had led no attempt at the scenario to an end before",
            Self::Mode => "`Practise` (with hints) or `Assess` (without)",
            Self::Offered => "the ids of the options, in the order shown",
            Self::Outcome => {
                "the whole outcome without the trainee's words: the line of the exchange format, with the seed as a text"
            }
            Self::Points => "what the choice counts on each dimension, and the lowest and the highest on offer",
            Self::Scores => "the three scores of 0\u{2013}100, those that were not exercised left out",
            Self::Turn => "the turn, from 0",
        }
    }

    #[must_use]
    pub fn iri(self) -> String {
        format!("{BASE}/extensions/{}", self.name())
    }
}

/// The IRI of a scenario.
pub(super) fn scenario_iri(scenario: &str) -> String {
    format!("{BASE}/scenarios/{}", percent_encoded(scenario))
}

/// The IRI of a scene.
pub(super) fn scene_iri(scenario: &str, scene: &str) -> String {
    format!("{}/scenes/{}", scenario_iri(scenario), percent_encoded(scene))
}

/// An id as a segment of an IRI, or a text as a value in one: what RFC 3986 does not call unreserved is percent-encoded.
pub(crate) fn percent_encoded(id: &str) -> String {
    let mut segment = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            segment.push(char::from(byte));
        } else {
            let _ = write!(segment, "%{byte:02X}");
        }
    }
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_is_a_segment_of_an_iri() {
        assert_eq!(
            scene_iri("two-hours-in", "a b/\u{e9}"),
            format!("{BASE}/scenarios/two-hours-in/scenes/a%20b%2F%C3%A9")
        );
    }

    #[test]
    fn extensions_are_by_name() {
        assert!(Extension::ALL.windows(2).all(|pair| pair[0].name() < pair[1].name()));
    }
}
