//! What the facilitator alone sees: what comes next, how the room has voted once a vote is closed, and what to say now.

use serde::Serialize;

use crate::scenario::{Choice, Scenario};
use crate::sentence::ended;

use super::view::option;
use super::{GroupDecision, GroupSession, OptionView, Phase, Spread, Step};

/// What the facilitator alone sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FacilitatorView {
    /// What the one large button does; `None` where nothing comes next by itself.
    pub next: Option<&'static str>,
    /// What a good listener would have noticed.
    pub cue: Option<String>,
    /// The options, each with what it shows.
    pub options: Vec<KeyedOption>,
    /// How the room has voted, of each vote that is closed: the first, then the second.
    pub spreads: Vec<Spread>,
    /// How many have voted in the vote that is open, hands included.
    pub voted: Option<u32>,
    /// What to ask the room now.
    pub prompts: Vec<String>,
    /// The words that participants have typed at this decision.
    pub own_words: Vec<String>,
    /// Whether there is a step to take back.
    pub can_undo: bool,
    /// Whether votes to come are held twice.
    pub second_vote: bool,
    /// Whether the room is split, and one of two branches is played.
    pub split_is_open: bool,
}

/// An option as its author keyed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct KeyedOption {
    pub option: OptionView,
    /// The labels of the behaviours that it shows.
    pub shows: Vec<String>,
    /// The author's feedback on it.
    pub why: String,
}

impl GroupSession {
    /// What the facilitator alone sees now.
    #[must_use]
    pub fn facilitator_view(&self) -> FacilitatorView {
        let conversation = self.conversation();
        let scenario = conversation.scenario();
        let open = self.course().open();
        let deciding = matches!(self.step(), Step::Deciding(_));
        let cue = conversation.scene().cue.as_ref().filter(|_| deciding);
        let open_poll = self.open_poll();
        let closed = open.into_iter().flat_map(|decision| [decision.first, decision.second]).flatten();
        let closed = closed.filter(|&poll| Some(poll) != open_poll).filter_map(|poll| self.poll(poll));
        let words = open.into_iter().flat_map(|decision| self.own_words(decision.id));
        FacilitatorView {
            next: self.what_is_next(),
            cue: cue.map(ToString::to_string),
            options: open.map_or_else(Vec::new, |decision| keyed(scenario, decision)),
            spreads: closed.map(super::Poll::spread).collect(),
            voted: open_poll.and_then(|poll| self.poll(poll)).map(super::Poll::voted),
            prompts: self.prompts(scenario),
            own_words: words.map(|(_, words)| words.as_str().to_owned()).collect(),
            can_undo: self.can_undo(),
            second_vote: self.holds_second_vote(),
            split_is_open: self.course().split.is_some(),
        }
    }

    fn what_is_next(&self) -> Option<&'static str> {
        Some(match self.step() {
            Step::Lobby => "Begin with the prebrief",
            Step::Prebrief => "Begin the conversation",
            Step::Deciding(Phase::Show) if self.course().open().is_some_and(|open| open.offer.len() == 1) => "Go on",
            Step::Deciding(Phase::Show) => "Ask for own thoughts",
            Step::Deciding(Phase::OwnThoughts) => "Open the vote",
            Step::Deciding(Phase::Vote) => "Close the vote and discuss",
            Step::Deciding(Phase::Discuss) if self.holds_second_vote() => "Open the second vote",
            Step::Deciding(Phase::Discuss) => "Reveal the votes",
            Step::Deciding(Phase::VoteAgain) => "Close the vote and reveal",
            Step::Deciding(Phase::Reveal) => return self.majority().map(|_| "Take what most are for"),
            Step::Compare | Step::Ended => return None,
            Step::Closing if self.course().split.is_some() => "Leave this branch",
            Step::Closing => "Ask how it felt",
            Step::Reactions => "Show the debrief",
            Step::Debrief => "Ask for commitments",
            Step::Commitments => "End the session",
        })
    }

    /// What to ask the room, in the form of advocacy and inquiry: what was noticed, why it matters to the one who asks,
    /// and an open question (Rudolph et al. 2006, doi 10.1097/01266021-200600110-00006). Nothing here gives away a vote that is open, or the spread
    /// before it is revealed.
    fn prompts(&self, scenario: &Scenario) -> Vec<String> {
        let patient = &scenario.patient.called;
        let asked = |phase| self.step() == Step::Deciding(phase);
        let mut prompts = Vec::new();
        if asked(Phase::Discuss) || asked(Phase::OwnThoughts) {
            let scene = self.conversation().scene();
            prompts.extend(scene.pause.iter().map(ToString::to_string));
        }
        if asked(Phase::Discuss)
            && let Some(words) = self.said_last()
        {
            prompts.push(format!("{patient} said \u{201c}{words}\u{201d} What did you take it to mean?"));
        }
        if asked(Phase::Discuss) {
            prompts.push(format!("What would {patient} hear in the option that you chose?"));
        }
        if asked(Phase::Reveal)
            && let Some(majority) = self.majority()
        {
            let deed = deed(scenario.choice(majority));
            let why = self.said_last().map_or_else(
                || format!("I wondered how {patient} would take it."),
                |words| format!("I wondered how {patient} would hear it, who had just said \u{201c}{words}\u{201d}"),
            );
            prompts.push(format!("I noticed that most of you would {deed}. {why} What was on your mind?"));
        }
        prompts
    }

    /// What the patient has said last in the scene; none where they have not spoken.
    fn said_last(&self) -> Option<String> {
        let told = self.room_view().heard.into_iter().rev();
        told.filter(|heard| heard.by_patient && heard.speaker.is_some()).map(|heard| ended(&heard.words)).next()
    }
}

/// What somebody would do who takes an option.
fn deed(choice: &Choice) -> String {
    match (choice.words.say(), choice.words.act()) {
        (Some(say), _) => format!("say \u{201c}{say}\u{201d}"),
        (None, Some(_)) => "do that without a word".to_owned(),
        (None, None) => "do that".to_owned(),
    }
}

fn keyed(scenario: &Scenario, decision: &GroupDecision) -> Vec<KeyedOption> {
    let one = |&id| {
        let choice = scenario.choice(id);
        let shows = choice.shows.iter().map(|behaviour| scenario.rubric.behaviour(behaviour).label.clone()).collect();
        KeyedOption { option: option(scenario, &decision.offer, id), shows, why: choice.why.to_string() }
    };
    decision.offer.iter().map(one).collect()
}
