//! `bedside sync`: sends what is to be sent to the record store.

use std::io::Write;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use clap::{Args, Subcommand};
use jiff::tz::TimeZone;

use crate::policy::Feature;
use crate::records::Timestamp;
use crate::records::database::{Database, Profile, Sharing};
use crate::records::record_store::{Next, RecordStore, Sender, Stopped, Trouble, keyring};

use super::failure::Failure;
use super::kept_records::{open, unreadable_records};
use super::password::find_or_ask;
use super::setup::Setup;
use super::sync_to::{ToArguments, remember};
use super::terminal_page::TerminalPage;
use super::who::known;
use super::{sync_status, sync_to};

const EXAMPLES: &str = "\
Examples:
  bedside sync to https://lrs.example.org/xapi --user ward    name the store, and try it; asks for the password
  bedside sync on                                             send what is finished from now on
  bedside sync on --earlier                                   send what was finished before too
  bedside sync on --profile Ana --profile Kim                 the same of these two; --all: of everybody here
  bedside sync                                                send what waits, now
  bedside sync status                                         what waits, and what the store refuses
  bedside sync off                                            send nothing any more
  bedside sync forget                                         forget the store and its password

Nothing leaves this computer before `bedside sync on`. Exit code: 0 where nothing waits any more, 1 where
something does or the store cannot be used, 2 where the command cannot be carried out as written.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct SyncArguments {
    #[command(subcommand)]
    what: Option<SyncCommand>,
    /// The folder with the records, in place of the user's own.
    #[arg(long = "data", id = "records", value_name = "FOLDER", global = true)]
    data: Option<PathBuf>,
    /// Send what the store has refused once more too.
    #[arg(long)]
    refused: bool,
    /// Ask a store that has asked to be left alone for longer than that all the same.
    #[arg(long)]
    now: bool,
    /// How many seconds to wait, in all, for a store that is busy or cannot be reached.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    wait: u32,
}

