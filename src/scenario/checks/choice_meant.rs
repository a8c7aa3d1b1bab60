//! Conditions that name a choice where a scene belongs: what was meant, where only one thing can have been.

use crate::scenario::TimeUnit;
use crate::scenario::document::{ConditionDoc, ConditionKind};

use super::Context;

/// The condition that was most likely meant by one in which what should be a scene is none.
pub(super) fn with_its_scene(context: &Context<'_>, condition: &ConditionDoc) -> Option<String> {
    let scene = |choice: &str| context.only_scene_with(choice);
    Some(match &condition.kind {
        ConditionKind::SceneLeftOut(name, choice, None) => {
            let choice = &choice.value.0;
            format!("{name}(\"{}\", \"{choice}\")", scene(choice)?)
        }
        ConditionKind::SceneLeftOut(name, choice, Some(ago)) => {
            let choice = &choice.value.0;
            format!("{name}(\"{}\", \"{choice}\", {ago})", scene(choice)?)
        }
        ConditionKind::Visits(choice, 1) => {
            let choice = &choice.value.0;
            format!("Chose(\"{}\", \"{choice}\")", scene(choice)?)
        }
        ConditionKind::Since(choice, ago, unit) => {
            let choice = &choice.value.0;
            format!("{}(\"{}\", \"{choice}\", {ago})", since_chose(*unit), scene(choice)?)
        }
        ConditionKind::Chose(a, b) => turned(context, "Chose", &a.value.0, &b.value.0, None)?,
        ConditionKind::JustChose(a, b) => turned(context, "JustChose", &a.value.0, &b.value.0, None)?,
        ConditionKind::SinceChose(a, b, ago, unit) => {
            turned(context, since_chose(*unit), &a.value.0, &b.value.0, Some(*ago))?
        }
        _ => return None,
    })
}

const fn since_chose(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Turns => "SinceChose",
        TimeUnit::Minutes => "MinutesSinceChose",
    }
}

/// The condition with the scene first, where the choice was.
fn turned(context: &Context<'_>, name: &str, choice: &str, scene: &str, ago: Option<u16>) -> Option<String> {
    let choices = context.scene(scene)?.choices();
    let named = choices.filter_map(|choice| choice.id.as_ref()).any(|id| id.value.0 == choice);
    let ago = ago.map(|ago| format!(", {ago}")).unwrap_or_default();
    named.then(|| format!("{name}(\"{scene}\", \"{choice}\"{ago})"))
}
