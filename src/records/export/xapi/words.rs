//! The statements of what a trainee has typed, for who has asked for it.

use crate::attempt::Notes;
use crate::records::Outcome;

use super::choice;
use super::context::{context, id, scenario, timestamp};
use super::statement::{Came, Extensions, Said, extension};
use super::vocabulary::{Extension, Verb};

/// A statement for each thing that was typed; it is part of the id, since notes may be written anew.
pub(super) fn said(outcome: &Outcome) -> Vec<Said> {
    let Notes { went_well, to_change, next_time, by } = &outcome.notes;
    let own = outcome.own_words.iter().map(|(turn, words)| ("own_words", Some(*turn), words));
    let feeling = outcome.reflection.iter().map(|reflection| ("feeling", None, &reflection.feeling));
    let notes = [
        ("went_well", None, went_well),
        ("to_change", None, to_change),
        ("next_time", None, next_time),
        ("by", None, by),
    ];
    let typed = own.chain(feeling).chain(notes).filter(|(_, _, words)| !words.is_empty());
    typed.map(|(about, turn, words)| typed_once(outcome, about, turn, words)).collect()
}

fn typed_once(outcome: &Outcome, about: &'static str, turn: Option<usize>, words: &str) -> Said {
    let made = turn.and_then(|turn| outcome.decisions.iter().find(|made| made.turn == turn));
    let (object, parent, when) = match made {
        Some(made) => (choice::scene(outcome, made), Some(scenario(outcome)), choice::when(outcome, made)),
        None => (scenario(outcome), None, outcome.ended),
    };
    let mut extensions = Extensions::from([extension(Extension::About, about)]);
    extensions.extend(turn.map(|turn| extension(Extension::Turn, turn)));
    Said {
        id: id(outcome, &format!("{about} {turn:?} {words}")),
        person: outcome.person.to_string(),
        verb: Verb::Commented,
        object,
        result: Came { response: Some(words.to_owned()), extensions, ..Came::default() },
        context: context(outcome, parent),
        timestamp: timestamp(when),
    }
}
