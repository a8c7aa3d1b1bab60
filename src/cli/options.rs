//! The options on offer as people type them: by the number shown, or by the choice's id.

use crate::debrief::terms::done_and_said;
use crate::scenario::{ChoiceId, Words};
use crate::session::Session;

/// The option that an entry stands for: `2`, `2.` or a choice's id; `None` where it stands for none on offer.
pub(super) fn pick(session: &Session, entry: &str) -> Option<ChoiceId> {
    let offer = &session.current_scene().offer;
    let number = entry.strip_suffix('.').unwrap_or(entry).parse::<usize>();
    if let Ok(number) = number {
        return offer.get(number.checked_sub(1)?).copied();
    }
    offer.iter().copied().find(|&id| session.scenario().choice(id).id == entry)
}

/// Every option with its number and id: `1 (go-over), 2 (policy)`.
fn listed(session: &Session) -> String {
    let ids = session.current_scene().offer.iter().map(|&id| &session.scenario().choice(id).id);
    let listed: Vec<String> = ids.enumerate().map(|(index, id)| format!("{} ({id})", index + 1)).collect();
    listed.join(", ")
}

/// The hint where a choice is not on offer.
pub(super) fn options_hint(session: &Session) -> String {
    format!("on offer there: {}", listed(session))
}

/// What is done and said, as one text: first the act, then the words in quotation marks.
pub(super) fn as_text(words: &Words) -> String {
    done_and_said(words.act(), words.say())
}
