//! A scenario in the version that was played.

use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rules::rules;
use crate::scenario::{self, Scenario};
use crate::source::Source;

use super::built_in::rubric;

/// The scenario whose text has this hash: one that is at hand, or else as its text was kept. `None` where it is neither, or
/// where the text breaks rules that it did not break then.
#[must_use]
pub fn as_played<'a>(
    at_hand: impl IntoIterator<Item = &'a Arc<Scenario>>,
    (id, hash): (&str, &ContentHash),
    text: Option<&str>,
) -> Option<Arc<Scenario>> {
    if let Some(same) = at_hand.into_iter().find(|scenario| scenario.hash == *hash) {
        return Some(Arc::clone(same));
    }
    let rubric = Arc::new(rubric().ok()?);
    scenario::read(Source::new(format!("{id}.ron"), text?), &rubric, rules()).scenario.map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Library, SCENARIOS};

    #[test]
    fn what_is_at_hand_is_taken_and_else_what_was_kept_and_nothing_is_made_up() {
        let at_hand: Vec<Arc<Scenario>> = Library::open(&[]).entries.into_iter().map(|entry| entry.scenario).collect();
        let one = &at_hand[0];
        let asked = (one.id.as_str(), &one.hash);
        assert!(as_played(&at_hand, asked, None).is_some_and(|found| Arc::ptr_eq(&found, one)));
        let (_, text) = SCENARIOS.iter().find(|(_, text)| ContentHash::of([*text]) == one.hash).expect("it ships");
        let read = as_played([], asked, Some(text)).expect("it can be read");
        assert_eq!((&read.hash, &read.title), (&one.hash, &one.title));
        assert!(as_played(&at_hand[1..], asked, None).is_none());
        assert!(as_played([], asked, Some("Scenario(")).is_none());
    }
}
