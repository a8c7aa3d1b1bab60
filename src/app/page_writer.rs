//! Saves debriefs and other pages in the user's documents, on another thread, and says where it is.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;
use directories::UserDirs;

use crate::attempt::{Notes, Reflection};
use crate::debrief::page::{self, Material, OtherRoads};
use crate::debrief::{Debrief, WhatIf};
use crate::print::{Appendix, PdfError, PdfPages, write_html, write_pdf};
use crate::private_files::write_new;
use crate::records::VARIABLE;
use crate::records::database::cause;
use crate::records::past::Reopened;
use crate::scenario::Scenario;

use super::background::Background;
use super::flow::Step;
use super::notice::Notices;
use super::play::Play;

/// How many pages of one scenario a folder may contain.
const MAX_PAGES: usize = 1000;

/// Writes pages, one at a time.
#[derive(Resource, Default)]
pub(super) struct PageWriter(Background<String>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PageWriter>();
    app.add_systems(Update, poll.in_set(Step::Persist));
}

/// A page that can be saved as PDF, or as a web page where the PDF cannot show all of its letters.
pub(super) trait Printed: Send + 'static {
    /// What the name of its file says after "bedside".
    fn stem(&self) -> String;

    /// # Errors
    /// Where there can be no PDF.
    fn pdf(&self) -> Result<PdfPages, PdfError>;

    fn html(&self) -> String;
}

impl PageWriter {
    /// Starts saving a page, unless one is being written already.
    pub(super) fn save(&mut self, proxy: &EventLoopProxyWrapper, page: impl Printed) {
        if self.0.is_under_way() {
            return;
        }
        self.0.begin(proxy, move || {
            let folder = folder().ok_or("There is no folder of yours to save this page in.")?;
            save(&page, &folder)
        });
    }
}

fn poll(mut writer: ResMut<PageWriter>, mut notices: ResMut<Notices>) {
    if let Some(Ok(told) | Err(told)) = writer.bypass_change_detection().0.result() {
        notices.push(told);
    }
}

/// A name for a new folder among the user's documents that nothing has yet.
///
/// # Errors
/// The message to show if there can be none.
pub(super) fn new_folder(name: &str) -> Result<PathBuf, String> {
    let documents = folder().ok_or("There is no folder of yours to write this into.")?;
    fs::create_dir_all(&documents)
        .map_err(|error| format!("The folder {} could not be made: {}.", documents.display(), cause(&error)))?;
    let names = (1..=MAX_PAGES).map(|number| documents.join(format!("bedside-{name}{}", numbered(number))));
    names
        .into_iter()
        .find(|folder| !folder.exists())
        .ok_or_else(|| "There are too many folders of this name already.".to_owned())
}

/// What tells the second file of a name from the first.
fn numbered(number: usize) -> String {
    if number == 1 { String::new() } else { format!("-{number}") }
}

/// The folder named in the environment, or else the user's documents or home folder.
fn folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder));
    }
    let dirs = UserDirs::new()?;
    Some(dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned())
}

/// A debrief to be saved as a page: everything that it is made from.
pub(super) struct DebriefPaper {
    scenario: Arc<Scenario>,
    debrief: Debrief,
    /// `None` where it is not known yet.
    what_if: Option<Vec<WhatIf>>,
    reflection: Option<Reflection>,
    own_words: BTreeMap<usize, String>,
    again_from: Option<usize>,
    notes: Notes,
    appendix: Appendix,
}

impl Printed for DebriefPaper {
    fn stem(&self) -> String {
        self.scenario.id.clone()
    }

    fn pdf(&self) -> Result<PdfPages, PdfError> {
        write_pdf(&self.compose(), self.appendix)
    }

    fn html(&self) -> String {
        write_html(&self.compose(), self.appendix)
    }
}

impl DebriefPaper {
    /// That of the conversation that has just been played.
    pub(super) fn of(play: &Play, debrief: &Debrief, what_if: Option<&[WhatIf]>, appendix: Appendix) -> Self {
        Self {
            scenario: play.scenario().clone(),
            debrief: debrief.clone(),
            what_if: what_if.map(<[WhatIf]>::to_vec),
            reflection: play.reflection().cloned(),
            own_words: play.own_words().clone(),
            again_from: play.again_from(),
            notes: play.notes().clone(),
            appendix,
        }
    }

    /// That of one that is opened again.
    pub(super) fn reopened(reopened: &Reopened, what_if: Option<&[WhatIf]>, appendix: Appendix) -> Self {
        let Reopened { scenario, debrief, reflection, own_words, again_from, notes, .. } = reopened.clone();
        Self {
            scenario,
            debrief,
            what_if: what_if.map(<[WhatIf]>::to_vec),
            reflection,
            own_words,
            again_from,
            notes,
            appendix,
        }
    }

    fn compose(&self) -> page::Page {
        page::Page::compose(&Material {
            reflection: self.reflection.as_ref(),
            own_words: Some(&self.own_words),
            again_from: self.again_from,
            notes: Some(&self.notes),
            other_roads: self.what_if.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found),
            ..Material::of(&self.scenario, &self.debrief)
        })
    }
}

/// Writes a page into a folder; returns the message to show.
///
/// # Errors
/// The message to show if it cannot be written.
fn save(page: &impl Printed, folder: &Path) -> Result<String, String> {
    let pages = page.pdf().map_err(|error| format!("This page could not be saved: {error}."))?;
    let (ending, bytes, note) = if pages.missing_glyphs.is_empty() {
        ("pdf", pages.bytes, "")
    } else {
        let note = " It is a web page, since a PDF from here cannot show all the letters on it.";
        ("html", page.html().into_bytes(), note)
    };
    let written = fs::create_dir_all(folder).and_then(|()| write(folder, &page.stem(), ending, &bytes));
    match written {
        Ok(path) => Ok(format!("This page is saved as {}.{note}", path.display())),
        Err(error) => Err(format!("This page could not be saved in {}: {error}.", folder.display())),
    }
}

