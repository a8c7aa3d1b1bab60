//! `bedside debrief`: the debriefs of conversations that are over, opened again.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jiff::tz::TimeZone;

use crate::analysis::other_roads;
use crate::debrief::page::{Material, OtherRoads};
use crate::library::as_played;
use crate::print::Appendix;
use crate::records::database::Database;
use crate::records::past::{
    KeptConversation, KeptInWords, PastAsked, PastConversation, PastPage, Reopened, kept_in_its_place, pass_in_words,
};
use crate::records::saved_attempt::SavedAttempt;
use crate::records::{AttemptId, DAY_AND_TIME, PersonId};

use super::failure::Failure;
use super::kept_records::unreadable_records;
use super::print::Print;
use super::terminal_page::TerminalPage;
use super::text_play::write_page;
use super::who::known;
use super::{debrief, kept_records, scenarios};

const EXAMPLES: &str = "\
Examples:
  bedside debrief                                   name the conversations that are kept, the latest first
  bedside debrief 4f2a91c0                          open the debrief of one of them again
  bedside debrief 4f2a91c0 --pass 2                 of one that was played again from a turn, the second time through
  bedside debrief 4f2a91c0 --print debrief.pdf      and keep it on two sides of paper";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct DebriefArguments {
    /// Which conversation, by the first letters of its id. Without it, those that are kept are named.
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Which time through, where it was played again from a turn: 1 is the first, which is the result.
    #[arg(long, value_name = "NUMBER", requires = "id", default_value_t = 1)]
    pass: usize,
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
    let Some(letters) = &arguments.id else { return name_all(&mut page, &database, person) };
    let id = find(&database, person, letters)?;
    let kept = database.conversation(person, id).map_err(unreadable_records)?;
    let opening = Opening { letters, number: arguments.pass, folders, print: print.as_ref() };
    opening.open(&mut page, &kept)
}

/// Names all that is kept, page by page.
fn name_all(page: &mut TerminalPage<'_>, database: &Database, person: PersonId) -> Result<(), Failure> {
    let mut asked = PastAsked::default();
    let (mut told_of, mut unread) = (false, 0);
    loop {
        let told: PastPage = database.past(person, &asked).map_err(unreadable_records)?;
        for conversation in told.under_way.iter().chain(&told.over) {
            page.item(&format!("{}  ", conversation.id.short()), &in_a_line(conversation))?;
            told_of = true;
        }
        unread += told.unread;
        asked.before = told.earlier;
        if asked.before.is_none() {
            break;
        }
    }
    if !told_of && unread == 0 {
        page.text("No conversation is kept yet.")?;
    }
    if unread > 0 {
        page.text(&format!("{unread} more cannot be read."))?;
    }
    Ok(())
}

/// A conversation on a line: when, which, and how it ended or where it was left.
fn in_a_line(conversation: &PastConversation) -> String {
    let when = conversation.began.to_zoned(TimeZone::system()).strftime(DAY_AND_TIME);
    let PastConversation { title, scenario, .. } = conversation;
    format!("{when}: {title} ({scenario}): {}", conversation.how_it_ended())
}

/// How a debrief is to be opened.
struct Opening<'a> {
    /// The letters that name the conversation.
    letters: &'a str,
    /// Which time through, from 1.
    number: usize,
    folders: &'a [PathBuf],
    print: Option<&'a Print>,
}

