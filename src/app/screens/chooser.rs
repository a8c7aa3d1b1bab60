//! The screen that asks who plays.

use std::cmp::Reverse;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{AsksWho, Screen, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::profiles::play_as;
use crate::app::store::SaveLocation;
use crate::app::waker::{Waker, date};
use crate::app::workstation::Workstation;
use crate::records::WhoPlays;
use crate::records::database::{Database, Profile};
use crate::ui::profiles::{Chooser, ChooserAction, Person, show_chooser};

use super::first_screen;
use super::pending_action::{PendingAction, frame, has_action};

/// Who was found, and what was typed.
#[derive(Resource, Debug, Default)]
struct Asked {
    people: Vec<Profile>,
    shown: Vec<Person>,
    typed: String,
    problem: Option<String>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<ChooserAction>>().init_resource::<Asked>();
    app.add_systems(OnEnter(Screen::Chooser), enter);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Chooser)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<ChooserAction>));
}

/// Looks who is there: another window may have added somebody.
fn enter(mut asked: ResMut<Asked>, location: Res<SaveLocation>) {
    *asked = Asked::default();
    let Some(folder) = &location.folder else { return };
    match Database::profiles_in(folder) {
        Ok(people) => asked.people = in_order(people),
        Err(error) => asked.problem = Some(format!("Who practises here could not be read: {}.", error.in_words())),
    }
    asked.shown = asked.people.iter().map(person).collect();
}

/// By name; those without one last, the latest first.
fn in_order(mut people: Vec<Profile>) -> Vec<Profile> {
    people.sort_by_cached_key(|one| (one.name.is_empty(), one.name.to_lowercase(), Reverse(one.made)));
    people
}

fn person(profile: &Profile) -> Person {
    let label = match profile.name.as_str() {
        "" => format!("No name, here since {}", date(profile.made)),
        name => name.to_owned(),
    };
    Person { id: profile.id, label }
}

fn view(
    mut contexts: EguiContexts,
    (asks_who, asked, workstation): (Res<AsksWho>, Res<Asked>, Res<Workstation>),
    mut pending: ResMut<PendingAction<ChooserAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let model = Chooser {
        people: &asked.shown,
        typed: &asked.typed,
        can_go_back: !asks_who.0,
        problem: asked.problem.as_deref(),
        reading: workstation.reading(),
    };
    let action = frame(&mut contexts, |ui| show_chooser(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut pending: ResMut<PendingAction<ChooserAction>>,
    (mut asked, mut workstation, mut notices): (ResMut<Asked>, ResMut<Workstation>, ResMut<Notices>),
    (data, asks_who): (Res<AppData>, Res<AsksWho>),
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let who = match pending.0.take() {
        Some(ChooserAction::Take(id)) => asked.people.iter().find(|one| one.id == id).cloned().map(WhoPlays::Known),
        Some(ChooserAction::New) => Some(WhoPlays::New(asked.typed.clone())),
        Some(ChooserAction::Guest) => Some(WhoPlays::Guest),
        Some(ChooserAction::Type(name)) => {
            asked.typed = name;
            None
        }
        Some(ChooserAction::Read(reading)) => {
            if let Some(problem) = workstation.set(reading) {
                notices.push(problem);
            }
            None
        }
        Some(ChooserAction::Back) => {
            next.set(Screen::Library);
            None
        }
        None => None,
    };
    if let Some(who) = who {
        let then = if asks_who.0 { first_screen(&data) } else { Screen::Library };
        commands.queue(move |world: &mut World| play_as(world, who, then));
    }
}
