//! What is measured on.

use std::fs;
use std::process::Command;

/// The machine, as `/proc` describes it.
#[must_use]
pub fn machine() -> String {
    let field = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|kb| kb.split(' ').next()?.parse::<u64>().ok());
    let memory = memory.map_or_else(String::new, |kb| format!(", {} GB of memory", kb / 1_000_000));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown").to_owned();
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc =
        rustc.map_or_else(|_| "rustc".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!(
        "{processor}, {cores} cores{memory}, {} {}, {rustc}; load at the end of the run {load}",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}
