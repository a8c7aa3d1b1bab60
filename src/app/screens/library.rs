//! The library.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::Step;
use crate::app::desk::Desk;
use crate::app::keep::{Keeper, Phase};
use crate::app::likeness::Likenesses;
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::ui::library::{Library, LibraryAction, show};

use super::settings::CameFrom;
use super::{Asked, Screen, Showing, Workshop, asked, frame};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Asked<LibraryAction>>();
    app.add_systems(EguiPrimaryContextPass, view.in_set(Showing).run_if(in_state(Screen::Library)));
    app.add_systems(Update, (resume, apply).chain().in_set(Step::Apply).run_if(asked::<LibraryAction>));
}

fn view(
    mut contexts: EguiContexts,
    desk: Res<Desk>,
    likenesses: Res<Likenesses>,
    mut asked: ResMut<Asked<LibraryAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let resume = desk.resume();
    let model = Library {
        scenarios: &desk.scenarios,
        resume: resume.as_ref(),
        problems: desk.findings.iter().filter(|file| file.errors() > 0).count(),
        warnings: desk.findings.iter().filter(|file| file.errors() == 0).count(),
        authored: &desk.authored,
        places: &desk.places,
        likenesses: &likenesses.of,
        played: &desk.played,
        filter: &desk.filter,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    asked.note(action, &mut wake);
    Ok(())
}

/// Takes up a kept attempt where it was left.
fn resume(
    mut asked: ResMut<Asked<LibraryAction>>,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
    clock: Res<Waker>,
) {
    if asked.0.take_if(|action| *action == LibraryAction::Resume).is_none() {
        return;
    }
    let Some(saved) = desk.saved.clone() else { return };
    let Some(scenario) = desk.find(&saved.attempt.first.scenario) else {
        let told = format!(
            "The scenario \u{201c}{}\u{201d} is not here, so this attempt cannot be taken up. It is kept until you let it go.",
            saved.title
        );
        notices.tell(told);
        return;
    };
    let (mut play, trouble) = Play::resume(scenario, saved, clock.now);
    if let Some(trouble) = trouble {
        notices.tell(trouble);
    }
    desk.saved = None;
    play.file = desk.file_of(&play.session.scenario().id);
    next.set(match play.phase {
        Phase::Talking => Screen::Conversation,
        Phase::Reflecting => Screen::Reflection,
        Phase::Debriefing => Screen::Debrief,
    });
    commands.insert_resource(play);
}

fn apply(
    mut asked: ResMut<Asked<LibraryAction>>,
    mut desk: ResMut<Desk>,
    mut came_from: ResMut<CameFrom>,
    mut next: ResMut<NextState<Screen>>,
    keeper: Res<Keeper>,
    mut commands: Commands,
) {
    match asked.0.take() {
        Some(LibraryAction::Open(id)) => {
            desk.chosen = desk.find(&id);
            if desk.chosen.is_some() {
                next.set(Screen::Prebrief);
            }
        }
        Some(LibraryAction::Author(id)) => {
            commands.insert_resource(Workshop::open(&id, Screen::Library));
            next.set(Screen::Author);
        }
        Some(LibraryAction::Discard) => {
            desk.saved = None;
            keeper.let_go();
        }
        Some(LibraryAction::Problems) => next.set(Screen::Problems),
        Some(LibraryAction::Settings) => {
            came_from.0 = Screen::Library;
            next.set(Screen::Settings);
        }
        Some(LibraryAction::Filter(filter)) => desk.filter = filter,
        Some(LibraryAction::Resume) | None => {}
    }
}
