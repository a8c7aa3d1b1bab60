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
pub(super) trait Audible: Resource<Mutability = Mutable> {
    /// Whether these settings ask for it.
    fn is_asked_for(settings: &Settings) -> bool;

    /// What to say where this computer has no program for it.
    fn missing() -> Option<String>;

    fn status(&mut self) -> &mut AudioStatus;
}

/// Whether something is wanted, and what stands in the way of it. That comes from other threads, and is reported once.
#[derive(Debug)]
pub(super) struct AudioStatus {
    is_wanted: bool,
    trouble: Option<String>,
    sender: Sender<String>,
    receiver: Mutex<Receiver<String>>,
}

impl Default for AudioStatus {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { is_wanted: false, trouble: None, sender, receiver: Mutex::new(receiver) }
    }
}

impl AudioStatus {
    pub(super) const fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Why nothing can be heard, where it is wanted.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref().filter(|_| self.is_wanted)
    }

    /// Reports trouble from another thread, and wakes the window for it.
    pub(super) fn error_sender(&self, proxy: &EventLoopProxyWrapper) -> impl FnOnce(String) + Send + 'static {
        let (sender, proxy) = (self.sender.clone(), (**proxy).clone());
        move |trouble| {
            // Where nobody listens any more, the window is closing.
            let _ = sender.send(trouble);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }

    /// Takes in what came from other threads; returns it where it is new.
    fn receive(&mut self) -> Option<String> {
        let trouble = self.receiver.lock().ok().and_then(|receiver| receiver.try_iter().last())?;
        let is_new = self.trouble.as_ref() != Some(&trouble);
        self.trouble = Some(trouble.clone());
        is_new.then_some(trouble)
    }
}

/// Reports what stood in the way, once.
pub(super) fn report_trouble<T: Audible>(mut heard: ResMut<T>, mut notices: ResMut<Notices>) {
    if let Some(trouble) = heard.bypass_change_detection().status().receive() {
        notices.tell(trouble);
    }
}

/// Follows the setting. When it is switched on, what cannot work is reported at once.
pub(super) fn follow_setting<T: Audible>(preferences: Res<Preferences>, mut heard: ResMut<T>) {
    let status = heard.bypass_change_detection().status();
    let is_wanted = T::is_asked_for(&preferences);
    if is_wanted && !status.is_wanted {
        status.trouble = T::missing();
    }
    status.is_wanted = is_wanted;
}
