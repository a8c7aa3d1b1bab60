//! What is set up for everybody: scenarios, the policy, the record store.

use std::path::Path;

use crate::library::Library;
use crate::policy::Feature;
use crate::records::database::Database;
use crate::records::record_store::StoreAddress;

use super::super::scenarios::counted;
use super::super::setup::Setup;
use super::finding::Finding;

/// The scenarios that are built in and those of the folders that are named.
pub(super) fn scenarios(setup: &Setup) -> Finding {
    let library = Library::open(&setup.folders);
    let broken = library.reports.iter().filter(|report| report.has_errors()).count();
    let from = counted(setup.folders.len(), "folder");
    let there = counted(library.entries.len(), "scenario");
    if broken == 0 && library.notices.is_empty() {
        return Finding::works("scenarios", format!("{there}, with {from} beside what is built in"));
    }
    let unread = counted(library.notices.len(), "folder or file");
    let fact = format!("{there}; {} with mistakes, {unread} that could not be read", counted(broken, "file"));
    let folders: Vec<String> = setup.folders.iter().map(|folder| folder.display().to_string()).collect();
    Finding::in_part("scenarios", fact).way_out(format!("bedside check {}", folders.join(" ")))
}

/// What is set for everybody on this computer.
pub(super) fn policy(setup: &Setup) -> Finding {
    let off: Vec<&str> = setup.policy.off().map(Feature::in_words).collect();
    let off = if off.is_empty() { "nothing is switched off".to_owned() } else { format!("off: {}", off.join(", ")) };
    match (&setup.policy_file, &setup.problem) {
        (_, Some(problem)) => {
            Finding::fails("policy", problem.clone()).way_out("mend the file, or let whoever wrote it do so")
        }
        (Some(file), None) => Finding::works("policy", format!("{}; {off}", file.display())),
        (None, None) => Finding::works("policy", "this computer has none"),
    }
}

/// The record store that is named, by its host alone; it is not called.
pub(super) fn record_store(setup: &Setup, folder: Option<&Path>) -> Finding {
    let named = setup.policy.record_store.clone();
    let own = || Database::record_store_in(folder?).ok().flatten();
    let fact = match named.or_else(own) {
        Some(store) => format!("{}; no connection was tried", host(&store.address)),
        None => "none is named, and nothing is sent".to_owned(),
    };
    Finding::works("record store", fact)
}

/// An address without its path, in which there may be a key.
fn host(address: &StoreAddress) -> String {
    let address = address.to_string();
    let end = address.find("://").map_or(0, |scheme| scheme + 3);
    let path = address[end..].find('/').map_or(address.len(), |path| end + path);
    address[..path].to_owned()
}
