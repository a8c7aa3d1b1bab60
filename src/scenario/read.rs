//! RON text → scenario, with everything that is wrong about it found in one pass.

use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rubric::Rubric;
use crate::source::decode::{MOST_DIAGNOSTICS, Read, Reader, without_echoes};
use crate::source::tree::{Node, Value};
use crate::source::{Diagnostic, Parsed, Report, Severity, Source, parse};

use super::document::ScenarioDoc;
use super::{Scenario, checks, code, resolve};

/// The format that this version reads.
const FORMAT: i128 = 1;

/// What came of reading a scenario: the scenario, unless there are errors, and what was found.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The scenario, where nothing is wrong with it beyond warnings.
    pub scenario: Option<Scenario>,
    /// Errors and warnings, in the order of the text.
    pub report: Report,
}

/// Reads a scenario.
#[must_use]
pub fn read(source: Source, rubric: &Arc<Rubric>) -> Reading {
    let parsed = parse(source.text());
    let (scenario, found) = parsed.root.as_ref().map_or((None, Vec::new()), |root| match other_version(root) {
        Some(version) => (None, vec![version]),
        None => decode(&parsed, root, rubric, &source),
    });
    let found = without_echoes(&source, &parsed.diagnostics, found);
    let all: Vec<Diagnostic> = parsed.diagnostics.into_iter().chain(found).collect();
    let scenario = scenario.filter(|_| !any_error(&all));
    Reading { scenario, report: Report::new(source, all).at_most(MOST_DIAGNOSTICS) }
}

fn any_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity == Severity::Error)
}

/// The scenario, unless anything is wrong with it, and what was found beside syntax errors. Where
/// one of those hides a part of the file, nothing is said about how its parts go together.
fn decode(parsed: &Parsed, root: &Node, rubric: &Arc<Rubric>, source: &Source) -> (Option<Scenario>, Vec<Diagnostic>) {
    let mut reader = Reader::new(source, parsed);
    let document = ScenarioDoc::read(root, &mut reader);
    let complete = reader.complete();
    let mut found = reader.into_diagnostics();
    let Some(document) = document.filter(|_| complete && found.len() <= MOST_DIAGNOSTICS) else {
        return (None, found);
    };
    let already_wrong = !parsed.diagnostics.is_empty() || any_error(&found);
    found.extend(checks::check(&document, rubric, already_wrong));
    if already_wrong || any_error(&found) {
        return (None, found);
    }
    let scenario = resolve::resolve(&document, rubric, ContentHash::of([source.text()]));
    if scenario.is_none() {
        let message = "This scenario could not be put together, although no mistake was found in it";
        found.push(
            Diagnostic::error(code::UNRESOLVED, root.opening(), message)
                .hint("this is a fault of Bedside: please report it with the file"),
        );
    }
    (scenario, found)
}

/// A format that another version of Bedside reads: all else would be noise.
fn other_version(root: &Node) -> Option<Diagnostic> {
    let Value::Fields { fields, .. } = &root.value else { return None };
    let (_, format) = fields.iter().find(|(name, _)| name.text == "format")?;
    match format.value {
        Value::Integer(version) if version > FORMAT => {
            let message = format!("This file has format {version}, and this version of Bedside reads format {FORMAT}");
            let newer = Diagnostic::error(code::NEWER_FORMAT, format.span, message);
            Some(newer.hint("use a newer version of Bedside"))
        }
        Value::Integer(version) if version < FORMAT => {
            let never =
                Diagnostic::error(code::UNKNOWN_FORMAT, format.span, format!("There never was a format {version}"));
            Some(never.hint(format!("write `format: {FORMAT}`")))
        }
        _ => None,
    }
}
