//! A report can be rendered for people and for programs, whatever the text.

use bedside::library::{RenderStyle, render_report, report_as_json};
use bedside::source::Report;

/// Every diagnostic is rendered in every style, without control characters that a terminal would obey, and as JSON.
#[track_caller]
pub(super) fn can_be_rendered(report: &Report) {
    let plain = render_report(report, RenderStyle::Plain);
    let control = |sign: char| sign.is_control() && sign != '\n';
    assert!(!plain.contains(control), "{plain:?}");
    for columns in [20, 100] {
        let coloured = render_report(report, RenderStyle::Coloured { columns });
        assert_eq!(coloured.is_empty(), report.diagnostics.is_empty());
    }
    let as_json = report_as_json(report).map(|one| serde_json::to_string(&one).expect("it is plain data"));
    assert_eq!(as_json.count(), report.diagnostics.len());
}
