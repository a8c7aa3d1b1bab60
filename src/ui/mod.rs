//! The screens as egui views, without a window.
//!
//! A view is a function of a model and returns an action; it changes nothing itself. The app that owns the state calls
//! [`apply`] when the settings change, [`frame`] once a pass, and in it the `show` of the screen that is open:
//!
//! ```
//! # use bedside::ui::{self, library, Settings};
//! # fn pass(ctx: &egui::Context, settings: &Settings, model: &library::Library<'_>) {
//! ui::apply(ctx, &settings.look(ui::Motion::System));
//! let action = ui::frame(ctx, |ui| library::show(ui, model));
//! # }
//! ```

pub mod author;
pub mod conversation;
pub mod debrief;
pub mod findings;
pub mod group;
pub mod library;
pub mod notice;
#[cfg(feature = "records")]
pub mod past;
pub mod prebrief;
#[cfg(feature = "records")]
pub mod profiles;
#[cfg(feature = "records")]
pub mod progress;
pub mod reflection;
pub mod settings_screen;

#[cfg(test)]
mod contrast;
mod look;
mod palette;
mod road_taken;
mod scenes_met;
mod settings;
mod thumbnail;
mod tokens;
mod whereabouts;
mod widgets;
mod words;

pub use look::{Look, ScreenScale, apply, frame};
pub use palette::Palette;
pub use road_taken::RoadTaken;
pub use scenes_met::scenes_met;
pub use settings::{Motion, Reading, Settings, TextSize, Theme};
pub use thumbnail::Thumbnail;
pub use tokens::TypeSize;
#[cfg(feature = "app")]
pub(crate) use words::SWITCHED_OFF;
