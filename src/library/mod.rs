//! Scenarios from files and from the binary, and what is reported about files that cannot be used.

mod as_played;
mod built_in;
mod catalogue;
mod file;
mod folder;
mod github;
mod json;
mod new_file;
mod notice;
mod plans;
mod reader;
mod rendering;
mod scenes;
mod text;
mod visible;

pub use as_played::as_played;
pub use built_in::{SCENARIOS, rubric, scenarios};
pub use catalogue::{Entry, Library, Origin};
pub use folder::{Folder, MAX_FILES, ReadFile, read_file};
pub use github::{failure_as_command, notice_as_command, report_as_commands};
pub use json::{JsonDiagnostic, notice_as_json, report_as_json};
pub use new_file::write_new;
#[cfg(feature = "records")]
pub(crate) use new_file::{refuse_device, write_or_remove};
pub use notice::Notice;
pub use plans::{PlanResult, plans_of, run_plan};
pub use reader::Reader;
pub use rendering::{MAX_RENDERED, RenderStyle, render_each, render_notice, render_report};
pub use scenes::SceneSpans;
pub use text::text_of;
pub use visible::visible;
