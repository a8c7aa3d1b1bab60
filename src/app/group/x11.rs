//! The screens under X11, where winit 0.30 is not told when one comes or goes: what it asks the server to send it, the old
//! client library drops, which does not know that kind of event.

use std::env;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, WinitUserEvent};
use x11rb::connection::Connection;
use x11rb::protocol::randr::{ConnectionExt, MonitorInfo, NotifyMask};

/// The places of the screens, in pixels, and a thread that follows them.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct XScreens(Arc<Mutex<Option<Vec<IRect>>>>);

impl XScreens {
    /// The places of the screens; `None` where the display is another, or not asked yet.
    pub(super) fn places(&self) -> Option<Vec<IRect>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Follows the screens from now on, on a thread that sleeps until one comes or goes.
pub(super) fn follow(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    if env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty()) {
        return;
    }
    let screens = XScreens::default();
    commands.insert_resource(screens.clone());
    let proxy = (**proxy).clone();
    // Where the display cannot be asked, what winit knows has to do.
    let following = move || drop(ask(&screens, &proxy));
    let _ = std::thread::Builder::new().name("screens".to_owned()).spawn(following);
}

/// Asks for the screens over and over, whenever the server says that something has changed.
fn ask(screens: &XScreens, proxy: &EventLoopProxy<WinitUserEvent>) -> Result<(), Box<dyn Error>> {
    let (display, number) = x11rb::connect(None)?;
    let root = display.setup().roots.get(number).ok_or("no such screen")?.root;
    display.randr_select_input(root, NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE)?;
    loop {
        let found = display.randr_get_monitors(root, true)?.reply()?.monitors;
        let places = found.iter().map(place).collect();
        *screens.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(places);
        proxy.send_event(WinitUserEvent::WakeUp)?;
        display.wait_for_event()?;
    }
}

fn place(monitor: &MonitorInfo) -> IRect {
    let corner = IVec2::new(monitor.x.into(), monitor.y.into());
    IRect { min: corner, max: corner + IVec2::new(monitor.width.into(), monitor.height.into()) }
}
