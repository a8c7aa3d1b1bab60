//! What was found of one thing that Bedside needs or can use.

use serde::Serialize;

/// How it is with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Works,
    /// Bedside can be used, with less than it could do.
    WorksInPart,
    /// Bedside cannot be used as it is meant to be.
    Fails,
    NotLookedAt,
}

impl State {
    pub(super) const fn in_words(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::WorksInPart => "in part",
            Self::Fails => "FAILS",
            Self::NotLookedAt => "not seen",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    /// What was looked at, in a word or two.
    pub(super) what: &'static str,
    pub(super) state: State,
    pub(super) fact: String,
    /// What may be done, where something may.
    pub(super) what_to_do: Option<String>,
}

impl Finding {
    fn of(what: &'static str, state: State, fact: impl Into<String>) -> Self {
        Self { what, state, fact: fact.into(), what_to_do: None }
    }

    pub(super) fn works(what: &'static str, fact: impl Into<String>) -> Self {
        Self::of(what, State::Works, fact)
    }

    pub(super) fn in_part(what: &'static str, fact: impl Into<String>) -> Self {
        Self::of(what, State::WorksInPart, fact)
    }

    pub(super) fn fails(what: &'static str, fact: impl Into<String>) -> Self {
        Self::of(what, State::Fails, fact)
    }

    pub(super) fn not_looked_at(what: &'static str, why: impl Into<String>) -> Self {
        Self::of(what, State::NotLookedAt, why)
    }

    pub(super) fn way_out(mut self, what_to_do: impl Into<String>) -> Self {
        self.what_to_do = Some(what_to_do.into());
        self
    }

    /// The same with each of its texts as this makes it.
    pub(super) fn told_by(self, tell: impl Fn(&str) -> String) -> Self {
        Self { fact: tell(&self.fact), what_to_do: self.what_to_do.as_deref().map(&tell), ..self }
    }
}
