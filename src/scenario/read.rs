//! RON text → scenario, with all mistakes found in one pass.

use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rubric::Rubric;
use crate::source::decoding::{MAX_DIAGNOSTICS, Read, Reader, SyntaxFindings};
use crate::source::{Arena, Diagnostic, Node, Parsed, Report, Rule, Source, Span, Value, parse};

use super::document::ScenarioDoc;
use super::{Allowances, Scenario, SourceMap, checks, logic, resolve, rules};

/// The version of the format that this version of Bedside reads.
const FORMAT: i64 = 1;

/// The result of reading a scenario.
#[derive(Clone, Debug)]
pub struct Reading {
    /// `None` where there are errors.
    pub scenario: Option<Scenario>,
    /// Where the scenario's parts are written; `None` where there are errors.
    pub source_map: Option<SourceMap>,
    /// Errors and warnings, in the order of the text.
    pub report: Report,
    /// The warnings that the file silences, for checks of the resolved scenario.
    pub allowances: Allowances,
}

/// Reads a scenario. `rules` are all rules that a file is checked against, here or elsewhere: it may allow the
/// warnings among them.
#[must_use]
pub fn read(source: Source, rubric: &Arc<Rubric>, rules: &[&'static Rule]) -> Reading {
    let Decoded { mut syntax, mut found, document } = decode(&source);
    let mut allowances = Allowances::default();
    let mut resolved = None;
    if let Some((document, opening)) = document {
        let has_errors = !syntax.errors.is_empty() || any_error(&found);
        found.extend(checks::check(&document, rubric, rules, has_errors));
        if !has_errors && !any_error(&found) {
            allowances = Allowances::of(&document, rules);
            found = allowances.judge(checks::CHECK_RULES, found);
            resolved = resolve::resolve(&document, rubric, ContentHash::of([source.text()]));
            found.extend(resolved.is_none().then(|| unresolved(opening)));
        }
    }
    let (scenario, source_map) = resolved.unzip();
    syntax.tell_once(&source, &mut found);
    logic::told_as_conditions(&source, &mut syntax.errors);
    // Where there are too many diagnostics to show, syntax errors are kept: they may have caused the others.
    let most = MAX_DIAGNOSTICS.saturating_sub(syntax.errors.len());
    let report = Report::new(source, found).at_most(most).with(syntax.errors);
    Reading { scenario, source_map, report, allowances }
}

/// A decoded text and its diagnostics.
#[derive(Default)]
struct Decoded {
    syntax: SyntaxFindings,
    found: Vec<Diagnostic>,
    /// The document and the span of its opening bracket. `None` where a syntax error hides a part of the file: then
    /// nothing is reported about how its parts fit together.
    document: Option<(ScenarioDoc, Span)>,
}

fn decode(source: &Source) -> Decoded {
    let arena = Arena::new();
    let parsed = parse(source.text(), &arena);
    let mut reader = Reader::new(source, &parsed);
    let Parsed { root, diagnostics: errors, doubtful_from, .. } = parsed;
    let mut syntax = SyntaxFindings { errors, doubtful_from, unquoted_words: Vec::new() };
    let Some(root) = root else { return Decoded { syntax, ..Decoded::default() } };
    if let Some(version) = other_version(&root) {
        return Decoded { syntax, found: vec![version], document: None };
    }
    let document = ScenarioDoc::read(&root, &mut reader);
    let complete = reader.complete();
    let found;
    (found, syntax.unquoted_words) = reader.into_diagnostics();
    let document = document.filter(|_| complete && found.len() <= MAX_DIAGNOSTICS);
    Decoded { syntax, found, document: document.map(|document| (document, root.opening())) }
}

fn any_error(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}

fn unresolved(opening: Span) -> Diagnostic {
    let message = "This scenario could not be put together, although no mistake was found in it";
    let hint = "this is a fault of Bedside: please report it with the file";
    rules::UNRESOLVED.at(opening, message).hint(hint)
}

/// A diagnostic about a format that this version of Bedside does not read; then nothing else is reported.
fn other_version(root: &Node<'_>) -> Option<Diagnostic> {
    let Value::Fields { fields, .. } = &root.value else { return None };
    let (_, format) = fields.iter().find(|(name, _)| name.text == "format")?;
    match format.value {
        Value::Integer(version) if version > FORMAT => {
            let message = format!("This file has format {version}, and this version of Bedside reads format {FORMAT}");
            let newer = rules::NEWER_FORMAT.at(format.span, message);
            Some(newer.hint("use a newer version of Bedside"))
        }
        Value::Integer(version) if version < FORMAT => {
            let never = rules::UNKNOWN_FORMAT.at(format.span, format!("There never was a format {version}"));
            Some(never.hint(format!("write `format: {FORMAT}`")))
        }
        _ => None,
    }
}
