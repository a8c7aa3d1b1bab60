//! Measurements, saved in files by the programs that measure and loaded by the one that reports.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Bytes that a loaded conversation takes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Memory {
    /// What was loaded.
    pub player: String,
    /// How many decisions it has.
    pub decisions: usize,
    /// The length of its text, in bytes.
    pub text: usize,
    /// What stays in memory once it is loaded, the text not counted.
    pub kept: usize,
    /// The most that was in memory while loading, the text not counted.
    pub peak: usize,
}

/// What exploring all roads of a scenario takes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Roads {
    /// Which scenario.
    pub name: String,
    /// How many states it has.
    pub states: u64,
    /// Seconds on one thread, strategies and simulated trainees included.
    pub on_one: f64,
    /// Seconds on all cores.
    pub on_all: f64,
    /// How many these are.
    pub cores: usize,
    /// The most memory that was held, in bytes.
    pub peak: usize,
}

/// The folder that results are kept in.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("measured")
}

/// Keeps what the memory program measured.
pub fn keep_memory(memory: &[Memory]) {
    keep("memory", memory);
}

/// What the memory program measured.
#[must_use]
pub fn memory() -> Vec<Memory> {
    kept("memory")
}

/// Keeps what the program of all roads measured.
pub fn keep_roads(roads: &[Roads]) {
    keep("roads", roads);
}

/// What the program of all roads measured.
#[must_use]
pub fn roads() -> Vec<Roads> {
    kept("roads")
}

fn keep<T: Serialize>(name: &str, all: &[T]) {
    fs::create_dir_all(folder()).expect("the folder can be made");
    let json = serde_json::to_string_pretty(all).expect("it is plain data");
    fs::write(folder().join(name).with_extension("json"), json).expect("the file can be written");
}

fn kept<T: for<'a> Deserialize<'a>>(name: &str) -> Vec<T> {
    let path = folder().join(name).with_extension("json");
    let json = fs::read_to_string(path).unwrap_or_else(|error| panic!("the program {name} has not run: {error}"));
    serde_json::from_str(&json).expect("that program wrote it")
}

/// The median time of a measurement, in nanoseconds; `None` where it was not made.
#[must_use]
pub fn median(group: &str, player: &str, decisions: usize) -> Option<f64> {
    let path = folder().join(group).join(player).join(decisions.to_string()).join("new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}
