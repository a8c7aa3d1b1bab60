//! What is new in the room, sent as it happens. A stream begins with all there is, so that who was away has missed nothing.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, Sse};
use futures_core::Stream;
use tokio::sync::watch;

use crate::group::ParticipantId;

use super::lines::Lines;
use super::room::Room;

/// How often a silent room says that it is there.
const ALIVE: Duration = Duration::from_secs(4);

/// How soon a page whose stream has broken off opens another.
const RETRY: Duration = Duration::from_millis(800);

/// The least time between two events, so that a burst of votes is one.
const APART: Duration = Duration::from_millis(150);

/// A stream of one participant's page. Nothing is kept for a phone that does not read: the next event it takes is of then.
pub(super) fn stream(room: Room, who: ParticipantId) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = room.desk.changes();
    let parts = room.desk.parts();
    let closed = room.closed.clone();
    let state = Listening { room, who, changes, parts, closed, sent: None, first: true, ended: false };
    Sse::new(futures_util::stream::unfold(state, |mut listening| async move {
        let event = listening.next().await?;
        Some((Ok(event), listening))
    }))
}

/// An event that its name says all of. Browsers pass over events without data.
fn plain(name: &str) -> Event {
    Event::default().event(name).data(name)
}

struct Listening {
    room: Room,
    who: ParticipantId,
    changes: watch::Receiver<u64>,
    parts: watch::Receiver<u64>,
    /// Hears when the room closes.
    closed: watch::Receiver<bool>,
    /// What was sent last.
    sent: Option<Lines>,
    first: bool,
    ended: bool,
}

impl Listening {
    /// The next event; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        while !self.ended {
            if !self.first {
                tokio::select! {
                    changed = self.changes.changed() => {
                        changed.ok()?;
                        tokio::time::sleep(APART).await;
                        self.changes.mark_unchanged();
                    }
                    turned = self.parts.changed() => turned.ok()?,
                    _ = self.closed.changed() => {}
                    () = tokio::time::sleep(ALIVE) => return Some(plain("alive")),
                }
            }
            self.first = false;
            if self.room.is_closed() {
                self.ended = true;
                return Some(plain("closed"));
            }
            let lines = self.room.lines(self.who);
            if self.sent.as_ref() != Some(&lines) {
                return self.state(lines);
            }
        }
        None
    }

    /// The event of a state that has changed. Where the page keeps its body it is not sent again: while a room votes, that
    /// would be all that is sent.
    fn state(&mut self, lines: Lines) -> Option<Event> {
        let event = Event::default().event("state").retry(RETRY);
        if self.sent.as_ref().is_some_and(|sent| sent.key == lines.key) {
            let event = event.json_data(&lines);
            self.sent = Some(lines);
            return event.ok();
        }
        let shown = self.room.shown(self.who);
        let event = event.json_data(&shown);
        self.sent = Some(shown.lines);
        event.ok()
    }
}
