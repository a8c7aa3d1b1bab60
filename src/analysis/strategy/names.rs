//! The strategies, by name.

use serde::{Serialize, Serializer};

use crate::rubric::Fairness;

/// A way of choosing that is the same in every scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strategy {
    /// Any option, at random.
    Random,
    /// The first option as written.
    First,
    /// The last option as written.
    Last,
    /// The option with the most characters of what is said and done.
    Longest,
    /// The option with the fewest.
    Shortest,
    /// The option with the most polite terms in what is said.
    MostPolite,
    /// The option with the most behaviours that give information.
    MostInformation,
    /// A trainee who does everything wrong.
    Worst,
    /// A trainee who is half-way there.
    Developing,
    /// A trainee who slips occasionally.
    Expert,
}

impl Strategy {
    /// Every strategy, in the order in which they are always shown.
    pub const ALL: [Self; 10] = [
        Self::Random,
        Self::First,
        Self::Last,
        Self::Longest,
        Self::Shortest,
        Self::MostPolite,
        Self::MostInformation,
        Self::Worst,
        Self::Developing,
        Self::Expert,
    ];

    /// Those that know nothing and choose by position and length alone.
    pub const GUESSES: [Self; 5] = [Self::Random, Self::First, Self::Last, Self::Longest, Self::Shortest];

    /// Those that choose by one feature of an option's words.
    pub const APPEARANCES: [Self; 2] = [Self::MostPolite, Self::MostInformation];

    /// The simulated trainees, by rising skill.
    pub const TRAINEES: [Self; 4] = [Self::Worst, Self::Random, Self::Developing, Self::Expert];

    /// The name in data, and the key of its draws.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::First => "first",
            Self::Last => "last",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
            Self::MostPolite => "most_polite",
            Self::MostInformation => "most_information",
            Self::Worst => "worst",
            Self::Developing => "developing",
            Self::Expert => "expert",
        }
    }

    /// The text shown to users.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Random => "At random",
            Self::First => "Always the first",
            Self::Last => "Always the last",
            Self::Longest => "Always the longest",
            Self::Shortest => "Always the shortest",
            Self::MostPolite => "The most polite",
            Self::MostInformation => "The most information",
            Self::Worst => "The worst trainee",
            Self::Developing => "A developing trainee",
            Self::Expert => "An expert",
        }
    }

    /// How it chooses, in one sentence.
    #[must_use]
    pub fn definition(self, fairness: &Fairness) -> String {
        let skilled = |percent: u8| {
            format!(
                "Takes the best option (empathy, clarity and de-escalation added up) {percent} times in 100, \
                 else any option at random."
            )
        };
        let plain = match self {
            Self::Random => "Takes any option, each as likely.",
            Self::First => "Takes the option that is written first.",
            Self::Last => "Takes the option that is written last.",
            Self::Longest => "Takes the option with the most characters in what is said and done.",
            Self::Shortest => "Takes the option with the fewest characters in what is said and done.",
            Self::MostPolite => "Takes the option that says the most terms of politeness (assets/courtesy.ron).",
            Self::MostInformation => {
                "Takes the option with the most behaviours that give information (`information` in assets/behaviours.ron)."
            }
            Self::Worst => "Takes the option with the lowest sum of empathy, clarity and de-escalation.",
            Self::Developing => return skilled(fairness.skill.developing),
            Self::Expert => return skilled(fairness.skill.expert),
        };
        plain.to_owned()
    }
}

impl Serialize for Strategy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
