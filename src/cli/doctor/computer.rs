//! The computer: its system, how its desktop is reached, what draws, speaks and sounds.

use std::env;

use super::finding::Finding;

/// The version of Bedside, and what was built into it.
pub(super) fn program() -> Finding {
    let built_in = [
        ("window", cfg!(feature = "app")),
        ("group sessions", cfg!(feature = "group")),
        ("keyring", cfg!(feature = "keyring")),
        ("encryption for phones", cfg!(feature = "tls")),
    ];
    let with: Vec<&str> = built_in.into_iter().filter_map(|(name, is_there)| is_there.then_some(name)).collect();
    let with = if with.is_empty() { "the terminal alone".to_owned() } else { with.join(", ") };
    Finding::works("program", format!("Bedside {} with: {with}", env!("CARGO_PKG_VERSION")))
}

/// The operating system, without the name of the computer.
pub(super) fn system() -> Finding {
    let system = os_info::get();
    Finding::works("system", format!("{} {}, {}", system.os_type(), system.version(), env::consts::ARCH))
}

/// How the desktop is reached, by what the environment says.
pub(super) fn session(set: impl Fn(&str) -> Option<String>) -> Finding {
    let is_set = |variable| set(variable).is_some_and(|value| !value.is_empty());
    let desktop = match (is_set("WAYLAND_DISPLAY"), is_set("DISPLAY")) {
        _ if cfg!(not(target_os = "linux")) => "the system's own desktop",
        (true, _) => "Wayland",
        (false, true) => "X11",
        (false, false) => "no desktop",
    };
    let remote = if is_set("SSH_CONNECTION") {
        ", from another computer (SSH)"
    } else {
        match set("SESSIONNAME") {
            Some(name) if name.starts_with("RDP") => ", from another computer (RDP)",
            Some(name) if name.starts_with("ICA") => ", from another computer (ICA)",
            _ => "",
        }
    };
    Finding::works("session", format!("{desktop}{remote}"))
}

pub(super) fn fonts() -> Finding {
    Finding::works("fonts", "Inter, built into the program")
}

/// What only a build with a window can look at.
#[cfg(not(feature = "app"))]
pub(super) fn window() -> Vec<Finding> {
    let not_here = |what| Finding::not_looked_at(what, "this build has no window");
    ["renderer", "voice", "sound"].map(not_here).into()
}

/// What draws, speaks and sounds.
#[cfg(feature = "app")]
pub(super) fn window() -> Vec<Finding> {
    use crate::app::{Checkup, Obstacle};

    let Checkup { renderers, voice, sound } = Checkup::of_this_computer();
    let renderer = match renderers {
        Ok(found) => {
            let names: Vec<String> = found.iter().map(ToString::to_string).collect();
            let fact = names.join("; ");
            if found.iter().all(|renderer| renderer.in_software) {
                Finding::works("renderer", fact)
                    .way_out("nothing: without a graphics card it draws in software, and moves less")
            } else {
                Finding::works("renderer", fact)
            }
        }
        // The name of a display may be that of a computer.
        Err(obstacle @ Obstacle::DisplayUnreachable { .. }) => {
            Finding::fails("renderer", "no window can be opened: the display cannot be reached")
                .way_out(obstacle.hint())
        }
        Err(obstacle) => {
            Finding::fails("renderer", format!("no window can be opened: {obstacle}")).way_out(obstacle.hint())
        }
    };
    let program = |what, found: Result<String, String>| match found {
        Ok(program) => Finding::works(what, format!("by {program}")),
        Err(missing) => Finding::in_part(what, missing),
    };
    vec![renderer, program("voice", voice), program("sound", sound)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_told_by_its_environment_and_names_nobody() {
        let session = |variables: &[(&str, &str)]| {
            let set =
                |wanted: &str| variables.iter().find(|(name, _)| *name == wanted).map(|(_, value)| (*value).to_owned());
            session(set).fact
        };
        assert_eq!(
            session(&[("SESSIONNAME", "RDP-Tcp#7")]).split_once(", ").expect("two").1,
            "from another computer (RDP)"
        );
        let far = session(&[("DISPLAY", ":0"), ("SSH_CONNECTION", "192.0.2.7 51000 192.0.2.8 22")]);
        assert!(far.ends_with(", from another computer (SSH)") && !far.contains("192"), "{far}");
        if cfg!(target_os = "linux") {
            assert_eq!(session(&[]), "no desktop");
            assert_eq!(session(&[("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")]), "Wayland");
            assert_eq!(session(&[("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "")]), "X11");
        }
    }
}
