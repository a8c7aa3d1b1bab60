//! The documentation of rules as Markdown pages.

use std::fmt::Write as _;

use crate::source::{Rule, Severity};

use super::rules;

/// A rule's page.
#[must_use]
pub fn page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n{}\n\n", rule.code, lead(rule));
    for line in lines(rule) {
        page.push_str(&line);
        page.push('\n');
    }
    page
}

/// The page that leads to all others, by how bad it is and then by code.
#[must_use]
pub fn index() -> String {
    let mut page = "# Diagnostics\n\nWhat `bedside check` can find in a file, each with its reason and the way out; \
                    `bedside explain CODE` prints the same.\n"
        .to_owned();
    let errors = (Severity::Error, "Errors", "A file with one of these is not played.");
    let warnings = (
        Severity::Warning,
        "Warnings",
        "A file with these is played. Where you mean it so, say why: \
         `allow: [(code: \"unused-flag\", reason: \"\u{2026}\")]`.",
    );
    for (severity, heading, lead) in [errors, warnings] {
        let _ = writeln!(page, "\n## {heading}\n\n{lead}\n\n| code | |\n|---|---|");
        for rule in rules().filter(|rule| rule.severity == severity) {
            let _ = writeln!(page, "| [`{0}`]({0}.md) | {1} |", rule.code, rule.summary().replace('|', "\\|"));
        }
    }
    page
}

/// How bad it is and what it is about, as one line.
#[must_use]
pub fn lead(rule: &Rule) -> String {
    format!("*{}*: {}", rule.severity.word(), rule.summary())
}

/// All behind the lead, with the places of the examples said in words.
pub(super) fn lines(rule: &Rule) -> impl Iterator<Item = String> {
    let behind_lead = rule.lines().skip_while(|line| !line.is_empty()).skip_while(|line| line.is_empty());
    behind_lead.map(|line| match line.strip_prefix("```").and_then(|fence| fence.split_once(' ')) {
        Some((language, place)) => format!("In {place}:\n\n```{language}"),
        None => line.to_owned(),
    })
}
