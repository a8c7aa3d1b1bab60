//! The rubric's RON texts → a checked [`Rubric`].

use crate::hash::{ByName, ContentHash};
use crate::source::decoding::{OneOf, Read, Reader, SyntaxFindings, WholeNumber, Word};
use crate::source::{Arena, Diagnostic, Report, Source, Span, Spanned, parse, suggest};

use super::document::{
    BehaviourDoc, BehavioursDoc, ModelDoc, MoodDoc, MoodsDoc, NamedDoc, StageDoc, StrategiesDoc, SurveyDoc,
    SurveyItemDoc, WeightsDoc,
};
use super::read_checks;
use super::read_moments;
use super::rules;
use super::{
    Bands, Behaviour, BehaviourId, BehaviourSet, Critical, EccsLevel, Harshness, ListedMood, LowTrust, Model, Named,
    Points, Recovery, Room, Rubric, StageBounds, Survey, SurveyItem, TooUpset, TurningPoints, Weights,
};

/// The texts of a rubric.
#[derive(Clone, Debug)]
pub struct RubricTexts {
    /// `behaviours.ron`.
    pub behaviours: Source,
    /// `model.ron`.
    pub model: Source,
    /// `strategies.ron`.
    pub strategies: Source,
    /// `moods.ron`.
    pub moods: Source,
    /// `moments.ron`.
    pub moments: Source,
    /// `survey.ron`.
    pub survey: Source,
    /// `courtesy.ron`.
    pub courtesy: Source,
    /// `fairness.ron`.
    pub fairness: Source,
    /// `checks.ron`.
    pub checks: Source,
    /// `feedback.ron`.
    pub feedback: Source,
    /// `plain-words.ron`.
    pub plain_words: Source,
}

impl RubricTexts {
    const fn all(&self) -> [&Source; 11] {
        [
            &self.behaviours,
            &self.model,
            &self.strategies,
            &self.moods,
            &self.moments,
            &self.survey,
            &self.courtesy,
            &self.fairness,
            &self.checks,
            &self.feedback,
            &self.plain_words,
        ]
    }
}

/// Behaviours by id.
pub(super) type Index = ByName<String, BehaviourId>;

/// Reads a rubric.
///
/// # Errors
/// A report for each text with an error. `checks.ron`, `feedback.ron` and `plain-words.ron` are read only if the
/// other texts have none.
pub fn read(texts: &RubricTexts) -> Result<Rubric, Vec<Report>> {
    let mut reports = Vec::new();
    let mut by_id = Index::default();
    let behaviours =
        one(&texts.behaviours, &mut reports, |doc: &BehavioursDoc, found| catalogue(doc, &mut by_id, found));
    let model = one(&texts.model, &mut reports, resolve_model);
    let strategies =
        one(&texts.strategies, &mut reports, |doc: &StrategiesDoc, found| named(doc.strategies.as_deref()?, found));
    let moods = one(&texts.moods, &mut reports, |doc: &MoodsDoc, found| moods(doc.moods.as_deref()?, found));
    let moments = one(&texts.moments, &mut reports, |doc, found| read_moments::moments(doc, &by_id, found));
    let survey = one(&texts.survey, &mut reports, |doc, found| resolve_survey(doc, &by_id, found));
    let courtesy = one(&texts.courtesy, &mut reports, read_checks::courtesy);
    let fairness = one(&texts.fairness, &mut reports, read_checks::fairness);
    let (Some(behaviours), Some(model), Some(strategies), Some(moods)) = (behaviours, model, strategies, moods) else {
        return Err(reports);
    };
    let (Some(moments), Some(survey)) = (moments, survey) else { return Err(reports) };
    let (Some(courtesy), Some(fairness)) = (courtesy, fairness) else { return Err(reports) };
    let checks = one(&texts.checks, &mut reports, |doc, _| read_checks::checks(doc));
    let feedback = one(&texts.feedback, &mut reports, read_checks::feedback);
    let plain_words = one(&texts.plain_words, &mut reports, |doc, found| read_checks::plain_words(doc, &by_id, found));
    let (Some(checks), Some(feedback), Some(plain_words)) = (checks, feedback, plain_words) else {
        return Err(reports);
    };
    let hash = ContentHash::of(texts.all().into_iter().map(Source::text));
    Ok(Rubric {
        behaviours,
        strategies,
        moods,
        moments,
        model,
        survey,
        courtesy,
        fairness,
        checks,
        feedback,
        plain_words,
        hash,
        by_id,
    })
}

