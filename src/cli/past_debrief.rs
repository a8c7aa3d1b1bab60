//! `bedside debrief`: the debriefs of conversations that are over, opened again.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::tz::TimeZone;

use crate::debrief::Band;
use crate::library::{self, Library};
use crate::print::Appendix;
use crate::records::DAY;
use crate::records::database::{Database, DatabaseError, KeptAttempt};
use crate::records::saved_attempt::{LeftAt, SavedAttempt};
use crate::records::taking_up::TakenUp;
use crate::rules::rules;
use crate::scenario::{self, Scenario};
use crate::source::Source;

use super::failure::Failure;
use super::kept_records::unreadable_records;
use super::print::Print;
use super::terminal_page::TerminalPage;
use super::text_play::write_debrief;
use super::who::known;
use super::{kept_records, scenarios};

const EXAMPLES: &str = "\
Examples:
  bedside debrief                                   name the conversations that are kept, the latest first
  bedside debrief 4f2a91c0                          open the debrief of one of them again
  bedside debrief 4f2a91c0 --print debrief.pdf      and keep it on two sides of paper";

/// So many letters of an id are shown.
const SHOWN: usize = 8;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct DebriefArguments {
    /// Which conversation, by the first letters of its id. Without it, those that are kept are named.
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Write it as a page to keep, as .pdf or .html, too. A file that exists is left as it is.
    #[arg(long, value_name = "FILE", requires = "id")]
    print: Option<PathBuf>,
    /// Whose conversations, where several people have theirs here.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// The folder that conversations are kept in, in place of the user's own.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Names what is kept, or opens a debrief.
///
/// # Errors
/// Where nothing is kept, there is no such conversation, or it cannot be debriefed.
pub(super) fn run(arguments: &DebriefArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let print = arguments.print.as_deref().map(|path| Print::to(path, Appendix::Folded)).transpose()?;
    let database = kept_records::open(arguments.data.as_deref())?;
    let person = known(arguments.profile.as_deref(), &database)?.id;
    let mut page = TerminalPage::new(out);
    let mut attempts = Vec::new();
    let mut damaged = database.attempts(person, |kept| attempts.push(kept)).map_err(unreadable_records)?;
    attempts.reverse();
    let Some(id) = &arguments.id else {
        for kept in &attempts {
            match SavedAttempt::read(&kept.saved) {
                Ok(saved) => page.item(&format!("{}  ", short(kept)), &told(&database, kept, &saved)?)?,
                Err(_) => damaged += 1,
            }
        }
        if damaged > 0 {
            page.text(&format!("{damaged} more cannot be read."))?;
        }
        return Ok(());
    };
    let kept = find(&attempts, id)?;
    let saved = SavedAttempt::read(&kept.saved).map_err(|why| cannot(id).because(why))?;
    if !saved.is_over() {
        let failure =
            Failure::failed(format!("that conversation is not over: it was left {}", saved.left_at().in_words()));
        return Err(failure.hint(format!("bedside play {} --resume", kept.scenario)));
    }
    let scenario = as_it_was(&database, kept, folders).map_err(unreadable_records)?;
    let Some(scenario) = scenario else {
        let failure = cannot(id).because("the text of the scenario, as it was then, is not kept");
        return Err(failure.hint("name its file or its folder: bedside --scenarios DIR debrief ID"));
    };
    if scenario.rubric.hash != kept.rubric_hash {
        page.text(
            "It was played with another version of the behaviours and their weights; the scores are by today's.",
        )?;
    }
    let TakenUp { session, saved, .. } = TakenUp::of(scenario, saved);
    write_debrief(&mut page, &session, Some(&saved.attempt), print.as_ref())
}

/// The one whose id begins like this.
fn find<'a>(attempts: &'a [KeptAttempt], id: &str) -> Result<&'a KeptAttempt, Failure> {
    let mut found = attempts.iter().filter(|kept| kept.id.to_string().starts_with(&id.to_lowercase()));
    match (found.next(), found.next()) {
        (Some(kept), None) => Ok(kept),
        (None, _) => Err(Failure::usage(format!("no conversation with the id \u{201c}{id}\u{201d} is kept"))),
        (Some(_), Some(_)) => Err(Failure::usage(format!("several ids begin with \u{201c}{id}\u{201d}"))),
    }
    .map_err(|failure| failure.hint("`bedside debrief` names the conversations with their ids"))
}

fn short(kept: &KeptAttempt) -> String {
    kept.id.to_string().chars().take(SHOWN).collect()
}

/// A conversation on a line: when, which, and how it ended or where it was left.
fn told(database: &Database, kept: &KeptAttempt, saved: &SavedAttempt) -> Result<String, Failure> {
    let day = kept.began.to_zoned(TimeZone::system()).strftime(DAY);
    let outcome = database.outcome(kept.id).map_err(unreadable_records)?;
    let how = match (saved.left_at(), outcome) {
        (LeftAt::Debrief, Some(outcome)) => {
            let ending = outcome.ending.map_or_else(|| "stopped".to_owned(), |ending| ending.title);
            let band = outcome.band.map(Band::label).map(|band| format!(", {band}")).unwrap_or_default();
            format!("{ending}{band}")
        }
        (left, _) => format!("left {}", left.in_words()),
    };
    Ok(format!("{day}: {} ({}): {how}", saved.title, kept.scenario))
}

/// The scenario in the version that was played, from the library or as its text was kept.
fn as_it_was(
    database: &Database,
    kept: &KeptAttempt,
    folders: &[PathBuf],
) -> Result<Option<Arc<Scenario>>, DatabaseError> {
    let library: Library = scenarios::open(folders);
    let same = library.entries.iter().find(|entry| entry.scenario.hash == kept.scenario_hash);
    if let Some(entry) = same {
        return Ok(Some(entry.scenario.clone()));
    }
    let Some(text) = database.text(&kept.scenario_hash)? else { return Ok(None) };
    let Ok(rubric) = library::rubric() else { return Ok(None) };
    let reading = scenario::read(Source::new(format!("{}.ron", kept.scenario), text), &Arc::new(rubric), rules());
    Ok(reading.scenario.map(Arc::new))
}

fn cannot(id: &str) -> Failure {
    Failure::failed(format!("the debrief of \u{201c}{id}\u{201d} cannot be opened"))
}
