//! The conversation: what happens and is said, then the choices, beside the patient's stage.

use std::collections::BTreeMap;

use egui::{Rect, Ui};

use crate::attempt::Mode;
use crate::scenario::ChoiceId;
use crate::session::{OnStage, Session};

/// What the conversation shows.
#[derive(Clone, Copy, Debug)]
pub struct Conversation<'a> {
    /// The conversation.
    pub session: &'a Session,
    /// The scenes met so far, as [`retrace`](crate::ui::retrace) gives them; what follows the turns
    /// taken is not looked at.
    pub met: &'a [OnStage],
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
    /// Whether the trainee has stopped the conversation.
    pub stopped: bool,
    /// What is open on the screen.
    pub view: View,
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

/// What lies over the choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The conversation so far.
    Transcript,
    /// The question whether to stop.
    Stop,
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
    /// To open the settings.
    Settings,
    /// To stop here and go on to the reflection and the debrief.
    StopAndDebrief,
    /// To stop here and leave for the library.
    StopAndLeave,
    /// To go on to the reflection; the conversation is over.
    Continue,
}

/// What came of showing the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Where the stage belongs, in points: nothing was drawn there.
    pub stage: Rect,
    /// What was asked for.
    pub action: Option<ConversationAction>,
}

/// Shows the conversation around the stage.
pub fn show(ui: &mut Ui, model: &Conversation<'_>) -> Shown {
    let _ = model;
    Shown { stage: ui.max_rect(), action: None }
}
