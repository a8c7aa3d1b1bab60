//! A feature that makes sound: whether it is switched on, and why it may not work.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};

use bevy::ecs::component::Mutable;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::policy::Feature;
use crate::ui::{SWITCHED_OFF, Settings};

use super::app_data::Preferences;
use super::notice::Notices;
use super::this_computer::ThisComputer;

/// A resource that makes sound if the settings say so.
pub(super) trait AudioFeature: Resource<Mutability = Mutable> {
    /// What a computer may be set to do without.
    const FEATURE: Feature;

    fn is_enabled_in(settings: &Settings) -> bool;

    /// The message for a computer that has no program for it.
    fn missing() -> Option<String>;

    fn status(&mut self) -> &mut AudioStatus;
}

/// Whether a feature is switched on, and what keeps it from working, as other threads report it.
#[derive(Debug)]
pub(super) struct AudioStatus {
    is_switched_on: bool,
    /// Whether this computer is to do without.
    is_off: bool,
    problem: Option<String>,
    sender: Sender<String>,
    reports: Mutex<Receiver<String>>,
}

impl Default for AudioStatus {
    fn default() -> Self {
        let (sender, reports) = mpsc::channel();
        Self { is_switched_on: false, is_off: false, problem: None, sender, reports: Mutex::new(reports) }
    }
}

impl AudioStatus {
    pub(super) const fn is_wanted(&self) -> bool {
        self.is_switched_on && !self.is_off
    }

    /// Why nothing can be heard although the feature is switched on.
    pub(super) fn problem(&self) -> Option<&str> {
        self.problem.as_deref().filter(|_| self.is_switched_on)
    }

    /// A function that reports a problem from another thread, and wakes the window.
    pub(super) fn reporter(&self, proxy: &EventLoopProxyWrapper) -> impl FnOnce(String) + Send + 'static {
        let (sender, proxy) = (self.sender.clone(), (**proxy).clone());
        move |problem| {
            // This fails only when the window is closing.
            let _ = sender.send(problem);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }

    /// Receives what other threads have reported; returns it if it is new.
    fn receive(&mut self) -> Option<String> {
        let reports = self.reports.lock().ok().and_then(|reports| reports.try_iter().last())?;
        let is_new = self.problem.as_ref() != Some(&reports);
        self.problem = Some(reports.clone());
        is_new.then_some(reports)
    }
}

/// Shows each new problem as a notice.
pub(super) fn report_problems<T: AudioFeature>(mut feature: ResMut<T>, mut notices: ResMut<Notices>) {
    if let Some(problem) = feature.bypass_change_detection().status().receive() {
        notices.push(problem);
    }
}

/// Follows the setting. When it is switched on, a missing program is reported at once, and so is that this computer is to do
/// without.
pub(super) fn apply_setting<T: AudioFeature>(
    preferences: Res<Preferences>,
    computer: Res<ThisComputer>,
    mut feature: ResMut<T>,
) {
    let status = feature.bypass_change_detection().status();
    let is_switched_on = T::is_enabled_in(&preferences);
    if is_switched_on && !status.is_switched_on {
        status.is_off = computer.is_off(T::FEATURE);
        status.problem = if status.is_off { Some(SWITCHED_OFF.to_owned()) } else { T::missing() };
    }
    status.is_switched_on = is_switched_on;
}
