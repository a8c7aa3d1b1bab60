//! RON text → scenario, with everything that is wrong about it found in one pass.

use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rubric::Rubric;
use crate::source::decode::{MISSING_FIELD, Read, Reader};
use crate::source::tree::{Node, Value};
use crate::source::{Diagnostic, Report, Severity, Source, parse};

use super::document::ScenarioDoc;
use super::{Scenario, checks, resolve};

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
    let mut found = parsed.diagnostics;
    let mut scenario = None;
    if let Some(root) = &parsed.root {
        if let Some(version) = other_version(root) {
            found.push(version);
        } else if parsed.complete {
            scenario = decode(root, rubric, &source, &mut found);
        } else {
            decode_part(root, &mut found);
        }
    }
    if found.iter().any(|one| one.severity == Severity::Error) {
        scenario = None;
    }
    Reading { scenario, report: Report::new(source, found) }
}

fn decode(root: &Node, rubric: &Arc<Rubric>, source: &Source, found: &mut Vec<Diagnostic>) -> Option<Scenario> {
    let mut reader = Reader::default();
    let document = ScenarioDoc::read(root, &mut reader);
    found.append(&mut reader.diagnostics);
    let document = document?;
    let wrong = |found: &[Diagnostic]| found.iter().any(|one| one.severity == Severity::Error);
    found.extend(checks::check(&document, rubric, wrong(found)));
    if wrong(found) {
        return None;
    }
    let scenario = resolve::resolve(&document, rubric, ContentHash::of([source.text()]));
    if scenario.is_none() {
        let message = "this scenario could not be put together, although no mistake was found in it";
        found.push(
            Diagnostic::error("unresolved", document.span, message)
                .hint("this is a fault of Bedside: please report it with the file"),
        );
    }
    scenario
}

/// Where a syntax error hides part of the text, what seems to be missing may stand there: only what
/// can be seen is judged.
fn decode_part(root: &Node, found: &mut Vec<Diagnostic>) {
    let mut reader = Reader::default();
    ScenarioDoc::read(root, &mut reader);
    found.extend(reader.diagnostics.into_iter().filter(|one| one.code != MISSING_FIELD));
}

/// A format that another version of Bedside reads: all else would be noise.
fn other_version(root: &Node) -> Option<Diagnostic> {
    let Value::Fields { fields, .. } = &root.value else { return None };
    let (_, format) = fields.iter().find(|(name, _)| name.text == "format")?;
    match format.value {
        Value::Integer(version) if version > FORMAT => Some(
            Diagnostic::error(
                "newer-format",
                format.span,
                format!("this file has format {version}, and this version of Bedside reads format {FORMAT}"),
            )
            .hint("use a newer version of Bedside"),
        ),
        Value::Integer(version) if version < FORMAT => Some(
            Diagnostic::error("unknown-format", format.span, format!("there never was a format {version}"))
                .hint(format!("write `format: {FORMAT}`")),
        ),
        _ => None,
    }
}
