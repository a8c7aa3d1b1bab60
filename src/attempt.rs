//! An attempt: what a trainee made of a scenario, and what they said about it themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rubric::Dimension;
use crate::session::Transcript;

/// How an attempt is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// With hints, rewinding, and feedback on request.
    Practise,
    /// With none of them.
    Assess,
}

/// What a conversation that the trainee has stopped ends with, in the window and in the terminal.
pub const STOPPED_HERE: &str = "You stopped here.";

/// How a trainee rates themselves before any score is shown, 0–100 on each dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfRating {
    pub empathy: u8,
    pub clarity: u8,
    pub de_escalation: u8,
}

impl SelfRating {
    /// The rating on a dimension.
    #[must_use]
    pub const fn on(self, dimension: Dimension) -> u8 {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}

/// What the trainee says before any score is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// One word for how it felt.
    pub feeling: String,
    /// The self-rating, where one was given.
    pub rating: Option<SelfRating>,
}

/// What the trainee notes on the debrief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    /// What went well.
    pub went_well: String,
    /// What to change.
    pub to_change: String,
    /// "Next time I will …".
    pub next_time: String,
    /// By when.
    pub by: String,
}

impl Notes {
    /// Whether nothing is noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An attempt at a scenario. The first pass is the result; what follows a rewind is a branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// How it is played.
    pub mode: Mode,
    /// The first pass.
    pub first: Transcript,
    /// Later passes, each with the turn it was rewound to.
    pub branches: Vec<Branch>,
    /// The trainee's own words by turn of the pass under way. Kept for the debrief, never scored.
    pub own_words: BTreeMap<usize, String>,
    /// What the trainee said before the scores.
    pub reflection: Option<Reflection>,
    /// What the trainee noted on the debrief.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
    /// Passes that a new version of the scenario cut short. Kept in case it fits again, never scored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

/// A pass as it was before a new version of the scenario cut it short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The pass.
    pub transcript: Transcript,
    /// Own words by turn.
    pub own_words: BTreeMap<usize, String>,
}

/// A pass after a rewind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// The turn that was rewound to.
    pub from: usize,
    /// The pass.
    pub transcript: Transcript,
}

impl Attempt {
    /// An attempt that has just begun.
    #[must_use]
    pub fn begin(mode: Mode, first: Transcript) -> Self {
        Self {
            mode,
            first,
            branches: Vec::new(),
            own_words: BTreeMap::new(),
            reflection: None,
            notes: Notes::default(),
            set_aside: Vec::new(),
        }
    }

    /// The pass under way: the last branch, else the first pass.
    #[must_use]
    pub fn latest(&self) -> &Transcript {
        self.branches.last().map_or(&self.first, |branch| &branch.transcript)
    }

    /// Notes how far the pass under way has come.
    pub fn record(&mut self, transcript: Transcript) {
        match self.branches.last_mut() {
            Some(branch) => branch.transcript = transcript,
            None => self.first = transcript,
        }
    }

    /// The pass under way fits a new version of the scenario only so far as `transcript` goes: what
    /// goes beyond is set aside with its own words.
    pub fn cut_short(&mut self, transcript: Transcript) {
        let whole = SetAside { transcript: self.latest().clone(), own_words: self.own_words.clone() };
        self.own_words.retain(|&turn, _| turn <= transcript.turns.len());
        self.set_aside.push(whole);
        self.record(transcript);
    }

    /// The pass that was set aside last, where the pass under way is its beginning.
    #[must_use]
    pub fn ahead(&self) -> Option<&SetAside> {
        let now = &self.latest().turns;
        let same = |whole: &&SetAside| {
            let ahead = &whole.transcript.turns;
            ahead.len() > now.len()
                && ahead.iter().zip(now).all(|(a, b)| (&a.scene, &a.choice) == (&b.scene, &b.choice))
        };
        self.set_aside.last().filter(same)
    }

    /// The pass that was set aside last fits again, as far as `transcript` goes.
    pub fn take_up(&mut self, transcript: Transcript) {
        let Some(whole) = self.ahead().cloned() else { return };
        let reached = transcript.turns.len();
        let words = whole.own_words.into_iter().filter(|&(turn, _)| turn <= reached);
        for (turn, said) in words {
            self.own_words.entry(turn).or_insert(said);
        }
        if reached >= whole.transcript.turns.len() {
            self.set_aside.pop();
        }
        self.record(transcript);
    }

    /// Begins a branch at turn `from`: what was said before it stays, own words from it on go.
    pub fn branch(&mut self, from: usize, transcript: Transcript) {
        self.own_words.retain(|&turn, _| turn < from);
        self.branches.push(Branch { from, transcript });
    }
}
