//! What came back after a turn, in words: the answer to the choice in full, then how the next scene began, in short.

use crate::debrief::terms::quoted;
use crate::debrief::{Heard, Reply, TurnReport};
use crate::sentence::{introducing, shortened};

use super::Statement;

/// The label of a reply, without a colon.
pub(super) const WHAT_CAME_BACK: &str = "What came back";

/// The most characters of how the next scene began.
const SHORT: usize = 120;

/// What came back in about `most` characters: what was told and said, as far as there is room, each cut short rather than
/// left out where it is the first. `None` where nothing did.
pub(super) fn in_short(turn: &TurnReport, most: usize) -> Option<Statement> {
    let Reply { answer, then } = &turn.reply;
    let (mut words, mut room): (Vec<String>, _) = (Vec::new(), most);
    for one in answer.iter().chain(then) {
        let length = one.words.chars().count();
        if length <= room || words.is_empty() {
            words.push(heard(one, shortened(&one.words, room)));
        }
        room = room.saturating_sub(length);
    }
    (!words.is_empty()).then(|| Statement::labelled(introducing(WHAT_CAME_BACK), words.join(" ")))
}

pub(super) fn below_title(turn: &TurnReport) -> Option<Statement> {
    in_words(turn).map(|words| Statement::labelled(introducing(WHAT_CAME_BACK), words))
}

/// What was told and said, what others than the patient said with their names; `None` where nothing came back.
pub(super) fn in_words(turn: &TurnReport) -> Option<String> {
    let Reply { answer, then } = &turn.reply;
    let answer = answer.iter().map(|one| heard(one, one.words.clone()));
    let then = then.iter().map(|one| heard(one, shortened(&one.words, SHORT)));
    let words: Vec<String> = answer.chain(then).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn heard(one: &Heard, words: String) -> String {
    match &one.speaker {
        None => words,
        Some(_) if one.by_patient => quoted(&words),
        Some(name) => format!("{name}: {}", quoted(&words)),
    }
}
