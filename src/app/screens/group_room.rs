//! The screens of a group session: the facilitator's page, and the projector's in its own window or on a tab.

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;
use bevy_egui::{EguiContext, EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::{AppData, Preferences};
use crate::app::background::{Background, RoadOutcomes, explore_roads};
use crate::app::desktop::Desktop;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::group::{GroupRoom, HandoutFile, OfProjector, OtherWays, ProjectorPass, ProjectorScreen, RoomPicture};
use crate::app::page_writer::PageWriter;
use crate::app::waker::Waker;
use crate::debrief::debrief;
use crate::debrief::page::OtherRoads;
use crate::group::{Agenda, Handout, Section, guide, summary};
use crate::ui;
use crate::ui::group::{
    FacilitatorAction, FacilitatorPage, Projector, Screens, Tab, shared_screen, show_facilitator, show_projector,
    slides,
};

use super::pending_action::{PendingAction, frame, has_action};
use super::{SeenFromAfar, apply_from_afar};

/// The group's debrief, as far as it is known.
#[derive(Resource, Default)]
struct GroupDebrief {
    /// `None` before the debrief.
    handout: Option<Handout>,
    /// Its parts, as the projector shows them.
    slides: Vec<Section>,
    /// The changes of the session that it was made after, and whether the other roads were known.
    of: Option<(u64, bool)>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<FacilitatorAction>>().init_resource::<GroupDebrief>();
    let open = in_state(Screen::GroupRoom).and_then(resource_exists::<GroupRoom>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(OnEnter(Screen::GroupRoom), |mut debriefed: ResMut<GroupDebrief>| {
        *debriefed = GroupDebrief::default();
    });
    app.add_systems(Update, notice_afar.in_set(Step::Present));
    app.add_systems(ProjectorPass, projector_window.run_if(open.clone()));
    app.add_systems(
        Update,
        (look_back.run_if(open.clone()), apply.run_if(has_action::<FacilitatorAction>), turn_page.run_if(open))
            .chain()
            .in_set(Step::Apply),
    );
}

/// Whether the window shows the projector's page, on a tab.
fn notice_afar(
    state: Res<State<Screen>>,
    room: Option<Res<GroupRoom>>,
    screen: Res<ProjectorScreen>,
    mut afar: ResMut<SeenFromAfar>,
) {
    let tab = room.is_some_and(|room| screens(&room, *screen) == Screens::Shared(Tab::Projector));
    afar.0 = *state.get() == Screen::GroupRoom && tab;
}

fn screens(room: &GroupRoom, screen: ProjectorScreen) -> Screens {
    match (screen.two_screens, screen.wanted) {
        (other_screen, true) => Screens::Own { other_screen },
        (true, false) => Screens::Shut,
        (false, false) => Screens::Shared(room.tab),
    }
}

fn view(
    mut contexts: EguiContexts,
    (room, screen, picture): (Res<GroupRoom>, Res<ProjectorScreen>, Res<RoomPicture>),
    (data, debriefed): (Res<AppData>, Res<GroupDebrief>),
    mut pending: ResMut<PendingAction<FacilitatorAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let notice = room.notice().or_else(|| edited(&room, &data));
    let screens = screens(&room, *screen);
    let model = FacilitatorPage {
        scenario: room.scenario(),
        room: &room.seen.room,
        own: &room.seen.own,
        agenda: &room.seen.agenda,
        now: room.now(),
        join: room.join(),
        connection: room.connection(),
        screens,
        private: screen.shows_private(),
        hands: room.hands(),
        split: room.split.as_deref(),
        said: room.said(),
        note: room.note(),
        disagreement: room.disagreement(),
        debrief: &debriefed.slides,
        part: room.part,
        before: &room.before,
        upset: &room.upset,
        notice: notice.as_deref(),
        asks_to_close: room.asks_to_close,
    };
    let action = if screens == Screens::Shared(Tab::Projector) {
        let projector = projector_page(&room, &picture, &debriefed);
        frame(&mut contexts, |ui| shared_screen(ui, &model, &projector))?
    } else {
        frame(&mut contexts, |ui| show_facilitator(ui, &model))?
    };
    pending.set(action, &mut wake);
    Ok(())
}

/// Says that the scenario's file was edited while the room is open.
fn edited(room: &GroupRoom, data: &AppData) -> Option<String> {
    let newest = data.find(&room.scenario().id)?;
    (newest.hash != room.scenario().hash).then(|| {
        "The scenario\u{2019}s file has been edited. The room goes on with the version that it began with.".to_owned()
    })
}

fn projector_page<'a>(room: &'a GroupRoom, picture: &'a RoomPicture, debriefed: &'a GroupDebrief) -> Projector<'a> {
    Projector {
        scenario: room.scenario(),
        room: &room.seen.room,
        picture: picture.drawn.as_ref(),
        join: room.join(),
        debrief: debriefed.slides.get(room.part),
    }
}

