//! The model of the conversation, and its actions.

use std::collections::BTreeMap;

use crate::attempt::Mode;
use crate::scenario::ChoiceId;
use crate::session::{CurrentScene, Session};

/// The model of the conversation.
#[derive(Clone, Copy, Debug)]
pub struct Conversation<'a> {
    pub session: &'a Session,
    /// The scenes met so far, as returned by [`scenes_met`](crate::ui::scenes_met); any beyond the turns taken are
    /// ignored.
    pub met: &'a [CurrentScene],
    pub mode: Mode,
    /// Whether practice shows how the patient feels as numbers.
    pub meter: bool,
    pub own_words: OwnWords<'a>,
    /// Own words at earlier turns.
    pub earlier_words: &'a BTreeMap<usize, String>,
    /// The time left to choose, if a timer runs.
    pub time: Option<TimeLeft>,
    /// Whether the patient's lines are read aloud.
    pub aloud: bool,
    pub saving: Saving,
    /// Whether the trainee has stopped the conversation.
    pub stopped: bool,
    /// What the scenario's author can do here.
    pub author_access: AuthorAccess,
    /// What is open on the screen.
    pub view: View,
}

impl Conversation<'_> {
    /// Whether the timer has to pause: an overlay is open, own words are being typed, or the conversation is over.
    #[must_use]
    pub fn pauses_timer(&self) -> bool {
        self.view.overlay != Overlay::Nothing
            || matches!(self.own_words, OwnWords::Typing(_))
            || self.stopped
            || self.session.is_over()
    }

    /// The action of the Escape key. It ends a rehearsal without a question, since there is nothing to lose.
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

    /// A key for the current moment: when it changes, the focus moves.
    pub(super) fn focus_key(&self) -> (&str, usize, Overlay, bool) {
        let typing = matches!(self.own_words, OwnWords::Typing(_));
        ("conversation", self.session.transcript().turns.len(), self.view.overlay, typing)
    }
}

/// Whether what was chosen is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    #[default]
    Saved,
    /// The disk is slow, or takes nothing.
    NotYet,
}

/// What the scenario's author can do in a conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthorAccess {
    /// There is no author's view here.
    #[default]
    Nothing,
    /// It is an ordinary attempt, and the author's view can be opened.
    View,
    /// It is a rehearsal from the author's view, and no attempt.
    Rehearsal,
}

/// The trainee's own words at this turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWords<'a> {
    /// They are switched off; the options are shown.
    Off,
    /// They are being typed; the options are shown afterwards.
    Typing(&'a str),
    /// They are finished or skipped; the options are shown.
    Done(&'a str),
}

/// The time left to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// Seconds left.
    pub left: u16,
    /// The whole time in seconds, including what was added.
    pub of: u16,
    pub pace: Pace,
}

/// Whether the time to choose runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Running,
    /// It begins when every option has been in view.
    NotBegun,
    /// It waits for somebody who looks at something else.
    Waiting,
}

/// What is open on the screen. A new scene begins with [`View::default`].
#[allow(clippy::struct_excessive_bools, reason = "each is open or shut on its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub overlay: Overlay,
    /// Whether the hint is shown; practice only.
    pub hint: bool,
    /// Whether feedback on the last choice is shown; practice only.
    pub feedback: bool,
    /// Whether the facilitator's prompts are shown.
    pub prompts: bool,
    /// Whether the tools are shown that have no room beside the first.
    pub tools: bool,
}

impl View {
    /// Escape closes an open overlay, or else opens the question whether to stop.
    const fn on_escape(self) -> Self {
        let overlay = match self.overlay {
            Overlay::Nothing => Overlay::Stop,
            Overlay::Transcript | Overlay::Stop => Overlay::Nothing,
        };
        Self { overlay, ..self }
    }
}

/// What is open over the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Overlay {
    #[default]
    Nothing,
    /// The conversation so far.
    Transcript,
    /// The question whether to stop.
    Stop,
}

/// What the trainee requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConversationAction {
    Choose(ChoiceId),
    /// To change the own words.
    Typed(String),
    /// To finish the own words, if any, and see the options.
    WordsDone,
    /// To skip own words this time and see the options.
    WordsSkipped,
    MoreTime,
    /// To go back one turn; practice only.
    Rewind,
    /// To open or close something.
    View(View),
    /// To hear the patient's lines again.
    HearAgain,
    Settings,
    /// To open the author's view, which ends a rehearsal.
    Author,
    /// To stop here and go on to the reflection and the debrief.
    StopAndDebrief,
    /// To stop here and go to the library.
    StopAndLeave,
    /// To go on to the reflection; the conversation is over.
    Continue,
}
