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
    /// The scenes met so far, as [`scenes_met`](crate::ui::scenes_met) gives them; what follows the turns
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
    pub author_access: AuthorAccess,
    /// What is open on the screen.
    pub view: View,
}

impl Conversation<'_> {
    /// Whether a timer has to stand still now: something lies over the choices, or own words are
    /// being typed, or the conversation is over.
    #[must_use]
    pub fn pauses_timer(&self) -> bool {
        self.view.overlay != Overlay::Nothing
            || matches!(self.own_words, OwnWords::Typing(_))
            || self.stopped
            || self.session.is_over()
    }

    /// What Escape leads to. A rehearsal has nothing to lose, so that nothing is asked.
    pub(super) const fn on_escape(&self) -> ConversationAction {
        if matches!((self.author_access, self.view.overlay), (AuthorAccess::Rehearsal, Overlay::Nothing)) {
            ConversationAction::Author
        } else {
            ConversationAction::View(self.view.on_escape())
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.stopped || self.session.is_over()
    }

    /// Tells one moment of the conversation from another: when it changes, the focus moves.
    pub(super) fn focus_key(&self) -> (&str, usize, Overlay, bool) {
        let typing = matches!(self.own_words, OwnWords::Typing(_));
        ("conversation", self.session.transcript().turns.len(), self.view.overlay, typing)
    }
}

/// What a conversation is to the scenario's author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthorAccess {
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
    pub overlay: Overlay,
    /// Whether the cue is shown; practice only.
    pub hint: bool,
    /// Whether feedback on the last choice is shown; practice only.
    pub feedback: bool,
    /// Whether the facilitator's prompts are shown.
    pub prompts: bool,
}

impl View {
    /// What Escape leads to: what is open shuts; else the question whether to stop.
    const fn on_escape(self) -> Self {
        let overlay = match self.overlay {
            Overlay::Nothing => Overlay::Stop,
            Overlay::Transcript | Overlay::Stop => Overlay::Nothing,
        };
        Self { overlay, ..self }
    }
}

/// What lies over the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Overlay {
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
