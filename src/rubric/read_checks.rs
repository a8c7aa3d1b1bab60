//! Resolves the documents for the simulated trainees and the fairness checks.

use std::collections::BTreeMap;

use crate::source::decoding::rules::EMPTY_TEXT;
use crate::source::{Diagnostic, Spanned};

use super::document::{ChecksDoc, CourtesyDoc, FeedbackDoc, PlainWordsDoc, TermDoc};
use super::fairness_document::{BuildDoc, FairnessDoc};
use super::phrases::words;
use super::read::{Index, behaviour, rising};
use super::rules::DUPLICATE_ENTRY;
use super::{
    BuildLimits, Checks, Courtesy, EndingShares, Fairness, Feedback, Kinds, LearntStrangerLimits, OneDecision,
    OwnAnswers, PlainWords, Reading, ReadingLimits, Rival, ScreenLimits, Skill, Stakes, Terms,
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
    let reading = doc.reading.as_ref()?;
    Some(Fairness {
        skill: Skill { developing, expert },
        guess_at_most: doc.guess_at_most?.get(),
        judged_from: doc.judged_from?.get(),
        stranger_passes_at_most: doc.stranger_passes_at_most?.get(),
        stranger_mean_at_most: doc.stranger_mean_at_most?.get(),
        learnt_stranger: LearntStrangerLimits {
            passes_at_most: learnt.passes_at_most?.get(),
            finds_at_most: learnt.finds_at_most?.get(),
            by_chance: learnt.by_chance?.get(),
        },
        reading: ReadingLimits {
            best_unseen_below: reading.best_unseen_below?.get(),
            best_seen_from: reading.best_seen_from?.get(),
            moment_seen_from: reading.moment_seen_from?.get(),
        },
        build: build(doc.build.as_ref()?)?,
        apart: doc.apart?.get(),
    })
}

fn build(doc: &BuildDoc) -> Option<BuildLimits> {
    let (answers, rival, kinds) = (doc.own_answers.as_ref()?, doc.rival.as_ref()?, doc.kinds.as_ref()?);
    let (screen, stakes, endings) = (doc.screen.as_ref()?, doc.stakes.as_ref()?, doc.endings.as_ref()?);
    Some(BuildLimits {
        met_from: doc.met_from?.get(),
        one_road_at_most: doc.one_road_at_most?.get(),
        own_answers: OwnAnswers { at_least: answers.at_least?.get(), words_from: answers.words_from?.get() },
        felt_at_least: doc.felt_at_least?.get(),
        rival: Rival { within: rival.within?.get(), at_least: rival.at_least?.get() },
        best_shows_most_at_most: doc.best_shows_most_at_most?.get(),
        unnamed_at_most: doc.unnamed_at_most?.get(),
        two_moments_at_most: doc.two_moments_at_most?.get(),
        kinds: Kinds { at_least: kinds.at_least?.get(), one_at_most: kinds.one_at_most?.get() },
        met_by_at_most: doc.met_by_at_most?.get(),
        screen: ScreenLimits { characters: screen.characters?.get(), words: screen.words?.get() },
        stakes: Stakes { decisions: stakes.decisions?.get(), kinds: stakes.kinds?.get() },
        endings: EndingShares {
            one_at_most: endings.one_at_most?.get(),
            from: endings.from?.get(),
            at_least: endings.at_least?.get(),
        },
        early_door: doc.early_door?.get(),
        stale_words: doc.stale_words?.get(),
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
