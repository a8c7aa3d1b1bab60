//! A document without errors → a [`Scenario`], in which every name is an id.

mod choice;
mod condition;
mod hub;
mod names;
mod people;
mod text;

use std::sync::Arc;

use smallvec::SmallVec;

use crate::hash::{ContentHash, name_key};
use crate::rubric::{MomentId, Rubric};
use crate::shared::SharedText;

use names::Names;

use super::document::{GateDoc, ObjectiveDoc, ScenarioDoc, SceneDoc, Topics};
use super::gates::Gates;
use super::moves::Moves;
use super::{
    ClockTime, Ending, ExemplarStep, Gate, Hub, Objective, Scenario, Scene, SceneContent, SceneId, SourceMap, Timer,
};

/// Resolves a document in which no error was found. `None` means that a check is missing.
///
/// The document is borrowed, although it is not needed afterwards: while it is alive, the parts of the scenario are
/// allocated side by side, in written order, and not in the gaps that it would leave.
pub(crate) fn resolve(
    document: &ScenarioDoc,
    rubric: &Arc<Rubric>,
    hash: ContentHash,
) -> Option<(Scenario, SourceMap)> {
    let mut source_map = SourceMap::of_file(document);
    let mut names = Names::collect(document, rubric)?;
    let mut scenes = Vec::with_capacity(document.scenes.as_ref()?.value.0.len());
    let mut choices = Vec::with_capacity(names.choice_count());
    let mut interruptions = Vec::new();
    let mut gates = Vec::new();
    let topics = Topics::of(document);
    for (index, (id, scene)) in document.scenes().enumerate() {
        let scene_id = SceneId::new(index)?;
        source_map.add_scene(id.span, scene);
        let first = choices.len();
        let moment = names.moment(scene)?;
        for choice in scene.choices() {
            choices.push(names.choice(choice, scene_id, &moment)?);
        }
        if let Some(condition) = &scene.breaks_in {
            interruptions.push((scene_id, names.condition(condition)?));
        }
        let (hub, way_on) = names.hub(scene, scene_id, &topics, (first, &choices[first..]))?.unzip();
        let written = scene.gates().map(|gate| resolve_gate(&mut names, gate));
        gates.push(written.chain(way_on.map(Some)).collect::<Option<Box<[Gate]>>>()?);
        let content = content(&names, scene, scene_id, first..choices.len())?;
        scenes.push(resolve_scene(&mut names, (id.value.0.clone(), scene_id), scene, moment, (content, hub))?);
    }
    let objectives = document
        .objectives
        .as_ref()?
        .value
        .iter()
        .map(|objective| resolve_objective(&mut names, objective))
        .collect::<Option<_>>()?;
    let exemplar = document.exemplar.iter().flatten().map(|step| {
        Some(ExemplarStep { choose: step.choose.as_ref()?.value.0.clone().into(), note: step.note.clone()? })
    });
    let strategy =
        |word: &str| rubric.strategies.iter().find(|named| named.id == word).map(|named| named.label.clone());
    let scenario = Scenario {
        id: document.id.as_ref()?.value.0.clone().into(),
        hash,
        rubric: Arc::clone(rubric),
        title: document.title.clone()?,
        setting: document.setting.clone()?,
        place: document.place?.0,
        hour: names.clock.map_or_else(|| document.hour.as_ref().map_or(12, |hour| hour.value.get()), ClockTime::hour),
        clock: names.clock,
        you_are: document.you_are.clone()?,
        summary: document.summary.clone()?,
        level: document.level?.0,
        minutes: document.minutes?.get(),
        practises: document
            .practises
            .as_ref()?
            .value
            .iter()
            .map(|word| strategy(&word.value.0))
            .collect::<Option<_>>()?,
        content_note: document.content_note.clone(),
        briefing: document.briefing.clone()?,
        objectives,
        patient: people::patient(document.patient.as_ref()?, &names)?,
        people: document
            .people
            .iter()
            .flat_map(|people| &people.0)
            .map(|(id, person)| people::person(&id.value.0, person.as_ref()?))
            .collect::<Option<_>>()?,
        start: names.scene(&document.start.as_ref()?.value.0)?,
        exemplar: exemplar.collect::<Option<_>>()?,
        facilitator: document.facilitator.clone(),
        moves: Moves::of(&scenes, &choices),
        gates: Gates::of_scenes(gates),
        scenes,
        choices,
        interruptions,
        flags: names.flags_in_order(),
        befores: names.befores_in_order(),
        sinces: names.sinces_in_order(),
        scene_ids: names.into_scenes(),
    };
    Some((scenario, source_map))
}

fn resolve_gate(names: &mut Names<'_>, gate: &GateDoc) -> Option<Gate> {
    Some(Gate { when: names.condition(gate.when.as_deref()?)?, to: names.scene(&gate.to.as_ref()?.value.0)? })
}

fn resolve_objective(names: &mut Names<'_>, objective: &ObjectiveDoc) -> Option<Objective> {
    let id = objective.id.as_ref()?.value.0.clone().into();
    Some(Objective { id, text: objective.text.clone()?, met: names.condition(objective.met.as_ref()?)? })
}

fn content(
    names: &Names<'_>,
    scene: &SceneDoc,
    scene_id: SceneId,
    choices: std::ops::Range<usize>,
) -> Option<SceneContent> {
    Some(match &scene.ending {
        Some(ending) => SceneContent::Ending(Box::new(Ending {
            title: ending.title.clone()?,
            kind: ending.kind?.0,
            thought: ending.thought.clone()?,
            notes: ending.notes.clone(),
        })),
        None => SceneContent::Choices { timer: resolve_timer(names, scene, scene_id)?, choices },
    })
}

fn resolve_scene(
    names: &mut Names<'_>,
    (id, scene_id): (SharedText, SceneId),
    scene: &SceneDoc,
    moment: SmallVec<[MomentId; 2]>,
    (content, hub): (SceneContent, Option<Hub>),
) -> Option<Scene> {
    let moment_by = match &scene.moment_by {
        Some(who) => Some(names.person(&who.value.0)?),
        None => None,
    };
    Some(Scene {
        draw_key: name_key(&id),
        id,
        passage: names.scene_passage(scene, scene_id)?,
        cue: scene.cue.as_ref().map(|cue| cue.value.clone()),
        moment,
        moment_by,
        pause: scene.pause.as_deref().unwrap_or_default().into(),
        content,
        hub: hub.map(Box::new),
        interrupts: scene.breaks_in.is_some(),
    })
}

/// The outer `None` where a name cannot be resolved, the inner where there is no timer.
#[allow(clippy::option_option, reason = "resolving fails as one, and a scene need not have a timer")]
fn resolve_timer(names: &Names<'_>, scene: &SceneDoc, scene_id: SceneId) -> Option<Option<Timer>> {
    let Some(timer) = &scene.timer else { return Some(None) };
    let then = names.choice_id(scene_id, &timer.then.as_ref()?.value.0)?;
    Some(Some(Timer { seconds: timer.seconds?.get(), then }))
}
