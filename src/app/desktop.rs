//! What the desktop itself is set to: reduced motion, large text, dark colours or high contrast.

use std::process::Stdio;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::ui::{Motion, Reading, TextSize, Theme};

use super::program::Program;

#[derive(Resource, Debug)]
pub(super) struct Desktop {
    /// What the desktop prefers; [`Motion::Full`] unless it has answered [`Motion::Reduced`].
    pub(super) motion: Motion,
    /// How it is read itself; as nobody has asked for anything, unless it has answered.
    pub(super) reading: Reading,
    answer: Mutex<Receiver<(Motion, Reading)>>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, query);
    app.add_systems(PreUpdate, poll.run_if(resource_exists::<Desktop>));
}

/// Queries on another thread, so that a slow desktop does not delay the start.
fn query(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (sender, answer) = mpsc::channel();
    let proxy = (**proxy).clone();
    thread::spawn(move || {
        let found = (motion(gsettings), reading(gsettings));
        if found != (Motion::Full, Reading::default()) && sender.send(found).is_ok() {
            // This fails only when the window is closing.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
    let (motion, reading) = (Motion::Full, Reading::default());
    commands.insert_resource(Desktop { motion, reading, answer: Mutex::new(answer) });
}

fn poll(mut desktop: ResMut<Desktop>) {
    let answer = desktop.answer.lock().ok().and_then(|answer| answer.try_recv().ok());
    if let Some((motion, reading)) = answer {
        (desktop.motion, desktop.reading) = (motion, reading);
    }
}

/// Whether a desktop has animations switched off, by what it answers.
fn motion(ask: impl Fn(&str, &str) -> Option<String>) -> Motion {
    let still = ask("org.gnome.desktop.interface", "enable-animations").as_deref() == Some("false");
    if still { Motion::Reduced } else { Motion::Full }
}

/// How a desktop is read, by what it answers.
fn reading(ask: impl Fn(&str, &str) -> Option<String>) -> Reading {
    let interface = |key| ask("org.gnome.desktop.interface", key);
    let contrast = ask("org.gnome.desktop.a11y.interface", "high-contrast").as_deref() == Some("true");
    let dark = interface("color-scheme").as_deref() == Some("'prefer-dark'");
    let times =
        interface("text-scaling-factor").and_then(|factor| factor.parse().ok()).filter(|times: &f32| times.is_finite());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is bounded, and a cast stays so")]
    let percent = (times.unwrap_or(1.0) * 100.0).clamp(0.0, 1_000.0) as u16;
    let theme = match (contrast, dark) {
        (true, _) => Theme::HighContrast,
        (false, true) => Theme::Dark,
        (false, false) => Theme::Light,
    };
    Reading { text: TextSize::nearest(percent), theme }
}

/// What a GNOME-like desktop is set to; `None` on other desktops.
fn gsettings(schema: &str, key: &str) -> Option<String> {
    let asked = Program::new("gsettings").command().args(["get", schema, key]).stdout(Stdio::piped()).output();
    let answer = asked.ok().filter(|answer| answer.status.success())?;
    Some(String::from_utf8_lossy(answer.stdout.trim_ascii()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_that_answers_is_followed_and_one_that_does_not_is_as_nobody_has_asked_for_anything() {
        assert_eq!((motion(|_, _| None), reading(|_, _| None)), (Motion::Full, Reading::default()));
        let odd = |_: &str, _: &str| Some("NaN".to_owned());
        assert_eq!((motion(odd), reading(odd)), (Motion::Full, Reading::default()));
        let answers = |contrast: &'static str| {
            move |_: &str, key: &str| {
                let answer = match key {
                    "enable-animations" => "false",
                    "color-scheme" => "'prefer-dark'",
                    "text-scaling-factor" => "1.25",
                    _ => contrast,
                };
                Some(answer.to_owned())
            }
        };
        assert_eq!(motion(answers("false")), Motion::Reduced);
        let text = TextSize::nearest(125);
        assert_eq!(reading(answers("false")), Reading { text, theme: Theme::Dark });
        assert_eq!(reading(answers("true")), Reading { text, theme: Theme::HighContrast });
    }
}
