//! `bedside explain`: what a diagnostic or a part of the format means, with examples.

use std::io::{self, Write};

use clap::builder::styling::Style;

use crate::library;
use crate::reference::{Entry, Lexicon};
use crate::rules::{self, rules};
use crate::source::decoding::short;
use crate::source::{Rule, suggest};

use super::arguments::ExplainArguments;
use super::failure::Failure;
use super::scenarios::refuse;
use super::terminal_page::TerminalPage;

const HEADING: Style = Style::new().bold();
const EXAMPLE: Style = Style::new().dimmed();

/// Prints the documentation of one code, or of a word of the format, of a catalogue or of the glossary; without a name,
/// lists all codes.
///
/// # Errors
/// Where nothing has that name, and where the output cannot be written.
pub(super) fn run(arguments: &ExplainArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let Some(name) = &arguments.name else { return Ok(list(out)?) };
    let rubric = library::rubric().map_err(|reports| refuse(&reports))?;
    let lexicon = Lexicon::new(&rubric);
    // A code is most easily copied with the brackets that `check` puts around it.
    let written = name.trim_matches(['[', ']', '`']);
    let rule = Rule::with_code(rules(), &written.to_lowercase().replace([' ', '_'], "-"));
    let entries = lexicon.find(written);
    if rule.is_none() && entries.is_empty() {
        return Err(unknown(name, &lexicon));
    }
    if let Some(rule) = rule {
        explain(rule, out)?;
    }
    for (number, entry) in entries.into_iter().enumerate() {
        if number > 0 || rule.is_some() {
            writeln!(out)?;
        }
        describe(entry, out)?;
    }
    Ok(())
}

fn unknown(name: &str, lexicon: &Lexicon<'_>) -> Failure {
    let failure = Failure::usage(format!("nothing is called \u{201c}{}\u{201d}", short(name)));
    let failure = match lexicon.closest(name, rules().iter().map(|rule| rule.code)) {
        Some(close) => failure.hint(suggest::did_you_mean(close)),
        None => failure,
    };
    failure
        .hint("`bedside explain` names all codes, `bedside explain behaviours` and the like all words of a catalogue")
}

fn list(out: &mut dyn Write) -> io::Result<()> {
    let widest = rules().iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in rules() {
        writeln!(out, "{:widest$}  {:7}  {}", rule.code, rule.severity.word(), rule.documentation.summary())?;
    }
    Ok(())
}

/// The reference's text for a name; its examples are printed as they are.
fn describe(entry: Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEADING}{}{HEADING:#}", entry.title())?;
    for line in entry.text().lines() {
        if line.starts_with("    ") {
            writeln!(out, "{EXAMPLE}{line}{EXAMPLE:#}")?;
        } else {
            TerminalPage::new(out).text(line)?;
        }
    }
    Ok(())
}

/// The rule's page, with its paragraphs wrapped and its examples indented.
fn explain(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEADING}{}[{}]{HEADING:#}", rule.severity.word(), rule.code)?;
    TerminalPage::new(out).text(&rule.documentation.summary())?;
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
    TerminalPage::new(out).indented("  ", &text)
}