/// The projector's page in a window of its own.
fn projector_window(
    mut context: Single<&mut EguiContext, With<OfProjector>>,
    window: Option<Single<&Window, With<OfProjector>>>,
    (room, picture, debriefed): (Res<GroupRoom>, Res<RoomPicture>, Res<GroupDebrief>),
    (preferences, desktop): (Res<Preferences>, Res<Desktop>),
    mut wake: ResMut<Waker>,
) {
    let Some(window) = window else { return };
    let ctx = context.get_mut();
    apply_from_afar(ctx, preferences.look(desktop.motion), &window, &mut wake);
    let page = projector_page(&room, &picture, &debriefed);
    ui::frame(ctx, |ui| show_projector(ui, &page));
}

/// Makes the group's debrief, and looks for what the other options would have led to.
fn look_back(
    mut room: ResMut<GroupRoom>,
    mut debriefed: ResMut<GroupDebrief>,
    mut job: ResMut<Background<RoadOutcomes>>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    if !room.seen.room.step.shows_scores() {
        if debriefed.of.take().is_some() {
            *debriefed = GroupDebrief::default();
            room.other_ways = None;
        }
        return;
    }
    if debriefed.of.is_none() {
        let session = room.look(|group| group.conversation().clone());
        job.begin(&proxy, move || explore_roads(&session));
    }
    if let Some(found) = job.result() {
        room.other_ways = Some(found.map_or(OtherWays::TooMany, |RoadOutcomes(found)| OtherWays::Found(found)));
    }
    let of = Some((room.changes(), room.other_ways.is_some()));
    if debriefed.of != of {
        debriefed.handout = handout(&room);
        debriefed.slides = debriefed.handout.as_ref().map_or_else(Vec::new, slides);
        debriefed.of = of;
    }
}

/// Shows phones what the projector shows of the debrief.
fn turn_page(room: Res<GroupRoom>, debriefed: Res<GroupDebrief>) {
    if room.seen.room.step.shows_scores() {
        room.show_part(&debriefed.slides);
    }
}

fn handout(room: &GroupRoom) -> Option<Handout> {
    let others = match &room.other_ways {
        None => OtherRoads::UnderWay,
        Some(OtherWays::TooMany) => OtherRoads::LeftOut,
        Some(OtherWays::Found(found)) => OtherRoads::Found(found),
    };
    room.look(|group| {
        let conversation = group.conversation();
        let debrief = debrief(conversation.scenario(), conversation.transcript()).ok()?;
        Some(summary(group, &debrief, others, None))
    })
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<FacilitatorAction>>,
    room: Option<ResMut<GroupRoom>>,
    (mut screen, debriefed): (ResMut<ProjectorScreen>, Res<GroupDebrief>),
    mut next: ResMut<NextState<Screen>>,
    (mut pages, proxy, wake): (ResMut<PageWriter>, Res<EventLoopProxyWrapper>, Res<Waker>),
) {
    let (Some(action), Some(mut room)) = (pending.0.take(), room) else { return };
    match action {
        FacilitatorAction::Steer(steer) => room.steer(steer),
        FacilitatorAction::Hands(place, typed) => room.type_hands(place, typed),
        FacilitatorAction::Split(first) => room.split = first,
        FacilitatorAction::Said(words) => room.type_said(words, wake.now),
        FacilitatorAction::Note(words) => room.type_note(words, wake.now),
        FacilitatorAction::Disagree(words) => room.type_disagreement(words, wake.now),
        FacilitatorAction::TestConnection => room.test_connection(wake.now),
        FacilitatorAction::ProjectorWindow(wanted) => screen.wanted = wanted,
        FacilitatorAction::Private(unseen) => screen.unseen = unseen,
        FacilitatorAction::Tab(tab) => room.tab = tab,
        FacilitatorAction::Part(part) => room.part = part,
        FacilitatorAction::SaveSummary => {
            if let Some(handout) = debriefed.handout.clone() {
                pages.save(&proxy, HandoutFile { stem: format!("{}-group", room.scenario().id), handout });
            }
        }
        FacilitatorAction::SaveGuide => {
            let stem = format!("{}-guide", room.scenario().id);
            pages.save(&proxy, HandoutFile { stem, handout: guide(room.scenario(), Agenda::HOUR) });
        }
        FacilitatorAction::Ask => room.asks_to_close = true,
        FacilitatorAction::KeepOpen => room.asks_to_close = false,
        FacilitatorAction::Close => {
            commands.remove_resource::<GroupRoom>();
            next.set(Screen::Library);
        }
    }
}
