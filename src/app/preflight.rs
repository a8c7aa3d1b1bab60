//! Checks before the window is opened: the display, the libraries it needs, a renderer.

use std::fmt::{self, Display, Formatter};

use thiserror::Error;

use super::program::System;
use super::window::WorkArea;

/// Why no window can be opened here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Obstacle {
    #[error("there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)")]
    NoDisplay,
    #[error("the display \u{201c}{display}\u{201d} cannot be reached: {why}")]
    DisplayUnreachable { display: String, why: String },
    #[error("the window needs libraries that are not installed: {}", .libraries.join(", "))]
    MissingLibraries {
        libraries: Vec<String>,
        /// The Debian packages that contain them.
        packages: Vec<String>,
    },
    #[error("{}", no_renderer(System::THIS).0)]
    NoRenderer,
}

/// What a system draws with that is missing, and what helps there.
const fn no_renderer(system: System) -> (&'static str, &'static str) {
    match system {
        System::Windows => (
            "neither Direct3D 12 nor Vulkan can draw here, not even in software",
            "the window needs Windows 10 or later, which draws without a graphics card too: have Windows and its graphics driver \
             updated, or play in a terminal",
        ),
        System::Mac => ("Metal cannot draw here", "the window needs a Mac whose graphics have Metal"),
        System::Other => (
            "there is no Vulkan driver, not even one in software",
            "on Debian: `sudo apt-get install mesa-vulkan-drivers`, which also draws without a graphics card",
        ),
    }
}

impl Obstacle {
    /// How to resolve it, in plain words.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoDisplay | Self::DisplayUnreachable { .. } => {
                "start Bedside from a desktop, or play in the terminal: `bedside play ID --terminal`".to_owned()
            }
            Self::MissingLibraries { packages, .. } => {
                format!("on Debian: `sudo apt-get install {}`", packages.join(" "))
            }
            Self::NoRenderer => no_renderer(System::THIS).1.to_owned(),
        }
    }
}

/// What the check found, for opening the window.
pub(super) struct DisplayEnvironment {
    /// The graphics back ends that work here.
    pub(super) backends: wgpu::Backends,
    pub(super) work_area: WorkArea,
    /// Held until the window is open: a display without other clients may restart when its last client leaves.
    #[cfg(target_os = "linux")]
    _display: Option<x11rb::rust_connection::RustConnection>,
}

/// Checks whether a window can be opened here.
///
/// # Errors
/// The first [`Obstacle`] found.
pub(super) fn check() -> Result<DisplayEnvironment, Obstacle> {
    #[cfg(target_os = "linux")]
    let (display, work_area) = linux::check()?;
    #[cfg(not(target_os = "linux"))]
    let work_area = WorkArea::Unknown;
    Ok(DisplayEnvironment {
        backends: backends()?,
        work_area,
        #[cfg(target_os = "linux")]
        _display: display,
    })
}

/// The back ends named in the environment, else the system's first choice, else any other.
fn backends() -> Result<wgpu::Backends, Obstacle> {
    let named = wgpu::Backends::from_env().map(|named| vec![named]);
    let wanted = named.unwrap_or_else(|| vec![wgpu::Backends::PRIMARY, wgpu::Backends::SECONDARY]);
    wanted.into_iter().find(|backends| can_draw(*backends)).ok_or(Obstacle::NoRenderer)
}

fn can_draw(backends: wgpu::Backends) -> bool {
    !adapters(backends).is_empty()
}

fn adapters(backends: wgpu::Backends) -> Vec<wgpu::Adapter> {
    let descriptor = wgpu::InstanceDescriptor { backends, ..wgpu::InstanceDescriptor::new_without_display_handle() };
    let instance = wgpu::Instance::new(descriptor);
    bevy::tasks::block_on(instance.enumerate_adapters(backends))
}

/// What could draw the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renderer {
    name: String,
    /// By which of the system's interfaces, and with which driver, as far as that says what it is.
    driver: String,
    pub in_software: bool,
}

impl Display for Renderer {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let Self { name, driver, in_software } = self;
        write!(to, "{name} ({driver}{})", if *in_software { ", in software" } else { "" })
    }
}

/// What could draw the window here: all of it, of the back ends that would be taken.
///
/// # Errors
/// The first [`Obstacle`] to a window that was found.
pub(super) fn renderers() -> Result<Vec<Renderer>, Obstacle> {
    let found = adapters(check()?.backends).into_iter().map(|adapter| {
        let about = adapter.get_info();
        let words = [format!("{:?}", about.backend), about.driver, about.driver_info];
        Renderer {
            name: about.name,
            driver: words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
            in_software: about.device_type == wgpu::DeviceType::Cpu,
        }
    });
    Ok(found.collect())
}

