//! The command line: one file per command. The only part of Bedside that prints.

mod analyse;
mod analyse_choices;
mod analyse_text;
mod arguments;
mod attempt_under_way;
mod canvas;
mod check;
mod choices;
mod contact_sheet;
mod conversation;
mod conversation_text;
mod debrief;
mod debrief_text;
mod doctor;
mod explain;
mod export;
mod export_groups;
mod failure;
mod files;
mod graph;
mod group;
#[cfg(feature = "group")]
mod group_open;
mod group_replay;
mod group_summary;
mod group_text;
#[cfg(feature = "tls")]
mod group_tls;
mod guide;
mod input;
mod json;
mod keeping;
mod kept_records;
mod list;
mod looks_sheets;
mod manual;
mod menu;
mod new;
mod options;
mod password;
mod past_debrief;
mod places;
mod play;
mod play_arguments;
mod portrait;
mod portrait_arguments;
mod print;
mod profile;
mod reading;
mod reading_text;
mod reflection;
mod report;
mod report_store;
mod road;
mod scenarios;
mod scene_text;
mod script;
mod seed;
mod setup;
mod sound;
mod sync;
mod sync_status;
mod sync_to;
mod terminal_page;
mod test;
mod text_play;
mod who;
mod window;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use setup::Setup;

/// Carries out a command line whose first word is the program's name; returns the exit code: 0 done, 1 failed, 2 not
/// understood.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help that nobody reads to the end is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let mut out = anstream::stdout().lock();
    let done = carry_out(&arguments, &mut out).and_then(|()| Ok(out.flush()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // What was written before the failure must be shown before it.
            let _ = out.flush();
            failure.report()
        }
    }
}

fn carry_out(arguments: &Arguments, out: &mut dyn Write) -> Result<(), Failure> {
    let setup = &Setup::of(&arguments.scenarios, arguments.author);
    let folders = &setup.folders;
    if arguments.command.is_some() && !arguments.who.is_empty() {
        let failure = Failure::usage("before a command, nothing can say who plays or where it is kept");
        return Err(failure.hint("--profile, --data and --guest go after the command: bedside play ID --guest"));
    }
    match &arguments.command {
        None => menu::run(setup, &arguments.who, out),
        Some(Command::Play(play)) => play::run(play, setup, out),
        Some(Command::Debrief(arguments)) => past_debrief::run(arguments, folders, out),
        Some(Command::List(list)) => list::run(list, folders, out),
        Some(Command::Analyse(analyse)) => analyse::run(analyse, folders, out),
        Some(Command::Check(check)) => check::run(check, out),
        Some(Command::Test(test)) => test::run(test, out),
        Some(Command::Graph(graph)) => graph::run(graph, folders, out),
        Some(Command::Script(script)) => script::run(script, folders, out),
        Some(Command::Reading(reading)) => reading::run(reading, folders, out),
        Some(Command::Group(arguments)) => group::run(arguments, setup, out),
        Some(Command::Guide(arguments)) => guide::run(arguments, folders, out),
        Some(Command::Export(arguments)) => export::run(arguments, out),
        Some(Command::Report(arguments)) => report::run(arguments, folders, out),
        Some(Command::Sync(arguments)) => sync::run(arguments, setup, out),
        Some(Command::Profile(arguments)) => profile::run(arguments, out),
        Some(Command::Portrait(portrait)) => portrait::run(portrait, folders, out),
        Some(Command::Sound(sound)) => sound::run(sound, out),
        Some(Command::New(new)) => new::run(new, out),
        Some(Command::Explain(explain)) => explain::run(explain, out),
        Some(Command::Doctor(doctor)) => doctor::run(doctor, setup, out),
        Some(Command::Completions(completions)) => manual::completions(completions, out),
        Some(Command::Manual(manual)) => manual::manual(manual),
    }
}
