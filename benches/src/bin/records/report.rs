//! A programme's report from exports, made in a process of its own, so that its memory is its alone.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use bedside::records::export::{Exported, json_lines};
use bedside::records::report::{Asked, Cohort, csv_files, html};
use bedside_benches::cohort::{Trainees, Wanted};
use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};

use crate::counted::Attempts;
use crate::figures::{self, Figures};

/// How this program is told to make a report of files.
pub const CHILD: &str = "report-of";
/// Whether its figures of months are wanted.
const OF_MONTHS: &str = "of-months";
const OF_ALL: &str = "of-all";
/// How many workstations have exported.
const FILES: usize = 4;

/// What a report has taken.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Reported {
    /// Seconds by the clock.
    pub seconds: f64,
    /// Seconds on a processor, of all threads.
    pub cpu: f64,
    /// The most memory that was resident, in bytes.
    pub peak: u64,
    /// The length of the files, in bytes.
    pub read: u64,
    /// How many figures it tells, each of which is what a direct count of the attempts gives.
    pub figures: usize,
}

/// Writes so many attempts of a third as many people as exports, makes a report of them and removes them.
///
/// # Panics
/// Where a figure is not what a direct count of the attempts gives.
pub fn measured(folder: &Path, attempts: usize, seed: u64) -> Reported {
    let wanted = Wanted { attempts, seed, people: attempts / 3, days: 3 * 365, folder: folder.to_owned() };
    let mut trainees = Trainees::new(&wanted);
    let paths: Vec<PathBuf> = (0..FILES).map(|number| folder.join(format!("export-{number}.jsonl"))).collect();
    let open = |path: &PathBuf| BufWriter::new(File::create(path).expect("a file"));
    let mut files: Vec<BufWriter<File>> = paths.iter().map(open).collect();
    let mut counted = Attempts::default();
    for number in 0..attempts {
        let outcome = trainees.outcome().without_words();
        counted.add(&outcome);
        let exported = Exported::from(outcome);
        json_lines::write([&exported], &mut files[number % FILES]).expect("it is written");
    }
    // At rest on the disk, as exports are that come from elsewhere: what is still being written would be paid for by the report.
    for file in files {
        file.into_inner().expect("it is written").sync_all().expect("it is on the disk");
    }
    let this = std::env::current_exe().expect("this program");
    let dense = counted.fill_months();
    let mut child = Command::new(this);
    let child = child
        .args([CHILD, if dense { OF_MONTHS } else { OF_ALL }])
        .args(&paths)
        .stderr(Stdio::inherit())
        .output()
        .expect("it runs");
    paths.iter().for_each(|path| std::fs::remove_file(path).expect("it is ours"));
    let (reported, told): (Reported, Figures) = serde_json::from_slice(&child.stdout).expect("what it has measured");
    figures::hold_same(&told, &counted.figures(), dense);
    reported
}

/// Makes a report as `bedside report` does, and prints what that has taken, and the figures that it tells.
pub fn make(arguments: &[String]) {
    let (months, paths) = arguments.split_first().expect("whether months count, and files");
    let (begun, cpu) = (Instant::now(), ProcessTime::now());
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let mut cohort = Cohort::new(Asked::default());
    let mut read = 0;
    for path in paths {
        let file = File::open(path).expect("a file");
        read += file.metadata().expect("a file").len();
        for line in json_lines::read(BufReader::new(file)).on(threads) {
            if let Exported::Attempt(outcome) = line.expect("a line") {
                cohort.add(&outcome);
            }
        }
    }
    let report = cohort.report();
    let length = html(&report).len() + csv_files(&report).iter().map(|(_, text)| text.len()).sum::<usize>();
    assert!(length > 0);
    let (seconds, cpu) = (begun.elapsed().as_secs_f64(), cpu.elapsed().as_secs_f64());
    let peak = peak();
    let told = figures::told(&report, months == OF_MONTHS);
    let reported = Reported { seconds, cpu, peak, read, figures: told.len() };
    println!("{}", serde_json::to_string(&(reported, told)).expect("plain data"));
}

/// The most memory that was resident, in bytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).map_or(0, |kb| kb * 1_024)
}
