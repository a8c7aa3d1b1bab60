//! The library's screen.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, SettingsOpenedFrom, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::sending::Dispatch;
use crate::app::store::{SaveLocation, Store};
use crate::app::thumbnail::Thumbnails;
use crate::app::waker::Waker;
use crate::ui::library::{Library, LibraryAction, Who, show};

use super::author::AuthorView;
use super::pending_action::{PendingAction, frame, has_action};
use super::resuming::resume;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<LibraryAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Library)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<LibraryAction>));
}

fn view(
    mut contexts: EguiContexts,
    (data, location, dispatch): (Res<AppData>, Res<SaveLocation>, Res<Dispatch>),
    thumbnails: Res<Thumbnails>,
    mut pending: ResMut<PendingAction<LibraryAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let kept = data.kept.shown();
    let sent_to = dispatch.sending().sent_to();
    let model = Library {
        scenarios: &data.scenarios,
        kept: &kept,
        broken_files: data.findings.iter().filter(|file| file.errors() > 0).count(),
        warnings: data.findings.iter().filter(|file| file.errors() == 0).count(),
        authored: &data.authored,
        paths: &data.paths,
        thumbnails: &thumbnails.of,
        played: &data.played,
        filter: &data.filter,
        who: who(&location),
        sent_to: sent_to.as_deref(),
        left_by: data.left_library_by.as_ref(),
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<LibraryAction>>,
    mut data: ResMut<AppData>,
    (mut settings_opened_from, mut notices): (ResMut<SettingsOpenedFrom>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
    (clock, store): (Res<Waker>, Res<Store>),
) {
    let action = pending.0.take();
    if let Some(action) = &action {
        data.left_library_by = Some(action.clone());
    }
    match action {
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
        Some(LibraryAction::Resume(id)) => {
            resume(&mut commands, (&mut data, &store), &mut notices, &mut next, &id, clock.now);
        }
        Some(LibraryAction::Discard(id)) => drop(data.kept.take(&id)),
        Some(LibraryAction::Findings) => next.set(Screen::Findings),
        Some(LibraryAction::Profile) => next.set(Screen::Profile),
        Some(LibraryAction::Progress) => next.set(Screen::Progress),
        Some(LibraryAction::Settings) => {
            settings_opened_from.0 = Screen::Library;
            next.set(Screen::Settings);
        }
        Some(LibraryAction::Filter(filter)) => data.filter = filter,
        None => {}
    }
}

/// Who plays, as the screens say it.
pub(super) fn who(location: &SaveLocation) -> Who<'_> {
    if location.guest { Who::Guest } else { Who::Profile(&location.profile.name) }
}
