//! Checks that every term of the glossary is where the glossary says.

use std::path::PathBuf;

use crate::support;

const GLOSSARY: &str = "docs/glossary.md";

/// The keywords that precede a name where it is defined.
const DEFINING: [&str; 9] = ["struct", "enum", "union", "trait", "type", "fn", "const", "static", "macro_rules"];

#[test]
fn every_term_lives_where_the_glossary_says() {
    let mut wrong = Vec::new();
    for (term, paths) in terms() {
        wrong.extend(paths.iter().filter(|path| !exists(path)).map(|path| format!("{term}: there is no `{path}`")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_term_stands_once_and_by_the_alphabet() {
    let names: Vec<String> = terms().into_iter().map(|(term, _)| term.to_lowercase()).collect();
    assert!(names.len() >= 10, "the table of terms was not found: {names:?}");
    for pair in names.windows(2) {
        assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
    }
}

/// The terms of the table, and the paths of its last column: `session::Transcript` or `src/session/play.rs`.
fn terms() -> Vec<(String, Vec<String>)> {
    let text = support::text(GLOSSARY);
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let terms = rows.filter_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [term, _, path] = cells[..] else { panic!("a row has a term, a meaning and a place: {row}") };
        let paths = path.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let heading = term == "term" || term.starts_with("--");
        (!heading).then(|| (term.trim_matches('*').to_owned(), paths))
    });
    terms.collect()
}

fn exists(path: &str) -> bool {
    if path.contains('/') { support::root().join(path).exists() } else { is_defined(path) }
}

/// Whether the code has the item. The longest prefix of the names that is a module is taken as one. The next name must
/// be defined in that module or below it, and any further names (a variant, a field or a method) must occur in the same
/// file.
fn is_defined(path: &str) -> bool {
    let names: Vec<&str> = path.trim_start_matches("crate::").trim_end_matches('!').split("::").collect();
    let depth = (0..=names.len()).rev().find(|depth| !files_of(&names[..*depth]).is_empty()).unwrap_or_default();
    let [item, members @ ..] = &names[depth..] else { return true };
    files_of(&names[..depth]).iter().any(|file| {
        let text = std::fs::read_to_string(file).expect("a file of the code");
        let lines = || text.lines().map(|line| line.split("//").next().unwrap_or_default());
        let defined = lines().any(|line| {
            let words = words(line);
            words.windows(2).any(|pair| DEFINING.contains(&pair[0]) && pair[1] == *item)
        });
        defined && members.iter().all(|member| lines().any(|line| words(line).contains(member)))
    })
}

/// The files of a module and of all below it; none where there is no such module.
fn files_of(module: &[&str]) -> Vec<PathBuf> {
    let folder = module.iter().fold(support::root().join("src"), |path, name| path.join(name));
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("what is in it").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.extend(Some(folder.with_extension("rs")).filter(|file| file.is_file()));
    found
}

fn words(line: &str) -> Vec<&str> {
    line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty()).collect()
}

#[test]
fn what_the_code_lacks_is_noticed() {
    for path in ["session::Transcript", "session::transcript::Transcript", "src/session/state.rs", "session", "rule!"] {
        assert!(exists(path), "{path}");
    }
    for path in ["session::Nothing", "nothing::Transcript", "src/session/nothing.rs", "session::Transcript::flies"] {
        assert!(!exists(path), "{path}");
    }
}
