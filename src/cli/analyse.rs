//! `bedside analyse`: what holds on all roads of scenarios, and whether they are fair tests.

use std::io::{IsTerminal, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::analysis::stranger::Teachers;
use crate::analysis::strategy::unfair;
use crate::analysis::{Analysis, Effort, Progress, analyse};
use crate::library::{self, Library};
use crate::scenario::Scenario;

use super::arguments::AnalyseArguments;
use super::failure::Failure;
use super::scenarios::Named;
use super::{analyse_text, json, scenarios, terminal_page};

/// Reports what holds on all roads of scenarios.
///
/// # Errors
/// Where there is no such scenario, where a file cannot be used, where something is not proved or not fair, and where the
/// output cannot be written.
pub(super) fn run(arguments: &AnalyseArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let Named { scenarios, left_out, several } = scenarios::named(&arguments.named, folders)?;
    let (teachers, stop) = (teachers(&scenarios, folders), listen_to_ctrl_c()?);
    let mut good = !left_out;
    let mut finished = Vec::new();
    for (number, scenario) in scenarios.iter().enumerate() {
        let (analysis, stopped) = search(scenario, &teachers, arguments.states, &stop);
        good &= analysis.proved.all() && against(scenario, &analysis).is_empty();
        if arguments.json {
            finished.push(analysis);
        } else {
            let mut page = terminal_page::TerminalPage::new(out);
            if number > 0 {
                page.gap()?;
            }
            let shown = analyse_text::Shown { stopped, choices: arguments.choices };
            analyse_text::write(&mut page, scenario, &analysis, &shown)?;
        }
        if stopped {
            break;
        }
    }
    match &finished[..] {
        [one] if !several => json::write(out, one)?,
        all if arguments.json => json::write(out, all)?,
        _ => {}
    }
    if good { Ok(()) } else { Err(Failure::reported()) }
}

/// The built-in scenarios, with these and those of the folders as the rest of the library.
fn teachers(scenarios: &[Arc<Scenario>], folders: &[PathBuf]) -> Teachers {
    let built_in = scenarios.first().map_or_else(Vec::new, |one| library::scenarios(&one.rubric));
    // What is wrong with other files is no business of this command.
    let entries = Library::open(folders).entries;
    let is_named = |id: &str| scenarios.iter().any(|scenario| scenario.id == id);
    let others = entries.iter().map(|entry| &*entry.scenario).filter(|other| !is_named(&other.id));
    Teachers::new(built_in, others.chain(scenarios.iter().map(|scenario| &**scenario)))
}

/// What speaks against a scenario as a test, in sentences.
pub(super) fn against(scenario: &Scenario, analysis: &Analysis) -> Vec<String> {
    let all = [&analysis.strategies[..], &analysis.simulated].concat();
    let unfair = unfair(scenario, &all).into_iter().map(|unfair| unfair.to_string());
    let stranger = analysis.learnt_stranger.iter().filter(|stranger| stranger.is_unfair(scenario));
    unfair.chain(stranger.map(ToString::to_string)).collect()
}

/// Lets Ctrl-C stop the search; the flag is set once it was pressed.
fn listen_to_ctrl_c() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let handler_stop = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if handler_stop.swap(true, Ordering::Relaxed) {
            // Whoever presses it twice does not want to wait.
            std::process::exit(130);
        }
    })
    .map_err(|error| Failure::failed("Ctrl-C cannot be listened to").because(error))?;
    Ok(stop)
}

/// Explores all roads to the end, or until `stop`; then the result is what is known so far. Also returns whether it was
/// stopped.
fn search(scenario: &Scenario, teachers: &Teachers, states: u32, stop: &AtomicBool) -> (Analysis, bool) {
    let progress_line = ProgressLine::new();
    let go_on = |progress: Progress| {
        progress_line.show(progress);
        !stop.load(Ordering::Relaxed)
    };
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let effort = Effort { states, ..Effort::usual(threads, &go_on) };
    let mut analysis = analyse(scenario, &effort);
    analysis.learnt_stranger = Some(teachers.send_stranger(scenario, &effort));
    progress_line.finish();
    (analysis, stop.load(Ordering::Relaxed))
}

/// Shows the progress of a long search on one line of the terminal.
struct ProgressLine {
    began: Option<Instant>,
    /// When it was last written, in tenths of a second after the beginning.
    last: AtomicU64,
}

/// A search shorter than this shows nothing, in tenths of a second.
const PATIENCE: u64 = 10;

impl ProgressLine {
    #[allow(clippy::disallowed_methods, reason = "how long a person waits decides what is shown, and nothing else")]
    fn new() -> Self {
        let began = std::io::stderr().is_terminal().then(Instant::now);
        Self { began, last: AtomicU64::new(0) }
    }

    fn show(&self, progress: Progress) {
        let Some(began) = self.began else { return };
        let tenths = u64::try_from((began.elapsed().as_millis()) / 100).unwrap_or(u64::MAX);
        let last = self.last.load(Ordering::Relaxed);
        let due = tenths >= PATIENCE && tenths > last + 2;
        if due && self.last.compare_exchange(last, tenths, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            let seconds = Duration::from_millis(tenths * 100).as_secs_f32();
            // Where standard error is closed, nobody reads it.
            let _ = write!(
                anstream::stderr().lock(),
                "\r{} states after {seconds:.1} s; Ctrl-C gives what is known so far \u{1b}[K",
                analyse_text::grouped(u64::from(progress.states))
            );
        }
    }

    /// Clears the line.
    fn finish(&self) {
        if self.last.load(Ordering::Relaxed) > 0 {
            let _ = write!(anstream::stderr().lock(), "\r\u{1b}[K");
        }
    }
}
