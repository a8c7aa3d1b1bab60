//! Saves what must not be lost whenever it differs from what was saved last, whatever changed it.

use bevy::prelude::*;

use super::app_data::{AppData, Preferences};
use super::flow::Step;
use super::kept::Handed;
use super::play::Play;
use super::screens::Workshop;
use super::store::Store;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (attempt, played, settings).in_set(Step::Persist));
}

/// The attempt under way, or else the one that can be taken up again. While a rehearsal is under way, the attempt whose
/// place it has taken waits.
fn attempt(
    play: Option<Res<Play>>,
    (data, workshop): (Res<AppData>, Option<Res<Workshop>>),
    store: Res<Store>,
    mut handed: ResMut<Handed>,
    mut was_there: Local<bool>,
) {
    let came_or_went = std::mem::replace(&mut *was_there, play.is_some()) != play.is_some();
    let changed = play.as_ref().is_some_and(|play| play.is_changed()) || data.is_changed();
    if !came_or_went && !changed {
        return;
    }
    let waiting = || workshop.as_ref().and_then(|workshop| workshop.waiting());
    let under_way = play.as_deref().and_then(Play::saved).or_else(|| waiting().and_then(Play::saved));
    let wanted = under_way.or_else(|| data.saved.clone());
    if wanted == handed.attempt {
        return;
    }
    match &wanted {
        Some(saved) => store.attempt(saved),
        None => store.discard_attempt(),
    }
    handed.attempt = wanted;
}

fn played(data: Res<AppData>, store: Res<Store>, mut handed: ResMut<Handed>) {
    if !data.is_changed() || data.played == handed.played {
        return;
    }
    if data.played.is_empty() {
        store.discard_played();
    } else {
        store.played(&data.played);
    }
    handed.played.clone_from(&data.played);
}

fn settings(preferences: Res<Preferences>, store: Res<Store>, mut handed: ResMut<Handed>) {
    if preferences.0 != handed.settings {
        store.settings(preferences.0);
        handed.settings = preferences.0;
    }
}

#[cfg(test)]
mod tests;
