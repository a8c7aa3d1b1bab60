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
    /// The option with the most sentences in what is said and done.
    MostSentences,
    /// The option with the fewest sentences.
    FewestSentences,
    /// The option with the most commas.
    MostCommas,
    /// The option with the most question marks.
    MostQuestions,
    /// The first option whose last spoken sentence is a question.
    EndsInAQuestion,
    /// The first option in which something is done.
    HasAnAction,
    /// The option that says "you" the most.
    MostYou,
    /// The option that says "I" the least.
    FewestI,
    /// The option with the shortest words on average.
    ShortestWords,
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
    /// What looks best to a stranger who has learnt from other scenarios.
    Learnt,
}

impl Strategy {
    /// Every strategy that needs nothing but the scenario, in the order in which they are always shown.
    pub const ALL: [Self; 19] = [
        Self::Random,
        Self::First,
        Self::Last,
        Self::Longest,
        Self::Shortest,
        Self::MostSentences,
        Self::FewestSentences,
        Self::MostCommas,
        Self::MostQuestions,
        Self::EndsInAQuestion,
        Self::HasAnAction,
        Self::MostYou,
        Self::FewestI,
        Self::ShortestWords,
        Self::MostPolite,
        Self::MostInformation,
        Self::Worst,
        Self::Developing,
        Self::Expert,
    ];

    /// Those that know nothing and choose by position and length alone.
    pub const GUESSES: [Self; 5] = [Self::Random, Self::First, Self::Last, Self::Longest, Self::Shortest];

    /// Those of a stranger to the scene, who goes by one thing that can be counted in an option.
    pub const SURFACE: [Self; 13] = [
        Self::Longest,
        Self::Shortest,
        Self::MostSentences,
        Self::FewestSentences,
        Self::MostCommas,
        Self::MostQuestions,
        Self::EndsInAQuestion,
        Self::HasAnAction,
        Self::MostYou,
        Self::FewestI,
        Self::ShortestWords,
        Self::MostPolite,
        Self::MostInformation,
    ];

    /// The simulated trainees, by rising skill.
    pub const TRAINEES: [Self; 4] = [Self::Worst, Self::Random, Self::Developing, Self::Expert];

    /// The mix of trainees, each as often, whose plays show what people will meet.
    pub(in crate::analysis) const MIX: [Self; 3] = [Self::Random, Self::Developing, Self::Expert];

    /// Whether it draws from chance itself, beside what the scenario draws.
    pub(super) const fn draws(self) -> bool {
        matches!(self, Self::Random | Self::Developing | Self::Expert)
    }

    /// The name in data, and the key of its draws.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::First => "first",
            Self::Last => "last",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
            Self::MostSentences => "most_sentences",
            Self::FewestSentences => "fewest_sentences",
            Self::MostCommas => "most_commas",
            Self::MostQuestions => "most_questions",
            Self::EndsInAQuestion => "ends_in_a_question",
            Self::HasAnAction => "has_an_action",
            Self::MostYou => "most_you",
            Self::FewestI => "fewest_i",
            Self::ShortestWords => "shortest_words",
            Self::MostPolite => "most_polite",
            Self::MostInformation => "most_information",
            Self::Worst => "worst",
            Self::Developing => "developing",
            Self::Expert => "expert",
            Self::Learnt => "learnt",
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
            Self::MostSentences => "The most sentences",
            Self::FewestSentences => "The fewest sentences",
            Self::MostCommas => "The most commas",
            Self::MostQuestions => "The most questions",
            Self::EndsInAQuestion => "Ends in a question",
            Self::HasAnAction => "Has an action",
            Self::MostYou => "The most \u{2018}you\u{2019}",
            Self::FewestI => "The fewest \u{2018}I\u{2019}",
            Self::ShortestWords => "The shortest words",
            Self::MostPolite => "The most polite",
            Self::MostInformation => "The most information",
            Self::Worst => "The worst trainee",
            Self::Developing => "A developing trainee",
            Self::Expert => "An expert",
            Self::Learnt => "The learnt stranger",
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
            Self::MostSentences => "Takes the option with the most sentences in what is said and done.",
            Self::FewestSentences => "Takes the option with the fewest sentences in what is said and done.",
            Self::MostCommas => "Takes the option with the most commas in what is said and done.",
            Self::MostQuestions => "Takes the option with the most question marks in what is said and done.",
            Self::EndsInAQuestion => {
                "Takes the first option as written in which what is said ends with a question mark; without one, the first."
            }
            Self::HasAnAction => {
                "Takes the first option as written in which something is done (`act`, or `silence`); without one, the first."
            }
            Self::MostYou => {
                "Takes the option with the most of the words you, your, yours, yourself and yourselves, as in you\u{2019}re too."
            }
            Self::FewestI => {
                "Takes the option with the fewest of the word I, as in I\u{2019}m too, in what is said and done."
            }
            Self::ShortestWords => {
                "Takes the option whose words, said and done, have the fewest letters on average, to the hundredth."
            }
            Self::MostPolite => "Takes the option that says the most terms of politeness (assets/courtesy.ron).",
            Self::MostInformation => {
                "Takes the option with the most behaviours that give information (`information` in assets/behaviours.ron)."
            }
            Self::Worst => "Takes the option with the lowest sum of empathy, clarity and de-escalation.",
            Self::Learnt => {
                "Takes the option whose surface features, against those of the others on offer, are most like those of \
                 the best options of other scenarios."
            }
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
