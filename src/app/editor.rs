//! Opens a position of a file in the author's editor, or says in plain words why that is not possible.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// A position of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) path: String,
    /// Line and column, from 1.
    pub(super) position: Option<(usize, usize)>,
}

/// How an editor wants to be told of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// `path:line:column`, after `--goto` where there is one.
    Joined(&'static [&'static str]),
    /// `+line:column path`
    PlusLineColumn,
    /// `+line path`
    PlusLine,
    /// `--line line path`
    Line,
    /// `path` alone.
    Path,
}

/// Editors that have a window of their own, by the program's name.
const WINDOWED: [(&str, Manner); 19] = [
    ("code", Manner::Joined(&["--goto"])),
    ("code-insiders", Manner::Joined(&["--goto"])),
    ("codium", Manner::Joined(&["--goto"])),
    ("cursor", Manner::Joined(&["--goto"])),
    ("subl", Manner::Joined(&[])),
    ("sublime_text", Manner::Joined(&[])),
    ("zed", Manner::Joined(&[])),
    ("zeditor", Manner::Joined(&[])),
    ("gedit", Manner::PlusLineColumn),
    ("gnome-text-editor", Manner::PlusLineColumn),
    ("emacs", Manner::PlusLineColumn),
    ("emacsclient", Manner::PlusLineColumn),
    ("xed", Manner::PlusLine),
    ("pluma", Manner::PlusLine),
    ("gvim", Manner::PlusLine),
    ("geany", Manner::Line),
    ("kate", Manner::Line),
    ("mousepad", Manner::Line),
    ("notepad++", Manner::Path),
];

/// Editors that need a terminal.
const IN_A_TERMINAL: [(&str, Manner); 11] = [
    ("vi", Manner::PlusLine),
    ("vim", Manner::PlusLine),
    ("nvim", Manner::PlusLine),
    ("nano", Manner::PlusLine),
    ("pico", Manner::PlusLine),
    ("joe", Manner::PlusLine),
    ("mcedit", Manner::PlusLine),
    ("micro", Manner::PlusLine),
    ("hx", Manner::Joined(&[])),
    ("helix", Manner::Joined(&[])),
    ("ne", Manner::PlusLine),
];

/// What is to be run.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Plan {
    words: Vec<String>,
    in_a_terminal: bool,
}

impl Spot {
    /// The position as editors read it.
    pub(super) fn at(&self) -> String {
        match self.position {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }

    /// The words that open it in `editor`, a program with its arguments.
    fn in_editor(&self, editor: &str) -> Option<Plan> {
        let mut words: Vec<String> = editor.split_whitespace().map(str::to_owned).collect();
        let name = Path::new(words.first()?).file_stem()?.to_string_lossy().into_owned();
        let of =
            |editors: &[(&str, Manner)]| editors.iter().find(|(known, _)| *known == name).map(|&(_, manner)| manner);
        let in_a_terminal = of(&IN_A_TERMINAL).is_some() || words.iter().any(|word| word == "-nw" || word == "-t");
        let manner = of(&WINDOWED).or_else(|| of(&IN_A_TERMINAL)).unwrap_or(Manner::Path);
        words.extend(self.told(manner));
        Some(Plan { words, in_a_terminal })
    }

    fn told(&self, manner: Manner) -> Vec<String> {
        let path = self.path.clone();
        let Some((line, column)) = self.position else { return vec![path] };
        match manner {
            Manner::Joined(before) => before.iter().map(|&word| word.to_owned()).chain([self.at()]).collect(),
            Manner::PlusLineColumn => vec![format!("+{line}:{column}"), path],
            Manner::PlusLine => vec![format!("+{line}"), path],
            Manner::Line => vec!["--line".to_owned(), line.to_string(), path],
            Manner::Path => vec![path],
        }
    }
}

/// Opens a position, and returns what to tell of it.
///
/// # Errors
/// What stood in the way, and the way out.
pub(super) fn open(spot: &Spot) -> Result<String, String> {
    let named = |name: &str| env::var(name).ok().filter(|editor| !editor.trim().is_empty());
    let out =
        format!("The position is {}. Set VISUAL to an editor with a window, or open it there yourself.", spot.at());
    let Some(editor) = named("VISUAL").or_else(|| named("EDITOR")) else {
        return match run(&desktop(&spot.path)) {
            Ok(()) => Ok(format!("Opening {} with this computer\u{2019}s own choice.", spot.at())),
            Err(why) => Err(format!("No editor is known here, and the desktop opens none ({why}). {out}")),
        };
    };
    let Some(plan) = spot.in_editor(&editor) else { return Err(out) };
    let words = if plan.in_a_terminal { terminal(plan.words) } else { plan.words };
    run(&words).map(|()| format!("Opening {} in {editor}.", spot.at())).map_err(|why| {
        let needs =
            if plan.in_a_terminal { " needs a terminal, which could not be opened" } else { " could not be started" };
        format!("Your editor \u{201c}{editor}\u{201d}{needs} ({why}). {out}")
    })
}

/// The words that open a file as the desktop would.
fn desktop(path: &str) -> Vec<String> {
    let words: &[&str] = if cfg!(target_os = "windows") {
        &["explorer"]
    } else if cfg!(target_os = "macos") {
        &["open", "-t"]
    } else {
        &["xdg-open"]
    };
    words.iter().map(|&word| word.to_owned()).chain([path.to_owned()]).collect()
}

/// The words that run others in a terminal of their own.
fn terminal(words: Vec<String>) -> Vec<String> {
    ["x-terminal-emulator", "-e"].into_iter().map(str::to_owned).chain(words).collect()
}

/// Starts a program and does not wait for it.
fn run(words: &[String]) -> Result<(), String> {
    let Some((program, arguments)) = words.split_first() else { return Err("it has no name".to_owned()) };
    let mut command = Command::new(program);
    let command = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| format!("{program}: {error}"))?;
    // Waited for elsewhere, so that no finished program is left lying about.
    thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Spot;

    fn words(editor: &str) -> String {
        let spot = Spot { path: "my/a.ron".to_owned(), position: Some((12, 5)) };
        let plan = spot.in_editor(editor).expect("an editor");
        let terminal = if plan.in_a_terminal { " (in a terminal)" } else { "" };
        plan.words.join(" ") + terminal
    }

    #[test]
    fn every_editor_is_told_of_the_place_in_its_own_manner() {
        assert_eq!(words("code --wait"), "code --wait --goto my/a.ron:12:5");
        assert_eq!(words("/usr/bin/gedit"), "/usr/bin/gedit +12:5 my/a.ron");
        assert_eq!(words("kate"), "kate --line 12 my/a.ron");
        assert_eq!(words("vim"), "vim +12 my/a.ron (in a terminal)");
        assert_eq!(words("emacs -nw"), "emacs -nw +12:5 my/a.ron (in a terminal)");
        assert_eq!(words("my-own-editor"), "my-own-editor my/a.ron");
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let spot = Spot { path: "my/a.ron".to_owned(), position: None };
        assert_eq!(spot.at(), "my/a.ron");
        assert_eq!(spot.in_editor("vim").map(|plan| plan.words), Some(vec!["vim".to_owned(), "my/a.ron".to_owned()]));
        assert_eq!(spot.in_editor("  "), None);
    }
}
