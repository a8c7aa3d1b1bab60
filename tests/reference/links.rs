//! Links in the documentation lead somewhere.

use std::path::{Path, PathBuf};

use crate::support;

/// Collects the Markdown files in a folder and its subfolders.
fn markdown(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            markdown(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

/// The targets of the links in a text.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

#[test]
fn links_lead_to_files_that_are_there() {
    let mut files = vec![support::root().join("README.md"), support::root().join("ARCHITECTURE.md")];
    markdown(&support::root().join("docs"), &mut files);
    let (mut followed, mut broken) = (0, Vec::new());
    for file in files {
        let text = support::text(&file);
        for target in targets(&text).filter(|target| !target.contains("://")) {
            let (path, heading) =
                target.split_once('#').map_or((target, None), |(path, heading)| (path, Some(heading)));
            let to = if path.is_empty() { file.clone() } else { file.parent().unwrap_or(&file).join(path) };
            let there = match heading {
                Some(heading) => to.is_file() && headings(&support::text(&to)).any(|known| known == heading),
                None => to.exists(),
            };
            if !there {
                broken.push(format!("{}: {target}", file.display()));
            }
            followed += 1;
        }
    }
    assert!(broken.is_empty(), "lead nowhere:\n{}", broken.join("\n"));
    assert!(followed > 100, "only {followed} links were found");
}

/// The headings of a text as anchors.
fn headings(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter(|line| line.starts_with('#')).map(|line| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        title
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect()
    })
}