/// Reads one text; `None` where it has an error, with its report added to `reports`.
fn one<D: Read, T>(
    source: &Source,
    reports: &mut Vec<Report>,
    resolve: impl FnOnce(&D, &mut Vec<Diagnostic>) -> Option<T>,
) -> Option<T> {
    let arena = Arena::new();
    let parsed = parse(source.text(), &arena);
    let mut reader = Reader::new(source, &parsed);
    let document = parsed.root.as_ref().and_then(|root| D::read(root, &mut reader));
    let (mut found, unquoted_words) = reader.into_diagnostics();
    let resolved = document.and_then(|document| resolve(&document, &mut found));
    let mut syntax = SyntaxFindings { errors: parsed.diagnostics, doubtful_from: parsed.doubtful_from, unquoted_words };
    syntax.tell_once(source, &mut found);
    found.extend(syntax.errors);
    if !found.iter().any(Diagnostic::is_error) && resolved.is_some() {
        return resolved;
    }
    reports.push(Report::new(source.clone(), found));
    None
}

fn catalogue(doc: &BehavioursDoc, by_id: &mut Index, found: &mut Vec<Diagnostic>) -> Option<Vec<Behaviour>> {
    let listed = doc.behaviours.as_ref()?;
    let mut behaviours = Vec::new();
    for (index, behaviour) in listed.value.iter().enumerate() {
        let id = behaviour.id.as_ref()?;
        let Some(number) = BehaviourId::new(index) else {
            found.push(
                rules::TOO_MANY_BEHAVIOURS
                    .at(behaviour.span, format!("There are more than {} behaviours", BehaviourSet::CAPACITY)),
            );
            return None;
        };
        if by_id.insert(id.value.0.clone().into(), number).is_some() {
            found.push(repeated(id));
        }
        behaviours.push(resolve_behaviour(behaviour)?);
    }
    Some(behaviours)
}

pub(super) fn repeated(id: &Spanned<Word>) -> Diagnostic {
    rules::DUPLICATE_ENTRY
        .at(id.span, format!("Another entry is called `{}` already", id.value.0))
        .hint("give one of them another id")
}

fn resolve_behaviour(doc: &BehaviourDoc) -> Option<Behaviour> {
    Some(Behaviour {
        id: doc.id.as_ref()?.value.0.clone().into(),
        label: doc.label.clone()?,
        says: doc.says.clone()?,
        weights: Points {
            empathy: doc.empathy?.get(),
            clarity: doc.clarity?.get(),
            de_escalation: doc.de_escalation?.get(),
        },
        eccs: doc.eccs.and_then(|level| EccsLevel::new(level.get())),
        critical: doc.critical.map_or(Critical::No, |OneOf(word)| word.into()),
        information: doc.information.unwrap_or(false),
        source: doc.source.clone()?,
    })
}

fn named(entries: &[NamedDoc], found: &mut Vec<Diagnostic>) -> Option<Vec<Named>> {
    let mut all: Vec<Named> = Vec::new();
    for entry in entries {
        let id = entry.id.as_ref()?;
        if all.iter().any(|known| known.id == id.value.0) {
            found.push(repeated(id));
        }
        all.push(Named { id: id.value.0.clone().into(), label: entry.label.clone()? });
    }
    Some(all)
}

fn moods(entries: &[MoodDoc], found: &mut Vec<Diagnostic>) -> Option<Vec<ListedMood>> {
    let mut all: Vec<ListedMood> = Vec::new();
    for entry in entries {
        let id = entry.id.as_ref()?;
        if all.iter().any(|known| known.id == id.value.0) {
            found.push(repeated(id));
        }
        let (label, seen) = (entry.label.clone()?, entry.seen.clone()?);
        all.push(ListedMood { id: id.value.0.clone().into(), label, seen });
    }
    Some(all)
}

