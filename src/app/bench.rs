//! The author's bench: what a save changed, what was found, and the way to the place.

use std::path::Path;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::ui::author::bench::{Bench, BenchAction, show};
use crate::ui::author::findings::{FileFindings, FindingAction};

use super::Step;
use super::desk::Desk;
use super::editor::{self, Spot};
use super::keep::Keeper;
use super::notice::Notices;
use super::play::{Play, Reloaded};
use super::screens::{Screen, Showing, Workshop};
use super::waker::Waker;
use super::watch::{Reread, Watch};

/// What lies on the bench.
#[derive(Resource, Debug, Default)]
pub(super) struct OnBench {
    news: Option<String>,
    open: bool,
    asked: Option<BenchAction>,
}

impl OnBench {
    /// Tells what became of the conversation.
    pub(super) fn tell(&mut self, reloaded: &Reloaded, play: &Play) {
        self.news = Some(reloaded.told(play.transcript()));
    }

    /// Puts the news away: the conversation has gone on.
    pub(super) fn put_news_away(&mut self) {
        self.news = None;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OnBench>();
    app.add_systems(Update, (hear.run_if(resource_exists::<Watch>), apply).chain().in_set(Step::Apply));
    app.add_systems(EguiPrimaryContextPass, view.after(Showing));
}

/// Takes what was read again, and brings what is on stage in line.
fn hear(
    watch: Res<Watch>,
    mut desk: ResMut<Desk>,
    play: Option<ResMut<Play>>,
    workshop: Option<Res<Workshop>>,
    (mut bench, mut notices): (ResMut<OnBench>, ResMut<Notices>),
    keeper: Res<Keeper>,
    mut wake: ResMut<Waker>,
) {
    let Some(Reread { library, asked }) = watch.news() else { return };
    wake.next_frame();
    let errors =
        |desk: &Desk, file: Option<&Path>| file.and_then(|file| desk.findings_of(file)).map_or(0, FileFindings::errors);
    let file = workshop.and_then(|workshop| desk.file_of(workshop.id()));
    let file = file.or_else(|| play.as_ref().and_then(|play| play.file.clone()));
    let file = file.or_else(|| desk.chosen.as_ref().and_then(|chosen| desk.file_of(&chosen.id)));
    let before = errors(&desk, file.as_deref());
    if !desk.take(library) && asked {
        notices.tell("Nothing has changed in your files.");
    }
    let after = errors(&desk, file.as_deref());
    if (before == 0) != (after == 0) {
        bench.open = after > 0;
    }
    if after > 0 {
        bench.put_news_away();
    }
    let Some(mut play) = play else { return };
    if let Some(reloaded) = bring_in_line(&desk, &mut play) {
        bench.tell(&reloaded, &play);
        if play.rehearses.is_none() {
            keeper.attempt(&play.saved());
        }
    }
}

/// Gives the conversation the new version of its scenario, where a file holds one. A deleted file
/// takes nothing away from it, nor does the built-in scenario that then comes to light.
pub(super) fn bring_in_line(desk: &Desk, play: &mut Play) -> Option<Reloaded> {
    let id = &play.session.scenario().id;
    let (now, file) = (desk.find(id)?, desk.file_of(id)?);
    play.file = Some(file);
    (!play.knows(&now)).then(|| play.reload(now))
}

fn view(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    desk: Res<Desk>,
    play: Option<Res<Play>>,
    workshop: Option<Res<Workshop>>,
    mut bench: ResMut<OnBench>,
    mut wake: ResMut<Waker>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let model = Bench {
        news: bench.news.as_deref().filter(|_| *screen.get() == Screen::Conversation),
        file: on_stage(*screen.get(), &desk, play.as_deref(), workshop.as_deref()),
        open: bench.open,
    };
    let action = show(ctx, &model);
    if let Some(BenchAction::Finding(action)) = action
        && let Some(place) = model.file.and_then(|file| copied(file, action))
    {
        ctx.copy_text(place);
    }
    if action.is_some() {
        bench.asked = action;
        wake.next_frame();
    }
    Ok(())
}

/// What was found in the file of the scenario that the screen is about; a screen that has a list of
/// its own, or that is to be read in peace, is about none.
fn on_stage<'a>(
    screen: Screen,
    desk: &'a Desk,
    play: Option<&Play>,
    workshop: Option<&Workshop>,
) -> Option<&'a FileFindings> {
    let file = match screen {
        Screen::Conversation => play.and_then(|play| play.file.clone()),
        Screen::Author => workshop.and_then(|workshop| desk.file_of(workshop.id())),
        Screen::Prebrief => desk.chosen.as_ref().and_then(|chosen| desk.file_of(&chosen.id)),
        Screen::Library | Screen::Problems | Screen::Settings | Screen::Reflection | Screen::Debrief => None,
    };
    file.and_then(|file| desk.findings_of(&file))
}

fn apply(
    mut bench: ResMut<OnBench>,
    screen: Res<State<Screen>>,
    desk: Res<Desk>,
    play: Option<Res<Play>>,
    (workshop, watch): (Option<Res<Workshop>>, Option<Res<Watch>>),
    mut notices: ResMut<Notices>,
) {
    match bench.bypass_change_detection().asked.take() {
        Some(BenchAction::Open(open)) => bench.open = open,
        Some(BenchAction::Dismiss) => bench.news = None,
        Some(BenchAction::LookAgain) => {
            if let Some(watch) = watch {
                watch.look_again();
            }
        }
        Some(BenchAction::Finding(action)) => {
            if let Some(file) = on_stage(*screen.get(), &desk, play.as_deref(), workshop.as_deref()) {
                notices.tell(act(file, action));
            }
        }
        None => {}
    }
}

/// Does something about a finding, and returns what to tell of it.
pub(super) fn act(file: &FileFindings, action: FindingAction) -> String {
    let Some(spot) = spot(file, action.found().finding) else {
        return "This has been mended in the meantime.".to_owned();
    };
    match action {
        FindingAction::Edit(_) => editor::open(&spot).unwrap_or_else(|why| why),
        FindingAction::Copy(_) => format!("Copied: {}", spot.at()),
    }
}

/// What is to be copied, if anything is.
pub(super) fn copied(file: &FileFindings, action: FindingAction) -> Option<String> {
    match action {
        FindingAction::Copy(found) => spot(file, found.finding).map(|spot| spot.at()),
        FindingAction::Edit(_) => None,
    }
}

/// The place of a finding.
fn spot(file: &FileFindings, finding: usize) -> Option<Spot> {
    file.findings.get(finding).map(|finding| Spot { path: file.path.clone(), place: finding.place })
}
