//! A programme's report from exports, made in a process of its own, so that its memory is its alone.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
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

/// How this program is told to make a report of files.
pub const CHILD: &str = "report-of";
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
}

/// Writes so many attempts of a third as many people as exports, makes a report of them and removes them.
pub fn measured(folder: &Path, attempts: usize, seed: u64) -> Reported {
    let wanted = Wanted { attempts, seed, people: attempts / 3, days: 3 * 365, folder: folder.to_owned() };
    let mut trainees = Trainees::new(&wanted);
    let paths: Vec<PathBuf> = (0..FILES).map(|number| folder.join(format!("export-{number}.jsonl"))).collect();
    let open = |path: &PathBuf| BufWriter::new(File::create(path).expect("a file"));
    let mut files: Vec<BufWriter<File>> = paths.iter().map(open).collect();
    for number in 0..attempts {
        let exported = Exported::from(trainees.outcome().without_words());
        json_lines::write([&exported], &mut files[number % FILES]).expect("it is written");
    }
    files.iter_mut().for_each(|file| file.flush().expect("it is written"));
    drop(files);
    let this = std::env::current_exe().expect("this program");
    let child = Command::new(this).arg(CHILD).args(&paths).stderr(Stdio::inherit()).output().expect("it runs");
    paths.iter().for_each(|path| std::fs::remove_file(path).expect("it is ours"));
    serde_json::from_slice(&child.stdout).expect("what it has measured")
}

/// Makes a report as `bedside report` does, and prints what that has taken.
pub fn make(paths: &[String]) {
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
    let reported = Reported { seconds, cpu, peak: peak(), read };
    println!("{}", serde_json::to_string(&reported).expect("plain data"));
}

/// The most memory that was resident, in bytes; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).map_or(0, |kb| kb * 1_024)
}
