//! What participants typed or said: their own words at decisions, and what they will do next time. Never in the order in which
//! they joined, so that nobody is known by their place.

use crate::group::asked::Asked;
use crate::group::handout::{Item, Section};
use crate::group::words::Words;

use super::material::{Material, typed};

pub(super) fn own_words(of: &Material<'_>) -> Option<Section> {
    let mut items = Vec::new();
    for decision in of.settled() {
        let words = sorted(of.group.own_words(decision.id).map(|(_, words)| words.as_str()));
        if !words.is_empty() {
            items.push(Item::Subheading(of.name(decision)));
            items.push(Item::List(words));
        }
    }
    (!items.is_empty()).then(|| Section::new("What you would have said, in your own words", items))
}

pub(super) fn commitments(of: &Material<'_>) -> Option<Section> {
    let typed = of.group.commitments().values().map(Words::as_str);
    let words = sorted(typed.chain(of.group.said(Asked::Commitments).lines()));
    let lead = || Item::Text(of.page.summary.next.label.to_owned());
    (!words.is_empty()).then(|| Section::new("Next time", vec![lead(), Item::List(words)]))
}

/// By the alphabet.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut words: Vec<String> = words.map(typed).collect();
    words.sort_by_key(|words| (words.to_lowercase(), words.clone()));
    words
}
