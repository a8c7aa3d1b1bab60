//! Runs the program with a deadline, and creates folders of files for it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use bedside::policy::{FILE_VARIABLE, FOLDERS_VARIABLE};

/// How long any command may take.
const DEADLINE: Duration = Duration::from_mins(2);

/// A scenario of two turns. [`tiny`] replaces `ID` and `TITLE`.
const TINY: &str = r#"(
    format: 1,
    id: "ID",
    title: "TITLE",
    setting: "A ward, at noon",
    place: Ward,
    you_are: "the nurse",
    summary: "A short one.",
    level: Foundation,
    minutes: 1,
    practises: [empathy],
    content_note: "A short note.",
    briefing: "He waits.",
    objectives: [(id: "role", text: "Say who you are", met: Shown(introduces_role))],
    patient: (
        name: "Adam Bell",
        called: "Mr Bell",
        age: 50,
        pronouns: "he/him",
        about: "A gardener.",
        looks: (skin: 4, hair: Short, wears: Gown),
        feels: (agitation: 45, trust: 40, understanding: 20),
    ),
    start: "arrival",
    scenes: {
        "arrival": (
            narration: "He sits up.",
            patient: "At last.",
            cue: "He has been waiting.",
            moment: feeling,
            choices: [
                (id: "greet", say: "I am Ana, your nurse.", shows: [introduces_role, validates], why: "You said who you are.", then: "asks"),
                (id: "calm", say: "Calm down.", shows: [orders_calm], why: "An order calms nobody. Say what you see in him.", then: [(chance: [(1, "asks"), (1, "shouts")])]),
            ],
        ),
        "asks": (
            patient: "And now?",
            choices: [
                (id: "explain", say: "Now we wait.", shows: [explains_why], why: "He knows.", then: "home"),
                (id: "vague", say: "Soon.", shows: [vague_time], why: "When is soon? Say how long it will be.", then: "home"),
            ],
        ),
        "shouts": (
            patient: "CALM?",
            choices: [
                (id: "sorry", say: "I am sorry.", shows: [apologises], why: "A plain sorry.", then: "asks"),
                (id: "argue", say: "I never said that.", shows: [argues], why: "You did, and he heard it. Say that it was wrong.", then: "home"),
            ],
        ),
        "home": (narration: "He goes.", ending: (title: "He goes home", kind: Mixed, thought: "Well.")),
    },
)
"#;

/// A valid scenario.
pub(crate) fn tiny(id: &str, title: &str) -> String {
    TINY.replace("ID", id).replace("TITLE", title)
}

/// A folder for one test, removed when this is dropped.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// The folder with scenarios in it, each file named after its id.
    pub(crate) fn with(ids: &[&str]) -> Self {
        ids.iter().fold(Self::new(), |folder, id| folder.file(&format!("{id}.ron"), tiny(id, "A short one")))
    }

    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.0.join(name), content).expect("a file for the test");
        self
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn text(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a command printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Outcome {
    /// Everything as one text, with `DIR` for the test's folder, for comparison as a whole.
    pub(crate) fn shown(&self, folder: &Folder) -> String {
        let Self { code, stdout, stderr } = self;
        let code = code.map_or_else(|| "killed".to_owned(), |code| code.to_string());
        format!("exit: {code}\n--- stdout\n{stdout}--- stderr\n{stderr}").replace(folder.text(), "DIR")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }
}

/// A command that keeps what it keeps in `home`, and never in the folder of whoever runs the tests.
pub(crate) fn command(words: &[&str], home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bedside"));
    command.env("BEDSIDE_HOME", home);
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // No test asks the keyring of whoever runs it.
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "CLICOLOR_FORCE", FILE_VARIABLE, FOLDERS_VARIABLE] {
        command.env_remove(name);
    }
    command
}

/// Runs a command with `input` on its standard input.
pub(crate) fn run(words: &[&str], input: &str) -> Outcome {
    run_at(Folder::new().path(), words, input)
}

/// The same with what it keeps in `home`.
pub(crate) fn run_at(home: &Path, words: &[&str], input: &str) -> Outcome {
    run_with(home, &[], words, input)
}

/// The same with more in its environment.
pub(crate) fn run_with(home: &Path, environment: &[(&str, &Path)], words: &[&str], input: &str) -> Outcome {
    let mut command = command(words, home);
    command.envs(environment.iter().copied());
    run_command(command, input)
}

/// The same for a command that is made already.
pub(crate) fn run_command(mut command: Command, input: &str) -> Outcome {
    let mut child = command.spawn().expect("the program starts");
    let (stdin, input) = (child.stdin.take(), input.to_owned());
    // A program that has read enough closes its input, which is no error here.
    thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let code = wait(&mut child);
    let text = |reader: thread::JoinHandle<Vec<u8>>| String::from_utf8(reader.join().expect("read")).expect("UTF-8");
    Outcome { code, stdout: text(stdout), stderr: text(stderr) }
}

/// Runs a command whose reader closes the pipe after `lines` lines, before the input is written.
pub(crate) fn run_into_closed_pipe(words: &[&str], lines: usize, input: &str) -> Outcome {
    let home = Folder::new();
    let mut child = command(words, home.path()).spawn().expect("the program starts");
    let stdin = child.stdin.take();
    let stdout = child.stdout.take().expect("a pipe");
    let read: Vec<String> = BufReader::with_capacity(1, stdout).lines().take(lines).map_while(Result::ok).collect();
    // A program that has given up closes its input, which is no error here.
    let _ = stdin.map(|mut stdin| stdin.write_all(input.as_bytes()));
    let stderr = collect(child.stderr.take());
    let code = wait(&mut child);
    let stderr = String::from_utf8(stderr.join().expect("read")).expect("UTF-8");
    Outcome { code, stdout: read.join("\n"), stderr }
}

fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
        bytes
    })
}

#[allow(clippy::disallowed_methods, reason = "a deadline needs a clock")]
fn wait(child: &mut Child) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a status") {
            return status.code();
        }
        if start.elapsed() > DEADLINE {
            let _ = child.kill();
            let _ = child.wait();
            panic!("the program took longer than {DEADLINE:?}");
        }
        thread::sleep(Duration::from_millis(5));
    }
}
