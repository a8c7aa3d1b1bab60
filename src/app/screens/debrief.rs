//! The debrief's screen; its marks and "what if" are filled in when they have been calculated.

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::analysis::WhatIf;
use crate::app::app_data::AppData;
use crate::app::background::{Background, RoadOutcomes, explore_roads};
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::marks::{KnownMarks, find_marks};
use crate::app::notice::Notices;
use crate::app::page_writer::{DebriefPaper, PageWriter};
use crate::app::picture_sync::mood_at_the_end;
use crate::app::play::Play;
use crate::app::thumbnail::portrait_at_the_end;
use crate::app::waker::Waker;
use crate::chart::{Chart, Unreached};
use crate::debrief::{Debrief, debrief};
use crate::picture::face::expression;
use crate::session::Session;
use crate::ui::debrief::{DebriefAction, DebriefPage, View, show};
use crate::ui::{RoadTaken, Thumbnail};

use super::pending_action::{PendingAction, frame, has_action};

/// The most scenes that can be told apart in the chart on the page.
const MOST_ON_A_PAGE: usize = 150;

/// The state of the open page.
#[derive(Resource, Debug)]
struct Page {
    debrief: Debrief,
    what_if: Option<Vec<WhatIf>>,
    road: Option<(Chart, RoadTaken)>,
    portrait: Thumbnail,
    view: View,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<DebriefAction>>();
    app.add_systems(OnEnter(Screen::Debrief), enter.run_if(resource_exists::<Play>));
    let open = in_state(Screen::Debrief).and_then(resource_exists::<Page>).and_then(resource_exists::<Play>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open.clone()));
    app.add_systems(
        Update,
        (fill_in.after(find_marks).run_if(open), apply.run_if(has_action::<DebriefAction>)).chain().in_set(Step::Apply),
    );
}

fn enter(
    mut commands: Commands,
    play: Res<Play>,
    mut job: ResMut<Background<RoadOutcomes>>,
    proxy: Res<EventLoopProxyWrapper>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    match debrief(play.scenario(), play.transcript()) {
        Ok(debrief) => {
            commands.insert_resource(Page {
                debrief,
                what_if: None,
                road: road(play.session()),
                portrait: portrait(play.session()),
                view: View::default(),
            });
            let session = play.session().clone();
            job.begin(&proxy, move || explore_roads(&session));
        }
        Err(mismatch) => {
            notices.push(format!("This conversation cannot be debriefed: {mismatch}."));
            next.set(Screen::Library);
        }
    }
}

/// The patient as they were at the end.
pub(super) fn portrait(session: &Session) -> Thumbnail {
    let shown = expression(&mood_at_the_end(session));
    portrait_at_the_end(session, shown)
}

/// The chart and the road on it, if the chart is small enough for the page.
pub(super) fn road(session: &Session) -> Option<(Chart, RoadTaken)> {
    let scenario = session.scenario();
    (scenario.scenes.len() <= MOST_ON_A_PAGE)
        .then(|| (Chart::draw(scenario, &Unreached::default()), RoadTaken::of(scenario, session)))
}

/// Adds the results of the background jobs to the page.
fn fill_in(
    mut page: ResMut<Page>,
    play: Res<Play>,
    marks: Res<KnownMarks>,
    mut job: ResMut<Background<RoadOutcomes>>,
    mut notices: ResMut<Notices>,
) {
    match job.result() {
        Some(Ok(RoadOutcomes(what_if))) => page.what_if = Some(what_if),
        Some(Err(why)) => {
            notices.push(format!("\u{201c}What if\u{201d} is not shown: {why}."));
            page.what_if = Some(Vec::new());
        }
        None => {}
    }
    if page.debrief.marks.is_none()
        && let Some(found) = marks.of(play.scenario())
    {
        page.debrief.marks = Some(found);
    }
}

fn view(
    mut contexts: EguiContexts,
    page: Res<Page>,
    play: Res<Play>,
    mut pending: ResMut<PendingAction<DebriefAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let model = DebriefPage {
        scenario: play.scenario(),
        debrief: &page.debrief,
        met: play.met(),
        mode: play.mode(),
        again_from: play.again_from(),
        own_words: play.own_words(),
        reflection: play.reflection(),
        what_if: page.what_if.as_deref(),
        road: page.road.as_ref().map(|(chart, road)| (chart, road)),
        notes: play.notes(),
        portrait: Some(&page.portrait),
        view: &page.view,
        again: None,
    };
    let action = frame(&mut contexts, |ui| show(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<DebriefAction>>,
    (page, play): (Option<ResMut<Page>>, Option<ResMut<Play>>),
    mut data: ResMut<AppData>,
    mut next: ResMut<NextState<Screen>>,
    (mut pages, proxy): (ResMut<PageWriter>, Res<EventLoopProxyWrapper>),
) {
    let (Some(action), Some(mut page), Some(mut play)) = (pending.0.take(), page, play) else { return };
    match action {
        DebriefAction::View(view) => page.view = view,
        DebriefAction::Notes(notes) => play.write_notes(notes),
        DebriefAction::SavePage(appendix) => {
            pages.save(&proxy, DebriefPaper::of(&play, &page.debrief, page.what_if.as_deref(), appendix));
        }
        // What has just been played has one pass to look at.
        DebriefAction::Pass(_) => {}
        DebriefAction::PlayFrom(turn) => {
            play.rewind_to(turn);
            next.set(Screen::Conversation);
        }
        DebriefAction::PlayAgain => {
            let played = play.scenario();
            data.chosen = Some(data.find(&played.id).unwrap_or_else(|| played.clone()));
            commands.remove_resource::<Play>();
            next.set(Screen::Prebrief);
        }
        DebriefAction::Leave => {
            commands.remove_resource::<Play>();
            next.set(Screen::Library);
        }
    }
}
