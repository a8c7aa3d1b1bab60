//! `bedside explain`: what a diagnostic means, why it matters, and the way out.

use std::io::{self, Write};

use clap::builder::styling::Style;

use crate::rules::{self, rules};
use crate::source::{Rule, suggest};

use super::arguments::ExplainArguments;
use super::failure::Failure;
use super::page::Page;

const HEADING: Style = Style::new().bold();
const EXAMPLE: Style = Style::new().dimmed();

/// Prints the documentation of one code, or names all of them.
///
/// # Errors
/// Where there is no such code, and where the output cannot be written.
pub(super) fn run(arguments: &ExplainArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let Some(code) = &arguments.code else { return Ok(list(out)?) };
    // A code is most easily copied with the brackets that `check` puts around it.
    let written = code.trim_matches(['[', ']', '`']);
    match rules::rule(written) {
        Some(rule) => Ok(explain(rule, out)?),
        None => Err(unknown(code)),
    }
}

fn unknown(code: &str) -> Failure {
    let failure = Failure::usage(format!("there is no diagnostic \u{201c}{code}\u{201d}"));
    let failure = match suggest::closest(code, rules().map(|rule| rule.code)) {
        Some(close) => failure.hint(format!("did you mean `{close}`?")),
        None => failure,
    };
    failure.hint("`bedside explain` names all of them")
}

fn list(out: &mut dyn Write) -> io::Result<()> {
    let widest = rules().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in rules() {
        writeln!(out, "{:widest$}  {:7}  {}", rule.code, rule.severity.word(), rule.summary())?;
    }
    Ok(())
}

/// The rule's page, its paragraphs wrapped and its examples indented.
fn explain(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEADING}{}[{}]{HEADING:#}", rule.severity.word(), rule.code)?;
    Page::new(out).text(&rule.summary())?;
    let page = rules::page(rule);
    let mut paragraph: Vec<&str> = Vec::new();
    let mut in_example = false;
    for line in page.lines().skip_while(|line| !line.starts_with("## ")) {
        if line.starts_with("```") {
            in_example = !in_example;
        } else if in_example {
            writeln!(out, "    {EXAMPLE}{line}{EXAMPLE:#}")?;
        } else if let Some(heading) = line.strip_prefix("## ") {
            writeln!(out, "\n{HEADING}{heading}{HEADING:#}")?;
        } else if line.is_empty() {
            print(&mut paragraph, out)?;
        } else {
            paragraph.push(line);
        }
    }
    print(&mut paragraph, out)
}

fn print(paragraph: &mut Vec<&str>, out: &mut dyn Write) -> io::Result<()> {
    if paragraph.is_empty() {
        return Ok(());
    }
    let text = std::mem::take(paragraph).join(" ");
    Page::new(out).indented("  ", &text)
}
