//! The bytes of a file → source tree, scenario, report: nothing is fatal, and what has no errors can be played.

use std::sync::Arc;

use bedside::rubric::Rubric;
use bedside::session::{Chance, Session};
use bedside::source::{Diagnostic, Report};

use super::agreement::{agrees, spans_hold};
use super::{Depth, conversation, reading};

/// The most diagnostics of one file.
const MAX_DIAGNOSTICS: usize = 1001;

/// No message is longer than this, in bytes.
const MAX_MESSAGE_LENGTH: usize = 1000;

/// The properties of a file's bytes.
#[track_caller]
pub(crate) fn load(input: &[u8], rubric: &Arc<Rubric>) -> Depth {
    let text = String::from_utf8_lossy(input);
    agrees(&text);
    spans_hold(&text);
    let reading = reading(text, rubric);
    assert_eq!(reading.scenario.is_none(), reading.report.has_errors(), "a scenario or errors");
    let said = reading.report.diagnostics.len();
    assert!(said <= MAX_DIAGNOSTICS, "{said} diagnostics");
    report_holds(&reading.report);
    let Some(scenario) = reading.scenario.map(Arc::new) else { return Depth::Partial };
    let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(1));
    let first = |session: &Session| session.state().options(&scenario).next();
    while let Some(first) = first(&session) {
        session.choose(first, None).expect("it is on offer");
        assert!(session.transcript().turns.len() <= scenario.choices.len(), "each choice is taken once");
    }
    conversation::holds(&session);
    Depth::Full
}

/// Diagnostics are in order, within the text and within limits, and can be rendered for people and programs.
#[track_caller]
pub(super) fn report_holds(report: &Report) {
    let text = report.source.text();
    assert!(report.diagnostics.is_sorted_by_key(Diagnostic::place));
    let errors = report.diagnostics.iter().any(Diagnostic::is_error);
    assert_eq!(report.has_errors(), errors);
    for found in &report.diagnostics {
        for span in found.notes.iter().map(|note| note.span).chain([found.span]) {
            assert!(text.get(span.start()..span.end()).is_some(), "{found:?}");
        }
        assert!(!found.message.is_empty() && found.message.len() <= MAX_MESSAGE_LENGTH, "{found:?}");
    }
    #[cfg(feature = "files")]
    super::rendered::can_be_rendered(report);
}
