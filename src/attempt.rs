//! An attempt: a trainee's passes through a scenario, own words, reflection and notes.

use std::collections::BTreeMap;
use std::iter;

use serde::{Deserialize, Serialize};

use crate::rubric::Dimension;
use crate::session::Transcript;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// With hints, rewinding, and feedback on request.
    Practise,
    /// Without hints, rewinding or feedback.
    Assess,
}

/// The closing line of a conversation that the trainee has stopped, in the window and in the terminal.
pub const STOPPED_HERE: &str = "You stopped here.";

/// How a trainee rates themselves before any score is shown, 0–100 on each dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfRating {
    pub empathy: u8,
    pub clarity: u8,
    pub de_escalation: u8,
}

impl SelfRating {
    #[must_use]
    pub const fn on(self, dimension: Dimension) -> u8 {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// One word for how it felt.
    pub feeling: String,
    pub rating: Option<SelfRating>,
}

/// An unfinished reflection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReflectionDraft {
    /// One word for how it felt.
    pub feeling: String,
    /// The self-rating on empathy, 0–100.
    pub empathy: Option<u8>,
    /// The self-rating on clarity.
    pub clarity: Option<u8>,
    /// The self-rating on de-escalation.
    pub de_escalation: Option<u8>,
}

impl ReflectionDraft {
    /// The self-rating on a dimension, to be set.
    pub const fn rating(&mut self, dimension: Dimension) -> &mut Option<u8> {
        match dimension {
            Dimension::Empathy => &mut self.empathy,
            Dimension::Clarity => &mut self.clarity,
            Dimension::DeEscalation => &mut self.de_escalation,
        }
    }

    /// The finished reflection; a self-rating counts only if all three were given.
    #[must_use]
    pub fn finish(&self) -> Reflection {
        let rating = match (self.empathy, self.clarity, self.de_escalation) {
            (Some(empathy), Some(clarity), Some(de_escalation)) => Some(SelfRating { empathy, clarity, de_escalation }),
            _ => None,
        };
        Reflection { feeling: self.feeling.trim().to_owned(), rating }
    }
}

/// The trainee's notes on the debrief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    pub went_well: String,
    pub to_change: String,
    /// Completes "Next time I will …".
    pub next_time: String,
    /// By when `next_time` is to be done.
    pub by: String,
}

impl Notes {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// An attempt at a scenario. The first pass is the result; each rewind begins another pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub mode: Mode,
    /// The pass that is scored.
    pub first: Transcript,
    /// Later passes, each with the turn it was rewound to.
    #[serde(rename = "branches")]
    pub later: Vec<LaterPass>,
    /// The trainee's own words by turn of the pass under way. Kept for the debrief, never scored.
    pub own_words: BTreeMap<usize, String>,
    /// What was said of the pass under way.
    pub reflection: Option<Reflection>,
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
    /// Passes that a new version of the scenario cut short. Kept in case they fit again, never scored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
}

/// A pass as it was before a new version of the scenario cut it short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub transcript: Transcript,
    /// The trainee's own words by turn.
    pub own_words: BTreeMap<usize, String>,
}

/// A pass after a rewind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterPass {
    /// The turn that was rewound to, from 0.
    pub from: usize,
    pub transcript: Transcript,
    /// What was said of the pass before, so that its debrief can be opened again as it was.
    #[serde(default, skip_serializing_if = "SaidOfPass::is_empty")]
    pub before: SaidOfPass,
}

/// What the trainee said in a pass and of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaidOfPass {
    /// Own words by turn.
    pub own_words: BTreeMap<usize, String>,
    pub reflection: Option<Reflection>,
}

impl SaidOfPass {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A pass of an attempt, as its debrief needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass<'a> {
    /// The turn that was rewound to, from 0; `None` for the first.
    pub from: Option<usize>,
    pub transcript: &'a Transcript,
    pub own_words: &'a BTreeMap<usize, String>,
    pub reflection: Option<&'a Reflection>,
}

impl Attempt {
    #[must_use]
    pub fn begin(mode: Mode, first: Transcript) -> Self {
        Self {
            mode,
            first,
            later: Vec::new(),
            own_words: BTreeMap::new(),
            reflection: None,
            notes: Notes::default(),
            set_aside: Vec::new(),
        }
    }

    /// The pass under way: the last one begun by a rewind, else the first.
    #[must_use]
    pub fn latest(&self) -> &Transcript {
        self.later.last().map_or(&self.first, |pass| &pass.transcript)
    }

    /// Replaces the pass under way by `transcript`.
    pub fn record(&mut self, transcript: Transcript) {
        match self.later.last_mut() {
            Some(pass) => pass.transcript = transcript,
            None => self.first = transcript,
        }
    }

    /// Cuts the pass under way short where a new version of the scenario fits it only as far as `transcript` goes: the
    /// whole pass is set aside with its own words.
    pub fn cut_short(&mut self, transcript: Transcript) {
        let whole = SetAside { transcript: self.latest().clone(), own_words: self.own_words.clone() };
        self.own_words.retain(|&turn, _| turn <= transcript.turns.len());
        self.set_aside.push(whole);
        self.record(transcript);
    }

    /// The pass that was set aside last, if the pass under way is its beginning.
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

    /// Takes up the pass that was set aside last, which fits again as far as `transcript` goes.
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

    /// Begins a pass rewound to turn `from`: own words from that turn on stay with the pass before, earlier ones are those of
    /// both.
    pub fn rewind(&mut self, from: usize, transcript: Transcript) {
        let before = SaidOfPass { own_words: self.own_words.clone(), reflection: self.reflection.take() };
        self.own_words.retain(|&turn, _| turn < from);
        self.later.push(LaterPass { from, transcript, before });
    }

    /// Every pass, the first first.
    #[must_use]
    pub fn passes(&self) -> Vec<Pass<'_>> {
        let begun =
            iter::once((None, &self.first)).chain(self.later.iter().map(|pass| (Some(pass.from), &pass.transcript)));
        let before = self.later.iter().map(|pass| (&pass.before.own_words, pass.before.reflection.as_ref()));
        let said = before.chain([(&self.own_words, self.reflection.as_ref())]);
        let pass = |((from, transcript), (own_words, reflection))| Pass { from, transcript, own_words, reflection };
        begun.zip(said).map(pass).collect()
    }

    /// The pass that is scored.
    #[must_use]
    pub fn first_pass(&self) -> Pass<'_> {
        let (own_words, reflection) = self.later.first().map_or_else(
            || (&self.own_words, self.reflection.as_ref()),
            |next| (&next.before.own_words, next.before.reflection.as_ref()),
        );
        Pass { from: None, transcript: &self.first, own_words, reflection }
    }
}
