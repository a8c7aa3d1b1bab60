//! What is new in the room, sent as it happens. Each event holds all there is, so that who was away has missed nothing.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, Sse};
use futures_core::Stream;
use tokio::sync::watch;

use crate::group::ParticipantId;

use super::page::PhonePage;
use super::room::Room;

/// How often a silent room says that it is there.
const ALIVE: Duration = Duration::from_secs(4);

/// The least time between two events, so that a burst of votes is one.
const APART: Duration = Duration::from_millis(150);

/// A stream of one participant's page. Nothing is kept for a phone that does not read: the next event it takes is of then.
pub(super) fn stream(room: Room, who: ParticipantId) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = room.desk.changes();
    let state = Listening { room, who, changes, sent: None, first: true };
    Sse::new(futures_util::stream::unfold(state, |mut listening| async move {
        let event = listening.next().await?;
        Some((Ok(event), listening))
    }))
}

struct Listening {
    room: Room,
    who: ParticipantId,
    changes: watch::Receiver<u64>,
    /// What was sent last.
    sent: Option<PhonePage>,
    first: bool,
}

impl Listening {
    /// The next event; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if !self.first {
                match tokio::time::timeout(ALIVE, self.changes.changed()).await {
                    Err(_) => return Some(Event::default().event("alive").data("")),
                    Ok(Err(_)) => return None,
                    Ok(Ok(())) => tokio::time::sleep(APART).await,
                }
                self.changes.mark_unchanged();
            }
            self.first = false;
            if self.room.is_closed() {
                return None;
            }
            let shown = self.room.shown(self.who);
            if self.sent.as_ref() != Some(&shown) {
                let event = Event::default().event("state").retry(Duration::from_millis(800)).json_data(&shown);
                self.sent = Some(shown);
                return event.ok();
            }
        }
    }
}
