//! RON text → scenario, with everything that is wrong about it found in one pass.

use std::sync::Arc;

use crate::hash::ContentHash;
use crate::rubric::Rubric;
use crate::source::decode::{Entries, MOST_DIAGNOSTICS, Read, Reader, without_echoes};
use crate::source::tree::{Node, Value};
use crate::source::{Arena, Diagnostic, Parsed, Report, Severity, Source, Span, parse, parse_in_parts};

use super::document::ScenarioDoc;
use super::{Allowances, Scenario, SourceMap, checks, resolve, rules};

/// The format that this version reads.
const FORMAT: i64 = 1;

/// What came of reading a scenario: the scenario, unless there are errors, and what was found.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The scenario, where nothing is wrong with it beyond warnings.
    pub scenario: Option<Scenario>,
    /// Where the scenario's parts are written, where there is one.
    pub source_map: Option<SourceMap>,
    /// Errors and warnings, in the order of the text.
    pub report: Report,
    /// The warnings that the file silences, for those who look for more of them.
    pub allowances: Allowances,
}

/// Reads a scenario.
#[must_use]
pub fn read(source: Source, rubric: &Arc<Rubric>) -> Reading {
    let (syntax, read) = read_text(&source, rubric);
    let found = without_echoes(&source, &syntax, read.found);
    let sound = read.placed.filter(|_| syntax.is_empty() && !any_error(&found));
    let (scenario, source_map) = sound.unzip();
    // Where there is too much to show, syntax errors are kept: they may be what is wrong with the rest.
    let most = MOST_DIAGNOSTICS.saturating_sub(syntax.len());
    let report = Report::new(source, found).at_most(most).with(syntax);
    Reading { scenario, source_map, report, allowances: read.allowances }
}

/// What is wrong with the text, and what was read from it. Where a syntax error hides a part of the file,
/// nothing is said about how its parts go together.
fn read_text(source: &Source, rubric: &Arc<Rubric>) -> (Vec<Diagnostic>, Decoded) {
    if let Some((document, opening)) = read_in_parts(source) {
        return (Vec::new(), put_together(document, rubric, Vec::new(), false, source, opening));
    }
    let arena = Arena::new();
    let parsed = parse(source.text(), &arena);
    let mut reader = Reader::new(source, &parsed);
    let Parsed { root, diagnostics: syntax, .. } = parsed;
    let Some(root) = root else { return (syntax, Decoded::default()) };
    if let Some(version) = other_version(&root) {
        return (syntax, Decoded { found: vec![version], ..Decoded::default() });
    }
    let document = ScenarioDoc::read(&root, &mut reader);
    let opening = root.opening();
    // The tree of a long scenario is large, and nobody asks it any more.
    drop(arena);
    let complete = reader.complete();
    let found = reader.into_diagnostics();
    let read = match document {
        Some(document) if complete && found.len() <= MOST_DIAGNOSTICS => {
            put_together(document, rubric, found, !syntax.is_empty(), source, opening)
        }
        _ => Decoded { found, ..Decoded::default() },
    };
    (syntax, read)
}

/// The document and where it opens, if nothing is found to be wrong on the way. Each scene is read as soon as
/// its part of the tree is there: the whole tree of a long scenario is large, and nobody asks it twice.
fn read_in_parts(source: &Source) -> Option<(ScenarioDoc, Span)> {
    let arena = Arena::new();
    let mut reader = Reader::new(source, &Parsed { root: None, diagnostics: Vec::new(), complete: true });
    let mut scenes = Entries(Vec::new());
    let root = parse_in_parts(source.text(), &arena, "scenes", |id, scene| {
        scenes.add(id, scene, &mut reader);
        reader.noted() == 0
    })?;
    let mut document = ScenarioDoc::read(&root, &mut reader).filter(|_| reader.noted() == 0)?;
    document.scenes.as_mut()?.value = scenes;
    other_version(&root).is_none().then(|| (document, root.opening()))
}

/// What was read from a tree.
#[derive(Default)]
struct Decoded {
    /// The scenario, and where its parts are written.
    placed: Option<(Scenario, SourceMap)>,
    /// What was found beside syntax errors.
    found: Vec<Diagnostic>,
    allowances: Allowances,
}

fn any_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity == Severity::Error)
}

/// The scenario, unless anything is wrong with it.
fn put_together(
    document: ScenarioDoc,
    rubric: &Arc<Rubric>,
    mut found: Vec<Diagnostic>,
    syntax_is_wrong: bool,
    source: &Source,
    opening: Span,
) -> Decoded {
    let already_wrong = syntax_is_wrong || any_error(&found);
    found.extend(checks::check(&document, rubric, already_wrong));
    if already_wrong || any_error(&found) {
        return Decoded { found, ..Decoded::default() };
    }
    let allowances = Allowances::of(&document);
    let mut found = allowances.judge(checks::CHECK_RULES, found);
    let placed = resolve::resolve(&document, rubric, ContentHash::of([source.text()]));
    if placed.is_none() {
        let message = "This scenario could not be put together, although no mistake was found in it";
        let way_out = "this is a fault of Bedside: please report it with the file";
        found.push(rules::UNRESOLVED.at(opening, message).hint(way_out));
    }
    Decoded { placed, found, allowances }
}

/// A format that another version of Bedside reads: all else would be noise.
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
