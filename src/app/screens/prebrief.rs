//! Before the conversation.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::Step;
use crate::app::desk::{Desk, Preferences};
use crate::app::keep::Keeper;
use crate::app::likeness::Likenesses;
use crate::app::play::Play;
use crate::app::waker::Waker;
use crate::ui::prebrief::{Prebrief, PrebriefAction, Setup, show};

use super::{Asked, Screen, Showing, Workshop, asked, frame};

/// How the conversation is to be played.
#[derive(Resource, Debug)]
struct Chosen(Setup);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Asked<PrebriefAction>>();
    app.add_systems(OnEnter(Screen::Prebrief), enter);
    app.add_systems(EguiPrimaryContextPass, view.in_set(Showing).run_if(in_state(Screen::Prebrief)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(asked::<PrebriefAction>));
}

fn enter(mut commands: Commands, preferences: Res<Preferences>) {
    commands.insert_resource(Chosen(Setup::practise(&preferences)));
}

fn view(
    mut contexts: EguiContexts,
    desk: Res<Desk>,
    chosen: Res<Chosen>,
    likenesses: Res<Likenesses>,
    mut asked: ResMut<Asked<PrebriefAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(scenario) = &desk.chosen else { return Ok(()) };
    let likeness = likenesses.of.get(&scenario.id);
    let model = Prebrief { scenario, likeness, setup: chosen.0, authored: desk.is_authored(&scenario.id) };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    asked.note(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut asked: ResMut<Asked<PrebriefAction>>,
    mut chosen: ResMut<Chosen>,
    mut desk: ResMut<Desk>,
    mut next: ResMut<NextState<Screen>>,
    keeper: Res<Keeper>,
    clock: Res<Waker>,
) {
    match asked.0.take() {
        Some(PrebriefAction::Back) => next.set(Screen::Library),
        Some(PrebriefAction::Setup(setup)) => chosen.0 = setup,
        Some(PrebriefAction::Begin) => {
            let Some(scenario) = desk.chosen.clone() else { return };
            let seed = desk.next_seed();
            let file = desk.file_of(&scenario.id);
            let mut play = Play::begin(scenario, seed, chosen.0, clock.now);
            play.file = file;
            keeper.attempt(&play.saved());
            desk.saved = None;
            commands.insert_resource(play);
            next.set(Screen::Conversation);
        }
        Some(PrebriefAction::Author) => {
            let Some(scenario) = &desk.chosen else { return };
            commands.insert_resource(Workshop::open(&scenario.id, Screen::Prebrief));
            next.set(Screen::Author);
        }
        None => {}
    }
}
