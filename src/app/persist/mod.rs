//! Saves the attempts, what they came to and the settings whenever they differ from what was saved last, whatever changed
//! them.

use std::collections::BTreeMap;

use bevy::prelude::*;

use crate::library::text_of;
use crate::records::AttemptId;
use crate::records::saved_attempt::SavedAttempt;
use crate::records::store::PATIENCE;

use super::app_data::{AppData, Preferences};
use super::flow::Step;
use super::play::Play;
use super::saved_state::{LastSaved, ThisPlayer};
use super::screens::AuthorView;
use super::store::{SaveLocation, Store};
use super::waker::{Waker, calendar};

/// Whether the last choice is not on the disk yet.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NotSavedYet(pub(super) bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<NotSavedYet>();
    app.add_systems(Update, (save_attempts, save_settings, catch_up).chain().in_set(Step::Persist));
}

/// Saves the attempt under way and those that can be resumed. During a rehearsal, the attempt under way is the one that
/// the rehearsal has suspended.
fn save_attempts(
    play: Option<Res<Play>>,
    (data, author_view): (Res<AppData>, Option<Res<AuthorView>>),
    (store, location, player): (Res<Store>, Res<SaveLocation>, Res<ThisPlayer>),
    mut last_saved: ResMut<LastSaved>,
    mut not_yet: ResMut<NotSavedYet>,
    mut was_there: Local<bool>,
) {
    let came_or_went = std::mem::replace(&mut *was_there, play.is_some()) != play.is_some();
    let changed = play.as_ref().is_some_and(DetectChanges::is_changed) || data.is_changed();
    if !came_or_went && !changed {
        return;
    }
    let suspended = author_view.as_ref().and_then(|author_view| author_view.suspended());
    let under_way = play.as_deref().filter(|play| !play.is_rehearsal()).or(suspended);
    let saved = under_way.and_then(Play::saved);
    let person = location.profile.id;
    let wanted: BTreeMap<AttemptId, &SavedAttempt> =
        data.kept.iter().chain(&saved).map(|saved| (saved.identity.id, saved)).collect();
    let playing = saved.as_ref().map(|saved| saved.identity.id);
    let was_playing = std::mem::replace(&mut last_saved.under_way, playing);
    let before = std::mem::take(&mut last_saved.attempts);
    let keep = |saved: &SavedAttempt, open: bool| {
        let player = if playing == Some(saved.identity.id) { player.name() } else { None };
        if let Some(kept) = saved.kept(person, player, calendar(), open) {
            store.keep_attempt(kept);
        }
    };
    for (id, left) in before.iter().filter(|(id, _)| !wanted.contains_key(id)) {
        if left.is_over() { keep(left, false) } else { store.discard_attempt(*id) }
    }
    let mut chosen = false;
    for (id, saved) in &wanted {
        let taken_up_or_left = (playing == Some(*id)) != (was_playing == Some(*id));
        let known = before.get(id);
        if known != Some(saved) || taken_up_or_left {
            keep(saved, true);
            chosen |= known.is_some_and(|known| turns(known) != turns(saved));
        }
    }
    if let Some(play) = under_way {
        let plays_on = saved.as_ref().and_then(|saved| Some((before.get(&saved.identity.id)?, saved)));
        if (was_playing != playing || plays_on.is_some_and(|(known, saved)| has_another_text(known, saved)))
            && let Some(text) = data.origin_of(&play.scenario().id).and_then(|origin| text_of(play.scenario(), origin))
        {
            store.keep_text(play.scenario().hash.clone(), text);
        }
        if saved.as_ref().is_some_and(|saved| before.get(&saved.identity.id) != Some(saved))
            && let Some(outcome) = play.outcome(person)
        {
            store.keep_outcome(outcome);
        }
    }
    last_saved.attempts = wanted.into_iter().map(|(id, saved)| (id, saved.clone())).collect();
    if chosen {
        store.wait(PATIENCE);
        not_yet.set_if_neq(NotSavedYet(store.is_behind()));
    }
}

/// Whether another version of the scenario is played than was when the attempt was handed to the store last.
fn has_another_text(known: &SavedAttempt, saved: &SavedAttempt) -> bool {
    known.attempt.latest().scenario_hash != saved.attempt.latest().scenario_hash
}

fn turns(saved: &SavedAttempt) -> usize {
    saved.attempt.latest().turns.len()
}

/// Notices when the disk has caught up.
fn catch_up(store: Res<Store>, mut not_yet: ResMut<NotSavedYet>, mut waker: ResMut<Waker>) {
    // While it has not, it wakes the window when it has.
    if not_yet.0 && !store.is_behind() {
        not_yet.0 = false;
        waker.next_frame();
    }
}

fn save_settings(preferences: Res<Preferences>, store: Res<Store>, mut last_saved: ResMut<LastSaved>) {
    if preferences.0 != last_saved.settings {
        store.keep_settings(preferences.0);
        last_saved.settings = preferences.0;
    }
}

#[cfg(test)]
mod tests;