#[cfg(target_os = "linux")]
mod linux {
    //! X11 and Wayland, whose libraries are loaded at run time.

    use std::env;

    use x11rb::connection::Connection;
    use x11rb::errors::ReplyError;
    use x11rb::protocol::xproto::{AtomEnum, ConnectionExt};
    use x11rb::rust_connection::RustConnection;

    use super::{Obstacle, WorkArea};

    /// A library, whether it can be loaded, and the Debian package that contains it.
    type Library = (&'static str, bool, &'static str);

    /// The connection to the display, if it must be held, and the work area.
    pub(super) fn check() -> Result<(Option<RustConnection>, WorkArea), Obstacle> {
        let named = |variable: &str| env::var(variable).ok().filter(|value| !value.is_empty());
        let wayland = named("WAYLAND_DISPLAY").or_else(|| named("WAYLAND_SOCKET"));
        match (wayland, named("DISPLAY")) {
            (Some(_), _) => {
                require(&[("libxkbcommon", xkbcommon_dl::xkbcommon_option().is_some(), "libxkbcommon0")])?;
                Ok((None, WorkArea::Unknown))
            }
            (None, Some(display)) => {
                require(&x11_libraries())?;
                let (display, screen) = connect(display)?;
                let work_area = work_area(&display, screen).unwrap_or(WorkArea::Unknown);
                Ok((Some(display), work_area))
            }
            (None, None) => Err(Obstacle::NoDisplay),
        }
    }

    fn x11_libraries() -> [Library; 6] {
        [
            ("libX11", x11_dl::xlib::Xlib::open().is_ok(), "libx11-6"),
            ("libX11-xcb", x11_dl::xlib_xcb::Xlib_xcb::open().is_ok(), "libx11-xcb1"),
            ("libXcursor", x11_dl::xcursor::Xcursor::open().is_ok(), "libxcursor1"),
            ("libXi", x11_dl::xinput2::XInput2::open().is_ok(), "libxi6"),
            ("libxkbcommon", xkbcommon_dl::xkbcommon_option().is_some(), "libxkbcommon0"),
            ("libxkbcommon-x11", xkbcommon_dl::x11::xkbcommon_x11_option().is_some(), "libxkbcommon-x11-0"),
        ]
    }

    fn require(libraries: &[Library]) -> Result<(), Obstacle> {
        let missing = || libraries.iter().filter(|(_, there, _)| !there);
        if missing().next().is_none() {
            return Ok(());
        }
        Err(Obstacle::MissingLibraries {
            libraries: missing().map(|(library, _, _)| (*library).to_owned()).collect(),
            packages: missing().map(|(_, _, package)| (*package).to_owned()).collect(),
        })
    }

    /// The work area according to the window manager; the whole screen if there is none.
    fn work_area(display: &RustConnection, screen: usize) -> Result<WorkArea, ReplyError> {
        let Some(root) = display.setup().roots.get(screen).map(|screen| screen.root) else {
            return Ok(WorkArea::Unknown);
        };
        let numbers = |name: &str, kind: AtomEnum| -> Result<Vec<u32>, ReplyError> {
            let atom = display.intern_atom(false, name.as_bytes())?.reply()?.atom;
            let property = display.get_property(false, root, atom, kind, 0, 4)?.reply()?;
            Ok(property.value32().map(Iterator::collect).unwrap_or_default())
        };
        if numbers("_NET_SUPPORTING_WM_CHECK", AtomEnum::WINDOW)?.is_empty() {
            return Ok(WorkArea::All);
        }
        // Left, top, width and height on the first desktop.
        Ok(match numbers("_NET_WORKAREA", AtomEnum::CARDINAL)?[..] {
            [_, _, width, height] => WorkArea::Pixels([width, height].into()),
            _ => WorkArea::Unknown,
        })
    }

    fn connect(display: String) -> Result<(RustConnection, usize), Obstacle> {
        match x11rb::connect(Some(&display)) {
            Ok(reached) => Ok(reached),
            Err(error) => Err(Obstacle::DisplayUnreachable { display, why: error.to_string() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_to_install_what_another_system_has() {
        for (system, wanted) in
            [(System::Windows, "Windows 10"), (System::Mac, "a Mac"), (System::Other, "mesa-vulkan-drivers")]
        {
            let (_, hint) = no_renderer(system);
            assert!(hint.contains(wanted), "{hint}");
            assert_eq!(hint.contains("apt-get"), system == System::Other, "{hint}");
        }
    }
}
