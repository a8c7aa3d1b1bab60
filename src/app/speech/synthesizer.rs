//! The system's speech synthesiser: a program of the system, run as a child process and stopped when its words are no
//! longer wanted.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::app::program::{Program, Running, System, missing, powershell, still_wanted, wait};
use crate::app::speech_activity::SpeechGuard;

/// How often to check whether the program has ended.
const LOOK: Duration = Duration::from_millis(60);

/// On Windows, the synthesiser of .NET reads what is written to it.
const WINDOWS: &str = "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; \
    $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    if ($env:BEDSIDE_VOICE) { $voice.SelectVoiceByHints($env:BEDSIDE_VOICE) }; \
    $voice.Speak([Console]::In.ReadToEnd())";

/// The voice that suits the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hints {
    Any,
    Woman,
    Man,
}

impl Hints {
    /// From the pronouns. Few systems have a child's voice, so there is no hint for one.
    pub(super) fn of(age: u8, pronouns: &str) -> Self {
        match pronouns.split('/').next().unwrap_or_default().trim() {
            "she" => Self::Woman,
            // A boy does not have a man's voice.
            "he" if age >= 14 => Self::Man,
            _ => Self::Any,
        }
    }
}

/// The program that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Speech Dispatcher's `spd-say`.
    Dispatcher,
    /// macOS's `say`.
    Say,
    /// PowerShell with `System.Speech`.
    PowerShell,
}

/// The system's speech synthesiser.
#[derive(Clone, Debug)]
pub(super) struct Synthesizer {
    kind: Kind,
    program: Program,
}

impl Synthesizer {
    /// The one that this system usually comes with.
    pub(super) fn of_system() -> Self {
        let (kind, program) = match System::THIS {
            System::Mac => (Kind::Say, "say"),
            System::Windows => (Kind::PowerShell, "powershell"),
            System::Other => (Kind::Dispatcher, "spd-say"),
        };
        Self { kind, program: Program::new(program) }
    }

    pub(super) const fn program(&self) -> &Program {
        &self.program
    }

    /// The message if the program is not installed; `None` if it is.
    pub(super) fn missing(&self) -> Option<String> {
        let hint = match self.kind {
            Kind::Dispatcher => "Install speech-dispatcher, and it works from the next line on.",
            Kind::Say | Kind::PowerShell => "Everything can be read on the screen all the same.",
        };
        missing("read aloud", &[&self.program], hint)
    }

    /// Speaks words on another thread; the guard marks speech as active meanwhile. `tell` is called if that fails.
    pub(super) fn speak(
        &self,
        words: &str,
        hints: Hints,
        guard: SpeechGuard,
        tell: impl FnOnce(String) + Send + 'static,
    ) -> Running {
        let (voice, words) = (self.clone(), speakable(words));
        Running::start(move |stopped| {
            let trouble = voice.run(&words, hints, stopped);
            drop(guard);
            if let Some(trouble) = trouble {
                tell(trouble);
            }
        })
    }

    /// Runs the program until it ends or is stopped; returns what went wrong.
    fn run(&self, words: &str, hints: Hints, stopped: &Receiver<()>) -> Option<String> {
        let failed = |why: &str| Some(format!("The voice of this computer could not read aloud: {why}."));
        let mut child = match self.start(words, hints) {
            Ok(child) => child,
            Err(error) => return self.missing().or_else(|| failed(&self.program.run_error(&error))),
        };
        match wait(&mut child, || still_wanted(stopped, LOOK)) {
            Ok(Some(status)) if !status.success() => failed(&format!("{} ended with {status}", self.program)),
            Ok(Some(_)) => None,
            Ok(None) => {
                self.silence();
                None
            }
            Err(error) => failed(&error.to_string()),
        }
    }

    fn start(&self, words: &str, hints: Hints) -> io::Result<Child> {
        let mut command = self.program.command();
        command.args(self.arguments(words, hints));
        if self.kind == Kind::Dispatcher {
            return command.spawn();
        }
        let voice = match hints {
            Hints::Any => "",
            Hints::Woman => "Female",
            Hints::Man => "Male",
        };
        let mut child = command.env("BEDSIDE_VOICE", voice).stdin(Stdio::piped()).spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // A program that ends before it has read everything reports that by its exit status.
            let _ = input.write_all(words.as_bytes());
        }
        Ok(child)
    }

    /// The program's arguments. The words are never where an option could be.
    fn arguments(&self, words: &str, hints: Hints) -> Vec<OsString> {
        let fixed: &[&str] = match self.kind {
            Kind::Dispatcher => &["--wait", "--application-name", "bedside"],
            Kind::Say => &["-f", "-"],
            Kind::PowerShell => &powershell(WINDOWS),
        };
        let mut arguments: Vec<OsString> = fixed.iter().map(OsString::from).collect();
        if self.kind == Kind::Dispatcher {
            let voice: &[&str] = match hints {
                Hints::Any => &[],
                Hints::Woman => &["--voice-type", "female1"],
                Hints::Man => &["--voice-type", "male1"],
            };
            arguments.extend(voice.iter().map(OsString::from));
            arguments.extend(["--".into(), words.into()]);
        }
        arguments
    }

    /// Speech Dispatcher goes on speaking after its client has ended, so it is told to stop: with `-S`, because the
    /// long form of this option requires an argument in version 0.11.
    fn silence(&self) {
        if self.kind == Kind::Dispatcher {
            // If this fails, it stops at the end of the line.
            let _ = self.program.command().arg("-S").status();
        }
    }
}

