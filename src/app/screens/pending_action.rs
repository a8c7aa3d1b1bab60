//! What a view asks for, and the window that it is shown in.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};

use crate::app::waker::Waker;
use crate::ui;

/// What a view asked for in this frame; done in the next. egui may run a pass twice, so the second
/// answer replaces the first.
#[derive(Resource, Debug)]
pub(super) struct PendingAction<A>(pub(super) Option<A>);

impl<A> Default for PendingAction<A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<A: Send + Sync + 'static> PendingAction<A> {
    /// Notes what was asked for, and asks for the frame in which it is done.
    pub(super) fn set(&mut self, action: Option<A>, wake: &mut Waker) {
        if action.is_some() {
            self.0 = action;
            wake.at_once();
        }
    }
}

/// Something was asked for.
pub(super) fn has_action<A: Send + Sync + 'static>(pending: Res<PendingAction<A>>) -> bool {
    pending.0.is_some()
}

/// Shows a view over the whole window.
pub(super) fn frame<R>(contexts: &mut EguiContexts, show: impl FnOnce(&mut egui::Ui) -> R) -> Result<R> {
    Ok(ui::frame(contexts.ctx_mut()?, show))
}
