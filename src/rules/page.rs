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
    if rule.severity == Severity::Warning {
        let _ = write!(
            page,
            "\n## Where you mean it so\n\nIn the scenario, with your reason:\n\n\
             ```ron\nallow: [(code: \"{}\", reason: \"\u{2026}\")],\n```\n",
            rule.code
        );
    }
    page
}

/// The index of all pages, by severity and then by code.
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
        for rule in rules().iter().filter(|rule| rule.severity == severity) {
            let _ = writeln!(
                page,
                "| [`{0}`]({0}.md) | {1} |",
                rule.code,
                rule.documentation.summary().replace('|', "\\|")
            );
        }
    }
    page
}

#[must_use]
pub fn lead(rule: &Rule) -> String {
    format!("*{}*: {}", rule.severity.word(), rule.documentation.summary())
}

/// Everything after the summary, with the contexts of the examples in words, and with empty lines around headings and
/// examples however the doc comment is spaced.
pub(super) fn lines(rule: &Rule) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in rule.documentation.after_summary() {
        let fence = line.starts_with("```");
        let gap = !in_example && (fence || line.starts_with('#') || lines.last().is_some_and(|last| parts(last)));
        if gap && lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(String::new());
        }
        in_example ^= fence;
        match line.strip_prefix("```").and_then(|fence| fence.split_once(' ')) {
            Some((language, context)) => {
                lines.extend([format!("In {context}:"), String::new(), format!("```{language}")]);
            }
            None if line.is_empty() && !in_example && lines.last().is_none_or(String::is_empty) => {}
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Whether an empty line follows this one.
fn parts(line: &str) -> bool {
    line.starts_with('#') || line == "```"
}