/// The words with spaces in place of control characters, except line feeds.
fn speakable(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};
    use std::sync::mpsc;
    use std::{env, fs};

    use super::*;
    use crate::app::speech_activity::SpeechActivity;

    /// A `spd-say` that appends its arguments to a file, one per line, and then runs `more`.
    fn fake(name: &str, more: &str) -> (Synthesizer, PathBuf) {
        let folder = env::temp_dir().join(format!("bedside-voice-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        let (program, heard) = (folder.join("spd-say"), folder.join("heard"));
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"{}\"\n{more}\n", heard.display());
        fs::write(&program, script).expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
        (Synthesizer { kind: Kind::Dispatcher, program: Program::new(program) }, heard)
    }

    fn spoken(voice: &Synthesizer, words: &str, hints: Hints) -> Option<String> {
        let (stop, stopped) = mpsc::channel();
        let trouble = voice.run(&speakable(words), hints, &stopped);
        drop(stop);
        trouble
    }

    fn heard(path: &Path) -> String {
        fs::read_to_string(path).expect("something was said")
    }

    #[test]
    fn words_that_look_like_options_are_said_and_not_obeyed() {
        let (voice, path) = fake("options", "");
        assert_eq!(spoken(&voice, "--stop; $(touch x) \"`\u{0}\u{1b}[2J", Hints::Woman), None);
        let said = "--wait\n--application-name\nbedside\n--voice-type\nfemale1\n--\n--stop; $(touch x) \"`  [2J\n";
        assert_eq!(heard(&path), said);
    }

    #[test]
    fn what_is_not_wanted_any_more_is_stopped_in_the_middle() {
        let (voice, path) = fake("stop", "[ \"$1\" = -S ] || exec sleep 60");
        let (stop, stopped) = mpsc::channel();
        drop(stop);
        assert_eq!(voice.run("A long line", Hints::Any, &stopped), None);
        assert!(heard(&path).ends_with("-S\n"), "{}", heard(&path));
    }

    #[test]
    fn dropping_what_is_spoken_stops_it() {
        let (voice, _) = fake("drop", "[ \"$1\" = -S ] || exec sleep 60");
        let (told, heard) = mpsc::channel();
        let speech_activity = SpeechActivity::default();
        let spoken =
            voice.speak("A long line", Hints::Any, speech_activity.begin(), move |trouble| drop(told.send(trouble)));
        assert!(speech_activity.is_active());
        spoken.end();
        assert!(!speech_activity.is_active());
        assert!(heard.recv().is_err(), "and that is no trouble");
    }

    #[test]
    fn a_voice_that_is_not_there_or_fails_is_told_with_the_way_out() {
        let voice = Synthesizer { kind: Kind::Dispatcher, program: Program::new("/not/there/spd-say") };
        let told = spoken(&voice, "Hello", Hints::Any).expect("trouble");
        assert!(told.contains("nothing to read aloud with") && told.contains("Install speech-dispatcher"), "{told}");
        assert_eq!(voice.missing(), Some(told));
        let (failing, _) = fake("failing", "exit 3");
        let told = spoken(&failing, "Hello", Hints::Any).expect("trouble");
        assert!(told.contains("could not read aloud") && told.contains('3'), "{told}");
    }

    #[test]
    fn other_systems_read_from_standard_input() {
        for kind in [Kind::Say, Kind::PowerShell] {
            let voice = Synthesizer { kind, program: Program::new("cat") };
            let words: OsString = "-v hostile".into();
            assert!(!voice.arguments("-v hostile", Hints::Man).contains(&words), "{kind:?}");
        }
    }

    #[test]
    fn hints_follow_pronouns_and_age() {
        let hints = [("she/her", 9), ("he/him", 60), ("he/him", 9), ("they/them", 40)];
        let found = hints.map(|(pronouns, age)| Hints::of(age, pronouns));
        assert_eq!(found, [Hints::Woman, Hints::Man, Hints::Any, Hints::Any]);
    }
}
