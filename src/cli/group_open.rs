//! `bedside group open`: a room that is steered from this terminal.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::group::recording::Opening;
use crate::group::{Agenda, Asked, Branch, GroupSession, Part, Steer};
use crate::library::{self, Library, Origin, visible};
#[cfg(feature = "tls")]
use crate::phones::serve_tls;
use crate::phones::{Desk, Door, Kept, serve};
use crate::policy::Feature;
use crate::rules::rules;
use crate::scenario::Scenario;
use crate::session::Chance;

use super::failure::{Failure, unreadable_input};
use super::group_replay::recording;
use super::group_text::stands;
use super::input::Lines;
use super::scenarios;
use super::seed::random_seed;
use super::setup::Setup;
use super::terminal_page::TerminalPage;

#[derive(Debug, Args)]
pub(super) struct OpenArguments {
    /// The scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE", required_unless_present = "again")]
    scenario: Option<String>,
    /// Where phones come in: an address of this machine, and a port or 0 for any that is free.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0")]
    address: SocketAddr,
    /// Open no door: hands alone.
    #[arg(long)]
    no_phones: bool,
    /// Record the session in a new file.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Take up a recorded session that was cut off, where it was.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["scenario", "record", "seed"])]
    again: Option<PathBuf>,
    /// All chance comes from this number.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[cfg(feature = "tls")]
    #[command(flatten)]
    tls: super::group_tls::TlsArguments,
}

const HANDS_ALONE: &str = "--no-phones goes on with hands alone";

const HELP: &str = "\
Enter goes on. Else: reveal | hands 3 0 2 1 | take B | split A C | other | with 1 or 2 | undo | stop | once | twice | \
said WORD; WORD | note WORDS | disagree WORDS | show | quit";

/// Opens a room and lets the facilitator steer it until they quit or the input ends.
///
/// # Errors
/// Where there is no such scenario, the recording cannot be written or taken up, or the address cannot be had.
pub(super) fn run(arguments: &OpenArguments, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
    if !arguments.no_phones {
        setup.allows(Feature::Phones).map_err(|failure| failure.hint(HANDS_ALONE))?;
    }
    // Before a recording is begun.
    #[cfg(feature = "tls")]
    let certificate = arguments.tls.certificate(arguments.address.ip())?;
    let desk = desk(arguments, &setup.folders)?;
    let open = || {
        #[cfg(feature = "tls")]
        if let Some(certificate) = certificate {
            return serve_tls(&desk, arguments.address, certificate);
        }
        serve(&desk, arguments.address)
    };
    let door = (!arguments.no_phones).then(open).transpose();
    let door = door.map_err(|error| Failure::failed(error.to_string()).hint(HANDS_ALONE))?;
    welcome(door.as_ref(), out)?;
    let mut stdin = io::stdin().lock();
    let mut lines = Lines::new(&mut stdin);
    loop {
        desk.look(|group| stands(&mut TerminalPage::new(out), group))?;
        prompt(&desk, out)?;
        let Some(line) = lines.next_line().map_err(unreadable_input)? else { break };
        match command(&desk, line.text.trim()) {
            Command::Steer(steer) => {
                if let Err(refused) = desk.steer(steer) {
                    writeln!(out, "Not done: {refused}.")?;
                }
            }
            Command::Show => {}
            Command::Unknown => writeln!(out, "{HELP}")?,
            Command::Quit => break,
        }
    }
    drop(door);
    desk.close();
    Ok(())
}

fn welcome(door: Option<&Door>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(Door { address, code, .. }) = door {
        writeln!(out, "Phones: {}  Code: {code}", address.link(None))?;
        writeln!(out, "With the code in it: {}", address.link(Some(*code)))?;
        if !address.is_encrypted() {
            writeln!(out, "What phones send is not encrypted on its way.")?;
        }
    }
    writeln!(out, "{HELP}")
}

fn prompt(desk: &Desk, out: &mut dyn Write) -> io::Result<()> {
    let now = desk.now();
    let (next, joined, left) =
        desk.look(|group| (group.facilitator_view().next, group.joined(), time_left(group, now)));
    if let Kept::NotAnyMore(why) = desk.kept() {
        writeln!(out, "Not recorded any more: {why}. The session goes on.")?;
    }
    let left = left.map(|left| format!(" {left}.")).unwrap_or_default();
    writeln!(out, "Joined: {joined}.{left}")?;
    write!(out, "[Enter: {}] ", next.unwrap_or("nothing by itself"))?;
    out.flush()
}

/// The minutes left of the part under way; `None` once all is over.
fn time_left(group: &GroupSession, now: u64) -> Option<String> {
    let part = Part::of(group.step())?;
    let left = group.agenda().minutes_left(part, now);
    Some(format!("{}: {left} of {} minutes left", part.label(), group.agenda().planned[part as usize]))
}

/// What the facilitator wants.
enum Command {
    Steer(Steer),
    Show,
    Unknown,
    Quit,
}

