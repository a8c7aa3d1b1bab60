//! The library's screen.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, SettingsOpenedFrom, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::saved_attempt::Phase;
use crate::app::thumbnail::Thumbnails;
use crate::app::waker::Waker;
use crate::ui::library::{Library, LibraryAction, show};

use super::author::AuthorView;
use super::pending_action::{PendingAction, frame, has_action};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<LibraryAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Library)));
    app.add_systems(Update, (resume, apply).chain().in_set(Step::Apply).run_if(has_action::<LibraryAction>));
}

fn view(
    mut contexts: EguiContexts,
    data: Res<AppData>,
    thumbnails: Res<Thumbnails>,
    mut pending: ResMut<PendingAction<LibraryAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let resume = data.resume();
    let model = Library {
        scenarios: &data.scenarios,
        resume: resume.as_ref(),
        broken_files: data.findings.iter().filter(|file| file.errors() > 0).count(),
        warnings: data.findings.iter().filter(|file| file.errors() == 0).count(),
        authored: &data.authored,
        paths: &data.paths,
        thumbnails: &thumbnails.of,
        played: &data.played,
        filter: &data.filter,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

/// Resumes a saved attempt.
fn resume(
    mut pending: ResMut<PendingAction<LibraryAction>>,
    mut commands: Commands,
    mut data: ResMut<AppData>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
    clock: Res<Waker>,
) {
    if pending.0.take_if(|action| *action == LibraryAction::Resume).is_none() {
        return;
    }
    let Some(saved) = data.saved.clone() else { return };
    let Some(scenario) = data.find(&saved.attempt.first.scenario) else {
        let message = format!(
            "The scenario \u{201c}{}\u{201d} is not here, so this attempt cannot be resumed. It stays \
             saved until you discard it.",
            saved.title
        );
        notices.push(message);
        return;
    };
    let (play, problem) = Play::resume(scenario, saved, clock.now);
    if let Some(problem) = problem {
        notices.push(problem);
    }
    data.saved = None;
    let file = data.file_of(&play.scenario().id);
    next.set(match play.phase() {
        Phase::Talking => Screen::Conversation,
        Phase::Reflecting => Screen::Reflection,
        Phase::Debriefing => Screen::Debrief,
    });
    commands.insert_resource(play.with_file(file));
}

fn apply(
    mut pending: ResMut<PendingAction<LibraryAction>>,
    mut data: ResMut<AppData>,
    mut settings_opened_from: ResMut<SettingsOpenedFrom>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    match pending.0.take() {
        Some(LibraryAction::Open(id)) => {
            data.chosen = data.find(&id);
            if data.chosen.is_some() {
                next.set(Screen::Prebrief);
            }
        }
        Some(LibraryAction::Author(id)) => {
            commands.insert_resource(AuthorView::open(&id, Screen::Library));
            next.set(Screen::Author);
        }
        Some(LibraryAction::Discard) => data.saved = None,
        Some(LibraryAction::Findings) => next.set(Screen::Findings),
        Some(LibraryAction::Settings) => {
            settings_opened_from.0 = Screen::Library;
            next.set(Screen::Settings);
        }
        Some(LibraryAction::Filter(filter)) => data.filter = filter,
        Some(LibraryAction::Resume) | None => {}
    }
}
