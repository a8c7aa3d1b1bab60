//! What the conversation shows, and what can be asked of it.

use std::collections::BTreeMap;

use crate::attempt::Mode;
use crate::scenario::ChoiceId;
use crate::session::{CurrentScene, Session};

/// What the conversation shows.
#[derive(Clone, Copy, Debug)]
pub struct Conversation<'a> {
    /// The conversation.
    pub session: &'a Session,
    /// The scenes met so far, as [`retrace`](crate::ui::retrace) gives them; what follows the turns
    /// taken is not looked at.
    pub met: &'a [CurrentScene],
    /// How it is played.
    pub mode: Mode,
    /// Whether practice shows how the patient feels as numbers.
    pub meter: bool,
    /// One's own words at this turn.
    pub own_words: OwnWords<'a>,
    /// One's own words at earlier turns.
    pub earlier_words: &'a BTreeMap<usize, String>,
    /// The time left to choose, where a timer runs.
    pub time: Option<TimeLeft>,
    /// Whether the patient's lines are read aloud.
    pub aloud: bool,
    /// Whether the trainee has stopped the conversation.
    pub stopped: bool,
    /// What it is to the scenario's author.
    pub authors: Authors,
    /// What is open on the screen.
    pub view: View,
}

impl Conversation<'_> {
    /// Whether a timer has to stand still now: something lies over the choices, or own words are
    /// being typed, or the conversation is over.
    #[must_use]
    pub fn holds_timer(&self) -> bool {
        self.view.over != Over::Nothing
            || matches!(self.own_words, OwnWords::Typing(_))
            || self.stopped
            || self.session.is_over()
    }

    /// What Escape leads to. A rehearsal has nothing to lose, so that nothing is asked.
    pub(super) const fn escaped(&self) -> ConversationAction {
        if matches!((self.authors, self.view.over), (Authors::Rehearsal, Over::Nothing)) {
            ConversationAction::Author
        } else {
            ConversationAction::View(self.view.escaped())
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.stopped || self.session.is_over()
    }

    /// Tells one moment of the conversation from another: when it changes, the focus moves.
    pub(super) fn moment(&self) -> (&str, usize, Over, bool) {
        let typing = matches!(self.own_words, OwnWords::Typing(_));
        ("conversation", self.session.transcript().turns.len(), self.view.over, typing)
    }
}

/// What a conversation is to the scenario's author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Authors {
    /// Nothing: there is no author's view here.
    #[default]
    Nothing,
    /// An attempt like any other, with an author's view.
    View,
    /// A rehearsal from the author's view, and no attempt.
    Rehearsal,
}

/// One's own words at this turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWords<'a> {
    /// They are not asked for; the options stand.
    Off,
    /// They are being typed; the options come afterwards.
    Typing(&'a str),
    /// They have been given, or left out; the options stand.
    Done(&'a str),
}

/// The time left to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// Seconds left.
    pub left: u16,
    /// Seconds there were, what was added included.
    pub of: u16,
    /// Whether it stands still.
    pub paused: bool,
}

/// What is open on the screen. A new scene begins with [`View::default`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What lies over the choices.
    pub over: Over,
    /// Whether the cue is shown; practice only.
    pub hint: bool,
    /// Whether feedback on the last choice is shown; practice only.
    pub feedback: bool,
    /// Whether the facilitator's prompts are shown.
    pub prompts: bool,
}

impl View {
    /// What Escape leads to: what is open shuts; else the question whether to stop.
    const fn escaped(self) -> Self {
        let over = match self.over {
            Over::Nothing => Over::Stop,
            Over::Transcript | Over::Stop => Over::Nothing,
        };
        Self { over, ..self }
    }
}

/// What lies over the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The conversation so far.
    Transcript,
    /// The question whether to stop.
    Stop,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConversationAction {
    /// To take this option.
    Choose(ChoiceId),
    /// Own words, as typed so far.
    Typed(String),
    /// To keep the own words (none where nothing was typed) and see the options.
    WordsDone,
    /// To leave own words out this time and see the options.
    WordsSkipped,
    /// To have more time.
    MoreTime,
    /// To go back one turn; practice only.
    Rewind,
    /// To open or close something.
    View(View),
    /// To hear the patient's lines again.
    HearAgain,
    /// To open the settings.
    Settings,
    /// To open the author's view; a rehearsal is then over.
    Author,
    /// To stop here and go on to the reflection and the debrief.
    StopAndDebrief,
    /// To stop here and leave for the library.
    StopAndLeave,
    /// To go on to the reflection; the conversation is over.
    Continue,
}
