//! What has been measured, kept in a file between the programs that measure and the one that tells.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
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

/// All roads of a scenario, explored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Roads {
    /// The scenario.
    pub name: String,
    /// How many states were looked at.
    pub states: u64,
    /// Whether these are all.
    pub complete: bool,
    /// How long everything took, by the clock on the wall.
    pub seconds: f64,
    /// The most that was in memory, the scenario not counted.
    pub peak: usize,
}

/// The folder that results are kept in.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("measured")
}

/// Keeps what was measured under a name.
pub fn keep<T: Serialize>(name: &str, measured: &[T]) {
    fs::create_dir_all(folder()).expect("the folder can be made");
    let json = serde_json::to_string_pretty(measured).expect("it is plain data");
    fs::write(folder().join(name).with_extension("json"), json).expect("the file can be written");
}

/// What was measured and kept under a name.
#[must_use]
pub fn kept<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let json = fs::read_to_string(folder().join(name).with_extension("json")).expect("the memory program has run");
    serde_json::from_str(&json).expect("the memory program wrote it")
}

/// The median time of a measurement, in nanoseconds; `None` where it was not made.
#[must_use]
pub fn median(group: &str, player: &str, decisions: usize) -> Option<f64> {
    let path = folder().join(group).join(player).join(decisions.to_string()).join("new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}
