//! The command line's commands, arguments and options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::analysis::Effort;

use super::doctor::DoctorArguments;
use super::export::ExportArguments;
use super::group::GroupArguments;
use super::guide::GuideArguments;
use super::manual::{CompletionsArguments, ManualArguments};
use super::past_debrief::DebriefArguments;
use super::play_arguments::PlayArguments;
use super::portrait_arguments::PortraitArguments;
use super::profile::ProfileArguments;
use super::reading::ReadingArguments;
use super::report::ReportArguments;
use super::script::ScriptArguments;
use super::sound::SoundArguments;
use super::sync::SyncArguments;
use super::who::WhoArguments;

const EXAMPLES: &str = "\
Examples:
  bedside                                     open the window
  bedside --profile Ana                       open the window for Ana; --guest keeps nothing
  bedside list                                name the scenarios
  bedside play two-hours-in --terminal        play a conversation in this terminal
  bedside check my-scenarios                  find every mistake in the files of a folder
  bedside explain unused-flag                 say what a diagnostic means
  bedside analyse two-hours-in                say what holds on all roads of a scenario
  bedside --scenarios my-scenarios            open the window with your own scenarios too";

const CHECK_EXAMPLES: &str = "\
Examples:
  bedside check my-scenarios                        every scenario of a folder
  bedside check two-hours-in.ron other.ron          some files
  bedside check my-scenarios --format json          for an editor or a script
  bedside check my-scenarios --format github --deny warnings
                                                    for a workflow on GitHub

Exit code: 0 where nothing is wrong (warnings are allowed, unless denied), 1 where there are errors,
2 where the command cannot be carried out as written.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  bedside explain                     every diagnostic, each on a line
  bedside explain unused-flag         what it means, why it matters, and the way out
  bedside explain moment              what a field means and how it is written; conditions and words too
  bedside explain behaviours          every word that a choice can show
  bedside explain allows_silence      what one of them is, its points, and the moments that it meets";

const TEST_EXAMPLES: &str = "\
Examples:
  bedside test                                      the plans of this folder
  bedside test my-scenarios other/my-own.ron        those of a folder, and the one beside a scenario
  bedside test my-scenarios --format json           for an editor or a script

Exit code: 0 where everything goes as planned, 1 where something does not, 2 where a path does not
exist or there is no plan.";

const NEW_EXAMPLES: &str = "\
Examples:
  bedside new my-own                        write my-own.ron and my-own.plan into this folder
  bedside new my-own --in my-scenarios      into another one";

const GRAPH_EXAMPLES: &str = "\
Examples:
  bedside graph two-hours-in --format svg --out two-hours-in.svg    a picture
  bedside graph my-own.ron --format mermaid                         for notes and wikis
  bedside graph my-own.ron | dot -Tpdf -o my-own.pdf                with Graphviz";

const ANALYSE_EXAMPLES: &str = "\
Examples:
  bedside analyse two-hours-in                      a page to read
  bedside analyse my-scenarios/my-own.ron           of a file
  bedside analyse my-scenarios                      of every scenario of a folder, one after the other
  bedside analyse two-hours-in --choices            with a row for each choice, its branches and gates
  bedside analyse two-hours-in --json               for a program
  bedside analyse two-hours-in --json | jq -r '.bounds.empathy.best_road[]' > road.txt
  bedside play two-hours-in --road road.txt         plays a road that it printed

Ctrl-C stops the search and gives what is known so far. Exit code: 0 where everything is proved and
every test is fair, 1 where something is not, or is not known.";