pub(super) fn behaviour(word: &Spanned<Word>, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<BehaviourId> {
    let id = by_id.get(word.value.0.as_str()).copied();
    if id.is_none() {
        let hint = suggest::hint(&word.value.0, by_id.keys().map(String::as_str));
        found.push(
            rules::UNLISTED_BEHAVIOUR.at(word.span, format!("`{}` is not a behaviour", word.value.0)).hints(hint),
        );
    }
    id
}

fn resolve_survey(doc: &SurveyDoc, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<Survey> {
    let how_often = steps(doc.how_often.as_ref()?, 3, found);
    let how_good = steps(doc.how_good.as_ref()?, 4, found);
    let items = doc.items.as_ref()?.iter().map(|item| resolve_item(item, by_id, found)).collect::<Option<_>>()?;
    let trust_at_end = steps(doc.trust_at_end.as_ref()?, 4, found);
    Some(Survey { how_often: how_often?, how_good: how_good?, trust_at_end: trust_at_end?, items })
}

fn resolve_item(doc: &SurveyItemDoc, by_id: &Index, found: &mut Vec<Diagnostic>) -> Option<SurveyItem> {
    let mut set = |words: &Option<Vec<Spanned<Word>>>| -> Option<BehaviourSet> {
        words.as_ref()?.iter().map(|word| behaviour(word, by_id, found)).collect()
    };
    let (speaks_for, speaks_against) = (set(&doc.speaks_for), set(&doc.speaks_against));
    Some(SurveyItem {
        id: doc.id.as_ref()?.value.0.clone().into(),
        text: doc.text.clone()?,
        scale: doc.scale?.0.into(),
        speaks_for: speaks_for?,
        speaks_against: speaks_against?,
    })
}

fn steps(written: &Spanned<Vec<WholeNumber<0, 100>>>, count: usize, found: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let steps: Vec<u8> = written.value.iter().map(|step| step.get()).collect();
    let rising = steps.windows(2).all(|pair| pair[0] < pair[1]);
    if steps.len() == count && rising {
        return Some(steps);
    }
    found.push(
        rules::NOT_RISING.at(written.span, format!("These should be {count} numbers, each above the one before")),
    );
    None
}

pub(super) fn rising(span: Span, numbers: &[u8], found: &mut Vec<Diagnostic>) {
    if !numbers.windows(2).all(|pair| pair[0] < pair[1]) {
        found.push(rules::NOT_RISING.at(span, "Each of these should be above the one before"));
    }
}

fn resolve_model(doc: &ModelDoc, found: &mut Vec<Diagnostic>) -> Option<Model> {
    let (anxious, escalating, crisis) = (
        stage(doc.anxious.as_ref()?, found)?,
        stage(doc.escalating.as_ref()?, found)?,
        stage(doc.crisis.as_ref()?, found)?,
    );
    rising(doc.crisis.as_ref()?.span, &[anxious.up, escalating.up, crisis.up], found);
    let bands = doc.bands.as_ref()?;
    let (developing, secure, strong) = (
        bands.developing.as_ref()?.value.get(),
        bands.secure.as_ref()?.value.get(),
        bands.strong.as_ref()?.value.get(),
    );
    rising(bands.span, &[developing, secure, strong], found);
    let room = doc.room.as_ref()?.full.as_ref()?;
    let (recovery, upset, trust) = (doc.recovery.as_ref()?, doc.too_upset.as_ref()?, doc.low_trust.as_ref()?);
    let turning = doc.turning_points.as_ref()?;
    let model = Model {
        agitation: weights(doc.agitation.as_ref()?)?,
        trust: weights(doc.trust.as_ref()?)?,
        understanding: weights(doc.understanding.as_ref()?)?,
        cap: doc.cap?.get(),
        anxious,
        escalating,
        crisis,
        recovery: Recovery {
            below: recovery.below?.get(),
            turns: recovery.turns?.get(),
            percent: recovery.percent?.get(),
        },
        too_upset: TooUpset { from: upset.from?.get(), percent: upset.percent?.get() },
        low_trust: LowTrust { below: trust.below?.get(), percent: trust.percent?.get() },
        trust_lost: doc.trust_lost.as_ref()?.percent?.get(),
        room: Room { full: room.value.get() },
        harshness: Harshness { in_a_row: doc.in_a_row?.get(), open_need: doc.open_need?.get() },
        drift: doc.drift?.get(),
        baseline: doc.baseline?.get(),
        bands: Bands { developing, secure, strong },
        pass: doc.pass?.get(),
        judged_from: doc.judged_from?.get(),
        turning_points: TurningPoints { least: turning.least?.get(), most: turning.most?.get() },
    };
    if model.strongest_change() >= model.room.full {
        let (most, full) = (model.strongest_change(), model.room.full);
        let message =
            format!("One turn can change a feeling by {most}, and a change counts in full from a room of {full}");
        found.push(
            rules::BEYOND_THE_ROOM.at(room.span, message).hint("make it higher, or the weights of the feelings lower"),
        );
    }
    Some(model)
}

fn weights(doc: &WeightsDoc) -> Option<Weights> {
    Some(Weights { empathy: doc.empathy?.get(), clarity: doc.clarity?.get(), de_escalation: doc.de_escalation?.get() })
}

fn stage(doc: &StageDoc, found: &mut Vec<Diagnostic>) -> Option<StageBounds> {
    let (up, down) = (doc.up.as_ref()?, doc.down.as_ref()?);
    let bounds = StageBounds { up: up.value.get(), down: down.value.get() };
    if bounds.down > bounds.up {
        found.push(
            rules::NOT_RISING
                .at(down.span, "A stage should be left at a lower agitation than it is entered at")
                .note(up.span, "it is entered here"),
        );
    }
    Some(bounds)
}
