//! `bedside export`: what is kept of finished attempts and of group sessions, as files.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::private_files::{make_folder, new_file};
use crate::records::database::{Database, FILE};
use crate::records::export::csv::Table;
use crate::records::export::xapi::{HomePage, Settings, Version, statements};
use crate::records::export::{Exported, json_lines};
use crate::records::{Outcome, PersonId};

use super::export_groups;
use super::failure::{Failure, exists, unwritable};
use super::kept_records::{named, nothing_kept, open_to_read, unreadable_records};
use super::scenarios::counted;
use super::terminal_page::TerminalPage;

const EXAMPLES: &str = "\
Examples:
  bedside export --out records.jsonl            a line an attempt, for `bedside report`
  bedside export --as csv --out tables          two tables for a spreadsheet, in a new folder
  bedside export --as xapi --out records.json   statements for a learning record store";

/// More attempts of a profile at one scenario than somebody makes alone: practice again after days and weeks comes to a
/// handful, a profile that a ward shares to dozens.
const MOST_BY_ONE: usize = 10;

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ExportArguments {
    /// What to write: `jsonl`, `csv` or `xapi`.
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t = Form::Jsonl)]
    form: Form,
    /// Where to write it: a file, for `csv` a folder. One that exists is left as it is.
    #[arg(long, short, value_name = "FILE|FOLDER")]
    out: PathBuf,
    /// The folder with the records, in place of the user's own.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// What was typed too: a trainee's own words, notes and the word for how it felt; what was said in group sessions.
    #[arg(long)]
    words: bool,
    /// The address of whoever gives out the ids of persons, for `xapi`.
    #[arg(long, value_name = "URL", default_value_t = HomePage::default())]
    home_page: HomePage,
    /// The version of xAPI.
    #[arg(long, value_enum, value_name = "VERSION", default_value_t = XapiVersion::V1)]
    xapi: XapiVersion,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A JSON object a line, which `bedside report` reads; the only form with group sessions.
    Jsonl,
    /// Tables of attempts and of decisions.
    Csv,
    /// A JSON array of xAPI statements.
    Xapi,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum XapiVersion {
    /// 1.0.3.
    #[value(name = "1.0.3")]
    V1,
    /// 2.0, IEEE 9274.1.1.
    #[value(name = "2.0")]
    V2,
}

impl From<XapiVersion> for Version {
    fn from(version: XapiVersion) -> Self {
        match version {
            XapiVersion::V1 => Self::V1_0_3,
            XapiVersion::V2 => Self::V2_0_0,
        }
    }
}

/// Writes what is kept.
///
/// # Errors
/// Where nothing is kept, or it cannot be read or written.
pub(super) fn run(arguments: &ExportArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let kept = Kept::in_folder(arguments.data.as_deref())?;
    if arguments.out.exists() {
        return Err(exists(&arguments.out));
    }
    let told = match arguments.form {
        Form::Jsonl => to_file(&kept, arguments, &mut Lines)?,
        Form::Csv => to_tables(&kept, arguments)?,
        Form::Xapi => to_file(&kept, arguments, &mut Statements::of(arguments))?,
    };
    Ok(TerminalPage::new(out).text(&told)?)
}

/// What is kept in a folder.
struct Kept {
    /// `None` where only group sessions were held.
    database: Option<Database>,
    recordings: Vec<PathBuf>,
}

impl Kept {
    /// What is kept in this folder, or in the user's own.
    fn in_folder(folder: Option<&Path>) -> Result<Self, Failure> {
        let folder = named(folder)?;
        let recordings = export_groups::recordings(&folder)?;
        let there = folder.join(FILE).exists();
        if !there && recordings.is_empty() {
            return Err(nothing_kept(&folder));
        }
        Ok(Self { database: there.then(|| open_to_read(&folder)).transpose()?, recordings })
    }
}

/// What is written into one file.
trait Writes {
    fn begin(&self) -> &'static str {
        ""
    }

    fn write(&mut self, outcome: Outcome, to: &mut dyn Write) -> io::Result<()>;

    /// Whether the form has room for group sessions.
    fn takes_groups(&self) -> bool {
        false
    }

    fn end(&self) -> &'static str {
        ""
    }
}

struct Lines;

impl Writes for Lines {
    fn write(&mut self, outcome: Outcome, to: &mut dyn Write) -> io::Result<()> {
        json_lines::write(&[Exported::from(outcome)], to)
    }

    fn takes_groups(&self) -> bool {
        true
    }
}

struct Statements {
    settings: Settings,
    any: bool,
}

impl Statements {
    fn of(arguments: &ExportArguments) -> Self {
        let (version, home_page) = (arguments.xapi.into(), arguments.home_page.clone());
        let settings = Settings { version, home_page, words: arguments.words };
        Self { settings, any: false }
    }
}

