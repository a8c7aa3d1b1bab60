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

    fn wish(&mut self) -> &mut Wish;
}

/// Whether something is wanted, and what stands in the way of it. That comes from other threads, and is told once.
#[derive(Debug)]
pub(super) struct Wish {
    is_wanted: bool,
    trouble: Option<String>,
    tell: Sender<String>,
    told: Mutex<Receiver<String>>,
}

impl Default for Wish {
    fn default() -> Self {
        let (tell, told) = mpsc::channel();
        Self { is_wanted: false, trouble: None, tell, told: Mutex::new(told) }
    }
}

impl Wish {
    pub(super) const fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Why nothing can be heard, where it is wanted.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref().filter(|_| self.is_wanted)
    }

    /// Tells of trouble from another thread, and wakes the window for it.
    pub(super) fn teller(&self, proxy: &EventLoopProxyWrapper) -> impl FnOnce(String) + Send + 'static {
        let (tell, proxy) = (self.tell.clone(), (**proxy).clone());
        move |trouble| {
            // Where nobody listens any more, the window is closing.
            let _ = tell.send(trouble);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }

    /// Takes in what came from other threads; returns it where it is new.
    fn receive(&mut self) -> Option<String> {
        let told = self.told.lock().ok().and_then(|told| told.try_iter().last())?;
        let is_new = self.trouble.as_ref() != Some(&told);
        self.trouble = Some(told.clone());
        is_new.then_some(told)
    }
}

/// Tells what stood in the way, once.
pub(super) fn tell_trouble<T: Audible>(mut heard: ResMut<T>, mut notices: ResMut<Notices>) {
    if let Some(trouble) = heard.bypass_change_detection().wish().receive() {
        notices.tell(trouble);
    }
}

/// Follows the setting. When it is switched on, what cannot work is told at once.
pub(super) fn follow_setting<T: Audible>(preferences: Res<Preferences>, mut heard: ResMut<T>) {
    let wish = heard.bypass_change_detection().wish();
    let is_wanted = T::is_asked_for(&preferences);
    if is_wanted && !wish.is_wanted {
        wish.trouble = T::missing();
    }
    wish.is_wanted = is_wanted;
}