#[derive(Debug, Subcommand)]
enum SyncCommand {
    /// Name the record store and the user, and try whether it answers.
    To(ToArguments),
    /// Send what is finished from now on.
    On {
        /// Send what was finished before too.
        #[arg(long)]
        earlier: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Send nothing any more, and empty the outbox.
    Off {
        #[command(flatten)]
        whose: Whose,
    },
    /// Say what waits, what the store refuses and why, and when it last took something.
    Status,
    /// Forget the record store and its password.
    Forget,
}

/// Whose attempts it is about.
#[derive(Debug, Args)]
struct Whose {
    /// The profile, by its name or its id; needed where there is more than one, and may be given several times.
    #[arg(long, value_name = "NAME|ID")]
    profile: Vec<String>,
    /// Everybody who has a profile here now.
    #[arg(long, conflicts_with = "profile")]
    all: bool,
}

impl Whose {
    /// The profiles that are meant.
    fn profiles(&self, database: &Database) -> Result<Vec<Profile>, Failure> {
        if self.all {
            return database.profiles().map_err(unreadable_records);
        }
        match &self.profile[..] {
            [] => Ok(vec![known(None, database)?]),
            names => names.iter().map(|name| known(Some(name), database)).collect(),
        }
    }
}

/// Does what is asked.
///
/// # Errors
/// Where the records or the store cannot be used.
pub(super) fn run(arguments: &SyncArguments, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
    let mut page = TerminalPage::new(out);
    let data = arguments.data.as_deref();
    if matches!(arguments.what, None | Some(SyncCommand::To(_) | SyncCommand::On { .. })) {
        setup.allows(Feature::Sending)?;
    }
    let named = setup.policy.record_store.as_ref();
    if let (Some(store), Some(SyncCommand::To(_) | SyncCommand::Forget)) = (named, &arguments.what) {
        let failure = Failure::failed(format!("{} is named for everybody on this computer", store.address));
        return Err(failure.hint("`bedside sync` asks for its password, and `bedside sync off` sends nothing any more"));
    }
    if let Some(SyncCommand::To(to)) = &arguments.what {
        return sync_to::run(to, data, &mut page);
    }
    let database = open(data)?;
    if let Some(store) = named {
        database.follow_record_store(store).map_err(unreadable_records)?;
    }
    match &arguments.what {
        None => send(arguments, &database, &mut page),
        Some(SyncCommand::On { earlier, whose }) => switch_on(&database, *earlier, whose, &mut page),
        Some(SyncCommand::Off { whose }) => switch_off(&database, whose, &mut page),
        Some(SyncCommand::Status) => sync_status::run(&database, &mut page),
        Some(SyncCommand::Forget) => forget(&database, &mut page),
        Some(SyncCommand::To(to)) => sync_to::run(to, data, &mut page),
    }
}

fn switch_on(database: &Database, earlier: bool, whose: &Whose, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let store = remember(database)?;
    let sharing = if earlier { Sharing::All } else { Sharing::FromNow };
    for profile in whose.profiles(database)? {
        database.share(profile.id, sharing).map_err(unreadable_records)?;
    }
    let outbox = database.outbox().map_err(unreadable_records)?;
    page.text(&format!("What finished attempts come to is sent to {} from now on, as {}.", store.address, store.user))?;
    if outbox.held_back > 0 {
        page.text(&format!("Not sent, unless you add --earlier: {} from before.", outbox.held_back))?;
    }
    Ok(())
}

fn switch_off(database: &Database, whose: &Whose, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    for profile in whose.profiles(database)? {
        database.share(profile.id, Sharing::Off).map_err(unreadable_records)?;
    }
    let mut others = 0;
    for profile in database.profiles().map_err(unreadable_records)? {
        others += u32::from(database.shares(profile.id).map_err(unreadable_records)?);
    }
    let now = match others {
        0 => "Nothing is sent any more.".to_owned(),
        others => format!("Switched off. Others here still send: {others}."),
    };
    Ok(page.text(&format!("{now} What the store has already stays there."))?)
}

fn forget(database: &Database, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let store = remember(database)?;
    database.forget_record_store().map_err(unreadable_records)?;
    // Where there is no keyring, no password is in one.
    let _ = keyring::forget(&store);
    let forgotten = format!("{} and its password are forgotten, and nothing is sent any more.", store.address);
    Ok(page.text(&forgotten)?)
}

/// Sends what waits.
fn send(arguments: &SyncArguments, database: &Database, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    let store = remember(database)?;
    if arguments.refused {
        database.retry_refused().map_err(unreadable_records)?;
    }
    if database.outbox().map_err(unreadable_records)?.waiting == 0 {
        return Ok(page.text("Nothing waits to be sent.")?);
    }
    let mut sender = Sender::new(&store, &find_or_ask(&store)?);
    if arguments.now {
        sender.ask_at_once(database);
    }
    let mut left = Duration::from_secs(arguments.wait.into());
    let obstacle = loop {
        let now = Timestamp::now();
        match sender.step(database, now).map_err(unreadable_records)? {
            Next::Again => {}
            Next::Done => break None,
            Next::At(until, trouble) => {
                let pause = until.duration_since(now).unsigned_abs();
                let Some(rest) = left.checked_sub(pause) else { break Some(unreachable_now(&store, &trouble, until)) };
                left = rest;
                thread::sleep(pause);
            }
            Next::Stopped(stopped) => break Some(stopped_by(&stopped)),
        }
    };
    tell(&sender, page)?;
    if obstacle.is_none() && sender.sent() + sender.refused() == 0 {
        page.text("Nothing was sent: what waits is still open in its debrief.")?;
    }
    obstacle.map_or(Ok(()), Err)
}

fn tell(sender: &Sender, page: &mut TerminalPage<'_>) -> Result<(), Failure> {
    if sender.sent() > 0 {
        page.text(&format!("The store has taken {} statements.", sender.sent()))?;
    }
    if sender.refused() > 0 {
        page.text(&format!("It refused {}: `bedside sync status` says why.", sender.refused()))?;
    }
    Ok(())
}

fn unreachable_now(store: &RecordStore, trouble: &Trouble, until: Timestamp) -> Failure {
    let failure = Failure::failed(format!("{} cannot be used now: {trouble}", store.address));
    let failure = failure.hint("nothing is lost, and what waits is sent another time; --wait gives it longer");
    if !matches!(trouble, Trouble::Busy(_)) {
        return failure;
    }
    let until = until.to_zoned(TimeZone::system()).strftime("%H:%M:%S");
    failure.hint(format!("if it has asked for that, it is left alone until {until}; --now asks it all the same"))
}

pub(super) fn stopped_by(stopped: &Stopped) -> Failure {
    let failure = Failure::failed(stopped.to_string());
    failure.hint(match stopped {
        Stopped::Credentials(_) => "name the store again with `bedside sync to`, which asks for the password anew",
        Stopped::NotAllowed => {
            "ask whoever looks after the store whether this user may write statements, and read them"
        }
        Stopped::NoStore(_) => "check the address: it is what stands before `/statements`",
        Stopped::RefusesAll(_) => "look at its reason; when that is mended, `bedside sync --refused` sends all again",
    })
}