impl Writes for Statements {
    fn begin(&self) -> &'static str {
        "["
    }

    fn write(&mut self, outcome: Outcome, to: &mut dyn Write) -> io::Result<()> {
        for statement in statements(&outcome, &self.settings) {
            to.write_all(if self.any { b",\n" } else { b"\n" })?;
            serde_json::to_writer(&mut *to, &statement)?;
            self.any = true;
        }
        Ok(())
    }

    fn end(&self) -> &'static str {
        "\n]\n"
    }
}

fn to_file(kept: &Kept, arguments: &ExportArguments, form: &mut dyn Writes) -> Result<String, Failure> {
    let path = &arguments.out;
    let failed = |error: io::Error| unwritable(path, error);
    let mut file = BufWriter::new(new_file(path).map_err(failed)?);
    file.write_all(form.begin().as_bytes()).map_err(failed)?;
    let mut counted = each(kept, arguments.words, |outcome| form.write(outcome, &mut file).map_err(failed))?;
    if form.takes_groups() {
        counted.groups = export_groups::each(&kept.recordings, |group| {
            let comments = if arguments.words { group.comments } else { Vec::new() };
            let lines = group.decisions.into_iter().map(Exported::from).chain(comments.into_iter().map(Exported::from));
            json_lines::write(&lines.collect::<Vec<_>>(), &mut file).map_err(failed)
        })?;
    }
    file.write_all(form.end().as_bytes()).and_then(|()| file.flush()).map_err(failed)?;
    Ok(counted.told(path))
}

fn to_tables(kept: &Kept, arguments: &ExportArguments) -> Result<String, Failure> {
    let folder = &arguments.out;
    make_folder(folder).map_err(|error| unwritable(folder, error))?;
    let failed = |error: io::Error| unwritable(folder, error);
    let mut tables = Vec::new();
    for (table, name) in Table::ALL.into_iter().zip(["attempts.csv", "decisions.csv"]) {
        let path = folder.join(name);
        let file = new_file(&path).map_err(|error| unwritable(&path, error))?;
        tables.push(table.begin(BufWriter::new(file)).map_err(failed)?);
    }
    let counted = each(kept, arguments.words, |outcome| {
        tables.iter_mut().try_for_each(|table| table.add(&outcome)).map_err(failed)
    })?;
    for table in tables {
        table.end().and_then(|mut file| file.flush()).map_err(failed)?;
    }
    Ok(counted.told(folder))
}

/// How much was written, and how many attempts could not be read.
#[derive(Default)]
struct Counted {
    attempts: usize,
    unread: usize,
    groups: usize,
}

impl Counted {
    fn told(&self, to: &Path) -> String {
        let groups = match self.groups {
            0 => String::new(),
            groups => format!(" and {}", counted(groups, "group session")),
        };
        let is = if self.attempts == 1 && self.groups == 0 { "is" } else { "are" };
        let attempts = if self.attempts == 1 { "One attempt".to_owned() } else { counted(self.attempts, "attempt") };
        let written = format!("{attempts}{groups} {is} in {}.", to.display());
        match self.unread {
            0 => written,
            unread => format!("{written} {unread} that are damaged were left out."),
        }
    }
}

/// Warns of profiles that several people seem to share.
fn warn_of_shared(played: &BTreeMap<(PersonId, String), usize>) {
    let most = played.iter().filter(|(_, times)| **times > MOST_BY_ONE);
    let mut of_profiles: BTreeMap<PersonId, (&str, usize)> = BTreeMap::new();
    for ((person, scenario), &times) in most {
        let of_profile = of_profiles.entry(*person).or_insert((scenario, times));
        if times > of_profile.1 {
            *of_profile = (scenario, times);
        }
    }
    for (person, (scenario, times)) in of_profiles {
        let failure =
            Failure::failed(format!("the profile {person} has {times} attempts at \u{201c}{scenario}\u{201d}"));
        let failure =
            failure.hint("if several people share it, a report counts them as one, and their first attempts as one");
        failure.hint("give each of them a profile of their own: *Your profile*, or `--profile NAME`").warn();
    }
}

/// Hands every outcome on, the earliest first.
fn each(kept: &Kept, words: bool, mut take: impl FnMut(Outcome) -> Result<(), Failure>) -> Result<Counted, Failure> {
    let Some(database) = &kept.database else { return Ok(Counted::default()) };
    let mut attempts = 0;
    let mut failure = None;
    let mut played: BTreeMap<(PersonId, String), usize> = BTreeMap::new();
    let unread = database.outcomes(None, |outcome| {
        if failure.is_none() {
            *played.entry((outcome.person, outcome.scenario.id.clone())).or_default() += 1;
            let outcome = if words { outcome } else { outcome.without_words() };
            match take(outcome) {
                Ok(()) => attempts += 1,
                Err(error) => failure = Some(error),
            }
        }
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    let unread = unread.map_err(unreadable_records)?;
    warn_of_shared(&played);
    Ok(Counted { attempts, unread, groups: 0 })
}
