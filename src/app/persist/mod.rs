//! Saves the attempts, the results and the settings whenever they differ from what was saved last, whatever changed
//! them.

use std::collections::BTreeMap;

use bevy::prelude::*;

use super::app_data::{AppData, Preferences};
use super::flow::Step;
use super::play::Play;
use super::saved_attempt::SavedAttempt;
use super::saved_state::LastSaved;
use super::screens::AuthorView;
use super::store::Store;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (save_attempts, save_played, save_settings).in_set(Step::Persist));
}

/// Saves the attempt under way and those that can be resumed. During a rehearsal, the attempt under way is the one that
/// the rehearsal has suspended.
fn save_attempts(
    play: Option<Res<Play>>,
    (data, author_view): (Res<AppData>, Option<Res<AuthorView>>),
    store: Res<Store>,
    mut last_saved: ResMut<LastSaved>,
    mut was_there: Local<bool>,
) {
    let came_or_went = std::mem::replace(&mut *was_there, play.is_some()) != play.is_some();
    let changed = play.as_ref().is_some_and(DetectChanges::is_changed) || data.is_changed();
    if !came_or_went && !changed {
        return;
    }
    let suspended = || author_view.as_ref().and_then(|author_view| author_view.suspended());
    let under_way = play.as_deref().and_then(Play::saved).or_else(|| suspended().and_then(Play::saved));
    let wanted: BTreeMap<&str, &SavedAttempt> =
        data.kept.iter().chain(&under_way).map(|saved| (saved.scenario(), saved)).collect();
    let before = std::mem::take(&mut last_saved.attempts);
    for id in before.keys().filter(|id| !wanted.contains_key(id.as_str())) {
        store.discard_attempt(id);
    }
    last_saved.attempts = wanted
        .into_iter()
        .map(|(id, saved)| {
            if before.get(id) != Some(saved) {
                store.save_attempt(saved);
            }
            (id.to_owned(), saved.clone())
        })
        .collect();
}

fn save_played(data: Res<AppData>, store: Res<Store>, mut last_saved: ResMut<LastSaved>) {
    if !data.is_changed() || data.played == last_saved.played {
        return;
    }
    if data.played.is_empty() {
        store.discard_played();
    } else {
        store.save_played(&data.played);
    }
    last_saved.played.clone_from(&data.played);
}

fn save_settings(preferences: Res<Preferences>, store: Res<Store>, mut last_saved: ResMut<LastSaved>) {
    if preferences.0 != last_saved.settings {
        store.save_settings(preferences.0);
        last_saved.settings = preferences.0;
    }
}

#[cfg(test)]
mod tests;
