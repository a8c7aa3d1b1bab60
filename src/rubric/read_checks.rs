//! Resolves the documents for the simulated trainees and the fairness checks.

use std::collections::BTreeMap;

use crate::source::decoding::rules::EMPTY_TEXT;
use crate::source::{Diagnostic, Spanned};

use super::document::{ChecksDoc, CourtesyDoc, FairnessDoc, FeedbackDoc, PlainWordsDoc, TermDoc};
use super::phrases::words;
use super::read::{Index, behaviour, rising};
use super::rules::DUPLICATE_ENTRY;
use super::{
    Checks, Courtesy, Fairness, Feedback, LearntStrangerLimits, OneDecision, PlainWords, Reading, Skill, Terms,
};

/// `courtesy.ron`.
pub(super) fn courtesy(doc: &CourtesyDoc, found: &mut Vec<Diagnostic>) -> Option<Courtesy> {
    let terms = doc.terms.as_ref()?;
    each_once(terms, found);
    Some(Courtesy::new(terms.iter().map(|term| term.value.as_str())))
}

/// `fairness.ron`.
pub(super) fn fairness(doc: &FairnessDoc, found: &mut Vec<Diagnostic>) -> Option<Fairness> {
    let (skill, learnt) = (doc.skill.as_ref()?, doc.learnt_stranger.as_ref()?);
    let (developing, expert) = (skill.developing.as_ref()?.value.get(), skill.expert.as_ref()?.value.get());
    rising(skill.span, &[developing, expert], found);
    Some(Fairness {
        skill: Skill { developing, expert },
        guess_at_most: doc.guess_at_most?.get(),
        stranger_from: doc.stranger_from?.get(),
        stranger_passes_at_most: doc.stranger_passes_at_most?.get(),
        stranger_mean_at_most: doc.stranger_mean_at_most?.get(),
        learnt_stranger: LearntStrangerLimits {
            passes_at_most: learnt.passes_at_most?.get(),
            finds_at_most: learnt.finds_at_most?.get(),
            by_chance: learnt.by_chance?.get(),
        },
        apart: doc.apart?.get(),
    })
}

/// `checks.ron`.
pub(super) fn checks(doc: &ChecksDoc) -> Option<Checks> {
    let (one_decision, reading) = (doc.one_decision.as_ref()?, doc.reading.as_ref()?);
    let one_text = reading.one_text.as_ref()?;
    Some(Checks {
        sketch_below: doc.sketch_below?.get(),
        by_chance: doc.by_chance?.get(),
        straw_man: doc.straw_man?.get(),
        one_decision: OneDecision { from: one_decision.from?.get(), above: one_decision.above?.get() },
        reading: Reading {
            spoken: reading.spoken?.get(),
            feedback: reading.feedback?.get(),
            one_text: one_text.words?.get(),
            one_text_more: one_text.more?.get(),
            all_texts: reading.all_texts?.get(),
        },
    })
}

/// `feedback.ron`.
pub(super) fn feedback(doc: &FeedbackDoc, found: &mut Vec<Diagnostic>) -> Option<Feedback> {
    Some(Feedback { least_words: doc.least_words?.get(), scolding: terms(doc.scolding.as_deref()?, found)? })
}

/// `plain-words.ron`.
pub(super) fn plain_words(doc: &PlainWordsDoc, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<PlainWords> {
    let terms = terms(doc.terms.as_deref()?, found)?;
    Some(PlainWords { behaviour: behaviour(doc.behaviour.as_ref()?, by_id, found)?, terms })
}

fn terms(listed: &[TermDoc], found: &mut Vec<Diagnostic>) -> Option<Terms> {
    each_once(listed.iter().filter_map(|term| term.term.as_ref()), found);
    let terms = listed.iter().map(|one| Some((one.term.as_ref()?.value.as_str(), one.advice.as_deref()?)));
    Some(Terms::new(terms.collect::<Option<Vec<_>>>()?))
}

/// Reports terms without a word, and terms that are listed twice.
fn each_once<'a>(terms: impl IntoIterator<Item = &'a Spanned<String>>, found: &mut Vec<Diagnostic>) {
    let mut known = BTreeMap::new();
    for term in terms {
        let words = words(&term.value);
        if words.is_empty() {
            found.push(EMPTY_TEXT.at(term.span, "This term holds no word"));
        } else if let Some(first) = known.insert(words, term.span) {
            let again = DUPLICATE_ENTRY.at(term.span, "This term stands here already");
            found.push(again.note(first, "the first time").hint("leave one of them out"));
        }
    }
}
