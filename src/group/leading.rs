//! How a facilitator leads each step, in a sentence or two.

use super::step::{Phase, Step};

impl Step {
    /// How to lead it. Nothing here is private.
    #[must_use]
    pub const fn how_to_lead(self) -> &'static str {
        match self {
            Self::Lobby => {
                "Test the connection with your own phone before people come in. Hand out the observers\u{2019} checklist. \
                 Say that nobody needs a phone, and that anybody may step out and need not say why."
            }
            Self::Prebrief => {
                "Read out the content note, if there is one, and pause. Say who they are and whom they meet, and that it \
                 is for trying, and safe to get wrong."
            }
            Self::Deciding(phase) => phase.how_to_lead(),
            Self::Compare => "What did the patient do here, and what there? Which would you go on with, and why?",
            Self::Closing => "Leave a moment of silence before anybody speaks.",
            Self::Reactions => {
                "Let everybody say one word before anybody explains. Take distress seriously: a break, or a talk outside, \
                 comes before the plan."
            }
            Self::Debrief => {
                "Ask what happened, in their own words, before you show it. Say what you noticed and why it matters to \
                 you, and ask what was on their mind."
            }
            Self::Commitments => "One sentence each, written down. Nobody has to read theirs aloud.",
            Self::Ended => "Ask in private how those are who were moved. Save the debrief before you close the room.",
        }
    }
}

impl Phase {
    /// How to lead it.
    #[must_use]
    pub const fn how_to_lead(self) -> &'static str {
        match self {
            Self::Show => {
                "Let them look and read. Then ask what they see in the patient, before anybody says what to do."
            }
            Self::OwnThoughts => "Half a minute in silence. What would they say, before they see the options?",
            Self::Vote => {
                "Each for themselves. For hands: eyes closed, read out a letter, count, then the next. Phones are added to them."
            }
            Self::Discuss => "In twos and threes, with somebody who chose otherwise. Two minutes.",
            Self::VoteAgain => "What has moved, and why?",
            Self::Reveal => "Take what most are for; or another option, and say why; or split the room and play both.",
        }
    }
}
