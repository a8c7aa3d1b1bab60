//! The author's panel: what the last save changed, what was found, and links to the file.

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

#[derive(Resource, Debug, Default)]
pub(super) struct AuthorPanel {
    news: Option<String>,
    open: bool,
    pending: Option<PanelAction>,
}

impl AuthorPanel {
    /// Shows what a reload did to the conversation.
    pub(super) fn show_reload(&mut self, reloaded: &Reloaded, play: &Play) {
        self.news = Some(reloaded.message(play.transcript()));
    }

    /// Removes the news, because the conversation has moved on.
    pub(super) fn dismiss_news(&mut self) {
        self.news = None;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<AuthorPanel>();
    app.add_systems(Update, (poll.run_if(resource_exists::<Watch>), apply).chain().in_set(Step::Apply));
    app.add_systems(EguiPrimaryContextPass, view.after(ShowScreen));
}

/// Takes a reloaded library, and updates the conversation and the panel.
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

/// Gives the conversation the newest version of its scenario, if that is in a file. When the file is deleted, the
/// conversation keeps its version, even if there is a built-in scenario of the same id.
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

/// The findings of the scenario that the screen is about. Screens with a list of their own, and those where the author
/// should not be disturbed, have none.
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
        Screen::Library
        | Screen::Chooser
        | Screen::Profile
        | Screen::Findings
        | Screen::Settings
        | Screen::Progress
        | Screen::Reflection
        | Screen::Debrief
        | Screen::GroupOpening
        | Screen::Past
        | Screen::PastDebrief
        | Screen::GroupRoom => None,
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

/// Performs an action on a finding, and returns the message to show.
pub(super) fn act(file: &FileFindings, action: FindingAction) -> String {
    let Some(position) = position_of(file, action.found().finding) else {
        return "This has been fixed in the meantime.".to_owned();
    };
    match action {
        FindingAction::Edit(_) => editor::open(&position).unwrap_or_else(|why| why),
        FindingAction::Copy(_) => format!("Copied: {}", position.at()),
    }
}

/// The text to copy, if the action is to copy.
pub(super) fn copied(file: &FileFindings, action: FindingAction) -> Option<String> {
    match action {
        FindingAction::Copy(found) => position_of(file, found.finding).map(|position| position.at()),
        FindingAction::Edit(_) => None,
    }
}

fn position_of(file: &FileFindings, finding: usize) -> Option<FilePosition> {
    file.findings.get(finding).map(|finding| FilePosition { path: file.path.clone(), position: finding.position })
}