impl Opening<'_> {
    fn open(&self, page: &mut TerminalPage<'_>, kept: &KeptConversation) -> Result<(), Failure> {
        let saved = match &kept.saved {
            Ok(saved) => saved,
            Err(why) => return self.what_is_kept(page, kept, why),
        };
        let passes = saved.passes_over();
        let Some(first) = passes.first() else {
            let failure =
                Failure::failed(format!("that conversation is not over: it was left {}", saved.left_at().in_words()));
            return Err(failure.hint(format!("bedside play {} --resume", saved.scenario())));
        };
        let Some(pass) = self.number.checked_sub(1).and_then(|at| passes.get(at)) else {
            let failure = Failure::usage(format!("there is no pass {} of that conversation", self.number));
            return Err(failure.hint(match passes.len() {
                1 => "it was played once, so --pass is of no use here".to_owned(),
                several => format!("--pass takes 1 to {several}"),
            }));
        };
        let hash = &pass.transcript.scenario_hash;
        let text = kept.texts.get(hash).map(String::as_str);
        let library = scenarios::open(self.folders);
        let at_hand = library.entries.iter().map(|entry| &entry.scenario);
        let Some(scenario) = as_played(at_hand, (saved.scenario(), hash), text) else {
            let why = "the text of the scenario, as it was then, is not kept";
            // What is kept of what it came to is of the first.
            let written = if pass == first { self.what_is_kept(page, kept, why) } else { Err(self.cannot(why)) };
            let way_out = "name the folder that its file is in: bedside --scenarios DIR debrief ID";
            return written.map_err(|failure| failure.hint(way_out));
        };
        let reopened = Reopened::of(&scenario, &saved.attempt, pass).map_err(|why| self.cannot(why))?;
        reopened.told.iter().try_for_each(|told| page.text(told))?;
        self.name_others(page, saved)?;
        let what_if = reopened.session.as_ref().and_then(|session| other_roads(session).ok());
        let debrief = debrief::completed(reopened.debrief, &scenario, what_if.as_deref());
        let material = Material {
            reflection: reopened.reflection.as_ref(),
            own_words: Some(&reopened.own_words),
            again_from: reopened.again_from,
            notes: Some(&reopened.notes),
            other_roads: what_if.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found),
            ..Material::of(&scenario, &debrief)
        };
        write_page(page, &material, self.print)
    }

    /// Says how the other passes are opened, if there are any.
    fn name_others(&self, page: &mut TerminalPage<'_>, saved: &SavedAttempt) -> Result<(), Failure> {
        let passes = saved.passes_over();
        if passes.len() < 2 {
            return Ok(());
        }
        page.text(&format!("This conversation was played {} times; --pass NUMBER opens another:", passes.len()))?;
        for (number, pass) in passes.iter().enumerate() {
            let here = if number + 1 == self.number { " (shown below)" } else { "" };
            page.item("- ", &format!("{}{here}", pass_in_words(number, pass.from)))?;
        }
        Ok(())
    }

    /// Writes what the conversation came to, where its debrief cannot be composed.
    fn what_is_kept(&self, page: &mut TerminalPage<'_>, kept: &KeptConversation, why: &str) -> Result<(), Failure> {
        let Some(outcome) = kept.outcome.as_ref().filter(|_| self.print.is_none()) else {
            return Err(self.cannot(why));
        };
        page.text(&kept_in_its_place(why))?;
        page.gap()?;
        page.text(&outcome.scenario.title)?;
        for section in KeptInWords::of(outcome).sections {
            page.heading(section.heading)?;
            section.lines.iter().try_for_each(|line| page.item("- ", &format!("{}: {}", line.label, line.text)))?;
        }
        Ok(())
    }

    fn cannot(&self, why: impl Into<Box<dyn Error>>) -> Failure {
        Failure::failed(format!("the debrief of \u{201c}{}\u{201d} cannot be opened", self.letters)).because(why)
    }
}

/// The one whose id begins like this.
fn find(database: &Database, person: PersonId, letters: &str) -> Result<AttemptId, Failure> {
    match database.ids_beginning(person, letters).map_err(unreadable_records)?[..] {
        [id] => Ok(id),
        [] => Err(Failure::usage(format!("no conversation with the id \u{201c}{letters}\u{201d} is kept"))),
        _ => Err(Failure::usage(format!("several ids begin with \u{201c}{letters}\u{201d}"))),
    }
    .map_err(|failure| failure.hint("`bedside debrief` names the conversations with their ids"))
}
