//! What is seen of the session, looked at once for each change: a room of phones changes it many times a second, and every
//! look waits for the phones that are being served.

use std::sync::Arc;

use crate::group::{Agenda, FacilitatorView, RoomView};
use crate::phones::{Desk, Kept};

/// The session as it was after so many changes.
pub(in crate::app) struct Seen {
    changes: u64,
    /// What everybody may see.
    pub(in crate::app) room: Arc<RoomView>,
    /// What the facilitator sees beside it.
    pub(in crate::app) own: FacilitatorView,
    pub(in crate::app) agenda: Agenda,
    /// Why it is not recorded any more.
    pub(super) lost: Option<String>,
}

impl Seen {
    pub(super) fn of(desk: &Desk) -> Self {
        // Counted first: a change in between is looked at once more.
        let changes = count(desk);
        let (own, agenda) = desk.look(|group| (group.facilitator_view(), *group.agenda()));
        let lost = match desk.kept() {
            Kept::NotAnyMore(why) => {
                Some(format!("The session is not recorded any more: {why}. It goes on all the same."))
            }
            Kept::In(_) | Kept::Not => None,
        };
        Self { changes, room: desk.room_view(), own, agenda, lost }
    }

    pub(super) fn is_outdated(&self, desk: &Desk) -> bool {
        self.changes != count(desk)
    }
}

/// How often the session has changed.
pub(super) fn count(desk: &Desk) -> u64 {
    *desk.changes().borrow()
}
