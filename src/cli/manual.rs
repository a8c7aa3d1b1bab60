//! `bedside completions` and `bedside manual`: what a shell and `man` are told of the commands, from the commands themselves.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::Arguments;
use super::failure::{Failure, unwritable};

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  bedside completions bash > ~/.local/share/bash-completion/completions/bedside
  bedside completions fish > ~/.config/fish/completions/bedside.fish
  bedside completions powershell >> $PROFILE";

#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(super) struct CompletionsArguments {
    /// The shell that is to complete commands, options and their values.
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManualArguments {
    /// The folder that the pages are written into.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Prints what a shell completes.
pub(super) fn completions(arguments: &CompletionsArguments, out: &mut dyn Write) -> Result<(), Failure> {
    // It panics where its output cannot be written.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "bedside", &mut script);
    Ok(out.write_all(&script)?)
}

/// Writes a page of the manual for the program and for each of its commands.
pub(super) fn manual(arguments: &ManualArguments) -> Result<(), Failure> {
    let folder = &arguments.out;
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    page(program.clone(), "bedside", folder)?;
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("bedside-{}", command.get_name());
        page(command.clone().display_name(&name), &name, folder)?;
    }
    Ok(())
}

fn page(command: clap::Command, name: &str, folder: &Path) -> Result<(), Failure> {
    let file = folder.join(format!("{name}.1"));
    let mut text = Vec::new();
    // What is written into memory cannot fail.
    Man::new(command).manual("Bedside").render(&mut text)?;
    fs::write(&file, text).map_err(|error| unwritable(&file, error))
}
