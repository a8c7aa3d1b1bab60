//! A line at the foot of the window for what the trainee should know and need not act on.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// What there is to know, the latest; gone once it is dismissed.
#[derive(Resource, Debug, Default)]
pub(super) struct Notices(Option<String>);

impl Notices {
    /// Tells something.
    pub(super) fn tell(&mut self, what: impl Into<String>) {
        self.0 = Some(what.into());
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notices>();
    app.add_systems(EguiPrimaryContextPass, show);
}

fn show(mut contexts: EguiContexts, mut notices: ResMut<Notices>) -> Result {
    let Some(told) = &notices.0 else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    if crate::ui::notice::show(ctx, told) {
        notices.0 = None;
        ctx.request_repaint();
    }
    Ok(())
}
