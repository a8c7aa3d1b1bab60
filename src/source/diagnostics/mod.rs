//! Rules and diagnostics as data.

mod diagnostic;
mod report;
pub(crate) mod rule;
mod severity;
pub(crate) mod suggest;

pub use diagnostic::{Diagnostic, Note};
pub use report::Report;
pub(crate) use report::{TOO_MANY_ERRORS, too_many_errors};
pub use rule::{Example, Rule};
pub use severity::Severity;
