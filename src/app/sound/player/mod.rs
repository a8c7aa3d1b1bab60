//! The system's audio player: a program of the system, run again and again while the room tone is to be heard.

#![allow(clippy::disallowed_methods, reason = "how long a player lasted tells whether it works")]

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};
use std::{env, process};

use crate::app::program::{self, Program, System, powershell, still_wanted, wait};
use crate::app::speech_activity::SpeechActivity;
use crate::sound::RoomTone;

/// How often to check whether the player has ended or a line is being read aloud. A stop takes effect at once.
const LOOK: Duration = Duration::from_millis(250);

/// A player that ends sooner than this does not work.
const SOON: Duration = Duration::from_secs(1);

/// How far ahead of real time a player is fed at most: more than pipes and players buffer.
const AHEAD: Duration = Duration::from_secs(8);

/// How many times a file repeats the loop, for a player that pauses before it plays the file again.
const ROUNDS: usize = 3;

/// On Windows, .NET plays a file in a loop until standard input is closed, by us or because we have ended.
const WINDOWS: [&str; 4] = powershell(
    "$player = New-Object System.Media.SoundPlayer $env:BEDSIDE_SOUND; $player.PlayLooping(); \
     [void][Console]::In.ReadToEnd()",
);

/// How a player gets the sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Input {
    /// It plays what is written to its standard input, without gaps and without an end. When we end, so does its input.
    Fed,
    /// It plays a file once, whose path is its last argument.
    Rounds,
    /// It plays the file named by `BEDSIDE_SOUND` in a loop, until its standard input is closed.
    Held,
}

/// A program that plays sound.
#[derive(Clone, Debug)]
pub(super) struct Player {
    program: Program,
    arguments: &'static [&'static str],
    way: Input,
}

/// A room tone, and how many seconds of it have been played.
#[derive(Debug)]
pub(super) struct ToneStream {
    tone: RoomTone,
    second: AtomicUsize,
}

impl ToneStream {
    pub(super) const fn new(tone: RoomTone) -> Self {
        Self { tone, second: AtomicUsize::new(0) }
    }

    fn next(&self) -> RoomTone {
        self.tone.second(self.second.fetch_add(1, Ordering::Relaxed))
    }

    /// Writes one second after another, the first faded in, until the player closes its input.
    fn feed(&self, mut to: ChildStdin) -> io::Result<()> {
        let began = Instant::now();
        to.write_all(&self.next().faded_in().bytes())?;
        let mut fed = Duration::from_secs(1);
        loop {
            thread::sleep(rest(fed, began.elapsed()));
            to.write_all(&self.next().bytes())?;
            fed += Duration::from_secs(1);
        }
    }
}

/// A file that is removed when this is dropped.
#[derive(Debug)]
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    /// Writes a room tone to a new WAV file.
    fn new(tone: &RoomTone) -> io::Result<Self> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("bedside-{}-{number}.wav", process::id()));
        // A file left by an earlier run is removed; a file that another program puts there is not written to.
        let _ = fs::remove_file(&path);
        let file = File::create_new(&path)?;
        let fleeting = Self(path);
        tone.write_wav(file)?;
        Ok(fleeting)
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // If it cannot be removed, the system clears it with its other temporary files.
        let _ = fs::remove_file(&self.0);
    }
}

impl Player {
    pub(super) const fn program(&self) -> &Program {
        &self.program
    }

    /// The players that this system may have, best first.
    pub(super) fn of_system() -> Vec<Self> {
        let player = |program: &str, arguments, way| Self { program: Program::new(program), arguments, way };
        match System::THIS {
            System::Mac => vec![player("afplay", &[], Input::Rounds)],
            System::Windows => vec![player("powershell", &WINDOWS, Input::Held)],
            System::Other => {
                let pulse: &[&str] = &["--raw", "--rate=22050", "--format=s16le", "--channels=1", "--latency-msec=500"];
                let alsa: &[&str] = &["--quiet", "--file-type=raw", "--format=S16_LE", "--rate=22050", "--channels=1"];
                // Versions of `pw-play` differ in how they read standard input, so it gets a file.
                vec![
                    player("paplay", pulse, Input::Fed),
                    player("pw-play", &[], Input::Rounds),
                    player("aplay", alsa, Input::Fed),
                ]
            }
        }
    }

