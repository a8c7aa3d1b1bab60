//! Tells something to somebody who sits at no terminal.

/// The environment variable by which the program of shortcuts says that it has started the other.
pub(crate) const SHORTCUT: &str = "BEDSIDE_SHORTCUT";

/// Shows a message until it is put away. Windows brings what it takes; elsewhere a program shows it, where there is one.
///
/// # Errors
/// Where nothing can show it: what was looked for.
pub(crate) fn show(text: &str) -> Result<(), String> {
    system::show(TITLE, text)
}

const TITLE: &str = "Bedside";

#[cfg(windows)]
mod system {
    use rfd::{MessageDialog, MessageLevel};

    pub(super) fn show(title: &str, text: &str) -> Result<(), String> {
        MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(text).show();
        Ok(())
    }
}

#[cfg(not(windows))]
mod system {
    use std::env;
    use std::ffi::OsString;
    use std::process::{Command, Stdio};

    /// A program that shows messages, and how it is told one.
    type Messenger = (&'static str, Vec<String>);

    pub(super) fn show(title: &str, text: &str) -> Result<(), String> {
        let messengers = messengers(title, text, |variable| env::var_os(variable).filter(|value| !value.is_empty()));
        if messengers.iter().any(told) {
            return Ok(());
        }
        let names: Vec<&str> = messengers.iter().map(|(program, _)| *program).collect();
        Err(if names.is_empty() { "no display".to_owned() } else { names.join(", ") })
    }

    /// Those that this desktop may have, the most fitting first; none where there is nothing to show it on.
    fn messengers(title: &str, text: &str, set: impl Fn(&str) -> Option<OsString>) -> Vec<Messenger> {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        if cfg!(target_os = "macos") {
            let script = "on run argv\ndisplay alert (item 1 of argv) message (item 2 of argv)\nend run";
            return vec![("osascript", words(&["-e", script, title, text]))];
        }
        let x11 = set("DISPLAY").is_some();
        if !x11 && set("WAYLAND_DISPLAY").is_none() {
            return Vec::new();
        }
        let mut found = vec![
            ("zenity", words(&["--error", "--no-markup", "--width=480", "--title", title, "--text", text])),
            ("kdialog", words(&["--title", title, "--error", text])),
        ];
        if set("XDG_CURRENT_DESKTOP").is_some_and(|desktop| desktop.to_string_lossy().contains("KDE")) {
            found.reverse();
        }
        if x11 {
            found.push(("xmessage", words(&["-center", "-title", title, text])));
        }
        found.push(("notify-send", words(&["--urgency=critical", "--app-name", title, title, text])));
        found
    }

    /// Whether a program was there and showed it: some end with 1 when their window is closed, and with more, or by a
    /// signal, when they could open none.
    fn told((program, words): &Messenger) -> bool {
        let mut command = Command::new(program);
        command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| matches!(status.code(), Some(0 | 1)))
    }

    #[cfg(all(test, not(target_os = "macos")))]
    mod tests {
        use super::*;

        #[test]
        fn each_desktop_is_asked_for_what_it_has_and_nothing_without_a_display() {
            let names = |variables: &[(&str, &str)]| {
                let set = |wanted: &str| {
                    let found = variables.iter().find(|(variable, _)| *variable == wanted);
                    found.map(|(_, value)| OsString::from(value))
                };
                let messengers = messengers("Bedside", "No.", set);
                messengers.into_iter().map(|(program, _)| program).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(names(&[]), "");
            assert_eq!(names(&[("XDG_CURRENT_DESKTOP", "KDE")]), "");
            assert_eq!(names(&[("DISPLAY", ":0")]), "zenity kdialog xmessage notify-send");
            assert_eq!(names(&[("WAYLAND_DISPLAY", "wayland-0")]), "zenity kdialog notify-send");
            let kde = [("DISPLAY", ":0"), ("XDG_CURRENT_DESKTOP", "KDE")];
            assert_eq!(names(&kde), "kdialog zenity xmessage notify-send");
        }

        #[test]
        fn a_program_that_is_missing_or_breaks_down_has_shown_nothing() {
            let told = |program, script: &str| told(&(program, vec!["-c".to_owned(), script.to_owned()]));
            assert!(told("sh", "exit 0") && told("sh", "exit 1"));
            assert!(!told("sh", "exit 2") && !told("sh", "kill -9 $$") && !told("no-such-program", ""));
        }
    }
}
