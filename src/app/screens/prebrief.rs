//! The screen before the conversation.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::sending::Dispatch;
use crate::app::store::Store;
use crate::app::thumbnail::Thumbnails;
use crate::app::waker::{Waker, calendar};
use crate::records::saved_attempt::Identity;
use crate::ui::prebrief::{Prebrief, PrebriefAction, Setup, show};

use super::author::AuthorView;
use super::pending_action::{PendingAction, frame, has_action};
use super::resuming::resume;

/// The setup chosen so far.
#[derive(Resource, Debug)]
struct Chosen(Setup);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<PrebriefAction>>();
    app.add_systems(OnEnter(Screen::Prebrief), enter);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(in_state(Screen::Prebrief)));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<PrebriefAction>));
}

fn enter(mut commands: Commands, preferences: Res<Preferences>, mut data: ResMut<AppData>) {
    commands.insert_resource(Chosen(Setup::practise(&preferences)));
    data.asks_to_discard = false;
}

fn view(
    mut contexts: EguiContexts,
    data: Res<AppData>,
    chosen: Res<Chosen>,
    (thumbnails, dispatch): (Res<Thumbnails>, Res<Dispatch>),
    mut pending: ResMut<PendingAction<PrebriefAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(scenario) = &data.chosen else { return Ok(()) };
    let thumbnail = thumbnails.of.get(&scenario.id);
    let sent_to = dispatch.sending().sent_to();
    let model = Prebrief {
        scenario,
        thumbnail,
        setup: chosen.0,
        authored: data.is_authored(&scenario.id),
        groups: cfg!(feature = "group"),
        left: data.kept.left_at(&scenario.id),
        asks: data.asks_to_discard,
        sent_to: sent_to.as_deref(),
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<PrebriefAction>>,
    mut chosen: ResMut<Chosen>,
    (mut data, mut notices): (ResMut<AppData>, ResMut<Notices>),
    mut next: ResMut<NextState<Screen>>,
    (clock, store): (Res<Waker>, Res<Store>),
) {
    match pending.0.take() {
        Some(PrebriefAction::Back) => next.set(Screen::Library),
        Some(PrebriefAction::Setup(setup)) => chosen.0 = setup,
        Some(PrebriefAction::Ask) => data.asks_to_discard = true,
        Some(PrebriefAction::Keep) => data.asks_to_discard = false,
        Some(PrebriefAction::Resume) => {
            let Some(id) = data.chosen.as_ref().map(|scenario| scenario.id.clone()) else { return };
            resume(&mut commands, (&mut data, &store), &mut notices, &mut next, &id, clock.now);
        }
        Some(PrebriefAction::Begin) => {
            let Some(scenario) = data.chosen.clone() else { return };
            let seed = data.next_seed();
            let file = data.file_of(&scenario.id);
            data.kept.take(&scenario.id);
            data.left_library_by = None;
            commands.insert_resource(
                Play::begin(scenario, seed, chosen.0, Identity::fresh(calendar()), clock.now).with_file(file),
            );
            next.set(Screen::Conversation);
        }
        Some(PrebriefAction::Author) => {
            let Some(scenario) = &data.chosen else { return };
            commands.insert_resource(AuthorView::open(&scenario.id, Screen::Prebrief));
            next.set(Screen::Author);
        }
        Some(PrebriefAction::Group) => {
            #[cfg(feature = "group")]
            next.set(Screen::GroupOpening);
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use bevy::state::app::StatesPlugin;

    use super::*;
    use crate::app::flow;
    use crate::app::kept_attempts::tests::attempt_at;
    use crate::app::play::tests::scenario;
    use crate::app::store::tests::nowhere;
    use crate::records::saved_attempt::SavedAttempt;
    use crate::ui::library::LibraryAction;

    /// An app without a window, on the prebrief of a scenario, with an attempt at it and at another.
    fn app() -> App {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin, flow::plugin, plugin));
        app.init_resource::<Waker>().init_resource::<Preferences>().init_resource::<Notices>();
        let mut data = AppData::default();
        data.scenarios.push(scenario());
        data.chosen = Some(scenario());
        for id in ["another", &scenario().id] {
            data.kept.keep(attempt_at(id));
        }
        data.asks_to_discard = true;
        app.insert_resource(data).insert_resource(nowhere());
        app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Prebrief);
        app.update();
        app
    }

    /// What is kept after this was requested.
    fn kept_after(app: &mut App, action: PrebriefAction) -> Vec<String> {
        app.world_mut().resource_mut::<PendingAction<PrebriefAction>>().0 = Some(action);
        app.update();
        app.world().resource::<AppData>().kept.iter().map(SavedAttempt::scenario).map(str::to_owned).collect()
    }

    fn turns(app: &App) -> Option<usize> {
        app.world().get_resource::<Play>().map(Play::turn)
    }

    #[test]
    fn to_begin_anew_costs_the_attempt_at_this_scenario_and_no_other() {
        let mut app = app();
        app.world_mut().resource_mut::<AppData>().left_library_by = Some(LibraryAction::Progress);
        assert_eq!(kept_after(&mut app, PrebriefAction::Begin), ["another"]);
        assert_eq!(app.world().resource::<AppData>().left_library_by, None, "a conversation is not come back from");
        assert_eq!(turns(&app), Some(0));
    }

    #[test]
    fn the_attempt_at_this_scenario_is_resumed() {
        let mut app = app();
        assert_eq!(kept_after(&mut app, PrebriefAction::Resume), ["another"]);
        assert_eq!(turns(&app), Some(2));
    }

    #[test]
    fn to_be_asked_costs_nothing_and_is_not_asked_when_the_prebrief_is_opened() {
        let mut app = app();
        let asks = |app: &App| app.world().resource::<AppData>().asks_to_discard;
        assert!(!asks(&app));
        for (action, asked) in [(PrebriefAction::Ask, true), (PrebriefAction::Keep, false)] {
            assert_eq!(kept_after(&mut app, action).len(), 2);
            assert_eq!((asks(&app), turns(&app)), (asked, None));
        }
    }
}
