//! Folders of scenarios that the environment names.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

/// The environment variable with folders of scenarios, one after the other as in `PATH`.
pub const VARIABLE: &str = "BEDSIDE_SCENARIOS";

/// The folders that the environment names.
pub(super) fn named() -> Vec<PathBuf> {
    env::var_os(VARIABLE).map(|named| split(&named)).unwrap_or_default()
}

fn split(named: &OsStr) -> Vec<PathBuf> {
    env::split_paths(named).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_are_told_apart_as_in_the_path_and_empty_ones_are_none() {
        let joined = env::join_paths(["/srv/Übungen am Bett", "", "ward"]).expect("no separator in them");
        assert_eq!(split(&joined), [PathBuf::from("/srv/Übungen am Bett"), PathBuf::from("ward")]);
        assert_eq!(split(OsStr::new("")), Vec::<PathBuf>::new());
    }
}
