//! Looks before the window is opened: a display, the libraries it needs, a renderer.

use thiserror::Error;

/// Why no window can be opened here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Obstacle {
    /// No display at all.
    #[error("there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)")]
    NoDisplay,
    /// The display cannot be reached.
    #[error("the display \u{201c}{display}\u{201d} cannot be reached: {why}")]
    DisplayUnreachable {
        /// Its name.
        display: String,
        /// Why.
        why: String,
    },
    /// Libraries that the window needs are not installed.
    #[error("the window needs libraries that are not installed: {}", .libraries.join(", "))]
    MissingLibraries {
        /// The libraries.
        libraries: Vec<String>,
        /// The Debian packages that bring them.
        packages: Vec<String>,
    },
    /// Nothing can draw.
    #[error("there is no Vulkan driver, not even one in software")]
    NoRenderer,
}

impl Obstacle {
    /// The way out, in plain words.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoDisplay | Self::DisplayUnreachable { .. } => {
                "start Bedside from a desktop, or play in the terminal: `bedside play ID --terminal`".to_owned()
            }
            Self::MissingLibraries { packages, .. } => {
                format!("on Debian: `sudo apt-get install {}`", packages.join(" "))
            }
            Self::NoRenderer => {
                "on Debian: `sudo apt-get install mesa-vulkan-drivers`, which also draws without a graphics card"
                    .to_owned()
            }
        }
    }
}

/// What the window will stand on.
pub(super) struct Ground {
    /// What can draw here.
    pub(super) backends: wgpu::Backends,
    /// Held until the window is there: a display that nobody else uses may start anew when its last
    /// user leaves.
    #[cfg(target_os = "linux")]
    _display: Option<x11rb::rust_connection::RustConnection>,
}

/// Looks whether a window can be opened here, and on what.
///
/// # Errors
/// The first [`Obstacle`] met.
pub(super) fn check() -> Result<Ground, Obstacle> {
    #[cfg(target_os = "linux")]
    let display = linux::check()?;
    Ok(Ground {
        backends: backends()?,
        #[cfg(target_os = "linux")]
        _display: display,
    })
}

/// What can draw: what the environment names, else the system's first choice, else anything else.
fn backends() -> Result<wgpu::Backends, Obstacle> {
    let named = wgpu::Backends::from_env().map(|named| vec![named]);
    let wanted = named.unwrap_or_else(|| vec![wgpu::Backends::PRIMARY, wgpu::Backends::SECONDARY]);
    wanted.into_iter().find(|backends| draws(*backends)).ok_or(Obstacle::NoRenderer)
}

fn draws(backends: wgpu::Backends) -> bool {
    let descriptor = wgpu::InstanceDescriptor { backends, ..wgpu::InstanceDescriptor::new_without_display_handle() };
    let instance = wgpu::Instance::new(descriptor);
    !bevy::tasks::block_on(instance.enumerate_adapters(backends)).is_empty()
}

#[cfg(target_os = "linux")]
mod linux {
    //! X11 and Wayland, whose libraries are loaded at run time.

    use std::env;

    use x11rb::rust_connection::RustConnection;

    use super::Obstacle;

    /// A library, whether it can be loaded, and the Debian package that brings it.
    type Library = (&'static str, bool, &'static str);

    pub(super) fn check() -> Result<Option<RustConnection>, Obstacle> {
        let named = |variable: &str| env::var(variable).ok().filter(|value| !value.is_empty());
        let wayland = named("WAYLAND_DISPLAY").or_else(|| named("WAYLAND_SOCKET"));
        match (wayland, named("DISPLAY")) {
            (Some(_), _) => {
                all_there(&[("libxkbcommon", xkbcommon_dl::xkbcommon_option().is_some(), "libxkbcommon0")])?;
                Ok(None)
            }
            (None, Some(display)) => {
                all_there(&x11_libraries())?;
                reach(display).map(Some)
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

    fn all_there(libraries: &[Library]) -> Result<(), Obstacle> {
        let missing = || libraries.iter().filter(|(_, there, _)| !there);
        if missing().next().is_none() {
            return Ok(());
        }
        Err(Obstacle::MissingLibraries {
            libraries: missing().map(|(library, _, _)| (*library).to_owned()).collect(),
            packages: missing().map(|(_, _, package)| (*package).to_owned()).collect(),
        })
    }

    fn reach(display: String) -> Result<RustConnection, Obstacle> {
        match x11rb::connect(Some(&display)) {
            Ok((connection, _)) => Ok(connection),
            Err(error) => Err(Obstacle::DisplayUnreachable { display, why: error.to_string() }),
        }
    }
}