/// Practise the conversation before you have it.
///
/// You meet a patient, choose what to say and do, see how they react, and are then told how
/// empathic, clear and calming each choice was, and why. Without a command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "bedside", version, after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Add the scenarios of a folder, or that of a file; may be given several times.
    ///
    /// A scenario of the folder takes the place of a built-in one with the same id.
    #[arg(long, value_name = "DIR", global = true)]
    pub(super) scenarios: Vec<PathBuf>,
    /// Give every scenario an author's view in the window, and not only those from files.
    #[arg(long, global = true)]
    pub(super) author: bool,
    #[command(flatten)]
    pub(super) who: WhoArguments,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Play a conversation.
    Play(PlayArguments),
    /// Name the conversations that are kept, or open a debrief again.
    Debrief(DebriefArguments),
    /// Name the scenarios.
    List(ListArguments),
    /// Find every mistake in scenario files.
    Check(CheckArguments),
    /// Run the plans beside scenarios.
    Test(TestArguments),
    /// Draw what leads where in a scenario.
    Graph(GraphArguments),
    /// Write a scenario as a script, to read it aloud and to proofread it.
    Script(ScriptArguments),
    /// Let somebody pick from the options of a scenario, without its scenes or with them.
    Reading(ReadingArguments),
    /// Hold a session with a group, or play its recording again.
    Group(GroupArguments),
    /// Write the facilitator's guide to a scenario.
    Guide(GuideArguments),
    /// Write what is kept of finished attempts: for a report, a spreadsheet or a record store.
    Export(ExportArguments),
    /// Say what a programme's training came to, from the exports of its computers or from a record store.
    Report(ReportArguments),
    /// Send what finished attempts came to, to a learning record store (xAPI).
    Sync(SyncArguments),
    /// Name who has conversations here, and delete somebody who has left.
    Profile(ProfileArguments),
    /// Draw the people of scenarios, in nine states.
    Portrait(PortraitArguments),
    /// Write how a place sounds at an hour.
    Sound(SoundArguments),
    /// Write a scenario to start from, with its plan.
    New(NewArguments),
    /// Say what holds on all roads of a scenario, and whether it is a fair test.
    Analyse(AnalyseArguments),
    /// Say what a diagnostic, a field or a word of the format means.
    Explain(ExplainArguments),
    /// Say what works on this computer, what does not, and what to do.
    Doctor(DoctorArguments),
    /// Print what a shell completes of these commands.
    Completions(CompletionsArguments),
    /// Write the pages of the manual, for packages.
    #[command(hide = true)]
    Manual(ManualArguments),
}

#[derive(Debug, Args)]
pub(super) struct ListArguments {
    /// As one JSON array.
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(super) struct CheckArguments {
    /// Files, or folders whose `.ron` files are checked.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Leave out what needs all roads: dead ends, what nobody can reach, whether a guesser passes.
    #[arg(long)]
    pub(super) no_roads: bool,
    /// Let warnings count as errors.
    #[arg(long, value_enum)]
    pub(super) deny: Option<Denied>,
}

/// What counts as an error beside errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Denied {
    /// Every warning that the file does not allow.
    Warnings,
}

#[derive(Debug, Args)]
#[command(after_help = ANALYSE_EXAMPLES)]
pub(super) struct AnalyseArguments {
    /// Scenarios by id, as `bedside list` shows it, or by file, and folders of scenarios.
    #[arg(value_name = "ID|FILE|DIR", required = true)]
    pub(super) named: Vec<String>,
    /// As one JSON object, or as an array of them where a folder or more than one scenario is named.
    #[arg(long)]
    pub(super) json: bool,
    /// Show how the patient can feel after each choice, and how often a developing trainee takes it.
    #[arg(long)]
    pub(super) choices: bool,
    /// How many states are looked at, at most; each takes some 30 bytes.
    #[arg(long, value_name = "N", default_value_t = Effort::STATES)]
    pub(super) states: u32,
}

#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(super) struct ExplainArguments {
    /// A code such as `unused-flag`, or a field, word or condition of the format, in whatever case; `behaviours`,
    /// `moments`, `strategies` or `moods` lists a catalogue. Without it, all codes are named.
    pub(super) name: Option<String>,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Text with the marked line of the file.
    Human,
    /// One JSON array.
    Json,
    /// Workflow commands of GitHub Actions, which mark each place in a pull request.
    Github,
}

#[derive(Debug, Args)]
#[command(after_help = GRAPH_EXAMPLES)]
pub(super) struct GraphArguments {
    /// A scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE")]
    pub(super) scenario: String,
    /// As what.
    #[arg(long, value_enum, default_value_t = GraphFormat::Dot)]
    pub(super) format: GraphFormat,
    /// Write it to a file, in place of standard output.
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// How a graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GraphFormat {
    /// Text in Graphviz's language.
    Dot,
    /// A Mermaid flowchart.
    Mermaid,
    /// A picture.
    Svg,
}

#[derive(Debug, Args)]
#[command(after_help = TEST_EXAMPLES)]
pub(super) struct TestArguments {
    /// Plans, scenarios with a plan beside them, or folders whose `.plan` files are run.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = NEW_EXAMPLES)]
pub(super) struct NewArguments {
    /// The new scenario's id: lower-case words joined by hyphens.
    pub(super) id: String,
    /// The folder to write it into, which is made if it is not there.
    #[arg(long = "in", default_value = ".", value_name = "DIR")]
    pub(super) folder: PathBuf,
}
