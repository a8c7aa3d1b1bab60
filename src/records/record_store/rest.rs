//! A store that has asked to be left alone, kept between one run and the next.

use serde::{Deserialize, Serialize};

use crate::records::Timestamp;
use crate::records::database::{Database, REST};
use crate::records::small_file;

use super::{StoreAddress, Trouble};

/// Which store, until when, and what it answered.
#[derive(Debug, Serialize, Deserialize)]
struct Rest {
    store: String,
    until: Timestamp,
    status: u16,
}

/// Until when the store has asked to be left alone, and why.
pub(super) fn find(database: &Database, store: &StoreAddress) -> Option<(Timestamp, Trouble)> {
    let text = small_file::read(database.folder()?, REST)?;
    let rest: Rest = serde_json::from_str(&text).ok()?;
    (rest.store == store.to_string()).then_some((rest.until, Trouble::Busy(rest.status)))
}

/// Keeps it. Where that cannot be done, the next run asks the store again.
pub(super) fn keep(database: &Database, store: &StoreAddress, until: Timestamp, trouble: &Trouble) {
    let (Some(folder), Trouble::Busy(status)) = (database.folder(), trouble) else { return };
    let rest = Rest { store: store.to_string(), until, status: *status };
    if let Ok(text) = serde_json::to_string(&rest) {
        let _ = small_file::keep(folder, REST, &text);
    }
}

/// It is over.
pub(super) fn end(database: &Database) {
    if let Some(folder) = database.folder() {
        let _ = small_file::remove(folder, REST);
    }
}
