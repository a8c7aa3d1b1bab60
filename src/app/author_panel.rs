//! The author's panel: what a save changed, what was found, and the way to the place.

use std::path::Path;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::ui::author::findings::{FileFindings, FindingAction};
use crate::ui::author::panel::{Panel, PanelAction, show};

use super::app_data::AppData;
use super::editor::{self, FilePosition};
use super::flow::{Screen, ShowScreen, Step};
use super::notice::{Notices, Topic};
use super::play::{Play, Reloaded};
use super::screens::AuthorView;
use super::waker::Waker;
use super::watch::{Reread, Watch};

/// What lies on the panel.
#[derive(Resource, Debug, Default)]
pub(super) struct AuthorPanel {
    news: Option<String>,
    open: bool,
    pending: Option<PanelAction>,
}

impl AuthorPanel {
    /// Tells what became of the conversation.
    pub(super) fn show_reload(&mut self, reloaded: &Reloaded, play: &Play) {
        self.news = Some(reloaded.message(play.transcript()));
    }

    /// Puts the news away: the conversation has gone on.
    pub(super) fn dismiss_news(&mut self) {
        self.news = None;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<AuthorPanel>();
    app.add_systems(Update, (poll.run_if(resource_exists::<Watch>), apply).chain().in_set(Step::Apply));
    app.add_systems(EguiPrimaryContextPass, view.after(ShowScreen));
}

/// Takes what was read again, and brings what is in play in line.
fn poll(
    watch: Res<Watch>,
    mut data: ResMut<AppData>,
    play: Option<ResMut<Play>>,
    author_view: Option<Res<AuthorView>>,
    (mut panel, mut notices): (ResMut<AuthorPanel>, ResMut<Notices>),
    mut wake: ResMut<Waker>,
) {
    let Some(Reread { library, requested }) = watch.latest() else { return };
    wake.next_frame();
    let errors = |data: &AppData, file: Option<&Path>| {
        file.and_then(|file| data.findings_of(file)).map_or(0, FileFindings::errors)
    };
    let file = author_view.and_then(|author_view| data.file_of(author_view.id()));
    let file = file.or_else(|| play.as_ref().and_then(|play| play.file().map(Path::to_owned)));
    let file = file.or_else(|| data.chosen.as_ref().and_then(|chosen| data.file_of(&chosen.id)));
    let before = errors(&data, file.as_deref());
    if !data.update(library) && requested {
        notices.replace(Topic::Author, "Nothing has changed in your files.");
    }
    let after = errors(&data, file.as_deref());
    if (before == 0) != (after == 0) {
        panel.open = after > 0;
    }
    if after > 0 {
        panel.dismiss_news();
    }
    let Some(mut play) = play else { return };
    if let Some(reloaded) = update_to_newest(&data, &mut play) {
        panel.show_reload(&reloaded, &play);
    }
}

/// Gives the conversation the new version of its scenario, where a file holds one. A deleted file
/// takes nothing away from it, nor does the built-in scenario that then comes to light.
pub(super) fn update_to_newest(data: &AppData, play: &mut Play) -> Option<Reloaded> {
    let id = &play.scenario().id;
    let (now, file) = (data.find(id)?, data.file_of(id)?);
    play.set_file(file);
    (!play.has_version(&now)).then(|| play.reload(now))
}

fn view(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    author_view: Option<Res<AuthorView>>,
    mut panel: ResMut<AuthorPanel>,
    mut wake: ResMut<Waker>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let model = Panel {
        news: panel.news.as_deref().filter(|_| *screen.get() == Screen::Conversation),
        file: file_of_screen(*screen.get(), &data, play.as_deref(), author_view.as_deref()),
        open: panel.open,
    };
    let action = show(ctx, &model);
    if let Some(PanelAction::Finding(action)) = action
        && let Some(copied) = model.file.and_then(|file| copied(file, action))
    {
        ctx.copy_text(copied);
    }
    if action.is_some() {
        panel.pending = action;
        wake.next_frame();
    }
    Ok(())
}

/// What was found in the file of the scenario that the screen is about; a screen that has a list of
/// its own, or that is to be read in peace, is about none.
fn file_of_screen<'a>(
    screen: Screen,
    data: &'a AppData,
    play: Option<&Play>,
    author_view: Option<&AuthorView>,
) -> Option<&'a FileFindings> {
    let file = match screen {
        Screen::Conversation => play.and_then(|play| play.file().map(Path::to_owned)),
        Screen::Author => author_view.and_then(|author_view| data.file_of(author_view.id())),
        Screen::Prebrief => data.chosen.as_ref().and_then(|chosen| data.file_of(&chosen.id)),
        Screen::Library | Screen::Problems | Screen::Settings | Screen::Reflection | Screen::Debrief => None,
    };
    file.and_then(|file| data.findings_of(&file))
}

fn apply(
    mut panel: ResMut<AuthorPanel>,
    screen: Res<State<Screen>>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    (author_view, watch): (Option<Res<AuthorView>>, Option<Res<Watch>>),
    mut notices: ResMut<Notices>,
) {
    match panel.bypass_change_detection().pending.take() {
        Some(PanelAction::Open(open)) => panel.open = open,
        Some(PanelAction::Dismiss) => panel.news = None,
        Some(PanelAction::Reload) => {
            if let Some(watch) = watch {
                watch.reload();
            }
        }
        Some(PanelAction::Finding(action)) => {
            if let Some(file) = file_of_screen(*screen.get(), &data, play.as_deref(), author_view.as_deref()) {
                notices.replace(Topic::Author, act(file, action));
            }
        }
        None => {}
    }
}

/// Does something about a finding, and returns what to tell of it.
pub(super) fn act(file: &FileFindings, action: FindingAction) -> String {
    let Some(position) = position_of(file, action.found().finding) else {
        return "This has been fixed in the meantime.".to_owned();
    };
    match action {
        FindingAction::Edit(_) => editor::open(&position).unwrap_or_else(|why| why),
        FindingAction::Copy(_) => format!("Copied: {}", position.at()),
    }
}

/// What is to be copied, if anything is.
pub(super) fn copied(file: &FileFindings, action: FindingAction) -> Option<String> {
    match action {
        FindingAction::Copy(found) => position_of(file, found.finding).map(|position| position.at()),
        FindingAction::Edit(_) => None,
    }
}

/// The place of a finding.
fn position_of(file: &FileFindings, finding: usize) -> Option<FilePosition> {
    file.findings.get(finding).map(|finding| FilePosition { path: file.path.clone(), position: finding.position })
}