fn command(desk: &Desk, typed: &str) -> Command {
    let (word, rest) = typed.split_once(' ').unwrap_or((typed, ""));
    let rest = rest.trim();
    let steer = match word {
        "" | "next" => Some(Steer::Next),
        "reveal" => Some(Steer::Reveal),
        "hands" => hands(desk, rest),
        "take" => choice(desk, rest).map(|choice| Steer::Take { choice: choice.into() }),
        "split" => split(desk, rest),
        "other" => Some(Steer::OtherBranch),
        "with" => match rest {
            "1" => Some(Steer::GoOnWith { branch: Branch::First }),
            "2" => Some(Steer::GoOnWith { branch: Branch::Second }),
            _ => None,
        },
        "undo" => Some(Steer::Undo),
        "stop" => Some(Steer::Stop),
        "once" => Some(Steer::SecondVote { held: false }),
        "twice" => Some(Steer::SecondVote { held: true }),
        "said" => Some(said(desk, rest)),
        "note" => Some(Steer::Note { words: rest.into() }),
        "disagree" => desk.look(|group| {
            let settled = group.course().taken().filter(|decision| decision.outcome.is_some()).last();
            settled.map(|decision| Steer::Disagree { decision: decision.id, words: rest.into() })
        }),
        "show" => return Command::Show,
        "quit" => return Command::Quit,
        _ => None,
    };
    steer.map_or(Command::Unknown, Command::Steer)
}

fn hands(desk: &Desk, counts: &str) -> Option<Steer> {
    let counts = counts.split([' ', ',']).filter(|count| !count.is_empty()).map(str::parse).collect::<Result<_, _>>();
    let poll = desk.look(GroupSession::open_poll);
    // Where no vote is open the session says so.
    Some(Steer::Hands { poll: poll.unwrap_or(crate::group::PollId(u32::MAX)), counts: counts.ok()? })
}

/// What was said aloud, one after the other with semicolons between.
fn said(desk: &Desk, typed: &str) -> Steer {
    let asked = desk.look(|group| Asked::of(group.step()));
    // Where nothing is asked the session says so.
    Steer::Said { at: asked.unwrap_or(Asked::Reactions), words: typed.replace(';', "\n").into() }
}

/// The id of an option by its letter.
fn choice(desk: &Desk, letter: &str) -> Option<String> {
    let decision = desk.look(|group| group.room_view().decision)?;
    let options = decision.options.into_iter();
    let mut named = options.filter(|option| letter.eq_ignore_ascii_case(&option.letter.to_string()));
    named.next().map(|option| option.choice)
}

fn split(desk: &Desk, letters: &str) -> Option<Steer> {
    let (first, second) = letters.split_once(' ')?;
    Some(Steer::Split { first: choice(desk, first)?.into(), second: choice(desk, second.trim())?.into() })
}

fn desk(arguments: &OpenArguments, folders: &[PathBuf]) -> Result<Desk, Failure> {
    let unopened = |error: crate::phones::DeskError| Failure::failed(error.to_string());
    if let Some(path) = &arguments.again {
        return again(path, folders);
    }
    let id = arguments.scenario.as_deref().unwrap_or_default();
    let scenario = scenarios::scenario(id, folders)?;
    let text = text_of(&scenario, id, folders)?;
    let seed = arguments.seed.map_or_else(random_seed, Ok)?;
    let chance = Chance::from_seed(seed);
    let group = GroupSession::begin(Arc::clone(&scenario), chance, Agenda::HOUR);
    match &arguments.record {
        None => Ok(Desk::unrecorded(group)),
        Some(path) => {
            Desk::recorded(group, &Opening::new(&scenario, &text, chance, Agenda::HOUR), path).map_err(unopened)
        }
    }
}

/// The text that a scenario was read from, for its recording.
fn text_of(scenario: &Scenario, id: &str, folders: &[PathBuf]) -> Result<String, Failure> {
    let origin = if scenarios::is_file(id) {
        Some(Origin::File(PathBuf::from(id)))
    } else {
        Library::open(folders).find(id).map(|entry| entry.origin.clone())
    };
    origin.and_then(|origin| library::text_of(scenario, &origin)).ok_or_else(|| {
        Failure::failed(format!("{} has changed while it was opened", visible(id))).hint("open it again")
    })
}

fn again(path: &Path, folders: &[PathBuf]) -> Result<Desk, Failure> {
    let recording = recording(path)?;
    let library = scenarios::open(folders);
    let unplayable = || format!("the session in {} cannot be taken up", visible(&path.to_string_lossy()));
    let rubric = library.rubric.as_ref().ok_or_else(|| Failure::failed(unplayable()))?;
    let desk = Desk::taken_up(&recording, path, rubric, rules());
    let desk = desk.map_err(|error| Failure::failed(unplayable()).because(error))?;
    let played = desk.look(|group| group.conversation().scenario().hash.clone());
    if library.find(&recording.opening.scenario).is_some_and(|entry| entry.scenario.hash != played) {
        writeln!(
            anstream::stderr(),
            "note: the scenario has changed since; the session goes on with the version it began with"
        )?;
    }
    Ok(desk)
}
