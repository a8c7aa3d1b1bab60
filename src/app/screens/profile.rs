//! The profile of whoever plays.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError};

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::page_writer::new_folder;
use crate::app::profiles::play_as;
use crate::app::sending::Dispatch;
use crate::app::store::{SaveLocation, Store, WithProfile};
use crate::app::this_computer::ThisComputer;
use crate::app::waker::{Waker, date, today};
use crate::policy::Feature;
use crate::records::WhoPlays;
use crate::records::database::Profile;
use crate::records::record_store::Secret;
use crate::ui::profiles::{OwnAction, OwnProfile, show_own};

use super::library::who;
use super::pending_action::{PendingAction, frame, has_action};

/// What was typed, and what is being done.
#[derive(Resource, Default)]
struct Own {
    typed: String,
    /// Of the record store.
    password: String,
    under_way: Option<UnderWay>,
}

/// What is being done, and where it will be said whether it could be.
struct UnderWay {
    what: WithProfile,
    answered: Mutex<Receiver<Result<(), String>>>,
}

impl Own {
    fn begin(&mut self, store: &Store, what: WithProfile) {
        let answered = Mutex::new(store.with_profile(what.clone()));
        self.under_way = Some(UnderWay { what, answered });
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<OwnAction>>().init_resource::<Own>();
    app.add_systems(OnEnter(Screen::Profile), enter);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Profile)));
    app.add_systems(Update, (finish, apply.run_if(has_action::<OwnAction>)).chain().in_set(Step::Apply));
}

fn enter(mut own: ResMut<Own>, location: Res<SaveLocation>) {
    own.typed.clone_from(&location.profile.name);
    own.password.clear();
}

fn view(
    mut contexts: EguiContexts,
    (own, location, dispatch): (Res<Own>, Res<SaveLocation>, Res<Dispatch>),
    computer: Res<ThisComputer>,
    mut pending: ResMut<PendingAction<OwnAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let kept_in = location.kept_in().map(|folder| folder.display().to_string());
    let under_way = own.under_way.as_ref().map(|under_way| match under_way.what {
        WithProfile::Rename(_) => "The name is being saved \u{2026}",
        WithProfile::Export(_) => "All that is kept of you is being written out \u{2026}",
        WithProfile::Delete => "Your profile is being deleted \u{2026}",
    });
    let sending = dispatch.sending();
    let delivered = sending.delivered.map(date);
    let model = OwnProfile {
        who: who(&location),
        typed: &own.typed,
        kept_in: kept_in.as_deref(),
        under_way,
        profiles_are_off: computer.is_off(Feature::Profiles),
        sending_is_off: computer.is_off(Feature::Sending),
        sending: &sending,
        delivered: delivered.as_deref(),
        password: &own.password,
    };
    let action = frame(&mut contexts, |ui| show_own(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<OwnAction>>,
    (mut own, store, dispatch): (ResMut<Own>, Res<Store>, Res<Dispatch>),
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    match pending.0.take() {
        Some(OwnAction::Type(name)) => own.typed = name,
        Some(OwnAction::Rename) => {
            let name = own.typed.clone();
            own.begin(&store, WithProfile::Rename(name));
        }
        Some(OwnAction::Export) => match new_folder(&format!("export-{}", today())) {
            Ok(folder) => own.begin(&store, WithProfile::Export(folder)),
            Err(why) => notices.push(why),
        },
        Some(OwnAction::Delete) => own.begin(&store, WithProfile::Delete),
        Some(OwnAction::Share(on)) => {
            if let Some(dispatcher) = dispatch.dispatcher() {
                dispatcher.share(on);
            }
        }
        Some(OwnAction::TypePassword(password)) => own.password = password,
        Some(OwnAction::UsePassword) => {
            let password = Secret::new(std::mem::take(&mut own.password));
            if let Some(dispatcher) = dispatch.dispatcher() {
                dispatcher.use_password(password);
            }
        }
        Some(OwnAction::SomebodyElse) => next.set(Screen::Chooser),
        Some(OwnAction::Back) => next.set(Screen::Library),
        None => {}
    }
}

/// Tells when something is done, or why it cannot be.
fn finish(
    mut own: ResMut<Own>,
    mut location: ResMut<SaveLocation>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Waker>,
    mut commands: Commands,
) {
    let Some(under_way) = &own.under_way else { return };
    let done = match under_way.answered.lock().map(|answered| answered.try_recv()) {
        // The window is woken when there is an answer.
        Ok(Err(TryRecvError::Empty)) => return,
        Ok(Ok(done)) => done,
        Ok(Err(TryRecvError::Disconnected)) | Err(_) => Err("Bedside is closing".to_owned()),
    };
    let Some(UnderWay { what, .. }) = own.under_way.take() else { return };
    wake.at_once();
    match (what, done) {
        (WithProfile::Rename(typed), Ok(())) => {
            location.profile.name = Profile::name_from(&typed);
            own.typed.clone_from(&location.profile.name);
        }
        (WithProfile::Export(folder), Ok(())) => notices.push(format!(
            "All that is kept of you is in {}. Others who use this computer\u{2019}s account can read it there.",
            folder.display()
        )),
        (WithProfile::Delete, Ok(())) => {
            commands.queue(|world: &mut World| {
                play_as(world, WhoPlays::Asked, Screen::Library);
                world.resource_mut::<Notices>().push("Your profile is deleted, with all that was kept in it.");
            });
        }
        (WithProfile::Rename(_), Err(why)) => notices.push(format!("The name could not be saved: {why}.")),
        (WithProfile::Export(folder), Err(why)) => {
            notices.push(format!("Nothing could be written into {}: {why}.", folder.display()));
        }
        (WithProfile::Delete, Err(why)) => notices.push(format!("Your profile could not be deleted: {why}.")),
    }
}