    /// Plays until the player ends or is no longer wanted; returns its exit status if it ended by itself.
    fn play(&self, reel: &Arc<ToneStream>, wanted: impl FnMut() -> bool) -> io::Result<Option<ExitStatus>> {
        let file = match self.way {
            Input::Fed => None,
            Input::Rounds => Some(TemporaryFile::new(&reel.tone.repeated(ROUNDS))?),
            Input::Held => Some(TemporaryFile::new(&reel.tone)?),
        };
        let mut child = self.start(file.as_ref())?;
        let held = match (self.way, child.stdin.take()) {
            (Input::Fed, Some(input)) => {
                let reel = reel.clone();
                // The thread ends when the player does.
                thread::spawn(move || reel.feed(input));
                None
            }
            (_, input) => input,
        };
        let ended = wait(&mut child, wanted);
        drop(held);
        ended
    }

    fn start(&self, file: Option<&TemporaryFile>) -> io::Result<Child> {
        let mut command = self.program.command();
        command.args(self.arguments);
        if self.way != Input::Rounds {
            command.stdin(Stdio::piped());
        }
        match (self.way, file) {
            (Input::Rounds, Some(TemporaryFile(path))) => command.arg(path),
            (Input::Held, Some(TemporaryFile(path))) => command.env("BEDSIDE_SOUND", path),
            _ => &mut command,
        };
        command.spawn()
    }
}

/// How long to wait before feeding more. A player that plays takes only what it needs, and the wait is zero; one that
/// discards its input would take it as fast as it is made.
const fn rest(fed: Duration, elapsed: Duration) -> Duration {
    fed.saturating_sub(elapsed).saturating_sub(AHEAD)
}

/// The message if none of the players is installed; `None` if one is.
pub(super) fn missing(players: &[Player]) -> Option<String> {
    let hint = match System::THIS {
        System::Mac | System::Windows => "Nothing else needs it.",
        System::Other => {
            "Install pulseaudio-utils, pipewire-bin or alsa-utils, and the place is heard in the next conversation."
        }
    };
    let programs: Vec<&Program> = players.iter().map(|player| &player.program).collect();
    program::missing("play the sound of the place", &programs, hint)
}

/// Plays with the first player that works, until it is stopped; pauses while a line is read aloud. Returns what went
/// wrong if none works.
pub(super) fn keep_playing(
    players: &[Player],
    reel: &Arc<ToneStream>,
    speech_activity: &SpeechActivity,
    stopped: &Receiver<()>,
) -> Option<String> {
    let mut trouble = missing(players);
    for player in players.iter().filter(|player| player.program.is_installed()) {
        let why = keep_on(player, reel, speech_activity, stopped)?;
        trouble = Some(format!(
            "The sound of the place could not be played: {why}. See whether this computer has a loudspeaker. \
             Everything else works without it."
        ));
    }
    trouble
}

/// Plays with one player, again and again. Returns why it does not work, or `None` if it was stopped.
fn keep_on(
    player: &Player,
    reel: &Arc<ToneStream>,
    speech_activity: &SpeechActivity,
    stopped: &Receiver<()>,
) -> Option<String> {
    let goes_on = || still_wanted(stopped, LOOK);
    loop {
        while speech_activity.is_active() {
            if !goes_on() {
                return None;
            }
        }
        let began = Instant::now();
        match player.play(reel, || goes_on() && !speech_activity.is_active()) {
            Ok(Some(status)) if began.elapsed() < SOON => {
                return Some(format!("{} ended at once ({status})", player.program));
            }
            Ok(Some(_)) => {}
            // It paused for a line read aloud, which may have ended meanwhile: only a stop ends the loop.
            Ok(None) if goes_on() => {}
            Ok(None) => return None,
            Err(error) => return Some(player.program.run_error(&error)),
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
