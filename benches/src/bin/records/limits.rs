//! What is to be held: at every size what does not depend on the machine, and of a million attempts the times as well.

use crate::grown::Grown;
use crate::report::Reported;

/// A report takes at most so many bytes for each attempt, or so many in all.
const MEMORY_EACH: u64 = 1_000;
const MEMORY: u64 = 50_000_000;
/// An attempt that is over takes at most so many bytes of the file.
const BYTES: f64 = 15_000.0;
/// A choice takes at most so many times what a bare insert takes.
const INSERTS: f64 = 2.0;
/// From so many attempts on ten new ones are looked at sooner than all rows are read.
const MANY: usize = 100_000;

/// The size that times are held at, in milliseconds and seconds.
const MILLION: usize = 1_000_000;
const PROGRESS: f64 = 100.0;
const REPORT: f64 = 30.0;

/// What was not held at a size.
pub fn missed(attempts: usize, report: &Reported, grown: Option<&Grown>) -> Vec<String> {
    let memory = MEMORY.max(MEMORY_EACH * attempts as u64);
    let mut held = vec![
        (report.peak <= memory, format!("a report takes {} bytes of memory, and {memory} at most", report.peak)),
        (attempts < MILLION || report.seconds <= REPORT, format!("a report takes {:.1} s by the clock", report.seconds)),
    ];
    if let Some(Grown { progress, after_new, select, choice, insert, bytes, .. }) = grown {
        let [median, most] = [choice.median / insert.median, choice.most / insert.most];
        held.extend([
            (progress < select, format!("progress takes {progress:.2} ms, and reading all rows {select:.2} ms")),
            (
                attempts < MANY || after_new < select,
                format!("progress after new attempts takes {after_new:.2} ms, and reading all rows {select:.2} ms"),
            ),
            (*bytes <= BYTES, format!("an attempt takes {bytes:.0} bytes, and {BYTES:.0} at most")),
            (median <= INSERTS, format!("a choice takes {median:.2} times an insert at the median")),
            (attempts < MILLION || most <= INSERTS, format!("a choice takes {most:.2} times an insert at 99 %")),
            (attempts < MILLION || *progress <= PROGRESS, format!("progress takes {progress:.2} ms")),
        ]);
    }
    let missed = held.into_iter().filter(|(is_held, _)| !is_held);
    missed.map(|(_, what)| format!("{attempts} attempts: {what}")).collect()
}
