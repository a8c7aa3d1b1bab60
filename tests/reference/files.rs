//! Examples that are folders: created as described, and read.

use std::os::unix::fs::symlink;
use std::path::Path;

use bedside::library::{Folder as Read, Library, plans_of, run_plan};
use bedside::source::Rule;

use crate::cli::harness::Folder;
use crate::support;

/// The rules broken in a folder as described, or by a command line run beside a folder `scenarios`.
#[track_caller]
pub(super) fn found(context: &str, text: &str) -> Vec<&'static Rule> {
    if context == "the command line" {
        let root = Folder::new();
        std::fs::create_dir(root.path().join("scenarios")).expect("a folder");
        std::fs::write(root.path().join("scenarios/minimal.ron"), support::minimal()).expect("a file");
        symlink("endless", root.path().join("endless")).expect("a link");
        std::fs::write(root.path().join("notes.txt"), "").expect("a file");
        let named = text.strip_prefix("bedside --scenarios ").and_then(|rest| rest.split_once(' '));
        let (folder, _) = named.unwrap_or_else(|| panic!("which folder is named in `{text}`?"));
        let library = Library::open(&[root.path().join(folder)]);
        return library.notices.iter().map(|notice| notice.rule).collect();
    }
    let root = Folder::new();
    text.lines().for_each(|line| make(root.path(), line));
    let read = Read::read(root.path(), support::rubric());
    let notices = read.notices.iter().map(|notice| notice.rule);
    let mut reports: Vec<_> = read.files.iter().map(|file| file.report.clone()).collect();
    let mut found: Vec<&'static Rule> = notices.collect();
    for path in plans_of(root.path()).expect("a folder") {
        match run_plan(&path, support::rubric()) {
            Ok(plan) => reports.push(plan.report),
            Err(notice) => found.push(notice.rule),
        }
    }
    let diagnostics = reports.iter().flat_map(|report| &report.diagnostics);
    found.extend(diagnostics.map(|found| found.rule));
    found
}

#[track_caller]
fn make(folder: &Path, line: &str) {
    if let Some(count) = line.strip_suffix(" scenarios") {
        let count: usize = count.parse().expect("a number of scenarios");
        return (0..count).for_each(|at| make(folder, &format!("s-{at}.ron the scenario \"s-{at}\"")));
    }
    let (name, what) = line.split_once(' ').unwrap_or_else(|| panic!("what is `{line}`?"));
    let (path, what) = (folder.join(name), what.trim());
    let made = if what == "a folder" {
        std::fs::create_dir(path)
    } else if what == "a plan" {
        std::fs::write(path, "road: Someone who asks\nchoose: ask\nending: better\n")
    } else if let Some(target) = what.strip_prefix("a link to ") {
        symlink(target, path)
    } else if let Some(id) = what.strip_prefix("the scenario ") {
        let (id, encoding) = id.split_once(" in ").unwrap_or((id, "UTF-8"));
        let text = support::minimal().replacen("\"minimal\"", id, 1);
        match encoding {
            "UTF-16" => {
                let units = std::iter::once(0xfeff).chain(text.encode_utf16());
                std::fs::write(path, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>())
            }
            _ => std::fs::write(path, text),
        }
    } else {
        std::fs::write(path, what)
    };
    made.unwrap_or_else(|error| panic!("{line}: {error}"));
}
