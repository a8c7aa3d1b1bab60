//! The action that a view returned, and the frame that a view is shown in.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, egui};

use crate::app::waker::Waker;
use crate::ui;

/// The action that a view returned in this frame, to be applied in the next. egui may run a pass twice, so a second
/// action replaces the first.
#[derive(Resource, Debug)]
pub(super) struct PendingAction<A>(pub(super) Option<A>);

impl<A> Default for PendingAction<A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<A: Send + Sync + 'static> PendingAction<A> {
    /// Sets the action, and requests the frame in which it is applied.
    pub(super) fn set(&mut self, action: Option<A>, wake: &mut Waker) {
        if action.is_some() {
            self.0 = action;
            wake.at_once();
        }
    }
}

/// A run condition: there is an action to apply.
pub(super) fn has_action<A: Send + Sync + 'static>(pending: Res<PendingAction<A>>) -> bool {
    pending.0.is_some()
}

/// Shows a view over the whole window.
pub(super) fn frame<R>(contexts: &mut EguiContexts, show: impl FnOnce(&mut egui::Ui) -> R) -> Result<R> {
    Ok(ui::frame(contexts.ctx_mut()?, show))
}
