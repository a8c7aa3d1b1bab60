//! What the facilitator types: it is recorded after a pause, and before anything else is done.

use std::time::Duration;

use crate::group::{Asked, GroupSession, Steer};

use super::GroupRoom;

/// Words that are being typed, and when they last changed if they are not recorded yet.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) words: String,
    unrecorded_since: Option<Duration>,
}

impl Typed {
    pub(super) fn recorded(words: String) -> Self {
        Self { words, unrecorded_since: None }
    }
}

impl GroupRoom {
    /// What was said aloud, as it is being typed; `None` where nothing is asked.
    pub(in crate::app) fn said(&self) -> Option<&str> {
        self.asked().map(|_| self.said.words.as_str())
    }

    fn asked(&self) -> Option<Asked> {
        Asked::of(self.seen.room.step)
    }

    pub(in crate::app) fn note(&self) -> &str {
        &self.note.words
    }

    /// The disagreement that is being typed; `None` before a decision was settled.
    pub(in crate::app) fn disagreement(&self) -> Option<&str> {
        self.seen.room.taken.as_ref().map(|_| self.disagreement.words.as_str())
    }

    pub(in crate::app) fn type_said(&mut self, words: String, now: Duration) {
        self.said = Typed { words, unrecorded_since: Some(now) };
    }

    pub(in crate::app) fn type_note(&mut self, words: String, now: Duration) {
        self.note = Typed { words, unrecorded_since: Some(now) };
    }

    pub(in crate::app) fn type_disagreement(&mut self, words: String, now: Duration) {
        self.disagreement = Typed { words, unrecorded_since: Some(now) };
    }

    pub(super) fn unrecorded_since(&self) -> Option<Duration> {
        let typed = [&self.said, &self.note, &self.disagreement];
        typed.into_iter().filter_map(|typed| typed.unrecorded_since).max()
    }

    /// Records what was typed.
    pub(in crate::app) fn record_typed(&mut self) {
        if self.said.unrecorded_since.take().is_some()
            && let Some(at) = self.asked()
        {
            let words = self.said.words.as_str().into();
            self.notice = self.desk.steer(Steer::Said { at, words }).err().map(|why| format!("Not kept: {why}."));
        }
        if self.note.unrecorded_since.take().is_some() {
            let words = self.note.words.as_str().into();
            self.notice = self.desk.steer(Steer::Note { words }).err().map(|why| format!("Not kept: {why}."));
        }
        let settled = self.seen.room.taken.as_ref().map(|taken| taken.decision);
        if self.disagreement.unrecorded_since.take().is_some()
            && let Some(decision) = settled
        {
            let words = self.disagreement.words.as_str().into();
            let kept = self.desk.steer(Steer::Disagree { decision, words });
            self.notice = kept.err().map(|why| format!("Not kept: {why}."));
        }
    }
}

/// What was said aloud when the room was asked what it is asked now.
pub(super) fn said_so_far(group: &GroupSession) -> String {
    Asked::of(group.step()).map(|at| group.said(at).as_str().to_owned()).unwrap_or_default()
}
