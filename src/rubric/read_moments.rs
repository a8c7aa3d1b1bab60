//! Resolves the catalogue of moments.

use crate::source::decoding::{OneOf, Word};
use crate::source::{Diagnostic, Spanned};

use super::document::{MomentDoc, MomentsDoc};
use super::read::{Index, behaviour, repeated, rising};
use super::rules::MOMENT_UNMEETABLE;
use super::{BehaviourSet, EccsLevel, LevelRule, MetBy, Moment};

/// `moments.ron`.
pub(super) fn moments(doc: &MomentsDoc, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<Vec<Moment>> {
    let docs = doc.moments.as_ref()?;
    let mut moments: Vec<Moment> = Vec::with_capacity(docs.len());
    let mut is_whole = true;
    for doc in docs {
        if let Some(id) = doc.id.as_ref().filter(|id| moments.iter().any(|known| known.id == id.value.0)) {
            found.push(repeated(id));
        }
        match moment(doc, by_id, found) {
            Some(moment) => moments.push(moment),
            None => is_whole = false,
        }
    }
    is_whole.then_some(moments)
}

fn moment(doc: &MomentDoc, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<Moment> {
    let added = doc.added.as_ref().and_then(|word| behaviour(word, by_id, found));
    let spoilt_by = set(doc.spoilt_by.as_deref().unwrap_or_default(), by_id, found);
    let met_by = doc.met_by.as_ref().map_or(Some(BehaviourSet::default()), |words| set(&words.value, by_id, found));
    let (added, spoilt_by, met_by) = (added?, spoilt_by?, met_by?);
    let against: BehaviourSet = spoilt_by.iter().chain([added]).collect();
    for word in doc.met_by.iter().flat_map(|words| &words.value) {
        if by_id.get(word.value.0.as_str()).is_some_and(|id| against.contains(*id)) {
            let message = format!("`{}` cannot meet this moment and speak against it", word.value.0);
            found.push(MOMENT_UNMEETABLE.at(word.span, message).hint("leave it out of one of the lists"));
        }
    }
    let level = level_rule(doc, found);
    let need = doc.met_by_a_need.unwrap_or(false);
    if met_by.is_empty() && level.is_none() && !need && !doc.unread.has("met_by") && !doc.unread.has("met_from") {
        let id = doc.id.as_ref()?;
        let message = format!("Nothing could meet `{}`", id.value.0);
        found.push(
            MOMENT_UNMEETABLE
                .at(id.span, message)
                .hint("say what meets it, in `met_by`, `met_from` or `met_by_a_need: true`"),
        );
    }
    Some(Moment {
        id: doc.id.as_ref()?.value.0.clone().into(),
        label: doc.label.clone()?,
        gives: doc.gives.clone()?,
        there: doc.there.map(|OneOf(word)| word.into()),
        met: MetBy { behaviours: met_by, level, need },
        spoilt_by,
        added,
        source: doc.source.clone()?,
    })
}

/// Without `only_halved_from`, every answer that does not meet the moment has something added.
fn level_rule(doc: &MomentDoc, found: &mut Vec<Diagnostic>) -> Option<LevelRule> {
    let met_from = doc.met_from.as_ref()?;
    let met = met_from.value.get();
    let halved = doc.only_halved_from.as_ref();
    if let Some(halved) = halved {
        rising(halved.span.to(met_from.span), &[halved.value.get(), met], found);
    }
    Some(LevelRule {
        met_from: EccsLevel::new(met)?,
        only_halved_from: EccsLevel::new(halved.map_or(met, |halved| halved.value.get()))?,
    })
}

fn set(words: &[Spanned<Word>], by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<BehaviourSet> {
    let ids: Vec<_> = words.iter().map(|word| behaviour(word, by_id, found)).collect();
    ids.into_iter().collect()
}
