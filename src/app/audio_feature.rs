//! What can be heard where the trainee wants it: whether it is wanted, and what stands in the way of it.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};

use bevy::ecs::component::Mutable;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::ui::Settings;

use super::app_data::Preferences;
use super::notice::Notices;

/// A part of the window that is heard where the settings say so.
pub(super) trait AudioFeature: Resource<Mutability = Mutable> {
    /// Whether these settings ask for it.
    fn is_enabled_in(settings: &Settings) -> bool;

    /// What to say where this computer has no program for it.
    fn missing() -> Option<String>;

    fn status(&mut self) -> &mut AudioStatus;
}

/// Whether something is wanted, and what stands in the way of it. That comes from other threads, and is reports once.
#[derive(Debug)]
pub(super) struct AudioStatus {
    is_wanted: bool,
    problem: Option<String>,
    sender: Sender<String>,
    reports: Mutex<Receiver<String>>,
}

impl Default for AudioStatus {
    fn default() -> Self {
        let (sender, reports) = mpsc::channel();
        Self { is_wanted: false, problem: None, sender, reports: Mutex::new(reports) }
    }
}

impl AudioStatus {
    pub(super) const fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Why nothing can be heard, where it is wanted.
    pub(super) fn problem(&self) -> Option<&str> {
        self.problem.as_deref().filter(|_| self.is_wanted)
    }

    /// Tells of problem from another thread, and wakes the window for it.
    pub(super) fn reporter(&self, proxy: &EventLoopProxyWrapper) -> impl FnOnce(String) + Send + 'static {
        let (sender, proxy) = (self.sender.clone(), (**proxy).clone());
        move |problem| {
            // Where nobody listens any more, the window is closing.
            let _ = sender.send(problem);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }

    /// Takes in what came from other threads; returns it where it is new.
    fn receive(&mut self) -> Option<String> {
        let reports = self.reports.lock().ok().and_then(|reports| reports.try_iter().last())?;
        let is_new = self.problem.as_ref() != Some(&reports);
        self.problem = Some(reports.clone());
        is_new.then_some(reports)
    }
}

/// Tells what stood in the way, once.
pub(super) fn report_problems<T: AudioFeature>(mut feature: ResMut<T>, mut notices: ResMut<Notices>) {
    if let Some(problem) = feature.bypass_change_detection().status().receive() {
        notices.push(problem);
    }
}

/// Follows the setting. When it is switched on, what cannot work is reports at once.
pub(super) fn apply_setting<T: AudioFeature>(preferences: Res<Preferences>, mut feature: ResMut<T>) {
    let status = feature.bypass_change_detection().status();
    let is_wanted = T::is_enabled_in(&preferences);
    if is_wanted && !status.is_wanted {
        status.problem = T::missing();
    }
    status.is_wanted = is_wanted;
}