/// Writes under the first name that is free: nothing is overwritten.
fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..=MAX_PAGES {
        let path = folder.join(format!("bedside-{stem}{}.{ending}", numbered(number)));
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| path),
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "there are too many pages of this scenario already"))
}

#[cfg(all(test, unix))]
mod tests {
    use std::num::NonZero;
    use std::time::Duration;

    use super::*;
    use crate::analysis::{marks, other_roads};
    use crate::app::play::tests::{SETUP, played};
    use crate::attempt::ReflectionDraft;
    use crate::debrief::debrief;
    use crate::library;
    use crate::records::Timestamp;
    use crate::records::saved_attempt::SavedAttempt;
    use crate::session::{Chance, Session};

    fn page(next_time: &str) -> DebriefPaper {
        let built_in = library::Library::open(&[]);
        let scenario = built_in.entries[0].scenario.clone();
        let session = Session::begin(scenario.clone(), Chance::from_seed(7));
        let debrief = debrief(&scenario, session.transcript()).expect("a debrief");
        let notes = Notes { next_time: next_time.to_owned(), ..Notes::default() };
        DebriefPaper {
            scenario,
            debrief,
            what_if: None,
            reflection: None,
            own_words: BTreeMap::new(),
            again_from: None,
            notes,
            appendix: Appendix::Folded,
        }
    }

    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-paper-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_second_page_is_written_beside_the_first_and_both_are_reported() {
        let folder = fresh("twice");
        let first = save(&page("Ask"), &folder).expect("saved");
        let second = save(&page("Ask"), &folder).expect("saved");
        let names = [first, second].map(|told| told.rsplit('/').next().expect("a name").to_owned());
        let id = page("").scenario.id.clone();
        assert_eq!(names, [format!("bedside-{id}.pdf."), format!("bedside-{id}-2.pdf.")]);
        let bytes = |name: &str| fs::read(folder.join(name.trim_end_matches('.'))).expect("it is there");
        assert!(bytes(&names[0]).starts_with(b"%PDF") && bytes(&names[0]) == bytes(&names[1]));
        fs::remove_dir_all(&folder).expect("removed");
    }

    /// Plays on to the end, looks back and takes notes.
    fn finish(play: &mut Play, place: usize, feeling: &str) {
        while let Some(&last) = play.session().current_scene().offer.last() {
            play.type_words(format!("At turn {}.", play.turn()));
            play.finish_words();
            let choice = play.session().current_scene().offer.get(place).copied().unwrap_or(last);
            play.choose(choice, Duration::from_mins(1));
        }
        play.end_conversation(Timestamp::UNIX_EPOCH);
        play.write_draft(ReflectionDraft { feeling: feeling.to_owned(), ..ReflectionDraft::default() });
        play.reflect();
        play.write_notes(Notes { next_time: "ask first".to_owned(), ..Notes::default() });
    }

    /// What the window shows of where other choices lead, and the debrief with its marks.
    fn looked_at(session: &Session) -> (Debrief, Vec<WhatIf>) {
        let debrief = debrief(session.scenario(), session.transcript()).expect("a debrief");
        (
            Debrief { marks: marks(session.scenario(), NonZero::<usize>::MIN), ..debrief },
            other_roads(session).expect("found"),
        )
    }

    #[test]
    fn a_debrief_that_is_opened_again_makes_the_page_of_the_day_byte_for_byte_each_time_through() {
        let mut play = played(0, SETUP);
        let mut pages_of_the_day = Vec::new();
        for (place, feeling) in [(0, "tense"), (1, "better")] {
            finish(&mut play, place, feeling);
            let (debrief, what_if) = looked_at(play.session());
            let page = DebriefPaper::of(&play, &debrief, Some(&what_if), Appendix::Printed);
            pages_of_the_day.push((page.html(), page.pdf().expect("a page").bytes));
            play.rewind_to(1);
        }
        let text = serde_json::to_string(&play.saved().expect("it is an attempt")).expect("plain data");
        let saved = SavedAttempt::read(&text).expect("as it was written");
        let scenario = play.scenario().clone();
        let mut pages = Vec::new();
        for pass in saved.passes_over() {
            let reopened = Reopened::of(&scenario, &saved.attempt, &pass).expect("it fits");
            let (debrief, what_if) = looked_at(reopened.session.as_ref().expect("it can be played"));
            let page = DebriefPaper::reopened(&Reopened { debrief, ..reopened }, Some(&what_if), Appendix::Printed);
            pages.push((page.html(), page.pdf().expect("a page").bytes));
        }
        assert_eq!(pages.len(), 2);
        assert!(pages == pages_of_the_day);
    }

    #[test]
    fn the_appendix_is_saved_where_asked_for() {
        let folder = fresh("appendix");
        let size = |appendix| {
            let told = save(&DebriefPaper { appendix, ..page("Ask") }, &folder).expect("saved");
            let name = told.rsplit('/').next().expect("a name").trim_end_matches('.').to_owned();
            fs::read(folder.join(name)).expect("it is there").len()
        };
        assert!(size(Appendix::Folded) < size(Appendix::Printed));
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn what_a_pdf_cannot_show_is_saved_as_a_web_page() {
        let folder = fresh("letters");
        let told = save(&page("\u{6c34}"), &folder).expect("saved");
        assert!(told.contains(".html. It is a web page"), "{told}");
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_named() {
        let told = save(&page("Ask"), Path::new("/dev/null/pages")).expect_err("no folder there");
        assert!(told.contains("could not be saved in /dev/null/pages: "), "{told}");
    }
}
